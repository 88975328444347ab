"""Provisions cited as officials cite them: *điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from langnghe.engine.law.rulebook import Rulebook

# Segments of a provision id, smallest first, with the message that words each.
_SEGMENTS = (
    ("diem-", "cite.point"),
    ("khoan-", "cite.clause"),
    ("dieu-", "cite.article"),
    ("phan-", "cite.part"),
)


def citation(provision: str, rulebook: Rulebook, lang: str) -> str:
    """Cite a full provision id (``nd-52-2018/dieu-5/khoan-3/diem-a``) in words."""
    instrument, _, path = provision.partition("/")
    parts = path.split("/")
    words = "".join(
        say(key, lang, n=part.removeprefix(prefix))
        for prefix, key in _SEGMENTS
        for part in parts
        if part.startswith(prefix)
    )
    return words + rulebook.instruments[instrument].name.in_(lang)

"""Provisions cited as officials cite them: *điểm … khoản … Điều …* of an instrument."""

from __future__ import annotations

from functools import lru_cache
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
    """Cite a full provision id (instrument, article, clause, point) in words."""
    instrument, _, path = provision.partition("/")
    return _segments(path, lang) + rulebook.instruments[instrument].name.in_(lang)


@lru_cache(maxsize=4096)  # far more than the law has provisions
def _segments(path: str, lang: str) -> str:
    parts = path.split("/")
    return "".join(
        say(key, lang, n=part.removeprefix(prefix))
        for prefix, key in _SEGMENTS
        for part in parts
        if part.startswith(prefix)
    )

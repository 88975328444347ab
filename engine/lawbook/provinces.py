"""What provinces add (process and money), in words, for a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from langnghe.engine.words.lawwords import covered, of_province
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from langnghe.engine.law.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Province:
    """One province: its name, where and when its rules count, and each of them as kind, words, source and dates."""

    name: str
    covers: str
    parts: tuple[tuple[str, dict[str, str]], ...]


def provinces(rulebook: Rulebook, lang: str) -> list[Province]:
    """Give the provincial rules, by province."""
    return [
        Province(
            overlay.name.in_(lang),
            covered(overlay, lang),
            tuple(
                (say(f"province.{key}", lang), of_province(overlay, key, index, part, lang).lines)
                for key, index, part in overlay.parts()
            ),
        )
        for overlay in rulebook.overlays
    ]

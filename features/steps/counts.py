"""Numbers of households as the scenarios write them: exact, or bounded by a word."""

from __future__ import annotations

import re

NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
COUNT = rf"(?:(?:hơn|gần|dưới|ít nhất|không quá) )?(?:{NUMBER})|từ (?:{NUMBER}) đến (?:{NUMBER})"

# What the dossier itself understands is passed on in words.
_BOUNDS = {"dưới": "<{}", "ít nhất": ">={}", "không quá": "<={}", "hơn": "hơn {}", "gần": "gần {}"}


def number(words: str) -> int:
    """Read a whole number, with or without the dots of thousands."""
    return int(words.replace(".", ""))


def count(words: str) -> int | str:
    """Turn ``96``, ``hơn 300`` or ``từ 90 đến 100`` into a count of the dossier."""
    if match := re.fullmatch(rf"từ ({NUMBER}) đến ({NUMBER})", words):
        return f"{number(match[1])}..{number(match[2])}"
    *bound, figure = words.rsplit(" ", 1)
    return _BOUNDS[bound[0]].format(number(figure)) if bound else number(figure)

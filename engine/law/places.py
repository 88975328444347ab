"""Provinces by any name that people write, before and after mergers, as a library of places knows them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

_VOWEL: Final = re.compile("[aeiouy]")  # a word without one is an abbreviation


@dataclass(frozen=True, slots=True)
class Located:
    """A province by its short official name: ``before`` the latest mergers, and the one its territory is in ``now``."""

    before: str
    now: str


@lru_cache(maxsize=4096)
def locate(written: str) -> Located | None:
    """Find the province that a text names, with or without the kind of unit; ``None`` where it names none."""
    # Deferred: a third of a second and 59 MB, for what most dossiers never need (see docs/decisions/places.md).
    from vietnamadminunits import convert_address, parse_address

    before = parse_address(written, mode="LEGACY", level=1).short_province
    now = convert_address(before).short_province if before else None
    return Located(before, now) if before and now else None


def named(written: str, names: Collection[str]) -> str | None:
    """Give the one of ``names`` that a text names, ``None`` where it names no province or another one.

    The exact name needs no library, nor does a name of several whole words that shares none of them with any: it
    cannot be another way to write it. All others are looked up: abbreviations, other spellings, a unit's kind before.
    """
    words = _words(written)
    for name in names:
        if words == _words(name):
            return name
    shared = {word for name in names for word in _words(name)}
    whole = {word for word in words if _VOWEL.search(word)}
    if len(whole) > 1 and not shared & whole:
        return None
    located = locate(written)
    return located.before if located and located.before in names else None


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """Give the words of a name without accents and capitals; the kind of unit before it is left to the library."""
    plain = unicodedata.normalize("NFD", name.casefold()).replace("đ", "d")
    return tuple(re.findall(r"[a-z0-9]+", "".join(each for each in plain if not unicodedata.combining(each))))

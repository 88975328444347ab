"""Two texts side by side, the words that differ marked: what stood when it was reviewed, and what stands today."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# A piece of a line: its words, and whether they differ from the other side.
Pieces = list[tuple[str, bool]]
Row = tuple[Pieces, Pieces]

_WORDS = re.compile(r"\s+|[^\s]+")


def side_by_side(before: Sequence[str], after: Sequence[str]) -> list[Row]:
    """Lay two lists of lines side by side; lines that are the same on both sides are left out."""
    rows: list[Row] = []
    for operation, start, end, other_start, other_end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if operation != "equal":
            pairs = zip_longest(before[start:end], after[other_start:other_end], fillvalue="")
            rows += [_line(one, other) for one, other in pairs]
    return rows


def _line(before: str, after: str) -> Row:
    one, other = _WORDS.findall(before), _WORDS.findall(after)
    left: Pieces = []
    right: Pieces = []
    for operation, start, end, other_start, other_end in SequenceMatcher(
        None, one, other, autojunk=False
    ).get_opcodes():
        differs = operation != "equal"
        if start < end:
            left.append(("".join(one[start:end]), differs))
        if other_start < other_end:
            right.append(("".join(other[other_start:other_end]), differs))
    return left, right

"""Text in cells: never a formula, and never a character that a workbook cannot hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

LONGEST: Final = 32_000  # characters of one cell; Excel takes 32,767 UTF-16 units

# How Excel writes what XML cannot hold: a carriage return is _x000D_, and a literal _x000D_ begins _x005F_.
_LOOKS_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED: Final = re.compile(r"_x(?:(000D)_\n?|(005F|FFFE|FFFF)_)")
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FORMULA_LIKE: Final = ("=", "+", "-", "@", "\t", "\r")


def put(cell: Cell, value: str | int | None) -> None:
    """Write a value into a cell of any workbook.

    Text stays text: what begins like a formula (``=``, ``+``, ``-``, ``@``) is marked as quoted, so that neither
    opening the file nor editing the cell computes it.
    """
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = escaped(value)[:LONGEST]
    cell.data_type = "s"
    if value.startswith(_FORMULA_LIKE):
        any_cell: Any = cell  # the library's types do not know the attribute
        any_cell.quotePrefix = True


def escaped(text: str) -> str:
    """Write the few characters that XML cannot hold the way Excel does."""
    text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return _NO_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescaped(text: str) -> str:
    """Undo :func:`escaped`; the library undoes a part of it, in shared strings only."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: "\n" if found[1] else chr(int(found[2], 16)), text)

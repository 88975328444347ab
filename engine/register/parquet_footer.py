"""Parquet files that stand one behind another in a file, made one: a footer at the end finds the rows of all of them.

Rows are neither read nor written again. Field numbers are those of the format's ``parquet.thrift``.
"""

from __future__ import annotations

from itertools import pairwise
from typing import IO, TYPE_CHECKING, Final

from langnghe.engine.limits import DEFAULT
from langnghe.engine.register.thrift import I64, LIST, STRUCT, Structure, read_structure, write_structure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MAGIC: Final = b"PAR1"
_TAIL: Final = 8  # the footer's length in four bytes, and the magic word

# FileMetaData
_SCHEMA, _ROWS, GROUPS = 2, 3, 4
# RowGroup
COLUMNS, _GROUP_AT, _ORDINAL = 1, 5, 7
# ColumnChunk, and the ColumnMetaData in it
CHUNK, _CHUNK_AT = 3, (2, 4, 6)
_PAGES_AT: Final = (9, 10, 11, 14)


def join(file: IO[bytes], ends: Sequence[int]) -> None:
    """Make one Parquet file of several.

    Takes a file open for reading and writing that holds them one behind another, and where each ends; they have the
    same columns.

    Raises:
        ValueError: there is no Parquet file at one of the places, or its columns differ.
    """
    footers = [_shifted(footer_of(file, end), begin) for begin, end in pairwise((0, *ends))]
    whole = footers[0]
    if any(footer[_SCHEMA] != whole[_SCHEMA] for footer in footers):
        raise ValueError("columns differ")
    whole[_ROWS] = I64, sum(footer[_ROWS][1] for footer in footers)
    whole[GROUPS] = LIST, (STRUCT, [group for footer in footers for group in footer[GROUPS][1][1]])
    written = write_structure(whole)
    file.seek(ends[-1])
    file.write(written + len(written).to_bytes(4, "little") + _MAGIC)


def footer_of(file: IO[bytes], end: int) -> Structure:
    """Read the footer of the Parquet file that ends at a place.

    Raises:
        ValueError: no Parquet file ends there, or its footer is damaged or longer than any honest one.
    """
    if end < len(_MAGIC) + _TAIL:
        raise ValueError("no Parquet file")
    file.seek(end - _TAIL)
    tail = file.read(_TAIL)
    length = int.from_bytes(tail[:4], "little")
    if tail[4:] != _MAGIC or length > min(end - len(_MAGIC) - _TAIL, DEFAULT.parquet_footer):
        raise ValueError("no Parquet file")
    file.seek(end - _TAIL - length)
    return read_structure(file.read(length))


def _shifted(footer: Structure, by: int) -> Structure:
    """Move what a footer says of places in its file."""
    for group in footer[GROUPS][1][1]:
        group.pop(_ORDINAL, None)
        _move(group, (_GROUP_AT,), by)
        for column in group[COLUMNS][1][1]:
            _move(column, _CHUNK_AT, by)
            _move(column[CHUNK][1], _PAGES_AT, by)
    return footer


def _move(structure: Structure, fields: Iterable[int], by: int) -> None:
    for number in fields:
        if number in structure and structure[number][1]:  # zero means nowhere
            structure[number] = I64, structure[number][1] + by

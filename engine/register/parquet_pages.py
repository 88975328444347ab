"""Parquet files looked over before the library reads them: it believes what a damaged page says of its own size.

A page that says that it is terabytes long, or that it holds a number of values below zero, ends the whole process:
the library asks for the memory. So the head of every page is read here first, by the hundred bytes, and not its rows.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any, Final

from langnghe.engine.limits import DEFAULT
from langnghe.engine.problems import Problem
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.register.parquet_footer import CHUNK, COLUMNS, GROUPS, footer_of
from langnghe.engine.register.thrift import BINARY, I32, I64, LIST, STRUCT, Structure, read_first

if TYPE_CHECKING:
    from pathlib import Path

# ColumnMetaData
_NAME, _CODEC, _VALUES, _SIZE, _PACKED, _PAGES_AT = 3, 4, 5, 6, 7, (9, 11)
# PageHeader: its kind, sizes, and by kind what stands in it; the first field of each of these counts the values
_KIND, _PAGE_SIZE, _PAGE_PACKED = 1, 2, 3
_DATA, _DICTIONARY, _DATA_2 = 0, 2, 3
_INNER: Final = {_DATA: 5, _DICTIONARY: 7, _DATA_2: 8}
_COUNT: Final = 1
# DataPageHeaderV2: bytes that its levels take
_LEVELS: Final = (5, 6)

_WINDOWS: Final = (1 << 10, 1 << 20)  # bytes of a head: most are short, those that quote long texts are not


def check_pages(path: Path) -> None:
    """Read the head of every page, and see that its sizes and counts can be true.

    Raises:
        InvalidRegister: the file is no Parquet file, or one of its pages is damaged; the column is named.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        end = file.seek(0, 2)
        try:
            groups = _structures(footer_of(file, end), GROUPS)
            chunks = [_of(column, CHUNK, STRUCT) for group in groups for column in _structures(group, COLUMNS)]
            columns = [(_name(chunk), chunk) for chunk in chunks]
        except ValueError:
            raise InvalidRegister([Problem("parquet_footer")]) from None
        for name, column in columns:
            try:
                _check_column(file, end, column)
            except ValueError:
                raise InvalidRegister([Problem("parquet_page", context={"column": name})]) from None


def _check_column(file: IO[bytes], end: int, column: Structure) -> None:
    left = _number(column, _VALUES, I64)
    places = [_number(column, field, I64) for field in _PAGES_AT if field in column]
    at = min((place for place in places if place), default=0)  # zero means nowhere
    stop = at + _number(column, _PACKED, I64)
    if stop > end:
        raise ValueError("past the end of the file")
    while at < stop:
        page, length = _head(file, at, stop)
        at += length + _number(page, _PAGE_PACKED, I32)
        left -= _values(page, column)
    if at != stop or left:
        raise ValueError("pages do not add up")


def _head(file: IO[bytes], at: int, stop: int) -> tuple[Structure, int]:
    """Read the head of the page at a place, and tell how long it is."""
    for window in _WINDOWS:
        file.seek(at)
        try:
            return read_first(file.read(min(window, stop - at)))
        except EOFError:
            continue
    raise ValueError("a head without end")


def _values(page: Structure, column: Structure) -> int:
    """Give how many of the column's values a page holds, once what it says of itself can be true."""
    size, packed = _number(page, _PAGE_SIZE, I32), _number(page, _PAGE_PACKED, I32)
    if size > min(_number(column, _SIZE, I64), DEFAULT.parquet_page) or (
        size != packed and not _number(column, _CODEC, I32)
    ):
        raise ValueError("size")
    kind = _number(page, _KIND, I32)
    if kind not in _INNER:
        return 0  # an index: the library passes it over
    inner = _of(page, _INNER[kind], STRUCT)
    count = _number(inner, _COUNT, I32)
    if kind == _DICTIONARY:
        if count > size:  # no value takes less than a byte
            raise ValueError("values of a dictionary")
        return 0
    if kind == _DATA_2 and sum(_number(inner, field, I32) for field in _LEVELS) > size:
        raise ValueError("levels")
    return count


def _of(structure: Structure, field: int, kind: int) -> Any:  # noqa: ANN401  whatever is of that kind
    found, value = structure.get(field, (0, None))
    if found != kind:
        raise ValueError(f"field {field}")
    return value


def _structures(structure: Structure, field: int) -> list[Structure]:
    of, items = _of(structure, field, LIST)
    if items and of != STRUCT:
        raise ValueError(f"field {field}")
    found: list[Structure] = items
    return found


def _number(structure: Structure, field: int, kind: int) -> int:
    value: int = _of(structure, field, kind)
    if value < 0:
        raise ValueError(f"field {field}")
    return value


def _name(column: Structure) -> str:
    of, parts = _of(column, _NAME, LIST)
    return ".".join(part.decode(errors="replace") for part in parts) if of == BINARY else ""

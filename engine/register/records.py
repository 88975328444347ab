"""Records of text cells to batches: the headings found, short rows filled up, cells that no register has told of."""

from __future__ import annotations

from itertools import compress, islice
from operator import not_
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias, TypeVar

import polars as pl

from langnghe.engine.problems import Problem
from langnghe.engine.register.batch import Batch
from langnghe.engine.register.fields import REQUIRED
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.text import MAX_TEXT
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from langnghe.engine.register.mapping import Mapping

HEADER_WITHIN: Final = 20  # rows above the headings: a province's sheet begins with its title
MAX_COLUMNS: Final = 500  # the widest real register has about sixty
_AT_ONCE: Final = 4096

Cell: TypeAlias = "str | None"
Record: TypeAlias = "tuple[int, Sequence[Cell] | str]"
RecordT = TypeVar("RecordT")


class Records(Protocol):
    """Records of cells with the numbers that people see: lines of a file, rows of a sheet.

    ``width`` is told when the headings are known: how many cells a row has.
    """

    width: int

    def records(self, lang: str) -> Iterator[Record]:
        """Give each record: its cells as text, or what is wrong with it."""


class Rows:
    """Records of cells below a row of headings."""

    def __init__(self, source: Records, mapping: Mapping, batch: int) -> None:
        """Find the headings.

        Raises:
            InvalidRegister: there are none, too many, or one that means something stands there twice.
        """
        self.source, self.batch = source, batch
        self.length: int | None = None
        self.headings, self.above = _headings(source.records("vi"), mapping)
        source.width = len(self.headings)

    def batches(self, first: int, lang: str) -> Iterator[Batch]:
        """Give the batches from number ``first`` on."""
        records = self._below(lang)
        for _ in islice(records, first * self.batch):
            pass
        yield from batches_of(records, self.batch, lambda some: self._batch(some, lang))

    def _below(self, lang: str) -> Iterator[Record]:
        for record in self.source.records(lang):
            number, cells = record
            if number > self.above and (isinstance(cells, str) or any(cells)):
                yield record

    def _batch(self, chunk: list[Record], lang: str) -> Batch:
        width = len(self.headings)
        rows: list[Sequence[Cell]] = []
        numbers: list[int] = []
        broken: list[tuple[int, str]] = []
        for number, cells in chunk:
            if isinstance(cells, str):
                broken.append((number, cells))
            elif any(cells[width:]):
                broken.append((number, say("problem.register_cells", lang, got=len(cells), want=width)))
            else:
                rows.append(cells if len(cells) == width else (*cells[:width], *[None] * (width - len(cells))))
                numbers.append(number)
        return batch_of(self.headings, rows, numbers, broken, lang)


def batches_of(records: Iterator[RecordT], size: int, make: Callable[[list[RecordT]], Batch]) -> Iterator[Batch]:
    """Give batches of a size, made of a few thousand records at a time: Python is slow where it holds very many."""
    while True:
        parts: list[Batch] = []
        for begin in range(0, size, _AT_ONCE):
            some = list(islice(records, min(_AT_ONCE, size - begin)))
            if not some:
                break
            parts.append(make(some))
        if not parts:
            return
        yield Batch(
            pl.concat((part.rows for part in parts), rechunk=True),
            pl.concat((part.numbers for part in parts), rechunk=True),
            [each for part in parts for each in part.broken],
        )


def batch_of(
    headings: list[str], rows: list[Sequence[Cell]], numbers: list[int], broken: list[tuple[int, str]], lang: str
) -> Batch:
    """Make a batch of rows of text, each as wide as the headings.

    Rows with bytes that are not UTF-8, or with more text in a cell than anyone writes, join those that are broken.
    """
    schema = dict.fromkeys(headings, pl.String)
    try:
        frame = pl.DataFrame(rows, schema=schema, orient="row")
    except UnicodeEncodeError:
        coded = [is_unicode(row) for row in rows]
        broken += [(number, say("problem.register_utf8", lang)) for number in compress(numbers, map(not_, coded))]
        numbers = list(compress(numbers, coded))
        frame = pl.DataFrame(list(compress(rows, coded)), schema=schema, orient="row")
    frame = frame.with_columns(pl.when(pl.all() != "").then(pl.all()))
    # Bytes are never fewer than characters, and quickly counted.
    if any((most or 0) > MAX_TEXT for most in frame.select(pl.all().str.len_bytes().max()).row(0)):
        longest = frame.select(pl.max_horizontal(pl.all().str.len_chars()).fill_null(0)).to_series()
        long = longest > MAX_TEXT
        for row in long.arg_true():
            broken.append((numbers[row], say("problem.text_long", lang, length=longest[row], most=MAX_TEXT)))
        frame, numbers = frame.filter(~long), list(compress(numbers, ~long))
    return Batch(frame, pl.Series(numbers, dtype=pl.Int64), broken)


def is_unicode(cells: Sequence[Cell]) -> bool:
    """Whether no cell holds what stands for bytes that could not be decoded, or half a character."""
    try:
        "".join(cell or "" for cell in cells).encode()
    except UnicodeEncodeError:
        return False
    return True


def lists_titles(records: Iterator[Record], mapping: Mapping) -> bool:
    """Tell whether records have headings that name all that every register needs."""
    try:
        headings, _ = _headings(records, mapping)
    except InvalidRegister:
        return False
    meant = {target.field for heading in headings if (target := mapping.target(heading))}
    return meant.union(mapping.constants).issuperset(REQUIRED)


def _headings(records: Iterator[Record], mapping: Mapping) -> tuple[list[str], int]:
    """Find the row of headings: of the first rows the one with most that mean something. Give it with its number."""
    best: tuple[int, list[str], int] = (1, [], 0)
    unicode = True
    for number, cells in islice(records, HEADER_WITHIN):
        if isinstance(cells, str) or not is_unicode(cells):
            unicode = unicode and isinstance(cells, str)
            continue
        names = _without_blank_end([cell or "" for cell in cells])
        refuse_too_wide(len(names))  # before each is looked up
        meaning = sum(mapping.target(name) is not None for name in names)
        if meaning > best[0]:
            best = (meaning, names, number)
    _, names, above = best
    if not names:
        raise InvalidRegister([Problem("register_no_headings" if unicode else "not_utf8")])
    twice = [name for name in dict.fromkeys(names) if names.count(name) > 1 and mapping.target(name)]
    if twice:
        raise InvalidRegister([Problem("register_heading_twice", name) for name in twice])
    return _distinct(names), above


def _without_blank_end(names: list[str]) -> list[str]:
    last = next((index for index in range(len(names) - 1, -1, -1) if names[index]), -1)
    return names[: last + 1]


def refuse_too_wide(columns: int) -> None:
    """Refuse more columns than any register has.

    Raises:
        InvalidRegister: there are more.
    """
    if columns > MAX_COLUMNS:
        raise InvalidRegister([Problem("register_columns", context={"got": columns, "most": MAX_COLUMNS})])


def _distinct(names: list[str]) -> list[str]:
    """Blank and repeated headings get a number, so that each column has a name of its own."""
    taken: set[str] = set()
    distinct = []
    for position, name in enumerate(names, 1):
        wanted = name or f"({position})"
        again = 2
        while wanted in taken:
            wanted, again = f"{name} ({again})", again + 1
        taken.add(wanted)
        distinct.append(wanted)
    return distinct

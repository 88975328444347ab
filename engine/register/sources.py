"""Registers in: CSV, Excel, Parquet and NDJSON, a batch of rows at a time; the batches of a file are always the same.

Every record is numbered. A record that cannot be read takes its number and a reason; a blank line is no record.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import polars as pl

from langnghe.engine.problems import Problem
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.text import MAX_TEXT
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.register.mapping import Mapping

BATCH: Final = 262_144  # rows; some thirty columns of them are less than a hundred megabytes
TABLES: Final = (".csv", ".tsv", ".parquet", ".ndjson", ".jsonl", ".xlsx")

_HEADER_WITHIN: Final = 20  # rows above the headings: a province's sheet begins with its title
_ENCODING: Final = "utf-8-sig"
_UNDECODED: Final = range(0xDC80, 0xDD00)  # what surrogateescape makes of bytes that are not UTF-8


@dataclass(slots=True)
class Batch:
    """Rows as they stand, each with its number; beside them the records that are no rows, with reasons."""

    rows: pl.DataFrame
    numbers: pl.Series
    broken: list[tuple[int, str]] = field(default_factory=list)

    @property
    def records(self) -> int:
        """How many records were read."""
        return self.rows.height + len(self.broken)


class Register(Protocol):
    """A register that gives its batches from any of them on; ``length`` counts its records, if that is known.

    ``columns`` scans its rows as they stand, numbered as in the batches, where that costs less than keeping a copy.
    """

    headings: list[str]
    length: int | None
    columns: pl.LazyFrame | None

    def batches(self, first: int, lang: str) -> Iterator[Batch]:
        """Give the batches from number ``first`` on."""


def open_register(path: str | Path, mapping: Mapping, *, batch: int = BATCH) -> Register:
    """Open a register by the ending of its name.

    Raises:
        InvalidRegister: it cannot be opened, or has no row of headings.
    """
    path = Path(path)
    try:
        match path.suffix.lower():
            case ".parquet":
                return _Parquet(path, batch)
            case ".xlsx":
                return _Rows(_Sheet(path), mapping, batch)
            case ".ndjson" | ".jsonl":
                return _Lines(path, batch)
            case _:
                return _Rows(_Csv(path), mapping, batch)
    except OSError as error:
        problem = Problem("no_such_file") if isinstance(error, FileNotFoundError) else None
        detail = {"detail": error.strerror or str(error)}
        raise InvalidRegister([problem or Problem("unreadable", context=detail)], str(path)) from None
    except InvalidRegister as error:
        raise InvalidRegister(error.problems, str(path)) from None


class _Parquet:
    """A Parquet file; columns keep their types."""

    def __init__(self, path: Path, batch: int) -> None:
        self.path, self.batch = path, batch
        try:
            self.headings = list(pl.read_parquet_schema(path))
            self.length: int | None = int(pl.scan_parquet(path).select(pl.len()).collect().item())
            self.columns: pl.LazyFrame | None = pl.scan_parquet(path)
        except pl.exceptions.PolarsError as error:
            raise InvalidRegister([Problem("unreadable", context={"detail": str(error).splitlines()[0]})]) from None

    def batches(self, first: int, lang: str) -> Iterator[Batch]:  # noqa: ARG002  no record of it can be broken
        for start in range(first * self.batch, self.length or 0, self.batch):
            rows = pl.scan_parquet(self.path).slice(start, self.batch).collect()
            yield Batch(rows, pl.int_range(start + 1, start + 1 + rows.height, eager=True))


class _Records(Protocol):
    """Records of cells with the numbers that people see: lines of a file, rows of a sheet."""

    length: int | None

    def records(self, lang: str) -> Iterator[tuple[int, list[Any] | str]]:
        """Give each record: its cells, or what is wrong with it."""


class _Rows:
    """Records of cells below a row of headings."""

    def __init__(self, source: _Records, mapping: Mapping, batch: int) -> None:
        self.source, self.batch, self.length = source, batch, source.length
        self.columns: pl.LazyFrame | None = None
        self.headings, self.above = _headings(source, mapping)

    def batches(self, first: int, lang: str) -> Iterator[Batch]:
        records = self._below(lang)
        for _ in islice(records, first * self.batch):
            pass
        while chunk := list(islice(records, self.batch)):
            yield self._batch(chunk, lang)

    def _below(self, lang: str) -> Iterator[tuple[int, list[Any] | str]]:
        for number, cells in islice(self.source.records(lang), self.above, None):
            if isinstance(cells, str) or any(cell not in {"", None} for cell in cells):
                yield number, cells

    def _batch(self, chunk: list[tuple[int, list[Any] | str]], lang: str) -> Batch:
        width = len(self.headings)
        rows: list[list[str | None]] = []
        numbers: list[int] = []
        broken: list[tuple[int, str]] = []
        for number, cells in chunk:
            reason = cells if isinstance(cells, str) else _unfit(cells, width, lang)
            if reason or isinstance(cells, str):
                broken.append((number, reason or ""))
            else:
                rows.append([_written(cell) for cell in (*cells[:width], *[None] * (width - len(cells)))])
                numbers.append(number)
        schema = dict.fromkeys(self.headings, pl.String)
        return Batch(pl.DataFrame(rows, schema=schema, orient="row"), pl.Series(numbers, dtype=pl.Int64), broken)


def _headings(source: _Records, mapping: Mapping) -> tuple[list[str], int]:
    """Find the row of headings: of the first rows the one with most that mean something."""
    best: tuple[int, list[str], int] = (1, [], 0)
    for index, (_, cells) in enumerate(islice(source.records("vi"), _HEADER_WITHIN)):
        if isinstance(cells, str):
            continue
        names = [_written(cell) or "" for cell in cells]
        meaning = sum(mapping.target(name) is not None for name in names)
        if meaning > best[0]:
            best = (meaning, names, index + 1)
    if not best[1]:
        raise InvalidRegister([Problem("register_no_headings")])
    return _distinct(best[1]), best[2]


def _distinct(names: list[str]) -> list[str]:
    """Blank and repeated headings get a number, so that each column has a name of its own."""
    taken: dict[str, int] = {}
    distinct = []
    while names and not names[-1]:
        names = names[:-1]
    for position, name in enumerate(names, 1):
        wanted = name or f"({position})"
        taken[wanted] = taken.get(wanted, 0) + 1
        distinct.append(wanted if taken[wanted] == 1 else f"{wanted} ({taken[wanted]})")
    return distinct


def _unfit(cells: list[Any], width: int, lang: str) -> str | None:
    if any(cell not in {"", None} for cell in cells[width:]):
        return say("problem.register_cells", lang, got=len(cells), want=width)
    for cell in cells:
        if isinstance(cell, str):
            if len(cell) > MAX_TEXT:
                return say("problem.text_long", lang, length=len(cell), most=MAX_TEXT)
            if not cell.isascii() and any(ord(character) in _UNDECODED for character in cell):
                return say("problem.not_utf8", lang)
    return None


def _written(cell: Any) -> str | None:  # noqa: ANN401, PLR0911  a cell of any kind, one return a kind
    """A cell as text: whole numbers without a point, days in ISO form."""
    match cell:
        case None | "":
            return None
        case str():
            return cell
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


class _Csv:
    """A CSV file with commas, semicolons or tabs; bytes that are not UTF-8 spoil their record alone."""

    length: int | None = None

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._open() as file:
            sample = "".join(islice(file, _HEADER_WITHIN))
        self.delimiter = max((",", ";", "\t", "|"), key=sample.count)

    def _open(self) -> Any:  # noqa: ANN401  an open text file
        return self.path.open(encoding=_ENCODING, errors="surrogateescape", newline="")

    def records(self, lang: str) -> Iterator[tuple[int, list[Any] | str]]:
        with self._open() as file:
            reader = csv.reader(file, delimiter=self.delimiter)
            while True:
                line = reader.line_num + 1
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    yield line, say("problem.unreadable", lang, detail=error)
                else:
                    yield line, cells


class _Sheet:
    """The first sheet of a workbook."""

    def __init__(self, path: Path) -> None:
        import python_calamine

        try:
            self.sheet = python_calamine.load_workbook(str(path)).get_sheet_by_index(0)
        except python_calamine.CalamineError as error:
            raise InvalidRegister([Problem("unreadable", context={"detail": str(error)})]) from None
        self.length: int | None = self.sheet.total_height

    def records(self, lang: str) -> Iterator[tuple[int, list[Any] | str]]:  # noqa: ARG002  no row of it can be broken
        yield from enumerate(self.sheet.to_python(skip_empty_area=False), 1)


class _Lines:
    """NDJSON: one object a line, keys nested or with dots; crafts may be a list of objects."""

    def __init__(self, path: Path, batch: int) -> None:
        self.path, self.batch = path, batch
        self.length: int | None = None
        self.columns: pl.LazyFrame | None = None
        names: dict[str, None] = {}
        for _, row in self._records("vi"):
            if isinstance(row, dict):
                names |= dict.fromkeys(row)
        if not names:
            raise InvalidRegister([Problem("register_no_headings")])
        self.headings = list(names)

    def batches(self, first: int, lang: str) -> Iterator[Batch]:
        records = self._records(lang)
        for _ in islice(records, first * self.batch):
            pass
        schema = dict.fromkeys(self.headings, pl.String)
        while chunk := list(islice(records, self.batch)):
            good = [(number, row) for number, row in chunk if isinstance(row, dict)]
            rows = pl.DataFrame([row for _, row in good], schema=schema)
            broken = [(number, row) for number, row in chunk if isinstance(row, str)]
            yield Batch(rows, pl.Series([number for number, _ in good], dtype=pl.Int64), broken)

    def _records(self, lang: str) -> Iterator[tuple[int, dict[str, str | None] | str]]:
        with self.path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, _object(line, lang)


def _object(line: bytes, lang: str) -> dict[str, str | None] | str:
    try:
        tree = json.loads(line.decode())
    except UnicodeDecodeError:
        return say("problem.not_utf8", lang)
    except (ValueError, RecursionError) as error:
        return say("problem.unreadable", lang, detail=error)
    if not isinstance(tree, dict):
        return say("problem.not_a_mapping", lang, got=str(tree)[:40])
    flat: dict[str, str | None] = {}
    _flatten(tree, "", flat)
    return next((reason for cell in flat.values() if (reason := _unfit([cell], 1, lang))), flat)


def _flatten(tree: dict[str, Any], prefix: str, flat: dict[str, str | None]) -> None:
    for key, value in tree.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            _flatten(value, f"{name}.", flat)
        elif isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
            for number, each in enumerate(value, 1):
                _flatten(each, f"{name}.{number}." if len(value) > 1 or key == "crafts" else f"{name}.", flat)
        elif isinstance(value, list):
            flat[name] = "; ".join(str(each) for each in value) or "[]"
        else:
            flat[name] = _written(value)

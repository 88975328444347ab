"""Registers out: the rows of a run as one CSV, Excel, Parquet or NDJSON file, grown batch by batch.

A cell that a spreadsheet would take for a formula is written as text: in CSV after an apostrophe.
"""

from __future__ import annotations

import io
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Protocol

import polars as pl

from langnghe.engine.register.parquet_footer import join
from langnghe.engine.workbook.cells import put

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FORMULA: Final = r"^[=+\-@\t\r]"
_SHEET_ROWS: Final = 1_048_575  # below one row of headings
_YEARS: Final = (1901, 9999)  # of Excel's calendar; of 1900 it has a day too many
_GROUP_ROWS: Final = 131_072  # of a row group: what a reader unpacks at once


class Form(Protocol):
    """A form of output. ``most`` is the number of rows that it can hold, ``None`` for any."""

    most: int | None

    def part(self, rows: pl.DataFrame, *, first: bool) -> memoryview:
        """Give the bytes that a batch adds; ``first`` is the batch that headings stand above."""

    def finished(self, parts: Path, ends: Sequence[int]) -> Path:
        """Make one file of the parts.

        Takes the file in which they stand one behind another, and where each ends. Gives the finished file, which may
        be that one.
        """


class _Csv:
    most: int | None = None

    def __init__(self, separator: str) -> None:
        self.separator = separator

    def part(self, rows: pl.DataFrame, *, first: bool) -> memoryview:
        made = io.BytesIO()
        _flat(rows).write_csv(made, include_header=first, separator=self.separator)
        return made.getbuffer()

    def finished(self, parts: Path, ends: Sequence[int]) -> Path:  # noqa: ARG002  parts of text are whole as they stand
        return parts


class _Ndjson:
    most: int | None = None

    def part(self, rows: pl.DataFrame, *, first: bool) -> memoryview:  # noqa: ARG002  no headings
        made = io.BytesIO()
        rows = rows.with_columns(  # which has no form in JSON
            _told(rows[name]) for name, dtype in rows.schema.items() if "Binary" in str(dtype)
        )
        rows.write_ndjson(made)
        return made.getbuffer()

    def finished(self, parts: Path, ends: Sequence[int]) -> Path:  # noqa: ARG002  as in CSV
        return parts


class _Parquet:
    most: int | None = None

    def part(self, rows: pl.DataFrame, *, first: bool) -> memoryview:  # noqa: ARG002  each part tells its columns
        made = io.BytesIO()
        rows.write_parquet(made, row_group_size=_GROUP_ROWS)
        return made.getbuffer()

    def finished(self, parts: Path, ends: Sequence[int]) -> Path:
        with parts.open("r+b") as file:
            join(file, ends)
        return parts


class _Sheet:
    """A sheet cannot grow: its parts are kept as bare Arrow until the end."""

    most: int | None = _SHEET_ROWS

    def part(self, rows: pl.DataFrame, *, first: bool) -> memoryview:  # noqa: ARG002  as in Parquet
        made = io.BytesIO()
        rows = rows.with_columns(rows[name].cast(pl.String) for name in rows.columns if not _on_calendar(rows[name]))
        _listed(rows).write_ipc(made)
        return made.getbuffer()

    def finished(self, parts: Path, ends: Sequence[int]) -> Path:
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell

        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        sheet.freeze_panes = "A2"

        def cell(value: object) -> object:
            if not isinstance(value, str):
                return value
            text = WriteOnlyCell(sheet)
            put(text, value)
            return text

        with parts.open("rb") as file:
            for begin, end in pairwise((0, *ends)):
                rows = pl.read_ipc(io.BytesIO(file.read(end - begin)))
                if begin == 0:
                    sheet.append([cell(name) for name in rows.columns])
                for row in rows.iter_rows():
                    sheet.append([cell(value) for value in row])
        path = parts.with_suffix(".xlsx")
        book.save(path)
        return path


FORMS: Final[dict[str, Form]] = {
    ".csv": _Csv(","),
    ".tsv": _Csv("\t"),
    ".parquet": _Parquet(),
    ".ndjson": _Ndjson(),
    ".jsonl": _Ndjson(),
    ".xlsx": _Sheet(),
}


def _flat(rows: pl.DataFrame) -> pl.DataFrame:
    """Lists as text, and no cell or heading that begins like a formula."""
    rows = _listed(rows)
    texts = [name for name, dtype in rows.schema.items() if dtype == pl.String]
    return rows.with_columns(
        pl.when(pl.col(name).str.contains(FORMULA)).then("'" + pl.col(name)).otherwise(pl.col(name)).alias(name)
        for name in texts
    ).rename(_harmless(rows.columns))


def _harmless(headings: list[str]) -> dict[str, str]:
    """The headings that begin like a formula, each with what it is written as: quoted, and like none of the others."""
    taken, made = set(headings), {}
    for heading in headings:
        if re.match(FORMULA, heading):
            quoted = f"'{heading}"
            while quoted in taken:
                quoted = f"'{quoted}"
            taken.add(quoted)
            made[heading] = quoted
    return made


def _listed(rows: pl.DataFrame) -> pl.DataFrame:
    """Lists as text with semicolons, and as Python writes it what has no form of its own in a cell."""
    return rows.with_columns(
        pl.col(name).cast(pl.List(pl.String)).list.join("; ")
        if isinstance(dtype, pl.List) and _fits_cell(dtype.inner)
        else _told(rows[name])
        for name, dtype in rows.schema.items()
        if not _fits_cell(dtype)
    )


def _fits_cell(dtype: Any) -> bool:  # noqa: ANN401  a Polars type
    zoned = isinstance(dtype, pl.Datetime) and dtype.time_zone is not None  # Excel has no zones
    return not dtype.is_nested() and not isinstance(dtype, pl.Binary | pl.Duration) and not zoned


def _on_calendar(column: pl.Series) -> bool:
    """Whether a column holds only days that Excel knows, if it holds days at all; of others Excel shows hash marks."""
    return not isinstance(column.dtype, pl.Date | pl.Datetime) or column.dt.year().is_between(*_YEARS).all()


def _told(column: pl.Series) -> pl.Series:
    return pl.Series(column.name, [None if each is None else str(each) for each in column], dtype=pl.String)

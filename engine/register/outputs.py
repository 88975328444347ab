"""Registers out: the rows of a run as one CSV, Excel, Parquet or NDJSON file, written whole or not at all.

A cell that a spreadsheet would take for a formula is written as text: in CSV after an apostrophe.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from langnghe.engine.problems import Problem
from langnghe.engine.register.invalid import InvalidRegister

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMULA: Final = r"^[=+\-@\t\r]"
_SHEET_ROWS: Final = 1_048_575  # below one row of headings


def write_table(rows: pl.LazyFrame, out: Path) -> None:
    """Write rows as one table; its form is the ending of its name.

    Raises:
        InvalidRegister: more rows than a sheet holds.
        OSError: it cannot be written.
    """
    with whole(out) as path:
        match out.suffix.lower():
            case ".parquet":
                rows.sink_parquet(path)
            case ".ndjson" | ".jsonl":
                rows.sink_ndjson(path)
            case ".xlsx":
                _write_sheet(rows, path)
            case _:
                _flat(rows).sink_csv(path)


@contextmanager
def whole(out: Path) -> Iterator[Path]:
    """Give a path to write to; what is there in the end takes the place of ``out`` at once."""
    temporary = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        yield temporary
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(out)
    finally:
        temporary.unlink(missing_ok=True)


def _flat(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Lists as text, and no cell that begins like a formula."""
    schema = rows.collect_schema()
    lists = [name for name, dtype in schema.items() if isinstance(dtype, pl.List)]
    texts = [name for name, dtype in schema.items() if dtype == pl.String]
    return rows.with_columns(
        *(_listed(name, schema[name]) for name in lists),
        *(
            pl.when(pl.col(name).str.contains(FORMULA)).then("'" + pl.col(name)).otherwise(pl.col(name)).alias(name)
            for name in texts
        ),
    )


def _listed(name: str, dtype: Any) -> pl.Expr:  # noqa: ANN401  a Polars type
    if isinstance(dtype.inner, pl.Struct):
        return pl.col(name).list.eval(pl.element().struct.json_encode()).list.join("; ")
    return pl.col(name).cast(pl.List(pl.String)).list.join("; ")


def _write_sheet(rows: pl.LazyFrame, path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    if (number := rows.select(pl.len()).collect().item()) > _SHEET_ROWS:
        raise InvalidRegister([Problem("register_sheet_full", context={"rows": number, "most": _SHEET_ROWS})])
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"

    def cell(value: object) -> object:
        if not isinstance(value, str):
            return value
        text = WriteOnlyCell(sheet, value)
        text.data_type = "s"  # never a formula, whatever it begins with
        return text

    schema = rows.collect_schema()
    frame = rows.with_columns(
        _listed(name, dtype) for name, dtype in schema.items() if isinstance(dtype, pl.List)
    ).collect()
    sheet.append([cell(name) for name in frame.columns])
    for row in frame.iter_rows():
        sheet.append([cell(value) for value in row])
    book.save(path)

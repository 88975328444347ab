"""Registers in: CSV, Excel, Parquet and NDJSON, told apart by the ending of the name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from langnghe.engine.problems import Problem
from langnghe.engine.register.batch import BATCH, Batch, Register
from langnghe.engine.register.csv_records import CsvRecords
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.register.ndjson_lines import Lines
from langnghe.engine.register.parquet_rows import ParquetRows
from langnghe.engine.register.records import Rows, lists_titles
from langnghe.engine.register.sheet_records import SheetRecords

if TYPE_CHECKING:
    from langnghe.engine.register.mapping import Mapping

__all__ = ["BATCH", "TABLES", "Batch", "Register", "open_register"]

TABLES: Final = (".csv", ".tsv", ".parquet", ".ndjson", ".jsonl", ".xlsx")


def open_register(path: str | Path, mapping: Mapping, *, batch: int = BATCH) -> Register:
    """Open a register by the ending of its name.

    Raises:
        InvalidRegister: it is no file of a register, cannot be opened, or has no row of headings.
    """
    path = Path(path)
    if path.suffix.lower() not in (*TABLES, ".txt"):  # Excel's "Unicode text"
        code = "register_folder" if path.is_dir() else "register_ending"
        raise InvalidRegister([Problem(code, context={"known": ", ".join(TABLES)})], str(path))
    try:
        match path.suffix.lower():
            case ".parquet":
                return ParquetRows(path, batch)
            case ".xlsx":
                return Rows(SheetRecords(path, lambda some: lists_titles(some, mapping)), mapping, batch)
            case ".ndjson" | ".jsonl":
                return Lines(path, batch)
            case _:
                return Rows(CsvRecords(path, mapping), mapping, batch)
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        problem = Problem("no_such_file") if missing else Problem("unreadable", context={"detail": error})
        raise InvalidRegister([problem], str(path)) from None
    except InvalidRegister as error:
        raise InvalidRegister(error.problems, str(path)) from None

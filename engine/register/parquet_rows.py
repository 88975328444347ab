"""Registers in Parquet; columns keep their types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import polars as pl

from langnghe.engine.problems import Problem
from langnghe.engine.register.batch import Batch
from langnghe.engine.register.cells import FIRST_DAY, LAST_DAY
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.register.parquet_pages import check_pages
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# What the library does at pages that are damaged; a panic of it is no Exception.
_FAILURES: Final = (pl.exceptions.PolarsError, pl.exceptions.PanicException)


# How many units of time a day has.
_A_DAY: Final = {"ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}


class ParquetRows:
    """A Parquet file; of its records only those with a day that no calendar has are broken."""

    def __init__(self, path: Path, batch: int) -> None:
        """Open the file.

        Raises:
            InvalidRegister: it is no Parquet file, or is damaged.
        """
        self.path, self.batch = path, batch
        check_pages(path)
        try:
            self.headings = pl.scan_parquet(path, glob=False).collect_schema().names()
            self.length: int | None = int(pl.scan_parquet(path, glob=False).select(pl.len()).collect().item())
        except _FAILURES as error:
            raise _unreadable(error) from None

    def batches(self, first: int, lang: str) -> Iterator[Batch]:
        """Give the batches from number ``first`` on."""
        for start in range(first * self.batch, self.length or 0, self.batch):
            try:
                rows = pl.scan_parquet(self.path, glob=False).slice(start, self.batch).collect()
            except _FAILURES as error:
                raise _unreadable(error) from None
            yield _batch(rows, pl.int_range(start + 1, start + 1 + rows.height, eager=True), lang)


def _batch(rows: pl.DataFrame, numbers: pl.Series, lang: str) -> Batch:
    """Make a batch; days beyond the calendar are told of, as the library ends the program where it writes them."""
    broken: list[tuple[int, str]] = []
    beyond = pl.repeat(value=False, n=rows.height, eager=True)
    for name, dtype in rows.schema.items():
        unit = 1 if dtype == pl.Date else _A_DAY[dtype.time_unit] if isinstance(dtype, pl.Datetime) else None
        if unit is None:
            continue
        units = rows[name].to_physical()
        first, last = FIRST_DAY * unit, (LAST_DAY + 1) * unit - 1
        if first <= cast("int", units.min() or 0) and cast("int", units.max() or 0) <= last:
            continue
        odd = (~units.is_between(first, last)).fill_null(value=False) & ~beyond
        broken += [(number, say("problem.register_day", lang, column=name)) for number in numbers.filter(odd)]
        beyond |= odd
    return Batch(rows.filter(~beyond), numbers.filter(~beyond), broken) if broken else Batch(rows, numbers)


def _unreadable(error: BaseException) -> InvalidRegister:
    return InvalidRegister([Problem("parquet_rows", context={"detail": str(error).splitlines()[0]})])

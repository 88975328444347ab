"""Registers in Parquet; columns keep their types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from langnghe.engine.problems import Problem
from langnghe.engine.register.batch import Batch
from langnghe.engine.register.invalid import InvalidRegister

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# What the library does at pages that are damaged; a panic of it is no Exception.
_FAILURES: Final = (pl.exceptions.PolarsError, pl.exceptions.PanicException)


class ParquetRows:
    """A Parquet file; no record of it can be broken."""

    def __init__(self, path: Path, batch: int) -> None:
        """Open the file.

        Raises:
            InvalidRegister: it is no Parquet file.
        """
        self.path, self.batch = path, batch
        try:
            self.headings = pl.scan_parquet(path, glob=False).collect_schema().names()
            self.length: int | None = int(pl.scan_parquet(path, glob=False).select(pl.len()).collect().item())
        except _FAILURES as error:
            raise _unreadable(error) from None

    def batches(self, first: int, lang: str) -> Iterator[Batch]:  # noqa: ARG002  no reasons to word
        """Give the batches from number ``first`` on."""
        for start in range(first * self.batch, self.length or 0, self.batch):
            try:
                rows = pl.scan_parquet(self.path, glob=False).slice(start, self.batch).collect()
            except _FAILURES as error:
                raise _unreadable(error) from None
            yield Batch(rows, pl.int_range(start + 1, start + 1 + rows.height, eager=True))


def _unreadable(error: BaseException) -> InvalidRegister:
    return InvalidRegister([Problem("unreadable", context={"detail": str(error).splitlines()[0]})])

"""Registers in batches of rows; the batches of a file are always the same.

Every record is numbered. A record that cannot be read takes its number and a reason; a blank line is no record.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl

BATCH: Final = 262_144  # rows; some thirty columns of them are less than a hundred megabytes


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
    """A register that gives its batches from any of them on; ``length`` counts its records, if that is known."""

    headings: list[str]
    length: int | None

    def batches(self, first: int, lang: str) -> Iterator[Batch]:
        """Give the batches from number ``first`` on; reasons are worded in a language.

        Raises:
            InvalidRegister: the rest of the file cannot be read.
        """

"""A register read for counting: titles held, villages that have a craft and no title, and what cannot be read.

The review of a register is about titles alone. Plans and the yearly report also count the villages that a province
keeps on its list without a title; their row says so in the column of titles, or by its class.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from langnghe.engine.columns.names import TITLE
from langnghe.engine.problems import Problem
from langnghe.engine.register.cells import as_text
from langnghe.engine.register.fields import CARRIED, CLASS, CLASSES_WITHOUT_TITLE, NO_TITLE, TITLES
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.register.mapping import Target, key_of
from langnghe.engine.register.rows import facts_of
from langnghe.engine.register.sources import BATCH, open_register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from langnghe.engine.register.mapping import Mapping
    from langnghe.engine.register.sources import Batch

# What stands in for the title of a village without one while its row is read; it is taken off again.
_STAND_IN: Final = TITLES[0]


@dataclass(frozen=True, slots=True)
class Entries:
    """One batch: facts of titles and of villages without one (their title is null), and the rejects.

    ``numbers`` are the record numbers of ``titles``; ``carried`` holds for each of them what describes a row and no
    rule reads (``id``, ``place.district``, ``titles_held.decision``) as it stands, null where it does not.
    """

    records: int
    titles: pl.DataFrame
    numbers: pl.Series
    carried: pl.DataFrame
    untitled: pl.DataFrame
    rejects: tuple[tuple[int, str], ...]


class Entered:
    """A register opened for counting; every record of it comes out exactly once, in one of the three kinds."""

    def __init__(self, path: Path, mapping: Mapping, *, batch: int = BATCH) -> None:
        """Open a register.

        Raises:
            InvalidRegister: it cannot be read at all, or lacks a column that every register needs.
        """
        self.path, self.mapping = path, mapping
        self.register = open_register(path, mapping, batch=batch)
        try:
            self.targets = mapping.recognised(self.register.headings)
        except InvalidRegister as error:
            raise InvalidRegister(error.problems, str(path)) from None
        self.length = self.register.length

    def batches(self, lang: str) -> Iterator[Entries]:
        """Give the batches, reasons of rejects in a language.

        Raises:
            InvalidRegister: there is not one record.
        """
        empty = True
        for batch in self.register.batches(0, lang):
            empty = False
            yield self._sorted(batch, lang)
        if empty:
            raise InvalidRegister([Problem("register_empty")], str(self.path))

    def _sorted(self, batch: Batch, lang: str) -> Entries:
        without = self._without_title(batch.rows)
        rows, numbers = batch.rows, batch.numbers
        if without.any():
            rows, numbers = rows.filter(~without), numbers.filter(~without)
        facts = facts_of(rows, self.targets, self.mapping, lang)
        good = facts.reasons.is_null()
        untitled, told = self._untitled(batch.rows.filter(without), lang)
        rejects = [
            *batch.broken,
            *zip(numbers.filter(~good), facts.reasons.filter(~good), strict=True),
            *((row, reason) for row, reason in zip(batch.numbers.filter(without), told, strict=True) if reason),
        ]
        return Entries(
            batch.records,
            facts.frame.filter(good),
            numbers.filter(good),
            self._carried(rows).filter(good),
            untitled,
            tuple(sorted(rejects)),
        )

    def _without_title(self, rows: pl.DataFrame) -> pl.Series:
        """Which rows say that there is no title, or say nothing of one and are of a class without."""
        title, village_class = (self._cells(rows, field) for field in (TITLE, CLASS))
        blank = title.is_null() | (title == "")
        return (title == NO_TITLE) | (blank & village_class.is_in(list(CLASSES_WITHOUT_TITLE)))

    def _cells(self, rows: pl.DataFrame, field: str) -> pl.Series:
        """A column's cells by what the mapping says they mean; blank where the register has no such column."""
        heading = next((name for name, target in self.targets.items() if target == Target(field)), None)
        if heading is None:
            return pl.Series([self.mapping.constants.get(field, "")], dtype=pl.String).new_from_index(0, rows.height)
        cells = as_text(rows[heading])
        words = self.mapping.values.get(field, {})
        written = cells.unique().drop_nulls().to_list()
        meant = [words.get(key_of(cell), key_of(cell)) for cell in written]
        return cells.replace_strict(written, meant, default="", return_dtype=pl.String).fill_null("")

    def _untitled(self, rows: pl.DataFrame, lang: str) -> tuple[pl.DataFrame, list[str | None]]:
        """Read the rows of villages without a title; give their facts, and why a row cannot be used."""
        if not rows.height:
            return pl.DataFrame(), []
        heading = next((name for name, target in self.targets.items() if target == Target(TITLE)), None)
        if heading is not None:
            rows = rows.with_columns(pl.lit(_STAND_IN).alias(heading))
        facts = facts_of(rows, self.targets, self.mapping, lang)
        frame = facts.frame.with_columns(pl.lit(None, dtype=pl.String).alias(TITLE)).filter(facts.reasons.is_null())
        return frame, facts.reasons.to_list()

    def _carried(self, rows: pl.DataFrame) -> pl.DataFrame:
        by_field = {target.field: heading for heading, target in self.targets.items()}
        nothing = pl.lit(None, dtype=pl.String)
        columns = {
            field: as_text(rows[by_field[field]]).str.strip_chars() if field in by_field else nothing
            for field in sorted(CARRIED)
        }
        return rows.with_columns(**columns).select(*columns)

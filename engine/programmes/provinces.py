"""Whose register it is: the provinces that its rows name, held against the province of a plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from langnghe.engine.law.places import locate, named
from langnghe.engine.register.fields import PROVINCE
from langnghe.engine.text import normalised

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Foreign:
    """Rows that name another province than a plan's; ``now`` is the one its territory has become part of."""

    names: dict[str, int]
    now: str | None

    @property
    def rows(self) -> int:
        """How many rows."""
        return sum(self.names.values())


@dataclass(slots=True)
class Provinces:
    """How many titles name which province; under an empty name those that name none."""

    rows: dict[str, int] = field(default_factory=dict)

    def add(self, titles: pl.DataFrame) -> None:
        """Count the rows of a batch."""
        if PROVINCE not in titles.columns:
            self.rows[""] = self.rows.get("", 0) + titles.height
            return
        for name, number in titles.group_by(PROVINCE).len().iter_rows():
            written = normalised(name or "")
            self.rows[written] = self.rows.get(written, 0) + number

    @property
    def unnamed(self) -> int:
        """How many titles name no province."""
        return self.rows.get("", 0)

    def foreign_to(self, province: str) -> Foreign | None:
        """Give the rows of other provinces than a plan's; ``None`` where there are none."""
        names = {name: rows for name, rows in sorted(self.rows.items()) if name and not named(name, [province])}
        if not names:
            return None
        own = locate(province)
        return Foreign(names, own.now if own and own.now in names and own.now != own.before else None)

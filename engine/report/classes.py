"""The classes of the plans of those provinces that a register names, counted over each province's own rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from langnghe.engine.law.places import named
from langnghe.engine.programmes.plan import programmes
from langnghe.engine.programmes.values import completed, value_of
from langnghe.engine.register.fields import PROVINCE

if TYPE_CHECKING:
    from datetime import date

    import polars as pl

    from langnghe.engine.programmes.plan import PlanClass, Programme
    from langnghe.engine.programmes.values import Value


@dataclass(slots=True)
class PlanClasses:
    """What the classes of each plan come to, and how many rows of its province were looked at."""

    on: date
    values: dict[tuple[str, str], Value] = field(default_factory=dict)

    def add(self, held: pl.DataFrame, untitled: pl.DataFrame) -> None:
        """Count the titles held and the villages without one of a batch."""
        for rows, kind in ((held, "titles"), (untitled, "without_title")):
            if PROVINCE not in rows.columns:
                continue
            for (name,), of_province in rows.group_by(PROVINCE):
                for plan in self._plans_of(name):
                    self._count(plan, completed(of_province), kind)

    def _count(self, plan: Programme, table: pl.DataFrame, kind: str) -> None:
        for each in plan.classes:
            if each.rows == kind:
                value, key = value_of(each.measure, table, self.on), (plan.id, each.id)
                self.values[key] = self.values[key] + value if key in self.values else value

    def plans(self) -> list[tuple[Programme, list[tuple[PlanClass, Value | None]]]]:
        """Give the plans of the provinces that were named, each class with what it comes to; no row: ``None``."""
        known = programmes()
        return [
            (plan, [(each, self.values.get((name, each.id))) for each in plan.classes])
            for name, plan in known.items()
            if any(name == counted for counted, _ in self.values)
        ]

    def _plans_of(self, province: object) -> list[Programme]:
        """The plans of a province that still have something due on the day, or name no day."""
        written = str(province or "")
        return [
            plan
            for plan in programmes().values()
            if plan.classes
            and any(target.due is None or target.due >= self.on for target in plan.targets)
            and written
            and named(written, [plan.province])
        ]

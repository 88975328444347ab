"""A plan held against a register: each target's value, whether it is reached, and what is missing to tell.

The register is read a batch at a time: what a measure comes to over a batch adds up over batches.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import polars as pl

from langnghe.engine.columns.names import TITLE
from langnghe.engine.columns.question import question
from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.law.rulebook import installed
from langnghe.engine.programmes.provinces import Provinces
from langnghe.engine.programmes.values import VERDICT, Value, completed, value_of
from langnghe.engine.register.entries import Entered
from langnghe.engine.register.fields import CLASS, REVOKED

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from langnghe.engine.columns.question import Question
    from langnghe.engine.programmes.plan import Check, Figure, Measure, PlanClass, Programme, Target
    from langnghe.engine.register.entries import Entries
    from langnghe.engine.register.mapping import Mapping

Reached = Literal["reached", "not_reached", "undetermined", "stated", "not_in_register"]


@dataclass(frozen=True, slots=True)
class Measured:
    """A target, figure or class with its value."""

    stated: Target | Figure | PlanClass
    value: Value | None
    reached: Reached


@dataclass(frozen=True, slots=True)
class Checked:
    """A plan's own arithmetic: whether it holds, and what it comes to (hundredths of a percent, or a range)."""

    stated: Check
    holds: bool
    comes_to: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ProgrammeResult:
    """A plan over a register on a day.

    ``rows`` counts titles, ``without_title`` villages that hold none, ``unclassified`` the titles not withdrawn whose
    class the register does not give.
    """

    programme: Programme
    on: date
    rows: int
    without_title: int
    rejects: tuple[tuple[int, str], ...]
    provinces: Provinces
    figures: tuple[Measured, ...]
    targets: tuple[Measured, ...]
    classes: tuple[Measured, ...]
    unclassified: int
    checks: tuple[Checked, ...]


def measure_programme(
    programme: Programme, path: Path, mapping: Mapping, on: date, lang: str = "vi"
) -> ProgrammeResult:
    """Hold a plan against a register on a day.

    Raises:
        InvalidRegister: the register cannot be read at all.
    """
    sums = _Sums(programme, on)
    for batch in Entered(path, mapping).batches(lang):
        sums.add(batch)
    return ProgrammeResult(
        programme,
        on,
        sums.rows,
        sums.without_title,
        tuple(sorted(sums.rejects)),
        sums.provinces,
        tuple(sums.measured(figure) for figure in programme.figures),
        tuple(sums.measured(target) for target in programme.targets),
        tuple(sums.measured(each) for each in programme.classes),
        sums.unclassified,
        tuple(_checked(check) for check in programme.checks),
    )


@dataclass(slots=True)
class _Sums:
    """Everything that a plan asks of a register, added up batch by batch."""

    programme: Programme
    on: date
    rows: int = 0
    without_title: int = 0
    unclassified: int = 0
    rejects: list[tuple[int, str]] = field(default_factory=list)
    provinces: Provinces = field(default_factory=Provinces)
    values: dict[str, Value] = field(default_factory=dict)
    asked: Question | None = None

    def add(self, batch: Entries) -> None:
        """Add what the measures come to over a batch."""
        self.rejects += batch.rejects
        self.rows += batch.titles.height
        self.without_title += batch.untitled.height
        self.provinces.add(batch.titles)
        titles = completed(self._with_verdicts(batch.titles))
        held = titles.filter(titles[f"{REVOKED}.last"].is_null() | (titles[f"{REVOKED}.last"] > self.on))
        self.unclassified += held[CLASS].null_count()
        for stated in self._stated():
            if stated.measure.not_in_register is None:
                self._count(stated.id, stated.measure, titles)
        untitled = completed(batch.untitled)
        for each in self.programme.classes:
            self._count(each.id, each.measure, held if each.rows == "titles" else untitled)

    def measured(self, stated: Target | Figure | PlanClass) -> Measured:
        """Give the value of something stated, and whether it is reached."""
        value = self.values.get(stated.id)
        return Measured(stated, value, "not_in_register" if value is None else _reached(stated, value))

    def _stated(self) -> list[Figure | Target]:
        return [*self.programme.figures, *self.programme.targets]

    def _with_verdicts(self, titles: pl.DataFrame) -> pl.DataFrame:
        """The facts with the verdicts of each row on those criteria of its title that the plan asks about."""
        wanted = {
            part.criterion
            for stated in self._stated()
            for condition in stated.measure.conditions()
            for part in anatomy.walk(condition)
            if isinstance(part, c.Criterion)
        }
        if not wanted:
            return titles
        asked = self.asked = self.asked or question(installed().law_on(self.on), "review", self.on)
        verdicts = asked.verdicts(titles)
        return titles.with_columns(
            pl.when(titles[TITLE].is_in(list(of))).then(verdicts[asked.column(rule, of[0])]).alias(f"{VERDICT}{rule}")
            for rule in sorted(wanted)
            if (of := asked.titles_of(rule))
        )

    def _count(self, name: str, measure: Measure, table: pl.DataFrame) -> None:
        value = value_of(measure, table, self.on)
        self.values[name] = self.values[name] + value if name in self.values else value


def _reached(stated: Target | Figure | PlanClass, value: Value) -> Reached:
    """Compare every value that is possible; parts and wholes in whole numbers."""
    limit = _limit(stated)
    if limit is None:
        return "stated"
    how, number = limit
    worst, best = _ends(value, number)
    if how == "exactly":
        if worst == best == 0:
            return "reached"
        return "undetermined" if worst <= 0 <= best else "not_reached"
    floor = 1 if how == "more_than" else 0
    if worst >= floor:
        return "reached"
    return "not_reached" if best < floor else "undetermined"


def _limit(stated: Target | Figure | PlanClass) -> tuple[str, int] | None:
    for how in ("at_least", "more_than", "exactly", "printed"):
        number = getattr(stated, how, None)
        if number is not None:
            return "exactly" if how == "printed" else how, number
    return None


def _ends(value: Value, number: int) -> tuple[float, float]:
    """How far the value lies above the limit, at worst and at best; of a share, times a hundred wholes."""
    if value.whole is None:
        return value.low - number, float("inf") if value.high is None else value.high - number
    fewest, most = value.whole
    if most == 0 or (value.high == 0 and fewest == 0):  # nothing to take a share of
        return float("-inf"), float("inf")
    best = (
        float("inf")
        if value.high is None
        else 100 * value.high - number * max(fewest, value.high if most is None else min(value.high, most), 1)
    )
    worst = float("-inf") if most is None else 100 * value.low - number * most
    return worst, best


def _checked(check: Check) -> Checked:
    if check.share is not None:
        share = check.share
        hundredths = (20_000 * share.part + share.whole) // (2 * share.whole)
        return Checked(check, 100 * share.part > share.more_than_percent * share.whole, (hundredths, hundredths))
    assert check.sum is not None  # noqa: S101  the model has one of the two
    low = sum(term[0] for term in check.sum.terms)
    high = sum(term[1] for term in check.sum.terms)
    return Checked(check, low <= check.sum.stated <= high, (low, high))

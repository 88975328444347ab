"""A plan held against a register: each target's value, whether it is reached, and what is missing to tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

import polars as pl

from langnghe.engine.columns.expressions import Reader
from langnghe.engine.columns.layout import ENDS
from langnghe.engine.columns.names import TITLE
from langnghe.engine.columns.question import question
from langnghe.engine.law import conditions as c
from langnghe.engine.law.rulebook import installed
from langnghe.engine.problems import Problem
from langnghe.engine.programmes.plan import FIELDS
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.register.rows import facts_of
from langnghe.engine.register.sources import open_register

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from langnghe.engine.programmes.plan import Check, Figure, Measure, Programme, Target
    from langnghe.engine.register.mapping import Mapping

Reached = Literal["reached", "not_reached", "undetermined", "stated", "not_in_register"]
_RULE: Final = "|"


@dataclass(frozen=True, slots=True)
class Value:
    """What a measure comes to: a number, or the least and the most it can be; of a share, parts and wholes.

    ``missing`` counts the rows that leave it open, by the field (or the criterion) that is not known.
    """

    low: int
    high: int | None
    whole: tuple[int, int | None] | None
    missing: dict[str, int]


@dataclass(frozen=True, slots=True)
class Measured:
    """A target or figure with its value."""

    stated: Target | Figure
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
    """A plan over a register on a day."""

    programme: Programme
    on: date
    rows: int
    rejects: tuple[tuple[int, str], ...]
    figures: tuple[Measured, ...]
    targets: tuple[Measured, ...]
    checks: tuple[Checked, ...]


def measure_programme(
    programme: Programme, path: Path, mapping: Mapping, on: date, lang: str = "vi"
) -> ProgrammeResult:
    """Hold a plan against a register on a day.

    Raises:
        InvalidRegister: the register cannot be read at all.
    """
    facts, rejects = _facts(path, mapping, lang)
    table = _table(facts, on)
    return ProgrammeResult(
        programme,
        on,
        facts.height,
        rejects,
        tuple(_measured(figure, table, on) for figure in programme.figures),
        tuple(_measured(target, table, on) for target in programme.targets),
        tuple(_checked(check) for check in programme.checks),
    )


def _facts(path: Path, mapping: Mapping, lang: str) -> tuple[pl.DataFrame, tuple[tuple[int, str], ...]]:
    register = open_register(path, mapping)
    try:
        targets = mapping.recognised(register.headings)
    except InvalidRegister as error:
        raise InvalidRegister(error.problems, str(path)) from None
    frames: list[pl.DataFrame] = []
    rejects: list[tuple[int, str]] = []
    for batch in register.batches(0, lang):
        facts = facts_of(batch.rows, targets, mapping, lang)
        good = facts.reasons.is_null()
        rejects += [*batch.broken, *zip(batch.numbers.filter(~good), facts.reasons.filter(~good), strict=True)]
        frames.append(facts.frame.filter(good))
    if not frames:
        raise InvalidRegister([Problem("register_empty")], str(path))
    return pl.concat(frames, how="diagonal_relaxed"), tuple(rejects)


def _table(facts: pl.DataFrame, on: date) -> pl.DataFrame:
    """The facts with every column that a measure can read, and each row's verdicts on the criteria of its title."""
    asked = question(installed().law_on(on), "review", on)
    verdicts = asked.verdicts(facts)
    rules = {node.id for it in asked.networks.values() for node in it.nodes if node.subject == "village"}
    known = {
        rule: pl.when(facts[TITLE].is_in(list(titles))).then(verdicts[asked.column(rule, titles[0])])
        for rule in sorted(rules & set(asked.law.rules))
        if (titles := asked.titles_of(rule))
    }
    absent = {
        field + end: pl.lit(None, dtype=dtype)
        for field, kind in FIELDS.items()
        for end, dtype in ENDS[kind]
        if field + end not in facts.columns
    }
    return facts.with_columns(**absent, **{f"{_RULE}{rule}": verdict for rule, verdict in known.items()})


def _measured(stated: Target | Figure, table: pl.DataFrame, on: date) -> Measured:
    measure = stated.measure
    if measure.not_in_register is not None:
        return Measured(stated, None, "not_in_register")
    value = _sums(measure, table) if measure.sum_of is not None else _rows(measure, table, on)
    return Measured(stated, value, _reached(stated, value))


def _rows(measure: Measure, table: pl.DataFrame, on: date) -> Value:
    reader = Reader(on, pl.col, lambda rule: pl.col(f"{_RULE}{rule}"), FIELDS)
    among = _asked(measure.among, reader)
    fits = _asked(measure.count if measure.count is not None else measure.percent, reader) & among
    verdicts = table.select(fits=fits, among=among)
    met, open_ = int(verdicts["fits"].sum()), verdicts["fits"].null_count()
    missing = _missing(table.filter(verdicts["fits"].is_null()), measure) if open_ else {}
    if measure.count is not None:
        return Value(met, met + open_, None, missing)
    whole = int(verdicts["among"].sum())
    return Value(met, met + open_, (whole, whole + verdicts["among"].null_count()), missing)


def _asked(condition: Any, reader: Reader) -> pl.Expr:  # noqa: ANN401  any condition
    return pl.lit(value=True) if condition is None else reader.expression(condition)


def _sums(measure: Measure, table: pl.DataFrame) -> Value:
    """Two sums over all rows; a row that leaves a count open leaves the sum open upwards."""
    missing = {
        field: unknown
        for field in (measure.sum_of, measure.in_)
        if field is not None and (unknown := table[f"{field}.low"].null_count())
    }
    (low, high), whole = (_sum(table, str(field)) for field in (measure.sum_of, measure.in_))
    return Value(low, high, whole, missing)


def _sum(table: pl.DataFrame, field: str) -> tuple[int, int | None]:
    high = table[f"{field}.high"]
    return int(table[f"{field}.low"].sum()), None if high.null_count() else int(high.sum())


def _missing(open_rows: pl.DataFrame, measure: Measure) -> dict[str, int]:
    """How many open rows lack each value asked; whether a value is known at all is never open."""
    counts: dict[str, int] = {}
    for part in (part for condition in measure.conditions() for part in c.walk(condition)):
        if isinstance(part, c.Criterion):
            counts[part.criterion] = open_rows[f"{_RULE}{part.criterion}"].null_count()
        elif not isinstance(part, c.Known) and not c.children(part):
            for field in c.fields_of(part):
                unknown = pl.any_horizontal(pl.col(field + end).is_null() for end, _ in ENDS[FIELDS[field]])
                counts[field] = int(open_rows.select(unknown.sum()).item())
    return {name: number for name, number in counts.items() if number}


def _reached(stated: Target | Figure, value: Value) -> Reached:
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


def _limit(stated: Target | Figure) -> tuple[str, int] | None:
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

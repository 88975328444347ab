"""Conditions as Polars expressions: a Boolean column whose null is *chưa đủ căn cứ*.

Polars' *and*, *or* and *not* on Booleans with null are Kleene's, so a verdict is one nullable Boolean: true is met,
false is not met. Anything that asks about the day becomes a comparison with a date worked out once.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from langnghe.engine.columns.layout import CRAFTS, DOCUMENT, HOLDS, THE_CRAFT
from langnghe.engine.dates import anniversary
from langnghe.engine.facts import FIELDS
from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.network import Constant
from langnghe.engine.values import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_UNKNOWN: Final = pl.lit(None, dtype=pl.Boolean)
_CONSTANTS: Final = {Verdict.MET: pl.lit(True), Verdict.NOT_MET: pl.lit(False), Verdict.UNDETERMINED: _UNKNOWN}  # noqa: FBT003  a literal column


class Reader:
    """Where an expression finds what it names: the columns of a subject, and the verdicts reached before it."""

    def __init__(
        self,
        day: date,
        column: Callable[[str], pl.Expr],
        verdict: Callable[[str], pl.Expr],
        kinds: Mapping[str, str] = FIELDS,
        *,
        flat: bool = False,
    ) -> None:
        """Take the day, how to read a column of the subject and the verdict of another node, and the fields' kinds.

        ``flat`` says that a row has at most one craft, whose facts and verdicts are no lists.
        """
        self.day, self.column, self.verdict, self.kinds, self.flat = day, column, verdict, kinds, flat

    def expression(self, condition: Any) -> pl.Expr:  # noqa: ANN401  any condition
        """Give a condition's verdict as an expression."""
        return _EXPRESSIONS[type(condition)](self, condition)


def _all(reader: Reader, condition: c.All) -> pl.Expr:
    return _folded((reader.expression(part) for part in condition.all), lambda one, other: one & other)


def _any(reader: Reader, condition: c.AnyOf) -> pl.Expr:
    return _folded((reader.expression(part) for part in condition.any), lambda one, other: one | other)


def _folded(parts: Iterable[pl.Expr], join: Callable[[pl.Expr, pl.Expr], pl.Expr]) -> pl.Expr:
    first, *rest = parts
    for part in rest:
        first = join(first, part)
    return first


def _verdict_is(reader: Reader, condition: c.VerdictIs) -> pl.Expr:
    reached = reader.verdict(condition.verdict.of)
    match condition.verdict.is_:
        case "undetermined":
            return reached.is_null()
        case "met":
            return reached.fill_null(value=False)
        case _:
            return ~reached.fill_null(value=True)


def _some_craft(reader: Reader, condition: c.SomeCraft) -> pl.Expr:
    each = reader.verdict(condition.some_craft)
    if reader.flat:
        return _of_the_only(reader, each)
    doubt = each.list.contains(None, nulls_equal=True)
    return each.list.contains(item=True) | pl.when(doubt).then(_UNKNOWN).otherwise(doubt)


def _the_craft(reader: Reader, condition: c.TheCraft) -> pl.Expr:
    each = reader.verdict(condition.the_craft)
    if reader.flat:
        return _of_the_only(reader, each)
    return each.list.get(reader.column(THE_CRAFT), null_on_oob=True) & (each.list.len() > 0)


def _of_the_only(reader: Reader, verdict: pl.Expr) -> pl.Expr:
    """The verdict on the one craft; without a craft *not met*, and open where that is not known."""
    there = reader.column(CRAFTS)
    return pl.when(there).then(verdict).otherwise(there)


def _known(reader: Reader, condition: c.Known) -> pl.Expr:
    field = condition.known
    match reader.kinds[field]:
        case anatomy.COUNT:
            return reader.column(f"{field}.low").is_not_null()
        case anatomy.DATE:
            return reader.column(f"{field}.first").is_not_null() | reader.column(f"{field}.last").is_not_null()
        case _:
            return reader.column(field).is_not_null()


def _present(reader: Reader, condition: c.Present) -> pl.Expr:
    listed = reader.column(condition.present)
    return listed.list.len() > 0 if condition.present == CRAFTS and not reader.flat else listed


def _one_of(reader: Reader, condition: c.OneOf) -> pl.Expr:
    chosen = reader.column(condition.one_of.field)  # comparing is six times as fast as is_in for a few values
    return _folded((chosen == value for value in condition.one_of.values), lambda one, other: one | other)


def _share(reader: Reader, condition: c.Share) -> pl.Expr:
    """A whole has at least one household, a part at least none, so 0 taking part fails whatever the total."""
    share = condition.share
    least, most = reader.column(f"{share.of}.low").fill_null(0), reader.column(f"{share.of}.high")
    fewest, highest = reader.column(f"{share.in_}.low"), reader.column(f"{share.in_}.high")
    floor = pl.max_horizontal(fewest, 1)  # passes over null
    return _between(least * 100 >= highest * share.at_least_percent, most * 100 < floor * share.at_least_percent)


def _elapsed(reader: Reader, condition: c.Elapsed) -> pl.Expr:
    elapsed = condition.elapsed
    last = last_start(reader.day, elapsed.years, strictly=elapsed.more_than_years is not None)
    return _not_after(reader, elapsed.since, last)


def last_start(day: date, years: int, *, strictly: bool) -> date | None:
    """Give the last date whose ``years``-th anniversary lies before ``day`` (``strictly``) or not after it.

    Later dates have later anniversaries, so what began on that date or before has lasted long enough, and nothing else.
    ``None`` where no date has.
    """

    def too_late(ordinal: int) -> bool:
        due = anniversary(date.fromordinal(ordinal), years)
        return due is None or (due >= day if strictly else due > day)

    too_early = bisect_left(range(1, date.max.toordinal() + 1), x=True, key=too_late)
    return date.fromordinal(too_early) if too_early else None


def _not_after(reader: Reader, field: str, last: date | None) -> pl.Expr:
    """Met where every possible day is ``last`` or earlier, not met where none is."""
    begins, ends = reader.column(f"{field}.first"), reader.column(f"{field}.last")
    if last is None:
        return _between(_CONSTANTS[Verdict.NOT_MET], begins.is_not_null())
    return _between(ends <= last, begins > last)


def _before(reader: Reader, condition: c.Before) -> pl.Expr:
    before = condition.before
    begins, ends = reader.column(f"{before.field}.first"), reader.column(f"{before.field}.last")
    if before.taken_as is None:
        return _between(ends < before.day, begins >= before.day)
    taken, open_end = (begins, True) if before.taken_as == "earliest" else (ends, False)
    known = begins.is_not_null() | ends.is_not_null()
    return pl.when(known).then((taken < before.day).fill_null(value=open_end))


def _between(surely: pl.Expr, surely_not: pl.Expr) -> pl.Expr:
    """The verdict where one of two comparisons decides; a null in them decides nothing."""
    return pl.when(surely).then(_CONSTANTS[Verdict.MET]).when(surely_not).then(_CONSTANTS[Verdict.NOT_MET])


def _competent(reader: Reader, condition: c.Competent) -> pl.Expr:
    competent = condition.competent
    authority = reader.column(competent.authority)
    first, last = reader.column(f"{competent.on}.first"), reader.column(f"{competent.on}.last")
    fitting = _CONSTANTS[Verdict.NOT_MET]
    for period in competent.periods:
        fits = (authority == period.authority).and_(
            *([first >= period.from_] if period.from_ else []),
            *([last <= period.to] if period.to else []),
            # A period without limits still needs a date.
            *([] if period.from_ or period.to else [first.is_not_null() | last.is_not_null()]),
        )
        fitting |= fits
    return fitting | _UNKNOWN


_EXPRESSIONS: Final[dict[type, Callable[[Reader, Any], pl.Expr]]] = {
    c.All: _all,
    c.AnyOf: _any,
    c.Not: lambda reader, it: ~reader.expression(it.not_),
    c.Criterion: lambda reader, it: reader.verdict(it.criterion),
    c.VerdictIs: _verdict_is,
    c.SomeCraft: _some_craft,
    c.TheCraft: _the_craft,
    c.Share: _share,
    c.Elapsed: _elapsed,
    c.Holds: lambda reader, it: reader.column(it.holds),
    c.Known: _known,
    c.Present: _present,
    c.OneOf: _one_of,
    c.ByTheDay: lambda reader, it: _not_after(reader, it.by_the_day, reader.day),
    c.Before: _before,
    c.Competent: _competent,
    c.Attached: lambda reader, it: reader.column(DOCUMENT + it.attached).fill_null(value=False),
    c.HoldsTitle: lambda reader, it: reader.column(HOLDS + it.holds_title).fill_null(value=False),
    Constant: lambda _, it: _CONSTANTS[it.verdict],
}

"""Facts to verdicts in plain Python: the independent second opinion beside :mod:`langnghe.engine.inference`.

It folds each condition directly over the values, compares calendar dates with anniversaries, and shares no arithmetic
with the compiled rules.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.dates import anniversary
from langnghe.engine.law import conditions as c
from langnghe.engine.law.anatomy import once_each
from langnghe.engine.network import Constant, Network, Verdicts
from langnghe.engine.values import Count, Verdict, any_of, negation

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.dates import DateSpan
    from langnghe.engine.facts import Facts, Values

MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED
_OF_YES_NO: Final = {True: MET, False: NOT_MET, None: UNDETERMINED}


@dataclass(slots=True)
class View:
    """What a condition is folded over: a subject's values and verdicts so far, and those of the whole case."""

    values: Values
    reached: dict[str, Verdict]
    facts: Facts
    verdicts: Verdicts


Fold = Callable[[View], Verdict]


class Reference:
    """A network made ready for folding: one function a node."""

    def __init__(self, network: Network) -> None:
        """Make the functions."""
        self._of_crafts = [(node.id, fold_of(node.condition)) for node in network.of("craft")]
        self._of_village = [(node.id, fold_of(node.condition)) for node in network.of("village")]

    def evaluate(self, facts: Facts) -> Verdicts:
        """Reach every verdict of the network from the facts."""
        verdicts = Verdicts({}, tuple({} for _ in facts.crafts or ()))
        for values, reached in zip(facts.crafts or (), verdicts.crafts, strict=True):
            craft = View(values, reached, facts, verdicts)
            for node, fold in self._of_crafts:
                reached[node] = fold(craft)
        reached = verdicts.village
        village = View(facts.village, reached, facts, verdicts)
        for node, fold in self._of_village:  # which may ask what became of the crafts, and never the other way round
            reached[node] = fold(village)
        return verdicts


def fold_of(condition: Any) -> Fold:  # noqa: ANN401  any condition
    """Give the function that folds a condition."""
    return _FOLDS[type(condition)](condition)


@once_each
def part_of(condition: Any) -> Fold:  # noqa: ANN401  any condition
    """Give the function that folds one condition by itself, such as a part of a rule whose verdict is explained."""
    return fold_of(condition)


def _all(condition: c.All) -> Fold:
    return _kleene(condition.all, NOT_MET, MET)


def _any(condition: c.AnyOf) -> Fold:
    return _kleene(condition.any, MET, NOT_MET)


def _kleene(conditions: tuple[Any, ...], deciding: Verdict, otherwise: Verdict) -> Fold:
    """*And* and *or*: one part that is ``deciding`` decides; else one that is undetermined; else ``otherwise``."""
    names, parts = _named(conditions)

    def fold(view: View) -> Verdict:
        result, reached = otherwise, view.reached
        for name in names:
            verdict = reached[name]
            if verdict is deciding:
                return deciding
            if verdict is UNDETERMINED:
                result = UNDETERMINED
        for part in parts:
            verdict = part(view)
            if verdict is deciding:
                return deciding
            if verdict is UNDETERMINED:
                result = UNDETERMINED
        return result

    return fold


def _named(conditions: tuple[Any, ...]) -> tuple[list[str], list[Fold]]:
    """Take the verdicts that conditions name apart from those to be folded; *and* and *or* know no order."""
    names = [part.criterion for part in conditions if isinstance(part, c.Criterion)]
    return names, [fold_of(part) for part in conditions if not isinstance(part, c.Criterion)]


def _not(condition: c.Not) -> Fold:
    part = fold_of(condition.not_)
    return lambda view: negation(part(view))


def _criterion(condition: c.Criterion) -> Fold:
    return lambda view: view.reached[condition.criterion]


def _verdict_is(condition: c.VerdictIs) -> Fold:
    of, verdict = condition.verdict.of, Verdict(condition.verdict.is_)
    return lambda view: MET if view.reached[of] is verdict else NOT_MET


def _some_craft(condition: c.SomeCraft) -> Fold:
    rule = condition.some_craft

    def fold(view: View) -> Verdict:
        if view.facts.crafts is None:
            return UNDETERMINED
        return any_of([craft[rule] for craft in view.verdicts.crafts])

    return fold


def _the_craft(condition: c.TheCraft) -> Fold:
    rule = condition.the_craft

    def fold(view: View) -> Verdict:
        if view.facts.the_craft is None:
            return NOT_MET if view.facts.crafts == () else UNDETERMINED
        return view.verdicts.crafts[view.facts.the_craft][rule]

    return fold


def _one_of(condition: c.OneOf) -> Fold:
    field, values = condition.one_of.field, frozenset(condition.one_of.values)

    def fold(view: View) -> Verdict:
        chosen = view.values[field]
        if chosen is None:
            return UNDETERMINED
        return MET if chosen in values else NOT_MET

    return fold


def _holds(condition: c.Holds) -> Fold:
    field = condition.holds
    return lambda view: _OF_YES_NO[view.values[field]]


def _attached(condition: c.Attached) -> Fold:
    kind = condition.attached
    return lambda view: MET if kind in view.facts.documents else NOT_MET


def _present(condition: c.Present) -> Fold:
    field = condition.present

    def fold(view: View) -> Verdict:
        listed = view.values[field]
        return UNDETERMINED if listed is None else _yes(len(listed) > 0)

    return fold


def _of_share(condition: c.Share) -> Fold:
    share = condition.share
    part, whole, percent = share.of, share.in_, share.at_least_percent
    return lambda view: _share(view.values[part], view.values[whole], percent)


def _of_elapsed(condition: c.Elapsed) -> Fold:
    since, elapsed = condition.elapsed.since, condition.elapsed
    years, strictly = elapsed.years, elapsed.more_than_years is not None
    return lambda view: _elapsed(view.values[since], view.facts.day, years, strictly=strictly)


_FOLDS: Final[dict[type, Callable[[Any], Fold]]] = {
    c.All: _all,
    c.AnyOf: _any,
    c.Not: _not,
    c.Criterion: _criterion,
    c.VerdictIs: _verdict_is,
    c.SomeCraft: _some_craft,
    c.TheCraft: _the_craft,
    c.Share: _of_share,
    c.Elapsed: _of_elapsed,
    c.OneOf: _one_of,
    c.Present: _present,
    c.Holds: _holds,
    c.Known: lambda it: lambda view: _yes(view.values[it.known] is not None),
    c.ByTheDay: lambda it: lambda view: _on_or_before(view.values[it.by_the_day], view.facts.day),
    c.Before: lambda it: lambda view: _before(view.values[it.before.field], it.before),
    c.Competent: lambda it: lambda view: _competent(view.values, it.competent),
    c.Attached: _attached,
    c.HoldsTitle: lambda it: lambda view: _yes(it.holds_title in view.facts.titles),
    Constant: lambda it: lambda _: it.verdict,
}


def _yes(holds: bool) -> Verdict:  # noqa: FBT001  a truth value is what it translates
    return MET if holds else NOT_MET


def _share(part: Count | None, whole: Count | None, percent: int) -> Verdict:
    """``met`` when every possible pair of numbers reaches the share, ``not_met`` when none does.

    A whole has at least one household, a part at least none; so 0 taking part fails whatever the total.
    """
    part, whole = part or Count(0, None), whole or Count(1, None)
    if whole.high is not None and 100 * part.low >= percent * whole.high:
        return MET
    if part.high is not None and 100 * part.high < percent * max(whole.low, 1):
        return NOT_MET
    return UNDETERMINED


def _elapsed(since: DateSpan | None, day: date, years: int, *, strictly: bool) -> Verdict:
    if since is None:
        return UNDETERMINED

    if since.last is not None and _lasted(since.last, day, years, strictly=strictly):
        return MET
    if since.first is None or _lasted(since.first, day, years, strictly=strictly):
        return UNDETERMINED
    return NOT_MET


def _lasted(start: date, day: date, years: int, *, strictly: bool) -> bool:
    due = anniversary(start, years)
    return due is not None and (day > due if strictly else day >= due)


def _on_or_before(span: DateSpan | None, day: date) -> Verdict:
    if span is None:
        return UNDETERMINED
    if span.last is not None and span.last <= day:
        return MET
    return NOT_MET if span.first is not None and span.first > day else UNDETERMINED


def _before(span: DateSpan | None, before: c.BeforeArguments) -> Verdict:
    if span is None:
        return UNDETERMINED
    surely = span.last is not None and span.last < before.day
    possibly = span.first is None or span.first < before.day
    if before.taken_as is not None:
        return _yes(possibly if before.taken_as == "earliest" else surely)
    if surely:
        return MET
    return UNDETERMINED if possibly else NOT_MET


def _competent(values: Values, arguments: c.CompetentArguments) -> Verdict:
    authority, span = values[arguments.authority], values[arguments.on]
    if authority is None or span is None:
        return UNDETERMINED
    for period in arguments.periods:
        starts = period.from_ is None or (span.first is not None and period.from_ <= span.first)
        ends = period.to is None or (span.last is not None and span.last <= period.to)
        if authority == period.authority and starts and ends:
            return MET
    return UNDETERMINED

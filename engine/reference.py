"""Facts to verdicts in plain Python: the independent second opinion beside :mod:`langnghe.engine.inference`.

It folds each condition directly over the values, compares calendar dates with anniversaries, and shares no arithmetic
with the compiled rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from langnghe.engine import conditions as c
from langnghe.engine.dates import anniversary
from langnghe.engine.network import Constant, Network, Verdicts
from langnghe.engine.values import Count, Verdict, all_of, any_of, negation

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.dates import DateSpan
    from langnghe.engine.facts import Facts, Values

MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED


def evaluate(network: Network, facts: Facts) -> Verdicts:
    """Reach every verdict of the network from the facts."""
    verdicts = Verdicts({}, tuple({} for _ in facts.crafts or ()))
    for node in network.nodes:
        if node.subject == "village":
            verdicts.village[node.id] = verdict_of(node.condition, facts.village, facts, verdicts, verdicts.village)
        else:
            for values, reached in zip(facts.crafts or (), verdicts.crafts, strict=True):
                reached[node.id] = verdict_of(node.condition, values, facts, verdicts, reached)
    return verdicts


def verdict_of(
    condition: Any,  # noqa: ANN401  any condition
    values: Values,
    facts: Facts,
    verdicts: Verdicts,
    reached: dict[str, Verdict],
) -> Verdict:
    """Fold one condition over the ``values`` of a subject, given what it has ``reached`` so far."""

    def fold(condition: Any) -> Verdict:  # noqa: ANN401, C901, PLR0911, PLR0912  one case an operator
        match condition:
            case c.All():
                return all_of([fold(child) for child in condition.all])
            case c.AnyOf():
                return any_of([fold(child) for child in condition.any])
            case c.Not():
                return negation(fold(condition.not_))
            case c.Criterion():
                return reached[condition.criterion]
            case c.VerdictIs():
                return _yes(reached[condition.verdict.of] == condition.verdict.is_)
            case c.SomeCraft():
                if facts.crafts is None:
                    return UNDETERMINED
                return any_of([craft[condition.some_craft] for craft in verdicts.crafts])
            case c.TheCraft():
                if facts.the_craft is None:
                    return NOT_MET if facts.crafts == () else UNDETERMINED
                return verdicts.crafts[facts.the_craft][condition.the_craft]
            case c.Share():
                share = condition.share
                return _share(values[share.of], values[share.in_], share.at_least_percent)
            case c.Elapsed():
                return _elapsed(values[condition.elapsed.since], facts.day, condition.elapsed)
            case c.Holds():
                return _known(values[condition.holds])
            case c.Known():
                return _yes(values[condition.known] is not None)
            case c.Present():
                listed = values[condition.present]
                return UNDETERMINED if listed is None else _yes(len(listed) > 0)
            case c.OneOf():
                chosen = values[condition.one_of.field]
                return UNDETERMINED if chosen is None else _yes(chosen in condition.one_of.values)
            case c.ByTheDay():
                return _on_or_before(values[condition.by_the_day], facts.day)
            case c.Before():
                return _before(values[condition.before.field], condition.before.day)
            case c.Competent():
                return _competent(values, condition.competent)
            case c.Attached():
                return _yes(condition.attached in facts.documents)
            case c.HoldsTitle():
                return _yes(condition.holds_title in facts.titles)
            case Constant():
                return condition.verdict
            case _:
                assert_never(condition)

    return fold(condition)


def _yes(holds: bool) -> Verdict:  # noqa: FBT001  a truth value is what it translates
    return MET if holds else NOT_MET


def _known(holds: bool | None) -> Verdict:  # noqa: FBT001  a truth value is what it translates
    return UNDETERMINED if holds is None else _yes(holds)


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


def _elapsed(since: DateSpan | None, day: date, threshold: c.ElapsedArguments) -> Verdict:
    if since is None:
        return UNDETERMINED
    strictly = threshold.more_than_years is not None

    def reached(start: date) -> bool:
        due = anniversary(start, threshold.years)
        return due is not None and (day > due if strictly else day >= due)

    latest_passes = since.last is not None and reached(since.last)
    earliest_passes = since.first is None or reached(since.first)
    if latest_passes:
        return MET
    return UNDETERMINED if earliest_passes else NOT_MET


def _on_or_before(span: DateSpan | None, day: date) -> Verdict:
    if span is None:
        return UNDETERMINED
    if span.last is not None and span.last <= day:
        return MET
    return NOT_MET if span.first is not None and span.first > day else UNDETERMINED


def _before(span: DateSpan | None, day: date) -> Verdict:
    if span is None:
        return UNDETERMINED
    if span.last is not None and span.last < day:
        return MET
    return NOT_MET if span.first is not None and span.first >= day else UNDETERMINED


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

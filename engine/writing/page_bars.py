"""Measured criteria as bars: what was measured, how sure it is, and the threshold of the rule.

Thresholds come from the rule's own condition, values from what the finding measured; positions are worked out in
whole numbers, so that a value short of the threshold is never drawn on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.dates import DateSpan, anniversary
from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.values import Count
from langnghe.engine.words import formats
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from langnghe.engine.findings import Finding
    from langnghe.engine.law.rules import Rule

# A scale of years ends at this many times the threshold; what lies beyond is drawn as an arrow.
_YEARS_SHOWN: Final = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar to draw: words for people, and positions in percent of its length.

    Surely reached is the part up to ``low``; from ``low`` to ``high`` it may or may not be. ``beyond`` tells that the
    value runs past the end of the scale.
    """

    measured: str
    threshold: str
    start: str
    end: str
    low: str
    uncertain: str
    at: str
    beyond: bool


def bars_of(rule: Rule, finding: Finding, day: date, lang: str) -> list[Bar]:
    """Give a bar for each share and each time span that a rule measures."""
    bars = []
    for condition in anatomy.walk(rule.requires):
        match condition:
            case c.Share():
                bars.append(_of_share(condition.share, finding.measured, lang))
            case c.Elapsed():
                bars.append(_of_elapsed(condition.elapsed, finding.measured, day, lang))
    return bars


def _of_share(share: c.ShareArguments, measured: dict[str, Any], lang: str) -> Bar:
    part, whole = _count(measured, share.of), _count(measured, share.in_)
    threshold = formats.percent(share.at_least_percent, lang)
    low, high = _share_range(part or Count(0, None), whole or Count(0, None))
    return _bar(
        say("page.measured", lang, value=formats.share(part, whole, share.at_least_percent, lang)),
        say("page.at_least", lang, threshold=threshold),
        formats.percent(100, lang),
        (low, high, Fraction(share.at_least_percent, 100)),
    )


def _share_range(part: Count, whole: Count) -> tuple[Fraction, Fraction]:
    """Give the smallest and the largest share that the counts allow."""
    fewest = max(whole.low, 1)
    least = Fraction(0) if whole.high is None else Fraction(part.low, max(whole.high, 1))
    most = Fraction(1) if part.high is None else Fraction(part.high, fewest)
    return min(least, Fraction(1)), min(most, Fraction(1))


def _of_elapsed(elapsed: c.ElapsedArguments, measured: dict[str, Any], day: date, lang: str) -> Bar:
    span = _span(measured, elapsed.since)
    low = Fraction(0) if span.last is None else _years(span.last, day)
    top = _YEARS_SHOWN * elapsed.years
    high = Fraction(top + 1) if span.first is None else _years(span.first, day)
    known = span.first is not None or span.last is not None
    key = "page.more_than" if elapsed.more_than_years is not None else "page.at_least"
    value = formats.elapsed_range(span, day, lang) if known else say("value.unknown", lang)
    return _bar(
        say("page.measured", lang, value=value),
        say(key, lang, threshold=say("years", lang, years=elapsed.years)),
        say("years", lang, years=top),
        (low / top, high / top, Fraction(elapsed.years, top)),
    )


def _years(since: date, day: date) -> Fraction:
    """Give the years from one day to another; whole exactly on anniversaries, nothing before the first day."""
    if since > day:
        return Fraction(0)
    years = day.year - since.year
    reached = anniversary(since, years)
    if reached is None or reached > day:
        years -= 1
        reached = anniversary(since, years)
    following = anniversary(since, years + 1)
    if reached is None or following is None:  # at the end of the calendar
        return Fraction(years)
    return years + Fraction((day - reached).days, (following - reached).days)


def _bar(measured: str, threshold: str, end: str, positions: tuple[Fraction, Fraction, Fraction]) -> Bar:
    low, high, at = positions
    shown = min(low, Fraction(1)), min(high, Fraction(1))
    return Bar(
        measured=measured,
        threshold=threshold,
        start="0",
        end=end,
        low=_percent(shown[0]),
        uncertain=_percent(shown[1] - shown[0]),
        at=_percent(at),
        beyond=high > 1,
    )


def _percent(part: Fraction) -> str:
    """Write a position for SVG, cut off after two places: never rounded up to the threshold."""
    hundredths = int(part * 10_000)
    return f"{hundredths // 100}.{hundredths % 100:02}%"


def _measured(measured: dict[str, Any], field: str) -> Any:  # noqa: ANN401  a pair of bounds or nothing
    return measured.get(field.rpartition(".")[2])


def _count(measured: dict[str, Any], field: str) -> Count | None:
    bounds = _measured(measured, field)
    return None if bounds is None else Count(*bounds)


def _span(measured: dict[str, Any], field: str) -> DateSpan:
    first, last = (end and date.fromisoformat(end) for end in _measured(measured, field) or (None, None))
    return DateSpan(first, last, "")

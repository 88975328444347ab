"""Numbers, shares, dates and times in the form of each language; exact, from whole numbers only."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING, Final

from langnghe.engine.dates import DateSpan, anniversary
from langnghe.engine.values import Count
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from datetime import date

_GROUP: Final = {"vi": ".", "en": ","}
_POINT: Final = {"vi": ",", "en": "."}


def number(value: int, lang: str) -> str:
    """Write a whole number with its thousands apart: ``1.643`` in Vietnamese, ``1,643`` in English."""
    return f"{value:,}".replace(",", _GROUP[lang])


def count(value: Count | None, lang: str) -> str:
    """Write a count: ``323``, ``≥ 301``, ``≤ 20``, ``300–350``, or the word for unknown."""
    if value is None:
        return say("value.unknown", lang)
    if value.exact:
        return number(value.low, lang)
    if value.high is None:
        return f"≥ {number(value.low, lang)}"
    if value.low == 0:
        return f"≤ {number(value.high, lang)}"
    return f"{number(value.low, lang)}–{number(value.high, lang)}"


def percent(whole: int, lang: str) -> str:
    """Write a threshold in whole percent: ``20 %``."""
    return f"{whole} %" if lang == "vi" else f"{whole}%"


def _hundredths(part: int, whole: int, threshold: int) -> int:
    """The share in hundredths of a percent, rounded half up, but never across the threshold it is held against."""
    rounded = (20_000 * part + whole) // (2 * whole)
    limit = 100 * threshold
    if rounded >= limit and 100 * part < threshold * whole:
        return limit - 1
    return rounded


def _share_of(part: int, whole: int, threshold: int, lang: str) -> str:
    hundredths = _hundredths(part, whole, threshold)
    text = f"{hundredths // 100}{_POINT[lang]}{hundredths % 100:02}"
    return f"{text} %" if lang == "vi" else f"{text}%"


def share(part: Count | None, whole: Count | None, threshold: int, lang: str) -> str:
    """Write the share of ``part`` in ``whole`` as both are known: ``54,19 %``, ``≥ 50,50 %``, ``18,75–21,88 %``.

    ``threshold`` is the whole percent it is held against.
    """
    part, whole = part or Count(0, None), whole or Count(1, None)
    floor = max(whole.low, 1)
    if part.high == 0:
        return _share_of(0, floor, threshold, lang)
    least = None if whole.high is None else _share_of(min(part.low, whole.high), whole.high, threshold, lang)
    most = None if part.high is None or part.high >= floor else _share_of(part.high, floor, threshold, lang)
    if part.exact and whole.exact:
        return least or most or ""
    least = least if part.low else None
    if least and most:
        return f"{least} – {most}"
    if least or most:
        return f"≥ {least}" if least else f"≤ {most}"
    return say("value.unknown", lang)


def day(value: date, lang: str) -> str:
    """Write a day: ``29/07/2022`` in Vietnamese, ``29 July 2022`` in English."""
    if lang == "vi":
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    return f"{value.day} {_ENGLISH_MONTHS[value.month]} {value.year}"


def day_of_every_year(month_day: str, lang: str) -> str:
    """Write a day that comes every year (``11-30``): ``30/11`` in Vietnamese, ``30 November`` in English."""
    month, number = (int(part) for part in month_day.split("-"))
    return f"{number:02}/{month:02}" if lang == "vi" else f"{number} {_ENGLISH_MONTHS[month]}"


# Not from the calendar module, whose names follow the machine's locale.
_ENGLISH_MONTHS: Final = (
    "",
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def span(value: DateSpan | None, lang: str) -> str:  # noqa: PLR0911  one return a form
    """Write when something happened, as far as it is known: a day, a year, a range, or one open end."""
    if value is None:
        return say("value.unknown", lang)
    first, last = value.first, value.last
    if first is not None and first == last:
        return say("span.day", lang, day=day(first, lang))
    if first is None and last is None:
        return say("value.unknown", lang)
    if first is None or last is None:
        edge, key = (last, "span.until") if first is None else (first, "span.from")
        assert edge is not None  # noqa: S101  one end is known here
        whole_year = (edge.month, edge.day) == ((12, 31) if first is None else (1, 1))
        return say(f"{key}_year" if whole_year else key, lang, day=day(edge, lang), year=edge.year)
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
        if first.year == last.year:
            return say("span.year", lang, year=first.year)
        return say("span.years", lang, first=first.year, last=last.year)
    if first.replace(day=1) == last.replace(day=1) and last.day == calendar.monthrange(last.year, last.month)[1]:
        month = f"{first.month:02}" if lang == "vi" else _ENGLISH_MONTHS[first.month]
        return say("span.month", lang, month=month, year=first.year)
    return say("span.days", lang, first=day(first, lang), last=day(last, lang))


def elapsed(since: date, until: date, lang: str) -> str:
    """Write the time between two days in full years and days: ``7 năm 136 ngày``, ``tròn 2 năm``."""
    if since > until:
        return say("elapsed.not_begun", lang)
    years = until.year - since.year
    reached = anniversary(since, years)
    if reached is None or reached > until:
        years -= 1
        reached = anniversary(since, years)
    assert reached is not None  # noqa: S101  it lies on or before ``until``
    days = (until - reached).days
    key = "years" if days == 0 else "years_days" if years else "days"
    return say(f"elapsed.{key}", lang, years=years, days=days)


def elapsed_range(since: DateSpan, until: date, lang: str) -> str:
    """Write the time that may have passed: exact, ``từ … đến …``, ``ít nhất …`` or ``nhiều nhất …``."""
    least = None if since.last is None else elapsed(since.last, until, lang)
    most = None if since.first is None else elapsed(since.first, until, lang)
    if least == most and least is not None:
        return least
    if most is None:
        return say("elapsed.at_least", lang, time=least) if least else say("value.unknown", lang)
    if least is None:
        return say("elapsed.at_most", lang, time=most)
    return say("elapsed.between", lang, least=least, most=most)


def listed(items: list[str], lang: str, most: int = 5) -> str:
    """Write a list of words, shortened after ``most``."""
    if len(items) <= most:
        return ", ".join(items)
    return say("list.more", lang, items=", ".join(items[:most]), more=len(items) - most)

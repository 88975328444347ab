"""Days of the calendar, and intervals of days in which something happened."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

_LEAP_DAY: Final = (2, 29)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """The interval of days that a written date can mean, both ends included.

    ``None`` at an end means that nothing bounds it there. ``widened`` tells that ``?`` or ``~`` made the
    interval wider than the digits say.
    """

    first: date | None
    last: date | None
    text: str
    widened: bool = False

    @property
    def exact(self) -> bool:
        """Whether it can mean one day only."""
        return self.first is not None and self.first == self.last

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> Any:  # noqa: ANN401  pydantic's hook
        """Spare pydantic working out the dataclass for each field of it: :func:`.edtf.parse_span` reads them all."""
        from pydantic_core.core_schema import is_instance_schema

        return is_instance_schema(cls)


def as_day(on: object) -> date | None:
    """Take the day a caller asks for; of a date with a time, its day.

    Raises:
        TypeError: it is neither a date nor ``None``.
    """
    if on is None:
        return None
    if not isinstance(on, date):
        msg = f"on must be a datetime.date, not {type(on).__name__}"
        raise TypeError(msg)
    return calendar_date(on)


def calendar_date(value: date) -> date:
    """Give a date without the time of day that a moment has besides."""
    return date(value.year, value.month, value.day)


def anniversary(day: date, years: int) -> date | None:
    """Give the ``years``-th anniversary of ``day``; of 29 February, 1 March in years without one.

    ``None`` where it lies beyond the calendar (year 9999).
    """
    year = day.year + years
    if year > date.max.year:
        return None
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def half_steps(since: date, day: date) -> int:
    """Tell the time from ``since`` to ``day`` in whole numbers that keep the anniversary apart.

    Twice the number of anniversaries reached, plus one where the last of them is already past. So *at least
    n years* is ``>= 2n`` and *more than n years* is ``> 2n``; ``-1`` where ``since`` lies after ``day``.
    """
    if since > day:
        return -1
    here, there = (day.month, day.day), (since.month, since.day)
    if there == _LEAP_DAY and not calendar.isleap(day.year):
        there = (3, 1)
    if here < there:
        return 2 * (day.year - since.year) - 1
    return 2 * (day.year - since.year) + (here > there)

"""Working days (ngày làm việc): Vietnam's public holidays and swapped days from the ``holidays`` library.

A rule file adds the swaps that the library does not know yet; nothing else is kept here.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from langnghe.engine.text import TextField

_SATURDAY: Final = 5  # of ``date.weekday``


class Swap(BaseModel):
    """A working day taken off against a day of rest that was worked (hoán đổi ngày làm việc)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    off: date
    worked: date
    source: TextField

    @model_validator(mode="after")
    def _of_two_kinds(self) -> Self:
        if self.off.weekday() >= _SATURDAY or self.worked.weekday() < _SATURDAY:
            days = {"off": self.off.isoformat(), "worked": self.worked.isoformat()}
            raise PydanticCustomError("swap_days", "not a swap", days)
        return self


class Calendar(BaseModel):
    """``working-days.yaml``: swaps that the library lacks."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal["langnghe/calendar/v1"]
    swapped: tuple[Swap, ...] = ()


@lru_cache(maxsize=4096)
def working_day_after(start: date, days: int, calendar: Calendar | None = None) -> date | None:
    """Give the ``days``-th working day after ``start``, which itself does not count; ``None`` past the calendar."""
    from holidays import country_holidays  # deferred: heavy, and only dossiers that were received need it

    try:
        known = country_holidays("VN")
        for swap in calendar.swapped if calendar else ():
            known[swap.off] = swap.source  # first: naming a day makes the library fill that year
            known.weekend_workdays.add(swap.worked)
        due: date = known.get_nth_working_day(start, days)
    except (OverflowError, ValueError):  # the year after 9999, by addition or by construction
        return None
    return due

"""Time limits in working days (ngày làm việc), with Vietnam's public holidays and swapped days."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from langnghe.engine.dossier import Dossier
    from langnghe.engine.rulebook import LawOnDay


class Deadlines(BaseModel):
    """By when the decision is due; ``None`` where the day a valid dossier was received is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    decision_due_on: date | None
    working_days: int


def deadlines_of(dossier: Dossier, law: LawOnDay) -> Deadlines:
    """Work out the time limit of the decision on a dossier."""
    limit = next(limit for limit in law.time_limits if limit.id == "decision")
    received = dossier.received_on
    due = None if received is None else working_day_after(received, limit.working_days)
    return Deadlines(decision_due_on=due, working_days=limit.working_days)


@lru_cache(maxsize=4096)
def working_day_after(start: date, days: int) -> date | None:
    """Give the ``days``-th working day after ``start``, which itself does not count; ``None`` past the calendar."""
    from holidays import country_holidays  # deferred: heavy, and only dossiers that were received need it

    try:
        due: date = country_holidays("VN").get_nth_working_day(start, days)
    except OverflowError:
        return None
    return due

"""Time limits in working days (ngày làm việc), with Vietnam's public holidays and swapped days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from langnghe.engine.procedure import Procedure, reports_of, roles_of
from langnghe.engine.words.citation import citation
from langnghe.engine.workdays import working_day_after

if TYPE_CHECKING:
    from langnghe.engine.law.procedures import TimeLimit
    from langnghe.engine.result import Decided


class Deadlines(Procedure):
    """By when the decision is due; ``None`` where the day a valid dossier was received is not known.

    ``working_days`` is the limit that counts, ``citation`` where it comes from: the national provision, or the source
    of a province's shorter limit; ``national_working_days`` is the limit of ``provision``.
    """

    decision_due_on: date | None
    working_days: int
    national_working_days: int
    provision: str
    citation: str


def deadlines_of(decided: Decided) -> Deadlines:
    """Work out the time limit of the decision on a dossier, who acts on it, and the reports that come next."""
    case = decided.case
    national, cited = _national(decided)
    days = national.working_days
    province = case.overlay
    for own in province.time_limits if province else ():
        if province and own.id == national.id and own.working_days < days:
            days, cited = own.working_days, province.source(own, decided.lang)
    received = case.dossier.received_on
    return Deadlines(
        decision_due_on=None if received is None else working_day_after(received, days, case.rulebook.calendar),
        working_days=days,
        national_working_days=national.working_days,
        provision=national.full_provision,
        citation=cited,
        roles=roles_of(decided, "assess"),
        reports=reports_of(decided),
    )


def _national(decided: Decided) -> tuple[TimeLimit, str]:
    """The limit of the national law, and its citation: the same for every dossier under one law."""
    law, key = decided.case.law, ("time limit", decided.lang)
    found: tuple[TimeLimit, str] | None = law.memo.get(key)
    if found is None:
        national = next(limit for limit in law.time_limits if limit.id == DECISION)
        cited = citation(national.full_provision, decided.case.rulebook, decided.lang)
        found = law.memo[key] = national, cited
    return found


DECISION: Final = "decision"  # the id of the limit for deciding on a dossier

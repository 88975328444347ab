"""The procedure around a dossier (trình tự): who acts on it, and which reports come next."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from langnghe.engine.law.procedures import next_before
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.law.procedures import Question
    from langnghe.engine.result import Decided


class Responsible(BaseModel):
    """Which authority does what; ``inferred`` where no text that was seen says so, with the reason."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: str
    authority: str
    name: str
    task: str
    provision: str
    citation: str
    inferred: bool
    reason: str | None


class ReportDue(BaseModel):
    """The next yearly report: due *before* a day, so in time to ``last_day``; a province's own has no ``provision``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    report: str
    name: str
    before: date
    last_day: date
    provision: str | None
    citation: str


class Procedure(BaseModel):
    """Who acts, and by when reports are due, on the day of the result."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    roles: tuple[Responsible, ...]
    reports: tuple[ReportDue, ...]


def procedure_of(decided: Decided, question: Question) -> Procedure:
    """Give the roles and reports of a result."""
    return Procedure(roles=roles_of(decided, question), reports=reports_of(decided))


def roles_of(decided: Decided, question: Question) -> tuple[Responsible, ...]:
    """Give who acts when a dossier is assessed, or a title reviewed, under the law of the result."""
    key = ("roles", question, decided.lang)  # the same for every dossier under one law
    found: tuple[Responsible, ...] | None = decided.case.law.memo.get(key)
    if found is None:
        found = decided.case.law.memo[key] = _roles(decided, question)
    return found


def _roles(decided: Decided, question: Question) -> tuple[Responsible, ...]:
    return tuple(
        Responsible(
            role=role.id,
            authority=role.authority,
            name=say(f"value.{role.authority}", decided.lang),
            task=role.task.in_(decided.lang),
            provision=role.full_provision,
            citation=citation(role.full_provision, decided.case.rulebook, decided.lang),
            inferred=role.inferred,
            reason=role.reason.in_(decided.lang) if role.reason else None,
        )
        for role in decided.case.law.roles
        if question in role.serves
    )


def reports_of(decided: Decided) -> tuple[ReportDue, ...]:
    """Give the next report of each kind, national and provincial, the earliest first."""
    found = [*_national_reports(decided), *_provincial_reports(decided)]
    return tuple(sorted(found, key=lambda each: (each.before, each.report)))


def _national_reports(decided: Decided) -> Iterator[ReportDue]:
    for report in decided.case.law.reports:
        if due := next_before(report.before, decided.case.facts.day):
            cited = citation(report.full_provision, decided.case.rulebook, decided.lang)
            yield _due(report.id, report.name.in_(decided.lang), due, report.full_provision, cited)


def _provincial_reports(decided: Decided) -> Iterator[ReportDue]:
    if (province := decided.case.overlay) is None:
        return
    for report in province.reports:
        due = next_before(report.before, decided.case.facts.day)
        if due and report.in_force.covers(due[1]):  # a plan for one year asks for no report in the next
            source = province.source(report, decided.lang)
            yield _due(report.id, report.name.in_(decided.lang), due, None, source)


@lru_cache(maxsize=256)  # the same for every dossier and every day of a year up to it
def _due(report: str, name: str, due: tuple[date, date], provision: str | None, cited: str) -> ReportDue:
    before, last_day = due
    return ReportDue(report=report, name=name, before=before, last_day=last_day, provision=provision, citation=cited)

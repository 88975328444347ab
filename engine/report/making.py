"""From a register to its yearly report: counts of every record, and the titles not kept handed on one by one.

The register is read a batch at a time and nothing of it is kept but counts; who listens decides how many of the named
titles and of the rejects are held on to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

import polars as pl

from langnghe.engine.columns.answers import answers
from langnghe.engine.columns.names import OUTCOME, TITLE
from langnghe.engine.columns.question import question
from langnghe.engine.law.procedures import next_before
from langnghe.engine.law.rulebook import Rulebook, RulebookId, installed
from langnghe.engine.report.classes import PlanClasses
from langnghe.engine.report.named import Named, Naming
from langnghe.engine.report.shares import Measure, share_measure
from langnghe.engine.report.tally import HELD, Counting, Tally, statuses
from langnghe.engine.report.words import alphabetical
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from langnghe.engine.law.rulebook import LawOnDay
    from langnghe.engine.register.entries import Entered, Entries

# The outcomes in the order in which a report lists them; a title of the first needs no list.
OUTCOMES: Final = ("keep", "propose_revocation", "remedy", "undetermined")
KEPT: Final = OUTCOMES[0]
_RECORD: Final = "|record"  # no column of a register begins so
_AT_ONCE: Final = 1_000  # rows looked through for titles to name, before it is asked whether any are wanted still
_PROVINCES_ASKED: Final = 70  # whose reporting days are looked up; the country never had more


class Listener(Protocol):
    """Who takes the titles by name and the rejects while the register is read."""

    def wants(self, outcome: str) -> bool:
        """Tell whether another title of that outcome is wanted by name."""

    def named(self, title: Named) -> None:
        """Take a title that is not kept."""

    def rejected(self, record: int, reason: str) -> None:
        """Take a record that cannot be read, and why."""


@dataclass(frozen=True, slots=True)
class Due:
    """A report due before a day, under which provision or plan."""

    name: str
    before: date
    citation: str


@dataclass(frozen=True, slots=True)
class Report:
    """The yearly report of a register on a day. It proposes; people decide."""

    register: str
    on: date
    lang: str
    rulebook: Rulebook
    law: LawOnDay
    tally: Tally
    classes: PlanClasses
    measure: Measure | None
    due: tuple[Due, ...]
    reporters: tuple[str, ...]
    provinces: tuple[str, ...]

    @property
    def identity(self) -> RulebookId:
        """The version and hash of the rules."""
        return self.rulebook.identity


def make_report(  # noqa: PLR0913  one parameter an option
    entered: Entered,
    on: date,
    listener: Listener,
    *,
    lang: str = "vi",
    rulebook: Rulebook | None = None,
    progress: Callable[[int, int | None], None] = lambda done, length: None,  # noqa: ARG005  nobody looks
) -> Report:
    """Count a register for the yearly report.

    Takes the opened register, the day, who takes titles and rejects, the language, a rulebook other than the installed
    one, and who is told how far it has got.

    Raises:
        InvalidRegister: there is not one record.
        InternalDisagreement: the columns and the review of a dossier come to different outcomes.
    """
    rulebook = rulebook or installed()
    law = rulebook.law_on(on)
    asked, measure = question(law, "review", on), share_measure(law)
    counting, naming, tally = Counting(asked, measure), Naming(rulebook, on, lang), Tally()
    classes = PlanClasses(on)
    progress(0, entered.length)
    for each in entered.batches(lang):
        status = statuses(each.titles, on)
        held = each.titles.filter(status == HELD)
        answered = answers(asked, held, held[TITLE])
        counting.count(each, status, answered, tally)
        classes.add(held, each.untitled)
        for record, reason in each.rejects:
            listener.rejected(record, reason)
        for record, row in _not_kept(each, status, answered, listener):
            listener.named(naming.named(record, row))
        progress(each.records, entered.length)
    if not tally.balanced():
        raise AssertionError(tally)
    provinces = tuple(sorted({place[0] for place in tally.places if place[0]}, key=alphabetical))
    return Report(
        entered.path.name,
        on,
        lang,
        rulebook,
        law,
        tally,
        classes,
        measure,
        tuple(_due(rulebook, law, provinces, on, lang)),
        tuple(_reporters(rulebook, law, lang)),
        provinces,
    )


def _not_kept(
    batch: Entries, status: pl.Series, answered: pl.DataFrame, listener: Listener
) -> Iterator[tuple[int, dict[str, object]]]:
    """Give the rows of titles not kept that are wanted by name, in the order of the register."""
    held = status == HELD
    outcome = answered[OUTCOME].cast(pl.String)
    facts = batch.titles.filter(held).hstack(batch.carried.filter(held))
    rows = facts.with_columns(outcome, batch.numbers.filter(held).alias(_RECORD)).filter(outcome != KEPT)
    for some in rows.iter_slices(_AT_ONCE):
        wanted = [each for each in OUTCOMES if each != KEPT and listener.wants(each)]
        if not wanted:
            return
        for row in some.filter(pl.col(OUTCOME).is_in(wanted)).iter_rows(named=True):
            if listener.wants(row[OUTCOME]):
                yield row.pop(_RECORD), row


def _due(rulebook: Rulebook, law: LawOnDay, provinces: tuple[str, ...], on: date, lang: str) -> Iterator[Due]:
    """Give the reports that come next, national and of the register's provinces."""
    for report in law.reports:
        if due := next_before(report.before, on):
            yield Due(report.name.in_(lang), due[0], citation(report.full_provision, rulebook, lang))
    for name in provinces[:_PROVINCES_ASKED]:
        found = rulebook.province_on(name, on)
        for each in found.reports if found else ():
            due = next_before(each.before, on)
            if found and due and each.in_force.covers(due[1]):
                yield Due(each.name.in_(lang), due[0], found.source(each, lang))


def _reporters(rulebook: Rulebook, law: LawOnDay, lang: str) -> Iterator[str]:
    """Say who makes the report, under its provision, and why where no text says so."""
    provisions = {report.full_provision for report in law.reports}
    for role in law.roles:
        if role.full_provision in provisions:
            who = say(f"value.{role.authority}", lang)
            cited = citation(role.full_provision, rulebook, lang)
            reason = f" {role.reason.in_(lang)}" if role.reason else ""
            yield say("report.reporter", lang, who=who, citation=cited) + reason

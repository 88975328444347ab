"""The index of a run over many dossiers, as a page: one row a file, whether it could be assessed or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from langnghe.engine.words import formats
from langnghe.engine.words.messages import say
from langnghe.engine.writing.labels import address, subject_name
from langnghe.engine.writing.page import MARKS, TONES
from langnghe.engine.writing.page_template import rendered

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.assessment import Assessment
    from langnghe.engine.law.rulebook import Rulebook

OUTCOMES: Final = ("eligible", "not_eligible", "undetermined")


@dataclass(frozen=True, slots=True)
class Row:
    """One file of the run; ``problems`` is all there is of one that could not be assessed.

    ``page`` and ``minutes`` are the names of files that stand beside the index.
    """

    file: str
    problems: tuple[str, ...] = ()
    dossier: str = ""
    place: str = ""
    address: str = ""
    title: str = ""
    outcome: str = ""
    recommendation: str = ""
    failing: tuple[str, ...] = ()
    undetermined: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    due: date | None = None
    page: str | None = None
    minutes: str | None = None


def assessed(file: str, assessment: Assessment, rulebook: Rulebook, lang: str) -> Row:
    """Give the row of a dossier that was assessed."""
    law, dossier = rulebook.law_on(assessment.on), assessment.decided.case.dossier
    return Row(
        file=file,
        dossier=assessment.dossier,
        place=subject_name(dossier, assessment.findings),
        address=address(dossier),
        title=say(f"title.{assessment.title}", lang),
        outcome=assessment.outcome,
        recommendation=next(row.name.in_(lang) for row in law.recommendations if row.id == assessment.recommendation),
        failing=tuple(each.name for each in assessment.findings if each.verdict == "not_met"),
        undetermined=tuple(each.name for each in assessment.findings if each.verdict == "undetermined"),
        missing=tuple(paper.name for paper in assessment.documents.missing),
        due=assessment.deadlines.decision_due_on,
    )


def counts(rows: list[Row]) -> dict[str, int]:
    """Count the rows by outcome, and those that could not be assessed."""
    found = {outcome: sum(row.outcome == outcome for row in rows) for outcome in OUTCOMES}
    return {**found, "invalid": sum(bool(row.problems) for row in rows)}


def index_page(rows: list[Row], lang: str) -> str:
    """Lay out the index as an HTML document whose links lead to the files beside it."""

    def tell(key: str, **slots: Any) -> str:  # noqa: ANN401  slots take what can be printed
        return say(key, lang, **slots)

    def written(day: date) -> str:
        return formats.day(day, lang)

    return rendered(
        "index.html",
        lang,
        rows=rows,
        counts=counts(rows),
        marks={outcome: MARKS[TONES[outcome]] for outcome in OUTCOMES},
        tones=TONES,
        say=tell,
        date=written,
        link=quote,
    )

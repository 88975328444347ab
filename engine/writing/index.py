"""The index of a run over many dossiers, as a page: one row a file or a title held, whether it could be read or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias
from urllib.parse import quote

from langnghe.engine.words import formats
from langnghe.engine.words.messages import say
from langnghe.engine.writing.labels import address, subject_name
from langnghe.engine.writing.page import MARKS, TONES
from langnghe.engine.writing.page_template import rendered

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.assessment import Assessment
    from langnghe.engine.dossier import Dossier, HeldTitle
    from langnghe.engine.law.rulebook import Rulebook
    from langnghe.engine.review import Review

Kind: TypeAlias = Literal["assess", "review"]

_OUTCOMES: Final[dict[Kind, tuple[str, ...]]] = {
    "assess": ("eligible", "not_eligible", "undetermined"),
    "review": ("keep", "propose_revocation", "remedy", "undetermined"),
}
# The columns of the page, by their messages.
_COLUMNS: Final[dict[Kind, tuple[str, ...]]] = {
    "assess": ("dossier", "title", "outcome", "failing", "undetermined", "missing", "due", "results"),
    "review": ("dossier", "title", "outcome", "failing", "undetermined", "notes", "results"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One file of the run, or one title that a file's dossier holds; ``problems`` is all of a file that cannot be used.

    ``page`` and ``minutes`` are the names of files that stand beside the index, ``anchor`` the place on the page. Of a
    dossier that is reviewed and holds no title, ``told`` says so and ``outcome`` is empty.
    """

    file: str
    problems: tuple[str, ...] = ()
    dossier: str = ""
    place: str = ""
    address: str = ""
    title: str = ""
    decision: str = ""
    outcome: str = ""
    told: str = ""
    recommendation: str = ""
    citation: str = ""
    failing: tuple[str, ...] = ()
    undetermined: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    due: date | None = None
    page: str | None = None
    anchor: str = ""
    minutes: str | None = None

    @property
    def page_link(self) -> str:
        """Give the link to the page, to the title's own place on it."""
        return quote(self.page or "") + (f"#{self.anchor}" if self.anchor else "")

    @property
    def minutes_link(self) -> str:
        """Give the link to the minutes."""
        return quote(self.minutes or "")


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
        told=say(f"outcome.{assessment.outcome}", lang),
        recommendation=next(row.name.in_(lang) for row in law.recommendations if row.id == assessment.recommendation),
        failing=tuple(each.name for each in assessment.findings if each.verdict == "not_met"),
        undetermined=tuple(each.name for each in assessment.findings if each.verdict == "undetermined"),
        missing=tuple(paper.name for paper in assessment.documents.missing),
        due=assessment.deadlines.decision_due_on,
    )


def reviewed(file: str, dossier: Dossier, reviews: list[Review], rulebook: Rulebook, lang: str) -> list[Row]:
    """Give one row a title that was reviewed, with its reasons; of a dossier without titles, one that says so."""
    if not reviews:
        told = say("index.no_titles", lang)
        return [Row(file, dossier=dossier.id, place=dossier.place.name, address=address(dossier), told=told)]
    return [
        _title_row(file, dossier, held, review, rulebook, lang, f"t{number}")
        for number, (held, review) in enumerate(zip(dossier.titles_held or (), reviews, strict=True), start=1)
    ]


def _title_row(  # noqa: PLR0913, PLR0917  what a row tells of
    file: str, dossier: Dossier, held: HeldTitle, review: Review, rulebook: Rulebook, lang: str, anchor: str
) -> Row:
    outcome = next(row for row in rulebook.law_on(review.on).review_outcomes if row.id == review.outcome)
    common = outcome.note.in_(lang) if outcome.note else ""  # the same for every title of the outcome: for its page
    note = (review.note or "").removeprefix(common).strip()
    return Row(
        file=file,
        dossier=review.dossier,
        place=subject_name(dossier, review.findings),
        address=address(dossier),
        title=say("index.held", lang, title=say(f"title.{review.title}", lang), name=review.name),
        decision=say("index.decided", lang, decision=review.decision, day=formats.span(held.decided_on, lang)),
        outcome=review.outcome,
        told=outcome.name.in_(lang),
        citation=review.citation,
        failing=tuple(f"{each.name}: {each.reason}" for each in review.findings if each.verdict == "not_met"),
        undetermined=tuple(each.name for each in review.findings if each.verdict == "undetermined"),
        notes=(*([note] if note else ()), *(warning.message for warning in review.warnings)),
        anchor=anchor,
    )


def index_page(kind: Kind, rows: list[Row], files: int, lang: str) -> str:
    """Lay out the index of so many files as an HTML document whose links lead to the files beside it."""

    def tell(key: str, **slots: Any) -> str:  # noqa: ANN401  slots take what can be printed
        return say(key, lang, **slots)

    def written(day: date) -> str:
        return formats.day(day, lang)

    return rendered(
        "index.html",
        lang,
        kind=kind,
        columns=_COLUMNS[kind],
        rows=rows,
        files=files,
        counts=_counts(kind, rows),
        marks={outcome: MARKS[TONES[outcome]] for outcome in _OUTCOMES[kind]},
        tones=TONES,
        say=tell,
        date=written,
    )


def _counts(kind: Kind, rows: list[Row]) -> dict[str, int]:
    """Count the rows by outcome, those without a title, and those that could not be used."""
    found = {outcome: sum(row.outcome == outcome for row in rows) for outcome in _OUTCOMES[kind]}
    invalid = sum(bool(row.problems) for row in rows)
    return {**found, "no_titles": len(rows) - sum(found.values()) - invalid, "invalid": invalid}

"""The review of titles held: ``langnghe/review/v1`` (rà soát danh hiệu đã công nhận)."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pydantic import computed_field

from langnghe.engine.case import decide
from langnghe.engine.dates import as_day
from langnghe.engine.evaluation import evaluator
from langnghe.engine.law.rulebook import Rulebook, RulebookId, installed
from langnghe.engine.notice import Notice
from langnghe.engine.notices import warnings_of
from langnghe.engine.procedure import Procedure, procedure_of
from langnghe.engine.result import Decided, Result
from langnghe.engine.words import formats
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from langnghe.engine.case import Case
    from langnghe.engine.dossier import Dossier, HeldTitle

ReviewOutcome = Literal["keep", "propose_revocation", "remedy", "undetermined"]


class Review(Result):
    """What the facts say of one title held, on the review date, with every reason.

    The engine proposes; the provincial People's Committee decides. There is no grace period and no downgrade.
    """

    format: Literal["langnghe/review/v1"] = "langnghe/review/v1"
    dossier: str
    title: str
    name: str
    decision: str
    decided_on: str
    on: date
    outcome: ReviewOutcome
    provision: str
    citation: str
    note: str | None
    warnings: tuple[Notice, ...]
    rulebook: RulebookId

    @computed_field  # type: ignore[prop-decorator]  # pydantic's way of serialising a property
    @cached_property
    def procedure(self) -> Procedure:
        """Who lists and who revokes, and which reports come next."""
        return procedure_of(self.decided, "review")


def review(
    dossier: Dossier,
    *,
    on: date | None = None,
    lang: str = "vi",
    rulebook: Rulebook | None = None,
) -> list[Review]:
    """Review every title that a dossier holds.

    Takes the dossier; the review date (today when left out); the language; a rulebook other than the installed one.
    Gives one Review a title, in the order of the dossier; a title decided after the review date carries a warning.

    Raises:
        ValueError: there is no such language.
        InternalDisagreement: the two evaluators differ; no verdict is given.
    """
    day = as_day(on) or date.today()  # noqa: DTZ011  the council's calendar day
    rulebook = rulebook or installed()
    return [_review(dossier, held, day, rulebook, lang) for held in dossier.titles_held or ()]


def _review(dossier: Dossier, held: HeldTitle, day: date, rulebook: Rulebook, lang: str) -> Review:
    case = decide(dossier, day, rulebook, "review", held.title, held)
    law, verdicts = case.law, case.verdicts.village
    outcome = next(row for row in law.review_outcomes if verdicts[f"review.{row.id}"] == "met")
    notes = [note for note in law.review_notes if verdicts.get(f"note.{note.code}") == "met"]
    texts = [outcome.note.in_(lang)] if outcome.note else []
    texts += [
        f"{note.message.in_(lang)} ({citation(note.full_provision, rulebook, lang)})"
        for note in notes
        if note.kind == "note"
    ]
    warnings = [
        Notice(
            code=note.code,
            message=note.message.in_(lang),
            path="titles_held",
            citation=citation(note.full_provision, rulebook, lang),
        )
        for note in notes
        if note.kind == "warning"
    ]
    if held.decided_on.first and held.decided_on.first > day:
        message = say("warning.decided_after_review", lang, decided=formats.span(held.decided_on, lang))
        warnings.append(Notice(code="decided_after_review", message=message, path="titles_held"))
    if case.facts.the_craft is None and evaluator(law, "review", held.title).about_one_craft:
        warnings.append(_without_its_craft(case, held, lang))
    fields = {
        "format": Review.model_fields["format"].default,
        "dossier": dossier.id,
        "title": held.title,
        "name": held.name or dossier.place.name,
        "decision": held.decision,
        "decided_on": held.decided_on.text,
        "on": day,
        "outcome": outcome.id,
        "provision": outcome.full_provision,
        "citation": citation(outcome.full_provision, rulebook, lang),
        "note": " ".join(texts) or None,
        "warnings": (*warnings, *warnings_of(case, "", lang)),
        "rulebook": rulebook.identity,
    }
    return Review.settled_by(Decided(case, lang), fields)


def _without_its_craft(case: Case, held: HeldTitle, lang: str) -> Notice:
    """Say why a title of a craft has no finding on a craft: without it the outcome would stand without a reason."""
    crafts = case.dossier.crafts
    if crafts is None:
        code = "title_craft_unknown"
    elif not crafts:
        code = "title_craft_none"
    else:
        code = "title_craft_unnamed"
    names = ", ".join(craft.name for craft in crafts or ())
    message = say(f"warning.{code}", lang, crafts=names, name=held.name or case.dossier.place.name)
    return Notice(code=code, message=message, path="titles_held")

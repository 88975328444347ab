"""The assessment of a dossier for a title: ``langnghe/assessment/v1`` (thẩm định)."""

from __future__ import annotations

from datetime import date  # noqa: TC003  pydantic resolves it at run time
from typing import TYPE_CHECKING, Final, Literal

from pydantic import BaseModel, ConfigDict

from langnghe.engine.deadlines import Deadlines, deadlines_of
from langnghe.engine.documents import Documents, documents_of
from langnghe.engine.evaluation import evaluator
from langnghe.engine.facts import measure
from langnghe.engine.findings import Finding, findings_of_title
from langnghe.engine.problems import InvalidDossier, Problem
from langnghe.engine.rulebook import Rulebook, installed
from langnghe.engine.notices import Notice, uncited, warnings_of
from langnghe.engine.wording import Case

if TYPE_CHECKING:
    from langnghe.engine.dossier import Dossier

Outcome = Literal["eligible", "not_eligible", "undetermined"]
_OUTCOMES: Final[dict[str, Outcome]] = {
    "met": "eligible",
    "not_met": "not_eligible",
    "undetermined": "undetermined",
}


class RulebookId(BaseModel):
    """Which rulebook decided: its version, and the SHA-256 of its content."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    sha256: str


class Assessment(BaseModel):
    """What the facts of a dossier say of a title on a day, with every reason. The engine recommends; people decide.

    The same dossier, day, language and rulebook give the same bytes of ``model_dump_json()``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["langnghe/assessment/v1"] = "langnghe/assessment/v1"
    dossier: str
    title: str
    place: str
    on: date
    outcome: Outcome
    recommendation: str
    findings: tuple[Finding, ...]
    documents: Documents
    deadlines: Deadlines
    warnings: tuple[Notice, ...]
    uncited: tuple[str, ...]
    rulebook: RulebookId
    dossier_sha256: str


def assess(
    dossier: Dossier,
    *,
    on: date | None = None,
    title: str | None = None,
    lang: str = "vi",
    rulebook: Rulebook | None = None,
) -> Assessment:
    """Assess a dossier for a title (thẩm định hồ sơ đề nghị công nhận).

    Takes the dossier; the day to measure on (its ``proposed_on`` when left out); another title than the one it
    proposes; the language of the reasons (``vi`` or ``en``); a rulebook other than the installed one.

    Raises:
        InvalidDossier: the title asked is about one craft, and the dossier has none or several.
        InternalDisagreement: the two evaluators differ; no verdict is given.
    """
    title, day = title or dossier.title, on or dossier.proposed_on
    rulebook = rulebook or installed()
    law = rulebook.law_on(day)
    _one_craft(dossier, title)
    asked = evaluator(law, "assess", title)
    facts = measure(dossier, day)
    case = Case(dossier, facts, law, asked.network, asked.evaluate(facts))
    verdicts = case.verdicts.village
    return Assessment(
        dossier=dossier.id,
        title=title,
        place=dossier.place.name,
        on=day,
        outcome=_OUTCOMES[verdicts[title]],
        recommendation=next(row.id for row in law.recommendations if verdicts[f"recommendation.{row.id}"] == "met"),
        findings=findings_of_title(case, title, rulebook, lang),
        documents=documents_of(case, title, rulebook, lang),
        deadlines=deadlines_of(dossier, law),
        warnings=warnings_of(case, title, lang),
        uncited=uncited(case, title),
        rulebook=RulebookId(version=rulebook.version, sha256=rulebook.sha256),
        dossier_sha256=dossier.sha256,
    )


def _one_craft(dossier: Dossier, title: str) -> None:
    """A title that is about one craft needs a dossier that is."""
    number = len(dossier.crafts or ())
    if title == "traditional_craft" and number != 1:
        raise InvalidDossier([Problem("one_craft", "crafts", context={"number": number})], dossier.id)

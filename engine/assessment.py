"""The assessment of a dossier for a title: ``langnghe/assessment/v1`` (thẩm định)."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from pydantic import computed_field

from langnghe.engine.deadlines import Deadlines, deadlines_of
from langnghe.engine.documents import Documents, documents_of
from langnghe.engine.evaluation import evaluator
from langnghe.engine.facts import measure
from langnghe.engine.notices import Notice, warnings_of
from langnghe.engine.problems import InvalidDossier, Problem
from langnghe.engine.result import Decided, Result
from langnghe.engine.rulebook import Rulebook, RulebookId, installed
from langnghe.engine.wording import Case

if TYPE_CHECKING:
    from langnghe.engine.dossier import Dossier

Outcome = Literal["eligible", "not_eligible", "undetermined"]
_OUTCOMES: Final[dict[str, Outcome]] = {
    "met": "eligible",
    "not_met": "not_eligible",
    "undetermined": "undetermined",
}


class Assessment(Result):
    """What the facts of a dossier say of a title on a day, with every reason. The engine recommends; people decide.

    The same dossier, day, language and rulebook give the same bytes of ``model_dump_json()``.
    """

    format: Literal["langnghe/assessment/v1"] = "langnghe/assessment/v1"
    dossier: str
    title: str
    place: str
    on: date
    outcome: Outcome
    recommendation: str
    rulebook: RulebookId

    @computed_field  # type: ignore[prop-decorator]  # pydantic's way of serialising a property
    @cached_property
    def documents(self) -> Documents:
        """Which papers the title asks for, and which are missing."""
        it = self.decided
        return documents_of(it.case, it.title, it.rulebook, it.lang)

    @computed_field  # type: ignore[prop-decorator]  # pydantic's way of serialising a property
    @cached_property
    def deadlines(self) -> Deadlines:
        """By when the decision is due."""
        return deadlines_of(self.decided.case.dossier, self.decided.case.law)

    @computed_field  # type: ignore[prop-decorator]  # pydantic's way of serialising a property
    @cached_property
    def warnings(self) -> tuple[Notice, ...]:
        """What should not be passed over in silence; no warning changes a verdict."""
        return warnings_of(self.decided.case, self.title, self.decided.lang)


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
    return Assessment.settled(
        Decided(case, title, rulebook, lang),
        dossier=dossier.id,
        title=title,
        place=dossier.place.name,
        on=day,
        outcome=_OUTCOMES[verdicts[title]],
        recommendation=next(row.id for row in law.recommendations if verdicts[f"recommendation.{row.id}"] == "met"),
        rulebook=rulebook.identity,
    )


def _one_craft(dossier: Dossier, title: str) -> None:
    """A title that is about one craft needs a dossier that is."""
    number = len(dossier.crafts or ())
    if title == "traditional_craft" and number != 1:
        raise InvalidDossier([Problem("one_craft", "crafts", context={"number": number})], dossier.id)

"""The assessment of a dossier for a title: ``langnghe/assessment/v1`` (thẩm định)."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic import computed_field

from langnghe.engine.case import decide
from langnghe.engine.dates import as_day
from langnghe.engine.deadlines import Deadlines, deadlines_of
from langnghe.engine.documents import Documents, documents_of
from langnghe.engine.evaluation import evaluator
from langnghe.engine.law.rulebook import Rulebook, RulebookId, installed
from langnghe.engine.notice import Notice  # noqa: TC001  pydantic resolves it at run time
from langnghe.engine.notices import warnings_of
from langnghe.engine.problems import InvalidDossier, Problem
from langnghe.engine.remedy import Remedy, remedy_for
from langnghe.engine.result import Decided, Result
from langnghe.engine.values import Verdict
from langnghe.engine.words.citation import citation

if TYPE_CHECKING:
    from langnghe.engine.dossier import Dossier
    from langnghe.engine.law.rulebook import LawOnDay

Outcome = Literal["eligible", "not_eligible", "undetermined"]
_OUTCOMES: Final[dict[int, Outcome]] = {
    Verdict.MET.code: "eligible",
    Verdict.NOT_MET.code: "not_eligible",
    Verdict.UNDETERMINED.code: "undetermined",
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
    provision: str
    citation: str
    recommendation: str
    recommendation_citation: str
    rulebook: RulebookId

    @computed_field  # type: ignore[prop-decorator]  # pydantic's way of serialising a property
    @cached_property
    def documents(self) -> Documents:
        """Which papers the title asks for, and which are missing."""
        it = self.decided
        return documents_of(it.case, it.lang)

    @computed_field  # type: ignore[prop-decorator]  # pydantic's way of serialising a property
    @cached_property
    def deadlines(self) -> Deadlines:
        """By when the decision is due, who acts, and which reports come next."""
        return deadlines_of(self.decided)

    @computed_field  # type: ignore[prop-decorator]  # pydantic's way of serialising a property
    @cached_property
    def warnings(self) -> tuple[Notice, ...]:
        """What should not be passed over in silence; no warning changes a verdict."""
        return warnings_of(self.decided.case, self.title, self.decided.lang)

    @computed_field  # type: ignore[prop-decorator]  # pydantic's way of serialising a property
    @cached_property
    def to_qualify(self) -> Remedy | None:
        """The smallest set of remedies for the title, and the earliest day; ``None`` if eligible or out of reach."""
        it = self.decided
        return None if self.outcome == "eligible" else remedy_for(it.case, self.title, None, it.lang)


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
        TypeError: ``on`` is not a date.
        ValueError: there is no such title, or no such language.
        InvalidDossier: the title asked is about one craft, and the dossier has none or several.
        InternalDisagreement: the two evaluators differ; no verdict is given.
    """
    day = as_day(on) or dossier.proposed_on
    return assess_under(dossier, title or dossier.title, day, day, rulebook or installed(), lang)


def assess_under(  # noqa: PLR0913, PLR0917  the whole question; callers outside the engine have `assess`
    dossier: Dossier, title: str, day: date, law_day: date, rulebook: Rulebook, lang: str
) -> Assessment:
    """Assess a dossier as it stood on ``day`` under the law of ``law_day``.

    The two differ only where laws are compared; :func:`assess` says what is raised.
    """
    law = rulebook.law_on(law_day)
    if title not in law.titles:
        msg = f"no such title: {title!r}; titles are {', '.join(law.titles)}"
        raise ValueError(msg)
    if len(dossier.crafts or ()) != 1 and evaluator(law, "assess", title).about_one_craft:
        number = len(dossier.crafts or ())
        raise InvalidDossier([Problem("one_craft", "crafts", 1, {"number": number})], dossier.id)
    case = decide(dossier, day, rulebook, "assess", title, law_day=law_day)
    verdicts = case.verdicts.village
    said = next(row for node, row in _rows(law, title, rulebook, lang) if verdicts[node] is Verdict.MET)
    fields = said | {
        "dossier": dossier.id,
        "place": dossier.place.name,
        "on": day,
        "outcome": _OUTCOMES[verdicts[title].code],
    }
    return Assessment.settled_by(Decided(case, lang), fields)


def _rows(law: LawOnDay, title: str, rulebook: Rulebook, lang: str) -> list[tuple[str, dict[str, Any]]]:
    """Give the rows of the table of recommendations: the node that decides each, and what it says of any dossier.

    What is said are all fields of the assessment, in their order; those that differ from dossier to dossier are empty.
    """
    key = ("recommendations", title, lang)
    rows: list[tuple[str, dict[str, Any]]] | None = law.memo.get(key)
    if rows is None:
        provision = law.rules[title].full_provision
        said = dict.fromkeys(Assessment.model_fields) | {
            "format": Assessment.model_fields["format"].default,
            "title": title,
            "provision": provision,
            "citation": citation(provision, rulebook, lang),
            "rulebook": rulebook.identity,
        }
        rows = law.memo[key] = [
            (
                f"recommendation.{row.id}",
                said
                | {"recommendation": row.id, "recommendation_citation": citation(row.full_provision, rulebook, lang)},
            )
            for row in law.recommendations
        ]
    return rows

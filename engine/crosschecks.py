"""Cross-checks that a careful secretary makes; each is a warning with advice, none changes a verdict."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from langnghe.engine.network import path_id, references
from langnghe.engine.notice import Notice
from langnghe.engine.text import TextField
from langnghe.engine.values import Verdict
from langnghe.engine.words import formats
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from langnghe.engine.case import Case
    from langnghe.engine.dossier import Dossier
    from langnghe.engine.law.rulebook import LawOnDay


class CrossChecks(BaseModel):
    """``cross-checks.yaml``: the figures of office practice that the checks go by; no law."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal["langnghe/checks/v1"]
    counted_within_months: int = Field(ge=1, le=240, strict=True)
    boundaries_changed_on: date
    unit_words: tuple[TextField, ...] = ()


def cross_checks(case: Case, checks: CrossChecks, lang: str) -> list[Notice]:
    """Check a dossier's papers, counts and dates against one another.

    Takes the case, the figures to go by, and the language. Gives the warnings.
    """

    def warn(code: str, path: str, **slots: Any) -> Notice:  # noqa: ANN401  slots take what can be printed
        return Notice(code=code, message=say(f"warning.{code}", lang, **slots), path=path)

    return [
        *_count_age(case, checks, lang, warn),
        *_unit(case.dossier, checks, warn),
        *_sources(case.dossier, warn),
        *_late_papers(case, lang, warn),
        *_lighter_path(case, lang, warn),
    ]


def _count_age(case: Case, checks: CrossChecks, lang: str, warn: Any) -> list[Notice]:  # noqa: ANN401  a local function
    """Counted long before the day, after it, or before the boundaries changed."""
    households, day = case.dossier.households, case.facts.day
    counted, path = households.counted_on, "households.counted_on"
    if households.total is None and households.participating is None:
        return []
    if counted is None or counted.last is None:
        return [warn("count_undated", path)]
    shown = formats.span(counted, lang)
    found = []
    months = (day.year - counted.last.year) * 12 + day.month - counted.last.month - (day.day < counted.last.day)
    if months >= checks.counted_within_months:
        found.append(warn("count_old", path, counted=shown, months=months))
    if counted.first and counted.first > day:
        found.append(warn("count_after_the_day", path, counted=shown))
    if counted.last < checks.boundaries_changed_on <= day:
        found.append(
            warn("count_before_boundaries", path, counted=shown, day=formats.day(checks.boundaries_changed_on, lang))
        )
    return found


def _unit(dossier: Dossier, checks: CrossChecks, warn: Any) -> list[Notice]:  # noqa: ANN401  a local function
    """The denominator must be of the unit proposed, not of the commune that holds it."""
    households, place = dossier.households, dossier.place
    if households.total is None:
        return []
    path = "households.unit"
    if households.unit is None:
        return [warn("count_unit_unknown", path, name=place.name)]
    unit = households.unit.casefold()
    name = place.name.casefold()
    for word in checks.unit_words:
        name = name.removeprefix(f"{word} ")
    if name in unit:
        return []
    if place.commune and place.commune.casefold() in unit:
        return [warn("count_of_commune", path, unit=households.unit, name=place.name)]
    return [warn("count_unit_differs", path, unit=households.unit, name=place.name)]


def _sources(dossier: Dossier, warn: Any) -> list[Notice]:  # noqa: ANN401  a local function
    """Numerator and denominator from different papers, and several papers of a kind that a village has one of."""
    found = []
    if dossier.evidence:
        part, whole = (
            {entry.partition(":")[0] for entry in dossier.evidence_for(f"households.{name}")}
            for name in ("participating", "total")
        )
        if part and whole and not part & whole:
            found.append(warn("count_sources_differ", "households"))
    lists = [each for each in dossier.documents or () if each.kind == "household_list"]
    if len(lists) > 1:
        found.append(warn("several_lists", "documents", number=len(lists)))
    return found


def _late_papers(case: Case, lang: str, warn: Any) -> list[Notice]:  # noqa: ANN401  a local function
    """A paper issued after the day cannot have been before the council on it."""
    return [
        warn(
            "paper_after_the_day",
            f"documents[{index}].issued_on",
            paper=say(f"document.{paper.kind}", lang),
            issued=formats.span(paper.issued_on, lang),
        )
        for index, paper in enumerate(case.dossier.documents or ())
        if paper.issued_on and paper.issued_on.first and paper.issued_on.first > case.facts.day
    ]


def _lighter_path(case: Case, lang: str, warn: Any) -> list[Notice]:  # noqa: ANN401  a local function
    """A path that asks for fewer papers leaves criteria without figures: a gap to fill, not a paper missing."""
    if case.question != "assess":
        return []
    verdicts, key = case.verdicts.village, ("criteria spared", case.title)
    spared: tuple[tuple[str, tuple[str, ...]], ...] | None = case.law.memo.get(key)
    if spared is None:
        spared = case.law.memo[key] = _spared(case.law, case.title)
    return [
        warn("lighter_path_gap", "", criterion=case.law.rules[name].name.in_(lang))
        for name in next((criteria for fits, criteria in spared if verdicts.get(fits) is Verdict.MET), ())
        if verdicts.get(name) is Verdict.UNDETERMINED
    ]


def _spared(law: LawOnDay, title: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give of each path of a title the node that tells whether it fits, and the criteria whose papers it spares."""
    paths = law.paths_of(title)
    sets = {each for path in paths for each in path.sets}
    kinds = {kind for each in law.documents for kind in each.any_of}
    found: list[tuple[str, tuple[str, ...]]] = []
    for number, path in enumerate(paths):
        spared = kinds - {kind for each in law.documents if each.set in path.sets for kind in each.any_of}
        names = references(law.rules[title].requires) if sets - set(path.sets) else []
        found.append((path_id(number), tuple(name for name in names if spared & set(law.rules[name].evidence))))
    return tuple(found)

"""Which papers a dossier needs, which it has, and what may be given instead (thành phần hồ sơ)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from langnghe.engine.network import path_id
from langnghe.engine.words.citation import citation

if TYPE_CHECKING:
    from langnghe.engine.case import Case
    from langnghe.engine.law.rules import DocumentPath, DocumentRequirement


class Paper(BaseModel):
    """A paper asked for: any of ``kinds`` serves; ``given`` tells whether the dossier has one of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    kinds: tuple[str, ...]
    provision: str
    citation: str
    optional: bool
    given: bool
    advice: str | None


class Documents(BaseModel):
    """Whether the papers are complete; an optional one never blocks. ``path`` is the provision that sets the list."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    status: Literal["complete", "incomplete"]
    path: str
    path_citation: str
    interpretation: str | None
    required: tuple[Paper, ...]
    missing: tuple[Paper, ...]
    optional: tuple[Paper, ...]


def documents_of(case: Case, lang: str) -> Documents:
    """Check the papers of a dossier for the title asked."""
    verdicts = case.verdicts.village
    path = next(path for number, path in enumerate(case.law.paths_of(case.title)) if verdicts[path_id(number)] == "met")
    papers = [_paper(case, requirement, lang) for requirement in case.law.documents if requirement.set in path.sets]
    provision = path.full_provision
    return Documents(
        status="complete" if verdicts["documents"] == "met" else "incomplete",
        path=provision,
        path_citation=citation(provision, case.rulebook, lang),
        interpretation=_interpretation(case, path, lang),
        required=tuple(paper for paper in papers if not paper.optional),
        missing=tuple(paper for paper in papers if not paper.optional and not paper.given),
        optional=tuple(paper for paper in papers if paper.optional),
    )


def _interpretation(case: Case, path: DocumentPath, lang: str) -> str | None:
    """The reading of a path matters only where another path would have fitted too."""
    fitting = [
        other
        for number, other in enumerate(case.law.paths_of(path.title))
        if other.when is not None and case.verdicts.village[path_id(number)] == "met"
    ]
    return path.interpretation.in_(lang) if path.interpretation and len(fitting) > 1 else None


def _paper(case: Case, requirement: DocumentRequirement, lang: str) -> Paper:
    given = case.verdicts.village[requirement.id] == "met"
    key = ("paper", requirement.id, given, lang)  # the same for every dossier under one law
    found: Paper | None = case.law.memo.get(key)
    if found is None:
        found = case.law.memo[key] = _paper_of(case, requirement, lang, given=given)
    return found


def _paper_of(case: Case, requirement: DocumentRequirement, lang: str, *, given: bool) -> Paper:
    provision = requirement.full_provision
    return Paper(
        name=requirement.name.in_(lang),
        kinds=requirement.any_of,
        provision=provision,
        citation=citation(provision, case.rulebook, lang),
        optional=requirement.optional,
        given=given,
        advice=requirement.advice.in_(lang) if requirement.advice else None,
    )

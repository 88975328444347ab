"""Which papers a dossier needs, which it has, and what may be given instead (thành phần hồ sơ)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

from langnghe.engine.network import path_id
from langnghe.engine.values import Verdict
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
    fitting = [each for each in _lists(case, lang) if verdicts[each.id] is Verdict.MET]
    chosen = fitting[0]
    # The reading of a path matters only where another path would have fitted too.
    among_several = sum(each.conditional for each in fitting) > 1
    given = tuple(verdicts[paper] is Verdict.MET for paper in chosen.papers)
    how = (verdicts["documents"] is Verdict.MET, among_several, given)
    found = chosen.said.get(how)
    if found is None:
        found = chosen.said[how] = _documents(case, chosen.path, how, lang)
    return found


_How: TypeAlias = tuple[bool, bool, tuple[bool, ...]]  # complete; one of several paths that fit; which papers are given


@dataclass(frozen=True, slots=True, eq=False)
class _PaperList:
    """A path of a title and its papers, the same for every dossier under one law.

    ``id`` is the node that tells whether it fits, ``papers`` are those that tell which papers are given. ``said`` keeps
    what was said of it: there are few papers, so few ways to have them.
    """

    path: DocumentPath
    id: str
    conditional: bool
    papers: tuple[str, ...]
    said: dict[_How, Documents] = field(default_factory=dict)


def _lists(case: Case, lang: str) -> tuple[_PaperList, ...]:
    key = ("paper lists", case.title, lang)
    found: tuple[_PaperList, ...] | None = case.law.memo.get(key)
    if found is None:
        found = case.law.memo[key] = tuple(
            _PaperList(path, path_id(number), path.when is not None, tuple(each.id for each in _asked(case, path)))
            for number, path in enumerate(case.law.paths_of(case.title))
        )
    return found


def _asked(case: Case, path: DocumentPath) -> list[DocumentRequirement]:
    return [requirement for requirement in case.law.documents if requirement.set in path.sets]


def _documents(case: Case, path: DocumentPath, how: _How, lang: str) -> Documents:
    complete, among_several, given = how
    provision, asked = path.full_provision, _asked(case, path)
    papers = [_paper(case, requirement, lang, given=has) for requirement, has in zip(asked, given, strict=True)]
    return Documents(
        status="complete" if complete else "incomplete",
        path=provision,
        path_citation=citation(provision, case.rulebook, lang),
        interpretation=path.interpretation.in_(lang) if path.interpretation and among_several else None,
        required=tuple(paper for paper in papers if not paper.optional),
        missing=tuple(paper for paper in papers if not paper.optional and not paper.given),
        optional=tuple(paper for paper in papers if paper.optional),
    )


def _paper(case: Case, requirement: DocumentRequirement, lang: str, *, given: bool) -> Paper:
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

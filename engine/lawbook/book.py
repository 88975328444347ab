"""Everything the book shows of each provision: scenarios with results, kinds of cases, reviews, mutation score."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, Field, ValidationError

from langnghe.engine.lawbook.reviews import PARTS, Part, Reviewed, Reviews, reviewed
from langnghe.engine.lawbook.sections import own_provisions, pages
from langnghe.engine.problems import InvalidRules
from langnghe.engine.reading.source import parse
from langnghe.engine.reading.validation import problems_of
from langnghe.engine.scenarios.kinds import KINDS, gaps, kinds_shown, needless_exceptions
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from langnghe.engine.law.rulebook import Rulebook
    from langnghe.engine.lawbook.sections import Page, Section
    from langnghe.engine.scenarios.kinds import CaseKind, Exempt
    from langnghe.engine.scenarios.models import Feature, Results, Rule, Scenario

# The words that are signed, and so those of which changes are shown.
SIGNED_LANG = "vi"


@dataclass(slots=True)
class Group:
    """The scenarios of one rule (Quy tắc) of one feature that state a provision."""

    feature: Feature
    rule: Rule
    scenarios: list[Scenario] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mutants:
    """How many changed rules the scenarios of a provision told apart."""

    killed: int
    survived: int

    @property
    def percent(self) -> int:
        """The share told apart, in whole percent, never rounded up to a hundred."""
        return 100 * self.killed // (self.killed + self.survived)


class _Counts(BaseModel):
    killed: int = Field(default=0, ge=0)
    survived: int = Field(default=0, ge=0)


class _Scores(BaseModel):
    provisions: dict[str, _Counts] = {}


@dataclass(slots=True)
class Kind:
    """One kind of case of a provision: shown by a scenario, missing, or exempt with a reason."""

    name: CaseKind
    shown: bool
    exempt: str


@dataclass(slots=True)
class Chapter:
    """A section with everything known of it."""

    section: Section
    groups: list[Group]
    kinds: list[Kind]
    reviews: list[Reviewed]
    mutants: Mutants | None

    @property
    def gaps(self) -> list[CaseKind]:
        """The kinds of cases that are missing without a reason."""
        return [each.name for each in self.kinds if not each.shown and not each.exempt]

    @property
    def cases(self) -> list[Any]:
        """Every case of the chapter's scenarios."""
        return [case for group in self.groups for scenario in group.scenarios for case in scenario.cases]

    @property
    def failed(self) -> int:
        """How many cases do not hold."""
        return sum(case.status != "passed" for case in self.cases)


@dataclass(slots=True)
class Book:
    """The whole: articles with their chapters, what is missing, and against which law the scenarios were run."""

    rulebook: Rulebook
    today: date
    results: Results
    articles: list[tuple[Page, dict[str, Chapter]]]
    gaps: dict[str, tuple[CaseKind, ...]]
    needless: dict[str, tuple[CaseKind, ...]]

    def tally(self, chapters: Mapping[str, Chapter]) -> tuple[int, int]:
        """Count the cases of an article that hold and that do not, each once however many provisions it states."""
        cases = {id(case): case for chapter in chapters.values() for case in chapter.cases}.values()
        failed = sum(case.status != "passed" for case in cases)
        return len(cases) - failed, failed

    def chapters(self) -> list[tuple[Page, Chapter]]:
        """Give every chapter with its page."""
        return [(page, chapter) for page, chapters in self.articles for chapter in chapters.values()]

    @property
    def good(self) -> bool:
        """Whether every provision has its kinds of cases, no exception is idle, and every scenario holds."""
        held = all(case.status == "passed" for *_, case in self.results.cases())
        return held and not self.gaps and not self.needless


@dataclass(frozen=True, slots=True)
class Material:
    """What a book is made of, besides the rulebook."""

    results: Results
    exceptions: tuple[Exempt, ...]
    reviews: Mapping[Part, Reviews]
    mutants: Mapping[str, Mutants]


def book(rulebook: Rulebook, material: Material, today: date, lang: str) -> Book:
    """Put the book together in one language."""
    needed = own_provisions(rulebook)
    signed = {section.id: section for page in pages(rulebook, today, SIGNED_LANG) for section in page.all_sections()}
    articles = []
    for page in pages(rulebook, today, lang):
        chapters = {}
        for section in page.all_sections():
            groups = groups_of(material.results, section.id)
            chapters[section.id] = Chapter(
                section=section,
                groups=groups,
                kinds=_kinds(section.id, material, lang) if section.id in needed else [],
                reviews=_reviews(signed[section.id], groups, material.reviews),
                mutants=material.mutants.get(section.id),
            )
        articles.append((page, chapters))
    return Book(
        rulebook,
        today,
        material.results,
        articles,
        gaps(material.results, needed, material.exceptions),
        needless_exceptions(material.results, material.exceptions),
    )


def groups_of(results: Results, provision: str) -> list[Group]:
    """Give the scenarios that state a provision, by feature and rule."""
    found = []
    for feature in results.features:
        for rule in feature.rules:
            stating = [each for each in rule.scenarios if provision in feature.provisions_of(rule, each)]
            if stating:
                found.append(Group(feature, rule, stating))
    return found


def _kinds(provision: str, material: Material, lang: str) -> list[Kind]:
    shown = kinds_shown(material.results, provision)
    why = {
        kind: each.why.in_(lang)
        for each in material.exceptions
        if provision in each.provisions
        for kind in each.without
    }
    return [Kind(kind, kind in shown, why.get(kind, "")) for kind in KINDS]


def _reviews(section: Section, groups: list[Group], reviews: Mapping[Part, Reviews]) -> list[Reviewed]:
    lines = {"rules": rule_lines(section), "features": scenario_lines(groups)}
    return [reviewed(part, section.id, lines[part], reviews[part]) for part in PARTS if lines[part]]


def rule_lines(section: Section) -> tuple[str, ...]:
    """Give the words of a provision's rules that legal staff sign, none where nothing is encoded or left."""
    if not section.entries and not section.left and not section.carried_out_by:
        return ()
    lines = [section.citation, section.text]
    for each in section.entries:
        lines.append(f"{each.kind}: {each.title}")
        lines += [f"{label}: {text}" for label, text in each.lines]
    if section.carried_out_by:
        lines.append(f"{say('book.carried_out_by', SIGNED_LANG)}: {'; '.join(section.carried_out_by)}")
    if section.left:
        lines.append(section.left)
    return tuple(lines)


def scenario_lines(groups: list[Group]) -> tuple[str, ...]:
    """Give the words of a provision's scenarios that legal staff sign."""
    lines = []
    for group in groups:
        if group.rule.name:
            lines.append(say("scenario.rule", SIGNED_LANG, name=group.rule.name))
        for scenario in group.scenarios:
            mark = f" ({say('book.case.boundary', SIGNED_LANG)})" if scenario.boundary else ""
            lines.append(f"{scenario.keyword}: {scenario.name}{mark}")
            lines += scenario.description.splitlines()
            for step in group.feature.steps_of(group.rule, scenario):
                lines.append(f"{step.keyword} {step.text}")
                lines += [" | ".join(row) for row in step.table or []]
            lines += [
                " | ".join(each)
                for each in [scenario.columns, *(case.values.values() for case in scenario.cases)]
                if each
            ]
    return tuple(lines)


def load_mutants(path: Path) -> dict[str, Mutants]:
    """Read the mutation scores by provision.

    Takes ``{"provisions": {"<provision>": {"killed": 12, "survived": 0}}}``, whatever else it holds;
    provisions that no mutant touches have no score.

    Raises:
        InvalidRules: the file is not what ``make mutants`` writes.
    """
    source = parse(path.read_bytes(), as_json=True)
    problems = source.problems
    if not problems:
        try:
            scores = _Scores.model_validate(source.tree)
        except ValidationError as error:
            problems = problems_of(error, _Scores, source)
    if problems:
        raise InvalidRules(problems, str(path))
    found = {name: Mutants(each.killed, each.survived) for name, each in scores.provisions.items()}
    return {provision: each for provision, each in found.items() if each.killed + each.survived}

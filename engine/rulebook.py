"""The rulebook: every rule file loaded, checked as a whole, and asked what the law was on a day."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ConfigDict, ValidationError

from langnghe.engine.law import (
    Article,
    DocumentPath,
    DocumentRequirement,
    InForce,
    Instrument,
    Note,
    Outcome,
    Provision,
    Rule,
    TimeLimit,
)
from langnghe.engine.problems import InvalidRules, Problem
from langnghe.engine.reading.source import Source, parse
from langnghe.engine.reading.validation import problems_of

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path


class RulebookId(BaseModel):
    """Which rulebook decided: its version, and the SHA-256 of its content."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    sha256: str


class RulebookFile(BaseModel):
    """``rulebook.yaml``: the version of the whole."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: str
    version: str


@dataclass(frozen=True, slots=True, eq=False)
class LawOnDay:
    """The rules that count on a day; one object for all days between two changes of the law."""

    rules: dict[str, Rule]
    titles: tuple[str, ...]
    groups: dict[str, tuple[str, ...]]
    documents: tuple[DocumentRequirement, ...]
    document_paths: tuple[DocumentPath, ...]
    recommendations: tuple[Outcome, ...]
    review_outcomes: tuple[Outcome, ...]
    review_notes: tuple[Note, ...]
    time_limits: tuple[TimeLimit, ...]
    instruments_ahead: tuple[Instrument, ...]

    def paths_of(self, title: str) -> tuple[DocumentPath, ...]:
        """Give the document paths of a title, in the order in which they are tried."""
        return tuple(path for path in self.document_paths if path.title == title)


@dataclass(eq=False)
class Rulebook:
    """All rule files, valid together. ``sha256`` is over their canonical content, not their layout."""

    version: str
    sha256: str
    instruments: dict[str, Instrument]
    articles: tuple[Article, ...]
    _days: list[date] = field(default_factory=list)
    _law: dict[int, LawOnDay] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the days on which the law changes."""
        changes = set()
        for rule in self.rules():
            if rule.period.from_:
                changes.add(rule.period.from_)
            if rule.period.to:
                changes.add(rule.period.to + timedelta(days=1))
        self._days = sorted(changes)

    @cached_property
    def identity(self) -> RulebookId:
        """The version and hash that every result carries."""
        return RulebookId(version=self.version, sha256=self.sha256)

    def rules(self) -> list[Rule]:
        """Give every rule of every instrument and period, titles included."""
        return [rule for article in self.articles for rule in (*article.rules, *article.titles)]

    def provisions(self) -> dict[str, Provision]:
        """Give every provision by its full id."""
        return {
            f"{article.instrument}/{provision.id}": provision
            for article in self.articles
            for provision in article.provisions
        }

    def changes(self) -> tuple[date, ...]:
        """Give the days on which a rule begins or has ceased to be law, in order."""
        return tuple(self._days)

    def law_on(self, day: date) -> LawOnDay:
        """Give the law that counts on ``day``."""
        index = bisect_right(self._days, day)
        if index not in self._law:
            self._law[index] = self._gather(day)
        return self._law[index]

    def _gather(self, day: date) -> LawOnDay:
        chosen: dict[str, Rule] = {}
        for rule in self.rules():
            other = chosen.get(rule.id)
            if rule.period.covers(day) or (self._measured_before(rule, day) and _earlier(rule, other)):
                chosen[rule.id] = rule
        groups: dict[str, tuple[str, ...]] = {}
        for rule in chosen.values():
            if rule.group:
                groups[rule.group] = (*groups.get(rule.group, ()), rule.id)
        title_ids = {rule.id for article in self.articles for rule in article.titles}
        articles = [each for each in self.articles if self._counts(self.instruments[each.instrument], day)]
        return LawOnDay(
            rules=chosen,
            titles=tuple(name for name in chosen if name in title_ids),
            groups=groups,
            documents=tuple(each for article in articles for each in article.documents),
            document_paths=tuple(each for article in articles for each in article.document_paths),
            recommendations=tuple(each for article in articles for each in article.recommendations),
            review_outcomes=tuple(each for article in articles for each in article.review_outcomes),
            review_notes=tuple(each for article in articles for each in article.review_notes),
            time_limits=tuple(each for article in articles for each in article.time_limits),
            instruments_ahead=tuple(
                instrument
                for instrument in self.instruments.values()
                if instrument.earlier_days == "measure" and _ahead(instrument.in_force, day)
            ),
        )

    def _measured_before(self, rule: Rule, day: date) -> bool:
        instrument = self.instruments[rule.instrument]
        return instrument.earlier_days == "measure" and _ahead(rule.period, day)

    @staticmethod
    def _counts(instrument: Instrument, day: date) -> bool:
        return instrument.in_force.covers(day) or (
            instrument.earlier_days == "measure" and _ahead(instrument.in_force, day)
        )


def _ahead(period: InForce, day: date) -> bool:
    return period.from_ is not None and day < period.from_


def _earlier(rule: Rule, other: Rule | None) -> bool:
    return other is None or (rule.period.from_ or date.min) < (other.period.from_ or date.min)


@cache
def installed() -> Rulebook:
    """Give the rulebook that is part of this package, loaded once.

    Raises:
        InvalidRules: a rule file is wrong.
    """
    return load_rulebook(files("langnghe").joinpath("rules"))


def load_rulebook(root: Traversable | Path) -> Rulebook:
    """Load and check every ``.yaml`` file below ``root``.

    Raises:
        InvalidRules: with every problem of every file, each with file and line.
    """
    from langnghe.engine.rulecheck import check  # deferred: it needs the models of this module

    problems: list[Problem] = []
    documents: list[tuple[str, Source, BaseModel]] = []
    content: dict[str, Any] = {}
    for name, data in _yaml_files(root, ""):
        source = parse(data, as_json=False)
        content[name] = source.tree
        problems += [_in_file(name, problem) for problem in source.problems]
        model = _model_for(source.tree)
        if model is None:
            if not source.problems:
                problems.append(
                    Problem(
                        "rule_format",
                        "format",
                        source.line_of(("format",)),
                        {"known": ", ".join(FORMATS)},
                        name,
                    )
                )
            continue
        try:
            documents.append((name, source, model.model_validate(source.tree)))
        except ValidationError as error:
            problems += [_in_file(name, problem) for problem in problems_of(error, model, source)]
    problems += check(documents)
    if problems:
        raise InvalidRules(problems)
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _assembled([model for _, _, model in documents], hashlib.sha256(canonical.encode()).hexdigest())


FORMATS: Final[dict[str, type[BaseModel]]] = {
    "langnghe/rulebook/v1": RulebookFile,
    "langnghe/instrument/v1": Instrument,
    "langnghe/article/v1": Article,
}


def _model_for(tree: object) -> type[BaseModel] | None:
    return FORMATS.get(str(tree.get("format"))) if isinstance(tree, dict) else None


def _in_file(name: str, problem: Problem) -> Problem:
    return Problem(problem.code, problem.path, problem.line, problem.context, name)


def _yaml_files(folder: Traversable | Path, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            found += _yaml_files(entry, f"{name}/")
        elif entry.name.endswith(".yaml"):
            found.append((name, entry.read_bytes()))
    return found


def _assembled(models: list[BaseModel], sha256: str) -> Rulebook:
    instruments = {model.id: model for model in models if isinstance(model, Instrument)}
    articles = tuple(model for model in models if isinstance(model, Article))
    for article in articles:
        for each in (each for part in article.encoded().values() for each in part):
            each.belong_to(instruments[article.instrument])
    version = next((model.version for model in models if isinstance(model, RulebookFile)), "")
    return Rulebook(version, sha256, instruments, articles)

"""The rulebook: every rule file loaded, checked as a whole, and asked what the law was on a day."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict

from langnghe.engine.crosschecks import CrossChecks
from langnghe.engine.law.instruments import Dated, InForce, Instrument
from langnghe.engine.law.overlay import Overlay
from langnghe.engine.law.provinces import ProvinceOnDay, province_on
from langnghe.engine.law.rulefiles import RulebookFile, read_rule_files
from langnghe.engine.law.rules import Article
from langnghe.engine.problems import InvalidRules
from langnghe.engine.workdays import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

    from langnghe.engine.law.instruments import Provision
    from langnghe.engine.law.procedures import Role, TimeLimit, YearlyReport
    from langnghe.engine.law.rules import DocumentPath, DocumentRequirement, Explained, Note, Outcome, Rule

DatedT = TypeVar("DatedT", bound=Dated)

_RULES: Final = Path(__file__).parents[2] / "rules"  # importlib.resources would load zipfile to find the same
_MANY_PLACES: Final = 4096  # provinces times periods stay far below; what people mistype must not pile up


class RulebookId(BaseModel):
    """Which rulebook decided: its version, and the SHA-256 of its content."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    sha256: str


@dataclass(frozen=True, slots=True, eq=False)
class LawOnDay:
    """The rules that count on a day; one object for all days between two changes of the law.

    ``memo`` holds what others have worked out from these rules and nothing else, under keys of their own; it is as
    large as the law and goes with it.
    """

    rules: dict[str, Rule]
    titles: tuple[str, ...]
    groups: dict[str, tuple[str, ...]]
    documents: tuple[DocumentRequirement, ...]
    document_paths: tuple[DocumentPath, ...]
    recommendations: tuple[Outcome, ...]
    review_outcomes: tuple[Outcome, ...]
    review_notes: tuple[Note, ...]
    roles: tuple[Role, ...]
    time_limits: tuple[TimeLimit, ...]
    reports: tuple[YearlyReport, ...]
    explained: dict[str, Explained]
    instruments_ahead: tuple[Instrument, ...]
    memo: dict[Any, Any] = field(default_factory=dict, compare=False)

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
    overlays: tuple[Overlay, ...] = ()
    checks: CrossChecks | None = None
    calendar: Calendar | None = None
    _days: list[date] = field(default_factory=list)
    _law: dict[int, LawOnDay] = field(default_factory=dict)
    _overlay_days: list[date] = field(default_factory=list)
    _provinces: dict[tuple[str, int], ProvinceOnDay | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the days on which the law, and the provinces' own rules, change."""
        instruments = (instrument.in_force for instrument in self.instruments.values())
        self._days = _changes([*instruments, *(each.period for each in self._dated())])
        self._overlay_days = _changes(period for overlay in self.overlays for period in overlay.periods())

    def _dated(self) -> list[Dated]:
        parts = [part for article in self.articles for part in article.encoded().values()]
        return [each for part in parts for each in part if isinstance(each, Dated)]

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
        """Give the days on which a national rule, role or instrument begins or has ceased to be law, in order."""
        return tuple(self._days)

    def law_on(self, day: date) -> LawOnDay:
        """Give the law that counts on ``day``."""
        index = bisect_right(self._days, day)
        if index not in self._law:
            self._law[index] = self._gather(day)
        return self._law[index]

    def province_on(self, written: str, day: date) -> ProvinceOnDay | None:
        """Give a province's own rules that count on ``day``, ``None`` where none are on record.

        Takes the province as a dossier writes it; looks it up once for each period between two changes.
        """
        key = (written, bisect_right(self._overlay_days, day))
        if key not in self._provinces:
            if len(self._provinces) >= _MANY_PLACES:
                self._provinces.clear()
            self._provinces[key] = province_on(self.overlays, written, day)
        return self._provinces[key]

    def _gather(self, day: date) -> LawOnDay:
        chosen = self._chosen(self.rules(), day)
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
            roles=tuple(self._chosen((each for it in self.articles for each in it.roles), day).values()),
            time_limits=tuple(self._chosen((each for it in self.articles for each in it.time_limits), day).values()),
            reports=tuple(self._chosen((each for it in self.articles for each in it.reports), day).values()),
            explained={
                each.id: each for article in self.articles for each in article.explained if each.period.covers(day)
            },
            instruments_ahead=tuple(
                instrument
                for instrument in self.instruments.values()
                if instrument.earlier_days == "measure" and _ahead(instrument.in_force, day)
            ),
        )

    def _chosen(self, candidates: Iterable[DatedT], day: date) -> dict[str, DatedT]:
        """Choose by id what is law on ``day``; before an instrument that is measured then, what begins the earliest."""
        chosen: dict[str, DatedT] = {}
        for each in candidates:
            instrument, other = self.instruments[each.instrument], chosen.get(each.id)
            measured = instrument.earlier_days == "measure" and _ahead(instrument.in_force, day)
            if instrument.role == "decides" and (each.period.covers(day) or (measured and _earlier(each, other))):
                chosen[each.id] = each
        return chosen

    @staticmethod
    def _counts(instrument: Instrument, day: date) -> bool:
        return instrument.in_force.covers(day) or (
            instrument.earlier_days == "measure" and _ahead(instrument.in_force, day)
        )


def _ahead(period: InForce, day: date) -> bool:
    return period.from_ is not None and day < period.from_


def _earlier(one: Dated, other: Dated | None) -> bool:
    return other is None or (one.period.from_ or date.min) < (other.period.from_ or date.min)


def _changes(periods: Iterable[InForce]) -> list[date]:
    """Give the days on which one of the periods begins, or has ended."""
    changes = set()
    for period in periods:
        if period.from_:
            changes.add(period.from_)
        if period.to and period.to < date.max:  # nothing ends on the last day of the calendar
            changes.add(period.to + timedelta(days=1))
    return sorted(changes)


@cache
def installed() -> Rulebook:
    """Give the rulebook that is part of this package, loaded once; its plans are read by those who ask for them.

    Raises:
        InvalidRules: a rule file is wrong.
    """
    return load_rulebook(_RULES, plans=False)


def load_rulebook(root: Traversable | Path, *, plans: bool = True) -> Rulebook:
    """Load and check every ``.yaml`` file below ``root``; with ``plans``, provincial plans, too, which bind nothing.

    Raises:
        InvalidRules: with every problem of every file, each with file and line.
    """
    # Deferred: they need the models of this module.
    from langnghe.engine.law.overlaycheck import check_overlays
    from langnghe.engine.law.rulecheck import check

    found = read_rule_files(root, plans=plans)
    problems = found.problems + check(found.documents) + check_overlays(found.documents)
    if problems:
        raise InvalidRules(problems)
    return _assembled([model for _, _, model in found.documents], found.sha256())


def _assembled(models: list[BaseModel], sha256: str) -> Rulebook:
    instruments = {model.id: model for model in models if isinstance(model, Instrument)}
    articles = tuple(model for model in models if isinstance(model, Article))
    for article in articles:
        for each in (each for part in article.encoded().values() for each in part):
            each.belong_to(instruments[article.instrument])
    version = next((model.version for model in models if isinstance(model, RulebookFile)), "")
    overlays = tuple(model for model in models if isinstance(model, Overlay))
    checks = next((model for model in models if isinstance(model, CrossChecks)), None)
    calendar = next((model for model in models if isinstance(model, Calendar)), None)
    return Rulebook(version, sha256, instruments, articles, overlays, checks, calendar)

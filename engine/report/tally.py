"""What a batch of a register adds to the report's counts; counts of batches add up.

Every record is counted once: as a title held, a title already withdrawn, a title decided after the day, a village
without a title, or a record that cannot be read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from langnghe.engine.columns.names import OUTCOME, TITLE, VERDICT
from langnghe.engine.network import references
from langnghe.engine.register.fields import (
    ACTIVITIES,
    CLASS,
    COMMUNE,
    GROUPS,
    PROVINCE,
    REVOKED,
    group_column,
)
from langnghe.engine.text import normalised

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.columns.question import Question
    from langnghe.engine.register.entries import Entries
    from langnghe.engine.report.shares import Measure

DISTRICT: Final = "place.district"
DECIDED: Final = "titles_held.decided_on"
# What provinces note of a title beside any criterion.
FACTS: Final = ("register.working", "register.effective", "register.ocop", "register.protected", "register.tourism")
SHORT: Final = ("not_met", "undetermined")  # the verdicts that leave a title short
NO_GROUP: Final = 0  # the row says that no group of trades is among its activities
BAND: Final = "band"
HELD, WITHDRAWN, LATER = "held", "withdrawn", "later"

_STATUS: Final = "status"


@dataclass(slots=True)
class Tally:
    """Counts by keys; a key is a tuple of words, ``None`` or blank where a row does not say."""

    read: int = 0
    rejected: int = 0
    without_title: Counter[str | None] = field(default_factory=Counter)  # by class
    statuses: Counter[str] = field(default_factory=Counter)
    places: Counter[tuple[str, ...]] = field(default_factory=Counter)  # province, district, commune, title, outcome
    revoked: Counter[tuple[str, ...]] = field(default_factory=Counter)  # province, district, commune
    groups: Counter[tuple[int | None, str]] = field(default_factory=Counter)  # group of trades, outcome
    several_groups: int = 0
    bands: Counter[tuple[int | None, str]] = field(default_factory=Counter)  # band of the share, verdict
    criteria: Counter[tuple[str, str, str]] = field(default_factory=Counter)  # title, criterion, verdict
    classes: Counter[str | None] = field(default_factory=Counter)
    facts: Counter[tuple[str, bool | None]] = field(default_factory=Counter)

    @property
    def held(self) -> int:
        """How many titles are held on the day: what the report is about."""
        return self.statuses[HELD]

    def of(self, outcome: str) -> int:
        """How many titles are held of an outcome."""
        return sum(number for place, number in self.places.items() if place[-1] == outcome)

    def outcomes(self) -> Counter[tuple[str, str]]:
        """Count the titles held by kind and outcome."""
        found: Counter[tuple[str, str]] = Counter()
        for (*_, title, outcome), number in self.places.items():
            found[title, outcome] += number
        return found

    def balanced(self) -> bool:
        """Tell whether every record read was counted once, and every title held once in each table."""
        counted = sum(self.statuses.values()) + sum(self.without_title.values()) + self.rejected
        tables = (self.places, self.classes)
        return self.read == counted and all(sum(table.values()) == self.held for table in tables)


def statuses(titles: pl.DataFrame, on: date) -> pl.Series:
    """Tell of each row whether its title is held on a day, was withdrawn by it, or was decided only after it.

    A day of withdrawal or decision that may lie before or after leaves the title held.
    """
    revoked, decided = (_or_null(titles, name, pl.Date()) for name in (f"{REVOKED}.last", f"{DECIDED}.first"))
    told = pl.when(revoked <= on).then(pl.lit(WITHDRAWN)).when(decided > on).then(pl.lit(LATER)).otherwise(pl.lit(HELD))
    return titles.with_columns(told.alias(_STATUS))[_STATUS]


class Counting:
    """What is counted of every batch, worked out once."""

    def __init__(self, question: Question, measure: Measure | None) -> None:
        """Take the compiled question, and the criterion whose shares are counted in bands."""
        self.question, self.measure = question, measure
        networks = question.networks.values()
        nodes = {node.id: node for network in networks for node in network.nodes if node.id in question.law.rules}
        self.village = [
            each for each, node in nodes.items() if node.subject == "village" and each not in question.titles
        ]
        self.craft = [each for each, node in nodes.items() if node.subject == "craft"]
        below = {ref for each in self.craft for ref in references(nodes[each].condition)}
        self.whole_crafts = [each for each in self.craft if each not in below]

    def count(self, batch: Entries, status: pl.Series, answered: pl.DataFrame, into: Tally) -> None:
        """Add a batch: its entries, the status of each title, and the answers for those that are held."""
        into.read += batch.records
        into.rejected += len(batch.rejects)
        if batch.untitled.height:
            into.without_title.update(_values(_column(batch.untitled, CLASS)))
        into.statuses.update(_values(status))
        rows = batch.titles.with_columns(_places(batch))
        gone = rows.filter(status == WITHDRAWN)
        into.revoked.update(_counted(gone, PROVINCE, DISTRICT, COMMUNE))
        held = rows.filter(status == HELD)
        if not held.height:
            return
        held = held.hstack(answered)
        into.places.update(_counted(held, PROVINCE, DISTRICT, COMMUNE, TITLE, OUTCOME))
        into.classes.update(_values(_column(held, CLASS)))
        for fact in FACTS:
            found = _values(_column(held, fact, pl.Boolean))
            into.facts.update({(fact, value): number for value, number in found.items()})
        self._groups(held, into)
        self._bands(held, into)
        self._criteria(held, into)

    @staticmethod
    def _groups(held: pl.DataFrame, into: Tally) -> None:
        """Count a title in every group of trades that it names; in none of them, where it names none."""
        columns = {group: _or_null(held, group_column(group), pl.Boolean()) for group in GROUPS}
        named = pl.sum_horizontal(column.fill_null(value=False).cast(pl.Int32) for column in columns.values())
        none = _or_null(held, ACTIVITIES, pl.Boolean()) == False  # noqa: E712  a column
        frame = held.select(
            OUTCOME,
            named.alias("named"),
            none.fill_null(value=False).alias("none"),
            **{str(group): column.fill_null(value=False) for group, column in columns.items()},
        )
        for group in GROUPS:
            _add(into.groups, frame.filter(pl.col(str(group))), group)
        _add(into.groups, frame.filter(pl.col("none")), NO_GROUP)
        _add(into.groups, frame.filter((pl.col("named") == 0) & ~pl.col("none")), None)
        into.several_groups += int((frame["named"] > 1).sum())

    def _bands(self, held: pl.DataFrame, into: Tally) -> None:
        if self.measure is None:
            return
        share = self.measure.share
        verdict = VERDICT + self.measure.rule.id
        if verdict not in held.columns:
            return
        absent = {
            name: pl.lit(None, dtype=pl.Int64)
            for part in (share.of, share.in_)
            for name in (f"{part}.low", f"{part}.high")
            if name not in held.columns
        }
        asked = held.with_columns(**absent).filter(pl.col(verdict).is_not_null())
        for band, reached, number in asked.group_by(self.measure.band().alias(BAND), verdict).len().iter_rows():
            into.bands[band, str(reached)] += number

    def _criteria(self, held: pl.DataFrame, into: Tally) -> None:
        """Count short criteria by title; of crafts, where no craft of the village is one that would do."""
        sums = [
            (pl.col(VERDICT + rule) == verdict).sum().alias(f"{rule}\t{verdict}")
            for rule in self.village
            for verdict in SHORT
            if VERDICT + rule in held.columns
        ]
        for rule in self.craft:
            if VERDICT + rule in held.columns:
                sums += [self._of_crafts(rule, verdict).sum().alias(f"{rule}\t{verdict}") for verdict in SHORT]
        for row in held.group_by(TITLE).agg(sums).iter_rows(named=True):
            title = row.pop(TITLE)
            for key, number in row.items():
                rule, verdict = key.split("\t")
                if number and title in self.question.titles_of(rule):  # blank for the others
                    into.criteria[str(title), rule, verdict] += number

    def _of_crafts(self, rule: str, verdict: str) -> pl.Expr:
        """Whether a criterion of crafts leaves a title short: a craft has that verdict, and no craft would do.

        Of crafts that are not known nothing is told but that the craft as a whole is open; of none, that it is wanting.
        """
        each = pl.col(VERDICT + rule)
        would_do = [pl.col(VERDICT + whole).list.contains(pl.lit("met")) for whole in self.whole_crafts]
        short = each.list.contains(pl.lit(verdict)) & ~pl.any_horizontal(would_do)
        if rule in self.whole_crafts:
            short = short.fill_null(value=False)
            short |= each.is_null() if verdict == "undetermined" else (each.list.len() == 0).fill_null(value=False)
        return short.fill_null(value=False)


def _places(batch: Entries) -> list[pl.Series]:
    """Where each title is; blank where the register does not say."""
    titles = batch.titles
    return [
        _column(titles, PROVINCE).fill_null("").alias(PROVINCE),
        batch.carried[DISTRICT].fill_null("").alias(DISTRICT),
        _column(titles, COMMUNE).fill_null("").alias(COMMUNE),
    ]


def _counted(frame: pl.DataFrame, *keys: str) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter()
    if frame.height:
        for *key, number in frame.group_by(keys).len().iter_rows():
            found[tuple(normalised(str(part)) for part in key)] += number
    return found


def _values(column: pl.Series) -> dict[Any, int]:
    """How often each value stands in a column, null among them."""
    return dict(column.value_counts().iter_rows())


def _add(into: Counter[tuple[int | None, str]], frame: pl.DataFrame, group: int | None) -> None:
    for outcome, number in frame.group_by(OUTCOME).len().iter_rows():
        into[group, str(outcome)] += number


def _column(frame: pl.DataFrame, name: str, dtype: Any = pl.String) -> pl.Series:  # noqa: ANN401  a Polars type
    return frame.with_columns(_or_null(frame, name, dtype).alias(name))[name]


def _or_null(frame: pl.DataFrame, name: str, dtype: Any) -> pl.Expr:  # noqa: ANN401  a Polars type
    return pl.col(name) if name in frame.columns else pl.lit(None, dtype=dtype)

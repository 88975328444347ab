"""What a review of a register comes to: by title, by commune, and by the criterion that fails or cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from langnghe.engine.columns.names import OUTCOME, TITLE, VERDICT
from langnghe.engine.register.fields import COMMUNE, PROVINCE, TITLES
from langnghe.engine.text import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable

Counts = dict[str, int]
_SHORT: Final = ("not_met", "undetermined")  # the verdicts that leave a title short
_KEY: Final = "\t"  # joins the parts of a key in a journal entry


def counted(facts: pl.DataFrame, answered: pl.DataFrame) -> dict[str, Counts]:
    """Count a batch: outcomes by title and by commune, failing and undetermined criteria by title."""
    outcomes = answered[OUTCOME]
    of_title = {title: facts[TITLE] == title for title in TITLES}
    titles = {
        f"{title}{_KEY}{outcome}": int((rows & (outcomes == outcome)).sum())
        for title, rows in of_title.items()
        for outcome in _words(outcomes)
    }
    criteria = {
        f"{title}{_KEY}{rule}{_KEY}{verdict}": int((rows & (answered[VERDICT + rule] == verdict)).sum())
        for title, rows in of_title.items()
        for rule in _criteria(answered)
        for verdict in _SHORT
    }
    return {"titles": _some(titles), "communes": _by_commune(facts, outcomes), "criteria": _some(criteria)}


def _criteria(answered: pl.DataFrame) -> list[str]:
    """The criteria on which each row has one verdict; titles are rules too, but no criteria."""
    single = [name for name, dtype in answered.schema.items() if name.startswith(VERDICT) and dtype == pl.Enum]
    return [rule for rule in (name.removeprefix(VERDICT) for name in single) if rule not in TITLES]


def _words(column: pl.Series) -> list[str]:
    """What an enumeration can say."""
    enumeration: Any = column.dtype
    return list(enumeration.categories)


def _by_commune(facts: pl.DataFrame, outcomes: pl.Series) -> Counts:
    places = [facts[name] for name in (PROVINCE, COMMUNE) if name in facts.columns]
    if not places:
        places = [pl.Series(COMMUNE, [""]).new_from_index(0, facts.height)]
    outcome, each = pl.col(OUTCOME), _words(outcomes)
    table = pl.DataFrame([*places, outcomes]).group_by(column.name for column in places)
    counts: Counts = {}
    for row in table.agg((outcome == name).sum().alias(name) for name in each).iter_rows(named=True):
        place = _KEY.join(" ".join(normalised(row.get(name) or "").split()) for name in (PROVINCE, COMMUNE))
        for name in each:
            key = f"{place}{_KEY}{name}"
            counts[key] = counts.get(key, 0) + row[name]
    return _some(counts)


def _some(counts: Counts) -> Counts:
    return {key: number for key, number in sorted(counts.items()) if number}


def added(entries: Iterable[dict[str, Counts]]) -> dict[str, list[dict[str, Any]]]:
    """Add the counts of all batches up, as rows to read: one dictionary a title, commune or criterion."""
    total: dict[str, Counts] = {"titles": {}, "communes": {}, "criteria": {}}
    for entry in entries:
        for table, counts in entry.items():
            for key, number in counts.items():
                total[table][key] = total[table].get(key, 0) + number
    named = {"titles": ("title",), "communes": ("province", "commune"), "criteria": ("title", "criterion")}
    return {table: _rows(total[table], names) for table, names in named.items()}


def _rows(counts: Counts, names: tuple[str, ...]) -> list[dict[str, Any]]:
    rows: dict[tuple[str, ...], dict[str, Any]] = {}
    for key in sorted(counts):
        *parts, what = key.split(_KEY)
        row = rows.setdefault(tuple(parts), dict(zip(names, parts, strict=True)))
        row[what] = counts[key]
    return list(rows.values())

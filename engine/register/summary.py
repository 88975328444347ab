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
    rules = [name for name, dtype in answered.schema.items() if name.startswith(VERDICT) and dtype == pl.Enum]
    frame = answered.select(OUTCOME, *rules).with_columns(
        facts[TITLE].cast(pl.Categorical).alias(TITLE), *(_place(facts, name) for name in (PROVINCE, COMMUNE))
    )
    criteria: Counts = {}
    sums = [
        (pl.col(name) == verdict).sum().alias(f"{name.removeprefix(VERDICT)}{_KEY}{verdict}")
        for name in rules
        for verdict in _SHORT
        if name.removeprefix(VERDICT) not in TITLES  # they are rules too, but no criteria
    ]
    for row in frame.group_by(TITLE).agg(sums).iter_rows(named=True):
        title = row.pop(TITLE)
        criteria |= {f"{title}{_KEY}{key}": number for key, number in row.items() if number}
    return {
        "titles": _by(frame, TITLE, OUTCOME),
        "communes": _by(frame, PROVINCE, COMMUNE, OUTCOME),
        "criteria": dict(sorted(criteria.items())),
    }


def _place(facts: pl.DataFrame, name: str) -> pl.Series:
    if name in facts.columns:
        return facts[name].fill_null("")
    return pl.Series(name, [""]).new_from_index(0, facts.height)


def _by(frame: pl.DataFrame, *keys: str) -> Counts:
    key = pl.concat_str(pl.col(keys).cast(pl.String), separator=_KEY).alias("key")
    counts: Counts = {}
    for written, number in frame.group_by(keys).len().select(key, "len").iter_rows():
        counts[normalised(written)] = counts.get(normalised(written), 0) + number
    return dict(sorted(counts.items()))


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

"""What a measure comes to over rows of a register: a number or a share, as far as the rows tell.

Values of two sets of rows add up, so a register is measured a batch at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from langnghe.engine.columns.expressions import Reader
from langnghe.engine.columns.layout import ENDS
from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.programmes.plan import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from langnghe.engine.programmes.plan import Measure

VERDICT: Final = "|"  # begins the names of columns that hold verdicts; no field does
_SCHEMA: Final = {name + end: dtype for name, kind in FIELDS.items() for end, dtype in ENDS[kind]}


@dataclass(frozen=True, slots=True)
class Value:
    """What a measure comes to: a number, or the least and the most it can be; of a share, parts and wholes.

    ``missing`` counts the rows that leave it open, by the field (or the criterion) that is not known.
    """

    low: int
    high: int | None
    whole: tuple[int, int | None] | None
    missing: dict[str, int]

    def __add__(self, other: Value) -> Value:
        """Give what the measure comes to over the rows of both."""
        names = self.missing.keys() | other.missing.keys()
        return Value(
            self.low + other.low,
            _sum_of_ends(self.high, other.high),
            None
            if self.whole is None or other.whole is None
            else (self.whole[0] + other.whole[0], _sum_of_ends(self.whole[1], other.whole[1])),
            {name: self.missing.get(name, 0) + other.missing.get(name, 0) for name in sorted(names)},
        )


def _sum_of_ends(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def completed(facts: pl.DataFrame) -> pl.DataFrame:
    """Give facts with every column that a measure can read; of villages there are none of, no rows."""
    absent = {
        name + end: pl.lit(None, dtype=dtype)
        for name, kind in FIELDS.items()
        for end, dtype in ENDS[kind]
        if name + end not in facts.columns
    }
    return facts.with_columns(**absent) if facts.columns else pl.DataFrame(schema=_SCHEMA)


def value_of(measure: Measure, table: pl.DataFrame, on: date) -> Value:
    """Work a measure out over completed facts, with the verdicts that it asks about in columns of :data:`VERDICT`."""
    return _sums(measure, table) if measure.sum_of is not None else _rows(measure, table, on)


def _rows(measure: Measure, table: pl.DataFrame, on: date) -> Value:
    reader = Reader(on, pl.col, lambda rule: pl.col(f"{VERDICT}{rule}"), FIELDS)
    among = _asked(measure.among, reader)
    fits = _asked(measure.count if measure.count is not None else measure.percent, reader) & among
    verdicts = table.select(fits=fits, among=among)
    met, open_ = int(verdicts["fits"].sum()), verdicts["fits"].null_count()
    missing = _missing(table.filter(verdicts["fits"].is_null()), measure, reader) if open_ else {}
    if measure.count is not None:
        return Value(met, met + open_, None, missing)
    whole = int(verdicts["among"].sum())
    return Value(met, met + open_, (whole, whole + verdicts["among"].null_count()), missing)


def _asked(condition: Any, reader: Reader) -> pl.Expr:  # noqa: ANN401  any condition
    return pl.lit(value=True) if condition is None else reader.expression(condition)


def _sums(measure: Measure, table: pl.DataFrame) -> Value:
    """Two sums over all rows; a row that leaves a count open leaves the sum open upwards."""
    missing = {
        name: unknown
        for name in (measure.sum_of, measure.in_)
        if name is not None and (unknown := table[f"{name}.low"].null_count())
    }
    (low, high), whole = (_sum(table, str(name)) for name in (measure.sum_of, measure.in_))
    return Value(low, high, whole, missing)


def _sum(table: pl.DataFrame, name: str) -> tuple[int, int | None]:
    high = table[f"{name}.high"]
    return int(table[f"{name}.low"].sum()), None if high.null_count() else int(high.sum())


def _missing(open_rows: pl.DataFrame, measure: Measure, reader: Reader) -> dict[str, int]:
    """How many open rows lack each value asked."""
    lacking: dict[str, pl.Series] = {}
    for condition in measure.conditions():
        for name, rows in _lacking(condition, open_rows, reader):
            lacking[name] = lacking[name] | rows if name in lacking else rows
    return {name: number for name, rows in lacking.items() if (number := int(rows.sum()))}


def _lacking(condition: Any, table: pl.DataFrame, reader: Reader) -> Iterator[tuple[str, pl.Series]]:  # noqa: ANN401  any condition
    """Give each value asked with the rows that its lack leaves open; a part that is decided lacks none."""
    still_open = table.select(reader.expression(condition).is_null()).to_series()
    if isinstance(condition, c.Criterion):
        yield condition.criterion, still_open
    elif inside := anatomy.children(condition):
        for part in inside:
            yield from ((name, rows & still_open) for name, rows in _lacking(part, table, reader))
    else:
        for field in anatomy.fields_of(condition):
            unknown = pl.any_horizontal(pl.col(field + end).is_null() for end, _ in ENDS[FIELDS[field]])
            yield field, table.select(unknown).to_series() & still_open

"""The review of a register as a function of Arrow batches: for Apache Spark's ``mapInArrow``, or any other engine.

Every row comes out again, in its place, whatever the size of the batches: what is said of a row rests on that row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from langnghe.engine.columns.question import question
from langnghe.engine.law.rulebook import installed
from langnghe.engine.problems import Problem
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.register.mapping import mapping as mapping_of
from langnghe.engine.register.verdicts import Asker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    import pyarrow as pa

    from langnghe.engine.register.mapping import Mapping

UNREADABLE: Final = "review.unreadable"


def review_batches(
    batches: Iterable[pa.RecordBatch], *, on: date, mapping: Mapping | None = None, lang: str = "vi"
) -> Iterator[pa.RecordBatch]:
    """Review a register, batch by batch.

    Takes the rows, the day, what their columns mean (the ready mapping when left out), and the language of reasons.
    Gives each batch with outcome, notes and verdicts beside its own columns, as text; ``review.unreadable`` says why a
    row could not be read, and is null where it could.

    Raises:
        InvalidRegister: a column that every register needs is missing, two mean the same, or a name is taken.
    """
    mapping = mapping or mapping_of()
    asked = question(installed().law_on(on), "review", on)
    asker: Asker | None = None
    for batch in batches:
        if asker is None:
            asker = Asker(asked, mapping.recognised(batch.schema.names), mapping, lang)
        yield _beside(batch, _answers(asker, pl.DataFrame(batch)))


def reviewed_schema(schema: pa.Schema, *, on: date, mapping: Mapping | None = None) -> pa.Schema:
    """Give the columns that a review of rows with these columns comes out with.

    Raises:
        InvalidRegister: as :func:`review_batches`.
    """
    import pyarrow as pa

    none = pa.RecordBatch.from_pylist([], schema=schema)
    return next(review_batches([none], on=on, mapping=mapping)).schema


def _answers(asker: Asker, rows: pl.DataFrame) -> pl.DataFrame:
    """The answers for every row; all of them null where it cannot be read."""
    found = asker.ask(rows)
    good = found.reasons.is_null()
    place = pl.select(pl.when(good).then(good.cum_sum() - 1)).to_series()
    answers = found.answers.select(_as_text(name, dtype).gather(place) for name, dtype in found.answers.schema.items())
    return answers.with_columns(found.reasons.alias(UNREADABLE))


def _as_text(name: str, dtype: Any) -> pl.Expr:  # noqa: ANN401  a Polars type
    """Enumerations as text: not every engine has them."""
    if isinstance(dtype, pl.List):
        return pl.col(name).cast(pl.List(pl.String))
    return pl.col(name).cast(pl.String) if dtype == pl.Enum else pl.col(name)


def _beside(batch: pa.RecordBatch, answers: pl.DataFrame) -> pa.RecordBatch:
    import pyarrow as pa

    taken = sorted(set(batch.schema.names) & set(answers.columns))
    if taken:
        raise InvalidRegister([Problem("register_column_taken", name) for name in taken])
    types = {pl.String: pa.string(), pl.Boolean: pa.bool_()}
    columns = {
        name: column.to_arrow(compat_level=pl.CompatLevel.oldest()).cast(
            types[column.dtype.base_type()] if column.dtype != pl.List else pa.list_(pa.string())
        )
        for name, column in answers.to_dict().items()
    }
    return pa.RecordBatch.from_arrays(
        [*batch.columns, *columns.values()],
        schema=pa.schema([*batch.schema, *(pa.field(name, column.type) for name, column in columns.items())]),
    )

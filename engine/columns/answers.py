"""What a register says beside its rows: the outcome for the title of each row, and the verdict on each criterion.

Verdicts are enumerations (one byte a row); a criterion that a row's title does not ask for is left blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from langnghe.engine.columns.names import OUTCOME, TITLE, VERDICT
from langnghe.engine.values import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from langnghe.engine.columns.question import Question

RECOMMENDATION: Final = "assess.recommendation"
ELIGIBLE: Final = "assess.outcome"
DOCUMENTS: Final = "assess.documents"
NOTE: Final = "note."

# In the order of their codes: a Boolean verdict is 0 or 1, and its null 2.
VERDICTS: Final = pl.Enum([each.value for each in (Verdict.NOT_MET, Verdict.MET, Verdict.UNDETERMINED)])
ELIGIBILITY: Final = pl.Enum(["not_eligible", "eligible", "undetermined"])
COMPLETENESS: Final = pl.Enum(["incomplete", "complete"])


def titles_enum(question: Question) -> pl.Enum:
    """Give the type of the title column: the titles asked about."""
    return pl.Enum(list(question.titles))


def answers(question: Question, facts: pl.DataFrame, title: pl.Series) -> pl.DataFrame:
    """Answer the question for every row.

    Takes the facts of the rows and the title of each (any of ``question.titles``, never null). Gives the answer columns:
    of a review ``review.outcome`` and ``note.…``, of an assessment ``assess.…``, of both ``verdict.…``.
    """
    asked = question.verdicts(facts).with_columns(title.cast(titles_enum(question)).alias(TITLE))
    present = [each for each in question.titles if (title == each).any()] or list(question.titles)
    return asked.select(*_outcomes(question, present), *_verdicts(question, present))


def _outcomes(question: Question, present: list[str]) -> Iterable[pl.Expr]:
    law = question.law
    if question.asked == "review":
        yield _first_met(question, present, "review", [row.id for row in law.review_outcomes]).alias(OUTCOME)
        for note in law.review_notes:
            of = [each for each in present if note.title in {None, each}]
            said = _of_title(of, lambda each, code=note.code: pl.col(question.column(f"note.{code}", each)))  # type: ignore[misc]  # code is bound now
            yield said.fill_null(value=False).alias(NOTE + note.code)
        return
    reached = _of_title(present, lambda each: _code(pl.col(question.column(each, each))))
    yield reached.cat.to(ELIGIBILITY).alias(ELIGIBLE)
    rows = [row.id for row in law.recommendations]
    yield _first_met(question, present, "recommendation", rows).alias(RECOMMENDATION)
    complete = _of_title(present, lambda each: pl.col(question.column("documents", each)).cast(pl.UInt8))
    yield complete.cat.to(COMPLETENESS).alias(DOCUMENTS)


def _verdicts(question: Question, present: list[str]) -> Iterable[pl.Expr]:
    rules = {node.id: node for it in question.networks.values() for node in it.nodes if node.id in question.law.rules}
    for rule, node in sorted(rules.items()):
        titles = question.titles_of(rule)
        reached = pl.col(question.column(rule, titles[0]))
        if node.subject == "craft":
            coded = reached.list.eval(_code(pl.element()).cat.to(VERDICTS))
        else:
            coded = _code(reached).cat.to(VERDICTS)
        if not set(present) <= set(titles):
            coded = pl.when(_is_one_of(question, titles)).then(coded)
        yield coded.alias(VERDICT + rule)


def _code(verdict: pl.Expr) -> pl.Expr:
    return verdict.cast(pl.UInt8).fill_null(2)


def _is_one_of(question: Question, titles: Iterable[str]) -> pl.Expr:
    return pl.col(TITLE).is_in(
        pl.Series([title for title in question.titles if title in titles], dtype=titles_enum(question)).implode()
    )


def _first_met(question: Question, present: list[str], table: str, rows: list[str]) -> pl.Expr:
    """The number of the first row of a decision table that is met, as an enumeration of the rows."""

    def number(title: str) -> pl.Expr:
        first = pl.lit(None, dtype=pl.UInt8)
        for index, row in reversed(list(enumerate(rows))):
            met = pl.col(question.column(f"{table}.{row}", title))
            first = pl.when(met).then(pl.lit(index, dtype=pl.UInt8)).otherwise(first)
        return first

    return _of_title(present, number).cat.to(pl.Enum(rows))


def _of_title(titles: list[str], make: Callable[[str], pl.Expr]) -> pl.Expr:
    """The expression of each row's own title."""
    if not titles:  # a note on titles that no row has
        return pl.lit(None, dtype=pl.Boolean)
    chosen = make(titles[-1])
    for title in titles[:-1]:
        chosen = pl.when(pl.col(TITLE) == title).then(make(title)).otherwise(chosen)
    return chosen

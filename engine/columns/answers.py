"""What a register says beside its rows: the outcome for the title of each row, and the verdict on each criterion.

Verdicts are enumerations (one byte a row), of crafts in a list a list of them; a criterion that a row's title does not
ask for is left blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from langnghe.engine.columns.layout import CRAFTS, lies_flat
from langnghe.engine.columns.names import OUTCOME, TITLE, VERDICT
from langnghe.engine.values import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from langnghe.engine.columns.question import Question
    from langnghe.engine.law.rules import Note
    from langnghe.engine.network import Node

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

    Takes the facts of the rows and the title of each (any of ``question.titles``, never null). Gives the answers:
    of a review ``review.outcome`` and ``note.…``, of an assessment ``assess.…``, of both ``verdict.…``.
    """
    titles = title.cast(titles_enum(question))
    present = [each for each in question.titles if (titles == each).any()] or list(question.titles)
    # One mask for each set of titles, not one for each criterion that they share.
    sets = {question.titles_of(rule) for rule in _rules(question)}
    masks = {_mask(of): titles.is_in(list(of)) for of in sets if not set(present) <= set(of)}
    there = {CRAFTS: facts[CRAFTS]} if lies_flat(facts) else {}
    asked = question.verdicts(facts).with_columns(titles.alias(TITLE), **masks, **there)
    return asked.select(*_outcomes(question, present), *_verdicts(question, present, flat=bool(there)))


def _mask(titles: Iterable[str]) -> str:
    return "|of|" + "|".join(titles)


def _rules(question: Question) -> dict[str, Node]:
    nodes = (node for it in question.networks.values() for node in it.nodes)
    return {node.id: node for node in nodes if node.id in question.law.rules}


def _outcomes(question: Question, present: list[str]) -> Iterable[pl.Expr]:
    law = question.law
    if question.asked == "review":
        yield _first_met(question, present, "review", [row.id for row in law.review_outcomes]).alias(OUTCOME)
        for note in law.review_notes:
            yield _said(question, present, note).alias(NOTE + note.code)
        return
    reached = _of_title(present, lambda each: _code(pl.col(question.column(each, each))))
    yield reached.cat.to(ELIGIBILITY).alias(ELIGIBLE)
    rows = [row.id for row in law.recommendations]
    yield _first_met(question, present, "recommendation", rows).alias(RECOMMENDATION)
    complete = _of_title(present, lambda each: pl.col(question.column("documents", each)).cast(pl.UInt8))
    yield complete.cat.to(COMPLETENESS).alias(DOCUMENTS)


def _verdicts(question: Question, present: list[str], *, flat: bool) -> Iterable[pl.Expr]:
    for rule, node in sorted(_rules(question).items()):
        titles = question.titles_of(rule)
        reached = pl.col(question.column(rule, titles[0]))
        if node.subject == "craft" and not flat:
            coded = reached.list.eval(_code(pl.element()).cat.to(VERDICTS))
        elif node.subject == "craft":
            coded = pl.when(pl.col(CRAFTS)).then(_code(reached).cat.to(VERDICTS))
        else:
            coded = _code(reached).cat.to(VERDICTS)
        if not set(present) <= set(titles):
            coded = pl.when(pl.col(_mask(titles))).then(coded)
        yield coded.alias(VERDICT + rule)


def _code(verdict: pl.Expr) -> pl.Expr:
    return verdict.cast(pl.UInt8).fill_null(2)


def _said(question: Question, present: list[str], note: Note) -> pl.Expr:
    """Whether a review carries a note: where it is met, of the titles that it is for."""
    said = pl.lit(value=False)
    for title in present:
        if note.title in {None, title}:
            met = pl.col(question.column(f"note.{note.code}", title)).fill_null(value=False)
            said |= met & (pl.col(TITLE) == title)
    return said


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
    """The expression of each row's own title, which is one of ``titles``."""
    chosen = make(titles[-1])
    for title in titles[:-1]:
        chosen = pl.when(pl.col(TITLE) == title).then(make(title)).otherwise(chosen)
    return chosen

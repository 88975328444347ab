"""The rows of a register with the answers to a question: which rows can be read, and what is said of those."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from langnghe.engine.columns.answers import answers, titles_enum
from langnghe.engine.columns.names import TITLE
from langnghe.engine.register.rows import facts_of

if TYPE_CHECKING:
    from langnghe.engine.columns.question import Question
    from langnghe.engine.register.mapping import Mapping, Target


@dataclass(frozen=True, slots=True)
class Answered:
    """Rows answered: why a row cannot be read (null: it can), and facts and answers of those that can."""

    reasons: pl.Series
    facts: pl.DataFrame
    answers: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Asker:
    """A question, and how the rows that it is asked of are to be read."""

    question: Question
    targets: dict[str, Target]
    mapping: Mapping
    lang: str

    def ask(self, rows: pl.DataFrame) -> Answered:
        """Read rows as they stand in a register, and answer the question for those that can be read."""
        read = facts_of(rows, self.targets, self.mapping, self.lang, flat=True)
        good = read.reasons.is_null()
        facts = read.frame if good.all() else read.frame.filter(good)
        facts = facts.with_columns(pl.col(TITLE).cast(titles_enum(self.question)))
        return Answered(read.reasons, facts, answers(self.question, facts, facts[TITLE]))

"""How the report's tables are laid out, the same for the page and the workbook."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from langnghe.engine.report.making import OUTCOMES
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from langnghe.engine.report.making import Report

Cell = str | int
# How each outcome is coloured, as pages colour verdicts; a remedy has a colour of its own.
TONES: Final = {"keep": "met", "propose_revocation": "not_met", "remedy": "ordered", "undetermined": "undetermined"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table.

    ``aside`` stands below its first cell; ``total`` sums the others; ``above`` draws the threshold between it and the
    line before.
    """

    cells: tuple[Cell, ...]
    aside: str = ""
    total: bool = False
    above: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its notes.

    ``drawn`` names the columns whose numbers are drawn as bars one upon the other, each with its tone; ``charted``
    tells that they make a chart of their own where one is not drawn in the table itself.
    """

    id: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    drawn: tuple[tuple[int, str], ...] = ()
    charted: bool = False

    @property
    def texts(self) -> int:
        """How many columns at the left hold words; the others hold numbers."""
        return next((at for at, cell in enumerate(self.rows[0].cells) if isinstance(cell, int)), len(self.columns))


def outcome_names(report: Report) -> dict[str, str]:
    """Give what the law calls each outcome of a review."""
    return {row.id: row.name.in_(report.lang) for row in report.law.review_outcomes}


def by_outcome(
    report: Report, name: str, first: str, rows: Iterable[tuple[str, Counter[str]]], *, total: bool = True
) -> Table:
    """A table of one row a name: how many titles are held, and how many of each outcome."""
    lang, names = report.lang, outcome_names(report)
    lines = [(label, found) for label, found in rows]
    made = [Row(_numbers(label, found)) for label, found in lines]
    if total and len(made) > 1:
        whole = sum((found for _, found in lines), Counter[str]())
        made.append(Row(_numbers(say("report.total", lang), whole), total=True))
    return Table(
        name,
        say(f"report.{name}.heading", lang),
        (first, say("report.held", lang), *(names[outcome] for outcome in OUTCOMES)),
        tuple(made),
        drawn=tuple((at, TONES[outcome]) for at, outcome in enumerate(OUTCOMES, 2)),
        charted=True,
    )


def _numbers(label: str, found: Counter[str]) -> tuple[Cell, ...]:
    return label, found.total(), *(found[outcome] for outcome in OUTCOMES)

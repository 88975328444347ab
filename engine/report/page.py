"""The yearly report as one self-contained HTML page: to read on a screen, to print, to send by mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.report import words
from langnghe.engine.report.layout import TONES, outcome_names
from langnghe.engine.report.making import OUTCOMES
from langnghe.engine.report.tables import communes_of, tables_of
from langnghe.engine.words import formats
from langnghe.engine.words.messages import say
from langnghe.engine.writing.files import write_atomically
from langnghe.engine.writing.page_template import rendered

if TYPE_CHECKING:
    from pathlib import Path

    from langnghe.engine.report.layout import Row, Table
    from langnghe.engine.report.making import Report
    from langnghe.engine.report.named import Named

# What a page shows of a long list; the workbook has all of it.
MOST_TITLES: Final = 200
MOST_COMMUNES: Final = 500
MARKS: Final = {"met": "✓", "not_met": "✗", "ordered": "!", "undetermined": "?"}


class Page:
    """The page while the register is read: the first titles of each outcome, and the first rejects."""

    def __init__(self) -> None:
        self.titles: dict[str, list[Named]] = {outcome: [] for outcome in OUTCOMES[1:]}
        self.rejects: list[tuple[int, str]] = []

    def wants(self, outcome: str) -> bool:
        """Tell whether the page has room for another title."""
        return len(self.titles[outcome]) < MOST_TITLES

    def named(self, title: Named) -> None:
        """Keep a title for the list of its outcome."""
        self.titles[title.outcome].append(title)

    def rejected(self, record: int, reason: str) -> None:
        """Keep a record that cannot be read, as long as there is room."""
        if len(self.rejects) < MOST_TITLES:
            self.rejects.append((record, reason))

    def save(self, report: Report, out: Path) -> None:
        """Write the page, whole or not at all."""
        write_atomically(out, _page(report, self).encode())

    def abandon(self) -> None:
        """Leave nothing behind: nothing has been written."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: where it begins and how long it is, in percent of the longest bar of its table."""

    tone: str
    begins: str
    length: str


def _page(report: Report, lists: Page) -> str:
    lang = report.lang

    def tell(key: str, **slots: Any) -> str:  # noqa: ANN401  slots take what can be printed
        return say(key, lang, **slots)

    counts = {outcome: report.tally.of(outcome) for outcome in OUTCOMES}
    return rendered(
        "report.html",
        lang,
        report=report,
        heading=words.heading(report),
        about=words.about(report),
        rules=words.rules(report),
        outcomes=[(outcome, TONES[outcome], name, counts[outcome]) for outcome, name in _in_order(report)],
        tables=tables_of(report),
        communes=_shortened(communes_of(report)),
        most_communes=MOST_COMMUNES,
        lists=lists,
        counts=counts,
        marks=MARKS,
        law_says={outcome: words.law_says(report.rulebook, report.law, outcome, lang) for outcome in OUTCOMES[1:]},
        bar=_bar,
        words=words,
        number=lambda value: formats.number(value, lang),
        say=tell,
    )


def _in_order(report: Report) -> list[tuple[str, str]]:
    names = outcome_names(report)
    return [(outcome, names[outcome]) for outcome in OUTCOMES]


def _shortened(table: Table) -> tuple[Table, tuple[Row, ...], int]:
    """Give a table, the rows of it that a page shows (its total always), and how many it leaves out."""
    *rows, total = table.rows
    return table, (*rows[:MOST_COMMUNES], total), max(len(rows) - MOST_COMMUNES, 0)


def _bar(table: Table, row: Row) -> list[Part]:
    """Draw the numbers of a row one after the other; the longest row of the table fills the width."""
    longest = max((_drawn(table, each) for each in table.rows if not each.total), default=0)
    parts, at = [], 0
    for column, tone in table.drawn:
        number = row.cells[column]
        if isinstance(number, int) and number and longest:
            parts.append(Part(tone, _percent(at, longest), _percent(number, longest)))
            at += number
    return parts


def _drawn(table: Table, row: Row) -> int:
    return sum(number for column, _ in table.drawn if isinstance(number := row.cells[column], int))


def _percent(part: int, whole: int) -> str:
    hundredths = 10_000 * part // whole
    return f"{hundredths // 100}.{hundredths % 100:02}%"

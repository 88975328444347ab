"""The yearly report as a workbook: a summary with charts, the communes, and every title that is not kept."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import NumFmt
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.text import RichText
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties

from langnghe.engine.law.rulebook import installed
from langnghe.engine.report import words
from langnghe.engine.report.making import OUTCOMES
from langnghe.engine.report.sheets import MOST_ROWS, Sheet
from langnghe.engine.report.tables import communes_of, tables_of
from langnghe.engine.words import formats
from langnghe.engine.words.messages import say
from langnghe.engine.writing.files import whole

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from langnghe.engine.report.layout import Table
    from langnghe.engine.report.making import Report
    from langnghe.engine.report.named import Named

LISTED: Final = OUTCOMES[1:]  # each has a sheet of its own
_LIST_HEADING: Final = 3  # the row of a list's headings; its title and what the law says of such titles stand above
_TABLE_HEADING: Final = 2
_SUMMARY_WIDTHS: Final = (52, 22, 16, 16, 16, 16)
_LIST: Final = {  # the columns of a list, with their widths in characters
    "record": 7, "name": 22, "province": 13, "district": 15, "commune": 16, "title": 14, "decision": 18,
    "why": 58, "also_open": 25, "remarks": 38,
}  # fmt: skip
_MISSING: Final = 85  # characters: what a list of open titles has in place of its last but one
_UNLABELLED: Final = dict.fromkeys(
    ("showVal", "showSerName", "showCatName", "showLegendKey", "showPercent", "showBubbleSize"), False
)
_COLOURS: Final = {"met": "4E9A61", "not_met": "B3261E", "ordered": "3C6EA8", "undetermined": "D9A441"}
_ON: Final = {"undetermined": "1B1C1E"}  # the colour of letters on a bar, where white would not be read
_CHART_WIDTH: Final = 30  # cm, as wide as the summary's columns
_BAR: Final = 0.8  # cm of a chart's height for each of its bars
_FRAME: Final = 3.2  # cm around them: title, axis, legend
_ROW: Final = 0.53  # cm of a row left free
_PRINTED: Final = 84  # percent, at which the summary is as wide as the page


class Book:
    """The workbook while the register is read: named titles and rejects go straight to their sheets."""

    def __init__(self, on: date, lang: str, *, districts: bool) -> None:
        """Begin a book; ``districts`` tells whether the register has them."""
        self.lang, self.districts = lang, districts
        self.book = Workbook(write_only=True)
        self.book.properties.creator = "langnghe"
        self.summary = Sheet(self.book, say("report.sheet.summary", lang), _SUMMARY_WIDTHS, scale=_PRINTED)
        self.communes = Sheet(
            self.book, say("report.sheet.communes", lang), (16, 18, 20, *[13] * 9), frozen=_TABLE_HEADING
        )
        self.lists = {
            outcome: Sheet(
                self.book,
                say(f"report.sheet.{outcome}", lang),
                tuple(self._columns(outcome).values()),
                frozen=_LIST_HEADING,
            )
            for outcome in LISTED
        }
        self.rejects = Sheet(self.book, say("report.sheet.rejects", lang), (10, 130), frozen=_TABLE_HEADING)
        self.basis = Sheet(self.book, say("report.sheet.basis", lang), (30, 120))
        rulebook = installed()
        for outcome, sheet in self.lists.items():
            sheet.across(say(f"report.list.{outcome}", lang), "title")
            sheet.across(words.law_says(rulebook, rulebook.law_on(on), outcome, lang), "note")
            sheet.headings(say(f"report.list.{column}", lang) for column in self._columns(outcome))
        self.rejects.across(say("report.list.rejects", lang), "title")
        self.rejects.headings(say(f"report.list.{key}", lang) for key in ("record", "reason"))

    def abandon(self) -> None:
        """Leave nothing behind of a book that will not be saved."""
        for sheet in (self.summary, self.communes, *self.lists.values(), self.rejects, self.basis):
            with contextlib.suppress(Exception):  # whatever went wrong is told already
                sheet.abandon()

    def wants(self, outcome: str) -> bool:
        """Tell whether a sheet has room for another title, one line kept for what it does not hold."""
        return self.lists[outcome].row + 1 < MOST_ROWS

    def named(self, title: Named) -> None:
        """Write a title on the sheet of its outcome."""
        lang = self.lang
        cells: dict[str, str | int] = {
            "record": title.record,
            "name": title.name,
            "province": title.province,
            "district": title.district,
            "commune": title.commune,
            "title": words.capital(say(f"title.{title.title}", lang)),
            "decision": words.decision(title, lang),
            "why": (reasons := "\n".join(words.reasons(title))),
            "missing": reasons,
            "also_open": say("list.separator", lang).join(title.also_open),
            "remarks": "\n".join(title.remarks),
        }
        self.lists[title.outcome].line([cells[column] for column in self._columns(title.outcome)])

    def _columns(self, outcome: str) -> dict[str, int]:
        """The columns of a list and their widths; of open titles, what is missing is all there is to tell."""
        columns = {column: width for column, width in _LIST.items() if self.districts or column != "district"}
        if outcome == "undetermined":
            del columns["also_open"]
            columns = {
                "missing" if column == "why" else column: _MISSING if column == "why" else width
                for column, width in columns.items()
            }
        return columns

    def rejected(self, record: int, reason: str) -> None:
        """Write a record that cannot be read on its sheet."""
        if self.rejects.row + 1 < MOST_ROWS:
            self.rejects.line((record, words.reject_in_words(reason, self.lang)))

    def save(self, report: Report, out: Path) -> None:
        """Write what is known only when the whole register has been read, and the file, whole or not at all."""
        self._finish(report)
        with whole(out) as temporary:
            self.book.save(temporary)

    def _finish(self, report: Report) -> None:
        self._summary(report)
        communes = communes_of(report)
        self.communes.across(communes.heading, "title")
        self._table(self.communes, communes)
        self.communes.filtered(_TABLE_HEADING)
        found = {outcome: report.tally.of(outcome) for outcome in LISTED} | {"rejects": report.tally.rejected}
        for key, sheet in {**self.lists, "rejects": self.rejects}.items():
            heading = _TABLE_HEADING if key == "rejects" else _LIST_HEADING
            left_off = found[key] - (sheet.row - heading)
            if not found[key]:
                sheet.across(say("report.nothing", self.lang), "line")
            elif left_off:
                slots = {"most": formats.number(MOST_ROWS, self.lang), "more": formats.number(left_off, self.lang)}
                sheet.across(say("report.list.not_all", self.lang, **slots), "note")
            else:
                sheet.filtered(heading)
        self._basis(report)

    def _summary(self, report: Report) -> None:
        sheet = self.summary
        sheet.across(words.heading(report), "title")
        sheet.across(say("report.purpose", self.lang), "note")
        for label, text in words.about(report):
            sheet.pair(label, text)
        sheet.across(say("report.proposes", self.lang), "note")
        sheet.across(say("report.open_is_not_failing", self.lang), "note")
        for table in tables_of(report):
            sheet.skip(1)
            if table.charted and table.id != "titles":  # the first chart has room on the first page
                sheet.break_page()
            sheet.across(table.heading, "section")
            heading = sheet.row + 1
            self._table(sheet, table)
            for note in table.notes:
                sheet.across(note, "note")
            if table.charted:
                self._chart(sheet, table, heading)

    def _table(self, sheet: Sheet, table: Table) -> None:
        cited = any(row.aside for row in table.rows)
        sheet.headings((*table.columns, *([say("report.provision", self.lang)] if cited else [])), spread=cited)
        for row in table.rows:
            look = "total_" if row.total else "limit_" if row.above else ""
            cells = (*row.cells, row.aside) if cited else row.cells
            sheet.line(cells, f"{look}text", f"{look}number", spread=cited)

    @staticmethod
    def _chart(sheet: Sheet, table: Table, heading: int) -> None:
        """Draw the numbers of a table below it, as bars one upon the other, its sum left out."""
        rows = [row for row in table.rows if not row.total]
        last = heading + len(rows)
        chart: Any = BarChart()
        chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 40
        chart.title, chart.legend.position = table.heading, "b"
        chart.title.tx.rich.p[0].pPr = ParagraphProperties(defRPr=CharacterProperties(sz=1200, b=True))
        chart.width, chart.height = _CHART_WIDTH, _FRAME + _BAR * len(rows)
        for column, tone in table.drawn:
            numbers = Reference(sheet.sheet, min_col=column + 1, min_row=heading, max_row=last)
            chart.add_data(numbers, titles_from_data=True)
            drawn = chart.series[-1]
            drawn.graphicalProperties.solidFill = _COLOURS[tone]
            drawn.graphicalProperties.line.solidFill = _COLOURS[tone]
            nothing = [DataLabel(idx=at, **_UNLABELLED) for at, row in enumerate(rows) if not row.cells[column]]
            drawn.dLbls = DataLabelList(dLbl=nothing, **(_UNLABELLED | {"showVal": True}))
            drawn.dLbls.txPr = _letters(900, _ON.get(tone, "FFFFFF"))
        chart.set_categories(Reference(sheet.sheet, min_col=1, min_row=heading + 1, max_row=last))
        chart.x_axis.scaling.orientation = "maxMin"  # the first row at the top
        chart.x_axis.delete = chart.y_axis.delete = False
        chart.x_axis.tickLblSkip = 1
        chart.x_axis.txPr = chart.y_axis.txPr = _letters(900, "1B1C1E")
        chart.y_axis.majorGridlines, chart.y_axis.numFmt = None, NumFmt("#,##0", sourceLinked=False)
        chart.y_axis.scaling.min, chart.y_axis.crosses = 0, "max"
        sheet.sheet.add_chart(chart, f"A{sheet.row + 2}")
        sheet.skip(2 + int(chart.height / _ROW))

    def _basis(self, report: Report) -> None:
        sheet, lang = self.basis, self.lang
        sheet.across(say("report.sheet.basis", lang), "title")
        for outcome in report.law.review_outcomes:
            sheet.pair(outcome.name.in_(lang), words.law_says(report.rulebook, report.law, outcome.id, lang))
        for reporter in report.reporters:
            sheet.pair(say("report.due", lang), reporter)
        sheet.pair(say("report.rulebook", lang), words.rules(report))
        sheet.across(say("text.disclaimer", lang), "note")


def _letters(size: int, colour: str) -> RichText:
    """Give letters of a size in hundredths of a point, for labels in a chart."""
    properties = ParagraphProperties(defRPr=CharacterProperties(sz=size, solidFill=colour))
    return RichText(p=[Paragraph(pPr=properties, endParaRPr=CharacterProperties())])

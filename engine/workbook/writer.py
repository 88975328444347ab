"""A dossier, or a blank one, to a workbook that people fill in: drop-downs, notes that quote the law, no macros."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter

from langnghe.engine.law.rulebook import installed
from langnghe.engine.words.messages import say
from langnghe.engine.workbook import style, words
from langnghe.engine.workbook.codec import to_cell
from langnghe.engine.workbook.entries import rows_of
from langnghe.engine.workbook.layout import ATTRIBUTION, EVIDENCE, OTHER_EVIDENCE, SHEETS, Field, Kind, Sheet
from langnghe.engine.workbook.lists import Lists
from langnghe.engine.workbook.notes import Notes
from langnghe.engine.workbook.paths import value_at

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from langnghe.engine.dossier import Dossier

_QUESTION_WIDTHS: Final = (44, 34, 34)
_HINT_WIDTH: Final = 50
_SPARE_ENTRIES: Final = 5  # rows left free below a question that takes several
_TYPED_AS_NUMBERS: Final = {Kind.COUNT, Kind.WHOLE}


def workbook(dossier: Dossier | None = None, *, lang: str = "vi", day: date | None = None) -> bytes:
    """Write a workbook.

    Takes the dossier to fill in, nothing for a blank; the language; and the day whose law its notes quote (the
    dossier's ``proposed_on``, or today, when left out). Gives the bytes of an ``.xlsx`` file, which
    ``langnghe.load`` reads back to the same dossier.
    """
    day = day or (dossier.proposed_on if dossier else date.today())  # noqa: DTZ011  the user's calendar day
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "langnghe"
    tree = dossier.model_dump(mode="json", exclude_none=True, by_alias=True) if dossier else {}
    evidence = dict(dossier.evidence) if dossier else {}
    lists = Lists(lang)
    notes = Notes(installed(), day, lang)
    for sheet in SHEETS:
        if sheet is not OTHER_EVIDENCE or evidence:
            _Page(book.create_sheet(words.sheet_name(sheet, lang)), sheet, lang, notes, lists).write(tree, evidence)
    lists.write(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


class _Page:
    """One sheet being written, from the top down."""

    def __init__(self, page: Worksheet, sheet: Sheet, lang: str, notes: Notes, lists: Lists) -> None:
        self.page, self.sheet, self.lang, self.notes, self.lists = page, sheet, lang, notes, lists
        self.beside = (EVIDENCE, *(ATTRIBUTION if sheet.attributed else ()))
        asked = 2 + len(self.beside) + 1 if sheet.questions else 0
        self.last = max(asked, len(sheet.columns))
        widths = [column.width for column in sheet.columns]
        if sheet.questions and not sheet.columns:
            widths = [*_QUESTION_WIDTHS, *(column.width for column in self.beside[1:]), _HINT_WIDTH]
        style.widths(page, widths)

    def write(self, tree: dict[str, Any], evidence: dict[str, tuple[str, ...]]) -> None:
        """Write the sheet; evidence that finds its cell is taken out of ``evidence``."""
        style.title(self.page, 1, self.last, say(f"workbook.title.{self.sheet.id}", self.lang))
        style.remark(self.page, 2, 1, self.last, words.intro(self.sheet, self.lang))
        row = heading = 4
        if self.sheet.questions:
            row = self._questions(row, tree, evidence)
        if self.sheet.columns:
            heading = row if row == heading else row + 1
            self._table(heading, tree, evidence)
        style.page(self.page, self.last, heading, frozen=heading + 1)

    def _questions(self, row: int, tree: dict[str, Any], evidence: dict[str, tuple[str, ...]]) -> int:
        headings = ["item", "answer"]
        for at, name in enumerate(headings, 1):
            style.heading(self._cell(row, at), say(f"workbook.heading.{name}", self.lang))
        for at, column in enumerate(self.beside, 3):
            style.heading(self._cell(row, at), words.label(column, self.lang))
            style.note(self._cell(row, at), self.notes.of(column))
        hint = 3 + len(self.beside)
        for at in range(hint, self.last + 1):
            style.heading(self._cell(row, at), say("workbook.heading.hint", self.lang) if at == hint else "")
        if self.last > hint:
            self.page.merge_cells(start_row=row, end_row=row, start_column=hint, end_column=self.last)
        for question in self.sheet.questions:
            row += 1
            row = self._question(row, question, tree, evidence)
        return row + 1

    def _question(self, row: int, question: Field, tree: dict[str, Any], evidence: dict[str, tuple[str, ...]]) -> int:
        """Write one question with its answer; give the last row that it takes."""
        style.item(self._cell(row, 1), words.label(question, self.lang) + (" *" if question.required else ""))
        style.note(self._cell(row, 1), self.notes.of(question))
        value = value_at(tree, question.id)
        found = value if isinstance(value, dict) and question.kind is Kind.YES_NO else {}
        first, *more = value if question.kind is Kind.ENTRIES and value else [found.get("holds", value)]
        self._answer(row, 2, question, first)
        self._answer(row, 3, EVIDENCE, evidence.pop(question.id, None))
        for at, column in enumerate(self.beside[1:], 4):
            if question.kind is Kind.YES_NO:
                self._answer(row, at, column, value_at(found, column.path or ""))
        hint = words.hint(question, self.lang)
        if hint:
            style.remark(self.page, row, 3 + len(self.beside), self.last, hint)
        if question.kind is Kind.ENTRIES:
            for entry in (*more, *[None] * _SPARE_ENTRIES):
                row += 1
                self._answer(row, 2, question, entry)
        return row

    def _table(self, row: int, tree: dict[str, Any], evidence: dict[str, tuple[str, ...]]) -> None:
        for at, column in enumerate(self.sheet.columns, 1):
            cell = self._cell(row, at)
            style.heading(cell, words.label(column, self.lang) + (" *" if column.required else ""))
            style.note(cell, self.notes.of(column))
        filled = rows_of(self.sheet, tree, evidence, self.lang)
        spare: list[dict[Field, Any]] = [{} for _ in range(self.sheet.spare_rows)]
        first = row + 1
        for entry in (*filled, *spare):
            row += 1
            for at, column in enumerate(self.sheet.columns, 1):
                self._answer(row, at, column, entry.get(column))
            finding = next((value for column, value in entry.items() if column.id == "finding"), None)
            if finding:
                style.note(self._cell(row, 1), self.notes.of_finding(finding))
        for at, column in enumerate(self.sheet.columns, 1):
            self.lists.offer(
                self.page, column, f"{get_column_letter(at)}{first}:{get_column_letter(at)}{first + 20_000}"
            )

    def _cell(self, row: int, at: int) -> Cell:
        cell = self.page.cell(row, at)
        assert isinstance(cell, Cell)  # noqa: S101  merged areas are made after their cells are written
        return cell

    def _answer(self, row: int, at: int, field: Field, value: Any) -> None:  # noqa: ANN401  a value of a dossier
        cell = self._cell(row, at)
        style.answer(cell, to_cell(field, value, self.lang), text=field.kind not in _TYPED_AS_NUMBERS)
        if field not in self.sheet.columns:  # those of a table are offered their list all at once
            self.lists.offer(self.page, field, cell.coordinate)

"""The index of a run over many dossiers, as a workbook: to sort, to filter, to pass on."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from langnghe.engine.words.messages import say
from langnghe.engine.workbook.cells import put

if TYPE_CHECKING:
    from datetime import date

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from langnghe.engine.writing.index import Kind, Row

# Each column's message and width in characters.
_COLUMNS: Final[dict[Kind, dict[str, int]]] = {
    "assess": {
        "file": 18, "dossier": 18, "place": 18, "address": 22, "title": 13, "told": 15, "recommendation": 18,
        "failing": 22, "undetermined": 24, "missing": 36, "due": 12, "page": 15, "minutes": 12, "problems": 36,
    },
    "review": {
        "file": 18, "dossier": 18, "place": 18, "address": 22, "title": 24, "decision": 22, "told": 15, "citation": 22,
        "failing": 36, "undetermined": 36, "notes": 40, "page": 15, "minutes": 12, "problems": 36,
    },
}  # fmt: skip
_LINE: Final = 15  # points
_HIGHEST: Final = 409  # points, the most that a row can have
_DATE_FORMAT: Final = {"vi": "dd/mm/yyyy", "en": "d mmm yyyy"}


def index_workbook(kind: Kind, rows: list[Row], lang: str) -> bytes:
    """Lay out the index as an .xlsx file whose links lead to the files beside it; no text in it is a formula."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = say("index.sheet", lang)
    for number, (key, width) in enumerate(_COLUMNS[kind].items(), start=1):
        name = {"title": f"{kind}.title", "told": "outcome"}.get(key, key)
        head = _write_text(_cell(sheet, 1, number), say(f"index.{name}", lang))
        head.font = Font("Calibri", 11, bold=True)
        head.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.row_dimensions[1].height = 2 * _LINE
    for line, row in enumerate(rows, start=2):
        _write_row(sheet, line, kind, row, lang)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    _say_who_decides(book, lang)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _say_who_decides(book: Workbook, lang: str) -> None:
    """Say it under every printed page and on a sheet of its own: a line below the table would be read as a dossier."""
    said = say("text.disclaimer", lang)
    footer = book.worksheets[0].oddFooter
    assert footer is not None  # noqa: S101  every sheet is made with one
    footer.center.text = said
    sheet = book.create_sheet(say("index.who_decides", lang))
    _write_text(_cell(sheet, 1, 1), said)
    sheet.column_dimensions["A"].width = len(said)


def _write_row(sheet: Worksheet, line: int, kind: Kind, row: Row, lang: str) -> None:
    from openpyxl.styles import Alignment

    lines = 1
    for number, (key, width) in enumerate(_COLUMNS[kind].items(), start=1):
        value: str | tuple[str, ...] | date | None = getattr(row, key)
        cell = _cell(sheet, line, number)
        if key == "told" and row.problems:
            value = say(f"index.{kind}.invalid", lang)
        if key == "due" and row.due:
            cell.value = row.due
            cell.number_format = _DATE_FORMAT[lang]
        elif key in {"page", "minutes"} and value:
            _write_text(cell, say(f"index.{key}", lang))
            cell.hyperlink = row.page_link if key == "page" else row.minutes_link
            cell.style = "Hyperlink"
        elif value:
            text = "\n".join(value) if isinstance(value, tuple) else str(value)
            _write_text(cell, text)
            lines = max(lines, sum(1 + len(part) // width for part in text.split("\n")))
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    # LibreOffice gives wrapped rows one line each where the file does not say how high they are.
    sheet.row_dimensions[line].height = min(_LINE * lines, _HIGHEST)


def _cell(sheet: Worksheet, line: int, number: int) -> Cell:
    from openpyxl.cell import Cell

    cell = sheet.cell(line, number)
    assert isinstance(cell, Cell)  # noqa: S101  nothing is merged in this sheet
    return cell


def _write_text(cell: Cell, text: str) -> Cell:
    put(cell, text)
    return cell

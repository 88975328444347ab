"""The index of a run over many dossiers, as a workbook: to sort, to filter, to pass on."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from langnghe.engine.messages import say

if TYPE_CHECKING:
    from datetime import date

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from langnghe.engine.writing.index import Row

# Each column's message and width in characters.
_COLUMNS: Final = {
    "file": 28, "dossier": 22, "place": 24, "address": 32, "title": 20, "outcome": 20, "recommendation": 30,
    "failing": 32, "undetermined": 32, "missing": 40, "due": 16, "page": 28, "minutes": 28, "problems": 60,
}  # fmt: skip
_DATE_FORMAT: Final = {"vi": "dd/mm/yyyy", "en": "d mmm yyyy"}


def index_workbook(rows: list[Row], lang: str) -> bytes:
    """Lay out the index as an .xlsx file whose links lead to the files beside it; no text in it is a formula."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = say("index.sheet", lang)
    for number, (key, width) in enumerate(_COLUMNS.items(), start=1):
        _write_text(_cell(sheet, 1, number), say(f"index.{key}", lang)).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = width
    for line, row in enumerate(rows, start=2):
        _write_row(sheet, line, row, lang)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _write_row(sheet: Worksheet, line: int, row: Row, lang: str) -> None:
    from openpyxl.styles import Alignment

    for number, key in enumerate(_COLUMNS, start=1):
        value: str | tuple[str, ...] | date | None = getattr(row, key)
        cell = _cell(sheet, line, number)
        if key == "outcome":
            value = say(f"outcome.{row.outcome}" if row.outcome else "index.invalid", lang)
        if key == "due" and row.due:
            cell.value = row.due
            cell.number_format = _DATE_FORMAT[lang]
        elif isinstance(value, tuple):
            _write_text(cell, "\n".join(value))
        elif value:
            _write_text(cell, str(value))
            if key in {"page", "minutes"}:
                cell.hyperlink = quote(str(value))
                cell.style = "Hyperlink"
        cell.alignment = Alignment(vertical="top", wrap_text=True)


def _cell(sheet: Worksheet, line: int, number: int) -> Cell:
    from openpyxl.cell import Cell

    cell = sheet.cell(line, number)
    assert isinstance(cell, Cell)  # noqa: S101  nothing is merged in this sheet
    return cell


def _write_text(cell: Cell, text: str) -> Cell:
    """Write text as text: Excel would take one that begins with ``=``, ``+``, ``-`` or ``@`` for a formula."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell.value = ILLEGAL_CHARACTERS_RE.sub("�", text)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@", "\t", "\r"))
    return cell

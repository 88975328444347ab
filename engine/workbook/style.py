"""How the workbook looks: fonts, fills, borders, widths, notes, the printed page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from langnghe.engine.workbook.cells import escaped, put

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_NAME: Final = "Times New Roman"
_LINE: Final = Side(style="thin", color="BFBFBF")
_BOX: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_PLAIN: Final = Font(name=_NAME, size=12)
_BOLD: Final = Font(name=_NAME, size=12, bold=True)
_TITLE: Final = Font(name=_NAME, size=14, bold=True)
_SMALL: Final = Font(name=_NAME, size=11, italic=True, color="595959")
_HEADING: Final = PatternFill("solid", start_color="DDE7D8")
_ANSWER: Final = PatternFill("solid", start_color="FFFBE0")
_TOP_LEFT: Final = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
_MIDDLE: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LINE_HEIGHT: Final = 16.5  # points
_NOTE_WIDTH: Final = 420  # pixels


def title(sheet: Worksheet, row: int, columns: int, text: str) -> None:
    """Write the title of a sheet across its columns."""
    _across(sheet, row, 1, columns, text).font = _TITLE
    sheet.row_dimensions[row].height = 24


def remark(sheet: Worksheet, row: int, first: int, last: int, text: str) -> None:
    """Write an explanation across columns, as high as it needs."""
    _across(sheet, row, first, last, text).font = _SMALL
    width = sum(_width(sheet, column) for column in range(first, last + 1))
    heighten(sheet, row, _lines(text, width * 1.12))  # small letters, in italics that run wide


def heading(cell: Cell, text: str) -> None:
    """Write the heading of a column."""
    put(cell, text)
    cell.font, cell.fill, cell.border, cell.alignment = _BOLD, _HEADING, _BOX, _MIDDLE
    _fit(cell, text, 0.85)


def item(cell: Cell, text: str) -> None:
    """Write the label of a question."""
    put(cell, text)
    cell.font, cell.border, cell.alignment = _PLAIN, _BOX, _TOP_LEFT
    _fit(cell, text)


def answer(cell: Cell, value: str | int | None, *, text: bool) -> None:
    """Write an answer, or leave a cell for one; ``text`` keeps Excel from turning what is typed into dates."""
    put(cell, value)
    cell.font, cell.fill, cell.border, cell.alignment = _PLAIN, _ANSWER, _BOX, _TOP_LEFT
    if text:
        cell.number_format = "@"
    if value is not None:
        _fit(cell, str(value))


def note(cell: Cell, text: str) -> None:
    """Hang a note on a cell; it opens when the pointer rests there."""
    if text:
        lines = sum(1 + len(line) // 62 for line in text.split("\n"))
        cell.comment = Comment(escaped(text), "langnghe", height=24 + 17 * lines, width=_NOTE_WIDTH)


def page(sheet: Worksheet, last_column: int, heading_row: int, frozen: int) -> None:
    """Freeze the rows above ``frozen`` and set up an A4 page, its headings on every page."""
    sheet.freeze_panes = f"A{frozen}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = 18, True
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{heading_row}:{heading_row}"
    sheet.print_area = f"A1:{get_column_letter(last_column)}{sheet.max_row}"
    footer: Any = sheet.oddFooter  # the library's types allow none
    footer.center.text = "&P/&N"
    margins = sheet.page_margins
    margins.left = margins.right = 0.6
    margins.top = margins.bottom = 0.7


def widths(sheet: Worksheet, columns: list[int]) -> None:
    """Set the widths of the columns, in characters."""
    for at, width in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width


def heighten(sheet: Worksheet, row: int, lines: int) -> None:
    """Make a row high enough for so many lines; a file has no heights that fit by themselves."""
    known = sheet.row_dimensions[row].height or 0
    sheet.row_dimensions[row].height = min(max(known, lines * _LINE_HEIGHT + 3), 400)


def _fit(cell: Cell, text: str, share: float = 1.0) -> None:
    """Make the row of a cell high enough for its text; ``share`` is how much of the width the text may take."""
    sheet: Any = cell.parent  # always a sheet; the library's types are wider
    heighten(sheet, cell.row, _lines(text, _width(sheet, cell.column) * share))


def _across(sheet: Worksheet, row: int, first: int, last: int, text: str) -> Any:  # noqa: ANN401  a cell
    if last > first:
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
    cell: Any = sheet.cell(row, first)  # the first of a merged area is a cell
    put(cell, text)
    cell.alignment = _TOP_LEFT
    return cell


def _width(sheet: Worksheet, column: int) -> float:
    return float(sheet.column_dimensions[get_column_letter(column)].width)


def _lines(text: str, width: float) -> int:
    """Guess the lines that a text takes in a column; Times New Roman is narrower than the digits that widths count."""
    return sum(1 + int(len(line) / max(width * 1.05, 1)) for line in text.split("\n"))

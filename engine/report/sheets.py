"""Sheets of the report's workbook, written from the top down and never held whole: a row once written is on disk."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, Final

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from langnghe.engine.workbook.cells import put

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl import Workbook

MOST_ROWS: Final = 1_048_576  # of one sheet, as Excel has it

_NAME: Final = "Times New Roman"
_SIDE: Final = Side(style="thin", color="BFBFBF")
_BOX: Final = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_LIMIT: Final = Border(left=_SIDE, right=_SIDE, bottom=_SIDE, top=Side(style="medium", color="A61B14"))
_HEADING: Final = PatternFill("solid", start_color="DDE7D8")
_SUM: Final = PatternFill("solid", start_color="F0F1F3")
_LEFT: Final = Alignment(horizontal="left", vertical="top", wrap_text=True)
_IN_BOX: Final = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
_RIGHT: Final = Alignment(horizontal="right", vertical="top", indent=1)
_MIDDLE: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LINE: Final = 16.5  # points of a line of 12 point letters
_LETTERS: Final = 1.12  # of Vietnamese words, for each digit that a column is wide
_BOLD: Final = 0.85  # of a width, that is left to bold letters
_HIGHEST: Final = 409.0  # points, the most that a row can have
_LANDSCAPE_A4: Final = 9

# How each kind of cell looks: font, fill, border, alignment.
_LOOKS: Final[dict[str, tuple[Font, PatternFill | None, Border | None, Alignment]]] = {
    "title": (Font(name=_NAME, size=15, bold=True), None, None, Alignment(vertical="center")),
    "section": (Font(name=_NAME, size=13, bold=True), None, None, Alignment(vertical="bottom")),
    "note": (Font(name=_NAME, size=11, italic=True, color="595959"), None, None, _LEFT),
    "line": (Font(name=_NAME, size=12), None, None, _LEFT),
    "label": (Font(name=_NAME, size=12, color="595959"), None, None, _LEFT),
    "heading": (Font(name=_NAME, size=12, bold=True), _HEADING, _BOX, _MIDDLE),
    "text": (Font(name=_NAME, size=12), None, _BOX, _IN_BOX),
    "number": (Font(name=_NAME, size=12), None, _BOX, _RIGHT),
    "limit_text": (Font(name=_NAME, size=12), None, _LIMIT, _IN_BOX),
    "limit_number": (Font(name=_NAME, size=12), None, _LIMIT, _RIGHT),
    "total_text": (Font(name=_NAME, size=12, bold=True), _SUM, _BOX, _IN_BOX),
    "total_number": (Font(name=_NAME, size=12, bold=True), _SUM, _BOX, _RIGHT),
}


class Sheet:
    """One sheet: what stands above its table is written first, then row after row.

    ``row`` is the number of the last row written.
    """

    def __init__(self, book: Workbook, title: str, widths: Sequence[float], *, frozen: int = 0, scale: int = 0) -> None:
        """Make a sheet.

        Takes the book, the sheet's name, the widths of its columns in characters, how many rows stay in view, and at
        how many percent it is printed (0: as wide as the page).
        """
        self.sheet: Any = book.create_sheet(title)
        self.widths = tuple(widths)
        self.row = 0
        self._styles: dict[str, Any] = {}
        sheet = self.sheet
        for at, width in enumerate(self.widths, 1):
            sheet.column_dimensions[get_column_letter(at)].width = width
        if frozen:
            sheet.freeze_panes = f"A{frozen + 1}"
            sheet.print_title_rows = f"{frozen}:{frozen}"
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.paperSize = _LANDSCAPE_A4
        sheet.page_setup.orientation = "landscape"
        if scale:  # a page that is made to fit takes no page break of ours
            sheet.page_setup.scale = scale
        else:
            sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
            sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.oddFooter.center.text = "&P/&N"
        margins = sheet.page_margins
        margins.left = margins.right = margins.top = 0.5
        margins.bottom, margins.footer = 0.7, 0.3

    def across(self, text: str, look: str) -> None:
        """Write a line across all columns, as high as it needs."""
        self.row += 1
        self.sheet.merged_cells.add(f"A{self.row}:{get_column_letter(len(self.widths))}{self.row}")
        self._height([(text, sum(self.widths))], 24 if look in {"title", "section"} else 0)
        self.sheet.append([self._cell(text, look)])

    def pair(self, label: str, text: str) -> None:
        """Write a label and, across the other columns, what it is of."""
        self.row += 1
        self.sheet.merged_cells.add(f"B{self.row}:{get_column_letter(len(self.widths))}{self.row}")
        self._height([(label, self.widths[0]), (text, sum(self.widths[1:]))])
        self.sheet.append([self._cell(label, "label"), self._cell(text, "line")])

    def headings(self, names: Iterable[str], *, spread: bool = False) -> None:
        """Write the headings of a table."""
        self.line(tuple(names), "heading", spread=spread)

    def line(
        self, cells: Sequence[str | int], text: str = "text", number: str = "number", *, spread: bool = False
    ) -> None:
        """Write a row of a table, words and numbers in their looks; ``spread`` its last cell over all that is left."""
        self.row += 1
        looks = [text if isinstance(cell, str) else number for cell in cells]
        widths = list(self.widths[: len(cells)])
        made = [self._cell(cell, look) for cell, look in zip(cells, looks, strict=True)]
        if spread and len(cells) < len(self.widths):
            first, last = get_column_letter(len(cells)), get_column_letter(len(self.widths))
            self.sheet.merged_cells.add(f"{first}{self.row}:{last}{self.row}")
            widths[-1] += sum(self.widths[len(cells) :])
            made += [self._cell("", looks[-1]) for _ in self.widths[len(cells) :]]  # each draws its part of the border
        share = _BOLD if text == "heading" else 1
        texts = [(cell, width * share) for cell, width in zip(cells, widths, strict=True) if isinstance(cell, str)]
        self._height(texts)
        self.sheet.append(made)

    def skip(self, rows: int) -> None:
        """Leave rows free."""
        for _ in range(rows):
            self.row += 1
            self.sheet.append([])

    def break_page(self) -> None:
        """Let what follows begin a page."""
        self.sheet.row_breaks.append(Break(id=self.row))

    def filtered(self, heading: int) -> None:
        """Let people filter the table whose headings stand in a row, as wide as the sheet."""
        self.sheet.auto_filter.ref = f"A{heading}:{get_column_letter(len(self.widths))}{self.row}"

    def abandon(self) -> None:
        """Give up a sheet that will not be saved, and the file that its rows are in."""
        if (writer := self.sheet._writer) is None:  # noqa: SLF001  the library only knows how to save
            return
        if not self.sheet.closed:
            self.sheet.close()
        writer.cleanup()

    def _height(self, texts: Iterable[tuple[str, float]], least: float = 0) -> None:
        """Make the next row high enough for its texts; a file has no heights that fit by themselves."""
        before = self.row - 1
        self.sheet.row_dimensions.pop(before, None)  # written with its row, and of no more use
        lines = max(
            (sum(1 + int(len(part) / (width * _LETTERS)) for part in text.split("\n")) for text, width in texts),
            default=1,
        )
        if lines > 1 or least:
            self.sheet.row_dimensions[self.row].height = min(max(lines * _LINE + 3, least), _HIGHEST)

    def _cell(self, value: str | int, look: str) -> Any:  # noqa: ANN401  a cell
        cell: Any = WriteOnlyCell(self.sheet)
        put(cell, value)
        quoted = cell.quotePrefix
        if look not in self._styles:
            cell.font, fill, border, cell.alignment = _LOOKS[look]
            if fill:
                cell.fill = fill
            if border:
                cell.border = border
            if isinstance(value, int):
                cell.number_format = "#,##0"
            self._styles[look] = copy(cell._style)  # noqa: SLF001  the library has no quicker way to style a cell
        cell._style = copy(self._styles[look])  # noqa: SLF001  the same
        if quoted:
            cell.quotePrefix = True
        return cell

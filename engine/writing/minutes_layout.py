"""Paper for the default minutes, laid out as Decree 30/2020/NĐ-CP, Appendix I, prescribes (thể thức văn bản).

Margins, type, ruled lines, tables and dotted lines; what stands on the paper is in ``minutes_forms``.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.styles.style import ParagraphStyle
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

FONT: Final = "Times New Roman"
WIDTH: Final = 165  # mm between the margins: A4 less 30 on the left and 15 on the right
SIZE: Final = 13
LEFT, CENTRE, JUSTIFIED = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_SPELLING: Final = {"vi": "vi-VN", "en": "en-GB"}

# A piece of text and how it looks: "b" bold, "i" italic, "bi" both, "" neither.
Piece = tuple[str, str]


class Sheet:
    """An A4 document in the Decree's margins and type, filled from top to bottom."""

    def __init__(self, lang: str) -> None:
        self.document: Any = Document()
        self.lang = lang
        self._page()
        self._styles()

    def _page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        section.header_distance = section.footer_distance = Mm(10)
        section.different_first_page_header_footer = True  # the number stands from page 2 on
        number = section.header.paragraphs[0]
        number.alignment = CENTRE
        for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("text", "2"), ("end", "")):
            run = number.add_run(text if kind == "text" else "")
            if kind in {"begin", "separate", "end"}:
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
                run._r.append(mark)  # noqa: SLF001  python-docx has no fields
            elif not kind:
                code = OxmlElement("w:instrText")
                code.text = text
                run._r.append(code)  # noqa: SLF001  the same

    def _styles(self) -> None:
        styles = self.document.styles
        defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
        _set_font(defaults)
        defaults.find(qn("w:lang")).set(qn("w:val"), _SPELLING[self.lang])
        normal = styles["Normal"]
        _style(normal, before=0, after=6, alignment=JUSTIFIED)
        heading = styles["Heading 1"]
        _style(heading, before=12, after=6, alignment=LEFT)
        heading.font.bold = True
        heading.paragraph_format.keep_with_next = True
        for style in (styles["Header"], styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)):
            style.base_style = normal
            _style(style, before=2, after=2, alignment=LEFT)

    def heading(self, text: str) -> None:
        """Add a heading, never left alone at the foot of a page."""
        self.document.add_paragraph(text, "Heading 1")

    def paragraph(self, *pieces: Piece, alignment: Any = None, keep: bool = False) -> Paragraph:  # noqa: ANN401  python-docx's enumeration
        """Add a paragraph; ``keep`` holds it on the page of what follows."""
        added: Paragraph = self.document.add_paragraph()
        write(added, *pieces, alignment=alignment, keep=keep)
        return added

    def tag(self, text: str) -> None:
        """Add a paragraph that only steers the template and leaves nothing behind."""
        self.document.add_paragraph(text)

    def dotted(self, label: str = "", lines: int = 1, *, keep: bool = False) -> None:
        """Add dotted lines to write on, to the right margin."""
        for number in range(lines):
            line = self.paragraph((f"{label} \t" if label and number == 0 else "\t", ""), alignment=LEFT, keep=keep)
            line.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)

    def table(self, widths: Sequence[int], head: Sequence[str] = (), *, lined: bool = True) -> Table:
        """Add a table with columns of so many millimetres, and a head that every page repeats."""
        table = self.document.add_table(0, len(widths), "Table Grid" if lined else None)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        if not lined:
            _no_margins(table)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        added = Table(table, widths)
        if head:
            cells = added.row()
            for cell, text in zip(cells, head, strict=True):
                write(cell.paragraphs[0], (text, "b"), alignment=CENTRE, keep=True)
            _flag(table.rows[0], "w:tblHeader")
        return added

    def saved(self) -> bytes:
        """Give the .docx, without the library's own thumbnail and author."""
        package = self.document.part.package
        for key in [key for key, rel in package.rels.items() if rel.reltype.endswith("/thumbnail")]:
            del package.rels[key]
        properties = self.document.core_properties
        properties.author = properties.comments = properties.last_modified_by = ""
        packed = io.BytesIO()
        self.document.save(packed)
        return packed.getvalue()


class Table:
    """A table that grows by rows."""

    def __init__(self, table: Any, widths: Sequence[int]) -> None:  # noqa: ANN401  python-docx's table
        self.table, self.widths = table, widths

    def row(self, *texts: Sequence[Piece], height: int = 0, whole: bool = True) -> list[_Cell]:
        """Add a row with one paragraph a cell; a ``whole`` one is never broken over two pages."""
        row = self.table.add_row()
        if whole:
            _flag(row, "w:cantSplit")
        if height:
            row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
        cells: list[_Cell] = list(row.cells)
        for cell, width in zip(cells, self.widths, strict=True):
            cell.width = Mm(width)
            cell.paragraphs[0].style = "Table Text"
        for cell, pieces in zip(cells, texts, strict=False):
            write(cell.paragraphs[0], *pieces)
        return cells

    def tag(self, text: str) -> None:
        """Add a row that only steers the template and leaves nothing behind."""
        self.row([(text, "")])


def write(paragraph: Paragraph, *pieces: Piece, alignment: Any = None, keep: bool = False) -> None:  # noqa: ANN401  python-docx's enumeration
    """Write pieces into a paragraph."""
    if alignment is not None:
        paragraph.alignment = alignment
    if keep:
        paragraph.paragraph_format.keep_with_next = True
    for text, look in pieces:
        run = paragraph.add_run(text)
        run.bold, run.italic = "b" in look or None, "i" in look or None


def more(cell: _Cell, *pieces: Piece, alignment: Any = None) -> Paragraph:  # noqa: ANN401  python-docx's enumeration
    """Add another paragraph to a cell."""
    paragraph: Paragraph = cell.add_paragraph(style="Table Text")
    write(paragraph, *pieces, alignment=alignment)
    return paragraph


def sized(paragraph: Paragraph, size: int) -> None:
    """Set a paragraph in another size."""
    for run in paragraph.runs:
        run.font.size = Pt(size)


def tight(paragraph: Paragraph) -> None:
    """Take the space around a paragraph away."""
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)


def rule(paragraph: Paragraph, length: float, room: float) -> None:
    """Draw a line of ``length`` mm in the middle of ``room`` mm, as the Decree asks below some lines of the head."""
    paragraph.alignment = CENTRE
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm((room - length) / 2)
    tight(paragraph)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.line_spacing = Pt(3), Pt(6)
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001  python-docx has no borders
        borders, *(f"w:{name}" for name in ("shd", "tabs", "spacing", "ind", "jc", "rPr"))
    )


def open_border(cells: Sequence[_Cell], side: str) -> None:
    """Leave out the line between two rows that belong together."""
    for cell in cells:
        properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001  python-docx has no cell borders
        borders, line = OxmlElement("w:tcBorders"), OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "nil")
        borders.append(line)
        properties.append(borders)


def _style(style: ParagraphStyle, *, before: int, after: int, alignment: Any) -> None:  # noqa: ANN401  python-docx's enumeration
    _set_font(style.element.get_or_add_rPr())
    style.font.size, style.font.color.rgb = Pt(SIZE), RGBColor(0, 0, 0)
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.alignment, layout.line_spacing = (
        Pt(before),
        Pt(after),
        alignment,
        1.0,
    )


def _set_font(properties: Any) -> None:  # noqa: ANN401  an element of lxml
    """Name the font for every script, without the theme's fonts, which would go before it."""
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    properties.insert(0, fonts)


def _no_margins(table: Any) -> None:  # noqa: ANN401  python-docx's table
    """Let the text of a table without lines begin where other text begins."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    look = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001  python-docx has no cell margins
    look.addprevious(margins)


def _flag(row: Any, name: str) -> None:  # noqa: ANN401  python-docx's row
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001  python-docx has no such switch

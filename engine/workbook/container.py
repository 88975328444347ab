"""The bytes of a workbook to rows of plain values, refusing at once what is no dossier: bombs, passwords, macros."""

from __future__ import annotations

import contextlib
import io
import re
import threading
import warnings
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.limits import DEFAULT, Limits, in_megabytes
from langnghe.engine.problems import Problem
from langnghe.engine.reading.parts import unsafe
from langnghe.engine.workbook.cells import unescaped
from langnghe.engine.workbook.recognition import OLE, ZIP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")

MAX_RATIO: Final = DEFAULT.workbook_ratio  # for registers, whose parts may be of any size

_SHEET_PART: Final = re.compile(r"/?xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_STRINGS_PART: Final = re.compile(r"/?xl/sharedStrings\.xml", re.IGNORECASE)

# A formula is followed by its value; where it is not, the cell ends, or the value is empty.
_UNCOMPUTED: Final = re.compile(
    rb"(?:</(?:\w+:)?f\s*>|<(?:\w+:)?f(?:\s[^<>]*)?/>)\s*(?:</|<(?:\w+:)?v(?:\s[^<>]*)?(?:/>|>\s*</))"
)
_DEARER: Final = 3  # what a tag of a text costs the library, in tags of a sheet
_LONGEST_CELL: Final = 32_767  # characters; Excel's own limit

# The library warns of parts that it leaves out; hiding its warnings touches what all threads share.
_LOCK: Final = threading.Lock()


class WorkbookError(Exception):
    """A file that is no readable workbook, with the one problem to report."""

    def __init__(self, code: str, place: str = "", **context: Any) -> None:  # noqa: ANN401  context takes what can be printed
        self.problem = Problem(code, "", None, context, place=place)
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell without a value to read: an error, or a formula that was never computed."""

    code: str
    got: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row that has something in it; ``number`` counts from 1, ``cells`` from column A."""

    number: int
    cells: tuple[Any, ...]

    def at(self, column: int | None) -> Any:  # noqa: ANN401  what a cell holds
        """Give the cell of a column (from 0); ``None`` beyond the last."""
        return self.cells[column] if column is not None and column < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as it was saved: its name, and its rows that are not empty."""

    name: str
    rows: tuple[Row, ...]

    def place(self, row: int, column: int) -> str:
        """Name a cell as people do: ``Thông tin chung!B7``."""
        from openpyxl.utils import get_column_letter  # deferred: the library is heavy

        return f"{self.name}!{get_column_letter(column + 1)}{row}"


def open_grids(data: bytes, wanted: Callable[[str], bool], limits: Limits = DEFAULT) -> tuple[list[str], list[Grid]]:
    """Read a workbook.

    Takes its bytes, which sheets to read, and how much of them. Gives the names of all sheets, and the sheets wanted.

    Raises:
        WorkbookError: it is no workbook, is locked, damaged, has macros, or is larger than any dossier.
    """
    _refuse_foreign(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            uncomputed = _checked(archive, limits)
        with quiet():
            return _grids(data, wanted, limits, uncomputed=uncomputed)
    except WorkbookError:
        raise
    except Exception as error:  # on a damaged file the library raises whatever it stumbles over
        raise WorkbookError("workbook_damaged") from error


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Hold back what the library says of parts that it leaves out, in one thread at a time."""
    from openpyxl.styles import cell_style  # deferred: heavy

    cell_style.print = _silently  # type: ignore[attr-defined]  # it prints of styles that do not exist, amid JSON
    with _LOCK, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _refuse_foreign(data: bytes) -> None:
    if data.startswith(OLE):
        raise WorkbookError("workbook_password" if _ENCRYPTED in data else "workbook_old")
    if not data.startswith(ZIP):
        raise WorkbookError("workbook_not")


def _checked(archive: zipfile.ZipFile, limits: Limits) -> bool:
    """Check what the archive says it holds before unpacking any of it, then what that is.

    Tells whether there are formulas that were never computed.
    """
    parts = archive.infolist()
    names = {part.filename.lstrip("/").lower() for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise WorkbookError("workbook_password")
    if "xl/workbook.xml" not in names:
        raise WorkbookError("workbook_not")
    if (  # whatever a part is called: its name does not tell what the library takes it for
        len(parts) > limits.workbook_parts
        or sum(part.file_size for part in parts) > limits.workbook_unpacked
        or any(part.file_size > _limit(part.filename, limits) for part in parts)
        or any(part.file_size > max(part.compress_size, 4096) * limits.workbook_ratio for part in parts)
    ):
        raise WorkbookError("workbook_unpacked", most=in_megabytes(limits.workbook_unpacked))
    if "xl/vbaproject.bin" in names or b"macroEnabled" in archive.read("[Content_Types].xml"):
        raise WorkbookError("workbook_macros")
    uncomputed, tags = False, 0
    for part in parts:
        content = archive.read(part)
        if unsafe(part.filename, content):
            raise WorkbookError("workbook_doctype")
        is_sheet = _SHEET_PART.fullmatch(part.filename) is not None
        uncomputed = uncomputed or (is_sheet and _UNCOMPUTED.search(content) is not None)
        tags += content.count(b"<") * (1 if is_sheet else _DEARER)
    if tags * (1 + uncomputed) > limits.workbook_tags:
        raise WorkbookError("workbook_tags", most=limits.workbook_tags)
    return uncomputed


def _limit(part: str, limits: Limits) -> int:
    if _SHEET_PART.fullmatch(part):
        return limits.workbook_unpacked
    return limits.workbook_strings if _STRINGS_PART.fullmatch(part) else limits.workbook_part


def _grids(
    data: bytes, wanted: Callable[[str], bool], limits: Limits, *, uncomputed: bool
) -> tuple[list[str], list[Grid]]:
    from openpyxl import load_workbook  # deferred: heavy

    def opened(*, data_only: bool) -> Any:  # noqa: ANN401  the library's workbook
        return load_workbook(io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False)

    # With formulas that lack a value the file is read twice: once for the values, once to see where none is.
    written = opened(data_only=False) if uncomputed else None
    computed = opened(data_only=True)
    names = [sheet.title for sheet in computed.worksheets]
    grids = []
    for index, sheet in enumerate(computed.worksheets):
        if wanted(sheet.title):
            formulas = _formulas(written.worksheets[index], limits) if written else set()
            grids.append(Grid(sheet.title, tuple(_rows(sheet, formulas, limits))))
    return names, grids


def _silently(*_: object) -> None:
    pass


def _formulas(sheet: Any, limits: Limits) -> set[tuple[int, int]]:  # noqa: ANN401  the library's sheet
    return {
        (number, column)
        for number, row in enumerate(_cells(sheet, limits), 1)
        for column, cell in enumerate(row)
        if cell.value is not None and cell.data_type == "f"
    }


def _rows(sheet: Any, formulas: set[tuple[int, int]], limits: Limits) -> list[Row]:  # noqa: ANN401  the library's sheet
    rows = []
    for number, cells in enumerate(_cells(sheet, limits), 1):
        values = [None if cell.value is None else _value(cell) for cell in cells]
        for column in range(len(values)) if formulas else ():
            if values[column] is None and (number, column) in formulas:
                values[column] = Unreadable("cell_formula", "")
        if any(value is not None for value in values):
            rows.append(Row(number, tuple(values)))
    return rows


def _cells(sheet: Any, limits: Limits) -> Any:  # noqa: ANN401  the library's sheet and cells
    """Go through the cells of a sheet; the size that the file states is not believed."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(max_col=limits.workbook_columns), 1):
        if number > limits.workbook_rows:
            raise WorkbookError("workbook_rows", sheet.title, most=limits.workbook_rows)
        yield row


def _value(cell: Any) -> Any:  # noqa: ANN401  what a cell holds
    value = cell.value
    if cell.data_type == "e":
        return Unreadable("cell_error", str(value)[:20])
    if isinstance(value, str):
        if len(value) > _LONGEST_CELL:
            return Unreadable("cell_long", str(_LONGEST_CELL))
        text = unescaped(value)
        return text if text.strip() else None
    return value

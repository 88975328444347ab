"""Records of one sheet of a workbook, row by row: the sheet is never held whole."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.problems import Problem
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.workbook.cells import unescaped
from langnghe.engine.workbook.container import MAX_RATIO, quiet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from langnghe.engine.register.records import Cell, Record

_MAX_STRINGS: Final = 256 * 1024 * 1024  # bytes: the library holds the texts of all cells in memory
_MAX_PART: Final = 4 * 1024 * 1024  # styles and the like, held whole and as objects
_SMALL: Final = 4096  # packed bytes for which the ratio says nothing
_AT_ONCE: Final = 1024  # rows
_MOST_SHEETS: Final = 100
_NAMED: Final = 5  # sheets, in a message


class SheetRecords:
    """A sheet of an .xlsx file, read as a stream: its memory does not grow with its rows.

    It is the sheet that lists titles, whatever covers and notes stand around it; where none does, the first. Hidden
    sheets are not looked at.
    """

    width = 0  # of no use here

    def __init__(self, path: Path, lists_titles: Callable[[Iterator[Record]], bool]) -> None:
        """Look at what the file holds before any of it is unpacked, and find the sheet.

        Raises:
            InvalidRegister: it is no workbook, unpacks to more than any register, or lists titles on several sheets:
                those of one alone would be read.
            OSError: the file cannot be opened.
        """
        self.path, self.sheet = path, 0
        _refuse_bomb(path)
        with self._opened() as book:
            sheets = [at for at, each in enumerate(book.worksheets) if each.sheet_state == "visible"]
            found = [at for at in sheets[:_MOST_SHEETS] if lists_titles(_rows(book.worksheets[at]))]
            if len(found) > 1 or len(sheets) > _MOST_SHEETS:
                names = ", ".join(f"«{book.worksheets[at].title}»" for at in (found or sheets)[:_NAMED])
                raise InvalidRegister([Problem("register_sheets", context={"sheets": names})])
        self.sheet = (found or sheets or [0])[0]

    def records(self, lang: str) -> Iterator[Record]:  # noqa: ARG002  no row of it can be broken
        """Give each row under its number.

        Raises:
            InvalidRegister: the file is damaged.
        """
        with self._opened() as book:
            yield from _rows(_quietly(lambda: book.worksheets[self.sheet]))

    @contextmanager
    def _opened(self) -> Iterator[Any]:
        from openpyxl import load_workbook

        book: Any = _quietly(lambda: load_workbook(self.path, read_only=True, data_only=True, keep_links=False))
        try:
            yield book
        finally:
            book.close()


def _rows(sheet: Any) -> Iterator[Record]:  # noqa: ANN401  openpyxl's sheet as it is read
    sheet.reset_dimensions()  # the size that the file states is not believed
    rows = enumerate(sheet.iter_rows(values_only=True), 1)
    while some := _quietly(lambda: list(islice(rows, _AT_ONCE))):
        for number, cells in some:
            yield number, [written(cell) for cell in cells]


def _quietly(read: Callable[[], Any]) -> Any:  # noqa: ANN401  whatever is read
    """Read without a word of the library's; a damaged file is told as such."""
    try:
        with quiet():
            return read()
    except Exception as error:  # on a damaged file the library raises whatever it stumbles over
        raise InvalidRegister([Problem("workbook_damaged")]) from error


def written(cell: Any) -> Cell:  # noqa: ANN401, PLR0911  a cell of any kind, one return a kind
    """Give a cell as text: numbers as Vietnamese writes them, days in ISO form; nothing for an empty one."""
    match cell:
        case None | "":
            return None
        case str():
            return unescaped(cell)
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer():
            return str(int(cell))
        case float():  # 1.643 is no whole number, and with a point it would pass for thousands
            return str(cell).replace(".", ",")
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def _refuse_bomb(path: Path) -> None:
    """Refuse, by what the archive says it holds, what would unpack to far more than it is."""
    for part in _parts(path):
        name = part.filename.lower()
        if not name.endswith((".xml", ".rels")):
            continue
        most = _MAX_STRINGS if "sharedstrings" in name else None if "/worksheets/" in name else _MAX_PART
        if part.file_size > max(part.compress_size, _SMALL) * MAX_RATIO or (most and part.file_size > most):
            raise InvalidRegister([Problem("register_unpacked")])


def _parts(path: Path) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.infolist()
    except OSError:
        raise
    except Exception as error:  # a directory that is damaged, or names that are in no encoding
        raise InvalidRegister([Problem("workbook_damaged")]) from error

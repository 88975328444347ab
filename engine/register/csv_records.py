"""Records of a CSV file with commas, semicolons, tabs or bars; what is broken spoils its own lines alone.

A quote that opens and does not close would swallow the lines below it. So a record may not go over more lines than
anyone writes into a cell, and where it cannot be read its first line alone is told of: the others are read again.
"""

from __future__ import annotations

import csv
from collections import deque
from itertools import islice
from typing import IO, TYPE_CHECKING, Final

from langnghe.engine.register.records import HEADER_WITHIN, MAX_COLUMNS
from langnghe.engine.text import MAX_TEXT
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from langnghe.engine.register.mapping import Mapping
    from langnghe.engine.register.records import Record

_ENCODING: Final = "utf-8-sig"
_DELIMITERS: Final = (",", ";", "\t", "|")
_LONGEST: Final = 200  # characters of a heading
_LINES: Final = 64  # of one record: a cell may hold line breaks, but not so many
MAX_LINE: Final = 1024 * 1024  # characters


class CsvRecords:
    """A CSV file."""

    width = 0  # not known yet

    def __init__(self, path: Path, mapping: Mapping) -> None:
        """Find out what parts the cells.

        Raises:
            OSError: the file cannot be opened.
        """
        self.path = path
        with self._open() as file:
            sample = list(islice(_Lines(file).pieces(), HEADER_WITHIN))
        self.delimiter = max(_DELIMITERS, key=lambda mark: _parted(sample, mark, mapping))

    def _open(self) -> IO[str]:
        return self.path.open(encoding=_ENCODING, errors="surrogateescape", newline="")

    def records(self, lang: str) -> Iterator[Record]:
        """Give each record under the number of its first line."""
        with self._open() as file:
            lines = _Lines(file)
            reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
            while True:
                lines.record.clear()
                number = lines.number + 1
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except _LongLineError:
                    lines.again()
                    yield number, say("problem.register_line", lang, most=MAX_LINE)
                except (csv.Error, _ManyLinesError):
                    lines.again()
                    yield number, say("problem.register_quote", lang)
                else:
                    if len(lines.record) > 1 and self._swallowed(cells):
                        lines.again()
                        yield number, say("problem.register_quote", lang)
                    else:
                        yield number, cells

    def _swallowed(self, cells: list[str]) -> bool:
        """Whether a record of several lines looks like several records."""
        return 0 < self.width < len(cells) or any(len(cell) > MAX_TEXT for cell in cells)


def _parted(lines: list[str], mark: str, mapping: Mapping) -> tuple[int, int]:
    """How well a mark parts the cells: how many headings it makes of one line, else how often it stands there."""
    rows = [{cell.strip('" \r\n') for cell in line.split(mark, MAX_COLUMNS)[:MAX_COLUMNS]} for line in lines]
    headings = [sum(mapping.target(cell) is not None for cell in row if len(cell) <= _LONGEST) for row in rows]
    return max(headings, default=0), sum(line.count(mark) for line in lines)


class _LongLineError(Exception):
    pass


class _ManyLinesError(Exception):
    pass


class _Lines:
    """The lines of a file, with the lines of the record that is being read, which can be given once more."""

    def __init__(self, file: IO[str]) -> None:
        self.file = file
        self.number = 0
        self.record: list[str] = []
        self.waiting: deque[str] = deque()
        self.source = self.pieces()

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if len(self.record) >= _LINES:
            raise _ManyLinesError
        line = self.waiting.popleft() if self.waiting else next(self.source)
        self.number += 1
        self.record.append(line)
        if len(line) > MAX_LINE:
            raise _LongLineError
        return line

    def again(self) -> None:
        """Give the lines of the record again, all but the first."""
        self.waiting.extendleft(reversed(self.record[1:]))
        self.number -= len(self.record) - 1

    def pieces(self) -> Iterator[str]:
        """Give the lines; of one that is too long only the beginning, which is longer than any line may be."""
        while line := self.file.readline(MAX_LINE + 1):
            rest = line
            while len(rest) > MAX_LINE and not rest.endswith(("\n", "\r")):
                rest = self.file.readline(MAX_LINE + 1)
            yield line

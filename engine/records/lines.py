"""The lines of a log: from the start, one at a time, or the last one alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from langnghe.engine.records.entry import MAX_LINE

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCK: Final = 64 * 1024  # bytes read at once from the end; most entries fit


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its break; ``ended`` tells whether it had one, ``content`` is ``None`` of one that is too long."""

    number: int
    content: bytes | None
    ended: bool
    end: int  # where the next line begins, in bytes


@dataclass(frozen=True, slots=True)
class Tail:
    """The end of a log: its last whole line (``None`` of an empty log), what stands after it, and where that begins."""

    last: bytes | None
    rest: bytes
    end: int


def read_lines(file: BinaryIO, size: int | None = None) -> Iterator[Line]:
    """Read lines one at a time, as far as ``size`` bytes."""
    number = at = 0
    while size is None or at < size:
        left = MAX_LINE + 1 if size is None else min(MAX_LINE + 1, size - at)
        content = file.readline(left)
        if not content:
            return
        number, at = number + 1, at + len(content)
        if len(content) > MAX_LINE and not content.endswith(b"\n"):
            at += _passed_over(file)
            yield Line(number, None, ended=True, end=at)
        elif content.endswith(b"\n"):
            yield Line(number, content[:-1], ended=True, end=at)
        else:
            yield Line(number, content, ended=False, end=at)


def _passed_over(file: BinaryIO) -> int:
    """Read on to the end of a line that is too long to be kept; give how many bytes that was."""
    passed = 0
    while part := file.readline(MAX_LINE):
        passed += len(part)
        if part.endswith(b"\n"):
            break
    return passed


def tail(file: BinaryIO) -> Tail:
    """Read the end of a log, and no more of it than holds the last line.

    Raises:
        ValueError: the last line is longer than any entry.
    """
    start = size = file.seek(0, 2)
    data = b""
    while start and data.count(b"\n") < 2:  # noqa: PLR2004  the break before the last line, and the one after it
        if len(data) > 2 * MAX_LINE:
            raise ValueError(MAX_LINE)
        block = min(start, max(_BLOCK, len(data)))
        start -= block
        file.seek(start)
        data = file.read(block) + data
    whole, found, rest = data.rpartition(b"\n")
    return Tail(whole.rpartition(b"\n")[2] if found else None, rest, size - len(rest))

"""The log: entries appended one at a time, by any number of threads and processes (nhật ký thẩm định, rà soát)."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from langnghe.engine.problems import Problem
from langnghe.engine.records.entry import BEGINNING, MAX_LINE, Head, content_of, opened
from langnghe.engine.records.lines import Tail, read_lines, tail
from langnghe.engine.records.locking import locked, settled_size
from langnghe.engine.records.problems import UnusableLog, unreadable
from langnghe.engine.records.verification import Verification
from langnghe.engine.writing.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    from langnghe.engine.law.rulebook import Rulebook
    from langnghe.engine.records.entry import Entry, Signer
    from langnghe.engine.result import Result


@dataclass(frozen=True, slots=True)
class Repair:
    """What a write that was broken off had left at the end of the log, in bytes, and the file that it was moved to.

    ``moved_to`` is ``None`` where the entry was whole and lacked only its line break, which it now has.
    """

    size: int
    moved_to: Path | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What acknowledges an entry: it is on disk. ``head`` is what to remember; ``repair`` what had to be mended."""

    head: Head
    repair: Repair | None


class Log:
    """A log of decisions in a file, which need not exist yet.

    Safe from several threads and processes at once; nothing is kept open between two calls, no thread is started.
    """

    def __init__(self, path: str | Path, *, signer: Signer | None = None, timeout: float = 30.0) -> None:
        """Name the file; ``signer`` signs each entry; ``timeout`` is how many seconds to wait for other writers."""
        self.path = Path(path)
        self._signer = signer
        self._timeout = timeout

    def append(self, result: Result) -> Receipt:
        """Record an assessment or a review; when this returns, the entry is on disk.

        The cost does not grow with the log: its last line is read, nothing before it.

        Raises:
            UnusableLog: the log's last entry is damaged, so that nothing may be built upon it; another process holds
                the log; or the entry is larger than any log may hold.
            AttributeError: the result was read back from JSON, so that what it was decided on is not known.
            OSError: the file cannot be written; the log then stands as before.
        """
        content = content_of(result)
        self._require_file()
        with locked(self.path, self._timeout), self.path.open("a+b", buffering=0) as file:
            last, end, repair = self._mended(file)
            sequence, previous = (last.sequence + 1, last.hash) if last else (1, None)
            line, digest = content.line(sequence, previous, self._signer)
            if len(line) > MAX_LINE:
                raise UnusableLog([Problem("record.long", context={"most": MAX_LINE // 1024 // 1024})], str(self.path))
            _write(file, line + b"\n", end)
            if not end:
                _keep_name(self.path)
        return Receipt(Head(sequence, digest), repair)

    def head(self) -> Head | None:
        """Give the number and the hash of the last entry, ``None`` where there is none; this is what to remember.

        Raises:
            UnusableLog: the last entry is damaged, or the file cannot be read.
        """
        self._require_file()
        try:
            with self.path.open("rb") as file:
                return self._end(file)[0]
        except FileNotFoundError:
            return None
        except OSError as error:
            raise UnusableLog([unreadable(error)], str(self.path)) from None

    def entries(self) -> Iterator[Entry]:
        """Read the entries one at a time; an unfinished last line, which nobody was told of, is left out.

        Raises:
            UnusableLog: the file cannot be read, or a line of it is no entry or not what its hash says.
        """
        try:
            size = settled_size(self.path)
            with self.path.open("rb") as file:
                for line in read_lines(file, size):
                    if not line.ended:
                        return
                    try:
                        found = opened(line.content or b"")
                    except ValueError:
                        found = None
                    if found is None or not found.intact:
                        raise UnusableLog([Problem("record.damaged", "", line.number)], str(self.path))
                    yield found.entry
        except OSError as error:
            raise UnusableLog([unreadable(error)], str(self.path)) from None

    def verify(
        self,
        *,
        head: str | None = None,
        public_keys: tuple[Ed25519PublicKey, ...] = (),
        lang: str = "vi",
        rulebook: Rulebook | None = None,
    ) -> Verification:
        """Check every entry and decide it again: iterate over what this gives for what is wrong.

        ``head`` is a hash remembered from earlier, which must be in the log; with ``public_keys`` every entry must be
        signed with one of them; ``lang`` is the language of the reasons; ``rulebook`` another than the installed one.
        """
        return Verification(self.path, head=head, public_keys=public_keys, lang=lang, rulebook=rulebook)

    def _require_file(self) -> None:
        if self.path.exists() and not self.path.is_file():
            raise UnusableLog([Problem("record.not_a_file")], str(self.path))

    def _mended(self, file: BinaryIO) -> tuple[Head | None, int, Repair | None]:
        """Give the last entry and where the next one goes; what a broken-off write left behind is mended first."""
        last, end = self._end(file)
        if not end.rest:
            return last, end.end, None
        whole = _following(last, end.rest)
        if whole:
            _write(file, b"\n", end.end + len(end.rest))
            return whole, end.end + len(end.rest) + 1, Repair(len(end.rest), None)
        aside = _free_name(self.path, last.sequence + 1 if last else 1)
        write_atomically(aside, end.rest)
        file.truncate(end.end)
        os.fsync(file.fileno())
        return last, end.end, Repair(len(end.rest), aside)

    def _end(self, file: BinaryIO) -> tuple[Head | None, Tail]:
        """Give the last entry, and how the file ends."""
        try:
            end = tail(file)
            last = _head_of(end.last) if end.last is not None else None
        except ValueError:
            pass
        else:
            if (end.last is None or last) and (not end.rest or _begun(end.rest)):
                return last, end
        file.seek(0)
        number = max(line.number for line in read_lines(file))
        raise UnusableLog([Problem("record.last_damaged", "", number)], str(self.path))


def _head_of(line: bytes) -> Head | None:
    """Give the entry that a line is, if it is an intact one."""
    try:
        found = opened(line)
    except ValueError:
        return None
    return Head(found.entry.sequence, found.entry.hash) if found.intact else None


def _begun(rest: bytes) -> bool:
    """Tell a write that was broken off from another file: by its first bytes, or those that a power cut left empty."""
    return rest.startswith((BEGINNING[: len(rest)], b"\x00"))


def _following(last: Head | None, rest: bytes) -> Head | None:
    """Give the entry that ``rest`` is if it is a whole one and follows ``last``: only its line break is missing."""
    try:
        found = opened(rest)
    except ValueError:
        return None
    entry = found.entry
    follows = (entry.sequence, entry.previous) == ((last.sequence + 1, last.hash) if last else (1, None))
    return Head(entry.sequence, entry.hash) if found.intact and follows else None


def _write(file: BinaryIO, data: bytes, end: int) -> None:
    """Write at the end of the file, down to the disk; whatever prevents it, what stood there before stands alone."""
    try:
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]
        os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            file.truncate(end)
            os.fsync(file.fileno())
        raise


def _keep_name(path: Path) -> None:
    """Bring a new file's name to the disk; Windows knows no such call and needs none."""
    if os.name != "posix":
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _free_name(path: Path, sequence: int) -> Path:
    """Name the file for what an entry that was to be number ``sequence`` left behind."""
    first = path.with_name(f"{path.name}.torn-{sequence}")
    more = (first.with_name(f"{first.name}-{at}") for at in count(2))
    return next(name for name in chain([first], more) if not name.exists())

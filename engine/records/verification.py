"""The check of a whole log, one line at a time: bytes, chain, signatures, and every verdict decided again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from langnghe.engine.law.rulebook import installed
from langnghe.engine.problems import Problem
from langnghe.engine.records.chain import Chain
from langnghe.engine.records.entry import MAX_LINE, Head, opened
from langnghe.engine.records.lines import read_lines
from langnghe.engine.records.locking import settled_size
from langnghe.engine.records.problems import UnusableLog, unreadable
from langnghe.engine.records.replay import differences
from langnghe.engine.records.signing import signed_by_one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    from langnghe.engine.law.rulebook import Rulebook
    from langnghe.engine.records.entry import Entry, Opened
    from langnghe.engine.records.lines import Line

_DECIDED_OTHERWISE: Final = frozenset(
    f"record.{code}"
    for code in (
        *("outcome", "same_outcome", "recommendation", "documents", "finding"),
        *("undecided", "not_asked", "dossier_unreadable"),
    )
)
_UNPROVED: Final = frozenset({"record.unsigned", "record.signature"})


class Verification:
    """The check of one log: iterate over it for what is wrong, line by line; then its figures stand.

    ``entries`` counts the intact entries; ``first`` and ``last`` are when the first and the last of them were recorded;
    ``head`` is the last one's number and hash; ``remembered`` the number of the entry whose hash was remembered;
    ``signed`` counts those that carry a signature, ``valid`` those whose signature was checked and is right,
    ``unproved`` those that ought to have one and do not; ``damaged`` counts where the log is not as it was written;
    ``different`` the entries that would be decided otherwise today. Memory does not grow with the log.
    """

    def __init__(  # noqa: PLR0913  what a check takes
        self,
        source: Path | BinaryIO,
        *,
        head: str | None = None,
        public_keys: tuple[Ed25519PublicKey, ...] = (),
        lang: str = "vi",
        rulebook: Rulebook | None = None,
        progress: Callable[[int, int | None], object] = lambda _done, _total: None,
    ) -> None:
        """Take a file, or a stream.

        ``head`` is a hash remembered from earlier, which must be in the log; with ``public_keys`` every entry must be
        signed with one of them; ``rulebook`` is another than the installed one; ``progress`` is told of each line how
        many bytes are done, of how many.
        """
        self._source, self._remembered, self._keys = source, head, public_keys
        self._lang, self._rulebook, self._progress = lang, rulebook or installed(), progress
        self._begin()

    def _begin(self) -> None:
        self.entries = self.signed = self.valid = self.unproved = self.damaged = self.different = 0
        self.first: datetime | None = None
        self.last: datetime | None = None
        self.head: Head | None = None
        self.remembered: int | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing was found: the log is as it was written and signed, and today's verdicts are the same."""
        return not self.damaged and not self.unproved and not self.different

    def __iter__(self) -> Iterator[Problem]:
        """Check the log from its start.

        Raises:
            UnusableLog: it cannot be read.
        """
        self._begin()
        if not isinstance(self._source, Path):
            yield from self._checked(self._source, None)
            return
        try:
            size = settled_size(self._source)
            with self._source.open("rb") as file:
                yield from self._checked(file, size)
        except OSError as error:
            raise UnusableLog([unreadable(error)], str(self._source)) from None

    def _checked(self, file: BinaryIO, size: int | None) -> Iterator[Problem]:
        chain = Chain()
        for line in read_lines(file, size):
            found = list(self._of_line(line, chain))
            codes = {problem.code for problem in found}
            self.damaged += bool(codes - _DECIDED_OTHERWISE - _UNPROVED)
            self.unproved += bool(codes & _UNPROVED)
            self.different += bool(codes & _DECIDED_OTHERWISE)
            yield from (replace(problem, line=line.number) for problem in found)
            self._progress(line.end, size)
        if self._remembered and self.remembered is None:
            self.damaged += 1
            yield Problem("record.head", context={"head": self._remembered})

    def _of_line(self, line: Line, chain: Chain) -> Iterator[Problem]:
        if line.content is None:
            chain.pass_over()
            yield Problem("record.long", context={"most": MAX_LINE // 1024 // 1024})
            return
        try:
            found = opened(line.content)
        except ValueError:
            chain.pass_over()
            yield Problem("record.unreadable" if line.ended else "record.torn")
            return
        if not found.intact:
            chain.pass_over()
            yield Problem("record.altered", context={"stated": found.entry.hash, "computed": found.computed})
            return
        if not line.ended:
            yield Problem("record.unended")
        misplaced = chain.follow(found.entry)
        if misplaced:
            yield misplaced
        self._count(found.entry, chain)
        yield from self._signature(found)
        yield from differences(found, self._rulebook, self._lang)

    def _count(self, entry: Entry, chain: Chain) -> None:
        self.entries += 1
        self.signed += entry.signature is not None
        self.first, self.last = self.first or entry.recorded_at, entry.recorded_at
        self.head = Head(chain.sequence, chain.hash or entry.hash)
        if entry.hash == self._remembered:
            self.remembered = entry.sequence

    def _signature(self, line: Opened) -> Iterator[Problem]:
        if not self._keys:
            return
        if line.entry.signature is None:
            yield Problem("record.unsigned")
        elif signed_by_one(self._keys, line.entry.signature, line.signed):
            self.valid += 1
        else:
            yield Problem("record.signature")

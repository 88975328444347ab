"""Following a chain of entries: what is missing, stands elsewhere or twice, or was joined on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from langnghe.engine.problems import Problem

if TYPE_CHECKING:
    from langnghe.engine.records.entry import Entry


class Chain:
    """Where a log stands after the entries followed so far; one fault is told once, not again at every entry after it.

    Memory does not grow with the log: of the entries passed, only the number and the hash of the last are kept.
    """

    def __init__(self) -> None:
        self.sequence = 0
        self.hash: str | None = None
        self._unknown = 0  # lines since the last good entry that could not be read, each of them perhaps an entry

    def pass_over(self) -> None:
        """Go past a line whose entry, if it was one, cannot be known."""
        self._unknown += 1

    def follow(self, entry: Entry) -> Problem | None:
        """Go on to the next intact entry; give what is wrong with its place, if anything is."""
        expected = self.sequence + 1 + self._unknown
        if entry.sequence <= self.sequence:  # the chain goes on from where it was
            twice = entry.hash == self.hash
            return _problem("record.twice" if twice else "record.misplaced", entry, last=self.sequence)
        problem = None
        if entry.sequence > expected:
            missing = entry.sequence - expected
            code = "record.missing" if self.sequence else "record.missing_first"
            problem = _problem(code, entry, last=self.sequence, missing=missing)
        elif entry.sequence == self.sequence + 1 and entry.previous != self.hash:
            problem = _problem("record.chain", entry, last=self.sequence)
        self.sequence, self.hash, self._unknown = entry.sequence, entry.hash, 0
        return problem


def _problem(code: str, entry: Entry, **context: int) -> Problem:
    return Problem(code, context={"sequence": entry.sequence, **context})

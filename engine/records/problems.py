"""What can be wrong with a log or a key as a whole; what is wrong with one entry is a Problem of its line."""

from __future__ import annotations

from langnghe.engine.problems import InvalidInput, Problem


class UnusableLog(InvalidInput):
    """A log that cannot be read, or that nothing may be appended to (nhật ký không dùng được)."""


class InvalidKey(InvalidInput):
    """A key file that cannot be used for signing, or for checking signatures."""


def unreadable(error: OSError) -> Problem:
    """Say why a file could not be opened."""
    if isinstance(error, FileNotFoundError):
        return Problem("no_such_file")
    if isinstance(error, IsADirectoryError):
        return Problem("record.not_a_file")
    return Problem("unreadable", context={"detail": error})

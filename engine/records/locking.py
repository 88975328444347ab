"""One writer at a time, among threads and processes: a lock beside the log, which a killed process lets go of."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from langnghe.engine.problems import Problem
from langnghe.engine.records.problems import UnusableLog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_EVERY: Final = 0.002  # seconds between two tries; an entry is on disk within some milliseconds
_BRIEFLY: Final = 10.0  # seconds that a reader waits for writers


@contextlib.contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Hold the log's lock, waiting for it at most ``seconds``.

    Raises:
        UnusableLog: another process holds it for longer than that.
        OSError: the folder cannot be written to, or its file system knows no locks.
    """
    import filelock  # deferred: only logs need it

    try:
        # No fallback to a lock that is a mere file: a killed process would leave it behind.
        with filelock.FileLock(_lock_of(path), seconds, poll_interval=_EVERY, fallback_to_soft=False):
            yield
    except filelock.Timeout:
        raise UnusableLog([Problem("record.busy", context={"seconds": f"{seconds:g}"})], str(path)) from None


def settled_size(path: Path) -> int:
    """Give the log's size between two writes, so that no reader takes an entry just being written for a torn one.

    Where no lock lies beside the log, or it may not be taken (a copy, an archive), nobody is writing.

    Raises:
        OSError: the log cannot be read.
    """
    with contextlib.suppress(OSError, UnusableLog):
        if _lock_of(path).exists():
            with locked(path, _BRIEFLY):
                return path.stat().st_size
    return path.stat().st_size


def _lock_of(path: Path) -> Path:
    """Name the lock; a log has one, whatever links lead to it."""
    path = path.resolve()
    return path.with_name(f".{path.name}.lock")

"""A long run's finished batches, on disk: what lets a run that was killed go on where it stopped.

Beside the output stands a folder with the rows so far, in the form of the output, and an entry for each batch. A batch
is finished when its entry is there, which is written last and at once; what a killed run left behind of an unfinished
batch is cut off.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.problems import Problem
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.writing.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform != "win32":
    import fcntl

_RUN: Final = "run.json"
_ENDS: Final = "ends"


@dataclass(frozen=True, slots=True)
class Journal:
    """The finished batches of one output: their rows, their rejects, and in ``entries`` what was noted of each."""

    folder: Path
    entries: list[dict[str, Any]]

    @property
    def rows(self) -> Path:
        """The file of the rows so far."""
        return self.folder / "rows"

    @property
    def rejects(self) -> Path:
        """The file of the rejects so far."""
        return self.folder / "rejects"

    def ends(self) -> list[int]:
        """Give the place in the file of rows where each batch ends."""
        return [entry[_ENDS][0] for entry in self.entries]

    def add(self, rows: bytes | memoryview, rejects: bytes, entry: dict[str, Any]) -> None:
        """Keep the next batch: its rows and rejects first, then the entry that makes it count."""
        entry = {**entry, _ENDS: [_appended(self.rows, rows), _appended(self.rejects, rejects)]}
        write_atomically(self._entry(len(self.entries)), json.dumps(entry, ensure_ascii=False).encode())
        self.entries.append(entry)

    def remove(self) -> None:
        """Remove the folder; first what tells whose rows they are, so that half a folder never passes for a whole."""
        (self.folder / _RUN).unlink(missing_ok=True)
        shutil.rmtree(self.folder)

    def _entry(self, number: int) -> Path:
        return self.folder / f"{number:06}.json"


@contextmanager
def opened_journal(output: Path, run: dict[str, Any]) -> Iterator[Journal]:
    """Open the journal of an output.

    Takes the output's path and what the run is about: input, day, rules. What is left of any other run is thrown away.

    Raises:
        InvalidRegister: another run is writing the same output at this moment.
    """
    journal = Journal(output.with_name(f"{output.name}.parts"), [])
    journal.folder.mkdir(parents=True, exist_ok=True)
    with _alone(journal.folder):
        wanted = json.dumps(run, ensure_ascii=False, sort_keys=True)
        if not _taken_up(journal, wanted):
            for file in journal.folder.iterdir():
                file.unlink()
            journal.entries.clear()
            for file in (journal.rows, journal.rejects):
                file.touch()
            write_atomically(journal.folder / _RUN, wanted.encode())
        yield journal


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let no other run into the folder; a lock of the system's ends with its process, however that ends."""
    if sys.platform == "win32":  # two runs at once are not told apart there
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise InvalidRegister([Problem("register_running")]) from None
    finally:
        os.close(handle)


def _taken_up(journal: Journal, wanted: str) -> bool:
    """Read what a run like this one finished, and cut off what it did not; false where there is nothing to take up."""
    said = journal.folder / _RUN
    if not said.is_file() or said.read_text("utf-8") != wanted:
        return False
    while (entry := journal._entry(len(journal.entries))).is_file():  # noqa: SLF001  its own
        journal.entries.append(json.loads(entry.read_text("utf-8")))
    ends = journal.entries[-1][_ENDS] if journal.entries else (0, 0)
    for file, end in zip((journal.rows, journal.rejects), ends, strict=True):
        if not file.is_file() or file.stat().st_size < end:
            return False
        os.truncate(file, end)
    return True


def _appended(path: Path, content: bytes | memoryview) -> int:
    """Add to the end of a file, down to the disk. Give where it ends."""
    with path.open("ab") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
        return file.tell()

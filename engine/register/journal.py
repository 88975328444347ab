"""A long run's finished batches, on disk: what lets a run that was killed go on where it stopped.

Beside the output stands a folder with the rows so far, in the form of the output, and an entry for each batch. A batch
is finished when its entry is there, which is written last and at once; what a killed run left behind of an unfinished
batch is cut off.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.writing.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

_RUN: Final = "run.json"
_END: Final = "end"


@dataclass(frozen=True, slots=True)
class Journal:
    """The finished batches of one output: their rows, and in ``entries`` what was noted of each, in order."""

    folder: Path
    entries: list[dict[str, Any]]

    @property
    def rows(self) -> Path:
        """The file of the rows so far."""
        return self.folder / "rows"

    def ends(self) -> list[int]:
        """Give the place in the file of rows where each batch ends."""
        return [entry[_END] for entry in self.entries]

    def add(self, part: bytes | memoryview, entry: dict[str, Any]) -> None:
        """Keep the next batch: its rows first, then the entry that makes it count."""
        with self.rows.open("ab") as file:
            file.write(part)
            file.flush()
            os.fsync(file.fileno())
            entry = {**entry, _END: file.tell()}
        write_atomically(self._entry(len(self.entries)), json.dumps(entry, ensure_ascii=False).encode())
        self.entries.append(entry)

    def remove(self) -> None:
        """Remove the folder; first what tells whose rows they are, so that half a folder never passes for a whole."""
        (self.folder / _RUN).unlink()
        shutil.rmtree(self.folder)

    def _entry(self, number: int) -> Path:
        return self.folder / f"{number:06}.json"


def open_journal(output: Path, run: dict[str, Any]) -> Journal:
    """Open the journal of an output.

    Takes the output's path and what the run is about: input, day, rules. What is left of any other run is thrown away.
    """
    journal = Journal(output.with_name(f"{output.name}.parts"), [])
    wanted = json.dumps(run, ensure_ascii=False, sort_keys=True)
    if not _taken_up(journal, wanted):
        shutil.rmtree(journal.folder, ignore_errors=True)
        journal.folder.mkdir(parents=True)
        journal.entries.clear()
        journal.rows.touch()
        write_atomically(journal.folder / _RUN, wanted.encode())
    return journal


def _taken_up(journal: Journal, wanted: str) -> bool:
    """Read what a run like this one finished, and cut off what it did not; false where there is nothing to take up."""
    said = journal.folder / _RUN
    if not said.is_file() or said.read_text("utf-8") != wanted or not journal.rows.is_file():
        return False
    while (entry := journal._entry(len(journal.entries))).is_file():  # noqa: SLF001  its own
        journal.entries.append(json.loads(entry.read_text("utf-8")))
    end = journal.entries[-1][_END] if journal.entries else 0
    if journal.rows.stat().st_size < end:
        return False
    os.truncate(journal.rows, end)
    return True

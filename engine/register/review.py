"""The review of a register: every title on it, batch by batch, with an account of every record."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from langnghe.engine.columns.question import question
from langnghe.engine.law.rulebook import Rulebook, installed
from langnghe.engine.problems import Problem
from langnghe.engine.register.batch import BATCH
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.register.journal import Journal, opened_journal
from langnghe.engine.register.outputs import FORMS
from langnghe.engine.register.sources import open_register
from langnghe.engine.register.summary import added, counted
from langnghe.engine.register.verdicts import Asker
from langnghe.engine.writing.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from concurrent.futures import Future
    from datetime import date
    from pathlib import Path

    from langnghe.engine.register.batch import Batch, Register
    from langnghe.engine.register.mapping import Mapping, Target
    from langnghe.engine.register.outputs import Form
    from langnghe.engine.register.summary import Counts

_FORMULA: Final = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the records of a register: ``read`` is always ``reviewed`` plus ``rejected``."""

    read: int
    reviewed: int
    rejected: int
    resumed_at: int
    summary: dict[str, list[dict[str, Any]]]
    rejects: Path | None


def review_register(  # noqa: PLR0913  one parameter an option
    path: Path,
    out: Path,
    *,
    on: date,
    mapping: Mapping,
    lang: str = "vi",
    rulebook: Rulebook | None = None,
    batch: int = BATCH,
    progress: Callable[[int, int | None], None] = lambda done, length: None,  # noqa: ARG005  nobody looks
) -> Account:
    """Review every title of a register on a day.

    Takes the register, where the result goes, the day, what the columns mean, the language of reasons, a rulebook other
    than the installed one, how many rows are held at once, and who is told how far it has got. Writes the rows with
    their verdicts to ``out``, what could not be read to ``….rejects.csv``, the counts to ``….summary.json``. A run that
    was killed goes on where it stopped.

    Raises:
        InvalidRegister: the register cannot be read at all.
        OSError: the result cannot be written.
    """
    rulebook = rulebook or installed()
    if out.suffix.lower() not in FORMS:
        raise InvalidRegister([Problem("register_out", context={"known": ", ".join(FORMS)})], str(out))
    if path.resolve() in {each.resolve() for each in (out, _rejects_beside(out), _summary_beside(out))}:
        raise InvalidRegister([Problem("register_out_in")], str(out))
    if out.is_dir():  # told before the work, not after it
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(out))
    try:
        register = open_register(path, mapping, batch=batch)
        targets = mapping.recognised(register.headings)
        with opened_journal(out, _identity(path, mapping, targets, on, lang, rulebook, batch)) as journal:
            asker = Asker(question(rulebook.law_on(on), "review", on), targets, mapping, lang)
            return _reviewed(register, _Run(asker, journal, FORMS[out.suffix.lower()]), out, progress)
    except InvalidRegister as error:
        raise InvalidRegister(error.problems, error.source or str(path)) from None


def _reviewed(register: Register, run: _Run, out: Path, progress: Callable[[int, int | None], None]) -> Account:
    journal = run.journal
    resumed_at = sum(entry["read"] for entry in journal.entries)
    progress(resumed_at, register.length)
    try:
        with closing(run.through(register.batches(len(journal.entries), run.asker.lang))) as finished:
            for records in finished:
                progress(records, register.length)
        return run.finished(out, resumed_at)
    except InvalidRegister:
        journal.remove()  # the next run would come to the same
        raise


def _rejects_beside(out: Path) -> Path:
    return out.with_name(f"{out.stem}.rejects.csv")


def _summary_beside(out: Path) -> Path:
    return out.with_name(f"{out.stem}.summary.json")


def _identity(  # noqa: PLR0913, PLR0917  all that a result depends on
    path: Path, mapping: Mapping, targets: dict[str, Target], on: date, lang: str, rulebook: Rulebook, batch: int
) -> dict[str, Any]:
    about = path.stat()
    return {
        "input": [str(path.resolve()), about.st_size, about.st_mtime_ns],
        "columns": {heading: [target.field, target.end, target.craft] for heading, target in targets.items()},
        "words": [mapping.values, mapping.constants],
        "on": on.isoformat(),
        "lang": lang,
        "rules": rulebook.sha256,
        "batch": batch,
        "program": version("langnghe"),
    }


@dataclass(frozen=True, slots=True)
class _Run:
    """One register on its way through: what every batch needs."""

    asker: Asker
    journal: Journal
    form: Form

    def through(self, batches: Iterator[Batch]) -> Generator[int]:
        """Review the batches, and give the number of records of each as soon as it is finished.

        While one batch is put into the output's form and written, which takes longest, the next is reviewed. It is read
        before that: Polars gives its threads to whoever asks first, and a read would wait for all that is written.
        """
        with ThreadPoolExecutor(1, "langnghe") as writer:
            writing: Future[int] | None = None
            batch = next(batches, None)
            while batch is not None:
                done = self._reviewed(batch)
                batch = next(batches, None)
                if writing is not None:
                    yield writing.result()
                writing = writer.submit(self._kept, done)
            if writing is not None:
                yield writing.result()

    def _reviewed(self, batch: Batch) -> _Done:
        found = self.asker.ask(batch.rows)
        good = found.reasons.is_null()
        rejects = [*batch.broken, *zip(batch.numbers.filter(~good), found.reasons.filter(~good), strict=True)]
        taken = sorted(set(batch.rows.columns) & set(found.answers.columns))
        if taken:
            raise InvalidRegister([Problem("register_column_taken", name) for name in taken])
        kept = batch.rows if good.all() else batch.rows.filter(good)
        rows = pl.concat([kept, found.answers], how="horizontal")
        return _Done(rows, sorted(rejects), batch.records, counted(found.facts, found.answers))

    def _kept(self, done: _Done) -> int:
        """Keep a batch. Gives the number of its records."""
        first = not self.journal.entries
        reviewed = done.rows.height + sum(entry["reviewed"] for entry in self.journal.entries)
        if self.form.most is not None and reviewed > self.form.most:
            raise InvalidRegister([Problem("register_sheet_full", context={"rows": reviewed, "most": self.form.most})])
        entry = {
            "read": done.read,
            "reviewed": done.rows.height,
            "rejected": len(done.rejects),
            "counts": done.counts,
        }
        self.journal.add(self.form.part(done.rows, first=first), _rejects(done.rejects, first=first), entry)
        return done.read

    def finished(self, out: Path, resumed_at: int) -> Account:
        """Make the output of the parts, write what belongs beside it, and remove the journal."""
        entries = self.journal.entries
        if not entries:
            raise InvalidRegister([Problem("register_empty")])
        read, reviewed, rejected = (sum(entry[key] for entry in entries) for key in ("read", "reviewed", "rejected"))
        if read != reviewed + rejected:
            raise AssertionError((read, reviewed, rejected))
        summary = added(entry["counts"] for entry in entries)
        whole = self.form.finished(self.journal.rows, self.journal.ends())
        with whole.open("rb") as file:
            os.fsync(file.fileno())
        said = json.dumps({"read": read, "reviewed": reviewed, "rejected": rejected, **summary}, ensure_ascii=False)
        write_atomically(_summary_beside(out), said.encode())
        beside = _rejects_beside(out)
        if rejected:
            self.journal.rejects.replace(beside)
        else:
            beside.unlink(missing_ok=True)
        whole.replace(out)
        self.journal.remove()
        return Account(read, reviewed, rejected, resumed_at, summary, beside if rejected else None)


@dataclass(frozen=True, slots=True)
class _Done:
    """A batch reviewed: its rows with their answers, its rejects, how many records it had, and what was counted."""

    rows: pl.DataFrame
    rejects: list[tuple[int, str]]
    read: int
    counts: dict[str, Counts]


def _rejects(rejects: list[tuple[int, str]], *, first: bool) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    if first:
        writer.writerow(("row", "reason"))
    writer.writerows((row, f"'{reason}" if reason.startswith(_FORMULA) else reason) for row, reason in rejects)
    return text.getvalue().encode()

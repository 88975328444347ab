"""The review of a register: every title on it, batch by batch, with an account of every record."""

from __future__ import annotations

import csv
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
from langnghe.engine.register.journal import Journal, open_journal
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
    if out.resolve() == path.resolve():
        raise InvalidRegister([Problem("register_out_in")], str(out))
    register = open_register(path, mapping, batch=batch)
    targets = _meanings(register, mapping, path)
    journal = open_journal(out, _identity(path, mapping, targets, on, lang, rulebook, batch))
    asker = Asker(question(rulebook.law_on(on), "review", on), targets, mapping, lang)
    run = _Run(asker, journal, FORMS[out.suffix.lower()])
    resumed_at = sum(entry["read"] for entry in journal.entries)
    progress(resumed_at, register.length)
    with closing(run.through(register.batches(len(journal.entries), lang))) as finished:
        for records in finished:
            progress(records, register.length)
    if not journal.entries:
        raise InvalidRegister([Problem("register_empty")], str(path))
    return run.finished(out, resumed_at)


def _meanings(register: Register, mapping: Mapping, path: Path) -> dict[str, Target]:
    try:
        return mapping.recognised(register.headings)
    except InvalidRegister as error:
        raise InvalidRegister(error.problems, str(path)) from None


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

        While one batch is put into the output's form and written, which takes longest, the next is read and reviewed.
        """
        with ThreadPoolExecutor(1, "langnghe") as writer:
            writing: Future[int] | None = None
            for batch in batches:
                kept, entry = self._reviewed(batch)
                if writing is not None:
                    yield writing.result()
                writing = writer.submit(self._kept, kept, entry)
            if writing is not None:
                yield writing.result()

    def _reviewed(self, batch: Batch) -> tuple[pl.DataFrame, dict[str, Any]]:
        """Give the rows with their answers, and what is to be noted of the batch."""
        found = self.asker.ask(batch.rows)
        good = found.reasons.is_null()
        rejects = [*batch.broken, *zip(batch.numbers.filter(~good), found.reasons.filter(~good), strict=True)]
        taken = sorted(set(batch.rows.columns) & set(found.answers.columns))
        if taken:
            raise InvalidRegister([Problem("register_column_taken", name) for name in taken])
        kept = batch.rows if good.all() else batch.rows.filter(good)
        return pl.concat([kept, found.answers], how="horizontal"), {
            "read": batch.records,
            "reviewed": kept.height,
            "rejects": sorted(rejects),
            "counts": counted(found.facts, found.answers),
        }

    def _kept(self, rows: pl.DataFrame, entry: dict[str, Any]) -> int:
        """Keep a batch. Gives the number of its records."""
        reviewed = rows.height + sum(each["reviewed"] for each in self.journal.entries)
        if self.form.most is not None and reviewed > self.form.most:
            raise InvalidRegister([Problem("register_sheet_full", context={"rows": reviewed, "most": self.form.most})])
        self.journal.add(self.form.part(rows, first=not self.journal.entries), entry)
        return int(entry["read"])

    def finished(self, out: Path, resumed_at: int) -> Account:
        """Make the output of the parts, write what belongs beside it, and remove the journal."""
        entries = self.journal.entries
        rejects = [reject for entry in entries for reject in entry["rejects"]]
        read, reviewed = (sum(entry[key] for entry in entries) for key in ("read", "reviewed"))
        if read != reviewed + len(rejects):
            raise AssertionError((read, reviewed, len(rejects)))
        summary = added(entry["counts"] for entry in entries)
        whole = self.form.finished(self.journal.rows, self.journal.ends())
        beside = out.with_name(f"{out.stem}.rejects.csv")
        if rejects:
            write_atomically(beside, _rejects(rejects))
        else:
            beside.unlink(missing_ok=True)
        said = json.dumps({"read": read, "reviewed": reviewed, "rejected": len(rejects), **summary}, ensure_ascii=False)
        write_atomically(out.with_name(f"{out.stem}.summary.json"), said.encode())
        with whole.open("rb") as file:
            os.fsync(file.fileno())
        whole.replace(out)
        self.journal.remove()
        return Account(read, reviewed, len(rejects), resumed_at, summary, beside if rejects else None)


def _rejects(rejects: list[list[Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("row", "reason"))
    writer.writerows((row, f"'{reason}" if reason.startswith(_FORMULA) else reason) for row, reason in rejects)
    return text.getvalue().encode()

"""The review of a register: every title on it, batch by batch, with an account of every record."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from langnghe.engine.columns.answers import answers
from langnghe.engine.columns.names import TITLE
from langnghe.engine.columns.question import Question, question
from langnghe.engine.law.rulebook import Rulebook, installed
from langnghe.engine.problems import Problem
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.register.journal import Journal, open_journal
from langnghe.engine.register.outputs import write_table
from langnghe.engine.register.rows import facts_of
from langnghe.engine.register.sources import BATCH, TABLES, open_register
from langnghe.engine.register.summary import added, counted
from langnghe.engine.writing.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from langnghe.engine.register.mapping import Mapping, Target
    from langnghe.engine.register.sources import Batch, Register

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
    if out.suffix.lower() not in TABLES:
        raise InvalidRegister([Problem("register_out", context={"known": ", ".join(TABLES)})], str(out))
    if out.resolve() == path.resolve():
        raise InvalidRegister([Problem("register_out_in")], str(out))
    register = open_register(path, mapping, batch=batch)
    targets = _meanings(register, mapping, path)
    journal = open_journal(out, _identity(path, mapping, targets, on, lang, rulebook, batch))
    run = _Run(register, targets, mapping, question(rulebook.law_on(on), "review", on), journal, lang)
    resumed_at = sum(entry["read"] for entry in journal.entries)
    progress(resumed_at, register.length)
    for each in register.batches(len(journal.entries), lang):
        run.review(each)
        progress(each.records, register.length)
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

    register: Register
    targets: dict[str, Target]
    mapping: Mapping
    asked: Question
    journal: Journal
    lang: str

    def review(self, batch: Batch) -> None:
        """Review a batch and keep it. Where the register can be scanned again, its own columns are not kept."""
        facts = facts_of(batch.rows, self.targets, self.mapping, self.lang)
        good = facts.reasons.is_null()
        rejects = [*batch.broken, *zip(batch.numbers.filter(~good), facts.reasons.filter(~good), strict=True)]
        kept = facts.frame.filter(good)
        answered = answers(self.asked, kept, kept[TITLE])
        taken = sorted(set(batch.rows.columns) & set(answered.columns))
        if taken:
            raise InvalidRegister([Problem("register_column_taken", name) for name in taken])
        if self.register.columns is None:
            part = pl.concat([batch.rows.filter(good), answered], how="horizontal")
        else:
            part = answered
        counts = counted(kept, answered)
        entry = {"read": batch.records, "reviewed": kept.height, "rejects": sorted(rejects), "counts": counts}
        self.journal.finish(part, entry)

    def finished(self, out: Path, resumed_at: int) -> Account:
        """Put the parts together, write what belongs beside them, and remove the journal."""
        entries = self.journal.entries
        rejects = [reject for entry in entries for reject in entry["rejects"]]
        read, reviewed = (sum(entry[key] for entry in entries) for key in ("read", "reviewed"))
        if read != reviewed + len(rejects):
            raise AssertionError((read, reviewed, len(rejects)))
        summary = added(entry["counts"] for entry in entries)
        write_table(self._rows([number for number, _ in rejects]), out)
        beside = out.with_name(f"{out.stem}.rejects.csv")
        if rejects:
            write_atomically(beside, _rejects(rejects))
        else:
            beside.unlink(missing_ok=True)
        said = json.dumps({"read": read, "reviewed": reviewed, "rejected": len(rejects), **summary}, ensure_ascii=False)
        write_atomically(out.with_name(f"{out.stem}.summary.json"), said.encode())
        self.journal.remove()
        return Account(read, reviewed, len(rejects), resumed_at, summary, beside if rejects else None)

    def _rows(self, rejected: list[int]) -> pl.LazyFrame:
        parts = pl.scan_ipc(self.journal.parts())
        own = self.register.columns
        if own is None:
            return parts
        if rejected:
            number = pl.int_range(1, pl.len() + 1, dtype=pl.Int64)
            own = own.filter(~number.is_in(pl.Series(rejected, dtype=pl.Int64).implode()))
        return pl.concat([own, parts], how="horizontal")


def _rejects(rejects: list[list[Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("row", "reason"))
    writer.writerows((row, f"'{reason}" if reason.startswith(_FORMULA) else reason) for row, reason in rejects)
    return text.getvalue().encode()

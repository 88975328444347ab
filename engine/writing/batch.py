"""Many dossiers at a time: each one's page and minutes into a folder, and an index of what they came to."""

from __future__ import annotations

import contextlib
import os
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from langnghe.engine.assessment import assess
from langnghe.engine.evaluation import InternalDisagreement
from langnghe.engine.law.rulebook import installed
from langnghe.engine.problems import InvalidDossier, Problem
from langnghe.engine.reading.dossiers import load
from langnghe.engine.review import review
from langnghe.engine.words.messages import say
from langnghe.engine.writing.files import write_atomically
from langnghe.engine.writing.index import Kind, Row, assessed, index_page, reviewed
from langnghe.engine.writing.index_workbook import index_workbook
from langnghe.engine.writing.names import file_name
from langnghe.engine.writing.page import assessment_page, review_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from types import ModuleType

    from langnghe.engine.assessment import Assessment
    from langnghe.engine.review import Review

INDEX: Final = "index"

ResultT = TypeVar("ResultT")
_Keep: TypeAlias = "Callable[[ResultT], ResultT]"  # records a result before it is written out, and gives it back


def _unrecorded(result: ResultT) -> ResultT:
    return result


class Batch:
    """One run over many files into one folder.

    Every file that goes in gives a row, whatever is wrong with it; reviewed, a row for each title that its dossier
    holds. ``files`` counts them; ``problems`` holds the lines to report; nothing is written outside the folder.
    """

    def __init__(self, folder: Path, form: str, lang: str, template: bytes | None = None) -> None:
        """Make the folder; ``form`` is ``html``, ``docx``, or ``text`` for both; ``template`` is the office's own.

        Raises:
            OSError: the folder cannot be made.
        """
        self.folder, self.form, self.lang, self.template = folder, form, lang, template
        self.rows: list[Row] = []
        self.files = 0
        self.problems: list[str] = []
        self._taken = {INDEX}
        folder.mkdir(parents=True, exist_ok=True)

    def assess(self, path: str, day: date | None, title: str | None, keep: _Keep[Assessment] = _unrecorded) -> None:
        """Assess one file, let ``keep`` record the result, and write its page and minutes.

        Raises:
            OSError: a result cannot be written.
        """
        with self._rejecting(path):
            assessment = keep(assess(load(path), on=day, title=title, lang=self.lang))
            page, minutes = self._written(
                assessment.dossier,
                lambda: assessment_page(assessment, installed(), self.lang),
                lambda: _minutes().assessment_minutes(assessment, installed(), self.lang, self.template),
            )
            row = assessed(_name(path), assessment, installed(), self.lang)
            self.rows.append(replace(row, page=page, minutes=minutes))

    def review(self, path: str, day: date | None, keep: _Keep[Review] = _unrecorded) -> None:
        """Review the titles that one file's dossier holds, let ``keep`` record each, write page and minutes.

        A dossier without titles gets a page, and no minutes: there is nothing to minute.

        Raises:
            OSError: a result cannot be written.
            InvalidTemplate: the office's template cannot be used.
        """
        with self._rejecting(path):
            dossier = load(path)
            reviews = [keep(each) for each in review(dossier, on=day, lang=self.lang)]
            page, minutes = self._written(
                dossier.id,
                lambda: review_page(dossier, reviews, installed(), self.lang),
                (lambda: _minutes().review_minutes(dossier, reviews, installed(), self.lang, self.template))
                if reviews
                else None,
            )
            rows = reviewed(_name(path), dossier, reviews, installed(), self.lang)
            self.rows += [replace(row, page=page, minutes=minutes) for row in rows]

    def finish(self, kind: Kind) -> Path:
        """Write the index, as a page and as a workbook; give the path of the page."""
        page = self.folder / f"{INDEX}.html"
        write_atomically(page, index_page(kind, self.rows, self.files, self.lang).encode())
        write_atomically(self.folder / f"{INDEX}.xlsx", index_workbook(kind, self.rows, self.lang))
        return page

    def _written(
        self, dossier: str, page: Callable[[], str], minutes: Callable[[], bytes] | None
    ) -> tuple[str | None, str | None]:
        """Write the page and the minutes of one dossier, as far as they are asked for; give their names."""
        name = file_name(dossier, self._taken)
        page_name = minutes_name = None
        if self.form != "docx":
            page_name = f"{name}.html"
            write_atomically(self.folder / page_name, page().encode())
        if self.form != "html" and minutes:
            minutes_name = f"{name}.docx"
            write_atomically(self.folder / minutes_name, minutes())
        return page_name, minutes_name

    @contextlib.contextmanager
    def _rejecting(self, path: str) -> Iterator[None]:
        """Count a file; give one that cannot be used its row, and go on."""
        self.files += 1
        try:
            yield
        except InvalidDossier as error:
            self._reject(path, error)
        except InternalDisagreement as error:
            self._reject(path, InvalidDossier([Problem("disagreement", context={"detail": str(error)})], path))

    def _reject(self, path: str, error: InvalidDossier) -> None:
        told = InvalidDossier(error.problems, _shown(path))
        self.problems += told.lines(self.lang)
        self.rows.append(Row(_name(path), tuple(_in_words(problem, self.lang) for problem in told.problems)))


def _minutes() -> ModuleType:
    from langnghe.engine.writing import minutes  # deferred: Word's libraries are heavy

    return minutes


def _in_words(problem: Problem, lang: str) -> str:
    """Say what is wrong and where in the file, without the file's name; whoever looks for a cell needs no key."""
    line = say("index.line", lang, line=problem.line) if problem.line else ""
    return ": ".join(part for part in (line, problem.place or problem.path, problem.message(lang)) if part)


def _shown(path: str) -> str:
    """Write a path so that it can be printed: in NFC, bytes that are not UTF-8 replaced."""
    return unicodedata.normalize("NFC", os.fsencode(path).decode(errors="replace"))


def _name(path: str) -> str:
    """Name a file in the index, which is passed on: where it lay on this machine is nobody's business."""
    return Path(_shown(path)).name

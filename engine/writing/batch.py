"""Many dossiers at a time: each one's page and minutes into a folder, and an index with one row a file."""

from __future__ import annotations

import contextlib
import os
import sys
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
from langnghe.engine.writing.index import Row, assessed, index_page
from langnghe.engine.writing.index_workbook import index_workbook
from langnghe.engine.writing.names import file_name
from langnghe.engine.writing.page import assessment_page, review_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from langnghe.engine.assessment import Assessment
    from langnghe.engine.dossier import Dossier
    from langnghe.engine.review import Review

INDEX: Final = "index"

ResultT = TypeVar("ResultT")
_Keep: TypeAlias = "Callable[[ResultT], ResultT]"  # records a result before it is written out, and gives it back


def _unrecorded(result: ResultT) -> ResultT:
    return result


class Batch:
    """One run over many files into one folder.

    Every file that goes in gives one row, whatever is wrong with it. ``problems`` holds the lines to report; nothing is
    written outside the folder.
    """

    def __init__(self, folder: Path, form: str, lang: str, template: bytes | None = None) -> None:
        """Make the folder; ``form`` is ``html``, ``docx``, or ``text`` for both; ``template`` is the office's own.

        Raises:
            OSError: the folder cannot be made.
        """
        self.folder, self.form, self.lang, self.template = folder, form, lang, template
        self.rows: list[Row] = []
        self.problems: list[str] = []
        self._taken = {INDEX}
        folder.mkdir(parents=True, exist_ok=True)

    def assess(self, path: str, day: date | None, title: str | None, keep: _Keep[Assessment] = _unrecorded) -> None:
        """Assess one file, let ``keep`` record the result, and write its page and minutes.

        Raises:
            OSError: a result cannot be written.
        """
        with self._rejecting(path):
            self._write(path, keep(assess(load(path), on=day, title=title, lang=self.lang)))

    def review(self, path: str, day: date | None, keep: _Keep[Review] = _unrecorded) -> None:
        """Review the titles that one file's dossier holds, let ``keep`` record each, write the page or the minutes.

        Raises:
            OSError: a result cannot be written.
            InvalidTemplate: the office's template cannot be used.
        """
        with self._rejecting(path):
            dossier = load(path)
            reviews = [keep(each) for each in review(dossier, on=day, lang=self.lang)]
            if self.form == "docx":
                self._review_minutes(path, dossier, reviews)
                return
            page = f"{file_name(dossier.id, self._taken)}.html"
            write_atomically(self.folder / page, review_page(dossier, reviews, installed(), self.lang).encode())
            self.rows.append(Row(_name(path), dossier=dossier.id, page=page))

    def _review_minutes(self, path: str, dossier: Dossier, reviews: list[Review]) -> None:
        from langnghe.engine.writing.minutes import review_minutes  # deferred: Word's libraries are heavy

        minutes = f"{file_name(dossier.id, self._taken)}.docx" if reviews else None
        if minutes:
            written = review_minutes(dossier, reviews, installed(), self.lang, self.template)
            write_atomically(self.folder / minutes, written)
        else:
            print(f"{dossier.id}: {say('text.no_titles', self.lang)}", file=sys.stderr)  # noqa: T201  a notice, not a result
        self.rows.append(Row(_name(path), dossier=dossier.id, minutes=minutes))

    def finish(self) -> Path:
        """Write the index, as a page and as a workbook; give the path of the page."""
        page = self.folder / f"{INDEX}.html"
        write_atomically(page, index_page(self.rows, self.lang).encode())
        write_atomically(self.folder / f"{INDEX}.xlsx", index_workbook(self.rows, self.lang))
        return page

    def _write(self, path: str, assessment: Assessment) -> None:
        name = file_name(assessment.dossier, self._taken)
        page = minutes = None
        if self.form != "docx":
            page = f"{name}.html"
            write_atomically(self.folder / page, assessment_page(assessment, installed(), self.lang).encode())
        if self.form != "html":
            from langnghe.engine.writing.minutes import assessment_minutes  # deferred: Word's libraries are heavy

            minutes = f"{name}.docx"
            written = assessment_minutes(assessment, installed(), self.lang, self.template)
            write_atomically(self.folder / minutes, written)
        row = assessed(_name(path), assessment, installed(), self.lang)
        self.rows.append(replace(row, page=page, minutes=minutes))

    @contextlib.contextmanager
    def _rejecting(self, path: str) -> Iterator[None]:
        """Give a file that cannot be used its row, and go on."""
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

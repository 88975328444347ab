"""Where results go: the terminal, standard output or a file, as text or JSON; problems to standard error."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from langnghe.engine.law.rulebook import installed
from langnghe.engine.problems import InvalidDossier, Problem
from langnghe.engine.words import formats
from langnghe.engine.words.messages import say
from langnghe.engine.writing.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from types import TracebackType

    from rich.console import Console, RenderableType

    from langnghe.engine.assessment import Assessment
    from langnghe.engine.dossier import Dossier
    from langnghe.engine.problems import InvalidInput
    from langnghe.engine.review import Review

# Lines to a file or a pipe are not broken: they are searched and laid out again by other programs.
_UNBROKEN: Final = 100_000


class Output:
    """One run's output. A file is written whole and at once when the run ends; ``invalid`` counts bad inputs."""

    def __init__(self, path: str | None, form: str, lang: str, template: bytes | None = None) -> None:
        self.path, self.form, self.lang, self.template = path, form, lang, template
        self.invalid = 0
        self._minutes: bytes | None = None
        self._buffer = io.StringIO() if path else None
        self._console: Console | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.path and self.form == "docx":
            if self._minutes and kind is None:
                write_atomically(Path(self.path), self._minutes)
        elif self.path and self._buffer and kind is None and (self._buffer.tell() or not self.invalid):
            write_atomically(Path(self.path), self._buffer.getvalue().encode(errors="replace"))

    def show(self, laid_out: RenderableType) -> None:
        """Print something laid out for people."""
        if self._console is None:
            from rich.console import Console

            stream = self._buffer or sys.stdout
            on_terminal = self._buffer is None and sys.stdout.isatty()
            self._console = Console(
                file=stream,
                width=None if on_terminal else _UNBROKEN,
                highlight=False,
                markup=False,
                emoji=False,
            )
        self._console.print(laid_out)

    def heading(self, key: str, day: date) -> None:
        """Print a heading that names a day."""
        from rich.text import Text

        self.show(Text(say(key, self.lang, day=formats.day(day, self.lang)), "bold"))

    def assessment(self, assessment: Assessment) -> None:
        """Print one assessment."""
        if self.form == "json":
            self._line(assessment.model_dump_json())
            return
        if self.form == "html":
            from langnghe.engine.writing.page import assessment_page

            self._line(assessment_page(assessment, installed(), self.lang))
            return
        if self.form == "docx":
            from langnghe.engine.writing.minutes import assessment_minutes

            self._minutes = assessment_minutes(assessment, installed(), self.lang, self.template)
            return
        from langnghe.engine.writing.text import assessment_text

        self.show(assessment_text(assessment, installed(), self.lang))

    def reviews(self, dossier: Dossier, reviews: list[Review]) -> None:
        """Print the reviews of one dossier's titles."""
        if self.form == "json":
            for review in reviews:
                self._line(review.model_dump_json())
            return
        if self.form == "html":
            from langnghe.engine.writing.page import review_page

            self._line(review_page(dossier, reviews, installed(), self.lang))
            return
        if self.form == "docx":
            self._review_minutes(dossier, reviews)
            return
        from rich.text import Text

        from langnghe.engine.writing.text import review_text

        for review in reviews:
            self.show(review_text(review, installed(), self.lang))
        if not reviews:
            self.show(Text(f"{dossier.id}: {say('text.no_titles', self.lang)}"))

    def _review_minutes(self, dossier: Dossier, reviews: list[Review]) -> None:
        """Where there is no title, there is nothing to minute; that is told."""
        if not reviews:
            print(f"{dossier.id}: {say('text.no_titles', self.lang)}", file=sys.stderr)  # noqa: T201  a notice, not a result
            return
        from langnghe.engine.writing.minutes import review_minutes

        self._minutes = review_minutes(dossier, reviews, installed(), self.lang, self.template)

    def valid(self, path: str) -> None:
        """Say that an input is valid."""
        if self.form == "text":
            self._line(say("text.valid", self.lang, path=path))

    def invalid_input(self, path: str, error: InvalidInput) -> None:
        """Report an input that could not be used, every problem on its own line."""
        self.invalid += 1
        for line in error.lines(self.lang):
            print(line, file=sys.stderr)  # noqa: T201  standard error is where problems go
        if self.form == "json":
            problems = [
                {"path": each.path, "line": each.line, "code": each.code, "message": each.message(self.lang)}
                | ({"place": each.place} if each.place else {})
                for each in error.problems
            ]
            self._line(_json({"format": "langnghe/error/v1", "path": path, "problems": problems}))

    @contextlib.contextmanager
    def problems_of_result(self, path: str) -> Iterator[None]:
        """Report a dossier that is valid by itself but not for what was asked of it, or that opinions differ on."""
        from langnghe.engine.evaluation import InternalDisagreement  # deferred: who only checks asks for no opinion

        try:
            yield
        except InternalDisagreement as error:
            self.invalid_input(path, InvalidDossier([Problem("disagreement", context={"detail": str(error)})], path))
        except InvalidDossier as error:
            error.source = path  # an assessment knows the dossier's number, not its file
            self.invalid_input(path, error)

    def _line(self, text: str) -> None:
        print(text, file=self._buffer or sys.stdout)


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

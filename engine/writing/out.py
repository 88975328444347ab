"""Where results go: the terminal, standard output or a file, as text or JSON; problems to standard error."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from langnghe.engine import formats
from langnghe.engine.messages import say
from langnghe.engine.problems import InvalidDossier
from langnghe.engine.rulebook import installed
from langnghe.engine.writing.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from types import TracebackType

    from rich.console import Console, RenderableType

    from langnghe.engine.assessment import Assessment
    from langnghe.engine.problems import InvalidInput
    from langnghe.engine.review import Review

# Lines to a file or a pipe are not broken: they are searched and laid out again by other programs.
_UNBROKEN: Final = 100_000


class Output:
    """One run's output. A file is written whole and at once when the run ends; ``invalid`` counts bad inputs."""

    def __init__(self, path: str | None, form: str, lang: str) -> None:
        self.path, self.form, self.lang = path, form, lang
        self.invalid = 0
        self._buffer = io.StringIO() if path else None
        self._console: Console | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.path and self._buffer and kind is None:
            write_atomically(Path(self.path), self._buffer.getvalue().encode())

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
        from langnghe.engine.writing.text import assessment_text

        self.show(assessment_text(assessment, installed(), self.lang))

    def reviews(self, dossier: str, reviews: list[Review]) -> None:
        """Print the reviews of one dossier's titles."""
        if self.form == "json":
            for review in reviews:
                self._line(review.model_dump_json())
            return
        from rich.text import Text

        from langnghe.engine.writing.text import review_text

        for review in reviews:
            self.show(review_text(review, installed(), self.lang))
        if not reviews:
            self.show(Text(f"{dossier}: {say('text.no_titles', self.lang)}"))

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
                for each in error.problems
            ]
            self._line(_json({"format": "langnghe/error/v1", "path": path, "problems": problems}))

    @contextlib.contextmanager
    def problems_of_result(self, path: str) -> Iterator[None]:
        """Report a dossier that is valid by itself but not for what was asked of it."""
        try:
            yield
        except InvalidDossier as error:
            self.invalid_input(path, error)

    def _line(self, text: str) -> None:
        print(text, file=self._buffer or sys.stdout)


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

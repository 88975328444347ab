"""What is wrong with an input: a stable code for machines, words for people, a place for both."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from langnghe.engine.text import one_line
from langnghe.engine.words.messages import say
from langnghe.engine.words.oserrors import in_words


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place of a document.

    ``code`` is stable; ``path`` names the value (``households.total``, empty for the whole document); ``line``
    counts from 1, ``None`` where the input has no lines; ``file`` is set where one input has several; ``place``
    names the cell in an input that has cells (``Thông tin chung!B7``).
    """

    code: str
    path: str = ""
    line: int | None = None
    context: dict[str, Any] = field(default_factory=dict)
    file: str = ""
    place: str = ""

    def message(self, lang: str = "vi") -> str:
        """Say what is wrong, and what would be right."""
        context = {
            slot: in_words(value, lang) if isinstance(value, OSError) else value for slot, value in self.context.items()
        }
        return say(f"problem.{self.code}", lang, **context)

    def __str__(self) -> str:
        """The problem in one line, in Vietnamese: what a portal shows that prints what it caught."""
        line = f"{self.line}" if self.line else ""
        return one_line(": ".join(part for part in (self.file, line, self.place, self.path, self.message()) if part))


class InvalidInput(Exception):  # noqa: N818  named for what it is, as the public InvalidDossier is
    """An input that cannot be read or cannot be true; ``problems`` holds everything wrong with it."""

    def __init__(self, problems: list[Problem], source: str = "") -> None:
        """Keep the problems, ordered by line, and the name of the input they were found in."""
        self.problems = sorted(problems, key=lambda problem: (problem.file, problem.line or 0))
        self.source = source
        super().__init__(problems, source)

    def lines(self, lang: str = "vi") -> list[str]:
        """Give one line a problem: ``PATH:LINE: key.path: what is wrong, and what would be right``."""
        shown = []
        for problem in self.problems:
            name = problem.file or self.source
            where = f"{name}:{problem.line}" if problem.line else name
            parts = (where, problem.place, problem.path, problem.message(lang))
            shown.append(one_line(": ".join(part for part in parts if part)))
        return shown

    def __str__(self) -> str:
        """All problems, in Vietnamese."""
        return "\n".join(self.lines())


class InvalidDossier(InvalidInput):
    """A dossier that cannot be read or cannot be true (hồ sơ không hợp lệ)."""


class InvalidRules(InvalidInput):
    """A rulebook that cannot be used; every problem with file and line."""


class InvalidTemplate(InvalidInput):
    """A .docx that cannot serve as a template of minutes."""

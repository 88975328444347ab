"""A dossier being read from a workbook: values, their evidence, the cell of each, and everything wrong so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from langnghe.engine.evidence import put_together
from langnghe.engine.limits import DEFAULT, Limits
from langnghe.engine.problems import Problem
from langnghe.engine.workbook import words
from langnghe.engine.workbook.codec import CellError, from_cell
from langnghe.engine.workbook.container import Unreadable
from langnghe.engine.workbook.layout import Kind
from langnghe.engine.workbook.paths import reserve

if TYPE_CHECKING:
    from langnghe.engine.workbook.container import Grid
    from langnghe.engine.workbook.layout import Field


class TooManyProblems(Exception):  # noqa: N818  named for what it is
    """More is wrong than anyone would read; reading stops."""


@dataclass(slots=True)
class Draft:
    """What was read so far. ``places`` and ``labels`` tell of each value by its path in which cell it stands."""

    limits: Limits = DEFAULT
    lang: str = "vi"
    tree: dict[str, Any] = field(default_factory=dict)
    evidence: dict[str, list[str]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    _order: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    _sheets: dict[str, int] = field(default_factory=dict)

    def place(self, grid: Grid, row: int, column: int) -> str:
        """Name a cell, remembering where it stands among the others."""
        place = grid.place(row, column)
        self._order[place] = (self._sheets.setdefault(grid.name, len(self._sheets)), row, column)
        return place

    def expect(self, path: str, place: str, label: str) -> None:
        """Remember in which cell the value at ``path`` is to be found, and what is written beside it."""
        self.places[path] = place
        self.labels[path] = label

    def wrong(self, code: str, path: str, place: str, **context: Any) -> None:  # noqa: ANN401  context takes what can be printed
        """Note a problem of a cell.

        Raises:
            TooManyProblems: this was one more than is told of.
        """
        self.problems.append(Problem(code, path, None, context, place=place))
        if len(self.problems) > self.limits.problems:
            raise TooManyProblems

    def value(self, wanted: Field, raw: Any, path: str, place: str) -> Any:  # noqa: ANN401  a cell; a value of a dossier
        """Read a cell; ``None`` where it is empty, or wrong, which is noted."""
        if isinstance(raw, Unreadable):
            self.wrong(raw.code, path, place, got=raw.got)
            return None
        try:
            return from_cell(wanted, raw)
        except CellError as error:
            context = dict(error.context)
            if "choices" in context:
                values, worded = context["choices"]
                context["choices"] = words.listed_words(values, worded, self.lang)
            self.wrong(error.code, path, place, **context)
            return None

    def cite(self, wanted: Field, raw: Any, path: str, place: str) -> None:  # noqa: ANN401  what a cell holds
        """Read a cell of evidence for the value at ``path``."""
        assert wanted.kind is Kind.EVIDENCE  # noqa: S101  the layout says so
        entries = self.value(wanted, raw, path, place)
        if entries is not None:
            self.evidence[path] = entries

    def whole(self) -> dict[str, Any]:
        """Give the document as the format has it, evidence beside its values."""
        for path in list(self.evidence):
            if not reserve(self.tree, path):
                self.wrong("evidence_path", path, self.places.get(path, ""), got=path)
        put_together(self.tree, self.evidence)
        return self.tree

    def placed(self, problems: list[Problem]) -> list[Problem]:
        """Say of each problem in which cell it is; of a value that a cell problem explains, nothing more."""
        explained = {problem.path for problem in self.problems if problem.path}
        result = []
        for problem in problems:
            if problem.place:
                result.append(problem)
            elif problem.path not in explained:
                result.append(self._placed(problem))
        return sorted(result, key=lambda problem: self._order.get(problem.place, (len(self._sheets), 0, 0)))

    def _placed(self, problem: Problem) -> Problem:
        path = problem.path
        if problem.code == "missing" and path in self.labels:
            problem = replace(problem, code="cell_missing", context={"label": self.labels[path]})
        while path and path not in self.places:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return replace(problem, line=None, place=self.places.get(path, ""))

"""A document against the limits that a portal lowered, and a list of problems cut where nobody reads on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from langnghe.engine.evidence import shown_path
from langnghe.engine.limits import DEFAULT, Limits
from langnghe.engine.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.reading.source import Source


def oversized(source: Source, limits: Limits) -> list[Problem]:
    """Give the texts and lists of a document that are longer than ``limits`` allows and the format would not mind."""
    if (limits.text, limits.entries) == (DEFAULT.text, DEFAULT.entries):
        return []  # the model itself says so
    return [
        Problem(code, shown_path(path), source.line_of(path), context)
        for code, path, context in _found(source.tree, (), limits)
    ]


def _found(
    tree: Any,  # noqa: ANN401  a plain tree
    path: tuple[str | int, ...],
    limits: Limits,
) -> Iterator[tuple[str, tuple[str | int, ...], dict[str, int]]]:
    if isinstance(tree, str) and len(tree) > limits.text:
        yield "text_long", path, {"length": len(tree), "most": limits.text}
    if isinstance(tree, list):
        if len(tree) > limits.entries:
            yield "list_long", path, {"max_length": limits.entries}
        tree = dict(enumerate(tree))
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _found(value, (*path, key), limits)


def first_problems(problems: list[Problem], limits: Limits) -> list[Problem]:
    """Give the problems, of too many the first, and one that says that there are more."""
    if len(problems) <= limits.problems:
        return problems
    told = problems[: limits.problems]
    last = max((problem.line or 0 for problem in told), default=0)
    return [*told, Problem("problems_more", "", last or None, {"most": limits.problems})]

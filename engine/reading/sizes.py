"""A document against what its model does not count, and a list of problems cut where nobody reads on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from langnghe.engine.dates import DateSpan
from langnghe.engine.dossier import Dossier
from langnghe.engine.edtf import quickly_read
from langnghe.engine.evidence import shown_path
from langnghe.engine.limits import DEFAULT, Limits
from langnghe.engine.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.reading.source import Source


def oversized(source: Source, limits: Limits) -> list[Problem]:
    """Give what of a dossier's document is more than ``limits`` allows and the format would not mind."""
    if len(set(_uncertain_dates(source.tree))) > limits.dates:
        source.tree = None  # reading them is what would take long
        return [Problem("dates_many", context={"most": limits.dates})]
    if (limits.text, limits.entries) == (DEFAULT.text, DEFAULT.entries):
        return []  # the model itself says so
    return [
        Problem(code, shown_path(path), source.line_of(path), context)
        for code, path, context in _found(source.tree, (), limits)
    ]


@cache
def _date_keys() -> frozenset[str]:
    """The keys under which a dossier has dates of any precision."""
    keys: set[str] = set()
    models: list[Any] = [Dossier]
    for model in models:
        for name, field in model.model_fields.items():
            parts = [field.annotation]
            for part in parts:
                parts += get_args(part)
                if part is DateSpan:
                    keys.add(name)
                elif hasattr(part, "model_fields") and part not in models:
                    models.append(part)
    return frozenset(keys)


def _uncertain_dates(tree: Any) -> Iterator[str]:  # noqa: ANN401  a plain tree
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key in _date_keys():
                written = value.get("value") if isinstance(value, dict) else value
                if isinstance(written, str) and not quickly_read(written.strip()):
                    yield written
            elif isinstance(value, dict | list):
                yield from _uncertain_dates(value)
    elif isinstance(tree, list):
        for value in tree:
            if isinstance(value, dict | list):
                yield from _uncertain_dates(value)


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

"""Conditions taken apart: what stands inside them, and which values of a dossier they read."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Final, TypeVar

from langnghe.engine.law import conditions as c

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")
_MANY_CONDITIONS: Final = 8192  # several rulebooks of them

# The kinds of values that operators read.
COUNT: Final = "count"
DATE: Final = "date"
YES_NO: Final = "yes_no"
CHOICE: Final = "choice"
LIST: Final = "list"

_READS: Final[dict[type, Callable[[Any], list[tuple[str, str | None]]]]] = {
    c.Share: lambda it: [(it.share.of, COUNT), (it.share.in_, COUNT)],
    c.Elapsed: lambda it: [(it.elapsed.since, DATE)],
    c.Holds: lambda it: [(it.holds, YES_NO)],
    c.Known: lambda it: [(it.known, None)],
    c.Present: lambda it: [(it.present, LIST)],
    c.OneOf: lambda it: [(it.one_of.field, CHOICE)],
    c.ByTheDay: lambda it: [(it.by_the_day, DATE)],
    c.Before: lambda it: [(it.before.field, DATE)],
    c.Competent: lambda it: [(it.competent.authority, CHOICE), (it.competent.on, DATE)],
}


def children(condition: Any) -> tuple[Any, ...]:  # noqa: ANN401  any condition
    """Give the conditions that stand inside a condition."""
    match condition:
        case c.All():
            return condition.all
        case c.AnyOf():
            return condition.any
        case c.Not():
            return (condition.not_,)
        case _:
            return ()


def walk(condition: Any) -> list[Any]:  # noqa: ANN401  any condition
    """Give a condition and every condition inside it, outermost first."""
    return [condition, *(found for child in children(condition) for found in walk(child))]


def reads(condition: Any) -> list[tuple[str, str | None]]:  # noqa: ANN401  any condition
    """Give the field paths that a condition reads, in order, each with the kind of value that the operator needs.

    The kind is ``None`` where any will do.
    """
    found = [pair for each in walk(condition) if type(each) in _READS for pair in _READS[type(each)](each)]
    return list(dict.fromkeys(found))


def once_each(work: Callable[[Any], Result]) -> Callable[[Any], Result]:
    """Let a function of a condition work once for each: by which it is, for its content takes long to compare.

    What it gave is kept with the condition, so that no other can come to stand in its place.
    """
    done: dict[int, tuple[Any, Result]] = {}

    @wraps(work)
    def known(condition: Any) -> Result:  # noqa: ANN401  any condition
        found = done.get(id(condition))
        if found is None or found[0] is not condition:
            if len(done) >= _MANY_CONDITIONS:
                done.clear()
            found = done[id(condition)] = (condition, work(condition))
        return found[1]

    return known


@once_each
def fields_of(condition: Any) -> tuple[str, ...]:  # noqa: ANN401  any condition
    """Give the field paths that a condition reads, in order."""
    return tuple(dict.fromkeys(path for path, _ in reads(condition)))

"""Values and verdicts as whole numbers, for an inference engine that knows only flat facts.

Every operand is a whole number and never missing: an unknown is a number too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.dates import half_steps
from langnghe.engine.values import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from langnghe.engine.dates import DateSpan
    from langnghe.engine.facts import Facts, Values
    from langnghe.engine.network import Verdicts
    from langnghe.engine.values import Count

Reached = dict[str, Verdict]

# Beyond any count (at most 999,999,999) and any day: what an open bound becomes, so that no operand is ever missing.
_UNBOUNDED: Final = 10**12

YES_NO: Final = {True: 1, False: 0, None: -1}


def known(value: object) -> int:
    """Whether anything is known."""
    return int(value is not None)


def present(listed: tuple[Any, ...] | None) -> int:
    """Whether a list has an entry, -1 where it is not known."""
    return -1 if listed is None else int(len(listed) > 0)


def hundred_fewest(count: Count | None) -> int:
    """A hundred times the smallest number of a part, to compare with percent times its whole."""
    return 100 * count.low if count else 0


def hundred_most(count: Count | None) -> int:
    """A hundred times the largest number of a part."""
    return 100 * most(count)


def fewest_of_whole(count: Count | None) -> int:
    """The smallest number of a whole, which is one at least."""
    return max(count.low, 1) if count else 1


def most(count: Count | None) -> int:
    """The largest number."""
    return _UNBOUNDED if count is None or count.high is None else count.high


def first_day(span: DateSpan | None) -> int:
    """The first possible day; 0 where any early day is possible, -1 where nothing is known."""
    if span is None:
        return -1
    return span.first.toordinal() if span.first else 0


def last_day(span: DateSpan | None) -> int:
    """The last possible day."""
    return span.last.toordinal() if span and span.last else _UNBOUNDED


def least_steps(span: DateSpan | None, day: date) -> int:
    """The shortest time that can have passed, in half steps; -1 where it may not have begun."""
    return half_steps(span.last, day) if span and span.last else -1


def most_steps(span: DateSpan | None, day: date) -> int:
    """The longest time that can have passed, in half steps."""
    return half_steps(span.first, day) if span and span.first else _UNBOUNDED


def crafts_with(verdict: Verdict, node: str, facts: Facts, verdicts: Verdicts) -> int:
    """How many crafts came out so; one is open where the crafts are not known."""
    if facts.crafts is None:
        return int(verdict is Verdict.UNDETERMINED)
    return sum(craft[node] is verdict for craft in verdicts.crafts)


def of_the_craft(node: str, facts: Facts, verdicts: Verdicts) -> int:
    """The verdict on the craft that the title is about; not met where there is known to be none."""
    if facts.the_craft is None:
        return 0 if facts.crafts == () else -1
    return verdicts.crafts[facts.the_craft][node].code


class Operands:
    """The operands of one fact: noted once each, by what they are, and read together as the fact's numbers."""

    def __init__(self) -> None:
        self._noted: dict[str, dict[str, Any]] = {kind: {} for kind in _READERS}
        self._read: list[tuple[Callable[..., list[int]], list[Any]]] | None = None

    def key(self, kind: str, what: str, operand: Any) -> str:  # noqa: ANN401  any kind of operand
        """Note an operand and give its key in the fact; keys are short, for every rule that fires repeats the fact."""
        noted = self._noted[kind]
        noted.setdefault(what, operand)
        return f"{kind}{list(noted).index(what)}"

    def settled(self) -> list[str]:
        """Give the keys in the order of :meth:`numbers`; from here on nothing more is noted."""
        self._read = [(_READERS[kind], list(noted.values())) for kind, noted in self._noted.items() if noted]
        return [f"{kind}{number}" for kind, noted in self._noted.items() for number in range(len(noted))]

    def numbers(self, values: Values, facts: Facts, verdicts: Verdicts, reached: Reached) -> list[int]:
        """Give the numbers, from a subject's values, the dossier's facts and the verdicts reached before."""
        found: list[int] = []
        for read, operands in self._read or ():
            found += read(operands, values, facts, verdicts, reached)
        return found


_READERS: Final[dict[str, Callable[..., list[int]]]] = {
    "k": lambda noted, values, *_: [encode(values[path]) for path, encode in noted],
    "t": lambda noted, values, facts, *_: [encode(values[path], facts.day) for path, encode in noted],
    "day": lambda _noted, _values, facts, *_: [facts.day.toordinal()],
    "d": lambda noted, _values, facts, *_: [kind in facts.documents for kind in noted],
    "h": lambda noted, _values, facts, *_: [title in facts.titles for title in noted],
    "v": lambda noted, _values, _facts, _verdicts, reached: [reached[node].code for node in noted],
    "c": lambda noted, _values, facts, verdicts, _: [encode(facts, verdicts) for encode in noted],
}

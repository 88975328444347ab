"""Values and verdicts as whole numbers, for an inference engine that knows only flat facts.

Every operand is a whole number and never missing: an unknown is a number too.
"""

from __future__ import annotations

import string
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.dates import half_steps
from langnghe.engine.values import Verdict

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.dates import DateSpan
    from langnghe.engine.facts import Facts, Values
    from langnghe.engine.network import Verdicts
    from langnghe.engine.values import Count

Reached = dict[str, Verdict]
Pair = tuple[int, int]
Numbers = Callable[..., list[int]]

# Beyond any count (at most 999,999,999) and any day: what an open bound becomes, so that no operand is ever missing.
_UNBOUNDED: Final = 10**12

_YES_NO: Final = {True: 1, False: 0, None: -1}
_LETTERS: Final = string.ascii_letters


def known(value: object) -> tuple[int]:
    """Whether anything is known."""
    return (int(value is not None),)


def present(listed: tuple[Any, ...] | None) -> tuple[int]:
    """Whether a list has an entry, -1 where it is not known."""
    return (-1 if listed is None else int(len(listed) > 0),)


def hundredfold(count: Count | None) -> Pair:
    """A hundred times the smallest and the largest number of a part, to compare with percent times its whole."""
    if count is None:
        return 0, _UNBOUNDED
    return 100 * count.low, _UNBOUNDED if count.high is None else 100 * count.high


def whole(count: Count | None) -> Pair:
    """The smallest number of a whole, which is one at least, and the largest."""
    if count is None:
        return 1, _UNBOUNDED
    return count.low or 1, _UNBOUNDED if count.high is None else count.high


def days(span: DateSpan | None) -> Pair:
    """The first possible day, 0 where any early day is possible and -1 where nothing is known; and the last one."""
    if span is None:
        return -1, _UNBOUNDED
    return span.first.toordinal() if span.first else 0, span.last.toordinal() if span.last else _UNBOUNDED


def elapsed(span: DateSpan | None, day: date) -> Pair:
    """The shortest time that can have passed, -1 where it may not have begun, and the longest; in half steps."""
    if span is None:
        return -1, _UNBOUNDED
    least = half_steps(span.last, day) if span.last else -1
    if span.first == span.last is not None:
        return least, least
    return least, half_steps(span.first, day) if span.first else _UNBOUNDED


def crafts_with(verdict: Verdict, node: str, facts: Facts, verdicts: Verdicts) -> int:
    """How many crafts came out so; one is open where the crafts are not known."""
    if facts.crafts is None:
        return int(verdict is Verdict.UNDETERMINED)
    return sum([craft[node] is verdict for craft in verdicts.crafts])


def of_the_craft(node: str, facts: Facts, verdicts: Verdicts) -> int:
    """The verdict on the craft that the title is about; not met where there is known to be none."""
    if facts.the_craft is None:
        return 0 if facts.crafts == () else -1
    return verdicts.crafts[facts.the_craft][node].code


class Operands:
    """The operands that conditions need, noted once each by what they are; those of one fact are read together.

    A kind of operand is how it is read:

    * ``coded``, a field's path and the number of each of its values: ``(path, codes)``
    * ``measured``, a field's path and the function that makes its numbers: ``(path, encode)``
    * ``elapsed``, a field's path; two numbers
    * ``day``, nothing
    * ``document``, ``title``, the kind attached and the title held
    * ``verdict``, the subject's node
    * ``craft``, the function that makes a number of the dossier's facts and all verdicts
    """

    def __init__(self) -> None:
        kinds = ("coded", "measured", "elapsed", "day", "document", "title", "verdict", "craft")
        self._noted: dict[str, dict[str, tuple[Any, tuple[str, ...]]]] = {kind: {} for kind in kinds}
        self._number = 0

    def key(self, kind: str, what: str, operand: Any) -> str:  # noqa: ANN401  any kind of operand
        """Note an operand that is one number, and give its key in a fact."""
        return self._keys(kind, what, operand, 1)[0]

    def keys(self, kind: str, what: str, operand: Any) -> tuple[str, str]:  # noqa: ANN401  any kind of operand
        """Note an operand that is two numbers, and give their keys in a fact."""
        one, other = self._keys(kind, what, operand, 2)
        return one, other

    def yes_no(self, path: str) -> str:
        """Note a yes or no, -1 where it is not known, and give its key."""
        return self.key("coded", path, (path, _YES_NO))

    def choice(self, path: str, value: str) -> tuple[str, int]:
        """Note a choice of which a value is asked; gives its key, and the number that stands for the value.

        -1 stands for a choice that is not known, 0 for every value that no condition asks for.
        """
        key = self.key("coded", f"{path} chosen", (path, {None: -1}))
        codes = self._noted["coded"][f"{path} chosen"][0][1]
        return key, codes.setdefault(value, len(codes))

    def _keys(self, kind: str, what: str, operand: Any, numbers: int) -> tuple[str, ...]:  # noqa: ANN401
        if what not in self._noted[kind]:
            self._noted[kind][what] = operand, tuple(self._name() for _ in range(numbers))
        return self._noted[kind][what][1]

    def _name(self) -> str:
        """Give the next key; they are short, for every rule that fires repeats the fact."""
        turn, letter = divmod(self._number, len(_LETTERS))
        self._number += 1
        return _LETTERS[letter] + (str(turn) if turn else "")

    def read(self, used: set[str]) -> tuple[list[str], Numbers]:
        """Give the keys of a fact that needs those ``used``, and what gives their numbers in the same order.

        It takes a subject's values, the dossier's facts, and the verdicts reached before: all, and the subject's.
        """
        needed = [[each for each in noted.values() if used.intersection(each[1])] for noted in self._noted.values()]
        coded, measured, timed, dated, attached, held, decided, of_crafts = [
            [operand for operand, _ in noted] for noted in needed
        ]

        def numbers(values: Values, facts: Facts, verdicts: Verdicts, reached: Reached) -> list[int]:
            found = [codes.get(values[path], 0) for path, codes in coded]
            for path, encode in measured:
                found += encode(values[path])
            for path in timed:
                found += elapsed(values[path], facts.day)
            found += [facts.day.toordinal() for _ in dated]
            found += [kind in facts.documents for kind in attached]
            found += [title in facts.titles for title in held]
            found += [reached[node].code for node in decided]
            found += [encode(facts, verdicts) for encode in of_crafts]
            return found

        return [key for noted in needed for _, keys in noted for key in keys], numbers

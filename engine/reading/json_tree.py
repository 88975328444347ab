"""JSON text to a tree of plain values, no more of it than the limits allow."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.problems import Problem
from langnghe.engine.text import normalised

if TYPE_CHECKING:
    from langnghe.engine.limits import Limits

# What is wrong with a text whatever it is written in: it need not be tried as YAML.
TOO_MUCH: Final = frozenset({"too_many", "too_deep", "key_long", "json_half"})
_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")  # JSON writes a character beyond 16 bits as two escapes


class RefusedError(Exception):
    """A text that is not read, with the one problem to report."""

    def __init__(self, code: str, line: int | None = None, **context: Any) -> None:  # noqa: ANN401  context takes what can be printed
        self.problem = Problem(code, "", line, context)
        super().__init__(code)


def read_json(text: str, limits: Limits) -> tuple[Any, bool]:
    """Read a JSON text.

    Gives its tree, keys in NFC, and whether a key stands twice in one object, of which the last counts.

    Raises:
        RefusedError: it is no JSON, or more than the limits allow.
    """
    pairs = _Pairs(limits)
    tree = _loaded(text, pairs, limits)
    if (half := _HALF.search(text)) and not _whole(tree):
        raise RefusedError("json_half", text.count("\n", 0, half.start()) + 1)
    check_size(tree, limits)
    return tree, pairs.doubled


def _loaded(text: str, pairs: _Pairs, limits: Limits) -> Any:  # noqa: ANN401  a plain tree
    def refuse(constant: str) -> Any:  # noqa: ANN401  never returns
        line = text.count("\n", 0, max(text.find(constant), 0)) + 1
        raise RefusedError("json_constant", line, got=constant)

    try:
        return json.loads(text, object_pairs_hook=pairs, parse_constant=refuse)
    except json.JSONDecodeError as error:
        raise RefusedError("json_syntax", error.lineno, column=error.colno, detail=error.msg) from None
    except RecursionError:
        raise RefusedError("too_deep", most=limits.depth) from None
    except ValueError:  # a whole number of thousands of digits
        raise RefusedError("number_long") from None


class _Pairs:
    """Makes each object, counting on the way: a tree of millions of values takes seconds to build."""

    def __init__(self, limits: Limits) -> None:
        self.limits, self.left = limits, limits.values
        self.doubled = False

    def __call__(self, items: list[tuple[str, Any]]) -> dict[str, Any]:
        self.left -= len(items) + 1
        if self.left < 0:
            raise RefusedError("too_many", most=self.limits.values)
        if any(len(key) > self.limits.key for key, _ in items):
            raise RefusedError("key_long", most=self.limits.key)
        found = {normalised(key): value for key, value in items}
        self.doubled |= len(found) < len(items)
        return found


def _whole(tree: Any) -> bool:  # noqa: ANN401  a plain tree
    """Tell whether every character is one; a pair of escapes that belong together is."""
    try:
        json.dumps(tree, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError):  # nested so deep, it is refused in any case
        return False
    return True


def check_size(tree: Any, limits: Limits) -> None:  # noqa: ANN401  a plain tree
    """Count the values, one level after the other, without recursion.

    Raises:
        RefusedError: they are more than the limits allow, or nested more deeply.
    """
    level, left = [tree], limits.values
    for _ in range(limits.depth + 1):
        left -= len(level)
        if left < 0:
            raise RefusedError("too_many", most=limits.values)
        below: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                below += value.values()
            elif isinstance(value, list):
                below += value
        if not below:
            return
        level = below
    raise RefusedError("too_deep", most=limits.depth)

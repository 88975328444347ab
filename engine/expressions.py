"""Conditions to expressions of an inference engine that compares whole numbers: one for *met*, one for *not met*.

How values become numbers is told in :mod:`langnghe.engine.encoding`.
"""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from langnghe.engine import encoding
from langnghe.engine.law import conditions as c
from langnghe.engine.network import Constant
from langnghe.engine.values import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from langnghe.engine.encoding import Operands
    from langnghe.engine.facts import Facts
    from langnghe.engine.network import Node, Verdicts

Expression = dict[str, Any]

ALWAYS: Final[Expression] = {"$and": []}
NEVER: Final[Expression] = {"$or": []}
_KEY: Final = re.compile(r'"(\w+)"')  # what durable-rules itself knows begins with a dollar


class Said(NamedTuple):
    """When a condition is met, and when it is not met; where neither holds it is undetermined."""

    met: Expression
    not_met: Expression


class Compiler:
    """Turns conditions into expressions over the numbers of one fact, and notes the operands they need.

    Of the nodes ``written`` out a condition says again what they rest on; the verdicts of all others are operands. How
    a node came out may be asked of one that is written out only if it can never be undetermined.
    """

    def __init__(self, operands: Operands, written: Mapping[str, Node]) -> None:
        self.operands, self._written = operands, written
        self._said: dict[str, Said] = {}

    def said(self, node: str) -> Said:
        """Give when a node is met, and when not: written out, or by the verdict reached before."""
        if node not in self._written:
            return _three(self.operands.key("verdict", node, node))
        if node not in self._said:
            self._said[node] = self.compile(self._written[node].condition)
        return self._said[node]

    def compile(self, condition: Any) -> Said:  # noqa: ANN401, C901, PLR0911, PLR0912  one case an operator
        """Give when a condition is met, and when it is not met."""
        match condition:
            case c.All():
                parts = [self.compile(child) for child in condition.all]
                return Said(_and([part.met for part in parts]), _or([part.not_met for part in parts]))
            case c.AnyOf():
                parts = [self.compile(child) for child in condition.any]
                return Said(_or([part.met for part in parts]), _and([part.not_met for part in parts]))
            case c.Not():
                met, not_met = self.compile(condition.not_)
                return Said(not_met, met)
            case c.Criterion():
                return self.said(condition.criterion)
            case c.VerdictIs():
                return self._verdict_is(condition.verdict)
            case c.SomeCraft():
                return self._some_craft(condition.some_craft)
            case c.TheCraft():
                node = condition.the_craft
                return _three(self._craft(node, partial(encoding.of_the_craft, node)))
            case c.Share():
                return self._share(condition.share)
            case c.Elapsed():
                return self._elapsed(condition.elapsed)
            case c.Holds():
                return _three(self.operands.yes_no(condition.holds))
            case c.Known():
                return _three(self._one(condition.known, "known", encoding.known))
            case c.Present():
                return _three(self._one(condition.present, "present", encoding.present))
            case c.OneOf():
                return self._one_of(condition.one_of)
            case c.ByTheDay():
                first, last = self._days(condition.by_the_day)
                day = self.operands.key("day", "", None)
                return Said({"$lte": {last: {"$m": day}}}, {"$gt": {first: {"$m": day}}})
            case c.Before():
                return self._before(condition.before)
            case c.Competent():
                return Said(self._competent(condition.competent), NEVER)
            case c.Attached():
                return _three(self.operands.key("document", condition.attached, condition.attached))
            case c.HoldsTitle():
                return _three(self.operands.key("title", condition.holds_title, condition.holds_title))
            case Constant():
                return Said(*(ALWAYS if condition.verdict is one else NEVER for one in (Verdict.MET, Verdict.NOT_MET)))
            case _:
                msg = f"no such condition: {condition!r}"
                raise TypeError(msg)

    def _verdict_is(self, asked: c.VerdictIsArguments) -> Said:
        if asked.of not in self._written:
            key, code = self.operands.key("verdict", asked.of, asked.of), Verdict(asked.is_).code
            return Said({key: code}, {"$neq": {key: code}})
        met, not_met = self.said(asked.of)  # of two values, so one holds where the other does not
        match asked.is_:
            case "met":
                return Said(met, not_met)
            case "not_met":
                return Said(not_met, met)
            case _:
                return Said(NEVER, ALWAYS)

    def _one(self, path: str, what: str, encode: Callable[[Any], tuple[int]]) -> str:
        return self.operands.key("measured", f"{path} {what}", (path, encode))

    def _two(self, path: str, what: str, encode: Callable[[Any], tuple[int, int]]) -> tuple[str, str]:
        return self.operands.keys("measured", f"{path} {what}", (path, encode))

    def _days(self, path: str) -> tuple[str, str]:
        return self._two(path, "days", encoding.days)

    def _share(self, share: c.ShareArguments) -> Said:
        part_low, part_high = self._two(share.of, "hundredfold", encoding.hundredfold)
        whole_low, whole_high = self._two(share.in_, "whole", encoding.whole)
        percent = share.at_least_percent
        return Said(
            {"$gte": {part_low: _percent_of(whole_high, percent)}},
            {"$lt": {part_high: _percent_of(whole_low, percent)}},
        )

    def _elapsed(self, elapsed: c.ElapsedArguments) -> Said:
        least, most = self.operands.keys("elapsed", elapsed.since, elapsed.since)
        reached, missed = ("$gt", "$lte") if elapsed.more_than_years is not None else ("$gte", "$lt")
        steps = 2 * elapsed.years
        return Said({reached: {least: steps}}, {missed: {most: steps}})

    def _one_of(self, one_of: c.OneOfArguments) -> Said:
        asked = [self.operands.choice(one_of.field, value) for value in one_of.values]
        return Said(
            _or([{key: code} for key, code in asked]),
            _and([*({"$gt": {key: -1}} for key, _ in asked[:1]), *({"$neq": {key: code}} for key, code in asked)]),
        )

    def _before(self, before: c.BeforeArguments) -> Said:
        first, last = self._days(before.field)
        limit, known = before.day.toordinal(), {"$gt": {first: -1}}
        match before.taken_as:
            case "earliest":
                return Said(_and([known, {"$lt": {first: limit}}]), {"$gte": {first: limit}})
            case "latest":
                return Said({"$lt": {last: limit}}, _and([known, {"$gte": {last: limit}}]))
            case _:
                return Said({"$lt": {last: limit}}, {"$gte": {first: limit}})

    def _competent(self, arguments: c.CompetentArguments) -> Expression:
        first, last = self._days(arguments.on)
        spans = []
        for period in arguments.periods:
            key, code = self.operands.choice(arguments.authority, period.authority)
            bounds: list[Expression] = [{key: code}, {"$gt": {first: -1}}]
            if period.from_:
                bounds.append({"$gte": {first: period.from_.toordinal()}})
            if period.to:
                bounds.append({"$lte": {last: period.to.toordinal()}})
            spans.append(_and(bounds))
        return _or(spans)

    def _some_craft(self, node: str) -> Said:
        met = self._craft(f"{node} met", partial(encoding.crafts_with, Verdict.MET, node))
        doubt = self._craft(f"{node} open", partial(encoding.crafts_with, Verdict.UNDETERMINED, node))
        return Said({"$gte": {met: 1}}, {"$and": [{met: 0}, {doubt: 0}]})

    def _craft(self, what: str, encode: Callable[[Facts, Verdicts], int]) -> str:
        return self.operands.key("craft", what, encode)


def comparisons(expression: Expression) -> int:
    """Count the comparisons of an expression."""
    return sum(map(comparisons, _inside(expression))) if _is_joined(expression) else 1


def slots(expression: Expression) -> int:
    """Count what an expression takes of the places that durable-rules has for the joints of one rule."""
    return 2 + sum(map(slots, _inside(expression))) if _is_joined(expression) else 0


def width(expression: Expression) -> int:
    """Count the alternatives of an expression, each of which durable-rules follows by itself."""
    if "$and" in expression:
        return 1 + sum(width(part) - 1 for part in expression["$and"])
    return sum(map(width, expression["$or"])) if "$or" in expression else 1


def alternatives(expression: Expression, most: int) -> list[Expression]:
    """Divide an expression of many alternatives into several of which one holds where it does."""
    parts = expression.get("$or", ())
    return [_or(parts[start : start + most]) for start in range(0, len(parts), most)] or [expression]


def operands_of(expressions: Iterable[Expression]) -> set[str]:
    """Give the keys of the operands that expressions need."""
    return set(_KEY.findall(json.dumps(list(expressions))))


def at_once(rules: list[Expression]) -> int:
    """Give the most comparisons that may wait at once to be looked at for one fact: as many as hold at the same point.

    durable-rules keeps the comparisons of all rules in one tree, those that begin alike once, and goes through it
    depth first. An equality excludes others of the same operand.
    """
    root: dict[str, Any] = {}
    for rule in rules:
        _grow(root, rule)
    return _waiting(root, {})


def _grow(tree: dict[str, Any], expression: Expression) -> dict[str, Any]:
    """Add an expression below a point of the tree; gives the point that is reached where it holds."""
    for part in expression.get("$and", ()):
        tree = _grow(tree, part)
    if "$or" in expression:
        joint: dict[str, Any] = {}
        for part in expression["$or"]:
            _grow(tree, part)[f"joint {id(joint)}"] = joint
        return joint
    return tree if "$and" in expression else tree.setdefault(str(expression), {})


def _waiting(tree: dict[str, Any], known: dict[int, int]) -> int:
    if id(tree) not in known:
        excluding = {name if name.startswith("{'$") else name.partition(":")[0] for name in tree}
        below = max((_waiting(each, known) for each in tree.values()), default=0)
        known[id(tree)] = len(excluding) + max(below - 1, 0)  # one is taken up, the others wait
    return known[id(tree)]


def _inside(expression: Expression) -> list[Expression]:
    inside: list[Expression] = expression.get("$and") or expression.get("$or") or []
    return inside


def _is_joined(expression: Expression) -> bool:
    return "$and" in expression or "$or" in expression


def _three(key: str) -> Said:
    return Said({key: 1}, {key: 0})


def _and(expressions: list[Expression]) -> Expression:
    return _joined("$and", expressions, NEVER)


def _or(expressions: list[Expression]) -> Expression:
    return _joined("$or", expressions, ALWAYS)


def _joined(operator: str, expressions: list[Expression], decides: Expression) -> Expression:
    """Join, without joints inside of the same kind; what has alternatives comes last, for each goes on by itself."""
    parts = [part for each in expressions for part in each.get(operator, [each])]
    if decides in parts:
        return decides
    parts.sort(key=_is_joined)
    return parts[0] if len(parts) == 1 else {operator: parts}


def _percent_of(key: str, percent: int) -> Expression:
    return {"$mul": {"$l": {"$m": key}, "$r": percent}}

"""Conditions to the rules and whole-number facts of an inference engine that knows only flat facts.

A stratum is one flat fact of one subject; its rules reach verdicts, and the facts after it carry those that their own
rules rest on. How values become numbers is told in :mod:`langnghe.engine.encoding`.
"""

from __future__ import annotations

import itertools
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine import encoding
from langnghe.engine.encoding import Operands
from langnghe.engine.law import conditions as c
from langnghe.engine.network import Constant, references
from langnghe.engine.values import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from langnghe.engine.facts import Facts
    from langnghe.engine.network import Network, Node, Verdicts

_NODES_A_FACT: Final = 29  # two rules a node; the 65th rule that matches one fact would stop all of them
_VERDICTS: Final = {"met": Verdict.MET, "not": Verdict.NOT_MET}
RULE_NAME: Final = 9  # letters of a rule's name: its stratum, the node's number there, and the verdict

Expression = dict[str, Any]

_NEVER: Final[Expression] = {"$lt": {"always": 0}}
_ALWAYS: Final[Expression] = {"always": 1}


class Stratum:
    """The rules that one flat fact of one subject can fire, and how that fact is filled and taken back.

    ``assertion`` takes the evaluation's ``sid`` and the ``numbers``; ``retraction`` takes the ``sid``.
    ``meaning`` tells which verdict a rule that fired reaches; ``unknown`` is what stands where none fires.
    """

    def __init__(self, kind: str, subject: str, nodes: list[Node]) -> None:
        self.kind, self.subject = kind, subject
        self.unknown = {node.id: Verdict.UNDETERMINED for node in nodes}
        self.rules: list[tuple[str, Expression]] = []
        self.meaning: dict[str, tuple[str, Verdict]] = {}
        operands = Operands()
        compiler = _Compiler(operands)
        for number, node in enumerate(nodes):
            met, not_met = compiler.compile(node.condition)
            for word, expression in (("met", met), ("not", not_met)):
                if expression != _NEVER:
                    rule = f"{kind}{number:02}{word}"
                    self.rules.append((rule, expression))
                    self.meaning[rule] = (node.id, _VERDICTS[word])
        # The fact is whole numbers only, so its JSON is one substitution.
        fields = "".join(f',"{key}":%d' for key in operands.settled())
        self.assertion = f'{{"sid":"%s","id":"{kind}","kind":"{kind}","always":1{fields}}}'
        self.retraction = f'{{"sid":"%s","id":"{kind}"}}'
        self.numbers = operands.numbers


def strata(network: Network) -> Iterator[Stratum]:
    """Group nodes by what they rest on, few enough a group that one fact never matches too many rules.

    All that is said of crafts comes first; what is said of the village may ask what became of them.
    """
    numbers = itertools.count()
    for subject in ("craft", "village"):
        stages: dict[str, int] = {}
        for node in network.of(subject):  # lowest level first, so what a node rests on has its stage
            stages[node.id] = 1 + max((stages[ref] for ref in references(node.condition) if ref in stages), default=-1)
        for stage in sorted(set(stages.values())):
            nodes = [node for node in network.of(subject) if stages[node.id] == stage]
            for start in range(0, len(nodes), _NODES_A_FACT):
                yield Stratum(f"s{next(numbers):03}", subject, nodes[start : start + _NODES_A_FACT])


def most_rules_a_fact(network: Network) -> int:
    """Give the largest number of rules that one fact of the network may match."""
    return max((len(stratum.rules) for stratum in strata(network)), default=0)


class _Compiler:
    """Turns a condition into two expressions, one for *met* and one for *not met*, and notes the operands they need."""

    def __init__(self, operands: Operands) -> None:
        self.operands = operands

    def compile(self, condition: Any) -> tuple[Expression, Expression]:  # noqa: ANN401, C901, PLR0911, PLR0912  one case an operator
        match condition:
            case c.All():
                pairs = [self.compile(child) for child in condition.all]
                return _and([met for met, _ in pairs]), _or([not_met for _, not_met in pairs])
            case c.AnyOf():
                pairs = [self.compile(child) for child in condition.any]
                return _or([met for met, _ in pairs]), _and([not_met for _, not_met in pairs])
            case c.Not():
                met, not_met = self.compile(condition.not_)
                return not_met, met
            case c.Criterion():
                return _three(self._verdict(condition.criterion))
            case c.VerdictIs():
                key = self._verdict(condition.verdict.of)
                code = Verdict(condition.verdict.is_).code
                return {key: code}, {"$neq": {key: code}}
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
                return _three(self._value(condition.holds, "", encoding.YES_NO.__getitem__))
            case c.Known():
                return _three(self._value(condition.known, "known", encoding.known))
            case c.Present():
                return _three(self._value(condition.present, "present", encoding.present))
            case c.OneOf():
                return self._one_of(condition.one_of)
            case c.ByTheDay():
                first, last = self._span(condition.by_the_day)
                day = self.operands.key("day", "", None)
                return {"$lte": {last: {"$m": day}}}, {"$gt": {first: {"$m": day}}}
            case c.Before():
                return self._before(condition.before)
            case c.Competent():
                return self._competent(condition.competent), _NEVER
            case c.Attached():
                return _three(self.operands.key("d", condition.attached, condition.attached))
            case c.HoldsTitle():
                return _three(self.operands.key("h", condition.holds_title, condition.holds_title))
            case Constant():
                return (_ALWAYS if condition.verdict is Verdict.MET else _NEVER), _NEVER
            case _:
                msg = f"no such condition: {condition!r}"
                raise TypeError(msg)

    def _verdict(self, node: str) -> str:
        return self.operands.key("v", node, node)

    def _value(self, path: str, what: str, encode: Callable[[Any], int]) -> str:
        return self.operands.key("k", f"{path} {what}", (path, encode))

    def _time(self, path: str, what: str, encode: Callable[[Any, date], int]) -> str:
        return self.operands.key("t", f"{path} {what}", (path, encode))

    def _share(self, share: c.ShareArguments) -> tuple[Expression, Expression]:
        part_low = self._value(share.of, "hundred fewest", encoding.hundred_fewest)
        part_high = self._value(share.of, "hundred most", encoding.hundred_most)
        whole_low = self._value(share.in_, "fewest of a whole", encoding.fewest_of_whole)
        whole_high = self._value(share.in_, "most", encoding.most)
        percent = share.at_least_percent
        return (
            {"$gte": {part_low: _percent_of(whole_high, percent)}},
            {"$lt": {part_high: _percent_of(whole_low, percent)}},
        )

    def _elapsed(self, elapsed: c.ElapsedArguments) -> tuple[Expression, Expression]:
        least = self._time(elapsed.since, "least", encoding.least_steps)
        most = self._time(elapsed.since, "most", encoding.most_steps)
        reached, missed = ("$gt", "$lte") if elapsed.more_than_years is not None else ("$gte", "$lt")
        steps = 2 * elapsed.years
        return {reached: {least: steps}}, {missed: {most: steps}}

    def _one_of(self, one_of: c.OneOfArguments) -> tuple[Expression, Expression]:
        keys = [self._equals(one_of.field, value) for value in one_of.values]
        return _or([{key: 1} for key in keys]), _and([{key: 0} for key in keys])

    def _equals(self, path: str, wanted: str) -> str:
        """Whether a choice is ``wanted``: 1 or 0, -1 where the choice is not known."""
        return self._value(path, f"is {wanted}", lambda value: -1 if value is None else int(value == wanted))

    def _span(self, path: str) -> tuple[str, str]:
        return self._value(path, "first", encoding.first_day), self._value(path, "last", encoding.last_day)

    def _before(self, before: c.BeforeArguments) -> tuple[Expression, Expression]:
        first, last = self._span(before.field)
        limit, known = before.day.toordinal(), {"$gt": {first: -1}}
        match before.taken_as:
            case "earliest":
                return _and([known, {"$lt": {first: limit}}]), {"$gte": {first: limit}}
            case "latest":
                return {"$lt": {last: limit}}, _and([known, {"$gte": {last: limit}}])
            case _:
                return {"$lt": {last: limit}}, {"$gte": {first: limit}}

    def _competent(self, arguments: c.CompetentArguments) -> Expression:
        first, last = self._span(arguments.on)
        spans = []
        for period in arguments.periods:
            acted = self._equals(arguments.authority, period.authority)
            bounds: list[Expression] = [{acted: 1}, {"$gt": {first: -1}}]
            if period.from_:
                bounds.append({"$gte": {first: period.from_.toordinal()}})
            if period.to:
                bounds.append({"$lte": {last: period.to.toordinal()}})
            spans.append(_and(bounds))
        return _or(spans)

    def _some_craft(self, node: str) -> tuple[Expression, Expression]:
        met = self._craft(f"{node} met", partial(encoding.crafts_with, Verdict.MET, node))
        doubt = self._craft(f"{node} open", partial(encoding.crafts_with, Verdict.UNDETERMINED, node))
        return {"$gte": {met: 1}}, {"$and": [{met: 0}, {doubt: 0}]}

    def _craft(self, what: str, encode: Callable[[Facts, Verdicts], int]) -> str:
        return self.operands.key("c", what, encode)


def _three(key: str) -> tuple[Expression, Expression]:
    return {key: 1}, {key: 0}


def _and(expressions: list[Expression]) -> Expression:
    parts = [expression for expression in expressions if expression != _ALWAYS]
    if _NEVER in parts:
        return _NEVER
    if not parts:
        return _ALWAYS
    return parts[0] if len(parts) == 1 else {"$and": parts}


def _or(expressions: list[Expression]) -> Expression:
    parts = [expression for expression in expressions if expression != _NEVER]
    if _ALWAYS in parts:
        return _ALWAYS
    if not parts:
        return _NEVER
    return parts[0] if len(parts) == 1 else {"$or": parts}


def _percent_of(key: str, percent: int) -> Expression:
    return {"$mul": {"$l": {"$m": key}, "$r": percent}}

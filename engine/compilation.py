"""Conditions to the rules and whole-number facts of an inference engine that knows only flat facts.

A stratum is one flat fact of one subject at one level. Every operand is a whole number and never missing: an unknown is
a number too.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.dates import half_steps
from langnghe.engine.law import conditions as c
from langnghe.engine.network import Constant
from langnghe.engine.values import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from langnghe.engine.dates import DateSpan
    from langnghe.engine.facts import Facts, Values
    from langnghe.engine.network import Network, Node, Verdicts
    from langnghe.engine.values import Count

# Beyond any count (at most 999,999,999) and any day: what an open bound becomes, so that no operand is ever missing.
_UNBOUNDED: Final = 10**12
_NODES_A_FACT: Final = 29  # two rules a node; the 65th rule that matches one fact would stop all of them
_CODES: Final = {Verdict.MET: 1, Verdict.NOT_MET: 0, Verdict.UNDETERMINED: -1}
_VERDICTS: Final = {"met": Verdict.MET, "not": Verdict.NOT_MET}

Expression = dict[str, Any]

_NEVER: Final[Expression] = {"$lt": {"always": 0}}
_ALWAYS: Final[Expression] = {"always": 1}


class Stratum:
    """The rules that one flat fact of one subject at one level can fire, and how that fact is filled."""

    def __init__(self, kind: str, subject: str, nodes: list[Node]) -> None:
        self.kind, self.subject = kind, subject
        self.nodes = [node.id for node in nodes]
        self.operands: dict[str, Callable[[Values, Facts], int]] = {}
        self.gathered: dict[str, Callable[[Facts, Verdicts, dict[str, Verdict]], int]] = {}
        self.rules: list[tuple[str, Expression]] = []
        self.meaning: dict[str, tuple[str, Verdict]] = {}
        for number, node in enumerate(nodes):
            met, not_met = _Compiler(self).compile(node.condition)
            for word, expression in (("met", met), ("not", not_met)):
                if expression != _NEVER:
                    rule = f"{kind}_{number}_{word}"
                    self.rules.append((rule, expression))
                    self.meaning[rule] = (node.id, _VERDICTS[word])
        # The fact is whole numbers only, so its JSON is one substitution; building it anew cost a third of a call.
        keys = [*self.operands, *self.gathered]
        self.template = (
            f'{{"sid":"%s","id":"{kind}_%d","kind":"{kind}","always":1' + "".join(f',"{key}":%d' for key in keys) + "}"
        )
        self.measures, self.gathers = tuple(self.operands.values()), tuple(self.gathered.values())


def strata(network: Network) -> Iterator[Stratum]:
    """Group nodes by level and subject, few enough a group that one fact never matches too many rules."""
    for (level, subject), group in itertools.groupby(network.nodes, key=lambda node: (node.level, node.subject)):
        nodes = list(group)
        for start in range(0, len(nodes), _NODES_A_FACT):
            yield Stratum(f"{subject}_{level}_{start}", subject, nodes[start : start + _NODES_A_FACT])


def most_rules_a_fact(network: Network) -> int:
    """Give the largest number of rules that one fact of the network may match."""
    return max((len(stratum.rules) for stratum in strata(network)), default=0)


class _Compiler:
    """Turns a condition into two expressions, one for *met* and one for *not met*, and notes the operands they need."""

    def __init__(self, stratum: Stratum) -> None:
        self.stratum = stratum

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
                key, code = self._verdict(condition.verdict.of), _CODES[Verdict(condition.verdict.is_)]
                return {key: code}, {"$neq": {key: code}}
            case c.SomeCraft():
                return self._some_craft(condition.some_craft)
            case c.TheCraft():
                return _three(self._the_craft(condition.the_craft))
            case c.Share():
                return self._share(condition.share)
            case c.Elapsed():
                return self._elapsed(condition.elapsed)
            case c.Holds():
                return _three(self._operand(condition.holds, _yes_no))
            case c.Known():
                return _three(self._operand(condition.known, lambda value: int(value is not None), "known"))
            case c.Present():
                return _three(self._operand(condition.present, _present, "present"))
            case c.OneOf():
                return self._one_of(condition.one_of)
            case c.ByTheDay():
                first, last = self._span(condition.by_the_day)
                day = self._day()
                return {"$lte": {last: {"$m": day}}}, {"$gt": {first: {"$m": day}}}
            case c.Before():
                first, last = self._span(condition.before.field)
                limit = condition.before.day.toordinal()
                return {"$lt": {last: limit}}, {"$gte": {first: limit}}
            case c.Competent():
                return self._competent(condition.competent), _NEVER
            case c.Attached():
                return _three(self._member("document", condition.attached, lambda facts: facts.documents))
            case c.HoldsTitle():
                return _three(self._member("title", condition.holds_title, lambda facts: facts.titles))
            case Constant():
                return (_ALWAYS if condition.verdict is Verdict.MET else _NEVER), _NEVER
            case _:
                msg = f"no such condition: {condition!r}"
                raise TypeError(msg)

    def _operand(self, path: str, encode: Callable[[Any], int], suffix: str = "") -> str:
        key = "_".join(part for part in (_token(path), suffix) if part)
        self.stratum.operands[key] = lambda values, _: encode(values[path])
        return key

    def _day(self) -> str:
        self.stratum.operands["day"] = lambda _, facts: facts.day.toordinal()
        return "day"

    def _verdict(self, node: str) -> str:
        key = f"v_{_token(node)}"
        self.stratum.gathered[key] = lambda _facts, _verdicts, reached: _CODES[reached[node]]
        return key

    def _member(self, what: str, name: str, members: Callable[[Facts], frozenset[str]]) -> str:
        key = f"{what}_{name}"
        self.stratum.operands[key] = lambda _, facts: int(name in members(facts))
        return key

    def _share(self, share: c.ShareArguments) -> tuple[Expression, Expression]:
        part_low = self._operand(share.of, lambda count: 100 * count.low if count else 0, "low_hundredfold")
        part_high = self._operand(share.of, lambda count: 100 * _high(count), "high_hundredfold")
        whole_low = self._operand(share.in_, lambda count: max(count.low, 1) if count else 1, "low")
        whole_high = self._operand(share.in_, _high, "high")
        return (
            {"$gte": {part_low: _times(whole_high, share.at_least_percent)}},
            {"$lt": {part_high: _times(whole_low, share.at_least_percent)}},
        )

    def _elapsed(self, elapsed: c.ElapsedArguments) -> tuple[Expression, Expression]:
        path, key = elapsed.since, _token(elapsed.since)
        self.stratum.operands[f"{key}_least"] = lambda values, facts: _least_steps(values[path], facts.day)
        self.stratum.operands[f"{key}_most"] = lambda values, facts: _most_steps(values[path], facts.day)
        reached, missed = ("$gt", "$lte") if elapsed.more_than_years is not None else ("$gte", "$lt")
        steps = 2 * elapsed.years
        return {reached: {f"{key}_least": steps}}, {missed: {f"{key}_most": steps}}

    def _one_of(self, one_of: c.OneOfArguments) -> tuple[Expression, Expression]:
        keys = [self._equals(one_of.field, value) for value in one_of.values]
        return _or([{key: 1} for key in keys]), _and([{key: 0} for key in keys])

    def _equals(self, path: str, wanted: str) -> str:
        """Whether a choice is ``wanted``: 1 or 0, -1 where the choice is not known."""
        return self._operand(path, lambda value: -1 if value is None else int(value == wanted), f"is_{_token(wanted)}")

    def _span(self, path: str) -> tuple[str, str]:
        return self._operand(path, _first_day, "first"), self._operand(path, _last_day, "last")

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
        key = f"crafts_{_token(node)}"
        gathered = self.stratum.gathered
        gathered[f"{key}_met"] = lambda _facts, verdicts, _reached: _number(verdicts, node, Verdict.MET)
        gathered[f"{key}_open"] = lambda facts, verdicts, _reached: (
            1 if facts.crafts is None else _number(verdicts, node, Verdict.UNDETERMINED)
        )
        return {"$gte": {f"{key}_met": 1}}, {"$and": [{f"{key}_met": 0}, {f"{key}_open": 0}]}

    def _the_craft(self, node: str) -> str:
        key = f"the_craft_{_token(node)}"
        self.stratum.gathered[key] = lambda facts, verdicts, _reached: (
            (0 if facts.crafts == () else -1)
            if facts.the_craft is None
            else _CODES[verdicts.crafts[facts.the_craft][node]]
        )
        return key


def _token(name: str) -> str:
    return "".join(character if character.isascii() and character.isalnum() else "_" for character in name)


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


def _times(key: str, factor: int) -> Expression:
    return {"$mul": {"$l": {"$m": key}, "$r": factor}}


def _high(count: Count | None) -> int:
    return _UNBOUNDED if count is None or count.high is None else count.high


def _yes_no(holds: bool | None) -> int:  # noqa: FBT001  a truth value is what it encodes
    return -1 if holds is None else int(holds)


def _present(listed: tuple[Any, ...] | None) -> int:
    return -1 if listed is None else int(len(listed) > 0)


def _first_day(span: DateSpan | None) -> int:
    """The first possible day; 0 where any early day is possible, -1 where nothing is known."""
    if span is None:
        return -1
    return span.first.toordinal() if span.first else 0


def _last_day(span: DateSpan | None) -> int:
    return span.last.toordinal() if span and span.last else _UNBOUNDED


def _least_steps(span: DateSpan | None, day: date) -> int:
    """The shortest time that can have passed, in half steps; -1 where it may not have begun."""
    return half_steps(span.last, day) if span and span.last else -1


def _most_steps(span: DateSpan | None, day: date) -> int:
    return half_steps(span.first, day) if span and span.first else _UNBOUNDED


def _number(verdicts: Verdicts, node: str, verdict: Verdict) -> int:
    return sum(craft[node] is verdict for craft in verdicts.crafts)

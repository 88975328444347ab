"""A network to the rules and whole-number facts of an inference engine that knows only flat facts.

A stratum is one flat fact of one subject; its rules reach verdicts, and the facts after it carry those that their own
rules rest on. To assert a fact costs more than to look at a few conditions again, so strata are few: a node is written
out by what it rests on as long as its rules stay small, and one that only asks how another came out is said along.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from langnghe.engine.encoding import Operands
from langnghe.engine.expressions import (
    ALWAYS,
    NEVER,
    Compiler,
    Expression,
    alternatives,
    at_once,
    comparisons,
    operands_of,
    slots,
    width,
)
from langnghe.engine.law import conditions as c
from langnghe.engine.law.anatomy import children, walk
from langnghe.engine.network import Constant, references
from langnghe.engine.values import Verdict, all_of, any_of, negation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from langnghe.engine.law.rules import Subject
    from langnghe.engine.network import Network, Node

Reached = dict[str, Verdict]

MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED

_AT_ONCE: Final = 56  # alternatives in the rules about one fact: where 65 wait at once, durable-rules refuses the fact
_ALTERNATIVES: Final = 24  # of one rule; further ones are rules about a fact of their own
_COMPARISONS: Final = 24  # of a rule that says again what others say; beyond it, a fact more costs less
_SLOTS: Final = 30  # of a rule that says again what others say; durable-rules takes no 32
RULE_NAME: Final = 3  # letters of a rule's name: its number in the stratum


class Rule(NamedTuple):
    """Where the expression holds of a fact, these verdicts are reached."""

    expression: Expression
    says: Reached


class Stratum:
    """The rules that one flat fact of one subject can fire, and how that fact is filled and taken back.

    ``assertion`` takes the evaluation's ``sid`` and the ``numbers``; ``retraction`` takes the ``sid``.
    ``meaning`` tells which verdicts a rule that fired reaches.
    """

    def __init__(self, subject: str, rules: list[Rule], operands: Operands) -> None:
        self.subject = subject
        names = [f"{number:0{RULE_NAME}}" for number in range(len(rules))]
        self.rules = {name: rule.expression for name, rule in zip(names, rules, strict=True)}
        self.meaning = {name: rule.says for name, rule in zip(names, rules, strict=True)}
        keys, self.numbers = operands.read(operands_of(self.rules.values()))
        # The fact is whole numbers only, so its JSON is one substitution.
        fields = "".join(f',"{key}":%d' for key in keys)
        self.assertion = f'{{"sid":"%s","id":"f"{fields}}}'
        self.retraction = '{"sid":"%s","id":"f"}'


class Compiled:
    """A network as strata, in the order in which their facts are asserted.

    All that is said of crafts comes first; what is said of the village may ask what became of them. ``presumed`` is
    what stands of each subject until a rule fires.
    """

    def __init__(self, network: Network) -> None:
        self.strata: list[Stratum] = []
        self.presumed: dict[str, Reached] = {}
        for subject in ("craft", "village"):
            plan = _Plan(network.of(subject))
            self.presumed[subject] = {}
            for stage in plan.stages:
                parcels = [parcel for node in stage.leading for parcel in self._said(subject, node, stage, plan)]
                self.strata += [Stratum(subject, rules, stage.compiler.operands) for rules in _grouped(parcels)]

    def _said(self, subject: Subject, node: Node, stage: _Stage, plan: _Plan) -> Iterator[list[Rule]]:
        """Presume the verdict on a node that no rule has to say, and give the rules that say the others."""
        met, not_met = stage.compiler.said(node.id)
        otherwise = NOT_MET if not_met == ALWAYS or plan.is_two_valued(node.id) else UNDETERMINED
        self.presumed[subject] |= plan.said_along(node, MET if met == ALWAYS else otherwise)
        spoken = {MET: met} if otherwise is NOT_MET else {MET: met, NOT_MET: not_met}
        return _parcels((expression, plan.said_along(node, verdict)) for verdict, expression in spoken.items())


def _parcels(spoken: Iterable[tuple[Expression, Reached]]) -> Iterator[list[Rule]]:
    """Make the rules of one node; where it has very many alternatives, the rest goes into facts of its own."""
    divided = [
        [Rule(part, says) for part in alternatives(expression, _ALTERNATIVES)]
        for expression, says in spoken
        if expression not in (ALWAYS, NEVER)
    ]
    for parcel in zip_longest(*divided):
        yield [rule for rule in parcel if rule]


def _grouped(parcels: list[list[Rule]]) -> Iterator[list[Rule]]:
    """Put parcels of rules together, few enough that one fact never lets too many alternatives wait."""
    group: list[Rule] = []
    wide = 0
    for parcel in parcels:
        more = max(width(rule.expression) for rule in parcel)  # a node is met or not met, so only one of them counts
        if group and wide + more > _AT_ONCE:
            yield group
            group, wide = [], 0
        group += parcel
        wide += more
    if group:
        yield group


class _Stage:
    """The nodes of one stage by id, and of them those that have rules: the others are said along with one of them."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.leading: list[Node] = []
        self.compiler = Compiler(Operands(), self.nodes)


class _Plan:
    """In which stage each node of one subject is said, and which are said along with another.

    Within a stage a node is written out by what it rests on; of an earlier stage it takes the verdicts.
    """

    def __init__(self, nodes: tuple[Node, ...]) -> None:
        self.stages: list[_Stage] = []
        self._nodes = {node.id: node for node in nodes}
        self._stage: dict[str, int] = {}
        self._leader: dict[str, str] = {}
        self._following: dict[str, list[Node]] = {}
        for node in nodes:  # lowest level first, so what a node rests on has its stage
            self._place(node)

    def _place(self, node: Node) -> None:
        below = [self._stage[ref] for ref in references(node.condition) if ref in self._stage]
        number = max(below, default=0)
        leader = self._leader_of(node)
        if not leader and below and (self._asks_how(node, number) or self._too_large(node, number)):
            number += 1
        if number == len(self.stages):
            self.stages.append(_Stage())
        self.stages[number].nodes[node.id] = node
        self._stage[node.id] = number
        if leader:
            self._leader[node.id] = leader
            self._following.setdefault(leader, []).append(node)
        else:
            self.stages[number].leading.append(node)

    def _leader_of(self, node: Node) -> str | None:
        """The one node that every condition of this one asks about."""
        asked = set(references(node.condition))
        atoms = [part for part in walk(node.condition) if not children(part)]
        if len(asked) != 1 or not all(isinstance(atom, c.Criterion | c.VerdictIs) for atom in atoms):
            return None
        leader = asked.pop()
        return self._leader.get(leader, leader)

    def _asks_how(self, node: Node, stage: int) -> bool:
        """Whether it asks how a node of that stage came out, itself or by another, and no one rule can tell."""
        asked = [part.verdict.of for part in walk(node.condition) if isinstance(part, c.VerdictIs)]
        open_ones = [of for of in asked if not self.is_two_valued(of)]
        along = [ref for ref in references(node.condition) if ref in self._leader]
        return any(self._stage[each] == stage for each in open_ones + along)

    def _too_large(self, node: Node, stage: int) -> bool:
        said = self.stages[stage].compiler.compile(node.condition)
        return any(comparisons(each) > _COMPARISONS or slots(each) > _SLOTS for each in said)

    def is_two_valued(self, node: str) -> bool:
        """Tell whether a node can never be undetermined, whatever is known: then one rule says it."""
        return is_two_valued(self._nodes[node].condition, self._nodes)

    def said_along(self, node: Node, verdict: Verdict) -> Reached:
        """Give the verdict on a node, and those on the nodes that only ask how it came out."""
        said = {node.id: verdict}
        for each in self._following.get(node.id, ()):
            said[each.id] = _following(each.condition, said)
        return said


def _following(condition: Any, said: Reached) -> Verdict:  # noqa: ANN401  any condition
    match condition:
        case c.All():
            return all_of([_following(each, said) for each in condition.all])
        case c.AnyOf():
            return any_of([_following(each, said) for each in condition.any])
        case c.Not():
            return negation(_following(condition.not_, said))
        case c.VerdictIs():
            return MET if said[condition.verdict.of] is Verdict(condition.verdict.is_) else NOT_MET
        case _:
            return said[condition.criterion]


def is_two_valued(condition: Any, nodes: Mapping[str, Node]) -> bool:  # noqa: ANN401  any condition
    """Tell whether a condition can never be undetermined, whatever is known.

    Takes a condition, and by id the nodes that it may rest on.
    """
    match condition:
        case c.All() | c.AnyOf() | c.Not():
            return all(is_two_valued(each, nodes) for each in children(condition))
        case c.Criterion():
            return is_two_valued(nodes[condition.criterion].condition, nodes)
        case Constant():
            return condition.verdict is not UNDETERMINED
        case _:
            return isinstance(condition, c.Attached | c.HoldsTitle | c.Known | c.VerdictIs)


def most_rules_a_fact(network: Network) -> int:
    """Give the largest number of rules, or alternatives in them, that can wait at once for one fact of the network."""
    return max((at_once(list(stratum.rules.values())) for stratum in Compiled(network).strata), default=0)

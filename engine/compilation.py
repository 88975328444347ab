"""A network to the rules and whole-number facts of an inference engine that knows only flat facts.

A stratum is one flat fact of one subject; its rules reach verdicts, and the facts after it carry those that their own
rules rest on. To assert a fact costs more than to look at a few conditions again, so strata are few: a node is written
out by what it rests on as long as its rules stay small, and one that only asks how another came out is said along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.encoding import Operands
from langnghe.engine.expressions import ALWAYS, NEVER, Compiler, Expression, at_once, comparisons, slots, width
from langnghe.engine.law import conditions as c
from langnghe.engine.law.anatomy import children, walk
from langnghe.engine.network import Constant, Node, references
from langnghe.engine.values import Verdict, all_of, any_of, negation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.network import Network

Reached = dict[str, Verdict]

MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED

_WIDTH: Final = 56  # of the rules about one fact: a 65th condition to look at at once would stop all of them
_COMPARISONS: Final = 24  # of a rule that says again what others say; beyond it, a fact more costs less
_SLOTS: Final = 30  # of a rule that says again what others say; durable-rules takes no 32
_CONSTANTS: Final = [ALWAYS, NEVER]
RULE_NAME: Final = 3  # letters of a rule's name: its number in the stratum


class Stratum:
    """The rules that one flat fact of one subject can fire, and how that fact is filled and taken back.

    ``assertion`` takes the evaluation's ``sid`` and the ``numbers``; ``retraction`` takes the ``sid``.
    ``meaning`` tells which verdicts a rule that fired reaches; ``presumed`` is what stands where none fires.
    """

    def __init__(self, subject: str, nodes: list[Node], plan: _Plan) -> None:
        self.subject = subject
        self.presumed: Reached = {}
        self.rules: list[tuple[str, Expression]] = []
        self.meaning: dict[str, Reached] = {}
        operands = Operands()
        compiler = Compiler(operands, plan.written_with(nodes[0]))
        for node in nodes:
            met, not_met = compiler.said(node.id)
            presumed = NOT_MET if not_met == ALWAYS or is_two_valued(node, plan.nodes) else UNDETERMINED
            self.presumed |= plan.said_along(node, MET if met == ALWAYS else presumed)
            for verdict, expression in ((MET, met), (NOT_MET, not_met)):
                if verdict is not presumed and expression not in _CONSTANTS:
                    rule = f"{len(self.rules):0{RULE_NAME}}"
                    self.rules.append((rule, expression))
                    self.meaning[rule] = plan.said_along(node, verdict)
        # The fact is whole numbers only, so its JSON is one substitution.
        fields = "".join(f',"{key}":%d' for key in operands.settled())
        self.assertion = f'{{"sid":"%s","id":"f"{fields}}}'
        self.retraction = '{"sid":"%s","id":"f"}'
        self.numbers = operands.numbers


class _Plan:
    """In which stage each node of one subject is said, and which are said along with another."""

    def __init__(self, nodes: tuple[Node, ...]) -> None:
        self.nodes = {node.id: node for node in nodes}
        self.stages: list[list[Node]] = []  # of each, the nodes that have rules
        self._written: list[dict[str, Node]] = []
        self._trials: list[Compiler] = []
        self._stage: dict[str, int] = {}
        self._leader: dict[str, str] = {}
        self._following: dict[str, list[Node]] = {}
        for node in nodes:  # lowest level first, so what a node rests on has its stage
            self._place(node)

    def _place(self, node: Node) -> None:
        below = [self._stage[ref] for ref in references(node.condition) if ref in self._stage]
        stage = max(below, default=0)
        if leader := self._leader_of(node):
            self._leader[node.id] = leader
            self._following.setdefault(leader, []).append(node)
        elif below and (self._asks_verdicts(node, stage) or self._too_large(node, stage)):
            stage += 1
        self._write(node, stage)
        if not leader:
            self.stages[stage].append(node)
        self._stage[node.id] = stage

    def _leader_of(self, node: Node) -> str | None:
        """The one node that all conditions of this one ask about."""
        asked = set(references(node.condition))
        atoms = [part for part in walk(node.condition) if not children(part)]
        if len(asked) != 1 or not all(isinstance(atom, c.Criterion | c.VerdictIs) for atom in atoms):
            return None
        leader = asked.pop()
        return self._leader.get(leader, leader)

    def _asks_verdicts(self, node: Node, stage: int) -> bool:
        """Whether it asks for the verdict on a node of that stage of which no one rule can tell it."""
        asked = [part.verdict.of for part in walk(node.condition) if isinstance(part, c.VerdictIs)]
        return any(not is_two_valued(self.nodes[of], self.nodes) for of in asked if self._stage[of] == stage)

    def _too_large(self, node: Node, stage: int) -> bool:
        trial = Compiler(Operands(), self._written[stage]).compile(node.condition)
        return any(comparisons(each) > _COMPARISONS or slots(each) > _SLOTS for each in trial)

    def _write(self, node: Node, stage: int) -> None:
        while len(self.stages) <= stage:
            self.stages.append([])
            self._written.append({})
        self._written[stage][node.id] = node

    def written_with(self, node: Node) -> dict[str, Node]:
        """Give the nodes of the same stage as a node: their verdicts are not there yet when it is said."""
        return self._written[self._stage[node.id]]

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


def is_two_valued(condition: Any, nodes: dict[str, Node]) -> bool:  # noqa: ANN401  any condition
    """Tell whether a condition can never be undetermined, whatever is known: then one rule says it.

    Takes a condition or a node, and the nodes by id that it may rest on.
    """
    match condition:
        case Node():
            return is_two_valued(condition.condition, nodes)
        case c.All() | c.AnyOf() | c.Not():
            return all(is_two_valued(each, nodes) for each in children(condition))
        case c.Criterion():
            return is_two_valued(nodes[condition.criterion], nodes)
        case Constant():
            return condition.verdict is not UNDETERMINED
        case _:
            return isinstance(condition, c.Attached | c.HoldsTitle | c.Known | c.VerdictIs)


def strata(network: Network) -> Iterator[Stratum]:
    """Group nodes by what they rest on, few enough a group that one fact never matches too many rules.

    All that is said of crafts comes first; what is said of the village may ask what became of them.
    """
    for subject in ("craft", "village"):
        plan = _Plan(network.of(subject))
        for nodes in plan.stages:
            for group in _groups(nodes, plan):
                yield Stratum(subject, group, plan)


def _groups(nodes: list[Node], plan: _Plan) -> Iterator[list[Node]]:
    compiler = Compiler(Operands(), plan.written_with(nodes[0]))
    group: list[Node] = []
    wide = 0
    for node in nodes:
        more = max(map(width, compiler.said(node.id)))
        if group and wide + more > _WIDTH:
            yield group
            group, wide = [], 0
        group.append(node)
        wide += more
    yield group


def most_rules_a_fact(network: Network) -> int:
    """Give the largest number of rules that durable-rules may have to look at at once for one fact of the network."""
    return max((at_once([expression for _, expression in stratum.rules]) for stratum in strata(network)), default=0)

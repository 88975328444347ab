"""Which rules a question needs, in the order in which their verdicts follow from one another.

Facts, criteria, titles, what follows: each node stands one level above the nodes it rests on. Both evaluators
work through the same network, each in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from langnghe.engine.law.anatomy import children, fields_of, walk
from langnghe.engine.law.conditions import (
    All,
    AnyOf,
    Attached,
    Criterion,
    EveryInForce,
    Not,
    SomeCraft,
    TheCraft,
    VerdictIs,
    VerdictIsArguments,
)
from langnghe.engine.values import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from langnghe.engine.law.rulebook import LawOnDay
    from langnghe.engine.law.rules import Subject


@dataclass(frozen=True, slots=True)
class Constant:
    """A condition that no fact decides: ``met`` where nothing is asked, ``undetermined`` where no rule is encoded."""

    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Node:
    """One verdict to reach: its id, whose it is, the condition, and its level above the facts.

    ``parts`` are the condition and every condition inside it, ``fields`` the paths of the values that they read.
    """

    id: str
    subject: Subject
    condition: Any
    level: int = 0
    parts: tuple[Any, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The nodes of one question, lowest level first, and by their id."""

    nodes: tuple[Node, ...]
    by_id: Mapping[str, Node] = field(init=False)

    def __post_init__(self) -> None:
        """Make the nodes ready to be found."""
        object.__setattr__(self, "by_id", {node.id: node for node in self.nodes})

    def of(self, subject: Subject) -> tuple[Node, ...]:
        """Give the nodes of one kind of subject."""
        return tuple(node for node in self.nodes if node.subject == subject)


@dataclass(slots=True)  # never changed once reached, but not frozen, which takes longer to make
class Verdicts:
    """The verdict of every node: the village's by id, and each craft's by id."""

    village: dict[str, Verdict]
    crafts: tuple[dict[str, Verdict], ...]

    def of(self, subject: int | None) -> dict[str, Verdict]:
        """Give the verdicts of the village (``None``) or of the craft with that index."""
        return self.village if subject is None else self.crafts[subject]


def assessment_network(law: LawOnDay, title: str) -> Network:
    """Give the network that decides whether a village may hold ``title`` (xét công nhận)."""
    nodes = _document_nodes(law, title) + _table_nodes(law, "recommendation", law.recommendations, title)
    return _network(law, [title], nodes)


def review_network(law: LawOnDay, title: str) -> Network:
    """Give the network that decides what to do about a ``title`` held (rà soát)."""
    nodes = _table_nodes(law, "review", law.review_outcomes, title)
    nodes += [
        Node(f"note.{note.code}", "village", _about(law, note.when, title))
        for note in law.review_notes
        if note.title in {None, title}
    ]
    return _network(law, [title], nodes)


def _network(law: LawOnDay, goals: Iterable[str], extra: list[Node]) -> Network:
    nodes: dict[str, Node] = {node.id: node for node in extra}
    wanted = [*goals, *(ref for node in extra for ref in references(node.condition))]
    while wanted:
        name = wanted.pop()
        if name not in nodes:
            rule = law.rules[name]
            nodes[name] = Node(name, rule.subject, _resolved(law, rule.requires))
            wanted += references(nodes[name].condition)
    levels: dict[str, int] = {}
    placed = [
        Node(
            *(each.id, each.subject, each.condition, _level(nodes, each.id, levels)),
            *(tuple(walk(each.condition)), fields_of(each.condition)),
        )
        for each in nodes.values()
    ]
    return Network(tuple(sorted(placed, key=lambda node: (node.level, node.subject, node.id))))


def _level(nodes: Mapping[str, Node], name: str, levels: dict[str, int]) -> int:
    """The rulebook is checked to have no circle, so this ends."""
    if name not in levels:
        below = [_level(nodes, ref, levels) for ref in references(nodes[name].condition)]
        levels[name] = 1 + max(below, default=-1)
    return levels[name]


def references(condition: Any) -> list[str]:  # noqa: ANN401  any condition
    """Give the ids of the rules that a condition rests on."""
    match condition:
        case Criterion():
            return [condition.criterion]
        case SomeCraft():
            return [condition.some_craft]
        case TheCraft():
            return [condition.the_craft]
        case VerdictIs():
            return [condition.verdict.of]
        case _:
            return [ref for child in children(condition) for ref in references(child)]


def _resolved(law: LawOnDay, condition: Any) -> Any:  # noqa: ANN401  any condition
    """Put the rules in force in the place of a group's name."""
    match condition:
        case EveryInForce():
            members = law.groups.get(condition.every_in_force, ())
            if not members:
                return Constant(Verdict.UNDETERMINED)
            return All(all=tuple(Criterion(criterion=member) for member in members))
        case All():
            return _all([_resolved(law, child) for child in condition.all])
        case AnyOf():
            return _any([_resolved(law, child) for child in condition.any])
        case Not():
            return _negated(_resolved(law, condition.not_))
        case _:
            return condition


def _about(law: LawOnDay, condition: Any, title: str) -> Any:  # noqa: ANN401  any condition
    """Put the title asked in the place of the word ``title``."""
    match condition:
        case VerdictIs() if condition.verdict.of == "title":
            return VerdictIs(verdict=VerdictIsArguments.model_validate({"of": title, "is": condition.verdict.is_}))
        case All():
            return _all([_about(law, child, title) for child in condition.all])
        case AnyOf():
            return _any([_about(law, child, title) for child in condition.any])
        case Not():
            return _negated(_about(law, condition.not_, title))
        case _:
            return _resolved(law, condition)


def _document_nodes(law: LawOnDay, title: str) -> list[Node]:
    """Papers asked for, the paths that may apply, and whether the dossier is complete (hồ sơ đầy đủ)."""
    sets = {each for path in law.paths_of(title) for each in path.sets}
    nodes = [
        Node(requirement.id, "village", _either([Attached(attached=kind) for kind in requirement.any_of]))
        for requirement in law.documents
        if requirement.set in sets
    ]
    complete = []
    earlier: list[Any] = []
    for number, path in enumerate(law.paths_of(title)):
        applies = path_id(number)
        nodes.append(Node(applies, "village", Constant(Verdict.MET) if path.when is None else path.when))
        needed = [Criterion(criterion=each.id) for each in law.documents if each.set in path.sets and not each.optional]
        complete.append(_all([*earlier, Criterion(criterion=applies), *needed]))
        earlier.append(_not_met(applies))
    nodes.append(Node("documents", "village", _either(complete)))
    return nodes


def _table_nodes(law: LawOnDay, table: str, rows: Iterable[Any], title: str) -> list[Node]:
    """Rows of a decision table, each by itself; of those that are met the first counts."""
    return [Node(f"{table}.{row.id}", "village", _about(law, row.when, title)) for row in rows]


def _either(conditions: list[Any]) -> Any:  # noqa: ANN401  any condition
    return conditions[0] if len(conditions) == 1 else _any(conditions)


def path_id(number: int) -> str:
    """Give the id of the node that tells whether the title's document path of that number fits; the first counts."""
    return f"path.{number}"


def _not_met(name: str) -> Not:
    """An earlier path did not come out met: known either way, so that a later one is never lost in doubt."""
    return _negated(VerdictIs(verdict=VerdictIsArguments.model_validate({"of": name, "is": "met"})))


# Put together of conditions that are valid, and of constants, which no rule file can hold.


def _all(conditions: list[Any]) -> All:
    return All.model_construct(all=tuple(conditions))


def _any(conditions: list[Any]) -> AnyOf:
    return AnyOf.model_construct(any=tuple(conditions))


def _negated(condition: Any) -> Not:  # noqa: ANN401  any condition
    return Not.model_construct(not_=condition)

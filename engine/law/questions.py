"""Can every question be put together from a rulebook, on every day, and does every rule come into one?

A title's question is the network of rules that it rests on, which a rulebook that loads may still have holes in.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias

from langnghe.engine.law.rulecheck import BUILT_IN, Place
from langnghe.engine.law.rules import Rule
from langnghe.engine.network import assessment_network, references, review_network

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.law.instruments import Encoded
    from langnghe.engine.law.rulebook import LawOnDay, Rulebook
    from langnghe.engine.network import Network
    from langnghe.engine.problems import Problem

MOST_RULES_A_FACT: Final = 60  # durable-rules fires none of 65 rules that match one fact; this leaves a margin

# Everything encoded, with the part of the file where it stands.
Placed: TypeAlias = "list[tuple[Place, Encoded]]"


def absent(rulebook: Rulebook, placed: Placed) -> Iterator[Problem]:
    """What a rule asks for must be law on every day on which the rule is."""
    places = {id(each): place for place, each in placed}
    told: set[tuple[int, str]] = set()
    for day in _days(rulebook):
        law = rulebook.law_on(day)
        for rule in law.rules.values():
            for name in references(rule.requires):
                if name not in law.rules and name not in BUILT_IN and (id(rule), name) not in told:
                    told.add((id(rule), name))
                    yield places[id(rule)].problem("rule_absent", "requires", got=rule.id, name=name, day=day)


def without(rulebook: Rulebook, placed: Placed) -> Iterator[Problem]:
    """A title needs papers, a time limit, and something to recommend, both when it is proposed and when reviewed."""
    from langnghe.engine.deadlines import DECISION  # deferred: it needs the models of rules

    told: set[tuple[str, str]] = set()
    for day in _days(rulebook):
        law = rulebook.law_on(day)
        limits = tuple(limit for limit in law.time_limits if limit.id == DECISION)
        tables = {
            "recommendations": law.recommendations,
            "review_outcomes": law.review_outcomes,
            f"time_limits (id: {DECISION})": limits,
        }
        for title in law.titles:
            for part, rows in {"document_paths": law.paths_of(title), **tables}.items():
                if not rows and (title, part) not in told:
                    told.add((title, part))
                    yield _place_of(law.rules[title], placed).problem("title_without", got=title, part=part, day=day)


def _place_of(rule: Rule, placed: Placed) -> Place:
    return next(place for place, each in placed if each is rule)


def unreached(rulebook: Rulebook, placed: Placed) -> Iterator[Problem]:
    """A rule that no title's question comes to, on any day, decides nothing."""
    reached: set[int] = set()
    for law in _laws(rulebook):
        for _, network in _networks(law):
            reached |= {id(law.rules[node.id]) for node in network.nodes if node.id in law.rules}
    for place, each in placed:
        if isinstance(each, Rule) and id(each) not in reached:
            yield place.problem("rule_unreached", "id", got=each.id)


def crowded(rulebook: Rulebook, placed: Placed) -> Iterator[Problem]:
    """More rules than durable-rules can match with one fact would fire none of them."""
    from langnghe.engine.compilation import most_rules_a_fact

    found: dict[str, tuple[int, Rule]] = {}
    for law in _laws(rulebook):
        for title, network in _networks(law):
            most = most_rules_a_fact(network)
            if most > max(MOST_RULES_A_FACT, found.get(title, (0, None))[0]):
                found[title] = most, law.rules[title]
    for title, (most, rule) in found.items():
        yield _place_of(rule, placed).problem("fact_crowded", "id", title=title, got=most, most=MOST_RULES_A_FACT)


def _days(rulebook: Rulebook) -> tuple[date, ...]:
    """One day of each period between two changes of the law."""
    return (date.min, *rulebook.changes())


def _laws(rulebook: Rulebook) -> list[LawOnDay]:
    return [rulebook.law_on(day) for day in _days(rulebook)]


def _networks(law: LawOnDay) -> Iterator[tuple[str, Network]]:
    for title in law.titles:
        yield title, assessment_network(law, title)
        yield title, review_network(law, title)

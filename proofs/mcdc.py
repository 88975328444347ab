"""``make mcdc``: does every criterion decide by itself? Modified condition/decision coverage, title by title.

For each criterion of a title (and each environmental condition, under each law that sets it) there must be two
scenarios that differ in it alone, one met and one not, with opposite results for the title; and a third in which it
alone is unknown, and so is the result. What counts is what the scenarios in fact evaluate. Fails on a gap.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from scenarios import cases

from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.law.rulebook import installed
from langnghe.engine.values import Verdict
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.case import Case
    from langnghe.engine.law.rulebook import LawOnDay

MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED
QUESTIONS: Final = {"assess": "xét công nhận", "review": "rà soát"}


@dataclass(frozen=True, order=True)
class Leaf:
    """A criterion that rests on facts alone, as one law sets it."""

    provision: str
    criterion: str

    def told(self) -> str:
        """Name it with its provision."""
        rule = next(
            rule for rule in installed().rules() if (rule.full_provision, rule.id) == (self.provision, self.criterion)
        )
        return f"{rule.name.vi} ({citation(self.provision, installed(), 'vi')})"


Vector = frozenset[tuple[Leaf, Verdict]]


@dataclass(frozen=True)
class Observed:
    """What one scenario evaluated: the verdict on each criterion of a title, and on the title."""

    scenario: str
    vector: Vector
    verdict: Verdict


@dataclass(frozen=True)
class Row:
    """One criterion of one title, and the scenarios that show what it decides; ``None`` is a gap."""

    question: str
    title: str
    leaf: Leaf
    pair: tuple[str, str] | None
    unknown: str | None

    @property
    def good(self) -> bool:
        """Whether nothing is missing."""
        return self.pair is not None and self.unknown is not None

    def cells(self) -> list[str]:
        """Give the row in words."""
        met, not_met = self.pair or ("THIẾU", "THIẾU")
        title = say(f"title.{self.title}", "vi")
        return [f"{title}, {QUESTIONS[self.question]}", self.leaf.told(), met, not_met, self.unknown or "THIẾU"]


HEADING: Final = ["Danh hiệu", "Tiêu chí", "Đạt", "Chỉ khác ở chỗ không đạt", "Chỉ khác ở chỗ chưa đủ căn cứ"]


def rows() -> list[Row]:
    """Run every scenario, and look for the scenarios of each criterion of each title."""
    observed = _observed()
    found = []
    for question in QUESTIONS:
        for title in installed().law_on(installed().changes()[-1]).titles:
            seen = observed[question, title]
            found += [
                Row(question, title, leaf, _pair(seen, leaf), _unknown(seen, leaf))
                for leaf in sorted(_leaves_of(title))
            ]
    return found


def _pair(seen: list[Observed], leaf: Leaf) -> tuple[str, str] | None:
    """Two that differ in the leaf alone, with opposite verdicts on the title."""
    eligible = {each.vector: each.scenario for each in reversed(seen) if each.verdict is MET}  # the first one told
    for other in seen:
        if other.verdict is NOT_MET and (leaf, NOT_MET) in other.vector:
            scenario = eligible.get(other.vector - {(leaf, NOT_MET)} | {(leaf, MET)})
            if scenario:
                return scenario, other.scenario
    return None


def _unknown(seen: list[Observed], leaf: Leaf) -> str | None:
    """One in which the leaf alone is unknown, beside one that differs in it alone and decides."""
    eligible = {each.vector for each in seen if each.verdict is MET}
    for other in seen:
        known = other.vector - {(leaf, UNDETERMINED)} | {(leaf, MET)}
        if other.verdict is UNDETERMINED and (leaf, UNDETERMINED) in other.vector and known in eligible:
            return other.scenario
    return None


def _observed() -> dict[tuple[str, str], list[Observed]]:
    seen: dict[tuple[str, str], list[Observed]] = defaultdict(list)
    for case in cases():
        situation = case.run()
        results = [("assess", situation.assessment)] if situation.assessment else []
        results += [("review", review) for review in situation.reviews or ()]
        for question, result in results:
            decided = result.decided.case
            vector = _vector(decided, result.title)
            if vector is not None:
                verdict = decided.verdicts.village[result.title]
                seen[question, result.title].append(Observed(case.name, vector, verdict))
    return seen


def _vector(case: Case, title: str) -> Vector | None:
    """The verdict on each leaf; ``None`` where several crafts, or none, stand behind a criterion of a craft."""
    found = set()
    for leaf in _leaves(case.law, title):
        of_craft = case.law.rules[leaf.criterion].subject == "craft"
        if of_craft and len(case.verdicts.crafts) != 1:
            return None
        reached = case.verdicts.crafts[0] if of_craft else case.verdicts.village
        found.add((leaf, reached[leaf.criterion]))
    return frozenset(found)


def _leaves(law: LawOnDay, rule: str) -> Iterator[Leaf]:
    """Give the rules that a rule rests on in the end, and that rest on facts alone."""
    below = [name for part in anatomy.walk(law.rules[rule].requires) for name in _applied(law, part)]
    if not below:
        yield Leaf(law.rules[rule].full_provision, rule)
    for name in below:
        yield from _leaves(law, name)


def _applied(law: LawOnDay, part: Any) -> tuple[str, ...]:
    match part:
        case c.Criterion():
            return (part.criterion,)
        case c.SomeCraft():
            return (part.some_craft,)
        case c.TheCraft():
            return (part.the_craft,)
        case c.EveryInForce():
            return law.groups.get(part.every_in_force, ())
        case _:
            return ()


def _leaves_of(title: str) -> set[Leaf]:
    """Give the criteria of a title under every law that there was; a group without a rule on a day is none."""
    laws = [installed().law_on(day) for day in installed().changes()]
    rules = {rule.id: rule for rule in installed().rules()}
    return {
        leaf
        for law in laws
        if title in law.rules
        for leaf in _leaves(law, title)
        if not any(isinstance(part, c.EveryInForce) for part in anatomy.walk(rules[leaf.criterion].requires))
    }


def main() -> int:
    """Print the table, and say how many gaps there are."""
    found = rows()
    for row in found:
        print(" | ".join(row.cells()))
    gaps = [row for row in found if not row.good]
    print(f"\n{len(found)} tiêu chí của các danh hiệu, {len(gaps)} còn thiếu")
    return int(bool(gaps))


if __name__ == "__main__":
    sys.exit(main())

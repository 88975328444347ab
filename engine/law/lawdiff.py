"""What changed in the law between two days, in words, and which dossiers come out differently for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from langnghe.engine.assessment import assess_under
from langnghe.engine.comparison import differing
from langnghe.engine.law.rulequery import in_force
from langnghe.engine.words.lawwords import Described, competent_on, covered, described, of_province

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from langnghe.engine.assessment import Assessment
    from langnghe.engine.comparison import Difference
    from langnghe.engine.dossier import Dossier
    from langnghe.engine.findings import Finding
    from langnghe.engine.law.rulebook import Rulebook

# The statute's words change with every new instrument and dates always differ: neither says what changed.
_NOT_COMPARED: Final = frozenset({"law.provision", "law.in_force"})


@dataclass(frozen=True, slots=True)
class Changed:
    """A rule of both days that says something else: each line that differs, before and after (empty: not there)."""

    before: Described
    after: Described
    lines: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class LawDiff:
    """What was added, what ended and what changed from the first day to the second."""

    added: tuple[Described, ...]
    ended: tuple[Described, ...]
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Reversed:
    """A dossier that comes out differently: both assessments, and the findings whose verdicts differ."""

    before: Assessment
    after: Assessment
    findings: tuple[Difference[Finding], ...]


def law_diff(rulebook: Rulebook, first: date, second: date, lang: str) -> LawDiff:
    """Compare the law of two days, provincial overlays included."""
    before, after = (_by_id(_law_of(rulebook, day, lang)) for day in (first, second))
    changed = []
    for key in before.keys() & after.keys():
        one, other = before[key], after[key]
        lines = tuple(
            (label, one.lines.get(label, ""), other.lines.get(label, ""))
            for label in dict.fromkeys((*one.lines, *other.lines))
            if label not in _NOT_COMPARED and one.lines.get(label, "") != other.lines.get(label, "")
        )
        if lines:
            changed.append(Changed(one, other, lines))
    return LawDiff(
        added=tuple(item for key, item in after.items() if key not in before),
        ended=tuple(item for key, item in before.items() if key not in after),
        changed=tuple(sorted(changed, key=lambda each: (each.after.kind, each.after.id))),
    )


def _by_id(items: Iterable[Described]) -> dict[tuple[str, str], Described]:
    return {(item.kind, item.id): item for item in items}


def _law_of(rulebook: Rulebook, day: date, lang: str) -> Iterator[Described]:
    law = rulebook.law_on(day)
    for item in in_force(rulebook, day):
        found = described(item, law, rulebook, lang)
        if competent := competent_on(item, day, lang):  # the rule itself names every period, whatever the day
            found = replace(found, lines={**found.lines, "law.competent": competent})
        yield found
    for overlay in rulebook.overlays:
        covers = [cover for cover in overlay.covers if cover.covers(day)]
        if covers:
            lines = {"law.covers": covered(overlay.model_copy(update={"covers": tuple(covers)}), lang)}
            yield Described("province", overlay.id, overlay.name.in_(lang), lines)
            for key, index, part in overlay.on(day):
                yield of_province(overlay, key, index, part, lang)


def reversed_by(rulebook: Rulebook, dossier: Dossier, first: date, second: date, lang: str) -> Reversed | None:
    """Assess one dossier, measured on the day it proposes, under the law of each day; ``None`` if nothing differs.

    Raises:
        InternalDisagreement: the two evaluators differ.
    """
    before, after = (
        assess_under(dossier, dossier.title, dossier.proposed_on, day, rulebook, lang) for day in (first, second)
    )
    # where a law has no rule, nothing is determined by it either
    differ = tuple(differing(before.findings, after.findings, unasked="undetermined"))
    if before.outcome == after.outcome and before.recommendation == after.recommendation and not differ:
        return None
    return Reversed(before, after, differ)

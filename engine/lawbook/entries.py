"""What is encoded of a provision, in words: one entry a rule, paper, outcome or note, made from the rule itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.law.anatomy import YES_NO
from langnghe.engine.law.instruments import Dated
from langnghe.engine.law.rules import Rule
from langnghe.engine.words.lawwords import described
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.law.instruments import Encoded, InForce
    from langnghe.engine.law.rulebook import Rulebook

State = Literal["now", "past", "ahead"]

# Told by the section itself, not by each of its entries.
_OF_THE_SECTION: Final = frozenset({"law.citation", "law.provision"})
# A date of the dossier that is itself somebody's finding: since when production has been stable.
_FOUND_BY_PEOPLE: Final = frozenset({"production.stable_since"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing encoded: what kind it is, its name, its lines as label and text, and whether it is law today."""

    kind: str
    title: str
    lines: tuple[tuple[str, str], ...]
    state: State


def entry(part: str, item: Encoded, rulebook: Rulebook, today: date, lang: str) -> Entry:
    """Put one encoded item into words.

    Takes the key that it stands under in its article, the item, the rulebook, and the day that counts as today.
    """
    period = item.period if isinstance(item, Dated) else rulebook.instruments[item.instrument].in_force
    law = rulebook.law_on(_day_within(period, today))
    known = described(item, law, rulebook, lang)
    lines = {say(key, lang): text for key, text in known.lines.items() if key not in _OF_THE_SECTION}
    if isinstance(item, Rule):
        lines = _of_rule(item, lines, lang)
    return Entry(say(f"book.part.{part}", lang), known.title, tuple(lines.items()), _state(period, today))


def _day_within(period: InForce, today: date) -> date:
    """Give the day of whose law the words speak: today, or the nearest day on which the item is law."""
    if period.from_ and today < period.from_:
        return period.from_
    return period.to if period.to and today > period.to else today


def _state(period: InForce, today: date) -> State:
    if period.covers(today):
        return "now"
    return "ahead" if period.from_ and today < period.from_ else "past"


def _of_rule(rule: Rule, lines: dict[str, str], lang: str) -> dict[str, str]:
    measured, asked = _measured_and_asked(rule.requires, lang)
    more = {
        say("book.measured", lang): "; ".join(measured),
        say("book.asked", lang): "; ".join(asked),
        say("law.evidence", lang): "; ".join(say(f"document.{kind}", lang) for kind in rule.evidence),
    }
    condition = say("law.condition", lang)
    told = {condition: lines.pop(condition)} | {label: text for label, text in more.items() if text}
    return told | lines


def _measured_and_asked(condition: Any, lang: str) -> tuple[list[str], list[str]]:  # noqa: ANN401  any condition
    """Give what the engine measures from the dossier, and what it only takes from the council's findings."""
    measured: list[str] = []
    asked: list[str] = []
    for field, kind in anatomy.reads(condition):
        label = say(f"field.{field}", lang)
        (asked if kind == YES_NO or field in _FOUND_BY_PEOPLE else measured).append(label)
    asked += [
        say("book.another_authority", lang, field=say(f"field.{each.competent.authority}", lang))
        for each in anatomy.walk(condition)
        if isinstance(each, c.Competent)
    ]
    if not measured and not asked:
        measured.append(say("book.other_criteria", lang))
    return measured, asked

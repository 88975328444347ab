"""What brought a verdict about, in a few words each: what passes, what fails, what is missing.

A condition is made ready once for each law and language: its parts stay in their order, and what no dossier changes is
worded there and then. What remains to be done for a dossier is to take the parts that came out as the verdict did.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from langnghe.engine.dates import DateSpan
from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.network import Constant, references
from langnghe.engine.reference import View, part_of
from langnghe.engine.values import Count, Verdict
from langnghe.engine.words import formats
from langnghe.engine.words.messages import say_of
from langnghe.engine.words.plainwords import in_words
from langnghe.engine.words.valuewords import lowered, value_in_words

if TYPE_CHECKING:
    from langnghe.engine.case import Case
    from langnghe.engine.facts import Values
    from langnghe.engine.law.rulebook import LawOnDay
    from langnghe.engine.network import Network

MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED


@dataclass(slots=True)
class About:
    """Whose facts and verdicts are put into words: the village's (``None``) or those of the craft with that index."""

    case: Case
    subject: int | None
    values: Values
    reached: dict[str, Verdict]
    view: View


def about(case: Case, subject: int | None) -> About:
    """Look at a case from one subject."""
    facts, verdicts = case.facts, case.verdicts
    values = facts.village if subject is None else (facts.crafts or ())[subject]
    reached = verdicts.of(subject)
    return About(case, subject, values, reached, View(values, reached, facts, verdicts))


Causes = Callable[[About, Verdict], list[str]]


class Teller:
    """Makes the causes of rules ready for one network, in the words of its law and of one language."""

    def __init__(self, law: LawOnDay, network: Network, lang: str) -> None:
        self._law, self._network, self._lang = law, network, lang

    def of_rule(self, rule: str) -> Causes:
        """Give what says in a few words each part of a rule that brought a verdict about."""
        causes = self._of(self._network.by_id[rule].condition)
        return lambda whose, verdict: list(dict.fromkeys(causes(whose, verdict)))

    def _of(self, condition: Any) -> Causes:  # noqa: ANN401  any condition
        inside = anatomy.children(condition)
        if inside and not isinstance(condition, c.Not):
            parts = [(part_of(part), self._of(part)) for part in inside]
            return lambda whose, verdict: [
                text for fold, causes in parts if fold(whose.view) is verdict for text in causes(whose, verdict)
            ]
        return self._of_rules(condition) if references(condition) else self._of_fact(condition)

    def _of_rules(self, atom: Any) -> Causes:  # noqa: ANN401  any condition
        match atom:
            case c.Criterion():
                name = [lowered(self._law.rules[atom.criterion].name.in_(self._lang))]
                return lambda _whose, _verdict: name
            case c.SomeCraft():
                return self._some_craft(atom.some_craft)
            case c.TheCraft():
                return self._the_craft(atom.the_craft)
            case _:
                return self._as_asked(atom)

    def _some_craft(self, rule: str) -> Causes:
        unknown = [say_of("missing.field", "crafts", self._lang)]

        def causes(whose: About, verdict: Verdict) -> list[str]:
            crafts = whose.case.facts.crafts
            if crafts is None:
                return unknown
            reached = whose.case.verdicts.crafts
            return [craft["crafts.name"] for craft, of in zip(crafts, reached, strict=True) if of[rule] is verdict]

        return causes

    def _the_craft(self, rule: str) -> Causes:
        of_rule = self.of_rule(rule)
        absent, unknown, unsaid = (
            [say_of(key, "crafts", self._lang)]
            for key in ("failing.absent_list", "missing.field", "missing.held_title")
        )

        def causes(whose: About, verdict: Verdict) -> list[str]:
            facts = whose.case.facts
            if facts.the_craft is not None:
                return of_rule(about(whose.case, facts.the_craft), verdict)
            if verdict is NOT_MET:
                return absent
            return unknown if facts.crafts is None else unsaid

        return causes

    def _of_fact(self, atom: Any) -> Causes:  # noqa: ANN401  any condition
        gaps = [self._gap(atom, field) for field in anatomy.fields_of(atom)]
        decided = self._decided(atom)

        def causes(whose: About, verdict: Verdict) -> list[str]:
            if verdict is UNDETERMINED:
                return [text for gap in gaps if (text := gap(whose))]
            return decided(whose, verdict)

        return causes

    def _decided(self, atom: Any) -> Causes:  # noqa: ANN401  any condition
        lang = self._lang
        match atom:
            case c.Holds() | c.Present() | c.OneOf():
                (field,) = anatomy.fields_of(atom)
                return lambda whose, verdict: [_fact_in_words(field, whose.values[field], verdict is MET, lang)]
            case c.ByTheDay():
                field = atom.by_the_day
                return lambda whose, verdict: (
                    [say_of("failing.after_the_day", field, lang, value=formats.span(whose.values[field], lang))]
                    if verdict is NOT_MET
                    else []
                )
            case c.Competent():  # told where it is in doubt
                return lambda _whose, _verdict: []
            case _:
                return self._as_asked(atom)

    def _as_asked(self, atom: Any) -> Causes:  # noqa: ANN401  any condition
        """Say what was asked: the figures stand in the reason, if the rule's own words have a place for them."""
        encoded = not any(isinstance(part, Constant) for part in anatomy.walk(atom))
        asked = [in_words(atom, self._law, self._lang)] if encoded else []
        return lambda _whose, _verdict: asked

    def _gap(self, atom: Any, field: str) -> Callable[[About], str]:  # noqa: ANN401  any condition
        """Give what says what is not known of a field, or not known well enough."""
        lang, unknown = self._lang, say_of("missing.field", field, self._lang)

        def gap(whose: About) -> str:
            value = whose.values[field]
            match value:
                case None:
                    return unknown
                case Count() if not value.exact:
                    return say_of("missing.count", field, lang, value=formats.count(value, lang))
                case DateSpan() if isinstance(atom, c.Elapsed):
                    time = formats.elapsed_range(value, whose.case.facts.day, lang)
                    return say_of("missing.span", field, lang, value=formats.span(value, lang), elapsed=time)
                case DateSpan() if not value.exact:
                    return say_of("missing.date", field, lang, value=formats.span(value, lang))
                case str() if isinstance(atom, c.Competent):
                    return say_of("missing.authority", field, lang, value=value_in_words(value, lang))
                case _:
                    return ""

        return gap


def _fact_in_words(field: str, value: Any, passing: bool, lang: str) -> str:  # noqa: ANN401, FBT001  any value; how it came out
    if isinstance(value, tuple):
        if not passing:
            return say_of("failing.absent_list", field, lang)
        return say_of("passing.list", field, lang, names=formats.listed([str(each) for each in value], lang))
    if isinstance(value, str):
        return say_of("passing.choice" if passing else "failing.choice", field, lang, value=value_in_words(value, lang))
    return say_of("passing.yes" if passing else "failing.no", field, lang)

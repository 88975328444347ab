"""Verdicts put into words: the reason of each finding, as a sentence for the council's minutes.

The sentences belong to the rules; this module fills their slots with what was measured, and says what is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Any

from langnghe.engine.law import conditions as c
from langnghe.engine.network import Constant
from langnghe.engine.values import Verdict
from langnghe.engine.words import formats
from langnghe.engine.words.causes import joined, told
from langnghe.engine.words.messages import say
from langnghe.engine.words.valuewords import attributed, attribution_in_words, plain, value_in_words

if TYPE_CHECKING:
    from langnghe.engine.case import Case
    from langnghe.engine.facts import Values
    from langnghe.engine.law.rules import Rule
    from langnghe.engine.network import Node

MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED


@dataclass(frozen=True, slots=True)
class Wording:
    """The words for one rule applied to one subject (``None`` is the village, a number is a craft)."""

    case: Case
    rule: Rule
    subject: int | None
    lang: str

    @property
    def verdict(self) -> Verdict:
        """The verdict that is put into words."""
        return self.case.verdicts.of(self.subject)[self.rule.id]

    @property
    def node(self) -> Node:
        """The rule's node: its condition, taken apart."""
        return self.case.network.by_id[self.rule.id]

    @property
    def values(self) -> Values:
        """The facts of the subject."""
        facts = self.case.facts
        return facts.village if self.subject is None else (facts.crafts or ())[self.subject]

    def required(self) -> str:
        """Say what the provision asks for: the same of every dossier, where no more than the threshold is filled in."""
        key = ("required", self.rule.id, self.lang)
        said: str | None = self.case.law.memo.get(key)
        if said is None:
            template = self.rule.required.in_(self.lang)
            said = template.format_map(_Slots(self))
            if {slot for _, slot, _, _ in Formatter().parse(template)} <= {None, "threshold"}:
                self.case.law.memo[key] = said
        return said

    def reason(self) -> str:
        """Say why the verdict is what it is, with the figures, or what is missing."""
        if self.verdict is UNDETERMINED and _unencoded(self.node):
            return say("reason.not_encoded", self.lang, day=formats.day(self.case.law_day, self.lang))
        words = getattr(self.rule.reasons, self.verdict)
        template = words.in_(self.lang) if words else say("reason.undetermined", self.lang)
        return template.format_map(_Slots(self))

    def measured(self) -> dict[str, Any]:
        """Give the values that decided, by the last part of their field path; bounds as ``[least, most]``."""
        return {
            field.rpartition(".")[2]: plain(value)
            for field in self.node.fields
            if (value := self.values.get(field)) is not None
        }


class _Slots(dict[str, str]):
    """The slots of a template, each worked out when the template asks for it."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.w = wording

    def __missing__(self, key: str) -> str:
        worker = getattr(self, f"slot_{key}", None)
        return worker() if worker else self._field(key)

    def slot_day(self) -> str:
        return formats.day(self.w.case.facts.day, self.w.lang)

    def slot_craft(self) -> str:
        return str(self.w.values["crafts.name"])

    def slot_threshold(self) -> str:
        for condition in self.w.node.parts:
            if isinstance(condition, c.Share):
                return formats.percent(condition.share.at_least_percent, self.w.lang)
            if isinstance(condition, c.Elapsed):
                return say("years", self.w.lang, years=condition.elapsed.years)
        return ""

    def _share(self) -> c.ShareArguments:
        return next(each.share for each in self.w.node.parts if isinstance(each, c.Share))

    def slot_of(self) -> str:
        return formats.count(self.w.values[self._share().of], self.w.lang)

    def slot_in(self) -> str:
        return formats.count(self.w.values[self._share().in_], self.w.lang)

    def slot_share(self) -> str:
        share = self._share()
        return formats.share(self.w.values[share.of], self.w.values[share.in_], share.at_least_percent, self.w.lang)

    def _elapsed(self) -> c.ElapsedArguments:
        return next(each.elapsed for each in self.w.node.parts if isinstance(each, c.Elapsed))

    def slot_since(self) -> str:
        return say("span.since", self.w.lang, span=formats.span(self.w.values[self._elapsed().since], self.w.lang))

    def slot_elapsed(self) -> str:
        span = self.w.values[self._elapsed().since]
        return (
            formats.elapsed_range(span, self.w.case.facts.day, self.w.lang)
            if span
            else say("value.unknown", self.w.lang)
        )

    def slot_attribution(self) -> str:
        for field in self.w.node.fields:
            finding = attributed(self.w.case.dossier, field, self.w.subject)
            if finding is not None:
                return attribution_in_words(finding, self.w.lang)
        return ""

    def slot_passing(self) -> str:
        return joined(told(self.w.case, self.w.rule.id, self.w.subject, MET, self.w.lang), self.w.lang)

    def slot_failing(self) -> str:
        return joined(told(self.w.case, self.w.rule.id, self.w.subject, NOT_MET, self.w.lang), self.w.lang)

    def slot_failing_crafts(self) -> str:
        names = told(self.w.case, self.w.rule.id, self.w.subject, NOT_MET, self.w.lang)
        return say("reason.failing_crafts", self.w.lang, names=formats.listed(names, self.w.lang)) if names else ""

    def slot_missing(self) -> str:
        return joined(told(self.w.case, self.w.rule.id, self.w.subject, UNDETERMINED, self.w.lang), self.w.lang)

    def _field(self, key: str) -> str:
        for field in self.w.node.fields:
            if field.rpartition(".")[2] == key:
                return value_in_words(self.w.values[field], self.w.lang)
        raise KeyError(key)


def _unencoded(node: Node) -> bool:
    return isinstance(node.condition, Constant) and node.condition.verdict is UNDETERMINED

"""Verdicts put into words: the reason of each finding, as a sentence for the council's minutes.

The sentences belong to the rules. They are taken apart once for each law and language; what is left to do for a dossier
is to fill in what was measured, or to say what is missing.
"""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Any

from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.network import Constant
from langnghe.engine.values import Verdict
from langnghe.engine.words import formats
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import say
from langnghe.engine.words.slots import Slots
from langnghe.engine.words.valuewords import plain

if TYPE_CHECKING:
    from langnghe.engine.case import Case
    from langnghe.engine.words.causes import About
    from langnghe.engine.words.slots import Fill

_APPLYING = (c.Criterion, c.SomeCraft, c.TheCraft)


class Wording:
    """The words for one rule in one language, whichever dossier it is applied to.

    ``applying`` are the parts of its condition that apply other rules, in their order; ``fields`` the paths of the
    values that it reads.
    """

    def __init__(self, case: Case, rule_id: str, lang: str) -> None:
        """Make the words of a rule ready under the law of a case."""
        rule, node = case.law.rules[rule_id], case.network.by_id[rule_id]
        self.name = rule.name.in_(lang)
        self.provision = rule.full_provision
        self.citation = citation(rule.full_provision, case.rulebook, lang)
        self.fields = node.fields
        parts = (node.condition, *anatomy.children(node.condition))
        self.applying = tuple(part for part in parts if isinstance(part, _APPLYING))
        slots = Slots(case.law, case.network, node, lang)
        self.required = Sentence(rule.required.in_(lang), slots)
        self._lang = lang
        self._encoded = node.condition != Constant(Verdict.UNDETERMINED)
        self._reasons = {
            verdict.code: Sentence(words.in_(lang) if words else say("reason.undetermined", lang), slots)
            for verdict in Verdict
            for words in (getattr(rule.reasons, verdict),)
        }
        self._measured = [(field.rpartition(".")[2], field) for field in node.fields]

    def reason(self, whose: About, verdict: Verdict) -> str:
        """Say why the verdict is what it is, with the figures, or what is missing."""
        if not self._encoded and verdict is Verdict.UNDETERMINED:
            return say("reason.not_encoded", self._lang, day=formats.day(whose.case.law_day, self._lang))
        return self._reasons[verdict.code].fill(whose)

    def measured(self, whose: About) -> dict[str, Any]:
        """Give the values that decided, by the last part of their field path; bounds as ``[least, most]``."""
        values = whose.values
        return {name: plain(value) for name, field in self._measured if (value := values.get(field)) is not None}


def wording_of(case: Case, rule_id: str, lang: str) -> Wording:
    """Give the words of a rule under the law of a case, made ready once."""
    key = ("wording", rule_id, lang)
    found: Wording | None = case.law.memo.get(key)
    if found is None:
        found = case.law.memo[key] = Wording(case, rule_id, lang)
    return found


class Sentence:
    """A template of a rule, taken apart at its slots; one that no dossier changes is a text and no more."""

    def __init__(self, template: str, slots: Slots) -> None:
        """Take a template apart.

        Raises:
            KeyError: the rule has nothing to fill a slot with.
        """
        self._fills: list[Fill] = []
        text = ""
        for literal, slot, _, _ in Formatter().parse(template):
            text += literal.replace("%", "%%")
            if slot is not None:
                fill = slots.fill(slot)
                text += fill.replace("%", "%%") if isinstance(fill, str) else "%s"
                self._fills += [] if isinstance(fill, str) else [fill]
        self._text = text if self._fills else text % ()

    def fill(self, whose: About) -> str:
        """Write the sentence for a subject of a case."""
        return self._text % tuple([fill(whose) for fill in self._fills]) if self._fills else self._text

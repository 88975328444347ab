"""What fills the slots in the words of a rule: a text where every dossier has the same, else a function of the case."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from langnghe.engine.law import conditions as c
from langnghe.engine.values import Verdict
from langnghe.engine.words import formats
from langnghe.engine.words.causes import About, Teller
from langnghe.engine.words.messages import say
from langnghe.engine.words.valuewords import attributed, attribution_in_words, value_in_words

if TYPE_CHECKING:
    from langnghe.engine.law.rulebook import LawOnDay
    from langnghe.engine.network import Network, Node

Fill = Callable[[About], str]


class Slots:
    """What fills the slots of one rule's words in one language; the law's checks see to it that no other is used."""

    def __init__(self, law: LawOnDay, network: Network, node: Node, lang: str) -> None:
        self._node, self._lang = node, lang
        self._causes = Teller(law, network, lang).of_rule(node.id)

    def fill(self, slot: str) -> str | Fill:
        """Give what fills a slot.

        Raises:
            KeyError: the rule has nothing of that name.
        """
        maker = self.makers.get(slot)
        return maker(self) if maker else self._field(slot)

    def _day(self) -> Fill:
        return lambda whose: formats.day(whose.case.facts.day, self._lang)

    def _craft(self) -> Fill:
        return lambda whose: str(whose.values["crafts.name"])

    def _threshold(self) -> str:
        for condition in self._node.parts:
            if isinstance(condition, c.Share):
                return formats.percent(condition.share.at_least_percent, self._lang)
            if isinstance(condition, c.Elapsed):
                return say("years", self._lang, years=condition.elapsed.years)
        return ""

    def _share(self) -> c.ShareArguments:
        return next(each.share for each in self._node.parts if isinstance(each, c.Share))

    def _of(self) -> Fill:
        part = self._share().of
        return lambda whose: formats.count(whose.values[part], self._lang)

    def _in(self) -> Fill:
        whole = self._share().in_
        return lambda whose: formats.count(whose.values[whole], self._lang)

    def _share_of(self) -> Fill:
        share, lang = self._share(), self._lang
        part, whole, percent = share.of, share.in_, share.at_least_percent
        return lambda whose: formats.share(whose.values[part], whose.values[whole], percent, lang)

    def _elapsed(self) -> c.ElapsedArguments:
        return next(each.elapsed for each in self._node.parts if isinstance(each, c.Elapsed))

    def _since(self) -> Fill:
        since, lang = self._elapsed().since, self._lang
        return lambda whose: say("span.since", lang, span=formats.span(whose.values[since], lang))

    def _elapsed_time(self) -> Fill:
        since, lang = self._elapsed().since, self._lang

        def elapsed(whose: About) -> str:
            span = whose.values[since]
            return formats.elapsed_range(span, whose.case.facts.day, lang) if span else say("value.unknown", lang)

        return elapsed

    def _attribution(self) -> Fill:
        def attribution(whose: About) -> str:
            for field in self._node.fields:
                finding = attributed(whose.case.dossier, field, whose.subject)
                if finding is not None:
                    return attribution_in_words(finding, self._lang)
            return ""

        return attribution

    def _passing(self) -> Fill:
        return self._parts(Verdict.MET)

    def _failing(self) -> Fill:
        return self._parts(Verdict.NOT_MET)

    def _missing(self) -> Fill:
        return self._parts(Verdict.UNDETERMINED)

    def _parts(self, verdict: Verdict) -> Fill:
        separator = say("list.separator", self._lang)
        return lambda whose: separator.join(self._causes(whose, verdict))

    def _failing_crafts(self) -> Fill:
        def failing(whose: About) -> str:
            names = self._causes(whose, Verdict.NOT_MET)
            return say("reason.failing_crafts", self._lang, names=formats.listed(names, self._lang)) if names else ""

        return failing

    def _field(self, name: str) -> Fill:
        for field in self._node.fields:
            if field.rpartition(".")[2] == name:
                return self._value(field)
        raise KeyError(name)

    def _value(self, field: str) -> Fill:
        return lambda whose: value_in_words(whose.values[field], self._lang)

    # By name; every other name is that of a field which the rule reads.
    makers: ClassVar[dict[str, Callable[[Slots], str | Fill]]] = {
        "day": _day,
        "craft": _craft,
        "threshold": _threshold,
        "of": _of,
        "in": _in,
        "share": _share_of,
        "since": _since,
        "elapsed": _elapsed_time,
        "attribution": _attribution,
        "passing": _passing,
        "failing": _failing,
        "missing": _missing,
        "failing_crafts": _failing_crafts,
    }

"""A case: one dossier, one question, one day, decided under the law of that day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from langnghe.engine.evaluation import evaluator
from langnghe.engine.facts import measure

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.dossier import Dossier, HeldTitle
    from langnghe.engine.facts import Facts
    from langnghe.engine.law.provinces import ProvinceOnDay
    from langnghe.engine.law.rulebook import LawOnDay, Rulebook
    from langnghe.engine.network import Network, Verdicts

Question = Literal["assess", "review"]


@dataclass(slots=True)  # never changed once made, but not frozen: that would take three times as long to make
class Case:
    """Everything that was decided, before it is put into words."""

    dossier: Dossier
    question: Question
    title: str
    held: HeldTitle | None
    rulebook: Rulebook
    law_day: date
    law: LawOnDay
    facts: Facts
    network: Network
    verdicts: Verdicts
    ways: dict[Any, Any] = field(init=False, default_factory=dict)  # ways to meet its rules, found once

    def supposing(self, facts: Facts) -> Case:
        """Ask the same question of other facts, on their day and under its law.

        By one evaluator alone: it tells what a change would come to, and gives no verdict on a dossier.
        """
        law = self.rulebook.law_on(facts.day)
        asked = evaluator(law, self.question, self.title)
        return replace(
            self, law_day=facts.day, law=law, facts=facts, network=asked.network, verdicts=asked.suppose(facts)
        )

    @property
    def overlay(self) -> ProvinceOnDay | None:
        """The province's own rules on the day of the law."""
        return self.rulebook.province_on(self.dossier.place.province, self.law_day)


def decide(  # noqa: PLR0913, PLR0917  what a case is made of
    dossier: Dossier,
    day: date,
    rulebook: Rulebook,
    question: Question,
    title: str,
    held: HeldTitle | None = None,
    law_day: date | None = None,
) -> Case:
    """Decide whether a title may be held (``assess``), or what to do about one that is ``held`` (``review``).

    The law is that of ``day``, or of ``law_day`` where laws are compared.

    Raises:
        InternalDisagreement: the two evaluators differ; no verdict is given.
    """
    law_day = law_day or day
    law = rulebook.law_on(law_day)
    asked = evaluator(law, question, title)
    facts = measure(dossier, day, held)
    return Case(dossier, question, title, held, rulebook, law_day, law, facts, asked.network, asked.evaluate(facts))

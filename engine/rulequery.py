"""Find rules of a day by their own id, by a provision, or by an article."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.law import Rule
    from langnghe.engine.rulebook import LawOnDay


def matching(law: LawOnDay, wanted: str | None, day: date) -> list[Rule]:
    """Give the rules in force on ``day`` that ``wanted`` (a rule, group, provision or its start) names; all if None."""
    in_force = [rule for rule in law.rules.values() if rule.period.covers(day)]
    if wanted is None:
        return in_force
    wanted = wanted.strip("/")
    return [
        rule
        for rule in in_force
        if wanted in {rule.id, rule.group}
        or any(
            provision == wanted or provision.startswith(f"{wanted}/")
            for provision in (rule.full_provision, rule.provision)
        )
    ]


def nearest(law: LawOnDay, wanted: str) -> str:
    """Give the known ids nearest to ``wanted``, for a message."""
    known = {name for rule in law.rules.values() for name in (rule.id, rule.full_provision)}
    return ", ".join(get_close_matches(wanted, sorted(known), n=3, cutoff=0.3)) or ", ".join(sorted(law.rules)[:3])

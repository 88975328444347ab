"""Find what is law on a day by its own id, by a provision, or by an article."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.law.instruments import Dated
    from langnghe.engine.law.rulebook import LawOnDay


def in_force(law: LawOnDay, day: date) -> list[Dated]:
    """Give every rule, role, limit and report in force on ``day``, and what explains earlier law of that day."""
    dated: list[Dated] = [*law.rules.values(), *law.roles, *law.time_limits, *law.reports, *law.explained.values()]
    return [each for each in dated if each.period.covers(day)]


def matching(law: LawOnDay, wanted: str | None, day: date) -> list[Dated]:
    """Give what is in force on ``day`` and named by ``wanted`` (an id, group, provision or its start); all if None."""
    if wanted is None:
        return in_force(law, day)
    wanted = wanted.strip("/")
    return [
        each
        for each in in_force(law, day)
        if wanted in {each.id, getattr(each, "group", None)}
        or any(
            provision == wanted or provision.startswith(f"{wanted}/")
            for provision in (each.instrument, each.full_provision, each.provision)
        )
    ]


def nearest(law: LawOnDay, wanted: str) -> str:
    """Give the known ids nearest to ``wanted``, for a message."""
    known = {name for rule in law.rules.values() for name in (rule.id, rule.full_provision)}
    return ", ".join(get_close_matches(wanted, sorted(known), n=3, cutoff=0.3)) or ", ".join(sorted(law.rules)[:3])

"""Find what is law on a day by its own id, by a provision, or by an article."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from langnghe.engine.law.instruments import Dated

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.law.instruments import Encoded, Provision
    from langnghe.engine.law.rulebook import Rulebook


def name_of(item: Encoded) -> str:
    """Name something encoded by its id or code; a path of papers, which has neither, by its provision."""
    return str(getattr(item, "id", None) or getattr(item, "code", None) or item.full_provision)


def in_force(rulebook: Rulebook, day: date) -> list[Encoded]:
    """Give everything encoded that is law on ``day``, and what explains earlier law of that day."""
    law = rulebook.law_on(day)
    found: list[Encoded] = [*law.rules.values(), *law.roles, *law.time_limits, *law.reports]
    found += [*law.documents, *law.document_paths, *law.recommendations, *law.review_outcomes, *law.review_notes]
    found += law.explained.values()
    return [each for each in found if _counts(each, rulebook, day)]


def _counts(item: Encoded, rulebook: Rulebook, day: date) -> bool:
    period = item.period if isinstance(item, Dated) else rulebook.instruments[item.instrument].in_force
    return period.covers(day)


def matching(rulebook: Rulebook, wanted: str | None, day: date) -> list[Encoded]:
    """Give what is in force on ``day`` and named by ``wanted`` (an id, group, provision or its start); all if None."""
    return [
        each
        for each in in_force(rulebook, day)
        if wanted is None
        or wanted in {name_of(each), getattr(each, "group", None)}
        or _names(wanted, each.instrument, each.provision)
    ]


def provisions_named(rulebook: Rulebook, wanted: str, day: date) -> list[tuple[str, Provision]]:
    """Give the provisions in force on ``day`` that ``wanted`` names or begins, each with its full id."""
    return [
        (f"{article.instrument}/{provision.id}", provision)
        for article in rulebook.articles
        if rulebook.instruments[article.instrument].in_force.covers(day)
        for provision in article.provisions
        if _names(wanted, article.instrument, provision.id)
    ]


def _names(wanted: str, instrument: str, provision: str) -> bool:
    """Tell whether an instrument or a provision, with or without its instrument, is meant or lies within what is."""
    wanted = wanted.strip("/")
    return any(
        name == wanted or name.startswith(f"{wanted}/") for name in (instrument, f"{instrument}/{provision}", provision)
    )


def nearest(rulebook: Rulebook, wanted: str, day: date) -> str:
    """Give the known ids nearest to ``wanted``, for a message."""
    found = in_force(rulebook, day)
    known = {name for each in found for name in (name_of(each), each.full_provision)}
    return ", ".join(get_close_matches(wanted, sorted(known), n=3, cutoff=0.3)) or ", ".join(
        name_of(each) for each in found[:3]
    )

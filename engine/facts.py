"""Dossier and day to facts: the bare values that rules speak of, by field path; ``None`` is *not known*.

Every value a rule may name is listed here once, with what kind of value it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.law.anatomy import CHOICE, COUNT, DATE, LIST, YES_NO

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from langnghe.engine.dossier import Attributed, Craft, Dossier, HeldTitle

# The fields of a dossier that rules may name, and the kind of each.
FIELDS: Final[Mapping[str, str]] = {
    "activities": LIST,
    "households.total": COUNT,
    "households.participating": COUNT,
    "production.stable_since": DATE,
    "environment.plan": YES_NO,
    "environment.plan.approved_on": DATE,
    "environment.plan.approved_by": CHOICE,
    "environment.self_management_group": YES_NO,
    "environment.wastewater_collection": YES_NO,
    "environment.central_treatment": CHOICE,
    "environment.solid_waste_point": YES_NO,
    "environment.solid_waste_treatment": CHOICE,
    "environment.solid_waste_transport": YES_NO,
    "crafts": LIST,
    "crafts.practised_since": DATE,
    "crafts.still_developing": YES_NO,
    "crafts.cultural_identity": YES_NO,
    "crafts.artisans": LIST,
    "crafts.village_name": YES_NO,
    "titles_held.decided_on": DATE,
    "titles_held.conformed_in_2018": YES_NO,
    "titles_held.remedy": YES_NO,
}

Values = dict[str, Any]


@dataclass(slots=True)  # never changed once made, but not frozen: that would take three times as long to make
class Facts:
    """What is known on the day.

    ``village`` and each of ``crafts`` map field paths to values (Count, DateSpan, bool, str, tuple); ``crafts`` is
    ``None`` when not known. ``the_craft`` is the index of the craft that the title is about. ``documents`` holds the
    kinds attached, ``titles`` the titles held on the day.
    """

    day: date
    village: Values
    crafts: tuple[Values, ...] | None
    the_craft: int | None
    documents: frozenset[str]
    titles: frozenset[str]


def measure(dossier: Dossier, day: date, held: HeldTitle | None = None) -> Facts:
    """Measure a dossier on a day.

    Takes the dossier, the day, and for a review the title held. Gives the Facts.
    """
    crafts = dossier.crafts
    return Facts(
        day=day,
        village=_village(dossier, held),
        crafts=None if crafts is None else tuple([_craft(craft) for craft in crafts]),
        the_craft=_the_craft(crafts, held),
        documents=frozenset([document.kind for document in dossier.documents or ()]),
        titles=_held(dossier, day),
    )


def on_day(facts: Facts, dossier: Dossier, day: date) -> Facts:
    """Give the facts of a dossier, measured before, on another day: of them, only the titles held rest on the day."""
    return replace(facts, day=day, titles=_held(dossier, day))


def _held(dossier: Dossier, day: date) -> frozenset[str]:
    return frozenset([title.title for title in dossier.titles_held or () if _held_on(title, day)])


def _village(dossier: Dossier, held: HeldTitle | None) -> Values:
    households, environment, plan = dossier.households, dossier.environment, dossier.environment.plan
    return {
        "activities": dossier.activities,
        "households.total": households.total,
        "households.participating": households.participating,
        "production.stable_since": dossier.production.stable_since,
        "environment.plan": None if plan is None else plan is not False,
        "environment.plan.approved_on": plan.approved_on if plan else None,
        "environment.plan.approved_by": plan.approved_by if plan else None,
        "environment.self_management_group": _holds(environment.self_management_group),
        "environment.wastewater_collection": _holds(environment.wastewater_collection),
        "environment.central_treatment": environment.central_treatment,
        "environment.solid_waste_point": _holds(environment.solid_waste_point),
        "environment.solid_waste_treatment": environment.solid_waste_treatment,
        "environment.solid_waste_transport": _holds(environment.solid_waste_transport),
        "crafts": dossier.crafts,
        "titles_held.decided_on": held.decided_on if held else None,
        "titles_held.conformed_in_2018": _holds(held.conformed_in_2018) if held else None,
        "titles_held.remedy": _remedied(held) if held else None,
    }


def _craft(craft: Craft) -> Values:
    return {
        "crafts.name": craft.name,
        "crafts.practised_since": craft.practised_since,
        "crafts.still_developing": _holds(craft.still_developing),
        "crafts.cultural_identity": _holds(craft.cultural_identity),
        "crafts.artisans": craft.artisans,
        "crafts.village_name": _holds(craft.village_name),
    }


def _holds(finding: Attributed | None) -> bool | None:
    return None if finding is None else finding.holds


def _remedied(held: HeldTitle) -> bool:
    """A remedy is on record when anything of it is: that it was ordered, or that it was completed."""
    return held.remedy is not None and (held.remedy.ordered_on or held.remedy.completed_on) is not None


def _the_craft(crafts: tuple[Craft, ...] | None, held: HeldTitle | None) -> int | None:
    """The one craft; where there are several, the one that the held title names."""
    if not crafts:
        return None
    if len(crafts) == 1:
        return 0
    name = held.name.casefold() if held and held.name else None
    matching = [index for index, craft in enumerate(crafts) if craft.name.casefold() == name]
    return matching[0] if len(matching) == 1 else None


def _held_on(title: HeldTitle, day: date) -> bool:
    """A title counts as held unless it was surely decided after the day."""
    first = title.decided_on.first
    return first is None or first <= day

"""One criterion brought to a verdict by the plainest facts, all the others left as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .situation import Situation

# Where each criterion's facts are, and what makes it fail. Without the facts it is undetermined.
_FAILING: dict[str, dict[str, object]] = {
    "village.activity": {"activities": []},
    "village.households": {"households.total": 500, "households.participating": 1},
    "village.stability": {"production.stable_since": None},
    "village.environment": {"environment.self_management_group": False},
    "craft.age": {"practised_since": None},
    "craft.developing": {"still_developing": False},
    "craft.identity": {"cultural_identity": False},
    "craft.association": {"artisans": [], "village_name": False},
    "environment.plan": {"environment.plan": False},
    "environment.self_management": {"environment.self_management_group": False},
    "environment.wastewater": {"environment.wastewater_collection": False},
    "environment.solid_waste": {"environment.solid_waste_point": False},
}


def bring(situation: Situation, criterion: str, verdict: str) -> None:
    """Change the dossier so that this criterion, and no other, comes out so."""
    for path, failing in _FAILING[criterion].items():
        *section, key = path.split(".")
        holder = situation.craft if criterion.startswith("craft.") else situation.dossier
        for name in section:
            holder = holder[name]
        if verdict == "undetermined":
            holder.pop(key)
        elif verdict == "not_met":
            # A period that begins on the day itself is too short for any criterion.
            holder[key] = situation.dossier["proposed_on"] if failing is None else failing

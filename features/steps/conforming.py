"""Made-up dossiers that meet every criterion on a day: the point from which a scenario changes one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .dates import years_before

if TYPE_CHECKING:
    from datetime import date

CRAFT = "Mộc mỹ nghệ"
DISTRICTS_END = "2025-06-30"

CRAFT_DOCUMENTS = ("craft_history", "cultural_description")
VILLAGE_DOCUMENTS = ("household_list", "results_two_years", "environment_assurance")


def craft(name: str = CRAFT) -> dict[str, Any]:
    """Give a craft that meets all of khoản 2 Điều 5 on any day of our time."""
    return {
        "name": name,
        "practised_since": "15XX",
        "still_developing": True,
        "cultural_identity": True,
        "artisans": ["Nguyễn Văn An"],
        "village_name": True,
    }


def environment(on: date) -> dict[str, Any]:
    """Give a village's environment, its plan approved a year before by the authority of that day."""
    approved_on = years_before(on, 1).isoformat()
    approved_by = "district" if approved_on <= DISTRICTS_END else "province"
    return {
        "plan": {"approved_on": approved_on, "approved_by": approved_by, "number": "12/QĐ-UBND"},
        "self_management_group": True,
        "wastewater_collection": True,
        "central_treatment": "none",
        "solid_waste_point": True,
        "solid_waste_treatment": "none",
        "solid_waste_transport": True,
    }


def document(kind: str) -> dict[str, Any]:
    """Give a document of the dossier."""
    return {"kind": kind, "number": "01"}


def empty(title: str, on: date) -> dict[str, Any]:
    """Give a dossier of which nothing is known but its title and its day."""
    return {
        "format": "langnghe/dossier/v1",
        "id": "KB-01",
        "title": title,
        "proposed_on": on.isoformat(),
        "place": {"name": "Làng Mẫu", "province": "Hưng Yên"},
    }


def dossier(title: str, on: date) -> dict[str, Any]:
    """Give a complete dossier that meets every criterion of the title on the day."""
    made = empty(title, on) | {"activities": [4], "documents": []}
    if title != "craft_village":
        made["crafts"] = [craft()]
        made["documents"] += [document(kind) for kind in CRAFT_DOCUMENTS]
    if title != "traditional_craft":
        made["households"] = {"total": 500, "participating": 200}
        made["production"] = {"stable_since": years_before(on, 10).isoformat()}
        made["environment"] = environment(on)
        made["documents"] += [document(kind) for kind in VILLAGE_DOCUMENTS]
    return made

"""Dossiers that several test modules start from, each as a plain dict; facts are the contract's example or made up."""

from __future__ import annotations

import copy
import json
from typing import Any, Final

import langnghe
from langnghe.engine.dossier import Dossier

# The example of the format's own description (contract §1), its comments left out.
CONTRACT_YAML: Final = """\
format: langnghe/dossier/v1
id: HY-2022-001
title: craft_village
proposed_on: 2022-07-29
received_on: 2022-08-01
place:
  name: Mão Chinh
  province: Hưng Yên
  district: Yên Mỹ
  commune: Trung Hưng
activities: [4]
households:
  total: 596
  participating: 323
  counted_on: 2022-06-30
  unit: thôn Mão Chinh
production:
  stable_since: "2015"
environment:
  plan: {approved_on: 2021-05-04, approved_by: district, number: 12/QĐ-UBND}
  self_management_group: true
  wastewater_collection: true
  central_treatment: none
  solid_waste_point: true
  solid_waste_treatment: none
  solid_waste_transport: true
crafts:
  - name: Mộc mỹ nghệ
    practised_since: 15XX
    still_developing: true
    cultural_identity: true
    artisans: [Nguyễn Văn A]
    village_name: true
documents:
  - {kind: household_list, number: 01/DS, issued_on: 2022-07-01, pages: 14, file: danh-sach-ho.xlsx}
titles_held:
  - title: craft_village
    decision: 1803/QĐ-UBND
    decided_on: 2022-08-12
    name: Mão Chinh
    conformed_in_2018: true
    remedy: {ordered_on: 2019-03-01, completed_on: 2020-01-15}
sources: [Hồ sơ mẫu]
"""

VILLAGE_PAPERS: Final = [{"kind": kind} for kind in ("household_list", "results_two_years", "environment_assurance")]
CRAFT_PAPERS: Final = [{"kind": kind} for kind in ("craft_history", "awards")]

# What a dossier must have, and nothing more.
BARE: Final[dict[str, Any]] = {
    "format": "langnghe/dossier/v1",
    "id": "THU-1",
    "title": "craft_village",
    "proposed_on": "2022-07-29",
    "place": {"name": "Làng Thử", "province": "Tỉnh Thử"},
}


def tree(**changes: Any) -> dict[str, Any]:
    """The contract's example, every paper given; a change to a part is merged into it, ``None`` leaves it out."""
    made = langnghe.loads(CONTRACT_YAML).content()
    del made["titles_held"]
    made["documents"] = VILLAGE_PAPERS + CRAFT_PAPERS
    for key, value in changes.items():
        if isinstance(value, dict) and "value" not in value and isinstance(made.get(key), dict):
            made[key] = made[key] | value
        else:
            made[key] = copy.deepcopy(value)
    return {key: value for key, value in made.items() if value is not None}


def dossier(**changes: Any) -> Dossier:
    """As :func:`tree`, read."""
    return Dossier.model_validate(tree(**changes))


def problems(made: dict[str, Any]) -> list[tuple[str, str]]:
    """What is wrong with a dossier written as JSON: the path and the code of each problem."""
    try:
        langnghe.loads(json.dumps(made), as_json=True)
    except langnghe.InvalidDossier as error:
        return [(each.path, each.code) for each in error.problems]
    return []


def craft(**changes: Any) -> dict[str, Any]:
    """A craft that meets every criterion of Điều 5 khoản 2, changed; ``None`` leaves a value out."""
    made = {
        "name": "Mộc mỹ nghệ",
        "practised_since": "15XX",
        "still_developing": True,
        "cultural_identity": True,
        "artisans": ["Nguyễn Văn A"],
        "village_name": True,
    }
    return {key: value for key, value in (made | changes).items() if value is not None}


def finding(result: Any, criterion: str, subject: str = "village") -> Any:
    """The finding on a criterion, wherever it nests."""
    ahead = list(result.findings)
    while ahead:
        each = ahead.pop(0)
        if (each.criterion, each.subject) == (criterion, subject):
            return each
        ahead += each.findings
    raise AssertionError(f"no finding on {criterion} of {subject}")

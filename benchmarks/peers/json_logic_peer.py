"""The decision as JSON Logic, run by `panzi-json-logic`: one tree a title.

``===`` leaves an unknown yes or no neither true nor false. ``all`` of nothing is false in JSON Logic, so a village
known to have no craft is a case by itself.
"""

from __future__ import annotations

from typing import Any, Final

from json_logic import jsonLogic
from measured import ENVIRONMENT_FROM, LAST_DISTRICT, OVER_50_YEARS, TWO_YEARS, Facts
from peers.contender import Contender

Logic = dict[str, Any]


def var(name: str) -> Logic:
    return {"var": name}


def equals(name: str, value: object) -> Logic:
    return {"===": [var(name), value]}


def craft_fails(of: str) -> list[Logic]:
    return [
        {"<=": [var(f"{of}age_most"), OVER_50_YEARS]},
        equals(f"{of}developing", False),
        equals(f"{of}identity", False),
        {"and": [equals(f"{of}artisans", False), equals(f"{of}village_name", False)]},
    ]


def craft_passes(of: str) -> list[Logic]:
    return [
        {">": [var(f"{of}age_least"), OVER_50_YEARS]},
        equals(f"{of}developing", True),
        equals(f"{of}identity", True),
        {"or": [equals(f"{of}artisans", True), equals(f"{of}village_name", True)]},
    ]


VILLAGE_FAILS: Final = [
    equals("activities", False),
    {"<": [{"*": [100, var("part_most")]}, {"*": [20, var("total_least")]}]},
    {"<": [var("stable_most"), TWO_YEARS]},
    {
        "and": [
            {">=": [var("day"), ENVIRONMENT_FROM]},
            {
                "or": [
                    equals("plan", False),
                    {">": [var("plan_first"), var("day")]},
                    equals("self_management", False),
                    equals("wastewater", False),
                    equals("central", "non_compliant"),
                    equals("waste_point", False),
                    {
                        "and": [
                            equals("waste_transport", False),
                            {"or": [equals("waste_treatment", "none"), equals("waste_treatment", "non_compliant")]},
                        ]
                    },
                ]
            },
        ]
    },
]
VILLAGE_PASSES: Final = [
    equals("activities", True),
    {">=": [{"*": [100, var("part_least")]}, {"*": [20, var("total_most")]}]},
    {">=": [var("stable_least"), TWO_YEARS]},
    {">=": [var("day"), ENVIRONMENT_FROM]},
    {"<=": [var("plan_last"), var("day")]},
    {
        "or": [
            {"and": [equals("plan_by", "district"), {"<=": [var("plan_last"), LAST_DISTRICT]}]},
            {"and": [equals("plan_by", "province"), {">": [var("plan_first"), LAST_DISTRICT]}]},
        ]
    },
    equals("self_management", True),
    equals("wastewater", True),
    {"or": [equals("central", "none"), equals("central", "compliant")]},
    equals("waste_point", True),
    {"or": [equals("waste_treatment", "compliant"), equals("waste_transport", True)]},
]
NO_CRAFT: Final = {"and": [{"!==": [var("crafts"), None]}, {"!": [var("crafts")]}]}


def three_ways(fails: list[Logic], passes: list[Logic]) -> Logic:
    return {"if": [{"or": fails}, "not_eligible", {"and": passes}, "eligible", "undetermined"]}


LOGIC: Final = {
    "craft_village": three_ways(VILLAGE_FAILS, VILLAGE_PASSES),
    "traditional_craft": three_ways(
        [equals("activities", False), *craft_fails("crafts.0.")],
        [equals("activities", True), *craft_passes("crafts.0.")],
    ),
    "traditional_craft_village": three_ways(
        [*VILLAGE_FAILS, NO_CRAFT, {"all": [var("crafts"), {"or": craft_fails("")}]}],
        [*VILLAGE_PASSES, {"some": [var("crafts"), {"and": craft_passes("")}]}],
    ),
}


def contenders() -> list[Contender]:
    def decide(facts: Facts) -> str:
        return jsonLogic(LOGIC[facts["title"]], facts)

    return [Contender("JSON Logic (panzi)", "panzi-json-logic", decide)]

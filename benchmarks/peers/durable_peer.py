"""The decision on durable-rules' C module, driven directly: one flat fact a craft, one for the village and its title.

It shows what the rule engine inside langnghe takes by itself for the bare verdict, without strata, findings or papers.
Facts are whole numbers (an unknown is -1), their JSON prepared beforehand but for what changes with each call. One rule
a kind fires always: a state in which nothing ever fired is deleted with pointers that the module never set, and that
can crash the process.
"""

from __future__ import annotations

import itertools
import json
from typing import Any, Final

import durable_rules_engine as durable
from measured import ENVIRONMENT_FROM, LAST_DISTRICT, OVER_50_YEARS, TWO_YEARS, Facts
from peers.contender import Contender

CODES: Final = {True: 1, False: 0, None: -1}
AUTHORITIES: Final = {"district": 1, "province": 2}
TREATMENTS: Final = {None: -1, "non_compliant": 0, "none": 1, "compliant": 2}

Expression = dict[str, Any]


def and_(*parts: Expression) -> Expression:
    return {"$and": list(parts)}


def or_(*parts: Expression) -> Expression:
    return {"$or": list(parts)}


def times(key: str, factor: int) -> Expression:
    return {"$mul": {"$l": {"$m": key}, "$r": factor}}


CRAFT: Final = {
    "fails": or_(
        {"$lte": {"age_most": OVER_50_YEARS}},
        {"developing": 0},
        {"identity": 0},
        and_({"artisans": 0}, {"village_name": 0}),
    ),
    "passes": and_(
        {"$gt": {"age_least": OVER_50_YEARS}},
        {"developing": 1},
        {"identity": 1},
        or_({"artisans": 1}, {"village_name": 1}),
    ),
}
VILLAGE: Final = {
    "fails": or_(
        {"activities": 0},
        {"$lt": {"part_most_hundredfold": times("total_least", 20)}},
        {"$lt": {"stable_most": TWO_YEARS}},
        and_(
            {"$gte": {"day": ENVIRONMENT_FROM}},
            or_(
                {"plan": 0},
                {"$gt": {"plan_first": {"$m": "day"}}},
                {"self_management": 0},
                {"wastewater": 0},
                {"central": 0},
                {"waste_point": 0},
                and_({"waste_transport": 0}, {"$gte": {"waste_treatment": 0}}, {"$lt": {"waste_treatment": 2}}),
            ),
        ),
    ),
    "passes": and_(
        {"activities": 1},
        {"$gte": {"part_least_hundredfold": times("total_most", 20)}},
        {"$gte": {"stable_least": TWO_YEARS}},
        {"$gte": {"day": ENVIRONMENT_FROM}},
        {"$lte": {"plan_last": {"$m": "day"}}},
        or_(
            and_({"plan_by": 1}, {"$lte": {"plan_last": LAST_DISTRICT}}),
            and_({"plan_by": 2}, {"$gt": {"plan_first": LAST_DISTRICT}}),
        ),
        {"self_management": 1},
        {"wastewater": 1},
        {"$gte": {"central": 1}},
        {"waste_point": 1},
        or_({"waste_treatment": 2}, {"waste_transport": 1}),
    ),
}
KINDS: Final = {
    "craft": CRAFT,
    "craft_village": VILLAGE,
    "traditional_craft": {
        "fails": or_({"activities": 0}, {"crafts": 0}),
        "passes": and_({"activities": 1}, {"crafts": 1}),
    },
    "traditional_craft_village": {
        "fails": or_(VILLAGE["fails"], {"crafts": 0}),
        "passes": and_(*VILLAGE["passes"]["$and"], {"crafts": 1}),
    },
}
OUTCOMES: Final = {"fails": "not_eligible", "passes": "eligible", "seen": "undetermined"}


def texts(facts: Facts) -> tuple[str, list[str]]:
    """Prepare the facts' JSON, with places for the state and for what came of the crafts."""
    village = {key: CODES.get(value, value) for key, value in facts.items() if value is None or isinstance(value, bool)}
    village |= {key: value for key, value in facts.items() if type(value) is int}
    village |= {
        "part_least_hundredfold": 100 * facts["part_least"],
        "part_most_hundredfold": 100 * facts["part_most"],
        "plan_by": AUTHORITIES.get(facts["plan_by"], 0),
        "central": TREATMENTS[facts["central"]],
        "waste_treatment": TREATMENTS[facts["waste_treatment"]],
    }
    village.pop("crafts", None)
    crafts = [
        text("craft", str(index), {key: value if type(value) is int else CODES[value] for key, value in craft.items()})
        for index, craft in enumerate(facts["crafts"] or ())
    ]
    return text(facts["title"], "village", village)[:-1] + ',"crafts":%d}', crafts


def text(kind: str, name: str, numbers: Facts) -> str:
    return json.dumps({"sid": "%s", "id": name, "kind": kind} | numbers)


def contenders() -> list[Contender]:
    rules = {f"seen_{kind}": {"all": [{"m": {"kind": kind}}]} for kind in KINDS}
    rules |= {
        f"{word}_{kind}": {"all": [{"m": and_({"kind": kind}, expression)}]}
        for kind, both in KINDS.items()
        for word, expression in both.items()
    }
    handle = durable.create_ruleset("benchmark", json.dumps(rules))
    sids = itertools.count(1)

    def fired(fact: str) -> str:
        _, state = durable.assert_fact(handle, fact)
        _, action = durable.start_action_for_state(handle, state)
        word = "seen"
        while action:
            if action[2] != "s":
                word = action[2 : action.index("_", 2)]
            action = durable.complete_and_start_action(handle, state)
        return word

    def decide(given: tuple[Facts, str, list[str]]) -> str:
        facts, village, crafts = given
        sid = next(sids)
        try:
            came = [fired(craft % sid) for craft in crafts] if facts["title"] != "craft_village" else []
            code = 1 if "passes" in came else -1 if "seen" in came or facts["crafts"] is None else 0
            return OUTCOMES[fired(village % (sid, code))]
        finally:
            durable.delete_state(handle, str(sid))

    return [
        Contender(
            "durable-rules, C module driven directly",
            "durable_rules",
            decide,
            lambda facts: (facts, *texts(facts)),
        )
    ]

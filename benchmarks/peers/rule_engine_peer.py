"""The decision in rule-engine's language: one rule a title, parsed once and evaluated on dicts.

Its numbers are decimals; they are made beforehand.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

import rule_engine
from measured import ENVIRONMENT_FROM, LAST_DISTRICT, OVER_50_YEARS, TWO_YEARS, Facts
from peers.contender import Contender

CRAFT_FAILS: Final = f"""
    ({{c}}["age_most"] <= {OVER_50_YEARS} or {{c}}["developing"] == false or {{c}}["identity"] == false
    or ({{c}}["artisans"] == false and {{c}}["village_name"] == false))"""
CRAFT_PASSES: Final = f"""
    ({{c}}["age_least"] > {OVER_50_YEARS} and {{c}}["developing"] == true and {{c}}["identity"] == true
    and ({{c}}["artisans"] == true or {{c}}["village_name"] == true))"""
VILLAGE_FAILS: Final = f"""
    activities == false or 100 * part_most < 20 * total_least or stable_most < {TWO_YEARS}
    or (day >= {ENVIRONMENT_FROM} and (
        plan == false or plan_first > day or self_management == false
        or wastewater == false or central == "non_compliant" or waste_point == false
        or (waste_transport == false and (waste_treatment == "none" or waste_treatment == "non_compliant"))))"""
VILLAGE_PASSES: Final = f"""
    activities == true and 100 * part_least >= 20 * total_most and stable_least >= {TWO_YEARS}
    and day >= {ENVIRONMENT_FROM} and plan_last <= day
    and ((plan_by == "district" and plan_last <= {LAST_DISTRICT})
        or (plan_by == "province" and plan_first > {LAST_DISTRICT}))
    and self_management == true and wastewater == true and (central == "none" or central == "compliant")
    and waste_point == true and (waste_treatment == "compliant" or waste_transport == true)"""


def rule(fails: str, passes: str) -> rule_engine.Rule:
    context = rule_engine.Context(resolver=rule_engine.resolve_item)
    text = f'({fails}) ? "not_eligible" : (({passes}) ? "eligible" : "undetermined")'
    return rule_engine.Rule(" ".join(text.split()), context=context)


def contenders() -> list[Contender]:
    first, each = "crafts[0]", "c"
    evaluate = {
        "craft_village": rule(VILLAGE_FAILS, VILLAGE_PASSES).evaluate,
        "traditional_craft": rule(
            f"activities == false or {CRAFT_FAILS.format(c=first)}",
            f"activities == true and {CRAFT_PASSES.format(c=first)}",
        ).evaluate,
        "traditional_craft_village": rule(
            f"{VILLAGE_FAILS} or (crafts != null and $all([{CRAFT_FAILS.format(c=each)} for c in crafts]))",
            f"{VILLAGE_PASSES} and crafts != null and $any([{CRAFT_PASSES.format(c=each)} for c in crafts])",
        ).evaluate,
    }

    def decide(facts: Facts) -> str:
        return evaluate[facts["title"]](facts)

    return [Contender("rule-engine, parsed rule", "rule-engine", decide, with_decimals)]


def with_decimals(value: Any) -> Any:
    match value:
        case dict():
            return {key: with_decimals(each) for key, each in value.items()}
        case list():
            return tuple(with_decimals(each) for each in value)
        case int() if not isinstance(value, bool):
            return Decimal(value)
        case _:
            return value

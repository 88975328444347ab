"""The decision in CEL, run by `common-expression-language`: one program a title, compiled once."""

from __future__ import annotations

from typing import Final

import cel
from measured import ENVIRONMENT_FROM, LAST_DISTRICT, OVER_50_YEARS, TWO_YEARS, Facts
from peers.contender import Contender

CRAFT_FAILS: Final = f"""
    {{c}}.age_most <= {OVER_50_YEARS} || {{c}}.developing == false || {{c}}.identity == false
    || ({{c}}.artisans == false && {{c}}.village_name == false)"""
CRAFT_PASSES: Final = f"""
    {{c}}.age_least > {OVER_50_YEARS} && {{c}}.developing == true && {{c}}.identity == true
    && ({{c}}.artisans == true || {{c}}.village_name == true)"""
VILLAGE_FAILS: Final = f"""
    activities == false || 100 * part_most < 20 * total_least || stable_most < {TWO_YEARS}
    || (day >= {ENVIRONMENT_FROM} && (
        plan == false || plan_first > day || self_management == false
        || wastewater == false || central == 'non_compliant' || waste_point == false
        || (waste_transport == false && (waste_treatment == 'none' || waste_treatment == 'non_compliant'))))"""
VILLAGE_PASSES: Final = f"""
    activities == true && 100 * part_least >= 20 * total_most && stable_least >= {TWO_YEARS}
    && day >= {ENVIRONMENT_FROM} && plan_last <= day
    && ((plan_by == 'district' && plan_last <= {LAST_DISTRICT})
        || (plan_by == 'province' && plan_first > {LAST_DISTRICT}))
    && self_management == true && wastewater == true && (central == 'none' || central == 'compliant')
    && waste_point == true && (waste_treatment == 'compliant' || waste_transport == true)"""


def program(fails: str, passes: str) -> cel.Program:
    return cel.compile(f"{fails} ? 'not_eligible' : {passes} ? 'eligible' : 'undetermined'")


def contenders() -> list[Contender]:
    first, each = "crafts[0]", "c"
    execute = {
        "craft_village": program(VILLAGE_FAILS, VILLAGE_PASSES).execute,
        "traditional_craft": program(
            f"activities == false || {CRAFT_FAILS.format(c=first)}",
            f"activities == true && {CRAFT_PASSES.format(c=first)}",
        ).execute,
        "traditional_craft_village": program(
            f"{VILLAGE_FAILS} || (crafts != null && crafts.all(c, {CRAFT_FAILS.format(c=each)}))",
            f"{VILLAGE_PASSES} && crafts != null && crafts.exists(c, {CRAFT_PASSES.format(c=each)})",
        ).execute,
    }

    def from_dict(facts: Facts) -> str:
        return execute[facts["title"]](facts)

    def filled(facts: Facts) -> tuple[str, cel.Context]:
        return facts["title"], cel.Context(variables=facts)

    def from_context(given: tuple[str, cel.Context]) -> str:
        return execute[given[0]](given[1])

    package = "common-expression-language"
    return [
        Contender("CEL, compiled program", package, from_dict),
        Contender(
            "CEL, context filled beforehand",
            package,
            from_context,
            filled,
            "the facts are already values of CEL's own; turning them into those is not counted",
        ),
    ]

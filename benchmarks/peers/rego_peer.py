"""The decision in Rego, run by `regopy` (rego-cpp): a module built to a bundle once, queried by its entry points."""

from __future__ import annotations

from typing import Final

from measured import ENVIRONMENT_FROM, LAST_DISTRICT, OVER_50_YEARS, TWO_YEARS, Facts
from peers.contender import Contender
from regopy import Input, Interpreter

MODULE: Final = f"""
package villages

import rego.v1

craft_fails(c) if c.age_most <= {OVER_50_YEARS}
craft_fails(c) if c.developing == false
craft_fails(c) if c.identity == false
craft_fails(c) if {{
    c.artisans == false
    c.village_name == false
}}

associated(c) if c.artisans == true
associated(c) if c.village_name == true

craft_passes(c) if {{
    c.age_least > {OVER_50_YEARS}
    c.developing == true
    c.identity == true
    associated(c)
}}

village_fails if 100 * input.part_most < 20 * input.total_least
village_fails if input.stable_most < {TWO_YEARS}
village_fails if {{
    input.day >= {ENVIRONMENT_FROM}
    environment_fails
}}

environment_fails if input.plan == false
environment_fails if input.plan_first > input.day
environment_fails if input.self_management == false
environment_fails if input.wastewater == false
environment_fails if input.central == "non_compliant"
environment_fails if input.waste_point == false
environment_fails if {{
    input.waste_transport == false
    input.waste_treatment in {{"none", "non_compliant"}}
}}

competent if {{
    input.plan_by == "district"
    input.plan_last <= {LAST_DISTRICT}
}}
competent if {{
    input.plan_by == "province"
    input.plan_first > {LAST_DISTRICT}
}}

waste_goes if input.waste_treatment == "compliant"
waste_goes if input.waste_transport == true

village_passes if {{
    input.activities == true
    100 * input.part_least >= 20 * input.total_most
    input.stable_least >= {TWO_YEARS}
    input.day >= {ENVIRONMENT_FROM}
    input.plan_last <= input.day
    competent
    input.self_management == true
    input.wastewater == true
    input.central in {{"none", "compliant"}}
    input.waste_point == true
    waste_goes
}}

possible_craft if {{
    some c in input.crafts
    not craft_fails(c)
}}

no_possible_craft if {{
    input.crafts != null
    not possible_craft
}}

some_craft_passes if {{
    some c in input.crafts
    craft_passes(c)
}}

default craft_village := "undetermined"
craft_village := "not_eligible" if input.activities == false
else := "not_eligible" if village_fails
else := "eligible" if village_passes

default traditional_craft := "undetermined"
traditional_craft := "not_eligible" if input.activities == false
else := "not_eligible" if craft_fails(input.crafts[0])
else := "eligible" if {{
    input.activities == true
    craft_passes(input.crafts[0])
}}

default traditional_craft_village := "undetermined"
traditional_craft_village := "not_eligible" if input.activities == false
else := "not_eligible" if village_fails
else := "not_eligible" if no_possible_craft
else := "eligible" if {{
    village_passes
    some_craft_passes
}}
"""


def contenders() -> list[Contender]:
    titles = ("craft_village", "traditional_craft", "traditional_craft_village")
    entries = {title: f"villages/{title}" for title in titles}
    interpreter = Interpreter()
    interpreter.add_module("villages", MODULE)
    bundle = interpreter.build(None, list(entries.values()))

    def given(facts: Facts) -> tuple[str, Input]:
        return entries[facts["title"]], Input(facts)

    def decide(prepared: tuple[str, Input]) -> str:
        interpreter.set_input(prepared[1])
        return interpreter.query_bundle_entrypoint(bundle, prepared[0])[0][0]

    return [Contender("Rego (rego-cpp), built bundle", "regopy", decide, given)]

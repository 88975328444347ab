"""The decision in CLIPS: rules over facts, fired by its agenda; `clipspy` drives it.

A failing ground fires first and ends the run. Facts go in through the package's fact builder, their symbols made
beforehand; read from text they take ten times as long.
"""

from __future__ import annotations

from typing import Final

import clips
from measured import ENVIRONMENT_FROM, LAST_DISTRICT, OVER_50_YEARS, TWO_YEARS, Facts
from peers.contender import Contender

WORDS: Final = {True: "yes", False: "no", None: "unknown"}
TEMPLATES: Final = {
    "village": (
        *("title", "day", "activities", "part_least", "part_most", "total_least", "total_most", "stable_least"),
        *("stable_most", "plan", "plan_first", "plan_last", "plan_by", "self_management", "wastewater", "central"),
        *("waste_point", "waste_treatment", "waste_transport", "crafts"),
    ),
    "craft": ("age_least", "age_most", "developing", "identity", "artisans", "village_name"),
}

A_VILLAGE: Final = "(title craft_village|traditional_craft_village)"
ITS_ENVIRONMENT: Final = f"{A_VILLAGE} (day ?day&:(>= ?day {ENVIRONMENT_FROM}))"
FAILS: Final = {
    "activity": "(village (activities no))",
    "households": f"(village {A_VILLAGE} (part_most ?part) (total_least ?total&:(< (* 100 ?part) (* 20 ?total))))",
    "stability": f"(village {A_VILLAGE} (stable_most ?years&:(< ?years {TWO_YEARS})))",
    "no-plan": f"(village {ITS_ENVIRONMENT} (plan no))",
    "late-plan": f"(village {ITS_ENVIRONMENT} (plan_first ?first&:(> ?first ?day)))",
    "self-management": f"(village {ITS_ENVIRONMENT} (self_management no))",
    "wastewater": f"(village {ITS_ENVIRONMENT} (wastewater no))",
    "central-treatment": f"(village {ITS_ENVIRONMENT} (central non_compliant))",
    "waste-point": f"(village {ITS_ENVIRONMENT} (waste_point no))",
    "waste-transport": f"(village {ITS_ENVIRONMENT} (waste_transport no) (waste_treatment none|non_compliant))",
    "crafts": f"""
        (village (title traditional_craft|traditional_craft_village) (crafts yes))
        (not (craft (age_most ?age&:(> ?age {OVER_50_YEARS})) (developing ~no) (identity ~no)
                    (artisans ?named) (village_name ?name&:(or (neq ?named no) (neq ?name no)))))""",
}
GOOD_VILLAGE: Final = f"""
    (activities yes) (part_least ?part) (total_most ?total&:(>= (* 100 ?part) (* 20 ?total)))
    (stable_least ?years&:(>= ?years {TWO_YEARS}))
    (day ?day&:(>= ?day {ENVIRONMENT_FROM})) (plan_first ?first) (plan_last ?last&:(<= ?last ?day))
    (plan_by ?by&:(or (and (eq ?by district) (<= ?last {LAST_DISTRICT}))
                      (and (eq ?by province) (> ?first {LAST_DISTRICT}))))
    (self_management yes) (wastewater yes) (central none|compliant)
    (waste_point yes) (waste_treatment ?treatment)
    (waste_transport ?transport&:(or (eq ?treatment compliant) (eq ?transport yes)))"""
GOOD_CRAFT: Final = f"""
    (exists (craft (age_least ?age&:(> ?age {OVER_50_YEARS})) (developing yes) (identity yes)
                   (artisans ?named) (village_name ?name&:(or (eq ?named yes) (eq ?name yes)))))"""
PASSES: Final = {
    "craft_village": f"(village (title craft_village) {GOOD_VILLAGE})",
    "traditional_craft": f"(village (title traditional_craft) (activities yes)) {GOOD_CRAFT}",
    "traditional_craft_village": f"(village (title traditional_craft_village) {GOOD_VILLAGE}) {GOOD_CRAFT}",
}


def environment() -> clips.Environment:
    """Build the rules, once."""
    made = clips.Environment()
    for name, slots in TEMPLATES.items():
        made.build(f"(deftemplate {name} {' '.join(f'(slot {slot})' for slot in slots)})")
    made.build("(defglobal ?*outcome* = undetermined)")
    for name, ground in FAILS.items():
        made.build(
            f"(defrule no-{name} (declare (salience 10)) {ground} => (bind ?*outcome* not_eligible) (halt))",
        )
    for name, grounds in PASSES.items():
        made.build(f"(defrule yes-{name} {grounds} => (bind ?*outcome* eligible))")
    made.reset()
    return made


def word(value: object) -> object:
    """Write a value as CLIPS has it: whole numbers as they are, everything else a symbol."""
    if value is None or isinstance(value, bool):
        return clips.Symbol(WORDS[value])
    return value if isinstance(value, int) else clips.Symbol(value)


def slots_of(facts: Facts) -> tuple[Facts, list[Facts]]:
    village = {slot: word(facts[slot]) for slot in TEMPLATES["village"] if slot != "crafts"}
    village["crafts"] = word(facts["crafts"] is not None)
    return village, [{slot: word(value) for slot, value in craft.items()} for craft in facts["crafts"] or ()]


class Engine:
    """An environment with the rules, and what is called on it for each decision."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Start afresh."""
        made = environment()
        self.outcome, self.run, self.reset = made.find_global("outcome"), made.run, made.reset
        self.assert_village = made.find_template("village").assert_fact
        self.assert_craft = made.find_template("craft").assert_fact

    def decide(self, given: tuple[Facts, list[Facts]]) -> str:
        village, crafts = given
        for craft in crafts:
            self.assert_craft(**craft)
        self.assert_village(**village)
        self.run()
        answer = str(self.outcome.value)
        self.reset()
        return answer


def contenders() -> list[Contender]:
    engine = Engine()
    note = (
        "asserting a fact gets slower with every fact asserted before, so the environment is renewed before each round"
    )
    return [Contender("CLIPS, rules over facts", "clipspy", engine.decide, slots_of, note, engine.renew)]

"""The decision in zen-engine: as compiled expressions, and as the decision graph that its documentation teaches.

The graph measures each criterion in an expression node and decides in a table. It is run in both ways: by an engine
that holds it compiled (a loader), and as a decision made once and evaluated, which the package prepares anew each time.
"""

from __future__ import annotations

import itertools
import json
from typing import Any, Final

import zen
from measured import ENVIRONMENT_FROM, LAST_DISTRICT, OVER_50_YEARS, TWO_YEARS, Facts
from peers.contender import Contender

CRAFT_FAILS: Final = f"""
    ({{c}}.age_most <= {OVER_50_YEARS} or {{c}}.developing == false or {{c}}.identity == false
    or ({{c}}.artisans == false and {{c}}.village_name == false))"""
CRAFT_PASSES: Final = f"""
    ({{c}}.age_least > {OVER_50_YEARS} and {{c}}.developing == true and {{c}}.identity == true
    and ({{c}}.artisans == true or {{c}}.village_name == true))"""
SOME_CRAFT_PASSES: Final = f"(crafts != null and some(crafts, {CRAFT_PASSES.format(c='#')}))"
EVERY_CRAFT_FAILS: Final = f"(crafts != null and all(crafts, {CRAFT_FAILS.format(c='#')}))"

# Each criterion: when it passes, when it fails; neither is undetermined.
ENVIRONMENT: Final = {
    "environment_plan": (
        (
            f"plan_last <= day and ((plan_by == 'district' and plan_last <= {LAST_DISTRICT}) "
            f"or (plan_by == 'province' and plan_first > {LAST_DISTRICT}))"
        ),
        "plan == false or plan_first > day",
    ),
    "environment_self_management": ("self_management == true", "self_management == false"),
    "environment_wastewater": (
        "wastewater == true and (central == 'none' or central == 'compliant')",
        "wastewater == false or central == 'non_compliant'",
    ),
    "environment_solid_waste": (
        "waste_point == true and (waste_treatment == 'compliant' or waste_transport == true)",
        (
            "waste_point == false or (waste_transport == false "
            "and (waste_treatment == 'none' or waste_treatment == 'non_compliant'))"
        ),
    ),
}
ACTIVITY: Final = {"activity": ("activities == true", "activities == false")}
VILLAGE: Final = ACTIVITY | {
    "households": ("100 * part_least >= 20 * total_most", "100 * part_most < 20 * total_least"),
    "stability": (f"stable_least >= {TWO_YEARS}", f"stable_most < {TWO_YEARS}"),
    "environment": (
        f"day >= {ENVIRONMENT_FROM} and " + " and ".join(f"({passes})" for passes, _ in ENVIRONMENT.values()),
        f"day >= {ENVIRONMENT_FROM} and (" + " or ".join(f"({fails})" for _, fails in ENVIRONMENT.values()) + ")",
    ),
}
TITLES: Final = {
    "craft_village": VILLAGE,
    "traditional_craft": ACTIVITY | {"craft": (CRAFT_PASSES.format(c="crafts[0]"), CRAFT_FAILS.format(c="crafts[0]"))},
    "traditional_craft_village": VILLAGE | {"craft": (SOME_CRAFT_PASSES, EVERY_CRAFT_FAILS)},
}


def three_ways(passes: str, fails: str, words: tuple[str, str, str]) -> str:
    """Say the failing first: most dossiers that are decided are decided by one criterion that fails."""
    met, not_met, unknown = words
    return f"({fails}) ? '{not_met}' : ({passes}) ? '{met}' : '{unknown}'"


def expression(title: str) -> str:
    passes = " and ".join(f"({passes})" for passes, _ in TITLES[title].values())
    fails = " or ".join(f"({fails})" for _, fails in TITLES[title].values())
    return three_ways(passes, fails, ("eligible", "not_eligible", "undetermined"))


def graph(title: str) -> dict[str, Any]:
    """Give the JSON decision model: input, one expression node, one table (first hit), output."""
    plain = {"passThrough": False, "inputField": None, "outputPath": None, "executionMode": "single"}
    words = ("met", "not_met", "undetermined")
    criteria = TITLES[title]
    environment = ENVIRONMENT if "environment" in criteria else {}
    measured = {name: three_ways(*both, words) for name, both in (environment | criteria).items()}
    if environment:
        met = " and ".join(f"$.{name} == 'met'" for name in environment)
        not_met = " or ".join(f"$.{name} == 'not_met'" for name in environment)
        known = three_ways(met, not_met, words)
        measured["environment"] = f"day < {ENVIRONMENT_FROM} ? 'undetermined' : {known}"
    rows = [{name: "'not_met'", "outcome": "'not_eligible'"} for name in criteria]
    rows += [dict.fromkeys(criteria, "'met'") | {"outcome": "'eligible'"}, {"outcome": "'undetermined'"}]
    contents: dict[str, Any] = {
        "inputNode": {"schema": ""},
        "expressionNode": plain
        | {"expressions": [{"id": name, "key": name, "value": value} for name, value in measured.items()]},
        "decisionTableNode": plain
        | {
            "hitPolicy": "first",
            "inputs": [{"id": name, "name": name, "field": name} for name in criteria],
            "outputs": [{"id": "outcome", "name": "outcome", "field": "outcome"}],
            "rules": [{"_id": str(index)} | dict.fromkeys(criteria, "") | row for index, row in enumerate(rows)],
        },
        "outputNode": {"schema": ""},
    }
    order = list(contents)
    return {
        "nodes": [
            {"id": kind, "type": kind, "name": kind, "position": {"x": 0, "y": 0}, "content": content}
            for kind, content in contents.items()
        ],
        "edges": [
            {"id": one, "type": "edge", "sourceId": one, "targetId": other} for one, other in itertools.pairwise(order)
        ],
    }


def contenders() -> list[Contender]:
    compiled = {title: zen.compile_expression(expression(title)) for title in TITLES}
    graphs = {title: graph(title) for title in TITLES}
    engine = zen.ZenEngine({"loader": {"type": "static", "content": graphs}})
    made = {title: zen.ZenEngine().create_decision(json.dumps(each)) for title, each in graphs.items()}

    def by_expression(facts: Facts) -> str:
        return compiled[facts["title"]].evaluate(facts)

    def by_graph(facts: Facts) -> str:
        return engine.evaluate(facts["title"], facts)["result"]["outcome"]

    def by_decision(facts: Facts) -> str:
        return made[facts["title"]].evaluate(facts)["result"]["outcome"]

    return [
        Contender("zen-engine, compiled expression", "zen-engine", by_expression),
        Contender("zen-engine, decision graph from a loader", "zen-engine", by_graph),
        Contender(
            "zen-engine, decision graph by create_decision",
            "zen-engine",
            by_decision,
            note="the first way in its documentation; it prepares the graph and its expressions anew on each call",
        ),
    ]

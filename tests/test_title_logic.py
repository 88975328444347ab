"""The logic of the three titles, proved by trying everything: each combination of verdicts, each order of papers.

A real dossier is made for every combination of met, not met and unknown over the criteria, and goes through both
evaluators, and through the columns. Expected outcomes are counted out by hand from Điều 5: a title is refused where a
criterion fails, else open where one is unknown, else granted.
"""

from __future__ import annotations

import itertools
from datetime import date
from functools import cache
from typing import Any, Final

import pytest

import langnghe
from langnghe.engine.dossier import Dossier
from langnghe.engine.evaluation import evaluator
from langnghe.engine.facts import measure
from langnghe.engine.law.rulebook import installed
from langnghe.engine.values import Verdict

MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED
DAY: Final = date(2024, 3, 1)
BETTER: Final = {NOT_MET: 0, UNDETERMINED: 1, MET: 2}

# What brings each criterion about, alone: the part of the dossier it rests on, when met, not met, unknown.
VILLAGE: Final[dict[str, tuple[str, tuple[Any, Any, Any]]]] = {
    "village.activity": ("activities", ([4], [], None)),
    "village.households": (
        "households",
        ({"total": 970, "participating": 194}, {"total": 970, "participating": 193}, {"total": 970}),
    ),
    "village.stability": ("production", ({"stable_since": "2022-03-01"}, {"stable_since": "2022-03-02"}, {})),
}
ENVIRONMENT: Final[dict[str, tuple[str, tuple[Any, Any, Any]]]] = {
    "environment.plan": ("plan", ({"approved_on": "2023-03-01", "approved_by": "district"}, False, None)),
    "environment.self_management": ("self_management_group", (True, False, None)),
    "environment.wastewater": ("wastewater_collection", (True, False, None)),
    "environment.solid_waste": ("solid_waste_transport", (True, False, None)),
}
CRAFT: Final[dict[str, tuple[str, tuple[Any, Any, Any]]]] = {
    "craft.age": ("practised_since", ("1974-02-28", "1974-03-01", "1974")),
    "craft.developing": ("still_developing", (True, False, None)),
    "craft.identity": ("cultural_identity", (True, False, None)),
    "craft.association": ("village_name", (True, False, None)),
}
VILLAGE_CRITERIA: Final = (*VILLAGE, "village.environment")
TITLES: Final = {
    "traditional_craft": ("village.activity", *CRAFT),
    "craft_village": VILLAGE_CRITERIA,
    "traditional_craft_village": (*VILLAGE_CRITERIA, *CRAFT),
}
every_title = pytest.mark.parametrize("title", TITLES)


def parts(fragments: dict[str, tuple[str, tuple[Any, Any, Any]]], vector: dict[str, Verdict]) -> dict[str, Any]:
    """The parts of a dossier that bring the verdicts about; met for those the vector does not name."""
    order = (MET, NOT_MET, UNDETERMINED)
    return {key: values[order.index(vector.get(name, MET))] for name, (key, values) in fragments.items()}


def craft(vector: dict[str, Verdict], name: str = "Nghề thử") -> dict[str, Any]:
    return {"name": name, "artisans": []} | parts(CRAFT, vector)


def dossier(title: str, vector: dict[str, Verdict], **changes: Any) -> Dossier:
    """The dossier of a combination; ``village.environment`` is brought about by its self-management group."""
    conditions = dict(vector)
    if "village.environment" in conditions:
        conditions["environment.self_management"] = conditions["village.environment"]
    environment = parts(ENVIRONMENT, conditions) | {
        "central_treatment": "none",
        "solid_waste_point": True,
        "solid_waste_treatment": "none",
    }
    tree = {
        "format": "langnghe/dossier/v1",
        "id": "THU-1",
        "title": title,
        "proposed_on": DAY.isoformat(),
        "place": {"name": "Làng Thử", "province": "Tỉnh Thử"},
        "environment": environment,
        "crafts": [craft(vector)],
    }
    return Dossier.model_validate(tree | parts(VILLAGE, vector) | changes)


def verdict_on(title: str, case: Dossier) -> Verdict:
    """What both evaluators say of the title; they raise where they differ."""
    verdicts = evaluator(installed().law_on(DAY), "assess", title).evaluate(measure(case, DAY))
    return verdicts.village[title]


def by_hand(vector: dict[str, Verdict]) -> Verdict:
    if NOT_MET in vector.values():
        return NOT_MET
    return UNDETERMINED if UNDETERMINED in vector.values() else MET


def combinations(criteria: tuple[str, ...]) -> list[dict[str, Verdict]]:
    return [dict(zip(criteria, verdicts, strict=True)) for verdicts in itertools.product(Verdict, repeat=len(criteria))]


@cache
def decided(title: str) -> dict[tuple[Verdict, ...], Verdict]:
    """What the evaluators say on every combination of the title's criteria."""
    return {tuple(vector.values()): verdict_on(title, dossier(title, vector)) for vector in combinations(TITLES[title])}


@every_title
def test_every_combination_of_criteria_has_the_one_outcome_counted_by_hand(title):
    found = decided(title)
    assert len(found) == 3 ** len(TITLES[title])
    assert [key for key, verdict in found.items() if verdict is not by_hand(dict(enumerate(key)))] == []


@every_title
def test_each_combination_is_what_the_dossier_was_made_for(title):
    """Else the test above would try fewer combinations than it seems to: each criterion is as the vector has it."""
    asked = evaluator(installed().law_on(DAY), "assess", title)
    for vector in combinations(TITLES[title])[::7]:
        verdicts = asked.evaluate(measure(dossier(title, vector), DAY))
        reached = verdicts.village | verdicts.crafts[0]
        assert {name: reached[name] for name in vector} == vector


@every_title
def test_learning_what_was_unknown_never_turns_a_decided_outcome(title):
    """Monotone: an eligible or a refused title stays so, whatever the unknown criterion turns out to be."""
    found = decided(title)
    turned = [
        (key, index, known)
        for key, verdict in found.items()
        if verdict is not UNDETERMINED
        for index in range(len(key))
        if key[index] is UNDETERMINED
        for known in (MET, NOT_MET)
        if found[(*key[:index], known, *key[index + 1 :])] is not verdict
    ]
    assert turned == []


@every_title
def test_the_columns_give_the_same_outcomes(title):
    from langnghe.engine.columns.layout import frame_of
    from langnghe.engine.columns.question import question

    vectors = combinations(TITLES[title])
    asked = question(installed().law_on(DAY), "assess", DAY, [title])
    reached = asked.verdicts(frame_of(measure(dossier(title, vector), DAY) for vector in vectors))
    column = reached[asked.column(title, title)].to_list()
    assert column == [{MET: True, NOT_MET: False, UNDETERMINED: None}[by_hand(vector)] for vector in vectors]


@pytest.mark.parametrize("title", ["craft_village", "traditional_craft_village"])
def test_every_combination_of_environmental_conditions_decides_the_village(title):
    for vector in combinations(tuple(ENVIRONMENT)):
        assert verdict_on(title, dossier(title, vector)) is by_hand(vector), vector


def test_one_good_craft_is_enough_whatever_the_others_are():
    """Every combination of three crafts, each traditional, not, or not known to be: Điều 5 khoản 4, *ít nhất một*."""
    for verdicts in itertools.product(Verdict, repeat=3):
        crafts = [craft({"craft.identity": verdict}, f"Nghề {index}") for index, verdict in enumerate(verdicts)]
        expected = MET if MET in verdicts else UNDETERMINED if UNDETERMINED in verdicts else NOT_MET
        assert (
            verdict_on("traditional_craft_village", dossier("traditional_craft_village", {}, crafts=crafts)) is expected
        )


def test_no_craft_fails_and_crafts_not_told_leave_the_village_open():
    assert verdict_on("traditional_craft_village", dossier("traditional_craft_village", {}, crafts=[])) is NOT_MET
    assert (
        verdict_on("traditional_craft_village", dossier("traditional_craft_village", {}, crafts=None)) is UNDETERMINED
    )


def test_one_more_household_taking_part_never_worsens_anything():
    """Of every village of up to 60 households: one of them joins, or a new one moves in and takes part."""
    outcomes = {
        (total, part): verdict_on(
            "craft_village", dossier("craft_village", {}, households={"total": total, "participating": part})
        )
        for total in range(1, 62)
        for part in range(total + 1)
    }
    for (total, part), before in outcomes.items():
        if total > 60:
            continue
        joined, moved_in = outcomes.get((total, part + 1), before), outcomes[total + 1, part + 1]
        assert BETTER[joined] >= BETTER[before], (total, part)
        assert BETTER[moved_in] >= BETTER[before], (total, part)
    assert set(outcomes.values()) == {MET, NOT_MET}


def test_the_order_of_the_papers_never_matters():
    """Of every set of the papers that Điều 6 asks for: as listed, reversed, and each turn of the list."""
    kinds = (
        "craft_history",
        "awards",
        "cultural_description",
        "household_list",
        "results_two_years",
        "environment_assurance",
    )
    for number in range(len(kinds) + 1):
        for papers in itertools.combinations(kinds, number):
            orders = {papers, papers[::-1], *(papers[turn:] + papers[:turn] for turn in range(number))}
            results = {_papers_and_advice(order) for order in orders}
            assert len(results) == 1, papers


def _papers_and_advice(kinds: tuple[str, ...]) -> tuple[str, str, str]:
    case = dossier("traditional_craft_village", {}, documents=[{"kind": kind} for kind in kinds])
    assessment = langnghe.assess(case)
    return assessment.documents.status, assessment.recommendation, str(assessment.documents.missing)

"""What would change the verdict: a remedy, applied, turns its finding *met*."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from strategies import dossiers, random_dossiers

import langnghe
from langnghe.engine.evaluation import evaluator
from langnghe.engine.facts import measure
from langnghe.engine.law.rulebook import installed
from langnghe.engine.remedy import Remedy, apply, changed_facts

if TYPE_CHECKING:
    from langnghe.engine.findings import Finding

VILLAGE: dict[str, Any] = {
    "format": "langnghe/dossier/v1",
    "id": "GIA-DINH",
    "title": "craft_village",
    "proposed_on": "2026-03-15",
    "place": {"name": "Làng giả định", "province": "Tỉnh giả định"},
    "activities": [4],
    "households": {"total": 480, "participating": 89},
    "production": {"stable_since": "2025-03-15"},
}


def all_findings(findings: tuple[Finding, ...]) -> list[Finding]:
    return [found for each in findings for found in (each, *all_findings(each.findings))]


def find(assessment: langnghe.Assessment, criterion: str, subject: str = "village") -> Finding:
    return next(
        each for each in all_findings(assessment.findings) if (each.criterion, each.subject) == (criterion, subject)
    )


def remedy_of(tree: dict[str, Any], criterion: str, subject: str = "village") -> Remedy:
    assessment = langnghe.assess(langnghe.Dossier.model_validate(tree))
    remedy = find(assessment, criterion, subject).remedy
    assert remedy is not None
    return remedy


def assert_remedies_work(tree: dict[str, Any]) -> int:
    dossier = langnghe.Dossier.model_validate(tree)
    assessment = langnghe.assess(dossier)
    tried = 0
    for finding in all_findings(assessment.findings):
        if finding.verdict == "met":
            assert finding.remedy is None
        elif finding.remedy is not None:
            tried += 1
            remedied = langnghe.assess(apply(dossier, finding.remedy), on=finding.remedy.on or dossier.proposed_on)
            assert find(remedied, finding.criterion, finding.subject).verdict == "met", (finding, tree)
    if assessment.to_qualify is not None:
        remedied = langnghe.assess(apply(dossier, assessment.to_qualify), on=assessment.to_qualify.on)
        assert remedied.outcome == "eligible"
        tried += 1
    return tried


@given(dossiers())
def test_applying_a_remedy_and_assessing_again_turns_the_finding_met(tree: dict[str, Any]) -> None:
    assert_remedies_work(tree)


def test_remedies_work_on_a_thousand_random_dossiers() -> None:
    tried = sum(assert_remedies_work(tree) for tree in random_dossiers(seed=20261120, number=1000))
    assert tried > 1000


def test_a_remedy_tried_on_the_facts_comes_to_what_it_does_in_the_dossier() -> None:
    tried = 0
    for tree in random_dossiers(seed=20261128, number=300):
        dossier = langnghe.Dossier.model_validate(tree)
        assessment = langnghe.assess(dossier)
        case = assessment.decided.case
        remedies = [finding.remedy for finding in all_findings(assessment.findings)]
        for remedy in filter(None, [*remedies, assessment.to_qualify]):
            day = remedy.on or case.facts.day
            asked = evaluator(installed().law_on(day), "assess", dossier.title)
            in_dossier = asked.evaluate(measure(apply(dossier, remedy), day))
            assert case.supposing(changed_facts(case, remedy, day)).verdicts == in_dossier, (remedy, tree)
            tried += 1
    assert tried > 1000


def test_a_village_short_of_households_is_told_how_many_are_missing() -> None:
    # 20 % of 480 is 96; 89 take part, 7 are missing.
    remedy = remedy_of(VILLAGE, "village.households")
    assert remedy.text == "còn thiếu 7 hộ (cần ít nhất 96/480)"
    assert remedy.changes == {"households.participating": 96}
    assert remedy.on is None


def test_where_time_alone_heals_the_first_day_is_given() -> None:
    # Stable since 15/03/2025: two years are complete on 15/03/2027.
    remedy = remedy_of(VILLAGE, "village.stability")
    assert remedy.text == "đủ 02 năm kể từ 15/03/2027"
    assert remedy.changes == {}
    assert remedy.on == date(2027, 3, 15)


def test_a_craft_becomes_old_enough_the_day_after_its_fiftieth_anniversary() -> None:
    craft = {"name": "Nghề giả định", "practised_since": "1980-05-04"}
    tree = VILLAGE | {"title": "traditional_craft", "crafts": [craft]}
    # The 50th anniversary, 04/05/2030, is not more than 50 years; the day after is.
    assert remedy_of(tree, "craft.age", "craft:0").on == date(2030, 5, 5)


def test_a_council_finding_that_is_missing_is_asked_for() -> None:
    tree = VILLAGE | {"title": "traditional_craft", "crafts": [{"name": "Nghề giả định"}]}
    remedy = remedy_of(tree, "craft.identity", "craft:0")
    assert remedy.text == "cần kết luận của hội đồng về bản sắc văn hóa dân tộc"
    assert remedy.changes == {"crafts[0].cultural_identity": True}


def test_an_unknown_start_asks_for_a_date_early_enough() -> None:
    tree = VILLAGE | {"production": {}}
    # Two years before 15/03/2026.
    assert remedy_of(tree, "village.stability").changes == {"production.stable_since": "2024-03-15"}


def test_a_total_that_is_missing_is_asked_for_with_the_most_it_may_be() -> None:
    tree = VILLAGE | {"households": {"participating": 89}}
    # 89 households are 20 % of 445.
    assert remedy_of(tree, "village.households").changes == {"households.total": "<=445"}


@pytest.mark.parametrize(("lang", "word"), [("vi", "còn thiếu"), ("en", "short")])
def test_remedies_are_worded_in_the_language_asked(lang: str, word: str) -> None:
    dossier = langnghe.Dossier.model_validate(VILLAGE)
    remedy = find(langnghe.assess(dossier, lang=lang), "village.households").remedy
    assert remedy is not None
    assert word in remedy.text


def test_the_title_gets_the_earliest_day_if_nothing_else_changes() -> None:
    good = VILLAGE | {
        "households": {"total": 480, "participating": 96},
        "environment": {
            "plan": {"approved_on": "2024-01-01", "approved_by": "district"},
            "self_management_group": True,
            "wastewater_collection": True,
            "central_treatment": "none",
            "solid_waste_point": True,
            "solid_waste_treatment": "none",
            "solid_waste_transport": True,
        },
    }
    to_qualify = langnghe.assess(langnghe.Dossier.model_validate(good)).to_qualify
    assert to_qualify is not None
    assert to_qualify.changes == {}
    assert to_qualify.on == date(2027, 3, 15)


def test_a_law_that_is_not_encoded_has_no_remedy() -> None:
    tree = VILLAGE | {"proposed_on": "2014-06-01", "production": {"stable_since": "2000"}}
    assessment = langnghe.assess(langnghe.Dossier.model_validate(tree))
    assert find(assessment, "village.environment").remedy is None
    assert assessment.to_qualify is None

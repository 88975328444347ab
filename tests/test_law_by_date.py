"""The law of a day, what changed between two days, and the earlier rules that explain and never decide."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest
import yaml
from click.testing import CliRunner

import langnghe
from langnghe.cli import main
from langnghe.engine.law.lawdiff import law_diff, reversed_by
from langnghe.engine.law.rulebook import installed, load_rulebook
from langnghe.engine.network import assessment_network, review_network
from langnghe.engine.problems import InvalidRules

ROOT: Final = Path(__file__).resolve().parent.parent
VILLAGES: Final = sorted((ROOT / "fixtures" / "villages").glob("*.yaml"))
EXPLAINING: Final = ("nd-66-2006", "tt-116-2006")


def law(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["law", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "rules", tmp_path / "rules"))


# Decree 66/2006 and Circular 116/2006: for explanation only.


def every_day_that_matters() -> list[date]:
    days = {date(2000, 1, 1), *installed().changes()}
    return sorted({*days, *(day - timedelta(days=1) for day in days)})


@pytest.mark.parametrize("day", every_day_that_matters(), ids=str)
def test_no_network_on_any_day_holds_a_rule_that_only_explains(day):
    law = installed().law_on(day)
    assert {rule.instrument for rule in law.rules.values()}.isdisjoint(EXPLAINING)
    for title in law.titles:
        for network in (assessment_network(law, title), review_network(law, title)):
            decided_by = {law.rules[node.id].instrument for node in network.nodes if node.id in law.rules}
            assert decided_by.isdisjoint(EXPLAINING)
            assert "village.law_abiding" not in {node.id for node in network.nodes}


def test_without_the_explaining_rules_every_village_comes_out_the_same(tmp_path):
    root = copied(tmp_path)
    for name in EXPLAINING:
        shutil.rmtree(root / name)
    without = load_rulebook(root)
    for path in VILLAGES:
        dossier = langnghe.load(path)
        one, other = langnghe.assess(dossier), langnghe.assess(dossier, rulebook=without)
        assert (one.outcome, one.findings, one.documents) == (other.outcome, other.findings, other.documents), path.stem
        reviews = [langnghe.review(dossier, on=date(2017, 1, 1), rulebook=each) for each in (None, without)]
        assert [each.outcome for each in reviews[0]] == [each.outcome for each in reviews[1]]


def test_in_2010_a_fourth_of_the_households_meets_the_20_percent_of_today():
    dossier = made_up(households={"total": 100, "participating": 25}, proposed_on="2010-06-01")
    households = next(each for each in langnghe.assess(dossier).findings if each.criterion == "village.households")
    assert households.verdict == "met"
    assert "20" in households.required


@pytest.mark.parametrize(
    ("instrument", "before", "after", "code"),
    [
        ("nd-52-2018", "earlier_days: measure", "role: explains\nearlier_days: measure", "explains_only"),
        ("nd-66-2006", "role: explains", "role: decides", "decides_only"),
    ],
)
def test_the_loader_keeps_rules_that_decide_and_rules_that_explain_apart(instrument, before, after, code, tmp_path):
    path = copied(tmp_path) / instrument / "instrument.yaml"
    path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")
    with pytest.raises(InvalidRules) as caught:
        load_rulebook(tmp_path / "rules")
    assert code in {problem.code for problem in caught.value.problems}


def test_what_explains_does_not_even_have_the_form_of_a_rule(tmp_path):
    path = copied(tmp_path) / "tt-116-2006" / "phan-1.yaml"
    path.write_text(path.read_text("utf-8").replace("explained:", "rules:", 1), "utf-8")
    with pytest.raises(InvalidRules) as caught:
        load_rulebook(tmp_path / "rules")
    assert {problem.file for problem in caught.value.problems} == {"tt-116-2006/phan-1.yaml"}
    assert "missing" in {problem.code for problem in caught.value.problems}


# The command.


def test_the_law_of_2010_is_shown_with_its_label_and_how_well_it_is_known():
    shown = law("--on", "2010-01-01")
    assert "30%" in shown
    assert "chỉ để giải thích" in shown
    assert "chưa đối chiếu nguyên văn" in shown
    assert "20 %" not in shown


@pytest.mark.parametrize(
    ("day", "labelled"),
    [("2006-07-27", False), ("2006-07-28", True), ("2018-05-31", True), ("2018-06-01", False)],
)
def test_the_earlier_law_is_shown_for_the_days_of_decree_66(day, labelled):
    assert ("chỉ để giải thích" in law("--on", day)) == labelled


def test_a_day_before_any_encoded_law_says_so():
    assert "Không có văn bản nào được mã hóa cho ngày 01/01/2000" in law("--on", "2000-01-01")
    assert "28 July 2006" in law("--on", "2000-01-01", "--lang", "en")


def test_the_command_takes_an_id_first_or_show():
    assert law("village.households", "--on", "2024-01-01") == law("show", "village.households", "--on", "2024-01-01")
    assert "cấp xã" in law("prepare", "--on", "2025-07-01")
    assert "6.000.000 đồng" in law("ha-noi", "--on", "2024-01-01")


def test_every_provision_in_force_is_shown_with_its_text_by_its_own_name():
    """Also those that are about papers or outcomes, are left to people, or are carried out by other rules."""
    for full, provision in installed().provisions().items():
        if installed().instruments[full.split("/")[0]].in_force.covers(date(2024, 1, 1)):
            assert " ".join(provision.text.split()) in " ".join(law(full, "--on", "2024-01-01").split()), full


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("dieu-6/khoan-1", "Mức cần thiết: nộp nếu có"),
        ("dieu-6/khoan-3/diem-b", "Cách hiểu: Nghị định không nói trường hợp cả"),
        ("dieu-25/khoan-2/diem-b", "remedy — Tổ chức khắc phục"),
        ("keep", "Giữ danh hiệu"),
        ("old_title_never_conformed", "Cảnh báo khi rà soát"),
        ("dieu-23/khoan-4", "dành cho hội đồng: Bản sắc văn hóa dân tộc"),
        ("dieu-4/khoan-6", "Được thực hiện qua các quy tắc: Ngành nghề nông thôn"),
    ],
)
def test_papers_outcomes_notes_and_what_is_left_to_people_are_shown(wanted, words):
    assert words in law(wanted, "--on", "2024-01-01")


def test_an_id_that_is_no_law_on_that_day_names_the_nearest():
    result = CliRunner().invoke(main, ["law", "village.household", "--on", "2024-01-01"])
    assert result.exit_code == 2
    assert "village.households" in result.output


# What changed between two days.


def changed(first: str, second: str, lang: str = "vi") -> dict[str, dict[str, tuple[str, str]]]:
    diff = law_diff(installed(), date.fromisoformat(first), date.fromisoformat(second), lang)
    return {each.after.id: {label: (one, other) for label, one, other in each.lines} for each in diff.changed}


def test_the_share_went_from_30_to_20_percent_and_began_to_decide():
    lines = changed("2018-05-31", "2018-06-01")["village.households"]
    assert [("30 %" in one, "20 %" in other) for one, other in [lines["law.condition"]]] == [(True, True)]
    assert lines["law.citation"][1] == "điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP"
    assert lines["law.effect"] == ("chỉ để giải thích", "")


def test_the_exception_and_the_third_criterion_ended_and_the_environment_came():
    diff = law_diff(installed(), date(2018, 5, 31), date(2018, 6, 1), "vi")
    assert "village.law_abiding" in {each.id for each in diff.ended}
    assert {"village.environment", "craft.developing", "decide"} <= {each.id for each in diff.added}


def test_on_1_july_2025_the_commune_took_the_place_of_the_district():
    lines = changed("2025-06-30", "2025-07-01")
    assert {"prepare", "list_for_revocation", "report"} <= lines.keys()
    assert lines["prepare"]["law.authority"] == ("Ủy ban nhân dân cấp huyện", "Ủy ban nhân dân cấp xã")
    assert lines["ha-nam"]["law.covers"][1].startswith("Ninh Bình")


def test_on_1_july_2025_the_province_began_to_approve_environmental_plans():
    lines = changed("2025-06-30", "2025-07-01")["environment.plan"]
    assert lines["law.competent"] == ("Ủy ban nhân dân cấp huyện", "Ủy ban nhân dân cấp tỉnh")


def test_the_papers_of_a_dossier_came_with_the_decree():
    diff = law_diff(installed(), date(2000, 1, 1), date(2018, 6, 1), "vi")
    assert {"document.household_list", "nd-52-2018/dieu-6/khoan-2"} <= {each.id for each in diff.added}
    assert "Hồ sơ đề nghị công nhận làng nghề" in {each.title for each in diff.added}
    assert {"recommend_refusal", "remedy", "old_title_never_conformed"} <= {each.id for each in diff.added}


def test_a_time_limit_of_a_province_ends():
    diff = law_diff(installed(), date(2025, 6, 30), date(2025, 7, 1), "vi")
    assert "ba-ria-vung-tau/time_limits/decision" in {each.id for each in diff.ended}


def test_between_two_days_of_one_law_nothing_changed():
    assert "Không có gì thay đổi" in law("diff", "2023-02-01", "2023-03-01")


def test_in_2022_the_environmental_law_changed():
    assert changed("2021-12-31", "2022-01-01", "en")["environment.self_management"]["law.citation"] == (
        "point c, clause 1, Article 70, Law on Environmental Protection No. 55/2014/QH13",
        "clause 1, Article 56, Law on Environmental Protection No. 72/2020/QH14",
    )


def made_up(**more: object) -> langnghe.Dossier:
    content = {
        "format": "langnghe/dossier/v1",
        "id": "THU-001",
        "title": "craft_village",
        "proposed_on": "2022-07-29",
        "place": {"name": "Làng Thử", "province": "Tỉnh Thử"},
        "activities": [4],
        "households": {"total": 100, "participating": 20},
        "production": {"stable_since": "2015"},
        "environment": {
            "plan": {"approved_on": "2021-05-04", "approved_by": "district"},
            "self_management_group": True,
            "wastewater_collection": True,
            "central_treatment": "none",
            "solid_waste_point": True,
            "solid_waste_transport": True,
        },
        "documents": [{"kind": kind} for kind in ("household_list", "results_two_years", "environment_assurance")],
    }
    return langnghe.Dossier.model_validate(content | more)


def test_a_dossier_comes_out_differently_where_the_environmental_law_was_not_encoded():
    # Measured on 29 July 2022 both times: the law of 2014 has no environmental conditions, that of 2024 has four.
    found = reversed_by(installed(), made_up(), date(2014, 1, 1), date(2024, 1, 1), "vi")
    assert found is not None
    assert (found.before.on, found.after.on) == (date(2022, 7, 29), date(2022, 7, 29))
    assert (found.before.outcome, found.after.outcome) == ("undetermined", "eligible")
    differing = {each.criterion for each in found.findings}
    assert differing == {
        "village.environment",
        "environment.plan",
        "environment.self_management",
        "environment.wastewater",
        "environment.solid_waste",
    }


def test_a_dossier_that_the_change_does_not_touch_is_not_told_of():
    assert reversed_by(installed(), made_up(), date(2025, 6, 30), date(2025, 7, 1), "vi") is None


def test_a_lower_share_in_a_changed_law_turns_a_village_over(tmp_path):
    path = copied(tmp_path) / "nd-52-2018" / "dieu-5.yaml"
    rules = path.read_text("utf-8")
    start = rules.index("  - id: village.households")
    end = rules.index("  - id: village.stability")
    rule = rules[start:end]
    dated = rule.replace("    name:", "    in_force: {from: 2018-06-01, to: 2026-12-31}\n    name:", 1)
    lower = rule.replace("    name:", "    in_force: {from: 2027-01-01}\n    name:", 1).replace(": 20}", ": 15}")
    path.write_text(rules[:start] + dated + lower + rules[end:], "utf-8")
    rulebook = load_rulebook(tmp_path / "rules")
    village = made_up(households={"total": 100, "participating": 16})
    found = reversed_by(rulebook, village, date(2026, 12, 31), date(2027, 1, 1), "vi")
    assert found is not None
    assert (found.before.outcome, found.after.outcome) == ("not_eligible", "eligible")
    assert [(each.before.verdict, each.after.verdict) for each in found.findings] == [("not_met", "met")]


def test_the_command_tells_of_the_dossiers_in_a_folder(tmp_path):
    for number, village in enumerate((made_up(), made_up(environment={"self_management_group": False}))):
        content = village.content() | {"id": f"THU-{number}"}
        (tmp_path / f"{number}.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    shown = law("diff", "2014-01-01", "2024-01-01", "--dossiers", str(tmp_path))
    assert "2 hồ sơ được xét" in shown
    assert "THU-0 — làng nghề, đo ngày 29/07/2022: CHƯA ĐỦ CĂN CỨ → ĐỦ ĐIỀU KIỆN" in shown
    assert "THU-1 — làng nghề, đo ngày 29/07/2022: CHƯA ĐỦ CĂN CỨ → KHÔNG ĐỦ ĐIỀU KIỆN" in shown
    assert "tiêu chí của Nghị định vẫn được dùng để đo" in shown


def test_a_dossier_that_cannot_be_read_is_reported_and_the_others_are_compared(tmp_path):
    (tmp_path / "good.yaml").write_text(yaml.safe_dump(made_up().content(), allow_unicode=True), "utf-8")
    (tmp_path / "bad.yaml").write_text("format: langnghe/dossier/v1\n", "utf-8")
    result = CliRunner().invoke(main, ["law", "diff", "2014-01-01", "2024-01-01", "--dossiers", str(tmp_path)])
    assert result.exit_code == 1
    assert "1 hồ sơ được xét" in result.output
    assert "bad.yaml" in result.output


# A day before the Decree: its criteria are measured all the same, with a warning.


def test_before_the_decree_a_warning_says_so():
    codes = {each.code for each in langnghe.assess(made_up(), on=date(2018, 5, 31)).warnings}
    assert "law_not_in_force" in codes
    assert "law_not_in_force" not in {each.code for each in langnghe.assess(made_up(), on=date(2018, 6, 1)).warnings}


def test_before_2015_the_environment_is_undetermined():
    environment = {
        day: next(
            each.verdict
            for each in langnghe.assess(made_up(), on=day).findings
            if each.criterion == "village.environment"
        )
        for day in (date(2014, 12, 31), date(2022, 7, 29))
    }
    assert environment == {date(2014, 12, 31): "undetermined", date(2022, 7, 29): "met"}


def test_what_no_law_determines_is_no_difference():
    # The law of 2014 has no environmental conditions encoded, and nothing is known of them under that of 2024.
    unknown = made_up(environment=None)
    assert reversed_by(installed(), unknown, date(2014, 1, 1), date(2024, 1, 1), "vi") is None

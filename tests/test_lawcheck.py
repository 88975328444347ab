"""Static checks of a rulebook: each way in which one that loads can still be wrong is found, with file and line."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner

from langnghe.cli import main
from langnghe.engine.facts import FIELDS
from langnghe.engine.law import lawcheck
from langnghe.engine.law.lawcheck import annotation_of, check_law
from langnghe.engine.law.statute import FILE

if TYPE_CHECKING:
    from langnghe.engine.problems import Problem

RULES: Final = Path(str(files("langnghe").joinpath("rules")))
HOUSEHOLDS: Final = "nd-52-2018/dieu-5/khoan-3/diem-a"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


def edit(rules: Path, name: str, old: str, new: str) -> None:
    path = rules / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def line_of(rules: Path, name: str, words: str) -> int:
    lines = (rules / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_the_installed_rules_are_sound():
    assert check_law(RULES) == []


def test_a_rulebook_that_does_not_load_is_told_as_when_loading(rules):
    edit(rules, "nd-52-2018/dieu-5.yaml", "{criterion: village.activity}", "{criterion: village.aktivity}")
    assert codes(check_law(rules)) == ["no_such_rule"]


def test_a_criterion_that_no_title_asks_for_is_found(rules):
    """Left out of both titles that had it."""
    for _ in range(2):
        edit(rules, "nd-52-2018/dieu-5.yaml", "        - {criterion: village.stability}\n", "")
    (problem,) = check_law(rules)
    assert (problem.code, problem.context["got"]) == ("rule_unreached", "village.stability")
    assert (problem.file, problem.line) == (
        "nd-52-2018/dieu-5.yaml",
        line_of(rules, "nd-52-2018/dieu-5.yaml", "- id: village.stability"),
    )


def test_days_between_two_laws_are_found(rules):
    edit(rules, "luat-55-2014/instrument.yaml", "to: 2021-12-31", "to: 2021-11-30")
    found = check_law(rules)
    assert set(codes(found)) == {"dates_gap"}
    assert {(str(each.context["first"]), str(each.context["last"])) for each in found} == {("2021-12-01", "2021-12-31")}


def test_days_without_a_competent_authority_are_found(rules):
    edit(
        rules,
        "luat-72-2020/dieu-56.yaml",
        "{authority: district, to: 2025-06-30}",
        "{authority: district, to: 2025-06-29}",
    )
    (problem,) = check_law(rules)
    assert (problem.code, str(problem.context["first"]), str(problem.context["last"])) == (
        "dates_gap",
        "2025-06-30",
        "2025-06-30",
    )


def test_two_authorities_on_one_day_are_found(rules):
    edit(
        rules,
        "luat-72-2020/dieu-56.yaml",
        "{authority: district, to: 2025-06-30}",
        "{authority: district, to: 2025-07-01}",
    )
    assert codes(check_law(rules)) == ["dates_overlap"]


def test_a_value_that_no_dossier_can_have_is_found(rules):
    edit(rules, "luat-72-2020/dieu-56.yaml", "values: [compliant, none]", "values: [compliant, no_system]")
    found = check_law(rules)
    assert "value_unfillable" in codes(found)
    unfillable = next(each for each in found if each.code == "value_unfillable")
    assert (unfillable.context["got"], unfillable.context["known"]) == ("no_system", "none, compliant, non_compliant")


def test_every_field_that_rules_may_name_has_a_place_in_the_dossier():
    assert [field for field in FIELDS if annotation_of(field) is None] == []


def test_a_field_without_a_place_in_the_dossier_is_found(rules, monkeypatch):
    """Such as one that was renamed in the dossier and not in the list of fields."""
    monkeypatch.setitem(FIELDS, "households.counted", "count")
    edit(rules, "nd-52-2018/dieu-5.yaml", "of: households.participating", "of: households.counted")
    found = check_law(rules)
    assert "field_unfillable" in codes(found)
    assert "no_words" in codes(found)  # nor has it a name that people can read


def test_an_authority_without_a_name_in_words_is_found(rules):
    edit(rules, "luat-72-2020/dieu-56.yaml", "{authority: province, from", "{authority: ministry, from")
    found = check_law(rules)
    assert {(each.code, each.context["key"], each.context["lang"]) for each in found} == {
        ("no_words", "value.ministry", "vi"),
        ("no_words", "value.ministry", "en"),
    }


def test_a_slot_that_one_language_leaves_out_is_found(rules):
    edit(rules, "nd-52-2018/dieu-5.yaml", 'vi: "{of}/{in} hộ tham gia, đạt {share},', 'vi: "Tỷ lệ {share},')
    (problem,) = check_law(rules)
    assert (problem.code, problem.context["got"]) == ("slots_differ", "in, of")


def test_too_many_rules_for_one_fact_are_found(monkeypatch):
    """No rulebook gets there, because facts are divided in time; a lower limit shows that the check counts."""
    monkeypatch.setattr(lawcheck, "MOST_RULES_A_FACT", 5)
    found = check_law(RULES)
    assert set(codes(found)) == {"fact_crowded"}


def test_a_changed_quotation_is_found_by_its_provision(rules):
    edit(rules, "nd-52-2018/dieu-5.yaml", "Có tối thiểu 20% tổng số hộ", "Có tối thiểu 30% tổng số hộ")
    (problem,) = check_law(rules)
    stored = line_of(rules, FILE, HOUSEHOLDS)
    assert (problem.code, problem.path, problem.file, problem.line) == ("statute_differs", HOUSEHOLDS, FILE, stored)


def test_a_quotation_laid_out_anew_is_the_same(rules):
    edit(
        rules, "nd-52-2018/dieu-5.yaml", "Có tối thiểu 20% tổng số hộ trên", "Có tối thiểu 20%\n      tổng  số hộ trên"
    )
    assert check_law(rules) == []


def test_a_changed_quotation_is_accepted_once_its_line_is_stored(rules):
    """The message gives the line to store, for when the statute itself was amended."""
    edit(rules, "nd-52-2018/dieu-5.yaml", "Có tối thiểu 20% tổng số hộ", "Có tối thiểu 25% tổng số hộ")
    (problem,) = check_law(rules)
    stored = (rules / FILE).read_text(encoding="utf-8").splitlines()
    stored[problem.line - 1] = problem.context["line"]
    (rules / FILE).write_text("\n".join(stored), encoding="utf-8")
    assert check_law(rules) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda lines: [line for line in lines if HOUSEHOLDS not in line], "statute_new"),
        (lambda lines: [*lines, f"{'0' * 64}  nd-52-2018/dieu-99"], "statute_gone"),
        (lambda lines: [*lines, "điểm a khoản 3"], "statute_line"),
        (lambda lines: [*lines, lines[-1]], "statute_twice"),
    ],
)
def test_the_stored_statute_itself_is_checked(rules, change, code):
    path = rules / FILE
    path.write_text("\n".join(change(path.read_text(encoding="utf-8").splitlines())), encoding="utf-8")
    assert codes(check_law(rules)) == [code]


def test_the_command_says_that_nothing_is_wrong():
    result = CliRunner().invoke(main, ["law", "check"])
    assert result.exit_code == 0
    assert "Không có lỗi" in result.output


def test_the_command_names_file_line_and_remedy(rules):
    edit(rules, "luat-55-2014/instrument.yaml", "to: 2021-12-31", "to: 2021-11-30")
    result = CliRunner().invoke(main, ["law", "check", str(rules), "--lang", "en"])
    assert result.exit_code == 1
    assert "luat-72-2020/dieu-56.yaml:" in result.stderr
    assert "let one period follow the other" in result.stderr


def test_the_printed_hashes_are_those_stored():
    result = CliRunner().invoke(main, ["law", "check", "--hashes"])
    stored = [line for line in (RULES / FILE).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert result.output.splitlines() == stored

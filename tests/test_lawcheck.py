"""Static checks of a rulebook: each way in which one that loads can still be wrong is found, with file and line."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner

import langnghe
from langnghe.cli import main
from langnghe.engine.facts import FIELDS
from langnghe.engine.law import lawcheck, questions
from langnghe.engine.law.lawcheck import annotation_of, check_law
from langnghe.engine.law.rulebook import load_rulebook
from langnghe.engine.law.statute import FILE

if TYPE_CHECKING:
    from langnghe.engine.problems import Problem

RULES: Final = Path(str(files("langnghe").joinpath("rules")))
DIEU_5: Final = "nd-52-2018/dieu-5.yaml"
DIEU_6: Final = "nd-52-2018/dieu-6.yaml"
DIEU_55: Final = "luat-55-2014/instrument.yaml"
DIEU_56: Final = "luat-72-2020/dieu-56.yaml"
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


@dataclass(frozen=True)
class Break:
    """One way to break a rulebook that still loads, or nearly: what is changed, and what is told where."""

    file: str
    old: str
    new: str
    code: str
    place: str
    words: str  # of the line that is told


def _ends(first: str, last: str) -> str:
    return f"  - id: village.stability\n    in_force: {{from: {first}, to: {last}}}\n"


STABILITY: Final = "  - id: village.stability\n"
PLAN: Final = "- id: environment.plan"
BREAKS: Final = {
    "days between two laws": Break(DIEU_55, "to: 2021-12-31", "to: 2021-11-30", "dates_gap", DIEU_56, PLAN),
    "a day without a competent authority": Break(
        DIEU_56, "district, to: 2025-06-30", "district, to: 2025-06-29", "dates_gap", DIEU_56, PLAN
    ),
    "two authorities on one day": Break(
        DIEU_56, "district, to: 2025-06-30", "district, to: 2025-07-01", "dates_overlap", DIEU_56, PLAN
    ),
    "a day without a role": Break(DIEU_6, "to: 2025-06-30", "to: 2025-06-29", "dates_gap", DIEU_6, "from: 2025-07-01"),
    "a role held twice": Break(DIEU_6, "to: 2025-06-30", "to: 2025-07-01", "rule_twice", DIEU_6, "- id: prepare"),
    "a criterion that ends before its title": Break(
        DIEU_5, STABILITY, _ends("2018-06-01", "2024-12-31"), "rule_absent", DIEU_5, "requires:"
    ),
    "a criterion that is never law with its title": Break(
        DIEU_5, STABILITY, _ends("2001-01-01", "2001-12-31"), "rule_absent", DIEU_5, "requires:"
    ),
    "a value that no dossier has": Break(
        DIEU_56, "[compliant, none]", "[compliant, no_system]", "value_unfillable", DIEU_56, "- id: environment.waste"
    ),
    "an authority without a name in words": Break(
        DIEU_56, "{authority: province, from", "{authority: ministry, from", "no_words", DIEU_56, PLAN
    ),
    "a slot that one language leaves out": Break(
        DIEU_5, '"{of}/{in} hộ tham gia, đạt {share},', '"Tỷ lệ {share},', "slots_differ", DIEU_5, "met:"
    ),
    "a craft's criterion asked of a village": Break(
        DIEU_5, "{some_craft: craft.traditional}", "{criterion: craft.age}", "rests_on_other", DIEU_5, "requires:"
    ),
    "a village's criterion asked of a craft": Break(
        DIEU_5, "- {criterion: craft.age}", "- {criterion: village.activity}", "rests_on_other", DIEU_5, "requires:"
    ),
    "a village's criterion asked of some craft": Break(
        DIEU_5, "{some_craft: craft.", "{some_craft: village.activity} #", "rests_on_other", DIEU_5, "requires:"
    ),
    "a craft among the conditions of a village": Break(
        DIEU_5,
        "- id: craft.age\n",
        "- id: craft.age\n    group: environment\n",
        "rests_on_other",
        DIEU_5,
        "{every_in_force",
    ),
    "a criterion that asks for the title": Break(
        DIEU_5,
        "{holds: crafts.cultural_identity}",
        "{verdict: {of: title, is: met}}",
        "not_found_yet",
        DIEU_5,
        "{verdict: ",
    ),
    "papers that depend on whether they are complete": Break(
        DIEU_6, "{holds_title: craft_village}", "{verdict: {of: documents, is: met}}", "not_found_yet", DIEU_6, "when:"
    ),
    "papers that no dossier comes to": Break(
        DIEU_6,
        "    when: {holds_title: craft_village}\n",
        "",
        "path_unreached",
        DIEU_6,
        "title: traditional_craft_village",
    ),
    "a title without papers in the last case": Break(
        DIEU_6,
        "    sets: [craft, village]",
        "    sets: [craft, village]\n    when: {attached: awards}",
        "paths_open",
        DIEU_6,
        "when: {attached: awards}",
    ),
    "a review that keeps no title": Break(
        DIEU_6,
        "when: {verdict: {of: title, is: met}}\n    name: {vi: Giữ",
        "when: {known: titles_held.decided_on}\n    name: {vi: Giữ",
        "table_open",
        DIEU_6,
        "review_outcomes:",
    ),
    "a set of papers that no paper belongs to": Break(
        DIEU_6, "sets: [village]", "sets: [vilage]", "no_such_set", DIEU_6, "sets: [vilage]"
    ),
    "a paper of a set that no title asks for": Break(
        DIEU_6, "    set: village", "    set: vilage", "set_unasked", DIEU_6, "set: vilage"
    ),
    "a kind of paper that no dossier has": Break(
        DIEU_6, "{holds_title: craft_village}", "{attached: decision}", "value_unfillable", DIEU_6, "- title: trad"
    ),
    "two recommendations of one name": Break(
        DIEU_6, "- id: recommend_refusal", "- id: request_documents", "id_twice", DIEU_6, "- id: request_documents"
    ),
    "two papers of one name": Break(
        DIEU_6, "- id: document.results", "- id: document.environment", "id_twice", DIEU_6, "- id: document.environment"
    ),
    "a quotation that is not the statute's": Break(
        DIEU_5, "tối thiểu 20% tổng", "tối thiểu 30% tổng", "statute_differs", FILE, HOUSEHOLDS
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_rulebook_broken_in_one_way_is_found_with_file_and_line(rules, name):
    broken = BREAKS[name]
    edit(rules, broken.file, broken.old, broken.new)
    told = [each for each in check_law(rules) if each.code == broken.code]
    assert told
    assert all(each.file and each.line for each in told)
    lines = (rules / broken.place).read_text(encoding="utf-8").splitlines()
    assert any(broken.words in lines[each.line - 1] for each in told if each.file == broken.place)


@pytest.mark.parametrize("wrong", ["off: 2026-01-03", "worked: 2026-01-12"])
def test_a_swap_takes_a_working_day_off_against_a_day_of_rest(rules, wrong):
    """2 January 2026 was a Friday and the 10th a Saturday; the 3rd was a Saturday, the 12th a Monday."""
    key = wrong.split(":")[0]
    right = {"off": "off: 2026-01-02", "worked": "worked: 2026-01-10"}[key]
    edit(rules, "working-days.yaml", right, wrong)
    (problem,) = check_law(rules)
    assert (problem.code, problem.file) == ("swap_days", "working-days.yaml")
    assert wrong.split(": ")[1] in problem.message("vi")


@pytest.mark.parametrize(
    "name", ["rulebook.yaml", "working-days.yaml", "nd-52-2018/instrument.yaml", "programmes/ha-noi-2018.yaml"]
)
def test_a_copy_left_beside_a_file_is_told_of(rules, name):
    """Either of the two could be the one that counts."""
    copy = name.replace(".yaml", "-copy.yaml")
    shutil.copy(rules / name, rules / copy)
    (problem,) = check_law(rules)
    assert (problem.code, {problem.file, problem.context["other"]}) == ("file_twice", {name, copy})


def test_the_days_without_a_rule_are_told(rules):
    edit(rules, "luat-55-2014/instrument.yaml", "to: 2021-12-31", "to: 2021-11-30")
    found = check_law(rules)
    assert set(codes(found)) == {"dates_gap"}
    assert {(str(each.context["first"]), str(each.context["last"])) for each in found} == {("2021-12-01", "2021-12-31")}


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("nd-52-2018/instrument.yaml", "in_force: {from: 2018-06-01}"),
        ("luat-72-2020/instrument.yaml", "in_force: {from: 2022-01-01}"),
        ("provinces/ha-noi.yaml", "in_force: {from: 2020-03-12}"),
    ],
)
def test_the_last_day_of_the_calendar_stands_for_no_end(rules, name, old):
    edit(rules, name, old, old.replace("}", ", to: 9999-12-31}"))
    assert check_law(rules) == []


def test_a_title_without_papers_or_outcomes_is_found_before_anyone_asks_for_it():
    """Such a rulebook loads; nothing could be assessed with it."""
    base = RULES.parent / "fixtures" / "rules-malformed" / "base"
    found = [each for each in check_law(base) if each.code == "title_without"]
    parts = ["document_paths", "recommendations", "review_outcomes", "time_limits (id: decision)"]
    assert [each.context["part"] for each in found] == parts
    assert {(each.file, each.line) for each in found} == {("nd-1-2000/dieu-1.yaml", 29)}


def test_rules_that_rest_on_rules_without_end_are_refused(rules):
    """What follows them down would run out of stack; no law reasons in forty steps."""
    words = "{vi: a, en: b}"
    said = f"name: {words}, required: {words}, reasons: {{met: {words}, not_met: {words}, undetermined: {words}}}"
    chain = "".join(
        f"  - {{id: c{n}, provision: dieu-5/khoan-1, {said}, requires: {{criterion: c{n + 1}}}}}\n" for n in range(60)
    )
    chain += f"  - {{id: c60, provision: dieu-5/khoan-1, {said}, requires: {{known: crafts}}}}\n"
    edit(rules, DIEU_5, "\nrules:\n", f"\nrules:\n{chain}")
    found = check_law(rules)
    assert set(codes(found)) == {"rules_deep"}
    assert found[0].line == line_of(rules, DIEU_5, "{id: c0,")


def test_a_rule_file_that_asks_for_hours_is_refused(rules):
    words = "{vi: a, en: b}"
    rows = "".join(
        f"  - {{code: r_{n}, provision: dieu-6/khoan-6, when: {{known: crafts}}, message: {words}, kind: note}}\n"
        for n in range(500)
    )
    edit(rules, DIEU_6, "\nreview_notes:\n", f"\nreview_notes:\n{rows}")
    assert codes(check_law(rules)) == ["many_rules"]


def test_a_value_that_no_dossier_can_have_is_told_with_those_it_can(rules):
    edit(rules, DIEU_56, "values: [compliant, none]", "values: [compliant, no_system]")
    unfillable = next(each for each in check_law(rules) if each.code == "value_unfillable")
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


def test_words_that_lack_in_one_language_are_found_where_the_other_has_them(monkeypatch):
    short = {key: words for key, words in lawcheck.catalogue("en").items() if key != "problem.rule_unreached"}
    real = lawcheck.catalogue
    monkeypatch.setattr(lawcheck, "catalogue", lambda lang: short if lang == "en" else real(lang))
    (problem,) = check_law(RULES)
    assert (problem.code, problem.context) == ("no_words", {"key": "problem.rule_unreached", "lang": "en"})
    catalogue = (RULES.parent / "engine" / "words" / "messages" / problem.file).read_text(encoding="utf-8")
    assert catalogue.splitlines()[problem.line - 1].strip().startswith("rule_unreached:")


def test_too_many_rules_for_one_fact_are_found(monkeypatch):
    """A lower limit shows that the check counts, and names the title's line."""
    monkeypatch.setattr(questions, "MOST_RULES_A_FACT", 5)
    found = check_law(RULES)
    assert set(codes(found)) == {"fact_crowded"}
    assert (DIEU_5, line_of(RULES, DIEU_5, "- id: traditional_craft_village")) in {(p.file, p.line) for p in found}


def test_no_rulebook_crowds_a_fact_however_many_criteria_a_title_has(rules):
    """Facts are divided in time: a hundred criteria more, each with two rules, and both evaluators still agree."""
    words = "{vi: a, en: b}"
    said = f"name: {words}, required: {words}, reasons: {{met: {words}, not_met: {words}, undetermined: {words}}}"
    more = "".join(
        f"  - {{id: m{n}, provision: dieu-5/khoan-1, {said}, requires: {{present: activities}}}}\n" for n in range(100)
    )
    asked = "".join(f"        - {{criterion: m{n}}}\n" for n in range(100))
    edit(rules, DIEU_5, "\nrules:\n", f"\nrules:\n{more}")
    edit(
        rules,
        DIEU_5,
        "        - {criterion: village.activity}\n",
        f"        - {{criterion: village.activity}}\n{asked}",
    )
    assert codes(check_law(rules)) == []
    rulebook = load_rulebook(rules)
    village = langnghe.load(RULES.parent / "fixtures" / "villages" / "DB-2022-NA-TAU-1.yaml")
    ours, theirs = (langnghe.assess(village, rulebook=book) for book in (None, rulebook))
    assert theirs.outcome == ours.outcome
    assert len(theirs.findings) >= len(ours.findings) + 100


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

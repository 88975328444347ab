"""Every point of the provisions in scope is encoded, left to the council, or out of scope with a reason."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from click.testing import CliRunner

from langnghe.cli import main
from langnghe.engine.law.coverage import coverage
from langnghe.engine.law.rulebook import installed, load_rulebook

RULES: Final = Path(__file__).resolve().parent.parent / "rules"

# The articles as the Decree has them, counted by hand: clauses, and in brackets the points of each.
POINTS: Final = {
    "dieu-3": {1: "", 2: "", 3: ""},
    "dieu-4": dict.fromkeys(range(1, 8), ""),
    "dieu-5": {1: "", 2: "abc", 3: "abc", 4: ""},
    "dieu-6": {1: "abc", 2: "abc", 3: "abc", 4: "ab", 5: "", 6: "", 7: ""},
    "dieu-14": {1: ""},
    "dieu-23": {2: "", 4: ""},
    "dieu-25": {1: "", 2: "ab", 3: ""},
}


def decreed() -> set[str]:
    clauses = {f"{article}/khoan-{number}" for article, clauses in POINTS.items() for number in clauses}
    points = {
        f"{article}/khoan-{number}/diem-{letter}"
        for article, clauses in POINTS.items()
        for number, letters in clauses.items()
        for letter in letters
    }
    return clauses | points


def test_every_clause_and_point_of_the_decree_has_its_row():
    rows = {row.provision.removeprefix("nd-52-2018/") for row in coverage(installed(), "vi")}
    assert rows - {"dieu-3", "dieu-4"} == decreed()


def test_no_row_is_empty():
    empty = [row.provision for row in coverage(installed(), "vi") if row.treatment == "missing" or not row.text]
    assert empty == []


def test_what_is_not_encoded_says_why_in_both_languages():
    for lang in ("vi", "en"):
        left = [row for row in coverage(installed(), lang) if row.treatment != "encoded"]
        assert {row.provision for row in left} == {
            "nd-52-2018/dieu-3/khoan-1",
            "nd-52-2018/dieu-6/khoan-5",
            "nd-52-2018/dieu-14/khoan-1",
            "nd-52-2018/dieu-23/khoan-2",
            "nd-52-2018/dieu-23/khoan-4",
            "nd-52-2018/dieu-25/khoan-3",
        }
        assert all(row.why for row in left)


def test_a_row_names_the_rules_that_carry_it():
    rows = {row.provision: row.by for row in coverage(installed(), "vi")}
    assert rows["nd-52-2018/dieu-5/khoan-3/diem-a"] == ("village.households",)
    assert set(rows["nd-52-2018/dieu-5/khoan-2/diem-a"]) == {"craft.age", "craft.developing"}
    assert set(rows["nd-52-2018/dieu-6/khoan-7"]) == {"report", "yearly"}


def test_a_provision_without_rule_or_reason_is_missing(tmp_path):
    shutil.copytree(RULES, tmp_path / "rules")
    path = tmp_path / "rules" / "nd-52-2018" / "dieu-14.yaml"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("    left:")], "utf-8")
    (tmp_path / "rules" / "nd-52-2018" / "dieu-23.yaml").unlink()
    missing = {row.provision for row in coverage(load_rulebook(tmp_path / "rules"), "vi") if row.treatment == "missing"}
    assert missing == {"nd-52-2018/dieu-14/khoan-1", "nd-52-2018/dieu-23/khoan-2", "nd-52-2018/dieu-23/khoan-4"}


def test_the_command_prints_the_table():
    shown = CliRunner().invoke(main, ["law", "coverage"]).output
    assert "điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP" in shown
    assert "dành cho hội đồng" in shown
    assert "CHƯA CÓ" not in shown

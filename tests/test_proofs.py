"""The proofs themselves: a mutant that the scenarios miss is named, a gap in coverage is shown, none is invented."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import mcdc
import mutation
import practice
import pytest
from mutants import Mutant, mutants, trees
from mutation import Trial, by_place, score, table
from pytest_bdd.feature import get_features
from scenarios import FEATURES, cases, first_failure, installed

from langnghe.engine.law import rulebook as rulebooks

if TYPE_CHECKING:
    from pathlib import Path

    from scenarios import Case

HOUSEHOLDS = "nd-52-2018/dieu-5/khoan-3/diem-a"


@cache
def every_mutant() -> tuple[Mutant, ...]:
    return tuple(mutants())


def the_mutant(place: str, words: str) -> Mutant:
    (found,) = [each for each in every_mutant() if each.place == place and each.words.startswith(words)]
    return found


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    return Trial(tmp_path)


def test_the_proofs_run_every_scenario_that_pytest_runs():
    rows = [
        row
        for feature in get_features([str(FEATURES)])
        for template in feature.scenarios.values()
        for row in [row for examples in template.examples for row in examples.as_contexts()] or [{}]
    ]
    assert len(cases()) == len(rows)
    assert first_failure(cases()) is None


def test_another_rulebook_is_in_force_only_as_long_as_it_is_installed(trial):
    before = rulebooks.installed().sha256
    changed = trial.original
    with installed(changed):
        assert rulebooks.installed() is changed
    assert rulebooks.installed() is not changed
    assert rulebooks.installed().sha256 == before


def test_a_threshold_moved_by_one_is_found_and_told_in_words_a_lawyer_reads(trial):
    tried = trial.of(the_mutant(HOUSEHOLDS, "đổi 20 % thành 21 %"))
    assert tried.fate == "killed"
    assert (
        tried.told()
        .replace("\N{NO-BREAK SPACE}", " ")
        .startswith(
            "đổi 20 % thành 21 %, ở điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP: kịch bản phát hiện: kịch bản «"
        )
    )


def test_without_its_scenario_the_same_mutant_gets_away(trial):
    """With the scenarios of documents alone nothing tells 20 % from 21 %."""
    trial.cases = [case for case in trial.cases if any("dieu-6/khoan-1" in tag for tag in case.provisions)]
    assert trial.cases
    tried = trial.of(the_mutant(HOUSEHOLDS, "đổi 20 % thành 21 %"))
    assert tried.fate == "survived"
    assert tried.told().endswith("không phát hiện")


def test_a_condition_said_twice_is_proved_to_change_nothing(trial):
    """Kleene's *and* and *or* are idempotent: 3² or more combinations, and the same verdict on each."""
    trial.cases = []
    twice = the_mutant("nd-52-2018/dieu-5/khoan-2/diem-c", "lặp lại điều kiện «có ít nhất một mục")
    assert trial.of(twice).proof == "giống nhau ở cả 9 tổ hợp"


def test_rows_that_exclude_each_other_may_be_asked_in_any_order(trial):
    trial.cases = []
    other_order = the_mutant("nd-52-2018/dieu-6/khoan-6", "xét «Chưa đủ căn cứ» trước «Giữ danh hiệu»")
    assert trial.of(other_order).fate == "equivalent"


def test_a_day_left_without_an_authority_is_found(trial):
    """The commune begins a day late: nobody may fill 1 July 2025 in its place."""
    late = the_mutant("nd-52-2018/dieu-6/khoan-6", "dời ngày 01/07/2025 thành 02/07/2025")
    assert trial.of(late).fate == "killed"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (HOUSEHOLDS, "đổi 20"),
        ("nd-52-2018/dieu-5/khoan-2/diem-c", "đổi «chỉ cần một» thành «phải đạt tất cả»"),
        ("nd-52-2018/dieu-5/khoan-3", "bỏ điều kiện «đạt «tỷ lệ hộ tham gia»»"),
        ("nd-52-2018/dieu-6/khoan-6", "dẫn khoản 7 Điều 6 Nghị định số 52/2018/NĐ-CP làm căn cứ của «Giữ danh hiệu»"),
        ("nd-52-2018/dieu-25/khoan-2/diem-b", "xét «Đề nghị xem xét thu hồi» trước «Tổ chức khắc phục»"),
        ("luat-72-2020", "dời ngày"),
        ("nd-52-2018/dieu-6/khoan-4/diem-b", "đổi 30 ngày làm việc"),
    ],
)
def test_what_decides_differently_is_never_proved_the_same(trial, place, words):
    trial.cases = []
    chosen = [each for each in every_mutant() if each.place == place and each.words.startswith(words)]
    assert chosen
    assert {trial.of(each).fate for each in chosen} <= {"survived", "rejected"}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("a threshold one lower", r"^đổi 20\s%\sthành 19\s%"),
        ("a threshold one higher", r"^đổi 20\s%\sthành 21\s%"),
        ("years one fewer", "^đổi 50 năm thành 49 năm"),
        ("years one more", "^đổi 2 năm thành 3 năm"),
        ("at least to more than", "^đổi «từ đủ 2 năm» thành «trên 2 năm»"),
        ("more than to at least", "^đổi «trên 50 năm» thành «từ đủ 50 năm»"),
        ("a conjunct dropped", "^bỏ điều kiện «"),
        ("a conjunct doubled", "^lặp lại điều kiện «"),
        ("and to or", "^đổi «phải đạt tất cả» thành «chỉ cần một»"),
        ("or to and", "^đổi «chỉ cần một» thành «phải đạt tất cả»"),
        ("at least one to every", "^đổi «có ít nhất một nghề» thành «mọi nghề»"),
        ("every to at least one", "^đổi «đạt mọi điều kiện» thành «đạt một trong các điều kiện»"),
        ("a condition negated", "^phủ định điều kiện «"),
        ("a negation dropped", "^bỏ chữ «không phải»"),
        ("a day later", r"^dời ngày 01/01/2022 thành 02/01/2022"),
        ("a day earlier", r"^dời ngày 01/07/2025 thành 30/06/2025"),
        ("two citations swapped", "^hoán đổi căn cứ của "),
        ("a paper no longer asked for", "^bỏ «"),
        ("a paper no longer taken", "^không nhận «"),
        ("an authority swapped", "^hoán đổi thẩm quyền của "),
        ("another authority", "^giao cho "),
        ("a working day fewer", "^đổi 30 ngày làm việc thành 29"),
    ],
)
def test_every_kind_of_change_that_is_asked_for_is_tried(kind, words):
    assert [each for each in every_mutant() if re.search(words, each.words)], kind


def test_twenty_percent_itself_is_held_though_the_rules_cannot_say_more_than(trial):
    """At exactly 20 % *more than 20 %* and *at least 21 %* say the same: what finds the one there finds the other."""
    exactly = [case for case in cases() if _exactly_a_fifth(case)]
    assert exactly
    trial.cases = exactly
    assert trial.of(the_mutant(HOUSEHOLDS, "đổi 20 % thành 21 %")).fate == "killed"


def _exactly_a_fifth(case: Case) -> bool:
    situation = case.run()
    results = [*([situation.assessment] if situation.assessment else []), *(situation.reviews or ())]
    counts = [result.decided.case.dossier.households for result in results]
    return any(
        each.total and each.participating and each.total.exact and 5 * each.participating.low == each.total.low
        and each.participating.exact
        for each in counts
    )  # fmt: skip


def test_practice_is_tried_as_the_law_is():
    """Provinces, cross-checks and swapped working days have tests of their own, enough of them without fixtures."""
    (file,) = {each.place for each in practice.mutants() if "ba-ria" in each.place}
    chosen = [each for each in practice.mutants() if each.place == file]
    assert {each.words for each in chosen} >= {"đổi 26 ngày làm việc thành 25", "đổi 26 ngày làm việc thành 27"}
    tests = practice.own_tests()
    assert {name for name, _ in tests} >= {"test_on_each_day_a_province_adds_what_its_plans_say_and_nothing_else"}
    assert len(tests) > 150


def test_a_change_of_practice_that_no_test_finds_fails_the_run(monkeypatch, capsys):
    monkeypatch.setattr(practice, "own_tests", list)
    survivors = [each for each in practice.mutants() if each.place == "cross-checks.yaml"][:2]
    monkeypatch.setattr(practice, "mutants", lambda: survivors)
    assert practice.main() == 1
    assert capsys.readouterr().out.count("không phát hiện") == 2


def test_a_change_of_practice_beyond_the_days_that_a_province_is_covered_shows_nowhere(monkeypatch):
    monkeypatch.setattr(practice, "own_tests", list)
    chosen = [each for each in practice.mutants() if "hung-yen" in each.place and "thành 01/01/2026" in each.words]
    monkeypatch.setattr(practice, "mutants", lambda: chosen)
    fates = {
        each.mutant.words.split(" của ")[0]: each for each in practice.tried() if "địa bàn" not in each.mutant.words
    }
    assert {each.fate for each in fates.values()} == {"equivalent"}
    assert all("ngày" in each.proof for each in fates.values())


def test_mutants_differ_from_the_rules_and_from_each_other():
    original = trees()
    assert all(each.files[name] != original[name] for each in every_mutant() for name in each.files)
    told = Counter((each.place, each.words, str(each.files)) for each in every_mutant())
    assert [mutant for mutant, times in told.items() if times > 1] == []


def test_everything_that_decides_has_mutants():
    """Every provision that something is encoded from, in every instrument that decides."""
    rulebook = rulebooks.installed()
    deciding = {each.id for each in rulebook.instruments.values() if each.role == "decides"}
    encoded = {
        each.full_provision
        for article in rulebook.articles
        if article.instrument in deciding
        for part in article.encoded().values()
        for each in part
    }
    assert encoded <= {each.place for each in every_mutant()}


def test_the_score_counts_what_was_found_among_what_decides():
    fates = Counter({"killed": 3, "survived": 1, "equivalent": 5, "rejected": 2})
    assert score(fates) == 75


def test_the_table_has_a_row_a_provision_and_one_for_all(trial):
    chosen = [each for each in every_mutant() if each.place in {HOUSEHOLDS, "nd-52-2018/dieu-5/khoan-3/diem-b"}]
    results = [trial.of(each) for each in chosen]
    assert len(table(results)) == 3
    assert table(results)[-1][1] == len(chosen)
    assert by_place(results)[HOUSEHOLDS]["killed"] > 0


def test_survivors_fail_the_run_and_are_scored(monkeypatch, capsys, tmp_path):
    survivor = mutation.Tried(the_mutant(HOUSEHOLDS, "đổi 20 % thành 21 %"), "survived")
    monkeypatch.setattr(mutation, "tried", lambda: [survivor])
    monkeypatch.setattr(mutation, "SCORES", tmp_path / "build" / "mutants.json")
    assert mutation.main() == 1
    assert "không phát hiện" in capsys.readouterr().out
    scored = json.loads((tmp_path / "build" / "mutants.json").read_text(encoding="utf-8"))
    assert scored == {"provisions": {HOUSEHOLDS: {"killed": 0, "rejected": 0, "equivalent": 0, "survived": 1}}}


def test_a_criterion_without_its_pair_of_scenarios_is_a_gap(monkeypatch):
    """Without the scenarios on households nothing shows that the share decides by itself."""
    kept = [case for case in cases() if "hộ" not in "".join(step.name for step, _ in case.steps)]
    monkeypatch.setattr(mcdc, "cases", lambda: kept)
    gaps = {(row.title, row.leaf.criterion) for row in mcdc.rows() if not row.good}
    assert ("craft_village", "village.households") in gaps
    assert ("traditional_craft", "craft.identity") not in gaps


def test_every_criterion_decides_by_itself():
    assert [row.cells() for row in mcdc.rows() if not row.good] == []

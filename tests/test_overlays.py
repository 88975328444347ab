"""Provincial overlays: process and money by place and day, and never a criterion."""

from __future__ import annotations

import ast
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

import langnghe
from langnghe.engine.law.places import locate, named
from langnghe.engine.law.rulebook import Rulebook, installed, load_rulebook
from langnghe.engine.problems import InvalidRules

ROOT: Final = Path(__file__).resolve().parent.parent
RULES: Final = ROOT / "rules"
MALFORMED: Final = ROOT / "fixtures" / "rules-malformed-overlays"
EXPECTED: Final[dict[str, dict[str, Any]]] = yaml.safe_load((MALFORMED / "expected.yaml").read_text("utf-8"))


def dossier(province: str, title: str = "craft_village") -> langnghe.Dossier:
    content = {
        "format": "langnghe/dossier/v1",
        "id": "THU-001",
        "title": title,
        "proposed_on": "2022-07-29",
        "place": {"name": "Làng Thử", "province": province},
        "activities": [4],
        "households": {"total": 100, "participating": 20},
        "production": {"stable_since": "2015"},
        "crafts": [{"name": "Nghề thử"}],
    }
    return langnghe.Dossier.model_validate(content)


def overlay_of(province: str, day: str, title: str = "craft_village", rulebook: Rulebook | None = None):
    return langnghe.assess(dossier(province, title), on=date.fromisoformat(day), rulebook=rulebook).province


def rules_with(tmp_path: Path, overlay: Path | str) -> Path:
    """The installed national rules with one overlay of the test's own."""
    root = tmp_path / "rules"
    (root / "provinces").mkdir(parents=True)
    for entry in RULES.iterdir():
        if entry.name != "provinces":
            (root / entry.name).symlink_to(entry)
    text = overlay if isinstance(overlay, str) else overlay.read_text("utf-8")
    (root / "provinces" / "thu.yaml").write_text(text, "utf-8")
    return root


# Money (khoản 1 Điều 14): Quyết định 02/2020/QĐ-UBND, in force from 12 March 2020.


@pytest.mark.parametrize(
    ("title", "amount"),
    [("traditional_craft_village", 12_000_000), ("craft_village", 6_000_000), ("traditional_craft", 6_000_000)],
)
def test_ha_noi_pays_for_each_title(title, amount):
    rules = overlay_of("Hà Nội", "2024-05-01", title)
    assert rules.support.amount_vnd == amount
    assert "02/2020/QĐ-UBND" in rules.support.source


def test_money_begins_on_the_day_the_decision_took_force():
    assert overlay_of("Hà Nội", "2020-03-11").support is None
    assert overlay_of("Hà Nội", "2020-03-12").support.amount_vnd == 6_000_000


def test_from_2026_a_note_says_that_the_amounts_are_under_revision():
    def revised(day: str) -> bool:
        return any("sửa đổi" in note.text for note in overlay_of("Hà Nội", day).notes)

    assert revised("2026-01-01")
    assert not revised("2025-12-31")


# Departments that appraise, as the plans name them.


def test_ha_noi_in_2026_has_six_departments_led_by_agriculture_and_environment():
    departments = overlay_of("Hà Nội", "2026-06-01").departments
    assert [each.name for each in departments if each.leads] == ["Sở Nông nghiệp và Môi trường"]
    assert {each.name for each in departments if not each.leads} == {
        "Sở Công Thương",
        "Sở Du lịch",
        "Sở Tài chính",
        "Sở Nội vụ",
        "Sở Văn hóa và Thể thao",
    }


def test_ha_noi_in_2018_was_led_by_industry_and_trade():
    assert [each.name for each in overlay_of("Hà Nội", "2018-06-01").departments] == ["Sở Công Thương"]


def test_every_part_names_its_source():
    for overlay in installed().overlays:
        assert {part.source for _, _, part in overlay.parts()} == overlay.sources.keys(), overlay.id


# Places and the mergers of 1 July 2025.


@pytest.mark.parametrize(
    ("province", "day", "overlay"),
    [
        ("Hà Nam", "2025-06-30", "ha-nam"),
        ("Hà Nam", "2025-07-01", "ha-nam"),
        ("tỉnh Hà Nam", "2024-01-01", "ha-nam"),
        ("HÀ NAM", "2024-01-01", "ha-nam"),
        ("Ninh Bình", "2025-06-30", None),
        ("Ninh Bình", "2025-07-01", "ha-nam"),
        ("Nam Định", "2025-07-01", None),
        ("Hưng Yên", "2025-12-31", "hung-yen"),
        ("Hưng Yên", "2026-01-01", None),
        ("Thái Bình", "2025-07-01", None),
        ("Tuyên Quang", "2026-01-01", "tuyen-quang"),
        ("Hà Giang", "2026-01-01", None),
        ("Bà Rịa–Vũng Tàu", "2025-06-30", "ba-ria-vung-tau"),
        ("Bà Rịa - Vũng Tàu", "2025-07-01", None),
        ("TP. Hồ Chí Minh", "2025-07-01", None),
        ("TP Hà Nội", "2025-07-01", "ha-noi"),
        ("Bến Tre", "2022-07-29", None),
        ("Tỉnh Thử", "2022-07-29", None),
    ],
)
def test_the_overlay_is_found_by_province_and_day(province, day, overlay):
    found = overlay_of(province, day)
    assert (found.overlay if found else None) == overlay


def test_after_the_merger_the_old_name_is_certain_and_the_new_one_is_not():
    old, new = overlay_of("Hà Nam", "2025-07-01"), overlay_of("Ninh Bình", "2025-07-01")
    assert (old.province, old.formerly, old.certain) == ("Ninh Bình", "Hà Nam", True)
    assert (new.province, new.formerly, new.certain) == ("Ninh Bình", "Hà Nam", False)
    assert "tỉnh được nhập" in old.interpretation
    assert overlay_of("Hà Nam", "2025-06-30").interpretation is None


def test_no_reading_says_itself_that_it_is_one_where_its_label_does():
    covers = [cover for overlay in installed().overlays for cover in overlay.covers if cover.interpretation]
    assert covers
    for cover in covers:
        assert not cover.interpretation.vi.startswith("Cách hiểu")
        assert "reading" not in cover.interpretation.en[:10]


MERGED: Final = """
format: langnghe/overlay/v1
id: thu
name: {vi: tỉnh Thử, en: Thử}
covers:
  - province: Ninh Bình
    formerly: Hà Nam
    from: 2025-07-01
    interpretation: {vi: Cách hiểu để thử, en: A reading for the test}
sources:
  plan: {vi: Kế hoạch thử, en: A made-up plan}
time_limits:
  - {id: decision, working_days: 20, source: plan}
support:
  - {title: craft_village, amount_vnd: 1000000, source: plan}
"""


def test_money_and_limits_of_a_merged_province_count_only_where_the_place_surely_lay_in_it(tmp_path):
    rulebook = load_rulebook(rules_with(tmp_path, MERGED))
    sure = langnghe.assess(dossier("Hà Nam"), on=date(2025, 8, 1), rulebook=rulebook)
    unsure = langnghe.assess(dossier("Ninh Bình"), on=date(2025, 8, 1), rulebook=rulebook)
    assert (sure.deadlines.working_days, sure.province.support.amount_vnd) == (20, 1_000_000)
    assert (unsure.deadlines.working_days, unsure.province.support) == (30, None)


def test_the_library_knows_every_province_and_merger_that_overlays_name():
    for overlay in installed().overlays:
        for cover in overlay.covers:
            name = cover.formerly or cover.province
            located = locate(name)
            assert located is not None
            assert located.before == name
            if cover.formerly:
                assert located.now == cover.province


@pytest.mark.parametrize("written", ["Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", "TP.HCM", "ho chi minh"])
def test_one_province_has_many_names(written):
    assert named(written, ["Hồ Chí Minh", "Hà Nội"]) == "Hồ Chí Minh"


def test_the_library_is_imported_only_for_names_that_need_it(tmp_path):
    program = (
        "import sys, langnghe; a = langnghe.assess(langnghe.load(sys.argv[1])); a.model_dump_json();"
        "print('vietnamadminunits' in sys.modules)"
    )

    def imports(province: str) -> str:
        path = tmp_path / "d.yaml"
        path.write_text(yaml.safe_dump(dossier(province).content(), allow_unicode=True), "utf-8")
        command = [sys.executable, "-I", "-c", program, str(path)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    assert [imports(each) for each in ("Hà Nội", "Bến Tre", "tỉnh Hà Nam")] == ["False", "False", "True"]


# An overlay cannot carry a criterion.


def test_a_province_changes_no_finding_and_no_outcome():
    without = langnghe.assess(dossier("Tỉnh Thử"), on=date(2026, 6, 1))
    for province in ("Hà Nội", "Hà Nam", "Tuyên Quang", "Hưng Yên"):
        assessment = langnghe.assess(dossier(province), on=date(2026, 6, 1))
        assert assessment.outcome == without.outcome
        assert assessment.findings == without.findings
        assert assessment.documents == without.documents


def test_every_mistake_has_its_expectation():
    assert {path.stem for path in MALFORMED.glob("*.yaml")} - {"expected"} == EXPECTED.keys()


@pytest.mark.parametrize("mistake", EXPECTED)
def test_a_bad_overlay_is_refused_with_file_line_and_what_would_be_right(mistake, tmp_path):
    expected = EXPECTED[mistake]
    with pytest.raises(InvalidRules) as caught:
        load_rulebook(rules_with(tmp_path, MALFORMED / f"{mistake}.yaml"))
    (problem,) = caught.value.problems
    assert (problem.code, problem.path, problem.line) == (expected["code"], expected["path"], expected["line"])
    assert problem.file == "provinces/thu.yaml"
    for lang, words in expected["says"].items():
        assert words in problem.message(lang)


def test_overlays_are_part_of_what_the_hash_is_over(tmp_path):
    with_overlay = load_rulebook(rules_with(tmp_path, MERGED))
    (tmp_path / "rules" / "provinces" / "thu.yaml").unlink()
    assert load_rulebook(tmp_path / "rules").sha256 != with_overlay.sha256


def test_a_province_is_looked_up_once_a_period():
    rulebook = installed()
    one, other = (rulebook.province_on("Hà Nội", date(2026, month, 1)) for month in (2, 3))
    assert one is not None
    assert one is other


def test_no_code_of_the_engine_names_a_province():
    names = {
        name
        for overlay in installed().overlays
        for cover in overlay.covers
        for name in (cover.province, cover.formerly)
    }
    named_in_code = [
        (path.name, node.value)
        for path in (ROOT / "engine").rglob("*.py")
        for statement in ast.walk(ast.parse(path.read_text("utf-8")))
        if not isinstance(statement, ast.Expr)  # docstrings may give an example
        for node in ast.iter_child_nodes(statement)
        if isinstance(node, ast.Constant) and any(name and name in str(node.value) for name in names)
    ]
    assert named_in_code == []

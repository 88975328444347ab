"""Cross-checks of a careful secretary: each warns with code, path and advice, and none changes a verdict."""

from __future__ import annotations

from typing import Any

import pytest

import langnghe

DOSSIER: dict[str, Any] = {
    "format": "langnghe/dossier/v1",
    "id": "GIA-DINH",
    "title": "craft_village",
    "proposed_on": "2026-03-15",
    "place": {"name": "Đông Mai", "province": "Tỉnh giả định", "commune": "Xã Giả Định"},
    "activities": [4],
    "households": {"total": 480, "participating": 96, "counted_on": "2026-01-10", "unit": "thôn Đông Mai"},
    "documents": [{"kind": "household_list", "issued_on": "2026-01-12"}],
}
COUNTED = DOSSIER["households"]


def warned(tree: dict[str, Any]) -> dict[str, str]:
    """The codes of the warnings, each with its path."""
    warnings = langnghe.assess(langnghe.Dossier.model_validate(tree)).warnings
    assert all(warning.message for warning in warnings)
    return {warning.code: warning.path for warning in warnings}


def test_a_dossier_in_order_has_no_warning() -> None:
    assert warned(DOSSIER) == {}


@pytest.mark.parametrize(
    ("households", "code", "path"),
    [
        (COUNTED | {"counted_on": None}, "count_undated", "households.counted_on"),
        # Counted on 15/03/2025, twelve months to the day before 15/03/2026.
        (COUNTED | {"counted_on": "2025-03-15"}, "count_old", "households.counted_on"),
        (COUNTED | {"counted_on": "2026-03-16"}, "count_after_the_day", "households.counted_on"),
        (COUNTED | {"counted_on": "2025-06-30"}, "count_before_boundaries", "households.counted_on"),
        (COUNTED | {"unit": None}, "count_unit_unknown", "households.unit"),
        (COUNTED | {"unit": "toàn Xã Giả Định"}, "count_of_commune", "households.unit"),
        (COUNTED | {"unit": "thôn Tây Mai"}, "count_unit_differs", "households.unit"),
        (
            COUNTED
            | {
                "total": {"value": 480, "evidence": ["other"]},
                "participating": {"value": 96, "evidence": ["household_list:2"]},
            },
            "count_sources_differ",
            "households",
        ),
    ],
)
def test_a_count_that_a_secretary_would_question_is_warned_of(households: dict[str, Any], code: str, path: str) -> None:
    assert warned(DOSSIER | {"households": households})[code] == path


@pytest.mark.parametrize(
    "households",
    [
        COUNTED | {"counted_on": "2025-07-01"},  # the day of the change itself: counted in the new units
        COUNTED | {"counted_on": "2025-07-16"},
    ],
)
def test_a_count_made_since_the_boundaries_changed_is_not_questioned(households: dict[str, Any]) -> None:
    assert warned(DOSSIER | {"households": households}) == {}


def test_a_village_and_the_hamlet_of_its_name_are_one_unit() -> None:
    tree = DOSSIER | {"place": DOSSIER["place"] | {"name": "Làng nghề Đông Mai"}}
    assert warned(tree) == {}


@pytest.mark.parametrize(
    "word",
    [
        *("Làng nghề truyền thống", "Làng nghề", "Làng", "Thôn", "Ấp", "Bản", "Buôn", "Phum", "Sóc", "Xóm"),
        *("Tổ dân phố", "Khu phố"),
    ],
)
def test_what_kind_of_unit_a_name_begins_with_makes_no_other_unit(word: str) -> None:
    households = COUNTED | {"unit": "đơn vị Đông Mai"}
    tree = DOSSIER | {"place": DOSSIER["place"] | {"name": f"{word} Đông Mai"}, "households": households}
    assert warned(tree) == {}


def test_one_day_less_than_twelve_months_is_not_old() -> None:
    assert "count_old" not in warned(DOSSIER | {"households": COUNTED | {"counted_on": "2025-03-16"}})


def test_a_paper_issued_after_the_proposal_is_warned_of() -> None:
    papers = [{"kind": "household_list", "issued_on": "2026-03-16"}]
    assert warned(DOSSIER | {"documents": papers}) == {"paper_after_the_day": "documents[0].issued_on"}


def test_two_household_lists_are_warned_of() -> None:
    papers = [{"kind": "household_list"}, {"kind": "household_list"}]
    assert warned(DOSSIER | {"documents": papers}) == {"several_lists": "documents"}


def test_in_a_lighter_path_a_gap_is_a_warning_and_not_a_missing_paper() -> None:
    tree = DOSSIER | {
        "title": "traditional_craft_village",
        "titles_held": [{"title": "craft_village", "decision": "01/QĐ-UBND", "decided_on": "2020-01-01"}],
        "documents": [{"kind": "craft_history"}, {"kind": "awards"}],
    }
    assessment = langnghe.assess(langnghe.Dossier.model_validate(tree))
    gaps = [warning.message for warning in assessment.warnings if warning.code == "lighter_path_gap"]
    assert assessment.documents.status == "complete"
    assert len(gaps) == 2
    assert "Sản xuất kinh doanh ổn định" in gaps[0]
    assert "Điều kiện bảo vệ môi trường" in gaps[1]


def test_no_cross_check_changes_a_verdict() -> None:
    odd = COUNTED | {"counted_on": "2000", "unit": "toàn Xã Giả Định"}
    plain, questioned = (
        langnghe.assess(langnghe.Dossier.model_validate(tree)) for tree in (DOSSIER, DOSSIER | {"households": odd})
    )
    assert [finding.verdict for finding in plain.findings] == [finding.verdict for finding in questioned.findings]
    assert plain.outcome == questioned.outcome

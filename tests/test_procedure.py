"""Who acts, within which time, and by when the yearly report is due (Điều 6 khoản 4-7)."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

import langnghe
from langnghe.engine.law.procedures import next_before
from langnghe.engine.law.rulebook import installed

LAST_DAY_OF_DISTRICTS: Final = date(2025, 6, 30)
FIRST_DAY_WITHOUT: Final = date(2025, 7, 1)


def dossier(province: str = "Tỉnh Thử", **more: object) -> langnghe.Dossier:
    content = {
        "format": "langnghe/dossier/v1",
        "id": "THU-001",
        "title": "craft_village",
        "proposed_on": "2024-03-01",
        "place": {"name": "Làng Thử", "province": province},
        "titles_held": [{"title": "craft_village", "decision": "1/QĐ", "decided_on": "2020-01-01"}],
    }
    return langnghe.Dossier.model_validate(content | more)


def authorities(roles) -> dict[str, str]:
    return {role.role: role.authority for role in roles}


def test_to_30_june_2025_the_district_prepares_and_the_province_decides():
    deadlines = langnghe.assess(dossier(), on=LAST_DAY_OF_DISTRICTS).deadlines
    assert authorities(deadlines.roles) == {"prepare": "district", "decide": "province", "report": "district"}
    assert not any(role.inferred for role in deadlines.roles)


def test_from_1_july_2025_the_commune_prepares_which_is_inferred_and_says_why():
    deadlines = langnghe.assess(dossier(), on=FIRST_DAY_WITHOUT).deadlines
    assert authorities(deadlines.roles) == {"prepare": "commune", "decide": "province", "report": "commune"}
    inferred = {role.role: role.reason for role in deadlines.roles if role.inferred}
    assert inferred.keys() == {"prepare", "report"}
    assert all("72/2025/QH15" in reason for reason in inferred.values())


@pytest.mark.parametrize(("day", "lists"), [(LAST_DAY_OF_DISTRICTS, "district"), (FIRST_DAY_WITHOUT, "commune")])
def test_in_a_review_the_same_authority_lists_and_the_province_revokes(day, lists):
    (review,) = langnghe.review(dossier(), on=day)
    assert authorities(review.procedure.roles) == {
        "list_for_revocation": lists,
        "revoke": "province",
        "report": lists,
    }


def test_each_role_cites_its_provision():
    provisions = {role.id: role.full_provision for role in installed().law_on(FIRST_DAY_WITHOUT).roles}
    assert provisions == {
        "prepare": "nd-52-2018/dieu-6/khoan-4/diem-a",
        "decide": "nd-52-2018/dieu-6/khoan-4/diem-b",
        "list_for_revocation": "nd-52-2018/dieu-6/khoan-6",
        "revoke": "nd-52-2018/dieu-6/khoan-6",
        "report": "nd-52-2018/dieu-6/khoan-7",
    }


# Monday 4 March 2024; five working days a week and no public holiday before 18 April 2024.


def test_the_decision_is_due_after_30_working_days():
    deadlines = langnghe.assess(dossier(received_on="2024-03-04")).deadlines
    assert (deadlines.working_days, deadlines.decision_due_on) == (30, date(2024, 4, 15))
    assert deadlines.provision == "nd-52-2018/dieu-6/khoan-4/diem-b"


def test_a_province_may_take_less_time():
    deadlines = langnghe.assess(dossier("Bà Rịa - Vũng Tàu", received_on="2024-03-04")).deadlines
    assert (deadlines.working_days, deadlines.decision_due_on) == (26, date(2024, 4, 9))
    assert (deadlines.national_working_days, deadlines.provision) == (30, "nd-52-2018/dieu-6/khoan-4/diem-b")
    assert "27246" in deadlines.citation


def test_the_shorter_limit_ends_with_its_province():
    shorter = dossier("Bà Rịa - Vũng Tàu")
    assert langnghe.assess(shorter, on=LAST_DAY_OF_DISTRICTS).deadlines.working_days == 26
    assert langnghe.assess(shorter, on=FIRST_DAY_WITHOUT).deadlines.working_days == 30


def reports(province: str, day: str) -> dict[str, tuple[date, date]]:
    due = langnghe.assess(dossier(province), on=date.fromisoformat(day)).deadlines.reports
    return {report.report: (report.before, report.last_day) for report in due}


def test_29_november_is_the_last_day_for_the_yearly_report():
    assert reports("Tỉnh Thử", "2024-11-29") == {"yearly": (date(2024, 11, 30), date(2024, 11, 29))}
    assert reports("Tỉnh Thử", "2024-11-30") == {"yearly": (date(2025, 11, 30), date(2025, 11, 29))}


def test_ha_noi_reports_before_30_june_and_20_december_too():
    assert reports("Hà Nội", "2026-05-01") == {
        "half_year": (date(2026, 6, 30), date(2026, 6, 29)),
        "yearly": (date(2026, 11, 30), date(2026, 11, 29)),
        "year": (date(2026, 12, 20), date(2026, 12, 19)),
    }


def test_a_plan_for_one_year_asks_for_no_report_in_the_next():
    assert reports("Hà Nội", "2026-12-20").keys() == {"yearly"}


def test_tuyen_quang_reports_before_15_november():
    assert reports("Tuyên Quang", "2024-03-01")["year"] == (date(2024, 11, 15), date(2024, 11, 14))


def test_reports_come_in_the_order_in_which_they_are_due():
    due = langnghe.assess(dossier("Hà Nội"), on=date(2026, 5, 1)).deadlines.reports
    assert [report.before for report in due] == sorted(report.before for report in due)


def test_a_report_due_before_new_year_is_in_time_to_the_last_day_of_the_year_before():
    new_year = date(2025, 1, 1)
    assert next_before("01-01", date(2024, 12, 31)) == (new_year, date(2024, 12, 31))
    assert next_before("01-01", date(2024, 1, 1)) == (new_year, date(2024, 12, 31))
    assert next_before("01-01", date.min) == (date(2, 1, 1), date(1, 12, 31))  # before the first there is no day


def test_the_calendar_ends_without_a_report():
    assert reports("Tỉnh Thử", "9999-12-01") == {}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_procedure_reads_back_from_json(lang):
    assessment = langnghe.assess(dossier("Hà Nội"), on=date(2026, 5, 1), lang=lang)
    again = langnghe.Assessment.model_validate_json(assessment.model_dump_json())
    assert again.deadlines == assessment.deadlines
    assert again.province == assessment.province

"""Reasons as a council can put them in its minutes: the sentences, their figures, their dates, in both languages."""

import unicodedata
from datetime import date
from fractions import Fraction

import pytest
from examples import craft, dossier, finding
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import dossiers

import langnghe
from langnghe.engine.dossier import Dossier
from langnghe.engine.edtf import parse_span
from langnghe.engine.law.conditions import Not
from langnghe.engine.law.rulebook import installed
from langnghe.engine.values import Count
from langnghe.engine.words import formats
from langnghe.engine.words.plainwords import in_words

BEFORE = {"field": "titles_held.decided_on", "day": "2018-06-01"}


def reason(criterion, lang="vi", subject="village", **changes):
    return finding(langnghe.assess(dossier(**changes), lang=lang), criterion, subject).reason


def counted(participating, total):
    return {"households": {"participating": participating, "total": total}}


@pytest.mark.parametrize(
    ("participating", "total", "vi", "en"),
    [
        (
            *(96, 480),
            "96/480 hộ tham gia, đạt 20,00 %, ngưỡng tối thiểu 20 %.",
            "96/480 households take part, 20.00%; at least 20% is required.",
        ),
        (
            *(95, 480),
            "95/480 hộ tham gia, đạt 19,79 %, thấp hơn ngưỡng tối thiểu 20 %.",
            "95/480 households take part, 19.79%; below the required 20%.",
        ),
        (
            *(323, 596),
            "323/596 hộ tham gia, đạt 54,19 %, ngưỡng tối thiểu 20 %.",
            "323/596 households take part, 54.19%; at least 20% is required.",
        ),
        (
            *(2, 970),
            "2/970 hộ tham gia, đạt 0,21 %, thấp hơn ngưỡng tối thiểu 20 %.",
            "2/970 households take part, 0.21%; below the required 20%.",
        ),
        (
            # 19,999…% rounds to 20,00 and must not be written so.
            *(199_999, 1_000_000),
            "199.999/1.000.000 hộ tham gia, đạt 19,99 %, thấp hơn ngưỡng tối thiểu 20 %.",
            "199,999/1,000,000 households take part, 19.99%; below the required 20%.",
        ),
        (
            *(">=400", "<=1643"),
            "≥ 400/≤ 1.643 hộ tham gia, đạt ≥ 24,35 %, ngưỡng tối thiểu 20 %.",
            "≥ 400/≤ 1,643 households take part, ≥ 24.35%; at least 20% is required.",
        ),
    ],
)
def test_the_share_of_households_in_a_sentence(participating, total, vi, en):
    changes = counted(participating, total)
    assert reason("village.households", **changes) == vi
    assert reason("village.households", "en", **changes) == en


@pytest.mark.parametrize(
    ("changes", "vi", "en"),
    [
        (
            counted("300..350", 1600),
            "Chưa đủ căn cứ: số hộ tham gia mới biết là 300–350.",
            "Undetermined: number of households taking part known only as 300–350.",
        ),
        (
            {"households": {"total": 596, "participating": None}},
            "Chưa đủ căn cứ: chưa có thông tin về số hộ tham gia.",
            "Undetermined: number of households taking part not stated.",
        ),
    ],
)
def test_what_is_missing_of_the_households_is_said(changes, vi, en):
    assert reason("village.households", **changes) == vi
    assert reason("village.households", "en", **changes) == en


@pytest.mark.parametrize(
    ("since", "vi", "en"),
    [
        (
            "1972-07-28",
            (
                "Nghề Mộc mỹ nghệ xuất hiện tại địa phương từ ngày 28/07/1972; đến ngày 29/07/2022 được 50 năm 1 ngày, "
                "đạt mức trên 50 năm."
            ),
            (
                "The craft Mộc mỹ nghệ has been practised here since 28 July 1972; by 29 July 2022 that is "
                "50 year(s) and 1 day(s), more than 50 years."
            ),
        ),
        (
            "1972-07-29",
            (
                "Nghề Mộc mỹ nghệ xuất hiện tại địa phương từ ngày 29/07/1972; đến ngày 29/07/2022 được tròn 50 năm, "
                "chưa đạt mức trên 50 năm."
            ),
            (
                "The craft Mộc mỹ nghệ has been practised here since 29 July 1972; by 29 July 2022 that is "
                "exactly 50 year(s), not more than 50 years."
            ),
        ),
        (
            "[..1954]",
            (
                "Nghề Mộc mỹ nghệ xuất hiện tại địa phương từ năm 1954 hoặc sớm hơn; đến ngày 29/07/2022 được "
                "ít nhất 67 năm 210 ngày, đạt mức trên 50 năm."
            ),
            (
                "The craft Mộc mỹ nghệ has been practised here since 1954 or earlier; by 29 July 2022 that is "
                "at least 67 year(s) and 210 day(s), more than 50 years."
            ),
        ),
    ],
)
def test_the_age_of_a_craft_in_a_sentence(since, vi, en):
    changes = {"title": "traditional_craft", "crafts": [craft(practised_since=since)]}
    assert reason("craft.age", "vi", "craft:0", **changes) == vi
    assert reason("craft.age", "en", "craft:0", **changes) == en


def test_a_rough_date_is_said_with_the_time_that_it_can_mean():
    changes = {"title": "traditional_craft", "crafts": [craft(practised_since="197X")]}

    told = reason("craft.age", "vi", "craft:0", **changes)

    # 1 January 1970 is 52 years and 209 days before 29 July 2022; 31 December 1979 is 42 years and 210 days.
    assert told == (
        "Chưa đủ căn cứ xác định nghề Mộc mỹ nghệ đã xuất hiện từ trên 50 năm: thời điểm nghề xuất hiện tại địa phương "
        "mới biết là một năm trong khoảng 1970–1979, tức từ 42 năm 210 ngày đến 52 năm 209 ngày."
    )


@pytest.mark.parametrize(
    ("since", "vi"),
    [
        (
            "2020-07-29",
            (
                "Hoạt động ổn định, liên tục từ ngày 29/07/2020; đến ngày 29/07/2022 được tròn 2 năm, "
                "đạt mức tối thiểu 02 năm."
            ),
        ),
        (
            "2020-07-30",
            (
                "Hoạt động ổn định, liên tục từ ngày 30/07/2020; đến ngày 29/07/2022 được 1 năm 364 ngày, "
                "chưa đủ mức tối thiểu 02 năm."
            ),
        ),
    ],
)
def test_two_years_to_the_day_in_a_sentence(since, vi):
    assert reason("village.stability", production={"stable_since": since}) == vi


def test_years_are_written_02_in_vietnamese_only():
    assert "at least 2 years" in reason("village.stability", "en")


@pytest.mark.parametrize(
    ("on", "vi", "en"),
    [
        ("2022-07-29", "ngày 29/07/2022", "29 July 2022"),
        ("2022-07", "tháng 07/2022", "July 2022"),
        ("2022", "năm 2022", "2022"),
    ],
)
def test_a_council_s_finding_is_told_with_who_when_and_how_many(on, vi, en):
    found = {"holds": True, "by": "Hội đồng xét duyệt", "on": on, "votes": {"for": 9, "against": 1}}
    changes = {"title": "traditional_craft", "crafts": [craft(still_developing=found)]}

    assert reason("craft.developing", "vi", "craft:0", **changes) == (
        f"Nghề Mộc mỹ nghệ hiện đang tiếp tục phát triển (theo Hội đồng xét duyệt, {vi}, "
        "9 phiếu tán thành, 1 phiếu không tán thành)."
    )
    assert f"(according to Hội đồng xét duyệt, {en}, votes: 9 in favour, 1 against)" in reason(
        "craft.developing", "en", "craft:0", **changes
    )


@pytest.mark.parametrize(
    ("plan", "vi"),
    [
        (
            False,
            (
                "Chưa có phương án bảo vệ môi trường được phê duyệt đến ngày 29/07/2022: "
                "không có phương án bảo vệ môi trường."
            ),
        ),
        (
            {"approved_on": "2022-07-30", "approved_by": "district"},
            (
                "Chưa có phương án bảo vệ môi trường được phê duyệt đến ngày 29/07/2022: "
                "ngày phê duyệt phương án bảo vệ "
                "môi trường (ngày 30/07/2022) sau ngày xét."
            ),
        ),
        (
            {"approved_on": "2021-05-04", "approved_by": "district"},
            "Có phương án bảo vệ môi trường được phê duyệt (Ủy ban nhân dân cấp huyện, ngày 04/05/2021).",
        ),
    ],
)
def test_the_environmental_plan_in_a_sentence(plan, vi):
    assert reason("environment.plan", environment={"plan": plan}) == vi


def test_what_fails_is_named_and_what_does_not_is_left_out():
    changes = {"environment": {"self_management_group": False, "solid_waste_transport": None}}

    told = reason("village.environment", **changes)

    assert told == "Không đáp ứng điều kiện: tổ chức tự quản về bảo vệ môi trường."


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [(0, "0", "0"), (999, "999", "999"), (1643, "1.643", "1,643"), (1_234_567, "1.234.567", "1,234,567")],
)
def test_thousands_stand_apart_as_the_language_has_it(number, vi, en):
    assert formats.number(number, "vi") == vi
    assert formats.number(number, "en") == en


@pytest.mark.parametrize(
    ("written", "vi", "en"),
    [
        ("2022-07-29", "ngày 29/07/2022", "29 July 2022"),
        ("2022-07", "tháng 07/2022", "July 2022"),
        ("1965", "năm 1965", "1965"),
        ("15XX", "một năm trong khoảng 1500–1599", "some time in 1500–1599"),
        ("[..1954]", "năm 1954 hoặc sớm hơn", "1954 or earlier"),
        ("../1954-03-10", "ngày 10/03/1954 hoặc sớm hơn", "10 March 1954 or earlier"),
        ("1954/..", "năm 1954 hoặc muộn hơn", "1954 or later"),
        (
            "1954-03-10/1955-01-02",
            "một ngày trong khoảng từ 10/03/1954 đến 02/01/1955",
            "some time between 10 March 1954 and 2 January 1955",
        ),
    ],
)
def test_dates_are_written_as_the_language_has_them(written, vi, en):
    assert formats.span(parse_span(written), "vi") == vi
    assert formats.span(parse_span(written), "en") == en


@pytest.mark.parametrize(
    ("part", "whole", "vi"),
    [
        (Count(54, 54), Count(100, 100), "54,00 %"),
        (Count(1, 1), Count(3, 3), "33,33 %"),
        (Count(2, 2), Count(3, 3), "66,67 %"),
        (Count(1, 1), Count(800, 800), "0,13 %"),  # 0,125 rounds half up
        (Count(0, 0), None, "0,00 %"),
        (Count(300, None), Count(1, 600), "≥ 50,00 %"),
        (Count(0, 299), Count(1495, 1495), "≤ 20,00 %"),
        (Count(150, 175), Count(800, 800), "18,75 % – 21,88 %"),
        (Count(5, None), None, "chưa rõ"),
    ],
)
def test_a_share_is_written_with_two_decimals_and_its_bounds(part, whole, vi):
    assert formats.share(part, whole, 20, "vi") == vi


@given(total=st.integers(1, 999_999_999), data=st.data())
def test_a_share_below_the_threshold_is_never_written_as_the_threshold(total, data):
    below = -(-total // 5) - 1
    part = data.draw(st.integers(max(below - 3, 0), min(below + 3, total)))
    written = formats.share(Count(part, part), Count(total, total), 20, "vi").removesuffix(" %")
    shown = Fraction(written.replace(",", "."))

    assert (shown >= 20) == (100 * part >= 20 * total)
    assert abs(shown - Fraction(100 * part, total)) <= Fraction(1, 100)


@settings(max_examples=150, deadline=None)
@given(made=dossiers(), lang=st.sampled_from(["vi", "en"]))
def test_every_reason_is_a_whole_sentence_in_nfc(made, lang):
    """Whatever is known or not: no slot left open, no value of the program's own, no double stop."""
    read = Dossier.model_validate(made)
    results = [langnghe.assess(read, lang=lang), *langnghe.review(read, on=read.proposed_on, lang=lang)]
    ahead = [each for result in results for each in result.findings]
    while ahead:
        each = ahead.pop()
        ahead += each.findings
        for text in (each.reason, each.required, each.name, each.citation):
            assert unicodedata.is_normalized("NFC", text)
            assert not any(sign in text for sign in ("{", "}", "None", "True", "False", "..", "  ", ": .", ": ;", "()"))
        assert each.reason.endswith(".")
        assert each.reason[0].isupper() or each.reason[0].isdigit() or each.reason[0] in "≥≤"


@pytest.mark.parametrize(
    ("condition", "vi", "en"),
    [
        ({"holds": "titles_held.remedy"}, "không có: việc khắc phục", "no: remedy"),
        ({"known": "titles_held.conformed_in_2018"}, "chưa rõ: sự phù hợp khi", "not known: conformity when"),
        ({"present": "activities"}, "không có mục nào: ", "no entry: "),
        (BEFORE, "từ ngày 01/06/2018 trở đi", "on or after 1 June 2018"),
        (BEFORE | {"taken_as": "latest"}, "có thể từ ngày 01/06/2018 trở đi", "possibly on or after 1 June 2018"),
        (BEFORE | {"taken_as": "earliest"}, "chắc chắn từ ngày 01/06/2018 trở đi", "surely on or after 1 June 2018"),
        (
            {"holds_title": "craft_village"},
            "không phải (đã được công nhận làng nghề)",
            "not (already recognised: craft village)",
        ),
    ],
)
def test_the_opposite_of_a_condition_is_said_as_people_do(condition, vi, en):
    if "day" in condition:
        condition = {"before": condition}
    law = installed().law_on(date(2026, 11, 28))
    opposite = Not.model_validate({"not": condition})
    assert vi in in_words(opposite, law, "vi").lower()
    assert en in in_words(opposite, law, "en")

"""Days, dates of any precision, anniversaries."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from langnghe.engine.dates import anniversary, half_steps
from langnghe.engine.edtf import _by_library, parse_day, parse_span


def day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1965", "1965-01-01", "1965-12-31"),
        (1965, "1965-01-01", "1965-12-31"),
        (" 1965 ", "1965-01-01", "1965-12-31"),
        ("196X", "1960-01-01", "1969-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("15XX", "1500-01-01", "1599-12-31"),
        ("1960-05", "1960-05-01", "1960-05-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1960-XX", "1960-01-01", "1960-12-31"),
        ("1960-05-04", "1960-05-04", "1960-05-04"),
        (date(1960, 5, 4), "1960-05-04", "1960-05-04"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("1954/1960", "1954-01-01", "1960-12-31"),
        ("196X/197X", "1960-01-01", "1979-12-31"),
        ("1954-03-10/1954-03", "1954-03-10", "1954-03-31"),
        ("[1954..1960]", "1954-01-01", "1960-12-31"),
        ("{1954,1960}", "1954-01-01", "1960-12-31"),
        ("[..1954]", None, "1954-12-31"),
        ("../1954", None, "1954-12-31"),
        ("/1954", None, "1954-12-31"),
        ("[..1964-03-10]", None, "1964-03-10"),
        ("1954/..", "1954-01-01", None),
        ("1954/", "1954-01-01", None),
        ("[1954..]", "1954-01-01", None),
        ("{1910,1961..}", "1910-01-01", None),
        ("[1760-01, 1760-02-29, 196X..1970]", "1760-01-01", "1970-12-31"),
        ("[1970,1960]", "1960-01-01", "1970-12-31"),
        ("1964-03-10/..", "1964-03-10", None),
        ("9999", "9999-01-01", "9999-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
    ],
)
def test_a_date_stands_for_every_day_that_it_can_mean(written, first, last):
    span = parse_span(written)

    assert (span.first, span.last) == (day(first), day(last))
    assert not span.widened


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        # EDTF's customary padding: one year on each side of a doubtful or an approximate year, two of one that is both.
        ("1954?", "1953-01-01", "1955-12-31"),
        ("1954~", "1953-01-01", "1955-12-31"),
        ("1954%", "1952-01-01", "1956-12-31"),
        ("1954?/1960", "1953-01-01", "1960-12-31"),
        ("../1954~", None, "1955-12-31"),
    ],
)
def test_doubt_widens_a_date_and_is_remembered(written, first, last):
    span = parse_span(written)

    assert (span.first, span.last) == (day(first), day(last))
    assert span.widened


@pytest.mark.parametrize(
    "written",
    [
        *("", "..", "/", "../", "/..", "../..", "?", "unknown", "thế kỷ XVI", "năm 1965", "1965s", "196x", "65"),
        *("1954-1960", "04/05/1960", "05/1960", "1960-13", "1960-5", "1960-05-4", "99990", "1954/1960/1970"),
        *(
            "../19xx",
            "19xx/..",
            "../thế kỷ 16",
            "1960-0X-04",
            "1960-X5-04",
            "1960-05-0X",
            "[1950..,1960]",
            "[2004-XX,2005]",
            "1954/2001-21?",  # a season's doubt has no width
        ),
        *(
            "[1960,..1950]",
            "[1960,,1961]",
            "[]",
            "[..]",
            "{..,1960}",
            "[1960}",
            "{1960",
            "[1960..1962..1963]",
            "[1960,?]",
        ),
        *("2022-07-29T10:00:00", "1960-X5-004", "1" * 100, True, 1965.5, 196, None, ["1965"]),
    ],
)
def test_what_is_no_date_is_refused_in_silence(written, capfd):
    with pytest.raises(PydanticCustomError) as refused:
        parse_span(written)

    assert refused.value.type == "date_edtf"
    assert capfd.readouterr() == ("", "")  # the EDTF library prints where it fails; that would spoil JSON output


@pytest.mark.parametrize(
    "written", ["2023-02-29", "1900-02-29", "2024-02-30", "2024-04-31", "2023-02-29/2024", "2024-00-10"]
)
def test_a_day_that_the_calendar_does_not_have_is_refused(written):
    with pytest.raises(PydanticCustomError) as refused:
        parse_span(written)
    assert refused.value.type == "date_impossible"


@pytest.mark.parametrize("written", ["1960/1954", "1960-05-04/1960-05-03", "2020/201X"])
def test_an_interval_that_ends_before_it_begins_is_refused(written):
    with pytest.raises(PydanticCustomError) as refused:
        parse_span(written)
    assert refused.value.type == "date_reversed"


@pytest.mark.parametrize("value", ["2022-07-29", date(2022, 7, 29), datetime(2022, 7, 29, 15, 30)])  # noqa: DTZ001  a workbook's cell has no zone
def test_a_day_is_read_from_text_or_a_date(value):
    read = parse_day(value)
    assert read == date(2022, 7, 29)
    assert type(read) is date


@pytest.mark.parametrize(
    ("written", "why", "want"),
    [
        ("29/7/2022", "date_day", "2022-07-29"),
        ("2022", "date_day", "2022-07-29"),
        ("2022-7-29", "date_day", "2022-07-29"),
        (20220729, "date_day", "2022-07-29"),
        (None, "date_day", "2022-07-29"),
        ("2022-02-30", "date_impossible", None),
    ],
)
def test_a_day_must_be_known_to_the_day(written, why, want):
    with pytest.raises(PydanticCustomError) as refused:
        parse_day(written)
    assert refused.value.type == why
    assert (refused.value.context or {}).get("want") == want


@pytest.mark.parametrize(
    ("start", "years", "expected"),
    [
        ("1972-07-29", 50, "2022-07-29"),
        ("1972-02-29", 50, "2022-03-01"),  # 2022 has no 29 February
        ("1972-02-29", 52, "2024-02-29"),
        ("2000-02-29", 100, "2100-03-01"),  # nor has 2100
        ("1976-02-29", 50, "2026-03-01"),
        ("9980-01-01", 50, None),
    ],
)
def test_the_anniversary_of_29_february_is_1_march_where_there_is_none(start, years, expected):
    assert anniversary(day(start), years) == day(expected)


def test_half_steps_tell_before_on_and_after_an_anniversary():
    since = date(1972, 2, 29)
    assert half_steps(since, date(2022, 2, 28)) == 2 * 49 + 1
    assert half_steps(since, date(2022, 3, 1)) == 2 * 50
    assert half_steps(since, date(2022, 3, 2)) == 2 * 50 + 1
    assert half_steps(since, since) == 0
    assert half_steps(since, since - timedelta(days=1)) == -1


@given(
    since=st.dates(date(1, 1, 1), date(9999, 12, 31)),
    until=st.dates(date(1, 1, 1), date(9999, 12, 31)),
    years=st.integers(1, 60),
)
def test_counting_half_steps_is_comparing_with_the_anniversary(since, until, years):
    due = anniversary(since, years)
    assert (half_steps(since, until) >= 2 * years) == (due is not None and until >= due)
    assert (half_steps(since, until) > 2 * years) == (due is not None and until > due)


PLAIN = st.one_of(
    st.integers(1, 9999).map("{:04}".format),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.dates().map(date.isoformat),
    st.integers(1, 999).map("{:03}X".format),
    st.integers(1, 99).map("{:02}XX".format),
    st.integers(1, 9).map("{}XXX".format),
)


@given(
    st.one_of(
        PLAIN,
        st.tuples(PLAIN, PLAIN).map("/".join),
        st.lists(PLAIN | st.tuples(PLAIN, PLAIN).map(sorted).map("..".join), min_size=1, max_size=4).map(
            lambda parts: f"[{','.join(parts)}]"
        ),
        PLAIN.map("[..{}]".format),
        PLAIN.map("{{{}..}}".format),
    )
)
def test_what_is_read_without_the_library_is_what_the_library_reads(text):
    try:
        by_library = _by_library(text)
    except PydanticCustomError as error:
        if error.type == "date_reversed":
            with pytest.raises(PydanticCustomError):
                parse_span(text)
        return  # of what the standard allows the library does not read all
    assert parse_span(text) == by_library


def test_a_stretch_of_a_list_that_ends_before_it_begins_is_refused_though_the_library_takes_it():
    with pytest.raises(PydanticCustomError) as caught:
        parse_span("[1954,1960..1955]")
    assert caught.value.type == "date_reversed"


@given(st.text(alphabet="0123456789X-/.[]{},?~%u ", max_size=14))
def test_no_text_of_digits_and_signs_makes_the_reader_fail(text):
    try:
        span = parse_span(text)
    except PydanticCustomError:
        return
    assert span.first is None or span.last is None or span.first <= span.last

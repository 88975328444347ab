"""Time limits in working days, counted by hand on the official calendars of days off and swapped days."""

from datetime import date

import pytest
from examples import dossier

import langnghe
from langnghe.engine.law.rulebook import installed
from langnghe.engine.workdays import working_day_after


def due(received_on):
    return langnghe.assess(dossier(received_on=received_on)).deadlines.decision_due_on


def test_the_contracts_example_is_due_on_14_september_2022():
    # 2-5 Aug 4 days, 8-12 9, 15-19 14, 22-26 19, 29-31 22; 1 and 2 Sept off; 5-9 27, then 12, 13 and 14 Sept.
    assert due("2022-08-01") == date(2022, 9, 14)


def test_the_limit_is_thirty_working_days():
    assert langnghe.assess(dossier()).deadlines.working_days == 30


def test_without_a_day_of_receipt_there_is_no_due_date():
    assert due(None) is None


def test_the_day_of_receipt_itself_does_not_count():
    assert working_day_after(date(2022, 8, 1), 1) == date(2022, 8, 2)


def test_saturdays_and_sundays_do_not_count():
    assert working_day_after(date(2022, 8, 5), 1) == date(2022, 8, 8)
    assert working_day_after(date(2022, 8, 6), 1) == date(2022, 8, 8)


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        # Tết was off from 20 to 26 January 2023, from 8 to 14 February 2024, from 25 January to 2 February 2025.
        ("2023-01-19", 1, "2023-01-27"),
        ("2024-02-07", 1, "2024-02-15"),
        ("2024-02-05", 5, "2024-02-19"),
        ("2025-01-24", 1, "2025-02-03"),
        # 2023: Giỗ Tổ on Saturday 29 April and 30 April on a Sunday are made good on 2 and 3 May.
        ("2023-04-28", 1, "2023-05-04"),
        # 2024: Monday 29 April off, Saturday 4 May worked instead.
        ("2024-04-26", 1, "2024-05-02"),
        ("2024-04-26", 3, "2024-05-04"),
        ("2024-04-26", 4, "2024-05-06"),
        # 2025: Friday 2 May off, Saturday 26 April worked instead.
        ("2025-04-25", 1, "2025-04-26"),
        ("2025-04-25", 3, "2025-04-29"),
        ("2025-04-25", 4, "2025-05-05"),
        # National Day: two days, 1-4 September 2023, 30 August - 2 September 2025.
        ("2023-08-31", 1, "2023-09-05"),
        ("2025-08-29", 1, "2025-09-03"),
        # New Year's Day.
        ("2024-12-31", 1, "2025-01-02"),
    ],
)
def test_public_holidays_are_off_and_swapped_saturdays_are_worked(start, days, expected):
    assert working_day_after(date.fromisoformat(start), days) == date.fromisoformat(expected)


def test_a_whole_limit_over_tet_takes_longer():
    # From Monday 29 January 2024: to 7 Feb 7 days, 15-16 Feb 9, to 8 March 24, 11-15 March 29, then 18 March.
    assert due("2024-01-29") == date(2024, 3, 18)


def test_a_date_at_the_end_of_the_calendar_has_no_due_date():
    assert due("9999-12-20") is None


@pytest.mark.parametrize(
    ("received", "due"),
    [
        # Friday 2 January 2026 was off, Saturday 10 January worked instead. From Wednesday 31 December 2025: Monday 5,
        # Tuesday 6, Wednesday 7, Thursday 8, Friday 9, Saturday 10 January are the first six working days.
        ("2025-12-31", "2026-01-10"),
    ],
)
def test_a_swap_that_the_library_lacks_counts(received: str, due: str) -> None:
    calendar = installed().calendar
    assert working_day_after(date.fromisoformat(received), 6, calendar) == date.fromisoformat(due)

"""Dates as the scenarios write them: a day for the law, and the vaguer words that history leaves."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = r"\d{2}/\d{2}/\d{4}"

_ROMAN = {"I": 1, "V": 5, "X": 10}


def day(words: str) -> date:
    """Read ``01/03/2024``; a day that the calendar lacks raises ValueError."""
    in_month, month, year = (int(part) for part in words.split("/"))
    try:
        return date(year, month, in_month)
    except ValueError:
        message = f"không có ngày {words} trong lịch"
        raise ValueError(message) from None


def years_before(when: date, years: int) -> date:
    """Give the same day of an earlier year (28 February for a 29 February that the year lacks)."""
    try:
        return when.replace(year=when.year - years)
    except ValueError:
        return when.replace(year=when.year - years, day=28)


def _century(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(value if value >= after else -value for value, after in zip(values, following, strict=True))


# The words on the left, the dossier's date (EDTF) on the right; ``~`` is *khoảng*.
_FORMS: dict[str, Callable[[re.Match[str]], str]] = {
    r"ngày (\d{2})/(\d{2})/(\d{4})": lambda found: f"{found[3]}-{found[2]}-{found[1]}",
    r"tháng (\d{2})/(\d{4})": lambda found: f"{found[2]}-{found[1]}",
    r"(khoảng )?năm (\d{4})": lambda found: found[2] + ("~" if found[1] else ""),
    r"(khoảng )?những năm (\d{3})0": lambda found: f"{found[2]}X" + ("~" if found[1] else ""),
    r"thế kỷ ([IVX]+)": lambda found: f"{_century(found[1]) - 1:02d}XX",
    r"năm (\d{4}) hoặc trước đó": lambda found: f"../{found[1]}",
    r"một năm trong giai đoạn (\d{4})-(\d{4})": lambda found: f"{found[1]}/{found[2]}",
}


def edtf(words: str) -> str:
    """Turn Vietnamese words for a date into the date format of a dossier."""
    for form, write in _FORMS.items():
        if found := re.fullmatch(form, words):
            return write(found)
    message = f"không hiểu thời điểm “{words}”"
    raise ValueError(message)

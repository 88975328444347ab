"""The models of the procedure in rule files: who acts, within which time, and by when the yearly report is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from langnghe.engine.law.instruments import Dated, Words

Authority = Literal["commune", "district", "province"]
Question = Literal["assess", "review"]

_COMMON_YEAR = 2001  # a day that comes every year is a day of a year without 29 February


def _day_of_every_year(text: str) -> str:
    month, day = text.split("-")
    try:
        date(_COMMON_YEAR, int(month), int(day))
    except ValueError:
        raise PydanticCustomError("date_impossible", "no such day", {"got": text}) from None
    return text


MonthDay = Annotated[
    str,
    Field(pattern=r"^\d{2}-\d{2}$"),
    AfterValidator(_day_of_every_year),
    WithJsonSchema({"type": "string", "pattern": r"^\d{2}-\d{2}$", "examples": ["11-30"]}),
]


class Role(Dated):
    """Which authority does what (thẩm quyền), in which question; ``reason`` says why where it is inferred."""

    authority: Authority
    task: Words
    serves: tuple[Question, ...] = Field(min_length=1)
    inferred: bool = False
    reason: Words | None = None

    @model_validator(mode="after")
    def _reasoned(self) -> Self:
        if self.inferred != (self.reason is not None):
            raise PydanticCustomError("inferred_reason", "inferred and reason stand together", {})
        return self


class TimeLimit(Dated):
    """A limit in working days (ngày làm việc) counted from a day of the dossier."""

    counted_from: Literal["received_on"]
    working_days: int = Field(ge=1, le=365, strict=True)
    name: Words


class YearlyReport(Dated):
    """A report due every year *before* a day (trước ngày): the day before it is the last one on which it is in time."""

    before: MonthDay
    name: Words


def next_before(month_day: str, day: date) -> tuple[date, date] | None:
    """Give the next day of that name which a report made on ``day`` or later can still come before.

    Takes ``"11-30"`` and a day; gives that day and the last one in time, or ``None`` past the calendar.
    """
    month, number = int(month_day[:2]), int(month_day[3:])
    for year in (day.year, day.year + 1):
        if year > date.max.year:
            return None
        before = date(year, month, number)
        if day < before:
            return before, before - timedelta(days=1)
    return None

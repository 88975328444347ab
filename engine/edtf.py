"""Dates as dossiers write them: known to the day, or to an interval of days (EDTF, ISO 8601-2)."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from langnghe.engine.dates import DateSpan, calendar_date

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_PLAIN: Final = re.compile(r"(\d{4})(?:-(\d{2}))?")
_VIETNAMESE_DAY: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
# An end written .. or left blank is unknown; the library would pad a blank one by ten years, which nobody wrote.
_HALF_OPEN: Final = re.compile(r"(?:\.\.)?/(?P<until>(?!\.\.$)[^/]+)|(?P<since>(?!\.\./)[^/]+)/(?:\.\.)?")
# What the library takes up and then fails on, or prints: a time of day, a third end, half a month or day.
_MISREAD: Final = re.compile(r"T|/.*/|-(?:\dX|X\d)")
_MONTHS: Final = frozenset(f"{month:02}" for month in range(1, 13))
# Years with digits left open, intervals and lists are read here: the library takes from 2 to 50 ms for one.
_OPEN_YEAR: Final = re.compile(r"(?=\d{1,3}X{1,3}$)[\dX]{4}")
_LIST: Final = re.compile(r"\[([^\[\]{}]*)\]|\{([^\[\]{}]*)\}")
_NO_MONTH: Final = re.compile(
    r"\d{4}-(?!0[1-9]|1[0-2])\d{2}(?![-\d])"
)  # a season, such as 2001-21, or a slip of the pen
_LONGEST: Final = 60  # characters; the longest useful expression is an interval of two qualified days


def parse_day(value: object) -> date:
    """Read a date that must be known to the day, ``2022-07-29``.

    Raises:
        PydanticCustomError: ``date_day`` or ``date_impossible``.
    """
    if isinstance(value, date):
        return calendar_date(value)
    text = str(value).strip()
    if not isinstance(value, str) or not _DAY.fullmatch(text):
        raise PydanticCustomError("date_day", "a day", {"got": text[:_LONGEST], "want": _suggestion(text)})
    return _existing(text)


def parse_span(value: object) -> DateSpan:
    """Read a date of any precision in EDTF: ``1965``, ``196X``, ``15XX``, ``1960-05``, ``[..1954]``, ``1954/1960``.

    Raises:
        PydanticCustomError: ``date_edtf``, ``date_impossible`` or ``date_reversed``.
    """
    if isinstance(value, DateSpan):
        return value
    if isinstance(value, date):
        day = calendar_date(value)
        return DateSpan(day, day, day.isoformat())
    # EDTF's own brackets, [..1954], are a list in YAML where nobody quotes them.
    if isinstance(value, list) and any(".." in str(part) for part in value):
        value = f"[{','.join(str(part) for part in value)}]"
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise PydanticCustomError("date_edtf", "EDTF", {"got": str(value)[:_LONGEST], "want": "1965"})
    text = str(value).strip()
    if len(text) > _LONGEST:
        raise PydanticCustomError("date_edtf", "EDTF", {"got": text[:_LONGEST] + "…", "want": "1965"})
    return _span(text)


def parse_plain_span(value: object) -> DateSpan:
    """Read what :func:`parse_span` reads in microseconds, to the same days; nearly every written date is such.

    Raises:
        PydanticCustomError: it is anything else; whether it is a date at all is left to :func:`parse_span`.
    """
    text = "" if isinstance(value, bool) or not isinstance(value, int | str) else str(value).strip()
    if len(text) <= _LONGEST and (span := _plain_span(text)):
        return span
    raise _problem(text)


def _span(text: str) -> DateSpan:
    return _plain_span(text) or _by_library(text)


@lru_cache(maxsize=4096)
def _plain_span(text: str) -> DateSpan | None:
    """Read what needs no grammar; ``None`` is for the library, which needs over a millisecond for one expression."""
    if _DAY.fullmatch(text):
        day = _existing(text)
        return DateSpan(day, day, text)
    if (plain := _PLAIN.fullmatch(text)) and plain[1] >= "0001":
        year, month = int(plain[1]), plain[2]
        if month is None or month in _MONTHS:
            first, last = int(month or 1), int(month or 12)
            return DateSpan(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]), text)
    if _OPEN_YEAR.fullmatch(text) and (earliest := int(text.replace("X", "0"))):
        return DateSpan(date(earliest, 1, 1), date(int(text.replace("X", "9")), 12, 31), text)
    for written in _DAY.findall(text):  # the library lets 29 February pass in any year
        _existing(written)
    if listed := _LIST.fullmatch(text):
        return _of_list(text, [part.strip() for part in (listed[1] or listed[2] or "").split(",")])
    begin, slash, end = text.partition("/")
    if slash and _member(begin) and _member(end):
        return _of_list(text, [f"{begin}..{end}"])
    return _half_open(text, _member)


def _problem(text: str) -> PydanticCustomError:
    return PydanticCustomError("date_edtf", "EDTF", {"got": text, "want": _suggestion(text)})


def _of_list(text: str, parts: list[str]) -> DateSpan:
    """Read one or all of several: days, months, years and what lies between two; the outer ends may be open."""
    begins: list[date | None] = []
    ends: list[date | None] = []
    for index, part in enumerate(parts):
        before, between, after = part.partition("..")
        begin, end = _member(before), _member(after if between else before)
        opens = index == 0 and between and not before and end
        closes = index == len(parts) - 1 and between and not after and begin
        if not (begin or opens) or not (end or closes):
            raise _problem(text)
        begins.append(begin.first if begin else None)
        ends.append(end.last if end else None)
        if (first := begins[-1]) and (last := ends[-1]) and first > last:
            raise PydanticCustomError("date_reversed", "reversed", {"got": text})
    firsts, lasts = [day for day in begins if day], [day for day in ends if day]
    return DateSpan(None if None in begins else min(firsts), None if None in ends else max(lasts), text)


def _member(text: str) -> DateSpan | None:
    return _span(text) if _is_member(text) else None


def _is_member(text: str) -> bool:
    return bool(_DAY.fullmatch(text) or _OPEN_YEAR.fullmatch(text) or (_PLAIN.fullmatch(text) and text >= "0001"))


def _half_open(text: str, read: Callable[[str], DateSpan | None]) -> DateSpan | None:
    if not (half := _HALF_OPEN.fullmatch(text)) or not (written := read(half["until"] or half["since"])):
        return None
    first, last = (None, written.last) if half["until"] else (written.first, None)
    return DateSpan(first, last, text, widened=written.widened)


def quickly_read(text: str) -> bool:
    """Tell whether a date is read here, in microseconds; the library takes milliseconds for one."""
    if _NO_MONTH.search(text):
        return False
    if _LIST.fullmatch(text) or _is_member(text):
        return True
    if half := _HALF_OPEN.fullmatch(text):
        return _is_member(half["until"] or half["since"])
    begin, _, end = text.partition("/")
    return _is_member(begin) and _is_member(end)


@lru_cache(maxsize=4096)
def _by_library(text: str) -> DateSpan:
    problem = _problem(text)
    if not re.search(r"[\dX]", text) or _MISREAD.search(text):
        raise problem
    if half := _half_open(text, _span):  # the library prints and fails where such an interval is misspelt
        return half
    from edtf import parse_edtf  # deferred: heavy, and needed for uncertain dates only
    from edtf.parser import parser_classes
    from edtf.parser.edtf_exceptions import EDTFParseException

    # It prints where it fails, amid our JSON. So its module gets a print of its own: sys.stdout is that of all threads.
    parser_classes.print = _silently  # type: ignore[attr-defined]
    try:
        parsed = parse_edtf(text)
        return _read(parsed, text)
    except PydanticCustomError:
        raise
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):  # all seen on slips of the pen
        raise problem from None


def _read(parsed: Any, text: str) -> DateSpan:  # noqa: ANN401  the library has no types
    first, last = _end(parsed.lower_strict(), first=True), _end(parsed.upper_strict(), first=False)
    if first and last and first > last:
        raise PydanticCustomError("date_reversed", "reversed", {"got": text})
    if not re.search(r"[?~%]", text):
        return DateSpan(first, last, text)
    first, last = _end(parsed.lower_fuzzy(), first=True), _end(parsed.upper_fuzzy(), first=False)
    return DateSpan(first, last, text, widened=True)


def _silently(*_: object, **__: object) -> None:
    pass


def _end(moment: Any, *, first: bool) -> date | None:  # noqa: ANN401  the library gives struct_time or an infinite float
    if isinstance(moment, float):
        return None
    year, month, day = moment[:3]
    if year < 1:
        return None if first else date(1, 1, 1)
    if year > date.max.year:
        return date.max if first else None
    return date(year, month, day)


def _existing(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("date_impossible", "no such day", {"got": text}) from None


def _suggestion(text: str) -> str:
    """Suggest the ISO form of a day written the Vietnamese way, or an example where there is no such day."""
    if match := _VIETNAMESE_DAY.fullmatch(text):
        try:
            return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
        except ValueError:
            pass
    return "2022-07-29"


_EDTF_SCHEMA: Final[dict[str, Any]] = {
    "anyOf": [
        {"type": "string", "minLength": 4, "maxLength": _LONGEST},
        {"type": "integer", "minimum": 1000},
    ],
    "description": "Ngày hoặc khoảng thời gian theo EDTF / a date of any precision in EDTF",
    "examples": ["1965", "196X", "15XX", "1960-05", "1960-05-04", "1954/1960", "[..1954]", "../1954"],
}

DayField = Annotated[
    date,
    PlainValidator(parse_day),
    PlainSerializer(date.isoformat),
    WithJsonSchema({"type": "string", "format": "date"}),
]
SpanField = Annotated[
    DateSpan,
    PlainValidator(parse_span),
    PlainSerializer(lambda span: span.text),
    WithJsonSchema(_EDTF_SCHEMA),
]

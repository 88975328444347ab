"""Verdicts with three values, and counts known exactly or between bounds.

*Chưa đủ căn cứ* (``undetermined``) is a value of its own: it is never read as *không đạt*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final, Self

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from langnghe.engine.text import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable


class Verdict(StrEnum):
    """What the facts say of one condition: đạt, không đạt, chưa đủ căn cứ. ``code`` is the verdict as a number."""

    MET = "met", 1
    NOT_MET = "not_met", 0
    UNDETERMINED = "undetermined", -1

    code: int

    def __new__(cls, word: str, code: int = 0) -> Self:
        """Make a member of its word and its number."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.code = code
        return member


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Kleene's *and*: one ``not_met`` decides; else one ``undetermined``; else ``met`` (also of nothing)."""
    result = Verdict.MET
    for verdict in verdicts:
        if verdict is Verdict.NOT_MET:
            return Verdict.NOT_MET
        if verdict is Verdict.UNDETERMINED:
            result = Verdict.UNDETERMINED
    return result


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Kleene's *or*: one ``met`` decides; else one ``undetermined``; else ``not_met`` (also of nothing)."""
    result = Verdict.NOT_MET
    for verdict in verdicts:
        if verdict is Verdict.MET:
            return Verdict.MET
        if verdict is Verdict.UNDETERMINED:
            result = Verdict.UNDETERMINED
    return result


def negation(verdict: Verdict) -> Verdict:
    """Kleene's *not*: unknown stays unknown."""
    if verdict is Verdict.UNDETERMINED:
        return verdict
    return Verdict.NOT_MET if verdict is Verdict.MET else Verdict.MET


# No village, commune or province counts a thousand million households; beyond it is a slip of the pen.
MAX_COUNT: Final = 999_999_999

_WORDS: Final = {"hơn": ">", "trên": ">", "gần": "<", "dưới": "<", "≥": ">=", "≤": "<="}
_BOUNDED: Final = re.compile(r"(>=|<=|>|<|≥|≤|hơn|trên|gần|dưới)?\s*(\d{1,18})", re.IGNORECASE)
_RANGE: Final = re.compile(r"(\d{1,18})\s*\.\.\s*(\d{1,18})")
_VAGUE: Final = re.compile(r"^(~|≈|khoảng|chừng|độ)\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number known to lie from ``low`` to ``high``; ``high`` is ``None`` where nothing bounds it."""

    low: int
    high: int | None

    @property
    def exact(self) -> bool:
        """Whether only one number is possible."""
        return self.low == self.high

    def __str__(self) -> str:
        """Write the count as a dossier does: ``323``, ``>=301``, ``<=20``, ``300..350``."""
        if self.exact:
            return str(self.low)
        if self.high is None:
            return f">={self.low}"
        return f"<={self.high}" if self.low == 0 else f"{self.low}..{self.high}"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> Any:  # noqa: ANN401  pydantic's hook
        """Spare pydantic working out the dataclass for each field of it: :func:`parse_count` reads them all."""
        from pydantic_core.core_schema import is_instance_schema

        return is_instance_schema(cls)


def parse_count(value: object) -> Count:
    """Read a count of a dossier.

    Takes a whole number, or text such as ``">=300"``, ``">300"``, ``"<=20"``, ``"<20"``, ``"300..350"``,
    ``"hơn 300"``, ``"gần 300"``.

    Raises:
        PydanticCustomError: ``count_*`` with what is wrong; worded by the message catalogue.
    """
    if isinstance(value, Count):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return _within(Count(value, value), value)
    if not isinstance(value, str):
        raise PydanticCustomError("count_type", "a whole number", {"got": _shown(value)})
    text = normalised(value).strip()
    if match := _BOUNDED.fullmatch(text):
        sign, number = (match[1] or "").lower(), int(match[2])
        return _within(_bounded(_WORDS.get(sign, sign), number), value)
    if match := _RANGE.fullmatch(text):
        low, high = int(match[1]), int(match[2])
        if low > high:
            raise PydanticCustomError("count_reversed", "reversed", {"got": text, "want": f"{high}..{low}"})
        return _within(Count(low, high), value)
    if _VAGUE.match(text):
        raise PydanticCustomError("count_vague", "no bound", {"got": _shown(value)})
    raise PydanticCustomError("count_type", "a whole number", {"got": _shown(value)})


def _bounded(sign: str, number: int) -> Count:
    match sign:
        case ">":
            return Count(number + 1, None)
        case ">=":
            return Count(number, None)
        case "<":
            return Count(0, number - 1)
        case "<=":
            return Count(0, number)
        case _:
            return Count(number, number)


def _within(count: Count, written: object) -> Count:
    highest = count.low if count.high is None else count.high
    if count.low < 0 or highest < 0 or highest > MAX_COUNT:
        raise PydanticCustomError("count_range", "out of range", {"got": _shown(written), "most": MAX_COUNT})
    return count


def _shown(value: object, longest: int = 40) -> str:
    text = str(value)
    return text if len(text) <= longest else text[:longest] + "…"


def _written(count: Count) -> int | str:
    return count.low if count.exact else str(count)


_COUNT_SCHEMA: Final[dict[str, Any]] = {
    "anyOf": [
        {"type": "integer", "minimum": 0, "maximum": MAX_COUNT},
        {
            "type": "string",
            "pattern": r"^\s*((>=|<=|>|<|≥|≤|[Hh]ơn|[Tt]rên|[Gg]ần|[Dd]ưới)?\s*[0-9]+|[0-9]+\s*\.\.\s*[0-9]+)\s*$",
            "examples": [">=300", ">300", "<=20", "<20", "300..350", "hơn 300", "gần 300"],
        },
    ],
    "description": "Số đếm chính xác hoặc có chặn / a count, exact or bounded",
}

CountField = Annotated[Count, PlainValidator(parse_count), PlainSerializer(_written), WithJsonSchema(_COUNT_SCHEMA)]

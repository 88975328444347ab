"""What is wrong with a dossier beyond its single values: evidence, and how many crafts a title is about."""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic_core import InitErrorDetails, PydanticCustomError

from langnghe.engine.values import Count, parse_count

# An evidence entry names a document of the dossier by kind, with an optional page: household_list:3.
_ENTRY: Final = re.compile(r"([a-z_]+)(:[1-9]\d{0,5})?")


def evidence_problems(path: str, cited: object, kinds: tuple[str, ...]) -> list[InitErrorDetails]:
    """Give what is wrong with the evidence of the value at ``path``; each entry names one of the document ``kinds``."""
    loc = ("evidence", path)
    if not isinstance(cited, list | tuple):
        return [_detail("evidence_list", loc, cited, {"got": str(cited)[:40]})]
    return [
        _detail("evidence_entry", loc, entry, {"got": str(entry)[:40]})
        for entry in cited
        if not isinstance(entry, str) or not (named := _ENTRY.fullmatch(entry)) or named[1] not in kinds
    ]


def craft_problems(bare: object) -> list[InitErrorDetails]:
    """A dossier for a traditional craft is about its one craft (one title, one craft)."""
    if not isinstance(bare, dict) or bare.get("title") != "traditional_craft":
        return []
    crafts = bare.get("crafts")
    number = len(crafts) if isinstance(crafts, list | tuple) else 0
    if number == 1 or (crafts is not None and not isinstance(crafts, list | tuple)):
        return []
    return [_detail("one_craft", ("crafts",), crafts, {"number": number})]


def household_problems(bare: object) -> list[InitErrorDetails]:
    """Counts that contradict each other, also where something beside them is wrong as well."""
    households = bare.get("households") if isinstance(bare, dict) else None
    if not isinstance(households, dict):
        return []
    total, participating = _count(households.get("total")), _count(households.get("participating"))
    if total and total.high == 0:
        return [_detail("total_zero", ("households", "total"), households["total"], {})]
    if total and participating and contradictory(total, participating):
        stated = {"participating": str(participating), "total": str(total)}
        return [_detail("more_than_total", ("households", "participating"), households["participating"], stated)]
    return []


def contradictory(total: Count | None, participating: Count | None) -> bool:
    """Tell whether there surely are no households, or fewer than take part."""
    if total is None or total.high is None:
        return False
    return total.high == 0 or (participating is not None and participating.low > total.high)


def _count(value: object) -> Count | None:
    """Read a count, or nothing where it cannot be read: that is told elsewhere."""
    try:
        return None if value is None else parse_count(value)
    except PydanticCustomError:
        return None


def _detail(code: Any, loc: tuple[str | int, ...], got: object, context: dict[str, Any]) -> InitErrorDetails:  # noqa: ANN401  LiteralString
    return InitErrorDetails(type=PydanticCustomError(code, code, context), loc=loc, input=got)


def as_detail(found: dict[str, Any]) -> InitErrorDetails:
    """Keep a problem that pydantic found, so that it can be raised together with ours."""
    return _detail(found["type"], found["loc"], found["input"], found.get("ctx", {}))

"""One-step changes of a condition, each with the words in which a lawyer reads it.

A condition is the mapping that stands in a rule file. What the vocabulary cannot say is not tried: a share has no
*more than*, so its edge is held by ±1 % and by the scenarios of exactly 20 %.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeAlias, get_args

from langnghe.engine.dossier import Compliance, TitleId
from langnghe.engine.words import formats
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Tree: TypeAlias = dict[str, Any]
Changes: TypeAlias = "Iterator[tuple[str, Tree]]"

AUTHORITIES: Final = ("commune", "district", "province")
VERDICTS: Final = ("met", "not_met", "undetermined")
STRICTLY, REACHED = "more_than_years", "at_least_years"


def shifted(day: str) -> Iterator[tuple[str, str]]:
    """Move a day by one, back and forth."""
    for step in (-1, 1):
        moved = date.fromisoformat(day) + timedelta(days=step)
        yield f"dời ngày {_day(day)} thành {_day(moved.isoformat())}", moved.isoformat()


def changes(condition: Tree, tell: Callable[[Tree], str]) -> Changes:
    """Give every condition that is one step away, with what was done.

    ``tell`` puts a condition into words.
    """
    ((operator, argument),) = condition.items()
    if operator == "not":
        yield f"bỏ chữ «không phải» trước điều kiện «{tell(argument)}»", argument
        parts = [argument]
    else:
        yield f"phủ định điều kiện «{tell(condition)}»", {"not": condition}
        parts = argument if operator in {"all", "any"} else []
    if operator in {"all", "any"}:
        yield from _of_list(operator, argument, tell)
    elif operator in _OF_ATOMS:
        yield from _OF_ATOMS[operator](argument)
    for index, part in enumerate(parts):
        for words, changed in changes(part, tell):
            inside = changed if operator == "not" else [*parts[:index], changed, *parts[index + 1 :]]
            yield words, {operator: inside}


def _of_list(operator: str, parts: list[Tree], tell: Callable[[Tree], str]) -> Changes:
    if len(parts) > 1:
        other = {"all": "any", "any": "all"}[operator]
        words = {"any": "đổi «phải đạt tất cả» thành «chỉ cần một»", "all": "đổi «chỉ cần một» thành «phải đạt tất cả»"}
        yield f"{words[other]}: «{tell({operator: parts})}»", {other: parts}
    for index, part in enumerate(parts):
        if len(parts) > 1:
            yield f"bỏ điều kiện «{tell(part)}»", {operator: parts[:index] + parts[index + 1 :]}
        yield f"lặp lại điều kiện «{tell(part)}»", {operator: [*parts, part]}


def _share(share: Tree) -> Changes:
    percent = share["at_least_percent"]
    for other in (percent - 1, percent + 1):
        words = f"đổi {formats.percent(percent, 'vi')} thành {formats.percent(other, 'vi')}"
        yield words, {"share": share | {"at_least_percent": other}}


def _elapsed(elapsed: Tree) -> Changes:
    key, other = (STRICTLY, REACHED) if STRICTLY in elapsed else (REACHED, STRICTLY)
    years = elapsed[key]
    for number in (years - 1, years + 1):
        yield f"đổi {years} năm thành {number} năm", {"elapsed": elapsed | {key: number}}
    said = {STRICTLY: f"trên {years} năm", REACHED: f"từ đủ {years} năm"}
    yield f"đổi «{said[key]}» thành «{said[other]}»", {"elapsed": {"since": elapsed["since"], other: years}}


def _one_of(one_of: Tree) -> Changes:
    values = one_of["values"]
    for value in values:
        if len(values) > 1:
            left = [each for each in values if each != value]
            yield f"không nhận «{_field(one_of['field'])} {_value(value)}»", {"one_of": one_of | {"values": left}}
    for value in get_args(Compliance):
        if value not in values:
            words = f"nhận cả «{_field(one_of['field'])} {_value(value)}»"
            yield words, {"one_of": one_of | {"values": [*values, value]}}


def _before(before: Tree) -> Changes:
    for words, day in shifted(before["day"]):
        yield words, {"before": before | {"day": day}}
    if "taken_as" in before:
        other = "latest" if before["taken_as"] == "earliest" else "earliest"
        named = {"earliest": "ngày sớm nhất", "latest": "ngày muộn nhất"}
        words = f"lấy {named[other]} thay cho {named[before['taken_as']]} của thời điểm chưa rõ"
        yield words, {"before": before | {"taken_as": other}}


def _competent(competent: Tree) -> Changes:
    periods = competent["periods"]

    def with_(index: int, period: Tree) -> Tree:
        return {"competent": competent | {"periods": [*periods[:index], period, *periods[index + 1 :]]}}

    for index, period in enumerate(periods):
        for other in AUTHORITIES:
            if other != period["authority"]:
                words = f"đổi cơ quan phê duyệt từ {_value(period['authority'])} thành {_value(other)}"
                yield words, with_(index, period | {"authority": other})
        for end in ("from", "to"):
            if end in period:
                for words, day in shifted(period[end]):
                    yield (
                        f"{words} trong thẩm quyền của {_value(period['authority'])}",
                        with_(index, period | {end: day}),
                    )
        if len(periods) > 1:
            left = {"competent": competent | {"periods": periods[:index] + periods[index + 1 :]}}
            yield f"bỏ thẩm quyền của {_value(period['authority'])}", left
    for index in range(len(periods) - 1):
        one, two = periods[index], periods[index + 1]
        swapped = [*periods[:index], one | {"authority": two["authority"]}, two | {"authority": one["authority"]}]
        words = f"hoán đổi thẩm quyền của {_value(one['authority'])} và {_value(two['authority'])}"
        yield words, {"competent": competent | {"periods": swapped + periods[index + 2 :]}}


def _verdict(verdict: Tree) -> Changes:
    for other in VERDICTS:
        if other != verdict["is"]:
            asked = say(f"verdict.{verdict['is']}", "vi")
            words = f"đổi kết luận «{asked}» thành «{say(f'verdict.{other}', 'vi')}»"
            yield words, {"verdict": verdict | {"is": other}}


def _holds_title(title: str) -> Changes:
    for other in get_args(TitleId):
        if other != title:
            words = f"đổi «đã được công nhận {_title(title)}» thành «đã được công nhận {_title(other)}»"
            yield words, {"holds_title": other}


_OF_ATOMS: Final[dict[str, Callable[[Any], Changes]]] = {
    "share": _share,
    "elapsed": _elapsed,
    "one_of": _one_of,
    "before": _before,
    "competent": _competent,
    "verdict": _verdict,
    "holds_title": _holds_title,
    "holds": lambda field: iter([(f"đổi «có {_field(field)}» thành «đã biết {_field(field)}»", {"known": field})]),
    "known": lambda field: iter([(f"đổi «đã biết {_field(field)}» thành «có {_field(field)}»", {"holds": field})]),
    "some_craft": lambda rule: iter([("đổi «có ít nhất một nghề» thành «nghề được đề nghị»", {"the_craft": rule})]),
    "the_craft": lambda rule: iter([("đổi «nghề được đề nghị» thành «có ít nhất một nghề»", {"some_craft": rule})]),
}


def _day(day: str) -> str:
    return formats.day(date.fromisoformat(day), "vi")


def _field(path: str) -> str:
    return say(f"field.{path}", "vi")


def _value(value: str) -> str:
    return say(f"value.{value}", "vi")


def _title(title: str) -> str:
    return say(f"title.{title}", "vi")

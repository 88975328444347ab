"""One-step changes of a record of a rule file (a rule, a paper, a note …) other than those of its condition.

Each comes with the words in which a lawyer reads it.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final, get_args

from changes import AUTHORITIES, Tree, shifted
from pydantic import TypeAdapter

from langnghe.engine.dossier import DocumentKind, TitleId
from langnghe.engine.law.conditions import Condition
from langnghe.engine.law.rulebook import installed
from langnghe.engine.words.messages import say
from langnghe.engine.words.plainwords import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from langnghe.engine.law.rulebook import LawOnDay

SETS: Final = (["craft"], ["village"], ["craft", "village"])
LONG: Final = 90
COMMON_YEAR: Final = 2001  # a day that comes every year
_CONDITION: Final[TypeAdapter[Any]] = TypeAdapter(Condition)


def _of_rule(rule: Tree) -> Iterator[tuple[str, Tree]]:
    if "group" in rule:
        yield f"bỏ {called(rule)} khỏi các điều kiện phải đạt", {k: v for k, v in rule.items() if k != "group"}
    group = rule["requires"].get("every_in_force")
    if group:
        members = [{"criterion": name} for name in _law().groups[group]]
        yield "đổi «đạt mọi điều kiện» thành «đạt một trong các điều kiện»", rule | {"requires": {"any": members}}


def _of_document(paper: Tree) -> Iterator[tuple[str, Tree]]:
    optional = paper.get("optional", False)
    words = f"bắt buộc phải có {called(paper)}" if optional else f"chỉ cần {called(paper)} nếu có"
    yield words, paper | {"optional": not optional}
    other = {"craft": "village", "village": "craft"}[paper["set"]]
    yield f"đưa {called(paper)} sang bộ giấy tờ của {_set(other)}", paper | {"set": other}
    for kind in get_args(DocumentKind):
        if kind in paper["any_of"] and len(paper["any_of"]) > 1:
            left = [each for each in paper["any_of"] if each != kind]
            yield f"không nhận «{_paper(kind)}» làm {called(paper)}", paper | {"any_of": left}
        elif kind not in paper["any_of"]:
            more = [*paper["any_of"], kind]
            yield f"nhận cả «{_paper(kind)}» làm {called(paper)}", paper | {"any_of": more}


def _of_path(path: Tree) -> Iterator[tuple[str, Tree]]:
    for sets in SETS:
        if sets != path["sets"]:
            yield f"đòi bộ giấy tờ của {' và '.join(map(_set, sets))}", path | {"sets": sets}


def _of_note(note: Tree) -> Iterator[tuple[str, Tree]]:
    other = {"note": "warning", "warning": "note"}[note["kind"]]
    yield f"đổi {called(note)} giữa ghi chú và cảnh báo", note | {"kind": other}
    if "title" in note:
        yield f"dùng {called(note)} cho mọi danh hiệu", {k: v for k, v in note.items() if k != "title"}
    for title in get_args(TitleId):
        if title != note.get("title"):
            yield f"chỉ dùng {called(note)} cho {say(f'title.{title}', 'vi')}", note | {"title": title}


def _of_time_limit(limit: Tree) -> Iterator[tuple[str, Tree]]:
    days = limit["working_days"]
    for other in (days - 1, days + 1):
        yield f"đổi {days} ngày làm việc thành {other}", limit | {"working_days": other}


def _of_role(role: Tree) -> Iterator[tuple[str, Tree]]:
    authority = role["authority"]
    for other in AUTHORITIES:
        if other != authority:
            yield (
                f"giao cho {say(f'value.{other}', 'vi')} thay {say(f'value.{authority}', 'vi')}",
                role | {"authority": other},
            )
    for question, words in (("assess", "khi xét công nhận"), ("review", "khi rà soát")):
        serves = [each for each in role["serves"] if each != question]
        if question not in role["serves"]:
            yield f"nêu {called(role)} cả {words}", role | {"serves": [*serves, question]}
        elif serves:
            yield f"không nêu {called(role)} {words}", role | {"serves": serves}


def _of_report(report: Tree) -> Iterator[tuple[str, Tree]]:
    for _, moved in shifted(f"{COMMON_YEAR}-{report['before']}"):
        before = moved.removeprefix(f"{COMMON_YEAR}-")
        yield (
            f"đổi «trước ngày {_of_year(report['before'])}» thành «trước ngày {_of_year(before)}»",
            report | {"before": before},
        )


def _of_year(month_day: str) -> str:
    month, number = month_day.split("-")
    return f"{number}/{month}"


OF_PARTS: Final[dict[str, Callable[[Tree], Iterator[tuple[str, Tree]]]]] = {
    "rules": _of_rule,
    "documents": _of_document,
    "document_paths": _of_path,
    "review_notes": _of_note,
    "time_limits": _of_time_limit,
    "roles": _of_role,
    "reports": _of_report,
}


@cache
def _law() -> LawOnDay:
    """The law of today's rulebook at its latest, for the names in it."""
    return installed().law_on(date.max)


def told(condition: Tree) -> str:
    """Put a condition into words."""
    return in_words(_CONDITION.validate_python(condition), _law(), "vi")


def called(record: Tree) -> str:
    """Name a record as a lawyer would."""
    for key in ("name", "task", "message"):
        if key in record:
            text = record[key]["vi"]
            return f"«{text if len(text) <= LONG else text[:LONG].rsplit(' ', 1)[0] + ' …'}»"
    return f"trường hợp của {_inside(record['provision'])}"


def _inside(provision: str) -> str:
    """Cite a provision within its instrument."""
    words = {"diem": "điểm", "khoan": "khoản", "dieu": "Điều"}
    parts = [part.split("-", 1) for part in reversed(provision.split("/"))]
    return " ".join(f"{words[kind]} {number}" for kind, number in parts)


def _set(name: str) -> str:
    return {"craft": "nghề truyền thống", "village": "làng nghề"}[name]


def _paper(kind: str) -> str:
    return say(f"document.{kind}", "vi")

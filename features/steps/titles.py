"""Titles already held, and what became of them when the Decree took force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given

from . import conforming
from .names import TITLES
from .sentences import Sentence

if TYPE_CHECKING:
    from datetime import date

    from .situation import Situation

CONFORMED: dict[str, bool | None] = {
    "đã phù hợp với các tiêu chí tại Điều 5": True,
    "chưa phù hợp với các tiêu chí tại Điều 5": False,
    "chưa rõ có phù hợp với các tiêu chí tại Điều 5 hay không": None,
}

_OF_A_VILLAGE = {words: title for words, title in TITLES.items() if title != "traditional_craft"}
_OF_A_CRAFT = {words: title for words, title in TITLES.items() if title == "traditional_craft"}


def _hold(situation: Situation, title: str, on: str, name: str) -> None:
    held = {"title": title, "decision": "01/QĐ-UBND", "decided_on": on, "name": name}
    situation.dossier.setdefault("titles_held", []).append(held)


@given(Sentence("làng đã được công nhận {title:tên} ngày {on:ngày}", tên=_OF_A_VILLAGE))
def village_holds(situation: Situation, title: str, on: date) -> None:
    """State a title that the village holds and the day of its decision."""
    _hold(situation, title, on.isoformat(), situation.dossier["place"]["name"])


@given(
    Sentence(
        "làng đã được công nhận {title:tên}, chưa rõ ngày nào trong khoảng {first:ngày} đến {last:ngày}",
        tên=_OF_A_VILLAGE,
    )
)
def village_holds_since_some_day(situation: Situation, title: str, first: date, last: date) -> None:
    """State a title that the village holds, and between which days it was decided."""
    _hold(situation, title, f"{first.isoformat()}/{last.isoformat()}", situation.dossier["place"]["name"])


@given(Sentence("nghề[ của làng] đã được công nhận {title:tên} ngày {on:ngày}", tên=_OF_A_CRAFT))
def craft_holds(situation: Situation, title: str, on: date) -> None:
    """State the title that the craft holds and the day of its decision."""
    _hold(situation, title, on.isoformat(), conforming.CRAFT)


@given(Sentence("vào ngày 01/06/2018 danh hiệu đó {value:điều}", điều=CONFORMED))
def conformed(situation: Situation, value: bool | None) -> None:
    """State whether the title fitted Điều 5 on the day the Decree took force."""
    title = situation.dossier["titles_held"][-1]
    if value is None:
        title.pop("conformed_in_2018", None)
    else:
        title["conformed_in_2018"] = value


@given(Sentence("Ủy ban nhân dân cấp tỉnh đã chỉ đạo khắc phục ngày {ordered:ngày}, khắc phục xong ngày {done:ngày}"))
def remedied(situation: Situation, ordered: date, done: date) -> None:
    """State that a remedy under Điều 25 was ordered and completed."""
    remedy = {"ordered_on": ordered.isoformat(), "completed_on": done.isoformat()}
    situation.dossier["titles_held"][-1]["remedy"] = remedy


@given("chưa có chỉ đạo khắc phục nào")
def no_remedy(situation: Situation) -> None:
    """State that no remedy is on record."""
    situation.dossier["titles_held"][-1].pop("remedy", None)

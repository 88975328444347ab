"""What is known of a craft, most of it the council's own finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytest_bdd import given

from .dates import edtf
from .sentences import KINDS, Kind, Sentence, Table, choice

if TYPE_CHECKING:
    from datetime import date

    from .situation import Situation

STATEMENTS: dict[str, tuple[str, bool | None]] = {
    "nghề đang tiếp tục phát triển": ("still_developing", True),
    "nghề không còn tiếp tục phát triển": ("still_developing", False),
    "chưa rõ nghề có đang tiếp tục phát triển hay không": ("still_developing", None),
    "sản phẩm của nghề mang bản sắc văn hóa dân tộc": ("cultural_identity", True),
    "sản phẩm của nghề không mang bản sắc văn hóa dân tộc": ("cultural_identity", False),
    "chưa rõ sản phẩm của nghề có mang bản sắc văn hóa dân tộc hay không": ("cultural_identity", None),
    "nghề gắn với tên tuổi của làng nghề": ("village_name", True),
    "nghề không gắn với tên tuổi của làng nghề": ("village_name", False),
    "chưa rõ nghề có gắn với tên tuổi của làng nghề hay không": ("village_name", None),
}

_YES_NO: dict[str, bool | None] = {"có": True, "không": False, "chưa rõ": None}
_UNKNOWN = "chưa rõ"


def _since(words: str) -> str | None:
    return None if words == _UNKNOWN else edtf(words)


CRAFTS = Table(
    {
        "nghề": None,
        "xuất hiện tại địa phương từ": Kind(".+", _since, hint=f"{KINDS['thời điểm'].hint}; hoặc {_UNKNOWN}"),
        "đang tiếp tục phát triển": choice(_YES_NO),
        "mang bản sắc văn hóa dân tộc": choice(_YES_NO),
        "gắn với tên tuổi của nghệ nhân": None,
        "gắn với tên tuổi của làng nghề": choice(_YES_NO),
    }
)


def _put(craft: dict[str, Any], key: str, value: object) -> None:
    if value is None:
        craft.pop(key, None)
    else:
        craft[key] = value


@given(Sentence("{fact:điều}", điều=STATEMENTS))
def statement(situation: Situation, fact: tuple[str, bool | None]) -> None:
    """State one finding on the craft, or that there is none yet."""
    _put(situation.craft, *fact)


@given(
    Sentence(
        "Hội đồng xét duyệt ngày {on:ngày} kết luận {fact:điều} với {ayes:số} phiếu thuận, {noes:số} phiếu chống",
        điều={words: fact for words, fact in STATEMENTS.items() if fact[1] is not None},
    )
)
def council_statement(situation: Situation, on: date, fact: tuple[str, bool], ayes: int, noes: int) -> None:
    """State a finding with the council that made it and its votes."""
    key, holds = fact
    votes = {"for": ayes, "against": noes}
    finding = {"holds": holds, "by": "Hội đồng xét duyệt", "on": on.isoformat(), "votes": votes}
    situation.craft[key] = finding


@given(Sentence("nghề xuất hiện tại địa phương từ {since:thời điểm}"))
def practised_since(situation: Situation, since: str) -> None:
    """State when the craft appeared in the locality."""
    situation.craft["practised_since"] = since


@given("chưa rõ nghề xuất hiện tại địa phương từ khi nào")
def practised_since_unknown(situation: Situation) -> None:
    """State that nobody has established when the craft appeared."""
    situation.craft.pop("practised_since", None)


@given(Sentence("nghề gắn với tên tuổi của nghệ nhân {name:tên}"))
def artisan(situation: Situation, name: str) -> None:
    """Name the artisan whom the craft is tied to."""
    situation.craft["artisans"] = [name]


@given("nghề không gắn với tên tuổi của nghệ nhân nào")
def no_artisan(situation: Situation) -> None:
    """State that the craft is tied to no artisan's name."""
    situation.craft["artisans"] = []


@given("chưa rõ nghề có gắn với tên tuổi của nghệ nhân nào hay không")
def artisan_unknown(situation: Situation) -> None:
    """State that nobody has established whether the craft is tied to an artisan's name."""
    situation.craft.pop("artisans", None)


@given(Sentence("làng có các nghề sau:", CRAFTS))
def crafts(situation: Situation, datatable: list[list[str]]) -> None:
    """List the crafts of the village, each with what is known of it."""
    situation.dossier["crafts"] = []
    for name, since, developing, identity, artisans, village in datatable[1:]:
        craft: dict[str, Any] = {"name": name}
        _put(craft, "practised_since", _since(since))
        _put(craft, "still_developing", _YES_NO[developing])
        _put(craft, "cultural_identity", _YES_NO[identity])
        _put(craft, "artisans", {_UNKNOWN: None, "không": []}.get(artisans, [artisans]))
        _put(craft, "village_name", _YES_NO[village])
        situation.dossier["crafts"].append(craft)


@given("làng không có nghề nào được lưu truyền")
def no_craft(situation: Situation) -> None:
    """State that the village has no craft to show."""
    situation.dossier["crafts"] = []

"""What is known of the village's environmental protection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given

from .sentences import Sentence

if TYPE_CHECKING:
    from datetime import date

    from .situation import Situation

WHETHER: dict[str, bool | None] = {"làng có": True, "làng không có": False, "chưa rõ làng có": None}

FACILITIES = {
    "tổ chức tự quản về bảo vệ môi trường": "self_management_group",
    "hệ thống thu gom nước thải, nước mưa": "wastewater_collection",
    "điểm tập kết chất thải rắn đáp ứng yêu cầu kỹ thuật": "solid_waste_point",
    "phương án vận chuyển chất thải rắn ra ngoài địa bàn": "solid_waste_transport",
}

WASTEWATER_TREATMENT = {
    "làng không có hệ thống xử lý nước thải tập trung": "none",
    "hệ thống xử lý nước thải tập trung của làng đáp ứng yêu cầu": "compliant",
    "hệ thống xử lý nước thải tập trung của làng không đáp ứng yêu cầu": "non_compliant",
    "chưa rõ làng có hệ thống xử lý nước thải tập trung hay không": None,
}

SOLID_WASTE_TREATMENT = {
    "làng không có khu xử lý chất thải rắn": "none",
    "khu xử lý chất thải rắn của làng bảo đảm quy định": "compliant",
    "khu xử lý chất thải rắn của làng không bảo đảm quy định": "non_compliant",
    "chưa rõ làng có khu xử lý chất thải rắn hay không": None,
}

AUTHORITIES = {"cấp xã": "commune", "cấp huyện": "district", "cấp tỉnh": "province"}


def _put(situation: Situation, key: str, value: object) -> None:
    if value is None:
        situation.forget(f"environment.{key}")
    else:
        situation.part("environment")[key] = value


@given(Sentence("{whether:có} {facility:gì}[ hay không]", có=WHETHER, gì=FACILITIES))
def facility(situation: Situation, whether: bool | None, facility: str) -> None:
    """State whether the village has a body or a facility."""
    _put(situation, facility, whether)


@given(Sentence("{standing:điều}", điều=WASTEWATER_TREATMENT))
def wastewater_treatment(situation: Situation, standing: str | None) -> None:
    """State the standing of central waste-water treatment, asked for only where there is one."""
    _put(situation, "central_treatment", standing)


@given(Sentence("{standing:điều}", điều=SOLID_WASTE_TREATMENT))
def solid_waste_treatment(situation: Situation, standing: str | None) -> None:
    """State the standing of solid-waste treatment on the spot, which transport elsewhere may replace."""
    _put(situation, "solid_waste_treatment", standing)


_APPROVED = "phương án bảo vệ môi trường làng nghề được "


@given(
    Sentence(_APPROVED + "Ủy ban nhân dân {by:cấp} phê duyệt ngày {on:ngày}", cấp=AUTHORITIES),
)
def plan(situation: Situation, by: str, on: date) -> None:
    """State who approved the plan, and when."""
    _put(situation, "plan", {"approved_on": on.isoformat(), "approved_by": by})


@given(Sentence(_APPROVED + "phê duyệt ngày {on:ngày}, chưa rõ cơ quan phê duyệt"))
def plan_without_authority(situation: Situation, on: date) -> None:
    """State when the plan was approved, but not by whom."""
    _put(situation, "plan", {"approved_on": on.isoformat()})


@given(Sentence(_APPROVED + "Ủy ban nhân dân {by:cấp} phê duyệt, chưa rõ ngày phê duyệt", cấp=AUTHORITIES))
def plan_without_day(situation: Situation, by: str) -> None:
    """State who approved the plan, but not when."""
    _put(situation, "plan", {"approved_by": by})


@given("làng không có phương án bảo vệ môi trường")
def no_plan(situation: Situation) -> None:
    """State that there is no plan."""
    _put(situation, "plan", value=False)


@given("chưa rõ làng có phương án bảo vệ môi trường hay không")
def plan_unknown(situation: Situation) -> None:
    """State that nobody has established whether there is a plan."""
    _put(situation, "plan", value=None)

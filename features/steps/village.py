"""What is known of the village: its activities, its households, how long it has produced without a break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given

from . import conforming
from .counts import number
from .sentences import KINDS, Kind, Sentence, Table

if TYPE_CHECKING:
    from datetime import date

    from .situation import Situation

UNKNOWN = {
    "hoạt động ngành nghề nông thôn": ("activities",),
    "tổng số hộ": ("households.total",),
    "số hộ tham gia": ("households.participating",),
    "tổng số hộ và số hộ tham gia": ("households.total", "households.participating"),
    "thời điểm bắt đầu sản xuất, kinh doanh ổn định": ("production.stable_since",),
    "làng có nghề nào": ("crafts",),
    "danh mục giấy tờ": ("documents",),
}


@given(Sentence("một làng đáp ứng đầy đủ các tiêu chí {title:danh hiệu} vào ngày {on:ngày}"))
@given(Sentence("một nghề đáp ứng đầy đủ các tiêu chí {title:danh hiệu} vào ngày {on:ngày}"))
def a_conforming_dossier(situation: Situation, title: str, on: date) -> None:
    """Start from a complete dossier that meets every criterion of the title."""
    situation.dossier = conforming.dossier(title, on)


@given(Sentence("một hồ sơ đề nghị công nhận {title:danh hiệu} ngày {on:ngày} chưa nêu gì về các tiêu chí"))
def an_empty_dossier(situation: Situation, title: str, on: date) -> None:
    """Start from a dossier that says nothing about any criterion."""
    situation.dossier = conforming.empty(title, on)
    if title == "traditional_craft":
        situation.dossier["crafts"] = [{"name": conforming.CRAFT}]


@given(Sentence("thời điểm đề nghị công nhận là ngày {on:ngày}"))
def proposed_on(situation: Situation, on: date) -> None:
    """Move the day on which recognition is proposed, and nothing else."""
    situation.dossier["proposed_on"] = on.isoformat()


@given(Sentence("hồ sơ chưa nêu {paths:điều}", điều=UNKNOWN))
def not_stated(situation: Situation, paths: tuple[str, ...]) -> None:
    """Make something unknown."""
    for path in paths:
        situation.forget(path)


@given(Sentence("làng có hoạt động quy định tại khoản {groups:các số} Điều 4"))
@given(Sentence("nghề thuộc hoạt động quy định tại khoản {groups:các số} Điều 4"))
def activities(situation: Situation, groups: list[int]) -> None:
    """State the groups of Điều 4 that the village or the craft belongs to."""
    situation.dossier["activities"] = groups


@given("làng không có hoạt động nào quy định tại Điều 4")
@given("nghề không thuộc hoạt động nào quy định tại Điều 4")
def no_activity(situation: Situation) -> None:
    """State that the village or the craft belongs to none of the seven groups."""
    situation.dossier["activities"] = []


@given(Sentence("làng có {total:số hộ} hộ, trong đó {part:số hộ} hộ tham gia hoạt động ngành nghề nông thôn"))
def households(situation: Situation, total: int | str, part: int | str) -> None:
    """State all households and those that take part."""
    situation.part("households").update(total=total, participating=part)


@given(Sentence("làng có {part:số hộ} hộ tham gia hoạt động ngành nghề nông thôn"))
def participating(situation: Situation, part: int | str) -> None:
    """State only the households that take part."""
    situation.part("households")["participating"] = part


@given("không còn hộ nào tham gia hoạt động ngành nghề nông thôn")
def nobody_participates(situation: Situation) -> None:
    """State that no household takes part any more."""
    situation.part("households")["participating"] = 0


TRADES = Table(
    {
        "nghề": None,
        "khoản của Điều 4": Kind("[1-7]", int, hint="một số từ 1 đến 7"),
        "số hộ": KINDS["số"],
    }
)


@given(Sentence("làng có {total:số hộ} hộ, mỗi hộ chỉ làm một nghề trong các nghề sau:", TRADES))
def households_by_trade(situation: Situation, total: int | str, datatable: list[list[str]]) -> None:
    """State the households trade by trade: khoản 3 điểm a adds the trades up."""
    rows = datatable[1:]
    situation.dossier["activities"] = sorted({int(group) for _, group, _ in rows})
    together = sum(number(amount) for *_, amount in rows)
    situation.part("households").update(total=total, participating=together)


@given(Sentence("hồ sơ chỉ nêu {part:số} trong {total:số} nhân khẩu của làng làm nghề, không nêu số hộ"))
def people_only(situation: Situation, part: int, total: int) -> None:
    """State people instead of households: no number of households follows from it."""
    assert part <= total
    situation.dossier.pop("households", None)


@given(Sentence("làng sản xuất, kinh doanh ổn định liên tục từ {since:thời điểm}"))
def stable_since(situation: Situation, since: str) -> None:
    """State when the unbroken period of stable production began."""
    situation.part("production")["stable_since"] = since

"""What each province adds, from which day to which and by which source: entered a second time, from the plans.

The table is not made from ``rules/provinces``: both are entered from the published plans, pages and decisions, and
each day on which anything begins or ends is compared, the day before and the day after too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import pytest

from langnghe.engine.law.rulebook import installed

DAY: Final = timedelta(days=1)
NATIONAL: Final = date(2018, 6, 1)  # no page or plan under the Decree counts before it
ARRANGED: Final = date(2025, 7, 1)  # provinces merged, districts gone
PROGRAMME: Final = (date(2022, 7, 7), date(2030, 12, 31))  # what carries out Decision 801/QĐ-TTg, to the end it names
HA_NOI_2018 = (date(2018, 1, 1), date(2018, 12, 31))
HA_NOI_2020 = (date(2020, 1, 1), date(2020, 12, 31))
HA_NOI_2026 = (date(2026, 1, 1), date(2026, 12, 31))
HUNG_YEN_2025 = (date(2025, 1, 7), date(2025, 12, 31))


@dataclass(frozen=True)
class Added:
    """One thing that a province adds: a department, limit, report, sum of money or note."""

    province: str
    part: str
    words: str
    period: tuple[date, date | None]
    source: str
    detail: Any = None

    def there_on(self, day: date) -> bool:
        return self.period[0] <= day and (self.period[1] is None or day <= self.period[1])


def _appraising(name: str) -> Added:
    return Added("Hà Nội", "departments", name, HA_NOI_2026, "năm 2026", False)


def _money(title: str, amount: int) -> Added:
    return Added("Hà Nội", "support", title, (date(2020, 3, 12), None), "Quyết định số 02/2020/QĐ-UBND", amount)


ADDED: Final = [
    Added("Bà Rịa - Vũng Tàu", "time_limits", "decision", (NATIONAL, date(2025, 6, 30)), "27246", 26),
    Added("Bà Rịa - Vũng Tàu", "notes", "huy hiệu", (NATIONAL, date(2025, 6, 30)), "27246"),
    Added("Hà Nam", "departments", "Sở Nông nghiệp và Phát triển nông thôn", PROGRAMME, "2021-2030", True),
    Added("Hà Nam", "notes", "hồ sơ đề nghị thu hồi", (PROGRAMME[0], ARRANGED - DAY), "2021-2030"),
    Added("Hà Nam", "notes", "không ấn định ngày", PROGRAMME, "2021-2030"),
    Added("Hà Nam", "notes", "Tên sở theo văn bản năm 2022", (ARRANGED, PROGRAMME[1]), "2021-2030"),
    Added("Hà Nội", "departments", "Sở Công Thương", HA_NOI_2018, "năm 2018", True),
    Added("Hà Nội", "departments", "Chi cục Phát triển nông thôn", HA_NOI_2020, "28/KH-CCPTNT", True),
    Added("Hà Nội", "departments", "Sở Nông nghiệp và Môi trường", HA_NOI_2026, "năm 2026", True),
    _appraising("Sở Công Thương"),
    _appraising("Sở Du lịch"),
    _appraising("Sở Tài chính"),
    _appraising("Sở Nội vụ"),
    _appraising("Sở Văn hóa và Thể thao"),
    Added("Hà Nội", "reports", "Báo cáo 6 tháng", HA_NOI_2026, "năm 2026", "06-30"),
    Added("Hà Nội", "reports", "Báo cáo năm", HA_NOI_2026, "năm 2026", "12-20"),
    _money("traditional_craft_village", 12_000_000),
    _money("craft_village", 6_000_000),
    _money("traditional_craft", 6_000_000),
    Added("Hà Nội", "notes", "«Làng nghề Hà Nội»", (date(2020, 1, 1), None), "28/KH-CCPTNT"),
    Added("Hà Nội", "notes", "phường nội thành", (date(2024, 1, 1), None), "vietnamplus.vn"),
    Added("Hà Nội", "notes", "được sửa đổi, bổ sung trong năm 2026", (date(2026, 1, 1), None), "năm 2026"),
    Added("Hà Nội", "notes", "Chưa rõ Nghị quyết", (date(2026, 1, 1), None), "49/2025/NQ-HĐND"),
    Added("Hưng Yên", "departments", "Sở Nông nghiệp và Phát triển nông thôn", HUNG_YEN_2025, "03/KH-UBND", True),
    Added("Hưng Yên", "notes", "không thu phí, lệ phí", (date(2020, 11, 23), ARRANGED - DAY), "Trang thủ tục"),
    Added("Hưng Yên", "notes", "lỗi sao chép", (date(2024, 1, 1), ARRANGED - DAY), "Trang thủ tục"),
    Added("Hưng Yên", "notes", "bốn nhóm", HUNG_YEN_2025, "03/KH-UBND"),
    Added("Tuyên Quang", "departments", "Sở Nông nghiệp và Phát triển nông thôn", PROGRAMME, "Tuyên Quang", True),
    Added("Tuyên Quang", "departments", "Sở Công Thương", PROGRAMME, "Tuyên Quang", True),
    Added("Tuyên Quang", "reports", "Báo cáo năm", PROGRAMME, "Tuyên Quang", "11-15"),
    Added("Tuyên Quang", "notes", "giao việc công nhận mới cho Sở Công Thương", PROGRAMME, "Tuyên Quang"),
]
PARTS: Final = ("departments", "time_limits", "reports", "support", "notes")
_SAID: Final = {
    "departments": lambda each: (each.name.vi, each.leads),
    "time_limits": lambda each: (each.id, each.working_days),
    "reports": lambda each: (each.name.vi, each.before),
    "support": lambda each: (each.title, each.amount_vnd),
    "notes": lambda each: (each.text.vi, None),
}


def days_of(province: str) -> list[date]:
    ends = {day for each in ADDED if each.province == province for day in each.period if day}
    return sorted({day + step for day in ends for step in (-DAY, 0 * DAY, DAY)})


@pytest.mark.parametrize(
    ("province", "day"), [(name, day) for name in sorted({a.province for a in ADDED}) for day in days_of(name)]
)
def test_on_each_day_a_province_adds_what_its_plans_say_and_nothing_else(province, day):
    found = installed().province_on(province, day)
    told = [(part, *_SAID[part](each), found.source(each, "vi")) for part in PARTS for each in getattr(found, part, ())]
    wanted = [each for each in ADDED if each.province == province and each.there_on(day)]
    assert len(told) == len(wanted)
    for each in wanted:
        assert [
            (part, words, detail, source)
            for part, words, detail, source in told
            if part == each.part and each.words in words and detail == each.detail and each.source in source
        ], each


def test_every_overlay_is_entered_here():
    assert {each.id for each in installed().overlays} == {
        "ba-ria-vung-tau",
        "ha-nam",
        "ha-noi",
        "hung-yen",
        "tuyen-quang",
    }
    assert len({each.province for each in ADDED}) == len(installed().overlays)


# A province's name before and after the mergers of 1 July 2025: which overlay counts, and whether surely.


@pytest.mark.parametrize(
    ("province", "day", "overlay", "certain"),
    [
        ("Bà Rịa - Vũng Tàu", "2025-06-30", "ba-ria-vung-tau", True),
        ("Bà Rịa - Vũng Tàu", "2025-07-01", None, None),
        ("Hà Nam", "2025-06-30", "ha-nam", True),
        ("Hà Nam", "2025-07-01", "ha-nam", True),
        ("Hà Nam", "2030-12-31", "ha-nam", True),
        ("Hà Nam", "2031-01-01", None, None),
        ("Ninh Bình", "2025-06-30", None, None),
        ("Ninh Bình", "2025-07-01", "ha-nam", False),
        ("Ninh Bình", "2030-12-31", "ha-nam", False),
        ("Ninh Bình", "2031-01-01", None, None),
        ("Hưng Yên", "2025-06-30", "hung-yen", True),
        ("Hưng Yên", "2025-07-01", "hung-yen", False),
        ("Hưng Yên", "2025-12-31", "hung-yen", False),
        ("Hưng Yên", "2026-01-01", None, None),
        ("Tuyên Quang", "2025-06-30", "tuyen-quang", True),
        ("Tuyên Quang", "2025-07-01", "tuyen-quang", False),
        ("Tuyên Quang", "2030-12-31", "tuyen-quang", False),
        ("Tuyên Quang", "2031-01-01", None, None),
        ("Hà Nội", "2017-12-31", "ha-noi", True),
        ("Hà Nội", "2031-01-01", "ha-noi", True),
    ],
)
def test_a_name_stands_for_one_territory_before_the_mergers_and_for_another_after(province, day, overlay, certain):
    found = installed().province_on(province, date.fromisoformat(day))
    assert (found and found.overlay.id, found and found.certain) == (overlay, certain)

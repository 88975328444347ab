"""The yearly report's page in a real browser: on a phone, in the dark, on paper, and for a screen reader."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest
from browser import Opened, browser, needs_chromium  # noqa: F401  a fixture is used by its name

from langnghe.engine.register.entries import Entered
from langnghe.engine.register.mapping import mapping
from langnghe.engine.report.writing import write_report

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = needs_chromium

HOSTILE: Final = '<img src=x onerror="alert(1)">'
LONG: Final = "Làngnghềcótêndàikhôngcókhoảngtrắng" * 4
HEADINGS: Final = (
    "Tên làng nghề;Danh hiệu;Tỉnh;Huyện;Xã;Nhóm ngành nghề;Tổng số hộ;Số hộ tham gia;Hoạt động ổn định từ;"
    "Ngày công nhận;Phù hợp tiêu chí năm 2018;Phân loại;Đang hoạt động;Phương án BVMT"
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with every outcome, every table, long and hostile names, and rows that cannot be read."""
    folder = tmp_path_factory.mktemp("report")
    rows = [
        f"{HOSTILE};làng nghề;Hà Nam;Lý Nhân;{LONG};4;970;2;2001;2020;;developing;có;",
        f"{LONG};LNTT;Hưng Yên;;Xã Một;1;970;194;2001;2010;;khó khăn;không;có",
        "Cũ;làng nghề;Hà Nam;Lý Nhân;Nguyên Lý;4;970;3;2001;2010;không;;có;",
        "Cốm;nghề truyền thống;Hà Nam;Lý Nhân;Nguyên Lý;1;;;;2020;;;;",
        "Chưa;chưa công nhận;Hà Nam;Lý Nhân;Nguyên Lý;;;;;;;có nghề nhưng chưa được công nhận;;",
        f"Sai;{HOSTILE};;;;;;;;;;;;",
    ]
    (folder / "r.csv").write_text("\n".join((HEADINGS, *rows)), "utf-8")
    write_report(Entered(folder / "r.csv", mapping()), folder / "report.html", date(2024, 11, 14))
    return folder / "report.html"


@pytest.fixture
def open_report(browser: Any, report: Path) -> Any:  # noqa: F811  the fixture imported above
    opened: list[Opened] = []

    def show(**how: Any) -> Opened:
        opened.append(Opened(browser, report, **how))
        return opened[-1]

    yield show
    for each in opened:
        each.close()


def test_it_runs_nothing_foreign_and_fetches_nothing(open_report: Any, report: Path) -> None:
    shown = open_report()
    assert shown.complaints == []
    assert shown.fetched == [report.as_uri()]


@pytest.mark.parametrize("width", [320, 400, 1000])
def test_it_fits_a_phone_and_a_desk(width: int, open_report: Any) -> None:
    shown = open_report(width=width)
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1000])
def test_it_passes_the_accessibility_rules(dark: bool, width: int, open_report: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(open_report(dark=dark, width=width).page)
    assert found.violations_count == 0, found.generate_report()


def test_bars_are_as_long_as_their_numbers_and_coloured_by_outcome(open_report: Any) -> None:
    """Of Hà Nam's two craft villages one is to be proposed, one to be remedied: half the bar each."""
    page = open_report().page
    row = page.locator("section[aria-labelledby=titles] tbody tr", has_text="Làng nghề").first
    whole = row.locator("svg").bounding_box()["width"]
    parts = row.locator("svg rect")
    assert [round(parts.nth(at).bounding_box()["width"] / whole, 2) for at in range(parts.count())] == [0.5, 0.5]
    colours = [parts.nth(at).evaluate("each => getComputedStyle(each).fill") for at in range(2)]
    assert len(set(colours)) == 2


def test_every_column_that_is_drawn_shows_the_colour_of_its_part(open_report: Any) -> None:
    page = open_report().page
    keys = page.locator("section[aria-labelledby=titles] thead .key")
    shown = keys.evaluate_all(
        "all => all.map(e => getComputedStyle(e).backgroundColor + getComputedStyle(e).backgroundImage)"
    )
    assert len(shown) == len(set(shown)) == 4


def test_the_numbers_above_lead_to_the_lists(open_report: Any) -> None:
    page = open_report().page
    page.get_by_role("link", name="Đề nghị xem xét thu hồi").click()
    assert page.evaluate("location.hash") == "#propose_revocation"
    assert page.locator("#propose_revocation").bounding_box()["y"] < 740


def test_a_screen_reader_gets_landmarks_headings_and_tables_by_name(open_report: Any) -> None:
    page = open_report().page
    assert page.get_by_role("main").count() == page.get_by_role("banner").count() == 1
    assert page.get_by_role("heading", level=1).inner_text().startswith("Rà soát danh hiệu")
    for name in ("Danh hiệu theo nhóm ngành nghề", "Tỷ lệ hộ tham gia so với ngưỡng 20 %", "Theo xã"):
        assert page.get_by_role("region", name=name).count() == 1
        assert page.get_by_role("table", name=name).count() == 1
    assert page.get_by_role("rowheader", name="từ 10 % đến dưới 20 %").count() == 1


def test_on_paper_headings_repeat_and_bars_keep_their_colours(open_report: Any) -> None:
    shown = open_report()
    shown.page.emulate_media(media="print")
    assert shown.page.locator("thead").first.evaluate("each => getComputedStyle(each).display") == "table-header-group"
    assert shown.page.locator(".key").first.evaluate("each => getComputedStyle(each).printColorAdjust") == "exact"
    assert len(shown.page.pdf()) > 10_000

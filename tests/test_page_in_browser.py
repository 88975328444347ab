"""The pages in a real browser: on a phone, by keyboard, on paper, and as a screen reader gets them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from browser import Opened, browser, needs_chromium  # noqa: F401  a fixture is used by its name
from examples import craft, dossier, tree

import langnghe
from langnghe.engine.law.rulebook import installed
from langnghe.engine.writing.batch import Batch
from langnghe.engine.writing.page import assessment_page, review_page

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = needs_chromium

HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
LONG = "Làngnghềcótêndàikhôngcókhoảngtrắng" * 4


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One page of each sort, with long and hostile names, all verdicts and all shapes of bars."""
    folder = tmp_path_factory.mktemp("pages")
    made = dossier(
        id=LONG,
        title="traditional_craft_village",
        place={"name": HOSTILE, "commune": LONG},
        households={"total": 480, "participating": "80..120"},
        environment={"self_management_group": False},
        crafts=[craft(name=HOSTILE), craft(name="Đan lát", practised_since="196X~", cultural_identity=None)],
        titles_held=[{"title": "craft_village", "decision": LONG, "decided_on": "2016"}],
        documents=[{"kind": "household_list"}],
    )
    texts = {
        "assessment": assessment_page(langnghe.assess(made), installed(), "vi"),
        "review": review_page(made, langnghe.review(made, on=date(2024, 11, 14)), installed(), "vi"),
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    batch = Batch(folder, "html", "vi")
    (folder / "bad.json").write_text(HOSTILE, "utf-8")
    (folder / "good.json").write_text(langnghe.Dossier.model_validate(tree(id=LONG)).model_dump_json(), "utf-8")
    for file in ("bad.json", "good.json"):
        batch.assess(str(folder / file), None, None)
    reviewed = Batch(folder / "reviewed", "html", "vi")
    (folder / "held.json").write_text(made.model_dump_json(), "utf-8")
    for file in ("bad.json", "good.json", "held.json"):
        reviewed.review(str(folder / file), date(2024, 11, 14))
    indexes = {"index": batch.finish("assess"), "index of reviews": reviewed.finish("review")}
    return indexes | {name: folder / f"{name}.html" for name in texts}


@pytest.fixture
def open_page(browser: Any, pages: dict[str, Path]) -> Any:  # noqa: F811  the fixture imported above
    opened: list[Opened] = []

    def show(name: str, **how: Any) -> Opened:
        opened.append(Opened(browser, pages[name], **how))
        return opened[-1]

    yield show
    for each in opened:
        each.close()


every_page = pytest.mark.parametrize("name", ["assessment", "review", "index", "index of reviews"])


@every_page
def test_a_page_runs_nothing_foreign_and_fetches_nothing(name: str, open_page: Any, pages: dict[str, Path]):
    shown = open_page(name)

    assert shown.complaints == []
    assert shown.fetched == [pages[name].as_uri()]


@every_page
@pytest.mark.parametrize("width", [320, 360, 400])
def test_a_page_fits_a_phone(name: str, width: int, open_page: Any):
    shown = open_page(name, width=width)

    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
    beyond = shown.page.evaluate(
        "[...document.querySelectorAll('main *:not(svg *, .unseen)')]"
        ".filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1)"
        ".map(e => e.outerHTML.slice(0, 80))"
    )
    assert beyond == []


@every_page
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_page_passes_the_accessibility_rules(name: str, dark: bool, open_page: Any):
    from axe_playwright_python.sync_playwright import Axe

    shown = open_page(name, dark=dark)
    shown.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")

    found = Axe().run(shown.page)

    assert found.violations_count == 0, found.generate_report()


def test_reasons_fold_and_unfold_by_keyboard(open_page: Any):
    shown = open_page("assessment")
    reason = shown.page.locator(".criterion.met .reason").first
    assert not reason.is_visible()

    shown.page.keyboard.press("Tab")
    focused = shown.page.evaluate("document.activeElement.tagName")
    assert focused == "SUMMARY"
    shown.page.keyboard.press("Enter")
    assert reason.is_visible()
    shown.page.keyboard.press("Tab")
    shown.page.keyboard.press("Space")
    assert shown.page.locator(".criterion.met blockquote").first.is_visible()
    shown.page.keyboard.press("Shift+Tab")
    shown.page.keyboard.press("Enter")
    assert not reason.is_visible()


def test_the_keyboard_reaches_every_fold(open_page: Any):
    shown = open_page("assessment")
    summaries = shown.page.locator("summary:visible").count()

    reached = set()
    for _ in range(summaries):
        shown.page.keyboard.press("Tab")
        reached.add(shown.page.evaluate("[...document.querySelectorAll('summary')].indexOf(document.activeElement)"))

    assert summaries > 10
    assert len(reached) == summaries
    assert -1 not in reached


def test_paper_shows_what_is_folded_and_the_screen_folds_it_again(open_page: Any):
    shown = open_page("assessment")
    folded = shown.page.locator("details:not([open])").count()
    shown.page.evaluate(
        "addEventListener('beforeprint',"
        " () => { window.left = document.querySelectorAll('details:not([open])').length; })"
    )

    shown.page.pdf()

    assert folded > 0
    assert shown.page.evaluate("window.left") == 0
    assert shown.page.locator("details:not([open])").count() == folded


def test_paper_shows_what_is_folded_even_where_no_script_may_run(open_page: Any):
    shown = open_page("assessment")
    reason = shown.page.locator(".criterion.met .reason").first
    height = (
        "element => element.checkVisibility({contentVisibilityAuto: true}) && element.getBoundingClientRect().height"
    )
    assert not reason.evaluate(height)

    shown.page.emulate_media(media="print")

    assert reason.evaluate(height)


def test_a_bar_is_drawn_where_its_figures_say(open_page: Any):
    """80 to 120 of 480 households: a sixth to a quarter, on either side of the fifth that is asked for."""
    shown = open_page("assessment")

    def place(selector: str) -> dict[str, float]:
        return shown.page.locator(f"#c-2 .bar {selector}").first.bounding_box()

    track, sure, maybe, limit = (place(each) for each in (".track", ".sure", "rect[fill]", ".limit"))
    end = maybe["x"] + maybe["width"]
    at = limit["x"] + limit["width"] / 2
    assert sure["width"] / track["width"] == pytest.approx(1 / 6, abs=0.01)
    assert (end - track["x"]) / track["width"] == pytest.approx(1 / 4, abs=0.01)
    assert (at - track["x"]) / track["width"] == pytest.approx(1 / 5, abs=0.01)


def test_the_index_leads_to_a_page(open_page: Any):
    shown = open_page("index")

    shown.page.get_by_role("link").first.click()

    assert shown.page.locator("h1").inner_text() == "Mão Chinh"


def test_a_screen_reader_gets_headings_landmarks_and_words_for_bars(open_page: Any):
    shown = open_page("assessment")
    page = shown.page

    assert page.get_by_role("main").count() == page.get_by_role("banner").count() == 1
    assert page.get_by_role("contentinfo").count() == 1
    assert page.get_by_role("heading", level=2).first.inner_text() == "✗ KHÔNG ĐỦ ĐIỀU KIỆN"
    assert page.get_by_role("region", name="KHÔNG ĐỦ ĐIỀU KIỆN").count() == 1
    assert page.get_by_role("img", name="Tỷ lệ hộ tham gia. Đo được: 16,67 % – 25,00 %").count() == 1

"""The page to read: one self-contained file, outcome first, every figure with its threshold, the law on demand."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from examples import craft, dossier, tree
from lxml import html

import langnghe
from langnghe.cli import main
from langnghe.engine.law.rulebook import installed, load_rulebook
from langnghe.engine.writing.page import assessment_page, review_page

ROOT = Path(__file__).parent.parent
SVG_POSITION = re.compile(r"(\d+\.\d\d)%")


def page_of(lang: str = "vi", **changes: Any) -> Any:
    """The page of the contract's example, changed, parsed."""
    return html.fromstring(assessment_page(langnghe.assess(dossier(**changes), lang=lang), installed(), lang))


def text_of(element: Any) -> str:
    return " ".join(element.text_content().split())


def item(page: Any, name: str) -> Any:
    """The list item of a criterion."""
    [found] = [each for each in page.cssselect(".criterion") if text_of(each.cssselect(".head > *")[0]) == name]
    return found


def section(page: Any, heading: str) -> Any:
    """The section under the heading with that id."""
    return page.get_element_by_id(heading).getparent()


def bar(page: Any, name: str) -> Any:
    return item(page, name).cssselect(".bar")[0]


def drawn(element: Any) -> tuple[float, float, float]:
    """Where a bar's sure part ends, how long its uncertain part is, and where the threshold stands, in percent."""
    sure, maybe = element.cssselect("rect")[1:3]
    [limit] = element.cssselect("line.limit")
    shown = sure.get("width"), maybe.get("width"), limit.get("x1")
    return tuple(float(SVG_POSITION.fullmatch(each)[1]) for each in shown)


def test_the_page_needs_nothing_but_itself():
    page = page_of()

    assert page.cssselect("link, img, iframe, object, embed, base, form") == []
    assert [each.attrib for each in page.cssselect("script[src], [style]")] == []
    assert all(each.get("href").startswith("#") for each in page.cssselect("[href]"))
    assert "url(" not in page.cssselect("style")[0].text


def test_the_policy_allows_the_page_its_own_style_and_script_and_nothing_else():
    page = page_of()
    [policy] = [each.get("content") for each in page.cssselect("meta[http-equiv=Content-Security-Policy]")]

    def hashed(element: Any) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode() + "'"

    [style], [script] = page.cssselect("style"), page.cssselect("script")
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src {hashed(style)}",
        f"script-src {hashed(script)}",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_markup_in_names_stays_text():
    name = '</title><script>alert("x")</script><b onmouseover=alert(1)>&amp;'
    page = page_of(id=name, place={"name": name}, crafts=[craft(name=name)], title="traditional_craft_village")

    assert text_of(page.cssselect("h1")[0]) == name
    assert len(page.cssselect("script")) == 1
    assert page.cssselect("b") == []
    assert name in page.cssselect("title")[0].text


@pytest.mark.parametrize(("lang", "word"), [("vi", "ĐỦ ĐIỀU KIỆN"), ("en", "ELIGIBLE")])
def test_the_outcome_comes_first_in_the_language_asked_for(lang, word):
    page = page_of(lang)

    assert page.get("lang") == lang
    assert text_of(page.cssselect("h2")[0]).upper().endswith(word)


def test_headings_step_down_one_level_at_a_time():
    page = page_of(title="traditional_craft_village")
    levels = [int(each.tag[1]) for each in page.cssselect("h1, h2, h3, h4, h5, h6")]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert max(levels) == 5  # title, criterion, the craft, what the craft must meet


def test_every_finding_stands_on_the_page_with_its_verdict_and_reason():
    assessment = langnghe.assess(
        dossier(title="traditional_craft_village", environment={"wastewater_collection": None})
    )
    page = html.fromstring(assessment_page(assessment, installed(), "vi"))
    words = {"met": "đạt", "not_met": "không đạt", "undetermined": "chưa đủ căn cứ"}

    def walk(findings: Any) -> Any:
        for each in findings:
            yield each
            yield from walk(each.findings)

    findings = list(walk(assessment.findings))
    items = page.cssselect(".criterion")
    assert len(items) == len(findings)
    for finding, shown in zip(findings, items, strict=True):
        assert text_of(shown.cssselect(".verdict")[0])[2:] == words[finding.verdict]
        assert text_of(shown.cssselect(".reason")[0]) == finding.reason
        assert finding.citation in text_of(shown.cssselect(".law summary")[0])


def test_what_is_not_met_is_unfolded_and_what_is_met_is_folded():
    page = page_of(households={"participating": 100})

    assert item(page, "Tỷ lệ hộ tham gia").cssselect("details.why")[0].get("open") is not None
    assert item(page, "Ngành nghề nông thôn").cssselect("details.why")[0].get("open") is None


# 323/596 = 54,19…  80/480 = 16,66…, 120/480 = 25  95/480 = 19,79…  300/596 = 50,33…
@pytest.mark.parametrize(
    ("households", "low", "uncertain"),
    [
        ({"total": 596, "participating": 323}, 54.19, 0),
        ({"total": 480, "participating": "80..120"}, 16.66, 8.33),
        ({"total": 480, "participating": 95}, 19.79, 0),
        ({"total": 100, "participating": 20}, 20, 0),
        ({"total": 999_999, "participating": 199_999}, 19.99, 0),  # a household short of a fifth: 199 999,8
        ({"total": 596, "participating": ">=300"}, 50.33, 49.66),
        ({"total": None, "participating": 0}, 0, 0),
        ({"total": None, "participating": None}, 0, 100),
        ({"total": ">=200", "participating": 100}, 0, 50),
    ],
)
def test_the_bar_of_households_shows_every_share_that_is_possible_and_the_threshold(households, low, uncertain):
    assert drawn(bar(page_of(households=households), "Tỷ lệ hộ tham gia")) == (low, uncertain, 20)


# The scale ends at twice the threshold: 100 years for a craft, 4 years for stability.
@pytest.mark.parametrize(
    ("since", "low", "uncertain"),
    [
        ("1972-07-29", 50, 0),  # the fiftieth anniversary itself
        ("1972-07-30", 49.99, 0),
        ("2012-07-29", 10, 0),
        ("2023", 0, 0),  # after the day
        ("1962-07-29/1982-07-29", 40, 20),
        ("1500", 100, 0),
        ("[..1954]", 67.57, 32.42),  # from 31 December 1954 it is 67 years and 210 days of 365
        (None, 0, 100),
    ],
)
def test_the_bar_of_a_craft_s_age_is_exact_on_anniversaries(since, low, uncertain):
    page = page_of(title="traditional_craft", crafts=[craft(practised_since=since)])

    assert drawn(bar(page, "Thời gian xuất hiện của nghề")) == (low, uncertain, 50)


def test_a_bar_says_in_words_what_it_draws():
    page = page_of(households={"total": 480, "participating": "80..120"})
    element = bar(page, "Tỷ lệ hộ tham gia")

    assert element.get("role") == "img"
    assert element.get("aria-label") == (
        "Tỷ lệ hộ tham gia. Đo được: 16,67 % – 25,00 %. Ngưỡng: tối thiểu 20 %. Thang đo từ 0 đến 100 %."
    )


def test_a_value_past_the_end_of_the_scale_has_an_arrow():
    old = page_of(title="traditional_craft", crafts=[craft(practised_since="1500")])
    young = page_of(title="traditional_craft", crafts=[craft(practised_since="1960")])

    assert len(bar(old, "Thời gian xuất hiện của nghề").cssselect(".beyond")) == 1
    assert bar(young, "Thời gian xuất hiện của nghề").cssselect(".beyond") == []


def test_a_changed_threshold_moves_on_the_page(tmp_path):
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    article = rules / "nd-52-2018" / "dieu-5.yaml"
    text = article.read_text("utf-8")
    assert text.count("at_least_percent: 20}") == 1
    article.write_text(text.replace("at_least_percent: 20}", "at_least_percent: 25}"), "utf-8")
    stricter = load_rulebook(rules)

    page = html.fromstring(assessment_page(langnghe.assess(dossier(), rulebook=stricter), stricter, "vi"))

    element = bar(page, "Tỷ lệ hộ tham gia")
    assert drawn(element) == (54.19, 0, 25)
    assert "tối thiểu 25 %" in element.get("aria-label")


def test_the_citation_opens_the_statute_s_own_words():
    element = item(page_of("en"), "Share of households taking part").cssselect(".law")[0]

    assert text_of(element.cssselect("blockquote")[0]) == (
        "Có tối thiểu 20% tổng số hộ trên địa bàn tham gia một trong các hoạt động hoặc các hoạt động ngành nghề "
        "nông thôn quy định tại Điều 4 Nghị định này."
    )
    assert element.cssselect("blockquote")[0].get("lang") == "vi"
    assert element.get("open") is None


def test_documents_deadline_remedies_evidence_and_hashes_are_on_the_page():
    made = dossier(
        households={"total": 480, "participating": {"value": 89, "evidence": ["household_list:3"]}},
        documents=[{"kind": "household_list", "number": "01/DS"}],
    )
    assessment = langnghe.assess(made)
    page = html.fromstring(assessment_page(assessment, installed(), "vi"))
    papers = [text_of(each.cssselect(".head")[0]) for each in section(page, "documents").cssselect("li")]

    assert papers[0] == "Danh sách các hộ tham gia hoạt động ngành nghề nông thôn ✓ có"
    assert len(papers) == 3
    assert all(each.endswith("✗ thiếu") for each in papers[1:])
    # 30 working days from 1 August 2022, with the holidays of 1 and 2 September: the contract's example
    assert "14/09/2022" in text_of(page.cssselect("header")[0])
    remedy = item(page, "Tỷ lệ hộ tham gia").cssselect(".remedy")[0]
    assert "còn thiếu 7 hộ" in text_of(remedy)  # a fifth of 480 is 96
    assert "danh sách hộ tham gia (số 01/DS), trang 3" in text_of(item(page, "Tỷ lệ hộ tham gia"))
    footer = text_of(page.cssselect("footer")[0])
    assert installed().sha256 in footer
    assert made.sha256 in footer
    assert "hội đồng xét duyệt và Ủy ban nhân dân cấp tỉnh quyết định" in footer


def test_the_procedure_says_by_when_and_on_what_ground():
    page = page_of()
    steps = section(page, "notes-procedure")

    limit = steps.cssselect("li")[0]
    assert "14/09/2022, 30 ngày làm việc kể từ ngày nhận hồ sơ hợp lệ" in text_of(limit)
    assert text_of(limit.cssselect(".law summary")[0]).endswith("điểm b khoản 4 Điều 6 Nghị định số 52/2018/NĐ-CP")
    # khoản 7 Điều 6: once a year before 30 November
    assert "trước ngày 30/11/2022, chậm nhất 29/11/2022" in text_of(steps)


def test_a_province_s_shorter_limit_is_shown_with_its_source_and_the_national_one():
    page = page_of(place={"province": "Bà Rịa - Vũng Tàu"}, received_on=None)
    limit = section(page, "notes-procedure").cssselect("li")[0]

    assert "26 ngày làm việc" in text_of(limit)
    assert "tỉnh rút ngắn từ 30 ngày làm việc" in text_of(limit)
    assert limit.cssselect("blockquote") == []  # the Decree's words do not give 26 days
    assert "Bà Rịa" in text_of(page.cssselect("#notes-province")[0])


def test_warnings_and_values_without_evidence_are_named_in_words():
    page = page_of(crafts=[craft(practised_since="196X~")], title="traditional_craft")

    [warning] = section(page, "notes-warnings").cssselect("li")
    assert "196X~" in text_of(warning)
    values = [text_of(each) for each in section(page, "notes-uncited").cssselect("li")]
    assert "thời điểm nghề xuất hiện tại địa phương (nghề Mộc mỹ nghệ) crafts[0].practised_since" in values


def test_a_craft_s_page_is_headed_by_the_craft_and_its_village():
    assert text_of(page_of(title="traditional_craft").cssselect("h1")[0]) == "Mộc mỹ nghệ – Mão Chinh"


def test_a_review_page_has_every_title_held():
    held = [
        {"title": "craft_village", "decision": "1/QĐ", "decided_on": "2019-01-01", "name": "Một & hai"},
        {"title": "traditional_craft", "decision": "2/QĐ", "decided_on": "2020-01-01"},
    ]
    made = dossier(titles_held=held, households={"participating": 50})
    reviews = langnghe.review(made, on=date(2024, 11, 14))
    page = html.fromstring(review_page(made, reviews, installed(), "vi"))

    assert [text_of(each) for each in page.cssselect("h2")] == [
        "Danh hiệu làng nghề «Một & hai»",
        "Danh hiệu nghề truyền thống «Mão Chinh»",
    ]
    assert [text_of(each)[:1] for each in page.cssselect(".outcome > h3")] == ["✗", "✓"]
    assert len({each.get("id") for each in page.cssselect("[id]")}) == len(page.cssselect("[id]"))


def test_a_review_page_of_a_dossier_without_titles_says_so():
    page = html.fromstring(review_page(dossier(), [], installed(), "vi"))

    assert text_of(page.cssselect("main")[0]).endswith("Hồ sơ không có danh hiệu nào để rà soát.")


def test_the_same_dossier_gives_the_same_page():
    first, second = (assessment_page(langnghe.assess(dossier()), installed(), "vi") for _ in range(2))

    assert first == second


def test_the_command_writes_a_page_to_a_file_or_to_the_terminal(tmp_path):
    file = tmp_path / "x.json"
    file.write_text(json.dumps(tree()), "utf-8")

    shown = CliRunner().invoke(main, ["assess", str(file), "--format", "html"])
    written = CliRunner().invoke(main, ["assess", str(file), "--format", "html", "-o", str(tmp_path / "x.html")])
    reviewed = CliRunner().invoke(main, ["review", str(file), "--format", "html", "--lang", "en"])

    assert shown.exit_code == written.exit_code == reviewed.exit_code == 0
    assert (tmp_path / "x.html").read_text("utf-8") == shown.stdout
    assert shown.stdout.startswith("<!DOCTYPE html>")
    assert '<html lang="en">' in reviewed.stdout


@pytest.mark.parametrize("command", ["assess", "review"])
def test_several_pages_do_not_go_into_one_file(tmp_path, command):
    result = CliRunner().invoke(main, [command, "a.yaml", "b.yaml", "--format", "html", "-o", str(tmp_path / "x.html")])

    assert result.exit_code == 2
    assert "-o ket-qua/" in result.stderr
    assert list(tmp_path.iterdir()) == []

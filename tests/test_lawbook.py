"""The book of the law: what legal staff read, sign, and see changed; and what keeps a change from going through."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import Opened, browser, needs_chromium  # noqa: F401  a fixture is used by its name
from click.testing import CliRunner
from lxml import html as lxml_html

from langnghe.cli import main
from langnghe.engine.law.rulebook import installed, load_rulebook
from langnghe.engine.lawbook import making
from langnghe.engine.lawbook.book import Material, book, load_mutants
from langnghe.engine.lawbook.differences import side_by_side
from langnghe.engine.lawbook.reviews import PARTS, Review, Reviews, add_review, load_reviews, reviewed, sha256_of
from langnghe.engine.lawbook.sections import own_provisions
from langnghe.engine.lawbook.sections import pages as pages_of
from langnghe.engine.lawbook.site import write_site
from langnghe.engine.lawbook.summary import shortcomings
from langnghe.engine.problems import InvalidRules
from langnghe.engine.scenarios.kinds import Exempt, gaps, kinds_shown, load_exceptions, needless_exceptions
from langnghe.engine.scenarios.models import Case, Feature, Results, Rule, Scenario, Step

if TYPE_CHECKING:
    from langnghe.engine.lawbook.book import Book
    from langnghe.engine.scenarios.running import Run

DAY = date(2026, 3, 2)
HOUSEHOLDS = "nd-52-2018/dieu-5/khoan-3/diem-a"
HOSTILE = '</script><img src=x onerror="alert(1)">'

Made = tuple["Run", "Book", Path]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The book of the rulebook and the scenarios as they are, made once."""
    folder = tmp_path_factory.mktemp("book")
    run, vietnamese, index, _ = making.make_book(folder, DAY, None, "vi")
    return run, vietnamese, index.parent


def pages(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.html")}


def words_of(text: str) -> str:
    """What a page says, without its marks, spaces as one."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


# What continuous integration rests on: these two fail when a scenario does, or when a điểm lacks a kind of case.


def test_every_scenario_holds_and_every_point_has_its_kinds_of_cases(made):
    run, vietnamese, _ = made
    assert shortcomings(run, vietnamese, "vi") == []


def test_every_exception_names_a_provision_that_needs_scenarios():
    needed = set(own_provisions(installed()))
    exempt = {each for one in load_exceptions(making.folder_of("features")) for each in one.provisions}
    assert exempt - needed == set()


# What the site holds.


def test_every_provision_of_the_rulebook_stands_on_a_page_with_its_text(made):
    for folder in ("", "en/"):
        texts = {name: words_of(text) for name, text in pages(made[2]).items()}
        for full, provision in installed().provisions().items():
            article = "-".join(full.split("/")[:2])
            assert " ".join(provision.text.split()) in texts[f"{folder}{article}.html"], full


def test_an_article_put_in_later_stands_after_the_one_whose_number_it_bears(tmp_path):
    rules = tmp_path / "rules"
    shutil.copytree(making.folder_of("rules"), rules)
    for article in ("dieu-4k", "dieu-10"):
        text = (rules / "nd-52-2018" / "dieu-4.yaml").read_text("utf-8")
        (rules / "nd-52-2018" / f"{article}.yaml").write_text(re.sub(r"dieu-4\b", article, text), "utf-8")
    articles = [page.id for page in pages_of(load_rulebook(rules), DAY, "vi") if page.instrument.id == "nd-52-2018"]
    assert articles[1:6] == [f"nd-52-2018/{each}" for each in ("dieu-4", "dieu-4k", "dieu-5", "dieu-6", "dieu-10")]


def test_the_rule_stands_in_words_made_from_the_condition(made):
    text = words_of(pages(made[2])["nd-52-2018-dieu-5.html"])
    assert "số hộ tham gia chia cho tổng số hộ từ 20 % trở lên" in text
    assert "ngày xét sau ngày tròn 50 năm kể từ thời điểm nghề xuất hiện tại địa phương" in text


def test_everything_encoded_stands_in_the_book_once_below_the_provision_that_it_cites(made):
    encoded = [each for article in installed().articles for part in article.encoded().values() for each in part]
    cited = Counter(each.full_provision for each in encoded)
    assert cited == {ch.section.id: len(ch.section.entries) for _, ch in made[1].chapters() if ch.section.entries}


def test_the_remedy_of_old_titles_stands_below_the_point_that_orders_it(made):
    # Its file is that of Điều 6, beside the other outcomes of a review.
    sections = {chapter.section.id: chapter.section for _, chapter in made[1].chapters()}
    titles = [each.title for each in sections["nd-52-2018/dieu-25/khoan-2/diem-b"].entries]
    assert "Tổ chức khắc phục" in titles


def test_what_is_measured_and_what_the_council_finds_are_told_apart(made):
    page = lxml_html.fromstring(pages(made[2])["nd-52-2018-dieu-5.html"])

    def told(anchor: str, label: str) -> list[str]:
        return [
            term.getnext().text_content()
            for term in page.xpath(f'//section[@id="{anchor}"]//dt')
            if term.text_content() == label
        ]

    # 20 % is counted; the cultural identity is for people to judge; so is since when production has been stable.
    assert told("dieu-5-khoan-3-diem-a", "Phần mềm đo từ hồ sơ") == ["số hộ tham gia; tổng số hộ"]
    assert told("dieu-5-khoan-3-diem-a", "Hội đồng kết luận") == []
    assert told("dieu-5-khoan-2-diem-b", "Phần mềm đo từ hồ sơ") == []
    assert told("dieu-5-khoan-2-diem-b", "Hội đồng kết luận") != []
    assert told("dieu-5-khoan-3-diem-b", "Phần mềm đo từ hồ sơ") == []


def test_law_of_other_days_is_marked(made):
    texts = pages(made[2])
    assert "đã hết hiệu lực" in words_of(texts["luat-55-2014-dieu-70.html"])
    assert "đã hết hiệu lực" not in words_of(texts["luat-72-2020-dieu-56.html"])
    assert "no longer in force" in words_of(texts["en/luat-55-2014-dieu-70.html"])


def test_every_scenario_is_written_out_where_it_belongs_with_its_result(made):
    _, vietnamese, folder = made
    texts = {name: words_of(text) for name, text in pages(folder).items()}
    seen = 0
    for feature, rule, scenario, case in vietnamese.results.cases():
        assert case.status == "passed"
        for provision in feature.provisions_of(rule, scenario):
            text = texts["-".join(provision.split("/")[:2]) + ".html"]
            assert scenario.name in text
            for step in feature.steps_of(rule, scenario):
                assert " ".join(f"{step.keyword} {step.text}".split()) in text
            seen += 1
    assert seen


def test_scenarios_stand_below_their_rule(made):
    text = words_of(pages(made[2])["nd-52-2018-dieu-5.html"])
    rule = "Quy tắc: Điểm b: sản xuất, kinh doanh ổn định tối thiểu 02 năm liên tục"
    assert text.index(rule) < text.index("Đúng 02 năm tính đến ngày đề nghị là đạt", text.index(rule))


def test_nothing_is_signed_by_default(made):
    assert [load_reviews(making.folder_of(part)).reviews for part in PARTS] == [(), ()]
    assert {each.standing for _, chapter in made[1].chapters() for each in chapter.reviews} == {"unsigned"}


def test_no_page_asks_anything_of_a_network_and_every_link_leads_somewhere(made):
    folder = made[2]
    texts = pages(folder)
    anchors = {name: set(lxml_html.fromstring(text).xpath("//@id")) for name, text in texts.items()}
    for name, text in texts.items():
        page = lxml_html.fromstring(text)
        assert page.xpath("//@src | //link | //iframe | //object") == []
        for link in page.xpath("//@href | //form/@action"):
            file, _, anchor = link.partition("#")
            target = (folder / name).parent.joinpath(file).resolve() if file else folder / name
            there = target.relative_to(folder.resolve()).as_posix()
            assert there in texts, (name, link)
            assert not anchor or anchor in anchors[there], (name, link)


# Kinds of cases, from made-up results.


def results(*scenarios: Scenario) -> Results:
    feature = Feature(path="a.feature", name="A", rules=[Rule(scenarios=list(scenarios))])
    return Results(ran_on=DAY, rulebook=installed().identity, features=[feature])


def scenario(*stated: tuple[str, str], boundary: bool = False, status: str = "passed", name: str = "S") -> Scenario:
    tags = [HOUSEHOLDS, "ranh-gioi"] if boundary else [HOUSEHOLDS]
    step = Step(keyword="Khi", kind="when", text=HOSTILE, line=3)
    case = Case.model_validate({"line": 2, "status": status, "stated": stated})
    return Scenario(name=name, keyword="Kịch bản", line=2, tags=tags, steps=[step], cases=[case])


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (scenario((HOUSEHOLDS, "met")), {"met"}),
        # Its own criterion counts, not what became of the title or of another criterion.
        (scenario((HOUSEHOLDS, "met"), ("", "undetermined")), {"met"}),
        (scenario(("nd-52-2018/dieu-5/khoan-1", "not_met"), ("", "undetermined")), {"undetermined"}),
        # Without a criterion of its own, the last word on the whole counts.
        (scenario(("", "met"), ("", "not_met")), {"not_met"}),
        (scenario((HOUSEHOLDS, "met"), boundary=True), {"boundary"}),
        (scenario((HOUSEHOLDS, "met"), status="failed"), set()),
        (scenario(), set()),
    ],
)
def test_a_kind_of_case_is_what_the_scenario_showed(given, shown):
    assert kinds_shown(results(given), HOUSEHOLDS) == shown


def exempt(*kinds: str) -> Exempt:
    return Exempt.model_validate({"provisions": [HOUSEHOLDS], "without": kinds, "why": {"vi": "lý do", "en": "reason"}})


def test_a_missing_kind_is_a_gap_unless_exempt():
    run = results(scenario((HOUSEHOLDS, "met")), scenario((HOUSEHOLDS, "not_met")))
    assert gaps(run, [HOUSEHOLDS], []) == {HOUSEHOLDS: ("boundary", "undetermined")}
    assert gaps(run, [HOUSEHOLDS], [exempt("boundary")]) == {HOUSEHOLDS: ("undetermined",)}
    assert gaps(run, [HOUSEHOLDS], [exempt("boundary", "undetermined")]) == {}


def test_an_exemption_of_what_is_there_is_reported():
    run = results(scenario((HOUSEHOLDS, "met")))
    assert needless_exceptions(run, [exempt("met", "boundary")]) == {HOUSEHOLDS: ("met",)}


def test_a_wrong_list_of_exceptions_names_file_and_line(tmp_path):
    (tmp_path / "exceptions.yaml").write_text(
        "format: langnghe/scenario-exceptions/v1\nexceptions:\n"
        "  - provisions: [a]\n    without: [edge]\n    why: {vi: a, en: b}\n",
        "utf-8",
    )
    with pytest.raises(InvalidRules) as refused:
        load_exceptions(tmp_path)
    assert str(refused.value).startswith("exceptions.yaml:4: ")


# The front page, from made-up results.


def site(
    into: Path, run: Results, exceptions: tuple[Exempt, ...] = (), reviews: Reviews | None = None, **more: Any
) -> Book:
    nothing = Reviews()
    material = Material(run, exceptions, {"rules": reviews or nothing, "features": nothing}, more.get("mutants", {}))
    made = book(installed(), material, DAY, "vi")
    write_site({"vi": made}, into)
    return made


def test_the_front_page_lists_what_fails_and_what_is_missing(tmp_path):
    broken = scenario((HOUSEHOLDS, "met"), status="failed", name="Kịch bản hỏng")
    made = site(tmp_path, results(broken))
    text = words_of((tmp_path / "index.html").read_text("utf-8"))
    assert not made.good
    assert "Kịch bản không đúng: 1" in text
    assert "Kịch bản hỏng" in text
    assert "điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP : đạt, không đạt, ranh giới, chưa đủ căn cứ" in text
    assert "Mọi kịch bản đều đúng" not in text


def test_markup_in_a_scenario_stays_text(tmp_path):
    site(tmp_path, results(scenario((HOUSEHOLDS, "met"), name=HOSTILE)))
    for text in pages(tmp_path).values():
        assert "<img" not in text
    rows = lxml_html.parse(str(tmp_path / "index.html")).xpath('//script[@id="search-data"]')[0].text
    assert any(row[0].endswith(HOSTILE) for row in json.loads(rows))


def test_mutation_scores_show_where_there_are_any(tmp_path):
    # 199 of 200 changes found is 99 %, and never rounded up to a hundred.
    scores = tmp_path / "mutants.json"
    scores.write_text(
        json.dumps({"provisions": {HOUSEHOLDS: {"killed": 199, "survived": 1, "equivalent": 4}}}), "utf-8"
    )
    site(tmp_path / "site", results(), mutants=load_mutants(scores))
    page = words_of((tmp_path / "site" / "nd-52-2018-dieu-5.html").read_text("utf-8"))
    assert "Phát hiện 99 % thay đổi thử (199/200)" in page
    assert page.count("thay đổi thử") == 1


@pytest.mark.parametrize(
    "written",
    ["", "x", "3", "[]", '{"provisions": 3}', '{"provisions": {"a": {"killed": "x"}}}', '{"a": NaN}', "\ufeff{"],
)
def test_scores_that_are_none_are_told_in_words(tmp_path, written):
    scores = tmp_path / "mutants.json"
    scores.write_text(written, "utf-8")
    with pytest.raises(InvalidRules) as refused:
        load_mutants(scores)
    assert all(line.startswith(str(scores)) and line.isprintable() for line in refused.value.lines())


# Review.

LINES = ("điểm a", "Điều kiện: số hộ từ 20 % trở lên", "Hiệu lực: từ 01/06/2018")


def review(lines: tuple[str, ...] = LINES, *, approved: bool = True, on: date = DAY, **more: Any) -> Review:
    signed = {"name": "Trần Thị B", "role": "Trưởng phòng Pháp chế", "sha256": sha256_of(lines), "reviewed": lines}
    return Review.model_validate(signed | {"provision": HOUSEHOLDS, "approved": approved, "on": on} | more)


def test_what_nobody_signed_is_not_reviewed():
    assert reviewed("rules", HOUSEHOLDS, LINES, Reviews()).standing == "unsigned"


def test_what_was_signed_stays_reviewed_until_a_word_changes():
    record = Reviews(reviews=(review(),))
    assert reviewed("rules", HOUSEHOLDS, LINES, record).standing == "approved"
    assert reviewed("rules", HOUSEHOLDS, (*LINES, "thêm"), record).standing == "changed"
    assert reviewed("rules", "nd-52-2018/dieu-5/khoan-1", LINES, record).standing == "unsigned"


def test_a_refusal_is_no_approval_and_the_last_word_counts():
    refusal = review(approved=False, note="Chưa rõ mẫu số")
    assert reviewed("rules", HOUSEHOLDS, LINES, Reviews(reviews=(review(), refusal))).standing == "refused"
    assert reviewed("rules", HOUSEHOLDS, LINES, Reviews(reviews=(refusal, review()))).standing == "approved"


def test_signatures_are_kept_in_a_file_one_after_the_other(tmp_path):
    first, second = review(), review((*LINES, "khi: «a»: 'b' # c", "20"), approved=False, note="Không")
    add_review(tmp_path, first)
    add_review(tmp_path, second)
    assert load_reviews(tmp_path).reviews == (first, second)


def test_a_record_changed_by_hand_is_refused(tmp_path):
    add_review(tmp_path, review())
    file = tmp_path / "reviews.yaml"
    file.write_text(file.read_text("utf-8").replace("20 %", "25 %"), "utf-8")
    with pytest.raises(InvalidRules, match="không khớp với mã băm"):
        load_reviews(tmp_path)


def test_the_page_shows_signature_and_difference_side_by_side(tmp_path):
    made = site(tmp_path / "unsigned", results())
    (today,) = [
        each.lines for _, chapter in made.chapters() if chapter.section.id == HOUSEHOLDS for each in chapter.reviews
    ]
    before = tuple(line.replace("từ 20 % trở lên", "từ 30 % trở lên") for line in today)
    assert before != today
    site(tmp_path / "changed", results(), reviews=Reviews(reviews=(review(before),)))
    text = (tmp_path / "changed" / "nd-52-2018-dieu-5.html").read_text("utf-8")
    assert "chưa thẩm định (đã thay đổi từ lần thẩm định trước)" in text
    assert "Trần Thị B, Trưởng phòng Pháp chế, ngày 02/03/2026" in text
    assert "<del>30</del>" in text
    assert "<ins>20</ins>" in text
    site(tmp_path / "signed", results(), reviews=Reviews(reviews=(review(today),)))
    text = (tmp_path / "signed" / "nd-52-2018-dieu-5.html").read_text("utf-8")
    assert "đã thẩm định, đồng ý" in text
    assert "<del>" not in text


def test_only_lines_that_differ_stand_side_by_side_and_only_words_are_marked():
    before, after = ("một", "có 20 % số hộ", "ba"), ("một", "có 25 % số hộ", "ba", "bốn")
    changed, added = side_by_side(before, after)
    assert changed == (
        [("có ", False), ("20", True), (" % số hộ", False)],
        [("có ", False), ("25", True), (" % số hộ", False)],
    )
    assert added == ([], [("bốn", True)])


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of their own for the records, so that no test signs anything in the repository."""
    for part in PARTS:
        (tmp_path / part).mkdir()
    monkeypatch.setattr(making, "folder_of", lambda part: tmp_path / part)
    return tmp_path


WHO = ("--name", "Trần Thị B", "--role", "Trưởng phòng Pháp chế")


def test_signing_shows_the_words_asks_and_records_both_parts(own_folders):
    result = CliRunner().invoke(main, ["law", "sign", HOUSEHOLDS, *WHO], input="y\n")
    assert result.exit_code == 0, result.output
    assert "số hộ tham gia chia cho tổng số hộ từ 20 % trở lên" in result.output
    assert "Kịch bản: Đúng 20 % là đạt (ranh giới)" in result.output
    for part in PARTS:
        (signed,) = load_reviews(own_folders / part).reviews
        assert (signed.provision, signed.approved, signed.name) == (HOUSEHOLDS, True, "Trần Thị B")


def test_no_answer_signs_nothing(own_folders):
    result = CliRunner().invoke(main, ["law", "sign", HOUSEHOLDS, *WHO], input="n\n")
    assert "Chưa ký gì." in result.output
    assert [load_reviews(own_folders / part).reviews for part in PARTS] == [(), ()]


def test_refusing_one_part_records_the_reason(own_folders):
    more = ("--part", "rules", "--refuse", "--note", "Chưa rõ mẫu số", "--yes")
    assert CliRunner().invoke(main, ["law", "sign", HOUSEHOLDS, *WHO, *more]).exit_code == 0
    (signed,) = load_reviews(own_folders / "rules").reviews
    assert (signed.approved, signed.note) == (False, "Chưa rõ mẫu số")
    assert load_reviews(own_folders / "features").reviews == ()


@pytest.mark.usefixtures("own_folders")
def test_signing_what_is_not_there_names_the_nearest():
    result = CliRunner().invoke(main, ["law", "sign", HOUSEHOLDS[:-1] + "q", *WHO, "--yes"])
    assert result.exit_code == 2
    assert "nd-52-2018/dieu-5/khoan-3/diem-" in result.stderr.split("Gần nhất")[1]


def test_a_record_of_reviews_is_no_part_of_the_law(tmp_path):
    """A signature must not change the hash of the rulebook that it is about."""
    shutil.copytree(making.folder_of("rules"), tmp_path / "rules")
    add_review(tmp_path / "rules", review())
    assert load_rulebook(tmp_path / "rules").sha256 == installed().sha256


# In a real browser.


@needs_chromium
@pytest.mark.parametrize("typed", ["Đúng 20 % là đạt", "dung 20 % la dat", "DUNG 20 % LA DAT"])
def test_the_search_finds_with_and_without_marks(made, browser, typed):  # noqa: F811  the fixture imported above
    opened = Opened(browser, made[2] / "index.html")
    opened.page.fill("#q", typed)
    assert opened.page.inner_text("#hits li >> nth=0").startswith("Kịch bản: Đúng 20 % là đạt")
    opened.page.click("#hits a >> nth=0")
    assert opened.page.url.endswith("nd-52-2018-dieu-5.html#dieu-5-khoan-3-diem-a")
    assert opened.complaints == []
    assert all(url.startswith("file:") for url in opened.fetched)
    opened.close()


@needs_chromium
def test_a_search_from_any_page_leads_to_the_front_page_and_its_hits(made, browser):  # noqa: F811  as above
    opened = Opened(browser, made[2] / "nd-52-2018-dieu-6.html")
    opened.page.fill("input[name=q]", "bản sắc")
    opened.page.click("header button")
    opened.page.wait_for_selector("#hits li")
    assert opened.page.input_value("#q") == "bản sắc"
    assert opened.complaints == []
    opened.close()


@needs_chromium
@pytest.mark.parametrize("width", [360, 1000])
def test_no_page_is_wider_than_the_screen(made, browser, width):  # noqa: F811  as above
    for name in ("index.html", "nd-52-2018-dieu-5.html", "provinces.html", "en/nd-52-2018-dieu-6.html"):
        opened = Opened(browser, made[2] / name, width=width)
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width, name
        opened.close()


@needs_chromium
def test_what_is_folded_is_printed(made, browser):  # noqa: F811  as above
    opened = Opened(browser, made[2] / "nd-52-2018-dieu-25.html")
    step = opened.page.locator(".steps").first
    assert not step.is_visible()
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert step.is_visible()
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not step.is_visible()
    opened.close()

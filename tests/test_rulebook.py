"""The rulebook: what it refuses, with file and line; what the installed one holds; the law of each day."""

import ast
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from examples import dossier, finding

import langnghe
from langnghe.engine.law.rulebook import installed, load_rulebook
from langnghe.engine.law.rulewords import slots_of
from langnghe.engine.problems import InvalidRules
from langnghe.engine.words.slots import Slots

ROOT = Path(__file__).parent.parent
MALFORMED = ROOT / "fixtures" / "rules-malformed"
EXPECTED = yaml.safe_load((MALFORMED / "expected.yaml").read_text("utf-8"))


@pytest.fixture
def rules(tmp_path):
    """A copy of the installed rules that a test may change."""
    return Path(shutil.copytree(ROOT / "rules", tmp_path / "rules"))


def changed(rules, name, old, new):
    path = rules / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return load_rulebook(rules)


def test_the_base_of_the_malformed_rulebooks_is_valid():
    book = load_rulebook(MALFORMED / "base")

    assert book.version == "2000.1"
    assert {rule.id for rule in book.rules()} == {"village.households", "craft.age", "craft_village"}


def test_every_malformed_rulebook_has_an_expectation():
    assert {path.name for path in MALFORMED.iterdir() if path.is_dir()} - {"base"} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_malformed_rulebook_is_refused_with_file_and_line(name, tmp_path):
    shutil.copytree(MALFORMED / "base", tmp_path, dirs_exist_ok=True)
    shutil.copytree(MALFORMED / name, tmp_path, dirs_exist_ok=True)

    with pytest.raises(InvalidRules) as refused:
        load_rulebook(tmp_path)

    for wanted in EXPECTED[name]:
        assert any(
            problem.file == wanted["file"]
            and problem.line in wanted["lines"]
            and wanted["wrong"] in f"{problem.path} {problem.message()}"
            and wanted.get("right", "") in problem.message()
            for problem in refused.value.problems
        ), refused.value.lines()
    for lang in ("vi", "en"):
        for line in refused.value.lines(lang):
            assert re.match(r"nd-1-2000/\w[\w-]*\.yaml:\d+: ", line)
            assert line.isprintable()


def test_the_installed_rulebook_is_valid_and_known_by_version_and_hash():
    book = installed()

    assert book.version
    assert re.fullmatch("[0-9a-f]{64}", book.sha256)
    assert installed() is book


def test_the_hash_is_of_what_the_rules_say_and_not_of_their_layout(rules):
    path = rules / "nd-52-2018" / "dieu-4.yaml"
    path.write_text("# một ghi chú\n\n" + path.read_text("utf-8"), "utf-8")
    assert load_rulebook(rules).sha256 == installed().sha256

    assert changed(rules, "nd-52-2018/dieu-5.yaml", "at_least_percent: 20", "at_least_percent: 25").sha256 != (
        installed().sha256
    )


def test_twenty_percent_becomes_twenty_five_in_one_line_of_the_rules(rules):
    stricter = changed(rules, "nd-52-2018/dieu-5.yaml", "at_least_percent: 20", "at_least_percent: 25")
    village = dossier(households={"total": 100, "participating": 22})

    found = finding(langnghe.assess(village, rulebook=stricter), "village.households")

    assert finding(langnghe.assess(village), "village.households").verdict == "met"
    assert found.verdict == "not_met"
    assert "25 %" in found.reason
    assert "25 %" in found.required


def test_fifty_years_become_sixty_in_one_line_of_the_rules(rules):
    stricter = changed(rules, "nd-52-2018/dieu-5.yaml", "more_than_years: 50", "more_than_years: 60")
    village = dossier(title="traditional_craft", crafts=[{"name": "Dệt", "practised_since": "1965-01-01"}])

    assert finding(langnghe.assess(village), "craft.age", "craft:0").verdict == "met"
    assert finding(langnghe.assess(village, rulebook=stricter), "craft.age", "craft:0").verdict == "not_met"


def test_a_condition_of_a_composed_rule_is_told_among_its_causes(rules):
    """The share by itself has a sentence with its figures; among other conditions it must not be passed over."""
    share = "{share: {of: households.participating, in: households.total, at_least_percent: 30}}"
    asked = f"{{all: [{{some_craft: craft.traditional}}, {share}]}}"
    changed(rules, "nd-52-2018/dieu-5.yaml", "requires: {some_craft: craft.traditional}", f"requires: {asked}")
    stricter = changed(rules, "nd-52-2018/dieu-5.yaml", "truyền thống{failing_crafts}.", "truyền thống: {failing}.")
    village = dossier(title="traditional_craft_village", households={"total": 100, "participating": 22})

    found = finding(langnghe.assess(village, rulebook=stricter), "village.traditional_craft")

    assert found.verdict == "not_met"
    assert "30 %" in found.reason


def test_a_group_without_members_can_be_negated(rules):
    """Before the first law of its kind nothing is encoded, and the opposite of unknown is unknown."""
    rulebook = changed(
        rules, "nd-52-2018/dieu-5.yaml", "{every_in_force: environment}", "{not: {every_in_force: environment}}"
    )

    before = langnghe.assess(dossier(), on=date(2014, 12, 31), rulebook=rulebook)
    assert finding(before, "village.environment").verdict == "undetermined"


@pytest.mark.parametrize(
    ("day", "instruments"),
    [
        ("2014-12-31", set()),
        ("2015-01-01", {"luat-55-2014"}),
        ("2021-12-31", {"luat-55-2014"}),
        ("2022-01-01", {"luat-72-2020"}),
        ("2026-07-01", {"luat-72-2020"}),
    ],
)
def test_the_environmental_conditions_are_those_of_the_law_of_the_day(day, instruments):
    law = installed().law_on(date.fromisoformat(day))

    members = law.groups.get("environment", ())
    assert {law.rules[member].instrument for member in members} == instruments
    assert len(members) == (4 if instruments else 0)


def test_a_rule_with_a_first_day_of_its_own_ends_with_its_instrument(rules):
    """Communes prepare dossiers from 1 July 2025 on, and no longer than the Decree is law that this is read into."""
    rulebook = changed(rules, "nd-52-2018/instrument.yaml", "{from: 2018-06-01}", "{from: 2018-06-01, to: 2026-12-31}")
    last, after = (rulebook.law_on(day) for day in (date(2026, 12, 31), date(2027, 1, 1)))
    assert [role.authority for role in last.roles if role.id == "prepare"] == ["commune"]
    assert not [each for each in (*after.roles, *after.rules.values()) if each.instrument == "nd-52-2018"]


def test_days_between_two_changes_have_one_law():
    book = installed()
    assert book.law_on(date(2023, 1, 1)) is book.law_on(date(2023, 2, 1))
    assert book.law_on(date(2021, 12, 31)) is not book.law_on(date(2022, 1, 1))
    assert {date(2015, 1, 1), date(2018, 6, 1), date(2022, 1, 1)} <= set(book.changes())


@pytest.mark.parametrize(
    ("criterion", "provision"),
    [
        ("village.activity", "nd-52-2018/dieu-5/khoan-1"),
        ("village.households", "nd-52-2018/dieu-5/khoan-3/diem-a"),
        ("village.stability", "nd-52-2018/dieu-5/khoan-3/diem-b"),
        ("village.environment", "nd-52-2018/dieu-5/khoan-3/diem-c"),
        ("craft.age", "nd-52-2018/dieu-5/khoan-2/diem-a"),
        ("craft.developing", "nd-52-2018/dieu-5/khoan-2/diem-a"),
        ("craft.identity", "nd-52-2018/dieu-5/khoan-2/diem-b"),
        ("craft.association", "nd-52-2018/dieu-5/khoan-2/diem-c"),
        ("traditional_craft", "nd-52-2018/dieu-5/khoan-2"),
        ("craft_village", "nd-52-2018/dieu-5/khoan-3"),
        ("traditional_craft_village", "nd-52-2018/dieu-5/khoan-4"),
    ],
)
def test_each_criterion_rests_on_the_provision_of_the_contract(criterion, provision):
    assert installed().law_on(date(2022, 7, 29)).rules[criterion].full_provision == provision


@pytest.mark.parametrize(
    ("provision", "text"),
    [
        (
            "dieu-5/khoan-2/diem-a",
            (
                "Nghề đã xuất hiện tại địa phương từ trên 50 năm và hiện đang tiếp tục phát triển "
                "tính đến thời điểm đề nghị công nhận."
            ),
        ),
        ("dieu-5/khoan-2/diem-b", "Nghề tạo ra những sản phẩm mang bản sắc văn hóa dân tộc."),
        ("dieu-5/khoan-2/diem-c", "Nghề gắn với tên tuổi của một hay nhiều nghệ nhân hoặc tên tuổi của làng nghề."),
        (
            "dieu-5/khoan-3/diem-a",
            (
                "Có tối thiểu 20% tổng số hộ trên địa bàn tham gia một trong các hoạt động hoặc các hoạt động "
                "ngành nghề nông thôn quy định tại Điều 4 Nghị định này."
            ),
        ),
        (
            "dieu-5/khoan-3/diem-b",
            "Hoạt động sản xuất kinh doanh ổn định tối thiểu 02 năm liên tục tính đến thời điểm đề nghị công nhận.",
        ),
        (
            "dieu-5/khoan-3/diem-c",
            "Đáp ứng các điều kiện bảo vệ môi trường làng nghề theo quy định của pháp luật hiện hành.",
        ),
        ("dieu-4/khoan-6", "Sản xuất muối."),
    ],
)
def test_the_statute_s_words_are_verbatim(provision, text):
    assert installed().provisions()[f"nd-52-2018/{provision}"].text == text


def test_every_rule_names_an_instrument_and_speaks_both_languages():
    book = installed()
    for rule in book.rules():
        assert rule.instrument in book.instruments
        for words in (rule.name, rule.required, rule.reasons.met, rule.reasons.not_met):
            assert words.vi != words.en


def test_every_slot_that_can_be_filled_is_one_that_rules_may_use():
    allowed = set().union(*(slots_of(rule) for rule in installed().rules()))

    assert Slots.makers.keys() <= allowed


def test_the_engine_cites_no_article():
    """Changing the law is changing ``rules/``: no text of the Python names a provision or an instrument."""
    law = re.compile(r"Điều \d|khoản \d|Nghị định|dieu-\d|nd-52|luat-\d")
    for path in (ROOT / "engine").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        docstrings = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                assert not law.search(node.value), f"{path.name}:{node.lineno}: {node.value}"

"""``langnghe scenarios``: people who write no programs write scenarios, and are told in words what is wrong."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from langnghe.cli import main
from langnghe.engine.scenarios.guide import guide
from langnghe.engine.scenarios.running import run_folder
from langnghe.engine.scenarios.texts import feature_text
from langnghe.engine.scenarios.vocabulary import definition_of, definitions, nearest

if TYPE_CHECKING:
    from click.testing import Result

    from langnghe.engine.scenarios.models import Results

ROOT = Path(__file__).resolve().parent.parent

HEAD = "# language: vi\nTính năng: Làng giả định\n"
VILLAGE = "    Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/03/2024\n"
LOOK = "    Khi Hội đồng xét duyệt xem xét hồ sơ\n"
DONE = "    Thì hồ sơ đầy đủ\n"
# 96 of 480 households are exactly 20 %, the least that point a of clause 3, Article 5 asks for.
GOOD = (
    HEAD
    + "  @nd-52-2018/dieu-5/khoan-3/diem-a @ranh-gioi\n  Kịch bản: Vừa đủ\n"
    + VILLAGE
    + "    Và làng có 480 hộ, trong đó 96 hộ tham gia hoạt động ngành nghề nông thôn\n"
    + LOOK
    + '    Thì tiêu chí tỷ lệ hộ tham gia đạt\n    Và lý do nêu "20,00 %"\n'
)


def scenarios(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["scenarios", *map(str, arguments)])


def put(folder: Path, content: str | bytes, name: str = "thu.feature") -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def body(*steps: str) -> str:
    return HEAD + "  Kịch bản: Thử\n" + "".join(f"    {step}\n" for step in steps)


def test_five_scenarios_written_from_the_guide_alone_run_and_hold():
    result = scenarios(ROOT / "fixtures" / "scenarios")
    assert result.exit_code == 0, result.output
    assert result.output.count("✗") == 0
    # Four scenarios without data, and one with four rows.
    assert "8 kịch bản đúng, 0 sai, 0 tệp không chạy được." in result.output


@pytest.mark.parametrize(
    "disguised",
    [
        unicodedata.normalize("NFD", GOOD).encode(),
        GOOD.replace("\n", "\r\n").encode("utf-8-sig"),
        GOOD.replace('"20,00 %"', "“20,00\u00a0%”").encode(),
        GOOD.encode("utf-16"),
        GOOD.replace("Vừa đủ", "Vừa\u200b đủ").replace("\n", "\r").encode(),
    ],
    ids=["macOS", "Windows", "Word", "Notepad", "old Macintosh"],
)
def test_what_other_programs_make_of_a_file_does_not_matter(disguised, tmp_path):
    put(tmp_path, disguised)
    result = scenarios(tmp_path)
    assert result.exit_code == 0, result.output
    assert "1 kịch bản đúng" in result.output


# What is written, the line it stands on, and what the message has to say.
MISTAKES = {
    "a sentence nobody knows": (
        body("Biết làng có 480 hộ, trong đó có 96 hộ tham gia hoạt động ngành nghề nông thôn"),
        4,
        ["không hiểu câu", "làng có «số hộ» hộ, trong đó «số hộ» hộ tham gia hoạt động ngành nghề nông thôn"],
    ),
    "a sentence with a word left out": (
        body("Khi Hội đồng xem xét hồ sơ"),
        4,
        ["không hiểu câu", "«Hội đồng xét duyệt xem xét hồ sơ»"],
    ),
    "a sentence like no other": (body("Biết trời mưa to quá"), 4, ["langnghe scenarios --vocabulary"]),
    "an expectation after Khi": (body("Khi tiêu chí tỷ lệ hộ tham gia đạt"), 4, ["chỉ dùng được sau từ khóa Thì"]),
    "a misspelt point": (
        GOOD.replace("diem-a", "diem-q"),
        3,
        ["«@nd-52-2018/dieu-5/khoan-3/diem-q»", "gần nhất: «@nd-52-2018/dieu-5/khoan-3/diem-"],
    ),
    "a misspelt point on the rule": (
        HEAD + "  @nd-52-2018/dieu-5/khoan-33\n  Quy tắc: Thử\n    Kịch bản: Thử\n" + LOOK,
        3,
        ["«@nd-52-2018/dieu-5/khoan-3»"],
    ),
    "a table with a missing column": (
        body(
            "Biết làng có 500 hộ, mỗi hộ chỉ làm một nghề trong các nghề sau:",
            "  | nghề | số hộ |",
            "  | Mộc  | 40    |",
        ),
        5,
        ["thiếu cột «khoản của Điều 4»", "| nghề | khoản của Điều 4 | số hộ |"],
    ),
    "a table with a column too many": (
        body("Thì các giấy tờ chỉ nộp nếu có:", "  | giấy tờ | căn cứ | ghi chú |", "  | a | b | c |"),
        5,
        ["thừa cột «ghi chú»"],
    ),
    "columns in another order": (
        body("Thì các giấy tờ chỉ nộp nếu có:", "  | căn cứ | giấy tờ |", "  | a | b |"),
        5,
        ["không đúng thứ tự", "| giấy tờ | căn cứ |"],
    ),
    "a table forgotten": (body("Biết làng có các nghề sau:"), 4, ["cần một bảng", "| nghề | xuất hiện"]),
    "a table where none belongs": (body("Biết hồ sơ không có giấy tờ nào", "  | a |"), 5, ["bỏ bảng"]),
    "a cell that cannot be": (
        body(
            "Biết làng có 500 hộ, mỗi hộ chỉ làm một nghề trong các nghề sau:",
            "  | nghề | khoản của Điều 4 | số hộ |",
            "  | Mộc  | 8                | 40    |",
        ),
        6,
        ["«8»", "«khoản của Điều 4»", "một số từ 1 đến 7"],
    ),
    "a paper of another name": (
        body("Biết hồ sơ chỉ gồm các giấy tờ sau:", "  | giấy khai sinh |"),
        5,
        ["«giấy khai sinh»", "danh sách các hộ tham gia"],
    ),
    "a row of another length": (
        body("Biết hồ sơ chỉ gồm các giấy tờ sau:", "  | a | b |", "  | c |"),
        6,
        ["không cùng số ô"],
    ),
    "a day that no calendar has": (
        body("Biết thời điểm đề nghị công nhận là ngày 31/02/2024"),
        4,
        ["không có ngày 31/02/2024"],
    ),
    "words for a date that nobody reads": (
        body("Biết nghề xuất hiện tại địa phương từ ngày xửa ngày xưa"),
        4,
        ["không hiểu thời điểm", "thế kỷ XVI"],
    ),
    "a keyword misspelt": (body("Biét trời mưa to quá", LOOK.strip()), 4, ["«Biét»", "«Biết»"]),
    "a keyword without its marks": (body("Biet trời mưa to quá", LOOK.strip()), 4, ["«Biết»"]),
    "a keyword misspelt in the background": (
        HEAD + "  Bối cảnh:\n    Bit trời mưa to quá\n" + VILLAGE + "  Kịch bản: Thử\n" + LOOK + DONE,
        4,
        ["«Bit»", "«Biết»"],
    ),
    "a keyword misspelt in a background without steps": (
        HEAD + "  Bối cảnh:\n    Biêt trời mưa to quá\n" + "  Kịch bản: Thử\n" + VILLAGE + LOOK + DONE,
        4,
        ["«Biêt»", "«Biết»"],
    ),
    "a scenario that expects nothing": (HEAD + "  Kịch bản: Thử\n" + VILLAGE + LOOK, 3, ["«Thử»", "«Thì»"]),
    "a scenario without a step": (HEAD + "  Kịch bản: Thử\n", 3, ["«Thử»", "«Thì»"]),
    "a keyword misspelt below a step": (body(LOOK.strip(), "Thi hồ sơ đầy đủ"), 5, ["không hiểu dòng", "Thì"]),
    "a first step that follows on nothing": (body("Và hồ sơ không có giấy tờ nào"), 4, ["không thể bắt đầu bằng «Và»"]),
    "a name used twice": (
        GOOD + "  Kịch bản: Vừa đủ\n" + LOOK,
        10,
        ["«Vừa đủ»", "dòng 4"],
    ),
    "a value without a column": (
        HEAD
        + "  Khung kịch bản: Thử\n    Biết hồ sơ không có <giấy>\n    Dữ liệu:\n      | giấy tờ |\n"
        + "      | giấy công nhận Nghệ nhân nghề truyền thống |\n",
        4,
        ["<giấy>", "giấy tờ"],
    ),
    "a value without a column in one table of two": (
        HEAD
        + "  Khung kịch bản: Thử\n    Biết hồ sơ không có <giấy>\n"
        + "    Dữ liệu:\n      | giấy tờ |\n      | giấy công nhận Nghệ nhân nghề truyền thống |\n"
        + "    Dữ liệu:\n      | giấy |\n      | giấy công nhận Nghệ nhân nghề truyền thống |\n",
        4,
        ["<giấy>", "giấy tờ"],
    ),
    "an outline without rows": (
        HEAD + "  Khung kịch bản: Thử\n" + LOOK + "    Dữ liệu:\n      | a |\n",
        5,
        ["chưa có dòng nào"],
    ),
    "no language": (GOOD.replace("# language: vi\n", ""), 1, ["# language: vi"]),
    "another language": (GOOD.replace("language: vi", "language: vn"), 1, ["«vn»"]),
    "no feature": ("# language: vi\n", 1, ["Tính năng"]),
    "no text": (b"\xff\x00\xd8\xff", 1, ["UTF-8"]),
}


@pytest.mark.parametrize(("content", "line", "told"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_with_file_line_and_remedy(content, line, told, tmp_path):
    file = put(tmp_path, content)
    result = scenarios(tmp_path)
    assert result.exit_code == 1
    (problem,) = result.stderr.splitlines()
    assert problem.startswith(f"{file}:{line}: ")
    for words in told:
        assert words in problem
    assert "Traceback" not in result.output


def test_a_mistake_in_a_row_of_data_names_the_row(tmp_path):
    table = "    Dữ liệu:\n      | ai |\n      | Hội đồng xét duyệt |\n      | Ủy ban |\n"
    put(tmp_path, HEAD + "  Khung kịch bản: Thử\n    Khi <ai> xem xét hồ sơ\n" + table)
    (problem,) = scenarios(tmp_path).stderr.splitlines()
    assert ":4: " in problem
    assert "(dòng dữ liệu 8)" in problem


def test_every_mistake_of_every_file_is_told_and_the_good_files_run(tmp_path):
    put(tmp_path, GOOD, "tot.feature")
    put(tmp_path, body("Biết trời mưa to quá", "Khi trời nắng to quá"), "sai.feature")
    result = scenarios(tmp_path)
    assert result.exit_code == 1
    assert [line.split(": ")[0] for line in result.stderr.splitlines()] == [
        f"{tmp_path / 'sai.feature'}:4",
        f"{tmp_path / 'sai.feature'}:5",
    ]
    assert "1 kịch bản đúng, 0 sai, 1 tệp không chạy được." in result.stdout


def test_a_failed_expectation_stands_beside_the_whole_reasoning(tmp_path):
    put(tmp_path, GOOD.replace("hộ tham gia đạt", "hộ tham gia không đạt"))
    result = scenarios(tmp_path)
    assert result.exit_code == 1
    assert "Không đúng: Thì tiêu chí tỷ lệ hộ tham gia không đạt  [thu.feature:8]" in result.stdout
    after = result.stdout.split("Lập luận đầy đủ của phần mềm:")[1]
    # Every criterion of the title, not only the one in question, and the advice that follows.
    for words in ("96/480 hộ tham gia", "Sản xuất kinh doanh ổn định", "Phương án bảo vệ môi trường", "Kiến nghị"):
        assert words in after
    assert "Traceback" not in result.output


def test_a_failed_review_stands_beside_its_reasoning(tmp_path):
    # Half of the households take part, and nothing else fails: the title is kept.
    put(
        tmp_path,
        HEAD
        + "  Kịch bản: Thử\n"
        + VILLAGE
        + "    Và làng đã được công nhận làng nghề ngày 20/05/2019\n"
        + "    Và làng có 480 hộ, trong đó 240 hộ tham gia hoạt động ngành nghề nông thôn\n"
        + "    Khi rà soát danh hiệu vào ngày 01/03/2024\n"
        + "    Thì kết quả rà soát là đề nghị thu hồi bằng công nhận\n",
    )
    result = scenarios(tmp_path)
    assert result.exit_code == 1
    assert "240/480 hộ tham gia" in result.stdout.split("Lập luận đầy đủ của phần mềm:")[1]


def test_an_expectation_before_anything_was_looked_at_says_so(tmp_path):
    put(tmp_path, HEAD + "  Kịch bản: Thử\n" + VILLAGE + DONE)
    result = scenarios(tmp_path)
    assert result.exit_code == 1
    assert "chưa có bước “Khi …” nào" in result.stdout
    assert "Phần mềm chưa xét hồ sơ nào trước bước này." in result.stdout


def test_a_situation_that_cannot_be_is_told_as_a_dossier_would_be(tmp_path):
    put(tmp_path, GOOD.replace("trong đó 96", "trong đó 481"))
    result = scenarios(tmp_path)
    assert result.exit_code == 1
    assert "số hộ tham gia (481) nhiều hơn tổng số hộ (480)" in result.stdout


def test_a_step_that_does_not_fit_the_situation_names_itself(tmp_path):
    # A craft village's dossier says nothing of crafts, so there is no one craft to speak of.
    put(tmp_path, HEAD + "  Kịch bản: Thử\n" + VILLAGE + "    Và nghề không còn tiếp tục phát triển\n" + LOOK + DONE)
    result = scenarios(tmp_path)
    assert result.exit_code == 1
    assert "Không đúng: Và nghề không còn tiếp tục phát triển  [thu.feature:5]" in result.stdout
    assert "không thực hiện được bước này" in result.stdout
    assert "'" not in result.stdout  # Python's own words for what is not there name keys


@pytest.mark.parametrize(
    ("held", "outcome", "told"),
    [
        ("", "kết quả rà soát là", "hồ sơ chưa nêu danh hiệu nào đã được công nhận"),
        (
            "    Và làng đã được công nhận làng nghề ngày 12/08/2022\n",
            "kết quả rà soát danh hiệu nghề truyền thống là",
            "hồ sơ không nêu danh hiệu này đã được công nhận",
        ),
    ],
)
def test_a_review_of_what_is_not_held_says_so(held, outcome, told, tmp_path):
    look = "    Khi rà soát danh hiệu vào ngày 01/03/2024\n"
    put(tmp_path, f"{HEAD}  Kịch bản: Thử\n{VILLAGE}{held}{look}    Thì {outcome} giữ bằng công nhận\n")
    assert told in scenarios(tmp_path).stdout


def test_results_keep_the_level_of_the_rule_and_every_row(tmp_path):
    outline = (
        HEAD
        + "  Quy tắc: Một phần năm\n    Bối cảnh:\n  "
        + VILLAGE
        + "    @nd-52-2018/dieu-5/khoan-3/diem-a\n    Khung kịch bản: <hộ> hộ\n"
        + "      Biết làng có 480 hộ, trong đó <hộ> hộ tham gia hoạt động ngành nghề nông thôn\n  "
        + LOOK
        + "      Thì tiêu chí tỷ lệ hộ tham gia <kết luận>\n      Dữ liệu:\n"
        + "        | hộ  | kết luận |\n        | 200 | đạt      |\n        | 95  | đạt      |\n"
    )
    put(tmp_path, outline)
    out = tmp_path / "ket-qua.json"
    assert scenarios(tmp_path, "-o", out).exit_code == 1
    (feature,) = json.loads(out.read_text("utf-8"))["features"]
    (rule,) = feature["rules"]
    (scenario,) = rule["scenarios"]
    assert (rule["name"], scenario["tags"]) == ("Một phần năm", ["nd-52-2018/dieu-5/khoan-3/diem-a"])
    assert [case["status"] for case in scenario["cases"]] == ["passed", "failed"]
    assert scenario["cases"][0]["stated"] == [["nd-52-2018/dieu-5/khoan-3/diem-a", "met"]]
    assert scenario["cases"][1]["failure"]["step"] == "Thì tiêu chí tỷ lệ hộ tham gia đạt"


def test_scenarios_without_a_rule_and_tags_of_the_feature_are_kept(tmp_path):
    put(tmp_path, GOOD.replace("Tính năng", "@nd-52-2018/dieu-5/khoan-3\nTính năng").replace(" @ranh-gioi", ""))
    results: Results = run_folder(tmp_path).results
    ((feature, rule, scenario, case),) = results.cases()
    assert (rule.name, case.status) == ("", "passed")
    assert feature.provisions_of(rule, scenario) == ["nd-52-2018/dieu-5/khoan-3/diem-a"]
    assert feature.provisions_of(rule, scenario.model_copy(update={"tags": []})) == ["nd-52-2018/dieu-5/khoan-3"]


def test_english_messages_on_request(tmp_path):
    put(tmp_path, body("Khi Hội đồng xem xét hồ sơ"))
    assert "is not understood; the nearest: «Hội đồng xét duyệt" in scenarios(tmp_path, "--lang", "en").stderr


def test_an_empty_folder_says_so(tmp_path):
    result = scenarios(tmp_path)
    assert result.exit_code == 1
    assert "không có tệp .feature nào" in result.stderr


def test_a_file_too_large_is_refused_unread(tmp_path):
    put(tmp_path, b"#" * (1024 * 1024 + 1))
    result = scenarios(tmp_path)
    assert result.exit_code == 1
    assert "lớn hơn giới hạn" in result.stderr


def test_neither_folder_nor_vocabulary_is_a_usage_error():
    assert scenarios().exit_code == 2


@pytest.mark.parametrize("definition", definitions(), ids=lambda each: each.shown)
def test_a_sentence_with_a_letter_dropped_is_found_again(definition):
    """Whatever sentence is mistyped, the one proposed is that sentence."""
    form = max(definition.forms(), key=len)
    mistyped = form[0] + form[2:]
    assert definition_of(definition.kind, mistyped) is None
    found = nearest(definition.kind, mistyped)
    assert found is not None
    assert found[1] == form


def test_the_guide_in_the_repository_is_the_vocabulary_of_today():
    """Rewrite it with ``langnghe scenarios --vocabulary > features/README.md``."""
    assert (ROOT / "features" / "README.md").read_text("utf-8") == guide()


def test_every_example_of_the_guide_is_understood(tmp_path):
    blocks = guide().split("```gherkin\n")[1:3]  # the whole scenarios at its head
    feature = blocks[0].split("```")[0] + blocks[1].split("```")[0]
    put(tmp_path, feature)
    result = scenarios(tmp_path)
    assert result.exit_code == 0, result.output
    assert "4 kịch bản đúng" in result.output


def test_plain_text_comes_out_line_by_line_as_it_was():
    text = feature_text("“a”\r\n b\rc\n".encode())
    assert text == '"a"\n b\nc\n'

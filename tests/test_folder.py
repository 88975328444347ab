"""A folder at a time: every file is a row, whatever is wrong with it, and nothing lands outside the results' folder."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result
from examples import BARE, tree
from lxml import html
from openpyxl import load_workbook

from langnghe.cli import main
from langnghe.engine.writing.names import file_name

if TYPE_CHECKING:
    from pathlib import Path


def put(folder: Path, name: str, **changes: Any) -> Path:
    """A dossier in the folder: the least that one can be, changed."""
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(json.dumps(BARE | changes, ensure_ascii=False), "utf-8")
    return file


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def index_rows(out: Path) -> list[Any]:
    page = html.fromstring((out / "index.html").read_bytes())
    return page.cssselect("tbody tr")


def sheet_rows(out: Path) -> list[dict[str, Any]]:
    """The rows of index.xlsx, by heading."""
    sheet = load_workbook(out / "index.xlsx").worksheets[0]
    heads, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return [dict(zip(heads, row, strict=True)) for row in rows]


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Three dossiers and two files that are none, beside what is not to be read at all."""
    folder = tmp_path / "hồ sơ"
    put(folder, "b.json", id="B-2", activities=[])
    put(folder, "a.json", **(tree(id="A-1") | {"received_on": "2022-08-01"}))
    put(folder, "c.YAML", id="C-3", title="traditional_craft", crafts=[{"name": "Đan lát"}])
    put(folder, "bad.yml", title="lang_nghe", proposed_on="2022-02-30")
    (folder / "cut.json").write_text('{"format": ', "utf-8")
    put(folder, ".hidden.json")
    put(folder, "~$a.xlsx")
    (folder / "ghi chú.txt").write_text("?", "utf-8")
    put(folder / "d.yaml", "inside.json")
    return folder


def test_every_file_is_a_row_and_a_bad_one_is_not_the_end(mixed, tmp_path):
    out = tmp_path / "kết quả"

    result = run("assess", mixed, "-o", f"{out}/")

    assert result.exit_code == 1
    assert "Số tệp đã đọc: 5; số dòng trong danh mục: 5 (đã thẩm định 3, có lỗi 2)." in result.stdout
    assert str(out / "index.html") in result.stdout
    assert [row.cssselect(".name")[0].text for row in index_rows(out)] == [
        "Mão Chinh",
        "Làng Thử",
        "bad.yml",
        "Đan lát – Làng Thử",
        "cut.json",
    ]
    assert [row["Tệp"] for row in sheet_rows(out)] == ["a.json", "b.json", "bad.yml", "c.YAML", "cut.json"]
    pages = {"A-1.html", "B-2.html", "C-3.html"}
    assert {path.name for path in out.iterdir()} == {
        *pages,
        *(page.replace(".html", ".docx") for page in pages),
        "index.html",
        "index.xlsx",
    }


def test_every_problem_of_a_bad_file_is_in_its_row_and_on_standard_error(mixed, tmp_path):
    result = run("assess", mixed, "-o", tmp_path / "out/", "--format", "html")

    [row] = [row for row in sheet_rows(tmp_path / "out") if row["Tệp"] == "bad.yml"]
    assert row["Kết quả"] == "Tệp có lỗi, chưa thẩm định"
    told = row["Lỗi"].split("\n")
    assert [line.split(": ")[1] for line in told] == ["title", "proposed_on"]
    assert all(f"{mixed}/bad.yml:1: {line.removeprefix('dòng 1: ')}" in result.stderr for line in told)
    [shown] = [each for each in index_rows(tmp_path / "out") if "bad.yml" in each.text_content()]
    assert all(line in shown.text_content() for line in told)


def test_a_row_says_what_decides_and_what_is_missing(mixed, tmp_path):
    run("assess", mixed, "-o", tmp_path / "out/", "--format", "html")
    rows = {row["Hồ sơ"]: row for row in sheet_rows(tmp_path / "out") if row["Hồ sơ"]}

    good, failing = rows["A-1"], rows["B-2"]
    assert good["Danh hiệu đề nghị"] == "làng nghề"
    assert good["Địa bàn"] == "Trung Hưng, Yên Mỹ, Hưng Yên"
    assert good["Kết quả"] == "ĐỦ ĐIỀU KIỆN"
    assert good["Tiêu chí không đạt"] is good["Giấy tờ còn thiếu"] is None
    assert good["Hạn ra quyết định"] == datetime(2022, 9, 14)  # noqa: DTZ001  a day of a workbook has no zone
    assert failing["Kết quả"] == "KHÔNG ĐỦ ĐIỀU KIỆN"
    assert failing["Tiêu chí không đạt"] == "Ngành nghề nông thôn"
    assert failing["Tiêu chí chưa đủ căn cứ"].split("\n") == [
        "Tỷ lệ hộ tham gia",
        "Sản xuất kinh doanh ổn định",
        "Điều kiện bảo vệ môi trường",
    ]
    assert len(failing["Giấy tờ còn thiếu"].split("\n")) == 3
    assert failing["Hạn ra quyết định"] is None


def test_links_lead_to_the_files_beside_the_index(tmp_path):
    put(tmp_path / "in", "a.json", id="Làng số 1/2022 #3?")
    out = tmp_path / "out"

    assert run("assess", tmp_path / "in", "-o", f"{out}/").exit_code == 0

    links = [link.get("href") for row in index_rows(out) for link in row.cssselect("a")]
    sheet = load_workbook(out / "index.xlsx").worksheets[0]
    links += [cell.hyperlink.target for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert len(links) == 4
    assert {unquote(link) for link in links} == {"Làng-số-1-2022-3.html", "Làng-số-1-2022-3.docx"}
    assert all((out / unquote(link)).is_file() for link in links)


@pytest.mark.parametrize(("lang", "words"), [("vi", "hội đồng xét duyệt"), ("en", "the appraisal council")])
def test_the_workbook_says_who_decides_beside_the_table_and_under_every_printed_page(tmp_path, lang, words):
    put(tmp_path / "in", "a.json", id="A-1")
    run("assess", tmp_path / "in", "-o", tmp_path / "out/", "--lang", lang)

    table, said = load_workbook(tmp_path / "out" / "index.xlsx").worksheets
    assert words in said["A1"].value
    assert words in table.oddFooter.center.text
    assert table.max_row == 2


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_text_of_a_dossier_becomes_a_formula(tmp_path, text):
    put(tmp_path / "in", "a.json", id=text, place={"name": text, "province": text})
    run("assess", tmp_path / "in", "-o", tmp_path / "out/", "--format", "html")

    content = (tmp_path / "out" / "index.xlsx").read_bytes()
    cells = [cell for row in load_workbook(io.BytesIO(content)).worksheets[0].iter_rows() for cell in row]
    assert [(cell.data_type, cell.quotePrefix) for cell in cells if cell.value == text] == [("s", True)] * 3
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_an_id_never_leads_out_of_the_folder(tmp_path):
    ids = ["../../evil", "/etc/passwd", "..", ".", "C:\\Windows\\x", "a\tb", "CON", "index", "~/x", "....//x", "   .  "]
    for number, name in enumerate(ids):
        put(tmp_path / "in", f"{number:02}.json", id=name)
    before = set(tmp_path.rglob("*"))
    out = tmp_path / "out"

    result = run("assess", tmp_path / "in", "-o", f"{out}/", "--format", "html")

    assert result.exit_code == 0
    written = set(tmp_path.rglob("*")) - before - {out}
    assert {path.parent for path in written} == {out}
    assert len(written) == len(ids) + 2  # a page each, and the two indexes
    assert all(re.fullmatch(r"\w[\w.-]*\.(html|xlsx)", path.name) for path in written)


def test_names_are_unique_where_letter_case_and_composition_do_not_count():
    taken: set[str] = set()
    decomposed = unicodedata.normalize("NFD", "Mão Chinh")

    names = [file_name(text, taken) for text in ("Mão Chinh", "mão chinh", decomposed, "con", "Con.x", "日" * 200)]

    assert names[:3] == ["Mão-Chinh", "mão-chinh-2", "Mão-Chinh-3"]
    assert names[3:5] == ["ho-so-con", "ho-so-Con.x"]
    assert names[5] == "日" * 40  # three bytes each


def test_a_link_that_waits_in_the_folder_is_replaced_and_not_followed(tmp_path):
    put(tmp_path / "in", "a.json", id="A")
    outside = tmp_path / "outside"
    outside.write_text("untouched", "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / "A.html").symlink_to(outside)

    assert run("assess", tmp_path / "in", "-o", f"{out}/", "--format", "html").exit_code == 0

    assert outside.read_text("utf-8") == "untouched"
    assert (out / "A.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_an_empty_folder_is_a_problem(tmp_path):
    (tmp_path / "in").mkdir()

    for options in ([], ["-o", f"{tmp_path}/out/"], ["--format", "json"]):
        result = run("assess", tmp_path / "in", *options)
        assert result.exit_code == 1
        assert f"{tmp_path / 'in'}: thư mục không có tệp hồ sơ nào" in result.stderr
    assert not (tmp_path / "out" / "index.html").exists()


def test_a_folder_that_is_not_there_is_a_problem(tmp_path):
    result = run("assess", tmp_path / "no such", "-o", tmp_path / "out/")

    assert result.exit_code == 1
    assert "không có tệp này" in result.stderr


def test_without_a_folder_for_results_each_dossier_is_printed(mixed):
    text = run("assess", mixed)
    lines = run("assess", mixed, "--format", "json")

    assert text.exit_code == lines.exit_code == 1
    assert [name for name in ("A-1", "B-2", "C-3") if f"({name})" in text.stdout] == ["A-1", "B-2", "C-3"]
    documents = [json.loads(line) for line in lines.stdout.splitlines()]
    assert [each.get("dossier") for each in documents] == ["A-1", "B-2", None, "C-3", None]


def test_check_and_review_take_a_folder_too(mixed, tmp_path):
    checked = run("check", mixed)
    reviewed = run("review", mixed, "--format", "html", "-o", tmp_path / "out/")

    assert checked.exit_code == reviewed.exit_code == 1
    assert len(checked.stdout.splitlines()) == 3
    pages = {"A-1.html", "B-2.html", "C-3.html"}
    assert {path.name for path in (tmp_path / "out").iterdir()} == {*pages, "index.html", "index.xlsx"}
    told = "(danh hiệu đã rà soát 0, hồ sơ không có danh hiệu 3, tệp có lỗi 2)"
    assert f"Số tệp đã đọc: 5; số dòng trong danh mục: 5 {told}." in reviewed.stdout


# One village keeps its first title and loses its second; one holds none; one file cannot be read.
HELD = [
    {"title": "craft_village", "decision": "1803/QĐ-UBND", "decided_on": "2022-08-12", "name": "Mão Chinh"},
    {"title": "traditional_craft_village", "decision": "9/QĐ-UBND", "decided_on": "2019"},
]


@pytest.fixture
def held(tmp_path: Path) -> Path:
    folder = tmp_path / "danh hiệu"
    put(folder, "a.json", **(tree(id="A 1", crafts=[]) | {"titles_held": HELD}))
    put(folder, "b.json", id="B-2")
    (folder / "cut.json").write_text('{"format": ', "utf-8")
    return folder


def test_each_title_reviewed_is_a_row_with_its_reasons(held, tmp_path):
    result = run("review", held, "--on", "2024-11-14", "-o", tmp_path / "out/")

    assert result.exit_code == 1
    told = "(danh hiệu đã rà soát 2, hồ sơ không có danh hiệu 1, tệp có lỗi 1)"
    assert f"Số tệp đã đọc: 3; số dòng trong danh mục: 4 {told}." in result.stdout
    kept, lost, untitled, bad = sheet_rows(tmp_path / "out")
    assert kept["Danh hiệu đã công nhận"] == "làng nghề «Mão Chinh»"
    assert kept["Quyết định công nhận"] == "1803/QĐ-UBND, ngày 12/08/2022"
    assert [row["Kết quả"] for row in (kept, lost)] == ["Giữ danh hiệu", "Đề nghị xem xét thu hồi"]
    assert kept["Tiêu chí không đạt"] is None
    assert lost["Tiêu chí không đạt"].startswith("Có nghề truyền thống: ")
    assert lost["Căn cứ"] == "khoản 6 Điều 6 Nghị định số 52/2018/NĐ-CP"
    assert "có thể lập hồ sơ mới đề nghị công nhận làng nghề" in lost["Ghi chú và lưu ý"]
    assert (untitled["Hồ sơ"], untitled["Kết quả"]) == ("B-2", "Không có danh hiệu để rà soát")
    assert (bad["Tệp"], bad["Kết quả"]) == ("cut.json", "Tệp có lỗi, chưa rà soát")
    assert bad["Lỗi"] in result.stderr.replace(":1: ", ": dòng 1: ")


def test_the_page_of_a_review_counts_outcomes_and_leads_to_each_title(held, tmp_path):
    run("review", held, "--on", "2024-11-14", "-o", tmp_path / "out/", "--lang", "en")

    shown = html.fromstring((tmp_path / "out" / "index.html").read_bytes())
    counted = [each.text_content().strip() for each in shown.cssselect(".tally .verdict")]
    assert "Files: 3" in shown.text_content()
    assert counted == [
        "✓ Keep the title: 1",
        "✗ Propose revocation: 1",
        "? Order a remedy: 0",
        "? Undetermined: 0",
        "Dossiers without titles: 1",
        "! Files with errors: 1",
    ]
    links = [[link.get("href") for link in row.cssselect("a")] for row in index_rows(tmp_path / "out")]
    assert links == [["A-1.html#t1", "A-1.docx"], ["A-1.html#t2", "A-1.docx"], ["B-2.html"], []]
    page = html.fromstring((tmp_path / "out" / "A-1.html").read_bytes())
    assert "traditional craft village" in page.get_element_by_id("t2").text_content().lower()
    sheet = load_workbook(tmp_path / "out" / "index.xlsx").worksheets[0]
    targets = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert [(each.target, each.location) for each in targets][:2] == [("A-1.html#t1", None), ("A-1.docx", None)]


@pytest.mark.parametrize(("form", "ending"), [("html", ".html"), ("docx", ".docx")])
def test_one_kind_of_result_may_be_asked_for(tmp_path, form, ending):
    put(tmp_path / "in", "a.json", id="A")

    assert run("assess", tmp_path / "in", "-o", tmp_path / "out/", "--format", form).exit_code == 0

    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"A{ending}", "index.html", "index.xlsx"}


def test_the_index_speaks_the_language_asked_for(mixed, tmp_path):
    result = run("assess", mixed, "-o", tmp_path / "out/", "--format", "html", "--lang", "en")

    assert "Files read: 5; rows of the index: 5 (assessed 3, with errors 2)." in result.stdout
    assert '<html lang="en">' in (tmp_path / "out" / "index.html").read_text("utf-8")
    assert sheet_rows(tmp_path / "out")[0]["Outcome"].upper() == "ELIGIBLE"


def test_markup_in_a_name_stays_text_in_the_index(tmp_path):
    name = "<script>alert(1)</script>&amp;"
    put(tmp_path / "in", f"{'<b>'}.json", id="A", place={"name": name, "province": "P"})
    put(tmp_path / "in", "<i>.yaml", title=name)
    run("assess", tmp_path / "in", "-o", tmp_path / "out/", "--format", "html")

    page = html.fromstring((tmp_path / "out" / "index.html").read_bytes())
    assert len(page.cssselect("script")) == 1
    assert page.cssselect("b, i") == []
    assert name in page.text_content()


def test_a_file_name_that_is_not_unicode_is_shown_all_the_same(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    try:
        (folder / os.fsdecode(b"l\xe0ng.json")).write_text("{", "utf-8")
    except OSError:
        pytest.skip("this file system takes names in Unicode only")

    printed = run("assess", folder, "--format", "json")
    written = run("assess", folder, "-o", tmp_path / "out/")

    assert printed.exit_code == written.exit_code == 1
    assert json.loads(printed.stdout)["format"] == "langnghe/error/v1"
    assert sheet_rows(tmp_path / "out")[0]["Tệp"] == "l\ufffdng.json"


def test_what_is_no_character_of_a_workbook_costs_nobody_the_index(mixed, tmp_path):
    """A number may hold what XML cannot; its row says so the way Excel does."""
    put(mixed, "odd.json", id="X\uffff1")

    run("assess", mixed, "-o", f"{tmp_path}/out/")

    assert {row["Tệp"]: row["Hồ sơ"] for row in sheet_rows(tmp_path / "out")}["odd.json"] == "X_xFFFF_1"


def test_results_do_not_go_among_the_dossiers(mixed):
    before = set(mixed.iterdir())

    result = run("assess", mixed, "-o", f"{mixed}/../{mixed.name}/")

    assert result.exit_code == 2
    assert set(mixed.iterdir()) == before


def test_a_folder_that_cannot_be_made_is_told_in_one_line(mixed, tmp_path):
    (tmp_path / "out").write_text("a file", "utf-8")

    result = run("assess", mixed, "-o", f"{tmp_path}/out/")

    assert result.exit_code == 1
    assert result.stderr.startswith("Lỗi: Không ghi được vào")
    assert len(result.stderr.splitlines()) == 1


def test_one_stream_does_not_go_into_a_folder(mixed, tmp_path):
    as_json = run("assess", mixed, "--format", "json", "-o", f"{tmp_path}/out/")
    reviewed = run("review", mixed, "--format", "json", "-o", f"{tmp_path}/out/")
    into_file = run("assess", mixed, "--format", "json", "-o", tmp_path / "all.jsonl")

    assert as_json.exit_code == reviewed.exit_code == 2
    assert into_file.exit_code == 1
    assert len((tmp_path / "all.jsonl").read_text("utf-8").splitlines()) == 5


def test_progress_is_shown_on_a_terminal_only(mixed, tmp_path):
    pty = pytest.importorskip("pty", reason="terminals are made here as on Unix")
    command = [sys.executable, "-c", "from langnghe.cli import main; main()", "assess", str(mixed), "--format", "html"]
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm"}

    piped = subprocess.run([*command, "-o", f"{tmp_path}/1/"], capture_output=True, check=False, env=environment)
    subprocess.run(
        [*command, "-o", f"{tmp_path}/2/"], stdout=subprocess.DEVNULL, stderr=theirs, check=False, env=environment
    )
    os.close(theirs)
    shown = os.read(ours, 100_000)
    os.close(ours)

    assert "Đang thẩm định".encode() in shown
    assert b"100%" in shown
    assert "Đang thẩm định".encode() not in piped.stderr

"""Calls that people make by mistake are answered in their own language, with what would be right."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from examples import BARE
from openpyxl import Workbook, load_workbook

from langnghe.cli import main
from langnghe.engine.problems import Problem
from langnghe.engine.words.messages import LANGUAGES
from langnghe.engine.words.oserrors import in_words

REGISTER = "Tên làng nghề,Danh hiệu\nChều,làng nghề\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "hồ sơ.json"
    path.write_text(json.dumps(BARE), "utf-8")
    return path


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EROFS, errno.EISDIR, errno.ENOSPC, errno.EBUSY])
def test_what_the_system_says_is_said_in_the_language_of_the_user(number: int, lang: str) -> None:
    error = OSError(number, "in English")
    assert "in English" not in in_words(error, lang)
    assert in_words(error, lang) in Problem("unreadable", context={"detail": error}).message(lang)


def test_what_there_are_no_words_for_is_said_as_the_system_says_it() -> None:
    assert in_words(OSError(errno.EXDEV, "Invalid cross-device link"), "vi") == "Invalid cross-device link"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full, as Linux has")
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_a_full_disk_behind_a_redirection_is_told_in_words(form: str, dossier: Path) -> None:
    command = [sys.executable, "-c", "from langnghe.cli import main; main()", "assess", str(dossier), "--format", form]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode
    assert "ổ đĩa đã đầy" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("command", "out"),
    [("assess", "x.html"), ("report", "x.xlsx"), ("template", "x.xlsx")],
)
def test_a_folder_that_is_not_there_is_told_in_vietnamese(command: str, out: str, dossier: Path) -> None:
    register = dossier.with_name("sổ.csv")
    register.write_text(REGISTER, "utf-8")
    inputs = {"assess": [dossier], "report": [register], "template": []}[command]
    done = run(command, *inputs, "-o", dossier.with_name("không có") / out)
    assert done.exit_code in {1, 2}
    assert "không có thư mục này" in done.stderr
    assert "No such file" not in done.stderr


@pytest.mark.parametrize("name", ["kq.pdf", "kq.xlsx", "kq.doc"])
def test_a_result_is_not_written_under_the_name_of_another_format(name: str, dossier: Path) -> None:
    done = run("assess", dossier, "-o", dossier.with_name(name))
    assert done.exit_code == 2
    assert ".html (trang), .docx (biên bản)" in done.stderr
    assert not dossier.with_name(name).exists()


@pytest.mark.parametrize(("form", "name"), [("docx", "kq.html"), ("html", "kq.docx"), ("json", "kq.html")])
def test_the_format_and_the_name_of_the_file_agree(form: str, name: str, dossier: Path) -> None:
    assert run("assess", dossier, "--format", form, "-o", dossier.with_name(name)).exit_code == 2
    assert not dossier.with_name(name).exists()


@pytest.mark.parametrize("name", ["sổ.xls", "sổ.ods", "hồ sơ.json", "sổ.pdf"])
def test_a_register_of_another_kind_is_told_how_to_save_it(name: str, dossier: Path) -> None:
    path = dossier.with_name(name)
    path.write_bytes(b"anything")
    done = run("report", path, "-o", dossier.with_name("b.xlsx"))
    assert done.exit_code == 1
    assert "lưu lại thành .xlsx" in done.stderr


def test_a_folder_is_no_register(tmp_path: Path) -> None:
    assert "hãy chỉ tên tệp sổ" in run("report", tmp_path, "-o", tmp_path / "b.xlsx").stderr


def test_old_workbooks_in_a_folder_of_dossiers_are_not_passed_over(dossier: Path) -> None:
    (dossier.parent / "cũ.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    done = run("check", dossier.parent)
    assert done.exit_code == 1
    assert "tệp Excel kiểu cũ (.xls)" in done.stderr


def workbook(path: Path, **sheets: list[tuple[str, ...]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet: Any = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


TITLES = [("Tên làng nghề", "Danh hiệu"), ("Chều", "làng nghề")]


def test_a_sheet_before_or_behind_the_list_of_titles_is_passed_over(tmp_path: Path) -> None:
    notes = [("Ghi chú", "Tỉnh"), ("xem", "Hà Nam")]
    path = workbook(tmp_path / "sổ.xlsx", Bìa=[("SỞ NÔNG NGHIỆP",)], Sổ=TITLES, Notes=notes)
    done = run("review", path, "-o", tmp_path / "kq.csv", "--on", "2024-11-14")
    assert done.exit_code == 0
    assert "Đọc 1 hàng = rà soát 1" in done.stdout


def test_titles_on_several_sheets_are_refused_rather_than_lost(tmp_path: Path) -> None:
    path = workbook(tmp_path / "sổ.xlsx", Bìa=[("x",)], A=TITLES, B=TITLES)
    done = run("review", path, "-o", tmp_path / "kq.csv", "--on", "2024-11-14")
    assert done.exit_code == 1
    assert "«A», «B»" in done.stderr
    assert not (tmp_path / "kq.csv").exists()


def test_what_is_hidden_is_not_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "sổ.xlsx", Cũ=TITLES, Mới=[*TITLES, ("Bèo", "làng nghề")])
    book = load_workbook(path)
    book["Cũ"].sheet_state = "hidden"
    book.save(path)
    done = run("review", path, "-o", tmp_path / "kq.csv", "--on", "2024-11-14")
    assert "Đọc 2 hàng = rà soát 2" in done.stdout


def test_a_register_taken_for_a_dossier_is_told_what_reads_registers(tmp_path: Path) -> None:
    book = workbook(tmp_path / "sổ.xlsx", Sổ=TITLES)
    table = tmp_path / "sổ.csv"
    table.write_text(REGISTER, "utf-8")
    for command, path in (("assess", book), ("review", book), ("check", table)):
        assert "langnghe review SỔ -o ket-qua.csv" in run(command, path).stderr

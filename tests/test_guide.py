"""What the council's guide shows is what an officer gets who follows it.

``fixtures/workbooks/lang-vi-du.xlsx`` is the workbook as the guide fills it in (a made-up village), saved by
LibreOffice; what the guide says is typed into it afterwards is typed here.
"""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import openpyxl
import pytest
from click.testing import CliRunner
from lxml import html

from langnghe.cli import main
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from click.testing import Result

ROOT: Final = Path(__file__).parent.parent
DOCS: Final = ROOT / "docs"
GUIDE: Final = (DOCS / "huong-dan-hoi-dong.md").read_text(encoding="utf-8")
WORKBOOKS: Final = ROOT / "fixtures" / "workbooks"
TEMPLATES: Final = ROOT / "engine" / "writing" / "templates"

Cells = dict[tuple[str, str], str | None]

MISTAKES: Final[Cells] = {
    ("Thông tin chung", "B7"): "30/02/2026",
    ("Thông tin chung", "B12"): None,
    ("Thông tin chung", "B15"): "khoảng 180",
    ("Nghề", "B8"): "lâu đời",
    ("Môi trường", "B9"): "đang lập",
}
SUPPLEMENT: Final[Cells] = {
    ("Danh sách hộ", "B40"): "Đỗ Văn Quý",
    ("Danh sách hộ", "B41"): "Bùi Thị Nhàn",
    ("Danh sách hộ", "B42"): "Hồ Hữu Thịnh",
    ("Tài liệu", "A12"): "Bản mô tả đặc trưng mang bản sắc văn hóa dân tộc",
    ("Tài liệu", "C12"): "14/03/2026",
    ("Kết luận của hội đồng", "C6"): "Có",
    ("Kết luận của hội đồng", "D6"): "Hội đồng xét duyệt",
    ("Kết luận của hội đồng", "E6"): "24/04/2026",
    ("Kết luận của hội đồng", "F6"): "9",
    ("Kết luận của hội đồng", "G6"): "0",
}
A_YEAR_LATER: Final[Cells] = {
    **SUPPLEMENT,
    ("Danh hiệu đã có", "B5"): "Có",
    ("Danh hiệu đã có", "A8"): "Làng nghề truyền thống",
    ("Danh hiệu đã có", "B8"): "1120/QĐ-UBND",
    ("Danh hiệu đã có", "C8"): "06/05/2026",
    ("Danh hiệu đã có", "D8"): "Làng Ví Dụ",
    ("Thông tin chung", "B15"): "184",
    ("Thông tin chung", "B17"): "30/09/2027",
}
# What the workbook holds when the guide reaches a heading; until the next of these it stays so.
HELD_AT: Final = {
    "3. Kiểm tra sổ": MISTAKES,
    "Sau khi sửa": {},
    "5. Bổ sung và thẩm định lại": SUPPLEMENT,
    "8. Rà soát hằng năm": A_YEAR_LATER,
}


@dataclass(frozen=True)
class Step:
    """A command that the guide shows, what it shows of the result, and what came of running it."""

    command: str
    shown: tuple[str, ...]
    result: Result


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the officer works in."""
    folder = tmp_path_factory.mktemp("dot-xet")
    shutil.copy(TEMPLATES / "bien-ban-tham-dinh.vi.docx", folder / "mau-cua-so.docx")
    several = folder / "HO-SO"
    several.mkdir()
    type_into(several / "lang-vi-du.xlsx", SUPPLEMENT)
    other = {("Thông tin chung", "B5"): "VD-2026-002", ("Thông tin chung", "B9"): "Làng Giả Sử"}
    type_into(several / "lang-gia-su.xlsx", other)
    type_into(several / "lang-chua-sua.xlsx", MISTAKES)
    held = folder / "LANG-NGHE"
    shutil.copytree(several, held)
    type_into(held / "lang-vi-du.xlsx", A_YEAR_LATER)
    return folder


@pytest.fixture(scope="module")
def steps(folder: Path) -> list[Step]:
    """The guide, followed from its first command to its last."""
    followed = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for section in re.split(r"^#+ ", GUIDE, flags=re.MULTILINE):
            heading = section.partition("\n")[0]
            if heading in HELD_AT:
                type_into(folder / "ho-so.xlsx", HELD_AT[heading])
            for command, block in re.findall(r"```console\n\$ langnghe (.*)\n((?s:.*?))```", section):
                shown = tuple(line for line in block.splitlines() if line != "…")
                followed.append(Step(command, shown, CliRunner().invoke(main, shlex.split(command))))
    return followed


def type_into(path: Path, cells: Cells) -> None:
    """Type into the filled workbook and save it under a name."""
    book = openpyxl.load_workbook(WORKBOOKS / "lang-vi-du.xlsx")
    for (sheet, cell), value in cells.items():
        page: Any = book[sheet]
        page[cell] = value
    book.save(path)


def test_every_line_that_the_guide_shows_is_printed_in_that_order(steps: list[Step]) -> None:
    assert len(steps) == GUIDE.count("```console")
    for step in steps:
        at = 0
        for line in step.shown:
            at = step.result.output.find(line, at)
            assert at >= 0, f"{step.command}: {line}\n{step.result.output}"
            at += len(line)


def test_only_workbooks_with_mistakes_are_refused(steps: list[Step]) -> None:
    refused = [step.command for step in steps if step.result.exit_code]

    assert refused == [
        "check ho-so.xlsx",
        "assess HO-SO/ -o KET-QUA/",
        "review LANG-NGHE/ --on 2027-10-15 -o RA-SOAT/",
    ]


def test_every_file_that_a_command_writes_is_there(steps: list[Step], folder: Path) -> None:
    written = [re.search(r"-o (\S+)", step.command) for step in steps]
    names = {name[1] for name in written if name}

    assert names == {"ho-so.xlsx", "ket-qua.html", "bien-ban.docx", "KET-QUA/", "ra-soat.docx", "RA-SOAT/"}
    assert [name for name in names if not (folder / name).exists()] == []


def test_the_index_of_a_folder_leads_to_the_cells_to_correct(steps: list[Step], folder: Path) -> None:
    assert steps
    told = [item.text for item in html.parse(folder / "KET-QUA" / "index.html").getroot().cssselect("td li")]

    assert [text.partition(": ")[0] for text in told] == [f"{sheet}!{cell}" for sheet, cell in MISTAKES]


def test_every_mistake_made_is_in_the_table_of_corrections() -> None:
    for (sheet, cell), value in MISTAKES.items():
        assert f"| {sheet}, {cell} | {value or '(trống)'} |" in GUIDE


def test_every_sheet_of_the_blank_workbook_is_explained(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["template", "-o", str(tmp_path / "blank.xlsx")])

    sheets = [
        sheet.title for sheet in openpyxl.load_workbook(tmp_path / "blank.xlsx") if sheet.sheet_state == "visible"
    ]

    assert re.findall(r"^\| ([^|]+) \|", GUIDE.partition("Sổ có tám trang")[2], re.MULTILINE)[1:9] == sheets


@pytest.mark.parametrize("name", ["password.xlsx", "old.xls", "opendocument.ods", "no-such-file.xlsx"])
def test_the_message_for_a_file_that_cannot_be_read_is_in_the_table_of_troubles(name: str) -> None:
    result = CliRunner().invoke(main, ["check", str(WORKBOOKS / name)])

    message = result.stderr.rstrip("\n").partition(f"{name}: ")[2]
    assert f"\n| {message} |" in GUIDE


@pytest.mark.parametrize(
    "key",
    [
        "problem.cell_text_date",
        "problem.cell_formula",
        "problem.disagreement",
        "problem.template_unknown",
        "folder.unwritable",
    ],
)
def test_other_messages_in_the_table_of_troubles_are_the_programs(key: str) -> None:
    slots = dict.fromkeys(("got", "near", "path", "detail", "name"), "…")
    said = say(key, "vi", **slots)

    table = re.findall(r"^\| ([^|]+) \| ", GUIDE.partition("## Khi gặp trở ngại")[2], re.MULTILINE)
    assert any(said.startswith(row) for row in table), said


@pytest.mark.parametrize("command", re.findall(r"^\| [^|]+ \| `langnghe (law[^`]*)` \|$", GUIDE, re.MULTILINE))
def test_every_question_to_the_law_has_an_answer(command: str) -> None:
    result = CliRunner().invoke(main, shlex.split(command))

    assert result.exit_code == 0, result.output
    assert result.output.strip()


@pytest.mark.parametrize("name", ["huong-dan-hoi-dong.md", "bao-cao-hang-nam.md", "README.md"])
def test_every_file_linked_exists(name: str) -> None:
    links = re.findall(r"\]\(((?!http|#)[^)]+)\)", (DOCS / name).read_text(encoding="utf-8"))

    assert links
    assert [link for link in links if not (DOCS / link).exists()] == []


def test_every_picture_is_shown_and_light() -> None:
    pictures = list((DOCS / "hinh").iterdir())

    shown = [
        found for page in DOCS.glob("*.md") for found in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text("utf-8"))
    ]
    assert sorted(f"hinh/{picture.name}" for picture in pictures) == sorted(shown)
    assert [picture.name for picture in pictures if picture.stat().st_size > 150_000] == []

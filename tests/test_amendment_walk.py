"""The walk of docs/sua-luat.md, made on a copy: from 20 % to 25 % on a day, without a line of Python.

The decree is made up. What the commands must say follows from the two thresholds: of 400 households, 80 are 20 % and
100 are 25 %; a village of 500 with 110 (22 %) is recognised under the old rule and not under the new one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
NEW = "nd-99-2026/dieu-5/khoan-3/diem-a"
OLD = "nd-52-2018/dieu-5/khoan-3/diem-a"

SCENARIOS = """\
# language: vi
Tính năng: Điểm a khoản 3 Điều 5 sửa đổi: tối thiểu 25 % tổng số hộ từ ngày 01/01/2027

  Bối cảnh:
    Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 01/01/2027

  @nd-99-2026/dieu-5/khoan-3/diem-a
  Khung kịch bản: <số hộ tham gia> trên 400 hộ
    Biết làng có 400 hộ, trong đó <số hộ tham gia> hộ tham gia hoạt động ngành nghề nông thôn
    Khi Hội đồng xét duyệt xem xét hồ sơ
    Thì tiêu chí tỷ lệ hộ tham gia <kết luận>

    Dữ liệu:
      | số hộ tham gia | kết luận       |
      | 200            | đạt            |
      | 80             | không đạt      |
      | từ 90 đến 110  | chưa đủ căn cứ |

  @nd-99-2026/dieu-5/khoan-3/diem-a @ranh-gioi
  Khung kịch bản: Đúng ranh giới: <số hộ tham gia> trên 400 hộ
    Biết làng có 400 hộ, trong đó <số hộ tham gia> hộ tham gia hoạt động ngành nghề nông thôn
    Khi Hội đồng xét duyệt xem xét hồ sơ
    Thì tiêu chí tỷ lệ hộ tham gia <kết luận>

    Dữ liệu:
      | số hộ tham gia | kết luận  |
      | 100            | đạt       |
      | 99             | không đạt |

  @nd-52-2018/dieu-5/khoan-3/diem-a @ranh-gioi
  Kịch bản: Ngày cuối cùng của ngưỡng 20 %
    Biết một làng đáp ứng đầy đủ các tiêu chí làng nghề vào ngày 31/12/2026
    Và làng có 400 hộ, trong đó 80 hộ tham gia hoạt động ngành nghề nông thôn
    Khi Hội đồng xét duyệt xem xét hồ sơ
    Thì tiêu chí tỷ lệ hộ tham gia đạt
"""

DOSSIER = """\
format: langnghe/dossier/v1
id: GIA-DINH-22
title: craft_village
proposed_on: 2026-06-01
place: {name: Làng Giả Định, province: Hưng Yên}
activities: [4]
households: {total: 500, participating: 110}
production: {stable_since: "2015"}
"""


class Copy:
    """A copy of the package, changed as the walk says, with its own command line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.package = folder / "langnghe"
        unwanted = shutil.ignore_patterns("__pycache__", "build", "fixtures")
        self.package.mkdir()
        for name in ("engine", "rules", "features"):
            shutil.copytree(ROOT / name, self.package / name, ignore=unwanted)
        for name in ("__init__.py", "cli.py", "py.typed"):
            shutil.copy(ROOT / name, self.package)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run ``langnghe`` on the copy."""
        program = "from langnghe.cli import main; main()"
        environment = os.environ | {"PYTHONPATH": str(self.folder), "PYTHONUTF8": "1"}
        command = [sys.executable, "-c", program, *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=environment, check=False, capture_output=True, text=True, encoding="utf-8"
        )

    def edit(self, name: str, change: Callable[[str], str]) -> None:
        """Change one file of the copy, and make sure that it did change."""
        file = self.package / name
        before = file.read_text("utf-8")
        after = change(before)
        assert after != before
        file.write_text(after, "utf-8")

    def write(self, name: str, text: str) -> None:
        file = self.package / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")


def blocks(language: str) -> list[str]:
    """The examples of the document, as people copy them."""
    text = (ROOT / "docs" / "sua-luat.md").read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def new_article() -> str:
    """The document's article, its rule filled up from the old one, as the document says."""
    article = yaml.safe_load(blocks("yaml")[1])
    old = yaml.safe_load((ROOT / "rules" / "nd-52-2018" / "dieu-5.yaml").read_text("utf-8"))
    (rule,) = [each for each in old["rules"] if each["id"] == "village.households"]
    article["rules"] = [rule | article["rules"][0]]
    text: str = yaml.safe_dump(article, allow_unicode=True, sort_keys=False)
    return text


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A copy on which steps 1 to 3 of the document were made."""
    copy = Copy(tmp_path_factory.mktemp("walk"))
    copy.write("rules/nd-99-2026/instrument.yaml", blocks("yaml")[0])
    copy.write("rules/nd-99-2026/dieu-5.yaml", new_article())
    forgotten = copy.run("law", "check")
    assert forgotten.returncode == 1
    assert "hai quy tắc «village.households» cùng có hiệu lực trong một ngày" in forgotten.stderr
    first, second = blocks("yaml")[2].rstrip().split("\n")
    copy.edit("rules/nd-52-2018/dieu-5.yaml", lambda text: text.replace(first + "\n", f"{first}\n{second}\n", 1))
    unchecked = copy.run("law", "check")
    assert unchecked.returncode == 1
    (line,) = re.findall(rf"[0-9a-f]{{64}}  {NEW}", unchecked.stderr)
    copy.edit("rules/statute.sha256", lambda text: f"{text.rstrip()}\n{line}\n")
    checked = copy.run("law", "check")
    assert checked.returncode == 0, checked.stderr
    return copy


def test_each_day_keeps_its_law(walked, tmp_path):
    for day, threshold in (("2026-12-31", "từ 20 % trở lên"), ("2027-01-01", "từ 25 % trở lên")):
        assert threshold in walked.run("law", "village.households", "--on", day).stdout
    dossier = tmp_path / "lang.yaml"
    for day, verdict in (
        ("2026-12-31", "✓ Tỷ lệ hộ tham gia — đạt"),
        ("2027-01-01", "✗ Tỷ lệ hộ tham gia — không đạt"),
    ):
        dossier.write_text(DOSSIER.replace("2026-06-01", day), "utf-8")
        assert verdict in walked.run("assess", str(dossier)).stdout


def test_the_difference_is_told_in_words_and_by_dossier(walked, tmp_path):
    (tmp_path / "lang.yaml").write_text(DOSSIER, "utf-8")
    told = walked.run("law", "diff", "2026-12-31", "2027-01-01", "--dossiers", str(tmp_path)).stdout
    for words in (
        "− số hộ tham gia chia cho tổng số hộ từ 20 % trở lên",
        "+ số hộ tham gia chia cho tổng số hộ từ 25 % trở lên",
        "1 hồ sơ cho kết quả khác",
        "GIA-DINH-22",
    ):
        assert words in told
    assert "22,00 %" in told.split("GIA-DINH-22")[1]


def test_scenarios_and_signatures_lead_through(walked):
    # Step 5: the old scenarios all hold, and only the new point lacks its own.
    book = walked.run("law", "book", "-o", "site")
    assert book.returncode == 1
    lacking, last = book.stderr.splitlines()
    assert lacking.endswith("thiếu kịch bản đạt, không đạt, ranh giới, chưa đủ căn cứ")
    assert "Nghị định số 99/2026/NĐ-CP" in lacking
    assert "0 kịch bản sai, 1 điểm thiếu loại kịch bản" in last

    # Step 6: with scenarios and a signature nothing is left.
    walked.write("features/nd-99-2026/dieu-5-khoan-3-diem-a.feature", SCENARIOS)
    signed = walked.run("law", "sign", NEW, "--name", "Trần Thị B", "--role", "Trưởng phòng Pháp chế", "--yes")
    assert signed.returncode == 0, signed.stderr
    book = walked.run("law", "book", "-o", "site")
    assert book.returncode == 0, book.stderr
    page = (walked.folder / "site" / "nd-99-2026-dieu-5.html").read_text("utf-8")
    assert page.count("đã thẩm định, đồng ý") == 2
    assert "chưa thẩm định" not in page

    # What changes after the signature is not reviewed any more, and the page says which words.
    walked.edit(
        "rules/nd-99-2026/dieu-5.yaml", lambda text: text.replace("at_least_percent: 25", "at_least_percent: 24")
    )
    assert walked.run("law", "book", "-o", "site").returncode == 1
    page = (walked.folder / "site" / "nd-99-2026-dieu-5.html").read_text("utf-8")
    assert "chưa thẩm định (đã thay đổi từ lần thẩm định trước)" in page
    assert "<del>25</del>" in page
    assert "<ins>24</ins>" in page


def test_writing_over_the_old_law_makes_old_scenarios_fail(tmp_path):
    copy = Copy(tmp_path)
    copy.edit("rules/nd-52-2018/dieu-5.yaml", lambda text: text.replace("at_least_percent: 20", "at_least_percent: 25"))
    run = copy.run("scenarios", str(copy.package / "features" / "dieu-5"))
    assert run.returncode == 1
    assert "✗ Đúng 20 % là đạt" in run.stdout

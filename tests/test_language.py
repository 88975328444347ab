"""What click says by itself, in Vietnamese unless English is asked for."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
import polib
import pytest
from click.testing import CliRunner

from langnghe.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE: Final = Path(__file__).parent.parent / "engine" / "words" / "locale" / "vi" / "LC_MESSAGES" / "langnghe.po"
# Said of how a command was written, or in prompts and types that no command here has.
TO_PROGRAMMERS: Final = {
    "Invalid start character for option ({option})",
    "Choice({choices})",
    "{value!r} is not a valid UUID.",
}


def ran(*arguments: str) -> Any:
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["asses"], "Lỗi: Không có lệnh 'asses'. Có phải muốn viết: 'assess'?"),
        (["assess", "--formt", "x"], "Lỗi: Không có tùy chọn '--formt'. Có phải muốn viết: '--format'?"),
        (["assess"], "Lỗi: Thiếu tham số 'PATH…'."),
        (["assess", "x", "--format", "yaml"], "'yaml' không thuộc 'text', 'json', 'html', 'docx'."),
        (["assess", "x", "--on", "2024-13-01"], "'2024-13-01' không phải là một ngày"),
        (["review", "x", "--columns", "không-có.yaml"], "'không-có.yaml': không có tệp hay thư mục này."),
    ],
)
def test_a_wrong_call_is_told_in_vietnamese(arguments: list[str], said: str) -> None:
    result = ran(*arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert "Cách gọi:" in result.output
    assert "Usage" not in result.output


@pytest.mark.parametrize("english", [["--lang", "en"], ["--lang=en"]])
def test_a_wrong_call_that_asks_for_english_is_told_in_english(english: list[str]) -> None:
    result = ran("assess", "x", "--bad", *english)
    assert result.exit_code == 2
    assert "No such option" in result.output
    assert "Lỗi" not in result.output


def test_the_help_has_vietnamese_headings() -> None:
    said = ran("--help").output
    assert all(heading in said for heading in ("Cách gọi: ", "Tùy chọn:", "Lệnh:"))


def test_the_compiled_catalogue_is_made_of_its_source() -> None:
    source, compiled = polib.pofile(str(SOURCE)), polib.mofile(str(SOURCE.with_suffix(".mo")))
    assert {(each.msgid, each.msgstr, str(each.msgstr_plural)) for each in source} == {
        (each.msgid, each.msgstr, str(each.msgstr_plural)) for each in compiled
    }


def sayings_of_click() -> Iterator[str]:
    """The messages in click's own source that go through gettext, singular forms."""
    for name in ("exceptions", "parser", "types", "formatting"):
        tree = ast.parse((Path(click.__file__).parent / f"{name}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
                message = node.args[0]
                if isinstance(message, ast.Constant):
                    yield str(message.value)


def test_all_that_click_says_to_users_is_translated() -> None:
    known = {each.msgid for each in polib.pofile(str(SOURCE)) if each.translated()}
    assert set(sayings_of_click()) - TO_PROGRAMMERS <= known

"""What the README shows is what the command prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from langnghe.cli import main

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.vi.md")


@pytest.mark.parametrize("name", READMES)
def test_every_line_of_a_run_shown_is_printed_in_that_order(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = re.findall(r"```console\n\$ langnghe (.*)\n((?s:.*?))```", (ROOT / name).read_text(encoding="utf-8"))
    assert shown
    for command, block in shown:
        printed = CliRunner().invoke(main, shlex.split(command)).stdout
        at = 0
        for line in block.splitlines():
            if line.strip() != "…":
                at = printed.find(line, at)
                assert at >= 0, line
                at += len(line)


@pytest.mark.parametrize("name", READMES)
def test_every_file_linked_exists(name: str) -> None:
    links = re.findall(r"\]\(((?!http)[^)]+)\)", (ROOT / name).read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []

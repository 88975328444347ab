"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from langnghe.engine.writing.files import whole, write_atomically

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_takes_the_place_of_the_one_before_it(tmp_path: Path) -> None:
    for content in (b"before", b"after"):
        write_atomically(tmp_path / "a", content)
        assert (tmp_path / "a").read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_a_file_that_was_not_finished_leaves_the_one_before_it_and_nothing_else(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"before")

    def broken() -> None:
        with whole(tmp_path / "a") as temporary:
            temporary.write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert (tmp_path / "a").read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_a_name_may_be_as_long_as_the_system_takes(tmp_path: Path) -> None:
    name = "ệ" * 84 + "ab"  # 254 bytes of 255
    write_atomically(tmp_path / name, b"x")
    assert (tmp_path / name).read_bytes() == b"x"


@pytest.mark.skipif(os.name != "posix", reason="modes of files are of Unix")
def test_a_file_has_the_mode_of_any_new_file_and_nobody_elses_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mask of new files is the whole process's: set for a moment, other threads' files come out with it."""
    (tmp_path / "new").touch()
    monkeypatch.setattr("os.umask", lambda _mask: pytest.fail("the process's mask was set"))
    write_atomically(tmp_path / "a", b"x")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == stat.S_IMODE((tmp_path / "new").stat().st_mode)

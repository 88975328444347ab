"""Writers killed with ``kill -9``, several at once, anywhere: what was acknowledged is there, and the log goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from recorded import checked, results

from langnghe.engine.records import Log

WRITERS: Final = Path(__file__).with_name("record_writers.py")
KILLS: Final = 3  # six rounds of three writers for each

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the writers are forked, which Windows cannot")


def run(*arguments: object) -> list[tuple[str, int, str]]:
    """What was acknowledged: where, the entry's number and hash."""
    done = subprocess.run(
        [sys.executable, WRITERS, *map(str, arguments)], capture_output=True, check=True, text=True, timeout=600
    )
    return [(where, int(sequence), digest) for where, sequence, digest in map(str.split, done.stdout.splitlines())]


def test_writers_killed_at_random_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    rounds = 6 * KILLS
    acknowledged = run("at-random", path, 3, rounds, 6)
    assert len({where for where, *_ in acknowledged}) > 1  # of a busy machine, few rounds get something done

    Log(path).append(results()[0])  # mends what the last round left
    kept = [(entry.sequence, entry.hash) for entry in Log(path).entries()]
    assert [sequence for sequence, _ in kept] == list(range(1, len(kept) + 1))
    assert {(sequence, digest) for _, sequence, digest in acknowledged} <= set(kept)
    assert len(set(kept)) - 1 - len(acknowledged) <= 3 * rounds  # each writer had at most one on its way
    assert list(Log(path).verify()) == []


@pytest.mark.parametrize("torn", [b"", b'{"format":"langn'], ids=["whole", "torn"])
def test_a_writer_killed_before_any_line_of_its_code_loses_nothing(tmp_path: Path, torn: bytes) -> None:
    base, folder = tmp_path / "base.jsonl", tmp_path / "killed"
    for result in results()[:2]:
        Log(base).append(result)
    before = base.read_bytes()
    base.write_bytes(before + torn)
    folder.mkdir()
    acknowledged = {where: (sequence, digest) for where, sequence, digest in run("at-every-line", base, folder)}
    logs = sorted(folder.glob("*.jsonl"), key=lambda each: int(each.stem))
    assert len(logs) > 50

    left = set()
    for path in logs:
        killed = path.read_bytes()
        assert killed.startswith(before)
        left.add(killed.removeprefix(before).count(b"\n"))
        expected = acknowledged.get(path.stem)
        assert expected is None or expected == (3, Log(path).head().hash)
        Log(path).append(results()[0])
        assert path.read_bytes().startswith(before)
        assert checked(path.read_bytes())[1] == []
    assert left == {0, 1}  # some were killed before the entry was written, some after
    assert str(len(logs)) in acknowledged  # the last writer was not killed

"""The guard that hostile input is read behind sees what no reader may do."""

from __future__ import annotations

import guard
import pytest
from guard import Guarded, Outcome


def outcome(name: str) -> Outcome:
    with Guarded(f"misbehaving:{name}") as guarded:
        return guarded.read(b"x")


def test_a_reader_that_keeps_within_its_folder_and_tells_its_problems_is_left_alone():
    assert outcome("good").fate == "refused"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("works", "took more than 2 s"),
        ("fills_the_memory", "MemoryError"),
        ("raises", "KeyError: 'x'"),
        ("ends", "ended by itself with 3"),
        ("aborts", "aborted"),
        ("writes_beside", "open "),
        ("climbs_out", "open "),
        ("removes", "os.remove /tmp/langnghe-no-such-file"),
        ("reads_elsewhere", "open /etc/passwd"),
        ("connects", "socket.connect"),
        ("starts_a_program", "subprocess.Popen"),
        ("prints", "printed 'x"),
        ("tells_nothing", "AssertionError"),
    ],
)
def test_what_no_reader_may_do_is_seen(name, why):
    seen = outcome(name)
    assert seen.fate == "failed"
    assert why in seen.why


def test_a_reader_that_waits_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(guard, "PATIENCE", 0.5)
    assert "still waiting" in outcome("waits").why


def test_after_an_input_that_killed_the_reader_the_next_is_read():
    with Guarded("misbehaving:ends") as guarded:
        assert guarded.read(b"x").fate == "failed"
        assert guarded.read(b"").fate == "read"


def test_failures_in_one_place_are_one_finding():
    one = (
        'Traceback (most recent call last):\n  File "/a/engine/x.py", line 3, in f\n  File "/lib/y.py", line 9, in g\n'
    )
    assert Outcome("failed", one + "KeyError: 'a'").where == Outcome("failed", one + "KeyError: 'b'").where
    assert Outcome("failed", one + "KeyError: 'a'").where != Outcome("failed", one + "ValueError: 'a'").where

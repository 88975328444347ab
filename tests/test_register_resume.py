"""A review that was killed goes on where it stopped; its output is an undisturbed run's, byte for byte."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import openpyxl
import pytest
from registers import GOOD, HEADINGS, a_long_register, reviewed, written

from langnghe.engine.register import review
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.register.journal import Journal
from langnghe.engine.register.mapping import mapping
from langnghe.engine.register.review import review_register

if TYPE_CHECKING:
    from collections.abc import Callable

KILLS: Final = 10

# A program of its own, so that it can be killed; small batches, so that there is a middle to be killed in.
RUN: Final = """
import sys
from datetime import date
from pathlib import Path
from langnghe.engine.register.mapping import mapping
from langnghe.engine.register.review import review_register

def said(done, length):
    print("batch", flush=True)

account = review_register(
    Path(sys.argv[1]), Path(sys.argv[2]), on=date(2024, 11, 14), mapping=mapping(), batch=100, progress=said
)
print(account.read, account.reviewed, account.rejected, account.resumed_at, flush=True)
"""


def started(path: Path, out: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", RUN, str(path), str(out)], stdout=subprocess.PIPE, text=True)


def killed_in_the_middle(run: subprocess.Popen[str], source: random.Random) -> None:
    """Let a run finish a few batches, then kill it at whatever it is doing at a random moment of the next ones."""
    assert run.stdout is not None
    begun = time.monotonic()
    for _ in range(source.randint(1, 4)):  # the first line only tells where it goes on
        assert run.stdout.readline() == "batch\n"
        begun, taken = time.monotonic(), time.monotonic() - begun
    time.sleep(source.uniform(0, min(taken, 0.1)))
    run.send_signal(signal.SIGKILL)
    rest = run.communicate()[0]
    assert run.returncode == -signal.SIGKILL  # it had not ended by itself
    assert set(rest.splitlines()) <= {"batch"}


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
def test_a_run_killed_ten_times_goes_on_without_loss_or_repetition(tmp_path: Path, ending: str) -> None:
    """kill -9 at random moments; the finished output is an undisturbed run's, byte for byte."""
    path = a_long_register(tmp_path, 12_000)
    calm, out = tmp_path / f"calm{ending}", tmp_path / f"killed{ending}"
    said = started(path, calm).communicate()[0].splitlines()
    source = random.Random()
    finished = []
    for _ in range(KILLS):
        killed_in_the_middle(started(path, out), source)
        assert not out.exists()
        finished.append(len(list(tmp_path.glob("killed*.parts/0*.json"))))
    assert finished == sorted(finished)
    last = started(path, out).communicate()[0].splitlines()
    assert last[-1].split()[:3] == said[-1].split()[:3]
    read, reviewed_, rejected, resumed_at = map(int, last[-1].split())
    assert read == reviewed_ + rejected == 12_000
    assert resumed_at == finished[-1] * 100
    assert 0 < resumed_at < 12_000
    for end in (ending, ".rejects.csv", ".summary.json"):
        assert calm.with_name(f"calm{end}").read_bytes() == out.with_name(f"killed{end}").read_bytes()
    assert list(tmp_path.glob("*.parts")) == []


class Stopped(Exception):  # noqa: N818  it is no error
    pass


def stopped_after(batches: int) -> Callable[[int, int | None], None]:
    """A listener that ends a run when so many batches are finished."""
    left = [batches + 1]  # it is told where the run begins, too

    def stop(_done: int, _length: int | None) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise Stopped

    return stop


def same_as_calm(tmp_path: Path, path: Path, ending: str) -> None:
    reviewed(path, tmp_path / f"calm{ending}", batch=200)
    for end in (ending, ".rejects.csv", ".summary.json"):
        assert (tmp_path / f"calm{end}").read_bytes() == (tmp_path / f"o{end}").read_bytes()
    assert list(tmp_path.glob("*.parts")) == []


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".ndjson"])
def test_what_a_killed_run_wrote_of_an_unfinished_batch_is_cut_off(tmp_path: Path, ending: str) -> None:
    path = a_long_register(tmp_path, 2_000)
    with pytest.raises(Stopped):
        reviewed(path, tmp_path / f"o{ending}", batch=200, progress=stopped_after(3))
    with (tmp_path / f"o{ending}.parts" / "rows").open("ab") as rows:
        rows.write(b"half a bat")
    assert reviewed(path, tmp_path / f"o{ending}", batch=200).resumed_at == 600
    same_as_calm(tmp_path, path, ending)


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
def test_rows_that_were_lost_are_made_again(tmp_path: Path, ending: str) -> None:
    path = a_long_register(tmp_path, 2_000)
    with pytest.raises(Stopped):
        reviewed(path, tmp_path / f"o{ending}", batch=200, progress=stopped_after(3))
    os.truncate(tmp_path / f"o{ending}.parts" / "rows", 10)
    assert reviewed(path, tmp_path / f"o{ending}", batch=200).resumed_at == 0
    same_as_calm(tmp_path, path, ending)


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".xlsx"])
@pytest.mark.parametrize("step", ["write_atomically", "replace", "remove"])
def test_a_run_killed_while_it_finishes_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, step: str
) -> None:
    """Whatever the end is interrupted at, the next run gives what an undisturbed one gives."""
    path = a_long_register(tmp_path, 1_000)

    def killed(*_: Any) -> None:
        raise Stopped

    owner = {"write_atomically": review, "replace": Path, "remove": Journal}[step]
    with monkeypatch.context() as patched:
        patched.setattr(owner, step, killed)
        with pytest.raises(Stopped):
            reviewed(path, tmp_path / f"o{ending}", batch=200)
    account = reviewed(path, tmp_path / f"o{ending}", batch=200)
    assert account.read == 1_000
    if ending == ".xlsx":  # it carries the time it was written
        assert sheet_rows(tmp_path / "o.xlsx") == account.reviewed
    else:
        same_as_calm(tmp_path, path, ending)


def sheet_rows(path: Path) -> int:
    return openpyxl.load_workbook(path).active.max_row - 1


def test_a_run_stopped_in_the_middle_is_taken_up_where_it_stopped(tmp_path: Path) -> None:
    """The first thousand rows are not read again as long as register, day, rules and mapping are the same."""
    path = a_long_register(tmp_path, 2_000)

    with pytest.raises(Stopped):
        reviewed(path, tmp_path / "o.csv", batch=200, progress=stopped_after(5))
    assert not (tmp_path / "o.csv").exists()
    account = reviewed(path, tmp_path / "o.csv", batch=200)
    assert (account.read, account.resumed_at) == (2_000, 1_000)


def test_parts_of_another_day_are_not_taken_up(tmp_path: Path) -> None:
    path = a_long_register(tmp_path, 600)

    with pytest.raises(Stopped):
        review_register(
            path, tmp_path / "o.csv", on=date(2020, 1, 1), mapping=mapping(), batch=200, progress=stopped_after(1)
        )
    assert reviewed(path, tmp_path / "o.csv", batch=200).resumed_at == 0


def test_two_runs_at_once_do_not_write_the_same_output(tmp_path: Path) -> None:
    path = a_long_register(tmp_path, 12_000)
    run = started(path, tmp_path / "o.csv")
    assert run.stdout is not None
    assert run.stdout.readline() == "batch\n"
    with pytest.raises(InvalidRegister) as caught:
        reviewed(path, tmp_path / "o.csv", batch=100)
    assert [problem.code for problem in caught.value.problems] == ["register_running"]
    assert run.communicate()[0].splitlines()[-1].startswith("12000 ")


def test_a_register_is_never_overwritten_by_what_stands_beside_the_output(tmp_path: Path) -> None:
    """Rejects that were mended are a register, whose rejects may not take its place."""
    path = a_long_register(tmp_path, 20).rename(tmp_path / "o.rejects.csv")
    before = path.read_bytes()
    with pytest.raises(InvalidRegister) as caught:
        reviewed(path, tmp_path / "o.csv")
    assert [problem.code for problem in caught.value.problems] == ["register_out_in"]
    assert path.read_bytes() == before


def test_a_run_that_cannot_succeed_leaves_nothing_behind(tmp_path: Path) -> None:
    path = written(tmp_path / "r.csv", [(*HEADINGS, "review.outcome"), (*GOOD, "keep")])
    with pytest.raises(InvalidRegister) as caught:
        reviewed(path, tmp_path / "o.csv")
    assert caught.value.source == str(path)
    assert [each.name for each in tmp_path.iterdir()] == ["r.csv"]

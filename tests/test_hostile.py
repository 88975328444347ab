"""Hostile input: no traceback, no hang, no memory past 1 GB, no file touched outside the folder, whatever comes in.

Every input goes to a reader behind the guard of ``proofs/guard.py``. ``corpus/`` holds what once made a reader fail;
``hostile.py`` makes what is too large for files; the rest are valid inputs with a few changes. ``make fuzz`` goes on
for as long as it is told to.
"""

from __future__ import annotations

import atexit
import json
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Final

import fuzz
import pytest
from guard import Guarded, Outcome
from hostile import HOSTILE
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from mutate import mutated
from readers import CORPUS, PENDING, READERS

if TYPE_CHECKING:
    from pathlib import Path

INPUTS: Final = sorted(path for path in CORPUS.glob("*/*") if path.is_file())


@cache
def guarded(reader: str) -> Guarded:
    """One process a reader, for as long as the tests run."""
    one = Guarded(reader)
    atexit.register(one.__exit__)
    return one


@cache
def seeds(reader: str) -> list[bytes]:
    return READERS[reader].seeds()


def holds(outcome: Outcome, reader: str, name: str) -> None:
    """An input that is known to fail must be told of as soon as it no longer does."""
    if name in PENDING.get(reader, {}):
        assert outcome.fate == "failed", "mended: take it out of corpus/pending.yaml"
        pytest.xfail(PENDING[reader][name])
    assert outcome.fate in {"read", "refused"}, outcome.why


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_once_made_a_reader_fail_no_longer_does(path: Path):
    holds(guarded(path.parent.name).read(path.read_bytes()), path.parent.name, path.name)


@pytest.mark.parametrize(("reader", "name"), [(reader, name) for reader, made in HOSTILE.items() for name in made])
def test_too_much_of_anything_is_read_or_refused_in_time(reader, name):
    holds(guarded(reader).read(HOSTILE[reader][name]()), reader, name)


@pytest.mark.parametrize("reader", READERS)
def test_what_the_seeds_are_is_read(reader):
    """Else the fuzzers would begin from what is refused at the door."""
    outcomes = [guarded(reader).read(seed) for seed in seeds(reader)[:8]]
    assert [each.why for each in outcomes if each.fate != "read"] == []


@pytest.mark.parametrize("reader", READERS)
@settings(max_examples=20, derandomize=True, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(number=st.integers(0, 2**32))
def test_a_valid_input_with_a_few_changes_is_read_or_refused(reader, number):
    random = Random(number)
    data = mutated(random.choice(seeds(reader)), random)
    outcome = guarded(reader).read(data)
    if outcome.fate == "failed" and "the like" in PENDING.get(reader, {}):
        return
    assert outcome.fate in {"read", "refused"}, outcome.why


def test_every_input_kept_is_of_a_reader_and_every_pending_one_is_there():
    assert {path.parent.name for path in INPUTS} <= set(READERS)
    known = {(path.parent.name, path.name) for path in INPUTS}
    known |= {(reader, name) for reader, made in HOSTILE.items() for name in made}
    known |= {(reader, "the like") for reader in READERS}
    assert {(reader, name) for reader, names in PENDING.items() for name in names} <= known


@pytest.mark.parametrize(
    "data",
    [b'{"a": "\\ud800", "b": "\xff"}', b'a: "\xed\xa0\x80\xff"', b"\xff,\xed\xb3\xbf\n"],
    ids=["json", "yaml", "csv"],
)
def test_what_was_changed_can_be_changed_again(data):
    """Fuzzers change what grew: halves of characters stand there beside bytes that were no text."""
    for number in range(500):
        random, changed = Random(number), data
        for _ in range(6):
            changed = mutated(changed, random)[:1_000]


def test_a_fuzzer_that_ends_early_and_no_input_did_it_is_told_of(tmp_path, monkeypatch):
    def ended(reader, _seconds, _seed, found):
        told = {"tried": {"read": 1}, "seconds": 1, "slowest": 0.1, "engine": "mutation"}
        (found / "told.json").write_text(json.dumps(told), "utf-8")
        (tmp_path / f"{reader}.log").write_text("UnicodeEncodeError", "utf-8")
        return 77

    monkeypatch.setattr(fuzz, "FOLDER", tmp_path)
    monkeypatch.setattr(fuzz, "_run", ended)
    with pytest.raises(RuntimeError, match="UnicodeEncodeError"):
        fuzz.fuzzed("dossier-json", 20)


def test_a_change_of_an_input_depends_on_its_seed_alone():
    for reader in READERS:
        one, other = (mutated(seeds(reader)[0], Random(7)) for _ in range(2))
        assert one == other

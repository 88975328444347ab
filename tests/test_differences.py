"""Dossiers on which opinions once differed (kept by ``make sweep``): asked again ever after."""

from __future__ import annotations

import json

import pytest
import sweep
from strategies import random_dossiers

from langnghe.engine.values import Verdict

DIFFERENCES = sorted(sweep.DIFFERENCES.glob("*.json"))


@pytest.mark.parametrize("path", DIFFERENCES, ids=lambda path: path.stem)
def test_opinions_agree_where_they_once_differed(path):
    tree = json.loads(path.read_text(encoding="utf-8"))["dossier"]
    assert sweep.swept_over([tree]).differences == ()


def test_a_sweep_finds_no_difference():
    swept = sweep.batch(seed=7, number=300)
    assert swept.dossiers == 300
    assert swept.questions > 600
    assert swept.differences == ()


def test_a_wrong_verdict_of_the_evaluators_is_a_difference(monkeypatch):
    """The contract written out by hand does not know of the mistake."""
    honest = sweep.oracle.title
    monkeypatch.setattr(sweep.oracle, "title", lambda *args: {True: False, False: None, None: True}[honest(*args)])
    assert len(sweep.batch(seed=7, number=5).differences) == 5


def test_a_wrong_verdict_of_the_columns_is_a_difference(monkeypatch):
    monkeypatch.setitem(sweep.AS_BOOLEAN, Verdict.UNDETERMINED, False)
    differences = sweep.batch(seed=7, number=20).differences
    assert differences
    assert all("columns" in difference for difference, _ in differences)


def test_a_difference_is_kept_with_the_dossier_that_shows_it(monkeypatch, tmp_path):
    monkeypatch.setattr(sweep, "DIFFERENCES", tmp_path / "differences")
    tree = next(random_dossiers(seed=1, number=1))
    path = sweep.keep("households: one says met, one not", tree)
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "difference": "households: one says met, one not",
        "dossier": tree,
    }

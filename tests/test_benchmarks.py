"""The benchmarks compare like with like: every way answers alike, and one that does not is never timed.

Peers are installed with the group `bench`; where one is missing its test is skipped by name. `make peers` installs all.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
from datetime import date, timedelta
from pathlib import Path

import growth
import measured
import plain
import pytest
import report
from hypothesis import given
from hypothesis import strategies as st
from one_dossier import PEERS, agreed, peers
from peers.contender import Contender
from strategies import dossiers
from timing import Way, in_turn, spread

import langnghe
from langnghe.engine.dates import half_steps

ROOT = Path(__file__).resolve().parent.parent
NEEDS = {
    "zen": "zen",
    "cel": "cel",
    "json_logic": "json_logic",
    "clips": "clips",
    "rule_engine": "rule_engine",
    "rego": "regopy",
}


def installed(module: str) -> pytest.MarkDecorator:
    missing = importlib.util.find_spec(module) is None
    return pytest.mark.skipif(missing, reason=f"{module} is not installed; make peers installs the group bench")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=installed(NEEDS[name]) if name in NEEDS else ()) for name in PEERS]
)
def test_a_peer_answers_as_langnghe_does(name):
    asked = agreed(peers((name,)), measured.villages() + measured.made_up(150, seed=7))
    assert asked > 500


def test_a_peer_that_differs_is_not_timed():
    stubborn = Contender("always yes", "", lambda _: "eligible")
    with pytest.raises(measured.DifferentAnswerError, match="always yes says eligible, langnghe"):
        agreed([stubborn], measured.villages())


@given(dossiers())
def test_the_hand_written_floor_decides_as_langnghe_does(tree):
    dossier = langnghe.Dossier.model_validate(tree)
    for _, title in measured.questions([dossier]):
        assessment = langnghe.assess(dossier, title=title)
        assert plain.decide(dossier, title) == (assessment.outcome, assessment.recommendation)


@given(st.dates(min_value=date(1400, 1, 1)), st.dates(min_value=date(1400, 1, 1)))
def test_peers_are_given_the_same_ages_as_the_engine_measures(since, day):
    assert measured.half_steps(since, day) == half_steps(since, day)


def test_peers_are_asked_about_every_kind_of_outcome():
    outcomes = {
        langnghe.assess(dossier, title=title).outcome for dossier, title in measured.questions(measured.made_up(100))
    }
    assert outcomes == {"eligible", "not_eligible", "undetermined"}


@pytest.mark.parametrize("number", [1, 10, 65, 1000])
def test_made_up_rules_are_as_many_as_asked_for(number):
    rules = growth.made_up(number)
    assert len({rule["id"] for rule in rules}) == number
    referred = set(re.findall(r"synthetic\.n\d+", json.dumps([rule["requires"] for rule in rules])))
    assert referred == {rule["id"] for rule in rules[:-1]}  # all hang below the last one


def test_a_title_rests_on_every_made_up_rule(tmp_path):
    rulebook = growth.with_rules(10, tmp_path)
    village = langnghe.Dossier.model_validate(growth.VILLAGE | {"title": "craft_village"})
    told = langnghe.assess(village, rulebook=rulebook).model_dump_json()
    assert set(re.findall(r"synthetic\.n\d+", told)) == {f"synthetic.n{index}" for index in range(10)}
    assert "synthetic" not in langnghe.assess(village).model_dump_json()


def test_growth_is_fitted_to_small_numbers_as_well_as_to_large_ones():
    numbers = [1, 10, 100, 1000]
    line = growth.fitted(numbers, [5 + 2 * number for number in numbers])
    assert (line["intercept"], line["slope"]) == (pytest.approx(5), pytest.approx(2))
    square = growth.fitted(numbers, [number**2 for number in numbers])
    assert square["exponent"] == pytest.approx(2)


def test_ratios_are_those_of_one_round():
    def busy(turns: int) -> int:
        return sum(range(turns))

    timed = in_turn({"one": Way(busy, [1000]), "ten": Way(busy, [10_000])}, "one", rounds=5)
    assert timed["one"].ratio == 1
    assert 3 < timed["ten"].best_ratio < 30


def test_the_spread_leaves_out_a_tenth_on_each_side():
    assert spread(list(range(11))) == (1, 5, 9)


@installed("openfisca_core")
@installed("numpy")
def test_openfisca_reviews_a_register_as_the_hand_written_query_does(tmp_path):
    from columns import differences
    from columns_by_hand import DAY, by_hand
    from columns_register import register

    openfisca = importlib.import_module("peers.openfisca_columns")
    path, mine, theirs = (tmp_path / name for name in ("register.parquet", "hand.parquet", "openfisca.parquet"))
    register(path, 5_000)
    by_hand(path, mine)
    openfisca.by_openfisca(path, theirs, DAY)
    assert differences(theirs, mine, same_form=False) == 0
    openfisca.by_openfisca(path, theirs, DAY - timedelta(days=2000))
    assert differences(theirs, mine, same_form=False) > 0  # the comparison sees a difference where there is one


def test_the_page_shows_the_results_that_are_kept_with_it():
    results = json.loads(report.PUBLISHED.read_text("utf-8"))
    assert report.page(results, "hinh") == report.PAGE.read_text("utf-8"), "python benchmarks/report.py --again"
    for picture in re.findall(r"\]\((hinh/[^)]+)\)", report.PAGE.read_text("utf-8")):
        assert (report.PAGE.parent / picture).exists()

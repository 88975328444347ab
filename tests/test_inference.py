"""durable-rules, driven directly: its states are used again, and what goes wrong in one never reaches the next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import durable_rules_engine as durable
import pytest
from strategies import random_dossiers

from langnghe.engine.dossier import Dossier
from langnghe.engine.facts import measure
from langnghe.engine.inference import Inference, InferenceError
from langnghe.engine.law.rulebook import installed
from langnghe.engine.network import assessment_network
from langnghe.engine.reference import Reference

if TYPE_CHECKING:
    from langnghe.engine.facts import Facts
    from langnghe.engine.network import Network

TITLE = "traditional_craft_village"


def cases(number: int) -> list[Facts]:
    dossiers = [Dossier.model_validate(tree) for tree in random_dossiers(seed=20261128, number=number)]
    return [measure(dossier, dossier.proposed_on) for dossier in dossiers]


def network() -> Network:
    return assessment_network(installed().law_on(cases(1)[0].day), TITLE)


@pytest.fixture
def inference(request: pytest.FixtureRequest) -> Inference:
    return Inference(f"{request.node.name}_{id(request)}", network())


def test_one_state_serves_every_evaluation_of_a_thread(inference: Inference) -> None:
    reference = Reference(network())
    for facts in cases(300):
        assert inference.evaluate(facts) == reference.evaluate(facts)
    assert inference._empty == ["1"]


def test_a_state_that_is_given_back_holds_no_fact(inference: Inference) -> None:
    for facts in cases(20):
        inference.evaluate(facts)
        for _, handle in inference._strata:
            assert json.loads(durable.get_facts(handle, "1")) == []


@pytest.mark.parametrize(
    ("mistake", "raised"),
    [
        ("%d" * 100, TypeError),  # more numbers than there are
        ('{"sid":"%s","id":', InferenceError),  # no JSON
    ],
)
def test_what_goes_wrong_in_a_state_does_not_reach_the_next_evaluation(
    inference: Inference, monkeypatch: pytest.MonkeyPatch, mistake: str, raised: type[Exception]
) -> None:
    facts, others = cases(1)[0], cases(40)
    wanted = [Inference("undisturbed", network()).evaluate(each) for each in others]
    with monkeypatch.context() as patched:
        stratum, _ = inference._strata[0]  # where no rule has fired yet
        fill: Any = stratum.assertion if raised is TypeError else ""
        patched.setattr(stratum, "assertion", fill + mistake)
        if raised is InferenceError:
            patched.setattr(stratum, "numbers", lambda *_: [])
        with pytest.raises(raised):
            inference.evaluate(facts)
    assert inference._empty == []  # the state is gone, with the facts that were left in it
    assert [inference.evaluate(each) for each in others] == wanted

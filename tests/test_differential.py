"""Three opinions on many made-up dossiers: durable-rules, the reference fold, and the contract written out by hand."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import oracle
import pytest
from hypothesis import given, settings
from strategies import TITLES, dossiers, random_dossiers

import langnghe
from langnghe.engine.dossier import Dossier
from langnghe.engine.evaluation import InternalDisagreement, evaluator
from langnghe.engine.facts import measure
from langnghe.engine.inference import Inference
from langnghe.engine.law.rulebook import installed
from langnghe.engine.network import assessment_network, review_network
from langnghe.engine.reference import Reference
from langnghe.engine.values import Verdict

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.network import Verdicts

BATCHES: Final = 21
A_BATCH: Final = 1_000
NETWORKS: Final = {"assess": assessment_network, "review": review_network}
REVIEW_ROWS: Final = ("remedy", "propose_revocation", "keep", "undetermined")
ADVICE_ROWS: Final = ("request_documents", "recommend_recognition", "recommend_refusal", "request_evidence")


@cache
def both_evaluators(law: Any, question: str, title: str) -> tuple[Inference, Reference]:
    network = NETWORKS[question](law, title)
    return Inference(f"differential_{question}_{title}_{id(law)}", network), Reference(network)


def agreed(dossier: Dossier, question: str, title: str, day: date, held: Any = None) -> Verdicts:
    """The verdicts of both evaluators, which must be the same."""
    inference, reference = both_evaluators(installed().law_on(day), question, title)
    facts = measure(dossier, day, held)
    inferred, folded = inference.evaluate(facts), reference.evaluate(facts)
    assert inferred.village == folded.village
    assert inferred.crafts == folded.crafts
    return folded


def first_met(verdicts: Verdicts, table: str, rows: tuple[str, ...]) -> str:
    return next(row for row in rows if verdicts.village[f"{table}.{row}"] is Verdict.MET)


def compare_with_the_contract(tree: dict[str, Any]) -> int:
    """Ask for every title, assess and review; gives how many questions were compared."""
    dossier = Dossier.model_validate(tree)
    day = dossier.proposed_on
    that_day = oracle.day_of(day.isoformat())
    wanted = {name: oracle.NAMES[verdict] for name, verdict in oracle.village(tree, that_day).items()}
    crafts = [oracle.craft(each, that_day) for each in tree.get("crafts") or ()]
    asked = 0

    def check_criteria(verdicts: Verdicts) -> None:
        for name, verdict in wanted.items():
            assert verdicts.village.get(name, verdict) == verdict, name
        for found, expected in zip(verdicts.crafts, crafts, strict=True):
            for name, verdict in expected.items():
                assert found.get(name, oracle.NAMES[verdict]) == oracle.NAMES[verdict], name

    for title in TITLES:
        if title == "traditional_craft" and len(crafts) != 1:
            continue  # such a title is about one craft
        verdicts = agreed(dossier, "assess", title, day)
        check_criteria(verdicts)
        verdict, papers = oracle.title(title, tree, that_day), oracle.complete(title, tree, that_day)
        assert verdicts.village[title] == oracle.NAMES[verdict]
        assert verdicts.village["documents"] == oracle.NAMES[papers]
        assert first_met(verdicts, "recommendation", ADVICE_ROWS) == oracle.recommendation(verdict, papers=papers)
        asked += 1
    for held, known in zip(dossier.titles_held or (), tree.get("titles_held") or (), strict=True):
        verdicts = agreed(dossier, "review", held.title, day, held)
        check_criteria(verdicts)
        assert first_met(verdicts, "review", REVIEW_ROWS) == oracle.review(known, tree, that_day)
        asked += 1
    return asked


@pytest.mark.parametrize("batch", range(BATCHES))
def test_three_opinions_agree_on_twenty_one_thousand_dossiers(batch):
    """A difference is reported with the dossier that shows it."""
    asked = 0
    for tree in random_dossiers(seed=52_2018 + batch, number=A_BATCH):
        try:
            asked += compare_with_the_contract(tree)
        except AssertionError as difference:
            pytest.fail(f"{difference}\n{tree}", pytrace=False)
    assert asked > 2 * A_BATCH  # most dossiers are asked for three titles, and for those they hold


@settings(max_examples=200, deadline=None)
@given(tree=dossiers())
def test_three_opinions_agree_on_what_hypothesis_finds(tree):
    """Fewer dossiers, but a difference comes back as the smallest dossier that shows it."""
    compare_with_the_contract(tree)


@settings(max_examples=100, deadline=None)
@given(tree=dossiers())
def test_the_whole_way_gives_what_the_contract_says(tree):
    """Assessment and reviews as a portal gets them, not only the evaluators' verdicts."""
    dossier = Dossier.model_validate(tree)
    day = oracle.day_of(tree["proposed_on"])

    assessment = langnghe.assess(dossier)
    reviews = langnghe.review(dossier, on=dossier.proposed_on)

    verdict = oracle.title(tree["title"], tree, day)
    papers = oracle.complete(tree["title"], tree, day)
    assert assessment.outcome == oracle.outcome(verdict)
    assert assessment.documents.status == ("complete" if papers else "incomplete")
    assert assessment.recommendation == oracle.recommendation(verdict, papers=papers)
    assert [review.outcome for review in reviews] == [
        oracle.review(held, tree, day) for held in tree.get("titles_held") or ()
    ]


def test_the_sweep_reaches_every_outcome_and_every_edge():
    """The comparison is worth nothing if the dossiers are all alike."""
    outcomes, reviews, ages = set(), set(), set()
    for tree in random_dossiers(seed=1, number=1_500):
        day = oracle.day_of(tree["proposed_on"])
        for title in TITLES:
            if title != "traditional_craft" or len(tree.get("crafts") or ()) == 1:
                outcomes.add((title, oracle.title(title, tree, day)))
        reviews |= {(held["title"], oracle.review(held, tree, day)) for held in tree.get("titles_held") or ()}
        for each in tree.get("crafts") or ():
            since = oracle.span_of(each.get("practised_since"))
            if since and since[0] == since[1]:
                due = oracle.anniversary(since[0], 50)
                ages.add((day > due) - (day < due))
    assert outcomes == {(title, verdict) for title in TITLES for verdict in (True, False, None)}
    assert reviews == {(title, row) for title in TITLES for row in REVIEW_ROWS}
    assert ages == {-1, 0, 1}


def test_no_verdict_is_given_where_the_two_evaluators_differ(monkeypatch):
    """The caller gets an error that says where, never one of the two opinions."""
    dossier = Dossier.model_validate(next(random_dossiers(seed=3, number=1)) | {"title": "craft_village"})
    asked = evaluator(installed().law_on(dossier.proposed_on), "assess", "craft_village")
    honest = asked._reference.evaluate

    class Mistaken:
        def evaluate(self, facts):
            verdicts = honest(facts)
            verdicts.village["village.households"] = {
                Verdict.MET: Verdict.NOT_MET,
                Verdict.NOT_MET: Verdict.UNDETERMINED,
                Verdict.UNDETERMINED: Verdict.MET,
            }[verdicts.village["village.households"]]
            return verdicts

    monkeypatch.setattr(asked, "_reference", Mistaken())

    with pytest.raises(InternalDisagreement, match=r"village village\.households: .*durable-rules.*reference"):
        langnghe.assess(dossier)

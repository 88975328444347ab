"""The rulebook on columns says of every row what the engine for single dossiers says of it."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import dossiers, random_dossiers

import langnghe
from langnghe.engine.columns.answers import answers
from langnghe.engine.columns.expressions import last_start
from langnghe.engine.columns.layout import flat_frame_of, frame_of
from langnghe.engine.columns.question import question
from langnghe.engine.dossier import Dossier
from langnghe.engine.facts import measure
from langnghe.engine.law.rulebook import installed, load_rulebook
from langnghe.engine.reference import Reference
from langnghe.engine.register.mapping import mapping
from langnghe.engine.register.review import review_register

if TYPE_CHECKING:
    from collections.abc import Iterable

    from langnghe.engine.columns.question import Asked, Question
    from langnghe.engine.facts import Facts
    from langnghe.engine.law.rulebook import Rulebook
    from langnghe.engine.result import Finding

VILLAGES: Final = sorted((Path(__file__).parent.parent / "fixtures" / "villages").glob("*.yaml"))
WORDS: Final = {True: "met", False: "not_met", None: "undetermined"}

# Rows compared here, craft by craft; `make sweep` compares a million.
ROWS: Final = int(os.environ.get("LANGNGHE_SWEEP", "8000"))
A_SEED: Final = 10_000

# The days on both sides of each change of law, and of the anniversaries of 29 February.
DAYS: Final = tuple(
    date.fromisoformat(day)
    for day in ("2014-12-31", "2015-01-01", "2021-12-31", "2022-01-01", "2024-02-29", "2025-06-30", "2025-07-01")
)


def cases_of(dossier: Dossier, day: date) -> list[Facts]:
    """The facts for a recognition, and for the review of each title held."""
    return [measure(dossier, day), *(measure(dossier, day, held) for held in dossier.titles_held or ())]


@cache
def compiled_for(asked: Asked, day: date) -> Question:
    return question(installed().law_on(day), asked, day)


def differences(cases: list[Facts], day: date, rulebook: Rulebook | None = None) -> list[str]:
    """Every node of every network in which the columns and the reference differ."""
    law = (rulebook or installed()).law_on(day)
    facts = frame_of(cases)
    found = []
    for asked in ("assess", "review"):
        compiled = question(law, asked, day)
        reached = compiled.verdicts(facts)
        for title, network in compiled.networks.items():
            reference = Reference(network)
            expected = [reference.evaluate(case) for case in cases]
            for node in network.nodes:
                column = reached[compiled.column(node.id, title)].to_list()
                for index, (verdicts, got) in enumerate(zip(expected, column, strict=True)):
                    if node.subject == "village":
                        same = WORDS[got] == verdicts.village[node.id]
                    else:
                        crafts = None if cases[index].crafts is None else [each[node.id] for each in verdicts.crafts]
                        same = crafts == (None if got is None else [WORDS[each] for each in got])
                    if not same:
                        found.append(f"{day} {asked} {title} {node.id}: {got} for {cases[index]}")
    return found


def by_day(dossiers: Iterable[Dossier]) -> dict[date, list[Facts]]:
    cases: dict[date, list[Facts]] = defaultdict(list)
    for dossier in dossiers:
        cases[dossier.proposed_on] += cases_of(dossier, dossier.proposed_on)
    return cases


def test_columns_agree_with_the_reference_on_made_up_dossiers() -> None:
    """Over every criterion, title, review outcome, note, document and recommendation, craft by craft."""
    rows = 0
    for seed in range(-(-ROWS // A_SEED)):
        trees = random_dossiers(52_2018 + seed, min(A_SEED, ROWS - seed * A_SEED))
        for day, cases in by_day(map(Dossier.model_validate, trees)).items():
            rows += len(cases)
            assert differences(cases, day)[:3] == []
    assert rows >= ROWS


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_columns_agree_with_the_reference_on_real_villages(day: date) -> None:
    """On days on both sides of each change of law."""
    cases = [case for path in VILLAGES for case in cases_of(langnghe.load(path), day)]
    assert len(cases) > len(VILLAGES)  # some hold titles
    assert differences(cases, day) == []


def test_outcomes_agree_with_the_public_review_of_real_villages() -> None:
    """Not only the verdicts below: the outcome itself, and the notes, title by title."""
    day = date(2024, 11, 14)
    held = [(dossier, title) for dossier in map(langnghe.load, VILLAGES) for title in dossier.titles_held or ()]
    facts = frame_of(measure(dossier, day, title) for dossier, title in held)
    titles = pl.Series([title.title for _, title in held])
    found = answers(question(installed().law_on(day), "review", day), facts, titles)["review.outcome"].to_list()
    expected = [
        review.outcome for dossier in map(langnghe.load, VILLAGES) for review in langnghe.review(dossier, on=day)
    ]
    assert found == expected
    assert len(set(found)) > 1


def test_notes_are_those_of_the_public_review_and_of_no_other_title() -> None:
    """A village that lost its craft may be proposed anew as a craft village; that is said of no other title."""
    day = date(2024, 11, 14)
    trees = list(random_dossiers(11, 1_500))
    for tree in trees[::3]:  # some titles of which only the year is known in which the law changed
        tree["titles_held"] = [title | {"decided_on": "2018"} for title in tree.get("titles_held") or ()]
    dossiers = [Dossier.model_validate(tree) for tree in trees]
    held = [(dossier, title) for dossier in dossiers for title in dossier.titles_held or ()]
    facts = frame_of(measure(dossier, day, title) for dossier, title in held)
    titles = pl.Series([title.title for _, title in held])
    law = installed().law_on(day)
    found = answers(question(law, "review", day), facts, titles)
    reviews = [review for dossier in dossiers for review in langnghe.review(dossier, on=day)]
    for note in law.review_notes:
        said = [
            any(each.code == note.code for each in review.warnings)
            if note.kind == "warning"
            else note.message.vi in (review.note or "")
            for review in reviews
        ]
        assert any(said)
        assert found[f"note.{note.code}"].to_list() == said


def test_papers_and_recommendation_agree_with_the_public_assessment() -> None:
    day = date(2024, 11, 14)
    dossiers = [dossier for dossier in map(langnghe.load, VILLAGES) if dossier.title != "traditional_craft"]
    facts = frame_of(measure(dossier, day) for dossier in dossiers)
    found = answers(question(installed().law_on(day), "assess", day), facts, pl.Series([it.title for it in dossiers]))
    expected = [langnghe.assess(dossier, on=day) for dossier in dossiers]
    assert found["assess.outcome"].to_list() == [each.outcome for each in expected]
    assert found["assess.recommendation"].to_list() == [each.recommendation for each in expected]
    assert found["assess.documents"].to_list() == [each.documents.status for each in expected]


def verdicts_of(findings: Iterable[Finding]) -> dict[tuple[str, str], str]:
    """The verdicts of a reasoning tree, by criterion and subject."""
    found: dict[tuple[str, str], str] = {}
    for each in findings:
        found |= {(each.criterion, each.subject): each.verdict, **verdicts_of(each.findings)}
    return found


def told_by_columns(row: dict[str, Any], crafts: int) -> dict[tuple[str, str], str]:
    """The verdicts of a row, by criterion and subject; blank ones are not asked for."""
    found = {}
    for name, value in row.items():
        rule = name.removeprefix("verdict.")
        if name == rule or value is None:
            continue
        if isinstance(value, list):
            assert len(value) == crafts
            found |= {(rule, f"craft:{index}"): verdict for index, verdict in enumerate(value)}
        else:
            found[rule, "craft:0" if rule.startswith("craft.") else "village"] = value
    return found


def rows_of(asked: Asked, day: date, facts: Facts, title: str) -> list[dict[str, Any]]:
    """What the columns say of one case: with crafts in a list and, of a village with at most one, flat."""
    ways = [frame_of([facts])]
    if len(facts.crafts or ()) <= 1:
        ways.append(flat_frame_of([facts]))
    return [answers(compiled_for(asked, day), way, pl.Series([title])).row(0, named=True) for way in ways]


def same_verdicts(findings: Iterable[Finding], row: dict[str, Any], crafts: int) -> bool:
    """Whether the single-dossier engine and the columns say the same of every criterion that the engine tells of."""
    told, found = told_by_columns(row, crafts), verdicts_of(findings)
    return bool(found) and found.items() <= told.items()


@settings(max_examples=100, deadline=None)
@given(tree=dossiers())
def test_columns_assess_as_the_public_assessment_does(tree: dict[str, Any]) -> None:
    """Every finding, the outcome, the papers and the recommendation, on whatever dossier Hypothesis thinks of."""
    dossier = Dossier.model_validate(tree)
    day = dossier.proposed_on
    assessment = langnghe.assess(dossier)
    for row in rows_of("assess", day, measure(dossier, day), dossier.title):
        assert row["assess.outcome"] == assessment.outcome
        assert row["assess.recommendation"] == assessment.recommendation
        assert row["assess.documents"] == assessment.documents.status
        assert same_verdicts(assessment.findings, row, len(dossier.crafts or ()))


@settings(max_examples=100, deadline=None)
@given(tree=dossiers().filter(lambda tree: tree.get("titles_held")), day=st.sampled_from(DAYS))
def test_columns_review_as_the_public_review_does(tree: dict[str, Any], day: date) -> None:
    """Every finding, the outcome and the notes, of each title held."""
    dossier = Dossier.model_validate(tree)
    reviews = langnghe.review(dossier, on=day)
    for held, review in zip(dossier.titles_held or (), reviews, strict=True):
        for row in rows_of("review", day, measure(dossier, day, held), held.title):
            assert row["review.outcome"] == review.outcome
            assert same_verdicts(review.findings, row, len(dossier.crafts or ()))
            for note in compiled_for("review", day).law.review_notes:
                said = (
                    any(each.code == note.code for each in review.warnings)
                    if note.kind == "warning"
                    else note.message.vi in (review.note or "")
                )
                assert row[f"note.{note.code}"] is said


def changed_rules(folder: Path, change: Any) -> Rulebook:
    """A copy of the rules with Điều 5 changed."""
    shutil.copytree(str(files("langnghe").joinpath("rules")), folder, dirs_exist_ok=True)
    article = folder / "nd-52-2018" / "dieu-5.yaml"
    tree = yaml.safe_load(article.read_text("utf-8"))
    change(tree)
    article.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), "utf-8")
    return load_rulebook(folder)


def with_a_new_criterion(tree: dict[str, Any]) -> None:
    """A village of three hundred years or with a compliant treatment plant; written in the rules alone."""
    model = next(rule for rule in tree["rules"] if rule["id"] == "village.stability")
    rule = {key: model[key] for key in ("provision", "name", "required")}
    words = {"vi": "thử", "en": "test"}
    rule |= {"id": "village.old", "reasons": {"met": words, "not_met": words}}
    rule["requires"] = {
        "any": [
            {"elapsed": {"since": "production.stable_since", "more_than_years": 300}},
            {"one_of": {"field": "environment.central_treatment", "values": ["compliant"]}},
        ]
    }
    tree["rules"].append(rule)
    title = next(title for title in tree["titles"] if title["id"] == "craft_village")
    title["requires"]["all"].append({"criterion": "village.old"})


def test_a_new_criterion_in_the_rules_appears_in_the_columns(tmp_path: Path) -> None:
    rulebook = changed_rules(tmp_path, with_a_new_criterion)
    day = date(2024, 11, 14)
    facts = (
        frame_of([])
        .clear(3)
        .with_columns(
            pl.Series("environment.central_treatment", ["compliant", "none", None]),
            pl.Series("production.stable_since.first", [date(2000, 1, 1)] * 3),
            pl.Series("production.stable_since.last", [date(2000, 1, 1)] * 3),
        )
    )
    found = answers(question(rulebook.law_on(day), "review", day), facts, pl.Series(["craft_village"] * 3))
    assert found["verdict.village.old"].to_list() == ["met", "not_met", "undetermined"]
    assert found["review.outcome"].to_list() == ["undetermined", "propose_revocation", "undetermined"]


def with_a_new_craft_criterion(tree: dict[str, Any]) -> None:
    """A craft of five hundred years, asked of every traditional craft; written in the rules alone."""
    model = next(rule for rule in tree["rules"] if rule["id"] == "craft.age")
    words = {"vi": "thử", "en": "test"}
    rule = {key: model[key] for key in ("provision", "name", "required", "subject")}
    rule |= {"id": "craft.ancient", "reasons": {"met": words, "not_met": words}}
    rule["requires"] = {"elapsed": {"since": "crafts.practised_since", "more_than_years": 500}}
    tree["rules"].append(rule)
    whole = next(rule for rule in tree["rules"] if rule["id"] == "craft.traditional")
    whole["requires"]["all"].append({"criterion": "craft.ancient"})


def test_a_new_criterion_in_the_rules_appears_in_a_reviewed_register(tmp_path: Path) -> None:
    """In the output and in the summary of the command, for villages and for crafts, without a line of Python."""

    def both(tree: dict[str, Any]) -> None:
        with_a_new_criterion(tree)
        with_a_new_craft_criterion(tree)

    rulebook = changed_rules(tmp_path / "rules", both)
    pl.DataFrame(
        {
            "place.name": ["A", "B", "C"],
            "titles_held.title": ["craft_village", "traditional_craft", "traditional_craft"],
            "environment.central_treatment": ["none", "none", "none"],
            "production.stable_since": ["2001", "2001", "2001"],
            "crafts.practised_since": [None, "1400", "1900"],
        }
    ).write_csv(tmp_path / "r.csv")
    day = date(2024, 11, 14)
    account = review_register(tmp_path / "r.csv", tmp_path / "o.csv", on=day, mapping=mapping(), rulebook=rulebook)
    found = pl.read_csv(tmp_path / "o.csv")
    assert found["verdict.village.old"].to_list() == ["not_met", None, None]
    assert found["verdict.craft.ancient"].to_list() == [None, "met", "not_met"]
    failing = {(row["title"], row["criterion"]): row.get("not_met", 0) for row in account.summary["criteria"]}
    assert failing["craft_village", "village.old"] == 1
    assert failing["traditional_craft", "craft.ancient"] == 1


def with_days_at_both_ends_of_the_calendar(tree: dict[str, Any]) -> None:
    """A condition may hold a date against any day that the calendar has."""
    rule = next(rule for rule in tree["rules"] if rule["id"] == "village.stability")
    ends = [{"before": {"field": "production.stable_since", "day": day}} for day in (date.min, date.max)]
    rule["requires"] = {"any": [rule["requires"], *ends]}


@pytest.mark.parametrize(
    "change", [with_a_new_criterion, with_a_new_craft_criterion, with_days_at_both_ends_of_the_calendar]
)
def test_a_changed_rulebook_agrees_with_the_reference_too(tmp_path: Path, change: Any) -> None:
    rulebook = changed_rules(tmp_path, change)
    for day, cases in by_day(map(Dossier.model_validate, random_dossiers(7, 300))).items():
        assert differences(cases, day, rulebook) == []


@pytest.mark.parametrize(
    ("day", "years", "strictly", "last"),
    [
        (date(2022, 7, 29), 50, True, date(1972, 7, 28)),  # exactly 50 years is not more than 50
        (date(2022, 7, 29), 2, False, date(2020, 7, 29)),  # the second anniversary passes
        (date(2022, 2, 28), 2, False, date(2020, 2, 28)),  # 29 February 2020 has its anniversary on 1 March
        (date(2022, 3, 1), 2, False, date(2020, 3, 1)),
        (date(2022, 3, 1), 50, True, date(1972, 2, 28)),  # so on 1 March it is exactly 50, and not more
        (date(2022, 3, 2), 50, True, date(1972, 3, 1)),
        (date(40, 1, 1), 50, True, None),  # before the calendar began
    ],
)
def test_the_last_date_that_is_old_enough(day: date, years: int, strictly: bool, last: date | None) -> None:
    assert last_start(day, years, strictly=strictly) == last


def test_a_share_is_counted_in_whole_numbers_and_within_bounds() -> None:
    """194 of 970 is exactly 20 %; what is not known leaves it open, except that none of any number is too few."""
    cases = {
        (194, 194, 970, 970): "met",
        (193, 193, 970, 970): "not_met",
        (194, None, 970, 970): "met",
        (193, None, 970, 970): "undetermined",
        (None, None, 970, 970): "undetermined",
        (0, 0, None, None): "not_met",
        (0, 193, 970, None): "not_met",
        (999_999_999, 999_999_999, 999_999_999, 999_999_999): "met",
    }
    names = (
        "households.participating.low",
        "households.participating.high",
        "households.total.low",
        "households.total.high",
    )
    facts = pl.DataFrame(list(cases), schema=dict.fromkeys(names, pl.Int64), orient="row")
    day = date(2024, 11, 14)
    asked = question(installed().law_on(day), "review", day)
    found = answers(asked, facts, pl.Series(["craft_village"]).new_from_index(0, len(cases)))
    assert found["verdict.village.households"].to_list() == list(cases.values())


def test_a_criterion_that_a_title_does_not_ask_for_is_left_blank() -> None:
    day = date(2024, 11, 14)
    asked = question(installed().law_on(day), "review", day)
    titles = pl.Series(["craft_village", "traditional_craft_village", "traditional_craft"])
    found = answers(asked, frame_of([]).clear(3), titles)
    assert found["verdict.village.households"].to_list() == ["undetermined", "undetermined", None]
    assert found["verdict.village.traditional_craft"].to_list() == [None, "undetermined", None]


def test_the_day_of_the_review_counts_and_no_other() -> None:
    """A craft of 14 November 1974 is old enough the day after its fiftieth anniversary."""
    crafts = [{"practised_since.first": date(1974, 11, 14), "practised_since.last": date(1974, 11, 14)}]
    facts = (
        frame_of([])
        .clear(1)
        .with_columns(pl.Series("crafts", [crafts], dtype=frame_of([]).schema["crafts"], strict=False))
    )
    for day, expected in ((date(2024, 11, 14), "not_met"), (date(2024, 11, 14) + timedelta(days=1), "met")):
        asked = question(installed().law_on(day), "review", day)
        found = answers(asked, facts, pl.Series(["traditional_craft_village"]))
        assert found["verdict.craft.age"].to_list() == [[expected]]

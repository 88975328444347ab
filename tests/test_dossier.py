"""What a dossier may say, what it must not, and what is left unknown."""

import json
import unicodedata

import pytest
from examples import BARE, CONTRACT_YAML, craft, problems, tree
from hypothesis import given, settings
from strategies import dossiers

import langnghe
from langnghe.engine.dossier import Dossier


def test_the_contracts_own_example_is_valid():
    dossier = langnghe.loads(CONTRACT_YAML)

    assert dossier.id == "HY-2022-001"
    assert (dossier.households.total.low, dossier.households.total.high) == (596, 596)
    assert dossier.crafts[0].artisans == ("Nguyễn Văn A",)


def test_a_dossier_needs_no_more_than_who_what_when_and_where():
    dossier = Dossier.model_validate(BARE)

    assert dossier.content() == BARE
    assert dossier.households.total is None
    assert dossier.environment.plan is None
    assert dossier.crafts is None


@pytest.mark.parametrize("key", ["format", "id", "title", "proposed_on", "place"])
@pytest.mark.parametrize("null", [False, True])
def test_what_is_required_must_be_there_and_known(key, null):
    made = {other: value for other, value in BARE.items() if other != key} | ({key: None} if null else {})

    assert problems(made) == [(key, "missing")]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"place": {"name": "Làng Thử"}}, "place.province"),
        ({"place": {"province": "Tỉnh Thử"}}, "place.name"),
        ({"crafts": [{"practised_since": "1960"}]}, "crafts[0].name"),
        ({"documents": [{"number": "1"}]}, "documents[0].kind"),
        ({"titles_held": [{"title": "craft_village", "decision": "1"}]}, "titles_held[0].decided_on"),
        ({"titles_held": [{"title": "craft_village", "decided_on": "2008"}]}, "titles_held[0].decision"),
        ({"titles_held": [{"decision": "1", "decided_on": "2008"}]}, "titles_held[0].title"),
        ({"crafts": [{"name": "Dệt", "still_developing": {"by": "Hội đồng"}}]}, "crafts[0].still_developing.holds"),
    ],
)
def test_what_a_part_requires_is_asked_for_by_its_path(changes, path):
    assert problems(BARE | changes) == [(path, "missing")]


def test_null_is_unknown_and_the_same_as_absent():
    nothing = dict.fromkeys(
        (
            "received_on",
            "activities",
            "households",
            "production",
            "environment",
            "crafts",
            "documents",
            "titles_held",
            "sources",
        )
    )

    assert Dossier.model_validate(BARE | nothing).sha256 == Dossier.model_validate(BARE).sha256


def test_known_to_be_none_is_kept_apart_from_unknown():
    none = {"activities": [], "crafts": [], "documents": [], "titles_held": [], "environment": {"plan": False}}

    dossier = Dossier.model_validate(BARE | none)

    assert dossier.content() == BARE | none
    assert dossier.activities == dossier.crafts == ()
    assert dossier.environment.plan is False
    assert dossier.sha256 != Dossier.model_validate(BARE).sha256


def test_a_zero_is_known():
    dossier = Dossier.model_validate(BARE | {"households": {"participating": 0}})

    assert dossier.households.participating.exact
    assert dossier.content()["households"] == {"participating": 0}


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        (True, True),
        (False, False),
        ("có", True),
        ("không", False),
        ("Yes", True),
        ("no", False),
        ({"holds": True}, True),
    ],
)
def test_a_finding_is_yes_or_no_in_several_ways(written, holds):
    dossier = Dossier.model_validate(BARE | {"environment": {"self_management_group": written}})

    assert dossier.environment.self_management_group.holds is holds


def test_an_attributed_finding_keeps_who_when_and_how():
    found = {
        "holds": True,
        "by": "Hội đồng xét duyệt",
        "on": "2022-07-29",
        "votes": {"for": 9, "against": 0},
        "note": "…",
    }

    dossier = Dossier.model_validate(BARE | {"crafts": [craft(still_developing=found)]})

    assert dossier.content()["crafts"][0]["still_developing"] == found


@pytest.mark.parametrize("written", ["có thể", 1, 0, "1", [], "maybe"])
def test_a_finding_is_nothing_but_yes_or_no(written):
    assert problems(BARE | {"crafts": [craft(village_name=written)]}) == [("crafts[0].village_name", "yes_no")]


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"households": {"total": 480, "participating": 481}}, "households.participating", "more_than_total"),
        ({"households": {"total": "<=480", "participating": ">480"}}, "households.participating", "more_than_total"),
        (
            {"households": {"total": "400..480", "participating": "hơn 480"}},
            "households.participating",
            "more_than_total",
        ),
        ({"households": {"total": 0}}, "households.total", "total_zero"),
        ({"households": {"total": "<1"}}, "households.total", "total_zero"),
        ({"proposed_on": "2022-02-30"}, "proposed_on", "date_impossible"),
        ({"proposed_on": "2022"}, "proposed_on", "date_day"),
        ({"received_on": "29/07/2022"}, "received_on", "date_day"),
        ({"households": {"counted_on": "2023-02-29"}}, "households.counted_on", "date_impossible"),
        ({"activities": [4, 9]}, "activities[1]", "out_of_range"),
        ({"activities": [0]}, "activities[0]", "out_of_range"),
        ({"activities": ["4"]}, "activities[0]", "whole_number"),
        ({"activities": [True]}, "activities[0]", "whole_number"),
        ({"title": "lang_nghe"}, "title", "not_a_choice"),
        ({"format": "langnghe/dossier/v2"}, "format", "not_a_choice"),
        ({"documents": [{"kind": "letter"}]}, "documents[0].kind", "not_a_choice"),
        ({"documents": [{"kind": "other", "pages": 0}]}, "documents[0].pages", "out_of_range"),
        ({"environment": {"central_treatment": True}}, "environment.central_treatment", "not_a_choice"),
        ({"environment": {"plan": "2021"}}, "environment.plan", "plan_type"),
        ({"crafts": {"name": "Dệt"}}, "crafts", "not_a_list"),
        ({"place": "Làng Thử"}, "place", "not_a_mapping"),
        ({"id": "  "}, "id", "text_empty"),
        ({"id": "a\u0007b"}, "id", "text_control"),
        ({"id": "a" * 4001}, "id", "text_long"),
        ({"sources": ["a"] * 10_001}, "sources", "list_long"),
        (
            {"titles_held": [{"title": "craft_village", "decision": "1", "decided_on": "2010/2008"}]},
            "titles_held[0].decided_on",
            "date_reversed",
        ),
    ],
)
def test_what_cannot_be_read_or_cannot_be_true_is_an_error_at_its_place(changes, path, code):
    assert problems(BARE | changes) == [(path, code)]


@pytest.mark.parametrize(
    "changes",
    [
        {"households": {"total": 480, "participating": 480}},
        {"households": {"total": "<=480", "participating": ">=480"}},
        {"households": {"total": ">=480", "participating": 900}},
        {"titles_held": [{"title": "craft_village", "decision": "1", "decided_on": "2030-01-01"}]},
        {"environment": {"plan": {"approved_on": "2030-01-01", "approved_by": "district"}}},
        {"environment": {"plan": {"approved_by": "Ủy ban nhân dân xã"}}},
        {"received_on": "2020-01-01"},
        {"households": {"counted_on": "2030"}},
        {"activities": [4, 4]},
        {"documents": [{"kind": "other"}, {"kind": "other"}]},
    ],
)
def test_what_is_merely_odd_is_no_error(changes):
    assert problems(BARE | changes) == []


@pytest.mark.parametrize(
    ("changes", "path", "near"),
    [
        ({"household": {}}, "household", "households"),
        ({"households": {"particpating": 3}}, "households.particpating", "participating"),
        ({"environment": {"plan": {"aproved_on": "2021"}}}, "environment.plan.aproved_on", "approved_on"),
        ({"crafts": [{"name": "Dệt", "practiced_since": 1960}]}, "crafts[0].practiced_since", "practised_since"),
        (
            {"titles_held": [{"title": "craft_village", "decision": "1", "decided_on": "2008", "remdy": {}}]},
            "titles_held[0].remdy",
            "remedy",
        ),
        ({"Title": "craft_village"}, "Title", "title"),
    ],
)
def test_an_unknown_key_comes_with_the_nearest_known_one(changes, path, near):
    with pytest.raises(langnghe.InvalidDossier) as refused:
        langnghe.loads(json.dumps(BARE | changes))

    [problem] = refused.value.problems
    assert (problem.path, problem.code) == (path, "unknown_key_near")
    assert f"«{near}»" in problem.message("vi")
    assert f"“{near}”" in problem.message("en")


def test_a_key_unlike_any_other_comes_with_all_that_are_known():
    with pytest.raises(langnghe.InvalidDossier) as refused:
        langnghe.loads(json.dumps(BARE | {"production": {"xyz": 1}}))

    [problem] = refused.value.problems
    assert problem.code == "unknown_key"
    assert "stable_since" in problem.message()


@pytest.mark.parametrize("crafts", [None, [], [craft(), craft(name="Dệt")]])
def test_a_dossier_for_a_craft_is_about_one_craft(crafts):
    assert problems(BARE | {"title": "traditional_craft", "crafts": crafts}) == [("crafts", "one_craft")]


def test_a_dossier_for_a_village_may_have_any_number_of_crafts():
    for crafts in (None, [], [craft()], [craft(), craft(name="Dệt")]):
        assert problems(BARE | {"title": "traditional_craft_village", "crafts": crafts}) == []


def test_every_problem_is_told_at_once():
    found = problems(
        tree(title="x", proposed_on="2022-02-30", activities=[9], households={"total": "~300"}, crafts=[{"nam": "Dệt"}])
    )

    assert {path for path, _ in found} == {
        *("title", "proposed_on", "activities[0]", "households.total", "crafts[0].name", "crafts[0].nam")
    }


def test_text_is_nfc_however_it_was_typed():
    decomposed = unicodedata.normalize("NFD", "Làng nghề Đồng Kỵ")

    dossier = Dossier.model_validate(BARE | {"place": {"name": decomposed, "province": "Bắc Ninh"}})

    assert dossier.place.name == "Làng nghề Đồng Kỵ"
    assert (
        dossier.sha256
        == Dossier.model_validate(BARE | {"place": {"name": "Làng nghề Đồng Kỵ", "province": "Bắc Ninh"}}).sha256
    )


def test_a_number_written_bare_is_text_where_text_is_meant():
    assert Dossier.model_validate(BARE | {"id": 2022}).id == "2022"


def test_the_hash_is_of_what_is_said_and_not_of_how_it_is_laid_out():
    turned = dict(reversed(list(BARE.items())))

    assert Dossier.model_validate(turned).sha256 == Dossier.model_validate(BARE).sha256
    assert Dossier.model_validate(BARE | {"id": "THU-2"}).sha256 != Dossier.model_validate(BARE).sha256


def test_a_dossier_cannot_be_changed_after_it_was_read():
    dossier = Dossier.model_validate(BARE)

    with pytest.raises(ValueError, match="frozen"):
        dossier.title = "traditional_craft"


@settings(max_examples=150, deadline=None)
@given(made=dossiers())
def test_writing_a_dossier_and_reading_it_again_gives_the_same_dossier(made):
    dossier = Dossier.model_validate(made)

    again = Dossier.model_validate(dossier.content())

    assert again == dossier
    assert again.sha256 == dossier.sha256
    assert again.content() == dossier.content()


def test_a_contradiction_is_told_beside_what_else_is_wrong_in_the_same_part():
    households = {"total": 4, "participating": 5, "counted_on": 20223, "unitt": "thôn"}
    assert set(problems(BARE | {"households": households})) == {
        ("households.participating", "more_than_total"),
        ("households.counted_on", "date_edtf"),
        ("households.unitt", "unknown_key_near"),
    }

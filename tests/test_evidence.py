"""Evidence beside values: taken apart, put together, cited in findings, asked for where it is missing."""

import pytest
from examples import craft, dossier, finding, problems, tree
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import dossiers

import langnghe
from langnghe.engine.dossier import Dossier
from langnghe.engine.evidence import put_together, take_apart


def test_a_value_is_taken_from_its_evidence():
    bare, evidence = take_apart({"households": {"total": {"value": 596, "evidence": ["household_list:3"]}}})

    assert bare == {"households": {"total": 596}}
    assert evidence == {"households.total": ["household_list:3"]}


def test_a_value_in_a_list_is_found_by_its_place():
    wrapped = {"crafts": [{"name": "a"}, {"practised_since": {"value": "1960", "evidence": ["craft_history"]}}]}

    _, evidence = take_apart(wrapped)

    assert evidence == {"crafts[1].practised_since": ["craft_history"]}


def test_a_wrapper_without_evidence_is_only_a_value():
    assert take_apart({"households": {"total": {"value": 596}}}) == ({"households": {"total": 596}}, {})


def test_a_whole_part_may_have_evidence():
    village = dossier(households={"value": {"total": 596, "participating": 323}, "evidence": ["household_list"]})

    assert village.evidence_for("households.total") == ("household_list",)
    assert finding(langnghe.assess(village), "village.households").evidence == ("household_list",)


def test_the_nearer_evidence_counts():
    part = {
        "value": {"total": {"value": 596, "evidence": ["other"]}, "participating": 323},
        "evidence": ["household_list"],
    }
    village = dossier(households=part)

    assert village.evidence_for("households.total") == ("other",)
    assert village.evidence_for("households.participating") == ("household_list",)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    ).map(lambda inner: {"a": inner})
)
def test_taking_apart_and_putting_together_gives_the_same_document(document):
    bare, evidence = take_apart(document)
    put_together(bare, evidence)

    assert bare == document


@settings(max_examples=100, deadline=None)
@given(made=dossiers(), part=st.sampled_from(["activities", "households", "production", "environment", "crafts"]))
def test_evidence_never_changes_a_verdict(made, part):
    if part not in made or made[part] is None:
        return
    cited = made | {part: {"value": made[part], "evidence": ["other:2"]}}

    plain, with_evidence = (langnghe.assess(Dossier.model_validate(each)) for each in (made, cited))

    assert with_evidence.outcome == plain.outcome
    assert with_evidence.recommendation == plain.recommendation
    assert [each.verdict for each in with_evidence.findings] == [each.verdict for each in plain.findings]


def test_the_finding_names_its_evidence_once_and_in_order():
    cited = {
        "total": {"value": 596, "evidence": ["household_list:1", "other"]},
        "participating": {"value": 323, "evidence": ["household_list:1", "household_list:3"]},
    }

    found = finding(langnghe.assess(dossier(households=cited)), "village.households")

    assert sorted(found.evidence) == ["household_list:1", "household_list:3", "other"]


def test_a_craft_s_evidence_stands_with_that_craft():
    crafts = [craft(), craft(name="Dệt", practised_since={"value": "1950", "evidence": ["craft_history:2"]})]

    result = langnghe.assess(dossier(title="traditional_craft_village", crafts=crafts))

    assert finding(result, "craft.age", "craft:0").evidence == ()
    assert finding(result, "craft.age", "craft:1").evidence == ("craft_history:2",)


def test_a_value_used_without_evidence_is_listed_as_uncited():
    cited = {"total": {"value": 596, "evidence": ["household_list"]}, "participating": 323}

    uncited = langnghe.assess(dossier(households=cited)).uncited

    assert "households.participating" in uncited
    assert "production.stable_since" in uncited
    assert "households.total" not in uncited


def test_a_value_that_the_title_does_not_ask_about_is_not_listed_as_uncited():
    result = langnghe.assess(dossier(title="traditional_craft"))

    assert "crafts[0].practised_since" in result.uncited
    assert not any(path.startswith(("households", "environment", "production")) for path in result.uncited)


def test_an_unknown_value_is_not_listed_as_uncited():
    assert "households.total" not in langnghe.assess(dossier(households=None)).uncited


def test_evidence_that_the_dossier_does_not_have_is_warned_about():
    cited = {"total": {"value": 596, "evidence": ["household_list", "results_two_years:2"]}, "participating": 323}
    village = dossier(households=cited, documents=[{"kind": "household_list"}])

    [warning] = [each for each in langnghe.assess(village).warnings if each.code == "evidence_not_in_dossier"]

    assert warning.path == "households.total"
    assert "results_two_years:2" in warning.message


@pytest.mark.parametrize(
    ("evidence", "why"),
    [
        ("household_list", "evidence_list"),
        (3, "evidence_list"),
        ({"kind": "household_list"}, "evidence_list"),
        (["no_such_paper"], "evidence_entry"),
        (["household_list:0"], "evidence_entry"),
        (["household_list:a"], "evidence_entry"),
        ([3], "evidence_entry"),
        ([None], "evidence_entry"),
    ],
)
def test_what_names_no_document_is_refused_at_its_value(evidence, why):
    made = tree(households={"total": {"value": 596, "evidence": evidence}})

    assert problems(made) == [("households.total", why)]


def test_a_wrapper_with_a_wrong_key_is_an_error_and_not_a_value():
    made = tree(environment={"plan": {"value": False, "evidnce": ["other"]}})

    assert ("environment.plan.evidnce", "unknown_key") in problems(made)

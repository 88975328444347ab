"""Assessments as a portal reads them: the shape of contract §3, outcomes, papers, recommendations, warnings."""

import json
import pickle
from datetime import date

import pytest
from examples import CONTRACT_YAML, CRAFT_PAPERS, VILLAGE_PAPERS, craft, dossier, finding

import langnghe

VILLAGE = ["village.activity", "village.households", "village.stability", "village.environment"]
CRAFT = ["craft.age", "craft.developing", "craft.identity", "craft.association"]
CONDITIONS = ["environment.plan", "environment.self_management", "environment.wastewater", "environment.solid_waste"]


@pytest.fixture(scope="module")
def example():
    return json.loads(langnghe.assess(langnghe.loads(CONTRACT_YAML)).model_dump_json())


def test_the_contracts_example_has_the_contracts_shape(example):
    assert example["format"] == "langnghe/assessment/v1"
    assert (example["dossier"], example["title"], example["on"]) == ("HY-2022-001", "craft_village", "2022-07-29")
    assert example["outcome"] == "eligible"
    assert example["deadlines"]["decision_due_on"] == "2022-09-14"
    assert example["deadlines"]["working_days"] == 30
    assert example["documents"]["status"] == "incomplete"
    assert {"version", "sha256"} <= set(example["rulebook"])
    assert len(example["dossier_sha256"]) == len(example["rulebook"]["sha256"]) == 64
    assert isinstance(example["warnings"], list)


def test_the_contracts_finding_on_households_is_there_word_for_word(example):
    [found] = [each for each in example["findings"] if each["criterion"] == "village.households"]

    assert found["subject"] == "village"
    assert found["provision"] == "nd-52-2018/dieu-5/khoan-3/diem-a"
    assert found["citation"] == "điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP"
    assert found["verdict"] == "met"
    assert found["measured"] == {"participating": [323, 323], "total": [596, 596]}
    assert found["reason"].startswith("323/596 hộ")
    assert "54,19 %" in found["reason"]
    assert (found["evidence"], found["remedy"], found["findings"]) == ([], None, [])
    assert found["required"]


def test_the_contracts_example_lacks_two_papers_and_is_asked_for_them(example):
    assert [paper["kinds"] for paper in example["documents"]["missing"]] == [
        ["results_two_years"],
        ["environment_assurance"],
    ]
    assert len(example["documents"]["required"]) == 3
    assert example["recommendation"] == "request_documents"


def test_the_criteria_of_a_craft_village_stand_side_by_side():
    result = langnghe.assess(dossier(title="craft_village"))

    assert [each.criterion for each in result.findings] == VILLAGE
    assert [each.criterion for each in finding(result, "village.environment").findings] == CONDITIONS


def test_the_criteria_of_a_traditional_craft_stand_side_by_side():
    result = langnghe.assess(dossier(title="traditional_craft"))

    assert [(each.criterion, each.subject) for each in result.findings] == [
        ("village.activity", "village"),
        *((criterion, "craft:0") for criterion in CRAFT),
    ]


def test_each_craft_of_a_traditional_craft_village_has_findings_of_its_own():
    crafts = [craft(), craft(name="Dệt", still_developing=False)]

    result = langnghe.assess(dossier(title="traditional_craft_village", crafts=crafts))

    assert [each.criterion for each in result.findings] == [*VILLAGE, "village.traditional_craft"]
    ours = finding(result, "village.traditional_craft").findings
    assert [(each.subject, each.verdict) for each in ours] == [("craft:0", "met"), ("craft:1", "not_met")]
    assert [each.criterion for each in ours[1].findings] == CRAFT
    assert finding(result, "craft.developing", "craft:1").verdict == "not_met"
    assert result.outcome == "eligible"


def test_every_criterion_is_evaluated_even_where_one_has_failed():
    result = langnghe.assess(dossier(households={"participating": 0}, environment={"plan": False}))

    assert result.outcome == "not_eligible"
    assert [each.verdict for each in result.findings] == ["met", "not_met", "met", "not_met"]
    assert [each.verdict for each in finding(result, "village.environment").findings] == [
        "not_met",
        "met",
        "met",
        "met",
    ]


def test_a_failure_outweighs_what_is_unknown():
    result = langnghe.assess(dossier(activities=None, households={"participating": 0}))

    assert result.outcome == "not_eligible"


def test_environmental_conditions_are_cited_to_the_law_of_the_day():
    cited = {
        day: finding(langnghe.assess(dossier(proposed_on=day)), "environment.self_management").provision.split("/")[0]
        for day in ("2015-01-01", "2021-12-31", "2022-01-01", "2026-01-01")
    }

    assert cited == {
        "2015-01-01": "luat-55-2014",
        "2021-12-31": "luat-55-2014",
        "2022-01-01": "luat-72-2020",
        "2026-01-01": "luat-72-2020",
    }


def test_before_2015_the_environment_is_undetermined_because_its_law_is_not_encoded():
    result = langnghe.assess(dossier(proposed_on="2014-12-31", production={"stable_since": "2001"}))

    found = finding(result, "village.environment")
    assert (found.verdict, found.findings) == ("undetermined", ())
    assert "31/12/2014" in found.reason
    assert result.outcome == "undetermined"


@pytest.mark.parametrize(
    ("changes", "papers", "recommendation"),
    [
        ({}, VILLAGE_PAPERS, "recommend_recognition"),
        ({"households": {"participating": 5}}, VILLAGE_PAPERS, "recommend_refusal"),
        ({"activities": None}, VILLAGE_PAPERS, "request_evidence"),
        ({}, VILLAGE_PAPERS[1:], "request_documents"),
        ({"households": {"participating": 5}}, VILLAGE_PAPERS[1:], "request_documents"),
        ({"activities": None}, [], "request_documents"),
        ({}, None, "request_documents"),
    ],
)
def test_papers_come_first_then_the_outcome(changes, papers, recommendation):
    assert langnghe.assess(dossier(**changes, documents=papers)).recommendation == recommendation


@pytest.mark.parametrize(
    ("title", "held", "kinds", "status"),
    [
        ("traditional_craft", [], ["craft_history", "awards"], "complete"),
        ("traditional_craft", [], ["craft_history", "cultural_description"], "complete"),
        ("traditional_craft", [], ["craft_history", "artisan_recognition"], "incomplete"),  # no awards, no description
        ("traditional_craft", [], ["awards", "cultural_description"], "incomplete"),
        ("craft_village", [], ["household_list", "results_two_years", "environment_assurance"], "complete"),
        ("craft_village", [], ["household_list", "results_two_years"], "incomplete"),
        ("craft_village", ["craft_village"], ["household_list", "results_two_years"], "incomplete"),
        ("traditional_craft_village", [], ["craft_history", "awards"], "incomplete"),
        (
            "traditional_craft_village",
            [],
            ["household_list", "results_two_years", "environment_assurance"],
            "incomplete",
        ),
        ("traditional_craft_village", ["craft_village"], ["craft_history", "awards"], "complete"),
        (
            "traditional_craft_village",
            ["craft_village"],
            ["household_list", "results_two_years", "environment_assurance"],
            "incomplete",
        ),
        (
            "traditional_craft_village",
            ["traditional_craft"],
            ["household_list", "results_two_years", "environment_assurance"],
            "complete",
        ),
        ("traditional_craft_village", ["traditional_craft"], ["craft_history", "awards"], "incomplete"),
        ("traditional_craft_village", ["traditional_craft", "craft_village"], ["craft_history", "awards"], "complete"),
        (
            "traditional_craft_village",
            ["traditional_craft", "craft_village"],
            ["household_list", "results_two_years", "environment_assurance"],
            "incomplete",
        ),
    ],
)
def test_which_papers_are_asked_for_depends_on_the_title_and_on_what_is_held(title, held, kinds, status):
    village = dossier(
        title=title,
        documents=[{"kind": kind} for kind in kinds],
        titles_held=[{"title": each, "decision": "1/QĐ-UBND", "decided_on": "2020-01-01"} for each in held],
    )

    assert langnghe.assess(village).documents.status == status


@pytest.mark.parametrize(
    ("decided_on", "status"), [("2022-07-28", "complete"), ("2022-07-29", "complete"), ("2022-07-30", "incomplete")]
)
def test_a_title_counts_as_held_from_the_day_it_was_decided(decided_on, status):
    held = [{"title": "craft_village", "decision": "1/QĐ-UBND", "decided_on": decided_on}]

    result = langnghe.assess(dossier(title="traditional_craft_village", titles_held=held, documents=CRAFT_PAPERS))

    assert result.documents.status == status


def test_another_day_and_another_title_may_be_asked():
    village = dossier(title="craft_village", crafts=[craft()])

    result = langnghe.assess(village, on=date(2016, 12, 31), title="traditional_craft")

    assert (result.title, result.on) == ("traditional_craft", date(2016, 12, 31))
    assert finding(result, "craft.age", "craft:0").verdict == "met"
    # Stable since some day of 2015: two years had not passed, whichever day it was.
    asked = langnghe.assess(village, on=date(2016, 12, 31))
    assert finding(asked, "village.stability").verdict == "not_met"


@pytest.mark.parametrize("lang", ["fr", "", "../vi", "VI"])
def test_a_language_that_there_is_not_is_refused_and_names_no_file(lang):
    held = [{"title": "craft_village", "decision": "1/QĐ-UBND", "decided_on": "2020-01-01"}]
    for ask in (langnghe.assess, langnghe.review):
        with pytest.raises(ValueError, match="no such language"):
            ask(dossier(titles_held=held), lang=lang)


def test_a_title_of_one_craft_is_refused_for_a_dossier_with_several():
    village = dossier(crafts=[craft(), craft(name="Dệt")])

    with pytest.raises(langnghe.InvalidDossier) as refused:
        langnghe.assess(village, title="traditional_craft")

    assert [(each.path, each.code) for each in refused.value.problems] == [("crafts", "one_craft")]


def test_a_day_before_the_decree_took_force_is_measured_and_warned_about():
    for day, codes in (("2018-05-31", {"law_not_in_force"}), ("2018-06-01", set())):
        warnings = langnghe.assess(dossier(proposed_on=day)).warnings
        assert {each.code for each in warnings} & {"law_not_in_force"} == codes


def test_a_doubtful_date_is_warned_about_at_its_place():
    result = langnghe.assess(dossier(title="traditional_craft", crafts=[craft(practised_since="1950?")]))

    assert ("uncertain_date", "crafts[0].practised_since") in {(each.code, each.path) for each in result.warnings}


def test_no_list_of_papers_is_warned_about_and_an_empty_one_is_not():
    assert "documents_unknown" in {each.code for each in langnghe.assess(dossier(documents=None)).warnings}
    assert "documents_unknown" not in {each.code for each in langnghe.assess(dossier(documents=[])).warnings}


def test_asking_for_a_title_that_is_held_is_warned_about():
    held = [{"title": "craft_village", "decision": "1803/QĐ-UBND", "decided_on": "2020-08-12"}]

    [warning] = [each for each in langnghe.assess(dossier(titles_held=held)).warnings if each.code == "same_title_held"]

    assert warning.path == "titles_held[0]"
    assert "1803/QĐ-UBND" in warning.message


def test_results_are_in_the_language_asked_and_verdicts_the_same():
    village = dossier(households={"participating": 5})

    vi, en = (langnghe.assess(village, lang=lang) for lang in ("vi", "en"))

    assert "hộ" in finding(vi, "village.households").reason
    assert "households" in finding(en, "village.households").reason
    assert [each.verdict for each in vi.findings] == [each.verdict for each in en.findings]


def test_measured_bounds_are_pairs_with_null_for_an_open_end():
    changes = {"households": {"total": "<=480", "participating": ">=96"}, "production": {"stable_since": "[..2015]"}}

    result = json.loads(langnghe.assess(dossier(**changes)).model_dump_json())

    measured = {each["criterion"]: each["measured"] for each in result["findings"]}
    assert measured["village.households"] == {"participating": [96, None], "total": [0, 480]}
    assert measured["village.stability"] == {"stable_since": [None, "2015-12-31"]}


def test_the_same_input_gives_the_same_bytes():
    first = langnghe.assess(langnghe.loads(CONTRACT_YAML)).model_dump_json()
    langnghe.assess(dossier(title="traditional_craft_village"))  # another question in between

    assert langnghe.assess(langnghe.loads(CONTRACT_YAML)).model_dump_json() == first


def test_an_assessment_is_read_back_from_its_json():
    result = langnghe.assess(langnghe.loads(CONTRACT_YAML))

    assert json.loads(result.model_dump_json()) == result.model_dump(mode="json")


def test_assessments_that_say_the_same_are_equal_and_travel_between_processes():
    read = langnghe.loads(CONTRACT_YAML)
    first, second = langnghe.assess(read), langnghe.assess(read)

    assert first == second
    assert hash(first) == hash(second)
    assert pickle.loads(pickle.dumps(first)) == first  # noqa: S301  made a line above
    assert first != langnghe.assess(read, lang="en")
    assert first != langnghe.review(read, on=date(2024, 11, 14))[0]

"""Reviews of titles held: contract §4, and the points of law worth fixing in tests."""

import json
from datetime import date

import pytest
from examples import craft, dossier, finding

import langnghe

DAY = date(2024, 11, 14)
OLD, NEW = "2008-11-04", "2018-06-01"


def held(title="craft_village", decided_on=OLD, **more):
    return {"title": title, "decision": "123/QĐ-UBND", "decided_on": decided_on, **more}


def review(*titles, on=DAY, **changes):
    return langnghe.review(dossier(titles_held=list(titles), **changes), on=on)


def only(*titles, **changes):
    [result] = review(*titles, **changes)
    return result


def codes(result):
    return {each.code for each in result.warnings}


def test_a_title_that_meets_every_criterion_is_kept():
    result = only(held())

    assert result.outcome == "keep"
    assert result.format == "langnghe/review/v1"
    assert (result.title, result.decision, result.on) == ("craft_village", "123/QĐ-UBND", DAY)


def test_a_title_of_2008_with_22_percent_fits_the_decree_and_is_kept():
    assert only(held(conformed_in_2018=True), households={"total": 100, "participating": 22}).outcome == "keep"


@pytest.mark.parametrize(
    ("participating", "outcome"), [(194, "keep"), (193, "propose_revocation"), (2, "propose_revocation")]
)
def test_of_970_households_194_keep_the_title_and_193_do_not(participating, outcome):
    assert only(held(decided_on=NEW), households={"total": 970, "participating": participating}).outcome == outcome


def test_revocation_is_proposed_under_clause_6_of_article_6_and_decided_by_the_province():
    result = only(held(decided_on=NEW), households={"total": 970, "participating": 2})

    assert result.provision == "nd-52-2018/dieu-6/khoan-6"
    assert result.citation == "khoản 6 Điều 6 Nghị định số 52/2018/NĐ-CP"
    assert "Ủy ban nhân dân cấp tỉnh" in result.note


def test_something_unknown_and_nothing_failed_is_undetermined():
    assert only(held(), households=None).outcome == "undetermined"


def test_a_failure_counts_even_where_something_else_is_unknown():
    assert only(held(decided_on=NEW), activities=None, households={"participating": 0}).outcome == "propose_revocation"


FAILING = {"households": {"total": 970, "participating": 2}}


@pytest.mark.parametrize(
    ("title", "outcome"),
    [
        (held(conformed_in_2018=False), "remedy"),
        (held(decided_on="2018-05-31", conformed_in_2018=False), "remedy"),
        (held(decided_on="2018-06-01", conformed_in_2018=False), "propose_revocation"),
        (held(decided_on="2015", conformed_in_2018=False), "remedy"),
        (held(decided_on="[..2010]", conformed_in_2018=False), "remedy"),
        (held(conformed_in_2018=True), "propose_revocation"),
        (held(), "propose_revocation"),
        (held(conformed_in_2018=False, remedy={"ordered_on": "2019-03-01"}), "propose_revocation"),
        (
            held(conformed_in_2018=False, remedy={"ordered_on": "2019-03-01", "completed_on": "2020-01-15"}),
            "propose_revocation",
        ),
        (held(conformed_in_2018={"holds": False, "by": "Sở Nông nghiệp"}), "remedy"),
    ],
)
def test_an_old_title_that_never_fitted_is_remedied_before_it_is_revoked(title, outcome):
    assert only(title, **FAILING).outcome == outcome


def test_a_remedy_rests_on_point_b_of_clause_2_of_article_25():
    assert only(held(conformed_in_2018=False), **FAILING).provision == "nd-52-2018/dieu-25/khoan-2/diem-b"


def test_an_old_title_that_never_fitted_but_fits_now_is_kept():
    assert only(held(conformed_in_2018=False)).outcome == "keep"


def test_where_it_is_not_known_whether_an_old_title_fitted_a_warning_cites_article_25():
    [warning] = [each for each in only(held(), **FAILING).warnings if each.code == "old_title_conformity_unknown"]

    assert "Điều 25" in warning.message


def test_the_contracts_warning_is_given_whether_or_not_a_remedy_is_on_record():
    assert "old_title_conformity_unknown" in codes(only(held(remedy={"ordered_on": "2019-03-01"}), **FAILING))


@pytest.mark.parametrize("title", [held(conformed_in_2018=True), held(decided_on=NEW)])
def test_no_such_warning_for_a_title_that_fitted_or_is_not_old(title):
    assert "old_title_conformity_unknown" not in codes(only(title, **FAILING))


def test_a_village_that_loses_only_its_craft_may_be_proposed_anew_as_a_craft_village():
    lost = craft(still_developing=False)

    result = only(held("traditional_craft_village", NEW), crafts=[lost])

    assert result.outcome == "propose_revocation"
    assert "làng nghề" in result.note
    assert "hồ sơ mới" in result.note


def test_a_village_that_loses_its_households_too_has_no_such_note():
    result = only(held("traditional_craft_village", NEW), crafts=[craft(still_developing=False)], **FAILING)

    assert result.outcome == "propose_revocation"
    assert "hồ sơ mới" not in result.note


def test_the_old_exception_for_a_village_with_a_recognised_craft_is_gone():
    titles = (held("traditional_craft_village"), held("traditional_craft"))

    village, of_craft = review(*titles, households={"total": 100, "participating": 19})

    assert village.outcome == "propose_revocation"
    assert of_craft.outcome == "keep"


def test_a_craft_that_is_old_but_no_longer_developing_loses_its_title():
    result = only(held("traditional_craft", NEW), crafts=[craft(practised_since="15XX", still_developing=False)])

    assert result.outcome == "propose_revocation"
    assert finding(result, "craft.developing", "craft:0").verdict == "not_met"


def test_a_craft_title_is_about_the_craft_of_its_name():
    crafts = [craft(name="Gốm"), craft(name="Dệt", still_developing=False)]
    titles = (held("traditional_craft", NEW, name="Gốm"), held("traditional_craft", NEW, name="dệt"))

    assert [each.outcome for each in review(*titles, crafts=crafts)] == ["keep", "propose_revocation"]


def test_a_craft_title_among_several_crafts_and_none_of_its_name_is_undetermined():
    crafts = [craft(name="Gốm"), craft(name="Dệt", still_developing=False)]

    assert only(held("traditional_craft", NEW), crafts=crafts).outcome == "undetermined"


def test_a_title_of_a_craft_village_that_has_no_craft_any_more():
    assert only(held("traditional_craft", NEW), crafts=[]).outcome == "propose_revocation"
    assert only(held("traditional_craft", NEW), crafts=None).outcome == "undetermined"


@pytest.mark.parametrize(
    ("crafts", "outcome", "code"),
    [
        (None, "undetermined", "title_craft_unknown"),
        ([], "propose_revocation", "title_craft_none"),
        ([craft(name="Gốm"), craft(name="Dệt")], "undetermined", "title_craft_unnamed"),
        ([craft(name="Gốm")], "keep", None),
    ],
)
def test_a_crafts_title_without_its_craft_says_so_since_no_finding_does(crafts, outcome, code):
    result = only(held("traditional_craft", NEW, name="Nghề gốm"), crafts=crafts)

    assert result.outcome == outcome
    assert [each for each in codes(result) if each.startswith("title_craft")] == [code] * bool(code)


def test_a_crafts_title_that_names_none_of_several_crafts_is_told_which_there_are():
    result = only(held("traditional_craft", NEW, name="Nghề gốm"), crafts=[craft(name="Gốm"), craft(name="Dệt")])
    [warning] = (each for each in result.warnings if each.code == "title_craft_unnamed")

    assert "«Nghề gốm»" in warning.message
    assert "(Gốm, Dệt)" in warning.message


@pytest.mark.parametrize("title", ["craft_village", "traditional_craft_village"])
def test_a_villages_title_is_never_told_that_its_craft_is_missing(title):
    assert not any(code.startswith("title_craft") for code in codes(only(held(title, NEW), crafts=[])))


def test_criteria_are_measured_on_the_review_date():
    changes = {"production": {"stable_since": "2020-03-01"}}

    assert only(held(decided_on=NEW), on=date(2022, 2, 28), **changes).outcome == "propose_revocation"
    assert only(held(decided_on=NEW), on=date(2022, 3, 1), **changes).outcome == "keep"


def test_the_review_date_is_today_when_none_is_given():
    [result] = langnghe.review(dossier(titles_held=[held()]))

    assert abs((result.on - date.today()).days) <= 1  # noqa: DTZ011  midnight may pass in between


def test_titles_are_reviewed_in_the_dossiers_order_and_none_gives_none():
    titles = (held("traditional_craft_village"), held("craft_village"), held("traditional_craft"))

    assert [each.title for each in review(*titles)] == [each["title"] for each in titles]
    assert review() == []
    assert langnghe.review(dossier(titles_held=None), on=DAY) == []


def test_a_title_decided_after_the_review_date_is_warned_about():
    assert "decided_after_review" in codes(only(held(decided_on="2025-01-01")))
    assert "decided_after_review" not in codes(only(held(decided_on=DAY.isoformat())))


def test_papers_play_no_part_in_a_review():
    assert only(held(), documents=None).outcome == only(held(), documents=[]).outcome == "keep"


def test_a_review_is_in_the_language_asked():
    [result] = langnghe.review(dossier(titles_held=[held()], **FAILING), on=DAY, lang="en")

    assert "provincial People's Committee" in result.note
    assert result.citation == "clause 6, Article 6, Decree No. 52/2018/NĐ-CP"


def test_the_same_input_gives_the_same_bytes():
    first, second = (only(held(), **FAILING).model_dump_json() for _ in range(2))

    assert first == second
    assert json.loads(first)["outcome"] == "propose_revocation"

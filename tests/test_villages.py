"""Real villages: what their published facts decide, and how that compares with what the authority did.

The dossiers are in ``fixtures/villages``; what is expected of them was derived by hand from the law and
stands in ``fixtures/expected.yaml``, which also explains its keys.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pytest
import yaml

import langnghe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FIXTURES: Final = Path(__file__).parent.parent / "fixtures"
FILES: Final = {path.stem: path for path in sorted((FIXTURES / "villages").glob("*.yaml"))}
EXPECTED: Final[dict[str, dict[str, Any]]] = yaml.safe_load((FIXTURES / "expected.yaml").read_text(encoding="utf-8"))

VILLAGE: Final = ("village.activity", "village.households", "village.stability", "village.environment")
CONDITIONS: Final = (
    "environment.plan",
    "environment.self_management",
    "environment.wastewater",
    "environment.solid_waste",
)
CRAFT: Final = ("craft.age", "craft.developing", "craft.identity", "craft.association")
CONDITIONS_SINCE: Final = date(2015, 1, 1)  # before, the environmental law then in force is not encoded

AGREES: Final = {
    "recognised": "eligible",
    "proposed": "eligible",
    "refused": "not_eligible",
    "revoked": "propose_revocation",
    "revocation_proposed": "propose_revocation",
    "kept": "keep",
}
OF_A_TITLE_HELD: Final = {"revoked", "revocation_proposed", "kept"}

Verdicts: TypeAlias = dict[tuple[str, str], str]

every_village = pytest.mark.parametrize("village", FILES)
every_other_title = pytest.mark.parametrize(
    ("village", "other"),
    [
        pytest.param(village, other, id=f"{village}-{other['title']}")
        for village, expected in EXPECTED.items()
        for other in expected.get("also", [])
    ],
)
every_review = pytest.mark.parametrize(
    ("village", "held"),
    [
        pytest.param(village, held, id=f"{village}-{held['day']}")
        for village, expected in EXPECTED.items()
        for held in expected.get("reviews", [])
    ],
)


def test_at_least_twenty_five_real_villages_are_held() -> None:
    """The collection is large enough to show the law at work."""
    assert len(FILES) >= 25


def test_every_village_has_an_expected_result_and_nothing_else_does() -> None:
    """No dossier goes unchecked, and no expectation outlives its dossier."""
    assert set(EXPECTED) == set(FILES)


def test_the_villages_cover_every_title_and_outcome_and_the_dates_on_which_the_law_changed() -> None:
    """All three titles, all three outcomes, days on both sides of each change of law."""
    assert {expected["title"] for expected in EXPECTED.values()} == {
        "traditional_craft",
        "craft_village",
        "traditional_craft_village",
    }
    assert {expected["outcome"] for expected in EXPECTED.values()} == {
        "eligible",
        "not_eligible",
        "undetermined",
    }
    days = {expected["day"] for expected in EXPECTED.values()}
    days |= {held["day"] for expected in EXPECTED.values() for held in expected.get("reviews", [])}
    for change in (CONDITIONS_SINCE, date(2018, 6, 1), date(2022, 1, 1), date(2025, 7, 1)):
        assert min(days) < change <= max(days)


@every_village
def test_a_village_says_where_its_facts_come_from(village: str) -> None:
    """A dossier opens with who and what it is, has its file's name as its number, and names its sources."""
    dossier = langnghe.load(FILES[village])

    assert dossier.id == village
    assert FILES[village].read_text(encoding="utf-8").startswith("# ")
    assert dossier.sources
    assert all("http" in source or "Ủy ban nhân dân" in source or ".vn" in source for source in dossier.sources)


@every_village
def test_a_village_gets_the_verdicts_that_its_facts_decide(village: str) -> None:
    """What the source says decides a criterion; what it leaves out stays undetermined."""
    expected = EXPECTED[village]
    dossier = langnghe.load(FILES[village])

    assessment = langnghe.assess(dossier).model_dump(mode="json")

    assert assessment["title"] == expected["title"]
    assert assessment["on"] == expected["day"].isoformat()
    assert _found(assessment, expected["day"]) == _wanted(expected, expected["day"], dossier)
    assert assessment["outcome"] == expected["outcome"]


@every_other_title
def test_a_village_may_be_assessed_for_another_title(village: str, other: dict[str, Any]) -> None:
    """The same facts answer for a title that was not proposed."""
    day = EXPECTED[village]["day"]
    dossier = langnghe.load(FILES[village])

    assessment = langnghe.assess(dossier, title=other["title"]).model_dump(mode="json")

    assert assessment["title"] == other["title"]
    assert _found(assessment, day) == _wanted(other, day, dossier)
    assert assessment["outcome"] == other["outcome"]


@every_review
def test_a_title_held_is_reviewed_on_what_is_known(village: str, held: dict[str, Any]) -> None:
    """A title is kept or lost on facts; facts that are missing do neither."""
    dossier = langnghe.load(FILES[village])

    review = _review(dossier, held)

    assert _found(review, held["day"]) == _wanted(held, held["day"], dossier)
    assert review["outcome"] == held["outcome"]


@every_village
def test_a_difference_from_the_authority_is_explained(village: str) -> None:
    """Where engine and authority differ a sentence says why; where they agree there is nothing to explain."""
    expected = EXPECTED[village]
    did = expected["authority"]["did"]
    dossier = langnghe.load(FILES[village])
    if did in OF_A_TITLE_HELD:
        outcome = _review(dossier, expected["reviews"][0])["outcome"]
    else:
        outcome = langnghe.assess(dossier).model_dump(mode="json")["outcome"]

    difference = expected.get("difference", "")

    if did == "no_decision" or outcome == AGREES[did]:
        assert not difference
    else:
        assert difference.endswith(".")
        assert len(difference.split()) > 10


def _review(dossier: Any, held: dict[str, Any]) -> dict[str, Any]:
    reviews = [review.model_dump(mode="json") for review in langnghe.review(dossier, on=held["day"])]
    assert len(reviews) == len(dossier.titles_held)
    [review] = [review for review in reviews if review["title"] == held["title"]]
    return review


def _wanted(expected: dict[str, Any], day: date, dossier: Any) -> Verdicts:
    """Every criterion of the title: as decided by the facts, else undetermined."""
    crafts = range(len(dossier.crafts or ()))
    wanted = dict.fromkeys(_criteria(expected["title"], day, crafts), "undetermined")
    for subject, verdicts in expected["decided"].items():
        for criterion, verdict in verdicts.items():
            assert (criterion, subject) in wanted, f"{criterion} of {subject} is not a criterion of the title"
            wanted[criterion, subject] = verdict
    return wanted


def _criteria(title: str, day: date, crafts: Iterable[int]) -> Iterator[tuple[str, str]]:
    if title == "traditional_craft":
        yield "village.activity", "village"
    else:
        yield from ((criterion, "village") for criterion in VILLAGE)
        if day >= CONDITIONS_SINCE:
            yield from ((condition, "village") for condition in CONDITIONS)
    if title != "craft_village":
        yield from ((criterion, f"craft:{index}") for index in crafts for criterion in CRAFT)


def _found(result: dict[str, Any], day: date) -> Verdicts:
    """The verdict of every criterion in the tree, wherever it nests."""
    known = {*VILLAGE, *CRAFT} | (set(CONDITIONS) if day >= CONDITIONS_SINCE else set())
    found: Verdicts = {}
    for finding in _walk(result["findings"]):
        if finding["criterion"] in known:
            verdict = found.setdefault((finding["criterion"], finding["subject"]), finding["verdict"])
            assert verdict == finding["verdict"], "one criterion of one subject has one verdict"
    return found


def _walk(findings: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for finding in findings:
        yield finding
        yield from _walk(finding["findings"])

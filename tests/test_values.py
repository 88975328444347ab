"""Counts exact and bounded, and the three verdicts."""

import itertools

import pytest
from pydantic_core import PydanticCustomError

from langnghe.engine.values import MAX_COUNT, Count, Verdict, all_of, any_of, negation, parse_count

MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        (323, 323, 323),
        (0, 0, 0),
        ("323", 323, 323),
        (">=300", 300, None),
        (">300", 301, None),
        ("<=20", 0, 20),
        ("<20", 0, 19),
        ("300..350", 300, 350),
        ("300 .. 350", 300, 350),
        ("> 300", 301, None),
        ("≥300", 300, None),
        ("≤ 20", 0, 20),
        ("hơn 300", 301, None),
        ("trên 300", 301, None),
        ("Hơn 300", 301, None),
        ("gần 300", 0, 299),
        ("dưới 300", 0, 299),
        ("ho\u031bn 300", 301, None),  # decomposed, as macOS writes it
        ("ga\u0302\u0300n 300", 0, 299),
        (MAX_COUNT, MAX_COUNT, MAX_COUNT),
    ],
)
def test_a_count_is_read_with_its_bounds(written, low, high):
    assert parse_count(written) == Count(low, high)


@pytest.mark.parametrize("written", ["khoảng 300", "~300", "~ 300", "≈300", "chừng 300", "Khoảng 300"])
def test_a_rough_count_without_a_bound_is_refused(written):
    with pytest.raises(PydanticCustomError) as refused:
        parse_count(written)
    assert refused.value.type == "count_vague"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("350..300", "count_reversed"),
        (-1, "count_range"),
        (MAX_COUNT + 1, "count_range"),
        ("<0", "count_range"),
        (f">={MAX_COUNT + 1}", "count_range"),
        (12.5, "count_type"),
        (True, "count_type"),
        (None, "count_type"),
        ([300], "count_type"),
        ("20%", "count_type"),
        ("12,5", "count_type"),
        ("ba trăm", "count_type"),
        ("", "count_type"),
        ("300..", "count_type"),
        (">", "count_type"),
        ("1" * 5000, "count_type"),
    ],
)
def test_what_is_no_count_is_refused_with_the_reason(written, why):
    with pytest.raises(PydanticCustomError) as refused:
        parse_count(written)
    assert refused.value.type == why


def test_a_reversed_range_comes_with_the_range_that_was_meant():
    with pytest.raises(PydanticCustomError) as refused:
        parse_count("350..300")
    assert refused.value.context["want"] == "300..350"


@pytest.mark.parametrize("written", ["323", ">=301", "<=20", "300..350"])
def test_a_count_is_written_back_as_it_was_read(written):
    assert str(parse_count(written)) == written


def test_only_one_possible_number_is_exact():
    assert parse_count("300..300").exact
    assert not parse_count("300..301").exact
    assert not parse_count(">=0").exact


def test_all_of_is_kleenes_and():
    table = {
        (MET, MET): MET,
        (MET, NOT_MET): NOT_MET,
        (MET, UNDETERMINED): UNDETERMINED,
        (NOT_MET, NOT_MET): NOT_MET,
        (NOT_MET, UNDETERMINED): NOT_MET,
        (UNDETERMINED, UNDETERMINED): UNDETERMINED,
    }
    for (one, other), expected in table.items():
        assert all_of([one, other]) is all_of([other, one]) is expected


def test_any_of_is_kleenes_or():
    table = {
        (MET, MET): MET,
        (MET, NOT_MET): MET,
        (MET, UNDETERMINED): MET,
        (NOT_MET, NOT_MET): NOT_MET,
        (NOT_MET, UNDETERMINED): UNDETERMINED,
        (UNDETERMINED, UNDETERMINED): UNDETERMINED,
    }
    for (one, other), expected in table.items():
        assert any_of([one, other]) is any_of([other, one]) is expected


def test_nothing_asked_is_met_and_nothing_offered_is_not():
    assert all_of([]) is MET
    assert any_of([]) is NOT_MET


def test_not_leaves_the_unknown_unknown():
    assert [negation(verdict) for verdict in (MET, NOT_MET, UNDETERMINED)] == [NOT_MET, MET, UNDETERMINED]


def test_and_and_or_are_each_others_mirror():
    for verdicts in itertools.product(Verdict, repeat=3):
        assert negation(all_of(verdicts)) is any_of([negation(verdict) for verdict in verdicts])

"""The quick reader of JSON takes what the careful one takes, to the same dossier, and leaves it everything else."""

import copy
import json
import unicodedata
from pathlib import Path

import pytest
from examples import BARE, CONTRACT_YAML
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import dossiers

import langnghe
from langnghe.engine.dossier import Dossier
from langnghe.engine.limits import DEFAULT, Limits
from langnghe.engine.reading.dossiers import validated
from langnghe.engine.reading.quick import read_quickly
from langnghe.engine.reading.source import parse

VILLAGES = sorted((Path(__file__).parent.parent / "fixtures" / "villages").glob("*.yaml"))
CONTRACT = langnghe.loads(CONTRACT_YAML).content()

MARKS = "\u0316\u0300"  # in the wrong order, so not NFC
TEXTS = st.sampled_from(
    [
        *("", " ", "\t", "x", " x ", "x\n", "x\ny\tz", "\u00a0x\u3000", "\u2028x", "x\x1c", "x\x85", "x\x85y", "\x7f"),
        *("x\x00", "x\x0cy", "x\r\ny", "\ud800", "\U0001f600", "«x»", 'x "y" z', "x\\y", "x\\u0041", "\\b", "\ufeffx"),
        *("Mộc", unicodedata.normalize("NFD", "Mộc"), "\u0301x", "a" + "\u0301" * 40, "a" + MARKS, "\u212b", "가각"),
        *("á" * 200, "x" * 201, "x" * 4000, "x" * 4001, " " * 4000 + "x", "x" + " " * 300, "ộ" * 4000),
        *("a" + "\u0301" * 199, " " * 150 + "a" + "\u0301" * 60, "x" * 180 + "a" + "\u0316" * 40),
        *(
            "có",
            "Không",
            " yes",
            "no",
            "true",
            "1965",
            "196X",
            "2022-07-29",
            "20220729",
            "2022-02-30",
            "2022-13",
            "1960-05",
        ),
        *(
            "2001-21",
            "1954?",
            "../1954~",
            "[..1954]",
            "1954/",
            "/",
            "unknown",
            "2022-07-29T00:00",
            "２０２２",
            "２０２２-０７",
        ),
        *(
            "323",
            ">=300",
            "hơn 300",
            "gần 0",
            "khoảng 300",
            "300..350",
            "350..300",
            "1" * 19,
            "-1",
            "٣",
            "<1",
            ">999999999",
        ),
        *("craft_village", "none", "district", "household_list", "household_list:3", "household_list:0", "|plan"),
    ]
)
NUMBERS = st.sampled_from([0, 1, 7, 8, -1, -0, 1000, 1001, 10**9, 2**63, 2**64, 10**400, 1.0, 4.5, -0.0, 1e300, 1965])
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["value", "evidence", "holds", "by", "on", "votes", "for", "against", "name", "kind", "x", "á"]
            ),
            inner,
            max_size=3,
        )
        | st.fixed_dictionaries({"value": inner, "evidence": st.lists(TEXTS, max_size=2) | inner})
    ),
    max_leaves=5,
)


def places(tree, way=()):
    """Every place in a tree, a mapping's keys and a list's indices."""
    for key in sorted(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ():
        yield (*way, key)
        yield from places(tree[key], (*way, key))


@st.composite
def trees(draw):
    """Dossiers, whole ones most of all, with none or some of their values wrapped, replaced, removed or added."""
    tree = copy.deepcopy(draw(st.sampled_from([CONTRACT, BARE]) | dossiers()))
    for _ in range(draw(st.sampled_from([0, 0, 1, 1, 2, 4]))):
        *way, key = draw(st.sampled_from(list(places(tree)) or [("id",)]))
        holder = tree
        for part in way:
            holder = holder[part]
        match draw(st.sampled_from(["wrap", "wrap", "replace", "replace", "remove", "add"])):
            case "wrap":
                cited = draw(
                    st.sampled_from([["household_list"], ["household_list:3", "other"], [], None, "other", ["x"]])
                )
                holder[key] = {"value": holder[key], "evidence": cited}
            case "replace":
                holder[key] = draw(VALUES)
            case "remove" if isinstance(holder, dict):
                del holder[key]
            case "add" if isinstance(holder, dict):
                holder[draw(TEXTS)] = draw(VALUES)
    return tree


@st.composite
def texts(draw):
    """JSON as programs write it and as hands spoil it: spaces, escapes, and a few bytes that were not there."""
    indent, ascii_only = draw(st.sampled_from([None, None, 2])), draw(st.booleans())
    text = json.dumps(draw(trees()), ensure_ascii=ascii_only, indent=indent)
    for old, new in draw(
        st.lists(
            st.sampled_from(
                [
                    *(("a", "\\u0061"), ("/", "\\/"), ('"id"', '"title"'), ('"name"', '"id"'), ('"id"', '"\\u0069d"')),
                    *((": ", ":"), (", ", " ,\n"), ("{", '{"id": "x\\u0022", '), ("{", '{"name": "\\"", '), ('"', "'")),
                    *(
                        ("}", ',"x":1}'),
                        ("}", "}}"),
                        ("4", "4.0"),
                        ("4", "1e400"),
                        ("4", "NaN"),
                        ("4", "04"),
                        ("4", "-0"),
                    ),
                ]
            ),
            max_size=2,
        )
    ):
        text = text.replace(old, new, draw(st.sampled_from([1, 2, -1])))
    data = text.encode("utf-8", "surrogatepass")
    if draw(st.sampled_from([False, False, False, True])):
        at = draw(st.integers(0, len(data)))
        slip = draw(
            st.sampled_from(
                [b"\xef\xbb\xbf", b"\x00", b"\xff", b"\xc2\x85", b"\xcc\x81", b'"', b"{", b" ", b"\\", b"x"]
            )
        )
        data = data[:at] + slip + data[at:]
    return data


def careful(data):
    return validated(parse(data, as_json=True))


def the_same(one, other):
    """Equal in all that a dossier is, and not only where pydantic looks."""
    return (
        one == other
        and repr(one) == repr(other)
        and list(one.__dict__) == list(other.__dict__)
        and one.model_fields_set == other.model_fields_set
        and one.model_dump(exclude_unset=True) == other.model_dump(exclude_unset=True)
        and one.evidence == other.evidence
        and list(one.evidence) == list(other.evidence)
        and one.remarks == other.remarks
        and json.dumps(one.content()) == json.dumps(other.content())
        and one.sha256 == other.sha256
    )


@settings(max_examples=600, deadline=None)
@given(texts())
@example(b'{"a":1,"a":2}')
@example(json.dumps(CONTRACT).replace('{"name"', '{"name": "\\u0022", "name"').encode())
def test_what_is_read_quickly_is_what_the_careful_reader_reads(data):
    dossier = read_quickly(data)
    assert dossier is None or the_same(dossier, careful(data))


def told(data, **how):
    """What a reader gives: the dossier, or every problem with its place."""
    try:
        return langnghe.loads(data, **how).content()
    except langnghe.InvalidDossier as error:
        return error.problems


@settings(max_examples=150, deadline=None)
@given(texts(), st.sampled_from([True, None]))
def test_loading_says_of_any_text_what_the_careful_reader_says(data, as_json):
    other = Limits()  # equal to the default limits, but not they: the careful reader alone counts by them
    assert told(data, as_json=as_json) == told(data, as_json=as_json, limits=other)


@pytest.mark.parametrize("path", VILLAGES, ids=lambda path: path.stem)
def test_every_real_village_is_read_quickly(path):
    content = langnghe.load(path).content()
    for ascii_only in (False, True):
        dossier = read_quickly(json.dumps(content, ensure_ascii=ascii_only).encode())
        assert dossier is not None
        assert the_same(dossier, langnghe.load(path))


@settings(max_examples=50, deadline=None)
@given(dossiers())
def test_evidence_and_findings_are_read_quickly(tree):
    tree["place"] = {"value": tree["place"], "evidence": ["other:2"]}
    written = json.dumps(tree)
    assert (read_quickly(written.encode()) is None) == any(doubt in written for doubt in "?~")
    assert Dossier.model_validate(tree).evidence == {"place": ("other:2",)}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"households": {"total": 10, "participating": 11}}, "more households than there are"),
        ({"households": {"total": 0}}, "no household"),
        ({"title": "traditional_craft", "crafts": []}, "no craft"),
        ({"title": "traditional_craft", "crafts": [{"name": "a"}, {"name": "b"}]}, "two crafts"),
        ({"crafts": [{"name": "a", "practised_since": "1954?"}]}, "a date for the grammar, in a part"),
        ({"households": {"total": {"value": 5, "evidence": ["nothing"]}}}, "evidence of no kind"),
        ({"households": {"total": {"value": 5, "evidence": "other"}}}, "evidence that is no list"),
        ({"sources": ["x\x00"]}, "a control character, escaped"),
        ({"sources": ["x\x7f"]}, "a control character, as it is"),
        ({"sources": ["x\x85y"]}, "a control character of the second set"),
        ({"sources": ["\u0301\u0316"]}, "marks out of order"),
        ({"sources": [""]}, "an empty text"),
        ({"sources": [" \t"]}, "a blank text"),
        ({"id": 4.0}, "a fraction"),
        ({"environment": {"self_management_group": 1}}, "a number for a yes"),
        ({"received_on": float("nan")}, "no number"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_wants_a_closer_look_is_left_to_the_careful_reader(change, why):
    assert read_quickly(json.dumps(BARE).encode()) is not None
    assert read_quickly(json.dumps(BARE | change, ensure_ascii=False).encode()) is None, why


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"id": ', '"id": "x", "id": '),
        ('"id": ', '"\\u0069d": "x", "id": '),
        ('"name": ', '"name": {}, "name": '),
        ('"id": "', '"id": "x", "id": "\\u0022'),  # written out, an escaped quote makes up for half a lost key
        ('"id": "', '"id": 1, "id": "\\u0022\\u0022'),
    ],
)
def test_a_key_that_stands_twice_is_never_read_quickly(old, new):
    data = json.dumps(BARE).replace(old, new, 1).encode()
    assert json.loads(data).keys() == BARE.keys()
    assert read_quickly(data) is None
    assert [each.code for each in told(data)] == ["key_twice"]


def test_marks_piled_up_are_broken_up_as_ever():
    """In NFC as it stands; yet a text this long gets a joiner after thirty marks."""
    content = BARE | {"sources": ["a" + "\u0316" * 40 + "x" * 200]}
    data = json.dumps(content, ensure_ascii=False).encode()
    assert the_same(read_quickly(data), careful(data))
    assert "\u034f" in read_quickly(data).sources[0]


def test_nesting_is_held_to_the_limit_also_where_evidence_hides_it():
    for depth, quick in ((DEFAULT.depth - 1, True), (DEFAULT.depth, False)):
        data = json.dumps(BARE).encode().replace(b'"id": "', b'"id": ' + b'{"value":' * depth + b'"', 1)
        data = data.replace(b'", "title"', b'"' + b"}" * depth + b', "title"', 1)
        assert (read_quickly(data) is not None) is quick
        assert ("too_deep" in str(told(data))) is not quick


def test_a_large_file_is_left_to_the_reader_that_counts():
    data = json.dumps(BARE).encode()
    assert read_quickly(data.ljust(DEFAULT.values)) is not None
    assert read_quickly(data.ljust(DEFAULT.values + 1)) is None


def test_a_finding_by_itself_is_one_object_that_nobody_can_change():
    first, second = (langnghe.loads(json.dumps(CONTRACT)).environment for _ in range(2))
    assert first.self_management_group == second.self_management_group
    with pytest.raises(ValueError, match="frozen"):
        first.self_management_group.holds = False

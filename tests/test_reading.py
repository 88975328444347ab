"""Files that cannot be used, and odd ones that can: every problem at its line, never a traceback."""

import io
import json
import os
import re
import sys
from pathlib import Path

import pytest
import yaml
from examples import CONTRACT_YAML
from hypothesis import given, settings
from hypothesis import strategies as st

import langnghe
from langnghe.engine.limits import DEFAULT
from langnghe.engine.reading.source import parse
from langnghe.engine.values import parse_count

FIXTURES = Path(__file__).parent.parent / "fixtures"
MALFORMED = yaml.safe_load((FIXTURES / "malformed" / "expected.yaml").read_text("utf-8"))
ODD = yaml.safe_load((FIXTURES / "odd" / "expected.yaml").read_text("utf-8"))


def refused(path):
    with pytest.raises(langnghe.InvalidDossier) as error:
        langnghe.load(path)
    return error.value


def covers(shown, wanted):
    """A problem told at a part counts for what stands within it."""
    return (
        shown == wanted
        or shown.startswith((f"{wanted}.", f"{wanted}["))
        or wanted.startswith((f"{shown}.", f"{shown}["))
    )


@pytest.mark.parametrize("folder", ["malformed", "odd"])
def test_every_file_has_an_expectation_and_nothing_else_does(folder):
    present = {path.name for path in (FIXTURES / folder).iterdir()} - {"expected.yaml"}
    assert present == set({"malformed": MALFORMED, "odd": ODD}[folder])


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_file_is_refused_with_every_problem_at_its_line(name):
    path = FIXTURES / "malformed" / name

    problems = refused(path).problems

    for wanted in MALFORMED[name]:
        matching = [each for each in problems if covers(each.path, wanted["path"])]
        assert matching, f"no problem at {wanted['path'] or 'the whole file'}: {problems}"
        if wanted["lines"]:
            assert any(each.line in wanted["lines"] for each in matching), matching
    for each in problems:
        assert any(covers(each.path, wanted["path"]) for wanted in MALFORMED[name]), f"nothing is wrong at {each.path}"


@pytest.mark.parametrize("name", MALFORMED)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_problem_is_one_line_of_words(name, lang):
    path = FIXTURES / "malformed" / name

    for line in refused(path).lines(lang):
        assert re.fullmatch(rf"{re.escape(str(path))}(:\d+)?: .{{10,}}", line)
        assert line.isprintable()
        assert not re.search(r"[{]\w*[}]|Traceback|pydantic|None|<class", line)


def test_a_problem_that_is_printed_says_where_and_what_in_words():
    with pytest.raises(langnghe.InvalidDossier) as caught:
        langnghe.loads("format: langnghe/dossier/v1\nid: A\ntitle: craft_village\nhouseholds: {total: 0}\n")

    [shown] = [str(each) for each in caught.value.problems if each.path == "households.total"]
    assert shown.startswith("4: households.total: tổng số hộ bằng 0")


@pytest.mark.parametrize("name", ODD)
def test_an_odd_file_is_read(name):
    dossier = langnghe.load(FIXTURES / "odd" / name)

    for path, wanted in ODD[name].items():
        value = dossier
        for part in re.findall(r"\w+", path):
            value = value[int(part)] if part.isdigit() else getattr(value, part)
        counted = path.startswith("households.") and wanted is not None
        expected = parse_count(wanted) if counted else wanted
        assert (list(value) if isinstance(value, tuple) else value) == expected, path


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    [problem] = refused(huge).problems

    assert problem.code == "too_large"


def test_a_file_of_the_largest_size_is_still_read(tmp_path):
    full = tmp_path / "full.yaml"
    full.write_bytes(CONTRACT_YAML.encode().ljust(DEFAULT.file_bytes, b"\n"))
    assert langnghe.load(full).id == "HY-2022-001"

    full.write_bytes(CONTRACT_YAML.encode().ljust(DEFAULT.file_bytes + 1, b"\n"))
    assert [each.code for each in refused(full).problems] == ["too_large"]


def test_a_directory_a_missing_and_an_unreadable_file_are_told_apart(tmp_path):
    locked = tmp_path / "locked.yaml"
    locked.write_text(CONTRACT_YAML, "utf-8")

    assert [each.code for each in refused(tmp_path).problems] == ["directory"]
    assert [each.code for each in refused(tmp_path / "nowhere.yaml").problems] == ["no_such_file"]
    locked.chmod(0)
    if not os.access(locked, os.R_OK):  # the superuser reads everything
        assert [each.code for each in refused(locked).problems] == ["unreadable"]


def test_standard_input_is_read_as_yaml_or_json(monkeypatch):
    as_json = json.dumps(langnghe.loads(CONTRACT_YAML).content())
    for text in (CONTRACT_YAML, as_json):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
        assert langnghe.load("-") == langnghe.loads(CONTRACT_YAML)


def test_problems_of_standard_input_are_named_with_a_dash(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"id: 1")))

    assert refused("-").lines()[0].startswith("-:1: ")


def test_a_json_file_is_held_to_json(tmp_path):
    path = tmp_path / "dossier.json"
    path.write_text(CONTRACT_YAML, "utf-8")

    assert [each.code for each in refused(path).problems] == ["json_syntax"]


def test_a_problem_in_json_is_told_at_its_line(tmp_path):
    made = langnghe.loads(CONTRACT_YAML).content()
    made["households"]["total"] = -5
    path = tmp_path / "dossier.json"
    path.write_text(json.dumps(made, indent=2, ensure_ascii=False), "utf-8")

    [problem] = refused(path).problems

    assert '"total": -5' in path.read_text("utf-8").splitlines()[problem.line - 1]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0123", "0123"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        ("12:30", "12:30"),
        ("on", "on"),
        ("no", "no"),
        ("2022-07-29", "2022-07-29"),
        ("1.5", "1.5"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-3", -3),
        ('"3"', "3"),
        ("'null'", "null"),
        ("!!str 3", "3"),
    ],
)
def test_a_plain_word_of_yaml_is_a_word_and_not_a_guess(written, read):
    assert parse(f"key: {written}\n".encode(), as_json=False).tree == {"key": read}


def test_terminal_codes_in_a_file_reach_nobodys_terminal():
    with pytest.raises(langnghe.InvalidDossier) as error:
        langnghe.loads(json.dumps({"\u001b[2J\nid": "\u001b]0;x\u0007"}), name="a\u001b.json")

    for line in error.value.lines():
        assert line.isprintable()


def test_the_line_is_the_values_own_after_comments_and_blank_lines():
    text = "# Hồ sơ\n\n" + CONTRACT_YAML.replace("total: 596", "# tổng\n\n  total: rất nhiều")

    with pytest.raises(langnghe.InvalidDossier) as error:
        langnghe.loads(text)

    [problem] = error.value.problems
    assert text.splitlines()[problem.line - 1].strip() == "total: rất nhiều"


def told_or_read(data):
    """Whether the bytes are a dossier, or their problems are told in both languages."""
    try:
        langnghe.loads(data)
    except langnghe.InvalidDossier as error:
        return all(line for lang in ("vi", "en") for line in error.lines(lang)) and error.lines()
    return True


LINES = CONTRACT_YAML.splitlines(keepends=True)


@settings(max_examples=200, deadline=None)
@given(
    edits=st.lists(
        st.tuples(
            st.integers(0, len(LINES) - 1),
            st.integers(0, 30),
            st.sampled_from(
                [*"{}[]:,-&*!|>'\"%@`#?~\t\n ", "- ", ": ", "<<: *a", "\u0000", "\ud7ff", "é", "..", "X", "null"]
            ),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_slip_of_the_pen_is_never_a_traceback(edits):
    """Wherever a character slips in, the file is read or its problems are told."""
    lines = list(LINES)
    for row, column, slip in edits:
        lines[row] = lines[row][:column] + slip + lines[row][column:]
    assert told_or_read("".join(lines).encode())


@settings(max_examples=150, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
        max_leaves=6,
    ),
    st.sampled_from(
        [
            *("place", "activities", "households", "production", "environment", "crafts", "documents", "titles_held"),
            *("sources", "received_on", "format", "title", "id"),
        ]
    ),
)
def test_no_value_in_the_place_of_another_makes_the_reader_fail(value, key):
    made = langnghe.loads(CONTRACT_YAML).content() | {key: value}
    assert told_or_read(json.dumps(made, allow_nan=True).encode())


def test_any_bytes_are_a_dossier_or_problems():
    for data in (
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"---\n...",
        b"%YAML 9.9\n---\n",
        b"!!binary x",
        b"&a",
        b"*a",
        b"? ",
        b"\t",
        b"{",
        b"}",
    ):
        with pytest.raises(langnghe.InvalidDossier) as error:
            langnghe.loads(data)
        assert error.value.lines()


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [("[..1954]", None, 1954), ("[1954..]", 1954, None), ("[1954..1960]", 1954, 1960)],
)
def test_brackets_of_a_date_that_nobody_quoted_are_no_list(written, first, last):
    span = langnghe.loads(CONTRACT_YAML.replace("15XX", written)).crafts[0].practised_since

    assert (span.first and span.first.year, span.last and span.last.year) == (first, last)
    assert span == langnghe.loads(CONTRACT_YAML.replace("15XX", f"'{written}'")).crafts[0].practised_since


@pytest.mark.parametrize(
    "written", ["[]", "[[1954]]", "[null]", "[true]", "[a, b]", "[1954]", "[1954, 1960]", "[a..b]"]
)
def test_a_list_that_is_no_date_is_refused(written):
    with pytest.raises(langnghe.InvalidDossier) as caught:
        langnghe.loads(CONTRACT_YAML.replace("15XX", written))

    assert [each.code for each in caught.value.problems] == ["date_edtf"]


@pytest.mark.parametrize(
    ("name", "code"), [("", "no_such_file"), ("a" * 5000, "unreadable"), ("a\0b", "unreadable"), (".", "directory")]
)
def test_a_name_that_no_file_can_have_is_a_problem_like_any_other(name, code):
    assert [each.code for each in refused(name).problems] == [code]

"""The quick reader of YAML reads what the careful one reads, or leaves it to it."""

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from langnghe.engine.limits import RULE_FILES, Limits
from langnghe.engine.reading import source
from langnghe.engine.reading.yaml_tree import UnusualError, read_plain_yaml

ROOT = Path(__file__).parent.parent
FILES = sorted(
    [*ROOT.glob("rules/**/*.yaml"), *ROOT.glob("fixtures/villages/*.yaml"), *ROOT.glob("engine/words/messages/*.yaml")]
)
SMALL = Limits(values=12, depth=4, key=6)


def carefully(text, limits):
    return source._careful_yaml(text, limits)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_rule_files_and_dossiers_are_read_at_once_and_alike(path):
    text = path.read_text("utf-8")
    assert read_plain_yaml(text, RULE_FILES) == carefully(text, RULE_FILES).tree


PIECES = st.sampled_from(
    [
        *("a", "b", "tên", "te\u0302n", "abcdefg", "null", "~", "true", "False", "0", "12", "-3", "0123", "1.5", "no"),
        *("'12'", '"x"', "!!str 5", "!!int '5'", "! 5", "!x 5", "&a ", "&b ", "*a", "*b", "<<", "? ", ": ", ":", "- "),
        *("{", "}", "[", "]", ", ", "\n", "\n  ", "\n    ", "|\n  ", ">-\n  ", "# c\n", "---\n", "...\n"),
    ]
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
@example("a: &a {b: [1, *a]}")  # in itself
@example("a: &a [x, y]\nb: *a\nc: &c {d: *a}\ne: *c")
@example("&a a: 1\n*a : 2")
@example("a: &a 1\nb: &a 2\nc: *a")  # named twice
@example("a: *b\nb: &b 1")  # before it is named
@example("a: [[[[[1]]]]]")
@example("a: &a [1, 2, 3]\nb: [*a, *a, *a, *a]")  # more than is read, once the names are followed
@example("{a: 1, a: 2}")
@example("[a]: 1")
@example("a\n---\nb")
@example("~")
@example("")
def test_whatever_it_takes_it_reads_as_the_careful_reader_does(text):
    try:
        tree = read_plain_yaml(text, SMALL)
    except UnusualError:
        return
    found = carefully(text, SMALL)
    assert (found.tree, found.problems) == (tree, [])


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.text(st.characters(codec="utf-8"), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abcđê", min_size=1), inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(plain, st.booleans())
def test_it_takes_whatever_is_sound(tree, flow):
    """Nothing sound is read twice, but for what the limits stop."""
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow)
    found = carefully(text, RULE_FILES)
    if not found.problems:
        assert read_plain_yaml(text, RULE_FILES) == found.tree


@pytest.mark.parametrize("line", [1, 3])
def test_a_problem_has_its_line_though_the_text_was_read_without(line):
    found = source.parse(b"a: 1\nb:\n  c: [x,\n    y]\n", as_json=False)
    assert not found.lines
    assert found.line_of(("a",) if line == 1 else ("b", "c", 0)) == line

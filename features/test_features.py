"""Runs every scenario of this folder, and keeps the folder fit to be read by lawyers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from pytest_bdd import scenarios
from pytest_bdd.feature import get_features
from pytest_bdd.steps import step_function_context_registry

FOLDER = Path(__file__).parent
FEATURE_FILES = sorted(FOLDER.rglob("*.feature"))
PROVISION = re.compile(r"[a-z]+-\d+-\d{4}/dieu-\d+(/khoan-\d+)?(/diem-[a-zđ])?")

scenarios(str(FOLDER))


def rendered_steps() -> set[tuple[str, str]]:
    """Give every step of every scenario, with the rows of its table filled in."""
    return {
        (step.type, step.name)
        for feature in get_features([str(FOLDER)])
        for template in feature.scenarios.values()
        for row in [row for table in template.examples for row in table.as_contexts()] or [{}]
        for step in template.render(row).steps
    }


@pytest.mark.parametrize("path", FEATURE_FILES, ids=lambda path: path.stem)
def test_feature_file_is_composed_unicode(path: Path) -> None:
    """Vietnamese letters are composed (NFC), as the steps' own are."""
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("path", FEATURE_FILES, ids=lambda path: path.stem)
def test_scenario_names_differ(path: Path) -> None:
    """Of two scenarios with one name in a file, pytest-bdd would silently run only the last."""
    names = re.findall(r"^\s*(?:Kịch bản|Khung kịch bản): (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_every_scenario_names_its_provision() -> None:
    """Each scenario carries the điểm, khoản or Điều that it states, in the rulebook's own form."""
    for feature in get_features([str(FOLDER)]):
        for scenario in feature.scenarios.values():
            provisions = scenario.tags - {"ranh-gioi"}
            assert provisions, scenario.name
            assert all(PROVISION.fullmatch(tag) for tag in provisions), scenario.name


def test_no_identifier_is_shown_to_a_lawyer() -> None:
    """No step or name has an underscore, a dotted path or a year written the computer's way."""
    shown = {name for _, name in rendered_steps()}
    shown |= {name for feature in get_features([str(FOLDER)]) for name in (feature.name, *feature.scenarios)}
    assert [name for name in shown if re.search(r"_|[a-z]\.[a-z]|\d{4}-\d{2}-\d{2}|\d{2}X", name)] == []


def test_every_step_is_understood_in_one_way_and_every_sentence_is_used() -> None:
    """A step that two definitions match would be run by either; a definition that none matches is dead."""
    definitions = [
        context
        for context in step_function_context_registry.values()
        if context.step_func.__module__.startswith("langnghe.features.steps.")
    ]
    used = set()
    for kind, name in rendered_steps():
        matching = [each for each in definitions if each.type == kind and each.parser.is_matching(name)]
        assert len(matching) == 1, (name, [each.parser.name for each in matching])
        used.add(id(matching[0]))
    assert [each.parser.name for each in definitions if id(each) not in used] == []

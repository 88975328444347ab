"""The limits of what is read: as the page says, for one call alone, and each of them really one."""

from __future__ import annotations

import dataclasses
import io
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from docx import Document
from examples import CONTRACT_YAML

import langnghe
from langnghe.engine.dossier import Dossier
from langnghe.engine.limits import DEFAULT, MAX_ENTRIES, RULE_FILES, Limits
from langnghe.engine.problems import InvalidTemplate
from langnghe.engine.text import MAX_TEXT
from langnghe.engine.workbook.writer import workbook
from langnghe.engine.writing.docx_template import fill

EXCELS = Path(__file__).parent.parent / "fixtures" / "workbooks" / "lang-vi-du.xlsx"
PAGE = Path(__file__).parent.parent / "docs" / "gioi-han.md"
UNITS = {"MB": 1024 * 1024, "": 1}


def codes(data, limits):
    with pytest.raises(langnghe.InvalidDossier) as refused:
        langnghe.loads(data, limits=limits)
    return {problem.code for problem in refused.value.problems}


def test_the_page_lists_every_limit_with_its_default():
    rows = re.findall(r"^\| `(\w+)` \| .+ \| ([\d.]+) ?(MB|) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    told = {name: int(number.replace(".", "")) * UNITS[unit] for name, number, unit in rows}
    assert told == dataclasses.asdict(DEFAULT)


def test_the_page_says_how_many_values_a_rule_file_may_have():
    assert f"của một tệp quy tắc: {RULE_FILES.values:,}".replace(",", ".") in PAGE.read_text("utf-8")


def test_what_the_format_limits_is_the_default():
    schema = Dossier.model_json_schema()
    (crafts,) = [each for each in schema["properties"]["crafts"]["anyOf"] if "maxItems" in each]
    assert (DEFAULT.text, DEFAULT.entries) == (MAX_TEXT, MAX_ENTRIES) == (4_000, crafts["maxItems"])


LONG = CONTRACT_YAML.replace("Mão Chinh", "M" * 120, 1)


@pytest.mark.parametrize(
    ("limits", "data", "code"),
    [
        ({"file_bytes": 100}, CONTRACT_YAML, "too_large"),
        ({"depth": 2}, CONTRACT_YAML, "too_deep"),
        ({"values": 20}, CONTRACT_YAML, "too_many"),
        ({"key": 5}, CONTRACT_YAML, "key_long"),
        ({"text": 100}, LONG, "text_long"),
        ({"entries": 2}, CONTRACT_YAML.replace("activities: [4]", "activities: [1, 2, 3]"), "list_long"),
        ({"dates": 1}, CONTRACT_YAML.replace('"2015"', '"2015~"').replace("2022-06-30", '"2022-06~"'), "dates_many"),
        ({"dates": 1}, CONTRACT_YAML.replace('"2015"', "2015-21").replace("2022-06-30", "2022-22"), "dates_many"),
        ({"problems": 2}, "a: 1\nb: 1\nc: 1\nd: 1\n", "problems_more"),
    ],
)
def test_a_limit_of_a_document_can_be_lowered_and_is_kept(limits, data, code):
    assert code in codes(data, Limits(**limits))
    assert langnghe.loads(CONTRACT_YAML, limits=DEFAULT).id == "HY-2022-001"


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        ({"file_bytes": 100}, "too_large"),
        ({"workbook_unpacked": 1_000}, "workbook_unpacked"),
        ({"workbook_part": 100}, "workbook_unpacked"),
        ({"workbook_ratio": 1}, "workbook_unpacked"),
        ({"workbook_parts": 3}, "workbook_unpacked"),
        ({"workbook_tags": 100}, "workbook_tags"),
        ({"workbook_rows": 3}, "workbook_rows"),
        ({"workbook_columns": 1}, "heading_missing"),
        ({"text": 4}, "text_long"),
        ({"problems": 1, "text": 3}, "problems_more"),
    ],
)
def test_a_limit_of_a_workbook_can_be_lowered_and_is_kept(limits, code):
    content = workbook(langnghe.loads(CONTRACT_YAML))
    assert langnghe.loads(content).id == "HY-2022-001"
    assert code in codes(content, Limits(**limits))


@pytest.mark.parametrize(
    ("limits", "code"), [({"workbook_strings": 1_000}, "workbook_unpacked"), ({"households": 2}, "workbook_households")]
)
def test_limits_of_what_excel_keeps_apart_and_of_households(limits, code):
    assert code in codes(EXCELS.read_bytes(), Limits(**limits))


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        ({"template_bytes": 100}, "template_large"),
        ({"template_unpacked": 1_000}, "template_large"),
        ({"template_parts": 3}, "template_large"),
        ({"template_tags": 100}, "template_crowded"),
        ({"template_braces": 10}, "template_crowded"),
        ({"minutes_characters": 1_000}, "template_endless"),
    ],
)
def test_a_limit_of_a_template_can_be_lowered_and_is_kept(limits, code):
    document = Document()
    for _ in range(20):
        document.add_paragraph("{{ ten }}")
    packed = io.BytesIO()
    document.save(packed)
    assert fill(packed.getvalue(), {"ten": "Mão Chinh"}, "")
    with pytest.raises(InvalidTemplate) as refused:
        fill(packed.getvalue(), {"ten": "Mão Chinh"}, "", Limits(**limits))
    assert [problem.code for problem in refused.value.problems] == [code]


def test_json_is_held_to_the_same_limits():
    for data, limits, code in (
        ('{"a": [[[[1]]]]}', Limits(depth=3), "too_deep"),
        ('{"a": [1, 2, 3, 4, 5]}', Limits(values=4), "too_many"),
        ('{"a": {"b": 1, "c": 2}, "d": 3}', Limits(values=4), "too_many"),
        ('{"khóa dài": 1}', Limits(key=5), "key_long"),
    ):
        assert codes(data, limits) == {code}


def test_a_limit_can_be_raised():
    deep = CONTRACT_YAML + "\nx: " + "[" * 50 + "]" * 50
    assert codes(deep, DEFAULT) == {"too_deep"}
    assert codes(deep, Limits(depth=60)) == {"unknown_key"}


def test_limits_of_several_threads_do_not_mix():
    """Each call has its own; nothing is set for the others."""

    def ask(number):
        limits = Limits(values=20) if number % 2 else DEFAULT
        try:
            return bool(langnghe.loads(CONTRACT_YAML, limits=limits))
        except langnghe.InvalidDossier:
            return False

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(200))) == [number % 2 == 0 for number in range(200)]


@pytest.mark.parametrize("wrong", [{"depth": 0}, {"values": -1}, {"text": True}, {"key": 1.5}, {"file_bytes": "8"}])
def test_a_limit_is_a_whole_number_from_one_on(wrong):
    with pytest.raises(ValueError, match="whole number"):
        Limits(**wrong)


def test_what_the_format_limits_cannot_be_raised():
    with pytest.raises(ValueError, match="4000"):
        Limits(text=4_001)
    with pytest.raises(ValueError, match="10000"):
        Limits(entries=10_001)


def test_a_path_is_held_to_the_limits_that_are_given(tmp_path):
    path = tmp_path / "ho-so.yaml"
    path.write_text(CONTRACT_YAML, "utf-8")
    assert langnghe.load(path, limits=Limits(file_bytes=5_000)).id == "HY-2022-001"
    with pytest.raises(langnghe.InvalidDossier):
        langnghe.load(path, limits=Limits(file_bytes=500))


def test_of_too_many_problems_the_first_are_told_and_that_there_are_more():
    wrong = "\n".join(f"khóa_{number}: 1" for number in range(3_000))
    with pytest.raises(langnghe.InvalidDossier) as refused:
        langnghe.loads(wrong)
    *told, last = refused.value.lines()
    assert len(told) == DEFAULT.problems
    assert "còn lỗi nữa" in last

"""A blank dossier to fill in, as YAML: every key of the format, each with what it asks for."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from langnghe.engine.words.messages import knows, say
from langnghe.engine.workbook.layout import FINDINGS, SHEETS, Kind

if TYPE_CHECKING:
    from langnghe.engine.workbook.layout import Field

_COLUMN: Final = 32  # where comments begin
_LINE: Final = re.compile(r"(?P<indent>#?[ -]*)(?P<key>\w+):(?P<rest>.*)")
_LISTS: Final = {Kind.GROUPS, Kind.NAMES, Kind.ENTRIES}


def yaml_template(lang: str = "vi") -> str:
    """Write the blank in a language: nothing is known yet, and only what is required keeps it from being valid."""
    skeleton = files("langnghe.engine.writing").joinpath("templates/dossier.yaml").read_text(encoding="utf-8")
    fields = {field.id: field for sheet in SHEETS for field in (*sheet.questions, *sheet.columns)}
    lines = [f"# {line}" for line in say("workbook.yaml.head", lang).splitlines()]
    above: list[tuple[int, str]] = []  # the keys that the line stands under, with their indents
    for line in skeleton.splitlines():
        match = _LINE.fullmatch(line)
        assert match  # noqa: S101  the skeleton is ours
        indent = len(match["indent"].replace("#", " " if above else ""))
        above = [(other, key) for other, key in above if other < indent]
        above.append((indent, match["key"]))
        path = ".".join(key for _, key in above)
        comment = "" if match["rest"] else _comment(path, fields.get(path), lang)
        lines.append(f"{line:<{_COLUMN}} # {comment}" if comment else line)
    return "\n".join(lines) + "\n"


def _comment(path: str, field: Field | None, lang: str) -> str:
    if path in FINDINGS:
        return say("workbook.yaml.yes_no", lang, label=say(f"workbook.finding.{path}", lang))
    if field is None:
        return say(f"workbook.yaml.{path}", lang)
    if knows(f"workbook.yaml.{path}", lang):  # where the words of the workbook would read oddly beside a key
        return say(f"workbook.yaml.{path}", lang)
    label = say(f"workbook.label.{path}", lang)
    if field.choices:
        words = ", ".join(f"{value} ({say(f'{field.worded}.{value}', lang)})" for value in field.choices)
        label = say("workbook.yaml.choices", lang, label=label, choices=words)
    elif field.kind is Kind.YES_NO:
        label = say("workbook.yaml.yes_no", lang, label=label)
    elif field.kind in _LISTS:
        label = say("workbook.yaml.list", lang, label=label)
    return say("workbook.yaml.required", lang, label=label) if field.required else label

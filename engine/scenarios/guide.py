"""The guide to the vocabulary, in Markdown: written from the sentences themselves, with examples from our scenarios."""

from __future__ import annotations

import importlib
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.scenarios.gherkin import parsed
from langnghe.engine.scenarios.texts import SUFFIX, feature_text
from langnghe.engine.scenarios.vocabulary import STEPS, Definition, definition_of, definitions
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from langnghe.engine.scenarios.models import Feature, Step

_LANG: Final = "vi"  # the sentences are Vietnamese, and so is the guide to them
_HEAD: Final = "guide.md"
_ON_ONE_LINE: Final = 4  # choices; more of them are listed below each other


def guide() -> str:
    """Give the whole guide: its written head, every sentence by kind of step, and how to fill each kind of slot."""
    head = files(STEPS).joinpath(_HEAD).read_text(encoding="utf-8")
    examples = _examples()
    parts = [head.rstrip()]
    for kind in ("given", "when", "then"):
        parts.append(f"\n### {say(f'scenario.kind.{kind}', _LANG)}\n")
        parts += [_entry(each, examples.get(each)) for each in definitions() if each.kind == kind]
    parts.append(f"\n## {say('scenario.guide.slots', _LANG)}\n")
    parts += [_kind(name, kind) for name, kind in _common().items()]
    return "\n".join(parts) + "\n"


def shipped() -> Iterator[Feature]:
    """Read the scenarios that are part of this package."""
    for name, file in _files(files("langnghe").joinpath("features"), ""):
        text = feature_text(file.read_bytes())
        if isinstance(text, str):
            feature, _ = parsed(text, name, _LANG)
            if feature is not None:
                yield feature


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(SUFFIX):
            yield f"{prefix}{entry.name}", entry


def _examples() -> dict[Definition, Step]:
    """Give the first use of each sentence."""
    found: dict[Definition, Step] = {}
    for feature in shipped():
        for rule in feature.rules:
            for scenario in rule.scenarios:
                for step in feature.steps_of(rule, scenario):
                    filled = step.filled(scenario.cases[0].values)
                    definition = definition_of(filled.kind, filled.text)
                    if definition is not None:
                        found.setdefault(definition, filled)
    return found


def _entry(definition: Definition, example: Step | None) -> str:
    lines = [f"- **{definition.shown}**"]
    common = _common()
    for name, kind in definition.parser.kinds.items() if definition.slots else ():
        if f"«{name}»" in definition.shown and kind is not common.get(name):
            lines.append(_kind(name, kind, "  "))
    if example and (definition.slots or example.table):
        word = say(f"scenario.kind.{definition.kind}", _LANG)
        lines.append(f"  {say('scenario.guide.example', _LANG)}")
        lines += ["", "  ```gherkin", f"  {word} {example.text}", *_rows(example.table), "  ```", ""]
    if definition.table:
        for column, kind in definition.table.columns.items():
            if kind is not None:
                lines.append(_kind(column, kind, "  ", "scenario.guide.column"))
    return "\n".join(lines)


def _rows(table: list[list[str]] | None) -> list[str]:
    if not table:
        return []
    widths = [max(len(row[index]) for row in table) for index in range(len(table[0]))]
    return [
        "    | " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in table
    ]


def _kind(name: str, kind: Any, indent: str = "", key: str = "scenario.guide.slot") -> str:  # noqa: ANN401  a Kind of the steps
    head = f"{indent}- {say(key, _LANG, name=name)}:"
    if kind.hint or len(kind.choices) <= _ON_ONE_LINE:
        return f"{head} {kind.hint or '; '.join(kind.choices)}"
    return "\n".join([head, *(f"{indent}  - {choice}" for choice in kind.choices)])


def _common() -> dict[str, Any]:
    kinds: dict[str, Any] = importlib.import_module(f"{STEPS}.sentences").KINDS
    return kinds

"""What is wrong with a feature file before it is run: sentences, tables, provisions, rows of data."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher, get_close_matches
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.problems import Problem
from langnghe.engine.scenarios.models import BOUNDARY_TAG, slots_in
from langnghe.engine.scenarios.vocabulary import definition_of, definitions, nearest
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from langnghe.engine.scenarios.models import Case, Feature, Step
    from langnghe.engine.scenarios.vocabulary import Definition

_KEYWORDS: Final = ("Biết", "Cho", "Khi", "Thì", "Và", "Nhưng")
_STEP: Final = tuple(f"{keyword} " for keyword in _KEYWORDS)
_HEADING_OF_STEPS: Final = re.compile(r"\s*(Bối cảnh|Kịch bản|Khung kịch bản|Tình huống|Khung tình huống)\s*:")
_HEADING: Final = re.compile(rf"{_HEADING_OF_STEPS.pattern}|\s*(Tính năng|Quy tắc|Dữ liệu)\s*:")
_ALIKE: Final = 0.75
_SHORTEST: Final = 3  # letters: two-letter words of a description are too easily like a keyword


def check_feature(feature: Feature, text: str, provisions: Iterable[str], lang: str) -> list[Problem]:
    """Check a feature file.

    Takes the feature, its text, every provision of the law by its full id, and the language of messages. Gives each
    problem once, in the order of the file.
    """
    known = set(provisions)
    problems = [*_tags(feature, text, known), *_lost_steps(text), *_twice(feature)]
    for rule in feature.rules:
        for scenario in rule.scenarios:
            for case in scenario.cases:
                for step in feature.steps_of(rule, scenario):
                    problems += _columns(step, case)
                    problems += _step(step.filled(case.values), step, case, lang)
    seen = {(each.line, each.code, str(each.context)): each for each in problems}
    return sorted(seen.values(), key=lambda each: each.line or 0)


def provision_ids(provisions: Iterable[str]) -> set[str]:
    """Give every id that a tag may name: provisions, and the clauses and articles that hold them."""
    named = set()
    for provision in provisions:
        parts = provision.split("/")
        named |= {"/".join(parts[:length]) for length in range(2, len(parts) + 1)}
    return named


def _tags(feature: Feature, text: str, known: set[str]) -> Iterator[Problem]:
    scenarios = [each for rule in feature.rules for each in rule.scenarios]
    tags = [*feature.tags, *(tag for rule in feature.rules for tag in rule.tags)]
    tags += [tag for scenario in scenarios for tag in scenario.tags]
    for tag in dict.fromkeys(tags):
        if tag == BOUNDARY_TAG or tag in known:
            continue
        near = get_close_matches(tag, sorted(known), n=1, cutoff=0.3)
        for number, line in enumerate(text.split("\n"), 1):
            if line.lstrip().startswith("@") and f"@{tag}" in line.split():
                context = {"got": f"@{tag}", "near": f"@{near[0]}" if near else "…"}
                yield Problem("scenario.provision", line=number, context=context)


def _lost_steps(text: str) -> Iterator[Problem]:
    """A line that begins with a keyword wrongly written is read as a description, and would silently not be run."""
    described = False  # below a heading that steps follow, and above the first of them
    for number, line in enumerate(text.split("\n"), 1):
        words = line.split()
        if _HEADING.match(line):
            described = _HEADING_OF_STEPS.match(line) is not None
        elif line.lstrip().startswith(_STEP):
            described = False
        elif described and words and (meant := _keyword_like(words[0])):
            yield Problem("scenario.keyword", line=number, context={"got": words[0], "want": meant})


def _keyword_like(word: str) -> str | None:
    bare = _bare(word)
    for keyword in _KEYWORDS:
        same = bare == _bare(keyword)
        if same or (len(word) >= _SHORTEST and SequenceMatcher(a=word, b=keyword).ratio() >= _ALIKE):
            return keyword
    return None


def _bare(word: str) -> str:
    """The word without marks and capitals."""
    return "".join(each for each in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(each))


def _twice(feature: Feature) -> Iterator[Problem]:
    """Of two scenarios with one name in a file, pytest-bdd would run only the last."""
    first: dict[str, int] = {}
    for rule in feature.rules:
        for scenario in rule.scenarios:
            if scenario.name in first:
                context = {"name": scenario.name, "first": first[scenario.name]}
                yield Problem("scenario.name_twice", line=scenario.line, context=context)
            first.setdefault(scenario.name, scenario.line)


def _columns(step: Step, case: Case) -> Iterator[Problem]:
    """Every ``<name>`` in a step needs a column of that name, in each table of data."""
    cells = [cell for row in step.table or [] for cell in row]
    for slot in dict.fromkeys(name for part in (step.text, *cells) for name in slots_in(part)):
        if slot not in case.values:
            context = {"slot": slot, "columns": ", ".join(case.values) or "…"}
            yield Problem("scenario.no_column", line=step.line, context=context)


def without_expectation(feature: Feature) -> Iterator[Problem]:
    """Find scenarios that say nothing of what must hold: they would hold whatever the law.

    To be asked of a file that is right otherwise; a mistake elsewhere may have cost it a step.
    """
    for rule in feature.rules:
        for scenario in rule.scenarios:
            if not any(step.kind == "then" for step in feature.steps_of(rule, scenario)):
                yield Problem("scenario.no_expectation", line=scenario.line, context={"name": scenario.name})


def _step(step: Step, written: Step, case: Case, lang: str) -> Iterator[Problem]:
    if slots_in(step.text):
        return  # a missing column has been told of
    definition = definition_of(step.kind, step.text)
    row = say("scenario.row", lang, line=case.line) if step.text != written.text else ""
    if definition is None:
        yield _not_understood(step, row, lang)
        return
    try:
        definition.parser.parse_arguments(step.text)
    except ValueError as error:
        hints = " ".join(f"«{name}»: {kind.hint}" for name, kind in _shown_kinds(definition).items() if kind.hint)
        context = {"got": step.text, "why": str(error), "row": row, "want": hints}
        yield Problem("scenario.slot", line=step.line, context=context)
    yield from _table(step, definition)


def _not_understood(step: Step, row: str, lang: str) -> Problem:
    context = {"got": f"{step.keyword} {step.text}", "row": row}
    other = next((each for each in definitions() if each.matches(step.text)), None)
    if other is not None:
        want = say(f"scenario.kind.{other.kind}", lang)
        return Problem("scenario.other_kind", line=step.line, context=context | {"want": want})
    near = nearest(step.kind, step.text)
    if near is None:
        return Problem("scenario.unknown_step", line=step.line, context=context)
    definition, form = near
    hints = "; ".join(
        f"«{name}» {say('scenario.is', lang)} {kind.hint or ', '.join(kind.choices)}"
        for name, kind in _shown_kinds(definition).items()
        if kind.hint
    )
    template = "" if form == definition.shown else say("scenario.template", lang, template=definition.shown)
    near_by = f"«{form}»{template}" + (f" ({hints})" if hints else "")
    return Problem("scenario.unknown_step_near", line=step.line, context=context | {"near": near_by})


def _shown_kinds(definition: Definition) -> dict[str, Any]:
    kinds = definition.parser.kinds if definition.slots else {}
    return {name: kind for name, kind in kinds.items() if f"«{name}»" in definition.shown}


def _table(step: Step, definition: Definition) -> Iterator[Problem]:
    table = definition.table
    if table is None:
        if step.table is not None:
            yield Problem("scenario.table_unwanted", line=step.table_lines[0], context={"got": step.text})
        return
    names = list(table.columns)
    wanted = f"| {' | '.join(names)} |"
    if step.table is None:
        yield Problem("scenario.table_missing", line=step.line, context={"got": step.text, "want": wanted})
        return
    rows = list(zip(step.table, step.table_lines, strict=True))
    if table.headed:
        (header, line), *rows = rows
        if header != names:
            yield _header(header, names, line, wanted)
            return
    for row, line in rows:
        if len(row) != len(names):
            yield Problem("scenario.table_width", line=line, context={"got": len(row), "want": wanted})
            continue
        for cell, (name, kind) in zip(row, table.columns.items(), strict=True):
            if kind is not None and not _readable(kind, cell):
                context = {"got": cell, "column": name, "want": kind.hint or ", ".join(kind.choices)}
                yield Problem("scenario.cell", line=line, context=context)


def _header(header: list[str], names: list[str], line: int, wanted: str) -> Problem:
    missing = [name for name in names if name not in header]
    if missing:
        context = {"missing": ", ".join(f"«{name}»" for name in missing), "want": wanted}
        return Problem("scenario.table_column", line=line, context=context)
    extra = [name for name in header if name not in names]
    if extra:
        context = {"extra": ", ".join(f"«{name}»" for name in extra), "want": wanted}
        return Problem("scenario.table_extra", line=line, context=context)
    return Problem("scenario.table_order", line=line, context={"want": wanted})


def _readable(kind: Any, cell: str) -> bool:  # noqa: ANN401  a Kind of the steps, which are no part of the engine
    if re.fullmatch(kind.pattern, cell) is None:
        return False
    try:
        kind.read(cell)
    except (ValueError, KeyError):
        return False
    return True

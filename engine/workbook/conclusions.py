"""The findings of the council, read: one a row, each of one craft or of one title held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.workbook import words
from langnghe.engine.workbook.layout import ATTRIBUTION, CONCLUSIONS, EVIDENCE, FINDINGS
from langnghe.engine.workbook.paths import put_at
from langnghe.engine.workbook.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from langnghe.engine.workbook.container import Grid, Row
    from langnghe.engine.workbook.draft import Draft
    from langnghe.engine.workbook.tables import Table

_FINDING, _SUBJECT, _HOLDS, *_ = CONCLUSIONS.columns
_NUMBERED: Final = re.compile(r"#\s*(\d{1,5})")


def read_conclusions(draft: Draft, grid: Grid) -> None:
    """Read the findings into the crafts and titles that they are of; these must have been read before."""
    table = table_of(draft, CONCLUSIONS, grid)
    if table is None:
        return
    for row in table.rows():
        given = [column for column, at in table.columns.items() if row.at(at) is not None]
        if set(given) - {_FINDING, _SUBJECT}:  # a row without a conclusion yet says nothing
            _conclusion(draft, table, row)


def subject_index(wanted: Any, names: Sequence[str | None]) -> int | None:  # noqa: ANN401  what a cell holds
    """Tell which of the named things is meant: the only one, the one of that name, or ``#2``, the second."""
    if wanted is None:
        return 0 if len(names) == 1 else None
    text = words.folded(str(wanted))
    if match := _NUMBERED.fullmatch(text):
        index = int(match[1]) - 1
        return index if 0 <= index < len(names) else None
    same = [index for index, name in enumerate(names) if name is not None and words.folded(name) == text]
    return same[0] if len(same) == 1 else None


def subject_name(index: int, names: Sequence[str | None]) -> str | None:
    """Name one of several so that :func:`subject_index` finds it."""
    name = names[index]
    return name if name is not None and subject_index(name, names) == index else f"#{index + 1}"


def _conclusion(draft: Draft, table: Table, row: Row) -> None:
    raw, place = table.cell(row, _FINDING)
    if raw is None:
        draft.wrong("finding_unnamed", "", place)
        return
    finding = draft.value(_FINDING, raw, "", place)
    if finding is None:
        return
    part, key = FINDINGS[finding]
    entries = draft.tree.get(part) or []
    subject, place = table.cell(row, _SUBJECT)
    index = subject_index(subject, names_of(part, entries))
    if index is None:
        sheet = words.sheet_name_of(part, draft.lang)
        draft.wrong("finding_subject", "", place, got=str(subject or "")[:60], number=len(entries), sheet=sheet)
        return
    path = f"{part}[{index}].{key}"
    if path in draft.places:
        draft.wrong("finding_twice", path, table.cell(row, _FINDING)[1], other=draft.places[path])
        return
    value = _read(draft, table, row, path)
    if value is not None:
        entries[index][key] = value


def names_of(part: str, entries: Sequence[dict[str, Any]]) -> list[str | None]:
    """Give the names by which findings may speak of crafts, or of titles held (their decisions)."""
    return [entry.get("name" if part == "crafts" else "decision") for entry in entries]


def _read(draft: Draft, table: Table, row: Row, path: str) -> dict[str, Any] | None:
    raw, place = table.cell(row, _HOLDS)
    draft.expect(path, place, words.label(_HOLDS, draft.lang))
    holds = draft.value(_HOLDS, raw, path, place)
    value: dict[str, Any] = {}
    for column in ATTRIBUTION:
        raw, there = table.cell(row, column)
        detail = f"{path}.{column.path}"
        draft.expect(detail, there, words.label(column, draft.lang))
        read = draft.value(column, raw, detail, there)
        if read is not None and column.path:
            put_at(value, column.path, read)
    raw, there = table.cell(row, EVIDENCE)
    draft.cite(EVIDENCE, raw, path, there)
    if holds is None:
        if value and not any(problem.path == path for problem in draft.problems):
            draft.wrong("finding_open", path, place)
        return None
    return {"holds": holds, **value}

"""The rows of the workbook's tables, from a dossier: one mapping of columns to values a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.workbook.cells import LONGEST
from langnghe.engine.workbook.codec import to_cell
from langnghe.engine.workbook.conclusions import names_of, subject_name
from langnghe.engine.workbook.layout import ATTRIBUTION, CONCLUSIONS, EVIDENCE, FINDINGS, OTHER_EVIDENCE, Kind
from langnghe.engine.workbook.paths import value_at

if TYPE_CHECKING:
    from langnghe.engine.workbook.layout import Field, Sheet

_FINDING, _SUBJECT, _HOLDS, *_ = CONCLUSIONS.columns
Entry = dict["Field", Any]
Evidence = dict[str, tuple[str, ...]]
_ROOM: Final = LONGEST // 2  # a letter outside the basic plane takes two of the units that Excel counts


def rows_of(sheet: Sheet, tree: dict[str, Any], evidence: Evidence, lang: str) -> list[Entry]:
    """Give the rows of a table; evidence that finds its cell is taken out of ``evidence``."""
    if sheet is CONCLUSIONS:
        return _conclusions(tree, evidence)
    if sheet is OTHER_EVIDENCE:
        return [{sheet.key: path, EVIDENCE: evidence.pop(path)} for path in list(evidence)]
    rows: list[Entry] = []
    for index, entry in enumerate(value_at(tree, sheet.lists) or () if sheet.lists else ()):
        path = f"{sheet.lists}[{index}]"
        rows += _entry(sheet, entry, path, evidence, lang)
    return rows


def _entry(sheet: Sheet, entry: dict[str, Any], path: str, evidence: Evidence, lang: str) -> list[Entry]:
    first: Entry = {}
    more: list[Entry] = []
    for column in sheet.columns:
        if column.path is None:
            continue
        if column.kind is Kind.EVIDENCE:
            here = f"{path}.{column.path}" if column.path else path
            first[column] = evidence.pop(here, None)
        elif column.kind is Kind.NAMES:
            part, *rest = _portions(column, value_at(entry, column.path), lang)
            first[column] = part
            more += [{column: each} for each in rest]
        else:
            first[column] = value_at(entry, column.path)
    return [first, *more]


def _portions(column: Field, names: list[str] | None, lang: str) -> list[list[str] | None]:
    """Spread names over as many cells as they need."""
    if not names:
        return [names]
    portions: list[list[str] | None] = []
    part: list[str] = []
    room = 0
    for name in names:
        size = len(str(to_cell(column, [name], lang))) + 2
        if part and room + size > _ROOM:
            portions.append(part)
            part, room = [], 0
        part.append(name)
        room += size
    return [*portions, part]


def _conclusions(tree: dict[str, Any], evidence: Evidence) -> list[Entry]:
    """Give the findings made, and for each craft those still open; of a blank, the findings that a craft needs."""
    rows: list[Entry] = []
    for part in dict.fromkeys(part for part, _ in FINDINGS.values()):
        entries = tree.get(part)
        names = names_of(part, entries or [])
        for index in range(len(names)) if entries is not None or part != "crafts" else [None]:
            for finding, (holder, key) in FINDINGS.items():
                if holder != part:
                    continue
                made = None if index is None else value_at(tree, f"{part}[{index}].{key}")
                if made is None and part != "crafts":
                    continue
                row: Entry = {_FINDING: finding}
                if index is not None:
                    row[_SUBJECT] = None if len(names) == 1 else subject_name(index, names)
                if made is not None:
                    row |= _made(made if isinstance(made, dict) else {"holds": made})
                    row[EVIDENCE] = evidence.pop(f"{part}[{index}].{key}", None)
                rows.append(row)
    return rows


def _made(finding: dict[str, Any]) -> Entry:
    return {_HOLDS: finding["holds"], **{column: value_at(finding, column.path or "") for column in ATTRIBUTION}}

"""A workbook to a dossier's document, each value with its cell; everything wrong is found in one reading."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.dossier import FORMAT
from langnghe.engine.limits import DEFAULT, Limits
from langnghe.engine.words.messages import LANGUAGES
from langnghe.engine.workbook import words
from langnghe.engine.workbook.conclusions import read_conclusions
from langnghe.engine.workbook.container import WorkbookError, open_grids
from langnghe.engine.workbook.draft import Draft, TooManyProblems
from langnghe.engine.workbook.households import read_households
from langnghe.engine.workbook.layout import CONCLUSIONS, EVIDENCE, GENERAL, HOUSEHOLDS, OTHER_EVIDENCE, SHEETS, Sheet
from langnghe.engine.workbook.questions import read_questions
from langnghe.engine.workbook.tables import read_list, table_of

if TYPE_CHECKING:
    from langnghe.engine.workbook.container import Grid

_NEAR: Final = 0.75  # how alike the name of a sheet must be to be taken for a slip of the pen


def read_workbook(data: bytes, limits: Limits = DEFAULT) -> tuple[dict[str, Any] | None, Draft]:
    """Read the bytes of a workbook, as far as the limits go.

    Gives the document in ``langnghe/dossier/v1``, ``None`` where the file cannot be read as a dossier at all, and the
    draft with its problems, remarks, and the cell of each value.
    """
    draft = Draft(limits)
    try:
        names, grids = open_grids(data, lambda name: _sheet_named(name) is not None, limits)
        by_sheet = _by_sheet(draft, names, grids)
        if GENERAL not in by_sheet:
            if not draft.problems:
                draft.wrong("sheet_missing", "", "", sheet=words.sheet_name(GENERAL, draft.lang))
            return None, draft
        _read(draft, by_sheet)
    except WorkbookError as error:
        draft.problems = [error.problem]
        return None, draft
    except TooManyProblems:
        return None, draft
    return draft.whole(), draft


def _read(draft: Draft, by_sheet: dict[Sheet, Grid]) -> None:
    draft.tree |= {"format": FORMAT, "place": {}, "households": {}, "production": {}, "environment": {}}
    for sheet, grid in by_sheet.items():
        draft.place(grid, 1, 0)  # problems are told in the order of the sheets
        if sheet.questions:
            read_questions(draft, sheet, grid)
        if sheet.lists:
            read_list(draft, sheet, grid)
    if HOUSEHOLDS in by_sheet:
        read_households(draft, by_sheet[HOUSEHOLDS])
    if CONCLUSIONS in by_sheet:
        read_conclusions(draft, by_sheet[CONCLUSIONS])
    if OTHER_EVIDENCE in by_sheet:
        _read_other_evidence(draft, by_sheet[OTHER_EVIDENCE])


def _read_other_evidence(draft: Draft, grid: Grid) -> None:
    table = table_of(draft, OTHER_EVIDENCE, grid)
    for row in table.rows() if table else ():
        raw, place = table.cell(row, OTHER_EVIDENCE.key) if table else (None, "")
        path = str(raw or "").strip()
        draft.places.setdefault(path, place)
        if table:
            cited, there = table.cell(row, EVIDENCE)
            draft.cite(EVIDENCE, cited, path, there)


def _sheet_named(name: str) -> Sheet | None:
    text = words.folded(name)
    return next(
        (sheet for sheet in SHEETS for lang in LANGUAGES if words.folded(words.sheet_name(sheet, lang)) == text), None
    )


def _by_sheet(draft: Draft, names: list[str], grids: list[Grid]) -> dict[Sheet, Grid]:
    """Tell which sheet is which, in the order of the layout; the workbook's language is that of its first sheet."""
    found: dict[Sheet, Grid] = {}
    for grid in grids:
        sheet = _sheet_named(grid.name)
        if sheet in found:
            draft.wrong("sheet_twice", "", grid.name, other=found[sheet].name)
        elif sheet:
            found[sheet] = grid
    general = found.get(GENERAL)
    draft.lang = _language(general.name) if general else draft.lang
    missing = {
        words.folded(words.sheet_name(sheet, lang)): sheet
        for sheet in SHEETS
        for lang in LANGUAGES
        if sheet not in found and sheet is not OTHER_EVIDENCE
    }
    for name in names:
        near = get_close_matches(words.folded(name), missing, n=1, cutoff=_NEAR)
        if near and _sheet_named(name) is None:
            draft.wrong("sheet_near", "", name, got=name, near=words.sheet_name(missing[near[0]], draft.lang))
    return {sheet: found[sheet] for sheet in SHEETS if sheet in found}


def _language(name: str) -> str:
    return next(lang for lang in LANGUAGES if words.folded(words.sheet_name(GENERAL, lang)) == words.folded(name))

"""The table of a sheet, read: found by its headings, one entry a row, columns in any order."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.workbook import words
from langnghe.engine.workbook.layout import Kind
from langnghe.engine.workbook.paths import put_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.workbook.container import Grid, Row
    from langnghe.engine.workbook.draft import Draft
    from langnghe.engine.workbook.layout import Field, Sheet

_NEAR: Final = 0.8  # how alike a heading must be to be taken for a slip of the pen


def table_heading(sheet: Sheet, grid: Grid) -> Row | None:
    """Find the row of headings: it has the table's key column and one more."""
    if not sheet.columns:
        return None
    known = words.labelled(sheet.columns)
    for row in grid.rows:
        found = {known[text] for cell in row.cells if isinstance(cell, str) and (text := words.folded(cell)) in known}
        if sheet.key in found and len(found) > 1:
            return row
    return None


class Table:
    """The table of one sheet: where its columns stand, and its rows."""

    def __init__(self, draft: Draft, sheet: Sheet, grid: Grid, heading: Row) -> None:
        self.draft, self.sheet, self.grid, self.heading = draft, sheet, grid, heading
        self.columns: dict[Field, int] = {}
        known = words.labelled(sheet.columns)
        for at, cell in enumerate(heading.cells):
            if not isinstance(cell, str):
                continue
            text = words.folded(cell)
            if text in known:
                self.columns.setdefault(known[text], at)
            elif near := get_close_matches(text, known, n=1, cutoff=_NEAR):
                likely = words.label(known[near[0]], draft.lang)
                place = draft.place(grid, heading.number, at)
                draft.wrong("heading_near", "", place, got=cell[:60], near=likely)

    def rows(self) -> Iterator[Row]:
        """Give the rows below the heading that have something in a known column, headings printed again left out."""
        labels = words.labelled(self.sheet.columns)
        for row in self.grid.rows:
            if row.number <= self.heading.number:
                continue
            cells = {column: row.at(at) for column, at in self.columns.items()}
            key = cells.get(self.sheet.key)
            if isinstance(key, str) and labels.get(words.folded(key)) is self.sheet.key:
                continue
            if any(cell is not None for cell in cells.values()):
                yield row

    def cell(self, row: Row, column: Field) -> tuple[Any, str]:
        """Give what the cell of a column holds, and where it stands."""
        at = self.columns.get(column)
        place = self.draft.place(self.grid, row.number, at) if at is not None else ""
        return row.at(at), place or self.draft.place(self.grid, row.number, self.columns[self.sheet.key])


def table_of(draft: Draft, sheet: Sheet, grid: Grid) -> Table | None:
    """Find the table of a sheet; a sheet with something in it but no headings is a problem."""
    heading = table_heading(sheet, grid)
    if heading is None:
        if grid.rows:
            others = [column for column in sheet.columns if column is not sheet.key]
            draft.wrong(
                "heading_missing",
                "",
                draft.place(grid, grid.rows[0].number, 0),
                label=words.label(sheet.key, draft.lang),
                other=words.label(others[0], draft.lang),
            )
        return None
    return Table(draft, sheet, grid, heading)


def read_list(draft: Draft, sheet: Sheet, grid: Grid) -> None:
    """Read a table of entries (crafts, documents, titles held) into the list of that name."""
    table = table_of(draft, sheet, grid)
    if table is None:
        return
    entries: list[dict[str, Any]] = []
    first = ""
    for row in table.rows():
        _, place = table.cell(row, sheet.key)
        first = first or place
        if not (entries and _goes_on(table, row, entries[-1], f"{sheet.lists}[{len(entries) - 1}]")):
            entries.append(_entry(table, row, f"{sheet.lists}[{len(entries)}]"))
    if not entries:
        return
    if draft.tree.get(sheet.lists) == []:
        draft.wrong("none_but_rows", sheet.lists, draft.places.get(sheet.lists, first))
    draft.tree[sheet.lists] = entries


def _entry(table: Table, row: Row, path: str) -> dict[str, Any]:
    draft = table.draft
    entry: dict[str, Any] = {}
    for column in table.columns:
        if column.path is None:
            continue
        raw, place = table.cell(row, column)
        here = f"{path}.{column.path}" if column.path else path
        if column.kind is Kind.EVIDENCE:
            draft.cite(column, raw, here, place)
            continue
        draft.expect(here, place, words.label(column, draft.lang))
        value = draft.value(column, raw, here, place)
        if column.kind is Kind.PRESENCE:
            value = {} if value else None
        if value is not None:
            put_at(entry, column.path, value)
    for column in table.sheet.columns:  # a column that was deleted still has a place to name
        if column.required and column.path and column not in table.columns:
            draft.expect(f"{path}.{column.path}", table.cell(row, column)[1], words.label(column, draft.lang))
    return entry


def _goes_on(table: Table, row: Row, entry: dict[str, Any], path: str) -> bool:
    """Add to the entry above where a row has nothing but more of its names (a merged first column, or many names)."""
    filled = [column for column, at in table.columns.items() if row.at(at) is not None]
    if len(filled) != 1 or filled[0].kind is not Kind.NAMES or filled[0].path is None:
        return False
    raw, place = table.cell(row, filled[0])
    names = table.draft.value(filled[0], raw, f"{path}.{filled[0].path}", place)
    if names:
        put_at(entry, filled[0].path, [*(entry.get(filled[0].path) or []), *names])
    return True

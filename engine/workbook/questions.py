"""The questions of a sheet, read: labels in one column, answers in another, wherever these two stand."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.words.messages import say
from langnghe.engine.workbook import words
from langnghe.engine.workbook.layout import ATTRIBUTION, EVIDENCE, Kind
from langnghe.engine.workbook.paths import put_at, value_at
from langnghe.engine.workbook.tables import table_heading

if TYPE_CHECKING:
    from langnghe.engine.workbook.container import Grid, Row
    from langnghe.engine.workbook.draft import Draft
    from langnghe.engine.workbook.layout import Field, Sheet

_NEAR: Final = 0.75  # how alike a label must be to be taken for a slip of the pen
_ITEM, _ANSWER = "workbook.heading.item", "workbook.heading.answer"


def read_questions(draft: Draft, sheet: Sheet, grid: Grid) -> None:
    """Read the answers of a sheet into the draft."""
    heading = _heading(grid)
    if heading is None:
        if grid.rows and sheet.questions:
            place = draft.place(grid, grid.rows[0].number, 0)
            draft.wrong("heading_missing", "", place, label=say(_ITEM, draft.lang), other=say(_ANSWER, draft.lang))
        return
    reading = _Reading(draft, sheet, grid, heading)
    table = table_heading(sheet, grid)
    for row in grid.rows:
        if row.number > heading.number and (table is None or row.number < table.number):
            reading.row(row)


def _heading(grid: Grid) -> Row | None:
    for row in grid.rows:
        texts = {words.folded(cell) for cell in row.cells if isinstance(cell, str)}
        if texts & words.spoken(_ITEM) and texts & words.spoken(_ANSWER):
            return row
    return None


class _Reading:
    """One sheet's questions, row by row."""

    def __init__(self, draft: Draft, sheet: Sheet, grid: Grid, heading: Row) -> None:
        self.draft, self.sheet, self.grid = draft, sheet, grid
        labels = {words.folded(cell): at for at, cell in enumerate(heading.cells) if isinstance(cell, str)}
        self.item = next(at for label, at in labels.items() if label in words.spoken(_ITEM))
        self.answer = next(at for label, at in labels.items() if label in words.spoken(_ANSWER))
        beside = words.labelled((EVIDENCE, *ATTRIBUTION) if sheet.attributed else (EVIDENCE,))
        self.beside = {beside[label]: at for label, at in labels.items() if label in beside}
        self.known = words.labelled(sheet.questions)
        self.answered: dict[str, str] = {}
        self.going_on: Field | None = None

    def row(self, row: Row) -> None:
        """Read the answer of one row, or one more entry of the answer above."""
        item, raw = row.at(self.item), row.at(self.answer)
        place = self.draft.place(self.grid, row.number, self.answer)
        if item is None:
            if raw is not None and self.going_on:
                self._entry(self.going_on, raw, place)
            elif raw is not None:
                self.draft.wrong("answer_without_label", "", place)
            return
        question = self.known.get(words.folded(str(item)))
        self.going_on = question if question and question.kind is Kind.ENTRIES else None
        filled = raw is not None or any(row.at(at) is not None for at in self.beside.values())
        if question is None:
            if filled:
                self._unknown(row, str(item))
        elif question.id in self.answered and filled:
            self.draft.wrong("label_twice", question.id, place, other=self.answered[question.id])
        else:
            if filled:
                self.answered[question.id] = place
            self._answer(question, row, raw, place)

    def _unknown(self, row: Row, item: str) -> None:
        near = get_close_matches(words.folded(item), self.known, n=1, cutoff=_NEAR)
        code = "label_near" if near else "label_unknown"
        likely = words.label(self.known[near[0]], self.draft.lang) if near else ""
        self.draft.wrong(code, "", self.draft.place(self.grid, row.number, self.item), got=item[:60], near=likely)

    def _answer(self, question: Field, row: Row, raw: Any, place: str) -> None:  # noqa: ANN401  what a cell holds
        draft, path = self.draft, question.id
        draft.expect(path, place, words.label(question, draft.lang))
        if EVIDENCE in self.beside:
            at = self.beside[EVIDENCE]
            draft.cite(EVIDENCE, row.at(at), path, draft.place(self.grid, row.number, at))
        if question.kind is Kind.ENTRIES:
            self._entry(question, raw, place)
            return
        value = draft.value(question, raw, path, place)
        if question.kind is Kind.YES_NO:
            value = self._finding(row, value, path, place)
        else:
            self._nothing_beside(row, path)
        if question.kind is Kind.PRESENCE:
            self._presence(path, value)
        elif value is not None:
            self._put(path, value, place)

    def _put(self, path: str, value: Any, place: str) -> None:  # noqa: ANN401  a value of a dossier
        """Put a value in its place; a detail of what there is none of is a contradiction."""
        if not put_at(self.draft.tree, path, value):
            self.draft.wrong("none_but_details", path, place, label=self.draft.labels[path])

    def _presence(self, path: str, value: Any) -> None:  # noqa: ANN401  yes, no or not known
        """Of a list, no means that it is empty; of the plan, that there is none, and yes that there is one."""
        is_list = path == self.sheet.lists
        if value is False:
            put_at(self.draft.tree, path, [] if is_list else False)
        elif value and not is_list:
            put_at(self.draft.tree, path, {})

    def _entry(self, question: Field, raw: Any, place: str) -> None:  # noqa: ANN401  what a cell holds
        entries = value_at(self.draft.tree, question.id)
        value = self.draft.value(question, raw, f"{question.id}[{len(entries or [])}]", place)
        if value == []:
            put_at(self.draft.tree, question.id, [])
        elif value is not None:
            put_at(self.draft.tree, question.id, [*(entries or []), value])
            self.draft.places[f"{question.id}[{len(entries or [])}]"] = place

    def _finding(self, row: Row, holds: Any, path: str, place: str) -> Any:  # noqa: ANN401  a value of a dossier
        details: dict[str, Any] = {}
        for column in ATTRIBUTION:
            if (at := self.beside.get(column)) is not None:
                there = self.draft.place(self.grid, row.number, at)
                detail = f"{path}.{column.path}"
                self.draft.expect(detail, there, words.label(column, self.draft.lang))
                value = self.draft.value(column, row.at(at), detail, there)
                if value is not None and column.path:
                    put_at(details, column.path, value)
        if holds is None and details:
            self.draft.wrong("finding_open", path, place)
        return None if holds is None else {"holds": holds, **details}

    def _nothing_beside(self, row: Row, path: str) -> None:
        for column in ATTRIBUTION:
            at = self.beside.get(column)
            if row.at(at) is not None and at is not None:
                self.draft.wrong("cell_unused", path, self.draft.place(self.grid, row.number, at))

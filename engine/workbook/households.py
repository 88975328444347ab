"""The list of households, read: how many there are, and which rows deserve a second look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.problems import Problem
from langnghe.engine.values import Count, parse_count
from langnghe.engine.workbook import words
from langnghe.engine.workbook.container import Unreadable, WorkbookError
from langnghe.engine.workbook.layout import HOUSEHOLDS
from langnghe.engine.workbook.paths import value_at
from langnghe.engine.workbook.tables import table_of

if TYPE_CHECKING:
    from langnghe.engine.workbook.container import Grid, Row
    from langnghe.engine.workbook.draft import Draft
    from langnghe.engine.workbook.tables import Table

_SHOWN: Final = 200  # row numbers that one remark names; the rest are counted

_NUMBER, _NAME, _ADDRESS, _, _GROUP, *_REST = HOUSEHOLDS.columns
_PATH: Final = "households.participating"
_GROUPS: Final = frozenset("1234567")  # as the format has them


def read_households(draft: Draft, grid: Grid) -> None:
    """Read the list into the draft.

    Households taking part are counted from it where their number is not stated, and the groups of trades taken
    from it where they are not. A household in the list twice, by name and address, counts once: the criterion
    counts households, and one household in two trades is still one. Rows that cannot be counted are remarked on.
    """
    table = table_of(draft, HOUSEHOLDS, grid)
    if table is None:
        return
    found = _Households(table)
    for row in table.rows():
        found.row(row)
    found.finish()


class _Households:
    """One list, row by row."""

    def __init__(self, table: Table) -> None:
        self.table, self.draft, self.sheet = table, table.draft, table.grid.name
        self.seen: dict[tuple[str, str], list[int]] = {}
        self.nameless: list[int] = []
        self.strange_groups: list[int] = []
        self.groups: set[int] = set()
        self.numbered_only: set[int] = set()
        self.counted: list[int] = []

    def row(self, row: Row) -> None:
        """Count one row that is not empty."""
        name, place = self.table.cell(row, _NAME)
        group, _ = self.table.cell(row, _GROUP)
        if isinstance(name, Unreadable):
            self.draft.wrong(name.code, _PATH, place, got=name.got)
            return
        if self._blank(row):
            self.numbered_only.add(row.number)
            return
        if self._column_numbers(row) or self._total(row):
            return
        self.counted.append(row.number)
        most = self.draft.limits.households
        if len(self.counted) > most:
            raise WorkbookError("workbook_households", self.sheet, most=most)
        if not isinstance(name, str) or not re.search(r"[^\W\d_]", name):
            self.nameless.append(row.number)
            return
        address, _ = self.table.cell(row, _ADDRESS)
        key = (words.folded(name), words.folded(str(address)) if address is not None else "")
        self.seen.setdefault(key, []).append(row.number)
        self._group(group, row.number)

    def _blank(self, row: Row) -> bool:
        """A row with nothing but its number in the list is one not filled in."""
        return all(row.at(at) is None for column, at in self.table.columns.items() if column is not _NUMBER)

    def _column_numbers(self, row: Row) -> bool:
        """Under the headings some forms number their columns: (1), (2) and so on, or A, B, 1."""
        filled = [str(cell).strip(" ()") for cell in row.cells if cell is not None]
        return not self.seen and len(filled) > 1 and all(re.fullmatch(r"[A-Z]|\d{1,2}", text) for text in filled)

    def _total(self, row: Row) -> bool:
        """A row of totals begins with a word for it, in whichever column; so may a name, with an address."""
        first = next((cell for cell in row.cells if isinstance(cell, str) and re.search(r"[^\W\d_]", cell)), "")
        text, totals = words.folded(first), words.spoken("workbook.total_row")
        if text in totals:
            return True
        named = isinstance(row.at(self.table.columns.get(_ADDRESS)), str) and not re.search(r"[\d:]", text)
        return not named and any(text.startswith((f"{word} ", f"{word}:")) for word in totals)

    def _group(self, group: Any, number: int) -> None:  # noqa: ANN401  what a cell holds
        if group is None:
            return
        if isinstance(group, float) and group.is_integer():
            group = int(group)
        parts = re.findall(r"\d+", str(group)) if isinstance(group, int | str) else []
        if parts and all(part in _GROUPS for part in parts):
            self.groups |= {int(part) for part in parts}
        else:
            self.strange_groups.append(number)

    def _empty_rows(self) -> list[int]:
        """Give the rows with nothing in them between the first and the last household."""
        if not self.counted:
            return []
        filled = {row.number for row in self.table.grid.rows} - self.numbered_only
        return [number for number in range(self.counted[0], self.counted[-1]) if number not in filled]

    def finish(self) -> None:
        """Put what the list tells into the draft."""
        twice = [numbers for numbers in self.seen.values() if len(numbers) > 1]
        self._remark("household_twice", [", ".join(map(str, numbers)) for numbers in twice])
        self._remark("household_empty_row", list(map(str, self._empty_rows())))
        self._remark("household_nameless", list(map(str, self.nameless)))
        self._remark("household_group", list(map(str, self.strange_groups)), "activities")
        tree = self.draft.tree
        if self.groups and tree.get("activities") is None and "activities" not in self._wrong():
            tree["activities"] = sorted(self.groups)
        if not self.seen or _PATH in self._wrong():
            return
        stated = value_at(tree, _PATH)
        if stated is None:
            tree["households"]["participating"] = len(self.seen)
            return
        count = _count(stated)
        if count and not (count.low <= len(self.seen) and (count.high is None or len(self.seen) <= count.high)):
            context = {"stated": stated, "listed": len(self.seen), "sheet": self.sheet}
            self.draft.remarks.append(Problem("household_list_differs", _PATH, None, context))

    def _wrong(self) -> set[str]:
        return {problem.path for problem in self.draft.problems}

    def _remark(self, code: str, rows: list[str], path: str = _PATH) -> None:
        if rows:
            shown = "; ".join([*rows[:_SHOWN], *["…"][: len(rows) - _SHOWN if len(rows) > _SHOWN else 0]])
            context = {"sheet": self.sheet, "rows": shown, "number": len(rows)}
            self.draft.remarks.append(Problem(code, path, None, context, place=self.sheet))


def _count(stated: Any) -> Count | None:  # noqa: ANN401  a value that the dossier has yet to check
    from pydantic_core import PydanticCustomError

    try:
        return parse_count(stated)
    except PydanticCustomError:
        return None

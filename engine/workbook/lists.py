"""The drop-down lists of the workbook: their values on a hidden sheet, offered in the cells that take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from langnghe.engine.words.messages import say
from langnghe.engine.workbook import words
from langnghe.engine.workbook.cells import put
from langnghe.engine.workbook.layout import DOCUMENTS, Field, Kind

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_GROUP_FIELD: Final = "household.group"
_STRICT: Final = {Kind.YES_NO, Kind.PRESENCE, Kind.CHOICE}  # other cells offer a list but take any text


class Lists:
    """The lists in use, each once, and on each sheet one rule a list for all the cells that offer it."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.name = say("workbook.sheet.lists", lang)
        self.values: list[tuple[str, ...]] = []
        self.rules: dict[tuple[str, int, bool], DataValidation] = {}

    def offer(self, page: Worksheet, field: Field, cells: str) -> None:
        """Offer a field's list in its cells, if it has one."""
        values = self._values(field)
        if not values:
            return
        if values not in self.values:
            self.values.append(values)
        at, strict = self.values.index(values), field.kind in _STRICT
        rule = self.rules.get((page.title, at, strict))
        if rule is None:
            rule = self.rules[page.title, at, strict] = self._rule(at, len(values), strict=strict)
            page.add_data_validation(rule)
        rule.add(cells)

    def write(self, book: Workbook) -> None:
        """Write the hidden sheet that the lists stand on."""
        page = book.create_sheet(self.name)
        for at, values in enumerate(self.values, 1):
            for row, value in enumerate(values, 1):
                put(page.cell(row, at), value)
        page.sheet_state = "hidden"

    def _values(self, field: Field) -> tuple[str, ...]:
        if field.id == _GROUP_FIELD:
            return tuple(map(str, range(1, 8)))
        if field.kind is Kind.EVIDENCE:
            return tuple(words.choice(kind, "document", self.lang) for kind in DOCUMENTS)
        if field.kind is Kind.YES_NO:
            return tuple(words.capitalised(say(f"value.{name}", self.lang)) for name in ("yes", "no", "unknown"))
        if field.kind is Kind.PRESENCE:
            return tuple(words.capitalised(say(f"value.{name}", self.lang)) for name in ("yes", "no"))
        return tuple(words.choice(value, field.worded, self.lang) for value in field.choices)

    def _rule(self, at: int, length: int, *, strict: bool) -> DataValidation:
        letter = get_column_letter(at + 1)
        rule = DataValidation(
            type="list",
            formula1=f"{quote_sheetname(self.name)}!${letter}$1:${letter}${length}",
            allow_blank=True,
            showErrorMessage=strict,
            showDropDown=False,
        )
        rule.errorTitle = say("workbook.choice_title", self.lang)
        rule.error = say("workbook.choice_wrong", self.lang)
        return rule

"""How facts lie in columns: one row a case, flat columns named by field path, null for *not known*.

A count is ``<field>.low`` and ``<field>.high`` (no upper bound: null), a date ``<field>.first`` and ``<field>.last``
(an open end: null), a finding a Boolean, a choice text, a list a Boolean that tells whether it has an entry. A date
open at both ends says nothing, so it is not known.

Crafts are one column, a list of such rows. Where no row has more than one craft they may lie flat instead, as most
registers have them: ``crafts`` tells like any list whether there is one, and its fields are columns beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, get_args

import polars as pl

from langnghe.engine.dossier import DocumentKind, TitleId
from langnghe.engine.facts import FIELDS
from langnghe.engine.law.anatomy import CHOICE, COUNT, DATE, LIST, YES_NO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from langnghe.engine.facts import Facts, Values

CRAFTS: Final = "crafts"
THE_CRAFT: Final = "crafts.the_craft"  # index of the craft that the title is about
DOCUMENT: Final = "documents."
HOLDS: Final = "holds."
_OF_A_CRAFT: Final = "crafts."

# The ends of a value of each kind, and what each end is stored as.
ENDS: Final[Mapping[str, tuple[tuple[str, pl.DataType], ...]]] = {
    COUNT: ((".low", pl.Int64()), (".high", pl.Int64())),
    DATE: ((".first", pl.Date()), (".last", pl.Date())),
    YES_NO: (("", pl.Boolean()),),
    CHOICE: (("", pl.String()),),
    LIST: (("", pl.Boolean()),),
}


def columns_of(field: str, kind: str) -> dict[str, pl.DataType]:
    """Give the columns that hold a field of a kind, with their types."""
    return {field + end: dtype for end, dtype in ENDS[kind]}


def within_craft(field: str) -> str:
    """Give a craft field's name inside the crafts column: ``practised_since`` for ``crafts.practised_since``."""
    return field.removeprefix(_OF_A_CRAFT)


def _flat_schema() -> dict[str, pl.DataType]:
    columns = {name: dtype for field, kind in FIELDS.items() for name, dtype in columns_of(field, kind).items()}
    columns |= {DOCUMENT + kind: pl.Boolean() for kind in get_args(DocumentKind)}
    return columns | {HOLDS + title: pl.Boolean() for title in get_args(TitleId)}


def _schema() -> dict[str, pl.DataType]:
    village = {name: dtype for name, dtype in FLAT.items() if not name.startswith(_OF_A_CRAFT)}
    craft = {within_craft(name): dtype for name, dtype in FLAT.items() if name.startswith(_OF_A_CRAFT)}
    return village | {CRAFTS: pl.List(pl.Struct(craft)), THE_CRAFT: pl.UInt32()}


# Every column that a rule can read: with at most one craft a row, and with any number.
FLAT: Final[Mapping[str, pl.DataType]] = _flat_schema()
SCHEMA: Final[Mapping[str, pl.DataType]] = _schema()


def lies_flat(facts: pl.DataFrame) -> bool:
    """Tell whether the crafts of the facts lie flat, one a row."""
    return facts.schema.get(CRAFTS) == pl.Boolean


def frame_of(cases: Iterable[Facts]) -> pl.DataFrame:
    """Lay the facts of cases out in columns, one row a case; their days must be one day."""
    return pl.DataFrame([_row(facts) for facts in cases], schema=dict(SCHEMA), orient="row")


def flat_frame_of(cases: Iterable[Facts]) -> pl.DataFrame:
    """Lay the facts of cases out flat; none of them may have more than one craft."""
    return pl.DataFrame([_flat_row(facts) for facts in cases], schema=dict(FLAT), orient="row")


def _flat_row(facts: Facts) -> tuple[Any, ...]:
    row = _row_of_village(facts)
    if facts.crafts is not None:
        row[CRAFTS] = bool(facts.crafts)
        for craft in facts.crafts:
            row |= _flat(craft, "")
    return tuple(row.get(column) for column in FLAT)


def _row(facts: Facts) -> tuple[Any, ...]:
    row = _row_of_village(facts)
    row[CRAFTS] = None if facts.crafts is None else [_flat(craft, _OF_A_CRAFT) for craft in facts.crafts]
    row[THE_CRAFT] = facts.the_craft
    return tuple(row.get(column) for column in SCHEMA)


def _row_of_village(facts: Facts) -> dict[str, Any]:
    row = _flat(facts.village, "")
    row |= {DOCUMENT + kind: True for kind in facts.documents}
    return row | {HOLDS + title: True for title in facts.titles}


def _flat(values: Values, prefix: str) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for field, value in values.items():
        kind = FIELDS.get(field)
        if value is None or kind is None or field == CRAFTS:
            continue
        name = field.removeprefix(prefix)
        match kind:
            case "count":
                flat |= {f"{name}.low": value.low, f"{name}.high": value.high}
            case "date":
                flat |= {f"{name}.first": value.first, f"{name}.last": value.last}
            case "list":
                flat[name] = len(value) > 0
            case _:
                flat[name] = value
    return flat

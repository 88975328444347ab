"""The crafts of each row: from numbered columns or a list, into the form in which rules read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from langnghe.engine.columns.layout import CRAFTS, FLAT, THE_CRAFT, within_craft
from langnghe.engine.register.cells import Problems, without
from langnghe.engine.register.fields import CRAFT_NAME, HELD_NAME

if TYPE_CHECKING:
    from collections.abc import Callable

CRAFT: Final = "crafts."  # begins the names of a craft's fields
_HERE: Final = "|here"
_ROW: Final = "|row"
_FIELDS: Final[dict[str, pl.DataType]] = {
    within_craft(name): dtype for name, dtype in {CRAFT_NAME: pl.String(), **FLAT}.items() if name.startswith(CRAFT)
}


def with_crafts(
    village: dict[str, pl.Series], slots: dict[int, dict[str, pl.Series]], rows: int, *, flat: bool
) -> dict[str, pl.Series]:
    """Put the crafts of each row into one list and find the one that the title is about; or lay its only one flat.

    Takes the columns of the village, and those of its crafts by number (from 1). ``flat`` asks for the flat form, which
    is given where no row can have more than one craft.
    """
    given = village.pop(CRAFTS, pl.Series([None], dtype=pl.Boolean).new_from_index(0, rows))
    if given.dtype == pl.Boolean:
        slots = {1: {}, **slots}
        there = {slot: _there(columns, given if slot == 1 else None) for slot, columns in sorted(slots.items())}
        if flat and set(slots) == {1}:
            only = pl.select(pl.when(there[1]).then(there[1]).otherwise(given).alias(CRAFTS)).to_series()
            return village | {CRAFTS: only, **slots[1]}
        given = _listed(slots, there, given)
    return village | {
        CRAFTS: given.alias(CRAFTS),
        THE_CRAFT: _the_craft(given, village.get(HELD_NAME)).alias(THE_CRAFT),
    }


def _there(columns: dict[str, pl.Series], given: pl.Series | None) -> pl.Series:
    """Whether a row has a craft: it says anything of it, or that there is one."""
    said = [column.is_not_null() for column in columns.values()]
    if given is not None:
        said.append(given.fill_null(value=False))
    return pl.select(pl.any_horizontal(said)).to_series()


def _listed(slots: dict[int, dict[str, pl.Series]], there: dict[int, pl.Series], given: pl.Series) -> pl.Series:
    """The crafts of each row as one list; empty where it is said that there is none, null where nothing is said."""
    structs = [pl.struct(there[slot].alias(_HERE), *_fields(columns)) for slot, columns in sorted(slots.items())]
    here = pl.element().filter(pl.element().struct.field(_HERE))
    listed = pl.select(pl.concat_list(structs).list.eval(here)).to_series()
    return without(listed, (listed.list.len() == 0) & given.fill_null(value=True))


def _fields(columns: dict[str, pl.Series]) -> list[pl.Expr]:
    """The fields of a craft that rules read, and its name."""
    return [pl.lit(columns.get(CRAFT + name), dtype=dtype).alias(name) for name, dtype in _FIELDS.items()]


def listed_crafts(
    raw: pl.Series, read: Callable[[str, pl.Series, Problems], list[pl.Series]], problems: Problems
) -> pl.Series:
    """Read crafts that stand in a list already.

    Takes lists of structures, how to read the column of a field, and where to tell what is wrong.
    """
    each = raw.alias(CRAFTS).to_frame().with_row_index(_ROW).filter(pl.col(CRAFTS).list.len() > 0).explode(CRAFTS)
    found: dict[str, pl.Series] = {}
    inside = Problems(each.height, problems.lang)
    for name, column in each[CRAFTS].struct.unnest().to_dict().items():
        found |= {part.name: part for part in read(CRAFT + name, column, inside)}
    told = (
        pl.DataFrame([each[_ROW], inside.reasons().alias("reason")]).group_by(_ROW).agg(pl.col("reason").str.join("; "))
    )
    structs = pl.DataFrame([each[_ROW], *found.values()]).select(_ROW, pl.struct(_fields(found)).alias(CRAFTS))
    rows = (
        raw.is_not_null()
        .alias(_HERE)
        .to_frame()
        .with_row_index(_ROW)
        .join(structs.group_by(_ROW, maintain_order=True).agg(CRAFTS), on=_ROW, how="left", maintain_order="left")
        .join(told, on=_ROW, how="left", maintain_order="left")
    )
    problems.add(rows.select(pl.when(pl.col("reason") != "").then("reason")).to_series())
    none = pl.lit([], dtype=rows.schema[CRAFTS])
    return rows.select(pl.when(_HERE).then(pl.col(CRAFTS).fill_null(none)).alias(CRAFTS)).to_series()


def _the_craft(crafts: pl.Series, held: pl.Series | None) -> pl.Series:
    """The index of a row's only craft; where there are several, of the one whose name the title has."""
    only = pl.when(crafts.list.len() == 1).then(pl.lit(0, dtype=pl.UInt32))
    several = crafts.list.len() > 1
    name = within_craft(CRAFT_NAME)
    inner: Any = crafts.dtype
    if held is None or not several.any() or name not in inner.inner.to_schema():
        return pl.select(only).to_series()
    cases = (
        pl.DataFrame({"crafts": crafts, "held": held})
        .with_row_index("row")
        .filter(several)
        .with_columns(index=pl.int_ranges(pl.col("crafts").list.len(), dtype=pl.UInt32))
        .explode("crafts", "index")
        .filter(_same(pl.col("crafts").struct.field(name), pl.col("held")))
        .group_by("row")
        .agg(pl.col("index").first(), pl.len())
        .filter(pl.col("len") == 1)
    )
    named = pl.DataFrame({"row": pl.int_range(crafts.len(), dtype=pl.UInt32, eager=True)}).join(
        cases, on="row", how="left", maintain_order="left"
    )["index"]
    return pl.select(only.otherwise(named)).to_series()


def _same(one: pl.Expr, other: pl.Expr) -> pl.Expr:
    return one.str.normalize("NFC").str.to_lowercase() == other.str.normalize("NFC").str.to_lowercase()

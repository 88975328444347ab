"""A batch of rows to facts: columns read by their meaning, impossible rows told of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from langnghe.engine.columns.layout import CRAFTS
from langnghe.engine.register.cells import UNKNOWN, Problems, in_words, read
from langnghe.engine.register.crafts import CRAFT, listed_crafts, with_crafts
from langnghe.engine.register.fields import (
    ACTIVITIES,
    CARRIED,
    CHOICES,
    GROUPS,
    KINDS,
    REQUIRED,
    group_column,
)
from langnghe.engine.register.mapping import key_of, target_of
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from langnghe.engine.register.mapping import Mapping, Target

_NUMBERS: Final = re.compile(r"\d+")
_PLAN: Final = "environment.plan"
_REMEDY: Final = "titles_held.remedy"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a batch says: one row of facts for each row of the batch, and why a row cannot be used (null: it can)."""

    frame: pl.DataFrame
    reasons: pl.Series


def facts_of(
    batch: pl.DataFrame, targets: dict[str, Target], mapping: Mapping, lang: str, *, flat: bool = False
) -> Facts:
    """Read a batch.

    Takes the rows as they stand in the register, what its headings mean, the mapping, and the language of the reasons.
    ``flat`` lays crafts flat, as :mod:`~langnghe.engine.columns.layout` tells, where the headings leave room for one.
    """
    problems = Problems(batch.height, lang)
    village: dict[str, pl.Series] = {}
    slots: dict[int, dict[str, pl.Series]] = {}
    cells = {target: batch[heading] for heading, target in targets.items() if target.field not in CARRIED}
    have = {target.field for target in targets.values()}
    for name, value in mapping.constants.items():
        if (target := target_of(name)) and target.field not in have:
            cells[target] = pl.Series([value]).new_from_index(0, batch.height)
    for target, raw in cells.items():
        columns = slots.setdefault(target.craft, {}) if target.field.startswith(CRAFT) else village
        for column in _columns(target, raw, mapping, problems):
            columns[column.name] = column
    for field in REQUIRED:
        problems.where(village[field].is_null(), "missing", field, key=field)
    _impossible(village, problems)
    return Facts(pl.DataFrame(with_crafts(_settled(village), slots, batch.height, flat=flat)), problems.reasons())


def _columns(target: Target, raw: pl.Series, mapping: Mapping, problems: Problems) -> list[pl.Series]:
    field = target.field
    if target.end:
        ends = read(raw, field, KINDS[field], mapping.values.get(field, {}), problems)
        return [column for column in ends if column.name == field + target.end]
    if field == ACTIVITIES:
        return _activities(raw, problems)
    if field == CRAFTS and raw.dtype == pl.List(pl.Struct):

        def inside(name: str, column: pl.Series, told: Problems) -> list[pl.Series]:
            meant = mapping.target(name)
            return [] if meant is None else _columns(meant, column, mapping, told)

        return [listed_crafts(raw, inside, problems)]
    words = mapping.values.get(field, {})
    known = [word for word in CHOICES.get(field, ()) if word not in words]
    if raw.dtype == pl.String and known and raw.is_in(known).all():
        return [raw.alias(field)]  # the contract's own words, as a program writes them
    columns = read(raw, field, KINDS[field], words, problems)
    if field in CHOICES:
        other = ~columns[0].is_in(CHOICES[field]).fill_null(value=True)
        problems.where(other, "not_a_choice", field, got=columns[0].str.head(40), expected=", ".join(CHOICES[field]))
    return columns


def _activities(raw: pl.Series, problems: Problems) -> list[pl.Series]:
    """The groups of trades, written ``4``, ``4; 5``, ``[4]`` or as a list; an empty list is known to be none."""
    if raw.dtype == pl.Boolean:  # known only to have some, or none
        return [raw.alias(ACTIVITIES)]
    raw = in_words(raw, ACTIVITIES, pl.String(), problems)
    as_list = raw.dtype == pl.List
    text = raw.cast(pl.List(pl.String)).list.join(";") if as_list else raw.cast(pl.String)
    written = text.unique().drop_nulls().to_list()
    groups = [{int(number) for number in _NUMBERS.findall(cell.removesuffix(".0"))} for cell in written]
    unknown = [key_of(cell) in UNKNOWN and not as_list for cell in written]
    empty = [
        not found and not silent and key_of(cell).strip("[] ") in {"", "không", "không có"}
        for cell, found, silent in zip(written, groups, unknown, strict=True)
    ]
    wrong = [
        not none and not silent and (not found or not found <= set(GROUPS))
        for found, none, silent in zip(groups, empty, unknown, strict=True)
    ]
    reasons = [
        f"{ACTIVITIES}: {say('problem.out_of_range', problems.lang, got=cell[:40], ge=GROUPS[0], le=GROUPS[-1])}"
        if bad
        else None
        for cell, bad in zip(written, wrong, strict=True)
    ]
    if any(reasons):
        problems.add(text.replace_strict(written, reasons, default=None, return_dtype=pl.String))

    def told(name: str, values: list[bool | None]) -> pl.Series:
        values = [None if silent else value for value, silent in zip(values, unknown, strict=True)]
        series = pl.Series(values, dtype=pl.Boolean)
        return text.replace_strict(written, series, default=None, return_dtype=pl.Boolean).alias(name)

    return [
        told(ACTIVITIES, [not none for none in empty]),
        *(told(group_column(group), [group in found for found in groups]) for group in GROUPS),
    ]


def _impossible(village: dict[str, pl.Series], problems: Problems) -> None:
    """What cannot be true of one village, by the rules of the dossier format."""
    total, part = village.get("households.total.high"), village.get("households.participating.low")
    if total is None:
        return
    problems.where((total == 0).fill_null(value=False), "total_zero", "households.total")
    if part is not None:
        more = (part > total).fill_null(value=False)
        problems.where(more, "more_than_total", "households.participating", participating=part, total=total)


def _settled(village: dict[str, pl.Series]) -> dict[str, pl.Series]:
    """Close what the dossier format closes: an approval is of a plan, no remedy on record is none."""
    frame = pl.DataFrame(village)
    approval = [name for name in frame.columns if name.startswith(f"{_PLAN}.")]
    if approval:
        plan = pl.col(_PLAN) if _PLAN in frame.columns else pl.lit(None, dtype=pl.Boolean)
        approved = pl.any_horizontal(pl.col(approval).is_not_null())
        frame = frame.with_columns(plan.fill_null(pl.when(approved).then(pl.lit(value=True))).alias(_PLAN))
        frame = frame.with_columns(pl.when(pl.col(_PLAN)).then(pl.col(name)).alias(name) for name in approval)
    remedy = (
        frame[_REMEDY].fill_null(value=False)
        if _REMEDY in frame.columns
        else pl.repeat(False, frame.height, eager=True)  # noqa: FBT003  the value that is repeated
    )
    return frame.with_columns(remedy.alias(_REMEDY)).to_dict()

"""A made-up register of any length, as a Parquet file: all titles, every value sometimes unknown."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

import polars as pl

A_PART: Final = 500_000


def a_part(number: int, rows: int) -> pl.DataFrame:
    """Made-up rows: all three titles, every value sometimes unknown, counts and dates sometimes bounded."""
    seed = iter(range(number * 1000, number * 1000 + 1000))
    index = pl.int_range(number * A_PART, number * A_PART + rows, dtype=pl.UInt64, eager=True)

    def draw(among: int) -> pl.Series:
        return (index.hash(next(seed)) % among).cast(pl.Int64)

    def some(values: pl.Series) -> pl.Series:
        return pl.select(pl.when(draw(8) > 0).then(values)).to_series()

    def yes() -> pl.Series:
        return some(draw(6) > 0)

    def choice(*words: str) -> pl.Series:
        return some(draw(len(words)).replace_strict(list(range(len(words))), list(words), return_dtype=pl.String))

    def days(first: int, among: int) -> tuple[pl.Series, pl.Series]:
        begins = some((draw(among) + first).cast(pl.Int32).cast(pl.Date))
        ends = pl.select(
            pl.when(draw(10) > 0).then(begins + pl.duration(days=draw(400) * (draw(3) == 0).cast(pl.Int64)))
        ).to_series()
        return begins, ends

    total = draw(1500) + 50
    part = total * (draw(400) + 100) // 1000
    columns = {
        "id": index.cast(pl.String),
        "place.name": "Làng " + index.cast(pl.String),
        "place.commune": "Xã " + draw(500).cast(pl.String),
        "titles_held.title": draw(10).replace_strict(
            list(range(10)), ["craft_village"] * 6 + ["traditional_craft_village"] * 3 + ["traditional_craft"]
        ),
        "households.total.low": total,
        "households.total.high": some(total + (draw(3) == 0).cast(pl.Int64) * 20),
        "households.participating.low": part,
        "households.participating.high": some(part),
        "activities": yes(),
        "crafts.name": pl.Series(["Nghề thử"]).new_from_index(0, rows),
        "environment.plan": yes(),
        "environment.plan.approved_by": choice("district", "province", "commune"),
        "environment.central_treatment": choice("none", "compliant", "non_compliant"),
        "environment.solid_waste_treatment": choice("none", "compliant", "non_compliant"),
        **{
            f"environment.{name}": yes()
            for name in ("self_management_group", "wastewater_collection", "solid_waste_point", "solid_waste_transport")
        },
        **{f"crafts.{name}": yes() for name in ("still_developing", "cultural_identity", "artisans", "village_name")},
        "titles_held.conformed_in_2018": yes(),
        "titles_held.remedy": draw(6) == 0,
    }
    for name, first, among in (
        ("production.stable_since", 11_000, 9_500),
        ("environment.plan.approved_on", 15_000, 5_500),
        ("crafts.practised_since", -40_000, 45_000),
        ("titles_held.decided_on", 12_000, 7_500),
    ):
        columns[f"{name}.first"], columns[f"{name}.last"] = days(first, among)
    return pl.DataFrame(columns)


def register(path: Path, rows: int) -> None:
    """Write the register, a part at a time."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        parts = []
        for number in range(-(-rows // A_PART)):
            parts.append(Path(folder) / f"{number:04}.parquet")
            a_part(number, min(A_PART, rows - number * A_PART)).write_parquet(parts[-1])
        pl.scan_parquet(parts).sink_parquet(path, row_group_size=131_072)

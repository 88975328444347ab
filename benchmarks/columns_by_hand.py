"""The review of a register as a query written by hand in Polars: what the rulebook's columns are measured against."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from pathlib import Path

DAY: Final = date(2024, 11, 14)


def by_hand(path: Path, out: Path) -> None:
    """The decision written out for this one day, as someone who knows the Decree would in Polars."""
    col, when, unknown = pl.col, pl.when, pl.lit(None, dtype=pl.Boolean)
    low, high = col("households.participating.low"), col("households.participating.high")
    fewest, most = col("households.total.low"), col("households.total.high")
    enough = when(low * 100 >= most * 20).then(True).when(high * 100 < fewest * 20).then(False)

    def by(field: str, last: date) -> pl.Expr:
        return when(col(f"{field}.last") <= last).then(True).when(col(f"{field}.first") > last).then(False)

    approved, authority = "environment.plan.approved_on", col("environment.plan.approved_by")
    has_approval = (
        col(f"{approved}.first").is_not_null() | col(f"{approved}.last").is_not_null() | authority.is_not_null()
    )
    has_plan = col("environment.plan").fill_null(when(has_approval).then(True))
    competent = (
        ((authority == "district") & (col(f"{approved}.last") <= date(2025, 6, 30)))
        | ((authority == "province") & (col(f"{approved}.first") >= date(2025, 7, 1)))
        | unknown
    )
    plan = has_plan & when(has_plan).then(by(approved, DAY) & competent)
    central, treatment = col("environment.central_treatment"), col("environment.solid_waste_treatment")
    first = {
        "craft.age": by("crafts.practised_since", date(1974, 11, 13)),
        "craft.developing": col("crafts.still_developing"),
        "craft.identity": col("crafts.cultural_identity"),
        "craft.association": col("crafts.artisans") | col("crafts.village_name"),
        "environment.plan": plan,
        "environment.self_management": col("environment.self_management_group"),
        "environment.solid_waste": col("environment.solid_waste_point")
        & ((treatment == "compliant") | col("environment.solid_waste_transport")),
        "environment.wastewater": col("environment.wastewater_collection")
        & ((central == "none") | (central == "compliant")),
        "village.activity": col("activities"),
        "village.households": enough,
        "village.stability": by("production.stable_since", date(2022, 11, 14)),
    }
    has_craft = col("crafts.name").is_not_null()
    c = {
        name: col(f"|{name}")
        for name in (*first, "craft.traditional", "village.environment", "craft_village", "village.traditional_craft")
    }
    second = {
        "craft.traditional": c["craft.age"] & c["craft.developing"] & c["craft.identity"] & c["craft.association"],
        "village.environment": c["environment.plan"]
        & c["environment.self_management"]
        & c["environment.solid_waste"]
        & c["environment.wastewater"],
    }
    third = {
        "craft_village": c["village.activity"]
        & c["village.households"]
        & c["village.stability"]
        & c["village.environment"],
        "village.traditional_craft": when(has_craft).then(c["craft.traditional"]),
        "traditional_craft": c["village.activity"] & when(has_craft).then(c["craft.traditional"]),
    }
    fourth = {"traditional_craft_village": c["craft_village"] & c["village.traditional_craft"]}
    title = col("titles_held.title")
    old = when(col("titles_held.decided_on.last") < date(2018, 6, 1)).then(True)
    conformed, remedy = col("titles_held.conformed_in_2018"), col("titles_held.remedy")
    never = old.fill_null(False) & ~conformed.fill_null(True) & ~remedy
    verdict = (
        when(title == "craft_village")
        .then(col("|craft_village"))
        .when(title == "traditional_craft_village")
        .then(col("|traditional_craft_village"))
        .otherwise(col("|traditional_craft"))
    )
    of_craft, of_village = title != "craft_village", title != "traditional_craft"
    asked = {
        **dict.fromkeys(
            ("craft.age", "craft.association", "craft.developing", "craft.identity", "craft.traditional"), of_craft
        ),
        **dict.fromkeys(
            ("environment.plan", "environment.self_management", "environment.solid_waste", "environment.wastewater"),
            of_village,
        ),
        **dict.fromkeys(("village.environment", "village.households", "village.stability"), of_village),
        "village.activity": pl.lit(True),
        "craft_village": of_village,
        "traditional_craft": title == "traditional_craft",
        "traditional_craft_village": title == "traditional_craft_village",
        "village.traditional_craft": title == "traditional_craft_village",
    }
    begins, ends = col("titles_held.decided_on.first"), col("titles_held.decided_on.last")
    perhaps_old = (begins < date(2018, 6, 1)).fill_null(ends.is_not_null()) & ~(ends < date(2018, 6, 1)).fill_null(
        False
    )
    notes = {
        "old_title_date_uncertain": ~col("|title") & perhaps_old & ~conformed.fill_null(False) & ~remedy,
        "old_title_conformity_unknown": ~col("|title") & old & conformed.is_null(),
        "old_title_never_conformed": col("|title").is_null() & old & ~conformed & ~remedy,
        "craft_village_anew": (title == "traditional_craft_village")
        & ~c["village.traditional_craft"]
        & c["craft_village"].fill_null(True),
    }
    verdicts, outcomes = (
        pl.Enum(["not_met", "met", "undetermined"]),
        pl.Enum(["remedy", "propose_revocation", "keep", "undetermined"]),
    )
    (
        pl.scan_parquet(path)
        .with_columns(expr.alias(f"|{name}") for name, expr in first.items())
        .with_columns(expr.alias(f"|{name}") for name, expr in second.items())
        .with_columns(expr.alias(f"|{name}") for name, expr in third.items())
        .with_columns(expr.alias(f"|{name}") for name, expr in fourth.items())
        .with_columns(verdict.alias("|title"))
        .with_columns(
            when(~col("|title") & never)
            .then(pl.lit(0, dtype=pl.UInt8))
            .when(~col("|title"))
            .then(pl.lit(1, dtype=pl.UInt8))
            .when(col("|title"))
            .then(pl.lit(2, dtype=pl.UInt8))
            .otherwise(pl.lit(3, dtype=pl.UInt8))
            .cat.to(outcomes)
            .alias("review.outcome"),
            *(said.fill_null(False).alias(f"note.{name}") for name, said in notes.items()),
            *(
                when(applies)
                .then(col(f"|{name}").cast(pl.UInt8).fill_null(2))
                .cat.to(verdicts)
                .alias(f"verdict.{name}")
                for name, applies in asked.items()
            ),
        )
        .select(pl.exclude(r"^\|.*$"))
        .sink_parquet(out)
    )

"""The review of a whole register in OpenFisca-Core: a model of its own, vectorised, one row a village with its craft.

What is not known is a value between no and yes, so that Kleene's *and* is the smaller and *or* the larger of two.
Polars reads the register and writes the result, as it does for the query written by hand.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import EnumArray
from openfisca_core.model_api import Enum, Variable, where
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NO, UNKNOWN, YES = 0, 1, 2
OUTCOMES: Final = ("remedy", "propose_revocation", "keep", "undetermined")
TITLES: Final = ("craft_village", "traditional_craft", "traditional_craft_village")
ANY_COUNT: Final = 2_000_000_000
LAST_DISTRICT: Final = np.datetime64("2025-06-30")
IN_FORCE: Final = np.datetime64("2018-06-01")
BEFORE_ALL: Final = np.datetime64("0001-01-01")
AFTER_ALL: Final = np.datetime64("9999-12-31")

Village: Final = build_entity(key="village", plural="villages", label="Làng", is_person=True)


class Treatment(Enum):
    """What is known of a treatment plant."""

    unknown = "chưa rõ"
    none = "không có"
    compliant = "đạt"
    non_compliant = "không đạt"


class Authority(Enum):
    """Who approved a plan."""

    unknown = "chưa rõ"
    district = "cấp huyện"
    province = "cấp tỉnh"
    commune = "cấp xã"


class Title(Enum):
    """The title that a village holds."""

    craft_village = "làng nghề"
    traditional_craft_village = "làng nghề truyền thống"
    traditional_craft = "nghề truyền thống"


ENUMS: Final = {
    "environment.central_treatment": Treatment,
    "environment.solid_waste_treatment": Treatment,
    "environment.plan.approved_by": Authority,
    "titles_held.title": Title,
}
YES_NO: Final = (
    *("activities", "environment.plan", "environment.self_management_group", "environment.wastewater_collection"),
    *("environment.solid_waste_point", "environment.solid_waste_transport", "crafts.still_developing"),
    *("crafts.cultural_identity", "crafts.artisans", "crafts.village_name", "titles_held.conformed_in_2018"),
    "titles_held.remedy",
)
COUNTS: Final = ("households.total", "households.participating")
DATES: Final = (
    *("production.stable_since", "environment.plan.approved_on", "crafts.practised_since", "titles_held.decided_on"),
)


def named(path: str) -> str:
    return path.replace(".", "_")


def inputs() -> list[type[Variable]]:
    """Give the variables that a register fills."""
    kinds: dict[str, dict[str, Any]] = {path: {"value_type": int} for path in YES_NO}
    kinds |= {f"{path}.{end}": {"value_type": int} for path in COUNTS for end in ("low", "high")}
    kinds |= {f"{path}.{end}": {"value_type": date} for path in DATES for end in ("first", "last")}
    kinds |= {
        path: {"value_type": Enum, "possible_values": of, "default_value": next(iter(of))} for path, of in ENUMS.items()
    }
    return [
        type(
            named(path), (Variable,), kind | {"entity": Village, "definition_period": DateUnit.ETERNITY, "label": path}
        )
        for path, kind in kinds.items()
    ]


def years_before(day: Any, years: int) -> np.datetime64:
    return np.datetime64(f"{day.year - years:04}-{day.month:02}-{day.day:02}")


def by(village: Any, period: Any, path: str, limit: np.datetime64) -> Any:
    """Say whether a date lies on or before a day: every possible one, none, or some."""
    first, last = village(named(f"{path}.first"), period), village(named(f"{path}.last"), period)
    return where(last <= limit, YES, where(first > limit, NO, UNKNOWN))


def households(village: Any, period: Any) -> Any:
    part_low, part_high, total_low, total_high = (
        village(named(f"{path}.{end}"), period).astype(np.int64) for path in COUNTS[::-1] for end in ("low", "high")
    )
    enough = where(100 * part_high < 20 * total_low, NO, UNKNOWN)
    return where(100 * part_low >= 20 * total_high, YES, enough)


def plan(village: Any, period: Any) -> Any:
    path = "environment.plan.approved_on"
    first, last = village(named(f"{path}.first"), period), village(named(f"{path}.last"), period)
    authority = village("environment_plan_approved_by", period)
    competent = ((authority == Authority.district) & (last <= LAST_DISTRICT)) | (
        (authority == Authority.province) & (first > LAST_DISTRICT)
    )
    approved = np.minimum(by(village, period, path, np.datetime64(str(period.start))), where(competent, YES, UNKNOWN))
    stated = village("environment_plan", period)
    known = (first > BEFORE_ALL) | (last < AFTER_ALL) | (authority != Authority.unknown)
    return where((stated == YES) | ((stated == UNKNOWN) & known), approved, stated)


def waste(village: Any, period: Any) -> Any:
    treatment = village("environment_solid_waste_treatment", period)
    good = where(treatment == Treatment.compliant, YES, where(treatment == Treatment.unknown, UNKNOWN, NO))
    goes = np.maximum(good, village("environment_solid_waste_transport", period))
    return np.minimum(village("environment_solid_waste_point", period), goes)


def wastewater(village: Any, period: Any) -> Any:
    central = village("environment_central_treatment", period)
    good = where(central == Treatment.non_compliant, NO, where(central == Treatment.unknown, UNKNOWN, YES))
    return np.minimum(village("environment_wastewater_collection", period), good)


def association(village: Any, period: Any) -> Any:
    return np.maximum(village("crafts_artisans", period), village("crafts_village_name", period))


def stated(path: str) -> Callable[..., Any]:
    return lambda village, period: village(named(path), period)


def every(*criteria: str) -> Callable[..., Any]:
    return lambda village, period: np.minimum.reduce([village(named(f"verdict.{each}"), period) for each in criteria])


FORMULAS: Final[dict[str, Callable[..., Any]]] = {
    "craft.age": lambda v, p: by(v, p, "crafts.practised_since", years_before(p.start, 50) - np.timedelta64(1, "D")),
    "craft.developing": stated("crafts.still_developing"),
    "craft.identity": stated("crafts.cultural_identity"),
    "craft.association": association,
    "craft.traditional": every("craft.age", "craft.developing", "craft.identity", "craft.association"),
    "environment.plan": plan,
    "environment.self_management": stated("environment.self_management_group"),
    "environment.solid_waste": waste,
    "environment.wastewater": wastewater,
    "village.environment": every(
        "environment.plan",
        "environment.self_management",
        "environment.solid_waste",
        "environment.wastewater",
    ),
    "village.activity": stated("activities"),
    "village.households": households,
    "village.stability": lambda v, p: by(v, p, "production.stable_since", years_before(p.start, 2)),
    "craft_village": every("village.activity", "village.households", "village.stability", "village.environment"),
    "traditional_craft": every("village.activity", "craft.traditional"),
    "traditional_craft_village": every("craft_village", "craft.traditional"),
}


def review(village: Any, period: Any) -> Any:
    """Give the outcome's number: remedy, propose_revocation, keep, undetermined."""
    title = village("titles_held_title", period)
    verdicts = {each: village(named(f"verdict.{each.name}"), period) for each in Title}
    verdict = np.select([title == each for each in verdicts], list(verdicts.values()))
    never = (
        (village("titles_held_decided_on_last", period) < IN_FORCE)
        & (village("titles_held_conformed_in_2018", period) == NO)
        & (village("titles_held_remedy", period) != YES)
    )
    return where(verdict == NO, where(never, 0, 1), where(verdict == YES, 2, 3))


def variable(name: str, formula: Callable[..., Any]) -> type[Variable]:
    body = {"value_type": int, "entity": Village, "definition_period": DateUnit.DAY, "label": name, "formula": formula}
    return type(named(name), (Variable,), body)


def system() -> TaxBenefitSystem:
    """Build the model."""
    made = TaxBenefitSystem([Village])
    made.add_variables(*inputs(), variable("review.outcome", review))
    made.add_variables(*(variable(f"verdict.{name}", formula) for name, formula in FORMULAS.items()))
    return made


def arrays(register: pl.DataFrame) -> Iterator[tuple[str, Any]]:
    """Turn the register's columns into what the variables hold."""
    for path in YES_NO:
        yield path, (register[path].cast(pl.Int32) * YES).fill_null(UNKNOWN).to_numpy()
    for path in COUNTS:
        yield f"{path}.low", register[f"{path}.low"].fill_null(0).cast(pl.Int32).to_numpy()
        yield f"{path}.high", register[f"{path}.high"].fill_null(ANY_COUNT).cast(pl.Int32).to_numpy()
    for path in DATES:
        yield f"{path}.first", register[f"{path}.first"].fill_null(date.min).to_numpy()
        yield f"{path}.last", register[f"{path}.last"].fill_null(date.max).to_numpy()
    for path, of in ENUMS.items():
        codes = register[path].fill_null("unknown").cast(pl.Enum([each.name for each in of])).to_physical()
        yield path, EnumArray(codes.to_numpy(), of)


def by_openfisca(path: Path, out: Path, day: date) -> None:
    """Review a register: Parquet in, every verdict and the outcome of each row out."""
    register = pl.read_parquet(path)
    simulation = SimulationBuilder().build_default_simulation(system(), count=register.height)
    for name, values in arrays(register):
        simulation.set_input(named(name), "eternity", values)
    period = day.isoformat()
    verdicts, outcomes = pl.Enum(["not_met", "undetermined", "met"]), pl.Enum(OUTCOMES)
    of_village, of_craft = (pl.col("titles_held.title") != title for title in ("traditional_craft", "craft_village"))

    def told(name: str, words: pl.Enum) -> pl.Expr:
        codes = pl.Series(simulation.calculate(named(name), period))
        return pl.lit(codes).cast(pl.UInt8).cat.to(words)

    columns = {}
    for name in FORMULAS:
        if name not in TITLES:
            applies = of_craft if name.startswith("craft.") else of_village
            asked = told(f"verdict.{name}", verdicts)
            columns[f"verdict.{name}"] = asked if name == "village.activity" else pl.when(applies).then(asked)
    register.with_columns(told("review.outcome", outcomes).alias("review.outcome"), **columns).write_parquet(out)

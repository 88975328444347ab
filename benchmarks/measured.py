"""What the peers are given: the facts of a dossier, measured beforehand, and the dossiers themselves.

A peer is spared everything but the decision. Dates are days' numbers, ages are counted in half-steps (two for every
anniversary reached, one more where the last of them is already past), what is not bounded is bounded by ±``MANY``, a
yes or no is ``True``, ``False`` or ``None``. So "every possible value passes" is one comparison with one end.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import langnghe

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parent.parent
VILLAGES: Final = ROOT / "fixtures" / "villages"
TITLES: Final = ("craft_village", "traditional_craft", "traditional_craft_village")

MANY: Final = 10**12
ENVIRONMENT_FROM: Final = date(2015, 1, 1).toordinal()  # the first day of an environmental law that is encoded
LAST_DISTRICT: Final = date(2025, 6, 30).toordinal()  # the last day on which districts approved plans
OVER_50_YEARS: Final = 100  # half-steps: more than this
TWO_YEARS: Final = 4  # half-steps: at least this

Facts = dict[str, Any]


class DifferentAnswerError(RuntimeError):
    """A way does not come to the decision that it is to be timed for."""


def half_steps(since: date, day: date) -> int:
    """Count anniversaries of ``since`` up to ``day``, twice, plus one where the last of them is past."""
    if since > day:
        return -1
    years = day.year - since.year
    reached = anniversary(since, years)
    if reached > day:
        years -= 1
        reached = anniversary(since, years)
    return 2 * years + (reached < day)


def anniversary(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def facts_of(dossier: langnghe.Dossier, title: str) -> Facts:
    """Measure a dossier on the day it is proposed, for the peers."""
    day, environment, plan = dossier.proposed_on, dossier.environment, dossier.environment.plan
    part, total = dossier.households.participating, dossier.households.total
    approved = plan.approved_on if plan else None
    stable_least, stable_most = _elapsed(dossier.production.stable_since, day)
    return {
        "title": title,
        "day": day.toordinal(),
        "activities": _listed(dossier.activities),
        "part_least": part.low if part else 0,
        "part_most": MANY if part is None or part.high is None else part.high,
        "total_least": max(total.low, 1) if total else 1,
        "total_most": MANY if total is None or total.high is None else total.high,
        "stable_least": stable_least,
        "stable_most": stable_most,
        "plan": None if plan is None else plan is not False,
        "plan_first": approved.first.toordinal() if approved and approved.first else -MANY,
        "plan_last": approved.last.toordinal() if approved and approved.last else MANY,
        "plan_by": plan.approved_by if plan else None,
        "self_management": _holds(environment.self_management_group),
        "wastewater": _holds(environment.wastewater_collection),
        "central": environment.central_treatment,
        "waste_point": _holds(environment.solid_waste_point),
        "waste_treatment": environment.solid_waste_treatment,
        "waste_transport": _holds(environment.solid_waste_transport),
        "crafts": None if dossier.crafts is None else [_craft(each, day) for each in dossier.crafts],
    }


def _craft(craft: Any, day: date) -> Facts:
    least, most = _elapsed(craft.practised_since, day)
    return {
        "age_least": least,
        "age_most": most,
        "developing": _holds(craft.still_developing),
        "identity": _holds(craft.cultural_identity),
        "artisans": _listed(craft.artisans),
        "village_name": _holds(craft.village_name),
    }


def _elapsed(span: Any, day: date) -> tuple[int, int]:
    if span is None:
        return -MANY, MANY
    least = -MANY if span.last is None else half_steps(span.last, day)
    return least, MANY if span.first is None else half_steps(span.first, day)


def _holds(finding: Any) -> bool | None:
    return None if finding is None else finding.holds


def _listed(values: Any) -> bool | None:
    return None if values is None else bool(values)


def villages() -> list[langnghe.Dossier]:
    """Give the real villages of ``fixtures/villages``."""
    return [langnghe.load(path) for path in sorted(VILLAGES.glob("*.yaml"))]


def made_up(number: int, seed: int = 52) -> list[langnghe.Dossier]:
    """Give made-up dossiers of the tests' generator, the edges of every rule over-sampled."""
    sys.path.append(str(ROOT / "tests"))
    from strategies import random_dossiers

    return [langnghe.Dossier.model_validate(tree) for tree in random_dossiers(seed, number)]


def questions(dossiers: list[langnghe.Dossier]) -> Iterator[tuple[langnghe.Dossier, str]]:
    """Give every dossier with every title that may be asked of it; a title of one craft needs one craft."""
    for dossier in dossiers:
        for title in TITLES:
            if title != "traditional_craft" or len(dossier.crafts or ()) == 1:
                yield dossier, title

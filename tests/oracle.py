"""A third opinion for the tests: the contract's §2-§4, written out by hand over plain dossiers.

It shares nothing with the engine: not the rule files, not the dossier model, not the arithmetic. Dates are tuples,
verdicts are ``True``, ``False`` and ``None`` for *chưa đủ căn cứ*.
"""

from __future__ import annotations

import calendar
import re
from typing import Any, Final, TypeAlias

Verdict: TypeAlias = bool | None
Day: TypeAlias = tuple[int, int, int]
Span: TypeAlias = tuple[Day, Day]

DAWN: Final[Day] = (0, 0, 0)
NEVER: Final[Day] = (99_999, 1, 1)
MANY: Final = 10**15
NAMES: Final = {True: "met", False: "not_met", None: "undetermined"}

DECREE: Final = "nd-52-2018/dieu-5"


# Kleene's connectives: Python's min and max over not met < unknown < met.
def both(*verdicts: Verdict) -> Verdict:
    return False if False in verdicts else None if None in verdicts else True


def either(*verdicts: Verdict) -> Verdict:
    return True if True in verdicts else None if None in verdicts else False


# Values as a dossier writes them.
def day_of(text: str) -> Day:
    year, month, day = text.split("-")
    return int(year), int(month), int(day)


def span_of(written: str | int | None) -> Span | None:  # noqa: PLR0911  one way out a form of writing
    """The first and the last day that a written date can mean."""
    if written is None:
        return None
    text = str(written)
    if text.startswith(("[..", "../")):
        return DAWN, span_of(text.strip("[]./"))[1]
    if text.endswith("/.."):
        return span_of(text[:-3])[0], NEVER
    if "/" in text:
        first, last = text.split("/")
        return span_of(first)[0], span_of(last)[1]
    if text[-1] in "?~":  # edtf widens a doubtful or approximate year by one year on each side
        year = int(text[:-1])
        return (year - 1, 1, 1), (year + 1, 12, 31)
    if re.fullmatch(r"\d{4}-\d{2}", text):
        year, month = (int(part) for part in text.split("-"))
        return (year, month, 1), (year, month, calendar.monthrange(year, month)[1])
    if "-" in text:
        return day_of(text), day_of(text)
    return (int(text.replace("X", "0")), 1, 1), (int(text.replace("X", "9")), 12, 31)


def range_of(written: str | int | None, least: int) -> tuple[int, int]:
    """The smallest and the largest number that a written count can mean."""
    if written is None:
        return least, MANY
    text = str(written)
    number = int(re.search(r"\d+", text)[0])
    if ".." in text:
        return max(number, least), int(text.split("..")[1])
    for sign, low, high in (
        (">=", number, MANY),
        ("<=", 0, number),
        (">", number + 1, MANY),
        ("<", 0, number - 1),
        ("hơn ", number + 1, MANY),
        ("gần ", 0, number - 1),
    ):
        if text.startswith(sign):
            return max(low, least), high
    return number, number


def holds(finding: Any) -> Verdict:
    return finding["holds"] if isinstance(finding, dict) else finding


# §2, each criterion.
def anniversary(day: Day, years: int) -> Day:
    year, month, number = day[0] + years, day[1], day[2]
    if (month, number) == (2, 29) and not calendar.isleap(year):
        return year, 3, 1
    return year, month, number


def over_50_years(since: Span | None, day: Day) -> Verdict:
    if since is None:
        return None
    earliest, latest = (day > anniversary(each, 50) for each in since)
    return True if latest else None if earliest else False


def two_years(since: Span | None, day: Day) -> Verdict:
    if since is None:
        return None
    earliest, latest = (day >= anniversary(each, 2) for each in since)
    return True if latest else None if earliest else False


def twenty_percent(participating: Any, total: Any) -> Verdict:
    """Every possible pair of numbers decides: the fewest of the most, the most of the fewest; no unit is empty."""
    fewest, most = range_of(participating, 0)
    smallest, largest = range_of(total, 1)
    if 5 * fewest >= largest:
        return True
    return False if 5 * most < smallest else None


def plan_approved(plan: Any, day: Day) -> Verdict:
    if plan is False:
        return False
    if plan in (None, True):
        return None
    approved = span_of(plan.get("approved_on"))
    if approved is None:
        return None
    first, last = approved
    if first > day:
        return False
    if last > day:
        return None
    by = plan.get("approved_by")
    competent = (by == "district" and last <= (2025, 6, 30)) or (by == "province" and first >= (2025, 7, 1))
    return True if competent else None


def environment(known: dict[str, Any], day: Day) -> dict[str, Verdict]:
    """The four conditions; none is encoded for a day before 2015."""
    if day < (2015, 1, 1):
        return {}
    central, on_site = known.get("central_treatment"), known.get("solid_waste_treatment")
    return {
        "environment.plan": plan_approved(known.get("plan"), day),
        "environment.self_management": holds(known.get("self_management_group")),
        "environment.wastewater": both(
            holds(known.get("wastewater_collection")), None if central is None else central != "non_compliant"
        ),
        "environment.solid_waste": both(
            holds(known.get("solid_waste_point")),
            either(None if on_site is None else on_site == "compliant", holds(known.get("solid_waste_transport"))),
        ),
    }


def village(dossier: dict[str, Any], day: Day) -> dict[str, Verdict]:
    conditions = environment(dossier.get("environment") or {}, day)
    groups = dossier.get("activities")
    counted = dossier.get("households") or {}
    return {
        "village.activity": None if groups is None else len(groups) > 0,
        "village.households": twenty_percent(counted.get("participating"), counted.get("total")),
        "village.stability": two_years(span_of((dossier.get("production") or {}).get("stable_since")), day),
        "village.environment": both(*conditions.values()) if conditions else None,
        **conditions,
    }


def craft(known: dict[str, Any], day: Day) -> dict[str, Verdict]:
    artisans = known.get("artisans")
    return {
        "craft.age": over_50_years(span_of(known.get("practised_since")), day),
        "craft.developing": holds(known.get("still_developing")),
        "craft.identity": holds(known.get("cultural_identity")),
        "craft.association": either(None if artisans is None else len(artisans) > 0, holds(known.get("village_name"))),
    }


def title(name: str, dossier: dict[str, Any], day: Day, the_craft: int | None = 0) -> Verdict:
    """May the village hold the title? ``the_craft`` is the one that a title of a craft is about."""
    found = village(dossier, day)
    crafts = dossier.get("crafts")
    traditional = None if crafts is None else [both(*craft(each, day).values()) for each in crafts]
    if name == "traditional_craft":
        of_craft = (
            False if traditional == [] else None if not traditional or the_craft is None else traditional[the_craft]
        )
        return both(found["village.activity"], of_craft)
    criteria = [found[f"village.{each}"] for each in ("activity", "households", "stability", "environment")]
    if name == "traditional_craft_village":
        criteria.append(None if traditional is None else either(*traditional))
    return both(*criteria)


# §3: documents and the recommendation.
def held_on(dossier: dict[str, Any], day: Day) -> set[str]:
    return {each["title"] for each in dossier.get("titles_held") or () if span_of(each["decided_on"])[0] <= day}


def complete(name: str, dossier: dict[str, Any], day: Day) -> bool:
    kinds = {each["kind"] for each in dossier.get("documents") or ()}
    of_craft = "craft_history" in kinds and ("awards" in kinds or "cultural_description" in kinds)
    of_village = {"household_list", "results_two_years", "environment_assurance"} <= kinds
    if name == "traditional_craft":
        return of_craft
    if name == "craft_village":
        return of_village
    held = held_on(dossier, day)
    if "craft_village" in held:
        return of_craft
    return of_village if "traditional_craft" in held else of_craft and of_village


def outcome(verdict: Verdict) -> str:
    return {True: "eligible", False: "not_eligible", None: "undetermined"}[verdict]


def recommendation(verdict: Verdict, *, papers: bool) -> str:
    if not papers:
        return "request_documents"
    return {True: "recommend_recognition", False: "recommend_refusal", None: "request_evidence"}[verdict]


# §4: the review of a title held.
def craft_of(held: dict[str, Any], dossier: dict[str, Any]) -> int | None:
    """Which craft a title of a craft is about: the only one, or the only one of that name."""
    names = [each["name"].lower() for each in dossier.get("crafts") or ()]
    if len(names) == 1:
        return 0
    same = [index for index, name in enumerate(names) if name == held.get("name", "").lower()]
    return same[0] if len(same) == 1 else None


def review(held: dict[str, Any], dossier: dict[str, Any], day: Day) -> str:
    verdict = title(held["title"], dossier, day, craft_of(held, dossier))
    if verdict is not False:
        return "keep" if verdict else "undetermined"
    old = span_of(held["decided_on"])[1] < (2018, 6, 1)
    if old and holds(held.get("conformed_in_2018")) is False and held.get("remedy") is None:
        return "remedy"
    return "propose_revocation"

"""The same decision written by hand in plain Python: the floor that a rule engine is measured against.

No reasons, no citations, no second opinion: criteria, environment, papers, outcome and recommendation as bare words.
Checked equal to the engine before anything is timed.
"""

from __future__ import annotations

from datetime import date
from typing import Any

MET, NOT_MET, UNDETERMINED = "met", "not_met", "undetermined"
FIRST_ENCODED, LAST_DISTRICT = date(2015, 1, 1), date(2025, 6, 30)


def all_of(*verdicts: str) -> str:
    if NOT_MET in verdicts:
        return NOT_MET
    return UNDETERMINED if UNDETERMINED in verdicts else MET


def any_of(*verdicts: str) -> str:
    if MET in verdicts:
        return MET
    return UNDETERMINED if UNDETERMINED in verdicts else NOT_MET


def yes(finding: Any) -> str:
    return UNDETERMINED if finding is None else MET if finding.holds else NOT_MET


def listed(values: Any) -> str:
    return UNDETERMINED if values is None else MET if values else NOT_MET


def anniversary(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, or past the calendar's last year
        return date(day.year + years, 3, 1) if day.year + years <= date.max.year else date.max


def households(part: Any, whole: Any) -> str:
    part_low, part_high = (part.low, part.high) if part else (0, None)
    whole_low, whole_high = (max(whole.low, 1), whole.high) if whole else (1, None)
    if whole_high is not None and 5 * part_low >= whole_high:
        return MET
    return NOT_MET if part_high is not None and 5 * part_high < whole_low else UNDETERMINED


def elapsed(span: Any, day: date, years: int, *, strictly: bool) -> str:
    def passed(start: date) -> bool:
        due = anniversary(start, years)
        return day > due if strictly else day >= due

    if span is None:
        return UNDETERMINED
    if span.last is not None and passed(span.last):
        return MET
    return UNDETERMINED if span.first is None or passed(span.first) else NOT_MET


def plan(environment: Any, day: date) -> str:
    it = environment.plan
    if it is None:
        return UNDETERMINED
    if it is False:
        return NOT_MET
    on = it.approved_on
    if on is None:
        return UNDETERMINED
    first, last = on.first or date.min, on.last or date.max
    if first > day:
        return NOT_MET
    authority = "district" if last <= LAST_DISTRICT else "province" if first > LAST_DISTRICT else None
    return MET if last <= day and authority and it.approved_by == authority else UNDETERMINED


def environment(it: Any, day: date) -> str:
    if day < FIRST_ENCODED:
        return UNDETERMINED
    central, treatment = it.central_treatment, it.solid_waste_treatment
    return all_of(
        plan(it, day),
        yes(it.self_management_group),
        yes(it.wastewater_collection),
        UNDETERMINED if central is None else NOT_MET if central == "non_compliant" else MET,
        yes(it.solid_waste_point),
        any_of(
            UNDETERMINED if treatment is None else MET if treatment == "compliant" else NOT_MET,
            yes(it.solid_waste_transport),
        ),
    )


def craft(it: Any, day: date) -> str:
    return all_of(
        elapsed(it.practised_since, day, 50, strictly=True),
        yes(it.still_developing),
        yes(it.cultural_identity),
        any_of(listed(it.artisans), yes(it.village_name)),
    )


def complete(dossier: Any, title: str, day: date) -> bool:
    kinds = {paper.kind for paper in dossier.documents or ()}
    craft_set = "craft_history" in kinds and bool(kinds & {"awards", "cultural_description"})
    village_set = kinds >= {"household_list", "results_two_years", "environment_assurance"}
    if title != "traditional_craft_village":
        return craft_set if title == "traditional_craft" else village_set
    held = {
        each.title for each in dossier.titles_held or () if not each.decided_on.first or each.decided_on.first <= day
    }
    if "craft_village" in held:
        return craft_set
    return village_set if "traditional_craft" in held else craft_set and village_set


def decide(dossier: Any, title: str | None = None) -> tuple[str, str]:
    """Give the outcome and the recommendation of a parsed dossier for a title, on the day it is proposed."""
    title, day = title or dossier.title, dossier.proposed_on
    verdicts = [listed(dossier.activities)]
    if title == "traditional_craft":
        verdicts.append(craft(dossier.crafts[0], day))
    else:
        verdicts += [
            households(dossier.households.participating, dossier.households.total),
            elapsed(dossier.production.stable_since, day, 2, strictly=False),
            environment(dossier.environment, day),
        ]
    if title == "traditional_craft_village":
        crafts = dossier.crafts
        verdicts.append(UNDETERMINED if crafts is None else any_of(*(craft(each, day) for each in crafts)))
    verdict = all_of(*verdicts)
    outcome = {MET: "eligible", NOT_MET: "not_eligible", UNDETERMINED: UNDETERMINED}[verdict]
    if not complete(dossier, title, day):
        return outcome, "request_documents"
    advice = {MET: "recommend_recognition", NOT_MET: "recommend_refusal", UNDETERMINED: "request_evidence"}
    return outcome, advice[verdict]

"""Made-up dossiers for the tests: plain dicts in ``langnghe/dossier/v1``, with the edges of every rule over-sampled.

Every choice goes through one function, ``pick(options)``. Hypothesis draws through it and so can shrink (`dossiers`);
a seeded random generator makes the same dossiers by the ten thousand (`random_dossiers`). The simplest option is first.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final, TypeAlias

from hypothesis import strategies as st

Pick: TypeAlias = Callable[[Sequence[Any]], Any]
Tree: TypeAlias = dict[str, Any]

TITLES: Final = ("traditional_craft", "craft_village", "traditional_craft_village")
CRAFT_PAPERS: Final = ("craft_history", "awards", "cultural_description", "artisan_recognition")
VILLAGE_PAPERS: Final = ("household_list", "results_two_years", "environment_assurance")
OTHER_PAPERS: Final = ("craft_decision", "craft_village_decision", "other")

# The days around each change of the law, around 29 February, and one ordinary day.
DAYS: Final = tuple(
    date.fromisoformat(text)
    for text in (
        "2022-07-29",
        *(
            "2014-12-31",
            "2015-01-01",
            "2018-05-31",
            "2018-06-01",
            "2021-12-31",
            "2022-01-01",
            "2025-06-30",
            "2025-07-01",
        ),
        *("2022-02-28", "2022-03-01", "2024-02-28", "2024-02-29", "2024-03-01", "2026-02-28", "2026-03-01"),
    )
)
LEAP_DAYS: Final = (date(1972, 2, 29), date(1976, 2, 29), date(2020, 2, 29), date(2024, 2, 29))


def years_before(day: date, years: int) -> date:
    """The day whose anniversary ``day`` is; for 29 February, where there is none, 1 March."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 3, 1)


def since(pick: Pick, day: date, years: int) -> str | int | None:
    """When something began: around the anniversary that decides, in every form a date can be written."""
    edge = years_before(day, years) + timedelta(days=pick((0, -1, 1, -366, 366)))
    if pick((False, False, False, True)):
        edge = pick([leap for leap in LEAP_DAYS if abs((leap - edge).days) < 800] or [edge])
    year = edge.year
    later = edge + timedelta(days=pick((1, 40, 3000)))
    return pick(
        (
            None,
            *[edge.isoformat()] * 8,
            year,
            str(year),
            str(year - 1),
            str(year + 1),
            f"{year // 10}X",
            f"{year // 100}XX",
            "15XX",
            f"{edge:%Y-%m}",
            f"{edge.isoformat()}/{later.isoformat()}",
            f"{year - 4}/{year}",
            f"[..{edge.isoformat()}]",
            f"[..{year}]",
            f"../{year - 1}",
            f"../{edge.isoformat()}",
            f"{edge.isoformat()}/..",
            f"{year}?",
            f"{year - 2}~",
        )
    )


def day_near(pick: Pick, day: date) -> str:
    """A day on, just before or just after another, or on the two sides of the change of 1 July 2025."""
    near = tuple((day + timedelta(days=shift)).isoformat() for shift in (-200, 0, -1, 1))
    vague = (f"{day.year - 1}", f"{day.year}", f"{day:%Y-%m}", f"[..{day.isoformat()}]", f"{day.isoformat()}/..")
    return pick((*near, *near, *vague, "2025-06-30", "2025-07-01", "2025-06", "2025"))


def finding(pick: Pick) -> Any:
    """A yes or no, by itself or as a council found it."""
    holds = pick((True, False))
    attributed = {"holds": holds, "by": "Hội đồng thử", "votes": {"for": 9, "against": 0}}
    return pick((holds, holds, holds, {"holds": holds}, attributed))


def perhaps(pick: Pick, make: Callable[[Pick], Any]) -> Any:
    """A value, or nothing known: one time in four."""
    return pick((None, make, make, make)) and make(pick)


def households(pick: Pick) -> Tree:
    """Counts around 20 %, exact and bounded; never more households taking part than there can be."""
    total = pick((5, 1, 3, 970, 480, 596, 1999, 999_999_999))
    edge = min(max(-(-total // 5) + pick((0, -1, 1)), 0), total)
    of = pick((edge, edge, edge, edge, 0, total))
    exact = {"total": total, "participating": of}
    lower = max(total - pick((1, 7)), of, 1)
    return pick(
        (
            *[exact] * 8,
            {"total": total},
            {"participating": of},
            {"participating": f">={of}"},
            {},
            {"total": total, "participating": f">={of}"},
            {"total": total, "participating": f"hơn {of}"} if of < total else exact,
            {"total": total, "participating": f"<={of}"},
            {"total": total, "participating": f"gần {of + 1}"},
            {"total": total, "participating": f"0..{of}"},
            {"total": f"<={total}", "participating": of},
            {"total": f"<{total + 1}", "participating": f"{of}..{total}"},
            {"total": f">={total}", "participating": of},
            {"total": f">{total - 1}", "participating": f"<={of}"},
            {"total": f"{lower}..{total}", "participating": of},
            {"total": f"{lower}..{total}", "participating": f">{of - 1}" if of else ">=0"},
        )
    )


def plan(pick: Pick, day: date) -> Any:
    """An environmental plan: none, unknown, bare, or approved about then by one authority or another."""
    approved = {
        "approved_on": day_near(pick, day),
        "approved_by": pick(("district", "district", "province", "commune")),
    }
    without = dict(approved)
    del without[pick(("approved_on", "approved_by"))]
    return pick((False, True, None, {}, without, approved, approved, approved, approved))


def craft(pick: Pick, day: date, number: int) -> Tree:
    """A craft that meets Điều 5 khoản 2, with some of what is known of it changed."""
    made: Tree = {
        "name": f"Nghề thử {number}",
        "practised_since": "15XX",
        "still_developing": True,
        "cultural_identity": True,
        "artisans": ["Nguyễn Văn Thử"],
        "village_name": True,
    }
    changes: dict[str, Callable[[], Any]] = {
        "practised_since": lambda: since(pick, day, 50),
        "still_developing": lambda: perhaps(pick, finding),
        "cultural_identity": lambda: perhaps(pick, finding),
        "artisans": lambda: pick((None, [], ["Trần Thị Thử"])),
        "village_name": lambda: perhaps(pick, finding),
    }
    return changed(pick, made, changes)


def changed(pick: Pick, made: Tree, changes: dict[str, Callable[[], Any]]) -> Tree:
    """Change none, few or most of the values; ``None`` is as good as absent, so both are made."""
    for _ in range(pick((0, 1, 1, 2, 3, 2 * len(changes)))):
        key = pick(tuple(changes))
        value = changes[key]()
        if value is None and pick((True, False)):
            made.pop(key, None)
        else:
            made[key] = value
    return made


def environment(pick: Pick, day: date) -> Tree:
    """Every environmental condition met, with some of what is known changed."""
    made: Tree = {
        "plan": {"approved_on": years_before(day, 1).isoformat(), "approved_by": "district"},
        "self_management_group": True,
        "wastewater_collection": True,
        "central_treatment": "none",
        "solid_waste_point": True,
        "solid_waste_treatment": "none",
        "solid_waste_transport": True,
    }
    compliance = (None, "none", "compliant", "non_compliant")
    changes: dict[str, Callable[[], Any]] = {
        "plan": lambda: plan(pick, day),
        "self_management_group": lambda: perhaps(pick, finding),
        "wastewater_collection": lambda: perhaps(pick, finding),
        "central_treatment": lambda: pick(compliance),
        "solid_waste_point": lambda: perhaps(pick, finding),
        "solid_waste_treatment": lambda: pick(compliance),
        "solid_waste_transport": lambda: perhaps(pick, finding),
    }
    return changed(pick, made, changes)


def documents(pick: Pick) -> Any:
    """Papers: all, all but one, a few, none, or no list of them."""
    every = (*CRAFT_PAPERS, *VILLAGE_PAPERS)
    missing = pick(every)
    kinds = pick(
        (
            every,
            (),
            None,
            [kind for kind in every if kind != missing],
            [kind for kind in every if kind not in {missing, "awards"}],
            CRAFT_PAPERS,
            VILLAGE_PAPERS,
            OTHER_PAPERS,
            (missing, missing),
        )
    )
    return None if kinds is None else [{"kind": kind} for kind in kinds]


def titles_held(pick: Pick, day: date) -> Any:
    """Titles decided about the day the Decree took force, or about the day itself."""

    def held(number: int) -> Tree:
        decided_on = pick(
            (
                *("2008-11-04", "2018-05-31", "2018-06-01", "2015", "2012-03", "[..2010]"),
                (day - timedelta(days=1)).isoformat(),
                day.isoformat(),
                (day + timedelta(days=1)).isoformat(),
            )
        )
        made = {"title": pick(TITLES), "decision": f"{number}/QĐ-UBND", "decided_on": decided_on}
        for key, options in (
            ("name", (None, "Nghề thử 0", "nghề THỬ 1", "Làng Thử")),
            ("conformed_in_2018", (None, False, True, {"holds": False, "by": "Sở thử"})),
            ("remedy", (None, None, {"ordered_on": "2019-03-01"})),
        ):
            value = pick(options)
            if value is not None:
                made[key] = value
        return made

    return pick((None, [], [held(1)], [held(1)], [held(1), held(2)]))


def dossier(pick: Pick) -> Tree:
    """One dossier: eligible to begin with, then none, some or most of it changed."""
    day = pick(DAYS)
    made: Tree = {
        "format": "langnghe/dossier/v1",
        "id": "THU-1",
        "title": pick(TITLES),
        "proposed_on": day.isoformat(),
        "place": {"name": "Làng Thử", "province": "Tỉnh Thử"},
        "activities": [4],
        "households": {"total": 970, "participating": 194},
        "production": {"stable_since": "2001"},
        "environment": environment(pick, day),
        "crafts": [craft(pick, day, number) for number in range(pick((1, 1, 2, 3)))],
        "documents": documents(pick),
        "titles_held": titles_held(pick, day),
    }
    changes: dict[str, Callable[[], Any]] = {
        "activities": lambda: pick((None, [], [1, 7])),
        "households": lambda: households(pick),
        "production": lambda: {"stable_since": since(pick, day, 2)},
        "environment": lambda: pick((None, {}, environment(pick, day))),
        "crafts": lambda: pick((None, [])),
    }
    made = changed(pick, made, changes)
    if made["title"] == "traditional_craft":  # it is about its one craft
        made["crafts"] = (made.get("crafts") or [craft(pick, day, 0)])[:1]
    return {key: value for key, value in made.items() if value is not None or pick((True, False))}


@st.composite
def dossiers(draw: st.DrawFn) -> Tree:
    """Dossiers for Hypothesis, which shrinks them."""
    return dossier(lambda options: draw(st.sampled_from(options)))


def random_dossiers(seed: int, number: int) -> Iterator[Tree]:
    """Many dossiers, the same ones for the same seed."""
    source = random.Random(seed)
    for _ in range(number):
        yield dossier(source.choice)

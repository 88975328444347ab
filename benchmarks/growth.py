"""How the cost of one assessment grows: with the crafts of a village, and with the rules of the rulebook.

    python benchmarks/growth.py [ROUNDS]

Crafts: one village with 1 to 1,000 crafts, none of them traditional, so that every one has to be looked at. Rules: a
copy of the rulebook to which 10 to 1,000 made-up criteria are added, eight to a parent, over as many strata as that
takes, all of which the title rests on. A straight line and a power of the number are fitted to what is measured.
"""

from __future__ import annotations

import math
import shutil
import statistics
import sys
import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unittest.mock import patch

import plain
import yaml
from measured import ROOT
from timing import Way, in_turn, save

import langnghe
from langnghe.engine.law import rulecheck
from langnghe.engine.law.rulebook import load_rulebook
from langnghe.engine.limits import RULE_FILES

if TYPE_CHECKING:
    from langnghe.engine.law.rulebook import Rulebook

CRAFTS: Final = (1, 3, 10, 30, 100, 300, 1000)
RULES: Final = (10, 30, 100, 300, 1000)
CHILDREN: Final = 8
AN_ARTICLE: Final = 100  # made-up criteria in one file
YARDSTICK: Final = "hand-written Python, one craft"
MANY_TO_WORD: Final = 300  # crafts; a thousand take a second each time
STEADY: Final = 30  # from this number on, what is paid once a call no longer hides the growth

VILLAGE: Final = {
    "format": "langnghe/dossier/v1",
    "id": "GIA-DINH",
    "proposed_on": "2022-07-29",
    "place": {"name": "Làng Giả Định", "province": "Hưng Yên"},
    "activities": [4],
    "households": {"total": 596, "participating": 323},
    "production": {"stable_since": "2015"},
}
CRAFT: Final = {"practised_since": "15XX", "still_developing": True, "cultural_identity": True, "village_name": False}


def with_crafts(number: int) -> langnghe.Dossier:
    """Make up a village of so many crafts; the artisans of each are unknown, so none is decided early."""
    crafts = [CRAFT | {"name": f"Nghề {index}"} for index in range(number)]
    return langnghe.Dossier.model_validate(VILLAGE | {"title": "traditional_craft_village", "crafts": crafts})


def with_rules(number: int, folder: Path) -> Rulebook:
    """Copy the rulebook, and add so many made-up criteria that the title of a craft village rests on."""
    rules = folder / f"rules-{number}"
    shutil.copytree(ROOT / "rules", rules)
    fifth = rules / "nd-52-2018" / "dieu-5.yaml"
    article = yaml.safe_load(fifth.read_text("utf-8"))
    title = next(each for each in article["titles"] if each["id"] == "craft_village")
    made = made_up(number)
    title["requires"]["all"].append({"criterion": made[-1]["id"]})
    fifth.write_text(yaml.safe_dump(article, allow_unicode=True, sort_keys=False), "utf-8")
    for first in range(0, number, AN_ARTICLE):  # several articles: one file of a rulebook has an end
        article_id = f"dieu-{900 + first // AN_ARTICLE}"
        added = {
            "format": "langnghe/article/v1",
            "instrument": "nd-52-2018",
            "article": article_id,
            "title": {"vi": "Điều giả định", "en": "A made-up article"},
            "provisions": [{"id": article_id, "text": "Điều giả định, chỉ để đo."}],
            "rules": [rule | {"provision": article_id} for rule in made[first : first + AN_ARTICLE]],
        }
        written = yaml.safe_dump(added, allow_unicode=True, sort_keys=False)
        (rules / "nd-52-2018" / f"{article_id}.yaml").write_text(written, "utf-8")
    with patch.object(rulecheck, "RULE_FILES", replace(RULE_FILES, rules=2 * RULES[-1])):  # more than law will have
        return load_rulebook(rules)


def made_up(number: int) -> list[dict[str, Any]]:
    """Make up criteria: conditions of every measured kind at the bottom, then parents, the last one above them all."""
    bottom = number - math.ceil((number - 1) / CHILDREN)
    rules = [_rule(index, _condition(index)) for index in range(bottom)]
    loose = [rule["id"] for rule in rules]
    while len(rules) < number or len(loose) > 1:
        children, loose = loose[:CHILDREN], loose[CHILDREN:]
        rules.append(_rule(len(rules), {"all": [{"criterion": child} for child in children]}))
        loose.append(rules[-1]["id"])
    return rules


def _condition(index: int) -> dict[str, Any]:
    kinds: tuple[dict[str, Any], ...] = (
        {
            "share": {
                "of": "households.participating",
                "in": "households.total",
                "at_least_percent": 1 + index % 50,
            }
        },
        {"elapsed": {"since": "production.stable_since", "at_least_years": 1 + index % 5}},
        {"present": "activities"},
        {"holds": "environment.self_management_group"},
        {"one_of": {"field": "environment.central_treatment", "values": ["none", "compliant"]}},
    )
    return kinds[index % len(kinds)]


def _rule(index: int, condition: dict[str, Any]) -> dict[str, Any]:
    words = {"vi": f"Tiêu chí giả định {index}", "en": f"Made-up criterion {index}"}
    return {
        "id": f"synthetic.n{index}",
        "provision": "dieu-99",
        "name": words,
        "required": words,
        "requires": condition,
        "reasons": {"met": words, "not_met": words},
    }


def fitted(numbers: list[int], taken: list[float]) -> dict[str, float]:
    """Fit a line, and from ``STEADY`` on the exponent of a power of the number; ``last_exponent`` is of the last step.

    The line is the one whose *relative* errors are least, so that a village of one craft weighs as much as one of a
    thousand: ``intercept`` is what is paid once a call, ``slope`` what each one more adds.
    """
    ones, each = [1 / it for it in taken], [number / it for number, it in zip(numbers, taken, strict=True)]
    one_one, one_each, each_each = (
        sum(x * y for x, y in zip(*pair, strict=True)) for pair in ((ones, ones), (ones, each), (each, each))
    )
    determinant = one_one * each_each - one_each**2
    slope = (one_one * sum(each) - one_each * sum(ones)) / determinant
    intercept = (each_each * sum(ones) - one_each * sum(each)) / determinant
    steady = [(math.log(n), math.log(it)) for n, it in zip(numbers, taken, strict=True) if n >= STEADY]
    power = statistics.linear_regression(*zip(*steady, strict=True))
    (before, cost_before), (last, cost_last) = steady[-2:]
    return {
        "slope": slope,
        "intercept": intercept,
        "exponent": power.slope,
        "last_exponent": (cost_last - cost_before) / (last - before),
    }


def measured(rounds: int, ways: dict[int, Way]) -> dict[str, Any]:
    """Time the same work for each number, in turn, and fit its growth."""
    named = {str(number): way for number, way in ways.items()}
    timed = in_turn({YARDSTICK: Way(plain.decide, [with_crafts(1)])} | named, YARDSTICK, rounds)
    points = [{"number": number} | asdict(timed[str(number)]) for number in ways]
    return {"points": points} | fitted(list(ways), [point["ratio"] for point in points])


def outcome_of(dossier: langnghe.Dossier) -> str:
    return langnghe.assess(dossier).outcome


def as_json(dossier: langnghe.Dossier) -> str:
    return langnghe.assess(dossier).model_dump_json()


def main(rounds: int) -> None:
    villages = {number: with_crafts(number) for number in CRAFTS}
    crafts = measured(rounds, {number: Way(outcome_of, [village]) for number, village in villages.items()})
    worded = {number: Way(as_json, [village]) for number, village in villages.items() if number <= MANY_TO_WORD}
    crafts_json = measured(rounds, worded)
    village = langnghe.Dossier.model_validate(VILLAGE | {"title": "craft_village"})
    with tempfile.TemporaryDirectory() as folder:
        books = {number: with_rules(number, Path(folder)) for number in RULES}
    rules = measured(
        rounds,
        {
            number: Way(lambda it, book=book: langnghe.assess(it, rulebook=book).outcome, [village])
            for number, book in books.items()
        },
    )
    print(save("growth", rounds=rounds, steady=STEADY, crafts=crafts, crafts_json=crafts_json, rules=rules))
    for what, grown in (("crafts", crafts), ("crafts, JSON", crafts_json), ("rules", rules)):
        told = ", ".join(f"{point['number']}: {point['ratio']:.1f} ×" for point in grown["points"])
        print(f"{what}: {told}; exponent {grown['exponent']:.2f}, at last {grown['last_exponent']:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 11)

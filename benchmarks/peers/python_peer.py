"""The decision by hand in plain Python, from the same facts as the peers: the floor of the comparison."""

from __future__ import annotations

from measured import ENVIRONMENT_FROM, LAST_DISTRICT, OVER_50_YEARS, TWO_YEARS, Facts
from peers.contender import Contender


def craft_fails(c: Facts) -> bool:
    return (
        c["age_most"] <= OVER_50_YEARS
        or c["developing"] is False
        or c["identity"] is False
        or (c["artisans"] is False and c["village_name"] is False)
    )


def craft_passes(c: Facts) -> bool:
    return (
        c["age_least"] > OVER_50_YEARS
        and c["developing"] is True
        and c["identity"] is True
        and (c["artisans"] is True or c["village_name"] is True)
    )


def village_fails(v: Facts) -> bool:
    return (
        100 * v["part_most"] < 20 * v["total_least"]
        or v["stable_most"] < TWO_YEARS
        or (
            v["day"] >= ENVIRONMENT_FROM
            and (
                v["plan"] is False
                or v["plan_first"] > v["day"]
                or v["self_management"] is False
                or v["wastewater"] is False
                or v["central"] == "non_compliant"
                or v["waste_point"] is False
                or (v["waste_transport"] is False and v["waste_treatment"] in {"none", "non_compliant"})
            )
        )
    )


def village_passes(v: Facts) -> bool:
    return (
        100 * v["part_least"] >= 20 * v["total_most"]
        and v["stable_least"] >= TWO_YEARS
        and v["day"] >= ENVIRONMENT_FROM
        and v["plan_last"] <= v["day"]
        and (
            (v["plan_by"] == "district" and v["plan_last"] <= LAST_DISTRICT)
            or (v["plan_by"] == "province" and v["plan_first"] > LAST_DISTRICT)
        )
        and v["self_management"] is True
        and v["wastewater"] is True
        and v["central"] in {"none", "compliant"}
        and v["waste_point"] is True
        and (v["waste_treatment"] == "compliant" or v["waste_transport"] is True)
    )


def decide(v: Facts) -> str:
    title, crafts = v["title"], v["crafts"]
    of_village, of_craft = title != "traditional_craft", title != "craft_village"
    if (
        v["activities"] is False
        or (of_village and village_fails(v))
        or (of_craft and crafts is not None and all(map(craft_fails, crafts)))
    ):
        return "not_eligible"
    if (
        v["activities"] is True
        and (not of_village or village_passes(v))
        and (not of_craft or (crafts is not None and any(map(craft_passes, crafts))))
    ):
        return "eligible"
    return "undetermined"


def contenders() -> list[Contender]:
    return [Contender("hand-written Python, same facts", "", decide)]

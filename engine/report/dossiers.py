"""A row of a register as the dossier that says the same of one title, so that its review can be put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.columns.layout import CRAFTS, within_craft
from langnghe.engine.columns.names import TITLE
from langnghe.engine.dates import DateSpan
from langnghe.engine.dossier import FORMAT, Dossier
from langnghe.engine.facts import FIELDS
from langnghe.engine.law import anatomy
from langnghe.engine.register.fields import ACTIVITIES, CRAFT_NAME, GROUPS, HELD_NAME, NAME, PROVINCE, group_column
from langnghe.engine.report.tally import DECIDED
from langnghe.engine.values import Count
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from datetime import date

_UNSAID: Final = "…"  # stands for a name that the register does not give
_PROPOSED: Final = "craft_village"  # a dossier proposes a title; a review asks about those held, whatever it proposes
_ANY_DAY: Final = DateSpan(None, None, "0001/9999")
_PLAN: Final = "environment.plan"
_HELD: Final = "titles_held."


def dossier_of(row: dict[str, Any], on: date, lang: str) -> Dossier:
    """Give the dossier that says of one title what a row says; what a register cannot name stands as ``…``."""
    tree: dict[str, Any] = {}
    for field, kind in FIELDS.items():
        if field.split(".")[0] not in {ACTIVITIES, CRAFTS, "titles_held"} and not field.startswith(_PLAN):
            _put(tree, field, _value(row, field, kind))
    plan = row.get(_PLAN)
    if plan is not None:
        approval = {
            name: _value(row, f"{_PLAN}.{name}", FIELDS[f"{_PLAN}.{name}"]) for name in ("approved_on", "approved_by")
        }
        _put(tree, _PLAN, approval if plan else False)
    crafts = row.get(CRAFTS)
    held = {
        "title": row[TITLE],
        "decision": row.get(f"{_HELD}decision") or _UNSAID,
        "decided_on": _value(row, DECIDED, anatomy.DATE) or _ANY_DAY,
        "name": row.get(HELD_NAME),
        "conformed_in_2018": row.get(f"{_HELD}conformed_in_2018"),
        "remedy": {"ordered_on": _span(None, on)} if row.get(f"{_HELD}remedy") else None,
    }
    place = {"name": row[NAME], "province": row.get(PROVINCE) or _UNSAID}
    return Dossier.model_validate(
        {
            "format": FORMAT,
            "id": _UNSAID,
            "title": _PROPOSED,
            "proposed_on": on,
            "place": place,
            "activities": _activities(row),
            "crafts": None if crafts is None else [_craft(craft, lang) for craft in crafts],
            "titles_held": [held],
            **tree,
        }
    )


def _activities(row: dict[str, Any]) -> list[int] | None:
    """The groups of trades; of a row that has some and does not say which, any: the criterion is met all the same."""
    some = row.get(ACTIVITIES)
    if some is None:
        return None
    return [group for group in GROUPS if row.get(group_column(group))] or [GROUPS[0]] if some else []


def _craft(craft: dict[str, Any], lang: str) -> dict[str, Any]:
    made: dict[str, Any] = {"name": craft.get(within_craft(CRAFT_NAME)) or say("report.unnamed_craft", lang)}
    for field, kind in FIELDS.items():
        if field.startswith(f"{CRAFTS}."):
            value = _value(craft, within_craft(field), kind)
            if kind == anatomy.LIST and value is not None:
                value = [_UNSAID] if value else []
            made[within_craft(field)] = value
    return made


def _value(row: dict[str, Any], field: str, kind: str) -> Any:  # noqa: ANN401  any value of a dossier
    match kind:
        case anatomy.COUNT:
            low = row.get(f"{field}.low")
            return None if low is None else Count(low, row.get(f"{field}.high"))
        case anatomy.DATE:
            first, last = row.get(f"{field}.first"), row.get(f"{field}.last")
            return None if first is None and last is None else _span(first, last)
        case _:
            return row.get(field)


def _span(first: date | None, last: date | None) -> DateSpan:
    """Give a span whose text reads back to it."""
    if first == last:
        return DateSpan(first, last, str(first))
    return DateSpan(first, last, f"[..{last}]" if first is None else f"{first}/{last or '..'}")


def _put(tree: dict[str, Any], field: str, value: Any) -> None:  # noqa: ANN401  any value of a dossier
    part, _, name = field.partition(".")
    tree.setdefault(part, {})[name] = value

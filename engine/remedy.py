"""Remedies as results carry them, tried on the facts; and dossiers with a remedy applied."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.dossier import Dossier
from langnghe.engine.edtf import parse_span
from langnghe.engine.facts import FIELDS, on_day
from langnghe.engine.law.anatomy import COUNT, DATE, LIST
from langnghe.engine.remedies import way_to_meet
from langnghe.engine.settled import Settled
from langnghe.engine.values import Verdict, parse_count
from langnghe.engine.way import NOTHING_TO_DO

if TYPE_CHECKING:
    from collections.abc import Callable

    from langnghe.engine.case import Case
    from langnghe.engine.facts import Facts

_ROUNDS = 4  # waiting moves the day, and another law may ask for one thing more on that day


class Remedy(Settled):
    """The smallest change that would meet what is not met (điều kiện để đạt).

    ``text`` says it; ``changes`` gives the values to set, by path in the dossier (``…`` stands for what only people can
    name); ``on`` is the first day it is met, where time has to pass.
    """

    text: str
    changes: dict[str, Any]
    on: date | None


def earliest_key(remedy: Remedy) -> str:
    """Give the message that tells the earliest day: by itself, or once the other points are mended."""
    return "remedy.earliest_after" if remedy.changes else "remedy.earliest"


def remedy_for(case: Case, rule: str, subject: int | None, lang: str) -> Remedy | None:
    """Give the smallest change that would meet a rule (a criterion or the title), and the earliest day of it.

    Where time has to pass, each round is tried on the day that it leads to: another law may ask for one thing more by
    then. ``None`` where no fact could meet the rule.
    """
    total, tried, whose = NOTHING_TO_DO, case, subject
    for _ in range(_ROUNDS):
        if rule not in tried.network.by_id or (way := way_to_meet(tried, rule, whose, lang)) is None:
            return None
        total = total.along_with(way if subject is None else way.in_craft(subject))
        remedy = Remedy.settled({"text": "; ".join(total.texts), "changes": dict(total.changes), "on": total.on})
        if total.on is None and rule != case.title:
            return remedy
        facts = changed_facts(case, remedy, max(case.facts.day, total.on or case.facts.day))
        if subject is not None and facts.crafts:  # a rule about a craft is tried on that craft alone
            facts, whose = replace(facts, crafts=(facts.crafts[subject],), the_craft=0), 0
        tried = case.supposing(facts)
        if tried.verdicts.of(whose)[rule] is Verdict.MET:
            return remedy
    return None


def changed_facts(case: Case, remedy: Remedy, day: date) -> Facts:
    """Give the facts of a case on a day, with the changes of a remedy made: what :func:`apply` would come to."""
    facts = on_day(case.facts, case.dossier, day)
    village, crafts = dict(facts.village), list(facts.crafts or ())
    for path, value in remedy.changes.items():
        if path.startswith("crafts[") and (of_craft := _OF_CRAFT.fullmatch(path)):
            index, field = int(of_craft[1]), f"crafts.{of_craft[2]}"
            if index == len(crafts):
                crafts.append(dict.fromkeys(field for field in FIELDS if field.startswith("crafts.")))
            crafts[index] = {**crafts[index], field: _read(field, value)}
        else:
            village[path] = _read(path, value)
            if path.startswith(_PART_OF_PLAN):
                village[_PLAN] = True
    if not facts.crafts and crafts:
        village["crafts"] = tuple(crafts)
    return replace(
        facts,
        village=village,
        crafts=tuple(crafts) if crafts else facts.crafts,
        the_craft=0 if not facts.crafts and crafts else facts.the_craft,
    )


def _read(field: str, value: Any) -> Any:  # noqa: ANN401  what the field takes
    read = _READERS.get(FIELDS.get(field, ""))
    return read(value) if read else value


# An approval is of a plan.
_PLAN: Final = "environment.plan"
_PART_OF_PLAN: Final = "environment.plan."

_OF_CRAFT: Final = re.compile(r"crafts\[(\d+)\]\.(.+)")
_READERS: Final[dict[str, Callable[[Any], Any]]] = {COUNT: parse_count, DATE: parse_span, LIST: tuple}


def apply(dossier: Dossier, remedy: Remedy) -> Dossier:
    """Give the dossier with a remedy's changes made; the day to wait for is the caller's to assess on.

    Raises:
        pydantic.ValidationError: the changes do not fit the rest of the dossier.
    """
    tree = dossier.content()
    for path, value in remedy.changes.items():
        _set(tree, [int(part) if part.isdigit() else part for part in re.split(r"[.\[\]]+", path) if part], value)
    return Dossier.model_validate(tree)


def _set(tree: dict[str, Any], path: list[str | int], value: Any) -> None:  # noqa: ANN401  what the field takes
    *parents, last = path
    node: Any = tree
    for part, following in zip(parents, path[1:], strict=True):
        node = _step_into(node, part, [] if isinstance(following, int) else {})
    known = node.get(last) if isinstance(last, str) else None
    if value is True and isinstance(known, dict) and not known.keys() & {"holds", "value"}:
        return  # a part with its details, such as the plan, is there already
    node[last] = value


def _step_into(node: Any, part: str | int, empty: Any) -> Any:  # noqa: ANN401  a parsed document
    """Go one part deeper, through a value's evidence, making the part where nothing or a bare yes or no stands."""
    if isinstance(part, int) and part == len(node):
        node.append({})
    below = node[part] if isinstance(part, int) else node.get(part)
    if isinstance(below, dict) and below.keys() <= {"value", "evidence"} and "value" in below:
        node, part, below = below, "value", below["value"]
    if not isinstance(below, dict | list):
        node[part] = below = empty
    return below

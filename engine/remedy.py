"""Remedies as results carry them, and dossiers with a remedy applied."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from langnghe.engine.dossier import Dossier
from langnghe.engine.remedies import Finder, Way, in_craft
from langnghe.engine.values import Verdict

if TYPE_CHECKING:
    from langnghe.engine.case import Case

_ROUNDS = 4  # waiting moves the day, and another law may ask for one thing more on that day


class Remedy(BaseModel):
    """The smallest change that would meet what is not met (điều kiện để đạt).

    ``text`` says it; ``changes`` gives the values to set, by path in the dossier (``…`` stands for what only people can
    name); ``on`` is the first day it is met, where time has to pass.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    changes: dict[str, Any]
    on: date | None


def earliest_key(remedy: Remedy) -> str:
    """Give the message that tells the earliest day: by itself, or once the other points are mended."""
    return "remedy.earliest_after" if remedy.changes else "remedy.earliest"


def remedy_for(case: Case, rule: str, subject: int | None, lang: str) -> Remedy | None:
    """Give the smallest change that would meet a rule (a criterion or the title), and the earliest day of it.

    Where time has to pass, each round is tried on the dossier itself, on the day that it leads to: another law may ask
    for one thing more by then. ``None`` where no fact could meet the rule.
    """
    total, tried = Way(), case
    for _ in range(_ROUNDS):
        condition = next((node.condition for node in tried.network.nodes if node.id == rule), None)
        way = Finder(tried, subject, lang).way(condition)
        if way is None:
            return None
        if subject is not None:
            way.changes = in_craft(way.changes, subject)
        total.join(way)
        remedy = Remedy(text="; ".join(total.texts), changes=total.changes, on=total.on)
        if total.on is None and rule != case.title:
            return remedy
        tried = case.again(apply(case.dossier, remedy), max(case.facts.day, total.on or case.facts.day))
        if tried.verdicts.of(subject)[rule] is Verdict.MET:
            return remedy
    return None


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

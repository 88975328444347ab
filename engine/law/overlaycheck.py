"""Checks of provincial overlays beyond what the model of one file can see: limits, sources, and who covers what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from langnghe.engine.law.overlay import Overlay
from langnghe.engine.law.rulecheck import Loaded, Place
from langnghe.engine.law.rules import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.law.overlay import Cover
    from langnghe.engine.problems import Problem
    from langnghe.engine.reading.source import Source


def check_overlays(documents: list[Loaded]) -> list[Problem]:
    """Check the overlays among the rule files against each other and against the national rules.

    Takes ``(file name, source, model)`` of each file that is valid by itself; gives every problem found.
    """
    limits: dict[str, int] = {}
    for _, _, model in documents:
        for limit in model.time_limits if isinstance(model, Article) else ():
            limits[limit.id] = max(limit.working_days, limits.get(limit.id, 0))
    problems: list[Problem] = []
    seen: list[tuple[str, Cover]] = []
    for name, source, model in documents:
        if isinstance(model, Overlay):
            problems += _sources_exist(name, source, model)
            problems += _limits_shorten(name, source, model, limits)
            problems += _covered_once(name, source, model, seen)
            seen += [(model.id, cover) for cover in model.covers]
    return problems


def _sources_exist(name: str, source: Source, overlay: Overlay) -> Iterator[Problem]:
    for key, index, part in overlay.parts():
        if part.source not in overlay.sources:
            place = Place(name, source, (key, index))
            yield place.problem("no_such_source", "source", got=part.source, known=", ".join(overlay.sources))


def _limits_shorten(name: str, source: Source, overlay: Overlay, limits: dict[str, int]) -> Iterator[Problem]:
    """A province may take less time than the national limit gives, never more."""
    for index, limit in enumerate(overlay.time_limits):
        place = Place(name, source, ("time_limits", index))
        if limit.id not in limits:
            yield place.problem("no_such_limit", "id", got=limit.id, known=", ".join(sorted(limits)))
        elif limit.working_days > limits[limit.id]:
            days = {"got": limit.working_days, "most": limits[limit.id]}
            yield place.problem("limit_longer", "working_days", **days)


def _covered_once(name: str, source: Source, overlay: Overlay, seen: list[tuple[str, Cover]]) -> Iterator[Problem]:
    """On one day one territory has one overlay."""
    for index, cover in enumerate(overlay.covers):
        same = [
            other
            for other, theirs in [*seen, *((overlay.id, each) for each in overlay.covers[:index])]
            if (cover.province, cover.formerly) == (theirs.province, theirs.formerly) and cover.overlaps(theirs)
        ]
        if same:
            place = Place(name, source, ("covers", index))
            yield place.problem("covered_twice", "province", got=cover.province, other=same[0])

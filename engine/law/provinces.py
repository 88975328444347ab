"""A province's own rules on a day: which overlay counts for a dossier, and what it says there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from langnghe.engine.law.places import named

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from langnghe.engine.law.overlay import (
        Cover,
        Department,
        Overlay,
        OverlayPart,
        ProvincialLimit,
        ProvincialNote,
        ProvincialReport,
        Support,
    )


@dataclass(frozen=True, slots=True, eq=False)
class ProvinceOnDay:
    """What an overlay says on a day for a place.

    ``certain`` is false where the place bears the name of a merged province and may lie outside the territory that
    the overlay counts for: then limits and money are left out, and people judge the rest.
    """

    overlay: Overlay
    cover: Cover
    certain: bool
    departments: tuple[Department, ...]
    time_limits: tuple[ProvincialLimit, ...]
    reports: tuple[ProvincialReport, ...]
    support: tuple[Support, ...]
    notes: tuple[ProvincialNote, ...]
    memo: dict[Any, Any] = field(default_factory=dict)  # what others have worked out from it and nothing else

    def source(self, part: OverlayPart, lang: str) -> str:
        """Say from where a part is known."""
        return self.overlay.sources[part.source].in_(lang)


class ProvincialDepartment(BaseModel):
    """A department that appraises, its task, and the source of that."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    leads: bool
    task: str
    source: str


class SupportMoney(BaseModel):
    """Money that the province pays with the title, in đồng."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    amount_vnd: int
    source: str


class SourcedNote(BaseModel):
    """A note with its source."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    source: str


class ProvinceRules(BaseModel):
    """What the province adds to the procedure, and the money it gives; never a criterion."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    overlay: str
    name: str
    province: str
    formerly: str | None
    certain: bool
    interpretation: str | None
    departments: tuple[ProvincialDepartment, ...]
    support: SupportMoney | None
    notes: tuple[SourcedNote, ...]


def province_on(overlays: Iterable[Overlay], written: str, day: date) -> ProvinceOnDay | None:
    """Find the overlay that counts on ``day`` for a province as a dossier writes it."""
    counting = [(overlay, cover) for overlay in overlays for cover in overlay.covers if cover.covers(day)]
    names = {name: None for _, cover in counting for name in (cover.formerly, cover.province) if name}
    name = named(written, names) if names else None
    for certain in (True, False):
        for overlay, cover in counting:
            if name and name == (_surely(cover) if certain else cover.province):
                return _on_day(overlay, cover, day, certain=certain)
    return None


def _surely(cover: Cover) -> str | None:
    """The name that leaves no doubt: the province's own, or that of the former one where the two differ."""
    if cover.formerly is None:
        return cover.province
    return cover.formerly if cover.formerly != cover.province else None


def _on_day(overlay: Overlay, cover: Cover, day: date, *, certain: bool) -> ProvinceOnDay:
    return ProvinceOnDay(
        overlay=overlay,
        cover=cover,
        certain=certain,
        departments=tuple(each for each in overlay.departments if each.in_force.covers(day)),
        time_limits=tuple(each for each in overlay.time_limits if certain and each.in_force.covers(day)),
        reports=tuple(each for each in overlay.reports if each.in_force.covers(day)),
        support=tuple(each for each in overlay.support if certain and each.in_force.covers(day)),
        notes=tuple(each for each in overlay.notes if each.in_force.covers(day)),
    )


def province_rules(found: ProvinceOnDay | None, title: str, lang: str) -> ProvinceRules | None:
    """Put a province's own rules into words, with the money for one title."""
    if found is None:
        return None
    key = ("rules", title, lang)
    said: ProvinceRules | None = found.memo.get(key)
    if said is None:
        said = found.memo[key] = _rules_in_words(found, title, lang)
    return said


def _rules_in_words(found: ProvinceOnDay, title: str, lang: str) -> ProvinceRules:
    money = next((each for each in found.support if each.title == title), None)
    reading = found.cover.interpretation
    return ProvinceRules(
        overlay=found.overlay.id,
        name=found.overlay.name.in_(lang),
        province=found.cover.province,
        formerly=found.cover.formerly,
        certain=found.certain,
        interpretation=reading.in_(lang) if reading else None,
        departments=tuple(
            ProvincialDepartment(
                name=each.name.in_(lang), leads=each.leads, task=each.task.in_(lang), source=found.source(each, lang)
            )
            for each in found.departments
        ),
        support=SupportMoney(amount_vnd=money.amount_vnd, source=found.source(money, lang)) if money else None,
        notes=tuple(SourcedNote(text=each.text.in_(lang), source=found.source(each, lang)) for each in found.notes),
    )

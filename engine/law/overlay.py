"""Provincial overlays (quy định của tỉnh): process and money that a province adds, by place and day.

The models have no key that could carry a criterion, a paper or an authority; a file that tries is told so in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal, Self

from pydantic import BaseModel, Field, model_validator
from pydantic_core import PydanticCustomError

from langnghe.engine.dossier import TitleId
from langnghe.engine.law import conditions
from langnghe.engine.law.instruments import Identifier, InForce, Strict, Words
from langnghe.engine.law.procedures import MonthDay
from langnghe.engine.law.rules import Article, Rule
from langnghe.engine.problems import Problem
from langnghe.engine.text import TextField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

SourceId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=40)]


class Cover(InForce):
    """Where and when an overlay counts.

    ``province`` is the province of those days. ``formerly`` narrows it to the territory of a province that was merged
    into it; that rests on an ``interpretation``, because no text of the new province says so.
    """

    province: TextField
    formerly: TextField | None = None
    interpretation: Words | None = None

    @model_validator(mode="after")
    def _interpreted(self) -> Self:
        if (self.formerly is None) != (self.interpretation is None):
            raise PydanticCustomError("formerly_reading", "formerly and interpretation stand together", {})
        return self


class OverlayPart(Strict):
    """One thing that a province adds, from where it is known, and when it counts."""

    source: SourceId
    in_force: InForce = InForce()


class Department(OverlayPart):
    """A department that appraises (cơ quan thẩm định), or leads the appraisal."""

    name: Words
    leads: bool = False
    task: Words


class ProvincialLimit(OverlayPart):
    """A time limit of the province's own; only a shorter one than the national limit of that id can stand."""

    id: Identifier
    working_days: int = Field(ge=1, le=365, strict=True)


class ProvincialReport(OverlayPart):
    """A yearly report of the province's own, due *before* a day."""

    id: Identifier
    before: MonthDay
    name: Words


class Support(OverlayPart):
    """Money paid with a title (hỗ trợ kinh phí trực tiếp), in đồng."""

    title: TitleId
    amount_vnd: int = Field(ge=1, le=1_000_000_000_000, strict=True)


class ProvincialNote(OverlayPart):
    """Something people should know of the province's practice."""

    text: Words


class Overlay(Strict):
    """One file of ``provinces/``: what one province adds."""

    format: Literal["langnghe/overlay/v1"]
    id: SourceId
    name: Words
    covers: tuple[Cover, ...] = Field(min_length=1)
    sources: dict[SourceId, Words] = Field(min_length=1)
    departments: tuple[Department, ...] = ()
    time_limits: tuple[ProvincialLimit, ...] = ()
    reports: tuple[ProvincialReport, ...] = ()
    support: tuple[Support, ...] = ()
    notes: tuple[ProvincialNote, ...] = ()

    def parts(self) -> Iterator[tuple[str, int, OverlayPart]]:
        """Give everything that it adds, with the key it stands under and its number there."""
        for key in ("departments", "time_limits", "reports", "support", "notes"):
            for index, part in enumerate(getattr(self, key)):
                yield key, index, part

    def on(self, day: date) -> list[tuple[str, int, OverlayPart]]:
        """Give what counts of it on a day."""
        return [(key, index, part) for key, index, part in self.parts() if part.in_force.covers(day)]

    def periods(self) -> list[InForce]:
        """Give every period that it names."""
        return [*self.covers, *(part.in_force for _, _, part in self.parts())]


def _keys(*models: type[BaseModel]) -> set[str]:
    return {field.alias or name for model in models for name, field in model.model_fields.items()}


_CONDITIONS: Final = [
    each for each in vars(conditions).values() if isinstance(each, type) and issubclass(each, BaseModel)
]
_OWN_KEYS: Final = _keys(Overlay, Cover, Department, ProvincialLimit, ProvincialReport, Support, ProvincialNote)
# Keys by which rule files set criteria, papers, outcomes and authorities: a province has none of them to give.
_KEYS_OF_THE_LAW: Final = _keys(Article, Rule, *_CONDITIONS) - _OWN_KEYS


def told_apart(problems: list[Problem], model: type[BaseModel]) -> list[Problem]:
    """Tell keys of the law in an overlay from mere misspellings; give problems of other files as they are."""
    if model is not Overlay:
        return problems
    return [
        Problem("overlay_of_the_law", each.path, each.line, {"key": each.context["key"]})
        if each.code in {"unknown_key", "unknown_key_near"} and each.context["key"] in _KEYS_OF_THE_LAW
        else each
        for each in problems
    ]

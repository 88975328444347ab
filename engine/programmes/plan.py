"""Provincial plans (kế hoạch của tỉnh): ``langnghe/programme/v1``, targets measured over a register of titles.

A plan binds no verdict. Each target stands with the plan's own words; what a register cannot show is said to be so, and
what a plan states inconsistently is worked out, not judged.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.law.conditions import Condition
from langnghe.engine.law.instruments import Identifier, Strict, Words
from langnghe.engine.register.fields import GROUPS, KINDS, TEXT, group_column
from langnghe.engine.text import TextField

Whole = Annotated[int, Field(ge=0, le=1_000_000, strict=True)]
Percent = Annotated[int, Field(ge=0, le=100, strict=True)]

# What a measure may ask of a row; the rest of the vocabulary is about dossiers.
_ASKED: Final = (c.Holds, c.Known, c.Present, c.OneOf, c.ByTheDay, c.Before, c.Criterion, c.All, c.AnyOf, c.Not)
FIELDS: Final = {
    **{
        field: anatomy.CHOICE if kind == TEXT else kind for field, kind in KINDS.items()
    },  # a name is one of several, too
    **{group_column(group): anatomy.YES_NO for group in GROUPS},
}


class Measure(Strict):
    """What is worked out over a register: rows that fit, their share, or a share of sums; or why nothing can be."""

    count: Condition | None = None
    percent: Condition | None = None
    among: Condition | None = None  # of which rows count or percent; all of them when left out
    sum_of: str | None = None
    in_: str | None = Field(default=None, alias="in")
    not_in_register: Words | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = [self.count, self.percent, self.sum_of, self.not_in_register]
        if sum(kind is not None for kind in kinds) != 1 or (self.sum_of is None) != (self.in_ is None):
            raise PydanticCustomError("measure_kind", "one kind of measure", {})
        if self.among is not None and self.count is None and self.percent is None:  # sums are over every row
            raise PydanticCustomError("measure_among", "only rows are counted among some", {})
        for condition in self.conditions():
            _check(condition)
        for field in (self.sum_of, self.in_):
            if field is not None and FIELDS.get(field) != anatomy.COUNT:
                raise PydanticCustomError("no_such_field", "no such field", {"got": field, "near": "register.workers"})
        return self

    def conditions(self) -> list[Any]:
        """Give the conditions that it asks of rows."""
        return [condition for condition in (self.count, self.percent, self.among) if condition is not None]


def _check(condition: Any) -> None:  # noqa: ANN401  any condition
    for part in anatomy.walk(condition):
        if not isinstance(part, _ASKED):
            raise PydanticCustomError("measure_operator", "not over registers", {"got": c.operator_of(part) or ""})
    for field, kind in anatomy.reads(condition):
        if field not in FIELDS:
            raise PydanticCustomError("no_such_field", "no such field", {"got": field, "near": "register.working"})
        if kind and FIELDS[field] != kind:
            raise PydanticCustomError(
                "field_kind", "another kind", {"got": field, "kind": FIELDS[field], "wanted": kind}
            )


class Stated(Strict):
    """Something that a plan says: its words (nguyên văn), where they stand, and a short name."""

    id: Identifier
    where: TextField
    words: TextField
    name: Words


class Target(Stated):
    """A target (mục tiêu): a measure and the number to reach, by a day."""

    due: date | None = None
    measure: Measure
    at_least: Whole | None = None
    more_than: Whole | None = None
    exactly: Whole | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _limit(self) -> Self:
        limits = [limit for limit in (self.at_least, self.more_than, self.exactly) if limit is not None]
        if len(limits) > 1 or (limits and self.measure.not_in_register):
            raise PydanticCustomError("target_limit", "one limit", {})
        return self


class Figure(Stated):
    """A figure that the plan prints of its own register, to hold a register against."""

    measure: Measure
    printed: Whole


class ShareCheck(Strict):
    """A plan says that ``part`` of ``whole`` is more than so many percent."""

    part: Whole
    whole: Annotated[int, Field(ge=1, strict=True)]
    more_than_percent: Percent


class SumCheck(Strict):
    """A plan's own numbers added up, each a number or a range, and the total that it states."""

    terms: Annotated[tuple[tuple[int, int], ...], Field(min_length=1)]
    stated: int


class Check(Stated):
    """Two things that a plan states, worked out against each other."""

    share: ShareCheck | None = None
    sum: SumCheck | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.share is None) == (self.sum is None):
            raise PydanticCustomError("check_kind", "one kind of check", {})
        return self


class PlanClass(Stated):
    """One class of a plan's classification (phân loại): which rows are of it.

    ``rows`` tells where to look: among the titles held, or among the villages that hold none.
    """

    rows: Literal["titles", "without_title"] = "titles"
    counts: Condition
    note: Words | None = None

    @model_validator(mode="after")
    def _asks_of_rows(self) -> Self:
        _check(self.counts)
        return self

    @property
    def measure(self) -> Measure:
        """How many rows are of the class."""
        return Measure(count=self.counts)


class Rating(Strict):
    """What a plan says of rating villages (xếp loại), where it gives no criteria to rate them by."""

    where: TextField
    words: TextField
    said: Words


class Programme(Strict):
    """A plan: whose, for when, and what it sets out to reach."""

    format: Literal["langnghe/programme/v1"]
    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=60)]
    province: TextField
    name: Words
    number: TextField | None = None
    issued_on: date | None = None
    register_on: date | None = None  # the day of the register that the plan speaks of
    notes: tuple[Words, ...] = ()
    figures: tuple[Figure, ...] = ()
    targets: tuple[Target, ...] = ()
    classes: tuple[PlanClass, ...] = ()
    rating: Rating | None = None
    checks: tuple[Check, ...] = ()

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        ids = [each.id for each in (*self.figures, *self.targets, *self.classes, *self.checks)]
        for name in ids:
            if ids.count(name) > 1:
                raise PydanticCustomError("provision_twice", "twice", {"got": name})
        return self


@cache
def programmes() -> dict[str, Programme]:
    """Give the plans that are part of this package, by id.

    Raises:
        InvalidRules: a plan's file is wrong.
    """
    from langnghe.engine.law.rulefiles import read_rule_files  # deferred: it knows the model above
    from langnghe.engine.problems import InvalidRules

    found = read_rule_files(files("langnghe").joinpath("rules", "programmes"))
    if found.problems:
        raise InvalidRules(found.problems)
    return {model.id: model for _, _, model in found.documents if isinstance(model, Programme)}

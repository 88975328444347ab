"""The closed vocabulary of conditions that rules are written in; one small model an operator.

A condition in a rule file is a mapping with one key, the operator: ``{holds: crafts.cultural_identity}``. Field paths
name values of a dossier; in a rule about a craft, ``crafts.…`` is that craft.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, model_validator
from pydantic_core import core_schema

from langnghe.engine.dossier import UNION_TAG

VerdictName = Literal["met", "not_met", "undetermined"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ShareArguments(_Strict):
    """Numerator, denominator (paths of counts) and the threshold in whole percent."""

    of: str
    in_: str = Field(alias="in")
    at_least_percent: int = Field(ge=1, le=100, strict=True)


class Share(_Strict):
    """``100 × of ≥ at_least_percent × in``, in whole numbers."""

    share: ShareArguments


class ElapsedArguments(_Strict):
    """The date counted from, and either the years that must be passed or those that must be reached."""

    since: str
    more_than_years: int | None = Field(default=None, ge=1, le=1000, strict=True)
    at_least_years: int | None = Field(default=None, ge=1, le=1000, strict=True)

    @model_validator(mode="after")
    def _one_threshold(self) -> ElapsedArguments:
        if (self.more_than_years is None) == (self.at_least_years is None):
            msg = "give either more_than_years or at_least_years"
            raise ValueError(msg)
        return self

    @property
    def years(self) -> int:
        """The threshold in years."""
        return self.more_than_years or self.at_least_years or 0


class Elapsed(_Strict):
    """The day lies after (``more_than_years``) or on or after (``at_least_years``) an anniversary."""

    elapsed: ElapsedArguments


class Holds(_Strict):
    """A yes or no of the dossier is yes."""

    holds: str


class Known(_Strict):
    """Something is known of a field; itself always known."""

    known: str


class Present(_Strict):
    """A list of the dossier has an entry; an empty one is known to be none, an absent one is unknown."""

    present: str


class OneOfArguments(_Strict):
    """A choice and the values that satisfy."""

    field: str
    values: tuple[str, ...] = Field(min_length=1)


class OneOf(_Strict):
    """A choice of the dossier is one of the values."""

    one_of: OneOfArguments


class ByTheDay(_Strict):
    """A date of the dossier lies on or before the day."""

    by_the_day: str


class Before(_Strict):
    """A date of the dossier lies before a fixed day."""

    before: BeforeArguments


class BeforeArguments(_Strict):
    """The dossier's date, and the fixed day.

    An uncertain date that may lie on either side leaves it open; ``taken_as`` its earliest or latest day, it does not.
    """

    field: str
    day: date
    taken_as: Literal["earliest", "latest"] | None = None


class Period(_Strict):
    """Who is competent from one day to another, both included."""

    authority: str
    from_: date | None = Field(default=None, alias="from")
    to: date | None = None


class CompetentArguments(_Strict):
    """The authority that acted, the date it acted on, and who was competent when."""

    authority: str
    on: str
    periods: tuple[Period, ...] = Field(min_length=1)


class Competent(_Strict):
    """The authority that acted was the one competent on that date; never *not met*: people judge the rest."""

    competent: CompetentArguments


class Attached(_Strict):
    """The dossier has a document of the kind."""

    attached: str


class HoldsTitle(_Strict):
    """The village holds the title on the day."""

    holds_title: str


class Criterion(_Strict):
    """Another rule of the rulebook is met."""

    criterion: str


class EveryInForce(_Strict):
    """Every rule of a group that is in force on the day is met; undetermined where none is encoded for that day."""

    every_in_force: str


class SomeCraft(_Strict):
    """At least one craft meets a rule about crafts; crafts absent is unknown, ``[]`` is none."""

    some_craft: str


class TheCraft(_Strict):
    """The one craft that the title is about meets a rule about crafts."""

    the_craft: str


class VerdictIsArguments(_Strict):
    """A rule and one of the three verdicts."""

    of: str
    is_: VerdictName = Field(alias="is")


class VerdictIs(_Strict):
    """A rule came out with exactly this verdict; itself always known."""

    verdict: VerdictIsArguments


class Not(_Strict):
    """Kleene's *not*."""

    not_: Condition = Field(alias="not")


class All(_Strict):
    """Kleene's *and*."""

    all: tuple[Condition, ...] = Field(min_length=1)


class AnyOf(_Strict):
    """Kleene's *or*."""

    any: tuple[Condition, ...] = Field(min_length=1)


def _tag(model: type[BaseModel]) -> str:
    name, field = next(iter(model.model_fields.items()))
    return UNION_TAG + (field.alias or name)


def operator_of(condition: object) -> str | None:
    """Give the operator's key: of a mapping in a rule file its one key, of a model its one field."""
    if isinstance(condition, BaseModel):
        return _tag(type(condition))
    if isinstance(condition, dict) and len(condition) == 1:
        return UNION_TAG + str(next(iter(condition)))
    return None


class _ByOperator:
    """Tells by its operator which of the models a condition is of.

    What a ``Discriminator`` with a ``Tag`` for each model says, in pydantic's own terms: working it out of annotations
    takes half as long again, for each model that holds a condition, at every start.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:  # noqa: ANN401  any type
        return core_schema.tagged_union_schema(
            {_tag(model): handler.generate_schema(model) for model in get_args(source)},
            operator_of,
            custom_error_type="operator",
            custom_error_message="no such operator",
        )


Condition = Annotated[
    Share
    | Elapsed
    | Holds
    | Known
    | Present
    | OneOf
    | ByTheDay
    | Before
    | Competent
    | Attached
    | HoldsTitle
    | Criterion
    | EveryInForce
    | SomeCraft
    | TheCraft
    | VerdictIs
    | Not
    | All
    | AnyOf,
    _ByOperator(),
]

OPERATORS: Final = tuple(_tag(model).removeprefix(UNION_TAG) for model in get_args(get_args(Condition)[0]))

for _model in (Before, Not, All, AnyOf):
    _model.model_rebuild()

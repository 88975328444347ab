"""The models that everything in a rule file rests on: words in two languages, dates, instruments, provisions.

What a lawyer writes in ``rules/`` is validated against these; they carry no law themselves.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from langnghe.engine.text import TextField

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$", max_length=80)]
ProvisionId = Annotated[
    str, Field(pattern=r"^(dieu-\d+[a-z]?(/khoan-\d+[a-z]?(/diem-[a-zđ])?)?|phan-\d+)$")  # a circular may have parts
]


class Strict(BaseModel):
    """A part of a rule file: unknown keys refused, values frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Strict):
    """A text in both languages."""

    vi: TextField
    en: TextField

    def in_(self, lang: str) -> str:
        """Give the text in ``lang`` (``vi`` or ``en``)."""
        return self.en if lang == "en" else self.vi


class InForce(Strict):
    """From which day to which day something is law, both included; an end left out is open."""

    from_: date | None = Field(default=None, alias="from")
    to: date | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.from_ and self.to and self.from_ > self.to:
            days = {"first": self.from_.isoformat(), "last": self.to.isoformat()}
            raise PydanticCustomError("period_reversed", "reversed", days)
        return self

    def covers(self, day: date) -> bool:
        """Tell whether ``day`` lies within."""
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)

    def overlaps(self, other: InForce) -> bool:
        """Tell whether some day lies within both."""
        starts_in_time = self.from_ is None or other.to is None or self.from_ <= other.to
        return starts_in_time and (other.from_ is None or self.to is None or other.from_ <= self.to)


class Instrument(Strict):
    """A legal instrument (văn bản quy phạm pháp luật).

    ``role`` tells whether its rules decide, or only explain titles of its time. ``scope`` names the provisions of
    which every point is accounted for: encoded, left to the council, or out of scope with a reason.
    """

    format: Literal["langnghe/instrument/v1"]
    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    role: Literal["decides", "explains"] = "decides"
    name: Words
    title: Words
    issued_on: date
    in_force: InForce
    # What a rule of this instrument says of a day before the instrument: measured all the same, with a warning
    # ("measure"), or nothing, because another law governed that day ("silent").
    earlier_days: Literal["measure", "silent"]
    earlier_days_note: Words | None = None
    scope: tuple[ProvisionId, ...] = ()
    confidence: Words | None = None
    sources: tuple[TextField, ...] = Field(min_length=1)


class LeftOut(Strict):
    """Why a provision has no rule: left to people, or outside what the rulebook is for."""

    to: Literal["council", "out_of_scope"]
    why: Words


class Provision(Strict):
    """An article, clause or point with the words of the statute (nguyên văn).

    ``by`` names rules that carry it out though they cite another provision, ``left`` tells why it has none.
    """

    id: ProvisionId
    text: TextField
    by: tuple[Identifier, ...] = ()
    left: LeftOut | None = None


class Encoded(Strict):
    """Anything encoded from a provision; knows its instrument once it is loaded."""

    provision: ProvisionId

    _instrument: str = PrivateAttr(default="")

    def belong_to(self, instrument: Instrument) -> None:
        """Take the instrument's name (called once, on loading)."""
        self._instrument = instrument.id

    @property
    def instrument(self) -> str:
        """The id of the instrument that it belongs to."""
        return self._instrument

    @cached_property
    def full_provision(self) -> str:
        """The provision with its instrument before it, as results and rule files name it."""
        return f"{self._instrument}/{self.provision}"


class Dated(Encoded):
    """Something encoded that begins and ends to be law: by its own dates, and where it has none with its instrument."""

    id: Identifier
    in_force: InForce | None = None

    _period: InForce = PrivateAttr(default_factory=InForce)

    def belong_to(self, instrument: Instrument) -> None:
        """Take the instrument's name, and its dates where the rule has none of its own."""
        super().belong_to(instrument)
        self._period = self.period_within(instrument.in_force)

    def period_within(self, instrument: InForce) -> InForce:
        """Give its own dates; an end left out is that of the instrument, so that no rule outlives it unsaid."""
        own = self.in_force
        if own is None:
            return instrument
        return own.model_copy(update={"from_": own.from_ or instrument.from_, "to": own.to or instrument.to})

    @property
    def period(self) -> InForce:
        """When it is law: its own dates, and those of its instrument where it has none."""
        return self._period

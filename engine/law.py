"""The models of the rule files: instruments, provisions with their words, rules, documents, outcomes.

What a lawyer writes in ``rules/`` is validated against these; they carry no law themselves.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator

from langnghe.engine.conditions import Condition
from langnghe.engine.dossier import DocumentKind, TitleId
from langnghe.engine.text import TextField

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$", max_length=80)]
ProvisionId = Annotated[str, Field(pattern=r"^dieu-\d+[a-z]?(/khoan-\d+[a-z]?(/diem-[a-zđ])?)?$")]
Subject = Literal["village", "craft"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Strict):
    """A text in both languages."""

    vi: TextField
    en: TextField

    def in_(self, lang: str) -> str:
        """Give the text in ``lang`` (``vi`` or ``en``)."""
        return self.en if lang == "en" else self.vi


class InForce(_Strict):
    """From which day to which day something is law, both included; an end left out is open."""

    from_: date | None = Field(default=None, alias="from")
    to: date | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.from_ and self.to and self.from_ > self.to:
            msg = "from lies after to"
            raise ValueError(msg)
        return self

    def covers(self, day: date) -> bool:
        """Tell whether ``day`` lies within."""
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)


class Instrument(_Strict):
    """A legal instrument (văn bản quy phạm pháp luật)."""

    format: Literal["langnghe/instrument/v1"]
    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    name: Words
    title: Words
    issued_on: date
    in_force: InForce
    # What a rule of this instrument says of a day before the instrument: measured all the same, with a warning
    # ("measure"), or nothing, because another law governed that day ("silent").
    earlier_days: Literal["measure", "silent"]
    earlier_days_note: Words | None = None
    sources: tuple[TextField, ...] = Field(min_length=1)


class LeftOut(_Strict):
    """Why a provision has no rule: left to people, or outside what the rulebook is for."""

    to: Literal["council", "out_of_scope"]
    why: Words


class Provision(_Strict):
    """An article, clause or point with the words of the statute (nguyên văn)."""

    id: ProvisionId
    text: TextField
    left: LeftOut | None = None


class Reasons(_Strict):
    """How a verdict is worded in minutes; slots in braces are filled with what was measured."""

    met: Words
    not_met: Words
    undetermined: Words | None = None


class Encoded(_Strict):
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

    @property
    def full_provision(self) -> str:
        """The provision with its instrument: ``nd-52-2018/dieu-5/khoan-3/diem-a``."""
        return f"{self._instrument}/{self.provision}"


class Rule(Encoded):
    """A rule: a criterion, a condition of one, or a title."""

    id: Identifier
    subject: Subject = "village"
    in_force: InForce | None = None
    group: Identifier | None = None
    name: Words
    required: Words
    requires: Condition
    reasons: Reasons
    evidence: tuple[DocumentKind, ...] = ()
    interpretation: Words | None = None

    _period: InForce = PrivateAttr(default_factory=InForce)

    def belong_to(self, instrument: Instrument) -> None:
        """Take the instrument's name, and its dates where the rule has none of its own."""
        super().belong_to(instrument)
        self._period = self.in_force or instrument.in_force

    @property
    def period(self) -> InForce:
        """When the rule is law: its own dates, or those of its instrument."""
        return self._period


class DocumentRequirement(Encoded):
    """A paper asked for (thành phần hồ sơ): any one of the kinds serves."""

    id: Identifier
    set: Identifier
    any_of: tuple[DocumentKind, ...] = Field(min_length=1)
    optional: bool = False
    name: Words
    advice: Words | None = None


class DocumentPath(Encoded):
    """Which sets of papers a title asks for, and when; the first path that fits counts."""

    title: TitleId
    when: Condition | None = None
    sets: tuple[Identifier, ...] = Field(min_length=1)
    interpretation: Words | None = None


class Outcome(Encoded):
    """One row of a decision table: the first row whose condition is met counts."""

    id: Identifier
    when: Condition
    name: Words
    note: Words | None = None


class Note(Encoded):
    """A note or warning that a review carries when its condition is met."""

    code: Identifier
    kind: Literal["note", "warning"]
    title: TitleId | None = None
    when: Condition
    message: Words


class TimeLimit(Encoded):
    """A limit in working days (ngày làm việc) counted from a day of the dossier."""

    id: Identifier
    counted_from: Literal["received_on"]
    working_days: int = Field(ge=1, le=365, strict=True)
    name: Words


class Article(_Strict):
    """One file of a rulebook: an article (Điều), its words and what is encoded of it."""

    format: Literal["langnghe/article/v1"]
    instrument: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    article: ProvisionId
    title: Words
    provisions: tuple[Provision, ...] = Field(min_length=1)
    rules: tuple[Rule, ...] = ()
    titles: tuple[Rule, ...] = ()
    documents: tuple[DocumentRequirement, ...] = ()
    document_paths: tuple[DocumentPath, ...] = ()
    recommendations: tuple[Outcome, ...] = ()
    review_outcomes: tuple[Outcome, ...] = ()
    review_notes: tuple[Note, ...] = ()
    time_limits: tuple[TimeLimit, ...] = ()

    def encoded(self) -> dict[str, tuple[Encoded, ...]]:
        """Give everything encoded in the file, by the key that it stands under."""
        return {
            "rules": self.rules,
            "titles": self.titles,
            "documents": self.documents,
            "document_paths": self.document_paths,
            "recommendations": self.recommendations,
            "review_outcomes": self.review_outcomes,
            "review_notes": self.review_notes,
            "time_limits": self.time_limits,
        }

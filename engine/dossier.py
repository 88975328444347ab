"""What a village submits: the format ``langnghe/dossier/v1`` (hồ sơ đề nghị).

Absent or ``null`` means *not known*; an explicit ``[]`` or ``false`` means *known to be none*.
"""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from typing import Annotated, Any, Final, Literal, Self, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainSerializer,
    PrivateAttr,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError, ValidationError

from langnghe.engine.dossier_checks import as_detail, craft_problems, evidence_problems, household_problems
from langnghe.engine.edtf import DayField, SpanField
from langnghe.engine.evidence import put_together, take_apart
from langnghe.engine.problems import Problem
from langnghe.engine.text import TextField, normalised
from langnghe.engine.values import CountField

FORMAT: Final = "langnghe/dossier/v1"

TitleId = Literal["traditional_craft", "craft_village", "traditional_craft_village"]
DocumentKind = Literal[
    "craft_history",
    "awards",
    "cultural_description",
    "artisan_recognition",
    "household_list",
    "results_two_years",
    "environment_assurance",
    "craft_decision",
    "craft_village_decision",
    "other",
]
Compliance = Literal["none", "compliant", "non_compliant"]
ActivityGroup = Annotated[int, Field(ge=1, le=7, strict=True)]

_CANONICAL: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_MANY: Final = 10_000  # entries of one list; a dossier of the largest village stays far below

_YES_NO: Final = {"có": True, "yes": True, "không": False, "no": False}


class _Part(BaseModel):
    """A part of the dossier: unknown keys refused, values frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Votes(_Part):
    """How a council voted (kết quả biểu quyết), in ballots."""

    in_favour: int = Field(alias="for", ge=0, le=1000, strict=True)
    against: int = Field(ge=0, le=1000, strict=True)


class Attributed(_Part):
    """A yes or no with who found it, when and how (kết luận của hội đồng)."""

    holds: Annotated[bool, Field(strict=True)]
    by: TextField | None = None
    on: SpanField | None = None
    votes: Votes | None = None
    note: TextField | None = None


# A yes or no by itself, the two kinds of it: they are frozen, and making one takes as long as reading a date.
BY_THEMSELVES: Final = {
    holds: Attributed.model_construct(holds=holds, _fields_set={"holds"}) for holds in (True, False)
}


def as_attributed(value: object) -> object:
    """Take a yes or no written by itself for what it stands for.

    Raises:
        PydanticCustomError: ``yes_no``; it is neither that nor an attributed finding.
    """
    if isinstance(value, str):
        value = _YES_NO.get(normalised(value).strip().lower(), value)
    if isinstance(value, bool):
        return BY_THEMSELVES[value]
    if not isinstance(value, dict | Attributed):
        raise PydanticCustomError("yes_no", "yes or no", {"got": str(value)[:40]})
    return value


def _bare(finding: Attributed) -> dict[str, Any] | bool:
    if not (finding.by or finding.on or finding.votes or finding.note):
        return finding.holds
    return finding.model_dump(mode="json", exclude_none=True, by_alias=True)


YesNo = Annotated[
    Attributed,
    BeforeValidator(as_attributed, json_schema_input_type=bool | Literal["có", "không"] | Attributed),
    PlainSerializer(_bare),
]


class Place(_Part):
    """Where the village or craft is (địa bàn)."""

    name: TextField
    province: TextField
    district: TextField | None = None
    commune: TextField | None = None


class Households(_Part):
    """Households of the recognised unit, and those that take part (hộ tham gia hoạt động ngành nghề nông thôn)."""

    total: CountField | None = None
    participating: CountField | None = None
    counted_on: SpanField | None = None
    unit: TextField | None = None


class Production(_Part):
    """Production and business (hoạt động sản xuất, kinh doanh)."""

    stable_since: SpanField | None = None


class EnvironmentPlan(_Part):
    """The environmental protection plan (phương án bảo vệ môi trường làng nghề) and its approval."""

    approved_on: SpanField | None = None
    approved_by: TextField | None = None
    number: TextField | None = None


def _as_plan(value: object) -> object:
    if isinstance(value, str):
        value = _YES_NO.get(normalised(value).strip().lower(), value)
    if not isinstance(value, bool | dict | EnvironmentPlan):
        raise PydanticCustomError("plan_type", "a plan", {"got": str(value)[:40]})
    return EnvironmentPlan() if value is True else value


# A tag stands in the location of a problem; UNION_TAG marks it, so that no reader of messages sees it.
UNION_TAG: Final = "|"

_PlanOrNone = Annotated[
    Annotated[EnvironmentPlan, Tag(UNION_TAG + "plan")] | Annotated[Literal[False], Tag(UNION_TAG + "none")],
    Discriminator(lambda value: UNION_TAG + ("none" if value is False else "plan")),
    BeforeValidator(_as_plan, json_schema_input_type=bool | Literal["có", "không"] | EnvironmentPlan),
]


class Environment(_Part):
    """What is on the ground for the environment (điều kiện bảo vệ môi trường)."""

    plan: _PlanOrNone | None = None
    self_management_group: YesNo | None = None
    wastewater_collection: YesNo | None = None
    central_treatment: Compliance | None = None
    solid_waste_point: YesNo | None = None
    solid_waste_treatment: Compliance | None = None
    solid_waste_transport: YesNo | None = None


class Craft(_Part):
    """A craft of the village (nghề)."""

    name: TextField
    practised_since: SpanField | None = None
    still_developing: YesNo | None = None
    cultural_identity: YesNo | None = None
    artisans: Annotated[tuple[TextField, ...], Field(max_length=_MANY)] | None = None
    village_name: YesNo | None = None


class Document(_Part):
    """A paper of the dossier (thành phần hồ sơ)."""

    kind: DocumentKind
    number: TextField | None = None
    issued_on: SpanField | None = None
    pages: Annotated[int, Field(ge=1, le=100_000, strict=True)] | None = None
    file: TextField | None = None


class Remedy(_Part):
    """A remedy ordered for an old title (tổ chức khắc phục)."""

    ordered_on: SpanField | None = None
    completed_on: SpanField | None = None


class HeldTitle(_Part):
    """A title already decided (danh hiệu đã được công nhận)."""

    title: TitleId
    decision: TextField
    decided_on: SpanField
    name: TextField | None = None
    conformed_in_2018: YesNo | None = None
    remedy: Remedy | None = None


def _empty_when_null(part: type[_Part]) -> BeforeValidator:
    """A part that is not known has nothing known in it."""
    return BeforeValidator(lambda value: {} if value is None else value, json_schema_input_type=part | None)


class Dossier(_Part):
    """A dossier, ``langnghe/dossier/v1``: everything known of one village for one title on one day."""

    format: Literal["langnghe/dossier/v1"]
    id: TextField
    title: TitleId
    proposed_on: DayField
    received_on: DayField | None = None
    place: Place
    activities: Annotated[tuple[ActivityGroup, ...], Field(max_length=50)] | None = None
    households: Annotated[Households, _empty_when_null(Households)] = Households()
    production: Annotated[Production, _empty_when_null(Production)] = Production()
    environment: Annotated[Environment, _empty_when_null(Environment)] = Environment()
    crafts: Annotated[tuple[Craft, ...], Field(max_length=_MANY)] | None = None
    documents: Annotated[tuple[Document, ...], Field(max_length=_MANY)] | None = None
    titles_held: Annotated[tuple[HeldTitle, ...], Field(max_length=_MANY)] | None = None
    sources: Annotated[tuple[TextField, ...], Field(max_length=_MANY)] | None = None

    _evidence: dict[str, tuple[str, ...]] = PrivateAttr(default_factory=dict)
    _remarks: tuple[Problem, ...] = PrivateAttr(default=())

    @model_validator(mode="wrap")
    @classmethod
    def _with_evidence(cls, data: Any, handler: Any) -> Self:  # noqa: ANN401  pydantic's wrap signature
        """Take the evidence off, validate the bare values, and report everything wrong at once."""
        if isinstance(data, cls):
            return data
        bare, evidence = take_apart(data)
        kinds = get_args(DocumentKind)
        problems = [found for path, cited in evidence.items() for found in evidence_problems(path, cited, kinds)]
        problems += craft_problems(bare) + household_problems(bare)
        try:
            dossier: Self = handler(bare)
        except ValidationError as error:
            problems = [as_detail(dict(found)) for found in error.errors(include_url=False)] + problems
        if problems:
            raise ValidationError.from_exception_data(cls.__name__, problems)
        dossier._evidence = {path: tuple(cited) for path, cited in sorted(evidence.items())}
        return dossier

    def content(self) -> dict[str, Any]:
        """Write the dossier back as the format has it: nothing unknown, evidence beside its values."""
        known: dict[str, Any] = self.model_dump(mode="json", exclude_none=True, by_alias=True)
        for part in ("households", "production", "environment"):
            if not known[part]:
                del known[part]
        if self.evidence:
            put_together(known, {path: list(cited) for path, cited in self.evidence.items()})
        return known

    @cached_property  # reading a private attribute of a model takes twenty times as long
    def evidence(self) -> dict[str, tuple[str, ...]]:
        """The evidence of each value that has some, by path."""
        evidence: dict[str, tuple[str, ...]] = (self.__pydantic_private__ or {})["_evidence"]
        return evidence

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """What reading noticed and let pass, such as a household listed twice; no part of the content."""
        return self._remarks

    def remarked(self, remarks: tuple[Problem, ...]) -> Self:
        """Give the same dossier with what reading noticed."""
        dossier = self.model_copy()
        dossier._remarks = remarks  # noqa: SLF001  a copy of its own
        return dossier

    def evidence_for(self, path: str) -> tuple[str, ...]:
        """Give the evidence of the value at ``path``, or of the part that holds it; empty when there is none."""
        while path and self.evidence:
            if path in self.evidence:
                return self.evidence[path]
            cut = max(path.rfind("."), path.rfind("["))
            path = path[: max(cut, 0)]
        return ()

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the dossier's canonical content, in hexadecimal: the same from YAML, JSON or a workbook."""
        return hashlib.sha256(_CANONICAL.encode(self.content()).encode()).hexdigest()

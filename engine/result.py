"""Results whose facts are fixed when decided and whose words are made when they are read.

A portal that asks for the outcome alone does not pay for a hundred sentences; one that serialises the result gets all.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, cast

from pydantic import PrivateAttr, TypeAdapter, computed_field, model_validator

from langnghe.engine.findings import Finding, findings_of_title
from langnghe.engine.law.provinces import ProvinceRules, province_rules
from langnghe.engine.notices import uncited
from langnghe.engine.settled import Settled

if TYPE_CHECKING:
    from langnghe.engine.case import Case


@dataclass(slots=True, eq=False)  # never changed once made, but not frozen, which takes longer to make
class Decided:
    """What a result was decided on, and the language of its words."""

    case: Case
    lang: str


class Result(Settled):
    """What assessments and reviews have in common."""

    _decided: Decided | None = PrivateAttr(default=None)

    def __eq__(self, other: object) -> bool:
        """Results are equal that say the same, whether decided here, in another process or read back."""
        return type(self) is type(other) and self.model_dump_json() == other.model_dump_json()

    def __hash__(self) -> int:
        """Hash what it says."""
        return hash(self.model_dump_json())

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes as JSON: what it says arrives whole, the compiled law behind it stays here."""
        return type(self).model_validate_json, (self.model_dump_json(),)

    @cached_property  # reading a private attribute of a model takes twenty times as long
    def decided(self) -> Decided:
        """What it was decided on; a result read back from JSON has its words only.

        Raises:
            AttributeError: the result was read back from JSON.
        """
        if self._decided is None:
            msg = f"a {type(self).__name__} read back from JSON holds its words, not the case behind them"
            raise AttributeError(msg)
        return self._decided

    @computed_field  # type: ignore[prop-decorator]  # pydantic's way of serialising a property
    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The finding on each criterion of the title."""
        it = self.decided
        return findings_of_title(it.case, it.lang)

    @computed_field  # type: ignore[prop-decorator]  # pydantic's way of serialising a property
    @cached_property
    def province(self) -> ProvinceRules | None:
        """What the province adds: departments that appraise, money, notes; ``None`` where nothing is on record."""
        return province_rules(self.decided.case.overlay, self.decided.case.title, self.decided.lang)

    @computed_field  # type: ignore[prop-decorator]  # pydantic's way of serialising a property
    @cached_property
    def uncited(self) -> tuple[str, ...]:
        """The paths of the values used that no document of the dossier is cited for."""
        return uncited(self.decided.case)

    @computed_field  # type: ignore[prop-decorator]  # pydantic's way of serialising a property
    @cached_property
    def dossier_sha256(self) -> str:
        """The SHA-256 of the dossier's canonical content."""
        return self.decided.case.dossier.sha256

    @model_validator(mode="wrap")
    @classmethod
    def _read_back(cls, data: Any, handler: Any) -> Self:  # noqa: ANN401  pydantic's wrap signature
        """Take a result back from its JSON: what is worked out here was given there."""
        if not isinstance(data, dict):
            return cast("Self", handler(data))
        computed = cls.model_computed_fields
        result = cast("Self", handler({key: value for key, value in data.items() if key not in computed}))
        for name in computed.keys() & data.keys():
            result.__dict__[name] = TypeAdapter(computed[name].return_type).validate_python(data[name])
        return result

    @classmethod
    def settled_by(cls, decided: Decided, fields: dict[str, Any]) -> Self:
        """Make a result of what was decided and all its fields, in their order; ``fields`` becomes its own."""
        result = cls.settled(fields)
        result.__pydantic_fields_set__.remove("format")  # which is always the same
        fields["decided"] = decided
        object.__setattr__(result, "__pydantic_private__", {"_decided": decided})
        return result

"""Which column of a register means what: ``langnghe/columns/v1``, a small file on top of the ready mapping.

The ready mapping knows the contract's field names and the headings common in Vietnamese registers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from langnghe.engine.columns.layout import ENDS
from langnghe.engine.limits import DEFAULT
from langnghe.engine.problems import Problem
from langnghe.engine.reading.source import parse
from langnghe.engine.reading.validation import problems_of
from langnghe.engine.register.fields import KINDS, REQUIRED, TEXT
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.text import TextField, normalised

if TYPE_CHECKING:
    from collections.abc import Iterable

_SLOT: Final = re.compile(r"(crafts)\.([1-9]\d?)\.(.+)")
_ONE_OR_MORE: Final = BeforeValidator(lambda value: [value] if isinstance(value, str) else value)


def key_of(text: str) -> str:
    """Give the form in which headings and values are compared: NFC, small letters, single spaces."""
    return " ".join(normalised(text).casefold().split())


@dataclass(frozen=True, slots=True)
class Target:
    """What a column holds: a field, or one end of it (``.low``), and of which craft of the row (from 1)."""

    field: str
    end: str = ""
    craft: int = 1


def target_of(name: str) -> Target | None:
    """Read a contract name: ``households.total``, ``households.total.low``, ``crafts.2.practised_since``."""
    slot = _SLOT.fullmatch(name)
    field, craft = (f"{slot[1]}.{slot[3]}", int(slot[2])) if slot else (name, 1)
    if field in KINDS:
        return Target(field, "", craft)
    for base, kind in KINDS.items():
        if kind != TEXT and any(end and field == base + end for end, _ in ENDS[kind]):
            return Target(base, field.removeprefix(base), craft)
    return None


class ColumnsFile(BaseModel):
    """A mapping file: headings by field, what written values mean, and what is the same in every row."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal["langnghe/columns/v1"]
    columns: dict[str, Annotated[tuple[TextField, ...], _ONE_OR_MORE]] = {}
    values: dict[str, dict[str, TextField]] = {}
    constants: dict[str, TextField] = {}

    @field_validator("columns", "values", "constants")
    @classmethod
    def _known_fields(cls, value: dict[str, object]) -> dict[str, object]:
        for field in value:
            if target_of(field) is None:
                raise PydanticCustomError("register_field", "no such field", {"got": field, "known": ", ".join(KINDS)})
        return value


@dataclass(frozen=True, slots=True, eq=False)
class Mapping:
    """The ready mapping with a register's own on top."""

    targets: dict[str, Target]
    values: dict[str, dict[str, str]]
    constants: dict[str, str]

    def recognised(self, headings: Iterable[str]) -> dict[str, Target]:
        """Give the headings that mean something, each with what it means.

        Raises:
            InvalidRegister: two columns mean the same, or a column that every register needs is missing.
        """
        found: dict[str, Target] = {}
        problems: list[Problem] = []
        for heading in headings:
            target = self.target(heading)
            if target is None:
                continue
            other = next((name for name, each in found.items() if each == target), None)
            if other is not None:
                context = {"one": other, "other": heading, "field": target.field}
                problems.append(Problem("register_same_field", heading, context=context))
            found[heading] = target
        have = {target.field for target in found.values()} | set(self.constants)
        problems += [
            Problem("register_no_column", field, context={"headings": ", ".join(self.headings_of(field))})
            for field in REQUIRED
            if field not in have
        ]
        if problems:
            raise InvalidRegister(problems)
        return found

    def target(self, heading: str) -> Target | None:
        """Give what a heading means, ``None`` for a column that is only carried along."""
        return self.targets.get(key_of(heading)) or target_of(heading.strip())

    def headings_of(self, field: str) -> list[str]:
        """Give the headings that mean a field, for a message."""
        return [field, *(heading for heading, target in self.targets.items() if target == Target(field))]


@cache
def _ready() -> ColumnsFile:
    return _read("headings.yaml", files(__package__).joinpath("headings.yaml").read_bytes())


def mapping(path: str | Path | None = None) -> Mapping:
    """Give the mapping to read a register with: the ready one, and the file's own on top.

    Raises:
        InvalidRegister: the mapping file cannot be read, or names fields that do not exist.
    """
    layers = [_ready()]
    if path is not None:
        try:
            with Path(path).open("rb") as file:
                layers.append(_read(str(path), file.read(DEFAULT.file_bytes + 1)))  # one more tells that it is too much
        except OSError as error:
            raise InvalidRegister([Problem("unreadable", context={"detail": error})], str(path)) from None
    targets: dict[str, Target] = {}
    values: dict[str, dict[str, str]] = {}
    constants: dict[str, str] = {}
    for layer in layers:
        for field, headings in layer.columns.items():
            target = target_of(field)
            assert target is not None  # noqa: S101  the model checks it
            targets |= {key_of(heading): target for heading in headings}
        for field, words in layer.values.items():
            values.setdefault(field, {}).update({key_of(word): meant for word, meant in words.items()})
        constants |= layer.constants
    return Mapping(targets, values, constants)


def _read(name: str, data: bytes) -> ColumnsFile:
    source = parse(data, as_json=False)
    problems = list(source.problems)
    if not problems:
        try:
            return ColumnsFile.model_validate(source.tree)
        except ValidationError as error:
            problems = problems_of(error, ColumnsFile, source)
    raise InvalidRegister(problems, name)

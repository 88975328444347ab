"""Which column of a register means what: ``langnghe/columns/v1``, a small file beside the ready mapping."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from langnghe.engine.columns.answers import TITLE
from langnghe.engine.columns.layout import CRAFTS, columns_of
from langnghe.engine.problems import Problem
from langnghe.engine.reading.source import parse
from langnghe.engine.reading.validation import problems_of
from langnghe.engine.register.fields import ENDS_OF_TEXT, KINDS, NAME
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.text import TextField, normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SLOT: Final = re.compile(r"crafts\.(\d{1,2})\.(.+)")
_ONE_OR_MORE: Final = BeforeValidator(lambda value: [value] if isinstance(value, str) else value)


def key_of(text: str) -> str:
    """Give the form in which headings and values are compared: NFC, small letters, single spaces."""
    return " ".join(normalised(text).casefold().split())


class Columns(BaseModel):
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
            if split_slot(field)[0] not in KINDS:
                raise PydanticCustomError("register_field", "no such field", {"got": field, "known": ", ".join(KINDS)})
        return value


@dataclass(frozen=True, slots=True)
class Mapping_:
    """The ready mapping with a register's own on top of it."""

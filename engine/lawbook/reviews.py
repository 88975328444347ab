"""Who has reviewed what (thẩm định): records beside the rules and the scenarios, and what changed since.

A record holds the very words that were reviewed and their hash, so that a later change shows as a difference of words
without any history of files. What nobody has signed, or what has changed since, is not reviewed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from langnghe.engine.law.rulefiles import REVIEWS
from langnghe.engine.problems import InvalidRules, Problem
from langnghe.engine.reading.source import parse
from langnghe.engine.reading.validation import problems_of
from langnghe.engine.text import TextField

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

Part = Literal["rules", "features"]
Standing = Literal["unsigned", "approved", "refused", "changed"]

# The folders of the package whose content is reviewed, each with its own record.
PARTS: Final[tuple[Part, ...]] = ("rules", "features")


def sha256_of(lines: tuple[str, ...]) -> str:
    """Give the hash of what was reviewed."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


class Review(BaseModel):
    """One signature: of whom, in which capacity, on which day, on which words, and whether they agree."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    provision: str
    approved: bool
    name: TextField
    role: TextField
    on: date
    note: TextField | None = None
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    reviewed: tuple[str, ...]

    @model_validator(mode="after")
    def _untouched(self) -> Self:
        if sha256_of(self.reviewed) != self.sha256:
            code = "book.review_hash"
            raise PydanticCustomError(code, "hash", {"got": self.provision})
        return self


class Reviews(BaseModel):
    """The record beside ``rules/`` or ``features/``; later entries on a provision count before earlier ones."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal["langnghe/reviews/v1"] = "langnghe/reviews/v1"
    reviews: tuple[Review, ...] = ()

    def last_of(self, provision: str) -> Review | None:
        """Give the last review of a provision."""
        return next((each for each in reversed(self.reviews) if each.provision == provision), None)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How a part of a provision stands: its words today, and its last review if it had one."""

    part: Part
    standing: Standing
    lines: tuple[str, ...]
    last: Review | None


def reviewed(part: Part, provision: str, lines: tuple[str, ...], reviews: Reviews) -> Reviewed:
    """Hold the words of today against the last review."""
    last = reviews.last_of(provision)
    if last is None:
        return Reviewed(part, "unsigned", lines, None)
    if last.sha256 != sha256_of(lines):
        return Reviewed(part, "changed", lines, last)
    return Reviewed(part, "approved" if last.approved else "refused", lines, last)


def load_reviews(folder: Traversable | Path) -> Reviews:
    """Load the record of a folder; where there is none, nothing has been signed.

    Raises:
        InvalidRules: the record is wrong, or a signed text was changed in it.
    """
    file = folder.joinpath(REVIEWS)
    if not file.is_file():
        return Reviews()
    source = parse(file.read_bytes(), as_json=False)
    problems = list(source.problems)
    if not problems:
        try:
            return Reviews.model_validate(source.tree)
        except ValidationError as error:
            problems = problems_of(error, Reviews, source)
    raise InvalidRules([Problem(each.code, each.path, each.line, each.context, str(file)) for each in problems])


def add_review(folder: Path, review: Review) -> None:
    """Add a signature to the record of a folder.

    Raises:
        InvalidRules: the record is wrong.
        OSError: the folder cannot be written to.
    """
    import yaml

    from langnghe.engine.writing.files import write_atomically

    reviews = load_reviews(folder)
    content = reviews.model_copy(update={"reviews": (*reviews.reviews, review)}).model_dump(mode="json")
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120)
    write_atomically(folder / REVIEWS, text.encode())

"""Text of a dossier: NFC, without control characters, bounded in length."""

from __future__ import annotations

import unicodedata
from typing import Annotated, Any, Final

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

MAX_TEXT: Final = 4_000  # characters of one value; the longest note in the real dossiers has a few hundred


def parse_text(value: object) -> str:
    """Read a text value; a bare whole number is taken as its digits.

    Raises:
        PydanticCustomError: ``text_type``, ``text_empty``, ``text_long`` or ``text_control``.
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise PydanticCustomError("text_type", "text", {"got": str(value)[:40]})
    text = normalised(str(value)).strip()
    if not text:
        raise PydanticCustomError("text_empty", "empty", {})
    if len(text) > MAX_TEXT:
        raise PydanticCustomError("text_long", "too long", {"length": len(text), "most": MAX_TEXT})
    if any(unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\t" for character in text):
        raise PydanticCustomError("text_control", "control character", {})
    return text


def normalised(text: str) -> str:
    """Give the text in NFC; macOS and some keyboards write Vietnamese decomposed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Give the text with line breaks, terminal codes and the like written out, so that it is one harmless line."""
    return text if text.isprintable() else "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    return character if character.isprintable() else character.encode("unicode_escape").decode()


_TEXT_SCHEMA: Final[dict[str, Any]] = {"type": "string", "minLength": 1, "maxLength": MAX_TEXT}

TextField = Annotated[str, PlainValidator(parse_text), WithJsonSchema(_TEXT_SCHEMA)]

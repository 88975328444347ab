"""Text of a dossier: NFC, without control characters, bounded in length."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, Final

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

MAX_TEXT: Final = 4_000  # characters of one value; the longest note in the real dossiers has a few hundred

CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # not a tab, not a line break

# Marks that pile up on one letter: Vietnamese has two. Python sorts a pile in quadratic time, so of a long one every
# thirtieth is followed by a joiner, as the Unicode standard has it (UAX #15, stream-safe text).
SHORT: Final = 200  # characters in which no pile takes long
_PILE: Final = re.compile(r"[^\w\s\x00-\u02ff\u034f\u2000-\u20cf\u2100-\u2cee]{31,}")
_JOINER: Final = "\u034f"
_MOST_MARKS: Final = 30


def parse_text(value: object) -> str:
    """Read a text value; a bare whole number is taken as its digits.

    Raises:
        PydanticCustomError: ``text_type``, ``text_empty``, ``text_long`` or ``text_control``.
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise PydanticCustomError("text_type", "text", {"got": str(value)[:40]})
    written = str(value)
    if len(written) > 4 * MAX_TEXT:  # composing never takes off more
        raise PydanticCustomError("text_long", "too long", {"length": len(written), "most": MAX_TEXT})
    text = normalised(written).strip()
    if not text:
        raise PydanticCustomError("text_empty", "empty", {})
    if len(text) > MAX_TEXT:
        raise PydanticCustomError("text_long", "too long", {"length": len(text), "most": MAX_TEXT})
    if CONTROL.search(text):
        raise PydanticCustomError("text_control", "control character", {})
    return text


def normalised(text: str) -> str:
    """Give the text in NFC; macOS and some keyboards write Vietnamese decomposed."""
    if text.isascii():
        return text
    if len(text) > SHORT:
        text = _PILE.sub(_broken_up, text)
    return unicodedata.normalize("NFC", text)


def _broken_up(pile: re.Match[str]) -> str:
    marks = pile[0]
    return _JOINER.join(marks[start : start + _MOST_MARKS] for start in range(0, len(marks), _MOST_MARKS))


def one_line(text: str) -> str:
    """Give the text with line breaks, terminal codes and the like written out, so that it is one harmless line."""
    return text if text.isprintable() else "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    return character if character.isprintable() else character.encode("unicode_escape").decode()


_TEXT_SCHEMA: Final[dict[str, Any]] = {"type": "string", "minLength": 1, "maxLength": MAX_TEXT}

TextField = Annotated[str, PlainValidator(parse_text), WithJsonSchema(_TEXT_SCHEMA)]

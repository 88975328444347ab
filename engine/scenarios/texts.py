"""Feature files as people send them (macOS, Windows, Word) turned into the text that the parser expects."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from langnghe.engine.problems import Problem
from langnghe.engine.text import normalised

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES: Final = 1024 * 1024  # the longest file of ours has some 20 KB
SUFFIX: Final = ".feature"

# What word processors put in place of plain marks, and blanks that look like a space.
_PLAIN: Final = str.maketrans(
    dict.fromkeys("“”„‟", '"') | dict.fromkeys("\u00a0\u2007\u2009\u202f", " ") | dict.fromkeys("\u200b\ufeff", "")
)


def feature_files(place: Path) -> list[Path]:
    """Give the feature files below a folder, in order of their names; of a file, itself."""
    if place.is_file():
        return [place]
    return sorted(path for path in place.rglob(f"*{SUFFIX}") if path.is_file())


def feature_text(data: bytes) -> str | Problem:
    """Read a feature file's bytes.

    Gives its text line by line as it was: composed (NFC), with plain line ends, quotation marks and spaces. A file
    that is no text gives a Problem.
    """
    if len(data) > MAX_BYTES:
        return Problem("too_large", context={"most": MAX_BYTES // 1024 // 1024})
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))  # Notepad's «Unicode»
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        return Problem("not_utf8", line=data.count(b"\n", 0, error.start) + 1)
    if "\x00" in text:
        return Problem("binary")
    return normalised(text.replace("\r\n", "\n").replace("\r", "\n")).translate(_PLAIN)

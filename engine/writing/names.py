"""File names made of what dossiers call themselves: harmless on every system, each of them once."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_NOT_IN_NAMES: Final = re.compile(r"[^\w.-]+")
_DEVICE: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)  # not file names on Windows
_MOST_BYTES: Final = 120  # leaves room for an ending, a number and the suffix of a temporary file in 255
_NAMELESS: Final = "ho-so"


def file_name(text: str, taken: set[str]) -> str:
    """Make a file name, without an ending, of any text, and add it to ``taken``.

    The name has letters, digits, ``.``, ``-`` and ``_`` only, in NFC, and begins with neither dot nor dash. A name that
    differs from a taken one by case alone counts as the same, as it does on Windows and macOS, and gets a number.
    """
    plain = _NOT_IN_NAMES.sub("-", unicodedata.normalize("NFC", text)).strip("-.")
    if _DEVICE.match(plain):
        plain = f"{_NAMELESS}-{plain}"
    plain = plain.encode()[:_MOST_BYTES].decode(errors="ignore").strip("-.") or _NAMELESS
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain}-{number}"
    taken.add(name.casefold())
    return name

"""What a workbook looks like from outside: all that has to be known of a dossier that is none."""

from __future__ import annotations

from typing import Final

SUFFIXES: Final = (".xlsx", ".xlsm", ".xls", ".ods")
ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Excel before 2007, and any workbook with a password


def looks_like_workbook(data: bytes, name: str) -> bool:
    """Tell whether an input is to be read as a workbook: by its name, or by its first bytes."""
    return name.lower().endswith(SUFFIXES) or data.startswith((ZIP, OLE))

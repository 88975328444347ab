"""A folder of dossiers: which of its files are read as dossiers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from langnghe.engine.problems import InvalidDossier, Problem

DOSSIER_ENDINGS: Final = (".yaml", ".yml", ".json", ".xlsx")
_SPREADSHEETS: Final = (".xls", ".xlsm", ".xlsb", ".ods")  # taken for dossiers by people: told of, not passed over
_NOT_DOSSIERS: Final = (".", "~$")  # hidden files, and the lock files of office programs


def is_folder(path: str) -> bool:
    """Tell whether a path names a folder: it is one, or it ends the way only a folder's does."""
    return path.endswith(("/", os.sep)) or os.path.isdir(path)  # noqa: PTH112  a Path takes "" for where one stands


def dossier_files(path: str) -> list[str]:
    """Give the dossier files that a path names: of a folder those directly in it, sorted by name; else the path itself.

    Folders inside it are not searched: they hold a dossier's papers, and these may be workbooks too.

    Raises:
        InvalidDossier: the folder cannot be read, or holds no dossier file.
    """
    if not os.path.isdir(path):  # noqa: PTH112  a Path takes "" for where one stands, and fails on a long name
        return [path]
    try:
        found = sorted(entry for entry in Path(path).iterdir() if _is_dossier(entry))
    except OSError as error:
        raise InvalidDossier([Problem("unreadable", context={"detail": error})], path) from None
    if not found:
        raise InvalidDossier([Problem("folder_empty", context={"endings": ", ".join(DOSSIER_ENDINGS)})], path)
    return [str(entry) for entry in found]


def _is_dossier(entry: Path) -> bool:
    name = entry.name
    return (
        not name.startswith(_NOT_DOSSIERS)
        and name.lower().endswith((*DOSSIER_ENDINGS, *_SPREADSHEETS))
        and entry.is_file()
    )

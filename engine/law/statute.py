"""The stored text of the statutes: a hash for each provision, so that no quotation changes by accident.

``statute.sha256`` stands beside the rule files, one line a provision as ``sha256sum`` writes them. The text is hashed
with its spaces as plain ones, so that laying a file out anew changes nothing.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from langnghe.engine.problems import Problem

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from langnghe.engine.law.rulebook import Rulebook

FILE: Final = "statute.sha256"

_LINE: Final = re.compile(r"([0-9a-f]{64})  (\S+)")


def hashes(rulebook: Rulebook) -> dict[str, str]:
    """Give the hash of every provision's text by its full id, in the order of the rule files."""
    return {name: _hash(provision.text) for name, provision in rulebook.provisions().items()}


def line(provision: str, digest: str) -> str:
    """Write one line of the file."""
    return f"{digest}  {provision}"


def quotations(root: Traversable | Path, rulebook: Rulebook) -> list[Problem]:
    """Compare every quotation of a rulebook with the stored hashes.

    Gives a problem for each text that differs, that is not stored, or that is stored and no longer quoted.
    """
    stored, problems = _stored(root)
    quoted = hashes(rulebook)
    for name, digest in quoted.items():
        if name not in stored:
            problems.append(Problem("statute_new", name, context={"line": line(name, digest)}, file=FILE))
        elif stored[name][0] != digest:
            number = stored[name][1]
            problems.append(Problem("statute_differs", name, number, {"line": line(name, digest)}, FILE))
    problems += [
        Problem("statute_gone", name, number, file=FILE) for name, (_, number) in stored.items() if name not in quoted
    ]
    return problems


def _stored(root: Traversable | Path) -> tuple[dict[str, tuple[str, int]], list[Problem]]:
    """Read the file: the hash of each provision, with its line."""
    file = root.joinpath(FILE)
    if not file.is_file():
        return {}, []
    stored: dict[str, tuple[str, int]] = {}
    problems = []
    for number, text in enumerate(file.read_bytes().decode("utf-8", "replace").splitlines(), 1):
        if not text.strip() or text.startswith("#"):
            continue
        match = _LINE.fullmatch(text.strip())
        if match is None:
            problems.append(Problem("statute_line", "", number, {"got": text[:80]}, FILE))
        elif match[2] in stored:
            problems.append(Problem("statute_twice", match[2], number, {"first": stored[match[2]][1]}, FILE))
        else:
            stored[match[2]] = (match[1], number)
    return stored, problems


def _hash(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()

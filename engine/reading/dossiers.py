"""Read a dossier from a file, from text or from standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from langnghe.engine.dossier import Dossier
from langnghe.engine.limits import DEFAULT, Limits, in_megabytes
from langnghe.engine.problems import InvalidDossier, Problem
from langnghe.engine.reading.quick import read_quickly
from langnghe.engine.reading.sizes import first_problems, oversized
from langnghe.engine.reading.source import Source, parse
from langnghe.engine.reading.validation import problems_of
from langnghe.engine.workbook.recognition import looks_like_workbook

STANDARD_INPUT: Final = "-"


def load(path: str | Path, *, limits: Limits = DEFAULT) -> Dossier:
    """Read one dossier.

    Takes the path of a YAML, JSON or Excel file in ``langnghe/dossier/v1`` (``.json`` is read as JSON, ``.xlsx`` as a
    workbook, all else as YAML), or ``"-"`` for standard input; and how much is read before it is refused. Gives the
    Dossier.

    Raises:
        InvalidDossier: the file cannot be read, or what it says cannot be true; ``.problems`` holds everything wrong.
        TypeError: that is no path.
    """
    name = os.fspath(path)
    try:
        data = _bytes(name, limits.file_bytes)
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        raise InvalidDossier([_unreadable(name, error)], name) from None
    as_json = None if name == STANDARD_INPUT else name.lower().endswith(".json")
    return loads(data, name=name, as_json=as_json, limits=limits)


def loads(data: bytes | str, *, name: str = "", as_json: bool | None = None, limits: Limits = DEFAULT) -> Dossier:
    """Read one dossier from bytes or text.

    ``name`` is what problems call it; ``as_json`` tells JSON from YAML, and is guessed when left out; ``limits`` is how
    much is read before it is refused.

    Raises:
        InvalidDossier: as :func:`load`.
    """
    # Half a character of two is no text: it is left for the reader to refuse.
    content = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if looks_like_workbook(content, name):
        return _from_workbook(content, name, limits)
    if as_json is not False and limits is DEFAULT and (dossier := read_quickly(content)):
        return dossier
    return validated(parse(content, as_json=as_json, limits=limits), name, limits)


def validated(source: Source, name: str = "", limits: Limits = DEFAULT) -> Dossier:
    """Turn a parsed document into a Dossier.

    Raises:
        InvalidDossier: with the problems of reading and of validation together.
    """
    problems = [*source.problems, *oversized(source, limits)]
    if source.tree is not None or not problems:
        if not isinstance(source.tree, dict):
            problems.append(Problem("not_a_dossier", "", 1, {}))
        else:
            try:
                dossier = Dossier.model_validate(source.tree)
            except ValidationError as error:
                problems += problems_of(error, Dossier, source, limits.problems)
            else:
                if not problems:
                    return dossier
    raise InvalidDossier(first_problems(problems, limits), name)


def _from_workbook(content: bytes, name: str, limits: Limits) -> Dossier:
    from langnghe.engine.workbook.reader import read_workbook  # deferred: only workbooks need it

    if len(content) > limits.file_bytes:
        raise InvalidDossier([Problem("too_large", context={"most": in_megabytes(limits.file_bytes)})], name)
    if not content:
        raise InvalidDossier([Problem("empty")], name)
    tree, draft = read_workbook(content, limits)
    try:
        dossier = validated(Source(tree, problems=draft.problems), name, limits)
    except InvalidDossier as error:
        raise InvalidDossier(draft.placed(error.problems), name) from None
    return dossier.remarked(tuple(draft.remarks))


def _bytes(name: str, most: int) -> bytes:
    """Read at most one byte more than is allowed: enough to see that it is too much."""
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(most + 1)
    if not name:  # which a Path would take for the folder one stands in
        raise FileNotFoundError
    with Path(name).open("rb") as file:
        return file.read(most + 1)


def _unreadable(name: str, error: OSError | ValueError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem("no_such_file")
    if os.path.isdir(name):  # noqa: PTH112  a Path fails on a name that is too long
        return Problem("directory")
    return Problem("unreadable", context={"detail": error})

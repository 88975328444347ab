"""Read a dossier from a file, from text or from standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from langnghe.engine.dossier import Dossier
from langnghe.engine.problems import InvalidDossier, Problem
from langnghe.engine.reading.source import MAX_BYTES, MAX_DEPTH, Source, parse
from langnghe.engine.reading.validation import problems_of
from langnghe.engine.workbook.container import looks_like_workbook

STANDARD_INPUT: Final = "-"


def load(path: str | Path) -> Dossier:
    """Read one dossier.

    Takes the path of a YAML, JSON or Excel file in ``langnghe/dossier/v1`` (``.json`` is read as JSON, ``.xlsx`` as a
    workbook, all else as YAML), or ``"-"`` for standard input. Gives the Dossier.

    Raises:
        InvalidDossier: the file cannot be read, or what it says cannot be true; ``.problems`` holds everything wrong.
    """
    name = str(path)
    try:
        data = _bytes(name)
    except OSError as error:
        raise InvalidDossier([_unreadable(Path(name), error)], name) from None
    as_json = None if name == STANDARD_INPUT else name.lower().endswith(".json")
    return loads(data, name=name, as_json=as_json)


def loads(data: bytes | str, *, name: str = "", as_json: bool | None = None) -> Dossier:
    """Read one dossier from bytes or text.

    ``name`` is what problems call it; ``as_json`` tells JSON from YAML, and is guessed when left out.

    Raises:
        InvalidDossier: as :func:`load`.
    """
    content = data.encode() if isinstance(data, str) else data
    if looks_like_workbook(content, name):
        return _from_workbook(content, name)
    return validated(parse(content, as_json=as_json), name)


def validated(source: Source, name: str = "") -> Dossier:
    """Turn a parsed document into a Dossier.

    Raises:
        InvalidDossier: with the problems of reading and of validation together.
    """
    problems = list(source.problems)
    if source.tree is not None or not problems:
        if not isinstance(source.tree, dict):
            problems.append(Problem("not_a_dossier", "", 1, {}))
        else:
            try:
                dossier = Dossier.model_validate(source.tree)
            except ValidationError as error:
                problems += problems_of(error, Dossier, source)
            except RecursionError:
                problems.append(Problem("too_deep", "", 1, {"most": MAX_DEPTH}))
            else:
                if not problems:
                    return dossier
    raise InvalidDossier(problems, name)


def _from_workbook(content: bytes, name: str) -> Dossier:
    from langnghe.engine.workbook.reader import read_workbook  # deferred: only workbooks need it

    if len(content) > MAX_BYTES:
        raise InvalidDossier([Problem("too_large", context={"most": MAX_BYTES // 1024 // 1024})], name)
    if not content:
        raise InvalidDossier([Problem("empty")], name)
    tree, draft = read_workbook(content)
    try:
        dossier = validated(Source(tree, problems=draft.problems), name)
    except InvalidDossier as error:
        raise InvalidDossier(draft.placed(error.problems), name) from None
    return dossier.remarked(tuple(draft.remarks))


def _bytes(name: str) -> bytes:
    """Read at most one byte more than is allowed: enough to see that it is too much."""
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with Path(name).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _unreadable(path: Path, error: OSError) -> Problem:
    if path.is_dir():
        return Problem("directory")
    if isinstance(error, FileNotFoundError):
        return Problem("no_such_file")
    return Problem("unreadable", context={"detail": error.strerror or str(error)})

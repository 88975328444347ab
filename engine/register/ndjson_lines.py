"""Registers in NDJSON: one object a line, keys nested or with dots; crafts may be a list of objects."""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Final

from langnghe.engine.problems import Problem
from langnghe.engine.reading.source import MAX_DEPTH
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.register.records import MAX_COLUMNS, batch_of, batches_of, refuse_too_wide
from langnghe.engine.register.sheet_records import written
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from langnghe.engine.register.batch import Batch
    from langnghe.engine.register.records import Cell

_MAX_LINE: Final = 4 * 1024 * 1024  # bytes


class Lines:
    """An NDJSON file.

    It is read twice: a key that comes up in the last line is a column of every row, and of the output's first line.
    """

    def __init__(self, path: Path, batch: int) -> None:
        """Find out which keys the lines have.

        Raises:
            InvalidRegister: no line has any, or all together have more than any register has columns.
            OSError: the file cannot be opened.
        """
        self.path, self.batch = path, batch
        self.length: int | None = None
        names: dict[str, None] = {}
        records = 0
        for _, row in self._records("vi"):
            records += 1
            if isinstance(row, dict):
                names |= dict.fromkeys(row)
                refuse_too_wide(len(names))
        if not names:
            raise InvalidRegister([Problem("register_no_headings")])
        self.headings, self.length = list(names), records

    def batches(self, first: int, lang: str) -> Iterator[Batch]:
        """Give the batches from number ``first`` on."""
        records = self._records(lang)
        for _ in islice(records, first * self.batch):
            pass
        yield from batches_of(records, self.batch, lambda some: self._batch(some, lang))

    def _batch(self, some: list[tuple[int, dict[str, Cell] | str]], lang: str) -> Batch:
        good = [(number, row) for number, row in some if isinstance(row, dict)]
        broken = [(number, row) for number, row in some if isinstance(row, str)]
        rows: list[Sequence[Cell]] = [[row.get(name) for name in self.headings] for _, row in good]
        return batch_of(self.headings, rows, [number for number, _ in good], broken, lang)

    def _records(self, lang: str) -> Iterator[tuple[int, dict[str, Cell] | str]]:
        with self.path.open("rb") as file:
            for number, line in enumerate(_lines(file), 1):
                if line.strip():
                    yield number, _object(line, lang)


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Give the lines; of one that is too long only the beginning, which is longer than any line may be."""
    while line := file.readline(_MAX_LINE + 1):
        rest = line
        while len(rest) > _MAX_LINE and not rest.endswith(b"\n"):
            rest = file.readline(_MAX_LINE + 1)
        yield line


class _BadLineError(Exception):
    """A line that is no row, with the code and context of the reason."""

    def __init__(self, code: str, **context: Any) -> None:  # noqa: ANN401  context takes what can be printed
        self.code, self.context = code, context
        super().__init__(code)


def _object(line: bytes, lang: str) -> dict[str, Cell] | str:
    """Read a line as an object with dotted keys, or say what is wrong with it."""
    try:
        return _flat(line)
    except UnicodeError:
        return say("problem.register_utf8", lang)
    except _BadLineError as error:
        return say(f"problem.{error.code}", lang, **error.context)
    except RecursionError:
        return say("problem.too_deep", lang, most=MAX_DEPTH)
    except ValueError as error:
        return say("problem.register_json", lang, detail=error)


def _flat(line: bytes) -> dict[str, Cell]:
    if len(line) > _MAX_LINE:
        raise _BadLineError("register_line", most=_MAX_LINE)
    tree = _JSON.decode(line.decode("utf-8-sig"))
    if not isinstance(tree, dict):
        raise _BadLineError("not_a_mapping", got=str(tree)[:40])
    flat: dict[str, Cell] = {}
    _flatten(tree, "", flat)
    "".join(flat).encode()  # half a character cannot be
    if len(flat) > MAX_COLUMNS:
        raise _BadLineError("register_columns", got=len(flat), most=MAX_COLUMNS)
    return flat


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    tree = dict(pairs)
    if len(tree) < len(pairs):
        times = Counter(key for key, _ in pairs)
        raise _BadLineError("key_twice", key=next(key for key in times if times[key] > 1))
    return tree


_JSON: Final = json.JSONDecoder(object_pairs_hook=_pairs)


def _flatten(tree: dict[str, Any], prefix: str, flat: dict[str, Cell], depth: int = 0) -> None:
    if depth > MAX_DEPTH:
        raise RecursionError
    for key, value in tree.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            _flatten(value, f"{name}.", flat, depth + 1)
        elif isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
            for number, each in enumerate(value, 1):
                _flatten(
                    each, f"{name}.{number}." if len(value) > 1 or key == "crafts" else f"{name}.", flat, depth + 1
                )
        elif name in flat:  # once nested and once with dots
            raise _BadLineError("key_twice", key=name)
        elif isinstance(value, list):
            told = "; ".join(filter(None, map(written, value)))  # an entry that is null says nothing
            flat[name] = told if value else "[]"
        else:
            flat[name] = value if type(value) is str and value and "_x" not in value else written(value)

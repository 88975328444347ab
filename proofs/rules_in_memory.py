"""A rule file in the place of the installed one of its subject, in a folder of rules that is held in memory."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parent.parent


class Folder:
    """Files held in memory, as far as the reader of rule files looks at a folder."""

    def __init__(self, name: str, entries: dict[str, Folder | bytes]) -> None:
        self.name, self.entries = name, entries

    def iterdir(self) -> Iterator[Folder | File]:
        for name, entry in self.entries.items():
            yield File(name, entry) if isinstance(entry, bytes) else entry

    def joinpath(self, name: str) -> Folder | File:
        entry = self.entries.get(name)
        return File(name, entry) if isinstance(entry, bytes) or entry is None else entry

    def is_dir(self) -> bool:
        return True

    def is_file(self) -> bool:
        return False


@dataclass
class File:
    """One file held in memory; ``None`` where there is none."""

    name: str
    content: bytes | None

    def is_dir(self) -> bool:
        return False

    def is_file(self) -> bool:
        return self.content is not None

    def read_bytes(self) -> bytes:
        assert self.content is not None
        return self.content

    def open(self, mode: str) -> io.BytesIO:
        assert mode == "rb"
        return io.BytesIO(self.read_bytes())


@cache
def _rules() -> dict[str, Folder | bytes]:
    def of(folder: Path) -> dict[str, Folder | bytes]:
        return {
            each.name: Folder(each.name, of(each)) if each.is_dir() else each.read_bytes() for each in folder.iterdir()
        }

    return of(ROOT / "rules")


def rule_file(data: bytes, _folder: Path) -> None:
    """A file in the place of the installed one of its format and subject, or beside them; the whole is then checked."""
    from langnghe.engine.law.lawcheck import check_law
    from langnghe.engine.law.rulefiles import read_rule_files
    from langnghe.engine.problems import InvalidRules

    alone: Any = Folder("rules", {"thu.yaml": data})
    found = read_rule_files(alone)
    if found.problems:
        raise InvalidRules(found.problems)
    everything: Any = Folder("rules", _without_the_like(_rules(), _subject(data)) | {"thu.yaml": data})
    problems = check_law(everything)
    if problems:
        raise InvalidRules(problems)


_SUBJECT: Final = re.compile(rb"^(?:format|instrument|id|article|province): *([^\n]{1,80})$", re.MULTILINE)


def _subject(data: bytes) -> tuple[bytes, ...]:
    """What a rule file is about: what stands on its first lines."""
    return tuple(_SUBJECT.findall(data[:400]))


def _without_the_like(entries: dict[str, Folder | bytes], subject: tuple[bytes, ...]) -> dict[str, Folder | bytes]:
    kept: dict[str, Folder | bytes] = {}
    for name, entry in entries.items():
        if isinstance(entry, Folder):
            kept[name] = Folder(name, _without_the_like(entry.entries, subject))
        elif not name.endswith(".yaml") or _subject(entry) != subject:
            kept[name] = entry
    return kept

"""Every rulebook that is one step away from the installed one: the mutants that the scenarios must tell apart.

A mutant changes one thing of one điểm, said in words a lawyer reads. What changes nothing that is decided is left
alone: names, wordings, interpretations, and the kinds of evidence that a rule merely suggests.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from changes import Tree, changes, shifted
from records import OF_PARTS, called, told

from langnghe.engine.law.rulebook import installed
from langnghe.engine.reading.source import parse
from langnghe.engine.words.citation import citation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RULES: Final = files("langnghe").joinpath("rules")
CONDITIONS: Final = ("requires", "when")
TABLES: Final = ("recommendations", "review_outcomes")
END_OF_FORCE: Final = {"from": "ngày có hiệu lực", "to": "ngày hết hiệu lực"}


@dataclass(frozen=True)
class Mutant:
    """A rulebook one step away: the place (a full provision, or an instrument), the words, the files that differ."""

    place: str
    words: str
    files: dict[str, Tree]

    def write(self, folder: Path) -> None:
        """Put the changed files into a copy of the rules. JSON is YAML, and keeps every type."""
        for name, tree in self.files.items():
            folder.joinpath(name).write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")


def cited(place: str) -> str:
    """Cite a full provision, or name an instrument, as officials do."""
    return citation(place, installed(), "vi")


def trees() -> dict[str, Tree]:
    """Give every rule file as plain values, by its path below ``rules/``."""
    found: dict[str, Tree] = {}

    def collect(folder: Any, prefix: str) -> None:
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if entry.is_dir():
                collect(entry, f"{prefix}{entry.name}/")
            elif entry.name.endswith(".yaml"):
                found[f"{prefix}{entry.name}"] = parse(entry.read_bytes(), as_json=False).tree

    collect(RULES, "")
    return found


def mutants() -> list[Mutant]:
    """Give every mutant of every article and instrument that decides something."""
    every = trees()
    provisions: dict[str, list[str]] = {}
    for tree in every.values():
        if tree["format"] == "langnghe/article/v1":
            provisions.setdefault(tree["instrument"], []).extend(each["id"] for each in tree["provisions"])
    made: list[Mutant] = []
    for name, tree in every.items():
        if tree["format"] == "langnghe/article/v1":
            made += _Article(name, tree, provisions[tree["instrument"]]).mutants()
        elif tree["format"] == "langnghe/instrument/v1":
            made += _of_instrument(name, tree)
    made += _succession({name: tree for name, tree in every.items() if _decides(tree)})
    return made


class _Article:
    """The mutants of one article."""

    def __init__(self, name: str, tree: Tree, provisions: list[str]) -> None:
        """``provisions`` are those of the whole instrument."""
        self.name, self.tree, self.provisions = name, tree, provisions

    def mutants(self) -> Iterator[Mutant]:
        for part, records in self.tree.items():
            if part in {"provisions", "explained"} or not isinstance(records, list):
                continue
            for index, record in enumerate(records):
                yield from self._of_record(part, index, record)
            yield from self._citations_swapped(part, records)
            if part in TABLES or part == "document_paths":
                yield from self._order(part, records)

    def _of_record(self, part: str, index: int, record: Tree) -> Iterator[Mutant]:
        for key in CONDITIONS:
            if key in record:
                for words, condition in changes(record[key], told):
                    yield self._with(part, index, record | {key: condition}, words)
        for end, day in record.get("in_force", {}).items():
            for words, moved in shifted(day):
                yield self._with(part, index, record | {"in_force": record["in_force"] | {end: moved}}, words)
        if "some_craft" in record.get("requires", {}):
            yield self._every_craft(part, index, record)
        yield from self._cited_elsewhere(part, index, record)
        for words, changed in OF_PARTS.get(part, lambda _: iter(()))(record):
            yield self._with(part, index, changed, words)
        if part not in {"rules", "titles", "time_limits", "reports"}:  # without which no rulebook loads or answers
            yield self._mutant(record["provision"], self._list(part, index), f"bỏ {called(record)}")

    def _every_craft(self, part: str, index: int, record: Tree) -> Mutant:
        """The vocabulary has no *every craft*; no craft that fails says the same."""
        wanted = record["requires"]["some_craft"]
        failing = next(each for each in self.tree["rules"] if each["id"] == wanted)
        failing = failing | {"id": f"{wanted}.failing", "requires": {"not": {"criterion": wanted}}}
        changed = self._list(part, index, record | {"requires": {"not": {"some_craft": failing["id"]}}})
        changed["rules"] = [*changed["rules"], failing]
        return self._mutant(record["provision"], changed, "đổi «có ít nhất một nghề» thành «mọi nghề»")

    def _cited_elsewhere(self, part: str, index: int, record: Tree) -> Iterator[Mutant]:
        other = self.provisions[(self.provisions.index(record["provision"]) + 1) % len(self.provisions)]
        if other != record["provision"]:
            words = f"dẫn {_place(self.tree, other)} làm căn cứ của {called(record)}"
            changed = self._list(part, index, record | {"provision": other})
            yield self._mutant(record["provision"], changed, words)

    def _citations_swapped(self, part: str, records: list[Tree]) -> Iterator[Mutant]:
        for index in range(len(records) - 1):
            one, two = records[index], records[index + 1]
            if one["provision"] != two["provision"]:
                changed = list(records)
                changed[index] = one | {"provision": two["provision"]}
                changed[index + 1] = two | {"provision": one["provision"]}
                words = f"hoán đổi căn cứ của {called(one)} và {called(two)}"
                yield self._mutant(one["provision"], self.tree | {part: changed}, words)

    def _order(self, part: str, records: list[Tree]) -> Iterator[Mutant]:
        """Rows that compete: of those that fit, the first counts."""
        for index in range(len(records) - 1):
            one, two = records[index], records[index + 1]
            if one.get("title") == two.get("title"):
                changed = [*records[:index], two, one, *records[index + 2 :]]
                words = f"xét {called(two)} trước {called(one)}"
                yield self._mutant(one["provision"], self.tree | {part: changed}, words)

    def _with(self, part: str, index: int, record: Tree, words: str) -> Mutant:
        return self._mutant(self.tree[part][index]["provision"], self._list(part, index, record), words)

    def _list(self, part: str, index: int, *records: Tree) -> Tree:
        """The article with a record replaced, or left out."""
        every = self.tree[part]
        return self.tree | {part: [*every[:index], *records, *every[index + 1 :]]}

    def _mutant(self, provision: str, tree: Tree, words: str) -> Mutant:
        return Mutant(f"{tree['instrument']}/{provision}", words, {self.name: tree})


def _of_instrument(name: str, tree: Tree) -> Iterator[Mutant]:
    if not _decides(tree):
        return
    for end, day in tree["in_force"].items():
        for words, moved in shifted(day):
            changed = tree | {"in_force": tree["in_force"] | {end: moved}}
            yield Mutant(tree["id"], f"{words} ({END_OF_FORCE[end]})", {name: changed})
    other = {"measure": "silent", "silent": "measure"}[tree["earlier_days"]]
    words = {
        "measure": "áp dụng cả cho những ngày trước khi có hiệu lực",
        "silent": "không nói gì về những ngày trước đó",
    }
    yield Mutant(tree["id"], words[other], {name: tree | {"earlier_days": other}})


def _decides(tree: Tree) -> bool:
    """An instrument that only explains earlier titles decides nothing, so it has no mutants."""
    return tree["format"] == "langnghe/instrument/v1" and tree.get("role", "decides") == "decides"


def _succession(instruments: dict[str, Tree]) -> Iterator[Mutant]:
    """One law ends the day before the next begins: both dates moved together."""
    for name, law in instruments.items():
        for later_name, later in instruments.items():
            end, begin = law["in_force"].get("to"), later["in_force"].get("from")
            if end and begin and date.fromisoformat(begin) - date.fromisoformat(end) == timedelta(days=1):
                for (words, moved), (_, moved_end) in zip(shifted(begin), shifted(end), strict=True):
                    files = {
                        name: law | {"in_force": law["in_force"] | {"to": moved_end}},
                        later_name: later | {"in_force": later["in_force"] | {"from": moved}},
                    }
                    yield Mutant(later["id"], f"{words} (luật trước hết hiệu lực đúng ngày liền trước)", files)


def _place(tree: Tree, provision: str) -> str:
    return cited(f"{tree['instrument']}/{provision}")

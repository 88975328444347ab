"""``make mutants``: which mutants of the law the scenarios find, điểm by điểm; fails if one gets away.

Each mutant is loaded and checked like any rulebook, then every scenario runs against it until one fails. A mutant that
no scenario finds must be proved to decide nothing differently; else it is named, and the run fails.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, Literal

from equivalence import proof
from mutants import RULES, Mutant, cited, mutants
from scenarios import Case, cases, first_failure, installed

from langnghe.engine.law.rulebook import load_rulebook
from langnghe.engine.problems import InvalidRules

if TYPE_CHECKING:
    from langnghe.engine.law.rulebook import Rulebook

Fate = Literal["killed", "rejected", "equivalent", "survived"]
SCORES: Final = Path(__file__).parent.parent / "build" / "mutants.json"
FATES: Final[dict[Fate, str]] = {
    "killed": "kịch bản phát hiện",
    "rejected": "bộ nạp từ chối",
    "equivalent": "chứng minh là tương đương",
    "survived": "không phát hiện",
}


@dataclass(frozen=True)
class Tried:
    """What became of a mutant: by which scenario it was found, or how it was proved to be the same."""

    mutant: Mutant
    fate: Fate
    scenario: str = ""
    stopped: bool = False
    proof: str = ""

    def told(self) -> str:
        """Say what became of it in one sentence."""
        place = cited(self.mutant.place)
        found = f": kịch bản «{self.scenario}»{' không chạy được đến hết' * self.stopped}" if self.scenario else ""
        proved = f" ({self.proof})" if self.proof else ""
        return f"{self.mutant.words}, ở {place}: {FATES[self.fate]}{found}{proved}"


class Trial:
    """One process's copy of the rules and of the scenarios."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rules = folder / f"rules-{os.getpid()}"
        shutil.copytree(Path(str(RULES)), self.rules)
        self.original = load_rulebook(self.rules)
        self.cases: list[Case] = cases()

    def of(self, mutant: Mutant) -> Tried:
        """Try a mutant, and put the rules back."""
        kept = {name: self.rules.joinpath(name).read_bytes() for name in mutant.files}
        try:
            mutant.write(self.rules)
            changed = load_rulebook(self.rules)
        except InvalidRules:
            return Tried(mutant, "rejected")
        finally:
            for name, data in kept.items():
                self.rules.joinpath(name).write_bytes(data)
        return self._against(mutant, changed)

    def _against(self, mutant: Mutant, changed: Rulebook) -> Tried:
        with installed(changed):
            failing = first_failure(self.cases)
        if failing:
            return Tried(mutant, "killed", failing.case.name, failing.stopped)
        proved = proof(self.original, changed)
        return Tried(mutant, "equivalent", proof=proved) if proved else Tried(mutant, "survived")


_trial: list[Trial] = []


def _begin(folder: str) -> None:
    _trial.append(Trial(Path(folder)))


def _try(mutant: Mutant) -> Tried:
    return _trial[0].of(mutant)


def tried(processes: int | None = None) -> list[Tried]:
    """Try every mutant.

    Takes the number of processes, one a core when left out.

    Raises:
        RuntimeError: the scenarios fail on the rules as they are, so that no mutant can be told from them.
    """
    failing = first_failure(cases())
    if failing:
        msg = f"kịch bản «{failing.case.name}» không đạt với bộ quy tắc hiện nay: {failing.why}"
        raise RuntimeError(msg)
    with tempfile.TemporaryDirectory() as folder:
        context = multiprocessing.get_context("spawn")
        with context.Pool(processes, _begin, [folder]) as pool:
            return pool.map(_try, mutants(), chunksize=4)


def by_place(results: list[Tried]) -> dict[str, Counter[Fate]]:
    """Count the fates for each điểm, in the order of the rule files."""
    counted: dict[str, Counter[Fate]] = defaultdict(Counter)
    for each in results:
        counted[each.mutant.place][each.fate] += 1
    return dict(counted)


def score(fates: Counter[Fate]) -> float:
    """Give the share of the mutants found, in percent, among those that load and decide something differently."""
    judged = fates["killed"] + fates["survived"]
    return 100 * fates["killed"] / judged if judged else 100.0


def table(results: list[Tried]) -> list[list[Any]]:
    """Give one row a điểm and one for all: its citation, the number of each fate, the score."""
    counted = by_place(results)
    rows = [(cited(place), fates) for place, fates in counted.items()]
    rows.append(("Tất cả", sum(counted.values(), Counter())))
    return [[name, fates.total(), *(fates[fate] for fate in FATES), f"{score(fates):.1f} %"] for name, fates in rows]


def scores(results: list[Tried]) -> str:
    """Give the number of each fate by full provision, as JSON: what ``langnghe law book --mutants`` reads."""
    counted = {place: {fate: fates[fate] for fate in FATES} for place, fates in by_place(results).items()}
    return json.dumps({"provisions": counted}, ensure_ascii=False, indent=1) + "\n"


HEADING: Final = ["Nơi thay đổi", "Số thay đổi", *(words.capitalize() for words in FATES.values()), "Tỷ lệ phát hiện"]


def main() -> int:
    """Print the table, then every mutant that got away, and every one with ``-v``; keep the scores in ``build/``."""
    started = perf_counter()
    results = tried()
    SCORES.parent.mkdir(exist_ok=True)
    SCORES.write_text(scores(results), encoding="utf-8")
    for row in [HEADING, *table(results)]:
        print(" | ".join(str(cell) for cell in row))
    print(f"\n{len(results)} thay đổi, {perf_counter() - started:.0f} giây")
    for each in results:
        if each.fate == "survived" or "-v" in sys.argv:
            print(each.told())
    return int(any(each.fate == "survived" for each in results))


if __name__ == "__main__":
    sys.exit(main())

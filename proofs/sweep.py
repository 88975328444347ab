"""``make sweep``: every opinion there is on a million made-up dossiers, the same ones for the same seed.

durable-rules, the reference, the columns, and the contract written out by hand (``tests/oracle.py``) must agree on
every verdict. A dossier on which they differ is kept in ``fixtures/differences``, where a test asks it ever after.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

ROOT: Final = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import oracle  # noqa: E402, F401  the tests make it err on purpose
from strategies import TITLES, random_dossiers  # noqa: E402  found in the folder just named
from test_differential import agreed, compare_with_the_contract  # noqa: E402  as above

from langnghe.engine.columns.layout import flat_frame_of, frame_of  # noqa: E402  as above
from langnghe.engine.columns.question import question  # noqa: E402  as above
from langnghe.engine.dossier import Dossier  # noqa: E402  as above
from langnghe.engine.facts import measure  # noqa: E402  as above
from langnghe.engine.law.rulebook import installed  # noqa: E402  as above
from langnghe.engine.values import Verdict  # noqa: E402  as above

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from langnghe.engine.columns.question import Question as Compiled
    from langnghe.engine.facts import Facts

Question: TypeAlias = Literal["assess", "review"]

SEED: Final = 52_2018_00
MANY: Final = 1_000_000
A_BATCH: Final = 1_000
KEPT: Final = 20  # of the dossiers on which opinions differ; one mistake shows in thousands
DIFFERENCES: Final = ROOT / "fixtures" / "differences"
AS_BOOLEAN: Final = {Verdict.MET: True, Verdict.NOT_MET: False, Verdict.UNDETERMINED: None}


@dataclass(frozen=True)
class Swept:
    """What a batch came to: dossiers asked, questions compared, and the dossiers on which opinions differ."""

    dossiers: int
    questions: int
    differences: tuple[tuple[str, dict[str, Any]], ...]


@dataclass
class _Asked:
    """What the columns are asked at once: cases of one question, day and title, with what the evaluators said."""

    facts: list[Facts]
    verdicts: list[dict[str, Verdict]]
    trees: list[dict[str, Any]]


def batch(seed: int, number: int = A_BATCH) -> Swept:
    """Compare every opinion on the dossiers of a seed."""
    return swept_over(random_dossiers(seed, number))


def swept_over(trees: Iterable[dict[str, Any]]) -> Swept:
    """Compare every opinion on dossiers."""
    dossiers, questions, differences = 0, 0, []
    asked: dict[tuple[Question, date, str], _Asked] = {}
    for tree in trees:
        dossiers += 1
        try:
            questions += compare_with_the_contract(tree)
        except Exception as difference:  # noqa: BLE001  a crash is a difference, too
            differences.append((repr(difference), tree))
            continue
        _ask_columns_later(asked, tree)
    for (what, day, title), cases in asked.items():
        differences += _by_columns(what, day, title, cases)
    return Swept(dossiers, questions, tuple(differences))


def _ask_columns_later(asked: dict[tuple[Question, date, str], _Asked], tree: dict[str, Any]) -> None:
    """Every title for which the village may be assessed, and the review of those that it holds."""
    dossier = Dossier.model_validate(tree)
    day = dossier.proposed_on

    def ask(what: Question, title: str, held: Any = None) -> None:
        cases = asked.setdefault((what, day, title), _Asked([], [], []))
        cases.facts.append(measure(dossier, day, held))
        cases.verdicts.append(agreed(dossier, what, title, day, held).village)
        cases.trees.append(tree)

    for title in TITLES:
        if title != "traditional_craft" or len(dossier.crafts or ()) == 1:  # such a title is about one craft
            ask("assess", title)
    for held in dossier.titles_held or ():
        ask("review", held.title, held)


@cache
def _compiled(what: Question, day: date, title: str) -> Compiled:
    return question(installed().law_on(day), what, day, [title])


def _by_columns(what: Question, day: date, title: str, cases: _Asked) -> list[tuple[str, dict[str, Any]]]:
    """Compare every verdict on the village, with crafts in lists and flat; those on crafts show in them."""
    compiled = _compiled(what, day, title)
    single = [index for index, facts in enumerate(cases.facts) if len(facts.crafts or ()) <= 1]
    flat = flat_frame_of(cases.facts[index] for index in single)
    found = []
    for frame, rows in ((frame_of(cases.facts), range(len(cases.facts))), (flat, single)):
        reached = compiled.verdicts(frame)
        for node in compiled.networks[title].of("village"):
            column = reached[compiled.column(node.id, title)].to_list()
            for value, row in zip(column, rows, strict=True):
                verdict = cases.verdicts[row][node.id]
                if value is not AS_BOOLEAN[verdict]:
                    told = f"{what} {node.id}: the columns say {value}, the evaluators {verdict}"
                    found.append((told, cases.trees[row]))
    return found


def seeds(number: int, seed: int) -> range:
    """Give the seed of each batch."""
    return range(seed, seed + -(-number // A_BATCH))


def swept(number: int = MANY, seed: int = SEED, processes: int | None = None) -> Swept:
    """Sweep ``number`` dossiers, in batches whose seeds follow ``seed``; one process a core."""
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        results = list(pool.imap_unordered(batch, seeds(number, seed), chunksize=4))
    return Swept(
        sum(each.dossiers for each in results),
        sum(each.questions for each in results),
        tuple(difference for each in results for difference in each.differences),
    )


def keep(difference: str, tree: dict[str, Any]) -> Path:
    """Keep a dossier on which opinions differ, and say where."""
    text = json.dumps({"difference": difference, "dossier": tree}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    path = DIFFERENCES / f"{hashlib.sha256(text.encode()).hexdigest()[:12]}.json"
    DIFFERENCES.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def main() -> int:
    """Sweep, and keep the first differences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=MANY, help="how many dossiers")
    parser.add_argument("--seed", type=int, default=SEED, help="the seed of the first batch")
    options = parser.parse_args()
    started = perf_counter()
    result = swept(options.number, options.seed)
    for difference, tree in result.differences[:KEPT]:
        print(f"{keep(difference, tree)}: {difference}", file=sys.stderr)
    print(
        f"{result.dossiers:,} dossiers, {result.questions:,} questions, seed {options.seed}: "
        f"{len(result.differences)} differences, {perf_counter() - started:.0f} s"
    )
    return int(bool(result.differences))


if __name__ == "__main__":
    sys.exit(main())

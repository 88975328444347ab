"""Time one assessment of a parsed dossier, beside hand-written Python for the same decision, in one run.

Usage: ``python benchmarks/one_dossier.py [ROUNDS]``. Every village of ``fixtures/villages`` is assessed in turn; the
two are checked equal first; rounds are interleaved, medians and spread are printed in microseconds a dossier.
"""

from __future__ import annotations

import platform
import statistics
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

from plain import decide

import langnghe

VILLAGES = Path(__file__).parent.parent / "fixtures" / "villages"


def only_outcome(dossier: langnghe.Dossier) -> tuple[str, str]:
    """Decide twice and compare; the words are made when they are read."""
    assessment = langnghe.assess(dossier)
    return assessment.outcome, assessment.recommendation


def with_reasons(dossier: langnghe.Dossier) -> str:
    """Decide, and write out every reason, paper, warning and remedy."""
    return langnghe.assess(dossier).model_dump_json()


def time_round(work: Any, dossiers: list[langnghe.Dossier], repeats: int) -> float:
    start = time.perf_counter()
    for _ in range(repeats):
        for dossier in dossiers:
            work(dossier)
    return (time.perf_counter() - start) / (repeats * len(dossiers)) * 1e6


def main(rounds: int) -> None:
    dossiers = [langnghe.load(path) for path in sorted(VILLAGES.glob("*.yaml"))]
    for dossier in dossiers:
        assert only_outcome(dossier) == decide(dossier), dossier.id
    contenders = {
        "hand-written Python, bare verdict": (decide, 40),
        "langnghe, outcome (two evaluators)": (only_outcome, 10),
        "langnghe, JSON with every reason": (with_reasons, 2),
    }
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, (work, repeats) in contenders.items():
            taken[name].append(time_round(work, dossiers, repeats))
    floor = statistics.median(taken["hand-written Python, bare verdict"])
    machine = f"Python {platform.python_version()}, pydantic {version('pydantic')}, {platform.machine()}"
    print(f"{machine}, {len(dossiers)} villages")
    print(f"{'µs a dossier':36} {'median':>8} {'least':>8} {'most':>8} {'ratio':>7}")
    for name, times in taken.items():
        middle = statistics.median(times)
        print(f"{name:36} {middle:8.1f} {min(times):8.1f} {max(times):8.1f} {middle / floor:7.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)

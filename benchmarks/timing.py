"""Timing in turn: several ways of doing one thing, measured in one process, round by round.

Time is the processor's, of all threads of the process, so that what else runs on the machine counts least; a peer that
hands its work to threads takes longer by the clock. What still disturbs the machine disturbs all ways alike: each round
gives a ratio, and the median of the ratios is what is compared.
"""

from __future__ import annotations

import gc
import json
import os
import platform
import random
import statistics
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any, Final

from measured import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

RESULTS: Final = ROOT / "build" / "bench"
SLICE: Final = 0.03  # seconds one way runs in one round, at least


@dataclass(frozen=True, slots=True)
class Way:
    """One way of doing a thing.

    ``work`` is timed on each of the ``items``; ``before`` is done before each round, untimed. With ``afresh`` every
    call gets an item made anew of one of the ``items``, also untimed, so that nothing can be kept with it from before.
    """

    work: Callable[[Any], Any]
    items: list[Any]
    before: Callable[[], None] = lambda: None
    afresh: Callable[[Any], Any] | None = None


@dataclass(frozen=True, slots=True)
class Timed:
    """What one way takes: microseconds an item, and how often as long as the yardstick, each with its tenths."""

    micros: float
    fast: float  # a tenth of the rounds was faster
    slow: float  # a tenth was slower
    ratio: float
    least_ratio: float
    most_ratio: float
    best_ratio: float  # of the fastest round of each: what a busy machine distorts least


def in_turn(ways: Mapping[str, Way], yardstick: str, rounds: int) -> dict[str, Timed]:
    """Time every way by name, in turn and in changing order; ``yardstick`` is the one that ratios refer to."""
    repeats = {name: _repeats(way) for name, way in ways.items()}
    taken: dict[str, list[float]] = {name: [] for name in ways}
    order, shuffled = list(ways), random.Random(52)
    gc.collect()
    gc.freeze()  # each way pays for its own garbage, not for looking through what the others hold
    for _ in range(rounds):
        shuffled.shuffle(order)
        for name in order:
            taken[name].append(_pass(ways[name], repeats[name]))
    return {name: _timed(times, taken[yardstick]) for name, times in taken.items()}


def _pass(way: Way, repeats: int) -> float:
    way.before()
    items, work = way.items, way.work
    calls = repeats * len(items)
    if way.afresh:
        items, repeats = [way.afresh(item) for item in items * repeats], 1
    gc.collect()
    started = process_time()
    for _ in range(repeats):
        for item in items:
            work(item)
    return (process_time() - started) / calls


def _repeats(way: Way) -> int:
    _pass(way, 1)  # rules are compiled, caches filled
    return max(1, round(SLICE / (_pass(way, 1) * len(way.items))))


def _timed(times: list[float], yardstick: list[float]) -> Timed:
    ratios = [each / floor for each, floor in zip(times, yardstick, strict=True)]
    fast, middle, slow = spread(times)
    least, ratio, most = spread(ratios)
    return Timed(middle * 1e6, fast * 1e6, slow * 1e6, ratio, least, most, min(times) / min(yardstick))


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Give the first tenth, the median and the last tenth."""
    ordered = sorted(values)
    tenth = round(0.1 * (len(ordered) - 1))
    return ordered[tenth], statistics.median(ordered), ordered[-1 - tenth]


def save(name: str, **found: Any) -> Path:
    """Write what a benchmark found to ``build/bench``, with the machine it was found on."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{name}.json"
    found = {key: asdict(value) if isinstance(value, Timed) else value for key, value in found.items()}
    path.write_text(
        json.dumps({"machine": machine(), "langnghe": version_of("langnghe")} | found, ensure_ascii=False, indent=1)
        + "\n",
        "utf-8",
    )
    return path


def machine() -> dict[str, Any]:
    """Name the machine: processor, cores, memory, system, Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") if hasattr(os, "sysconf") else 0
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(memory / 2**30),
        "system": f"{platform.system()} {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
    }


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    names = told.read_text("utf-8").splitlines() if told.exists() else []
    return next((line.split(":", 1)[1].strip() for line in names if line.startswith("model name")), platform.machine())


def version_of(package: str) -> str:
    """Give the installed version of a package, nothing where there is none."""
    try:
        return version(package) if package else ""
    except PackageNotFoundError:
        return ""

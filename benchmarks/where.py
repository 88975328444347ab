"""Where the time of an assessment goes, by module: the processor's time sampled, without slowing the program down.

    python benchmarks/where.py [SECONDS]

A sample belongs to the innermost module of langnghe that is at work; what a library does is counted for the module that
asked for it. The calls that one assessment makes, of Python and of C functions, are counted as well: no load changes
their number, so a guard can hold it closely.
"""

from __future__ import annotations

import json
import signal
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from measured import villages
from one_dossier import json_to_json, outcome
from timing import save

import langnghe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

EVERY: Final = 0.001  # seconds of processor time between two samples
PACKAGE: Final = Path(langnghe.__file__).resolve().parent


def sampled(work: Callable[[Any], Any], items: Sequence[Any], seconds: float) -> dict[str, float]:
    """Give the share of each module in the work on the items."""
    seen: Counter[str] = Counter()
    modules: dict[str, str | None] = {}

    def look(_: int, frame: FrameType | None) -> None:
        while frame is not None:
            file = frame.f_code.co_filename
            if file not in modules:
                modules[file] = _module(file)
            if name := modules[file]:
                seen[name] += 1
                return
            frame = frame.f_back

    for item in items:
        work(item)
    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    started = perf_counter()
    try:
        while perf_counter() - started < seconds:
            for item in items:
                work(item)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return {name: number / seen.total() for name, number in seen.most_common()}


def calls(work: Callable[[Any], Any], items: Sequence[Any]) -> float:
    """Count the calls an item takes, on average, once everything is compiled."""
    number = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal number
        number += event in {"call", "c_call"}

    for item in items:
        work(item)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        for item in items:
            work(item)
    finally:
        sys.setprofile(before)
    return number / len(items)


def _module(file: str) -> str | None:
    path = Path(file)
    if not path.is_relative_to(PACKAGE):
        return None
    name = path.relative_to(PACKAGE).as_posix()
    return None if name.startswith(("benchmarks/", ".venv/")) else name.removesuffix(".py")


def tasks() -> dict[str, tuple[Callable[[Any], Any], list[Any]]]:
    """Give what is looked into: a parsed dossier to its outcome, and JSON to JSON with every reason."""
    real = villages()
    written = [json.dumps(dossier.content(), ensure_ascii=False).encode() for dossier in real]
    return {"outcome": (outcome, real), "json": (json_to_json, written)}


def main(seconds: float) -> None:
    found = {name: sampled(*task, seconds) for name, task in tasks().items()}
    counted = {name: calls(*task) for name, task in tasks().items()}
    print(save("where", **found, calls=counted))
    for name, shares in found.items():
        told = ", ".join(f"{module} {share:.0%}" for module, share in list(shares.items())[:6])
        print(f"{name}: {counted[name]:,.0f} calls; {told}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 4)

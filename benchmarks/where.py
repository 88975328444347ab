"""Where the time of an assessment goes, by module: the processor's time sampled, without slowing the program down.

    python benchmarks/where.py [SECONDS]

A sample belongs to the innermost module of langnghe that is at work; what a library does is counted for the module that
asked for it.
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


def _module(file: str) -> str | None:
    path = Path(file)
    if not path.is_relative_to(PACKAGE):
        return None
    name = path.relative_to(PACKAGE).as_posix()
    return None if name.startswith(("benchmarks/", ".venv/")) else name.removesuffix(".py")


def main(seconds: float) -> None:
    real = villages()
    written = [json.dumps(dossier.content(), ensure_ascii=False).encode() for dossier in real]
    found = {"outcome": sampled(outcome, real, seconds), "json": sampled(json_to_json, written, seconds)}
    print(save("where", **found))
    for task, shares in found.items():
        print(task, ", ".join(f"{name} {share:.0%}" for name, share in list(shares.items())[:6]))


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 4)

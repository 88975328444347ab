"""One reader fuzzed in this process until the time is up: what fails is kept, and the fuzzing goes on.

With atheris, where it is installed, new inputs are made from those that reached new code; without it they are mutated
from the seeds alone. Either way the changes are those of ``mutate.py``, the audit hook of ``guard.py`` looks on, and
an input that takes too long or ends the process is still on disk for :mod:`fuzz` to try again behind the guard.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import sys
import traceback
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from random import Random
from time import monotonic, process_time
from typing import Any, Final

try:
    import atheris
except ImportError:  # no wheel for this Python or system
    atheris = None

SLOW: Final = 1.0  # seconds, instrumented: worth a second look behind the guard
TOLD_EVERY: Final = 0.5  # seconds
FRESH: Final = 0.4  # of the inputs begin as valid ones: what grew is mostly refused early
PER_PLACE: Final = 3  # inputs kept that fail in one place, the smallest


class Fuzzing:
    """What was tried and what failed."""

    def __init__(self, name: str, findings: Path, folder: Path) -> None:
        with (
            atheris.instrument_imports(include=["langnghe"], enable_loader_override=False) if atheris else nullcontext()
        ):
            from guard import Watch
            from readers import READERS

            self.reader = READERS[name]
            self.seeds = self.reader.seeds()
            self.folder = folder.resolve()
            self.inside = self.folder / "ra"
            for seed in self.seeds[:3]:  # imports and caches what every input needs
                self.inside.mkdir()
                self.reader.read(seed, self.inside)
                shutil.rmtree(self.inside)
        self.findings = findings
        self.tried: Counter[str] = Counter()
        self.places: Counter[str] = Counter()
        self.started = self.told = monotonic()
        self.slowest = 0.0
        os.chdir(self.folder)
        self.watch = Watch(self.inside)
        self.watch.start()

    def one(self, data: bytes) -> None:
        """Try one input."""
        current = self.folder / "input"
        current.write_bytes(data)
        self.inside.mkdir()
        self.watch.seen.clear()
        self.watch.on = True
        began = process_time()
        place = ""
        try:
            fate = self.reader.read(data, self.inside)
        except BaseException as error:  # noqa: BLE001  a panic of a library in Rust is no Exception
            fate, place = "failed", _place(error)
        finally:
            self.watch.on = False
        took = process_time() - began
        self.slowest = max(self.slowest, took)
        if self.watch.seen and not place:
            fate, place = "failed", self.watch.seen[0]
        if took > SLOW and not place:
            place = f"slow {took:.0f}"
        shutil.rmtree(self.inside)
        self.tried[fate] += 1
        if place:
            self.places[place] += 1
            if self.places[place] <= PER_PLACE:
                self.keep(data)
        if monotonic() - self.told > TOLD_EVERY:
            self.tell()

    def keep(self, data: bytes) -> None:
        """Keep an input that failed."""
        self.findings.joinpath(hashlib.sha256(data).hexdigest()[:16] + self.reader.suffix).write_bytes(data)

    def tell(self) -> None:
        """Write down how far it got: libFuzzer ends a process without a last word."""
        self.told = monotonic()
        told = {"tried": dict(self.tried), "seconds": self.told - self.started, "slowest": round(self.slowest, 2)}
        told |= {"places": len(self.places), "engine": _engine()}
        written = self.findings / "told.json.part"
        written.write_text(json.dumps(told), encoding="utf-8")
        written.rename(self.findings / "told.json")


def _engine() -> str:
    if atheris is None:
        return "mutation"
    from importlib.metadata import version

    return f"atheris {version('atheris')}"


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "langnghe" in frame.name or "/engine/" in frame.filename] or frames
    return f"{type(error).__name__} {ours[-1].filename}:{ours[-1].lineno}"


def _by_atheris(fuzzing: Fuzzing, options: argparse.Namespace) -> None:
    from mutate import LONGEST, mutated

    def mutator(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        if random.random() < 0.2:
            return atheris.Mutate(data, most)
        fresh = not data or random.random() < FRESH
        return mutated(random.choice(fuzzing.seeds) if fresh else data, random)[:most]

    seeds = options.corpus / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for seed in fuzzing.seeds:
        (seeds / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    arguments = [
        *("fuzz", str(options.corpus / "grown"), str(seeds), *map(str, options.more)),
        *(f"-max_total_time={options.seconds}", f"-seed={options.seed}", f"-max_len={LONGEST}", "-timeout=30"),
        *("-rss_limit_mb=2048", f"-artifact_prefix={options.findings}/", "-print_final_stats=0", "-verbosity=0"),
    ]
    (options.corpus / "grown").mkdir(exist_ok=True)
    atheris.Setup(arguments, fuzzing.one, custom_mutator=mutator)
    atheris.Fuzz()


def _by_mutation(fuzzing: Fuzzing, options: argparse.Namespace) -> None:
    from mutate import mutated

    random = Random(options.seed)
    ends = monotonic() + options.seconds
    while monotonic() < ends:
        fuzzing.one(mutated(random.choice(fuzzing.seeds), random))


def main() -> None:
    """Fuzz one reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader")
    parser.add_argument("--seconds", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--corpus", type=Path, required=True, help="where inputs that reach new code are kept")
    parser.add_argument("--findings", type=Path, required=True, help="where inputs that fail are kept")
    parser.add_argument("--folder", type=Path, required=True, help="an empty one to work in")
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="folders with further inputs to begin with")
    options = parser.parse_args()
    fuzzing: Any = Fuzzing(options.reader, options.findings.resolve(), options.folder)
    fuzzing.tell()
    try:
        (_by_atheris if atheris else _by_mutation)(fuzzing, options)
    finally:
        fuzzing.tell()


if __name__ == "__main__":
    sys.setrecursionlimit(1000)
    main()

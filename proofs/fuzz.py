"""``make fuzz``: every reader fed hostile input for a while; fails if one of them failed.

Each runs in a process of its own (:mod:`fuzz_reader`). What failed there is tried again behind the guard of
:mod:`guard`, without instrumentation, and only what fails again counts: it is made as small as it gets and kept in
``build/fuzz/findings``, from where it goes to ``tests/corpus`` once it is mended.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from guard import Guarded, Outcome, memory
from readers import CORPUS, PENDING, READERS, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED: Final = 52_2018
SECONDS: Final = 60  # a reader
FOLDER: Final = ROOT / "build" / "fuzz"
HERE: Final = Path(__file__).parent
MARGIN: Final = 60  # seconds that a process may take to start and to stop
SMALLER_TRIES: Final = 300
THE_LIKE: Final = "the like"  # of a reader whose failures are known (tests/corpus/pending.yaml)


@dataclass
class Fuzzed:
    """What came of one reader: how many inputs it was given, in how many seconds, and what failed."""

    reader: str
    seed: int
    tried: int = 0
    read: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    engine: str = ""
    findings: list[tuple[Path, Outcome]] = field(default_factory=list)
    known: int = 0  # places that fail as is known

    @property
    def kept(self) -> int:
        """How many inputs of this reader the tests try again, every time."""
        folder = CORPUS / self.reader
        return len(list(folder.iterdir())) if folder.is_dir() else 0


def fuzzed(reader: str, seconds: int, seed: int = SEED) -> Fuzzed:
    """Fuzz one reader for some seconds.

    Raises:
        RuntimeError: the fuzzer itself does not run.
    """
    found = FOLDER / "raw" / reader
    shutil.rmtree(found, ignore_errors=True)
    found.mkdir(parents=True)
    result = Fuzzed(reader, seed)
    ends = monotonic() + seconds
    while (left := int(ends - monotonic())) > 0:
        before = set(found.iterdir())
        ended = _run(reader, left, seed + result.tried, found)
        _add(result, found)
        if ended and before.issuperset(found.iterdir()):  # no input did that, or it is not known which
            raise RuntimeError(_end_of_log(reader))
    _confirm(result, found)
    return result


def all_fuzzed(readers: list[str], seconds: int, seed: int, processes: int | None = None) -> list[Fuzzed]:
    """Fuzz several readers, each for some seconds, a few at a time: as many as there are cores when left out."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(processes or os.cpu_count()) as pool:
        return list(pool.map(lambda reader: fuzzed(reader, seconds, seed), readers))


def _run(reader: str, seconds: int, seed: int, found: Path) -> int:
    """Run the fuzzer once; an input that kills it ends it early. Gives how it ended."""
    command = [sys.executable, "-W", "ignore", str(HERE / "fuzz_reader.py"), reader]
    command += ["--seconds", str(seconds), "--seed", str(seed), "--corpus", str(FOLDER / "corpus" / reader)]
    with (FOLDER / f"{reader}.log").open("ab") as log, tempfile.TemporaryDirectory(dir=memory()) as folder:
        kept = _kept(reader, Path(folder) / "kept")
        work = Path(folder) / "work"
        work.mkdir()
        try:
            done = subprocess.run(
                [*command, "--findings", str(found), "--folder", str(work), "--more", str(kept)],
                stdout=log,
                stderr=log,
                timeout=seconds + MARGIN,
                check=False,
                env=os.environ | {"POLARS_MAX_THREADS": "2", "PYTHONUTF8": "1"},
            )
        except subprocess.TimeoutExpired:
            log.write(b"did not stop by itself\n")
            return 1
        return done.returncode


def _add(result: Fuzzed, found: Path) -> None:
    told = found / "told.json"
    if not told.is_file():
        raise RuntimeError(_end_of_log(result.reader))
    said = json.loads(told.read_text(encoding="utf-8"))
    told.unlink()
    result.tried += sum(said["tried"].values())
    result.read += said["tried"].get("read", 0)
    result.seconds += said["seconds"]
    result.slowest = max(result.slowest, said["slowest"])
    result.engine = said["engine"]


def _end_of_log(reader: str) -> str:
    return (FOLDER / f"{reader}.log").read_text(encoding="utf-8", errors="replace")[-2000:]


def _kept(reader: str, folder: Path) -> Path:
    """Copy what is kept of a reader, but for what still fails, which would end the fuzzing before it begins."""
    folder.mkdir()
    for path in (CORPUS / reader).glob("*"):
        if path.name not in PENDING.get(reader, {}):
            shutil.copy(path, folder)
    return folder


def _confirm(result: Fuzzed, found: Path) -> None:
    """Try again what failed; of what fails in one place the smallest is kept, made smaller."""
    smallest: dict[str, bytes] = {}
    kept = FOLDER / "findings" / result.reader
    shutil.rmtree(kept, ignore_errors=True)
    with Guarded(result.reader) as guarded:
        for path in sorted(found.iterdir()):
            data = path.read_bytes()
            outcome = guarded.read(data)
            if outcome.fate == "failed" and len(data) < len(smallest.get(outcome.where, data + b" ")):
                smallest[outcome.where] = data
        for number, (where, data) in enumerate(smallest.items(), 1):
            if THE_LIKE in PENDING.get(result.reader, {}):
                result.known += 1
                continue
            small = smaller(data, where, guarded)
            kept.mkdir(parents=True, exist_ok=True)
            path = kept / f"{number}{READERS[result.reader].suffix}"
            path.write_bytes(small)
            result.findings.append((path, guarded.read(small)))


def smaller(data: bytes, where: str, guarded: Guarded) -> bytes:
    """Leave out what an input needs not to fail in the same place."""
    tries, size = 0, len(data) // 2
    while size and tries < SMALLER_TRIES:
        for start in range(0, len(data), size):
            shorter = data[:start] + data[start + size :]
            tries += 1
            outcome = guarded.read(shorter)
            if outcome.fate == "failed" and outcome.where == where:
                data = shorter
                break
            if tries >= SMALLER_TRIES:
                break
        else:
            size //= 2
    return data


def table(results: list[Fuzzed]) -> list[list[Any]]:
    """Give one row a reader and one for all."""
    heading = [
        "Reader",
        "Inputs tried",
        "of them read",
        "Seconds",
        "Seed",
        "Kept in tests/corpus",
        "Findings",
        "Known",
        "By",
    ]
    rows: list[list[Any]] = [heading]
    for each in results:
        row = [each.reader, f"{each.tried:,}", f"{each.read:,}", f"{each.seconds:.0f}", each.seed]
        rows.append([*row, each.kept, len(each.findings), each.known, each.engine])
    whole = [f"{sum(each.tried for each in results):,}", f"{sum(each.read for each in results):,}"]
    counted = [sum(numbers) for numbers in zip(*((e.kept, len(e.findings), e.known) for e in results), strict=True)]
    return [*rows, ["all", *whole, f"{sum(each.seconds for each in results):.0f}", "", *counted, ""]]


def told(results: list[Fuzzed]) -> Iterator[str]:
    """Say what failed, and where the input is."""
    for each in results:
        for path, outcome in each.findings:
            yield f"{path.relative_to(ROOT)}: {outcome.where}"


def main() -> int:
    """Fuzz, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=SECONDS, help="how long, a reader")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--processes", type=int, help="how many at a time; one a core when left out")
    parser.add_argument("readers", nargs="*", help=f"which readers; all when left out: {', '.join(READERS)}")
    options = parser.parse_args()
    results = all_fuzzed(options.readers or list(READERS), options.seconds, options.seed, options.processes)
    for row in table(results):
        print(" | ".join(str(cell) for cell in row))
    for line in told(results):
        print(line, file=sys.stderr)
    return int(any(each.findings for each in results))


if __name__ == "__main__":
    sys.exit(main())

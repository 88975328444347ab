"""A register as columns, Parquet in and out: langnghe beside Polars by hand and OpenFisca-Core, on one decision.

    python benchmarks/columns_peers.py [ROWS] [ROUNDS]

The register, the hand-written query and the command's own way are those of ``columns*.py``. Each runs in a process of
its own, in turn; what a process does to start is not counted. Every verdict of every way is compared with the
hand-written query's before anything is told.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from columns import by_rulebook, differences
from columns_by_hand import DAY, by_hand
from columns_register import register
from measured import DifferentAnswerError
from timing import save, spread, version_of

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS: Final = 1_000_000
BY_HAND, LANGNGHE, OPENFISCA = "Polars, written by hand", "langnghe, from the rulebook", "OpenFisca-Core, own model"
KB: Final = 1024


def by_openfisca(path: Path, out: Path) -> None:
    from peers.openfisca_columns import by_openfisca

    by_openfisca(path, out, DAY)


WAYS: Final[dict[str, Callable[[Path, Path], None]]] = {
    BY_HAND: by_hand,
    LANGNGHE: by_rulebook,
    OPENFISCA: by_openfisca,
}
MODULES: Final = {
    BY_HAND: ("polars",),
    LANGNGHE: ("langnghe.engine.register.review", "langnghe.engine.register.mapping"),
    OPENFISCA: ("peers.openfisca_columns",),
}


def one(way: str, path: Path, out: Path) -> dict[str, float]:
    """Run one way here, its modules loaded beforehand."""
    for module in MODULES[way]:
        __import__(module)
    before = resource.getrusage(resource.RUSAGE_SELF)
    started = perf_counter()
    WAYS[way](path, out)
    seconds = perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_SELF)
    processor = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    return {"seconds": seconds, "processor": processor, "memory_mb": used.ru_maxrss / KB}


def of_its_own(way: str, path: Path, out: Path) -> dict[str, float]:
    """Run one way in a process of its own."""
    command = [sys.executable, __file__, "--one", way, str(path), str(out)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return found


def measured(rows: int, rounds: int, folder: Path) -> list[dict[str, Any]]:
    """Time every way in turn.

    Raises:
        DifferentAnswerError: naming the way.
    """
    path = folder / "register.parquet"
    register(path, rows)
    outs = {way: folder / f"{number}.parquet" for number, way in enumerate(WAYS)}
    taken: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    for turn in range(rounds + 1):
        for way, out in outs.items():
            out.unlink(missing_ok=True)
            taken[way].append(of_its_own(way, path, out))
        if turn == 0:
            compare(outs)
    return [_row(way, times[1:], taken[BY_HAND][1:], rows) for way, times in taken.items()]


def compare(outs: dict[str, Path]) -> None:
    for way in (LANGNGHE, OPENFISCA):
        differing = differences(outs[way], outs[BY_HAND], same_form=way == LANGNGHE)
        if differing:
            msg = f"{way}: {differing} verdicts differ from the hand-written query's"
            raise DifferentAnswerError(msg)


def _row(way: str, times: list[dict[str, float]], yardstick: list[dict[str, float]], rows: int) -> dict[str, Any]:
    fast, middle, slow = spread([each["seconds"] / rows * 1e9 for each in times])
    pairs = list(zip(times, yardstick, strict=True))
    least, ratio, most = spread([mine["seconds"] / other["seconds"] for mine, other in pairs])
    return {
        "name": way,
        "version": version_of("OpenFisca-Core" if way == OPENFISCA else "polars" if way == BY_HAND else "langnghe"),
        "nanos": middle,
        "fast": fast,
        "slow": slow,
        "ratio": ratio,
        "least_ratio": least,
        "most_ratio": most,
        "processor_ratio": spread([mine["processor"] / other["processor"] for mine, other in pairs])[1],
        "memory_mb": max(each["memory_mb"] for each in times),
    }


def main(rows: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = measured(rows, rounds, Path(folder))
    print(save("columns", rounds=rounds, register=rows, rows=found))
    for row in found:
        print(f"{row['name']:30} {row['nanos']:7.0f} ns a row {row['ratio']:6.2f} × {row['memory_mb']:6.0f} MB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(one(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))))
    else:
        given = [int(each) for each in sys.argv[1:]]
        main(*given, *(ROWS, 5)[len(given) :])

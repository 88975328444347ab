"""Reviews a made-up register from Parquet to Parquet, beside a query of the same decision written by hand in Polars.

    python benchmarks/columns.py [ROWS] [FOLDER]

Each runs in a process of its own, in turn; the time a row, the ratio of the medians and the most memory each held are
printed. Both write the same columns, of the same types, and every cell of the two results is compared.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Final

import polars as pl
from columns_by_hand import DAY, by_hand
from columns_register import register

ROWS: Final = 10_000_000
TURNS: Final = 5
MB: Final = 1024  # kilobytes, as the system counts memory


def by_rulebook(path: Path, out: Path) -> None:
    """The command's own way, journal and all."""
    from langnghe.engine.register.mapping import mapping
    from langnghe.engine.register.review import review_register

    account = review_register(path, out, on=DAY, mapping=mapping())
    assert account.read == account.reviewed + account.rejected


WAYS: Final = {"by hand": by_hand, "by rulebook": by_rulebook}


def most_memory() -> float:
    """The most memory this process has held, in kilobytes: ``ru_maxrss`` would begin with what its parent held."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(float(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))


def measured(way: str, path: Path, out: Path) -> dict[str, float]:
    """Run one way in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--one", way, str(path), str(out)], check=True, capture_output=True, text=True
    )
    result: dict[str, float] = json.loads(done.stdout)
    return result


def differences(one: Path, other: Path, *, same_form: bool = True) -> int:
    """Count the cells in which the two results differ, the register's own columns included.

    They must have the same columns of the same types, unless ``one`` may have fewer and in types of its own.
    """
    mine, theirs = pl.scan_parquet(one), pl.scan_parquet(other)
    ours, others = mine.collect_schema(), theirs.collect_schema()
    if same_form:
        assert dict(ours) == dict(others)
    answers = [name for name in ours if name.startswith(("verdict.", "review."))]
    assert len(answers) > 10
    mine = mine.with_columns(pl.col(name).cast(pl.String) for name in answers)
    theirs = theirs.with_columns(pl.col(name).cast(pl.String) for name in answers)
    both = pl.concat([mine, theirs.select(pl.col(name).alias(f"{name}'") for name in ours)], how="horizontal")
    return int(
        both.select(pl.sum_horizontal(pl.col(name).ne_missing(pl.col(f"{name}'")).sum() for name in ours))
        .collect()
        .item()
    )


def main(rows: int, folder: Path) -> None:
    path = folder / f"register-{rows}.parquet"
    if not path.exists():
        register(path, rows)
    outs = {way: folder / f"{way.replace(' ', '-')}.parquet" for way in WAYS}
    taken: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    for turn in range(TURNS):
        for way, out in outs.items():
            result = measured(way, path, out)
            taken[way].append(result)
            print(
                f"{turn + 1}. {way:12} {result['seconds'] / rows * 1e9:7.0f} ns a row "
                f"({result['processor'] / rows * 1e9:.0f} of processor), {result['memory'] / MB:6.0f} MB",
                flush=True,
            )
    for measure in ("seconds", "processor"):
        ours, theirs = ([each[measure] for each in taken[way]] for way in ("by rulebook", "by hand"))
        ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
        print(
            f"{measure}: {median(ours) / median(theirs):.2f} times by hand (turns: {min(ratios):.2f}-{max(ratios):.2f})"
        )
    print(f"differing cells: {differences(outs['by rulebook'], outs['by hand'])}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        started = time.perf_counter()
        WAYS[sys.argv[2]](Path(sys.argv[3]), Path(sys.argv[4]))
        taken = {"seconds": time.perf_counter() - started}
        used = resource.getrusage(resource.RUSAGE_SELF)
        taken |= {"memory": most_memory(), "processor": used.ru_utime + used.ru_stime}
        print(json.dumps(taken))
    else:
        wanted = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
        if len(sys.argv) > 2:
            main(wanted, Path(sys.argv[2]))
        else:
            with tempfile.TemporaryDirectory() as made:
                main(wanted, Path(made))

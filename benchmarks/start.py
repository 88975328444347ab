"""Starting: whole processes of the command, beside a Python that imports what any such command needs.

    python benchmarks/start.py [ROUNDS]

Processes take turns; the yardstick is ``python -c "import click, pydantic"``, of the same interpreter. Modules are
compiled beforehand, as those of an installed program are. Ratios are of the processor's time, which what else runs on
the machine disturbs least; the time that passed is told beside them.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import Final

from measured import VILLAGES
from timing import Timed, save, spread

import langnghe

YARDSTICK: Final = 'python -c "import click, pydantic"'
VILLAGE: Final = VILLAGES / "HY-2022-MAO-CHINH.yaml"

# A dossier of a province that was merged, with a day of receipt: places and holidays have to be known.
MERGED: Final = """\
format: langnghe/dossier/v1
id: GIA-DINH
title: craft_village
proposed_on: 2026-03-02
received_on: 2026-03-03
place: {name: Làng Giả Định, province: Hà Nam, commune: Xã Giả Định}
activities: [4]
households: {total: 596, participating: 323}
production: {stable_since: "2015"}
"""


def commands(folder: Path) -> dict[str, list[str]]:
    """Give what is started, by name."""
    langnghe_command = str(Path(sys.executable).with_name("langnghe"))
    merged, as_json = folder / "merged.yaml", folder / "village.json"
    merged.write_text(MERGED, "utf-8")
    as_json.write_text(langnghe.load(VILLAGE).model_dump_json(exclude_none=True, by_alias=True), "utf-8")
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        YARDSTICK: [sys.executable, "-c", "import click, pydantic"],
        "langnghe --help": [langnghe_command, "--help"],
        "langnghe assess village.yaml": [langnghe_command, "assess", str(VILLAGE)],
        "langnghe assess village.json --format json": [langnghe_command, "assess", str(as_json), "--format", "json"],
        "langnghe assess merged.yaml (places, holidays)": [langnghe_command, "assess", str(merged)],
    }


def run(command: list[str], folder: Path) -> tuple[float, float]:
    """Run one process to its end, from another folder; gives the seconds that passed, and the processor's.

    Raises:
        CalledProcessError: it failed.
    """
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=own_environment(folder))
    passed, after = perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return passed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def own_environment(folder: Path) -> dict[str, str]:
    """Give the environment of what is started: modules are compiled once, into the folder, whoever calls."""
    compiled = {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    return os.environ | {"PYTHONUTF8": "1"} | compiled


def timed(rounds: int) -> dict[str, Timed]:
    """Start everything in turn; the first round, which may still compile modules, does not count."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        started = commands(folder)
        taken: dict[str, list[tuple[float, float]]] = {each: [] for each in started}
        for _ in range(rounds + 1):
            for each, command in started.items():
                taken[each].append(run(command, folder))
    found = {}
    for each, times in taken.items():
        fast, middle, slow = spread([passed for passed, _ in times[1:]])
        mine, other = ([worked for _, worked in taken[name][1:]] for name in (each, YARDSTICK))
        least, ratio, most = spread([one / two for one, two in zip(mine, other, strict=True)])
        found[each] = Timed(middle * 1e6, fast * 1e6, slow * 1e6, ratio, least, most, min(mine) / min(other))
    return found


def main(rounds: int) -> None:
    rows = [{"name": name} | asdict(each) for name, each in timed(rounds).items()]
    print(save("start", rounds=rounds, yardstick=YARDSTICK, rows=rows))
    for row in rows:
        print(f"{row['name']:50} {row['micros'] / 1000:7.0f} ms {row['ratio']:6.2f} ×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)

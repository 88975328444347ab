"""Many dossiers: throughput with one process and with two, and the memory of one process over a million assessments.

    python benchmarks/many.py [ROUNDS] [--assessments NUMBER]

Throughput: processes start together behind a barrier and assess the real villages for a while; one and two take turns.
Hand-written Python is put through the same, which tells what two processes gain on this machine at best. Memory: a
process of its own assesses the villages and made-up dossiers over and over, every twentieth written out with every
reason, and its resident memory is read at intervals.
"""

from __future__ import annotations

import argparse
import gc
import json
import multiprocessing
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any, Final

import plain
from measured import made_up, villages
from timing import save, spread

import langnghe

if TYPE_CHECKING:
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Barrier

SECONDS: Final = 1.5  # that each process works in each round
READINGS: Final = 20
WARM_UP: Final = 5_000  # assessments before memory is read first: rules are compiled, caches filled
STATM: Final = Path("/proc/self/statm")
PAGE: Final = 4096
MB: Final = 2**20

WORK: Final = {
    "langnghe": lambda dossier: langnghe.assess(dossier).outcome,
    "hand-written Python": plain.decide,
}


def work(name: str, together: Barrier, done: Queue[tuple[float, float]]) -> None:
    """Assess for a while, once everyone is ready; tells the rates, by the clock and by the processor's time."""
    dossiers, assess = villages(), WORK[name]
    for dossier in dossiers:
        assess(dossier)
    together.wait()
    started, worked, number = perf_counter(), process_time(), 0
    while (taken := perf_counter() - started) < SECONDS:
        for dossier in dossiers:
            assess(dossier)
        number += len(dossiers)
    done.put((number / taken, number / (process_time() - worked)))


def throughput(name: str, processes: int) -> tuple[float, float]:
    """Give the assessments of so many processes together: a second, and a second of each one's processor time."""
    context = multiprocessing.get_context("spawn")
    together, done = context.Barrier(processes), context.Queue()
    running = [context.Process(target=work, args=(name, together, done)) for _ in range(processes)]
    for each in running:
        each.start()
    rates = [done.get() for _ in running]
    for each in running:
        each.join()
    return sum(rate for rate, _ in rates), sum(rate for _, rate in rates)


def gains(rounds: int) -> dict[str, Any]:
    """Compare two processes with one, in turn."""
    rates: dict[str, dict[int, list[tuple[float, float]]]] = {name: {1: [], 2: []} for name in WORK}
    for _ in range(rounds):
        for name, taken in rates.items():
            for processes, each in taken.items():
                each.append(throughput(name, processes))
    found = {}
    for name, taken in rates.items():
        least, middle, most = spread([two[0] / one[0] for one, two in zip(taken[1], taken[2], strict=True)])
        found[name] = {
            "one": statistics.median(rate for rate, _ in taken[1]),
            "two": statistics.median(rate for rate, _ in taken[2]),
            "gain": middle,
            "least_gain": least,
            "most_gain": most,
            "processor_gain": spread([two[1] / one[1] for one, two in zip(taken[1], taken[2], strict=True)])[1],
        }
    return found


def resident() -> float:
    gc.collect()
    return int(STATM.read_text("ascii").split()[1]) * PAGE / MB


def memory(assessments: int) -> dict[str, Any]:
    """Read the memory of this process at intervals, in MB, and fit what it grows by."""
    dossiers = villages() + made_up(400)

    def assess(first: int, number: int) -> None:
        for index in range(first, first + number):
            result = langnghe.assess(dossiers[index % len(dossiers)])
            if index % 20 == 0:
                result.model_dump_json()

    assess(0, WARM_UP)
    step = max(1, assessments // READINGS)
    readings = [(0, resident())]
    for reading in range(READINGS):
        assess(reading * step, step)
        readings.append(((reading + 1) * step, resident()))
        print(f"{readings[-1][0]:>9,} assessments: {readings[-1][1]:.1f} MB", file=sys.stderr, flush=True)
    line = statistics.linear_regression(*zip(*readings, strict=True))
    return {
        "assessments": READINGS * step,
        "readings": readings,
        "mb_a_million": line.slope * 1e6,
        "grown": readings[-1][1] - readings[0][1],
    }


def memory_of_its_own(assessments: int) -> dict[str, Any]:
    """Measure memory in a process that has done nothing else."""
    command = [sys.executable, __file__, "--only-memory", str(assessments)]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return found


def main(rounds: int, assessments: int) -> None:
    found: dict[str, Any] = {"processes": gains(rounds)}
    for name, each in found["processes"].items():
        print(
            f"{name}: {each['one']:,.0f} a second, with two processes {each['two']:,.0f}: {each['gain']:.2f} × "
            f"({each['processor_gain']:.2f} × by processor time)"
        )
    if STATM.exists():
        found["memory"] = memory_of_its_own(assessments)
        grown, number = found["memory"]["grown"], found["memory"]["assessments"]
        print(f"memory grew by {grown:.1f} MB over {number:,} assessments")
    print(save("many", rounds=rounds, **found))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rounds", nargs="?", type=int, default=7)
    parser.add_argument("--assessments", type=int, default=50_000)
    parser.add_argument("--only-memory", type=int, metavar="ASSESSMENTS", help="measure here, and print it as JSON")
    options = parser.parse_args()
    if options.only_memory:
        print(json.dumps(memory(options.only_memory)))
    else:
        main(options.rounds, options.assessments)

"""Every benchmark, one after another, each in a process of its own; then tables and charts.

    python benchmarks/bench.py [--long] [--publish | --keep-as-before] [--only NAME …]

``--long`` reads memory over a million assessments instead of fifty thousand. ``--publish`` writes
``docs/performance.md``; ``--keep-as-before`` makes what was found the page's «before».
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Final

import report

HERE: Final = Path(__file__).parent
SCRIPTS: Final = {
    "one_dossier": ["one_dossier.py"],
    "where": ["where.py"],
    "start": ["start.py"],
    "many": ["many.py"],
    "growth": ["growth.py"],
    "columns": ["columns_peers.py"],
}
A_MILLION: Final = ["--assessments", "1000000"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--long", action="store_true", help="read memory over a million assessments")
    parser.add_argument("--publish", action="store_true", help="write docs/performance.md, its charts and results")
    parser.add_argument("--keep-as-before", action="store_true", help="keep what was found as the page's «before»")
    parser.add_argument("--only", nargs="*", choices=SCRIPTS, default=list(SCRIPTS), help="the benchmarks to run")
    options = parser.parse_args()
    for name in options.only:
        script, *arguments = SCRIPTS[name] + (A_MILLION if options.long and name == "many" else [])
        print(f"\n== {name}", flush=True)
        started = perf_counter()
        subprocess.run([sys.executable, str(HERE / script), *arguments], check=True)
        print(f"({perf_counter() - started:.0f} s)", flush=True)
    results = report.found()
    if options.keep_as_before:
        report.keep(results, report.BEFORE)
    print()
    report.tell(results)
    if options.publish:
        report.publish(results)


if __name__ == "__main__":
    main()

"""``make trust``: run every proof and write what was measured to ``docs/trust.md``.

Every number on that page comes from the run that wrote it; nothing is carried over from an earlier one.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

import fuzz
import jinja2
import mcdc
import mutation
import practice
import sweep
from guard import SECONDS as GUARD_SECONDS
from hostile import HOSTILE
from mutants import RULES, cited
from readers import PENDING
from scenarios import cases

from langnghe.engine.law.lawcheck import check_law
from langnghe.engine.law.rulebook import installed
from langnghe.engine.problems import InvalidRules

if TYPE_CHECKING:
    from collections.abc import Callable

HERE: Final = Path(__file__).parent
PAGE: Final = HERE.parent / "docs" / "trust.md"
LOGIC: Final = HERE.parent / "tests" / "test_title_logic.py"


def measured(number: int, seed: int, fuzz_seconds: int) -> dict[str, Any]:
    """Run every proof; gives what the page shows."""
    proofs: dict[str, Callable[[], dict[str, Any]]] = {
        "mutants": _mutants,
        "practice": _practice,
        "mcdc": _mcdc,
        "logic": _logic,
        "static": _static,
        "sweep": lambda: _sweep(number, seed),
        "hostile": lambda: _hostile(fuzz_seconds),
    }
    shown: dict[str, Any] = {}
    for name, prove in proofs.items():
        started = perf_counter()
        shown[name] = prove() | {"seconds": round(perf_counter() - started)}
    return shown | {
        "held": all(shown[name]["held"] for name in proofs),
        "today": date.today().isoformat(),  # noqa: DTZ011  the day of whoever writes the page
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "rulebook": installed().identity,
        "scenarios": len(cases()),
        "table": _table,
    }


def _mutants() -> dict[str, Any]:
    results = mutation.tried()
    survivors = [each.told() for each in results if each.fate == "survived"]
    return {
        "table": [mutation.HEADING, *mutation.table(results)],
        "stopped": sum(each.stopped for each in results),
        "survivors": survivors,
        "proofs": [
            f"{each.mutant.words}, ở {cited(each.mutant.place)}: {each.proof}" for each in results if each.proof
        ],
        "held": not survivors,
    }


def _practice() -> dict[str, Any]:
    results = practice.tried()
    survivors = [practice.told(each) for each in results if each.fate == "survived"]
    return {"table": [practice.HEADING, *practice.table(results)], "survivors": survivors, "held": not survivors}


def _hostile(seconds: int) -> dict[str, Any]:
    results = fuzz.all_fuzzed(list(fuzz.READERS), seconds, fuzz.SEED)
    made = {reader: len(names) for reader, names in HOSTILE.items()}
    return {
        "table": fuzz.table(results),
        "findings": list(fuzz.told(results)),
        "each": seconds,
        "made": sum(made.values()),
        "kept": sum(each.kept for each in results),
        "pending": [f"{reader}: {name}: {why}" for reader, names in PENDING.items() for name, why in names.items()],
        "limit": f"{GUARD_SECONDS:.0f} s",
        "held": not any(each.findings for each in results),
    }


def _mcdc() -> dict[str, Any]:
    rows = mcdc.rows()
    gaps = sum(not row.good for row in rows)
    return {"table": [mcdc.HEADING, *(row.cells() for row in rows)], "gaps": gaps, "held": not gaps}


def _logic() -> dict[str, Any]:
    from test_title_logic import TITLES  # in tests/, where `sweep` found its own

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(LOGIC)],
        cwd=LOGIC.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return {
        "combinations": {title: 3 ** len(criteria) for title, criteria in TITLES.items()},
        "result": done.stdout.strip().splitlines()[-1].split(" in ")[0],
        "held": done.returncode == 0,
    }


def _sweep(number: int, seed: int) -> dict[str, Any]:
    swept = sweep.swept(number, seed)
    for difference, tree in swept.differences[: sweep.KEPT]:
        sweep.keep(difference, tree)
    return {
        "dossiers": swept.dossiers,
        "questions": swept.questions,
        "first": seed,
        "last": seed + len(sweep.seeds(number, seed)) - 1,
        "differences": len(swept.differences),
        "kept": len(list(sweep.DIFFERENCES.glob("*.json"))),
        "held": not swept.differences,
    }


def _static() -> dict[str, Any]:
    problems = check_law(RULES)
    return {
        "problems": InvalidRules(problems).lines("en"),
        "rules": len(installed().rules()),
        "provisions": len(installed().provisions()),
        "held": not problems,
    }


def _table(rows: list[list[Any]]) -> str:
    heading, *others = [[str(cell).replace("|", "\\|") for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in [heading, ["---"] * len(heading), *others])


def main() -> int:
    """Write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=sweep.MANY, help="how many dossiers to sweep")
    parser.add_argument("--seed", type=int, default=sweep.SEED, help="the seed of the first batch")
    parser.add_argument("--fuzz-seconds", type=int, default=fuzz.SECONDS, help="how long a reader is fuzzed")
    options = parser.parse_args()
    shown = measured(options.number, options.seed, options.fuzz_seconds)
    template = (HERE / "trust.md.jinja").read_text(encoding="utf-8")
    page = jinja2.Environment(autoescape=False, undefined=jinja2.StrictUndefined).from_string(template).render(shown)  # noqa: S701  Markdown
    PAGE.write_text(page + "\n", encoding="utf-8")
    print(PAGE)
    return int(not shown["held"])


if __name__ == "__main__":
    sys.exit(main())

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
from typing import Any, Final

import mcdc
import mutation
import sweep
from mutants import RULES, cited
from scenarios import cases

from langnghe.engine.lawcheck import check_law
from langnghe.engine.rulebook import installed

ROOT: Final = Path(__file__).parent.parent
PAGE: Final = ROOT / "docs" / "trust.md"
LOGIC: Final = ROOT / "tests" / "test_title_logic.py"

NOT_MUTATED: Final = """\
Left alone, because nothing that is decided rests on it: names, wordings and interpretations; the kinds of evidence that a rule
suggests; earlier law that only explains old titles (`role: explains`); the order in which papers are listed. Not reached by
scenarios, but by tests of their own: provincial overlays (`tests/test_overlays.py`) and cross-checks
(`tests/test_crosschecks.py`). A share knows no *more than* in the vocabulary, so `≥ 20 %` is held by 19 %, 21 % and the scenarios of
exactly 20 %.
"""


def page(number: int, seed: int) -> tuple[str, bool]:
    """Run everything; gives the page, and whether every proof held."""
    parts, held = [], True
    for title, prove in (
        ("Mutants of the law", _mutants),
        ("Every criterion decides by itself (MC/DC)", _mcdc),
        ("The logic of the titles, exhaustively", _logic),
        ("Every opinion on made-up dossiers", lambda: _sweep(number, seed)),
        ("Static checks of the rulebook", _static),
    ):
        started = perf_counter()
        text, good = prove()
        parts.append(f"## {title}\n\n{text}\n\nMeasured in {perf_counter() - started:.0f} s.\n")
        held = held and good
    return f"{_heading(held=held)}\n{chr(10).join(parts)}", held


def _heading(*, held: bool) -> str:
    rulebook = installed().identity
    result = "Every proof held." if held else "**Not every proof held: see below.**"
    return (
        "# What the software was put to, and what came of it\n\n"
        f"Written by `make trust` on {date.today().isoformat()}; every number was measured in that run, on "  # noqa: DTZ011  the page's own day
        f"{os.cpu_count()} cores with Python {platform.python_version()}. Rulebook {rulebook.version}, SHA-256 "
        f"`{rulebook.sha256[:16]}…`; {len(cases())} scenarios. {result}\n"
    )


def _mutants() -> tuple[str, bool]:
    results = mutation.tried()
    survivors = [each for each in results if each.fate == "survived"]
    equivalent = [f"- {each.mutant.words}, ở {cited(each.mutant.place)}: {each.proof}" for each in results if each.proof]
    stopped = sum(each.stopped for each in results)
    text = (
        "The rulebook is changed one step at a time, and only the scenarios are run against each change. The score is the share "
        "found, of the changes that load and decide something differently. "
        f"{stopped} of those found stop a scenario short (no row of a table fits any more); the others give a wrong result.\n\n"
        f"{_table([mutation.HEADING, *mutation.table(results)])}\n\n{NOT_MUTATED}\n"
    )
    if survivors:
        text += "\nNot found:\n\n" + "\n".join(f"- {each.told()}" for each in survivors) + "\n"
    text += (
        f"\n<details><summary>The {len(equivalent)} proved to decide nothing differently, by trying every case</summary>\n\n"
        + "\n".join(equivalent)
        + "\n\n</details>"
    )
    return text, not survivors


def _mcdc() -> tuple[str, bool]:
    rows = mcdc.rows()
    gaps = sum(not row.good for row in rows)
    text = (
        f"{len(rows)} criteria and environmental conditions of the titles, {gaps} gaps. In each row the first two scenarios differ "
        "in that criterion alone and have opposite results; in the third it alone is unknown, and so is the result.\n\n"
        f"<details><summary>The table</summary>\n\n{_table([mcdc.HEADING, *(row.cells() for row in rows)])}\n\n</details>"
    )
    return text, not gaps


def _logic() -> tuple[str, bool]:
    from test_title_logic import TITLES  # in tests/, where `sweep` found its own

    counted = {title: 3 ** len(criteria) for title, criteria in TITLES.items()}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(LOGIC)],
        cwd=ROOT / "tests",
        capture_output=True,
        text=True,
        check=False,
    )
    listed = ", ".join(f"{number:,} of `{title}`" for title, number in counted.items())
    text = (
        f"Every combination of met, not met and unknown ({listed}), as a real dossier each, through both evaluators and the "
        "columns: one outcome each, the one counted by hand. Monotone: what is learnt never turns a decided outcome; a household "
        "that joins never worsens one (every village of up to 60 households); the order of papers never matters (every set of "
        f"the six kinds).\n\n    {done.stdout.strip().splitlines()[-1]}"
    )
    return text, done.returncode == 0


def _sweep(number: int, seed: int) -> tuple[str, bool]:
    swept = sweep.swept(number, seed)
    kept = [sweep.keep(difference, tree).name for difference, tree in swept.differences[:20]]
    text = (
        f"{swept.dossiers:,} dossiers, {swept.questions:,} questions, seeds {seed} to "
        f"{seed + -(-number // sweep.A_BATCH) - 1}: durable-rules, the reference, the columns and the contract written out by "
        f"hand differ on {len(swept.differences)}. Dossiers on which they once differed stand in `fixtures/differences` "
        f"({len(list(sweep.DIFFERENCES.glob('*.json')))})."
    )
    return text, not kept


def _static() -> tuple[str, bool]:
    problems = check_law(RULES)
    text = (
        f"`langnghe law check`: {len(problems)} problems in {len(installed().rules())} rules; the text of "
        f"{len(installed().provisions())} provisions is the stored one."
    )
    return text, not problems


def _table(rows: list[list[Any]]) -> str:
    heading, *others = [[str(cell).replace("|", "\\|") for cell in row] for row in rows]
    lines = [heading, ["---"] * len(heading), *others]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> int:
    """Write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=sweep.MANY, help="how many dossiers to sweep")
    parser.add_argument("--seed", type=int, default=sweep.SEED, help="the seed of the first batch")
    options = parser.parse_args()
    text, held = page(options.number, options.seed)
    PAGE.write_text(text, encoding="utf-8")
    print(PAGE)
    return int(not held)


if __name__ == "__main__":
    sys.exit(main())

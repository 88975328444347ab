"""What the benchmarks found, as tables and charts in ``build/bench/``, and as ``docs/performance.md``.

    python benchmarks/report.py             tables and charts of the last run
    python benchmarks/report.py --publish   and keep its results, and write the page of them
    python benchmarks/report.py --again     write the page anew from the results kept, after a change of its words

Every number comes from the JSON that the benchmarks wrote; none is typed in.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import jinja2
from measured import ROOT
from one_dossier import FINDINGS, FLOOR, IN_AND_OUT, JSON, OUTCOME
from timing import RESULTS

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE: Final = Path(__file__).parent
PAGE: Final = ROOT / "docs" / "performance.md"
PICTURES: Final = ROOT / "docs" / "hinh"
PUBLISHED: Final = HERE / "published.json"  # what the page shows; tests/test_performance_guard.py holds it
BEFORE: Final = HERE / "before.json"  # the same, measured before the engine was rebuilt for speed
SECTIONS: Final = ("one_dossier", "where", "start", "many", "growth", "columns")

FLAT: Final = 8.0  # MB that a process may grow by over all its assessments, as in tests/test_threads.py


def found(folder: Path = RESULTS) -> dict[str, Any]:
    """Read what each benchmark wrote.

    Raises:
        FileNotFoundError: naming the benchmark that has not been run.
    """
    return {name: json.loads((folder / f"{name}.json").read_text("utf-8")) for name in SECTIONS}


def targets(results: dict[str, Any]) -> list[dict[str, Any]]:
    """Hold what was measured against what the project set itself."""
    ratio = {row["name"]: row["ratio"] for row in results["one_dossier"]["rows"]}
    columns = {row["name"].split(",")[0]: row["ratio"] for row in results["columns"]["rows"]}
    many, growth = results["many"], results["growth"]
    two = many["processes"]["langnghe"]
    zen, cel = (
        {name: ratio[OUTCOME] / of for name, of in ratio.items() if name.startswith(peer)} for peer in ("zen-", "CEL")
    )
    held = [
        *(_at_most(f"outcome, twice decided, beside {name}", "at most half", each, 0.5) for name, each in zen.items()),
        *(_at_most(f"outcome, twice decided, beside {name}", "no slower", each, 1) for name, each in cel.items()),
        _at_most(
            "JSON in, JSON with every reason out, beside the outcome", "at most 1.5", ratio[JSON] / ratio[OUTCOME], 1.5
        ),
        _at_least("two processes beside one, by the clock", "at least 1.8", two["gain"], 1.8),
        _at_least("two processes beside one, by processor time", "at least 1.8", two["processor_gain"], 1.8),
        *(
            _at_most(f"exponent of the growth with {what}, {where}", "linear: at most 1.1", growth[what][key], 1.1)
            for what in ("crafts", "rules")
            for key, where in (("exponent", "fitted"), ("last_exponent", "last step"))
        ),
        _at_most("columns, beside Polars by hand", "at most 1.5", columns["langnghe"], 1.5),
        _at_least("OpenFisca-Core beside columns", "at least 10", columns["OpenFisca-Core"] / columns["langnghe"], 10),
    ]
    if "memory" in many:
        number = many["memory"]["assessments"]
        held.append(
            _at_most(
                f"memory grown over {number:,} assessments, MB",
                f"flat: at most {FLAT:.0f}",
                many["memory"]["grown"],
                FLAT,
            )
        )
    return held


def _at_most(what: str, wanted: str, value: float, limit: float) -> dict[str, Any]:
    return {"what": what, "wanted": wanted, "value": value, "reached": value <= limit}


def _at_least(what: str, wanted: str, value: float, limit: float) -> dict[str, Any]:
    return {"what": what, "wanted": wanted, "value": value, "reached": value >= limit}


def drawn(results: dict[str, Any], folder: Path) -> None:
    """Draw every chart into a folder."""
    import charts  # deferred: the page alone can be written without matplotlib

    one, growth = results["one_dossier"]["rows"], results["growth"]
    charts.bars(one, FLOOR, folder / "toc-do-mot-ho-so.svg")
    charts.growth(
        {"outcome": growth["crafts"], "JSON with every reason": growth["crafts_json"]},
        "crafts of the village",
        folder / "toc-do-so-nghe.svg",
    )
    charts.growth(
        {"outcome": growth["rules"]}, "made-up criteria added to the rulebook", folder / "toc-do-so-quy-tac.svg"
    )
    if "memory" in results["many"]:
        charts.memory(results["many"]["memory"]["readings"], folder / "bo-nho.svg")


def table(rows: Iterable[Iterable[Any]]) -> str:
    """Write rows, the first one the heading, as a Markdown table; all but the first column to the right."""
    heading, *others = [[str(cell).replace("|", "\\|") for cell in row] for row in rows]
    rule = ["---", *["---:"] * (len(heading) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [heading, rule, *others])


def figure(value: float) -> str:
    """Write a number with three figures: 0.463, 12.3, 1,650."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}" if value < 10 else f"{value:.1f}"


def one_dossier(results: dict[str, Any]) -> list[list[str]]:
    """Give the table of one dossier, fastest first."""
    rows = sorted(results["one_dossier"]["rows"], key=lambda row: row["ratio"])
    return [
        ["", "version", "µs a dossier", "middle 80 %", f"× {FLOOR}"],
        *(
            [
                f"**{row['name']}**" if row["name"].startswith("langnghe") else row["name"],
                row["version"],
                figure(row["micros"]),
                f"{figure(row['fast'])} – {figure(row['slow'])}",
                figure(row["ratio"]),
            ]
            for row in rows
        ),
    ]


def compared(results: dict[str, Any], before: dict[str, Any]) -> list[list[str]]:
    """Give what langnghe took before and takes now, as ratios of each run: of its fastest round where that is told."""
    rows = [["", "before", "now", "times faster"]]
    for section, ours in (("one_dossier", "langnghe, "), ("start", "langnghe "), ("columns", "langnghe")):
        then, now = (
            {row["name"]: row.get("best_ratio", row["ratio"]) for row in of[section]["rows"]}
            for of in (before, results)
        )
        rows += [
            [name, figure(then[name]), figure(now[name]), figure(then[name] / now[name])]
            for name in now
            if name.startswith(ours) and name in then
        ]
    return rows


def shares(now: dict[str, float], then: dict[str, float]) -> list[list[str]]:
    """Give the modules that take the most time now or took it before."""
    names = sorted({*list(now)[:8], *list(then)[:8]}, key=lambda name: (-now.get(name, 0), name))
    return [
        ["module", "before", "now"],
        *([f"`{each}`", *(f"{of.get(each, 0):.0%}" for of in (then, now))] for each in names),
    ]


def page(results: dict[str, Any], pictures: str) -> str:
    """Fill in the page; ``pictures`` is the folder of the charts as the page sees it."""
    before = json.loads(BEFORE.read_text("utf-8"))
    environment = jinja2.Environment(autoescape=False, undefined=jinja2.StrictUndefined, trim_blocks=True)  # noqa: S701  Markdown
    template = environment.from_string((HERE / "performance.md.jinja").read_text("utf-8"))
    filled = template.render(
        results,
        before=before,
        targets=targets(results),
        table=table,
        figure=figure,
        one_dossier_table=one_dossier(results),
        compared=compared(results, before),
        shares={task: shares(results["where"][task], before["where"][task]) for task in ("outcome", "json")},
        machine=results["one_dossier"]["machine"],
        notes={row["name"]: row["note"] for row in results["one_dossier"]["rows"] if row["note"]},
        micros={row["name"]: row["micros"] for row in results["one_dossier"]["rows"]},
        fisca={row["name"].split(",")[0]: row["ratio"] for row in results["columns"]["rows"]}["OpenFisca-Core"],
        OUTCOME=OUTCOME,
        FINDINGS=FINDINGS,
        JSON=JSON,
        IN_AND_OUT=IN_AND_OUT,
        pictures=pictures,
    )
    return filled.rstrip() + "\n"


def tell(results: dict[str, Any]) -> None:
    """Write tables and charts of a run beside its results, and print what was aimed at."""
    drawn(results, RESULTS)
    (RESULTS / "performance.md").write_text(page(results, "."), "utf-8")
    with (RESULTS / "one_dossier.csv").open("w", encoding="utf-8", newline="") as file:
        rows = results["one_dossier"]["rows"]
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    for each in targets(results):
        verdict = "reached" if each["reached"] else "NOT reached"
        print(f"{each['what']}: {figure(each['value'])} ({each['wanted']}): {verdict}")
    print(RESULTS / "performance.md")


def publish(results: dict[str, Any]) -> None:
    """Write ``docs/performance.md`` and its charts, and keep the results."""
    keep(results, PUBLISHED)
    drawn(results, PICTURES)
    PAGE.write_text(page(results, "hinh"), "utf-8")
    print(PAGE)


def keep(results: dict[str, Any], path: Path) -> None:
    path.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    if "--again" in sys.argv[1:]:
        publish(json.loads(PUBLISHED.read_text("utf-8")))
    else:
        tell(found())
        if "--publish" in sys.argv[1:]:
            publish(found())

"""Reviews a made-up register from Parquet to Parquet, beside a query of the same decision written by hand in Polars.

    python benchmarks/columns.py [ROWS] [FOLDER]
    python benchmarks/columns.py --stages REGISTER.parquet    processor time of each stage of the review

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
from datetime import date
from pathlib import Path
from statistics import median
from typing import Final

import polars as pl

DAY: Final = date(2024, 11, 14)
ROWS: Final = 10_000_000
TURNS: Final = 5
A_PART: Final = 500_000
MB: Final = 1024  # kilobytes, as the system counts memory


def a_part(number: int, rows: int) -> pl.DataFrame:
    """Made-up rows: all three titles, every value sometimes unknown, counts and dates sometimes bounded."""
    seed = iter(range(number * 1000, number * 1000 + 1000))
    index = pl.int_range(number * A_PART, number * A_PART + rows, dtype=pl.UInt64, eager=True)

    def draw(among: int) -> pl.Series:
        return (index.hash(next(seed)) % among).cast(pl.Int64)

    def some(values: pl.Series) -> pl.Series:
        return pl.select(pl.when(draw(8) > 0).then(values)).to_series()

    def yes() -> pl.Series:
        return some(draw(6) > 0)

    def choice(*words: str) -> pl.Series:
        return some(draw(len(words)).replace_strict(list(range(len(words))), list(words), return_dtype=pl.String))

    def days(first: int, among: int) -> tuple[pl.Series, pl.Series]:
        begins = some((draw(among) + first).cast(pl.Int32).cast(pl.Date))
        ends = pl.select(
            pl.when(draw(10) > 0).then(begins + pl.duration(days=draw(400) * (draw(3) == 0).cast(pl.Int64)))
        ).to_series()
        return begins, ends

    total = draw(1500) + 50
    part = total * (draw(400) + 100) // 1000
    columns = {
        "id": index.cast(pl.String),
        "place.name": "Làng " + index.cast(pl.String),
        "place.commune": "Xã " + draw(500).cast(pl.String),
        "titles_held.title": draw(10).replace_strict(
            list(range(10)), ["craft_village"] * 6 + ["traditional_craft_village"] * 3 + ["traditional_craft"]
        ),
        "households.total.low": total,
        "households.total.high": some(total + (draw(3) == 0).cast(pl.Int64) * 20),
        "households.participating.low": part,
        "households.participating.high": some(part),
        "activities": yes(),
        "crafts.name": pl.Series(["Nghề thử"]).new_from_index(0, rows),
        "environment.plan": yes(),
        "environment.plan.approved_by": choice("district", "province", "commune"),
        "environment.central_treatment": choice("none", "compliant", "non_compliant"),
        "environment.solid_waste_treatment": choice("none", "compliant", "non_compliant"),
        **{
            f"environment.{name}": yes()
            for name in ("self_management_group", "wastewater_collection", "solid_waste_point", "solid_waste_transport")
        },
        **{f"crafts.{name}": yes() for name in ("still_developing", "cultural_identity", "artisans", "village_name")},
        "titles_held.conformed_in_2018": yes(),
        "titles_held.remedy": draw(6) == 0,
    }
    for name, first, among in (
        ("production.stable_since", 11_000, 9_500),
        ("environment.plan.approved_on", 15_000, 5_500),
        ("crafts.practised_since", -40_000, 45_000),
        ("titles_held.decided_on", 12_000, 7_500),
    ):
        columns[f"{name}.first"], columns[f"{name}.last"] = days(first, among)
    return pl.DataFrame(columns)


def register(path: Path, rows: int) -> None:
    """Write the register, a part at a time."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        parts = []
        for number in range(-(-rows // A_PART)):
            parts.append(Path(folder) / f"{number:04}.parquet")
            a_part(number, min(A_PART, rows - number * A_PART)).write_parquet(parts[-1])
        pl.scan_parquet(parts).sink_parquet(path, row_group_size=131_072)


def by_hand(path: Path, out: Path) -> None:
    """The decision written out for this one day, as someone who knows the Decree would in Polars."""
    col, when, unknown = pl.col, pl.when, pl.lit(None, dtype=pl.Boolean)
    low, high = col("households.participating.low"), col("households.participating.high")
    fewest, most = col("households.total.low"), col("households.total.high")
    enough = when(low * 100 >= most * 20).then(True).when(high * 100 < fewest * 20).then(False)

    def by(field: str, last: date) -> pl.Expr:
        return when(col(f"{field}.last") <= last).then(True).when(col(f"{field}.first") > last).then(False)

    approved, authority = "environment.plan.approved_on", col("environment.plan.approved_by")
    has_approval = (
        col(f"{approved}.first").is_not_null() | col(f"{approved}.last").is_not_null() | authority.is_not_null()
    )
    has_plan = col("environment.plan").fill_null(when(has_approval).then(True))
    competent = (
        ((authority == "district") & (col(f"{approved}.last") <= date(2025, 6, 30)))
        | ((authority == "province") & (col(f"{approved}.first") >= date(2025, 7, 1)))
        | unknown
    )
    plan = has_plan & when(has_plan).then(by(approved, DAY) & competent)
    central, treatment = col("environment.central_treatment"), col("environment.solid_waste_treatment")
    first = {
        "craft.age": by("crafts.practised_since", date(1974, 11, 13)),
        "craft.developing": col("crafts.still_developing"),
        "craft.identity": col("crafts.cultural_identity"),
        "craft.association": col("crafts.artisans") | col("crafts.village_name"),
        "environment.plan": plan,
        "environment.self_management": col("environment.self_management_group"),
        "environment.solid_waste": col("environment.solid_waste_point")
        & ((treatment == "compliant") | col("environment.solid_waste_transport")),
        "environment.wastewater": col("environment.wastewater_collection")
        & ((central == "none") | (central == "compliant")),
        "village.activity": col("activities"),
        "village.households": enough,
        "village.stability": by("production.stable_since", date(2022, 11, 14)),
    }
    has_craft = col("crafts.name").is_not_null()
    c = {
        name: col(f"|{name}")
        for name in (*first, "craft.traditional", "village.environment", "craft_village", "village.traditional_craft")
    }
    second = {
        "craft.traditional": c["craft.age"] & c["craft.developing"] & c["craft.identity"] & c["craft.association"],
        "village.environment": c["environment.plan"]
        & c["environment.self_management"]
        & c["environment.solid_waste"]
        & c["environment.wastewater"],
    }
    third = {
        "craft_village": c["village.activity"]
        & c["village.households"]
        & c["village.stability"]
        & c["village.environment"],
        "village.traditional_craft": when(has_craft).then(c["craft.traditional"]),
        "traditional_craft": c["village.activity"] & when(has_craft).then(c["craft.traditional"]),
    }
    fourth = {"traditional_craft_village": c["craft_village"] & c["village.traditional_craft"]}
    title = col("titles_held.title")
    old = when(col("titles_held.decided_on.last") < date(2018, 6, 1)).then(True)
    conformed, remedy = col("titles_held.conformed_in_2018"), col("titles_held.remedy")
    never = old.fill_null(False) & ~conformed.fill_null(True) & ~remedy
    verdict = (
        when(title == "craft_village")
        .then(col("|craft_village"))
        .when(title == "traditional_craft_village")
        .then(col("|traditional_craft_village"))
        .otherwise(col("|traditional_craft"))
    )
    of_craft, of_village = title != "craft_village", title != "traditional_craft"
    asked = {
        **dict.fromkeys(
            ("craft.age", "craft.association", "craft.developing", "craft.identity", "craft.traditional"), of_craft
        ),
        **dict.fromkeys(
            ("environment.plan", "environment.self_management", "environment.solid_waste", "environment.wastewater"),
            of_village,
        ),
        **dict.fromkeys(("village.environment", "village.households", "village.stability"), of_village),
        "village.activity": pl.lit(True),
        "craft_village": of_village,
        "traditional_craft": title == "traditional_craft",
        "traditional_craft_village": title == "traditional_craft_village",
        "village.traditional_craft": title == "traditional_craft_village",
    }
    begins, ends = col("titles_held.decided_on.first"), col("titles_held.decided_on.last")
    perhaps_old = (begins < date(2018, 6, 1)).fill_null(ends.is_not_null()) & ~(ends < date(2018, 6, 1)).fill_null(
        False
    )
    notes = {
        "old_title_date_uncertain": ~col("|title") & perhaps_old & ~conformed.fill_null(False) & ~remedy,
        "old_title_conformity_unknown": ~col("|title") & old & conformed.is_null(),
        "old_title_never_conformed": col("|title").is_null() & old & ~conformed & ~remedy,
        "craft_village_anew": (title == "traditional_craft_village")
        & ~c["village.traditional_craft"]
        & c["craft_village"].fill_null(True),
    }
    verdicts, outcomes = (
        pl.Enum(["not_met", "met", "undetermined"]),
        pl.Enum(["remedy", "propose_revocation", "keep", "undetermined"]),
    )
    (
        pl.scan_parquet(path)
        .with_columns(expr.alias(f"|{name}") for name, expr in first.items())
        .with_columns(expr.alias(f"|{name}") for name, expr in second.items())
        .with_columns(expr.alias(f"|{name}") for name, expr in third.items())
        .with_columns(expr.alias(f"|{name}") for name, expr in fourth.items())
        .with_columns(verdict.alias("|title"))
        .with_columns(
            when(~col("|title") & never)
            .then(pl.lit(0, dtype=pl.UInt8))
            .when(~col("|title"))
            .then(pl.lit(1, dtype=pl.UInt8))
            .when(col("|title"))
            .then(pl.lit(2, dtype=pl.UInt8))
            .otherwise(pl.lit(3, dtype=pl.UInt8))
            .cat.to(outcomes)
            .alias("review.outcome"),
            *(said.fill_null(False).alias(f"note.{name}") for name, said in notes.items()),
            *(
                when(applies)
                .then(col(f"|{name}").cast(pl.UInt8).fill_null(2))
                .cat.to(verdicts)
                .alias(f"verdict.{name}")
                for name, applies in asked.items()
            ),
        )
        .select(pl.exclude(r"^\|.*$"))
        .sink_parquet(out)
    )


def by_rulebook(path: Path, out: Path) -> None:
    """The command's own way, journal and all."""
    from langnghe.engine.register.mapping import mapping
    from langnghe.engine.register.review import review_register

    account = review_register(path, out, on=DAY, mapping=mapping())
    assert account.read == account.reviewed + account.rejected


def stages(path: Path) -> None:
    """Where the time of a review goes: each stage of every batch, one after the other."""
    from langnghe.engine.columns.answers import answers, titles_enum
    from langnghe.engine.columns.names import TITLE
    from langnghe.engine.columns.question import question
    from langnghe.engine.law.rulebook import installed
    from langnghe.engine.register.mapping import mapping
    from langnghe.engine.register.outputs import FORMS
    from langnghe.engine.register.rows import facts_of
    from langnghe.engine.register.sources import open_register
    from langnghe.engine.register.summary import counted

    register, asked = open_register(path, mapping()), question(installed().law_on(DAY), "review", DAY)
    targets, form = mapping().recognised(register.headings), FORMS[".parquet"]
    taken: dict[str, float] = {}
    rows = 0
    begun = time.process_time()

    def done(stage: str) -> None:
        nonlocal begun
        taken[stage] = taken.get(stage, 0.0) + time.process_time() - begun
        begun = time.process_time()

    for batch in register.batches(0, "vi"):
        done("read")
        facts = facts_of(batch.rows, targets, mapping(), "vi", flat=True).frame
        facts = facts.with_columns(pl.col(TITLE).cast(titles_enum(asked)))
        done("facts")
        said = answers(asked, facts, facts[TITLE])
        done("verdicts")
        counted(facts, said)
        done("counts")
        form.part(pl.concat([batch.rows, said], how="horizontal"), first=True)
        done("written")
        rows += batch.rows.height
    for stage, seconds in taken.items():
        print(f"{stage:10} {seconds / rows * 1e9:6.0f} ns a row of processor")


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
    elif sys.argv[1:2] == ["--stages"]:
        stages(Path(sys.argv[2]))
    else:
        wanted = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
        if len(sys.argv) > 2:
            main(wanted, Path(sys.argv[2]))
        else:
            with tempfile.TemporaryDirectory() as made:
                main(wanted, Path(made))

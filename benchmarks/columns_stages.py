"""Where the processor time of a register's review goes: each stage of every batch, one after the other.

python benchmarks/columns_stages.py REGISTER.parquet
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import polars as pl
from columns_by_hand import DAY


def stages(path: Path) -> None:
    """Review a register and print what each stage took."""
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


if __name__ == "__main__":
    stages(Path(sys.argv[1]))

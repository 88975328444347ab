"""The recipe of docs/so-lon-spark.md, run word for word on Spark in local mode, beside the same rows on one machine."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl
import pytest
from registers import a_long_register, reviewed

if TYPE_CHECKING:
    import pyarrow as pa

RECIPE: Final = Path(__file__).parent.parent / "docs" / "so-lon-spark.md"
DAY: Final = date(2024, 11, 14)
ROWS: Final = 3_000

pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="pyspark is not installed: make spark"),
]


def a_register(folder: Path) -> Path:
    """Made-up rows in Parquet, some of which cannot be read; several row groups, so that there are several tasks."""
    source = a_long_register(folder, ROWS)
    rows = pl.read_csv(source, infer_schema=False).with_columns(
        pl.int_range(pl.len()).alias("id"),
        pl.lit("15XX").alias("crafts.1.practised_since"),
        pl.when(pl.int_range(pl.len()) % 3 == 0).then(pl.lit("Nghề mới")).alias("crafts.2.name"),
    )
    path = folder / "so.parquet"
    rows.write_parquet(path, row_group_size=500)
    return path


def as_bytes(table: pa.Table, schema: pa.Schema) -> bytes:
    """A table as one batch of Arrow, in the order of the rows' ids."""
    import pyarrow as pa

    (batch,) = table.select(schema.names).cast(schema).sort_by("id").combine_chunks().to_batches()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, schema) as writer:
        writer.write_batch(batch)
    return bytes(sink.getvalue())


def on_one_machine(path: Path) -> pa.Table:
    import pyarrow as pa
    from pyarrow import parquet

    from langnghe.engine.register.arrow import review_batches

    return pa.Table.from_batches(review_batches(parquet.read_table(path).to_batches(), on=DAY))


def test_batches_of_any_size_give_the_same_bytes(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    from langnghe.engine.register.arrow import review_batches, reviewed_schema

    table = parquet.read_table(a_register(tmp_path))
    schema = reviewed_schema(table.schema, on=DAY)
    whole, small = (
        pa.Table.from_batches(review_batches(table.to_batches(max_chunksize=size), on=DAY)) for size in (ROWS, 7)
    )
    assert whole.schema == schema
    assert as_bytes(whole, schema) == as_bytes(small, schema)


def test_the_arrow_function_says_what_the_command_says(tmp_path: Path) -> None:
    path = a_register(tmp_path)
    account = reviewed(path, tmp_path / "o.parquet")
    found = pl.DataFrame(on_one_machine(path))
    good = found.filter(pl.col("review.unreadable").is_null())
    assert (found.height, good.height) == (account.read, account.reviewed)
    assert 0 < account.rejected < ROWS
    written = pl.read_parquet(tmp_path / "o.parquet").cast({pl.Enum: pl.String, pl.List(pl.Enum): pl.List(pl.String)})
    assert good.drop("review.unreadable").equals(written)


@pytest.mark.skipif(shutil.which("java") is None, reason="there is no Java: Spark cannot start")
def test_the_recipe_on_spark_gives_the_bytes_of_one_machine(tmp_path: Path) -> None:
    from pyarrow import parquet

    path = a_register(tmp_path)
    (recipe,) = re.findall(r"```python\n(.*?)```", RECIPE.read_text("utf-8"), re.DOTALL)
    surroundings = os.environ | {
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        # Small batches and small tasks, so that there are many of both.
        "PYSPARK_SUBMIT_ARGS": "--master local[2] --conf spark.ui.enabled=false "
        "--conf spark.sql.execution.arrow.maxRecordsPerBatch=128 --conf spark.sql.files.maxPartitionBytes=16384 "
        "pyspark-shell",
    }
    done = subprocess.run(
        [sys.executable, "-c", recipe], cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    written = list((tmp_path / "ket-qua.parquet").glob("*.parquet"))
    assert len(written) > 1
    there = parquet.read_table(tmp_path / "ket-qua.parquet")
    here = on_one_machine(path)
    assert there.num_rows == ROWS
    assert as_bytes(there, here.schema) == as_bytes(here, here.schema)

"""Inputs that each reader can read: what the fuzzers change."""

from __future__ import annotations

import io
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from taking import again, run

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).resolve().parent.parent


def files(*patterns: str) -> Callable[[], list[bytes]]:
    return lambda: [path.read_bytes() for pattern in patterns for path in sorted(ROOT.glob(pattern))]


def as_json() -> list[bytes]:
    import langnghe

    return [again(langnghe.load(path)) for path in sorted(ROOT.glob("fixtures/villages/*.yaml"))]


def workbooks() -> list[bytes]:
    import langnghe
    from langnghe.engine.workbook.writer import workbook

    villages = sorted(ROOT.glob("fixtures/villages/*.yaml"))[::24]
    return [*files("fixtures/workbooks/l*.xlsx")(), *(workbook(langnghe.load(path)) for path in villages)]


def logs() -> list[bytes]:
    villages = sorted(ROOT.glob("fixtures/villages/*.yaml"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "nhat-ky.jsonl"
        run(["assess", *map(str, villages[:2]), "--record", str(path)])
        run(["review", str(ROOT / "fixtures/villages/HNAM-2021-BEO.yaml"), "--on", "2024-11-14", "--record", str(path)])
        return [path.read_bytes()]


_REGISTER: Final = "fixtures/registers/ha-nam-2021.csv"


@cache
def _rows() -> Any:
    import polars as pl

    return pl.read_csv(ROOT / _REGISTER, infer_schema=False).head(12)


def csv() -> list[bytes]:
    lines = (ROOT / _REGISTER).read_bytes().splitlines(keepends=True)
    return [b"".join(lines[:8]), _rows().write_csv(separator=";").encode()]


def ndjson() -> list[bytes]:
    nested = (
        '{"place":{"name":"Mão Chinh","province":"Hưng Yên"},"titles_held":{"title":"craft_village",'
        '"decided_on":"2022"},"households":{"total":596,"participating":323},"crafts":[{"name":"Mộc","practised_since":"15XX"}]}\n'
    )
    return [_rows().write_ndjson().encode(), nested.encode() * 2]


def parquet() -> list[bytes]:
    import polars as pl

    typed = pl.DataFrame({"Tên làng nghề": ["Chều"], "Danh hiệu": ["làng nghề"], "Tỉnh": ["Hà Nam"]}).with_columns(
        pl.lit(100).alias("households.total"),
        pl.date(2020, 1, 2).alias("Ngày công nhận"),
        pl.lit(value=True).alias("x"),
    )
    made = []
    for frame, packing in ((_rows(), "uncompressed"), (typed, "uncompressed"), (_rows(), "zstd")):
        into = io.BytesIO()
        frame.write_parquet(into, compression=packing)
        made.append(into.getvalue())
    return made


def sheets() -> list[bytes]:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.append(_rows().columns)
    for row in _rows().rows():
        sheet.append(row)
    into = io.BytesIO()
    book.save(into)
    return [into.getvalue()]


def mappings() -> list[bytes]:
    own = "format: langnghe/columns/v1\ncolumns: {place.name: [Làng], households.total: Số hộ}\n"
    words = "values: {titles_held.title: {LN: craft_village}}\nconstants: {place.province: Hà Nam}\n"
    return [(own + words).encode(), (ROOT / "engine" / "register" / "headings.yaml").read_bytes()]

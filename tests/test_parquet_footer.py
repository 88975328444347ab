"""Parquet files behind one another in a file are one file once they have one footer."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from langnghe.engine.register.parquet_footer import footer_of, join
from langnghe.engine.register.thrift import (
    BINARY,
    BYTE,
    DOUBLE,
    FALSE,
    I16,
    I32,
    I64,
    LIST,
    STRUCT,
    TRUE,
    read_structure,
    write_structure,
)

if TYPE_CHECKING:
    from pathlib import Path

VERDICTS: Final = pl.Enum(["not_met", "met", "undetermined"])


def rows(number: int, seed: int) -> pl.DataFrame:
    """Columns of every kind that a reviewed register has."""
    index = pl.int_range(number, eager=True) + seed
    return pl.DataFrame(
        {
            "name": "Làng " + index.cast(pl.String),
            "count": index,
            "day": [date(2001, 1, 1 + each % 28) if each % 3 else None for each in index],
            "known": [None if each % 3 == 0 else each % 2 == 0 for each in index],
            "verdict": pl.Series([VERDICTS.categories[each % 3] for each in index], dtype=VERDICTS),
            "crafts": pl.Series(
                [[VERDICTS.categories[each % 3]] * (each % 3) for each in index], dtype=pl.List(VERDICTS)
            ),
        },
        schema_overrides={"day": pl.Date, "known": pl.Boolean},
    )


def joined(path: Path, parts: list[pl.DataFrame], **options: Any) -> Path:
    with path.open("w+b") as file:
        ends = []
        for part in parts:
            made = io.BytesIO()
            part.write_parquet(made, **options)
            file.write(made.getvalue())
            ends.append(file.tell())
        join(file, ends)
    return path


@pytest.mark.parametrize("sizes", [(1,), (5, 3), (0, 4, 0, 1), (0,), (700, 700, 1)])
def test_the_rows_of_all_parts_are_found_in_order(tmp_path: Path, sizes: tuple[int, ...]) -> None:
    parts = [rows(size, 1000 * index) for index, size in enumerate(sizes)]
    path = joined(tmp_path / "all.parquet", parts, row_group_size=300)
    found = pl.read_parquet(path)
    assert found.schema == parts[0].schema
    assert found.equals(pl.concat(parts))
    assert pl.scan_parquet(path).select(pl.len()).collect().item() == sum(sizes)


def test_statistics_still_belong_to_their_rows(tmp_path: Path) -> None:
    """A reader that skips row groups by their least and greatest value skips the right ones."""
    path = joined(tmp_path / "all.parquet", [rows(200, 1000 * part) for part in range(40)], row_group_size=50)
    found = pl.scan_parquet(path).filter(pl.col("count").is_between(20_010, 20_012)).collect()
    assert found["name"].to_list() == ["Làng 20010", "Làng 20011", "Làng 20012"]


def places(footer: dict[int, Any]) -> list[dict[int, int]]:
    """What a footer says of places in the file, by field number: of each row group, column and its pages."""
    found = []
    for group in footer[4][1][1]:
        found.append({number: group[number][1] for number in (5,) if number in group})
        for column in group[1][1][1]:
            pages = column[3][1]
            found.append({number: column[number][1] for number in (2, 4, 6) if number in column})
            found.append({number: pages[number][1] for number in (9, 10, 11, 14) if number in pages})
    return found


def test_every_place_is_moved_and_no_row_group_has_a_number(tmp_path: Path) -> None:
    """Also those that Polars does not read by: another reader may."""
    parts = [rows(200, 0), rows(300, 1000)]
    alone = joined(tmp_path / "one.parquet", parts[1:], row_group_size=50)
    first = joined(tmp_path / "first.parquet", parts[:1], row_group_size=50)
    both = joined(tmp_path / "all.parquet", parts, row_group_size=50)
    made = io.BytesIO()
    parts[0].write_parquet(made, row_group_size=50)
    by = len(made.getvalue())
    moved = [{field: place and place + by for field, place in each.items()} for each in places(footer(alone))]
    assert places(footer(both)) == places(footer(first)) + moved
    assert sum(len(each) for each in moved) > 50
    assert all(7 not in group for group in footer(both)[4][1][1])


def footer(path: Path) -> dict[int, Any]:
    with path.open("rb") as file:
        return footer_of(file, path.stat().st_size)


def test_parts_with_other_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="columns differ"):
        joined(tmp_path / "all.parquet", [rows(3, 0), rows(3, 0).drop("day")])


def test_what_is_no_parquet_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "all.parquet"
    path.write_bytes(b"PAR1 and so on, nothing more")
    with path.open("r+b") as file, pytest.raises(ValueError, match="no Parquet file"):
        join(file, [20])


VALUES: Final = st.recursive(
    st.one_of(
        st.tuples(st.sampled_from([I16, I32, I64]), st.integers(-(2**63), 2**63 - 1)),
        st.tuples(st.just(BINARY), st.binary(max_size=300)),
        st.tuples(st.just(BYTE), st.integers(0, 255)),
        st.tuples(st.just(DOUBLE), st.binary(min_size=8, max_size=8)),
        st.sampled_from([(TRUE, True), (FALSE, False)]),
    ),
    lambda inner: st.one_of(
        st.dictionaries(st.integers(1, 400), inner, max_size=20).map(lambda it: (STRUCT, dict(sorted(it.items())))),
        st.lists(st.integers(-9, 2**40), max_size=40).map(lambda items: (LIST, (I64, items))),
    ),
    max_leaves=30,
)


@given(st.dictionaries(st.integers(1, 400), VALUES, max_size=30).map(lambda it: dict(sorted(it.items()))))
def test_structures_are_written_as_they_were_read(structure: dict[int, Any]) -> None:
    assert read_structure(write_structure(structure)) == structure


@given(st.binary(max_size=200))
def test_bytes_that_are_no_structure_are_refused_or_read(data: bytes) -> None:
    try:
        read_structure(data)
    except ValueError:
        return

"""A Parquet file whose pages cannot be what they say they are is refused before the library believes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl
import pytest

from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.register.parquet_footer import footer_of
from langnghe.engine.register.parquet_pages import check_pages
from langnghe.engine.register.thrift import read_first, read_structure, write_structure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROWS: Final = pl.DataFrame(
    {
        "id": range(900),
        "name": [f"Làng {number % 40}" for number in range(900)],
        "unknown": [None] * 900,
        "known": [None if number % 3 else number % 2 == 0 for number in range(900)],
        "crafts": [["Mộc"] * (number % 4) for number in range(900)],
        "long": ["dài " * (2000 if number == 7 else 1) for number in range(900)],
    }
)


def written(tmp_path: Path, rows: pl.DataFrame = ROWS, **options: Any) -> Path:
    path = tmp_path / "sổ.parquet"
    rows.write_parquet(path, **options)
    return path


def changed(path: Path, column: int, change: Callable[[dict[int, Any]], None]) -> None:
    """Change the head of the first page of a column in its place, or of the only page where it has no dictionary."""
    data = bytearray(path.read_bytes())
    with path.open("rb") as file:
        chunk = footer_of(file, len(data))[4][1][1][0][1][1][1][column][3][1]
    at = min(chunk[field][1] for field in (9, 11) if field in chunk)
    page, length = read_first(bytes(data[at:]))
    change(page)
    head = write_structure(page)
    assert len(head) == length, "the change must fit"
    data[at : at + length] = head
    path.write_bytes(data)


@pytest.mark.parametrize("compression", ["uncompressed", "snappy", "gzip", "zstd", "lz4", "brotli"])
@pytest.mark.parametrize("size", [100, 1_000_000])
def test_what_the_library_writes_is_let_through(tmp_path: Path, compression: str, size: int) -> None:
    check_pages(written(tmp_path, compression=compression, row_group_size=400, data_page_size=size))


@pytest.mark.parametrize("rows", [ROWS.clear(), pl.DataFrame({"a": []}), ROWS.head(1)], ids=["none", "no type", "one"])
def test_registers_of_few_rows_are_let_through(tmp_path: Path, rows: pl.DataFrame) -> None:
    check_pages(written(tmp_path, rows))


def refused(path: Path) -> dict[str, Any]:
    with pytest.raises(InvalidRegister) as caught:
        check_pages(path)
    [problem] = caught.value.problems
    return {"code": problem.code, **problem.context}


def uncompressed_size(page: dict[int, Any]) -> None:
    page[2] = page[2][0], 2 * page[2][1]


def size_below_zero(page: dict[int, Any]) -> None:
    page[3] = page[3][0], -page[3][1]


def count_below_zero(page: dict[int, Any]) -> None:
    inner = page[7][1]
    inner[1] = inner[1][0], -inner[1][1]


def count_of_a_dictionary(page: dict[int, Any]) -> None:
    inner = page[7][1]
    inner[1] = inner[1][0], 5000


def other_kind(page: dict[int, Any]) -> None:
    page[1] = page[1][0], 3


@pytest.mark.parametrize("change", [uncompressed_size, size_below_zero, count_below_zero, other_kind])
def test_a_page_that_cannot_be_what_it_says_is_refused_by_its_column(tmp_path: Path, change: Any) -> None:
    path = written(tmp_path, compression="uncompressed")
    changed(path, 1, change)
    assert refused(path) == {"code": "parquet_page", "column": "name"}


def test_a_dictionary_of_more_values_than_bytes_is_refused(tmp_path: Path) -> None:
    rows = pl.DataFrame({"x": [f"{number % 70}" for number in range(900)]})  # its count takes two bytes
    path = written(tmp_path, rows, compression="uncompressed")
    changed(path, 0, count_of_a_dictionary)
    assert refused(path) == {"code": "parquet_page", "column": "x"}


def test_pages_that_hold_fewer_values_than_the_footer_says_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path)
    data = path.read_bytes()
    with path.open("rb") as file:
        footer = footer_of(file, len(data))
    chunk = footer[4][1][1][0][1][1][1][3][3][1]
    chunk[5] = chunk[5][0], chunk[5][1] + 1
    length = int.from_bytes(data[-8:-4], "little")
    made = write_structure(footer)
    path.write_bytes(data[: -8 - length] + made + len(made).to_bytes(4, "little") + b"PAR1")
    assert refused(path) == {"code": "parquet_page", "column": "known"}


NO_PARQUET: Final = {
    "empty": b"",
    "cut short": b"PAR1",
    "text": b"place.name,id\n" * 3,
    "no footer": b"PAR1" + b"\x19" * 400 + (400).to_bytes(4, "little") + b"PAR1",
    "structures within structures": b"PAR1" + b"\x1c" * 9000 + (9000).to_bytes(4, "little") + b"PAR1",
    "a number without end": b"PAR1" + b"\x15" + b"\xff" * 400 + (401).to_bytes(4, "little") + b"PAR1",
    "a footer longer than the file": b"PAR1\x00" + (2**31).to_bytes(4, "little") + b"PAR1",
}


@pytest.mark.parametrize("name", NO_PARQUET)
def test_what_is_no_parquet_file_is_told_as_such(tmp_path: Path, name: str) -> None:
    path = tmp_path / "sổ.parquet"
    path.write_bytes(NO_PARQUET[name])
    assert refused(path) == {"code": "parquet_footer"}


def test_a_number_of_a_footer_has_an_end() -> None:
    with pytest.raises(ValueError, match="without end"):
        read_structure(b"\x16" + b"\xff" * 100_000 + b"\x00")

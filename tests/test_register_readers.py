"""Registers as they come: broken quotes, endless lines, bombs and doubled headings; nothing is lost unaccounted for."""

from __future__ import annotations

import contextlib
import json
import zipfile
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import openpyxl
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import cell_style
from registers import rejects, reviewed

from langnghe.engine.register.csv_records import MAX_LINE, CsvRecords
from langnghe.engine.register.entries import Entered
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.register.mapping import mapping
from langnghe.engine.register.records import MAX_COLUMNS
from langnghe.engine.register.rows import facts_of
from langnghe.engine.register.sources import open_register
from langnghe.engine.text import MAX_TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from langnghe.engine.register.review import Account

HEADINGS: Final = "Tên làng nghề,Danh hiệu,Tổng số hộ,Ghi chú"
GOOD: Final = "Làng A,làng nghề,970,"


def of_lines(tmp_path: Path, *lines: str) -> tuple[Account, list[str], dict[int, str]]:
    """A CSV file of these lines below the headings (so the first is line 2), reviewed: account, names kept, rejects."""
    path = tmp_path / "r.csv"
    path.write_bytes("\n".join((HEADINGS, *lines, "")).encode())
    account = reviewed(path, tmp_path / "o.parquet")
    assert account.read == account.reviewed + account.rejected
    told = rejects(account) if account.rejects else {}
    return account, pl.read_parquet(tmp_path / "o.parquet")["Tên làng nghề"].to_list(), told


def refused(path: Path) -> list[str]:
    with pytest.raises(InvalidRegister) as caught:
        reviewed(path, path.with_name("o.csv"))
    return [problem.code for problem in caught.value.problems]


def test_an_unclosed_quote_spoils_its_own_line_alone(tmp_path: Path) -> None:
    _, names, found = of_lines(
        tmp_path, GOOD, 'Làng B,làng nghề,970,"dở dang', "Làng C,làng nghề,1,", 'Làng D,làng nghề,2,"x, y"', GOOD
    )
    assert names == ["Làng A", "Làng C", "Làng D", "Làng A"]
    assert list(found) == [3]
    assert "nháy" in found[3]


def test_an_unclosed_quote_near_the_end_spoils_its_own_line_alone(tmp_path: Path) -> None:
    _, names, found = of_lines(tmp_path, GOOD, '"Làng B,làng nghề,970,', "Làng C,làng nghề,1,")
    assert names == ["Làng A", "Làng C"]
    assert list(found) == [3]


def test_an_unclosed_quote_above_a_long_register_spoils_its_own_line_alone(tmp_path: Path) -> None:
    account, names, found = of_lines(tmp_path, '"Làng B,làng nghề,970,', *[GOOD] * 5_000)
    assert names == ["Làng A"] * 5_000
    assert list(found) == [2]
    assert account.read == 5_001


def test_a_cell_of_several_lines_stays_one_cell(tmp_path: Path) -> None:
    _, names, found = of_lines(tmp_path, 'Làng B,làng nghề,970,"dòng một\ndòng hai\n\ndòng bốn"', GOOD, "Làng C,x,,")
    assert names == ["Làng B", "Làng A"]
    assert list(found) == [7]
    assert pl.read_parquet(tmp_path / "o.parquet")["Ghi chú"][0] == "dòng một\ndòng hai\n\ndòng bốn"


def test_lines_swallowed_into_a_row_that_is_too_wide_are_read_again(tmp_path: Path) -> None:
    """The quote of the first line closes in the fourth, by the rules of the form; it is four rows all the same."""
    _, names, found = of_lines(tmp_path, 'Làng B,làng nghề,970,"', GOOD, GOOD, '",làng nghề,970,')
    assert names == ["Làng A", "Làng A"]
    assert list(found) == [2, 5]


PIECES: Final = st.sampled_from(["làng nghề", ",", ",,", '"', '""', '","', "a", " ", "5", '"x"', '"x, y"'])


@given(st.lists(st.lists(PIECES, max_size=8).map("".join), min_size=1, max_size=100))
def test_every_line_is_in_a_record_or_told_of(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    """Each line begins with a mark of its own, which is in the record that covers it unless that line is told of."""
    path = tmp_path_factory.mktemp("csv") / "r.csv"
    path.write_text("".join(f"m{number}.{line}\n" for number, line in enumerate(lines, 1)), "utf-8")
    records = list(CsvRecords(path, mapping()).records("vi"))
    starts = [number for number, _ in records]
    assert starts == sorted(set(starts))
    assert starts[0] == 1
    for (number, cells), after in zip(records, [*starts[1:], len(lines) + 1], strict=True):
        if isinstance(cells, str):
            assert after == number + 1
        else:
            text = "|".join(cell or "" for cell in cells)
            assert all(f"m{line}." in text for line in range(number, after))


def test_an_endless_line_is_one_reject_and_is_not_held(tmp_path: Path) -> None:
    _, names, found = of_lines(tmp_path, GOOD, "x" * (3 * MAX_LINE), GOOD)
    assert names == ["Làng A", "Làng A"]
    assert list(found) == [3]


def test_a_huge_cell_is_one_reject(tmp_path: Path) -> None:
    _, names, found = of_lines(tmp_path, f"Làng B,làng nghề,970,{'ă' * (MAX_TEXT + 1)}", GOOD)
    assert names == ["Làng A"]
    assert str(MAX_TEXT + 1) in found[2].replace(".", "")


def test_a_cell_as_long_as_may_be_is_read(tmp_path: Path) -> None:
    _, names, found = of_lines(tmp_path, f"Làng B,làng nghề,970,{'ă' * MAX_TEXT}")
    assert (names, found) == (["Làng B"], {})


@pytest.mark.parametrize(
    ("headings", "code"),
    [
        ("Tên làng nghề,Danh hiệu,Tổng số hộ,Tổng số hộ", "register_heading_twice"),
        ("Tên làng nghề,Danh hiệu" + ",x" * MAX_COLUMNS, "register_columns"),
    ],
)
def test_headings_that_no_register_has_are_refused(tmp_path: Path, headings: str, code: str) -> None:
    (tmp_path / "r.csv").write_text(f"{headings}\n{GOOD}\n", "utf-8")
    assert refused(tmp_path / "r.csv") == [code]


def test_columns_without_meaning_may_have_one_heading(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("Tên làng nghề,Danh hiệu,,x,x,x (2)\nLàng A,làng nghề,1,2,3,4\n", "utf-8")
    reviewed(tmp_path / "r.csv", tmp_path / "o.parquet")
    row = pl.read_parquet(tmp_path / "o.parquet").row(0, named=True)
    assert [row[name] for name in ("(3)", "x", "x (2)", "x (2) (2)")] == ["1", "2", "3", "4"]


def test_headings_that_are_not_utf8_are_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_bytes(HEADINGS.encode("cp1258", "replace") + b"\nA,B,1,\n")
    assert refused(tmp_path / "r.csv") == ["not_utf8"]


def sheet(path: Path, *rows: tuple[Any, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_rows_of_a_sheet_keep_their_numbers(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "r.xlsx",
        ("Sổ theo dõi",),
        (),
        ("Tên làng nghề", "Danh hiệu", "Tổng số hộ", "Hoạt động ổn định từ"),
        (),
        ("Làng A", "làng nghề", 970, date(2022, 11, 14)),
        (),
        ("Làng B", "làng gì", 970.0, 2001),
    )
    account = reviewed(path, tmp_path / "o.parquet")
    assert list(rejects(account)) == [7]
    row = pl.read_parquet(tmp_path / "o.parquet").row(0, named=True)
    assert (row["Tổng số hộ"], row["Hoạt động ổn định từ"]) == ("970", "2022-11-14")
    assert row["verdict.village.stability"] == "met"


def test_a_cell_in_the_farthest_corner_costs_no_memory(tmp_path: Path) -> None:
    """Laid out as a rectangle such a sheet would have 17 billion cells."""
    book = openpyxl.Workbook()
    book.active.append(("Tên làng nghề", "Danh hiệu"))
    book.active.append(("Làng A", "làng nghề"))
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "r.xlsx")
    account = reviewed(tmp_path / "r.xlsx", tmp_path / "o.csv")
    assert (account.reviewed, list(rejects(account))) == (1, [1_048_576])


def replaced(path: Path, name: str, content: bytes) -> Path:
    """A copy of a workbook with one part replaced, or added."""
    out = path.with_name("other.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {part: old.read(part) for part in old.namelist()}
        for part, kept in (parts | {name: content}).items():
            new.writestr(part, kept)
    return out


def test_workbooks_that_are_bombs_or_broken_are_refused(tmp_path: Path) -> None:
    good = sheet(tmp_path / "r.xlsx", ("Tên làng nghề", "Danh hiệu"), ("Làng A", "làng nghề"))
    name = "xl/worksheets/sheet1.xml"
    assert refused(replaced(good, name, b" " * 20_000_000)) == ["register_unpacked"]
    assert refused(replaced(good, "xl/sharedStrings.xml", b" " * 20_000_000)) == ["register_unpacked"]
    with zipfile.ZipFile(good) as archive:
        rows = archive.read(name)
    assert refused(replaced(good, name, rows[: len(rows) // 2])) == ["workbook_damaged"]
    (tmp_path / "text.xlsx").write_text("Tên làng nghề,Danh hiệu", "utf-8")
    assert refused(tmp_path / "text.xlsx") == ["workbook_damaged"]


def test_the_library_prints_nothing_of_what_is_wrong_in_a_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cell_style, "print", print, raising=False)  # as it comes, whoever read a workbook before
    good = sheet(tmp_path / "r.xlsx", ("Tên làng nghề", "Danh hiệu"), ("Làng A", "làng nghề"))
    with zipfile.ZipFile(good) as archive:
        styles = archive.read("xl/styles.xml").replace(b'xfId="0"', b'xfId="19"')
    with contextlib.suppress(InvalidRegister):
        reviewed(replaced(good, "xl/styles.xml", styles), tmp_path / "o.csv")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "line",
    [
        '{"place.name": "A", "place.name": "B"}',
        '{"place": {"name": "A"}, "place.name": "B"}',
        '{"place.name": "\\ud800", "titles_held.title": "craft_village"}',
        '{"\\ud800": "A"}',
        '{"a":' * 200 + "1" + "}" * 200,
        "[" * 100_000,
        '{"place.name": ' + "9" * 5_000 + "}",
        json.dumps(dict.fromkeys(map(str, range(MAX_COLUMNS + 1)), 1)),
        json.dumps({"note": "x" * (MAX_TEXT + 1)}),
        json.dumps({"note": "x" * 5_000_000}),
        "nothing",
    ],
    ids=range(11),
)
def test_lines_of_ndjson_that_cannot_be_rows_are_rejects(tmp_path: Path, line: str) -> None:
    good = '{"place": {"name": "Làng"}, "titles_held": [{"title": "craft_village"}]}'
    late = '{"place.name": "Làng", "titles_held.title": "craft_village", "note": "y"}'
    (tmp_path / "r.ndjson").write_text(f"{good}\n{line}\n{late}\n", "utf-8")
    account = reviewed(tmp_path / "r.ndjson", tmp_path / "o.parquet")
    assert (account.read, account.reviewed) == (3, 2)
    assert list(rejects(account)) == [2]
    assert pl.read_parquet(tmp_path / "o.parquet")["note"].to_list() == [None, "y"]


def test_more_keys_than_any_register_has_are_refused(tmp_path: Path) -> None:
    lines = (json.dumps(dict.fromkeys(map(str, range(number, number + 100)), 1)) for number in range(0, 1_000, 100))
    (tmp_path / "r.ndjson").write_text("\n".join(lines), "utf-8")
    assert refused(tmp_path / "r.ndjson") == ["register_columns"]


def test_crafts_in_a_parquet_list_may_lack_fields(tmp_path: Path) -> None:
    crafts = [[{"name": "a", "still_developing": True}], [], None]
    frame = pl.DataFrame({"place.name": ["A"] * 3, "titles_held.title": ["traditional_craft"] * 3, "crafts": crafts})
    frame.write_parquet(tmp_path / "r.parquet")
    assert reviewed(tmp_path / "r.parquet", tmp_path / "o.parquet").reviewed == 3
    found = pl.read_parquet(tmp_path / "o.parquet")
    assert found["verdict.craft.developing"].to_list() == [["met"], [], None]
    assert found["review.outcome"].to_list() == ["undetermined", "propose_revocation", "undetermined"]


def test_crafts_of_another_type_are_told_of(tmp_path: Path) -> None:
    crafts = [[{"still_developing": "maybe"}], [{"still_developing": None}]]
    frame = pl.DataFrame({"place.name": ["A"] * 2, "titles_held.title": ["traditional_craft"] * 2, "crafts": crafts})
    frame.write_parquet(tmp_path / "r.parquet")
    assert list(rejects(reviewed(tmp_path / "r.parquet", tmp_path / "o.parquet"))) == [1]


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".ndjson", ".parquet"])
def test_a_day_that_no_calendar_has_makes_a_reject_and_ends_nothing(tmp_path: Path, ending: str) -> None:
    """The library ends the program where it writes one as text."""
    days = pl.Series([0, 2**31 - 1, None, -(2**30), 0], dtype=pl.Int32).cast(pl.Date)
    moments = pl.Series([0, 0, None, 0, 2**62], dtype=pl.Int64).cast(pl.Datetime("us"))
    frame = pl.DataFrame({"place.name": ["A"] * 5, "titles_held.title": ["craft_village"] * 5, "x": days, "y": moments})
    frame.write_parquet(tmp_path / "r.parquet")
    account = reviewed(tmp_path / "r.parquet", tmp_path / f"o{ending}")
    told = rejects(account)
    assert (account.read, account.reviewed, list(told)) == (5, 2, [2, 4, 5])
    assert "cột «x»" in told[2]
    assert "cột «y»" in told[5]


def test_a_year_in_a_column_of_first_days_is_that_year(tmp_path: Path) -> None:
    """A number is no count of days since 1970, whatever a cast would make of it."""
    name = "production.stable_since"
    columns = {f"{name}.first": [2001, 2024], f"{name}.last": [2001, 2024], "households.total.low": [5, -5]}
    frame = pl.DataFrame({"place.name": ["A"] * 2, "titles_held.title": ["craft_village"] * 2, **columns})
    frame.write_parquet(tmp_path / "r.parquet")
    frame.write_csv(tmp_path / "r.csv")
    for path, number in ((tmp_path / "r.parquet", 2), (tmp_path / "r.csv", 3)):
        account = reviewed(path, tmp_path / "o.parquet")
        assert list(rejects(account)) == [number]
        assert pl.read_parquet(tmp_path / "o.parquet")["verdict.village.stability"].to_list() == ["met"]


def test_moments_are_days_where_they_were_written(tmp_path: Path) -> None:
    """Programs write a column of days as moments, at midnight of wherever they run."""
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    name = "production.stable_since"
    for moment in (datetime(2022, 11, 14), datetime(2022, 11, 14, tzinfo=zone)):  # noqa: DTZ001  as they come
        rows = {"place.name": ["A"], "titles_held.title": ["craft_village"], name: [moment]}
        pl.DataFrame(rows).write_parquet(tmp_path / "r.parquet")
        assert reviewed(tmp_path / "r.parquet", tmp_path / "o.parquet").reviewed == 1
        assert pl.read_parquet(tmp_path / "o.parquet")["verdict.village.stability"].to_list() == ["met"]
        (entries,) = Entered(tmp_path / "r.parquet", mapping()).batches("vi")
        assert entries.titles[f"{name}.last"].to_list() == [date(2022, 11, 14)]


def test_a_heading_like_a_formula_may_stand_beside_one_that_was_quoted(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("Tên làng nghề,Danh hiệu,=x,'=x\nLàng A,làng nghề,1,2\n", "utf-8")
    reviewed(tmp_path / "r.csv", tmp_path / "o.csv")
    assert (tmp_path / "o.csv").read_text("utf-8").startswith("Tên làng nghề,Danh hiệu,''=x,'=x,")


@pytest.mark.parametrize("dtype", [pl.Date, pl.Datetime("us")])
def test_days_of_no_calendar_are_told_of_row_by_row(dtype: pl.DataType) -> None:
    """Batches of another engine may hold them: no Python can."""
    size = 10_000_000 if dtype == pl.Date else 2**62
    days = pl.Series("titles_held.decided_on", [size, 0, -size, None]).cast(pl.Int32 if dtype == pl.Date else pl.Int64)
    rows = pl.DataFrame(
        {"place.name": ["A"] * 4, "titles_held.title": ["craft_village"] * 4, days.name: days.cast(dtype)}
    )
    found = facts_of(rows, mapping().recognised(rows.columns), mapping(), "vi")
    assert found.reasons.is_not_null().to_list() == [True, False, True, False]


def test_days_that_excel_does_not_know_are_text_in_a_sheet(tmp_path: Path) -> None:
    rows = {"place.name": ["A"], "titles_held.title": ["craft_village"], "lập": [date(1850, 5, 4)]}
    pl.DataFrame(rows).write_parquet(tmp_path / "r.parquet")
    reviewed(tmp_path / "r.parquet", tmp_path / "o.xlsx")
    _, row = openpyxl.load_workbook(tmp_path / "o.xlsx").active.iter_rows(max_col=3, values_only=True)
    assert row == ("A", "craft_village", "1850-05-04")


@pytest.mark.parametrize("name", ["sổ [2024].parquet", "sổ *.parquet", "sổ?.parquet", "{a,b}.parquet"])
def test_a_name_is_no_pattern_of_names(tmp_path: Path, name: str) -> None:
    rows = pl.DataFrame({"place.name": ["A"], "titles_held.title": ["craft_village"]})
    rows.write_parquet(tmp_path / name)
    rows.write_parquet(tmp_path / "sổ x.parquet")
    assert reviewed(tmp_path / name, tmp_path / "o.parquet").read == 1


@pytest.mark.parametrize(
    ("entries", "verdict"),
    [(["Nguyễn Văn A", None], "met"), ([None], "undetermined"), ([], "not_met"), ([4.0], "met")],
)
def test_an_entry_of_a_list_that_is_null_names_nobody(tmp_path: Path, entries: list[Any], verdict: str) -> None:
    craft = {"name": "Gốm", "artisans": entries, "village_name": False}
    row = {"place.name": "A", "titles_held.title": "traditional_craft", "crafts": [craft]}
    (tmp_path / "r.ndjson").write_text(json.dumps(row) + "\n", "utf-8")
    reviewed(tmp_path / "r.ndjson", tmp_path / "o.parquet")
    found = pl.read_parquet(tmp_path / "o.parquet")
    assert found["verdict.craft.association"].to_list() == [verdict]


# Two values of every type that a Parquet file can bring.
ODD: Final = {
    "whole numbers beyond any": pl.Series([2**64 - 1, 5], dtype=pl.UInt64),
    "larger ones": pl.Series([2**100, 5], dtype=pl.Int128),
    "numbers that are none": pl.Series([float("nan"), float("inf")]),
    "decimals": pl.Series([Decimal("5.50"), Decimal("970.00")]),
    "bytes": pl.Series([b"\xff", b"x"]),
    "structures": pl.Series([{"a": 1}, {"a": 2}]),
    "durations": pl.Series([timedelta(1), None]),
    "times": pl.Series([time(1), None]),
    "categories": pl.Series(["craft_village", "x"], dtype=pl.Categorical),
    "lists": pl.Series([[1], [2, 3]]),
    "lists of lists": pl.Series([[[1]], None]),
    "lists of structures": pl.Series([[{"still_developing": [1]}], None]),
    "arrays": pl.Series([[1, 2], [3, 4]], dtype=pl.Array(pl.Int64, 2)),
    "zoned times": pl.Series([datetime(2020, 1, 1, tzinfo=UTC), None]),
    "yes and no": pl.Series([True, None]),
    "moments": pl.Series([datetime(2020, 1, 1, 12), None]),  # noqa: DTZ001  as they come without a zone
    "days before Excel's": pl.Series([date(1850, 5, 4), None]),
    "nothing": pl.Series([None, None]),
    "control characters": pl.Series(["\x00", "\x1b[2J"]),
    "what is no character of XML": pl.Series(["\ufffe", "\uffff"]),
}


@pytest.mark.parametrize("column", ODD.values(), ids=ODD)
def test_no_type_of_column_stops_a_review(tmp_path: Path, column: pl.Series) -> None:
    """Whatever a column of whatever meaning holds, every row is reviewed or a reject."""
    fields = ["place.name", "titles_held.title", "activities", "households.total", "households.total.low", "crafts"]
    fields += ["production.stable_since", "environment.plan", "environment.central_treatment", "crafts.2.artisans"]
    for field in fields:
        rows = {"place.name": ["A"] * 2, "titles_held.title": ["craft_village"] * 2, field: column}
        pl.DataFrame(rows).write_parquet(tmp_path / "r.parquet")
        account = reviewed(tmp_path / "r.parquet", tmp_path / "o.parquet")
        assert account.read == 2 == account.reviewed + account.rejected


@pytest.mark.parametrize("column", ODD.values(), ids=ODD)
def test_no_type_of_column_stops_a_count(tmp_path: Path, column: pl.Series) -> None:
    """What is only carried along, or looked at before the rows are read, is of any type, too."""
    for field in ("id", "titles_held.title", "titles_held.decision", "place.district", "register.class"):
        rows = {"place.name": ["A"] * 2, "titles_held.title": ["craft_village"] * 2, field: column}
        pl.DataFrame(rows).write_parquet(tmp_path / "r.parquet")
        (entries,) = Entered(tmp_path / "r.parquet", mapping()).batches("vi")
        assert entries.records == 2 == entries.titles.height + entries.untitled.height + len(entries.rejects)


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".ndjson", ".xlsx"])
def test_columns_of_any_type_are_carried_into_any_form(tmp_path: Path, ending: str) -> None:
    rows = {"place.name": ["A"] * 2, "titles_held.title": ["craft_village"] * 2, **ODD}
    pl.DataFrame(rows).write_parquet(tmp_path / "r.parquet")
    assert reviewed(tmp_path / "r.parquet", tmp_path / f"o{ending}").reviewed == 2


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".ndjson", ".xlsx"])
def test_a_file_of_nothing_is_told_as_such(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"r{ending}").write_bytes(b"")
    assert len(refused(tmp_path / f"r{ending}")) == 1


def test_a_register_is_the_same_in_batches_of_any_size(tmp_path: Path) -> None:
    lines = [GOOD, 'Làng B,làng nghề,970,"x', "", ",,,", "Làng C,làng nghề,9,\ud83d"] * 700
    (tmp_path / "r.csv").write_bytes("\n".join((HEADINGS, *lines)).encode(errors="surrogatepass"))
    whole = list(open_register(tmp_path / "r.csv", mapping()).batches(0, "vi"))
    parts = list(open_register(tmp_path / "r.csv", mapping(), batch=100).batches(0, "vi"))
    assert len(whole) == 1
    assert {part.records for part in parts[:-1]} == {100}
    assert pl.concat(part.rows for part in parts).equals(whole[0].rows)
    assert sorted(each for part in parts for each in part.broken) == sorted(whole[0].broken)
    after = list(open_register(tmp_path / "r.csv", mapping(), batch=100).batches(5, "vi"))
    assert [part.numbers.to_list() for part in after] == [part.numbers.to_list() for part in parts[5:]]

"""Registers: read as provinces write them, reviewed in batches, every row accounted for."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from click.testing import CliRunner
from registers import DAY, GOOD, HEADINGS, a_long_register, rejects, reviewed, written
from strategies import random_dossiers

import langnghe
from langnghe.cli import main
from langnghe.engine.dossier import Dossier
from langnghe.engine.limits import DEFAULT
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.register.mapping import mapping
from langnghe.engine.register.review import review_register


def one_row(tmp_path: Path, **cells: str) -> dict[str, Any]:
    """A register of one row with these cells under contract names, reviewed."""
    row = {"place.name": "Làng Thử", "titles_held.title": "craft_village", **cells}
    account = reviewed(written(tmp_path / "r.csv", [tuple(row), tuple(row.values())]), tmp_path / "o.parquet")
    assert account.rejected == 0
    return pl.read_parquet(tmp_path / "o.parquet").row(0, named=True)


def test_verdicts_stand_beside_the_columns_of_the_register(tmp_path: Path) -> None:
    account = reviewed(written(tmp_path / "r.csv", [HEADINGS, GOOD]), tmp_path / "o.csv")
    assert (account.read, account.reviewed, account.rejected) == (1, 1, 0)
    (row,) = csv.DictReader((tmp_path / "o.csv").read_text("utf-8").splitlines())
    assert tuple(row[heading] for heading in HEADINGS) == GOOD
    assert row["review.outcome"] == "propose_revocation"  # 193 of 970 is less than a fifth
    assert row["verdict.village.households"] == "not_met"
    assert row["verdict.village.stability"] == "met"
    assert row["verdict.village.traditional_craft"] == ""


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".ndjson", ".xlsx"])
def test_every_form_of_register_gives_the_same_verdicts(tmp_path: Path, ending: str) -> None:
    rows = [
        GOOD,
        ("Làng B", "LNTT", "970", "194", "2001", "Xã Hai", ""),
        ("Làng C", "nghề truyền thống", "", "", "", "", ""),
    ]
    path = tmp_path / f"r{ending}"
    match ending:
        case ".csv":
            written(path, [HEADINGS, *rows])
        case ".parquet":
            pl.DataFrame(rows, schema=list(HEADINGS), orient="row").write_parquet(path)
        case ".ndjson":
            path.write_text("".join(json.dumps(dict(zip(HEADINGS, row, strict=True))) + "\n" for row in rows), "utf-8")
        case _:
            book = openpyxl.Workbook()
            for row in (("Sổ theo dõi",), (), HEADINGS, *rows):
                book.active.append([int(cell) if str(cell).isdigit() else cell for cell in row])
            book.save(path)
    out = tmp_path / f"o{ending}"
    assert reviewed(path, out).reviewed == len(rows)
    if ending == ".xlsx":
        first, *others = openpyxl.load_workbook(out).active.iter_rows(values_only=True)
        found = [dict(zip(first, other, strict=True))["review.outcome"] for other in others]
    else:
        read = {".csv": pl.read_csv, ".parquet": pl.read_parquet, ".ndjson": pl.read_ndjson}[ending]
        found = read(out)["review.outcome"].to_list()
    assert found == ["propose_revocation", "undetermined", "undetermined"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_headings_are_found_below_a_title_whatever_parts_the_cells(tmp_path: Path, delimiter: str) -> None:
    path = written(tmp_path / "r.csv", [HEADINGS, GOOD], above=2, delimiter=delimiter)
    assert reviewed(path, tmp_path / "o.csv").reviewed == 1


def test_rows_that_cannot_be_read_go_to_the_rejects_with_number_and_reason(tmp_path: Path) -> None:
    bad = [
        ("B", "làng nghề", "10", "20", "", "", ""),
        ("C", "làng gì", "", "", "", "", ""),
        ("", "làng nghề", "", "", "", "", ""),
        ("D", "làng nghề", "khoảng 300", "", "30/02/2001", "", ""),
        ("E", "làng nghề", "", "", "", "", "", "thừa"),
        ("G", "làng nghề", "0", "", "", "", ""),
    ]
    account = reviewed(written(tmp_path / "r.csv", [HEADINGS, GOOD, *bad, GOOD]), tmp_path / "o.csv")
    assert (account.read, account.reviewed, account.rejected) == (8, 2, 6)
    found = rejects(account)
    assert list(found) == [3, 4, 5, 6, 7, 8]  # lines of the file, as an editor numbers them
    for line, words in (
        (3, ("20", "10")),
        (4, ("làng gì",)),
        (5, ("place.name",)),
        (6, ("khoảng 300", "2001-02-30")),
        (7, ("8", "7")),
    ):
        for word in words:
            assert word in found[line]


def test_each_reject_is_told_its_own_numbers(tmp_path: Path) -> None:
    rows = [("B", "làng nghề", "10", "20", "", "", ""), ("C", "làng nghề", "30", "40", "", "", "")]
    found = rejects(reviewed(written(tmp_path / "r.csv", [HEADINGS, GOOD, *rows]), tmp_path / "o.csv"))
    assert "40" in found[4]
    assert "30" in found[4]


def test_bytes_that_are_not_utf8_spoil_their_row_alone(tmp_path: Path) -> None:
    path = written(tmp_path / "r.csv", [HEADINGS, GOOD, GOOD])
    path.write_bytes(
        path.read_bytes() + b"L\xe0ng,l\xe0ng ngh\xea,1,1,2001,,\n" + path.read_bytes().splitlines()[1] + b"\n"
    )
    account = reviewed(path, tmp_path / "o.csv")
    assert (account.read, account.reviewed) == (4, 3)
    assert list(rejects(account)) == [4]


def test_lines_of_ndjson_that_are_no_objects_are_rejects(tmp_path: Path) -> None:
    good = json.dumps({"place": {"name": "Làng"}, "titles_held": [{"title": "craft_village", "decided_on": "2015"}]})
    (tmp_path / "r.ndjson").write_text(f"{good}\n{{\n\n[1]\n{good}\n", "utf-8")
    account = reviewed(tmp_path / "r.ndjson", tmp_path / "o.ndjson")
    assert (account.read, account.reviewed) == (4, 2)
    assert list(rejects(account)) == [2, 4]


def test_cells_that_look_like_formulas_are_written_as_text(tmp_path: Path) -> None:
    formulas = ["=1+1", "+84 912", "-5", "@SUM(A1)"]
    path = written(tmp_path / "r.csv", [HEADINGS, *((*GOOD[:-1], formula) for formula in formulas)])
    reviewed(path, tmp_path / "o.csv")
    notes = [row["Ghi chú"] for row in csv.DictReader((tmp_path / "o.csv").read_text("utf-8").splitlines())]
    assert notes == [f"'{formula}" for formula in formulas]
    reviewed(path, tmp_path / "o.xlsx")
    cells = [
        cell
        for (cell,) in openpyxl.load_workbook(tmp_path / "o.xlsx").active.iter_rows(min_col=7, max_col=7, min_row=2)
    ]
    assert [(cell.value, cell.data_type) for cell in cells] == [(formula, "s") for formula in formulas]


@pytest.mark.parametrize(
    ("cell", "verdict"),
    [
        ("29/07/2022", "met"),
        ("15/11/2022", "not_met"),
        ("2022-11-14", "met"),
        ("11/2022", "undetermined"),
        ("2022", "undetermined"),
        ("chưa rõ", "undetermined"),
    ],
)
def test_days_are_read_as_vietnamese_registers_write_them(tmp_path: Path, cell: str, verdict: str) -> None:
    row = one_row(tmp_path, **{"production.stable_since": cell})
    assert row["verdict.village.stability"] == verdict


@pytest.mark.parametrize(
    ("total", "participating", "verdict"),
    [
        ("1.643", "329", "met"),
        ("1.643", "328", "not_met"),
        ("970.0", "194.0", "met"),
        ("970", "hơn 193", "met"),
        ("970", ">=193", "undetermined"),
    ],
)
def test_counts_are_read_as_vietnamese_registers_write_them(
    tmp_path: Path, total: str, participating: str, verdict: str
) -> None:
    row = one_row(tmp_path, **{"households.total": total, "households.participating": participating})
    assert row["verdict.village.households"] == verdict


def test_crafts_may_stand_in_numbered_columns(tmp_path: Path) -> None:
    """The second of three crafts is a traditional one; the third is not in this row."""
    young = {"name": "Nghề mới", "practised_since": "2001"}
    old = {
        "name": "Nghề cũ",
        "practised_since": "15XX",
        "still_developing": "có",
        "cultural_identity": "có",
        "artisans": "Nguyễn Văn Thử",
    }
    third = dict.fromkeys(("name", "practised_since"), "")
    crafts = {
        f"crafts.{n}.{key}": cell for n, craft in enumerate((young, old, third), 1) for key, cell in craft.items()
    }
    row = one_row(tmp_path, **{"titles_held.title": "làng nghề truyền thống", **crafts})
    assert row["verdict.craft.age"] == ["not_met", "met"]
    assert row["verdict.village.traditional_craft"] == "met"


def test_a_mapping_file_names_a_provinces_own_headings(tmp_path: Path) -> None:
    (tmp_path / "cot.yaml").write_text(
        "format: langnghe/columns/v1\n"
        "columns: {place.name: Đơn vị, titles_held.title: Hạng, households.total: [Hộ (tổng)], "
        "households.participating: Hộ (nghề)}\n"
        "values: {titles_held.title: {A: craft_village}}\nconstants: {place.commune: Xã Thử}\n",
        "utf-8",
    )
    path = written(tmp_path / "r.csv", [("Đơn vị", "Hạng", "Hộ (tổng)", "Hộ (nghề)"), ("Làng", "a", "970", "193")])
    account = review_register(path, tmp_path / "o.csv", on=DAY, mapping=mapping(tmp_path / "cot.yaml"))
    assert account.summary["titles"] == [{"title": "craft_village", "propose_revocation": 1}]
    assert account.summary["communes"] == [{"province": "", "commune": "Xã Thử", "propose_revocation": 1}]


def test_what_is_the_same_in_every_row_may_be_one_end_of_a_count_or_of_one_craft(tmp_path: Path) -> None:
    (tmp_path / "cot.yaml").write_text(
        "format: langnghe/columns/v1\n"
        'constants: {households.total.low: "970", households.total.high: "970", crafts.2.name: Nghề sơn, '
        "titles_held.title: làng nghề}\n",
        "utf-8",
    )
    path = written(tmp_path / "r.csv", [("Tên", "Số hộ tham gia"), ("Làng", "193")])
    review_register(path, tmp_path / "o.parquet", on=DAY, mapping=mapping(tmp_path / "cot.yaml"))
    assert pl.read_parquet(tmp_path / "o.parquet")["verdict.village.households"].to_list() == ["not_met"]


def test_an_output_that_is_a_folder_is_told_of_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "o.csv").mkdir()
    told: list[int] = []
    with pytest.raises(IsADirectoryError):
        reviewed(
            written(tmp_path / "r.csv", [HEADINGS, GOOD]),
            tmp_path / "o.csv",
            progress=lambda done, _length: told.append(done),
        )
    assert told == []
    assert sorted(each.name for each in tmp_path.iterdir()) == ["o.csv", "r.csv"]


def test_a_mapping_file_without_end_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mapping()  # the ready one is read once, and kept
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("the whole file was read"))
    with (tmp_path / "cot.yaml").open("wb") as file:
        file.truncate(DEFAULT.file_bytes * 4)
    with pytest.raises(InvalidRegister) as caught:
        mapping(tmp_path / "cot.yaml")
    assert [problem.code for problem in caught.value.problems] == ["too_large"]


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_commas_in_addresses_do_not_part_the_cells(tmp_path: Path, delimiter: str) -> None:
    """A spreadsheet set to Vietnamese parts cells with semicolons, and addresses are full of commas."""
    address = "Thôn A, xã B, huyện C, tỉnh D"
    rows = [("Tên làng nghề", "Danh hiệu", "Địa chỉ"), *[("Làng A", "làng nghề", address)] * 9]
    account = reviewed(written(tmp_path / "r.csv", rows, above=1, delimiter=delimiter), tmp_path / "o.parquet")
    assert account.reviewed == 9
    assert set(pl.read_parquet(tmp_path / "o.parquet")["Địa chỉ"]) == {address}


@pytest.mark.parametrize("cell", ["0.125", "0.300", "01.643"])
def test_a_share_is_no_count_in_thousands(tmp_path: Path, cell: str) -> None:
    path = written(tmp_path / "r.csv", [HEADINGS, ("Làng A", "làng nghề", "970", cell, "", "", "")])
    assert cell in rejects(reviewed(path, tmp_path / "o.csv"))[2]


@pytest.mark.parametrize("ending", [".parquet", ".ndjson", ".xlsx"])
def test_a_number_with_a_fraction_is_no_count_in_thousands(tmp_path: Path, ending: str) -> None:
    """As a text 1.643 is how Vietnamese writes thousands; as a number it is one and a bit."""
    path = tmp_path / f"r{ending}"
    rows = [("Làng A", "làng nghề", 1.643, 329.0), ("Làng B", "làng nghề", 1643.0, 329.0)]
    match ending:
        case ".parquet":
            pl.DataFrame(rows, schema=list(HEADINGS[:4]), orient="row").write_parquet(path)
        case ".ndjson":
            pl.DataFrame(rows, schema=list(HEADINGS[:4]), orient="row").write_ndjson(path)
        case _:
            book = openpyxl.Workbook()
            for row in (HEADINGS[:4], *rows):
                book.active.append(row)
            book.save(path)
    account = reviewed(path, tmp_path / "o.csv")
    assert (account.reviewed, account.rejected) == (1, 1)
    (reason,) = rejects(account).values()
    assert "1,643" in reason


@pytest.mark.parametrize(
    ("headings", "code"),
    [
        (("Cột A", "Cột B"), "register_no_headings"),
        (("Tên làng nghề", "Tổng số hộ"), "register_no_column"),
        (("Tên làng nghề", "Danh hiệu", "Tổng số hộ", "Tổng hộ"), "register_same_field"),
    ],
)
def test_a_register_that_cannot_be_understood_is_told_why(tmp_path: Path, headings: tuple[str, ...], code: str) -> None:
    path = written(tmp_path / "r.csv", [headings, ("x",) * len(headings)])
    with pytest.raises(InvalidRegister) as caught:
        reviewed(path, tmp_path / "o.csv")
    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_register_says_what_the_dossiers_in_it_say(tmp_path: Path) -> None:
    """Made-up dossiers, one row a title held, reviewed as a register and one by one."""
    lines: list[str] = []
    expected: list[str] = []
    for tree in random_dossiers(5, 400):
        dossier = Dossier.model_validate(tree)
        bare = Dossier.model_validate(tree).content()
        for held, review in zip(bare.get("titles_held") or [], langnghe.review(dossier, on=DAY), strict=True):
            row = {key: bare[key] for key in ("place", "activities", "households", "production") if key in bare}
            row["environment"] = {key: _holds(value) for key, value in bare.get("environment", {}).items()}
            plan = row["environment"].get("plan")
            if isinstance(plan, dict):
                row["environment"]["plan"] = True
                row["environment"] |= {f"plan.{key}": value for key, value in plan.items() if key != "number"}
            if "crafts" in bare:
                row["crafts"] = [{key: _holds(value) for key, value in craft.items()} for craft in bare["crafts"]]
            row["titles_held"] = {key: _holds(value) for key, value in held.items() if key != "remedy"}
            row["titles_held"]["remedy"] = "remedy" in held
            lines.append(json.dumps(row, ensure_ascii=False))
            expected.append(review.outcome)
    (tmp_path / "r.ndjson").write_text("\n".join(lines), "utf-8")
    account = reviewed(tmp_path / "r.ndjson", tmp_path / "o.parquet", batch=100)
    assert account.rejected == 0
    assert pl.read_parquet(tmp_path / "o.parquet")["review.outcome"].to_list() == expected
    assert len(set(expected)) == 4


def _holds(value: Any) -> Any:
    return value["holds"] if isinstance(value, dict) and "holds" in value else value


def test_communes_are_counted_by_name_however_it_is_spaced(tmp_path: Path) -> None:
    rows = [(*GOOD[:5], commune, "") for commune in ("Xã Một", "Xã\tMột", " Xã\nMột ", "")]
    account = reviewed(written(tmp_path / "r.csv", [HEADINGS, *rows]), tmp_path / "o.csv")
    counts = {row["commune"]: row["propose_revocation"] for row in account.summary["communes"]}
    assert counts == {"Xã Một": 3, "": 1}


def test_the_command_accounts_for_every_row(tmp_path: Path) -> None:
    path = written(tmp_path / "r.csv", [HEADINGS, GOOD, ("B", "làng gì", "", "", "", "", "")])
    done = CliRunner().invoke(main, ["review", str(path), "--on", "2024-11-14", "-o", str(tmp_path / "o.csv")])
    assert done.exit_code == 1
    assert "Đọc 2 hàng = rà soát 1 + không đọc được 1." in done.output
    assert "Xã Một: đề nghị xem xét thu hồi 1" in done.output
    assert "Tỷ lệ hộ tham gia: không đạt 1" in done.output
    english = CliRunner().invoke(
        main, ["review", str(path), "--on", "2024-11-14", "-o", str(tmp_path / "o.csv"), "--lang", "en"]
    )
    assert "2 rows read = 1 reviewed + 1 rejected." in english.output


def test_a_register_is_reviewed_without_a_table_being_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path / "r.csv", [HEADINGS, GOOD, ("B", "làng gì", "", "", "", "", "")])
    shown = CliRunner().invoke(main, ["review", str(path), "--on", "2024-11-14"])

    assert shown.exit_code == 1
    assert "Đọc 2 hàng = rà soát 1 + không đọc được 1." in shown.stdout
    assert "hội đồng xét duyệt và Ủy ban nhân dân cấp tỉnh quyết định" in shown.stdout
    assert re.search(rf"^{re.escape(str(path))}:\d+: titles_held.title: ", shown.stderr)
    assert [each.name for each in tmp_path.iterdir()] == ["r.csv"]

    [line] = (
        CliRunner().invoke(main, ["review", str(path), "--on", "2024-11-14", "--format", "json"]).stdout.splitlines()
    )
    assert json.loads(line)["review.outcome"] == "propose_revocation"


def test_the_size_of_the_batches_changes_nothing(tmp_path: Path) -> None:
    path = a_long_register(tmp_path, 700)
    for batch in (7, 10_000):
        reviewed(path, tmp_path / f"{batch}.csv", batch=batch)
    for name in ("{}.csv", "{}.rejects.csv", "{}.summary.json"):
        assert (tmp_path / name.format(7)).read_bytes() == (tmp_path / name.format(10_000)).read_bytes()

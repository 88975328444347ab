"""The yearly report: every record counted once, every title not kept named with why, the same in workbook and page."""

from __future__ import annotations

import csv
import json
import re
import shlex
import shutil
import subprocess
import zipfile
from collections import Counter
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import openpyxl
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from strategies import random_dossiers

import langnghe
from langnghe.cli import main
from langnghe.engine.dossier import Dossier
from langnghe.engine.evaluation import InternalDisagreement
from langnghe.engine.law.rulebook import installed, load_rulebook
from langnghe.engine.register.entries import Entered
from langnghe.engine.register.invalid import InvalidRegister
from langnghe.engine.register.mapping import mapping
from langnghe.engine.report import named as naming
from langnghe.engine.report import page, sheets, words, workbook
from langnghe.engine.report.criteria import bands
from langnghe.engine.report.making import make_report
from langnghe.engine.report.tables import communes_of, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.report.layout import Table
    from langnghe.engine.report.making import Report
    from langnghe.engine.report.named import Named

ROOT: Final = Path(__file__).parent.parent
HA_NAM: Final = ROOT / "fixtures" / "registers" / "ha-nam-2021.csv"
GUIDE: Final = ROOT / "docs" / "bao-cao-hang-nam.md"
DAY: Final = date(2026, 11, 28)
HOSTILE: Final = '=HYPERLINK("http://x")<script>alert(1)</script>'
ENVIRONMENT: Final = {
    "environment.plan.approved_on": "2023-05-12",
    "environment.plan.approved_by": "district",
    "environment.self_management_group": "có",
    "environment.wastewater_collection": "có",
    "environment.central_treatment": "none",
    "environment.solid_waste_point": "có",
    "environment.solid_waste_treatment": "none",
    "environment.solid_waste_transport": "có",
}
# A craft village that meets every criterion on the day.
KEPT: Final = {
    "place.province": "Hưng Yên",
    "place.commune": "Xã Một",
    "activities": "4",
    "households.total": "970",
    "households.participating": "194",
    "production.stable_since": "2001",
    "titles_held.decided_on": "2019-05-01",
    **ENVIRONMENT,
}


class Listening:
    """Everything that a report tells while it is made."""

    def __init__(self) -> None:
        self.titles: list[Named] = []
        self.rejects: list[tuple[int, str]] = []

    def wants(self, _outcome: str) -> bool:
        return True

    def named(self, title: Named) -> None:
        self.titles.append(title)

    def rejected(self, record: int, reason: str) -> None:
        self.rejects.append((record, reason))


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    """A register of craft villages that meet every criterion but for what a row says otherwise."""
    rows = [
        {"place.name": f"Làng {n}", "titles_held.title": "craft_village", **KEPT, **row} for n, row in enumerate(rows)
    ]
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)
    return path


def reported(path: Path, on: date = DAY, **options: Any) -> tuple[Report, Listening]:
    heard = Listening()
    batch = {"batch": options.pop("batch")} if "batch" in options else {}
    return make_report(Entered(path, mapping(), **batch), on, heard, **options), heard


def of(tmp_path: Path, *rows: dict[str, Any], **options: Any) -> tuple[Report, Listening]:
    return reported(written(tmp_path / "r.csv", list(rows)), **options)


def table(report: Report, name: str) -> Table:
    return next(each for each in tables_of(report) if each.id == name)


def numbers(shown: Table) -> dict[str, tuple[int, ...]]:
    return {str(row.cells[0]): tuple(cell for cell in row.cells[1:] if isinstance(cell, int)) for row in shown.rows}


def walked(findings: Any) -> Iterator[Any]:
    for each in findings:
        yield each
        yield from walked(each.findings)


# What is counted


def test_every_record_is_counted_once_and_the_report_says_how(tmp_path: Path) -> None:
    report, heard = of(
        tmp_path,
        {},
        {"households.participating": "2"},
        {"households.participating": ""},
        {"register.revoked_on": "2025-01-01"},
        {"register.revoked_on": "2027-01-01"},  # not withdrawn yet
        {"register.revoked_on": "2026"},  # may be before the day or after
        {"titles_held.decided_on": "2026-12-05"},
        {"titles_held.title": "chưa công nhận", "register.class": "có nghề nhưng chưa được công nhận"},
        {"titles_held.title": "làng gì"},
        {"households.participating": "971"},
    )
    assert numbers(table(report, "account")) == {
        "Danh hiệu đang giữ vào ngày rà soát": (5,),
        "Danh hiệu đã thu hồi bằng đến ngày rà soát, không xét": (1,),
        "Danh hiệu công nhận sau ngày rà soát, không xét": (1,),
        "Làng chưa có danh hiệu, chỉ đếm ở phần phân loại": (1,),
        "Hàng không đọc được, chưa được tính": (2,),
        "Số hàng đã đọc": (10,),
    }
    (sentence,) = table(report, "account").notes
    assert sentence == (
        "Đọc 10 hàng = 5 danh hiệu đang giữ + 1 đã thu hồi + 1 công nhận sau ngày rà soát"
        " + 1 làng chưa có danh hiệu + 2 không đọc được."
    )
    assert [record for record, _ in heard.rejects] == [10, 11]  # lines of the file


@settings(max_examples=30)
@given(
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "titles_held.title": st.sampled_from(
                    ["craft_village", "traditional_craft", "LNTT", "chưa công nhận", "?!"]
                ),
                "households.total": st.sampled_from(["970", "", "0", ">=900"]),
                "households.participating": st.sampled_from(["2", "194", "", "9999", "<200"]),
                "titles_held.decided_on": st.sampled_from(["2010", "2026-12-31", "30/02/2020", ""]),
                "register.revoked_on": st.sampled_from(["2020-01-01", "2030-01-01", ""]),
                "register.class": st.sampled_from(["developing", "chưa có nghề", "", "lạ"]),
                "activities": st.sampled_from(["1;4", "", "9", "[]"]),
                "place.commune": st.sampled_from(["Xã Một", "Xã Hai", ""]),
                "crafts.1.name": st.sampled_from(["Gốm", ""]),
                "crafts.1.practised_since": st.sampled_from(["16XX", "1990", "[..1976-11-28]", ""]),
                "crafts.1.still_developing": st.sampled_from(["có", "không", ""]),
                "crafts.1.village_name": st.sampled_from(["có", ""]),
                "crafts.2.name": st.sampled_from(["Gốm", "Mộc", ""]),
                "crafts.2.cultural_identity": st.sampled_from(["có", "không", ""]),
                "titles_held.name": st.sampled_from(["Gốm", "Mộc", ""]),
                "titles_held.remedy": st.sampled_from(["có", ""]),
                "environment.plan": st.sampled_from(["không", "có", ""]),
                "production.stable_since": st.sampled_from(["2024-11-28", "2024-11-29", "2024", ""]),
            },
        ),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from([1, 3, 1000]),
)
def test_whatever_stands_in_a_register_all_its_tables_add_up(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]], batch: int
) -> None:
    report, heard = reported(written(tmp_path_factory.mktemp("r") / "r.csv", rows), batch=batch)
    account = list(numbers(table(report, "account")).values())
    assert sum(number for (number,) in account[:-1]) == account[-1][0] == len(rows)
    assert len(heard.rejects) == report.tally.rejected
    held = report.tally.held
    assert sum(report.tally.outcomes().values()) == held
    assert len(heard.titles) == held - report.tally.of("keep")
    assert all(title.reasons for title in heard.titles)
    *communes, whole = communes_of(report).rows
    totals = [sum(int(row.cells[at]) for row in communes) for at in range(2, len(whole.cells))]
    assert totals == list(whole.cells[2:])
    assert sum(report.tally.classes.values()) == held
    if held and (bars := bands(report)):
        asked = sum(n for (*_, title, _), n in report.tally.places.items() if title != "traditional_craft")
        assert sum(int(cell) for row in bars.rows for cell in row.cells[1:]) == asked


def test_the_report_comes_to_what_the_review_of_each_dossier_says(tmp_path: Path) -> None:
    """Made-up dossiers as rows; outcomes, failing criteria and their reasons against the dossiers reviewed alone."""
    lines, named = [], 0
    outcomes: Counter[tuple[str, str]] = Counter()
    criteria: Counter[tuple[str, str, str]] = Counter()
    for made in random_dossiers(11, 500):
        dossier = Dossier.model_validate(made)
        bare = dossier.content()
        held = dossier.titles_held or ()
        for title, row, review in zip(
            held, bare.get("titles_held") or [], langnghe.review(dossier, on=DAY), strict=True
        ):
            lines.append(as_row(bare, row))
            if title.decided_on.first and title.decided_on.first > DAY:
                continue
            named += review.outcome != "keep"
            outcomes[review.title, review.outcome] += 1
            found = [each for each in walked(review.findings) if each.subject == "village"]
            criteria.update((review.title, each.criterion, each.verdict) for each in found if each.verdict != "met")
    path = tmp_path / "r.ndjson"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    report, heard = reported(path, batch=70)
    assert heard.rejects == []
    assert report.tally.outcomes() == outcomes
    assert {key: n for key, n in report.tally.criteria.items() if not key[1].startswith("craft.")} == dict(criteria)
    assert len(outcomes) > 6
    assert len(heard.titles) == named > 100


def as_row(bare: dict[str, Any], held: dict[str, Any]) -> dict[str, Any]:
    """The row of a register that says what a dossier says of one title."""

    def holds(value: Any) -> Any:
        return value["holds"] if isinstance(value, dict) and "holds" in value else value

    row = {key: bare[key] for key in ("place", "activities", "households", "production") if key in bare}
    row["environment"] = {key: holds(value) for key, value in bare.get("environment", {}).items()}
    plan = row["environment"].get("plan")
    if isinstance(plan, dict):
        row["environment"]["plan"] = True
        row["environment"] |= {f"plan.{key}": value for key, value in plan.items() if key != "number"}
    if "crafts" in bare:
        row["crafts"] = [{key: holds(value) for key, value in craft.items()} for craft in bare["crafts"]]
    row["titles_held"] = {key: holds(value) for key, value in held.items() if key != "remedy"}
    row["titles_held"]["remedy"] = "remedy" in held
    return row


def test_the_size_of_the_batches_changes_nothing(tmp_path: Path) -> None:
    path = written(
        tmp_path / "r.csv",
        [{"households.participating": str(n * 40), "place.commune": f"Xã {n % 3}"} for n in range(20)],
    )
    one, first = reported(path, batch=3)
    other, second = reported(path)
    assert tables_of(one) == tables_of(other)
    assert communes_of(one) == communes_of(other)
    assert first.titles == second.titles


def test_communes_of_one_name_in_two_districts_stay_apart(tmp_path: Path) -> None:
    places = [
        {"place.district": district, "place.commune": "Tân Tiến"} for district in ("Văn Giang", "Chí Linh", "Văn Giang")
    ]
    report, _ = of(tmp_path, *places)
    assert [row.cells[:3] for row in communes_of(report).rows] == [
        ("Hưng Yên", "Chí Linh", "Tân Tiến"),
        ("Hưng Yên", "Văn Giang", "Tân Tiến"),
        ("Cộng", "", ""),
    ]


def test_a_register_without_districts_has_no_column_of_them(tmp_path: Path) -> None:
    report, _ = of(tmp_path, {})
    assert communes_of(report).columns[:2] == ("Tỉnh", "Xã")


def test_places_stand_in_the_order_of_the_vietnamese_alphabet(tmp_path: Path) -> None:
    report, _ = of(
        tmp_path, *({"place.commune": name} for name in ("Đông Phú", "Dân Tiến", "An Đổ", "Ấn Hội", "Ba Vì"))
    )
    assert [row.cells[1] for row in communes_of(report).rows] == [
        "An Đổ",
        "Ấn Hội",
        "Ba Vì",
        "Dân Tiến",
        "Đông Phú",
        "",
    ]


def test_a_register_of_many_provinces_says_how_many_and_counts_each(tmp_path: Path) -> None:
    names = ("Đồng Nai", "Bình Định", "Bắc Giang", "An Giang", "Huế", "Lào Cai", "Cà Mau")
    report, _ = of(tmp_path, *({"place.province": name} for name in names))
    assert ("Địa bàn", "7 tỉnh, thành phố (xem mục Theo tỉnh)") in words.about(report)
    *rows, total = table(report, "provinces").rows
    assert [row.cells[0] for row in rows] == [
        "An Giang",
        "Bắc Giang",
        "Bình Định",
        "Cà Mau",
        "Đồng Nai",
        "Huế",
        "Lào Cai",
    ]
    assert total.cells[1] == 7


def test_a_title_of_several_groups_of_trades_counts_in_each_and_that_is_said(tmp_path: Path) -> None:
    report, _ = of(tmp_path, {"activities": "1; 4"}, {"activities": "4"}, {"activities": "[]"}, {"activities": ""})
    shown = table(report, "groups")
    found = {name[:30]: cells[0] for name, cells in numbers(shown).items() if cells[0]}
    assert found == {
        "1. Chế biến, bảo quản nông, lâ": 1,
        "4. Sản xuất đồ gỗ, mây tre đan": 2,
        "Không thuộc nhóm nào": 1,
        "Sổ không ghi nhóm": 1,
    }
    assert shown.notes == (
        "Nhóm theo Điều 4 Nghị định số 52/2018/NĐ-CP.",
        "1 danh hiệu thuộc nhiều nhóm và được đếm ở mỗi nhóm, nên tổng các dòng lớn hơn số danh hiệu.",
    )


def test_groups_of_trades_bear_the_laws_own_names(tmp_path: Path) -> None:
    report, _ = of(tmp_path, {})
    law = [provision.text for name, provision in installed().provisions().items() if "/dieu-4/khoan-" in name]
    names = [str(row.cells[0]) for row in table(report, "groups").rows]
    assert names == [f"{number}. {text.rstrip('.')}" for number, text in enumerate(law, 1)]


# Shares of households


def test_shares_are_counted_on_both_sides_of_the_threshold_to_the_last_household(tmp_path: Path) -> None:
    """193 of 970 is 19.897 %, 194 is 20 % exactly; a count known too roughly is in no band."""
    shares = [
        ("193", "970"),
        ("194", "970"),
        ("0", "970"),
        ("970", "970"),
        ("<=300", "970"),
        ("200..205", "970"),
        ("", "970"),
    ]
    report, _ = of(tmp_path, *({"households.participating": part, "households.total": whole} for part, whole in shares))
    shown = table(report, "bands")
    assert shown.heading == "Tỷ lệ hộ tham gia so với ngưỡng 20 %"
    assert {name: cells for name, cells in numbers(shown).items() if any(cells)} == {
        "dưới 10 %": (0, 1, 0),
        "từ 10 % đến dưới 20 %": (0, 1, 0),
        "từ 20 % đến dưới 30 %": (2, 0, 0),
        "từ 90 % trở lên": (1, 0, 0),
        "Chưa rõ, hoặc số liệu chưa đủ chính xác": (0, 0, 2),
    }
    assert [row.cells[0] for row in shown.rows if row.above] == ["từ 20 % đến dưới 30 %"]


def test_the_threshold_is_the_rules(tmp_path: Path) -> None:
    """25 in the rule: the bands divide at 25, and 22 % fails."""
    rules = Path(shutil.copytree(str(files("langnghe").joinpath("rules")), tmp_path / "rules"))
    article = rules / "nd-52-2018" / "dieu-5.yaml"
    article.write_text(article.read_text("utf-8").replace("at_least_percent: 20", "at_least_percent: 25"), "utf-8")
    report, _ = of(
        tmp_path, {"households.participating": "22", "households.total": "100"}, rulebook=load_rulebook(rules)
    )
    shown = table(report, "bands")
    assert "ngưỡng 25 %" in shown.heading
    assert numbers(shown)["từ 20 % đến dưới 25 %"] == (0, 1, 0)
    assert [row.cells[0] for row in shown.rows if row.above] == ["từ 25 % đến dưới 30 %"]


# Titles by name


def test_a_title_to_be_proposed_is_named_with_criterion_figures_and_provision(tmp_path: Path) -> None:
    row = {
        "id": "HY-07",
        "place.name": "Chiếu cói Hạ Vũ",
        "households.participating": "2",
        "titles_held.decision": "1741/QĐ-UBND",
        "environment.self_management_group": "",
    }
    _, heard = of(tmp_path, {}, row)
    (title,) = heard.titles
    assert (title.record, title.id, title.name, title.commune) == (3, "HY-07", "Chiếu cói Hạ Vũ", "Xã Một")
    assert (title.outcome, title.decision, title.decided) == ("propose_revocation", "1741/QĐ-UBND", "ngày 01/05/2019")
    (reason,) = title.reasons
    assert reason.criterion == "Tỷ lệ hộ tham gia"
    assert reason.words == "2/970 hộ tham gia, đạt 0,21 %, thấp hơn ngưỡng tối thiểu 20 %."
    assert reason.citation == "điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP"
    assert title.also_open == ("Tổ chức tự quản về bảo vệ môi trường",)


def test_an_open_title_is_named_with_what_is_missing(tmp_path: Path) -> None:
    _, heard = of(
        tmp_path, {"households.total": "", "households.participating": ">=300", "environment.solid_waste_point": ""}
    )
    (title,) = heard.titles
    assert [(each.criterion, each.words) for each in title.reasons] == [
        ("Tỷ lệ hộ tham gia", "Số hộ tham gia mới biết là ≥ 300; chưa có thông tin về tổng số hộ."),
        ("Tập kết, xử lý chất thải rắn", "Chưa có thông tin về điểm tập kết chất thải rắn."),
    ]
    assert title.also_open == ()


def test_what_is_missing_one_after_the_other_is_introduced_once(tmp_path: Path) -> None:
    _, heard = of(tmp_path, {"households.total": "", "households.participating": ""})
    (reason,) = heard.titles[0].reasons
    assert reason.words == "Chưa có thông tin về số hộ tham gia; tổng số hộ."


def test_a_traditional_craft_of_which_nothing_is_known_lacks_the_criteria_of_crafts_by_name(tmp_path: Path) -> None:
    nothing = {"titles_held.title": "traditional_craft", "place.name": "Nghề cốm"}
    report, heard = of(tmp_path, {**nothing, "crafts.name": ""}, {**nothing, "crafts": "không"})
    open_, failing = heard.titles
    assert (open_.outcome, failing.outcome) == ("undetermined", "propose_revocation")
    names = "Thời gian xuất hiện của nghề; Nghề đang tiếp tục phát triển; Bản sắc văn hóa dân tộc"
    assert open_.reasons[0].words.startswith(f"Sổ chưa ghi gì về nghề, nên chưa xét được: {names}")
    assert failing.reasons[0].words.startswith(f"Sổ ghi là không có nghề nào, nên không đạt: {names}")
    assert numbers(table(report, "criteria"))["– Nghề truyền thống"] == (1, 1)


def test_an_old_title_is_to_be_remedied_or_carries_the_laws_warning(tmp_path: Path) -> None:
    old = {"households.participating": "2", "titles_held.decided_on": "2010"}
    report, heard = of(
        tmp_path,
        {**old, "titles_held.conformed_in_2018": "không"},
        {**old, "titles_held.conformed_in_2018": "không", "titles_held.remedy": "có"},
        {**old},
    )
    assert [title.outcome for title in heard.titles] == ["remedy", "propose_revocation", "propose_revocation"]
    assert [bool(title.remarks) for title in heard.titles] == [False, False, True]
    assert heard.titles[2].remarks[0].endswith("(khoản 2 Điều 25 Nghị định số 52/2018/NĐ-CP).")
    assert report.tally.of("remedy") == 1


def test_what_the_register_says_beside_the_criteria_is_told_of_a_title(tmp_path: Path) -> None:
    _, heard = of(
        tmp_path,
        {
            "households.participating": "2",
            "register.working": "không",
            "register.class": "không thể khôi phục",
            "register.revoked_on": "2027-01-01",
        },
    )
    assert heard.titles[0].remarks == (
        "Sổ ghi: không còn hoạt động.",
        "Phân loại trong sổ: Có nguy cơ mai một, thất truyền, không thể khôi phục.",
        "Sổ ghi ngày thu hồi nhưng chưa chắc là trước ngày rà soát.",
    )


def test_a_title_is_named_only_where_both_opinions_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "r.csv", [{"households.participating": "2"}])
    other = naming.dossier_of

    def another_village(row: dict[str, Any], on: date, lang: str) -> Dossier:
        return other(row | {"households.participating.low": 500, "households.participating.high": 500}, on, lang)

    monkeypatch.setattr(naming, "dossier_of", another_village)
    with pytest.raises(InternalDisagreement, match="record 2"):
        reported(path)
    done = run(path, tmp_path / "o.xlsx")
    assert done.exit_code == 1
    assert "hai bộ xét cho kết quả khác nhau nên không có kết luận" in done.output
    assert not (tmp_path / "o.xlsx").exists()


def test_rows_alike_are_worded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(
        tmp_path / "r.csv", [{"households.participating": "2", "place.commune": f"Xã {n}"} for n in range(50)]
    )
    asked = []
    other = naming.dossier_of
    monkeypatch.setattr(naming, "dossier_of", lambda *row: asked.append(1) or other(*row))
    _, heard = reported(path)
    assert (len(heard.titles), len(asked)) == (50, 1)
    assert heard.titles[49].name == "Làng 49"


# Classes and plans


def test_classes_on_record_are_counted_and_villages_without_a_title_apart(tmp_path: Path) -> None:
    report, _ = of(
        tmp_path,
        {"register.class": "có khả năng khôi phục"},
        {"register.class": ""},
        {"titles_held.title": "", "register.class": "chưa có nghề"},
    )
    assert numbers(table(report, "classes")) == {
        "Có nguy cơ mai một, thất truyền, có khả năng khôi phục": (1,),
        "Chưa ghi phân loại": (1,),
        "Chưa có nghề (làng chưa có danh hiệu)": (1,),
    }
    assert "không tự phân loại, không xếp loại" in table(report, "classes").notes[0]


def test_the_plan_of_a_province_gives_its_classes_over_its_own_rows_while_it_runs(tmp_path: Path) -> None:
    rows = [
        {"place.province": "Tuyên Quang", "register.class": "có khó khăn"},
        {"place.province": "tỉnh Tuyên Quang", "register.class": ""},
        {"place.province": "Hà Nam", "register.class": "có xu hướng phát triển"},
    ]
    report, _ = of(tmp_path, *rows)
    (plan, other) = (each for each in tables_of(report) if each.id.startswith("plan-"))
    assert [row.cells for row in plan.rows] == [
        ("Có nguy cơ mai một, thất truyền, không thể khôi phục", "mục IV.1", "0"),
        ("Có nguy cơ mai một, thất truyền, có khả năng khôi phục", "mục IV.1", "0"),
        ("Có xu hướng phát triển", "mục IV.1", "1"),
    ]
    assert ("Có khó khăn", "mục IV.2", "từ 1 đến 2") in [row.cells for row in other.rows]
    assert any("phần mềm không tự đặt công thức" in note for note in other.notes)
    later, _ = of(tmp_path, *rows, on=date(2031, 1, 1))
    assert not [each for each in tables_of(later) if each.id.startswith("plan-")]


def test_the_report_names_its_due_day_and_who_makes_it_with_the_provision() -> None:
    report, _ = reported(HA_NAM, date(2026, 11, 28))
    assert [(each.before, each.citation) for each in report.due] == [
        (date(2026, 11, 30), "khoản 7 Điều 6 Nghị định số 52/2018/NĐ-CP")
    ]
    assert "Ủy ban nhân dân cấp xã" in report.reporters[0]
    assert "Ủy ban nhân dân cấp huyện" in reported(HA_NAM, date(2024, 11, 14))[0].reporters[0]


def test_the_provinces_own_reporting_days_stand_beside_the_decrees(tmp_path: Path) -> None:
    report, _ = of(tmp_path, {"place.province": "Tuyên Quang"}, on=date(2024, 10, 1))
    assert {each.before for each in report.due} == {date(2024, 11, 30), date(2024, 11, 15)}


# The workbook


@pytest.fixture
def bad_register(tmp_path: Path) -> Path:
    """A register with a title of every outcome, hostile words, and rows that cannot be read."""
    old = {"titles_held.decided_on": "2010", "titles_held.conformed_in_2018": "không"}
    return written(
        tmp_path / "sổ.csv",
        [
            {},
            {"place.name": HOSTILE, "place.commune": HOSTILE, "households.participating": "2"},
            {**old, "households.participating": "3", "place.name": "+84"},
            {"households.participating": ""},
            {"titles_held.title": HOSTILE},
            {"titles_held.title": ""},
            {"register.revoked_on": "2025-01-01"},
        ],
    )


def run(register: Path, out: Path, *options: str) -> Any:
    return CliRunner().invoke(main, ["report", str(register), "--on", DAY.isoformat(), "-o", str(out), *options])


def texts(sheet: Any) -> list[list[Any]]:
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def test_the_workbook_holds_the_summary_every_title_not_kept_and_every_reject(
    bad_register: Path, tmp_path: Path
) -> None:
    done = run(bad_register, tmp_path / "o.xlsx")
    assert done.exit_code == 1  # some rows could not be read
    assert "Đọc 7 hàng = 4 danh hiệu đang giữ + 1 đã thu hồi" in done.output
    book = openpyxl.load_workbook(tmp_path / "o.xlsx")
    assert book.sheetnames == [
        "Tổng hợp", "Theo xã", "Đề nghị thu hồi", "Khắc phục", "Chưa đủ căn cứ", "Không đọc được", "Căn cứ",
    ]  # fmt: skip
    summary = texts(book["Tổng hợp"])
    assert ["Làng nghề", 4, 1, 1, 1, 1] in summary
    assert ["Sổ", "sổ.csv"] in summary
    assert any("người có thẩm quyền kiểm tra và quyết định" in str(row) for row in summary)
    proposed = texts(book["Đề nghị thu hồi"])
    assert proposed[3][:2] == [3, HOSTILE]
    assert "2/970 hộ tham gia, đạt 0,21 %, thấp hơn ngưỡng tối thiểu 20 % (điểm a khoản 3 Điều 5" in proposed[3][-1]
    assert texts(book["Khắc phục"])[3][1] == "+84"
    assert "Chưa có thông tin về số hộ tham gia." in texts(book["Chưa đủ căn cứ"])[3][-1]
    titles = "nghề truyền thống, làng nghề, làng nghề truyền thống"
    assert texts(book["Không đọc được"])[2:] == [
        [6, f"danh hiệu: «{HOSTILE[:40]}» không thuộc các giá trị được dùng: {titles}"],
        [7, "ô «danh hiệu» để trống"],
    ]
    assert any(installed().sha256 in str(row) for row in texts(book["Căn cứ"]))


def test_no_cell_of_the_workbook_is_a_formula(bad_register: Path, tmp_path: Path) -> None:
    run(bad_register, tmp_path / "o.xlsx")
    book = openpyxl.load_workbook(tmp_path / "o.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert [cell.quotePrefix for cell in cells if cell.value == HOSTILE] == [True] * 3


def test_the_workbooks_charts_draw_the_numbers_of_its_tables(bad_register: Path, tmp_path: Path) -> None:
    run(bad_register, tmp_path / "o.xlsx")
    with zipfile.ZipFile(tmp_path / "o.xlsx") as archive:
        charts = sorted(name for name in archive.namelist() if "charts/chart" in name)
        drawn = [archive.read(name).decode() for name in charts]
    assert len(charts) == 3  # by title, by group of trades, by share of households
    sheet = openpyxl.load_workbook(tmp_path / "o.xlsx")["Tổng hợp"]
    for chart, heading in zip(drawn, ("Danh hiệu theo kết quả", "nhóm ngành nghề", "ngưỡng 20 %"), strict=True):
        assert heading in chart
        areas = re.findall(r"<(?:cat|val)><numRef><f>'Tổng hợp'!([^<]+)</f>", chart)
        assert len(areas) >= 4  # names and numbers
        for area in areas:
            first, _, last = area.replace("$", "").partition(":")
            cells = [cell.value for row in sheet[f"{first}:{last or first}"] for cell in row]
            assert cells
            assert None not in cells
            assert "Cộng" not in cells


def test_long_sheets_keep_their_headings_in_view_and_on_every_page(bad_register: Path, tmp_path: Path) -> None:
    run(bad_register, tmp_path / "o.xlsx")
    book = openpyxl.load_workbook(tmp_path / "o.xlsx")
    for name, row in (("Theo xã", 2), ("Đề nghị thu hồi", 3), ("Chưa đủ căn cứ", 3), ("Không đọc được", 2)):
        sheet = book[name]
        assert sheet.freeze_panes == f"A{row + 1}"
        assert sheet.print_title_rows == f"${row}:${row}"
        assert sheet.auto_filter.ref.startswith(f"A{row}:")
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


def test_a_full_sheet_says_how_many_it_leaves_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 8)
    rows = [{"households.participating": str(n)} for n in range(20)] + [{"titles_held.title": "?"}] * 20
    run(written(tmp_path / "r.csv", rows), tmp_path / "o.xlsx")
    book = openpyxl.load_workbook(tmp_path / "o.xlsx")
    for name, listed in (("Đề nghị thu hồi", 4), ("Không đọc được", 5)):
        shown = texts(book[name])
        assert len(shown) == 8
        assert f"{20 - listed} dòng khác không có trong danh sách này" in shown[-1][0]


def test_the_workbook_is_written_whole_or_not_at_all(
    bad_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "o.xlsx").write_bytes(b"old")
    monkeypatch.setattr(sheets.Sheet, "pair", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    done = run(bad_register, tmp_path / "o.xlsx")
    assert done.exit_code == 1
    assert "ổ đĩa đã đầy" in done.output
    assert (tmp_path / "o.xlsx").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["o.xlsx", "sổ.csv"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice Calc (soffice) is not installed")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
def test_printed_every_reason_is_on_a_page_in_full(bad_register: Path, tmp_path: Path) -> None:
    run(bad_register, tmp_path / "o.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [str(shutil.which("soffice")), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "o.xlsx")], check=True, capture_output=True, timeout=180)
    command = [str(shutil.which("pdftotext")), "-layout", str(tmp_path / "o.pdf"), "-"]
    shown = set(subprocess.run(command, check=True, capture_output=True).stdout.decode().split())
    book = openpyxl.load_workbook(tmp_path / "o.xlsx")
    for name in ("Tổng hợp", "Chưa đủ căn cứ", "Căn cứ"):
        said = {word for row in texts(book[name]) for cell in row for word in str(cell).split() if len(word) < 20}
        assert said - shown == set(), name


def test_why_a_row_cannot_be_read_is_told_without_a_code_and_what_it_says_is_left_as_it_is() -> None:
    reason = (
        "titles_held.title: «lost crafts» không thuộc các giá trị được dùng: craft_village; households.total: thiếu"
    )
    assert words.reject_in_words(reason, "vi") == (
        "danh hiệu: «lost crafts» không thuộc các giá trị được dùng: làng nghề; tổng số hộ: thiếu"
    )


# The page


def parsed(path: Path) -> Any:
    return html.fromstring(path.read_text("utf-8"))


def test_the_page_says_the_same_as_the_workbook(bad_register: Path, tmp_path: Path) -> None:
    run(bad_register, tmp_path / "o.html")
    shown = parsed(tmp_path / "o.html")
    report, heard = reported(bad_register)
    for each in tables_of(report):
        (section,) = shown.xpath(f"//section[@aria-labelledby='{each.id}']")
        rows = [[cell.text_content().strip() for cell in row.xpath("*")] for row in section.xpath(".//tbody/tr")]
        wanted = [[str(cell) for cell in row.cells] for row in each.rows]
        assert [row[1 : len(want)] for row, want in zip(rows, wanted, strict=True)] == [want[1:] for want in wanted]
    text = " ".join(shown.text_content().split())
    for title in heard.titles:
        for reason in title.reasons:
            assert reason.words.removesuffix(".") in text
    assert installed().sha256 in text
    assert "người có thẩm quyền kiểm tra và quyết định" in text
    assert "Hàng 7: ô «danh hiệu» để trống" in text


def test_a_page_shows_the_first_of_a_long_list_and_says_how_many_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "MOST_TITLES", 3)
    monkeypatch.setattr(page, "MOST_COMMUNES", 2)
    rows = [{"households.participating": str(n), "place.commune": f"Xã {n}"} for n in range(10)]
    rows += [{"titles_held.title": "?"}] * 5
    run(written(tmp_path / "r.csv", rows), tmp_path / "o.html")
    shown = parsed(tmp_path / "o.html")
    assert len(shown.cssselect("[aria-labelledby=propose_revocation] tbody tr")) == 3
    assert len(shown.cssselect("[aria-labelledby=communes] tbody tr")) == 3  # two and the total
    assert len(shown.cssselect("[aria-labelledby=rejects] li")) == 3
    more = [each.text_content() for each in shown.cssselect("p > strong")]
    assert [re.sub(r"\D", "", each.partition("dòng")[0]) for each in more] == ["8", "7", "2"]


def test_bars_are_drawn_to_the_longest_row(tmp_path: Path) -> None:
    """4 titles kept and 1 to be proposed of one group, 1 of another: 80 % and 20 %, and 20 %."""
    rows = [{}] * 4 + [{"households.participating": "2"}, {"activities": "1"}]
    run(written(tmp_path / "r.csv", rows), tmp_path / "o.html")
    bars = parsed(tmp_path / "o.html").cssselect("[aria-labelledby=groups] tbody svg")
    drawn = [[(part.get("x"), part.get("width"), part.get("class")) for part in bar.cssselect("rect")] for bar in bars]
    assert drawn[3] == [("0.00%", "80.00%", "sure met"), ("80.00%", "20.00%", "sure not_met")]
    assert drawn[0] == [("0.00%", "20.00%", "sure met")]


def test_hostile_words_of_a_register_stay_words(bad_register: Path, tmp_path: Path) -> None:
    run(bad_register, tmp_path / "o.html")
    shown = parsed(tmp_path / "o.html")
    assert len(shown.xpath("//script")) == 1  # the page's own
    assert HOSTILE in " ".join(shown.text_content().split())


# The command


@pytest.mark.parametrize("ending", ["xlsx", "html"])
def test_the_report_speaks_english_too(bad_register: Path, tmp_path: Path, ending: str) -> None:
    done = run(bad_register, tmp_path / f"o.{ending}", "--lang", "en")
    assert "7 rows read = 4 titles held + 1 withdrawn + 0 recognised after the day of the review" in done.output
    if ending == "html":
        text = parsed(tmp_path / "o.html").text_content()
        assert "Titles to be proposed for revocation" in text
        assert not re.search(r"Danh hiệu|Tỷ lệ hộ", re.sub(r"(?s)<blockquote.*?</blockquote>", "", text))
    else:
        assert openpyxl.load_workbook(tmp_path / "o.xlsx").sheetnames[2] == "To revoke"


@pytest.mark.parametrize("name", ["o.txt", "o", ""])
def test_where_the_report_goes_must_be_a_workbook_or_a_page(bad_register: Path, tmp_path: Path, name: str) -> None:
    where = ["-o", str(tmp_path / name)] if name else []
    done = CliRunner().invoke(main, ["report", str(bad_register), *where])
    assert done.exit_code == 2
    assert ".xlsx hoặc .html" in done.output


def test_a_report_never_overwrites_the_register(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    book = openpyxl.Workbook()
    for row in (("Tên làng nghề", "Danh hiệu"), ("Làng A", "làng nghề")):
        book.active.append(row)
    book.save(path)
    before = path.read_bytes()
    assert run(path, path).exit_code == 2
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "rows",
    [[{"titles_held.title": "?"}], [{"titles_held.title": "chưa công nhận"}], [{"register.revoked_on": "2020-01-01"}]],
)
@pytest.mark.parametrize("ending", ["xlsx", "html"])
def test_a_register_without_one_title_held_makes_a_report_that_says_so(
    tmp_path: Path, rows: list[dict[str, str]], ending: str
) -> None:
    done = run(written(tmp_path / "r.csv", rows), tmp_path / f"o.{ending}")
    assert done.exit_code in {0, 1}
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert "Đọc 1 hàng = 0 danh hiệu đang giữ" in done.output


def test_what_is_no_register_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("a,b\n1,2\n", "utf-8")
    done = run(tmp_path / "r.csv", tmp_path / "o.html")
    assert done.exit_code == 1
    assert "không tìm thấy hàng tiêu đề" in done.output
    assert not (tmp_path / "o.html").exists()
    with pytest.raises(InvalidRegister):
        Entered(tmp_path / "không có.csv", mapping())


def test_the_same_register_makes_the_same_page_to_the_byte(bad_register: Path, tmp_path: Path) -> None:
    for name in ("1.html", "2.html"):
        run(bad_register, tmp_path / name)
    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()


def test_what_the_guide_shows_is_what_the_commands_print(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(HA_NAM, tmp_path / "so-ha-nam.csv")
    monkeypatch.chdir(tmp_path)
    shown = re.findall(r"```console\n\$ langnghe (.*)\n((?s:.*?))```", GUIDE.read_text("utf-8"))
    assert shown
    for command, block in shown:
        printed = CliRunner().invoke(main, shlex.split(command)).output
        at = 0
        for line in block.splitlines():
            if line.strip() != "…":
                at = printed.find(line, at)
                assert at >= 0, line
                at += len(line)

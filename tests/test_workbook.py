"""The dossier as a workbook: written, filled in, saved by other programs, read back to the same dossier."""

from __future__ import annotations

import html
import io
import re
import unicodedata
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

import langnghe
from langnghe.cli import main
from langnghe.engine.workbook.cells import put
from langnghe.engine.workbook.layout import HOUSEHOLDS, SHEETS
from langnghe.engine.workbook.words import label, sheet_name
from langnghe.engine.workbook.writer import workbook
from langnghe.engine.writing.template import yaml_template

ROOT: Final = Path(__file__).parent.parent
WORKBOOKS: Final = ROOT / "fixtures" / "workbooks"
VILLAGES: Final = {path.stem: path for path in sorted((ROOT / "fixtures" / "villages").glob("*.yaml"))}
ODD: Final = {path.stem: path for path in sorted((ROOT / "fixtures" / "odd").glob("*.*")) if path.stem != "expected"}
LIST: Final = "Danh sách hộ"
GENERAL: Final = "Thông tin chung"

every_language = pytest.mark.parametrize("lang", ["vi", "en"])


def read(book: bytes | Workbook, name: str = "ho-so.xlsx") -> langnghe.Dossier:
    return langnghe.loads(saved(book) if isinstance(book, Workbook) else book, name=name)


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def opened(**more: Any) -> Workbook:
    """A workbook of a small dossier, open to be filled in further."""
    return load_workbook(io.BytesIO(workbook(small(**more))))


def small(**more: Any) -> langnghe.Dossier:
    tree = {
        "format": "langnghe/dossier/v1",
        "id": "THU-1",
        "title": "craft_village",
        "proposed_on": "2022-07-29",
        "place": {"name": "Làng Thử", "province": "Tỉnh Thử"},
    }
    return langnghe.Dossier.model_validate(tree | more)


def answer(book: Workbook, item: str, value: Any, sheet: str = GENERAL, column: int = 2) -> str:
    """Fill in the answer beside a label; give the cell."""
    for row in book[sheet].iter_rows(max_col=1):
        if isinstance(row[0].value, str) and row[0].value.rstrip(" *") == item:
            cell = book[sheet].cell(row[0].row, column)
            cell.value = value
            return f"{sheet}!{cell.coordinate}"
    raise AssertionError(item)


def households(book: Workbook, *rows: tuple[Any, ...]) -> None:
    """Fill in the list from its first row, row 5: name, address, trade, group."""
    for at, row in enumerate(rows, 5):
        for column, value in enumerate(row, 2):
            book[LIST].cell(at, column).value = value


def problems(book: bytes | Workbook, name: str = "ho-so.xlsx") -> list[str]:
    with pytest.raises(langnghe.InvalidDossier) as caught:
        read(book, name)
    return caught.value.lines("vi")


# ---- the same dossier, as YAML and as a workbook


@every_language
@pytest.mark.parametrize("path", [*VILLAGES.values(), *ODD.values()], ids=[*VILLAGES, *ODD])
def test_a_dossier_as_yaml_and_as_workbook_gives_the_same_assessment_byte_for_byte(path, lang):
    dossier = langnghe.load(path)

    again = read(workbook(dossier, lang=lang))

    assert again.content() == dossier.content()
    assert again.sha256 == dossier.sha256
    assert langnghe.assess(again).model_dump_json() == langnghe.assess(dossier).model_dump_json()


# Letters, and what cells, lists and workbooks give a meaning of their own.
TEXTS: Final = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12),
    st.text('Aa "=+-@;#\n\t0/ệ_x\u0301', min_size=1, max_size=12),
    st.sampled_from(
        ["Không", "có", "Chưa rõ", '"', '""', "=1+1", "#1", "0123", "Ủy ban nhân dân cấp huyện", "_x0041_"]
    ),
).filter(lambda text: text.strip() and "x005F" not in text)
DATES: Final = st.one_of(
    st.dates(min_value=date(1, 1, 1)).map(date.isoformat),
    st.integers(1000, 2100).map(str),
    st.sampled_from(
        [
            "196X",
            "15XX",
            "1960-05",
            "1960-21",
            "1954/1960",
            "[..1954]",
            "../1954",
            "1960~",
            "2019?",
            "1960-05/1962-12-01",
        ]
    ),
)
COUNTS: Final = st.one_of(
    st.integers(0, 300), st.sampled_from([">=300", ">300", "<=320", "<400", "300..350", "hơn 300", "gần 320"])
)
KINDS: Final = ["household_list", "craft_history", "environment_assurance", "awards", "other"]
EVIDENCE: Final = st.lists(st.sampled_from([*KINDS, "household_list:3", "awards:12"]), max_size=3)
TITLES: Final = ["traditional_craft", "craft_village", "traditional_craft_village"]


def cited(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(value, value, value, st.fixed_dictionaries({"value": value, "evidence": EVIDENCE}))


def part(required: dict[str, Any], **optional: Any) -> st.SearchStrategy[Any]:
    """A part of a dossier: any of its values may be missing, and any may cite evidence, the whole part too."""
    return cited(
        st.fixed_dictionaries(
            {key: cited(value) for key, value in required.items()},
            optional={key: cited(value) for key, value in optional.items()},
        )
    )


BALLOTS: Final = part({"for": st.integers(0, 20), "against": st.integers(0, 20)})
FINDINGS: Final = st.one_of(
    st.booleans(), part({"holds": st.booleans()}, by=TEXTS, on=DATES, votes=BALLOTS, note=TEXTS)
)
COMPLIANCE: Final = st.sampled_from(["none", "compliant", "non_compliant"])
AUTHORITIES: Final = st.one_of(st.sampled_from(["district", "province", "commune"]), TEXTS)
CRAFTS: Final = part(
    {"name": TEXTS},
    practised_since=DATES,
    still_developing=FINDINGS,
    cultural_identity=FINDINGS,
    artisans=st.lists(cited(TEXTS), max_size=3),
    village_name=FINDINGS,
)
PAPERS: Final = part(
    {"kind": st.sampled_from(KINDS)}, number=TEXTS, issued_on=DATES, pages=st.integers(1, 500), file=TEXTS
)
HELD: Final = part(
    {"title": st.sampled_from(TITLES), "decision": TEXTS, "decided_on": DATES},
    name=TEXTS,
    conformed_in_2018=FINDINGS,
    remedy=part({}, ordered_on=DATES, completed_on=DATES),
)
DOSSIERS: Final = st.fixed_dictionaries(
    {
        "format": st.just("langnghe/dossier/v1"),
        "id": TEXTS,
        "title": st.sampled_from(["craft_village", "traditional_craft_village"]),
        "proposed_on": st.dates(min_value=date(1000, 1, 1)).map(date.isoformat),
        "place": part({"name": TEXTS, "province": TEXTS}, district=TEXTS, commune=TEXTS),
    },
    optional={
        "received_on": st.dates(min_value=date(1000, 1, 1)).map(date.isoformat),
        "activities": cited(st.lists(st.integers(1, 7), max_size=4)),
        "households": part({}, total=st.integers(400, 900), participating=COUNTS, counted_on=DATES, unit=TEXTS),
        "production": part({}, stable_since=DATES),
        "environment": part(
            {},
            plan=st.one_of(st.just(value=False), part({}, approved_on=DATES, approved_by=AUTHORITIES, number=TEXTS)),
            self_management_group=FINDINGS,
            wastewater_collection=FINDINGS,
            central_treatment=COMPLIANCE,
            solid_waste_point=FINDINGS,
            solid_waste_treatment=COMPLIANCE,
            solid_waste_transport=FINDINGS,
        ),
        "crafts": cited(st.lists(CRAFTS, max_size=3)),
        "documents": cited(st.lists(PAPERS, max_size=3)),
        "titles_held": cited(st.lists(HELD, max_size=2)),
        "sources": cited(st.lists(cited(TEXTS), max_size=3)),
    },
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(tree=DOSSIERS, lang=st.sampled_from(["vi", "en"]))
def test_every_value_of_any_dossier_survives_a_workbook(tree, lang):
    """Bounds, uncertain dates, votes, evidence, known-to-be-none and not-known: all come back as they were."""
    dossier = langnghe.Dossier.model_validate(tree)

    again = read(workbook(dossier, lang=lang))

    assert again.content() == dossier.content()
    assert again.evidence == dossier.evidence


def test_more_names_than_one_cell_holds_come_back():
    names = [f"Nghệ nhân {number} {'rất dài ' * 400}".strip() for number in range(60)]
    dossier = small(crafts=[{"name": "Mộc", "artisans": names}, {"name": "Rèn", "artisans": []}])

    assert read(workbook(dossier)).content() == dossier.content()


# ---- workbooks that other programs saved


@pytest.mark.parametrize("name", ["libreoffice.xlsx", "libreoffice-messy.xlsx"])
def test_a_workbook_saved_by_libreoffice_is_read_as_it_was_filled_in(name):
    """Merged headings, blank columns and rows, decomposed text, sheets in another order do not matter."""
    written = langnghe.load(WORKBOOKS / "council.yaml")

    dossier = langnghe.load(WORKBOOKS / name)

    assert dossier.content() == written.content()
    assert dossier.sha256 == written.sha256


def test_the_messy_workbook_is_messy():
    book = load_workbook(WORKBOOKS / "libreoffice-messy.xlsx")
    names = [sheet.title for sheet in book]
    texts = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]

    assert unicodedata.normalize("NFC", names[0]) != GENERAL
    assert any(not unicodedata.is_normalized("NFC", name) for name in names)
    assert any(not unicodedata.is_normalized("NFC", text) for text in texts)
    assert any("7" in str(area) for sheet in book for area in sheet.merged_cells.ranges)


def test_text_in_shared_strings_with_formatting_inside_is_read_as_excel_saves_it():
    """Excel keeps text apart from the sheets, in runs of one format each, with phonetics beside it."""
    dossier = small(crafts=[{"name": "Mộc mỹ nghệ", "practised_since": "15XX"}])

    assert read(_as_excel_saves(workbook(dossier))).content() == dossier.content()


def _as_excel_saves(content: bytes) -> bytes:
    strings: list[str] = []

    def shared(match: re.Match[str]) -> str:
        text = html.unescape(match[3])
        first, second = html.escape(text[: len(text) // 2]), html.escape(text[len(text) // 2 :])
        strings.append(
            f"<si><r><t xml:space='preserve'>{first}</t></r><r><rPr><b/></rPr><t xml:space='preserve'>{second}</t></r>"
            "<rPh sb='0' eb='1'><t>x</t></rPh></si>"
        )
        return f'<c{match[1]} t="s"{match[2]}><v>{len(strings) - 1}</v></c>'

    def changed(name: str, text: str) -> str:
        if name == "[Content_Types].xml":
            kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
            part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/>'
            return text.replace("</Types>", f"{part}</Types>")
        text = re.sub(r'<c([^>]*) t="inlineStr"([^>]*)><is><t[^>]*>([^<]*)</t></is></c>', shared, text)
        extension = '<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"/></extLst>'  # newer drop-downs
        return text.replace("</worksheet>", f"{extension}</worksheet>")

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for item in before.infolist():
            after.writestr(item.filename, changed(item.filename, before.read(item).decode()))
        space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        after.writestr("xl/sharedStrings.xml", f'<sst xmlns="{space}">{"".join(strings)}</sst>')
    assert len(strings) > 100
    return out.getvalue()


# ---- what people type


@pytest.mark.parametrize(
    "typed",
    [date(2022, 7, 29), datetime(2022, 7, 29), "29/07/2022", "29/7/2022", "29-07-2022", "29.7.2022", "2022-07-29"],  # noqa: DTZ001  cells have no zone
)
def test_a_day_may_be_a_date_of_excel_or_text(typed):
    book = opened()
    answer(book, "Thời điểm đề nghị", typed)
    answer(book, "Hoạt động ổn định, liên tục từ", typed, "Kết quả hai năm")

    content = read(book).content()

    assert content["proposed_on"] == "2022-07-29"
    assert content["production"]["stable_since"] == "2022-07-29"


@pytest.mark.parametrize(
    ("typed", "year"), [(1965, "1965"), ("1965", "1965"), ("05/1960", "1960-05"), ("15XX", "15XX")]
)
def test_a_time_may_be_less_exact_than_a_day(typed, year):
    book = opened()
    answer(book, "Hoạt động ổn định, liên tục từ", typed, "Kết quả hai năm")

    assert read(book).content()["production"]["stable_since"] == year


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        (1643, 1643),
        (1643.0, 1643),
        ("1643", 1643),
        ("1.643", 1643),
        (" 1,643 ", 1643),
        (">300", ">=301"),
        ("hơn 1.300", ">=1301"),
    ],
)
def test_a_count_may_be_a_number_or_text_with_its_thousands_apart(typed, count):
    book = opened()
    answer(book, "Tổng số hộ của đơn vị được xét", typed)

    assert read(book).content()["households"]["total"] == count


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Có", True),
        ("có ", True),
        (True, True),
        ("Yes", True),
        ("KHÔNG", False),
        (False, False),
        ("Chưa rõ", None),
        (None, None),
    ],
)
def test_yes_and_no_may_be_typed_in_either_language(typed, found):
    book = opened()
    answer(book, "Tổ chức tự quản về bảo vệ môi trường", typed, "Môi trường")

    assert read(book).content().get("environment", {}).get("self_management_group") is found


def test_an_english_workbook_takes_vietnamese_answers():
    book = load_workbook(io.BytesIO(workbook(small(), lang="en")))
    answer(book, "Title proposed", "Làng nghề truyền thống", "General")

    assert read(book).title == "traditional_craft_village"


def test_no_to_a_list_means_that_it_is_empty_and_silence_that_it_is_not_known():
    book = opened()
    answer(book, "Làng có nghề nào không?", "Không", "Nghề")

    content = read(book).content()

    assert content["crafts"] == []
    assert "titles_held" not in content


# ---- the list of households


def test_households_taking_part_are_counted_from_the_list():
    book = opened(households={"total": 40})
    households(book, ("Nguyễn Văn An", "Xóm 1"), ("Trần Thị Bình", "Xóm 1"), ("Lê Văn Cường", "Xóm 2"))

    dossier = read(book)

    assert dossier.content()["households"] == {"total": 40, "participating": 3}
    assert dossier.remarks == ()


def test_the_number_stated_is_used_where_there_is_no_list():
    assert read(opened(households={"participating": 7})).content()["households"]["participating"] == 7


def test_a_number_stated_that_differs_from_the_list_is_used_and_warned_of():
    book = opened(households={"participating": 7})
    households(book, ("Nguyễn Văn An", "Xóm 1"), ("Trần Thị Bình", "Xóm 1"))

    dossier = read(book)

    assert dossier.content()["households"]["participating"] == 7
    assert _warnings(dossier)["household_list_differs"] == (
        "Số hộ tham gia được ghi là 7, nhưng trang «Danh sách hộ» có 2 hộ; kết quả xét dùng số được ghi."
    )


def test_a_bounded_number_that_the_list_bears_out_is_not_warned_of():
    book = opened(households={"participating": ">=2"})
    households(book, ("Nguyễn Văn An", "Xóm 1"), ("Trần Thị Bình", "Xóm 1"))

    assert "household_list_differs" not in _warnings(read(book))


def test_a_household_listed_twice_counts_once_and_both_rows_are_named():
    """The criterion counts households: one that takes part in two trades is still one."""
    book = opened()
    households(
        book,
        ("Nguyễn Văn An", "Xóm 1", "Mộc"),
        ("Trần Thị Bình", "Xóm 1", "Mộc"),
        (unicodedata.normalize("NFD", "nguyễn  VĂN an "), "xóm 1", "Bán đồ gỗ"),
        ("Nguyễn Văn An", "Xóm 2", "Mộc"),
    )

    dossier = read(book)

    assert dossier.content()["households"]["participating"] == 3
    assert "dòng 5, 7." in _warnings(dossier)["household_twice"]


def test_rows_that_are_no_household_are_named_and_not_counted():
    book = opened()
    households(book, ("Nguyễn Văn An", "Xóm 1"), (), (None, "Xóm 1", "Mộc"), ("Trần Thị Bình", "Xóm 1"), (), ())
    for row in range(5, 60):
        book[LIST].cell(row, 1).value = row - 4  # numbered to the end of the page, as printed forms are

    dossier = read(book)

    assert dossier.content()["households"]["participating"] == 2
    assert "dòng 6." in _warnings(dossier)["household_empty_row"]
    assert "dòng 7." in _warnings(dossier)["household_nameless"]


def test_column_numbers_repeated_headings_and_totals_are_no_households():
    book = opened()
    columns = [label(column, "vi") for column in HOUSEHOLDS.columns]
    households(book, ("(2)", "(3)", "(4)"), ("Nguyễn Văn An", "Xóm 1"), tuple(columns[1:]), ("Trần Thị Bình", "Xóm 1"))
    households_end = 9
    book[LIST].cell(5, 1).value = "(1)"
    book[LIST].cell(households_end, 1).value = "Tổng cộng"
    book[LIST].cell(households_end, 2).value = "2 hộ"

    dossier = read(book)

    assert dossier.content()["households"]["participating"] == 2
    assert dossier.remarks == ()


def test_a_name_that_begins_like_a_word_for_totals_is_a_household_where_it_has_an_address():
    book = opened()
    households(
        book,
        *(("Tổng Thị An", "Xóm 1"), ("Cộng Văn Bình", "Xóm 1"), ("Trần Thị Cúc", "Xóm 1")),
        *(("Cộng", "Xóm 1"), ("Tổng cộng: 3 hộ", "cả thôn"), ("Tổng số hộ",), ("Cộng thôn Đông", None, "Mộc")),
    )

    dossier = read(book)

    assert dossier.content()["households"]["participating"] == 3
    assert dossier.remarks == ()


def test_groups_of_trades_are_taken_from_the_list_where_they_are_not_stated():
    book = opened()
    households(
        book,
        ("Nguyễn Văn An", "Xóm 1", "Mộc", 4),
        ("Trần Thị Bình", "Xóm 1", "Ướp hoa", "7"),
        ("Lê Văn Cường", "", "", 9),
    )

    dossier = read(book)

    assert dossier.activities == (4, 7)
    assert "1 dòng: 7." in _warnings(dossier)["household_group"]


def test_a_list_too_long_for_any_commune_is_refused():
    book = Workbook()
    sheet = book.active
    sheet.title = LIST
    sheet.append([label(column, "vi") for column in HOUSEHOLDS.columns])
    for number in range(10_001):
        sheet.append([number, f"Hộ {number}"])
    book.create_sheet(GENERAL)

    assert problems(book) == [
        "ho-so.xlsx: Danh sách hộ: danh sách dài quá 10000 hộ; hãy kiểm tra có chọn nhầm tệp không"
    ]


def _warnings(dossier: langnghe.Dossier) -> dict[str, str]:
    return {warning.code: warning.message for warning in langnghe.assess(dossier).warnings}


# ---- everything wrong, at once, with its cell


def test_every_problem_is_told_at_once_with_sheet_cell_and_key():
    book = opened()
    places = {
        "title": answer(book, "Danh hiệu đề nghị", "Làng văn hóa"),
        "proposed_on": answer(book, "Thời điểm đề nghị", "31/02/2022"),
        "place.province": answer(book, "Tỉnh, thành phố", None),
        "households.total": answer(book, "Tổng số hộ của đơn vị được xét", "khoảng 300"),
        "households.participating": answer(book, "Số hộ tham gia ngành nghề nông thôn", "#REF!"),
        "environment.wastewater_collection": answer(book, "Hệ thống thu gom nước thải, nước mưa", "tốt", "Môi trường"),
        "documents[0].pages": "Tài liệu!D8",
        "crafts[0].still_developing": "Kết luận của hội đồng!C5",
    }
    book["Tài liệu"]["A8"] = "Danh sách hộ tham gia"
    book["Tài liệu"]["D8"] = "mười"
    book["Nghề"]["A8"] = "Mộc"
    book["Kết luận của hội đồng"]["C5"] = "chắc có"
    book[GENERAL][places["households.participating"].split("!")[1]].data_type = "e"

    lines = problems(book)

    starts = [f"ho-so.xlsx: {place}: {path}: " for path, place in places.items()]
    assert sorted(line[: line.index(": ", line.index("!")) + 2] for line in lines) == sorted(
        start[: start.index(": ", start.index("!")) + 2] for start in starts
    )
    assert all(any(line.startswith(start) for line in lines) for start in starts)


def test_a_problem_says_what_would_be_right_in_the_words_of_the_sheet():
    book = opened()
    place = answer(book, "Danh hiệu đề nghị", "Làng văn hóa")

    [line] = problems(book)
    assert line == (
        f"ho-so.xlsx: {place}: title: «Làng văn hóa» không có trong danh sách; chọn một trong: "
        "Nghề truyền thống; Làng nghề; Làng nghề truyền thống"
    )


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "wrong"),
    [
        (GENERAL, "A15", "Tổng số họ của đơn vị được xét", "có phải là «Tổng số hộ của đơn vị được xét»?"),
        (GENERAL, "A30", "Số điện thoại", "không có mục «Số điện thoại»"),
        ("Nghề", "B7", "Xuất hiện tại địa phưong từ", "có phải là «Xuất hiện tại địa phương từ»?"),
        ("Danh hiệu đã có", "A8", "Làng nghề", "chưa điền «Số quyết định»"),
        ("Môi trường", "D5", "Hội đồng", "ô này không dùng"),
        ("Môi trường", "D9", "Hội đồng", "chưa ghi kết luận Có hay Không"),
        ("Kết luận của hội đồng", "C5", "Có", "(có 0 mục)"),
        ("Nghề", "C5", "Giấy khen", "«Giấy khen» không phải loại giấy tờ"),
    ],
)
def test_a_slip_of_the_pen_is_not_passed_over(sheet, cell, value, wrong):
    book = opened(households={"total": 40})
    book[sheet][cell] = value
    if cell == "A30":
        book[sheet]["B30"] = "0123"

    assert any(wrong in line for line in problems(book))


def test_a_sheet_renamed_by_a_slip_is_not_taken_for_missing():
    book = opened()
    book["Môi trường"].title = "Môi truờng"

    assert problems(book) == ["ho-so.xlsx: Môi truờng: không có trang «Môi truờng»; có phải là «Môi trường»?"]


def test_a_formula_gives_the_value_that_was_computed():
    book = opened()
    place = answer(book, "Tổng số hộ của đơn vị được xét", "=20+20")

    never_computed = problems(book)
    computed = read(_with_computed_value(saved(book), place.split("!")[1], "40"))

    assert never_computed[0].startswith(f"ho-so.xlsx: {place}: households.total: ô là công thức chưa được tính")
    assert computed.content()["households"]["total"] == 40


def _with_computed_value(content: bytes, cell: str, value: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for item in before.infolist():
            data = before.read(item).decode("utf-8", "surrogateescape")
            data = re.sub(rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v ?/?>(</v>)?', rf"\1<v>{value}</v>", data)
            after.writestr(item.filename, data.encode("utf-8", "surrogateescape"))
    return out.getvalue()


# ---- files that are no workbook, or mean harm


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("password.xlsx", "mật khẩu"), ("old.xls", "(.xls)"), ("opendocument.ods", "không phải tệp Excel .xlsx")],
)
def test_a_file_that_cannot_be_read_gets_one_clear_message(name, wrong):
    with pytest.raises(langnghe.InvalidDossier) as caught:
        langnghe.load(WORKBOOKS / name)

    [line] = caught.value.lines()
    assert wrong in line


def test_a_workbook_cut_short_gets_one_clear_message():
    content = workbook(small())

    for size in (100, len(content) // 2, len(content) - 10):
        [line] = problems(content[:size])
        assert "bị hỏng hoặc chép chưa xong" in line


@pytest.mark.parametrize("content", [b"", b"id: THU-1", b"\x89PNG\r\n\x1a\n"], ids=["nothing", "text", "picture"])
def test_something_else_under_the_name_of_a_workbook_gets_one_clear_message(content):
    [line] = problems(content)
    assert "langnghe template" in line


def test_a_workbook_with_macros_is_refused():
    [line] = problems(_with_part(workbook(small()), "xl/vbaProject.bin", b"macro"))
    assert "(.xlsm)" in line


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet2.xml", b" " * 30_000_000),  # packed a thousand to one
        ("xl/styles.xml", bytes(range(32, 127)) * 60_000),
        ("xl/worksheets/sheet99.xml", b"<row/>" * 6_000_000),
    ],
    ids=["blanks", "styles", "rows"],
)
def test_a_zip_bomb_is_refused_before_it_is_unpacked(part, content):
    [line] = problems(_with_part(workbook(small()), part, content))
    assert "bung ra lớn quá mức" in line


def test_a_sheet_with_half_a_million_rows_is_refused():
    rows = b"".join(b'<row r="%d"/>' % number for number in range(1, 500_001))
    [line] = problems(_with_part(workbook(small()), "xl/worksheets/sheet2.xml", _sheet(rows)))
    assert line.startswith("ho-so.xlsx: Danh sách hộ: trang có dữ liệu quá dòng 50000")


@pytest.mark.parametrize("cell", ["XFD1048576", "B99999999999", "ZZZZZZ5"])
def test_a_cell_beyond_every_sheet_takes_neither_memory_nor_time(cell):
    row = re.sub(r"[A-Z]+", "", cell).encode()
    content = _sheet(b'<row r="%s"><c r="%s"><v>1</v></c></row>' % (row, cell.encode()))

    assert len(problems(_with_part(workbook(small()), "xl/worksheets/sheet2.xml", content))) == 1


def test_entities_that_multiply_are_refused():
    entities = b"".join(b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(12))
    laughs = b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + entities + b"]>"
    content = laughs + _sheet(b'<row r="1"><c r="A1" t="inlineStr"><is><t>&m;</t></is></c></row>')

    [line] = problems(_with_part(workbook(small()), "xl/worksheets/sheet2.xml", content))
    assert "không an toàn" in line


def test_a_picture_may_have_a_document_type():
    picture = b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg/>'
    assert read(_with_part(workbook(small()), "xl/media/image1.svg", picture)) == small()


def _sheet(rows: bytes) -> bytes:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (space, rows)


def _with_part(content: bytes, name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for item in before.infolist():
            if item.filename != name:
                after.writestr(item.filename, before.read(item))
        after.writestr(name, data)
    return out.getvalue()


# ---- what is written


@pytest.mark.parametrize("text", ["=1+1", "+84 912", "-5", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_text_that_looks_like_a_formula_stays_text(text):
    dossier = small(id=text, sources=[text], crafts=[{"name": text, "artisans": [text]}])

    book = load_workbook(io.BytesIO(workbook(dossier)))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert len(cells) == 4
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


def test_any_workbook_of_the_program_may_write_text_so():
    book = Workbook()
    put(book.active["A1"], "=1+1")
    put(book.active["A2"], 12)

    sheet = load_workbook(io.BytesIO(saved(book))).active

    assert (sheet["A1"].value, sheet["A1"].data_type) == ("=1+1", "s")
    assert sheet["A2"].value == 12


@every_language
def test_a_blank_workbook_lacks_nothing_but_what_is_required(lang):
    with pytest.raises(langnghe.InvalidDossier) as caught:
        read(workbook(lang=lang))

    assert {(each.code, each.path) for each in caught.value.problems} == {
        ("cell_missing", path) for path in ("id", "title", "proposed_on", "place.name", "place.province")
    }


def test_a_blank_workbook_filled_with_what_is_required_knows_nothing_else():
    book = load_workbook(io.BytesIO(workbook()))
    answer(book, "Số hồ sơ", "THU-1")
    answer(book, "Danh hiệu đề nghị", "Làng nghề")
    answer(book, "Thời điểm đề nghị", "29/07/2022")
    answer(book, "Tên làng, nghề", "Làng Thử")
    answer(book, "Tỉnh, thành phố", "Tỉnh Thử")

    assert read(book).content() == small().content()


@every_language
def test_the_workbook_has_its_sheets_frozen_headings_drop_downs_and_no_macros(lang):
    content = workbook(lang=lang)
    book = load_workbook(io.BytesIO(content))
    visible = [sheet for sheet in book if sheet.sheet_state == "visible"]

    assert [sheet.title for sheet in visible] == [sheet_name(sheet, lang) for sheet in SHEETS[:-1]]
    assert all(sheet.freeze_panes for sheet in visible)
    assert all(sheet.data_validations.dataValidation for sheet in visible)
    assert not any("vba" in name.lower() for name in zipfile.ZipFile(io.BytesIO(content)).namelist())


@pytest.mark.parametrize(
    ("sheet", "item", "article", "provision", "citation"),
    [
        (GENERAL, "Tổng số hộ của đơn vị được xét", "dieu-5", "khoan-3/diem-a", "điểm a khoản 3 Điều 5"),
        (GENERAL, "Nhóm ngành nghề nông thôn (1–7)", "dieu-4", "khoan-6", "(Điều 4 Nghị định số 52/2018/NĐ-CP)"),
        (GENERAL, "Ngày nhận hồ sơ hợp lệ", "dieu-6", "khoan-4/diem-b", "điểm b khoản 4 Điều 6"),
        (LIST, "Họ và tên chủ hộ", "dieu-5", "khoan-3/diem-a", "điểm a khoản 3 Điều 5"),
        ("Kết quả hai năm", "Hoạt động ổn định, liên tục từ", "dieu-5", "khoan-3/diem-b", "điểm b khoản 3 Điều 5"),
        ("Nghề", "Xuất hiện tại địa phương từ", "dieu-5", "khoan-2/diem-a", "điểm a khoản 2 Điều 5"),
        ("Nghề", "Nghệ nhân", "dieu-5", "khoan-2/diem-c", "điểm c khoản 2 Điều 5"),
        ("Môi trường", "Điểm tập kết chất thải rắn", "dieu-5", "khoan-3/diem-c", "điểm c khoản 3 Điều 5"),
        ("Tài liệu", "Loại giấy tờ", "dieu-6", "khoan-2/diem-b", "điểm b khoản 2 Điều 6"),
        (
            "Kết luận của hội đồng",
            "Sản phẩm của nghề mang bản sắc văn hóa dân tộc",
            "dieu-5",
            "khoan-2/diem-b",
            "điểm b khoản 2",
        ),
    ],
)
def test_the_note_of_a_cell_quotes_the_point_that_its_answer_serves(sheet, item, article, provision, citation):
    rules = yaml.safe_load((ROOT / "rules" / "nd-52-2018" / f"{article}.yaml").read_text(encoding="utf-8"))
    [text] = [each["text"] for each in rules["provisions"] if each["id"] == f"{article}/{provision}"]
    book = load_workbook(io.BytesIO(workbook()))

    [note] = [
        cell.comment.text
        for row in book[sheet].iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.rstrip(" *") == item and cell.comment
    ]

    assert text in note
    assert citation in note


def test_notes_quote_the_law_of_the_day():
    def note(day: date) -> str:
        sheet = load_workbook(io.BytesIO(workbook(day=day)))["Môi trường"]
        return next(
            row[0].comment.text for row in sheet.iter_rows(max_col=1) if row[0].value == "Điểm tập kết chất thải rắn"
        )

    assert "Điều 70" in note(date(2021, 12, 31))
    assert "Điều 56" in note(date(2022, 1, 1))


# ---- the YAML blank, and the command


def _keys(model: Any, path: str = "") -> set[str]:
    """Every key of the dossier's format, by path."""
    schema = model.model_json_schema(by_alias=True)
    found: set[str] = set()

    def walk(node: dict[str, Any], path: str) -> None:
        for option in (node, *node.get("anyOf", ())):
            target = schema["$defs"][option["$ref"].rsplit("/", 1)[1]] if "$ref" in option else option
            target = (
                schema["$defs"][target["items"]["$ref"].rsplit("/", 1)[1]]
                if "$ref" in target.get("items", {})
                else target
            )
            if target.get("title") == "Attributed":
                continue
            for key, child in target.get("properties", {}).items():
                found.add(f"{path}.{key}".lstrip("."))
                walk(child, f"{path}.{key}")

    walk(schema, path)
    return found


@every_language
def test_the_yaml_blank_has_every_key_each_with_a_comment(lang):
    text = yaml_template(lang)
    filled = yaml.safe_load(
        re.sub(r"^#( .*\w+:)", r" \1", text.split("format:", 1)[1].join(["format:", ""]), flags=re.MULTILINE)
    )
    bodies = [
        line for line in text.splitlines() if re.match(r"#?[ -]*\w+:", line) and not line.startswith(("# ", "format:"))
    ]

    def paths(tree: Any, path: str = "") -> set[str]:
        if isinstance(tree, list):
            return {each for entry in tree for each in paths(entry, path)}
        if not isinstance(tree, dict):
            return set()
        return {
            each
            for key, child in tree.items()
            for each in ({f"{path}.{key}".lstrip(".")} | paths(child, f"{path}.{key}"))
        }

    assert paths(filled) == _keys(langnghe.Dossier)
    assert all(re.search(r" # .*\w", line) for line in bodies)


@every_language
def test_the_yaml_blank_lacks_nothing_but_what_is_required(lang):
    with pytest.raises(langnghe.InvalidDossier) as caught:
        langnghe.loads(yaml_template(lang))

    assert {(each.code, each.path) for each in caught.value.problems} == {
        ("missing", path) for path in ("id", "title", "proposed_on", "place.name", "place.province")
    }


def test_the_yaml_blank_filled_with_what_is_required_knows_nothing_else():
    text = yaml_template()
    for key, value in (("id", "THU-1"), ("title", "craft_village"), ("proposed_on", "2022-07-29")):
        text = re.sub(rf"^{key}:", f"{key}: {value}", text, flags=re.MULTILINE)
    for key, value in (("name", "Làng Thử"), ("province", "Tỉnh Thử")):
        text = re.sub(rf"^  {key}:", f"  {key}: {value}", text, flags=re.MULTILINE)

    assert langnghe.loads(text).content() == small().content()


def test_the_command_writes_a_blank_and_a_dossier_as_workbook(tmp_path):
    run = CliRunner().invoke
    village = next(iter(VILLAGES.values()))

    assert run(main, ["template", "-o", str(tmp_path / "trong.xlsx")]).exit_code == 0
    assert run(main, ["template", "-o", str(tmp_path / "trong.yaml")]).exit_code == 0
    assert run(main, ["template", "--from", str(village), "-o", str(tmp_path / "lang.xlsx")]).exit_code == 0
    assert run(main, ["template"]).output == (tmp_path / "trong.yaml").read_text(encoding="utf-8")
    assert langnghe.load(tmp_path / "lang.xlsx").sha256 == langnghe.load(village).sha256
    assert run(main, ["check", str(tmp_path / "lang.xlsx")]).exit_code == 0
    assert run(main, ["check", str(tmp_path / "trong.xlsx")]).exit_code == 1


@pytest.mark.parametrize(
    "arguments", [["-o", "ho-so.pdf"], ["-o", "ho-so"], ["--from", "x.yaml", "-o", "x.yaml"], ["--from", "x"]]
)
def test_the_command_refuses_a_kind_of_file_that_it_does_not_write(arguments):
    result = CliRunner().invoke(main, ["template", *arguments])

    assert result.exit_code == 2
    assert ".xlsx" in result.output


def test_workbooks_are_read_from_several_threads_at_once():
    contents = [workbook(langnghe.load(path)) for path in list(VILLAGES.values())[:4]]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(read, contents * 3))

    assert [each.sha256 for each in found] == [langnghe.load(path).sha256 for path in list(VILLAGES.values())[:4]] * 3

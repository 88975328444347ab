"""Minutes in Word: the prescribed layout, everything a council needs to decide, and offices' own templates.

The dossier of these tests is made up, so that every part of the minutes has something to say.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from examples import VILLAGE_PAPERS, tree

import langnghe
from langnghe.cli import main
from langnghe.engine.dossier import Dossier
from langnghe.engine.law.rulebook import installed
from langnghe.engine.limits import Limits
from langnghe.engine.problems import InvalidTemplate
from langnghe.engine.writing.docx_template import fill
from langnghe.engine.writing.minutes import assessment_minutes, default_template, review_minutes
from langnghe.engine.writing.minutes_forms import Form, write_templates

ROOT: Final = Path(__file__).parent.parent
VILLAGES: Final = sorted((ROOT / "fixtures" / "villages").glob("*.yaml"))
KINDS: Final = ("assessment", "review")
LANGUAGES: Final = ("vi", "en")
REVIEWED_ON: Final = date(2025, 9, 1)

every_language = pytest.mark.parametrize("lang", LANGUAGES)
every_kind = pytest.mark.parametrize("kind", KINDS)


def made_up(**changes):
    """A village with two crafts, evidence, papers that are missing, and two titles."""
    return {
        "format": "langnghe/dossier/v1",
        "id": "XX/2025:001",
        "title": "traditional_craft_village",
        "proposed_on": "2025-08-15",
        "received_on": "2025-08-20",
        "place": {"name": "Làng Thử", "province": "Hưng Yên", "commune": "Xã Mẫu"},
        "activities": [4],
        "households": {
            "total": {"value": 480, "evidence": ["household_list:3"]},
            "participating": {"value": 89, "evidence": ["household_list:3"]},
        },
        "production": {"stable_since": "2010~"},
        "environment": {"self_management_group": True, "wastewater_collection": False},
        "crafts": [
            {"name": "Thêu ren", "practised_since": "15XX", "still_developing": True, "village_name": True},
            {"name": "Khảm trai", "practised_since": "1980", "cultural_identity": False},
        ],
        "documents": [{"kind": "household_list", "number": "01/DS", "issued_on": "2025-07-01"}],
        "titles_held": [
            {"title": "craft_village", "decision": "1803/QĐ-UBND", "decided_on": "2016-08-12"},
            {"title": "traditional_craft", "decision": "77/QĐ-UBND", "decided_on": "2020-08-12", "name": "Thêu ren"},
        ],
        **changes,
    }


def read(made):
    return Dossier.model_validate(made)


def minutes(dossier=None, lang="vi", template=None, kind="assessment"):
    dossier = read(dossier or made_up())
    if kind == "assessment":
        return assessment_minutes(langnghe.assess(dossier, lang=lang), installed(), lang, template)
    return review_minutes(dossier, langnghe.review(dossier, on=REVIEWED_ON, lang=lang), installed(), lang, template)


def opened(content):
    return Document(io.BytesIO(content))


def words(content):
    """Every paragraph of the minutes, those in tables too, as one text with single spaces."""
    paragraphs = opened(content).element.body.iter(qn("w:p"))
    return "\n".join(" ".join("".join(text.text or "" for text in each.iter(qn("w:t"))).split()) for each in paragraphs)


def flat(findings):
    for finding in findings:
        yield finding
        yield from flat(finding.findings)


def plain(text):
    return " ".join(text.split())


def office(*paragraphs, rows=(), header=""):
    """A template as an office would type it."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text
    document.sections[0].header.paragraphs[0].text = header
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def problem(template, kind="assessment", lang="vi"):
    with pytest.raises(InvalidTemplate) as raised:
        minutes(template=template, kind=kind, lang=lang)
    (line,) = raised.value.lines(lang)
    return line


class TestLayout:
    """Decree 30/2020/NĐ-CP, Appendix I: paper, margins, type, head."""

    @every_language
    @every_kind
    def test_the_paper_is_a4_within_the_prescribed_margins(self, kind, lang):
        (section,) = opened(minutes(lang=lang, kind=kind)).sections
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        assert 20 <= round(section.top_margin.mm) <= 25
        assert 20 <= round(section.bottom_margin.mm) <= 25
        assert 30 <= round(section.left_margin.mm) <= 35
        assert 15 <= round(section.right_margin.mm) <= 20

    @every_language
    @every_kind
    def test_every_font_is_times_new_roman_and_black(self, kind, lang):
        document = opened(minutes(lang=lang, kind=kind))
        used = {document.styles[name].element for name in ("Normal", "Heading 1", "Table Text", "Header")}
        defaults = document.styles.element.find(qn("w:docDefaults"))
        fonts = [font for root in (*used, defaults, document.element.body) for font in root.iter(qn("w:rFonts"))]
        assert len(fonts) >= 5
        assert {value for font in fonts for value in font.attrib.values()} == {"Times New Roman"}
        colours = [colour for root in (*used, document.element.body) for colour in root.iter(qn("w:color"))]
        assert {colour.get(qn("w:val")) for colour in colours} <= {"000000"}

    @every_language
    @every_kind
    def test_text_is_13_or_14_points_and_only_the_head_and_the_recipients_are_smaller(self, kind, lang):
        document = opened(minutes(lang=lang, kind=kind))
        assert {document.styles[name].font.size for name in ("Normal", "Heading 1", "Table Text")} == {Pt(13)}
        other = {int(size.get(qn("w:val"))) // 2 for size in document.element.body.iter(qn("w:sz"))}
        assert other <= {11, 12, 13, 14}
        head, *_, foot = document.tables
        smaller = [
            run
            for table in document.tables
            for row in table.rows
            for cell in row.cells
            for paragraph in cell.paragraphs
            for run in paragraph.runs
            if run.font.size and run.font.size < Pt(13)
        ]
        within = {id(run) for table in (head, foot) for run in table._tbl.iter(qn("w:r"))}
        assert {id(run._r) for run in smaller} <= within

    def test_the_head_has_agency_motto_number_place_and_title(self):
        document = opened(minutes())
        (agency, nation), (number, place) = (row.cells for row in document.tables[0].rows)
        assert [each.text for each in nation.paragraphs[:2]] == [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
        ]
        assert all(run.bold for each in nation.paragraphs[:2] for run in each.runs)
        assert agency.text.split("\n")[:3] == ["ỦY BAN NHÂN DÂN", "TỈNH (TP) HƯNG YÊN", "HỘI ĐỒNG XÉT DUYỆT"]
        assert [bool(each.runs[0].bold) for each in agency.paragraphs[:2]] == [False, True]
        assert number.text.startswith("Số: ")
        assert "/BB-" in number.text
        assert place.text.startswith("Hưng Yên, ngày ")
        assert place.paragraphs[0].runs[0].italic
        title = next(each for each in document.paragraphs if each.text == "BIÊN BẢN")
        assert (title.runs[0].bold, title.runs[0].font.size) == (True, Pt(14))

    def test_lines_are_drawn_below_the_agency_the_motto_and_the_title(self):
        assert len(list(opened(minutes()).element.body.iter(qn("w:pBdr")))) == 3

    @pytest.mark.parametrize(
        ("province", "agency"),
        [("Hưng Yên", "TỈNH (TP) HƯNG YÊN"), ("tỉnh Hưng Yên", "TỈNH HƯNG YÊN"), ("TP. Huế", "TP. HUẾ")],
    )
    def test_a_province_that_names_its_kind_keeps_it(self, province, agency):
        place = {"name": "Làng Thử", "province": province}
        assert f"\n{agency}\n" in opened(minutes(made_up(place=place))).tables[0].rows[0].cells[0].text

    @every_kind
    def test_pages_are_numbered_in_the_header_from_the_second_on(self, kind):
        (section,) = opened(minutes(kind=kind)).sections
        assert section.different_first_page_header_footer
        assert section.first_page_header.paragraphs[0].text == ""
        assert [code.text.strip() for code in section.header._element.iter(qn("w:instrText"))] == ["PAGE"]

    @every_kind
    def test_a_table_repeats_its_head_and_breaks_no_short_row(self, kind):
        table = next(
            each
            for each in opened(minutes(kind=kind)).tables
            if "Kết luận" in [cell.text for cell in each.rows[0].cells]
        )
        rows = list(table._tbl.iter(qn("w:tr")))
        assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        breakable = [row for row in rows if row.find(f".//{qn('w:cantSplit')}") is None]
        assert all(len("".join(text.text for text in row.iter(qn("w:t")))) > 400 for row in breakable)

    def test_headings_stay_with_what_follows(self):
        document = opened(minutes())
        assert document.styles["Heading 1"].paragraph_format.keep_with_next
        assert sum(each.style.name == "Heading 1" for each in document.paragraphs) == 9


class TestContent:
    """What the council reads, and what it fills in."""

    @every_language
    def test_every_finding_is_there_with_verdict_reason_and_citation(self, lang):
        dossier = read(made_up())
        text = words(minutes(lang=lang))
        findings = list(flat(langnghe.assess(dossier, lang=lang).findings))
        assert len(findings) == 4 + 4 + 1 + 2 * 5  # the village's, the environment's, the crafts', each craft's
        for finding in findings:
            assert plain(finding.reason) in text
            assert finding.citation in text

    @pytest.mark.parametrize("village", VILLAGES, ids=lambda path: path.stem)
    def test_a_real_village_has_every_reason_and_quotation_in_its_minutes(self, village):
        assessment = langnghe.assess(langnghe.load(village))
        text = words(assessment_minutes(assessment, installed(), "vi"))
        provisions = installed().provisions()
        for finding in flat(assessment.findings):
            assert plain(finding.reason) in text
            assert f"“{plain(provisions[finding.provision].text)}”" in text
        for warning in assessment.warnings:
            assert plain(warning.message) in text

    def test_the_statute_is_quoted_once_and_referred_to_afterwards(self):
        text = words(minutes())
        age = "Nghề đã xuất hiện tại địa phương từ trên 50 năm và hiện đang tiếp tục phát triển"
        assert text.count(age) == 1
        assert "điểm a khoản 2 Điều 5 Nghị định số 52/2018/NĐ-CP (nguyên văn tại mục 5.1.1)." in text

    def test_criteria_are_numbered_as_they_nest(self):
        table = next(each for each in opened(minutes()).tables if each.rows[0].cells[1].text == "Tiêu chí")
        numbers = [row.cells[0].text for row in table.rows[1:] if row.cells[0].text]
        conditions = [f"4.{number}" for number in range(1, 5)]
        crafts = [place for craft in "12" for place in (f"5.{craft}", *(f"5.{craft}.{each}" for each in range(1, 5)))]
        assert numbers == ["1", "2", "3", "4", *conditions, "5", *crafts]

    def test_evidence_is_named_with_number_day_and_page(self):
        assert "Chứng cứ: danh sách hộ tham gia (số 01/DS, ngày 01/07/2025), trang 3." in words(minutes())

    def test_a_criterion_that_fails_says_what_would_meet_it(self):
        # 20 % of 480 households are 96; 89 take part.
        assert "Để đạt: còn thiếu 7 hộ (cần ít nhất 96/480)." in words(minutes())

    def test_a_missing_paper_is_named_with_what_may_be_given_instead(self):
        # The village holds craft_village already: the craft's papers are asked for, and none was given.
        text = words(minutes())
        missing = text[text.index("Giấy tờ còn thiếu") :]
        assert "- Bản tóm tắt quá trình hình thành, phát triển của nghề truyền thống (" in missing
        assert (
            "Có thể nộp: bản sao giấy chứng nhận, huy chương hoặc bản mô tả đặc trưng mang bản sắc văn hóa dân tộc."
            in missing
        )

    def test_nothing_is_said_to_be_missing_from_complete_papers(self):
        text = words(minutes(tree(documents=VILLAGE_PAPERS, titles_held=[])))
        assert "Thành phần hồ sơ đầy đủ, xét theo khoản 2 Điều 6 Nghị định số 52/2018/NĐ-CP." in text
        assert "Giấy tờ còn thiếu" not in text

    def test_the_deadline_counts_working_days_without_the_national_holiday(self):
        # 30 working days after 20 August 2025: 1 and 2 September are holidays.
        assert "03/10/2025 (30 ngày làm việc kể từ ngày nhận hồ sơ hợp lệ" in words(minutes())

    def test_a_deadline_that_cannot_be_told_is_not_invented(self):
        text = words(minutes(made_up(received_on=None)))
        assert "chưa xác định, vì hồ sơ chưa ghi ngày nhận hồ sơ hợp lệ" in text
        assert "ngày làm việc" not in text

    def test_values_without_evidence_are_named_in_words(self):
        text = words(minutes())
        (line,) = (line for line in text.split("\n") if "Số liệu chưa dẫn chứng cứ" in line)
        assert "Thời điểm nghề xuất hiện tại địa phương (nghề Thêu ren, nghề Khảm trai)" in line
        assert "Tổng số hộ" not in line
        assert "crafts" not in line

    @every_kind
    def test_the_engine_only_recommends(self, kind):
        assert "Kết quả do phần mềm kiến nghị; hội đồng xét duyệt và Ủy ban nhân dân cấp tỉnh quyết định." in words(
            minutes(kind=kind)
        )

    @pytest.mark.parametrize(
        "blank",
        [
            "Có mặt: ",
            "Ý kiến của các thành viên",
            "Số phiếu tán thành",
            "Số phiếu không tán thành",
            "THƯ KÝ",
            "CHỦ TRÌ",
        ],
    )
    @every_kind
    def test_there_is_room_for_presence_opinions_votes_and_signatures(self, kind, blank):
        assert blank in words(minutes(kind=kind))

    def test_the_record_number_is_made_of_rulebook_day_and_dossier(self):
        dossier = read(made_up())
        number = f"{installed().version}-20250815-{dossier.sha256[:12].upper()}"
        assert f"Mã bản ghi: {number}." in words(minutes())

    def test_the_record_number_follows_the_dossier(self):
        numbers = {
            line
            for total in (480, 481)
            for line in words(minutes(made_up(households={"total": total}))).split("\n")
            if line.startswith("Mã bản ghi")
        }
        assert len(numbers) == 2

    def test_english_minutes_speak_english(self):
        text = words(minutes(lang="en"))
        assert "MINUTES" in text
        assert "SOCIALIST REPUBLIC OF VIET NAM" in text
        assert "15 August 2025" in text
        for vietnamese in ("BIÊN BẢN", "Kết quả", "Chứng cứ", "chưa rõ"):
            assert vietnamese not in text

    @every_kind
    def test_the_same_dossier_gives_the_same_bytes(self, kind):
        assert minutes(kind=kind) == minutes(kind=kind)

    def test_the_document_is_titled_and_carries_no_foreign_author_or_day(self):
        properties = opened(minutes()).core_properties
        assert properties.title.startswith(
            "Thẩm định hồ sơ đề nghị công nhận danh hiệu làng nghề truyền thống Làng Thử"
        )
        assert (properties.author, properties.created, properties.modified) == ("", None, None)


class TestReview:
    """One document a dossier, every title in it."""

    @every_language
    def test_every_title_is_there_with_outcome_reasons_and_citation(self, lang):
        text = words(minutes(lang=lang, kind="review"))
        reviews = langnghe.review(read(made_up()), on=REVIEWED_ON, lang=lang)
        assert len(reviews) == 2
        for review in reviews:
            assert review.decision in text
            assert review.citation in text
            for finding in flat(review.findings):
                assert plain(finding.reason) in text

    def test_outcomes_are_those_of_the_facts(self):
        # 89 of 480 households are under 20 %; the craft is old, but nothing was found on its cultural identity.
        text = words(minutes(kind="review"))
        first, second = text.index("1803/QĐ-UBND"), text.index("77/QĐ-UBND")
        assert "ĐỀ NGHỊ XEM XÉT THU HỒI" in text[first:second]
        assert "CHƯA ĐỦ CĂN CỨ" in text[second:]

    def test_each_title_has_a_row_for_its_votes(self):
        votes = opened(minutes(kind="review")).tables[-2]
        assert [row.cells[0].text for row in votes.rows[1:]] == ["làng nghề «Làng Thử»", "nghề truyền thống «Thêu ren»"]

    def test_each_title_quotes_the_law_for_itself(self):
        text = words(minutes(kind="review"))
        assert text.count("“Tiêu chí công nhận nghề truyền thống, làng nghề, làng nghề truyền thống áp dụng") == 2


HOSTILE: Final = [
    "<b>Đậm</b>",
    "A & B",
    "\"nháy\" và 'nháy đơn'",
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{_{ a }_}",
    "]]> <!-- x -->",
    "&lt;w:p&gt;",
    "\ufffe lạ",
]


class TestLiteralText:
    """Whatever a village calls itself comes out as it was written."""

    @pytest.mark.parametrize("name", HOSTILE)
    @every_kind
    def test_markup_in_a_name_is_text(self, kind, name):
        crafts = [{"name": name, "practised_since": "1980"}]
        dossier = made_up(id=name, place={"name": name, "province": name}, crafts=crafts)
        shown = name.replace("\ufffe", "\ufffd")  # not a character of XML
        content = minutes(dossier, kind=kind)
        assert f"{shown}, {shown}" in words(content)
        assert shown in opened(content).core_properties.title

    def test_lines_of_a_text_stay_lines(self):
        content = minutes(made_up(place={"name": "Dòng một\nDòng hai", "province": "Hưng Yên"}))
        assert "Dòng một\nDòng hai" in "\n".join(each.text for each in opened(content).paragraphs)

    def test_a_long_name_is_whole(self):
        name = "Rất dài " * 400
        assert plain(name) in words(minutes(made_up(place={"name": name, "province": "Hưng Yên"})))


class TestOfficeTemplates:
    """Ordinary .docx files, typed and changed by offices, trusted with nothing."""

    def test_placeholders_lists_and_conditions_are_filled_in(self):
        template = office(
            "Làng {{ ten }} ({{ so_ho_so }})",
            "{%p if con_thieu %}",
            "Thiếu {{ con_thieu|length }} giấy tờ",
            "{%p endif %}",
            rows=[("{%tr for tc in tieu_chi %}", ""), ("{{ tc.tt }}", "{{ tc.ket_luan }}"), ("{%tr endfor %}", "")],
            header="{{ ma_ban_ghi }}",
        )
        document = opened(minutes(template=template))
        assert [each.text for each in document.paragraphs[:2]] == ["Làng Làng Thử (XX/2025:001)", "Thiếu 2 giấy tờ"]
        assert [cell.text for cell in document.tables[0].rows[1].cells] == ["2", "Không đạt"]
        assert document.sections[0].header.paragraphs[0].text.startswith(f"{installed().version}-")

    def test_a_placeholder_typed_in_several_runs_is_one(self):
        document = Document()
        paragraph = document.add_paragraph()
        for piece in ("{{ t", "en ", "}", "}"):
            paragraph.add_run(piece).bold = piece == "en "
        packed = io.BytesIO()
        document.save(packed)
        assert opened(minutes(template=packed.getvalue())).paragraphs[0].text == "Làng Thử"

    def test_a_table_without_rows_and_a_cell_without_text_leave_a_sound_document(self):
        rows = [("{%tr for gt in con_thieu %}", ""), ("{{ gt.ten }}", ""), ("{%tr endfor %}", "")]
        papers = [{"kind": "craft_history"}, {"kind": "awards"}]
        content = minutes(made_up(documents=papers), template=office("Thiếu:", rows=rows))
        assert opened(content).tables == []

        template = Document()
        template.add_table(1, 1).rows[0].cells[0].text = "{%p if con_thieu %}"
        cell = template.tables[0].rows[0].cells[0]
        for text in ("Thiếu", "{%p endif %}"):
            cell.add_paragraph(text)
        packed = io.BytesIO()
        template.save(packed)
        (cell,) = opened(minutes(made_up(documents=papers), template=packed.getvalue()))._body._body.iter(qn("w:tc"))
        assert [child.tag for child in cell][-1] == qn("w:p")

    @every_kind
    def test_the_default_templates_are_what_the_forms_build(self, kind):
        for lang in LANGUAGES:
            carried, built = (
                zipfile.ZipFile(io.BytesIO(each)) for each in (default_template(kind, lang), Form(kind, lang).built())
            )
            for part in ("word/document.xml", "word/header1.xml"):
                assert carried.read(part) == built.read(part), f"{part}: run minutes_forms again"

    def test_the_forms_are_written_by_name(self, tmp_path):
        write_templates(tmp_path)
        assert {path.name for path in tmp_path.iterdir()} == {
            *("bien-ban-tham-dinh.vi.docx", "bien-ban-tham-dinh.en.docx"),
            *("bien-ban-ra-soat.vi.docx", "bien-ban-ra-soat.en.docx"),
        }

    @every_kind
    def test_the_documented_placeholders_are_those_that_there_are(self, kind, monkeypatch):
        filled = []
        monkeypatch.setattr("langnghe.engine.writing.minutes.fill", lambda _, values, __: filled.append(values))
        minutes(kind=kind)
        (values,) = filled
        titles = values["danh_hieu"] if kind == "review" else [values]
        rows = {"tc": titles[0]["tieu_chi"], "gt": values.get("giay_to", []), "dh": titles if kind == "review" else []}
        there_are = set(values) | {f"{owner}.{name}" for owner, each in rows.items() for row in each for name in row}

        _, common, *own, _, _ = (ROOT / "docs" / "mau-bien-ban.md").read_text(encoding="utf-8").split("\n## ")
        lines = (common + own[KINDS.index(kind)]).splitlines()
        assert {line.split("`")[1] for line in lines if line.startswith("| `")} == there_are

    @pytest.mark.parametrize(
        ("typed", "named"),
        [
            ("{{ ten_lang_nghe }}", "«ten_lang_nghe»"),
            (
                "{% for tc in tieu_chi %}{{ tc.ket_luam }}{% endfor %}",
                "«ket_luam» mà biên bản này không có; gần nhất: ket_luan",
            ),
            ("{% if tc %}{% endif %}", "«tc»"),
            ("{{ ten", "«{{ ten"),
            ("{% if ten %}", "{% if ten %}"),
            ("{%tr for tc in tieu_chi %}", "'tr'"),
            ("{{ ten|bold }}", "'bold'"),
            ("{{ tieu_chi }}", "cả một danh sách"),
            ("{{ 7*7 }}", "Mul is not allowed"),
            ("{{ 'x'.ljust(1000000000) }}", "Call is not allowed"),
            ("{{ range(10) }}", "Call is not allowed"),
            ("{% set x = ten %}", "Assign is not allowed"),
            ("{% include 'x' %}", "Include is not allowed"),
            ("{{ ten.__class__ }}", "«__class__»"),
            ("{{ ten|attr('__class__') }}", "'attr'"),
            ("{{ tieu_chi[0].__init__ }}", "«__init__»"),
        ],
    )
    def test_a_mistake_or_an_attack_is_one_message_that_names_it(self, typed, named):
        message = problem(office(typed))
        assert named in message
        assert "\n" not in message

    def test_tags_that_cross_paragraphs_are_explained(self):
        for tag, end in (("{% if not ten %}", "{% endif %}"), ("{% for tc in tieu_chi %}", "{% endfor %}")):
            assert "{%p … %}" in problem(office(tag, rows=[(end,)]))

    def test_loops_in_loops_cannot_fill_the_memory(self):
        nested = "{% for a in tieu_chi %}" * 4 + "x" + "{% endfor %}" * 4
        assert "more than 3 loops" in problem(office(nested))

    def test_output_has_an_end(self):
        endless = office("{% for a in tieu_chi %}" + "x" * 20_000 + "{% endfor %}")
        with pytest.raises(InvalidTemplate, match="dài quá giới hạn"):
            fill(endless, {"tieu_chi": ["a"] * 20}, "", Limits(minutes_characters=200_000))

    @pytest.mark.parametrize(
        "content", [b"", b"format: langnghe/dossier/v1", b"PK\x03\x04 cut off"], ids=["empty", "yaml", "cut off"]
    )
    def test_what_is_not_a_docx_is_told(self, content):
        assert "không phải .docx" in problem(content)

    def test_another_zip_is_not_a_docx(self):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.txt", "a")
        assert "không phải .docx" in problem(packed.getvalue())

    def test_a_docx_with_entities_is_refused(self):
        bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(office("{{ ten }}"))) as old, zipfile.ZipFile(packed, "w") as new:
            for part in old.infolist():
                data = old.read(part).decode("utf-8", "surrogateescape")
                if part.filename == "word/document.xml":
                    data = data.replace("<w:document", f"{bomb}<w:document", 1).replace("{{ ten }}", "&a;{{ ten }}")
                new.writestr(part.filename, data.encode("utf-8", "surrogateescape"))
        problem(packed.getvalue())

    def test_a_zip_bomb_is_refused_before_it_is_unpacked(self):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", b" " * 100_000_001)
        assert "lớn hơn giới hạn" in problem(packed.getvalue())


class TestCommand:
    """``langnghe assess … --format docx`` and ``langnghe review … --format docx``."""

    @pytest.fixture
    def dossier(self, tmp_path):
        path = tmp_path / "ho-so.yaml"
        path.write_text(read(made_up()).model_dump_json(exclude_none=True, by_alias=True), encoding="utf-8")
        return path

    def run(self, *arguments):
        return CliRunner().invoke(main, [str(each) for each in arguments])

    def test_one_dossier_goes_into_the_file_named(self, dossier, tmp_path):
        done = self.run("assess", dossier, "--format", "docx", "-o", tmp_path / "bien-ban.docx")
        assert (done.exit_code, done.output) == (0, "")
        assert "BIÊN BẢN" in words((tmp_path / "bien-ban.docx").read_bytes())

    def test_a_review_goes_into_the_file_named(self, dossier, tmp_path):
        out = tmp_path / "ra-soat.docx"
        done = self.run("review", dossier, "--on", "2025-09-01", "--format", "docx", "-o", out, "--lang", "en")
        assert (done.exit_code, done.output) == (0, "")
        assert "Review of titles held" in words(out.read_bytes()).replace("\n", " ")

    def test_without_a_file_it_is_a_usage_error(self, dossier):
        done = self.run("assess", dossier, "--format", "docx")
        assert done.exit_code == 2
        assert "-o bien-ban.docx" in done.output

    def test_several_dossiers_need_a_folder(self, dossier, tmp_path):
        done = self.run("assess", dossier, dossier, "--format", "docx", "-o", tmp_path / "x.docx")
        assert done.exit_code == 2
        assert not (tmp_path / "x.docx").exists()

    @pytest.mark.parametrize("command", ["assess", "review"])
    def test_a_folder_gets_one_file_a_dossier_named_from_its_number(self, command, dossier, tmp_path):
        done = self.run(command, dossier, "--format", "docx", "-o", f"{tmp_path / 'ra'}{os.sep}")
        assert done.exit_code == 0
        assert [path.name for path in (tmp_path / "ra").glob("*.docx")] == ["XX-2025-001.docx"]

    def test_a_dossier_without_titles_has_no_minutes_of_review(self, tmp_path):
        path = tmp_path / "ho-so.yaml"
        path.write_text(
            read(made_up(titles_held=[])).model_dump_json(exclude_none=True, by_alias=True), encoding="utf-8"
        )
        done = self.run("review", path, "--format", "docx", "-o", tmp_path / "x.docx")
        assert done.exit_code == 0
        assert "không có danh hiệu nào để rà soát" in done.stderr
        assert not (tmp_path / "x.docx").exists()

    def test_an_invalid_dossier_leaves_the_file_alone(self, tmp_path):
        out = tmp_path / "x.docx"
        out.write_bytes(b"before")
        path = tmp_path / "ho-so.yaml"
        path.write_text("format: langnghe/dossier/v1\n", encoding="utf-8")
        assert self.run("assess", path, "--format", "docx", "-o", out).exit_code == 1
        assert out.read_bytes() == b"before"

    def test_the_offices_template_is_used(self, dossier, tmp_path):
        own = tmp_path / "mau.docx"
        own.write_bytes(office("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "{{ ten }}: {{ ket_qua }}"))
        out = tmp_path / "x.docx"
        assert self.run("assess", dossier, "--format", "docx", "--template", own, "-o", out).exit_code == 0
        assert words(out.read_bytes()).startswith("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nLàng Thử: KHÔNG ĐỦ ĐIỀU KIỆN")

    @pytest.mark.parametrize("where", ["x.docx", f"ra{os.sep}"])
    def test_a_template_with_a_mistake_is_a_usage_error_that_names_file_and_placeholder(self, where, dossier, tmp_path):
        own = tmp_path / "mau.docx"
        own.write_bytes(office("{{ ket_quan }}"))
        done = self.run("assess", dossier, "--format", "docx", "--template", own, "-o", f"{tmp_path}{os.sep}{where}")
        assert done.exit_code == 2
        assert "mau.docx: mẫu dùng ô «ket_quan» mà biên bản này không có; gần nhất: ket_qua" in done.output
        assert "Traceback" not in done.output
        assert not (tmp_path / "x.docx").exists()

    def test_a_template_without_minutes_to_write_is_a_usage_error(self, dossier, tmp_path):
        own = tmp_path / "mau.docx"
        own.write_bytes(office("{{ ten }}"))
        done = self.run("assess", dossier, "--template", own)
        assert done.exit_code == 2
        assert "--format docx" in done.output


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice Writer (soffice) is not installed")
class TestInLibreOffice:
    """The document opens in an office program, whole, and survives being edited there."""

    @staticmethod
    def convert(source, ending, folder):
        """Open in LibreOffice, with a profile of its own, and save in another format."""
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [
            shutil.which("soffice"),
            profile,
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            str(folder),
            str(source),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return folder / f"{Path(source).stem}.{ending.partition(':')[0]}"

    @pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
    @every_kind
    def test_every_word_of_the_reasons_is_on_a_page_and_the_record_on_the_last(self, kind, tmp_path):
        (tmp_path / "bb.docx").write_bytes(minutes(kind=kind))
        pdf = self.convert(tmp_path / "bb.docx", "pdf", tmp_path)
        command = [shutil.which("pdftotext"), "-layout", str(pdf), "-"]
        text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
        pages = [" ".join(page.split()) for page in text.split("\f") if page.strip()]
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages[0]
        assert [page.startswith(f"{number} ") for number, page in enumerate(pages[1:], 2)] == [True] * (len(pages) - 1)
        assert "THƯ KÝ CHỦ TRÌ" in pages[-1]
        assert "Mã bản ghi" in pages[-1]
        heads = ["TT Tiêu chí Kết luận Số liệu, lý do, chứng cứ" in page for page in pages]
        assert sum(heads) >= 3  # the head is repeated
        dossier = read(made_up())
        results = [langnghe.assess(dossier)] if kind == "assessment" else langnghe.review(dossier, on=REVIEWED_ON)
        reasons = {word for result in results for each in flat(result.findings) for word in each.reason.split()}
        assert reasons - {word for page in pages for word in page.split()} == set()  # no word is cut off or broken

    def test_a_template_saved_by_libreoffice_still_serves(self, tmp_path):
        (tmp_path / "mau.docx").write_bytes(default_template("assessment", "vi"))
        (tmp_path / "saved").mkdir()
        saved = self.convert(tmp_path / "mau.docx", "docx:MS Word 2007 XML", tmp_path / "saved")
        text = words(minutes(template=saved.read_bytes()))
        for finding in flat(langnghe.assess(read(made_up())).findings):
            assert plain(finding.reason) in text

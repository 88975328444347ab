"""The forms of the default minutes, from the head to the signatures; their labels come from the message catalogues.

``python -m langnghe.engine.writing.minutes_forms FOLDER`` writes the four templates that the package carries.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docx.shared import Mm, Pt

from langnghe.engine.words.messages import LANGUAGES, say
from langnghe.engine.writing.minutes import Kind, template_name
from langnghe.engine.writing.minutes_layout import (
    CENTRE,
    LEFT,
    WIDTH,
    Piece,
    Sheet,
    more,
    open_border,
    rule,
    sized,
    tight,
    write,
)

if TYPE_CHECKING:
    from docx.table import _Cell

_AGENCY, _NATION = 65, 100  # mm: the two columns of the head
# The line below the motto is as long as the motto, in 13 pt bold Times.
_MOTTO: Final = {"vi": 53.5, "en": 73.0}
# mm: the columns of the criteria, so that no verdict is broken within a word.
_CRITERIA: Final = {"vi": (15, 46, 26, 78), "en": (15, 44, 35, 71)}
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


class Form:
    """One form in one language."""

    def __init__(self, kind: Kind, lang: str) -> None:
        self.kind, self.lang = kind, lang
        self.sheet = Sheet(lang)
        self._headings = iter(_ROMAN)

    def label(self, key: str, **slots: str) -> str:
        """Give a label; its slots are filled with placeholders."""
        return say(f"minutes.form.{key}", self.lang, **slots)

    def heading(self, key: str) -> None:
        """Add a numbered heading."""
        self.sheet.heading(f"{next(self._headings)}. {self.label(key)}")

    def built(self) -> bytes:
        """Lay out the form."""
        assessed = self.kind == "assessment"
        self._head()
        self._attendance()
        self._dossier()
        if assessed:
            self.heading("criteria")
            self._criteria("tieu_chi")
            self._papers()
            self._notes()
            self._result()
        else:
            self._titles()
        self._meeting()
        self._signatures()
        return self.sheet.saved()

    def _head(self) -> None:
        table = self.sheet.table((_AGENCY, _NATION), lined=False)
        left, right = table.row()
        body = self.label("council") if self.kind == "assessment" else "……………………"
        for cell, lines, length, room in (
            (left, (("{{ chu_quan }}", "", 12), (body, "b", 12)), 25, _AGENCY),
            (right, ((self.label("nation"), "b", 12), (self.label("motto"), "b", 13)), _MOTTO[self.lang], _NATION),
        ):
            for number, (text, look, size) in enumerate(lines):
                line = more(cell) if number else cell.paragraphs[0]
                write(line, (text, look), alignment=CENTRE)
                sized(line, size)
                tight(line)
            rule(more(cell), length, room)
        left, right = table.row()
        write(left.paragraphs[0], (self.label(f"number_{self.kind}"), ""), alignment=CENTRE)
        write(right.paragraphs[0], ("{{ tinh }}" + self.label("place_date"), "i"), alignment=CENTRE)
        name = self.sheet.paragraph((self.label("name"), "b"), alignment=CENTRE, keep=True)
        sized(name, 14)
        name.paragraph_format.space_before = Pt(12)
        about = self.sheet.paragraph(("{{ trich_yeu }}", "b"), alignment=CENTRE, keep=True)
        about.paragraph_format.left_indent = about.paragraph_format.right_indent = Mm(5)
        rule(self.sheet.paragraph(), WIDTH / 3, WIDTH)

    def _attendance(self) -> None:
        self.sheet.paragraph((self.label("time"), ""))
        self.sheet.dotted(self.label("venue"))
        self.heading("present")
        self.sheet.dotted(self.label("chair"))
        self.sheet.dotted(self.label("secretary"))
        self.sheet.dotted(self.label("members"))
        table = self.sheet.table((14, 76, 75), [self.label(key) for key in ("row", "full_name", "position")])
        for number in range(1, 6):
            write(table.row()[0].paragraphs[0], (str(number), ""), alignment=CENTRE)

    def _dossier(self) -> None:
        assessed = self.kind == "assessment"
        self.heading("dossier" if assessed else "dossier_reviewed")
        table = self.sheet.table((55, 110))
        rows = [("dossier_number", "{{ so_ho_so }}"), ("place", "{{ dia_chi }}")]
        if assessed:
            days = self.label("due_days", days="{{ so_ngay_lam_viec }}", citation="{{ can_cu_han }}")
            rows.insert(1, ("title", "{{ danh_hieu }}"))
            rows += [
                ("proposed_on", "{{ ngay_de_nghi }}"),
                ("measured_on", "{{ ngay_xet }}"),
                ("received_on", "{{ ngay_nhan }}"),
                ("due", "{{ han_quyet_dinh }}{% if ngay_nhan_da_ro %}" + days + "{% endif %}"),
            ]
        else:
            rows.append(("reviewed_on", "{{ ngay_ra_soat }}"))
        for key, text in rows:
            table.row([(self.label(key), "b")], [(text, "")])

    def _criteria(self, of: str) -> None:
        keys = ("row", "criterion", "verdict", "reason")
        table = self.sheet.table(_CRITERIA[self.lang], [self.label(key) for key in keys])
        table.tag("{%tr for tc in " + of + " %}")
        texts = ("{{ tc.tt }}", "{{ tc.ten }}", "{{ tc.ket_luan }}", "{{ tc.ly_do }}")
        upper = table.row(*([(text, look)] for text, look in zip(texts, ("", "b", "b", ""), strict=True)))
        for cell in upper:
            write(cell.paragraphs[0], keep=True)  # the basis stays with what it is for
        for name, key in (("chung_cu", "evidence"), ("can_bo_sung", "remedy")):
            more(upper[3], (f"{{%p if tc.{name} %}}", ""))
            more(upper[3], (self.label(key), "i"), (f"{{{{ tc.{name} }}}}.", ""))
            more(upper[3], ("{%p endif %}", ""))
        open_border(upper, "bottom")
        quoted, again = ("“{{ tc.nguyen_van }}”", "i"), self.label("quoted_at", place="{{ tc.xem_muc }}")
        # A long provision may run over to the next page, rather than leave half of this one empty.
        table.tag("{%tr if tc.nguyen_van|length > 400 %}")
        self._basis(table.row(whole=False), ("{{ tc.can_cu }}: ", ""), quoted)
        table.tag("{%tr elif tc.nguyen_van %}")
        self._basis(table.row(), ("{{ tc.can_cu }}: ", ""), quoted)
        table.tag("{%tr else %}")
        self._basis(table.row(), ("{{ tc.can_cu }}" + again + ".", ""))
        table.tag("{%tr endif %}")
        table.tag("{%tr endfor %}")

    def _basis(self, row: list[_Cell], *basis: Piece) -> None:
        """Write the provision below a criterion, and what it requires where no quotation tells the reader."""
        law = row[1].merge(row[3])
        write(law.paragraphs[0], (self.label("basis"), "i"), *basis)
        if self.lang != "vi" or len(basis) == 1:
            more(law, (self.label("required"), "i"), ("{{ tc.yeu_cau }}.", ""))
        open_border((row[0], law), "top")

    def _papers(self) -> None:
        self.heading("papers")
        status = self.label("papers_status", status="{{ tinh_trang_ho_so }}", citation="{{ can_cu_ho_so }}")
        self.sheet.paragraph((status + "{% if cach_hieu_ho_so %} {{ cach_hieu_ho_so }}{% endif %}", ""), keep=True)
        keys = ("row", "paper", "paper_basis", "paper_state")
        table = self.sheet.table((15, 70, 48, 32), [self.label(key) for key in keys])
        table.tag("{%tr for gt in giay_to %}")
        state = "{{ gt.tinh_trang }}{% if gt.chi_tiet %} ({{ gt.chi_tiet }}){% endif %}"
        table.row(*([(text, "")] for text in ("{{ gt.tt }}", "{{ gt.ten }}", "{{ gt.can_cu }}", state)))
        table.tag("{%tr endfor %}")
        self.sheet.tag("{%p if con_thieu %}")
        self.sheet.paragraph((self.label("missing"), "b"), keep=True).paragraph_format.space_before = Pt(6)
        self.sheet.tag("{%p for gt in con_thieu %}")
        instead = "{% if gt.co_the_nop %}" + self.label("instead", papers="{{ gt.co_the_nop }}") + "{% endif %}"
        advice = "{% if gt.huong_dan %} {{ gt.huong_dan }}{% endif %}"
        self.sheet.paragraph(("- {{ gt.ten }} ({{ gt.can_cu }})." + instead + advice, ""))
        self.sheet.tag("{%p endfor %}")
        self.sheet.tag("{%p endif %}")

    def _notes(self) -> None:
        self.heading("notes")
        self._notes_of("")
        self.sheet.tag("{%p if not luu_y and not chua_dan_chung_cu %}")
        self.sheet.paragraph((self.label("no_notes"), ""))
        self.sheet.tag("{%p endif %}")

    def _notes_of(self, owner: str) -> None:
        self.sheet.tag(f"{{%p for ly in {owner}luu_y %}}")
        self.sheet.paragraph(("- {{ ly }}", ""))
        self.sheet.tag("{%p endfor %}")
        self.sheet.tag(f"{{%p if {owner}chua_dan_chung_cu %}}")
        listed = f"{{{{ {owner}chua_dan_chung_cu|join('; ') }}}}."
        self.sheet.paragraph(("- " + self.label("uncited") + listed, ""))
        self.sheet.tag("{%p endif %}")

    def _result(self) -> None:
        self.heading("result")
        self._outcome("outcome", "{{ ket_qua }}", "{{ can_cu_ket_qua }}")
        self._outcome("recommendation", "{{ kien_nghi }}", "{{ can_cu_kien_nghi }}")
        self.sheet.tag("{%p if de_du_dieu_kien %}")
        self.sheet.paragraph(("{{ de_du_dieu_kien }}", ""), keep=True)
        self.sheet.tag("{%p endif %}")
        self.sheet.paragraph(("{{ tuyen_bo }}", "i"))

    def _outcome(self, key: str, text: str, basis: str) -> None:
        under = self.label("outcome_basis", citation=basis) + "."
        self.sheet.paragraph((self.label(key), ""), (text, "b"), (under, ""), alignment=LEFT, keep=True)

    def _titles(self) -> None:
        self.heading("titles")
        self.sheet.tag("{%p for dh in danh_hieu %}")
        held = self.label("held", title="{{ dh.danh_hieu }}", name="{{ dh.ten }}", decision="{{ dh.quyet_dinh }}")
        named = self.sheet.paragraph(("{{ dh.tt }}. " + held, "b"), alignment=LEFT, keep=True)
        named.paragraph_format.space_before = Pt(12)
        self._outcome("outcome", "{{ dh.ket_qua }}", "{{ dh.can_cu }}")
        self.sheet.tag("{%p if dh.ghi_chu %}")
        self.sheet.paragraph(("{{ dh.ghi_chu }}", ""), keep=True)
        self.sheet.tag("{%p endif %}")
        self._criteria("dh.tieu_chi")
        self.sheet.tag("{%p if dh.luu_y or dh.chua_dan_chung_cu %}")
        self.sheet.paragraph((self.label("notes") + ":", "b"), keep=True).paragraph_format.space_before = Pt(6)
        self.sheet.tag("{%p endif %}")
        self._notes_of("dh.")
        self.sheet.tag("{%p endfor %}")
        self.sheet.paragraph(("{{ tuyen_bo }}", "i"))

    def _meeting(self) -> None:
        self.heading("opinions")
        self.sheet.dotted(lines=4)
        self.heading("vote")
        if self.kind == "assessment":
            keys = ("vote_members", "vote_for", "vote_against", "vote_invalid")
            self.sheet.table((41, 41, 42, 41), [self.label(key) for key in keys]).row(height=10)
        else:
            keys = ("vote_title", "vote_for", "vote_against", "vote_invalid")
            table = self.sheet.table((60, 35, 35, 35), [self.label(key) for key in keys])
            table.tag("{%tr for dh in danh_hieu %}")
            table.row([(self.label("voted", title="{{ dh.danh_hieu }}", name="{{ dh.ten }}"), "")])
            table.tag("{%tr endfor %}")
        self.heading("conclusion")
        self.sheet.dotted(lines=3, keep=True)

    def _signatures(self) -> None:
        """One table whose rows stay together: no page holds the recipients alone."""
        table = self.sheet.table((82, 83), lined=False)
        end = table.row()
        write(end[0].merge(end[1]).paragraphs[0], (self.label("end"), ""), keep=True)
        signed = table.row(height=32)
        for cell, who, note in zip(signed, ("secretary", "chair"), ("note", "chair_note"), strict=True):
            write(cell.paragraphs[0], (self.label(f"sign_{who}"), "b"), alignment=CENTRE, keep=True)
            cell.paragraphs[0].paragraph_format.space_before = Pt(12)
            write(more(cell), (self.label(f"sign_{note}"), "i"), alignment=CENTRE, keep=True)
        foot = table.row()
        cell = foot[0].merge(foot[1])
        ids = {"rulebook": "{{ bo_quy_tac }}", "rulebook_sha": "{{ ma_bo_quy_tac }}", "dossier_sha": "{{ ma_ho_so }}"}
        for text, look, size in (
            (self.label("recipients"), "bi", 12),
            (self.label("recipient_blank"), "", 11),
            (self.label("recipient_file"), "", 11),
            (self.label("record", record="{{ ma_ban_ghi }}", **ids), "", 11),
        ):
            line = more(cell) if cell.text else cell.paragraphs[0]
            write(line, (text, look))
            sized(line, size)


def write_templates(folder: Path) -> None:
    """Write the default template of each kind and language into ``folder``."""
    for lang in LANGUAGES:
        for kind in ("assessment", "review"):
            folder.joinpath(template_name(kind, lang)).write_bytes(Form(kind, lang).built())


if __name__ == "__main__":
    write_templates(Path(sys.argv[1]))

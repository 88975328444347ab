"""Minutes of an appraisal or a review (biên bản thẩm định, rà soát) as .docx: what each placeholder says.

The placeholders are named in Vietnamese without marks, because offices type them into their own templates;
``docs/mau-bien-ban.md`` lists them.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from langnghe.engine.remedy import earliest_key
from langnghe.engine.words import formats
from langnghe.engine.words.messages import say
from langnghe.engine.writing import labels
from langnghe.engine.writing.docx_template import fill

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.assessment import Assessment
    from langnghe.engine.documents import Documents, Paper
    from langnghe.engine.dossier import Dossier
    from langnghe.engine.findings import Finding
    from langnghe.engine.law.rulebook import Rulebook
    from langnghe.engine.notice import Notice
    from langnghe.engine.remedy import Remedy
    from langnghe.engine.result import Result
    from langnghe.engine.review import Review

Kind = Literal["assessment", "review"]
_FILES = {"assessment": "bien-ban-tham-dinh", "review": "bien-ban-ra-soat"}


def template_name(kind: Kind, lang: str) -> str:
    """Give the file name of a default template."""
    return f"{_FILES[kind]}.{lang}.docx"


def default_template(kind: Kind, lang: str) -> bytes:
    """Give the template that is used where an office brings none of its own."""
    return files(__package__).joinpath("templates", template_name(kind, lang)).read_bytes()


def assessment_minutes(assessment: Assessment, rulebook: Rulebook, lang: str, template: bytes | None = None) -> bytes:
    """Write the minutes of an assessment that was just made.

    Raises:
        InvalidTemplate: the office's template is not a .docx, or names what minutes do not have.
    """
    dossier = assessment.decided.case.dossier
    words = _Words(dossier, rulebook, lang)
    heading = say(
        "minutes.assessment", lang, title=say(f"title.{assessment.title}", lang), subject=words.subject(assessment)
    )
    law = rulebook.law_on(assessment.on)
    due = assessment.deadlines.decision_due_on
    values = {
        **words.head(),
        **words.record(assessment, assessment.on),
        "trich_yeu": heading,
        "danh_hieu": say(f"title.{assessment.title}", lang),
        "ngay_xet": words.day(assessment.on),
        "han_quyet_dinh": words.day(due) or say("minutes.no_due", lang),
        "so_ngay_lam_viec": str(assessment.deadlines.working_days),
        "can_cu_han": assessment.deadlines.citation,
        "ket_qua": say(f"outcome.{assessment.outcome}", lang),
        "kien_nghi": next(row.name.in_(lang) for row in law.recommendations if row.id == assessment.recommendation),
        "can_cu_ket_qua": assessment.citation,
        "can_cu_kien_nghi": assessment.recommendation_citation,
        "de_du_dieu_kien": words.to_qualify(assessment.to_qualify),
        "tieu_chi": words.criteria(assessment.findings),
        **words.papers(assessment.documents),
        "luu_y": words.warnings(assessment.warnings),
        "chua_dan_chung_cu": words.uncited(assessment.uncited),
    }
    own = default_template("assessment", lang) if template is None else template
    return fill(own, values, heading.replace("\n", " "))


def review_minutes(
    dossier: Dossier, reviews: list[Review], rulebook: Rulebook, lang: str, template: bytes | None = None
) -> bytes:
    """Write the minutes of the review of every title that a dossier holds (at least one).

    Raises:
        InvalidTemplate: the office's template is not a .docx, or names what minutes do not have.
    """
    words = _Words(dossier, rulebook, lang)
    heading = say("minutes.review", lang, place=words.address())
    titles = [words.reviewed(number, review) for number, review in enumerate(reviews, 1)]
    values = {
        **words.head(),
        **words.record(reviews[0], reviews[0].on),
        "trich_yeu": heading,
        "ngay_ra_soat": words.day(reviews[0].on),
        "danh_hieu": titles,
    }
    own = default_template("review", lang) if template is None else template
    return fill(own, values, heading.replace("\n", " "))


class _Words:
    """The words of one dossier's minutes; a provision is quoted in full the first time only."""

    def __init__(self, dossier: Dossier, rulebook: Rulebook, lang: str) -> None:
        self.dossier, self.lang = dossier, lang
        self.provisions = rulebook.provisions()
        self.rulebook = rulebook
        self.quoted: dict[str, str] = {}

    def day(self, day: date | None) -> str:
        return formats.day(day, self.lang) if day else ""

    def address(self) -> str:
        return f"{self.dossier.place.name}, {labels.address(self.dossier)}"

    def subject(self, assessment: Assessment) -> str:
        """Name what the title is about: the place, or the one craft and its place."""
        if assessment.title != "traditional_craft" or not self.dossier.crafts:
            return self.address()
        return say("minutes.craft_at", self.lang, craft=self.dossier.crafts[0].name, place=self.address())

    def head(self) -> dict[str, Any]:
        place = self.dossier.place
        return {
            "chu_quan": self._superior().upper(),
            "tinh": place.province,
            "huyen": place.district or "",
            "xa": place.commune or "",
            "ten": place.name,
            "dia_chi": self.address(),
            "so_ho_so": self.dossier.id,
            "ngay_de_nghi": self.day(self.dossier.proposed_on),
            "ngay_nhan": self.day(self.dossier.received_on) or say("value.unknown", self.lang),
            "ngay_nhan_da_ro": self.dossier.received_on is not None,
            "tuyen_bo": say("text.disclaimer", self.lang),
        }

    def _superior(self) -> str:
        """Name the provincial committee; dossiers write "Hưng Yên" as well as "tỉnh Hưng Yên"."""
        province = self.dossier.place.province
        kinds = tuple(say("minutes.province_kinds", self.lang).split("|"))
        key = "superior_named" if province.casefold().startswith(kinds) else "superior"
        return say(f"minutes.{key}", self.lang, province=province)

    def record(self, result: Result, on: date) -> dict[str, Any]:
        """Number the record: the same dossier, day and rulebook have the same number."""
        version = self.rulebook.version
        return {
            "ma_ban_ghi": f"{version}-{on:%Y%m%d}-{result.dossier_sha256[:12].upper()}",
            "bo_quy_tac": version,
            "ma_bo_quy_tac": self.rulebook.sha256,
            "ma_ho_so": result.dossier_sha256,
        }

    def to_qualify(self, remedy: Remedy | None) -> str:
        """Tell what the whole title lacks, and the first day on which it could be had."""
        if remedy is None:
            return ""
        steps = say("remedy.title", self.lang, steps=remedy.text)
        return f"{steps} {say(earliest_key(remedy), self.lang, day=self.day(remedy.on))}" if remedy.on else steps

    def criteria(self, findings: tuple[Finding, ...], above: str = "") -> list[dict[str, Any]]:
        """Give one row a finding, the nested ones right after what they belong to, numbered 4, 4.1, 4.2."""
        rows: list[dict[str, Any]] = []
        for number, finding in enumerate(findings, 1):
            place = f"{above}{number}"
            first = self.quoted.setdefault(finding.provision, place)
            law = self.provisions.get(finding.provision)
            rows.append(
                {
                    "tt": place,
                    "ten": labels.criterion_name(self.dossier, finding),
                    "yeu_cau": finding.required,
                    "ket_luan": _capital(say(f"verdict.{finding.verdict}", self.lang)),
                    "ly_do": finding.reason,
                    "chung_cu": "; ".join(map(self._evidence, finding.evidence)),
                    # What a criterion lacks is what its conditions lack: it stands there, once.
                    "can_bo_sung": finding.remedy.text if finding.remedy and not finding.findings else "",
                    "can_cu": finding.citation,
                    "nguyen_van": law.text if law and first == place else "",
                    "xem_muc": "" if first == place else first,
                }
            )
            rows += self.criteria(finding.findings, f"{place}.")
        return rows

    def _evidence(self, entry: str) -> str:
        return labels.evidence_name(self.dossier, entry, self.lang)

    def papers(self, documents: Documents) -> dict[str, Any]:
        papers = (*documents.required, *documents.optional)
        rows = [(paper, self._paper_row(number, paper)) for number, paper in enumerate(papers, 1)]
        return {
            "tinh_trang_ho_so": say(f"status.{documents.status}", self.lang),
            "can_cu_ho_so": documents.path_citation,
            "cach_hieu_ho_so": documents.interpretation or "",
            "giay_to": [row for _, row in rows],
            "con_thieu": [row for paper, row in rows if paper in documents.missing],
        }

    def _paper_row(self, number: int, paper: Paper) -> dict[str, Any]:
        state = "given" if paper.given else "optional" if paper.optional else "missing"
        given = [each for each in self.dossier.documents or () if each.kind in paper.kinds]
        kinds = [say(f"document.{kind}", self.lang) for kind in paper.kinds]
        return {
            "tt": str(number),
            "ten": paper.name,
            "can_cu": paper.citation,
            "tinh_trang": say(f"minutes.paper_{state}", self.lang),
            "chi_tiet": "; ".join(filter(None, (labels.paper_details(each, self.lang) for each in given))),
            "co_the_nop": say("condition.or", self.lang).join(kinds) if len(kinds) > 1 else "",
            "huong_dan": paper.advice or "",
        }

    def warnings(self, warnings: tuple[Notice, ...]) -> list[str]:
        shown = []
        for warning in warnings:
            name = _capital(labels.value_name(self.dossier, warning.path, self.lang))
            shown.append(f"{name}: {warning.message}" if name else warning.message)
        return list(dict.fromkeys(shown))

    def uncited(self, paths: tuple[str, ...]) -> list[str]:
        """Name the values, one entry a field with the crafts that it was given for."""
        crafts: dict[str, list[str]] = {}
        for path in paths:
            field = re.sub(r"\[\d+\]", "", path)
            named = crafts.setdefault(labels.value_name(self.dossier, field, self.lang) or path, [])
            if index := re.match(r"crafts\[(\d+)\]", path):
                named.append(say("subject.craft", self.lang, name=(self.dossier.crafts or ())[int(index[1])].name))
        return [
            f"{_capital(label)} ({formats.listed(names, self.lang)})" if names else _capital(label)
            for label, names in crafts.items()
        ]

    def reviewed(self, number: int, review: Review) -> dict[str, Any]:
        """Give the part of the minutes that is about one title; every title quotes the law for itself."""
        self.quoted.clear()
        outcomes = self.rulebook.law_on(review.on).review_outcomes
        return {
            "tt": str(number),
            "danh_hieu": say(f"title.{review.title}", self.lang),
            "ten": review.name,
            "quyet_dinh": review.decision,
            "ket_qua": next(row.name.in_(self.lang) for row in outcomes if row.id == review.outcome).upper(),
            "can_cu": review.citation,
            "ghi_chu": review.note or "",
            "tieu_chi": self.criteria(review.findings),
            "luu_y": self.warnings(review.warnings),
            "chua_dan_chung_cu": self.uncited(review.uncited),
        }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

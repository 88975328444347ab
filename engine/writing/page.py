"""Assessments and reviews as one self-contained HTML page: to read on a screen or a phone, and to print."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.words import formats
from langnghe.engine.words.messages import say
from langnghe.engine.writing import labels
from langnghe.engine.writing.page_bars import Bar, bars_of
from langnghe.engine.writing.page_template import rendered

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.assessment import Assessment
    from langnghe.engine.dossier import Dossier
    from langnghe.engine.findings import Finding
    from langnghe.engine.law.rulebook import LawOnDay, Rulebook
    from langnghe.engine.review import Review

# What each verdict and outcome looks like; the word always stands beside the mark.
MARKS: Final = {"met": "✓", "not_met": "✗", "undetermined": "?"}
TONES: Final = {
    "eligible": "met", "not_eligible": "not_met", "undetermined": "undetermined",
    "keep": "met", "propose_revocation": "not_met", "remedy": "undetermined",
}  # fmt: skip


def assessment_page(assessment: Assessment, rulebook: Rulebook, lang: str) -> str:
    """Lay out an assessment as an HTML document: the outcome first, then the reasons."""
    view = View(assessment.decided.case.dossier, rulebook, rulebook.law_on(assessment.on), assessment.on, lang)
    return rendered("assessment.html", lang, result=assessment, view=view, say=say)


def review_page(dossier: Dossier, reviews: list[Review], rulebook: Rulebook, lang: str) -> str:
    """Lay out the reviews of the titles that a dossier holds as one HTML document."""
    views = [View(dossier, rulebook, rulebook.law_on(each.on), each.on, lang) for each in reviews]
    place = labels.address(dossier)
    return rendered(
        "review.html", lang, dossier=dossier, place=place, results=list(zip(reviews, views, strict=True)), say=say
    )


@dataclass(slots=True, eq=False)
class View:
    """What the templates ask about one result, put into words."""

    dossier: Dossier
    rulebook: Rulebook
    law: LawOnDay
    day: date
    lang: str
    _quoted: set[str] = field(default_factory=set)

    def say(self, key: str, **slots: Any) -> str:  # noqa: ANN401  slots take what can be printed
        """Give a message."""
        return say(key, self.lang, **slots)

    def date(self, day: date) -> str:
        """Write a day."""
        return formats.day(day, self.lang)

    def number(self, value: int) -> str:
        """Write a whole number."""
        return formats.number(value, self.lang)

    @property
    def place(self) -> str:
        """Where the village is."""
        return labels.address(self.dossier)

    def subject(self, findings: tuple[Finding, ...]) -> str:
        """Name the village, or the craft and its village."""
        return labels.subject_name(self.dossier, findings)

    def mark(self, verdict: str) -> str:
        """Give the sign of a verdict."""
        return MARKS[verdict]

    def tone(self, outcome: str) -> str:
        """Give the verdict that an outcome is coloured like."""
        return TONES[outcome]

    def named(self, rows: tuple[Any, ...], row_id: str) -> str:
        """Give the name of a row of one of the law's decision tables."""
        return str(next(row.name.in_(self.lang) for row in rows if row.id == row_id))

    def heading(self, finding: Finding) -> str:
        """Name a criterion."""
        return labels.criterion_name(self.dossier, finding)

    def bars(self, finding: Finding) -> list[Bar]:
        """Give the bars of a measured criterion."""
        rule = self.law.rules.get(finding.criterion)
        return bars_of(rule, finding, self.day, self.lang) if rule else []

    def statute(self, provision: str) -> str:
        """Give the statute's own words, empty where the rulebook does not hold them."""
        found = self.rulebook.provisions().get(provision)
        return found.text if found else ""

    def first_time(self, provision: str) -> bool:
        """Tell whether a provision is quoted for the first time: on paper, once is enough."""
        if provision in self._quoted:
            return False
        self._quoted.add(provision)
        return True

    def tally(self, findings: tuple[Finding, ...]) -> list[tuple[str, int]]:
        """Count the criteria of the title by verdict."""
        return [(verdict, sum(each.verdict == verdict for each in findings)) for verdict in MARKS]

    def evidence(self, entry: str) -> str:
        """Name a piece of evidence."""
        return labels.evidence_name(self.dossier, entry, self.lang)

    def value_name(self, path: str) -> str:
        """Name a value of the dossier; empty where it has no name."""
        return labels.value_name(self.dossier, path, self.lang)

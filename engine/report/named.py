"""Titles that are not kept, each by name with the reasons, in the words of the single-dossier review.

The columns decide what is counted; the review of a dossier made of the row puts it into words. Both must come to the
same outcome, so every title named in a report was decided twice over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.columns.names import OUTCOME, TITLE
from langnghe.engine.dates import DateSpan
from langnghe.engine.evaluation import InternalDisagreement
from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.register.fields import (
    CLASS,
    COMMUNE,
    HELD_NAME,
    NAME,
    PROVINCE,
    REVOKED,
)
from langnghe.engine.report.dossiers import dossier_of
from langnghe.engine.report.tally import DECIDED, DISTRICT
from langnghe.engine.report.words import capital, cited
from langnghe.engine.review import review
from langnghe.engine.words import formats
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from langnghe.engine.findings import Finding
    from langnghe.engine.law.rulebook import Rulebook
    from langnghe.engine.review import Review

_REMEMBERED: Final = 5_000  # wordings; rows of a register are often alike
_HELD: Final = "titles_held."
WORKING: Final = "register.working"


@dataclass(frozen=True, slots=True)
class Reason:
    """A criterion that leaves a title short: its name, what is wrong or missing, and the provision."""

    criterion: str
    words: str
    citation: str


@dataclass(frozen=True, slots=True)
class Named:
    """A title by name: where it stands in the register, what is proposed, and why.

    ``also_open`` names the criteria that could not be told beside those that fail; ``remarks`` are the law's own notes
    on such a title, each with its provision.
    """

    record: int
    id: str
    name: str
    province: str
    district: str
    commune: str
    title: str
    decision: str
    decided: str
    outcome: str
    reasons: tuple[Reason, ...]
    also_open: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Worded:
    outcome: str
    reasons: tuple[Reason, ...]
    also_open: tuple[str, ...]
    remarks: tuple[str, ...]


class Naming:
    """Puts rows into words under one law, for one day, in one language."""

    def __init__(self, rulebook: Rulebook, on: date, lang: str) -> None:
        """Take the rulebook, the day and the language."""
        self.rulebook, self.on, self.lang = rulebook, on, lang
        self.law = rulebook.law_on(on)
        self._remembered: dict[str, _Worded] = {}

    def named(self, record: int, row: dict[str, Any]) -> Named:
        """Give a title by name.

        Takes the record's number, and its facts, carried columns and outcome by column.

        Raises:
            InternalDisagreement: the review of the dossier comes to another outcome than the columns.
        """
        worded = self._worded(row)
        if worded.outcome != row[OUTCOME]:
            msg = f"record {record}: the columns say {row[OUTCOME]}, the review of its dossier {worded.outcome}"
            raise InternalDisagreement(msg)
        first, last = (row.get(f"{DECIDED}.{end}") for end in ("first", "last"))
        known = first is not None or last is not None
        return Named(
            record=record,
            id=row.get("id") or "",
            name=row[NAME],
            province=row.get(PROVINCE) or "",
            district=row.get(DISTRICT) or "",
            commune=row.get(COMMUNE) or "",
            title=row[TITLE],
            decision=row.get(f"{_HELD}decision") or "",
            decided=formats.span(DateSpan(first, last, ""), self.lang) if known else "",
            outcome=worded.outcome,
            reasons=worded.reasons,
            also_open=worded.also_open,
            remarks=(*self._of_the_register(row), *worded.remarks),
        )

    def _of_the_register(self, row: dict[str, Any]) -> list[str]:
        """What the register says of a title that no criterion reads, and that people should know of."""
        remarks = []
        if row.get(WORKING) is False:
            remarks.append(say("report.not_working", self.lang))
        if row.get(CLASS):
            remarks.append(
                say("report.of_class", self.lang, **{"class": say(f"report.classes.{row[CLASS]}", self.lang)})
            )
        if row.get(f"{REVOKED}.first") or row.get(f"{REVOKED}.last"):
            remarks.append(say("report.withdrawal_unsure", self.lang))
        return remarks

    def _worded(self, row: dict[str, Any]) -> _Worded:
        """Word the facts of a row, or take the words of an earlier row with the same facts."""
        facts = {name: value for name, value in row.items() if name not in _NAMES and not name.startswith(_BESIDE)}
        key = repr(sorted(facts.items(), key=lambda item: item[0]))
        if key not in self._remembered:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            (found,) = review(dossier_of(row, self.on, self.lang), on=self.on, lang=self.lang, rulebook=self.rulebook)
            self._remembered[key] = self._said(found)
        return self._remembered[key]

    def _said(self, found: Review) -> _Worded:
        failing = tuple(_leaves(found.findings, "not_met"))
        open_ = tuple(_leaves(found.findings, "undetermined"))
        besides = dict.fromkeys(each.name for each in _left_open(found.findings))
        decisive = failing or open_
        reasons = tuple(dict.fromkeys(self._reason(each) for each in decisive)) or self._of_no_craft(found)
        codes = {note.code for note in self.law.review_notes}
        remarks = [
            cited(each.message, each.citation) if each.citation else each.message
            for each in found.warnings
            if each.code in codes
        ]
        return _Worded(
            found.outcome,
            reasons,
            tuple(besides) if failing else (),
            tuple(remarks),
        )

    def _reason(self, finding: Finding) -> Reason:
        """Word a finding; that it is undetermined is said once for the list, not in every line."""
        words = finding.reason
        if finding.verdict == "undetermined":
            words = words.removeprefix(say("reason.undetermined", self.lang).partition("{")[0])
            words = _once(words, say("missing.field", self.lang, label=""), say("list.separator", self.lang))
            words = words[:1].upper() + words[1:]
        return Reason(finding.name, words, finding.citation)

    def _of_no_craft(self, found: Review) -> tuple[Reason, ...]:
        """A title that is about a craft, where the register says nothing of crafts: the criteria of crafts, by name."""
        title = self.law.rules[found.title]
        about = [part.the_craft for part in anatomy.walk(title.requires) if isinstance(part, c.TheCraft)]
        names = [
            self.law.rules[part.criterion].name.in_(self.lang)
            for rule in about
            for part in anatomy.walk(self.law.rules[rule].requires)
            if isinstance(part, c.Criterion)
        ]
        key = "report.no_craft" if found.outcome == "undetermined" else "report.none_of_crafts"
        words = say(key, self.lang, criteria=say("list.separator", self.lang).join(names))
        return (Reason(capital(title.name.in_(self.lang)), words, found.citation),)


_BESIDE: Final = "register."  # facts that no criterion reads
# Columns that tell rows apart and change no word of a reason.
_NAMES: Final = frozenset({"id", NAME, PROVINCE, DISTRICT, COMMUNE, f"{_HELD}decision", HELD_NAME, OUTCOME})


def _once(words: str, opening: str, separator: str) -> str:
    """Say once how parts begin, where one after the other begins so: *no A; no B* becomes *no A; B*."""
    parts = words.split(separator)
    return separator.join(
        part.removeprefix(opening) if before.startswith(opening) else part
        for before, part in zip(["", *parts], parts, strict=False)
    )


def _leaves(findings: Iterable[Finding], verdict: str) -> Iterable[Finding]:
    """Give the findings at the bottom of a tree that brought its verdict about."""
    for each in findings:
        if each.verdict == verdict:
            below = list(_leaves(each.findings, verdict))
            yield from below or [each]


def _left_open(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Give the findings at the bottom of a tree that are undetermined, below what fails too."""
    for each in findings:
        if each.verdict == "undetermined":
            yield from _leaves([each], "undetermined")
        elif each.verdict == "not_met":
            yield from _left_open(each.findings)

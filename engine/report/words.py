"""What page and workbook say alike: what a report is about, what the law says of an outcome, why a row is no row."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from langnghe.engine.register.fields import CLASSES, KINDS, REQUIRED, TITLES
from langnghe.engine.words import formats
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import knows, say

if TYPE_CHECKING:
    from langnghe.engine.law.rulebook import LawOnDay, Rulebook
    from langnghe.engine.report.making import Report
    from langnghe.engine.report.named import Named

_AREAS: Final = 6  # provinces named; a report of more is a national one
# Fields and codes as they stand in the reasons of rejects, the longest first, since some begin like others; what is
# quoted from a cell is passed over.
_CODES: Final = sorted({*KINDS, *TITLES, *CLASSES}, key=len, reverse=True)
_CODED: Final = re.compile(rf"""«[^»]*»|"[^"]*"|(?<![\w.])({"|".join(map(re.escape, _CODES))})(?![\w.])""")


def heading(report: Report) -> str:
    """Name the report."""
    return say("report.heading", report.lang, year=report.on.year)


def about(report: Report) -> list[tuple[str, str]]:
    """Say what the report is about: each thing with its label."""
    lang = report.lang
    area = ", ".join(report.provinces) or say("report.area_unknown", lang)
    if len(report.provinces) > _AREAS:
        area = say("report.area_many", lang, number=formats.number(len(report.provinces), lang))
    pairs = [
        (say("report.register", lang), report.register),
        (say("report.day", lang), formats.day(report.on, lang)),
        (say("report.area", lang), area),
    ]
    pairs += [
        (
            say("report.due", lang),
            say("report.due_before", lang, day=formats.day(each.before, lang), citation=each.citation),
        )
        for each in report.due
    ]
    return pairs


def rules(report: Report) -> str:
    """Name the rules that the report was made under."""
    return f"{report.identity.version} ({report.identity.sha256})"


def law_says(rulebook: Rulebook, law: LawOnDay, outcome: str, lang: str) -> str:
    """Say what the law says of titles of an outcome, with the provision."""
    row = next(row for row in law.review_outcomes if row.id == outcome)
    provision = citation(row.full_provision, rulebook, lang)
    return cited(row.note.in_(lang), provision) if row.note else provision


def decision(title: Named, lang: str) -> str:
    """Name the decision of a title and its day, as far as they are known."""
    if title.decision and title.decided:
        return say("report.decided", lang, decision=title.decision, day=title.decided)
    return title.decision or title.decided


def reasons(title: Named) -> list[str]:
    """Say why a title is not kept, a line a criterion; what fails with its provision, what is open without."""
    if title.outcome == "undetermined":
        return [f"{each.criterion}: {each.words}" for each in title.reasons]
    return [f"{each.criterion}: {cited(each.words, each.citation)}" for each in title.reasons]


def cited(sentence: str, provision: str) -> str:
    """End a sentence with its provision in brackets."""
    return f"{sentence.removesuffix('.')} ({provision})."


def capital(text: str) -> str:
    """Write a name as it begins a cell."""
    return text[:1].upper() + text[1:]


def alphabetical(text: str) -> tuple[str, str]:
    """Give what names are ordered by: letters first, their marks only between names that are else alike."""
    plain = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d\uffff")  # after every other word with d
    return "".join(letter for letter in plain if not unicodedata.combining(letter)), text


def reject_in_words(reason: str, lang: str) -> str:
    """Say why a row cannot be read in the words of a register, where the reader of cells names fields and codes."""
    for field in REQUIRED:
        missing = f"{field}: {say('problem.missing', lang, key=field)}"
        reason = reason.replace(missing, say("report.cell_empty", lang, label=_label(field, lang)))
    return _CODED.sub(lambda found: _label(found[1], lang) if found[1] else found[0], reason)


def _label(code: str, lang: str) -> str:
    keys = (
        f"report.column.{code}",
        f"title.{code}",
        f"report.classes.{code}",
        f"programme.field.{code}",
        f"field.{code}",
    )
    return next((say(key, lang) for key in keys if knows(key, lang)), code)

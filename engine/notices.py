"""What an assessment or review should not pass over in silence; no warning changes a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.crosschecks import cross_checks
from langnghe.engine.facts import FIELDS
from langnghe.engine.findings import field_path
from langnghe.engine.law.anatomy import DATE
from langnghe.engine.notice import Notice
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.case import Case
    from langnghe.engine.dates import DateSpan
    from langnghe.engine.dossier import Dossier
    from langnghe.engine.law.rules import Subject


def warnings_of(case: Case, title: str, lang: str) -> tuple[Notice, ...]:
    """Collect the warnings on a dossier, its evidence, its dates and the law of the day."""
    found = [
        Notice(code="law_not_in_force", message=instrument.earlier_days_note.in_(lang), path="proposed_on")
        for instrument in case.law.instruments_ahead
        if instrument.earlier_days_note
    ]
    found += [
        Notice(code="uncertain_date", message=say("warning.uncertain_date", lang, text=span.text), path=path)
        for path, span in _spans(case)
        if span.widened
    ]
    if case.dossier.evidence:
        found += _evidence_warnings(case.dossier, lang)
    if case.question == "assess" and case.dossier.documents is None:
        found.append(Notice(code="documents_unknown", message=say("warning.documents_unknown", lang), path="documents"))
    found += [
        Notice(code=remark.code, message=say(f"warning.{remark.code}", lang, **remark.context), path=remark.path)
        for remark in case.dossier.remarks
    ]
    if case.rulebook.checks is not None:
        found += cross_checks(case, case.rulebook.checks, lang)
    found += _held_warnings(case, title, lang)
    return tuple(found)


def uncited(case: Case) -> tuple[str, ...]:
    """Give the paths of the values that the findings used and that no document of the dossier is cited for."""
    key = ("fields used", case.question, case.title)
    used: tuple[set[str], set[str]] | None = case.law.memo.get(key)
    if used is None:
        used = case.law.memo[key] = (_fields_used(case, "village"), _fields_used(case, "craft"))
    of_village, of_craft = used
    paths = [field for field in of_village if case.facts.village.get(field) is not None]
    for index, values in enumerate(case.facts.crafts or ()):
        paths += [field_path(field, index) for field in of_craft if values.get(field) is not None]
    return tuple(sorted(path for path in paths if not case.dossier.evidence_for(path)))


def _fields_used(case: Case, subject: Subject) -> set[str]:
    return {
        field
        for node in case.network.of(subject)
        if node.id in case.law.rules
        for field in node.fields
        if not field.startswith("titles_held.")
    }


_DATES: Final = tuple(field for field, kind in FIELDS.items() if kind == DATE and not field.startswith("crafts."))
_DATES_OF_CRAFT: Final = tuple(field for field, kind in FIELDS.items() if kind == DATE and field.startswith("crafts."))


def _spans(case: Case) -> Iterator[tuple[str, DateSpan]]:
    for field in _DATES:
        if (span := case.facts.village[field]) is not None:
            yield field, span
    for index, craft in enumerate(case.facts.crafts or ()):
        for field in _DATES_OF_CRAFT:
            if (span := craft[field]) is not None:
                yield field_path(field, index), span


def _evidence_warnings(dossier: Dossier, lang: str) -> list[Notice]:
    kinds = {document.kind for document in dossier.documents or ()}
    return [
        Notice(
            code="evidence_not_in_dossier",
            message=say("warning.evidence_not_in_dossier", lang, entry=entry),
            path=path,
        )
        for path, entries in dossier.evidence.items()
        for entry in entries
        if entry.partition(":")[0] not in kinds
    ]


def _held_warnings(case: Case, title: str, lang: str) -> list[Notice]:
    found: list[Notice] = []
    for index, held in enumerate(case.dossier.titles_held or ()):
        path = f"titles_held[{index}]"
        span: Any = held.decided_on
        if held.title == title and (span.last is None or span.last <= case.facts.day):
            message = say("warning.same_title_held", lang, decision=held.decision)
            found.append(Notice(code="same_title_held", message=message, path=path))
        if (
            not span.exact
            and (span.first is None or span.first <= case.facts.day)
            and (span.last is None or span.last > case.facts.day)
        ):
            message = say("warning.title_date_straddles", lang, text=span.text)
            found.append(Notice(code="title_date_straddles", message=message, path=f"{path}.decided_on"))
    return found

"""Deciding an entry once more, under today's rulebook, and telling what comes out differently, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from langnghe.engine.assessment import assess
from langnghe.engine.dossier import Dossier
from langnghe.engine.evaluation import InternalDisagreement
from langnghe.engine.problems import InvalidDossier, Problem
from langnghe.engine.records.answer import Answer, compare, outcome_in_words
from langnghe.engine.records.entry import engine_version
from langnghe.engine.review import review
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.law.rulebook import Rulebook
    from langnghe.engine.records.entry import Entry, Opened
    from langnghe.engine.result import Result


def differences(line: Opened, rulebook: Rulebook, lang: str) -> Iterator[Problem]:
    """Decide an intact entry again and give what differs, first the outcome with the cause, then what makes it differ.

    The verdicts are compared; where both the rulebook and the program are those that had decided, every byte is.
    """
    entry = line.entry
    try:
        before = Answer.model_validate(entry.result)
    except ValidationError:
        yield Problem("record.result", "result")
        return
    try:
        dossier = _dossier(entry)
    except ValidationError:
        yield Problem("record.dossier_unreadable", "dossier")
        return
    if dossier.sha256 != before.dossier_sha256:
        yield Problem("record.dossier_differs", "dossier")
        return
    if not _can_be_asked(entry, before, dossier, rulebook):
        yield Problem("record.not_asked", "result.title", context={"title": before.title})
        return
    try:
        result = _decided(dossier, entry, before, rulebook, entry.lang)
        yield from _compared(line, before, result, rulebook, lang)
    except InvalidDossier as error:
        yield Problem("record.undecided", context={"detail": "; ".join(each.message(lang) for each in error.problems)})
    except InternalDisagreement as error:
        yield Problem("record.undecided", context={"detail": str(error)})


def _compared(line: Opened, before: Answer, result: Result, rulebook: Rulebook, lang: str) -> Iterator[Problem]:
    entry, written = line.entry, result.model_dump_json().encode()
    after = Answer.model_validate_json(written)
    found = list(compare(before, after, rulebook, lang))
    if not found and before.outcome == after.outcome:
        if _same_makers(entry, before, rulebook) and not line.says(written):
            yield Problem("record.words", "result")
        return
    if lang != entry.lang:  # today's reasons are told in the language of whoever checks
        again = _decided(result.decided.case.dossier, entry, before, rulebook, lang)
        found = list(compare(before, Answer.model_validate_json(again.model_dump_json()), rulebook, lang))
    code = "record.outcome" if before.outcome != after.outcome else "record.same_outcome"
    told = {"before": outcome_in_words(before, lang), "after": outcome_in_words(after, lang)}
    yield Problem(code, "outcome", context=told | {"cause": _cause(entry, before, rulebook, lang)})
    yield from found


def _can_be_asked(entry: Entry, before: Answer, dossier: Dossier, rulebook: Rulebook) -> bool:
    """Tell whether the rules know the title, and the dossier holds the one reviewed."""
    held = entry.held is not None and entry.held < len(dossier.titles_held or ())
    return before.title in rulebook.law_on(before.on).titles and held == before.is_review


def _dossier(entry: Entry) -> Dossier:
    dossier = Dossier.model_validate(entry.dossier)
    remarks = tuple(Problem(each.code, each.path, None, each.context) for each in entry.remarks)
    return dossier.remarked(remarks) if remarks else dossier


def _decided(dossier: Dossier, entry: Entry, before: Answer, rulebook: Rulebook, lang: str) -> Result:
    if before.is_review:
        return review(dossier, on=before.on, lang=lang, rulebook=rulebook)[entry.held or 0]
    return assess(dossier, on=before.on, title=before.title, lang=lang, rulebook=rulebook)


def _same_makers(entry: Entry, before: Answer, rulebook: Rulebook) -> bool:
    return before.rulebook.sha256 == rulebook.sha256 and entry.engine == engine_version()


def _cause(entry: Entry, before: Answer, rulebook: Rulebook, lang: str) -> str:
    """Say why an answer may differ: the law, the program, or neither."""
    if before.rulebook.sha256 != rulebook.sha256:
        old, new = (f"{each.version} ({each.sha256[:12]})" for each in (before.rulebook, rulebook.identity))
        return say("record.cause.law", lang, old=old, new=new)
    if entry.engine != engine_version():
        return say("record.cause.engine", lang, old=entry.engine, new=engine_version())
    return say("record.cause.none", lang)

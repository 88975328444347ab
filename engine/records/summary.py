"""What a verification found, summed up for people and for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.words import formats
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from datetime import datetime

    from langnghe.engine.law.rulebook import RulebookId
    from langnghe.engine.records.verification import Verification

FORMAT: Final = "langnghe/verification/v1"


def in_words(done: Verification, name: str, rulebook: RulebookId, *, checked: bool, lang: str) -> list[str]:
    """Give the lines that sum up a finished verification of the log called ``name``.

    ``checked`` tells whether signatures were checked.
    """
    if not done.head or not done.first or not done.last:
        return _integrity(done, lang) if done.damaged else [say("record.empty", lang, path=name)]
    number = formats.number(done.entries, lang)
    days = {"first": _day(done.first, lang), "last": _day(done.last, lang)}
    lines = [say("record.checked", lang, path=name, number=number, **days), *_integrity(done, lang)]
    different = formats.number(done.different, lang)
    key = "record.different" if done.different else "record.same"
    lines.append(say(key, lang, version=rulebook.version, **({"number": different} if done.different else {})))
    if checked:
        key = "record.not_all_signed" if done.unproved else "record.signed"
        lines.append(say(key, lang, valid=formats.number(done.valid, lang), number=number))
    elif done.signed:
        lines.append(say("record.unchecked", lang, number=formats.number(done.signed, lang)))
    else:
        lines.append(say("record.unsigned", lang))
    lines.append(say("record.head", lang, sequence=done.head.sequence, hash=done.head.hash))
    if done.remembered:
        since = formats.number(done.head.sequence - done.remembered, lang)
        lines.append(say("record.remembered", lang, sequence=done.remembered, number=since))
    else:
        lines.append(say("record.tail", lang))
    return lines


def document(done: Verification, name: str, rulebook: RulebookId, *, checked: bool) -> dict[str, Any]:
    """Give the same as a document, ``langnghe/verification/v1``."""
    head = done.head and {"sequence": done.head.sequence, "hash": done.head.hash}
    return {
        "format": FORMAT,
        "path": name,
        "entries": done.entries,
        "first_recorded_at": done.first and done.first.isoformat(),
        "last_recorded_at": done.last and done.last.isoformat(),
        "damaged": done.damaged,
        "different": done.different,
        "signed": done.signed,
        "signatures_valid": done.valid if checked else None,
        "signatures_missing": done.unproved if checked else None,
        "head": head,
        "remembered_head": done.remembered,
        "rulebook": rulebook.model_dump(),
    }


def _integrity(done: Verification, lang: str) -> list[str]:
    if done.damaged:
        return [say("record.damaged", lang, number=formats.number(done.damaged, lang))]
    return [say("record.whole", lang)]


def _day(moment: datetime, lang: str) -> str:
    """Write the day of a moment where the log is read: an office thinks in its own time."""
    return formats.day(moment.astimezone().date(), lang)

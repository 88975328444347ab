"""Values of a dossier in words, and as JSON has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from langnghe.engine.dates import DateSpan
from langnghe.engine.values import Count
from langnghe.engine.words import formats
from langnghe.engine.words.messages import knows, say

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.dossier import Attributed, Dossier


def lowered(name: str) -> str:
    """Write a name as it stands within a sentence."""
    return name[:1].lower() + name[1:]


def attributed(dossier: Dossier, field: str, craft: int | None) -> Attributed | None:
    """Give the attributed finding behind a yes or no of the dossier, if that is what stands there."""
    part, _, name = field.partition(".")
    owner: Any = (
        (dossier.crafts or ())[craft] if part == "crafts" and craft is not None else getattr(dossier, part, None)
    )
    value = getattr(owner, name, None) if name else None
    return value if hasattr(value, "holds") else None


def value_in_words(value: Any, lang: str) -> str:  # noqa: ANN401  any value, one form a kind
    """Write a measured value as people read it."""
    match value:
        case None:
            return say("value.unknown", lang)
        case bool():
            return say("value.yes" if value else "value.no", lang)
        case Count():
            return formats.count(value, lang)
        case DateSpan():
            return formats.span(value, lang)
        case tuple():
            return formats.listed([str(each) for each in value], lang)
        case _:
            return say(f"value.{value}", lang) if knows(f"value.{value}", lang) else str(value)


def plain(value: Any) -> Any:  # noqa: ANN401  any value
    """Give a measured value as JSON has it: bounds as ``[least, most]``, days in ISO form."""
    match value:
        case Count():
            return [value.low, value.high]
        case DateSpan():
            return [_iso(value.first), _iso(value.last)]
        case tuple():
            return [str(each) if not isinstance(each, int) else each for each in value]
        case _:
            return value


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def attribution_in_words(finding: Attributed, lang: str) -> str:
    """Say who found it, when, and with how many votes; empty where nothing of that is known."""
    details = []
    if finding.by:
        details.append(say("reason.attributed_by", lang, by=finding.by))
    if finding.on:
        details.append(formats.span(finding.on, lang))
    if finding.votes:
        votes = {"for": finding.votes.in_favour, "against": finding.votes.against}
        details.append(say("reason.attributed_votes", lang, **votes))
    if not details:
        return ""
    key = "reason.attributed" if finding.by else "reason.attributed_bare"
    return say(key, lang, details=", ".join(details))

"""Rules in words, line by line: what ``langnghe law`` shows of each, and what ``law diff`` compares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from langnghe.engine.law.anatomy import walk
from langnghe.engine.law.conditions import Competent
from langnghe.engine.law.overlay import Department, ProvincialLimit, ProvincialNote, ProvincialReport, Support
from langnghe.engine.law.procedures import Role, TimeLimit, YearlyReport
from langnghe.engine.law.rules import Explained, Rule
from langnghe.engine.words import formats
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import say
from langnghe.engine.words.plainwords import in_words, period_in_words
from langnghe.engine.words.valuewords import lowered

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.law.instruments import Dated
    from langnghe.engine.law.overlay import Overlay, OverlayPart
    from langnghe.engine.law.rulebook import LawOnDay, Rulebook
    from langnghe.engine.law.rules import DocumentPath, DocumentRequirement


@dataclass(frozen=True, slots=True)
class Described:
    """One rule in words: its kind and id, a title, and lines by the key of their label (``law.condition``)."""

    kind: str
    id: str
    title: str
    lines: dict[str, str]


def described(item: Dated, law: LawOnDay, rulebook: Rulebook, lang: str) -> Described:
    """Put a rule, a role, a time limit, a report, or an explained rule into words."""
    kind, title, special = _particulars(item, law, lang)
    provision = rulebook.provisions()[item.full_provision]
    lines = {
        "law.citation": citation(item.full_provision, rulebook, lang),
        "law.provision": provision.text,
        **special,
        "law.in_force": period_in_words(item.period, lang),
    }
    interpretation = getattr(item, "interpretation", None)
    if interpretation:
        lines["law.interpretation"] = interpretation.in_(lang)
    return Described(kind, item.id, title, {key: text for key, text in lines.items() if text})


def _particulars(item: Dated, law: LawOnDay, lang: str) -> tuple[str, str, dict[str, str]]:
    match item:
        case Rule():
            return "rule", item.name.in_(lang), {"law.condition": in_words(item.requires, law, lang)}
        case Explained():
            return "rule", item.name.in_(lang), _of_earlier_law(item, law, lang)
        case Role():
            authority = say(f"value.{item.authority}", lang)
            reason = item.reason.in_(lang) if item.reason else ""
            return "role", item.task.in_(lang), {"law.authority": authority, "law.inferred": reason}
        case TimeLimit():
            return "limit", item.name.in_(lang), {"law.limit": say("procedure.limit", lang, days=item.working_days)}
        case YearlyReport():
            before = formats.day_of_every_year(item.before, lang)
            return "report", item.name.in_(lang), {"law.report": say("law.before_every_year", lang, day=before)}
        case _:
            msg = f"no words for {item!r}"
            raise TypeError(msg)


def _of_earlier_law(item: Explained, law: LawOnDay, lang: str) -> dict[str, str]:
    return {
        "law.effect": say("law.explains_only", lang),
        "law.required": item.required.in_(lang),
        "law.condition": in_words(item.requires, law, lang) if item.requires else "",
        "law.confidence": item.confidence.in_(lang),
    }


def of_paper(paper: DocumentRequirement, rulebook: Rulebook, lang: str) -> Described:
    """Put a paper asked for into words."""
    kinds = say("condition.or", lang).join(say(f"document.{kind}", lang) for kind in paper.any_of)
    lines = {
        "law.citation": citation(paper.full_provision, rulebook, lang),
        "law.kinds": kinds,
        "law.optional": say("value.yes" if paper.optional else "value.no", lang),
    }
    return Described("paper", paper.id, paper.name.in_(lang), lines)


def of_path(path: DocumentPath, law: LawOnDay, rulebook: Rulebook, lang: str) -> Described:
    """Put into words which papers a title asks for, and when."""
    names = [paper.name.in_(lang) for paper in law.documents if paper.set in path.sets]
    lines = {
        "law.citation": citation(path.full_provision, rulebook, lang),
        "law.condition": in_words(path.when, law, lang) if path.when else "",
        "law.papers": "; ".join(names),
    }
    title = f"{say('law.papers_of', lang)} {lowered(say(f'title.{path.title}', lang))}"
    return Described("path", path.full_provision, title, {key: text for key, text in lines.items() if text})


def competent_on(item: Dated, day: date, lang: str) -> str:
    """Name the authority that a rule takes for competent on a day; empty where the rule asks for none."""
    periods = [
        period
        for part in (walk(item.requires) if isinstance(item, Rule) else ())
        if isinstance(part, Competent)
        for period in part.competent.periods
        if (period.from_ or day) <= day <= (period.to or day)
    ]
    return say("condition.or", lang).join(say(f"value.{period.authority}", lang) for period in periods)


def of_province(overlay: Overlay, key: str, index: int, part: OverlayPart, lang: str) -> Described:
    """Put one part of a provincial overlay into words."""
    match part:
        case Department():
            name, value = part.name.vi, f"{part.name.in_(lang)}: {part.task.in_(lang)}"
        case ProvincialLimit():
            name, value = part.id, say("procedure.limit", lang, days=part.working_days)
        case ProvincialReport():
            before = formats.day_of_every_year(part.before, lang)
            name, value = part.id, f"{part.name.in_(lang)}: {say('law.before_every_year', lang, day=before)}"
        case Support():
            amount = say("province.money", lang, amount=formats.number(part.amount_vnd, lang))
            name, value = part.title, f"{say(f'title.{part.title}', lang)}: {amount}"
        case ProvincialNote():
            name, value = str(index), part.text.in_(lang)
        case _:
            msg = f"no words for {part!r}"
            raise TypeError(msg)
    lines = {
        "law.province": value,
        "law.source": overlay.sources[part.source].in_(lang),
        "law.in_force": period_in_words(part.in_force, lang),
    }
    title = f"{overlay.name.in_(lang)}: {say(f'province.{key}', lang)}"
    return Described("province", f"{overlay.id}/{key}/{name}", title, lines)


def covered(overlay: Overlay, lang: str) -> str:
    """Say where and when an overlay counts."""
    said = []
    for cover in overlay.covers:
        former = f" ({say('province.former', lang, name=cover.formerly)})" if cover.formerly else ""
        said.append(f"{cover.province}{former} {period_in_words(cover, lang)}")
    return "; ".join(said)

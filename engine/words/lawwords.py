"""Rules in words, line by line: what ``langnghe law`` shows of each, and what ``law diff`` compares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from langnghe.engine.law.anatomy import walk
from langnghe.engine.law.conditions import Competent
from langnghe.engine.law.instruments import Dated
from langnghe.engine.law.overlay import Department, ProvincialLimit, ProvincialNote, ProvincialReport, Support
from langnghe.engine.law.procedures import Role, TimeLimit, YearlyReport
from langnghe.engine.law.rulequery import name_of
from langnghe.engine.law.rules import DocumentPath, DocumentRequirement, Explained, Note, Outcome, Rule
from langnghe.engine.words import formats
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import say
from langnghe.engine.words.plainwords import in_words, period_in_words

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.law.instruments import Encoded
    from langnghe.engine.law.overlay import Overlay, OverlayPart
    from langnghe.engine.law.rulebook import LawOnDay, Rulebook


@dataclass(frozen=True, slots=True)
class Described:
    """One thing encoded in words: its kind and id, a title, and lines by the key of their label (``law.condition``)."""

    kind: str
    id: str
    title: str
    lines: dict[str, str]


def described(item: Encoded, law: LawOnDay, rulebook: Rulebook, lang: str) -> Described:
    """Put anything encoded into words: a rule, who acts and when, papers, an outcome, a note, or an explained rule."""
    kind, title, special = _particulars(item, law, lang)
    lines = {
        "law.citation": citation(item.full_provision, rulebook, lang),
        "law.provision": rulebook.provisions()[item.full_provision].text,
        **special,
        "law.in_force": period_in_words(item.period, lang) if isinstance(item, Dated) else "",
    }
    interpretation = getattr(item, "interpretation", None)
    if interpretation:
        lines["law.interpretation"] = interpretation.in_(lang)
    return Described(kind, name_of(item), title, {key: text for key, text in lines.items() if text})


def _particulars(item: Encoded, law: LawOnDay, lang: str) -> tuple[str, str, dict[str, str]]:  # noqa: PLR0911  one return a kind
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
        case DocumentRequirement():
            return "paper", item.name.in_(lang), _of_paper(item, lang)
        case DocumentPath():
            title = say("law.papers_of", lang, title=say(f"title.{item.title}", lang))
            return "path", title, _of_path(item, law, lang)
        case Outcome():
            note = item.note.in_(lang) if item.note else ""
            return "outcome", item.name.in_(lang), {"law.when": in_words(item.when, law, lang), "law.note": note}
        case Note():
            title = say(f"title.{item.title}", lang) if item.title else ""
            lines = {"law.of_title": title, "law.when": in_words(item.when, law, lang)}
            return "note", say(f"law.note_kind.{item.kind}", lang), {**lines, "law.note": item.message.in_(lang)}
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


def _of_paper(paper: DocumentRequirement, lang: str) -> dict[str, str]:
    return {
        "law.kinds": say("condition.or", lang).join(say(f"document.{kind}", lang) for kind in paper.any_of),
        "law.need": say("law.optional" if paper.optional else "law.mandatory", lang),
        "law.advice": paper.advice.in_(lang) if paper.advice else "",
    }


def _of_path(path: DocumentPath, law: LawOnDay, lang: str) -> dict[str, str]:
    """Which papers a title asks for, and when, where it has several paths."""
    when = in_words(path.when, law, lang) if path.when else ""
    if not when and len(law.paths_of(path.title)) > 1:
        when = say("law.otherwise", lang)
    papers = [paper.name.in_(lang) for paper in law.documents if paper.set in path.sets]
    return {"law.when": when, "law.papers": "; ".join(papers)}


def competent_on(item: Encoded, day: date, lang: str) -> str:
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

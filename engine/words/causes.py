"""What brought a verdict about, in a few words each: what passes, what fails, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from langnghe.engine.dates import DateSpan
from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.network import references
from langnghe.engine.reference import View, part_of
from langnghe.engine.values import Count, Verdict
from langnghe.engine.words import formats
from langnghe.engine.words.messages import say
from langnghe.engine.words.valuewords import lowered, value_in_words

if TYPE_CHECKING:
    from langnghe.engine.case import Case
    from langnghe.engine.facts import Values

MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED


@dataclass(slots=True)
class _About:
    """Whose parts are told (``None`` is the village, a number is a craft), and in which language."""

    case: Case
    subject: int | None
    lang: str
    values: Values
    view: View


def _about(case: Case, subject: int | None, lang: str) -> _About:
    facts, verdicts = case.facts, case.verdicts
    values = facts.village if subject is None else (facts.crafts or ())[subject]
    return _About(case, subject, lang, values, View(values, verdicts.of(subject), facts, verdicts))


def told(case: Case, rule: str, subject: int | None, verdict: Verdict, lang: str) -> list[str]:
    """Say in a few words each part of a rule that brought about ``verdict`` for a subject."""
    return list(dict.fromkeys(_parts(_about(case, subject, lang), case.network.by_id[rule].condition, verdict)))


def joined(parts: list[str], lang: str) -> str:
    """Put parts one after another, as a sentence lists them."""
    return say("list.separator", lang).join(parts)


def _parts(about: _About, condition: Any, verdict: Verdict) -> list[str]:  # noqa: ANN401  any condition
    parts = anatomy.children(condition)
    if parts and not isinstance(condition, c.Not):
        return [text for part in parts if part_of(part)(about.view) is verdict for text in _parts(about, part, verdict)]
    return _of_rules(about, condition, verdict) if references(condition) else _of_fact(about, condition, verdict)


def _of_rules(about: _About, atom: Any, verdict: Verdict) -> list[str]:  # noqa: ANN401  any condition
    case, lang = about.case, about.lang
    match atom:
        case c.Criterion():
            return [lowered(case.law.rules[atom.criterion].name.in_(lang))]
        case c.SomeCraft():
            if case.facts.crafts is None:
                return [say("missing.field", lang, label=say("field.crafts", lang))]
            return [
                craft["crafts.name"]
                for craft, reached in zip(case.facts.crafts, case.verdicts.crafts, strict=True)
                if reached[atom.some_craft] is verdict
            ]
        case c.TheCraft():
            return _of_the_craft(about, atom.the_craft, verdict)
        case _:
            return []


def _of_the_craft(about: _About, rule: str, verdict: Verdict) -> list[str]:
    case, lang = about.case, about.lang
    if case.facts.the_craft is not None:
        return told(case, rule, case.facts.the_craft, verdict, lang)
    if verdict is NOT_MET:
        return [say("failing.absent_list", lang, label=say("field.crafts", lang))]
    key = "missing.field" if case.facts.crafts is None else "missing.held_title"
    return [say(key, lang, label=say("field.crafts", lang))]


def _of_fact(about: _About, atom: Any, verdict: Verdict) -> list[str]:  # noqa: ANN401  any condition
    if verdict is UNDETERMINED:
        return [text for field in anatomy.fields_of(atom) if (text := _gap(about, atom, field))]
    lang = about.lang
    match atom:
        case c.Holds() | c.Present() | c.OneOf():
            field = anatomy.fields_of(atom)[0]
            return [_fact_in_words(field, about.values[field], passing=verdict is MET, lang=lang)]
        case c.ByTheDay() if verdict is NOT_MET:
            field = atom.by_the_day
            label, value = say(f"field.{field}", lang), formats.span(about.values[field], lang)
            return [say("failing.after_the_day", lang, label=label, value=value)]
        case _:
            return []


def _fact_in_words(field: str, value: Any, *, passing: bool, lang: str) -> str:  # noqa: ANN401  any value
    label = say(f"field.{field}", lang)
    if isinstance(value, tuple):
        if not passing:
            return say("failing.absent_list", lang, label=label)
        return say("passing.list", lang, label=label, names=formats.listed([str(each) for each in value], lang))
    if isinstance(value, str):
        return say(
            "passing.choice" if passing else "failing.choice",
            lang,
            label=label,
            value=value_in_words(value, lang),
        )
    return say("passing.yes" if passing else "failing.no", lang, label=label)


def _gap(about: _About, atom: Any, field: str) -> str:  # noqa: ANN401  any condition
    """Say what is not known of a field, or not known well enough."""
    value, lang, label = about.values[field], about.lang, say(f"field.{field}", about.lang)
    match value:
        case None:
            return say("missing.field", lang, label=label)
        case Count() if not value.exact:
            return say("missing.count", lang, label=label, value=formats.count(value, lang))
        case DateSpan() if isinstance(atom, c.Elapsed):
            time = formats.elapsed_range(value, about.case.facts.day, lang)
            return say("missing.span", lang, label=label, value=formats.span(value, lang), elapsed=time)
        case DateSpan() if not value.exact:
            return say("missing.date", lang, label=label, value=formats.span(value, lang))
        case str() if isinstance(atom, c.Competent):
            return say("missing.authority", lang, label=label, value=value_in_words(value, lang))
        case _:
            return ""

"""Conditions of rules in plain words, generated from the conditions themselves, never written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from langnghe.engine.law import conditions as c
from langnghe.engine.words import formats
from langnghe.engine.words.messages import say
from langnghe.engine.words.valuewords import lowered, value_in_words

if TYPE_CHECKING:
    from langnghe.engine.law.instruments import InForce
    from langnghe.engine.law.rulebook import LawOnDay


def in_words(condition: Any, law: LawOnDay, lang: str) -> str:  # noqa: ANN401, C901, PLR0911, PLR0912  one case an operator
    """Say what a condition asks, in the words of the fields and rules that it names."""

    def field(path: str) -> str:
        return say(f"field.{path}", lang)

    def rule(name: str) -> str:
        if name in {"title", "documents"}:
            return say("condition.asked" if name == "title" else "condition.documents", lang)
        found = law.rules.get(name) or law.explained.get(name)
        return lowered(found.name.in_(lang)) if found else name

    def tell(key: str, **slots: str) -> str:
        return say(f"condition.{key}", lang, **slots)

    match condition:
        case c.Share():
            share = condition.share
            threshold = formats.percent(share.at_least_percent, lang)
            return tell("share", of=field(share.of), **{"in": field(share.in_)}, threshold=threshold)
        case c.Elapsed():
            strictly = condition.elapsed.more_than_years is not None
            key = "more_than_years" if strictly else "at_least_years"
            return tell(key, years=str(condition.elapsed.years), since=field(condition.elapsed.since))
        case c.Holds():
            return tell("holds", field=field(condition.holds))
        case c.Known():
            return tell("known", field=field(condition.known))
        case c.Present():
            return tell("present", field=field(condition.present))
        case c.OneOf():
            values = tell("or").join(value_in_words(value, lang) for value in condition.one_of.values)
            return tell("one_of", field=field(condition.one_of.field), values=values)
        case c.ByTheDay():
            return tell("by_the_day", field=field(condition.by_the_day))
        case c.Before():
            day = formats.day(condition.before.day, lang)
            key = "_".join(filter(None, ("before", condition.before.taken_as)))
            return tell(key, field=field(condition.before.field), day=day)
        case c.Competent():
            periods = "; ".join(
                tell(
                    "period",
                    authority=value_in_words(period.authority, lang),
                    period=period_in_words(period, lang) if period.from_ or period.to else "",
                ).strip()
                for period in condition.competent.periods
            )
            return tell("competent", field=field(condition.competent.authority), periods=periods)
        case c.Attached():
            return tell("attached", document=say(f"document.{condition.attached}", lang))
        case c.HoldsTitle():
            return tell("holds_title", title=say(f"title.{condition.holds_title}", lang))
        case c.Criterion():
            return tell("criterion", name=rule(condition.criterion))
        case c.EveryInForce():
            names = "; ".join(rule(name) for name in law.groups.get(condition.every_in_force, ()))
            return tell("every_in_force", names=names or say("value.unknown", lang))
        case c.SomeCraft():
            return tell("some_craft", name=rule(condition.some_craft))
        case c.TheCraft():
            return tell("the_craft", name=rule(condition.the_craft))
        case c.VerdictIs():
            verdict = say(f"verdict.{condition.verdict.is_}", lang)
            return tell("verdict", name=rule(condition.verdict.of), verdict=verdict)
        case c.Not():
            return _negated(condition.not_, lang) or tell("not", condition=in_words(condition.not_, law, lang))
        case c.All():
            return tell("all", conditions="; ".join(in_words(each, law, lang) for each in condition.all))
        case c.AnyOf():
            return tell("any", conditions="; ".join(in_words(each, law, lang) for each in condition.any))
        case _:
            msg = f"no words for {condition!r}"
            raise TypeError(msg)


def _negated(condition: Any, lang: str) -> str:  # noqa: ANN401  any condition
    """Say the opposite of what a condition asks, as people do; empty where it takes the condition itself to say it."""
    match condition:
        case c.Holds():
            return say("condition.not_holds", lang, field=say(f"field.{condition.holds}", lang))
        case c.Known():
            return say("condition.not_known", lang, field=say(f"field.{condition.known}", lang))
        case c.Present():
            return say("condition.not_present", lang, field=say(f"field.{condition.present}", lang))
        case c.Before():
            key = "_".join(filter(None, ("condition.not_before", condition.before.taken_as)))
            day = formats.day(condition.before.day, lang)
            return say(key, lang, field=say(f"field.{condition.before.field}", lang), day=day)
        case _:
            return ""


def period_in_words(period: InForce | c.Period, lang: str) -> str:
    """Say from when to when something holds."""
    parts = []
    if period.from_:
        parts.append(say("law.from", lang, day=formats.day(period.from_, lang)))
    if period.to:
        parts.append(say("law.to", lang, day=formats.day(period.to, lang)))
    return " ".join(parts) or say("law.always", lang)

"""The tables of classes: those on record, and those of the plans of the provinces that the register names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from langnghe.engine.register.fields import CLASSES
from langnghe.engine.report.layout import Row, Table
from langnghe.engine.words import formats
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.programmes.values import Value
    from langnghe.engine.report.making import Report


def classes(report: Report) -> Table | None:
    """The classes on record; nothing where the register has none at all."""
    lang, tally = report.lang, report.tally
    if not any(tally.classes[each] or tally.without_title[each] for each in CLASSES):
        return None
    names = {each: say(f"report.classes.{each}", lang) for each in CLASSES}
    rows = [Row((names[each], tally.classes[each])) for each in CLASSES if tally.classes[each]]
    rows.append(Row((say("report.classes.unknown", lang), tally.classes[None])))
    for each in (*CLASSES, None):
        if tally.without_title[each]:
            name = names[each] if each else say("report.classes.unknown", lang)
            rows.append(Row((say("report.classes.without_title", lang, **{"class": name}), tally.without_title[each])))
    return Table(
        "classes",
        say("report.classes.heading", lang),
        (say("report.classes.class", lang), say("report.classes.rows", lang)),
        tuple(rows),
        (say("report.classes.note", lang),),
    )


def plan_classes(report: Report) -> Iterator[Table]:
    """The classes of each plan of a province that the register names, in the plan's own order and words."""
    lang = report.lang
    for plan, counted in report.classes.plans():
        rows = [Row((each.name.in_(lang), each.where, _range(value, lang))) for each, value in counted]
        notes = [say("report.classes.plan_name", lang, plan=plan.name.in_(lang))]
        notes += dict.fromkeys(each.note.in_(lang) for each, _ in counted if each.note)
        if plan.rating:
            notes.append(f"{plan.rating.said.in_(lang)} ({plan.rating.where})")
        yield Table(
            f"plan-{plan.id}",
            say("report.classes.plan", lang, province=plan.province),
            tuple(say(f"report.classes.{key}", lang) for key in ("of_plan", "where", "rows")),
            tuple(rows),
            tuple(notes),
        )


def _range(value: Value | None, lang: str) -> str:
    if value is None:
        return formats.number(0, lang)
    if value.high is None or value.low == value.high:
        return formats.number(value.low, lang)
    low, high = (formats.number(number, lang) for number in (value.low, value.high))
    return say("programme.between", lang, low=low, high=high)

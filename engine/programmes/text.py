"""A plan over a register, laid out as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from langnghe.engine.law.rulebook import installed
from langnghe.engine.programmes.plan import PlanClass
from langnghe.engine.values import Count
from langnghe.engine.words import formats
from langnghe.engine.words.messages import knows, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.programmes.measure import Checked, Measured, ProgrammeResult
    from langnghe.engine.programmes.plan import Figure, Target
    from langnghe.engine.programmes.values import Value

_ROWS_NAMED = 20


def programme_text(result: ProgrammeResult, path: str, lang: str) -> Iterator[str]:
    """Give the lines that tell of a plan: figures, targets, checks, and what is missing to judge them."""
    yield from _about(result, path, lang)
    for heading, measured in (("figures", result.figures), ("targets", result.targets)):
        if measured:
            yield ""
            yield f"{say(f'programme.{heading}', lang)}:"
            for each in measured:
                yield from _lines(each, lang)
    if result.classes or result.programme.rating:
        yield ""
        yield from _classes(result, lang)
    if result.checks:
        yield ""
        yield f"{say('programme.checks', lang)}:"
        for check in result.checks:
            yield from _check(check, lang)
    yield ""
    for note in result.programme.notes:
        yield f"{say('programme.notes', lang)}: {note.in_(lang)}"
    yield say("programme.disclaimer", lang)


def _about(result: ProgrammeResult, path: str, lang: str) -> Iterator[str]:
    """Whose plan it is, and which rows of the register it is held against."""
    plan = result.programme
    yield say("programme.heading", lang, name=plan.name.in_(lang))
    if plan.number and plan.issued_on:
        yield say("programme.numbered", lang, number=plan.number, day=formats.day(plan.issued_on, lang))
    about = {"province": plan.province, "path": path, "rows": formats.number(result.rows, lang)}
    yield say("programme.about", lang, **about, day=formats.day(result.on, lang))
    if result.without_title:
        yield say("programme.without_title", lang, rows=formats.number(result.without_title, lang))
    yield from _provinces(result, lang)
    if result.rejects:
        numbers = formats.listed([str(row) for row, _ in result.rejects], lang, _ROWS_NAMED)
        yield say("programme.rejects", lang, rejected=formats.number(len(result.rejects), lang), rows=numbers)


def _provinces(result: ProgrammeResult, lang: str) -> Iterator[str]:
    """Warn where the register is not, or not surely, that of the plan's province."""
    plan, found = result.programme, result.provinces
    if foreign := found.foreign_to(plan.province):
        names = [
            say("programme.other_province", lang, name=name, rows=formats.number(rows, lang))
            for name, rows in foreign.names.items()
        ]
        told = {"province": plan.province, "rows": formats.number(foreign.rows, lang)}
        yield say("programme.foreign", lang, **told, names=formats.listed(names, lang, _ROWS_NAMED))
        if foreign.now:
            yield say("programme.merged", lang, province=plan.province, now=foreign.now)
    if found.unnamed:
        rows = formats.number(found.unnamed, lang)
        yield say("programme.no_province", lang, rows=rows, province=plan.province)


def _classes(result: ProgrammeResult, lang: str) -> Iterator[str]:
    """The plan's classes as the register counts them, and what the plan leaves open about rating."""
    yield f"{say('programme.classes', lang)}:"
    for each in result.classes:
        yield from _lines(each, lang)
    if result.classes and result.unclassified:
        yield f"  {say('programme.unclassified', lang, rows=formats.number(result.unclassified, lang))}"
    if rating := result.programme.rating:
        yield f"  {rating.said.in_(lang)}"
        yield f"      {say('programme.words', lang, where=rating.where, words=rating.words)}"


def _lines(measured: Measured, lang: str) -> Iterator[str]:
    stated, value = measured.stated, measured.value
    printed = getattr(stated, "printed", None)
    state = measured.reached if printed is None else _SAME.get(measured.reached, measured.reached)
    due = getattr(stated, "due", None)
    until = f" ({say('programme.due', lang, day=formats.day(due, lang))})" if due else ""
    mark = "" if isinstance(stated, PlanClass) else f"[{say(f'programme.state.{state}', lang)}] "
    yield f"  {mark}{stated.name.in_(lang)}{until}"
    wanted = _wanted(stated, lang)
    if value is not None:
        shown = say("programme.value", lang, value=_value(value, _threshold(stated), lang))
        yield f"      {'; '.join(part for part in (shown, wanted) if part)}"
    if stated.measure.not_in_register is not None:
        yield f"      {stated.measure.not_in_register.in_(lang)}"
    if value is not None and value.missing and measured.reached != "reached":
        fields = [
            say("programme.missing_field", lang, label=_label(name, lang), rows=formats.number(rows, lang))
            for name, rows in value.missing.items()
        ]
        yield f"      {say('programme.missing', lang, fields=', '.join(fields))}"
    if printed is None:
        yield f"      {say('programme.words', lang, where=stated.where, words=stated.words)}"
    note = getattr(stated, "note", None)
    if note is not None:
        yield f"      {note.in_(lang)}"


_SAME = {"reached": "same", "not_reached": "differs"}


def _wanted(stated: Target | Figure | PlanClass, lang: str) -> str:
    printed = getattr(stated, "printed", None)
    if printed is not None:
        return say("programme.printed", lang, number=formats.number(printed, lang))
    share = "" if stated.measure.count is not None else "_percent"
    for how in ("at_least", "more_than", "exactly"):
        number = getattr(stated, how, None)
        if number is not None:
            limit = say(f"programme.limit.{how}{share}", lang, number=formats.number(number, lang))
            return say("programme.wanted", lang, wanted=limit)
    return ""


def _threshold(stated: Target | Figure | PlanClass) -> int:
    """The whole percent that a share is held against: a share below it is never written as if it reached it."""
    numbers = [getattr(stated, how, None) for how in ("at_least", "more_than", "exactly")]
    return next((number for number in numbers if number is not None), 0)


def _value(value: Value, threshold: int, lang: str) -> str:
    shown = _range(value.low, value.high, lang)
    if value.high is None and not value.low:
        return say("programme.nothing", lang)
    if value.whole is None:
        return shown
    whole = _range(*value.whole, lang)
    fewest, most = value.whole
    if most is None or value.high is None or not fewest:
        return say("programme.of", lang, value=shown, whole=whole, percent=say("programme.nothing", lang))
    percent = formats.share(Count(value.low, value.high), Count(fewest, most), threshold, lang)
    return say("programme.of", lang, value=shown, whole=whole, percent=percent)


def _range(low: int, high: int | None, lang: str) -> str:
    if high is None:
        return say("programme.at_least_known", lang, low=formats.number(low, lang))
    if low == high:
        return formats.number(low, lang)
    return say("programme.between", lang, low=formats.number(low, lang), high=formats.number(high, lang))


def _percent(hundredths: int, lang: str) -> str:
    point, space = (",", " ") if lang == "vi" else (".", "")
    return f"{hundredths // 100}{point}{hundredths % 100:02}{space}%"


def _label(name: str, lang: str) -> str:
    if knows(f"programme.field.{name}", lang):
        return say(f"programme.field.{name}", lang)
    if knows(f"field.{name}", lang):
        return say(f"field.{name}", lang)
    rules = {rule.id: rule.name for rule in installed().rules()}
    return rules[name].in_(lang) if name in rules else say("programme.field.group", lang)


def _check(checked: Checked, lang: str) -> Iterator[str]:
    check = checked.stated
    state = "consistent" if checked.holds else "inconsistent"
    yield f"  [{say(f'programme.state.{state}', lang)}] {check.name.in_(lang)}"
    if check.share is not None:
        share = check.share
        percent = _percent(checked.comes_to[0], lang)
        slots = {"part": share.part, "whole": share.whole, "percent": percent, "limit": share.more_than_percent}
        yield f"      {say('programme.share', lang, **slots)}"
    elif check.sum is not None:
        value = _range(*checked.comes_to, lang)
        yield f"      {say('programme.sum', lang, value=value, stated=formats.number(check.sum.stated, lang))}"
    yield f"      {say('programme.words', lang, where=check.where, words=check.words)}"

"""Verdicts put into words: the reason of each finding, as a sentence for the council's minutes.

The sentences belong to the rules; this module fills their slots with what was measured, and says what is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from langnghe.engine import conditions as c
from langnghe.engine import formats
from langnghe.engine.dates import DateSpan
from langnghe.engine.messages import knows, say
from langnghe.engine.network import Constant, references
from langnghe.engine.reference import View, fold_of
from langnghe.engine.values import Count, Verdict

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.case import Case
    from langnghe.engine.dossier import Attributed, Dossier
    from langnghe.engine.facts import Values
    from langnghe.engine.law import Rule
    from langnghe.engine.network import Network

MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED


@dataclass(frozen=True, slots=True)
class Wording:
    """The words for one rule applied to one subject (``None`` is the village, a number is a craft)."""

    case: Case
    rule: Rule
    subject: int | None
    lang: str

    @property
    def verdict(self) -> Verdict:
        """The verdict that is put into words."""
        return self.case.verdicts.of(self.subject)[self.rule.id]

    @property
    def values(self) -> Values:
        """The facts of the subject."""
        facts = self.case.facts
        return facts.village if self.subject is None else (facts.crafts or ())[self.subject]

    def required(self) -> str:
        """Say what the provision asks for."""
        return self.rule.required.in_(self.lang).format_map(_Slots(self))

    def reason(self) -> str:
        """Say why the verdict is what it is, with the figures, or what is missing."""
        if self.verdict is UNDETERMINED and _unencoded(self.case.network, self.rule.id):
            return say("reason.not_encoded", self.lang, day=formats.day(self.case.law_day, self.lang))
        words = getattr(self.rule.reasons, self.verdict)
        template = words.in_(self.lang) if words else say("reason.undetermined", self.lang)
        return template.format_map(_Slots(self))

    def measured(self) -> dict[str, Any]:
        """Give the values that decided, by the last part of their field path; bounds as ``[least, most]``."""
        return {
            field.rpartition(".")[2]: _plain(self.values[field])
            for field in c.fields_of(self.rule.requires)
            if self.values.get(field) is not None
        }


class _Slots(dict[str, str]):
    """The slots of a template, each worked out when the template asks for it."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.w = wording

    def __missing__(self, key: str) -> str:
        worker = getattr(self, f"slot_{key}", None)
        return worker() if worker else self._field(key)

    def slot_day(self) -> str:
        return formats.day(self.w.case.facts.day, self.w.lang)

    def slot_craft(self) -> str:
        return str(self.w.values["crafts.name"])

    def slot_threshold(self) -> str:
        for condition in c.walk(self.w.rule.requires):
            if isinstance(condition, c.Share):
                return formats.percent(condition.share.at_least_percent, self.w.lang)
            if isinstance(condition, c.Elapsed):
                return say("years", self.w.lang, years=condition.elapsed.years)
        return ""

    def _share(self) -> c.ShareArguments:
        return next(each.share for each in c.walk(self.w.rule.requires) if isinstance(each, c.Share))

    def slot_of(self) -> str:
        return formats.count(self.w.values[self._share().of], self.w.lang)

    def slot_in(self) -> str:
        return formats.count(self.w.values[self._share().in_], self.w.lang)

    def slot_share(self) -> str:
        share = self._share()
        return formats.share(self.w.values[share.of], self.w.values[share.in_], share.at_least_percent, self.w.lang)

    def _elapsed(self) -> c.ElapsedArguments:
        return next(each.elapsed for each in c.walk(self.w.rule.requires) if isinstance(each, c.Elapsed))

    def slot_since(self) -> str:
        return say("span.since", self.w.lang, span=formats.span(self.w.values[self._elapsed().since], self.w.lang))

    def slot_elapsed(self) -> str:
        span = self.w.values[self._elapsed().since]
        return (
            formats.elapsed_range(span, self.w.case.facts.day, self.w.lang)
            if span
            else say("value.unknown", self.w.lang)
        )

    def slot_attribution(self) -> str:
        for field in c.fields_of(self.w.rule.requires):
            finding = attributed(self.w.case.dossier, field, self.w.subject)
            if finding is not None:
                return _attribution(finding, self.w.lang)
        return ""

    def slot_passing(self) -> str:
        return _joined(_told(self.w, MET), self.w.lang)

    def slot_failing(self) -> str:
        return _joined(_told(self.w, NOT_MET), self.w.lang)

    def slot_failing_crafts(self) -> str:
        names = _told(self.w, NOT_MET)
        return say("reason.failing_crafts", self.w.lang, names=formats.listed(names, self.w.lang)) if names else ""

    def slot_missing(self) -> str:
        return _joined(_told(self.w, UNDETERMINED), self.w.lang)

    def _field(self, key: str) -> str:
        for field in c.fields_of(self.w.rule.requires):
            if field.rpartition(".")[2] == key:
                return value_in_words(self.w.values[field], self.w.lang)
        raise KeyError(key)


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


def _plain(value: Any) -> Any:  # noqa: ANN401  any value
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


def _attribution(finding: Attributed, lang: str) -> str:
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


def _unencoded(network: Network, rule: str) -> bool:
    return any(
        node.id == rule and isinstance(node.condition, Constant) and node.condition.verdict is UNDETERMINED
        for node in network.nodes
    )


def _joined(told: list[str], lang: str) -> str:
    return say("list.separator", lang).join(told)


def _told(wording: Wording, verdict: Verdict) -> list[str]:
    """Say in a few words each part of the rule that brought about ``verdict``."""
    node = next(node for node in wording.case.network.nodes if node.id == wording.rule.id)
    return list(dict.fromkeys(_parts(wording, node.condition, verdict)))


def _parts(wording: Wording, condition: Any, verdict: Verdict) -> list[str]:  # noqa: ANN401  any condition
    case = wording.case
    view = View(wording.values, case.verdicts.of(wording.subject), case.facts, case.verdicts)
    parts = c.children(condition)
    if parts and not isinstance(condition, c.Not):
        return [told for part in parts if fold_of(part)(view) is verdict for told in _parts(wording, part, verdict)]
    return _of_rules(wording, condition, verdict) if references(condition) else _of_fact(wording, condition, verdict)


def _of_rules(wording: Wording, atom: Any, verdict: Verdict) -> list[str]:  # noqa: ANN401  any condition
    case, lang = wording.case, wording.lang
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
            return _of_the_craft(wording, atom.the_craft, verdict)
        case _:
            return []


def lowered(name: str) -> str:
    """Write a name as it stands within a sentence."""
    return name[:1].lower() + name[1:]


def _of_the_craft(wording: Wording, rule: str, verdict: Verdict) -> list[str]:
    case, lang = wording.case, wording.lang
    if case.facts.the_craft is not None:
        return _told(Wording(case, case.law.rules[rule], case.facts.the_craft, lang), verdict)
    if verdict is NOT_MET:
        return [say("failing.absent_list", lang, label=say("field.crafts", lang))]
    key = "missing.field" if case.facts.crafts is None else "missing.held_title"
    return [say(key, lang, label=say("field.crafts", lang))]


def _of_fact(wording: Wording, atom: Any, verdict: Verdict) -> list[str]:  # noqa: ANN401  any condition
    if verdict is UNDETERMINED:
        return [text for field in c.fields_of(atom) if (text := _gap(wording, atom, field))]
    lang = wording.lang
    match atom:
        case c.Holds() | c.Present() | c.OneOf():
            field = c.fields_of(atom)[0]
            return [_fact_in_words(field, wording.values[field], passing=verdict is MET, lang=lang)]
        case c.ByTheDay() if verdict is NOT_MET:
            field = atom.by_the_day
            label, value = say(f"field.{field}", lang), formats.span(wording.values[field], lang)
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


def _gap(wording: Wording, atom: Any, field: str) -> str:  # noqa: ANN401  any condition
    """Say what is not known of a field, or not known well enough."""
    value, lang, label = wording.values[field], wording.lang, say(f"field.{field}", wording.lang)
    match value:
        case None:
            return say("missing.field", lang, label=label)
        case Count() if not value.exact:
            return say("missing.count", lang, label=label, value=formats.count(value, lang))
        case DateSpan() if isinstance(atom, c.Elapsed):
            time = formats.elapsed_range(value, wording.case.facts.day, lang)
            return say("missing.span", lang, label=label, value=formats.span(value, lang), elapsed=time)
        case DateSpan() if not value.exact:
            return say("missing.date", lang, label=label, value=formats.span(value, lang))
        case str() if isinstance(atom, c.Competent):
            return say("missing.authority", lang, label=label, value=value_in_words(value, lang))
        case _:
            return ""

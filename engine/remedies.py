"""What would change the verdict: the smallest change that would meet a rule, and the day on which time alone would.

A remedy is worked out from the rule's condition, and says so in words, in values of the dossier, and in a day. Applying
it and assessing again turns the finding *met*.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.dates import DateSpan, anniversary
from langnghe.engine.facts import FIELDS
from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.network import Constant
from langnghe.engine.reference import Fold, View, part_of
from langnghe.engine.values import MAX_COUNT, Count, Verdict
from langnghe.engine.way import NOTHING_TO_DO, Way
from langnghe.engine.words import formats
from langnghe.engine.words.messages import say, say_of
from langnghe.engine.words.valuewords import lowered

if TYPE_CHECKING:
    from collections.abc import Callable

    from langnghe.engine.case import Case
    from langnghe.engine.facts import Values

# What stands for an entry that nobody can know beforehand, so that a remedy can be applied and tried.
_PLACEHOLDERS: Final[dict[str, Any]] = {"activities": [1], "crafts.artisans": ["…"]}


def way_to_meet(case: Case, rule: str, subject: int | None, lang: str) -> Way | None:
    """Give the smallest way for the village (``None``) or a craft to meet a rule, ``None`` where no fact could."""
    key = (rule, subject, lang)
    if key not in case.ways:
        case.ways[key] = _way(case, rule, subject, lang)
    way: Way | None = case.ways[key]
    return way


def _way(case: Case, rule: str, subject: int | None, lang: str) -> Way | None:
    condition = case.network.by_id[rule].condition
    finder = Finder(case, subject, lang)
    folds = _deciding(condition)
    if folds is None:
        return finder.way(condition)
    view = finder.view()
    key = ("way", rule, lang, *[fold(view).code for fold in folds])
    if key not in case.law.memo:
        case.law.memo[key] = finder.way(condition)
    way: Way | None = case.law.memo[key]
    return way


@anatomy.once_each
def _deciding(condition: Any) -> list[Fold] | None:  # noqa: ANN401  any condition
    """Give the parts of a condition on whose verdicts alone its way rests: so few cases that each is kept with the law.

    ``None`` where the way rests on numbers, days or other rules as well.
    """
    parts = anatomy.walk(condition)
    atoms = [part for part in parts if not anatomy.children(part)]
    of_yes_and_no = all(isinstance(each, c.All | c.AnyOf | c.Holds | c.Present | c.OneOf) for each in parts)
    return [part_of(atom) for atom in atoms] if of_yes_and_no else None


class Finder:
    """Finds ways for one subject (``None`` is the village) of a case; its values change as steps are taken.

    A rule that others rest on is met by itself, from the values as they are: what one rule changes, another repeats.
    """

    def __init__(self, case: Case, subject: int | None, lang: str, supposed: Values | None = None) -> None:
        """Start from the values of the subject, or from those of one that is only supposed."""
        facts, self._supposed = case.facts, supposed is not None
        if supposed is None:
            supposed = facts.village if subject is None else (facts.crafts or ())[subject]
        self.case, self.subject, self.lang, self.values = case, subject, lang, dict(supposed)

    def way(self, condition: Any) -> Way | None:  # noqa: ANN401  any condition
        """Give the smallest way to meet a condition, ``None`` where no fact could."""
        worker = _WORKERS.get(type(condition))
        return worker(self, condition) if worker else None

    def _met(self, condition: Any) -> bool:  # noqa: ANN401  any condition
        if isinstance(condition, c.Criterion):
            if self._supposed:
                return self._met(self._condition_of(condition.criterion))
            return self.case.verdicts.of(self.subject)[condition.criterion] is Verdict.MET
        if parts := anatomy.children(condition):
            return all(map(self._met, parts)) if isinstance(condition, c.All) else any(map(self._met, parts))
        return not isinstance(condition, Constant) and part_of(condition)(self.view()) is Verdict.MET

    def view(self) -> View:
        """Give what conditions are folded over."""
        return View(self.values, {}, self.case.facts, self.case.verdicts)

    def _condition_of(self, rule: str) -> Any:  # noqa: ANN401  any condition
        return self.case.network.by_id[rule].condition

    def _step(self, key: str, path: str, **slots: Any) -> tuple[str]:  # noqa: ANN401  slots take what can be printed
        return (say_of(key, path, self.lang, **slots),)

    def criterion(self, condition: c.Criterion) -> Way | None:
        """Meet another rule about the same subject."""
        if self._supposed:
            return self.way(self._condition_of(condition.criterion))
        return way_to_meet(self.case, condition.criterion, self.subject, self.lang)

    def every(self, condition: c.All) -> Way | None:
        """Meet each part that is not met yet."""
        total = NOTHING_TO_DO
        for part in condition.all:
            if self._met(part):
                continue
            if (way := self.way(part)) is None:
                return None
            total = total.along_with(way)
        return total

    def either(self, condition: c.AnyOf) -> Way | None:
        """Meet the part that takes least."""
        ways = [way for part in condition.any if (way := Finder.way(self._copy(), part)) is not None]
        if not ways:
            return None
        least = min(ways, key=lambda way: way.cost)
        for other in ways:
            if other is not least and other.cost == least.cost:
                one, two = "; ".join(least.texts), "; ".join(other.texts)
                least = Way(least.changes, (say("remedy.or", self.lang, one=one, other=two),), least.on)
        return least

    def _copy(self) -> Finder:
        copy = Finder(self.case, self.subject, self.lang, self.values)
        copy._supposed = self._supposed
        return copy

    def some_craft(self, condition: c.SomeCraft) -> Way | None:
        """Bring the craft that lacks least up to the rule, or name one."""
        crafts = self.case.facts.crafts or ()
        ways = []
        for index in range(len(crafts)):
            way = way_to_meet(self.case, condition.some_craft, index, self.lang)
            if way is not None:
                name = f"{crafts[index]['crafts.name']}: " if len(crafts) > 1 else ""
                ways.append(way.in_craft(index)._replace(texts=tuple([name + text for text in way.texts])))
        rule = self._condition_of(condition.some_craft)
        if not crafts and (way := Finder(self.case, None, self.lang, _NO_CRAFT).way(rule)) is not None:
            name = lowered(self.case.law.rules[condition.some_craft].name.in_(self.lang))
            text = say("remedy.craft", self.lang, name=name)
            ways.append(Way({"crafts[0].name": "…"}, (text,)).along_with(way.in_craft(0)))
        return min(ways, key=lambda way: way.cost, default=None)

    def the_craft(self, condition: c.TheCraft) -> Way | None:
        """Bring the title's own craft up to the rule."""
        index = self.case.facts.the_craft
        if index is None:
            return self.some_craft(c.SomeCraft(some_craft=condition.the_craft)) if not self.case.facts.crafts else None
        way = way_to_meet(self.case, condition.the_craft, index, self.lang)
        return way and way.in_craft(index)

    def share(self, condition: c.Share) -> Way:
        """Have enough households take part, or show how many there are."""
        share = condition.share
        part = self.values[share.of] or Count(0, None)
        whole = self.values[share.in_]
        enough = min(100 * part.low // share.at_least_percent, MAX_COUNT)
        if (whole is None or whole.high is None) and enough >= max(whole.low if whole else 1, 1):
            most = formats.number(enough, self.lang)
            return Way({share.in_: f"<={enough}"}, self._step("remedy.total", share.in_, most=most))
        base = 1 if whole is None else max(whole.low if whole.high is None else whole.high, 1)
        need = -(-share.at_least_percent * base // 100)
        changes: dict[str, Any] = {share.of: need}
        if whole is None or whole.high is None:
            changes[share.in_] = base
        if whole is None:
            percent = formats.percent(share.at_least_percent, self.lang)
            return Way(changes, (say("remedy.both", self.lang, threshold=percent),))
        shown = {"need": formats.number(need, self.lang), "total": formats.number(base, self.lang)}
        if part.high is not None and part.high < need:
            short = formats.number(need - part.high, self.lang)
            return Way(changes, (say("remedy.short", self.lang, short=short, **shown),))
        return Way(changes, (say("remedy.count", self.lang, **shown),))

    def elapsed(self, condition: c.Elapsed) -> Way | None:
        """Wait for the anniversary, or show an earlier start."""
        since, years = condition.elapsed.since, condition.elapsed.years
        later = timedelta(days=1 if condition.elapsed.more_than_years is not None else 0)
        span: DateSpan | None = self.values[since]
        reached = anniversary(span.last, years) if span and span.last else None
        if reached is not None and reached < date.max:
            day = reached + later
            text = say("remedy.time", self.lang, years=f"{years:02}", day=formats.day(day, self.lang))
            return Way({}, (text,), day)
        if self.case.facts.day - date.min < later:  # the first day of the calendar: nothing can have begun before
            return None
        latest = _latest_start(self.case.facts.day - later, years)
        return Way({since: latest.isoformat()}, self._step("remedy.since", since, day=formats.day(latest, self.lang)))

    def holds(self, condition: c.Holds) -> Way:
        """Have it, or have it found."""
        return self._set(condition.holds, True)  # noqa: FBT003  the value is what is set

    def present(self, condition: c.Present) -> Way:
        """Name at least one."""
        return self._set(condition.present, _PLACEHOLDERS[condition.present])

    def one_of(self, condition: c.OneOf) -> Way:
        """Come to the first value that satisfies."""
        values = condition.one_of.values
        known = self.values[condition.one_of.field] is not None
        named = values[:1] if known else values
        shown = say("condition.or", self.lang).join(say(f"value.{each}", self.lang) for each in named)
        value = values[0]
        field_of = condition.one_of.field
        return Way({field_of: value}, self._step("remedy.choice", field_of, value=shown))

    def by_the_day(self, condition: c.ByTheDay) -> Way:
        """Wait for the date, or show one that has come."""
        path = condition.by_the_day
        span: DateSpan | None = self.values[path]
        if span and span.last:
            return Way({}, self._step("remedy.on", path, day=formats.day(span.last, self.lang)), span.last)
        day = self.case.facts.day
        self.values[path] = DateSpan(day, day, day.isoformat())
        return Way({path: day.isoformat()}, self._step("remedy.date", path, day=formats.day(day, self.lang)))

    def competent(self, condition: c.Competent) -> Way | None:
        """Have the authority act that was competent on the date."""
        it = condition.competent
        span: DateSpan | None = self.values[it.on]
        changes: dict[str, Any] = {}
        if span is None or not span.last or not span.first:
            day = (span and span.last) or self.case.facts.day
            changes[it.on] = day.isoformat()
        else:
            day = span.last
        authority = next(
            (each.authority for each in it.periods if (each.from_ or day) <= day <= (each.to or day)), None
        )
        if authority is None:
            return None
        if span and span.first and not span.exact:
            changes[it.on] = day.isoformat()
        if self.values[it.authority] != authority:
            changes[it.authority] = authority
        shown = say(f"value.{authority}", self.lang)
        return Way(changes, self._step("remedy.choice", it.authority, value=shown))

    def _set(self, path: str, value: Any) -> Way:  # noqa: ANN401  what the field takes
        known = self.values[path] is not None
        self.values[path] = value
        found = known and value is True and path.startswith("crafts.")  # a council's finding, not a thing to be had
        key = "remedy.reverse" if found else "remedy.have" if known else "remedy.find"
        return Way({path: value}, self._step(key, path))


_WORKERS: Final[dict[type, Callable[[Finder, Any], Way | None]]] = {
    c.Criterion: Finder.criterion,
    c.All: Finder.every,
    c.AnyOf: Finder.either,
    c.SomeCraft: Finder.some_craft,
    c.TheCraft: Finder.the_craft,
    c.Share: Finder.share,
    c.Elapsed: Finder.elapsed,
    c.Holds: Finder.holds,
    c.Present: Finder.present,
    c.OneOf: Finder.one_of,
    c.ByTheDay: Finder.by_the_day,
    c.Competent: Finder.competent,
}


# The values of a craft of which nothing is known yet.
_NO_CRAFT: Final = dict.fromkeys(path for path in FIELDS if path.startswith("crafts."))


def _latest_start(day: date, years: int) -> date:
    """Give the latest start whose anniversary has come by ``day``; 28 February where the year has no 29th."""
    try:
        start = day.replace(year=max(day.year - years, 1))
    except ValueError:
        start = date(day.year - years, 2, 28)
    return start

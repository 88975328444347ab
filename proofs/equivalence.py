"""Proofs that a mutant decides nothing differently: by trying every case there is, never by argument.

A mutant that differs in one condition is compared on every combination of what that condition rests on: each yes or
no, choice and list takes every value it can have, and each part that rests on numbers, dates or other rules takes
every verdict. Where both conditions always agree, so do the rulebooks, whatever else they hold. A table of outcomes is
compared in the same way, by the row that counts. A mutant that moves a date is compared on every period between two
changes of the law: what counts on a day must be the same on all days.
"""

from __future__ import annotations

import itertools
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any, Final, get_args

from langnghe.engine.dossier import Compliance
from langnghe.engine.facts import FIELDS, Facts
from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.law.instruments import Encoded
from langnghe.engine.network import Verdicts
from langnghe.engine.reference import View, fold_of
from langnghe.engine.values import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.law.rulebook import Rulebook
    from langnghe.engine.law.rules import Article, Outcome

# Every value that a field of a kind can have, as far as any operator can tell; dates and counts are not listed.
VALUES: Final[dict[str, tuple[Any, ...]]] = {
    anatomy.YES_NO: (None, True, False),
    anatomy.CHOICE: (None, *get_args(Compliance)),
    anatomy.LIST: (None, (), ("một mục",)),
}
TABLES: Final = ("recommendations", "review_outcomes")
MOST_CASES: Final = 100_000


def proof(original: Rulebook, mutant: Rulebook) -> str | None:
    """Say on what both were compared and found to decide alike: everything there is; ``None`` without a proof."""
    pairs = list(_differing(original, mutant))
    if pairs:
        cases = _cases_compared(pairs)
        return cases and f"giống nhau ở cả {cases} tổ hợp"
    days = _days(original) | _days(mutant)
    if all(_counting(original, day) == _counting(mutant, day) for day in days):
        return f"giống nhau ở cả {len(days)} giai đoạn của pháp luật"
    return None


def _days(rulebook: Rulebook) -> set[date]:
    """One day of each period between two changes of the law."""
    return {date.min, *rulebook.changes()}


def _counting(rulebook: Rulebook, day: date) -> Any:
    """Everything that counts on a day, but for the dates from which and to which it does."""
    law = rulebook.law_on(day)
    return {field.name: _plain(getattr(law, field.name)) for field in fields(law) if field.compare}


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case tuple():
            return [_plain(each) for each in value]
        case Encoded():
            return value.instrument, value.model_dump(exclude={"in_force"})
        case _:
            return value


def _cases_compared(pairs: list[tuple[Any, Any, bool]]) -> int | None:
    compared = 0
    for one, two, only_met in pairs:
        number = _agree(one, two, only_met=only_met)
        if number is None:
            return None
        compared += number
    return compared


def _differing(original: Rulebook, mutant: Rulebook) -> Iterator[tuple[Any, Any, bool]]:
    """Give the pairs of conditions, or tables, in which they differ; nothing if they differ in anything else."""
    pairs: list[tuple[Any, Any, bool]] = []
    if original.instruments != mutant.instruments:
        return
    for one, two in zip(original.articles, mutant.articles, strict=True):
        if one == two:
            continue
        found = _in_article(one, two)
        if found is None:
            return
        pairs += found
    yield from pairs


def _in_article(one: Article, two: Article) -> list[tuple[Any, Any, bool]] | None:
    pairs: list[tuple[Any, Any, bool]] = []
    for part in type(one).model_fields:
        ours, theirs = getattr(one, part), getattr(two, part)
        if ours == theirs:
            continue
        if part in TABLES and _rows(ours) == _rows(theirs):
            pairs.append((ours, theirs, False))
            continue
        if part not in {"rules", "titles", "review_notes"} or len(ours) != len(theirs):
            return None
        key = "when" if part == "review_notes" else "requires"
        for record, changed in zip(ours, theirs, strict=True):
            if record.model_copy(update={key: None}) != changed.model_copy(update={key: None}):
                return None
            if record != changed:
                pairs.append((getattr(record, key), getattr(changed, key), part == "review_notes"))
    return pairs


def _rows(table: tuple[Outcome, ...]) -> dict[str, Outcome]:
    """The rows by id, without the condition that chooses them."""
    return {row.id: row.model_copy(update={"when": None}) for row in table}


def _agree(one: Any, two: Any, *, only_met: bool) -> int | None:
    """Compare on every case; a note shows only where its condition is met."""
    conditions = [*_conditions(one), *_conditions(two)]
    unknowns = _Unknowns(conditions)
    if unknowns.cases > MOST_CASES:
        return None
    for view in unknowns.views():
        ours, theirs = _decided(one, view, unknowns), _decided(two, view, unknowns)
        if only_met:
            ours, theirs = (each if each == Verdict.MET else None for each in (ours, theirs))
        if ours != theirs:
            return None
    return unknowns.cases


def _conditions(decided: Any) -> list[Any]:
    return [row.when for row in decided] if isinstance(decided, tuple) else [decided]


def _decided(decided: Any, view: View, unknowns: _Unknowns) -> str | None:
    """The verdict of a condition, or the row of a table that counts."""
    if isinstance(decided, tuple):
        return next((row.id for row in decided if fold_of(unknowns.opaque(row.when))(view) is Verdict.MET), None)
    return fold_of(unknowns.opaque(decided))(view)


class _Unknowns:
    """What conditions rest on: fields whose every value is tried, and parts of which every verdict is."""

    def __init__(self, conditions: list[Any]) -> None:
        self.fields: list[str] = []
        self.parts: list[str] = []
        for part in (part for condition in conditions for part in anatomy.walk(condition)):
            match part:
                case c.All() | c.AnyOf() | c.Not():
                    continue
                case c.VerdictIs():
                    name = part.verdict.of
                case c.Criterion():
                    name = part.criterion
                case c.Holds() | c.Known() | c.Present() | c.OneOf() if FIELDS[anatomy.fields_of(part)[0]] in VALUES:
                    self.fields += [name for name in anatomy.fields_of(part) if name not in self.fields]
                    continue
                case _:
                    name = repr(part)
            if name not in self.parts:
                self.parts.append(name)
        self.cases = 1
        for kind in [FIELDS[name] for name in self.fields]:
            self.cases *= len(VALUES[kind])
        self.cases *= len(Verdict) ** len(self.parts)

    def views(self) -> Iterator[View]:
        """Give every case."""
        values = [VALUES[FIELDS[name]] for name in self.fields]
        for known in itertools.product(*values):
            for verdicts in itertools.product(Verdict, repeat=len(self.parts)):
                facts = Facts(
                    date.min, dict(zip(self.fields, known, strict=True)), None, None, frozenset(), frozenset()
                )
                reached = dict(zip(self.parts, verdicts, strict=True))
                yield View(facts.village, reached, facts, Verdicts(reached, ()))

    def opaque(self, condition: Any) -> Any:
        """Put each part of which only the verdict is tried in the form of another rule's verdict."""
        match condition:
            case c.All():
                return c.All(all=tuple(self.opaque(each) for each in condition.all))
            case c.AnyOf():
                return c.AnyOf(any=tuple(self.opaque(each) for each in condition.any))
            case c.Not():
                return c.Not.model_validate({"not": self.opaque(condition.not_)})
            case c.VerdictIs() | c.Criterion():
                return condition
            case _ if repr(condition) in self.parts:
                return c.Criterion(criterion=repr(condition))
            case _:
                return condition

"""Checks of the rulebook as a whole, beyond what each file's model can see.

Dangling references, fields that no dossier has, circles, overlapping dates, provisions without text, units that do
not fit: each problem with the file and line of what has to change.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine import conditions as c
from langnghe.engine.evidence import shown_path
from langnghe.engine.facts import FIELDS
from langnghe.engine.law import Article, Encoded, InForce, Instrument, Rule
from langnghe.engine.network import references
from langnghe.engine.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from langnghe.engine.reading.source import Source

Loaded = tuple[str, "Source", "BaseModel"]

# Names that conditions may use for what is no rule: the title asked, and whether the papers are complete.
_BUILT_IN: Final = frozenset({"title", "documents"})


def check(documents: list[Loaded]) -> list[Problem]:
    """Check all rule files together.

    Takes ``(file name, source, model)`` of each file that is valid by itself; gives every problem found.
    """
    articles = [(name, source, model) for name, source, model in documents if isinstance(model, Article)]
    instruments = {model.id: model for _, _, model in documents if isinstance(model, Instrument)}
    provisions = {(model.instrument, each.id) for _, _, model in articles for each in model.provisions}
    rules = [
        (_Place(name, source, (part, index)), rule, article)
        for name, source, article in articles
        for part in ("rules", "titles")
        for index, rule in enumerate(getattr(article, part))
    ]
    known = {rule.id for _, rule, _ in rules}
    groups = {rule.group for _, rule, _ in rules if rule.group}
    problems: list[Problem] = []
    for name, source, article in articles:
        if article.instrument not in instruments:
            problems.append(
                _Place(name, source).problem(
                    "no_such_instrument", "instrument", got=article.instrument, known=", ".join(instruments)
                )
            )
        problems += _provisions_exist(name, source, article, provisions)
        problems += _conditions_make_sense(name, source, article, known, groups)
    return problems + list(_overlaps(rules, instruments)) + list(_circles(rules))


class _Place:
    """A part of a file, which knows its line."""

    def __init__(self, name: str, source: Source, path: tuple[str | int, ...] = ()) -> None:
        self.name, self.source, self.path = name, source, path

    def problem(self, code: str, *deeper: str | int, **context: Any) -> Problem:  # noqa: ANN401  context takes what can be printed
        path = (*self.path, *deeper)
        return Problem(code, shown_path(path), self.source.line_of(path), context, self.name)


def _parts(article: Article) -> Iterator[tuple[tuple[str | int, ...], Encoded]]:
    for part, encoded in article.encoded().items():
        for index, each in enumerate(encoded):
            yield (part, index), each


def _provisions_exist(
    name: str, source: Source, article: Article, provisions: set[tuple[str, str]]
) -> Iterator[Problem]:
    for index, provision in enumerate(article.provisions):
        if provision.id != article.article and not provision.id.startswith(f"{article.article}/"):
            yield _Place(name, source, ("provisions", index)).problem(
                "provision_elsewhere", "id", got=provision.id, article=article.article
            )
        if [each.id for each in article.provisions].index(provision.id) != index:
            yield _Place(name, source, ("provisions", index)).problem("provision_twice", "id", got=provision.id)
    for path, each in _parts(article):
        cited = each.provision
        if (article.instrument, cited) not in provisions:
            near = get_close_matches(
                cited, [known for instrument, known in provisions if instrument == article.instrument], n=1
            )
            yield _Place(name, source, path).problem(
                "no_such_provision", "provision", got=cited, near=near[0] if near else "…"
            )


def _conditions_make_sense(
    name: str, source: Source, article: Article, known: set[str], groups: set[str]
) -> Iterator[Problem]:
    for path, each in _parts(article):
        key = "requires" if isinstance(each, Rule) else "when"
        condition = getattr(each, key, None)
        if condition is None:
            continue
        place = _Place(name, source, (*path, key))
        subject = each.subject if isinstance(each, Rule) else "village"
        yield from _rules_exist(place, condition, known, groups)
        yield from _fields_fit(place, condition, subject)


def _rules_exist(place: _Place, condition: Any, known: set[str], groups: set[str]) -> Iterator[Problem]:  # noqa: ANN401  any condition
    for ref in references(condition):
        if ref not in known and ref not in _BUILT_IN:
            yield place.problem("no_such_rule", got=ref, near=_nearest(ref, known))
    for group in _groups(condition):
        if group not in groups:
            yield place.problem("no_such_group", got=group, known=", ".join(sorted(groups)))


def _fields_fit(place: _Place, condition: Any, subject: str) -> Iterator[Problem]:  # noqa: ANN401  any condition
    for field, kind in c.reads(condition):
        if field not in FIELDS:
            yield place.problem("no_such_field", got=field, near=_nearest(field, FIELDS))
        elif kind and FIELDS[field] != kind:
            yield place.problem("field_kind", got=field, kind=FIELDS[field], wanted=kind)
        elif field.startswith("crafts.") != (subject == "craft"):
            yield place.problem("field_subject", got=field, subject=subject)


def _nearest(name: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(name, sorted(known), n=1)), "…")


def _groups(condition: Any) -> list[str]:  # noqa: ANN401  any condition
    if isinstance(condition, c.EveryInForce):
        return [condition.every_in_force]
    return [found for child in c.children(condition) for found in _groups(child)]


_Placed = list[tuple[_Place, Rule, Article]]


def _overlaps(rules: _Placed, instruments: dict[str, Instrument]) -> Iterator[Problem]:
    """Two rules of one id must not be law on one day."""
    seen: dict[str, list[tuple[Rule, InForce]]] = {}
    for place, rule, article in rules:
        instrument = instruments.get(article.instrument)
        period = rule.in_force or (instrument.in_force if instrument else InForce())
        for other, other_period in seen.get(rule.id, []):
            if _overlap(period, other_period):
                yield place.problem("rule_twice", "id", got=rule.id, other=other.provision)
        seen.setdefault(rule.id, []).append((rule, period))


def _overlap(one: InForce, other: InForce) -> bool:
    starts_in_time = one.from_ is None or other.to is None or one.from_ <= other.to
    return starts_in_time and (other.from_ is None or one.to is None or other.from_ <= one.to)


def _circles(rules: _Placed) -> Iterator[Problem]:
    """A rule must not rest on itself, however indirectly."""
    rests_on: dict[str, set[str]] = {}
    members: dict[str, set[str]] = {}
    for _, rule, _ in rules:
        if rule.group:
            members.setdefault(rule.group, set()).add(rule.id)
    for _, rule, _ in rules:
        below = set(references(rule.requires))
        for group in _groups(rule.requires):
            below |= members.get(group, set())
        rests_on.setdefault(rule.id, set()).update(below)
    for place, rule, _ in rules:
        reached, ahead = set(), list(rests_on[rule.id])
        while ahead:
            name = ahead.pop()
            if name not in reached:
                reached.add(name)
                ahead += rests_on.get(name, ())
        if rule.id in reached:
            yield place.problem("circle", "requires", got=rule.id)

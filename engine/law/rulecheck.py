"""Checks of the rulebook as a whole, beyond what each file's model can see.

Dangling references, fields that no dossier has, circles, overlapping dates, provisions without text, units that do
not fit: each problem with the file and line of what has to change.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.evidence import shown_path
from langnghe.engine.facts import FIELDS
from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.law.instruments import Dated, Encoded, InForce, Instrument
from langnghe.engine.law.rules import Article, Explained, Rule
from langnghe.engine.law.rulewords import words_fit
from langnghe.engine.limits import RULE_FILES
from langnghe.engine.network import references
from langnghe.engine.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pydantic import BaseModel

    from langnghe.engine.reading.source import Source

Loaded = tuple[str, "Source", "BaseModel"]

_MANY_NAMES: Final = 500
# Names that conditions may use for what is no rule: the title asked, and whether the papers are complete.
BUILT_IN: Final = frozenset({"title", "documents"})


def check(documents: list[Loaded]) -> list[Problem]:
    """Check all rule files together.

    Takes ``(file name, source, model)`` of each file that is valid by itself; gives every problem found.
    """
    from langnghe.engine.law.namecheck import check_names  # deferred: both need Place, below
    from langnghe.engine.law.restcheck import check_rests

    articles = [(name, source, model) for name, source, model in documents if isinstance(model, Article)]
    if problems := list(_too_many(articles)):
        return problems
    instruments = {model.id: model for _, _, model in documents if isinstance(model, Instrument)}
    provisions = {(model.instrument, each.id) for _, _, model in articles for each in model.provisions}
    rules = [
        (Place(name, source, (part, index)), rule, article)
        for name, source, article in articles
        for part in ("rules", "titles")
        for index, rule in enumerate(getattr(article, part))
    ]
    dated = [
        (Place(name, source, path), each, article)
        for name, source, article in articles
        for path, each in _parts(article)
        if isinstance(each, Dated)
    ]
    known = _Known(
        rules={rule.id for _, rule, _ in rules},
        explained={each.id for _, each, _ in dated if isinstance(each, Explained)},
        groups={rule.group for _, rule, _ in rules if rule.group},
    )
    for name, source, article in articles:
        if article.instrument not in instruments:
            problems.append(
                Place(name, source).problem(
                    "no_such_instrument", "instrument", got=article.instrument, known=", ".join(instruments)
                )
            )
        problems += _provisions_exist(name, source, article, provisions)
        problems += _accounted_for(name, source, article, known.rules | {each.id for _, each, _ in dated})
        problems += _conditions_make_sense(name, source, article, known)
        problems += _in_their_role(name, source, article, instruments.get(article.instrument))
    for place, rule, _ in rules:
        problems += words_fit(place, rule)
    problems += [*_overlaps(dated, instruments), *_circles(rules)]
    return problems + check_names(documents) + check_rests(documents)


@dataclass(frozen=True, slots=True)
class _Known:
    """Every id that a condition may name: rules that decide, rules that only explain, groups."""

    rules: set[str]
    explained: set[str]
    groups: set[str]


class Place:
    """A part of a file, which knows its line."""

    def __init__(self, name: str, source: Source, path: tuple[str | int, ...] = ()) -> None:
        self.name, self.source, self.path = name, source, path

    def problem(self, code: str, *deeper: str | int, **context: Any) -> Problem:  # noqa: ANN401  context takes what can be printed
        """Give a problem with this part of the file, or with what stands ``deeper`` in it."""
        path = (*self.path, *deeper)
        return Problem(code, shown_path(path), self.source.line_of(path), context, self.name)


def _parts(article: Article) -> Iterator[tuple[tuple[str | int, ...], Encoded]]:
    for part, encoded in article.encoded().items():
        for index, each in enumerate(encoded):
            yield (part, index), each


def _too_many(articles: list[tuple[str, Source, Article]]) -> Iterator[Problem]:
    """Everything that follows takes time for each rule and each period; a file that asks for hours is no law."""
    rules, days = 0, set()
    for name, source, article in articles:
        for path, each in _parts(article):
            rules += 1
            period = each.in_force if isinstance(each, Dated) else None
            days |= {period.from_, period.to} if period else set()
            for code, number in (("rules", rules), ("law_days", len(days))):
                most = getattr(RULE_FILES, code)
                if number > most:
                    yield Place(name, source, path).problem(f"many_{code}", most=most)
                    return


def _provisions_exist(
    name: str, source: Source, article: Article, provisions: set[tuple[str, str]]
) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, provision in enumerate(article.provisions):
        if provision.id != article.article and not provision.id.startswith(f"{article.article}/"):
            yield Place(name, source, ("provisions", index)).problem(
                "provision_elsewhere", "id", got=provision.id, article=article.article
            )
        if first.setdefault(provision.id, index) != index:
            yield Place(name, source, ("provisions", index)).problem("provision_twice", "id", got=provision.id)
    for path, each in _parts(article):
        cited = each.provision
        if (article.instrument, cited) not in provisions:
            near = _nearest(cited, [known for instrument, known in provisions if instrument == article.instrument])
            yield Place(name, source, path).problem("no_such_provision", "provision", got=cited, near=near)


def _accounted_for(name: str, source: Source, article: Article, known: set[str]) -> Iterator[Problem]:
    """A provision names only rules that exist."""
    for index, provision in enumerate(article.provisions):
        for number, rule in enumerate(provision.by):
            if rule not in known:
                place = Place(name, source, ("provisions", index, "by", number))
                yield place.problem("no_such_rule", got=rule, near=_nearest(rule, known))


def _in_their_role(name: str, source: Source, article: Article, instrument: Instrument | None) -> Iterator[Problem]:
    """An instrument that only explains holds nothing that decides, and one that decides nothing that only explains."""
    if instrument is None:
        return
    explains = instrument.role == "explains"
    for part, encoded in article.encoded().items():
        if encoded and (part == "explained") != explains:
            code = "explains_only" if explains else "decides_only"
            yield Place(name, source).problem(code, part, key=part, instrument=instrument.id)


def _conditions_make_sense(name: str, source: Source, article: Article, known: _Known) -> Iterator[Problem]:
    for path, each in _parts(article):
        key = "requires" if isinstance(each, Rule | Explained) else "when"
        condition = getattr(each, key, None)
        if condition is None:
            continue
        place = Place(name, source, (*path, key))
        subject = each.subject if isinstance(each, Rule | Explained) else "village"
        yield from _rules_exist(
            place, condition, known.explained if isinstance(each, Explained) else known.rules, known
        )
        yield from _fields_fit(place, condition, subject)


def _rules_exist(place: Place, condition: Any, rules: set[str], known: _Known) -> Iterator[Problem]:  # noqa: ANN401  any condition
    for ref in references(condition):
        if ref not in rules and ref not in BUILT_IN:
            yield place.problem("no_such_rule", got=ref, near=_nearest(ref, rules))
    for group in _groups(condition):
        if group not in known.groups:
            yield place.problem("no_such_group", got=group, known=", ".join(sorted(known.groups)))


def _fields_fit(place: Place, condition: Any, subject: str) -> Iterator[Problem]:  # noqa: ANN401  any condition
    for field, kind in anatomy.reads(condition):
        if field not in FIELDS:
            yield place.problem("no_such_field", got=field, near=_nearest(field, FIELDS))
        elif kind and FIELDS[field] != kind:
            yield place.problem("field_kind", got=field, kind=FIELDS[field], wanted=kind)
        elif field.startswith("crafts.") != (subject == "craft"):
            yield place.problem("field_subject", got=field, subject=subject)


def _nearest(name: str, known: Collection[str]) -> str:
    """Give the known name that was probably meant; of very many none, as looking through them takes long."""
    found = get_close_matches(name, sorted(known), n=1) if len(known) <= _MANY_NAMES else []
    return found[0] if found else "…"


def _groups(condition: Any) -> list[str]:  # noqa: ANN401  any condition
    if isinstance(condition, c.EveryInForce):
        return [condition.every_in_force]
    return [found for child in anatomy.children(condition) for found in _groups(child)]


_Placed = list[tuple[Place, Rule, Article]]


def _overlaps(dated: list[tuple[Place, Dated, Article]], instruments: dict[str, Instrument]) -> Iterator[Problem]:
    """Two rules of one id and kind must not be law on one day."""
    seen: dict[tuple[object, str], list[tuple[Dated, InForce]]] = {}
    for place, each, article in dated:
        instrument = instruments.get(article.instrument)
        period = each.period_within(instrument.in_force if instrument else InForce())
        kind = (Rule if isinstance(each, Explained) else type(each), each.id)  # earlier law ends before today's begins
        for other, other_period in seen.get(kind, []):
            if period.overlaps(other_period):
                yield place.problem("rule_twice", "id", got=each.id, other=other.provision)
                break
        seen.setdefault(kind, []).append((each, period))


def _circles(rules: _Placed) -> Iterator[Problem]:
    """A rule must not rest on itself, however indirectly, nor on others that rest on others without end."""
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
        reached: set[str] = set()
        level, depth = rests_on[rule.id], 0
        while level - reached:  # a chain of n rules takes n levels; one rule reached twice, its longest chain at least
            reached |= level
            level = {name for upper in level for name in rests_on.get(upper, ())}
            depth += 1
        if rule.id in reached:
            yield place.problem("circle", "requires", got=rule.id)
        elif depth > RULE_FILES.depth:
            yield place.problem("rules_deep", "requires", got=rule.id, most=RULE_FILES.depth)

"""Checks of what rules rest on: a verdict that the network of a title can have when it is asked for.

A village's rule rests on a village's, a craft's on a craft's; from the village to its crafts only ``some_craft`` and
``the_craft`` lead. What was found of the title asked, and of its papers, is known to the tables that come after alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, get_args

from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.law.rulecheck import BUILT_IN, Loaded, Place
from langnghe.engine.law.rules import Article, Explained, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.problems import Problem

# Which tables may ask what was found of the title, and of its papers: a review has none.
_MAY_ASK: Final = {
    "title": ("recommendations", "review_outcomes", "review_notes"),
    "documents": ("recommendations",),
}


def check_rests(documents: list[Loaded]) -> list[Problem]:
    """Check what every condition rests on, and that papers and outcomes are settled in every case.

    Takes ``(file name, source, model)`` of each file that is valid by itself; gives every problem found.
    """
    articles = [(name, source, model) for name, source, model in documents if isinstance(model, Article)]
    subjects: dict[str, str] = {}
    members: dict[str, dict[str, str]] = {}
    for _, _, article in articles:
        for rule in (*article.rules, *article.titles):
            subjects[rule.id] = rule.subject
            if rule.group:
                members.setdefault(rule.group, {})[rule.id] = rule.subject
    problems: list[Problem] = []
    for name, source, article in articles:
        for part, encoded in article.encoded().items():
            for index, each in enumerate(encoded):
                key = "requires" if isinstance(each, Rule) else "when"
                condition = None if isinstance(each, Explained) else getattr(each, key, None)
                if condition is not None:
                    place = Place(name, source, (part, index, key))
                    problems += _fits(place, condition, getattr(each, "subject", "village"), subjects, members)
                    problems += _asks(place, condition, part)
        problems += [*_paths_settle(name, source, article), *_tables_settle(name, source, article)]
    return problems


def _fits(
    place: Place,
    condition: Any,  # noqa: ANN401  any condition
    subject: str,
    subjects: dict[str, str],
    members: dict[str, dict[str, str]],
) -> Iterator[Problem]:
    for part in anatomy.walk(condition):
        wanted = subject
        match part:
            case c.Criterion():
                names = [part.criterion]
            case c.VerdictIs():
                names = [part.verdict.of]
            case c.SomeCraft() | c.TheCraft():
                names = [part.some_craft if isinstance(part, c.SomeCraft) else part.the_craft]
                wanted = "craft" if subject == "village" else "village"  # a craft has no crafts
            case c.EveryInForce():
                names = list(members.get(part.every_in_force, ()))
            case _:
                continue
        for name in names:
            if subjects.get(name, wanted) != wanted:
                yield place.problem("rests_on_other", got=name, subject=subjects[name], wanted=wanted)


def _asks(place: Place, condition: Any, part: str) -> Iterator[Problem]:  # noqa: ANN401  any condition
    for each in anatomy.walk(condition):
        asked = each.verdict.of if isinstance(each, c.VerdictIs) else None
        if asked in BUILT_IN and part not in _MAY_ASK[asked]:
            yield place.problem("not_found_yet", got=asked, known=", ".join(_MAY_ASK[asked]))
        elif isinstance(each, c.Criterion) and each.criterion in BUILT_IN:
            yield place.problem("no_such_rule", got=each.criterion, near=f"verdict: {{of: {each.criterion}, is: met}}")


def _paths_settle(name: str, source: Any, article: Article) -> Iterator[Problem]:  # noqa: ANN401  a Source
    """Of a title's paths the last is for every other case, and none stands after it."""
    last: dict[str, tuple[int, bool]] = {}
    for index, path in enumerate(article.document_paths):
        place = Place(name, source, ("document_paths", index))
        if last.get(path.title, (0, False))[1]:
            yield place.problem("path_unreached", "title", got=path.title)
        last[path.title] = (index, path.when is None)
    for title, (index, settled) in last.items():
        if not settled:
            yield Place(name, source, ("document_paths", index)).problem("paths_open", "when", got=title)


def _tables_settle(name: str, source: Any, article: Article) -> Iterator[Problem]:  # noqa: ANN401  a Source
    """Whatever is found of the title, some row of a table says what follows: one that asks for nothing else."""
    for part in ("recommendations", "review_outcomes"):
        conditions = [row.when for row in getattr(article, part)]
        settled = {
            each.verdict.is_ for each in conditions if isinstance(each, c.VerdictIs) and each.verdict.of == "title"
        }
        open_ = [each for each in get_args(c.VerdictName) if each not in settled]
        if conditions and open_:
            yield Place(name, source, (part,)).problem("table_open", got=", ".join(open_))

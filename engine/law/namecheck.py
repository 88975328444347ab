"""Checks of the names that rule files give things and know them by: each given once, and every set of papers asked for.

A paper is asked for by the set that it belongs to. A set misspelt on either side would be asked of nobody, and any
dossier would be complete without its papers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from langnghe.engine.law.instruments import InForce, Instrument
from langnghe.engine.law.rulecheck import Loaded, Place
from langnghe.engine.law.rules import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.problems import Problem
    from langnghe.engine.reading.source import Source

# Parts of an article whose entries have no dates of their own; those that have are told apart by their days.
_UNDATED: Final = {
    "documents": "id",
    "recommendations": "id",
    "review_outcomes": "id",
    "review_notes": "code",
}


def check_names(documents: list[Loaded]) -> list[Problem]:
    """Check names among all rule files.

    Takes ``(file name, source, model)`` of each file that is valid by itself; gives every problem found.
    """
    articles = [(name, source, model) for name, source, model in documents if isinstance(model, Article)]
    instruments = {model.id: model.in_force for _, _, model in documents if isinstance(model, Instrument)}
    return [*_files_once(documents), *_ids_once(articles, instruments), *_sets_meet(articles)]


def _files_once(documents: list[Loaded]) -> Iterator[Problem]:
    """Of each instrument, overlay and plan there is one file, and one of what the rulebook has once."""
    first: dict[tuple[type, str], str] = {}
    for name, source, model in documents:
        if not isinstance(model, Article):
            other = first.setdefault((type(model), getattr(model, "id", "")), name)
            if other != name:
                yield Place(name, source).problem("file_twice", "format", other=other)


def _ids_once(articles: list[tuple[str, Source, Article]], instruments: dict[str, InForce]) -> Iterator[Problem]:
    """On one day no two entries of a part have one name."""
    seen: dict[tuple[str, str], list[tuple[InForce, Place]]] = {}
    for name, source, article in articles:
        period = instruments.get(article.instrument, InForce())
        for part, key in _UNDATED.items():
            for index, each in enumerate(getattr(article, part)):
                got = getattr(each, key)
                others = seen.setdefault((part, got), [])
                place = Place(name, source, (part, index))
                other = next((earlier for counts, earlier in others if counts.overlaps(period)), None)
                if other is not None:
                    where = f"{other.name}:{other.source.line_of(other.path)}"
                    yield place.problem("id_twice", key, got=got, other=where)
                others.append((period, place))


def _sets_meet(articles: list[tuple[str, Source, Article]]) -> Iterator[Problem]:
    """Every set that a title asks for has papers, and every paper belongs to a set that some title asks for."""
    given = {paper.set for _, _, article in articles for paper in article.documents}
    asked = {name for _, _, article in articles for path in article.document_paths for name in path.sets}
    for name, source, article in articles:
        for index, path in enumerate(article.document_paths):
            for number, got in enumerate(path.sets):
                if got not in given:
                    place = Place(name, source, ("document_paths", index, "sets", number))
                    yield place.problem("no_such_set", got=got, known=", ".join(sorted(given)))
        for index, paper in enumerate(article.documents):
            if paper.set not in asked:
                place = Place(name, source, ("documents", index))
                yield place.problem("set_unasked", "set", got=paper.set, known=", ".join(sorted(asked)))

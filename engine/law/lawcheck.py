"""Static checks of a whole rulebook (``langnghe law check``), beyond what it needs to load.

A rulebook that loads can still be wrong in ways that no dossier shows at once: a criterion that no title asks for, a
day on which no rule counts, a value that no dossier can have, a name without words, a quotation not the statute's.
"""

from __future__ import annotations

import itertools
import string
from dataclasses import replace
from datetime import date, timedelta
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from langnghe.engine.dossier import DocumentKind, Dossier, TitleId
from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.law.instruments import Dated, InForce, Words
from langnghe.engine.law.questions import absent, crowded, unreached, without
from langnghe.engine.law.rulebook import Rulebook, load_rulebook
from langnghe.engine.law.rulecheck import Place
from langnghe.engine.law.rulefiles import read_rule_files
from langnghe.engine.law.rules import Article, Explained, Rule
from langnghe.engine.law.statute import quotations
from langnghe.engine.problems import InvalidRules, Problem
from langnghe.engine.words.messages import LANGUAGES, catalogue, knows, line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from langnghe.engine.law.instruments import Encoded
    from langnghe.engine.law.questions import Placed
    from langnghe.engine.reading.source import Source


def check_law(root: Traversable | Path, rulebook: Rulebook | None = None) -> list[Problem]:
    """Check every rule file below a folder, and the hashes of the statute beside them.

    Takes the folder, and the rulebook loaded from it where there is one already. Gives every problem found, each with
    file and line; none of a sound rulebook.
    """
    try:
        rulebook = rulebook or load_rulebook(root)
    except InvalidRules as error:
        return error.problems  # the rest can only be asked of a rulebook that loads
    files = _articles(root)
    placed = _placed(files, rulebook)
    holes = [*absent(rulebook, placed), *without(rulebook, placed)]
    questions = [] if holes else [*unreached(rulebook, placed), *crowded(rulebook, placed)]
    return [
        *holes,
        *questions,  # which can only be put together where nothing is missing
        *_gaps(placed),
        *_impossible(placed),
        *_untranslated(placed),
        *_quoted(root, rulebook, files),
    ]


def _articles(root: Traversable | Path) -> list[tuple[str, Source]]:
    """Give the files of articles, in the order in which a rulebook has them."""
    found = read_rule_files(root, plans=False).documents
    return [(name, source) for name, source, model in found if isinstance(model, Article)]


def _placed(files: list[tuple[str, Source]], rulebook: Rulebook) -> Placed:
    """Give everything encoded with the part of the file where it stands."""
    return [
        (Place(name, source, (key, index)), each)
        for (name, source), article in zip(files, rulebook.articles, strict=True)
        for key, part in article.encoded().items()
        for index, each in enumerate(part)
    ]


def _quoted(root: Traversable | Path, rulebook: Rulebook, files: list[tuple[str, Source]]) -> Iterator[Problem]:
    """Compare every quotation with the stored text; what is told of one names the line where it stands."""
    places = {
        f"{article.instrument}/{provision.id}": Place(name, source, ("provisions", index))
        for (name, source), article in zip(files, rulebook.articles, strict=True)
        for index, provision in enumerate(article.provisions)
    }
    for problem in quotations(root, rulebook):
        place = places.get(problem.path)
        if problem.code == "statute_new" and place:
            yield place.problem(problem.code, "text", **problem.context)
        elif problem.code == "statute_differs" and place:
            here = place.problem(problem.code, "text")
            yield replace(problem, context=problem.context | {"where": f"{here.file}:{here.line}"})
        else:
            yield problem


def _gaps(placed: Placed) -> Iterator[Problem]:
    """What one rule leaves off, the next takes up on the day after; so does one authority after another."""
    by_id: dict[tuple[type, str], list[tuple[InForce, Place]]] = {}
    for place, each in placed:
        if isinstance(each, Dated) and not isinstance(each, Explained):
            by_id.setdefault((type(each), each.id), []).append((each.period, place))
        for part in _conditions(each):
            if isinstance(part, c.Competent):
                yield from _gaps_between([(period, place) for period in part.competent.periods])
    for periods in by_id.values():
        yield from _gaps_between(periods)


def _gaps_between(periods: Iterable[tuple[Any, Place]]) -> Iterator[Problem]:
    in_order = sorted(periods, key=lambda pair: pair[0].from_ or date.min)
    for (earlier, _), (later, place) in itertools.pairwise(in_order):
        ends, begins = earlier.to or date.max, later.from_ or date.min
        if begins <= ends:
            yield place.problem("dates_overlap", "in_force", first=begins, last=min(ends, later.to or date.max))
        elif begins > ends + timedelta(days=1):
            first, last = ends + timedelta(days=1), begins - timedelta(days=1)
            yield place.problem("dates_gap", "in_force", first=first, last=last)


def _conditions(each: Encoded) -> list[Any]:
    condition = getattr(each, "requires", None) or getattr(each, "when", None)
    return anatomy.walk(condition) if condition is not None else []


def _impossible(placed: Placed) -> Iterator[Problem]:
    """A field or a value that no dossier can have makes a condition that no dossier can meet."""
    for place, each in placed:
        for part in _conditions(each):
            for field in anatomy.fields_of(part) if not anatomy.children(part) else ():
                if annotation_of(field) is None:
                    yield place.problem("field_unfillable", got=field)
            for value, allowed in _choices(part):
                if allowed and value not in allowed:
                    yield place.problem("value_unfillable", got=value, known=", ".join(allowed))


def _choices(part: Any) -> list[tuple[str, tuple[str, ...]]]:  # noqa: ANN401  any condition
    """Give the values that a condition names, each with those a dossier may have there (none listed: any text)."""
    match part:
        case c.OneOf():
            return [(value, literals(annotation_of(part.one_of.field))) for value in part.one_of.values]
        case c.HoldsTitle():
            return [(part.holds_title, get_args(TitleId))]
        case c.Attached():
            return [(part.attached, get_args(DocumentKind))]
        case _:
            return []


def annotation_of(field: str) -> Any:  # noqa: ANN401  whatever a model may hold
    """Give the type of a dossier's field by its path; ``None`` where the dossier has no such field."""
    models: set[type[BaseModel]] = {Dossier}
    annotation: Any = None
    for name in field.split("."):
        found = [model.model_fields[name].annotation for model in models if name in model.model_fields]
        if not found:
            return None
        annotation = found[0]
        models = _models(annotation)
    return annotation


def _models(annotation: Any) -> set[type[BaseModel]]:  # noqa: ANN401  whatever a model may hold
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return {model for part in get_args(annotation) for model in _models(part)}


def literals(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401  whatever a model may hold
    """Give the words that a type lists."""
    if get_origin(annotation) is Literal:
        return tuple(each for each in get_args(annotation) if isinstance(each, str))
    return tuple(word for part in get_args(annotation) if part is not NoneType for word in literals(part))


def _untranslated(placed: Placed) -> Iterator[Problem]:
    """Every field, value and message has words in every language, with the same slots."""
    first, *others = LANGUAGES
    for lang in others:
        for key in sorted(catalogue(first).keys() ^ catalogue(lang).keys()):
            has, lacks = (first, lang) if key in catalogue(first) else (lang, first)
            yield Problem("no_words", key, line_of(key, has), {"key": key, "lang": lacks}, f"{has}.yaml")
    for place, each in placed:
        needed = {key for part in _conditions(each) for key in _words_of(part)}
        for key, lang in itertools.product(sorted(needed), LANGUAGES):
            if not knows(key, lang):
                yield place.problem("no_words", key=key, lang=lang)
        if isinstance(each, Rule):
            yield from _slots_differ(place, each)


def _words_of(part: Any) -> Iterator[str]:  # noqa: ANN401  any condition
    """Give the messages that word what a condition names."""
    yield from (f"field.{field}" for field in anatomy.fields_of(part))
    match part:
        case c.OneOf():
            yield from (f"value.{value}" for value in part.one_of.values)
        case c.Competent():
            yield from (f"value.{period.authority}" for period in part.competent.periods)


def _slots_differ(place: Place, rule: Rule) -> Iterator[Problem]:
    """What one language fills in, the other does too."""
    for path, words in ((("required",), rule.required), *((("reasons", key), each) for key, each in rule.reasons)):
        if isinstance(words, Words) and _slots(words.vi) != _slots(words.en):
            differing = ", ".join(sorted(_slots(words.vi) ^ _slots(words.en)))
            yield place.problem("slots_differ", *path, got=differing)


def _slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}

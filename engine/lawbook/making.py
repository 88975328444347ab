"""The book and its signatures, made from what is installed: rules, scenarios, exceptions, records of review."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from langnghe.engine.law.rulebook import installed
from langnghe.engine.lawbook.book import (
    SIGNED_LANG,
    Material,
    book,
    groups_of,
    load_mutants,
    rule_lines,
    scenario_lines,
)
from langnghe.engine.lawbook.reviews import PARTS, Part, Review, add_review, load_reviews, sha256_of
from langnghe.engine.lawbook.sections import pages
from langnghe.engine.lawbook.site import INDEX, write_site
from langnghe.engine.scenarios.kinds import load_exceptions
from langnghe.engine.words.messages import LANGUAGES

if TYPE_CHECKING:
    from datetime import date

    from langnghe.engine.lawbook.book import Book
    from langnghe.engine.scenarios.running import Run

Signed = Literal["rules", "features", "all"]


def folder_of(part: Part) -> Path:
    """Give the folder of the package that holds the rules, or the scenarios."""
    return Path(str(files("langnghe").joinpath(part)))


def make_book(into: Path, today: date, mutants: Path | None, lang: str) -> tuple[Run, Book, Path, int]:
    """Run the scenarios that are installed and write the book of the installed law.

    Takes the folder to write to, the day that counts as today, a file of mutation scores if there is one, and the
    language of messages. Gives the run, the book in that language, its first page, and the number of pages.

    Raises:
        ScenariosUnavailableError, ScenarioRunError: see ``run_folder``.
        InvalidRules: a record of review or the list of exceptions is wrong.
        OSError: the folder cannot be written to.
    """
    from langnghe.engine.scenarios.running import run_folder

    features = folder_of("features")
    run = run_folder(features, lang)
    material = Material(
        run.results,
        load_exceptions(features),
        {part: load_reviews(folder_of(part)) for part in PARTS},
        load_mutants(mutants) if mutants else {},
    )
    books = {each: book(installed(), material, today, each) for each in LANGUAGES}
    written = write_site(books, into)
    return run, books[lang], into / INDEX, len(written)


def to_sign(provision: str, today: date) -> dict[Part, tuple[str, ...]]:
    """Give the words of a provision that are to be signed: of its rules, and of its scenarios.

    Raises:
        KeyError: there is no such provision.
    """
    from langnghe.engine.scenarios.guide import shipped
    from langnghe.engine.scenarios.models import Results
    from langnghe.engine.scenarios.running import require

    require()
    sections = {each.id: each for page in pages(installed(), today, SIGNED_LANG) for each in page.all_sections()}
    section = sections[provision]
    results = Results(ran_on=today, rulebook=installed().identity, features=list(shipped()))
    words: dict[Part, tuple[str, ...]] = {
        "rules": rule_lines(section),
        "features": scenario_lines(groups_of(results, provision)),
    }
    return {part: lines for part, lines in words.items() if lines}


def sign(  # noqa: PLR0913  what a signature consists of
    part: Part,
    provision: str,
    lines: tuple[str, ...],
    *,
    name: str,
    role: str,
    on: date,
    approved: bool,
    note: str | None,
) -> Path:
    """Record a signature beside what was reviewed, and give the record's file.

    Raises:
        InvalidRules: the record there is wrong.
        OSError: the folder cannot be written to.
    """
    from langnghe.engine.law.rulefiles import REVIEWS

    review = Review(
        provision=provision,
        approved=approved,
        name=name,
        role=role,
        on=on,
        note=note,
        sha256=sha256_of(lines),
        reviewed=lines,
    )
    add_review(folder_of(part), review)
    return folder_of(part) / REVIEWS

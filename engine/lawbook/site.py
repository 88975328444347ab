"""The book written as a folder of pages: Vietnamese at its root, English below ``en/``; nothing is fetched."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.lawbook.differences import side_by_side
from langnghe.engine.lawbook.provinces import provinces
from langnghe.engine.words import formats
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import say
from langnghe.engine.writing.files import write_atomically
from langnghe.engine.writing.page_template import environment_of, hash_of, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from langnghe.engine.lawbook.book import Book

INDEX: Final = "index.html"
PROVINCES: Final = "provinces.html"
_FOLDERS: Final = {"vi": "", "en": "en"}


def write_site(books: dict[str, Book], folder: Path) -> list[Path]:
    """Write the site.

    Takes the book by language, and the folder, made if it is not there. Gives the files written.

    Raises:
        OSError: the folder cannot be made or written to.
    """
    written = []
    for lang, book in books.items():
        into = folder / _FOLDERS[lang]
        into.mkdir(parents=True, exist_ok=True)
        for name, text in _pages(book, lang).items():
            write_atomically(into / name, text.encode())
            written.append(into / name)
    return written


def _pages(book: Book, lang: str) -> dict[str, str]:
    common = {
        "book": book,
        "lang": lang,
        "day": lambda day: formats.day(day, lang),
        "number": lambda value: formats.number(value, lang),
        "cite": lambda provision: citation(provision, book.rulebook, lang),
        "differences": side_by_side,
    }
    made = {INDEX: _rendered("index.html", INDEX, search=_search(book, lang), **common)}
    for page, chapters in book.articles:
        made[page.file] = _rendered("article.html", page.file, page=page, chapters=chapters, **common)
    if book.rulebook.overlays:
        made[PROVINCES] = _rendered("provinces.html", PROVINCES, provinces=provinces(book.rulebook, lang), **common)
    return made


def _search(book: Book, lang: str) -> str:
    """Give what the search looks through: a row a provision and a row a scenario, as JSON."""
    rows = []
    for page, chapter in book.chapters():
        section, place = chapter.section, f"{page.file}#{chapter.section.anchor}"
        words = [
            section.text,
            *(f"{each.title} {' '.join(text for _, text in each.lines)}" for each in section.entries),
        ]
        rows.append([section.citation, place, section.text, _folded(" ".join([section.citation, *words]))])
        for group in chapter.groups:
            for scenario in group.scenarios:
                steps = " ".join(step.text for step in scenario.steps)
                values = " ".join(value for case in scenario.cases for value in case.values.values())
                name = say("book.scenario_named", lang, name=scenario.name)
                rows.append([name, place, section.citation, _folded(f"{name} {steps} {values}")])
    # Inside a script element nothing may look like markup.
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _folded(text: str) -> str:
    """Give the text without marks and capitals, as the page folds what is typed."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(each for each in bare if not unicodedata.combining(each)).split())


def _rendered(template: str, file: str, **values: Any) -> str:  # noqa: ANN401  templates take what they show
    from markupsafe import Markup

    lang = values["lang"]
    css, script = text_of(__package__, "book.css"), text_of(__package__, "book.js")
    policy = f"default-src 'none'; style-src '{hash_of(css)}'; script-src '{hash_of(script)}'; base-uri 'none'"
    other = "en/" if lang == "vi" else "../"
    values["t"] = lambda key, **slots: say(f"book.{key}", lang, **slots)
    values["say"] = lambda key, **slots: say(key, lang, **slots)
    if "search" in values:
        values["search"] = Markup(values["search"])  # noqa: S704  JSON made above, with every «<» escaped
    # Both files are this package's own; nothing of the law or of a scenario gets into them.
    own = {"css": Markup(css), "script": Markup(script), "policy": policy}  # noqa: S704
    return environment_of(__package__).get_template(template).render(file=file, other=other + file, **own, **values)

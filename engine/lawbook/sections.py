"""The rulebook as a tree of sections (Điều → khoản → điểm), each with its text, its entries and what carries it out."""

from __future__ import annotations

from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import TYPE_CHECKING

from langnghe.engine.lawbook.entries import Entry, entry
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from langnghe.engine.law.instruments import Instrument, Provision
    from langnghe.engine.law.rulebook import Rulebook
    from langnghe.engine.law.rules import Article


@dataclass(slots=True)
class Section:
    """One provision: its full id, its text, what is encoded of it, and the provisions below it."""

    id: str
    citation: str
    heading: str
    text: str
    entries: tuple[Entry, ...]
    carried_out_by: tuple[str, ...]
    left: str
    below: list[Section] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """The section's name within its page."""
        return self.id.split("/", 1)[1].replace("/", "-")

    def walk(self) -> Iterator[Section]:
        """Give this section and every one below it."""
        yield self
        for each in self.below:
            yield from each.walk()


@dataclass(slots=True)
class Page:
    """One article: its instrument, its title, and its sections."""

    id: str
    instrument: Instrument
    heading: str
    title: str
    sections: list[Section]

    @property
    def file(self) -> str:
        """The page's file name."""
        return f"{self.id.replace('/', '-')}.html"

    def all_sections(self) -> list[Section]:
        """Give every section of the page, outermost first."""
        return [each for section in self.sections for each in section.walk()]


def pages(rulebook: Rulebook, today: date, lang: str) -> list[Page]:
    """Give every article of the rulebook, by instrument and number; what decides comes before what only explains."""

    def place(instrument: Instrument) -> tuple[bool, bool, int]:
        return instrument.role != "decides", not instrument.scope, -instrument.issued_on.toordinal()

    instruments = sorted(rulebook.instruments.values(), key=place)
    found = []
    for instrument in instruments:
        articles = [each for each in rulebook.articles if each.instrument == instrument.id]
        articles.sort(key=lambda each: _number(each.article))
        found += [_page(article, instrument, rulebook, today, lang) for article in articles]
    return found


def _number(article: str) -> tuple[int, str]:
    """The number of an article, and the letter of one that was put in later, which comes behind the one without."""
    digits = article.partition("-")[2].rstrip(ascii_lowercase)
    return int(digits), article


def own_provisions(rulebook: Rulebook) -> list[str]:
    """Give the smallest provisions that have something of their own encoded and decide: each needs its scenarios."""
    encoded = {
        each.full_provision
        for article in rulebook.articles
        if rulebook.instruments[article.instrument].role == "decides"
        for part in article.encoded().values()
        for each in part
    }
    every = rulebook.provisions()
    return [each for each in every if each in encoded and not any(other.startswith(f"{each}/") for other in every)]


def _page(article: Article, instrument: Instrument, rulebook: Rulebook, today: date, lang: str) -> Page:
    sections: dict[str, Section] = {}
    outermost: list[Section] = []
    for provision in article.provisions:
        section = _section(provision, article, rulebook, today, lang)
        sections[provision.id] = section
        above = sections.get(provision.id.rpartition("/")[0])
        (above.below if above else outermost).append(section)
    return Page(
        id=f"{article.instrument}/{article.article}",
        instrument=instrument,
        heading=_short(article.article, lang),
        title=article.title.in_(lang),
        sections=outermost,
    )


def _section(provision: Provision, article: Article, rulebook: Rulebook, today: date, lang: str) -> Section:
    full = f"{article.instrument}/{provision.id}"
    # What is encoded of a provision may stand in another article's file, beside the rules that it works with.
    entries = tuple(
        entry(part, item, rulebook, today, lang)
        for each in rulebook.articles
        for part, items in each.encoded().items()
        for item in items
        if item.full_provision == full
    )
    names = {rule.id: rule.name.in_(lang) for rule in rulebook.rules()}
    left = ""
    if provision.left:
        left = f"{say(f'coverage.{provision.left.to}', lang)}: {provision.left.why.in_(lang)}"
    return Section(
        id=full,
        citation=citation(full, rulebook, lang),
        heading=_short(provision.id, lang),
        text=provision.text,
        entries=entries,
        carried_out_by=tuple(names.get(each, each) for each in provision.by),
        left=left,
    )


def _short(provision: str, lang: str) -> str:
    """Name a provision by its smallest part: ``Điểm a``, ``Khoản 3``, ``Điều 5``."""
    segment = provision.rpartition("/")[2]
    kind, _, number = segment.partition("-")
    return say(f"book.segment.{kind}", lang, n=number)

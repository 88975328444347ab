"""Which provisions are encoded, which are left to people, and which are out of scope: every point has its row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from langnghe.engine.law.rulequery import name_of
from langnghe.engine.law.rules import DocumentPath
from langnghe.engine.words.citation import citation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.law.instruments import Encoded, Instrument, Provision
    from langnghe.engine.law.rulebook import Rulebook

Treatment = Literal["encoded", "council", "out_of_scope", "missing"]


@dataclass(frozen=True, slots=True)
class Row:
    """One provision: how it is treated, by which rules, and why where it is not encoded.

    ``missing`` is a provision in an instrument's scope without text, or without either rule or reason.
    """

    provision: str
    citation: str
    text: str
    treatment: Treatment
    by: tuple[str, ...]
    why: str


def coverage(rulebook: Rulebook, lang: str) -> tuple[Row, ...]:
    """Give the table of every provision in the scope of every instrument."""
    return tuple(row for each in rulebook.instruments.values() for row in _rows(rulebook, each, lang))


def _rows(rulebook: Rulebook, instrument: Instrument, lang: str) -> Iterator[Row]:
    articles = [article for article in rulebook.articles if article.instrument == instrument.id]
    provisions = {each.id: each for article in articles for each in article.provisions}
    encoded = [each for article in articles for part in article.encoded().values() for each in part]
    for wanted in instrument.scope:
        found = [each for each in provisions.values() if each.id == wanted or each.id.startswith(f"{wanted}/")]
        for provision in found:
            yield _row(rulebook, instrument, provision, encoded, lang)
        if not found:
            full = f"{instrument.id}/{wanted}"
            yield Row(full, citation(full, rulebook, lang), "", "missing", (), "")


def _row(rulebook: Rulebook, instrument: Instrument, provision: Provision, encoded: list[Encoded], lang: str) -> Row:
    full = f"{instrument.id}/{provision.id}"
    by = dict.fromkeys([*provision.by, *(_name(each) for each in encoded if each.provision == provision.id)])
    treatment: Treatment = "encoded" if by else provision.left.to if provision.left else "missing"
    why = provision.left.why.in_(lang) if provision.left else ""
    return Row(full, citation(full, rulebook, lang), provision.text, treatment, tuple(by), why)


def _name(encoded: Encoded) -> str:
    """Name a rule as people find it in the files."""
    if isinstance(encoded, DocumentPath):
        return f"document_paths.{encoded.title}"
    return name_of(encoded)

"""What the law says to each answer of the workbook: the points that it serves, in the words of the rulebook."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from langnghe.engine.law.anatomy import fields_of, walk
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import say
from langnghe.engine.workbook import words
from langnghe.engine.workbook.layout import FINDINGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from langnghe.engine.law.rulebook import LawOnDay, Rulebook
    from langnghe.engine.law.rules import Note, Outcome
    from langnghe.engine.workbook.layout import Field

_LONGEST: Final = 1_200  # characters quoted of one provision; a note is a note


class Notes:
    """The notes of one workbook: the law of a day, in one language. The statute's own words stay Vietnamese."""

    def __init__(self, rulebook: Rulebook, day: date, lang: str) -> None:
        self.rulebook, self.lang = rulebook, lang
        self.law: LawOnDay = rulebook.law_on(day)
        self.texts = {name: provision.text for name, provision in rulebook.provisions().items()}
        self.by_field = _provisions_by_field(self.law)

    def of(self, field: Field) -> str:
        """Give the note of a field: how to fill it in, then every point that it serves."""
        provisions: list[str] = []
        for name in FINDINGS if field.id == "finding" else (field.read_by,):
            provisions += [each for each in self.by_field.get(name, ()) if each not in provisions]
        parts = [words.hint(field, self.lang), *map(self._quoted, provisions)]
        if field.read_by == "activities":
            parts.append(self._groups())
        return "\n\n".join(part for part in parts if part)

    def of_finding(self, finding: str) -> str:
        """Give the points that one of the council's findings serves."""
        return "\n\n".join(map(self._quoted, self.by_field.get(finding, ())))

    def _quoted(self, provision: str) -> str:
        text = self.texts[provision]
        text = text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
        return say("workbook.quoted", self.lang, text=text, citation=citation(provision, self.rulebook, self.lang))

    def _groups(self) -> str:
        article = say("workbook.activity_groups", self.lang)
        groups = [text for name, text in self.texts.items() if name.startswith(f"{article}/")]
        lines = [say("workbook.groups_note", self.lang, citation=citation(article, self.rulebook, self.lang))]
        lines += [say("workbook.group_line", self.lang, number=at, text=text) for at, text in enumerate(groups, 1)]
        return "\n".join(lines)


def _provisions_by_field(law: LawOnDay) -> dict[str, tuple[str, ...]]:
    """Give the provisions that each field of the dossier answers to, as the rules of the day name it."""
    found: dict[str, list[str]] = {}
    pairs = chain(_of_whole_groups(law), _of_rules(law), _of_papers_and_days(law), _of_reviews(law))
    for field, provision in pairs:
        if provision not in found.setdefault(field, []):
            found[field].append(provision)
    return {field: tuple(provisions) for field, provisions in found.items()}


def _of_whole_groups(law: LawOnDay) -> Iterator[tuple[str, str]]:
    """Pair each field of a group of conditions with the criterion that asks for the whole group."""
    for rule in law.rules.values():
        for each in walk(rule.requires):
            for member in law.groups.get(getattr(each, "every_in_force", ""), ()):
                for field in fields_of(law.rules[member].requires):
                    yield field, rule.full_provision


def _of_rules(law: LawOnDay) -> Iterator[tuple[str, str]]:
    for rule in law.rules.values():
        for field in fields_of(rule.requires):
            yield field, rule.full_provision
        if rule.id in law.titles:
            yield "title", rule.full_provision
            yield "titles_held.title", rule.full_provision


def _of_papers_and_days(law: LawOnDay) -> Iterator[tuple[str, str]]:
    for paper in law.documents:
        yield "documents.kind", paper.full_provision
    for limit in law.time_limits:
        yield limit.counted_from, limit.full_provision


def _of_reviews(law: LawOnDay) -> Iterator[tuple[str, str]]:
    rows: list[Outcome | Note] = [*law.review_outcomes, *law.review_notes]
    for row in rows:
        for field in fields_of(row.when):
            if field.startswith("titles_held."):
                yield field, row.full_provision

"""What of a book needs somebody's eye, in a few lines for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from langnghe.engine.problems import InvalidInput
from langnghe.engine.words import formats
from langnghe.engine.words.citation import citation
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from langnghe.engine.lawbook.book import Book
    from langnghe.engine.scenarios.running import Run


def shortcomings(run: Run, book: Book, lang: str) -> list[str]:
    """Say what is wrong: files that cannot be read, scenarios that fail, provisions without a kind of scenario."""
    if book.good and not run.problems:
        return []
    failing = [
        (feature, scenario, case) for feature, _, scenario, case in book.results.cases() if case.status != "passed"
    ]
    lines = InvalidInput(run.problems).lines(lang)
    for feature, scenario, case in failing:
        place = say("scenario.place", lang, path=feature.path, line=case.failure.line if case.failure else case.line)
        lines.append(f"{place}: {scenario.title_of(case)}: {say(f'book.{case.status}', lang)}")
    for key, found in (("gaps", book.gaps), ("needless", book.needless)):
        for provision, kinds in found.items():
            names = ", ".join(say(f"book.case.{kind}", lang) for kind in kinds)
            lines.append(f"{citation(provision, book.rulebook, lang)}: {say(f'book.line.{key}', lang, kinds=names)}")
    counts = {
        "failing": len(failing),
        "gaps": len(book.gaps),
        "needless": len(book.needless),
        "broken": len({each.file for each in run.problems}),
    }
    numbers = {name: formats.number(count, lang) for name, count in counts.items()}
    return [*lines, say("book.not_good", lang, **numbers)]

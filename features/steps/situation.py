"""The situation of one scenario: a dossier in the making, then the verdict on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import langnghe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date


def walk(findings: Iterable[Any]) -> Iterator[Any]:
    """Give every finding of a tree, outermost first."""
    for finding in findings:
        yield finding
        yield from walk(finding.findings)


def plain(text: str | None) -> str:
    """Give the text with every kind of space as a plain one, so that a scenario need not type them."""
    return " ".join((text or "").split())


@dataclass
class Situation:
    """What the steps of one scenario share."""

    dossier: dict[str, Any] = field(default_factory=dict)
    assessment: Any = None
    reviews: Any = None
    review: Any = None
    refusal: Exception | None = None
    finding: Any = None
    stated: list[tuple[str, str]] = field(default_factory=list)

    def part(self, name: str) -> dict[str, Any]:
        """Give a part of the dossier to write into, made when it is not there yet."""
        section: dict[str, Any] = self.dossier.setdefault(name, {})
        return section

    def forget(self, path: str) -> None:
        """Make the value at a path unknown."""
        *parents, last = path.split(".")
        holder = self.dossier
        for parent in parents:
            holder = holder.setdefault(parent, {})
        holder.pop(last, None)

    @property
    def craft(self) -> dict[str, Any]:
        """The one craft of the situation."""
        (only,) = self.dossier["crafts"]
        craft: dict[str, Any] = only
        return craft

    def assess(self) -> None:
        """Put the dossier before the council."""
        self.assessment = langnghe.assess(langnghe.Dossier.model_validate(self.dossier))

    def review_titles(self, on: date) -> None:
        """Review the titles held on a day."""
        self.reviews = langnghe.review(langnghe.Dossier.model_validate(self.dossier), on=on)
        assert self.reviews, "hồ sơ chưa nêu danh hiệu nào đã được công nhận"
        self.review = self.reviews[0]

    def state(self, verdict: str, provision: str = "") -> None:
        """Note what the scenario has shown: a verdict on a provision's criterion, or on the proposal as a whole."""
        self.stated.append((provision, verdict))

    @property
    def verdict(self) -> Any:
        """What was given: the assessment, or the review under discussion."""
        given = self.review if self.review is not None else self.assessment
        assert given is not None, "chưa có bước “Khi …” nào"
        return given

    def find(self, criterion: str, craft: str | None) -> Any:
        """Give the one finding on a criterion, of the named craft where a name is given."""
        found = [finding for finding in walk(self.verdict.findings) if finding.criterion == criterion]
        if craft is not None:
            names = [each["name"] for each in self.dossier["crafts"]]
            found = [finding for finding in found if finding.subject == f"craft:{names.index(craft)}"]
        assert len(found) == 1, f"cần đúng một kết luận về tiêu chí này, có {len(found)}"
        return found[0]

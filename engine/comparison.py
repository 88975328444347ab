"""Two answers to one question laid side by side: the findings whose verdicts differ, and what each answer found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, Self, TypeVar

from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Compared(Protocol):
    """A finding, as far as it is compared."""

    @property
    def criterion(self) -> str:
        """The rule."""

    @property
    def subject(self) -> str:
        """What it judges."""

    @property
    def name(self) -> str:
        """The rule's name."""

    @property
    def verdict(self) -> str:
        """What it came to."""

    @property
    def reason(self) -> str:
        """Why."""

    @property
    def findings(self) -> Sequence[Self]:
        """What it rests on."""


FindingT = TypeVar("FindingT", bound=Compared)


@dataclass(frozen=True, slots=True)
class Difference(Generic[FindingT]):
    """A rule on which two answers differ; ``None`` where one of them does not ask it."""

    criterion: str
    subject: str
    name: str
    before: FindingT | None
    after: FindingT | None


def differing(
    before: Iterable[FindingT], after: Iterable[FindingT], *, unasked: str = ""
) -> Iterator[Difference[FindingT]]:
    """Give the findings of two trees whose verdicts differ; a rule that is not asked counts as ``unasked``."""
    old, new = dict(_flat(before)), dict(_flat(after))
    for key in dict.fromkeys((*old, *new)):
        one, other = old.get(key), new.get(key)
        if (one.verdict if one else unasked) != (other.verdict if other else unasked):
            yield Difference(*key, (other or old[key]).name, one, other)


def _flat(findings: Iterable[FindingT]) -> Iterator[tuple[tuple[str, str], FindingT]]:
    for finding in findings:
        yield (finding.criterion, finding.subject), finding
        yield from _flat(finding.findings)


def told(finding: Compared | None, lang: str) -> str:
    """Say what one answer found: the verdict with its reason, or that it asks no such rule."""
    if finding is None:
        return say("diff.not_asked", lang)
    return f"{say(f'verdict.{finding.verdict}', lang)} ({finding.reason.rstrip('.')})"

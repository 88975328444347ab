"""What of a result is compared with another: the verdicts and what follows from them, not the words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict

from langnghe.engine.comparison import differing, told
from langnghe.engine.law.rulebook import RulebookId
from langnghe.engine.problems import Problem
from langnghe.engine.words.messages import knows, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langnghe.engine.law.rulebook import Rulebook


class _Part(BaseModel):
    """A part of a result as any version of this program wrote it: what is not compared is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Found(_Part):
    """The verdict on one criterion."""

    criterion: str
    subject: str
    name: str
    verdict: str
    reason: str
    findings: tuple[Found, ...] = ()


class Paper(_Part):
    """A paper that is missing."""

    name: str
    kinds: tuple[str, ...]


class Papers(_Part):
    """Whether the papers are complete."""

    status: str
    missing: tuple[Paper, ...]


class Answer(_Part):
    """An assessment or a review, as far as it is compared."""

    format: Literal["langnghe/assessment/v1", "langnghe/review/v1"]
    title: str
    on: date
    outcome: str
    recommendation: str | None = None
    findings: tuple[Found, ...]
    documents: Papers | None = None
    rulebook: RulebookId
    dossier_sha256: str

    @property
    def is_review(self) -> bool:
        """Whether it is about a title held."""
        return self.format == "langnghe/review/v1"


def compare(before: Answer, after: Answer, rulebook: Rulebook, lang: str) -> Iterator[Problem]:
    """Give what differs in two answers to the same question, in words; nothing where nothing does."""
    if before.recommendation != after.recommendation:
        law = rulebook.law_on(after.on)
        names = {row.id: row.name.in_(lang) for row in law.recommendations}
        advice = {which: names.get(str(it.recommendation), str(it.recommendation)) for which, it in _two(before, after)}
        yield Problem("record.recommendation", "recommendation", context=advice)
    if _papers(before) != _papers(after):
        papers = {which: _papers_in_words(it, lang) for which, it in _two(before, after)}
        yield Problem("record.documents", "documents", context=papers)
    for each in differing(before.findings, after.findings):
        path = each.criterion if each.subject == "village" else f"{each.subject}/{each.criterion}"
        context = {"name": each.name, "before": told(each.before, lang), "after": told(each.after, lang)}
        yield Problem("record.finding", path, None, context)


def outcome_in_words(answer: Answer, lang: str) -> str:
    """Say the outcome."""
    key = f"{'register.outcome' if answer.is_review else 'outcome'}.{answer.outcome}"
    return say(key, lang) if knows(key, lang) else answer.outcome


def _two(before: Answer, after: Answer) -> tuple[tuple[str, Answer], ...]:
    return ("before", before), ("after", after)


def _papers(answer: Answer) -> Any:  # noqa: ANN401  something to compare
    return answer.documents and (answer.documents.status, {paper.kinds for paper in answer.documents.missing})


def _papers_in_words(answer: Answer, lang: str) -> str:
    if answer.documents is None:
        return say("diff.none", lang)
    status = say(f"status.{answer.documents.status}", lang)
    missing = say("list.separator", lang).join(paper.name for paper in answer.documents.missing)
    return f"{status} ({say('text.document_missing', lang)}: {missing})" if missing else status

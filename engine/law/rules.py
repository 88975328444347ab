"""The models of the rule files: rules, papers, outcomes, notes, and the article that holds them.

What a lawyer writes in ``rules/`` is validated against these; they carry no law themselves.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from langnghe.engine.dossier import DocumentKind, TitleId
from langnghe.engine.law.conditions import Condition
from langnghe.engine.law.instruments import Dated, Encoded, Identifier, Provision, ProvisionId, Strict, Words
from langnghe.engine.law.procedures import Role, TimeLimit, YearlyReport

Subject = Literal["village", "craft"]


class Reasons(Strict):
    """How a verdict is worded in minutes; slots in braces are filled with what was measured."""

    met: Words
    not_met: Words
    undetermined: Words | None = None


class Rule(Dated):
    """A rule: a criterion, a condition of one, or a title."""

    subject: Subject = "village"
    group: Identifier | None = None
    name: Words
    required: Words
    requires: Condition
    reasons: Reasons
    evidence: tuple[DocumentKind, ...] = ()
    interpretation: Words | None = None


class Explained(Dated):
    """What a criterion of earlier law asked, for people to read; no evaluator is ever given one.

    ``requires`` is left out where no fact of a dossier tells; ``confidence`` says how well the wording is known.
    """

    subject: Subject = "village"
    name: Words
    required: Words
    requires: Condition | None = None
    confidence: Words
    interpretation: Words | None = None


class DocumentRequirement(Encoded):
    """A paper asked for (thành phần hồ sơ): any one of the kinds serves."""

    id: Identifier
    set: Identifier
    any_of: tuple[DocumentKind, ...] = Field(min_length=1)
    optional: bool = False
    name: Words
    advice: Words | None = None


class DocumentPath(Encoded):
    """Which sets of papers a title asks for, and when; the first path that fits counts."""

    title: TitleId
    when: Condition | None = None
    sets: tuple[Identifier, ...] = Field(min_length=1)
    interpretation: Words | None = None


class Outcome(Encoded):
    """One row of a decision table: the first row whose condition is met counts."""

    id: Identifier
    when: Condition
    name: Words
    note: Words | None = None


class Note(Encoded):
    """A note or warning that a review carries when its condition is met."""

    code: Identifier
    kind: Literal["note", "warning"]
    title: TitleId | None = None
    when: Condition
    message: Words


class Article(Strict):
    """One file of a rulebook: an article (Điều), its words and what is encoded of it."""

    format: Literal["langnghe/article/v1"]
    instrument: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    article: ProvisionId
    title: Words
    provisions: tuple[Provision, ...] = Field(min_length=1)
    rules: tuple[Rule, ...] = ()
    titles: tuple[Rule, ...] = ()
    documents: tuple[DocumentRequirement, ...] = ()
    document_paths: tuple[DocumentPath, ...] = ()
    recommendations: tuple[Outcome, ...] = ()
    review_outcomes: tuple[Outcome, ...] = ()
    review_notes: tuple[Note, ...] = ()
    roles: tuple[Role, ...] = ()
    time_limits: tuple[TimeLimit, ...] = ()
    reports: tuple[YearlyReport, ...] = ()
    explained: tuple[Explained, ...] = ()

    def encoded(self) -> dict[str, tuple[Encoded, ...]]:
        """Give everything encoded in the file, by the key that it stands under."""
        return {
            "rules": self.rules,
            "titles": self.titles,
            "documents": self.documents,
            "document_paths": self.document_paths,
            "recommendations": self.recommendations,
            "review_outcomes": self.review_outcomes,
            "review_notes": self.review_notes,
            "roles": self.roles,
            "time_limits": self.time_limits,
            "reports": self.reports,
            "explained": self.explained,
        }

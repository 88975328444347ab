"""Assessments, reviews and the law as text for a terminal: the outcome first, then the reasons as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.console import Group
from rich.text import Text
from rich.tree import Tree

from langnghe.engine.remedy import earliest_key
from langnghe.engine.words import formats
from langnghe.engine.words.messages import say
from langnghe.engine.writing.labels import evidence_name, value_name
from langnghe.engine.writing.procedure_text import deadlines_text, procedure_text, province_text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from langnghe.engine.assessment import Assessment
    from langnghe.engine.documents import Documents
    from langnghe.engine.dossier import Dossier
    from langnghe.engine.findings import Finding
    from langnghe.engine.law.rulebook import Rulebook
    from langnghe.engine.notice import Notice
    from langnghe.engine.review import Review

_MARKS: Final = {"met": "✓", "not_met": "✗", "undetermined": "?"}
_STYLES: Final = {
    "met": "green",
    "not_met": "red",
    "undetermined": "yellow",
    "eligible": "bold green",
    "not_eligible": "bold red",
    "keep": "bold green",
    "propose_revocation": "bold red",
    "remedy": "bold yellow",
}


def assessment_text(assessment: Assessment, rulebook: Rulebook, lang: str) -> RenderableType:
    """Lay out an assessment."""
    law = rulebook.law_on(assessment.on)
    title = say(f"title.{assessment.title}", lang)
    head = Text.assemble(
        (f"{assessment.place} ({assessment.dossier}) — {title}: ", "bold"),
        (say(f"outcome.{assessment.outcome}", lang), _STYLES.get(assessment.outcome, "bold yellow")),
    )
    advice = next(row.name.in_(lang) for row in law.recommendations if row.id == assessment.recommendation)
    measured_on = say("text.measured_on", lang, day=formats.day(assessment.on, lang))
    lines: list[RenderableType] = [
        head,
        Text(f"{say('text.recommendation', lang)}: {advice}. {measured_on}"),
        _criteria(assessment.findings, assessment.decided.case.dossier, lang),
        _documents(assessment.documents, lang),
    ]
    if assessment.to_qualify:
        lines.append(Text(say("remedy.title", lang, steps=assessment.to_qualify.text)))
    if assessment.to_qualify and assessment.to_qualify.on:
        lines.append(
            Text(say(earliest_key(assessment.to_qualify), lang, day=formats.day(assessment.to_qualify.on, lang)))
        )
    lines.append(deadlines_text(assessment.deadlines, lang))
    return Group(*lines, *_foot(assessment, lang))


def review_text(review: Review, rulebook: Rulebook, lang: str) -> RenderableType:
    """Lay out the review of one title."""
    law = rulebook.law_on(review.on)
    outcome = next(row.name.in_(lang) for row in law.review_outcomes if row.id == review.outcome)
    title = say(
        "text.review",
        lang,
        title=say(f"title.{review.title}", lang),
        name=review.name,
        decision=review.decision,
    )
    reviewed_on = say("text.review_on", lang, day=formats.day(review.on, lang))
    lines: list[RenderableType] = [
        Text.assemble(
            (f"{title} ({review.dossier}): ", "bold"),
            (outcome.upper(), _STYLES.get(review.outcome, "bold yellow")),
        ),
        Text(f"{reviewed_on}. {say('text.citation', lang, citation=review.citation)}."),
    ]
    if review.note:
        lines.append(Text(review.note))
    lines += [_criteria(review.findings, review.decided.case.dossier, lang), procedure_text(review.procedure, lang)]
    return Group(*lines, *_foot(review, lang))


def _criteria(findings: tuple[Finding, ...], dossier: Dossier, lang: str) -> Tree:
    tree = Tree(Text(say("text.criteria", lang), "bold"), guide_style="dim")
    _grow(tree, findings, dossier, lang)
    return tree


def _grow(tree: Tree, findings: tuple[Finding, ...], dossier: Dossier, lang: str) -> None:
    for finding in findings:
        label = Text.assemble(
            (f"{_MARKS[finding.verdict]} ", _STYLES[finding.verdict]),
            (finding.name, "bold"),
            _said(finding, lang),
            (f" [{finding.citation}]", "dim"),
        )
        if finding.evidence:
            entries = "; ".join(evidence_name(dossier, entry, lang) for entry in finding.evidence)
            label.append(f" {say('text.evidence', lang, entries=entries)}.", "dim")
        if finding.remedy and not finding.findings and finding.remedy.text not in finding.reason:
            label.append(f" → {finding.remedy.text}.", "italic")
        _grow(tree.add(label), finding.findings, dossier, lang)


def _said(finding: Finding, lang: str) -> str:
    """Say the verdict and the reason; a reason that is itself *not enough is known* is not said twice."""
    if finding.verdict == "undetermined":
        return f" — {finding.reason}"
    return f" — {say(f'verdict.{finding.verdict}', lang)}. {finding.reason}"


def _documents(documents: Documents, lang: str) -> Tree:
    status = say(f"status.{documents.status}", lang)
    title = Text(f"{say('text.documents', lang)}: {status} ", "bold")
    tree = Tree(title.append(f"[{documents.path_citation}]", "dim not bold"), guide_style="dim")
    for paper in (*documents.required, *documents.optional):
        mark, word, style = ("✓", "document_given", "green") if paper.given else ("✗", "document_missing", "red")
        if paper.optional and not paper.given:
            mark, word, style = "·", "document_optional", "dim"
        label = Text.assemble(
            (f"{mark} ", style),
            f"{paper.name} — {say(f'text.{word}', lang)}",
            (f" [{paper.citation}]", "dim"),
        )
        if paper.advice and not paper.given:
            label.append(f" {paper.advice}")
        tree.add(label)
    if documents.interpretation:
        tree.add(Text(f"{say('law.interpretation', lang)}: {documents.interpretation}", "italic"))
    return tree


def _foot(result: Assessment | Review, lang: str) -> list[RenderableType]:
    lines: list[RenderableType] = [province_text(result.province, lang)] if result.province else []
    if result.warnings:
        lines.append(_warnings(result.warnings, result.decided.case.dossier, lang))
    if result.uncited:
        dossier = result.decided.case.dossier
        names = dict.fromkeys(value_name(dossier, path, lang) or path for path in result.uncited)
        lines.append(Text(say("text.uncited", lang, paths="; ".join(names)), "dim"))
    lines.append(Text(say("text.disclaimer", lang), "italic"))
    ids = {
        "version": result.rulebook.version,
        "sha": result.rulebook.sha256[:12],
        "dossier": result.dossier_sha256[:12],
    }
    return [*lines, Text(say("text.rulebook", lang, **ids), "dim"), Text("")]


def _warnings(warnings: tuple[Notice, ...], dossier: Dossier, lang: str) -> Tree:
    tree = Tree(Text(say("text.warnings", lang), "bold yellow"), guide_style="dim")
    for warning in warnings:
        about = value_name(dossier, warning.path, lang)
        tree.add(
            Text.assemble(
                ("! ", "yellow"),
                f"{about}: {warning.message}" if about else warning.message,
                (f" [{warning.citation}]" if warning.citation else "", "dim"),
            )
        )
    return tree

"""Findings: the verdict on each rule, with its words, figures, citation and evidence, as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict

from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.remedy import Remedy, remedy_for
from langnghe.engine.values import Verdict
from langnghe.engine.words.citation import citation
from langnghe.engine.words.wording import Wording

if TYPE_CHECKING:
    from langnghe.engine.case import Case

VerdictName = Literal["met", "not_met", "undetermined"]


class Finding(BaseModel):
    """The verdict on one rule for one subject, with the reason (kết luận về một tiêu chí).

    ``subject`` is ``village`` or ``craft:<index>``; ``measured`` holds the values that decided, bounds as
    ``[least, most]`` with ``null`` for an open end; ``evidence`` names documents of the dossier.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    criterion: str
    subject: str
    name: str
    provision: str
    citation: str
    verdict: VerdictName
    required: str
    measured: dict[str, Any]
    reason: str
    evidence: tuple[str, ...]
    remedy: Remedy | None
    findings: tuple[Finding, ...]


def findings_of_title(case: Case, lang: str) -> tuple[Finding, ...]:
    """Give the findings on the criteria of a title; what the craft must meet stands beside the village's criteria."""
    findings: list[Finding] = []
    for part in anatomy.children(case.law.rules[case.title].requires):
        for rule, subject in _applied(case, part, None):
            found = finding(case, rule, subject, lang)
            findings += found.findings if isinstance(part, c.TheCraft) else [found]
    return tuple(findings)


def finding(case: Case, rule_id: str, subject: int | None, lang: str) -> Finding:
    """Give the finding on one rule for the village (``None``) or for the craft with that index."""
    rule, node = case.law.rules[rule_id], case.network.by_id[rule_id]
    wording = Wording(case, rule, subject, lang)
    below = [
        pair for part in (node.condition, *anatomy.children(node.condition)) for pair in _applied(case, part, subject)
    ]
    return Finding(
        criterion=rule_id,
        subject=subject_name(subject),
        name=rule.name.in_(lang),
        provision=rule.full_provision,
        citation=citation(rule.full_provision, case.rulebook, lang),
        verdict=wording.verdict.value,  # type: ignore[arg-type]  # one of the three names
        required=wording.required(),
        measured=wording.measured(),
        reason=wording.reason(),
        evidence=_evidence(case, node.fields, subject),
        remedy=None if wording.verdict is Verdict.MET else remedy_for(case, rule_id, subject, lang),
        findings=tuple(finding(case, each, whose, lang) for each, whose in below),
    )


def subject_name(subject: int | None) -> str:
    """Name a subject as the contract does."""
    return "village" if subject is None else f"craft:{subject}"


def field_path(field: str, subject: int | None) -> str:
    """Give the path of a field in the dossier: ``crafts[0].practised_since`` for a craft's."""
    return field if subject is None else field.replace("crafts.", f"crafts[{subject}].", 1)


def _applied(case: Case, part: Any, subject: int | None) -> list[tuple[str, int | None]]:  # noqa: ANN401  any condition
    """Give the rules that a part of a condition applies, each with its subject."""
    match part:
        case c.Criterion():
            return [(part.criterion, subject)]
        case c.SomeCraft():
            return [(part.some_craft, index) for index in range(len(case.facts.crafts or ()))]
        case c.TheCraft() if case.facts.the_craft is not None:
            return [(part.the_craft, case.facts.the_craft)]
        case _:
            return []


def _evidence(case: Case, fields: tuple[str, ...], subject: int | None) -> tuple[str, ...]:
    if not case.dossier.evidence:
        return ()
    cited = [entry for field in fields for entry in case.dossier.evidence_for(field_path(field, subject))]
    return tuple(dict.fromkeys(cited))

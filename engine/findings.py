"""Findings: the verdict on each rule, with its words, figures, citation and evidence, as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c
from langnghe.engine.remedy import Remedy, remedy_for
from langnghe.engine.settled import Settled
from langnghe.engine.values import Verdict
from langnghe.engine.words.causes import About, about
from langnghe.engine.words.wording import wording_of

if TYPE_CHECKING:
    from langnghe.engine.case import Case

VerdictName = Literal["met", "not_met", "undetermined"]


class Finding(Settled):
    """The verdict on one rule for one subject, with the reason (kết luận về một tiêu chí).

    ``subject`` is ``village`` or ``craft:<index>``; ``measured`` holds the values that decided, bounds as
    ``[least, most]`` with ``null`` for an open end; ``evidence`` names documents of the dossier.
    """

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
    village = about(case, None)
    for part in anatomy.children(case.law.rules[case.title].requires):
        for rule, whose in _applied(village, part):
            found = finding(whose, rule, lang)
            findings += found.findings if isinstance(part, c.TheCraft) else [found]
    return tuple(findings)


def finding(whose: About, rule_id: str, lang: str) -> Finding:
    """Give the finding on one rule for a subject of a case."""
    case, subject = whose.case, whose.subject
    wording, verdict = wording_of(case, rule_id, lang), whose.reached[rule_id]
    return Finding.settled(
        {
            "criterion": rule_id,
            "subject": subject_name(subject),
            "name": wording.name,
            "provision": wording.provision,
            "citation": wording.citation,
            "verdict": verdict.value,
            "required": wording.required.fill(whose),
            "measured": wording.measured(whose),
            "reason": wording.reason(whose, verdict),
            "evidence": _evidence(case, wording.fields, subject),
            "remedy": None if verdict is Verdict.MET else remedy_for(case, rule_id, subject, lang),
            "findings": tuple(
                [finding(below, each, lang) for part in wording.applying for each, below in _applied(whose, part)]
            ),
        }
    )


def subject_name(subject: int | None) -> str:
    """Name a subject as the contract does."""
    return "village" if subject is None else f"craft:{subject}"


def field_path(field: str, subject: int | None) -> str:
    """Give the path of a field in the dossier: ``crafts[0].practised_since`` for a craft's."""
    return field if subject is None else field.replace("crafts.", f"crafts[{subject}].", 1)


def _applied(whose: About, part: Any) -> list[tuple[str, About]]:  # noqa: ANN401  any condition
    """Give the rules that a part of a condition applies, each with its subject."""
    case = whose.case
    match part:
        case c.Criterion():
            return [(part.criterion, whose)]
        case c.SomeCraft():
            return [(part.some_craft, about(case, index)) for index in range(len(case.facts.crafts or ()))]
        case c.TheCraft() if case.facts.the_craft is not None:
            return [(part.the_craft, about(case, case.facts.the_craft))]
        case _:
            return []


def _evidence(case: Case, fields: tuple[str, ...], subject: int | None) -> tuple[str, ...]:
    if not case.dossier.evidence:
        return ()
    cited = [entry for field in fields for entry in case.dossier.evidence_for(field_path(field, subject))]
    return tuple(dict.fromkeys(cited))

"""The procedure around a result as text: who acts, by when, and what the province adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from rich.tree import Tree

from langnghe.engine.words import formats
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from langnghe.engine.deadlines import Deadlines
    from langnghe.engine.law.provinces import ProvinceRules
    from langnghe.engine.procedure import Procedure, ReportDue, Responsible


def deadlines_text(deadlines: Deadlines, lang: str) -> Tree:
    """Lay out the time limit of a decision, who acts on it, and the reports that come next."""
    days = deadlines.working_days
    if deadlines.decision_due_on:
        due = formats.day(deadlines.decision_due_on, lang)
        line = Text(say("text.decision_due", lang, day=due, days=days))
    else:
        line = Text(f"{say('law.limit', lang)}: {say('procedure.limit', lang, days=days)}")
    line.append(f" [{deadlines.citation}]", "dim")
    if days < deadlines.national_working_days:
        line.append(f" {say('procedure.shorter', lang, days=deadlines.national_working_days)}")
    return procedure_text(deadlines, lang, line)


def procedure_text(procedure: Procedure, lang: str, *lines: Text) -> Tree:
    """Lay out who acts and which reports come next, after ``lines``."""
    tree = Tree(Text(say("procedure.heading", lang), "bold"), guide_style="dim")
    for line in (*lines, *(_role(role, lang) for role in procedure.roles)):
        tree.add(line)
    for report in procedure.reports:
        tree.add(_report(report, lang))
    return tree


def _role(role: Responsible, lang: str) -> Text:
    line = Text.assemble((role.name, "bold"), f": {role.task}", (f" [{role.citation}]", "dim"))
    return line.append(f" ({say('procedure.inferred', lang)})", "yellow") if role.inferred else line


def _report(report: ReportDue, lang: str) -> Text:
    days = {"before": formats.day(report.before, lang), "last": formats.day(report.last_day, lang)}
    return Text(f"{report.name}: {say('procedure.report', lang, **days)}").append(f" [{report.citation}]", "dim")


def province_text(rules: ProvinceRules, lang: str) -> Tree:
    """Lay out what the province adds."""
    tree = Tree(Text(say("province.heading", lang, name=rules.name), "bold"), guide_style="dim")
    if rules.support:
        amount = formats.number(rules.support.amount_vnd, lang)
        money = f"{say('province.support', lang)}: {say('province.money', lang, amount=amount)}"
        tree.add(Text(money).append(f" [{rules.support.source}]", "dim"))
    for department in rules.departments:
        leads = f" ({say('province.leads', lang)})" if department.leads else ""
        line = Text.assemble(
            (department.name, "bold"), f"{leads}: {department.task}", (f" [{department.source}]", "dim")
        )
        tree.add(line)
    for note in rules.notes:
        tree.add(Text(note.text).append(f" [{note.source}]", "dim"))
    if rules.interpretation:
        tree.add(Text(f"{say('law.interpretation', lang)}: {rules.interpretation}", "italic"))
    if not rules.certain:
        tree.add(Text(say("province.uncertain", lang, former=rules.formerly or rules.name), "yellow"))
    return tree

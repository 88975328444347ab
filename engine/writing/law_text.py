"""The law as text for a terminal: rules of a day, what changed between two days, and what is encoded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.console import Group
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from langnghe.engine.comparison import told
from langnghe.engine.law.lawdiff import law_diff, reversed_by
from langnghe.engine.law.rulequery import in_force, matching, nearest, provisions_named
from langnghe.engine.words import formats
from langnghe.engine.words.citation import citation
from langnghe.engine.words.lawwords import covered, described, of_province
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rich.console import RenderableType

    from langnghe.engine.dossier import Dossier
    from langnghe.engine.law.coverage import Row
    from langnghe.engine.law.instruments import Provision
    from langnghe.engine.law.lawdiff import Changed, LawDiff, Reversed
    from langnghe.engine.law.overlay import Overlay
    from langnghe.engine.law.rulebook import Rulebook
    from langnghe.engine.words.lawwords import Described

_TREATMENTS: Final = {"encoded": "green", "council": "yellow", "out_of_scope": "dim", "missing": "bold red"}


class NoSuchRule(LookupError):  # noqa: N818  named for what it tells
    """No rule or provision of that id is law on that day; its message is for people."""


def law_of_day(rulebook: Rulebook, wanted: str | None, day: date, lang: str) -> RenderableType:
    """Lay out the law of a day, or what of it ``wanted`` names, with the statute's words and the condition in words.

    Raises:
        NoSuchRule: nothing of that name is law on that day.
    """
    law, date_in_words = rulebook.law_on(day), formats.day(day, lang)
    items, overlays = matching(rulebook, wanted, day), _overlays_on(rulebook, wanted, day)
    cited = {item.full_provision for item in items}
    bare = [each for each in provisions_named(rulebook, wanted, day) if each[0] not in cited] if wanted else []
    if not items and not overlays and not bare:
        if wanted:
            near = nearest(rulebook, wanted, day)
            raise NoSuchRule(say("law.no_such_id", lang, id=wanted, day=date_in_words, near=near))
        return Text(_not_encoded(rulebook, day, lang))
    parts: list[RenderableType] = []
    if items or bare:
        parts += [Text(say("law.heading", lang, day=date_in_words), "bold")]
        parts += _explaining(rulebook, {item.instrument for item in items}, lang)
        parts += [_tree(described(item, law, rulebook, lang), lang) for item in items]
        parts += [_bare(full, provision, rulebook, lang) for full, provision in bare]
    if overlays:
        parts += [Text(say("law.provinces", lang, day=date_in_words), "bold")]
        parts += [_overlay(overlay, day, lang) for overlay in overlays]
    return Group(*parts)


def _explaining(rulebook: Rulebook, shown: set[str], lang: str) -> list[RenderableType]:
    """Say once of each instrument that only explains how well it is known."""
    return [
        Text(f"{each.name.in_(lang)} — {say('law.explains_only', lang)}. {each.confidence.in_(lang)}", "yellow")
        for each in rulebook.instruments.values()
        if each.id in shown and each.role == "explains" and each.confidence
    ]


def _not_encoded(rulebook: Rulebook, day: date, lang: str) -> str:
    begins = [each.in_force.from_ for each in rulebook.instruments.values() if each.in_force.from_]
    first = formats.day(min(begins), lang)
    return say("law.not_encoded", lang, day=formats.day(day, lang), first=first)


def _overlays_on(rulebook: Rulebook, wanted: str | None, day: date) -> list[Overlay]:
    named = [each for each in rulebook.overlays if wanted in {None, each.id}]
    return [each for each in named if any(cover.covers(day) for cover in each.covers) and each.on(day)]


def _tree(item: Described, lang: str) -> Tree:
    title = Text.assemble((item.id, "bold"), f" — {item.title}")
    if "law.effect" in item.lines:
        title.append(f" ({item.lines['law.effect']})", "yellow")
    tree = Tree(title, guide_style="dim")
    for label, text in item.lines.items():
        if label != "law.effect":
            tree.add(Text(f"{say(label, lang)}: {text}"))
    return tree


def _bare(full: str, provision: Provision, rulebook: Rulebook, lang: str) -> Tree:
    """A provision of which nothing is encoded by itself: its words, and what carries it out or why nothing does."""
    tree = Tree(Text.assemble((full, "bold"), f" — {citation(full, rulebook, lang)}"), guide_style="dim")
    tree.add(Text(f"{say('law.provision', lang)}: {provision.text}"))
    names = {rule.id: rule.name.in_(lang) for rule in rulebook.rules()}
    if provision.by:
        carrying = "; ".join(names.get(each, each) for each in provision.by)
        tree.add(Text(f"{say('book.carried_out_by', lang)}: {carrying}"))
    if provision.left:
        tree.add(Text(f"{say(f'coverage.{provision.left.to}', lang)}: {provision.left.why.in_(lang)}"))
    return tree


def _overlay(overlay: Overlay, day: date, lang: str) -> Tree:
    tree = Tree(Text.assemble((overlay.id, "bold"), f" — {overlay.name.in_(lang)}"), guide_style="dim")
    tree.add(Text(f"{say('law.covers', lang)}: {covered(overlay, lang)}"))
    for key, index, part in overlay.on(day):
        lines = of_province(overlay, key, index, part, lang).lines
        source = (f" [{lines['law.source']}; {lines['law.in_force']}]", "dim")
        tree.add(Text.assemble(f"{say(f'province.{key}', lang)}: {lines['law.province']}", source))
    return tree


def diff_of_days(rulebook: Rulebook, first: date, second: date, lang: str) -> RenderableType:
    """Lay out what changed in the law between two days."""
    days = {"first": formats.day(first, lang), "second": formats.day(second, lang)}
    parts: list[RenderableType] = [Text(say("diff.heading", lang, **days), "bold")]
    for day in (first, second):
        if not in_force(rulebook, day):
            parts.append(Text(_not_encoded(rulebook, day, lang), "yellow"))
        elif rulebook.law_on(day).instruments_ahead:
            parts.append(Text(say("diff.measured", lang, day=formats.day(day, lang)), "yellow"))
    return Group(*parts, diff_text(law_diff(rulebook, first, second, lang), lang))


def differing_dossiers(
    rulebook: Rulebook, dossiers: Iterable[Dossier], first: date, second: date, lang: str
) -> RenderableType:
    """Lay out which of the dossiers come out differently under the law of the two days, and why."""
    number, trees = 0, []
    for number, dossier in enumerate(dossiers, start=1):  # noqa: B007  the last number is how many there were
        if found := reversed_by(rulebook, dossier, first, second, lang):
            trees.append(reversed_text(found, lang))
    return Group(Text(say("diff.dossiers", lang, number=number, different=len(trees)), "bold"), *trees)


def diff_text(diff: LawDiff, lang: str) -> RenderableType:
    """Lay out what was added, ended and changed."""
    parts: list[RenderableType] = []
    for key, items in (("diff.added", diff.added), ("diff.ended", diff.ended)):
        if items:
            tree = Tree(Text(say(key, lang), "bold"), guide_style="dim")
            for item in items:
                tree.add(_brief(item, lang))
            parts.append(tree)
    if diff.changed:
        tree = Tree(Text(say("diff.changed", lang), "bold"), guide_style="dim")
        for change in diff.changed:
            _grow(tree, change, lang)
        parts.append(tree)
    return Group(*parts) if parts else Text(say("diff.nothing", lang))


def _brief(item: Described, lang: str) -> Tree:
    tree = Tree(Text.assemble((item.id, "bold"), f" — {item.title}"), guide_style="dim")
    for label in (
        "law.effect",
        "law.citation",
        "law.province",
        "law.condition",
        "law.when",
        "law.papers",
        "law.kinds",
        "law.authority",
        "law.limit",
        "law.report",
    ):
        if label in item.lines:
            tree.add(Text(f"{say(label, lang)}: {item.lines[label]}"))
    return tree


def _grow(tree: Tree, change: Changed, lang: str) -> None:
    branch = tree.add(Text.assemble((change.after.id, "bold"), f" — {change.after.title}"))
    for label, before, after in change.lines:
        line = branch.add(Text(say(label, lang)))
        line.add(Text.assemble(("− ", "red"), before or say("diff.none", lang)))
        line.add(Text.assemble(("+ ", "green"), after or say("diff.none", lang)))


def reversed_text(found: Reversed, lang: str) -> RenderableType:
    """Lay out a dossier that comes out differently, and the findings that make the difference."""
    before, after = (say(f"outcome.{each.outcome}", lang) for each in (found.before, found.after))
    title = say(f"title.{found.after.title}", lang)
    day = formats.day(found.after.on, lang)
    label = say("diff.dossier", lang, dossier=found.after.dossier, title=title, day=day, before=before, after=after)
    tree = Tree(Text(label, "bold"), guide_style="dim")
    for each in found.findings:
        branch = tree.add(Text(each.name))
        for sign, finding in ((("− ", "red"), each.before), (("+ ", "green"), each.after)):
            branch.add(Text.assemble(sign, told(finding, lang), f" [{finding.citation}]" if finding else ""))
    return tree


def coverage_text(rows: tuple[Row, ...], lang: str) -> RenderableType:
    """Lay out the table of provisions."""
    table = Table(*(say(f"coverage.{key}", lang) for key in ("provision", "treatment", "by")), show_lines=False)
    for row in rows:
        treatment = Text(say(f"coverage.{row.treatment}", lang), _TREATMENTS[row.treatment])
        table.add_row(Text(row.citation), treatment, Text("; ".join(filter(None, (", ".join(row.by), row.why)))))
    return table

"""What pages and minutes call the parts of a dossier: places, criteria, evidence and values, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from langnghe.engine.words import formats
from langnghe.engine.words.messages import knows, say

if TYPE_CHECKING:
    from langnghe.engine.dossier import Document, Dossier
    from langnghe.engine.findings import Finding


def address(dossier: Dossier) -> str:
    """Give where a village is, from the commune up to the province."""
    place = dossier.place
    return ", ".join(part for part in (place.commune, place.district, place.province) if part)


def subject_name(dossier: Dossier, findings: tuple[Finding, ...]) -> str:
    """Name what a title is about: the village, or where the title's own criteria judge a craft, the craft too."""
    crafts = {int(each.subject.partition(":")[2]) for each in findings if each.subject != "village"}
    names = [(dossier.crafts or ())[index].name for index in sorted(crafts)]
    return " – ".join([*names, dossier.place.name])


def criterion_name(dossier: Dossier, finding: Finding) -> str:
    """Name a criterion; where it judges a whole craft, with the craft's name."""
    kind, _, index = finding.subject.partition(":")
    if kind != "craft" or not finding.findings:
        return finding.name
    return f"{finding.name}: {(dossier.crafts or ())[int(index)].name}"


def evidence_name(dossier: Dossier, entry: str, lang: str) -> str:
    """Name a piece of evidence (``household_list:3``): the paper, its number and day as far as known, and the page."""
    kind, _, page = entry.partition(":")
    given = [paper for paper in dossier.documents or () if paper.kind == kind]
    name = say(f"document.{kind}", lang)
    if len(given) == 1 and (details := paper_details(given[0], lang)):
        name = f"{name} ({details})"
    return say("page.evidence_page", lang, paper=name, page=page) if page else name


def paper_details(paper: Document, lang: str) -> str:
    """Give the number and the day of a paper, as far as they are known."""
    parts = [say("page.paper_number", lang, number=paper.number)] if paper.number else []
    if paper.issued_on:
        parts.append(formats.span(paper.issued_on, lang))
    return ", ".join(parts)


def value_name(dossier: Dossier, path: str, lang: str) -> str:
    """Name a value of the dossier (``crafts[0].practised_since`` with its craft); empty where it has no name."""
    before, _, rest = path.partition("[")
    index, _, after = rest.partition("]")
    if not knows(f"field.{before}{after}", lang):
        return ""
    name = say(f"field.{before}{after}", lang)
    if before != "crafts" or not after:
        return name
    craft = (dossier.crafts or ())[int(index)].name
    return f"{name} ({say('subject.craft', lang, name=craft)})"

"""The sheets of a dossier workbook, described once: the writer lays them out, the reader finds them again.

A sheet has questions (a label, its answer beside it), a table (one entry a row), or both, questions first. What a
label says stands in the message catalogues under the id of its field.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """How a cell is written and read."""

    TEXT = "text"
    DAY = "day"
    SPAN = "span"
    COUNT = "count"
    WHOLE = "whole"
    YES_NO = "yes_no"
    PRESENCE = "presence"  # yes or no to "is there any?"; the details stand in other cells
    CHOICE = "choice"
    SUGGESTION = "suggestion"  # a list to choose from, or any other text
    GROUPS = "groups"
    NAMES = "names"  # several texts in one cell
    ENTRIES = "entries"  # several texts, one a row
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Field:
    """An answer to a question, or a column of a table.

    ``id`` files its label; for a question it is the path of the value in the dossier. ``path`` is the path within
    a row of a table: empty for the whole row, ``None`` for a column that is no part of the dossier. ``choices``
    names the values to choose from, ``law`` the field by which rules speak of it where that is not its id.
    """

    id: str
    kind: Kind = Kind.TEXT
    path: str | None = None
    required: bool = False
    choices: tuple[str, ...] = ()
    worded: str = ""  # the section of the catalogue that words the choices
    law: str = ""
    width: int = 18

    @property
    def read_by(self) -> str:
        """The field by which rules read the value."""
        return self.law or self.id


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet. ``lists`` is the path of the list that its table holds; empty where the table is read otherwise.

    ``attributed``: a question may also say who found the answer, when, and by which vote.
    """

    id: str
    questions: tuple[Field, ...] = ()
    columns: tuple[Field, ...] = ()
    lists: str = ""
    attributed: bool = False
    spare_rows: int = 0

    @property
    def key(self) -> Field:
        """The column that no table of this sheet can do without, by which its heading is found."""
        return next((column for column in self.columns if column.required), self.columns[0])


TITLES: Final = ("traditional_craft", "craft_village", "traditional_craft_village")
DOCUMENTS: Final = (
    *("craft_history", "awards", "cultural_description", "artisan_recognition"),
    *("household_list", "results_two_years", "environment_assurance"),
    *("craft_decision", "craft_village_decision", "other"),
)
COMPLIANCE: Final = ("none", "compliant", "non_compliant")
AUTHORITIES: Final = ("district", "province", "commune")
# Findings made of one craft or of one title held: the list and the key of each.
FINDINGS: Final = {
    "crafts.still_developing": ("crafts", "still_developing"),
    "crafts.cultural_identity": ("crafts", "cultural_identity"),
    "crafts.village_name": ("crafts", "village_name"),
    "titles_held.conformed_in_2018": ("titles_held", "conformed_in_2018"),
}

# Beside a question: where its answer comes from, and on a sheet of findings who found it.
EVIDENCE: Final = Field("evidence", Kind.EVIDENCE, width=26)
ATTRIBUTION: Final = (
    Field("by", path="by", width=24),
    Field("on", Kind.SPAN, path="on", width=14),
    Field("votes.for", Kind.WHOLE, path="votes.for", width=12),
    Field("votes.against", Kind.WHOLE, path="votes.against", width=12),
    Field("note", path="note", width=24),
)


def _choice(name: str, choices: tuple[str, ...], worded: str, path: str | None = None, width: int = 24) -> Field:
    return Field(name, Kind.CHOICE, path, required=True, choices=choices, worded=worded, width=width)


GENERAL: Final = Sheet(
    "general",
    questions=(
        Field("id", required=True),
        _choice("title", TITLES, "title"),
        Field("proposed_on", Kind.DAY, required=True),
        Field("received_on", Kind.DAY),
        Field("place.name", required=True),
        Field("place.commune"),
        Field("place.district"),
        Field("place.province", required=True),
        Field("activities", Kind.GROUPS),
        Field("households.unit"),
        Field("households.total", Kind.COUNT),
        Field("households.participating", Kind.COUNT),
        Field("households.counted_on", Kind.SPAN),
        Field("sources", Kind.ENTRIES),
    ),
)
HOUSEHOLDS: Final = Sheet(
    "households",
    columns=(
        Field("household.number", width=6),
        Field("household.name", required=True, law="households.participating", width=28),
        Field("household.address", width=28),
        Field("household.trade", width=22),
        Field("household.group", Kind.WHOLE, law="activities", width=9),
        Field("household.workers", Kind.WHOLE, width=9),
        Field("household.since", Kind.WHOLE, width=11),
        Field("household.note", width=24),
    ),
    spare_rows=100,
)
RESULTS: Final = Sheet(
    "results",
    questions=(Field("production.stable_since", Kind.SPAN),),
    columns=(
        Field("results.year", width=30),
        Field("results.households", width=20),
        Field("results.workers", width=26),
        Field("results.revenue", width=20),
        Field("results.income", width=22),
        Field("results.products", width=24),
        Field("results.note", width=24),
    ),
    spare_rows=4,
)
CRAFTS: Final = Sheet(
    "crafts",
    questions=(Field("crafts", Kind.PRESENCE),),
    columns=(
        Field("crafts.name", path="name", required=True, width=36),
        Field("crafts.practised_since", Kind.SPAN, path="practised_since", width=22),
        Field("crafts.practised_since.evidence", Kind.EVIDENCE, path="practised_since", width=34),
        Field("crafts.artisans", Kind.NAMES, path="artisans", width=34),
        Field("crafts.artisans.evidence", Kind.EVIDENCE, path="artisans", width=26),
    ),
    lists="crafts",
    spare_rows=12,
)
ENVIRONMENT: Final = Sheet(
    "environment",
    questions=(
        Field("environment.plan", Kind.PRESENCE),
        Field("environment.plan.approved_on", Kind.SPAN),
        Field("environment.plan.approved_by", Kind.SUGGESTION, choices=AUTHORITIES, worded="value"),
        Field("environment.plan.number"),
        Field("environment.self_management_group", Kind.YES_NO),
        Field("environment.wastewater_collection", Kind.YES_NO),
        Field("environment.central_treatment", Kind.CHOICE, choices=COMPLIANCE, worded="value"),
        Field("environment.solid_waste_point", Kind.YES_NO),
        Field("environment.solid_waste_treatment", Kind.CHOICE, choices=COMPLIANCE, worded="value"),
        Field("environment.solid_waste_transport", Kind.YES_NO),
    ),
    attributed=True,
)
PAPERS: Final = Sheet(
    "documents",
    questions=(Field("documents", Kind.PRESENCE),),
    columns=(
        _choice("documents.kind", DOCUMENTS, "document", path="kind", width=52),
        Field("documents.number", path="number", width=26),
        Field("documents.issued_on", Kind.SPAN, path="issued_on", width=26),
        Field("documents.pages", Kind.WHOLE, path="pages", width=16),
        Field("documents.file", path="file", width=30),
    ),
    lists="documents",
    spare_rows=14,
)
HELD: Final = Sheet(
    "titles_held",
    questions=(Field("titles_held", Kind.PRESENCE),),
    columns=(
        _choice("titles_held.title", TITLES, "title", path="title", width=36),
        Field("titles_held.decision", path="decision", required=True, width=24),
        Field("titles_held.decided_on", Kind.SPAN, path="decided_on", required=True, width=26),
        Field("titles_held.name", path="name", width=24),
        Field("titles_held.remedy", Kind.PRESENCE, path="remedy", width=14),
        Field("titles_held.remedy.ordered_on", Kind.SPAN, path="remedy.ordered_on", law="titles_held.remedy", width=15),
        Field(
            "titles_held.remedy.completed_on", Kind.SPAN, path="remedy.completed_on", law="titles_held.remedy", width=15
        ),
        Field("evidence", Kind.EVIDENCE, path="", width=26),
    ),
    lists="titles_held",
    spare_rows=12,
)
CONCLUSIONS: Final = Sheet(
    "conclusions",
    columns=(
        _choice("finding", tuple(FINDINGS), "workbook.finding", width=48),
        Field("subject", width=22),
        Field("holds", Kind.YES_NO, width=12),
        *ATTRIBUTION,
        EVIDENCE,
    ),
    spare_rows=14,
)
# Written only where a dossier cites evidence for something that has no cell of its own beside it.
OTHER_EVIDENCE: Final = Sheet(
    "evidence",
    columns=(Field("path", required=True, width=46), EVIDENCE),
)

SHEETS: Final = (
    *(GENERAL, HOUSEHOLDS, RESULTS, CRAFTS, ENVIRONMENT),
    *(PAPERS, HELD, CONCLUSIONS, OTHER_EVIDENCE),
)

"""How much of an input is read before it is refused: the defaults, and what a portal may set instead.

The defaults leave room for the largest real dossier, and keep the worst file within two seconds and far below 1 GB.
``docs/gioi-han.md`` lists them; ``tests/test_limits.py`` holds the page to this module.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

from langnghe.engine.text import MAX_TEXT

MEGABYTE: Final = 1024 * 1024
MAX_ENTRIES: Final = 10_000  # of one list, by the dossier format


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits on one input, each a whole number from 1 on.

    Pass one to ``langnghe.load`` or ``loads``; it counts for that call alone. ``text`` and ``entries`` are part of the
    dossier format: they can be lowered, not raised.

    Raises:
        ValueError: a limit is below 1, or above what the format allows.
    """

    file_bytes: int = 8 * MEGABYTE  # a file, before anything is unpacked
    depth: int = 40  # lists and mappings within one another; a dossier needs five
    values: int = 50_000  # of a document, aliases followed: what stops an alias bomb
    key: int = 200  # characters of one key; the longest of any format has some thirty
    text: int = MAX_TEXT  # characters of one text
    entries: int = MAX_ENTRIES  # of one list
    dates: int = 100  # of uncertain precision, different ones: each may take the EDTF library some milliseconds
    problems: int = 1_000  # told of one document; of more, how many

    rules: int = 500  # rules, papers, roles and the like of all rule files together; today's have 66
    law_days: int = 100  # days on which one of them begins or ends; today's have six

    workbook_unpacked: int = 32 * MEGABYTE  # all parts together: 10,000 households take about 5 MB
    workbook_tags: int = 800_000  # of XML, those of texts counted three times: 10,000 households have 450,000
    workbook_strings: int = 12 * MEGABYTE  # the texts of all cells, which the library holds in memory whole
    workbook_part: int = 4 * MEGABYTE  # any other part, held whole and as objects
    workbook_ratio: int = 250  # to 1; sheets that Excel and LibreOffice save stay below 20 to 1
    workbook_parts: int = 2_000
    workbook_rows: int = 50_000  # of one sheet, empty ones included
    workbook_columns: int = 60  # of one sheet; what stands further right is not read
    households: int = 10_000  # of a list of households; the largest craft villages have some two thousand

    parquet_footer: int = 16 * MEGABYTE  # of a register; one of ten million rows has half of one
    parquet_page: int = 256 * MEGABYTE  # of one column, unpacked; writers make pages of about one

    template_bytes: int = 10 * MEGABYTE  # an office's template of minutes; ours have some twenty thousand
    template_unpacked: int = 64 * MEGABYTE
    template_parts: int = 1_000
    template_tags: int = 100_000  # of XML; ours have some six thousand
    template_braces: int = 5_000  # that begin a placeholder or a tag; ours have some hundred
    minutes_characters: int = 5_000_000  # of one part of the minutes that a template makes

    def __post_init__(self) -> None:
        """Refuse what no reader could keep to."""
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, bool) or not isinstance(value, int) or value < 1:
                msg = f"{field.name} must be a whole number from 1 on, not {value!r}"
                raise ValueError(msg)
        for name, most in (("text", MAX_TEXT), ("entries", MAX_ENTRIES)):
            if getattr(self, name) > most:
                msg = f"{name} must be at most {most}, as the dossier format has it"
                raise ValueError(msg)


def in_megabytes(size: int) -> int:
    """Give bytes in megabytes for a message, rounded up: no limit reads as 0 MB."""
    return -(-size // MEGABYTE)


DEFAULT: Final = Limits()
RULE_FILES: Final = Limits(values=10_000)  # of one file; the longest has some seven hundred

"""Names of columns that several modules share."""

from __future__ import annotations

from typing import Final

TITLE: Final = "titles_held.title"  # the title that a row of a register is about
OUTCOME: Final = "review.outcome"
VERDICT: Final = "verdict."

"""A way to meet a condition: what a remedy is put together from."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, NamedTuple


class Way(NamedTuple):
    """One way to meet a condition: values to set by field, words for each step, and the first day it is met."""

    changes: dict[str, Any]
    texts: tuple[str, ...]
    on: date | None = None

    @property
    def cost(self) -> tuple[int, date]:
        """Fewer changes come first, then the earlier day."""
        return len(self.changes), self.on or date.min

    def along_with(self, other: Way) -> Way:
        """Give the way that takes another's steps as well."""
        if not self.texts:
            return other
        texts = (*self.texts, *[text for text in other.texts if text not in self.texts])
        day = max(self.on, other.on) if self.on and other.on else self.on or other.on
        return Way(self.changes | other.changes, texts, day)

    def in_craft(self, index: int) -> Way:
        """Name the craft in the paths of the changes: ``crafts.artisans`` becomes ``crafts[0].artisans``."""
        craft = f"crafts[{index}]."
        return self._replace(changes={path.replace("crafts.", craft, 1): way for path, way in self.changes.items()})


NOTHING_TO_DO: Final = Way({}, ())

"""Shares of households in bands, the rule's own threshold among their edges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from langnghe.engine.law import anatomy
from langnghe.engine.law import conditions as c

if TYPE_CHECKING:
    from langnghe.engine.law.rulebook import LawOnDay
    from langnghe.engine.law.rules import Rule

_STEP: Final = 10  # percent
_WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class Measure:
    """A criterion that measures a share: its rule, its condition, and the bands to count in.

    ``edges`` are whole percents; a band goes from one edge to just below the next, the last one to all of the whole.
    """

    rule: Rule
    share: c.ShareArguments
    edges: tuple[int, ...]

    @property
    def threshold(self) -> int:
        """The least percent that meets the criterion."""
        return self.share.at_least_percent

    def band(self) -> pl.Expr:
        """Give the number of the band that a row's share surely lies in, null where its counts do not tell."""
        least, most = pl.col(f"{self.share.of}.low"), pl.col(f"{self.share.of}.high")
        fewest, highest = pl.col(f"{self.share.in_}.low"), pl.col(f"{self.share.in_}.high")
        floor = pl.max_horizontal(fewest, 1)  # a whole has at least one household
        low = pl.sum_horizontal((least * _WHOLE >= highest * edge).cast(pl.Int32) for edge in self.edges[1:])
        high = pl.sum_horizontal((most * _WHOLE >= floor * edge).cast(pl.Int32) for edge in self.edges[1:])
        known = least.is_not_null() & most.is_not_null() & fewest.is_not_null() & highest.is_not_null()
        return pl.when(known & (low == high)).then(low)


def share_measure(law: LawOnDay) -> Measure | None:
    """Give the criterion that measures a share, ``None`` where the law of the day has none."""
    for rule in law.rules.values():
        for condition in anatomy.walk(rule.requires):
            if isinstance(condition, c.Share):
                edges = {*range(0, _WHOLE, _STEP), condition.share.at_least_percent}
                return Measure(rule, condition.share, tuple(sorted(edges)))
    return None

"""A question asked of every row: the networks of several titles, compiled once for a day.

Rules that several titles share are reached once; what is said of a title alone carries its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import polars as pl

from langnghe.engine.columns.expressions import Reader
from langnghe.engine.columns.layout import CRAFTS, SCHEMA, within_craft
from langnghe.engine.network import assessment_network, review_network

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from langnghe.engine.law.rulebook import LawOnDay
    from langnghe.engine.network import Network, Node

Asked = Literal["assess", "review"]

_NETWORKS: Final[dict[str, Callable[[LawOnDay, str], Network]]] = {
    "assess": assessment_network,
    "review": review_network,
}
_REACHED: Final = "|"  # begins the names of working columns; no field, rule or heading of a register does


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """The compiled question: layers of expressions, each layer reading the columns of those before it."""

    law: LawOnDay
    asked: Asked
    day: date
    titles: tuple[str, ...]
    networks: dict[str, Network]
    layers: tuple[tuple[pl.Expr, ...], ...]
    needs: frozenset[str]

    def verdicts(self, facts: pl.DataFrame) -> pl.DataFrame:
        """Reach every verdict: a frame of nullable Booleans (of crafts, lists of them), named by :meth:`column`.

        Takes the columns of :data:`~langnghe.engine.columns.layout.SCHEMA`; those left out are not known.
        """
        kept = facts.select(
            pl.col(name) if name in facts.columns else pl.lit(None, dtype=SCHEMA[name]).alias(name)
            for name in sorted(self.needs)
        )
        for layer in self.layers:
            kept = kept.with_columns(layer)
        return kept.select(pl.col(f"^\\{_REACHED}.+$"))

    def column(self, node: str, title: str) -> str:
        """Give the column that holds the verdict of a node of a title's network."""
        return _column(self.law, node, title)

    def titles_of(self, rule: str) -> tuple[str, ...]:
        """Give the titles whose network has the rule."""
        return tuple(title for title, it in self.networks.items() if any(node.id == rule for node in it.nodes))


def question(law: LawOnDay, asked: Asked, day: date, titles: Iterable[str] | None = None) -> Question:
    """Compile what is asked of titles (all that the law knows when left out) for one day."""
    titles = tuple(titles or law.titles)
    networks = {title: _NETWORKS[asked](law, title) for title in titles}
    layers: dict[int, dict[str, pl.Expr]] = {}
    needs: set[str] = set()
    for title, network in networks.items():
        crafts = _Crafts(network, day, needs)

        def column(name: str) -> pl.Expr:
            needs.add(name)
            return pl.col(name)

        def verdict(node: str, title: str = title) -> pl.Expr:
            return pl.col(_column(law, node, title))

        village = Reader(day, column, verdict)
        for node in network.nodes:
            name = _column(law, node.id, title)
            reached = crafts.expression(node) if node.subject == "craft" else village.expression(node.condition)
            layers.setdefault(node.level, {})[name] = reached.alias(name)
    return Question(
        law,
        asked,
        day,
        titles,
        networks,
        tuple(tuple(layers[level].values()) for level in sorted(layers)),
        frozenset(needs),
    )


def _column(law: LawOnDay, node: str, title: str) -> str:
    return f"{_REACHED}{node}" if node in law.rules else f"{_REACHED}{title}{_REACHED}{node}"


class _Crafts:
    """Expressions over each craft of a row; they read that craft alone, so one pass over the list reaches a verdict."""

    def __init__(self, network: Network, day: date, needs: set[str]) -> None:
        self.nodes = {node.id: node for node in network.of("craft")}
        self.needs = needs
        self.reader = Reader(day, self._column, self._verdict)

    def expression(self, node: Node) -> pl.Expr:
        self.needs.add(CRAFTS)
        return pl.col(CRAFTS).list.eval(self._verdict(node.id))

    @staticmethod
    def _column(name: str) -> pl.Expr:
        return pl.element().struct.field(within_craft(name))

    def _verdict(self, node: str) -> pl.Expr:
        return self.reader.expression(self.nodes[node].condition)

"""A question asked of every row: the networks of several titles, compiled once for a day.

Rules that several titles share are reached once; what is said of a title alone carries its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import polars as pl

from langnghe.engine.columns.expressions import Reader
from langnghe.engine.columns.layout import CRAFTS, FLAT, SCHEMA, lies_flat, within_craft
from langnghe.engine.network import assessment_network, review_network

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
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
class Layers:
    """Layers of expressions, each reading the columns of those before it, and the columns of facts that they need."""

    needs: Mapping[str, pl.DataType]
    layers: tuple[tuple[pl.Expr, ...], ...]

    def over(self, facts: pl.DataFrame) -> pl.DataFrame:
        """Work the layers out; facts that are not there are not known."""
        kept = facts.select(
            pl.col(name) if name in facts.columns else pl.lit(None, dtype=dtype).alias(name)
            for name, dtype in self.needs.items()
        )
        for layer in self.layers:
            kept = kept.with_columns(layer)
        return kept.select(pl.col(f"^\\{_REACHED}.+$"))


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """The compiled question, for crafts in a list and for one craft a row."""

    law: LawOnDay
    asked: Asked
    day: date
    titles: tuple[str, ...]
    networks: dict[str, Network]
    listed: Layers
    flat: Layers

    def verdicts(self, facts: pl.DataFrame) -> pl.DataFrame:
        """Reach every verdict: a frame of nullable Booleans, named by :meth:`column`.

        Takes the columns of :data:`~langnghe.engine.columns.layout.SCHEMA`, and gives lists of verdicts for crafts; or
        those of :data:`~langnghe.engine.columns.layout.FLAT`, and gives the verdict on the row's one craft, if it has
        one. Columns left out are not known.
        """
        return (self.flat if lies_flat(facts) else self.listed).over(facts)

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
    listed, flat = _layers(law, networks, day, flat=False), _layers(law, networks, day, flat=True)
    return Question(law, asked, day, titles, networks, listed, flat)


def _layers(law: LawOnDay, networks: dict[str, Network], day: date, *, flat: bool) -> Layers:
    layers: dict[int, dict[str, pl.Expr]] = {}
    needs: set[str] = set()

    def column(name: str) -> pl.Expr:
        needs.add(name)
        return pl.col(name)

    for title, network in networks.items():

        def verdict(node: str, title: str = title) -> pl.Expr:
            return pl.col(_column(law, node, title))

        village = Reader(day, column, verdict, flat=flat)
        crafts = _Crafts(network, day)
        for node in network.nodes:
            name = _column(law, node.id, title)
            if node.subject == "craft" and not flat:
                reached = column(CRAFTS).list.eval(crafts.verdict(node.id))
            else:
                reached = village.expression(node.condition)
            layers.setdefault(node.level, {})[name] = reached.alias(name)
    schema = FLAT if flat else SCHEMA
    return Layers(
        {name: schema[name] for name in sorted(needs)},
        tuple(tuple(layers[level].values()) for level in sorted(layers)),
    )


def _column(law: LawOnDay, node: str, title: str) -> str:
    return f"{_REACHED}{node}" if node in law.rules else f"{_REACHED}{title}{_REACHED}{node}"


class _Crafts:
    """Expressions over each craft of a list; they read it alone, so one pass over the list reaches a verdict."""

    def __init__(self, network: Network, day: date) -> None:
        self.nodes: dict[str, Node] = {node.id: node for node in network.of("craft")}
        self.reader = Reader(day, self._column, self.verdict)

    def verdict(self, node: str) -> pl.Expr:
        return self.reader.expression(self.nodes[node].condition)

    @staticmethod
    def _column(name: str) -> pl.Expr:
        return pl.element().struct.field(within_craft(name))

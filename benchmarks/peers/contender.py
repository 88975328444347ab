"""A way of reaching the decision: what it is given, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from measured import Facts


@dataclass(frozen=True, slots=True)
class Contender:
    """One row of the comparison.

    ``decide`` takes what ``prepare`` made of the facts, and gives the outcome; only ``decide`` is timed. ``renew`` is
    done before each round, for a peer that gets slower with use.
    """

    name: str
    package: str
    decide: Callable[[Any], str]
    prepare: Callable[[Facts], Any] = lambda facts: facts
    note: str = ""
    renew: Callable[[], None] = lambda: None

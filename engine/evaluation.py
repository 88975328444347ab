"""Two opinions on every verdict: both evaluators, compared before anything is said."""

from __future__ import annotations

import threading
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from langnghe.engine.network import assessment_network, review_network
from langnghe.engine.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Callable

    from langnghe.engine.facts import Facts
    from langnghe.engine.inference import Inference
    from langnghe.engine.law.rulebook import LawOnDay
    from langnghe.engine.network import Network, Verdicts

_NETWORKS: Final[dict[str, Callable[[LawOnDay, str], Network]]] = {
    "assess": assessment_network,
    "review": review_network,
}
_compiling = threading.Lock()


class InternalDisagreement(RuntimeError):  # noqa: N818  the name the design gives it
    """The two evaluators came to different verdicts: a defect of the program, so no verdict is given."""


class Evaluator:
    """One question (a title to assess or to review, under the law of one period), compiled for both evaluators."""

    def __init__(self, name: str, network: Network) -> None:
        """Compile the network."""
        from langnghe.engine.inference import Inference  # deferred: `langnghe --help` needs no rule engine

        self.network = network
        self._inference: Inference = Inference(name, network)
        self._reference = Reference(network)

    def evaluate(self, facts: Facts) -> Verdicts:
        """Reach every verdict twice.

        Raises:
            InternalDisagreement: the two opinions differ.
        """
        inferred = self._inference.evaluate(facts)
        folded = self._reference.evaluate(facts)
        if inferred != folded:
            raise InternalDisagreement(_difference(inferred, folded))
        return folded


def evaluator(law: LawOnDay, question: str, title: str) -> Evaluator:
    """Give the compiled question: ``assess`` or ``review`` of a title, under the law of one period."""
    with _compiling:
        return _compiled(law, question, title)


@lru_cache(maxsize=256)
def _compiled(law: LawOnDay, question: str, title: str) -> Evaluator:
    return Evaluator(f"{question}_{title}_{id(law)}", _NETWORKS[question](law, title))


def _difference(inferred: Verdicts, folded: Verdicts) -> str:
    found = [
        f"{subject} {node}: durable-rules says {mine.get(node)}, the reference says {verdict}"
        for subject, mine, other in (
            ("village", inferred.village, folded.village),
            *((f"craft:{i}", *pair) for i, pair in enumerate(zip(inferred.crafts, folded.crafts, strict=True))),
        )
        for node, verdict in other.items()
        if mine.get(node) != verdict
    ]
    return "; ".join(found) or "the evaluators reached different sets of verdicts"

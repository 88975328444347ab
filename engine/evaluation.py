"""Two opinions on every verdict: both evaluators, compared before anything is said."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from langnghe.engine.law.anatomy import walk
from langnghe.engine.law.conditions import TheCraft
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
    """One question (a title to assess or to review, under the law of one period), compiled for both evaluators.

    ``about_one_craft`` tells that the title is about one craft, so that a dossier with none or several cannot be asked.
    """

    def __init__(self, name: str, network: Network, title: str) -> None:
        """Compile the network."""
        from langnghe.engine.inference import Inference  # deferred: `langnghe --help` needs no rule engine

        self.network = network
        self.about_one_craft = any(
            isinstance(part, TheCraft) for node in network.nodes if node.id == title for part in walk(node.condition)
        )
        self._inference: Inference = Inference(name, network)
        self._reference = Reference(network)

    def evaluate(self, facts: Facts) -> Verdicts:
        """Reach every verdict twice.

        Raises:
            InternalDisagreement: the two opinions differ.
        """
        inferred = self._inference.evaluate(facts)
        folded = self._reference.evaluate(facts)
        if inferred.village != folded.village or inferred.crafts != folded.crafts:
            raise InternalDisagreement(_difference(inferred, folded))
        return folded

    def suppose(self, facts: Facts) -> Verdicts:
        """Reach every verdict once: what a change of the facts would come to, for advice."""
        return self._reference.evaluate(facts)


def evaluator(law: LawOnDay, question: str, title: str) -> Evaluator:
    """Give the compiled question: ``assess`` or ``review`` of a title, under the law of one period."""
    key = ("evaluator", question, title)
    found = law.memo.get(key)
    if found is None:
        with _compiling:  # one thread compiles, the others wait for it
            found = law.memo.get(key)
            if found is None:
                name = f"{question}_{title}_{id(law)}"
                found = law.memo[key] = Evaluator(name, _NETWORKS[question](law, title), title)
    compiled: Evaluator = found
    return compiled


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

"""Facts to verdicts on durable-rules: the only module that imports it.

The network is compiled to one ruleset. A stratum is one flat fact of whole numbers for one subject at one level; its
rules say ``met`` or ``not_met``, and where neither fires the verdict is *undetermined*. The next stratum's fact carries
the verdicts reached so far. The package's C module is driven directly (docs/decisions).
"""

from __future__ import annotations

import itertools
import json
import weakref
from typing import TYPE_CHECKING

import durable_rules_engine as durable

from langnghe.engine.compilation import Stratum, strata
from langnghe.engine.network import Network, Verdicts
from langnghe.engine.values import Verdict

if TYPE_CHECKING:
    from langnghe.engine.facts import Facts, Values


class InferenceError(RuntimeError):
    """durable-rules refused a ruleset or a fact; the message names its error code."""


class Inference:
    """A network compiled to durable-rules. Safe from several threads: every evaluation has its own state."""

    def __init__(self, name: str, network: Network) -> None:
        """Compile.

        Raises:
            InferenceError: durable-rules refused the rules.
        """
        self._strata = list(strata(network))
        rules = {
            rule: {"all": [{"m": {"$and": [{"kind": stratum.kind}, expression]}}]}
            for stratum in self._strata
            for rule, expression in stratum.rules
        }
        try:
            self._handle = durable.create_ruleset(name, json.dumps(rules))
        except durable.error as error:
            msg = f"durable-rules refused the ruleset {name}: {error}"
            raise InferenceError(msg) from error
        self._sids = itertools.count(1)
        weakref.finalize(self, durable.delete_ruleset, self._handle)

    def evaluate(self, facts: Facts) -> Verdicts:
        """Reach every verdict of the network from the facts.

        Raises:
            InferenceError: durable-rules refused a fact.
        """
        crafts = facts.crafts or ()
        verdicts = Verdicts({}, tuple({} for _ in crafts))
        sid = str(next(self._sids))
        try:
            for stratum in self._strata:
                if stratum.subject == "village":
                    self._assert(sid, stratum, 0, facts.village, facts, verdicts, verdicts.village)
                    continue
                for index, values in enumerate(crafts):
                    self._assert(sid, stratum, index, values, facts, verdicts, verdicts.crafts[index])
        except durable.error as error:
            msg = f"durable-rules refused a fact: {error}"
            raise InferenceError(msg) from error
        finally:
            durable.delete_state(self._handle, sid)
        return verdicts

    def _assert(  # noqa: PLR0913, PLR0917  one place, one call
        self,
        sid: str,
        stratum: Stratum,
        index: int,
        values: Values,
        facts: Facts,
        verdicts: Verdicts,
        reached: dict[str, Verdict],
    ) -> None:
        numbers = [measure(values, facts) for measure in stratum.measures]
        numbers += [gather(facts, verdicts, reached) for gather in stratum.gathers]
        for node in stratum.nodes:
            reached[node] = Verdict.UNDETERMINED
        _, state = durable.assert_fact(self._handle, stratum.template % (sid, index, *numbers))
        started = durable.start_action_for_state(self._handle, state)
        action = started[1] if started else None
        while action:
            # An action reads {"rule_name":{…the fact…}}; only the name matters.
            rule = action[2 : action.index('"', 2)]
            node, verdict = stratum.meaning[rule]
            reached[node] = verdict
            action = durable.complete_and_start_action(self._handle, state)

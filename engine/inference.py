"""Facts to verdicts on durable-rules: the only module that imports it.

The network is compiled to one ruleset. A stratum is one flat fact of whole numbers for one subject at one level; its
rules say ``met`` or ``not_met``, and where neither fires the verdict is *undetermined*. The next stratum's fact carries
the verdicts that its rules rest on. The package's C module is driven directly (docs/decisions).
"""

from __future__ import annotations

import itertools
import json
import weakref
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import durable_rules_engine as durable

from langnghe.engine.compilation import RULE_NAME, Stratum, strata
from langnghe.engine.network import Network, Verdicts

if TYPE_CHECKING:
    from langnghe.engine.facts import Facts
    from langnghe.engine.values import Verdict

_FIRST: Final = "first"  # the fact, and the rule, that every state begins with
_NAME: Final = slice(2, 2 + RULE_NAME)  # of a rule, in what an action says


class InferenceError(RuntimeError):
    """durable-rules refused a ruleset or a fact; the message names its error code."""


class Inference:
    """A network compiled to durable-rules. Safe from several threads: every evaluation has a state to itself."""

    def __init__(self, name: str, network: Network) -> None:
        """Compile.

        Raises:
            InferenceError: durable-rules refused the rules.
        """
        self._strata = list(strata(network))
        rules: dict[str, Any] = {_FIRST: {"all": [{"m": {"kind": _FIRST}}]}}
        for stratum in self._strata:
            for rule, expression in stratum.rules:
                rules[rule] = {"all": [{"m": {"$and": [{"kind": stratum.kind}, expression]}}]}
        try:
            self._handle = durable.create_ruleset(name, json.dumps(rules))
        except durable.error as error:
            msg = f"durable-rules refused the ruleset {name}: {error}"
            raise InferenceError(msg) from error
        self._sids = itertools.count(1)
        self._empty: list[str] = []  # states in which no fact is left, as many as have ever been in use at once
        weakref.finalize(self, durable.delete_ruleset, self._handle)

    def evaluate(self, facts: Facts) -> Verdicts:
        """Reach every verdict of the network from the facts.

        Raises:
            InferenceError: durable-rules refused a fact.
        """
        # Making a state and deleting it costs several times as much as all that happens in it, so one is used again. A
        # list gives and takes its last entry at once, whichever threads ask.
        try:
            sid = self._empty.pop()
        except IndexError:
            sid = self._new_state()
        try:
            verdicts = self._verdicts(sid, facts)
        except BaseException as error:
            durable.delete_state(self._handle, sid)
            if isinstance(error, durable.error):
                msg = f"durable-rules refused a fact: {error}"
                raise InferenceError(msg) from error
            raise
        self._empty.append(sid)
        return verdicts

    def _new_state(self) -> str:
        """Make a state in which a rule has fired.

        Deleting one in which none ever did frees memory that was never set, and can crash the process.
        """
        sid = str(next(self._sids))
        _, state = durable.assert_fact(self._handle, f'{{"sid":"{sid}","id":"{_FIRST}","kind":"{_FIRST}"}}')
        durable.start_action_for_state(self._handle, state)
        durable.complete_and_start_action(self._handle, state)
        durable.retract_fact(self._handle, f'{{"sid":"{sid}","id":"{_FIRST}"}}')
        return sid

    def _verdicts(self, sid: str, facts: Facts) -> Verdicts:
        verdicts = Verdicts({}, tuple({} for _ in facts.crafts or ()))
        for stratum in self._strata:
            if stratum.subject == "village":
                numbers = stratum.numbers(facts.village, facts, verdicts, verdicts.village)
                self._reach(sid, stratum, numbers, verdicts.village)
                continue
            for values, reached in zip(facts.crafts or (), verdicts.crafts, strict=True):
                self._reach(sid, stratum, stratum.numbers(values, facts, verdicts, reached), reached)
        return verdicts

    def _reach(self, sid: str, stratum: Stratum, numbers: list[int], reached: dict[str, Verdict]) -> None:
        """Assert one fact, note the verdict of every rule that fires, and take the fact back."""
        handle, meaning = self._handle, stratum.meaning
        reached |= stratum.unknown
        _, state = durable.assert_fact(handle, stratum.assertion % (sid, *numbers))
        if started := durable.start_action_for_state(handle, state):
            # An action reads {"rule_name":{…the fact…}}; only the name matters, and all are equally long.
            node, verdict = meaning[started[1][_NAME]]
            reached[node] = verdict
            following = iter(partial(durable.complete_and_start_action, handle, state), None)
            reached.update([meaning[action[_NAME]] for action in following])
        durable.retract_fact(handle, stratum.retraction % sid)

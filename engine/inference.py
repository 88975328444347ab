"""Facts to verdicts on durable-rules: the only module that imports it.

A stratum is one flat fact of whole numbers for one subject, and a ruleset to itself; where no rule fires, what is
presumed stands. The next stratum's fact carries the verdicts that its rules rest on. The package's C module is
driven directly (docs/decisions).
"""

from __future__ import annotations

import itertools
import json
import weakref
from typing import TYPE_CHECKING, Final

import durable_rules_engine as durable

from langnghe.engine.compilation import RULE_NAME, Compiled, Stratum
from langnghe.engine.network import Network, Verdicts

if TYPE_CHECKING:
    from langnghe.engine.encoding import Reached
    from langnghe.engine.facts import Facts

_FIRST: Final = "first"  # the fact, and the rule, that every state begins with
_NAME: Final = slice(2, 2 + RULE_NAME)  # of a rule, in what an action says


class InferenceError(RuntimeError):
    """durable-rules refused a ruleset or a fact; the message names its error code."""


class Inference:
    """A network compiled to durable-rules. Safe from several threads: every evaluation has its states to itself."""

    def __init__(self, name: str, network: Network) -> None:
        """Compile.

        Raises:
            InferenceError: durable-rules refused the rules.
        """
        compiled = Compiled(network)
        self._of_village, self._of_craft = compiled.presumed["village"], compiled.presumed["craft"]
        self._strata: list[tuple[Stratum, int]] = []
        for number, stratum in enumerate(compiled.strata):
            handle = _ruleset(f"{name}_{number}", stratum)
            weakref.finalize(self, durable.delete_ruleset, handle)
            self._strata.append((stratum, handle))
        self._sids = itertools.count(1)
        # Names of states in which no fact is left, one in each ruleset; as many as have ever been in use at once.
        self._empty: list[str] = []

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
            sid = self._new_states()
        try:
            verdicts = self._verdicts(sid, facts)
        except BaseException as error:
            for _, handle in self._strata:
                durable.delete_state(handle, sid)
            if isinstance(error, durable.error):
                msg = f"durable-rules refused a fact: {error}"
                raise InferenceError(msg) from error
            raise
        self._empty.append(sid)
        return verdicts

    def _new_states(self) -> str:
        """Make states in which a rule has fired.

        Deleting one in which none ever did frees memory that was never set, and can crash the process.
        """
        sid = str(next(self._sids))
        for _, handle in self._strata:
            _, state = durable.assert_fact(handle, f'{{"sid":"{sid}","id":"{_FIRST}","{_FIRST}":1}}')
            durable.start_action_for_state(handle, state)
            durable.complete_and_start_action(handle, state)
            durable.retract_fact(handle, f'{{"sid":"{sid}","id":"{_FIRST}"}}')
        return sid

    def _verdicts(self, sid: str, facts: Facts) -> Verdicts:
        crafts = facts.crafts or ()
        verdicts = Verdicts(self._of_village.copy(), tuple([self._of_craft.copy() for _ in crafts]))
        for stratum, handle in self._strata:
            if stratum.subject == "village":
                numbers = stratum.numbers(facts.village, facts, verdicts, verdicts.village)
                _reach(handle, sid, stratum, numbers, verdicts.village)
                continue
            for values, reached in zip(crafts, verdicts.crafts, strict=True):
                _reach(handle, sid, stratum, stratum.numbers(values, facts, verdicts, reached), reached)
        return verdicts


def _ruleset(name: str, stratum: Stratum) -> int:
    """Make the ruleset of a stratum: to look for the next rule that fires, durable-rules goes through all of one."""
    rules = {_FIRST: {"all": [{"m": {_FIRST: 1}}]}}
    rules |= {rule: {"all": [{"m": expression}]} for rule, expression in stratum.rules.items()}
    try:
        handle: int = durable.create_ruleset(name, json.dumps(rules))
    except durable.error as error:
        msg = f"durable-rules refused the ruleset {name}: {error}"
        raise InferenceError(msg) from error
    return handle


def _reach(handle: int, sid: str, stratum: Stratum, numbers: list[int], reached: Reached) -> None:
    """Assert one fact, note what every rule that fires says, and take the fact back."""
    _, state = durable.assert_fact(handle, stratum.assertion % (sid, *numbers))
    started = durable.start_action_for_state(handle, state)
    # An action reads {"rule_name":{…the fact…}}; only the name matters, and all are equally long.
    action = started and started[1]
    while action:
        reached.update(stratum.meaning[action[_NAME]])
        action = durable.complete_and_start_action(handle, state)
    durable.retract_fact(handle, stratum.retraction % sid)

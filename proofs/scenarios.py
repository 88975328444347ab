"""The scenarios of ``features/``, bound to their steps once, so that a proof can run them a thousand times.

pytest-bdd reads the feature files and the steps are the ones that pytest runs; only pytest itself is left out.
``tests/test_proofs.py`` holds that both run the same scenarios, with the same result.
"""

from __future__ import annotations

import importlib
from contextlib import contextmanager
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unittest.mock import patch

from pytest_bdd.feature import get_features
from pytest_bdd.steps import step_function_context_registry

from langnghe.engine.law import rulebook as rulebooks
from langnghe.engine.scenarios.vocabulary import STEPS, step_modules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_bdd.parser import Scenario, Step
    from pytest_bdd.steps import StepFunctionContext

    from langnghe.engine.law.rulebook import Rulebook

FEATURES: Final = Path(__file__).parent.parent / "features"
SITUATION: Final = "situation"


class UnboundStep(Exception):  # noqa: N818  it names what is wrong with a scenario
    """A step that no sentence of ``features/steps`` understands, or that asks for a fixture unknown here."""


@dataclass(frozen=True, eq=False)
class Case:
    """One scenario, or one row of a scenario outline, ready to run."""

    name: str
    provisions: frozenset[str]
    steps: tuple[tuple[Step, StepFunctionContext], ...]

    def run(self) -> Any:
        """Run every step; gives the situation that they leave behind.

        Raises:
            AssertionError: the scenario fails. Any other exception fails it as well.
        """
        situation = importlib.import_module(f"{STEPS}.situation").Situation()
        for step, context in self.steps:
            arguments = context.parser.parse_arguments(step.name) or {}
            if step.datatable is not None:
                arguments["datatable"] = step.datatable.raw()
            context.step_func(**{SITUATION: situation}, **arguments)
        return situation


def cases() -> list[Case]:
    """Give every scenario, one for each row of its tables.

    Raises:
        UnboundStep: a step cannot be run here.
    """
    step_modules()
    return [
        _bound(template.render(row), template.feature.tags)
        for feature in get_features([str(FEATURES)])
        for template in feature.scenarios.values()
        for row in [row for table in template.examples for row in table.as_contexts()] or [{}]
    ]


def _bound(scenario: Scenario, tags: set[str]) -> Case:
    steps = tuple((step, _definition(step)) for step in scenario.steps)
    return Case(scenario.name, frozenset(scenario.tags | tags), steps)


def _definition(step: Step) -> StepFunctionContext:
    for context in step_function_context_registry.values():
        if context.type == step.type and context.parser.is_matching(step.name):
            given = {SITUATION, "datatable", *(context.parser.parse_arguments(step.name) or {})}
            required = {
                each.name for each in signature(context.step_func).parameters.values() if each.default is each.empty
            }
            if missing := required - given:
                raise UnboundStep(f"{step.name}: {', '.join(sorted(missing))}")
            return context
    raise UnboundStep(step.name)


@contextmanager
def installed(rulebook: Rulebook) -> Iterator[None]:
    """Put another rulebook in the place of the installed one, for every part of the program."""
    with patch.object(rulebooks, "load_rulebook", lambda _, *, plans: rulebook):
        rulebooks.installed.cache_clear()
        try:
            yield
        finally:
            rulebooks.installed.cache_clear()


@dataclass(frozen=True)
class Failure:
    """A scenario that failed, and why; ``stopped`` if it could not even run to its end."""

    case: Case
    why: str
    stopped: bool


def first_failure(cases: list[Case]) -> Failure | None:
    """Give the first scenario that reads something wrong, else the first that stops short; ``None`` if all hold."""
    stopped: Failure | None = None
    for case in cases:
        try:
            case.run()
        except AssertionError as wrong:
            return Failure(case, str(wrong), stopped=False)
        except Exception as error:  # noqa: BLE001  whatever stops a scenario
            stopped = stopped or Failure(case, repr(error), stopped=True)
    return stopped

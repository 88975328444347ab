"""What pytest-bdd needs to run the scenarios: the sentences, the meaning of tags, an empty situation for each one."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import pytest

from langnghe.engine.scenarios.models import BOUNDARY_TAG
from langnghe.engine.scenarios.vocabulary import STEPS, step_modules

if TYPE_CHECKING:
    from collections.abc import Callable


def pytest_configure(config: pytest.Config) -> None:
    """Make every sentence visible to the scenarios, whatever pytest's import mode is."""
    config.addinivalue_line("markers", "provision(id): the điểm, khoản or Điều that a scenario states")
    config.addinivalue_line("markers", "boundary: a scenario on the very edge of a threshold or a date")
    for module in step_modules():
        if not config.pluginmanager.is_registered(module):
            config.pluginmanager.register(module, module.__name__)


def pytest_bdd_apply_tag(tag: str, function: Callable[..., object]) -> bool:
    """Turn a tag into a registered marker: a boundary, or else a provision."""
    mark = pytest.mark.boundary if tag == BOUNDARY_TAG else pytest.mark.provision(tag)
    mark(function)
    return True


@pytest.fixture
def situation() -> Any:  # noqa: ANN401  the steps' own class, which is no part of the engine
    """Give each scenario an empty situation of its own, which its steps fill and question."""
    return importlib.import_module(f"{STEPS}.situation").Situation()

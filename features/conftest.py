"""Binds the Vietnamese scenarios to their steps; see ``steps/`` for the words themselves."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from steps.situation import Situation

FOLDER = Path(__file__).parent
STEP_MODULES = ("village", "craft", "environment", "documents", "titles", "appraisal", "review")

# The root of the repository is itself a package, so ``features`` is not: its steps are found by path.
if str(FOLDER) not in sys.path:
    sys.path.insert(0, str(FOLDER))
pytest.register_assert_rewrite("steps")


def pytest_configure(config: pytest.Config) -> None:
    """Make every step module visible to the scenarios, whatever pytest's import mode is."""
    config.addinivalue_line("markers", "provision(id): the điểm, khoản or Điều that a scenario states")
    config.addinivalue_line("markers", "boundary: a scenario on the very edge of a threshold or a date")
    for name in STEP_MODULES:
        module = importlib.import_module(f"steps.{name}")
        if not config.pluginmanager.is_registered(module):
            config.pluginmanager.register(module, f"langnghe-steps-{name}")


def pytest_bdd_apply_tag(tag: str, function: Callable[..., object]) -> bool:
    """Turn a tag into a registered marker: ``@ranh-gioi`` is a boundary, any other a provision."""
    if tag == "ranh-gioi":
        pytest.mark.boundary(function)
    else:
        pytest.mark.provision(tag)(function)
    return True


@pytest.fixture
def situation() -> Situation:
    """Give each scenario an empty situation of its own, which its steps fill and question."""
    created: Situation = importlib.import_module("steps.situation").Situation()
    return created

"""Binds the Vietnamese scenarios to their steps; see ``steps/`` for the words themselves."""

from __future__ import annotations

import pytest

# Before the steps are imported: a failing assertion of theirs then shows both sides.
pytest.register_assert_rewrite("langnghe.features.steps")

from langnghe.engine.scenarios.plugin import pytest_bdd_apply_tag, pytest_configure, situation  # noqa: E402  see above

__all__ = ["pytest_bdd_apply_tag", "pytest_configure", "situation"]

"""A pytest plugin that notes what became of each scenario, row by row, and writes it down as JSON.

pytest-bdd's own Cucumber report drops the level of the rule (Quy tắc) and knows neither the verdicts shown nor the
engine's reasoning; this notes both, by file and line, and ``running`` joins them with the features as read.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from langnghe.engine.scenarios.models import Failure

if TYPE_CHECKING:
    import pytest
    from pytest_bdd.parser import Feature, Scenario, Step

OPTION = "--langnghe-notes"
LANGUAGE = "--langnghe-lang"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the file to write to, and the language of the reasoning."""
    parser.addoption(OPTION, required=True)
    parser.addoption(LANGUAGE, default="vi")


def pytest_configure(config: pytest.Config) -> None:
    """Start taking notes."""
    config.pluginmanager.register(_Notes(config.getoption(OPTION), config.getoption(LANGUAGE)))


class _Notes:
    """One note a scenario and row: file, line, row, status, verdicts shown, failure."""

    def __init__(self, path: str, lang: str) -> None:
        self.path, self.lang = Path(path), lang
        self.notes: list[dict[str, Any]] = []

    def pytest_bdd_before_scenario(self, request: pytest.FixtureRequest, feature: Feature, scenario: Scenario) -> None:
        call = getattr(request.node, "callspec", None)
        row = call.indices.get("_pytest_bdd_example", 0) if call else 0
        note = {"file": feature.filename, "line": scenario.line_number, "row": row}
        self.notes.append(note | {"status": "passed", "stated": [], "failure": None})

    def pytest_bdd_after_scenario(self, request: pytest.FixtureRequest) -> None:
        self.notes[-1]["stated"] = request.getfixturevalue("situation").stated

    def pytest_bdd_step_error(self, request: pytest.FixtureRequest, step: Step, exception: Exception) -> None:
        self._fail(step, _words_of(exception, self.lang), _reasoning(request.getfixturevalue("situation"), self.lang))

    def pytest_bdd_step_func_lookup_error(self, step: Step, exception: Exception) -> None:
        self._fail(step, str(exception), "")

    def _fail(self, step: Step, message: str, reasoning: str) -> None:
        text = f"{step.keyword.strip()} {step.name}"
        failure = Failure(step=text, line=step.line_number, message=message, reasoning=reasoning)
        self.notes[-1].update(status="failed", failure=failure.model_dump())

    def pytest_sessionfinish(self) -> None:
        self.path.write_text(json.dumps(self.notes, ensure_ascii=False), encoding="utf-8")


def _words_of(exception: Exception, lang: str) -> str:
    """Say in words what went wrong; an expectation that does not hold needs none but the step itself."""
    from pydantic import ValidationError

    from langnghe.engine.dossier import Dossier
    from langnghe.engine.reading.source import Source
    from langnghe.engine.reading.validation import problems_of
    from langnghe.engine.words.messages import say

    if isinstance(exception, ValidationError):
        problems = problems_of(exception, Dossier, Source())
        return "; ".join(": ".join(part for part in (each.path, each.message(lang)) if part) for each in problems)
    if isinstance(exception, AssertionError):
        # What a step adds of its own are sentences of the engine, or a list of them.
        return str(exception)
    if type(exception).__module__ == "builtins":  # Python's own words name keys and lists, which say nothing to people
        return say("scenario.step_unfit", lang)
    return say("scenario.step_broke", lang, why=str(exception) or type(exception).__name__)


def _reasoning(situation: Any, lang: str) -> str:  # noqa: ANN401  the steps' own class, which is no part of the engine
    """Write down everything that the engine found, as ``langnghe assess`` prints it."""
    from rich.console import Console

    from langnghe.engine.law.rulebook import installed
    from langnghe.engine.writing.text import assessment_text, review_text

    shown: list[Any] = []
    if situation.assessment is not None:
        # A scenario's dossier cites no papers by design; the list of what is uncited would say nothing.
        shown.append(assessment_text(situation.assessment.model_copy(update={"uncited": ()}), installed(), lang))
    shown += [review_text(review, installed(), lang) for review in situation.reviews or ()]
    console = Console(file=io.StringIO(), width=100, highlight=False, markup=False, emoji=False, color_system=None)
    for each in shown:
        console.print(each)
    text: str = console.file.getvalue()  # type: ignore[attr-defined]  # the file is the buffer made above
    return text.rstrip()

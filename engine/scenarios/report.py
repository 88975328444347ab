"""The outcome of a run on the terminal: each scenario by its rule, and beside a failure the engine's reasoning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from langnghe.engine.words import formats
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from langnghe.engine.scenarios.models import Case, Feature, Scenario
    from langnghe.engine.scenarios.running import Run

_MARK: Final = {"passed": ("✓", "green"), "failed": ("✗", "bold red"), "not_run": ("?", "yellow")}


def run_text(run: Run, lang: str) -> Iterator[Text]:
    """Lay out a run, one line or block at a time."""
    from rich.text import Text

    for feature in run.results.features:
        yield Text(f"{say('scenario.feature', lang, name=feature.name)}  [{feature.path}]", "bold")
        for rule in feature.rules:
            if rule.name:
                yield Text(f"  {say('scenario.rule', lang, name=rule.name)}")
            for scenario in rule.scenarios:
                for case in scenario.cases:
                    yield from _case(feature, scenario, case, lang)
    yield Text(summary(run, lang), "bold")


def summary(run: Run, lang: str) -> str:
    """Count what held, what failed, and the files that could not be run."""
    statuses = [case.status for *_, case in run.results.cases()]
    passed = statuses.count("passed")
    broken = len({problem.file for problem in run.problems})
    counts = {"passed": passed, "failed": len(statuses) - passed, "broken": broken}
    return say("scenario.summary", lang, **{name: formats.number(value, lang) for name, value in counts.items()})


def _case(feature: Feature, scenario: Scenario, case: Case, lang: str) -> Iterator[Text]:
    from rich.text import Text

    mark, style = _MARK[case.status]
    line = Text("    ")
    line.append(mark, style)
    line.append(f" {scenario.title_of(case)}")
    yield line
    failure = case.failure
    if failure is None:
        if case.status == "not_run":
            yield Text(f"        {say('scenario.not_run', lang)}", "yellow")
        return
    place = say("scenario.place", lang, path=feature.path, line=failure.line)
    yield Text(f"        {say('scenario.failed', lang, step=failure.step)}  [{place}]", "red")
    if failure.message:
        yield Text(f"        {say('scenario.detail', lang, message=failure.message)}")
    if failure.reasoning:
        yield Text(f"        {say('scenario.reasoning', lang)}")
        yield Text("\n".join(f"          {part}" for part in failure.reasoning.splitlines()))
    else:
        yield Text(f"        {say('scenario.no_reasoning', lang)}")

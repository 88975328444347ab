"""A feature file as data: feature, rule (Quy tắc), scenario, step, table; and what a run made of each scenario."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from langnghe.engine.law.rulebook import RulebookId

BOUNDARY_TAG: Final = "ranh-gioi"
RESULTS_FORMAT: Final = "langnghe/scenario-results/v1"

StepKind = Literal["given", "when", "then"]
Status = Literal["passed", "failed", "not_run"]

_SLOT: Final = re.compile(r"<(.+?)>")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Step(_Part):
    """One step: its keyword as written, its text, and the table below it with the line of each row."""

    keyword: str
    kind: StepKind
    text: str
    line: int
    table: list[list[str]] | None = None
    table_lines: list[int] = []

    def filled(self, values: dict[str, str]) -> Step:
        """Give the step with the values of one row of data in place of ``<name>``."""
        if not values:
            return self
        table = self.table and [[_filled(cell, values) for cell in row] for row in self.table]
        return self.model_copy(update={"text": _filled(self.text, values), "table": table})


class Failure(_Part):
    """Where a scenario failed: the step as run, why in words, and the engine's whole reasoning at that point."""

    step: str
    line: int
    message: str
    reasoning: str


class Case(_Part):
    """A scenario with one row of its data (or none): how it came out, and which verdicts it showed on what."""

    values: dict[str, str] = {}
    line: int
    status: Status = "not_run"
    stated: list[tuple[str, str]] = []
    failure: Failure | None = None


class Scenario(_Part):
    """A scenario or an outline; ``tags`` without the feature's, ``steps`` without the background."""

    name: str
    keyword: str
    line: int
    description: str = ""
    tags: list[str] = []
    steps: list[Step]
    columns: list[str] = []
    cases: list[Case]

    def title_of(self, case: Case) -> str:
        """Give the name with the values of a row in it, or after it where the name has no place for them."""
        if not case.values:
            return self.name
        if slots_in(self.name):
            return _filled(self.name, case.values)
        return f"{self.name} [{', '.join(case.values.values())}]"

    @property
    def boundary(self) -> bool:
        """Whether it stands on the very edge of a threshold or a date."""
        return BOUNDARY_TAG in self.tags


class Rule(_Part):
    """The scenarios under one ``Quy tắc``; without a name, those that stand under the feature itself."""

    name: str = ""
    description: str = ""
    tags: list[str] = []
    background: list[Step] = []
    scenarios: list[Scenario] = []


class Feature(_Part):
    """A feature file; ``path`` is relative to the folder it was found in."""

    path: str
    name: str
    description: str = ""
    tags: list[str] = []
    background: list[Step] = []
    rules: list[Rule] = []

    def provisions_of(self, rule: Rule, scenario: Scenario) -> list[str]:
        """Give the provisions that a scenario states: its own tags, else those of the rule, else of the feature."""
        for tags in (scenario.tags, rule.tags, self.tags):
            if provisions := [tag for tag in tags if tag != BOUNDARY_TAG]:
                return provisions
        return []

    def steps_of(self, rule: Rule, scenario: Scenario) -> list[Step]:
        """Give every step of a scenario as it is run, backgrounds first."""
        return [*self.background, *rule.background, *scenario.steps]


class Results(_Part):
    """What a run of a folder made of its scenarios, against which law, on which day."""

    format: Literal["langnghe/scenario-results/v1"] = RESULTS_FORMAT
    ran_on: date
    rulebook: RulebookId
    features: list[Feature]

    def cases(self) -> list[tuple[Feature, Rule, Scenario, Case]]:
        """Give every case with what it stands in."""
        return [
            (feature, rule, scenario, case)
            for feature in self.features
            for rule in feature.rules
            for scenario in rule.scenarios
            for case in scenario.cases
        ]


def slots_in(text: str) -> list[str]:
    """Give the names in ``<angle brackets>``, which a row of data fills."""
    return _SLOT.findall(text)


def _filled(text: str, values: dict[str, str]) -> str:
    return _SLOT.sub(lambda slot: values.get(slot[1], slot[0]), text)

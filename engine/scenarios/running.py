"""A folder of feature files run against the installed law: read, checked, run by pytest-bdd, results joined."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.problems import Problem
from langnghe.engine.scenarios.models import Case, Feature, Results

if TYPE_CHECKING:
    from collections.abc import Iterable

NEEDED: Final = ("pytest", "pytest_bdd")

_COLLECTOR: Final = 'from pytest_bdd import scenarios\n\nscenarios("features")\n'
_TIMEOUT: Final = 1800  # seconds; the whole of our own scenarios takes some ten


class ScenariosUnavailableError(Exception):
    """pytest-bdd is not installed: the extra ``scenarios`` is missing."""


class ScenarioRunError(Exception):
    """The run itself broke, not a scenario; the text is pytest's own output."""


@dataclass(slots=True)
class Run:
    """What a run gave: the results of the files that could be run, and the problems of the others."""

    results: Results
    problems: list[Problem] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Whether every file could be read and every scenario held."""
        return not self.problems and all(case.status == "passed" for *_, case in self.results.cases())


def require() -> None:
    """Make sure that scenarios can be run here.

    Raises:
        ScenariosUnavailableError: pytest-bdd is not installed.
    """
    if not all(importlib.util.find_spec(name) for name in NEEDED):
        raise ScenariosUnavailableError


def run_folder(place: Path, lang: str = "vi") -> Run:
    """Run every ``.feature`` file of a folder (or one file) against the installed law.

    Raises:
        ScenariosUnavailableError: pytest-bdd is not installed.
        ScenarioRunError: pytest broke off.
    """
    from langnghe.engine.law.rulebook import installed
    from langnghe.engine.scenarios.texts import feature_files

    require()
    features, texts, problems = _read(feature_files(place), place, lang)
    if features:
        _run(features, texts, lang)
    results = Results(
        ran_on=date.today(),  # noqa: DTZ011  the user's calendar day
        rulebook=installed().identity,
        features=features,
    )
    return Run(results, problems)


def _read(paths: Iterable[Path], place: Path, lang: str) -> tuple[list[Feature], list[str], list[Problem]]:
    from langnghe.engine.law.rulebook import installed
    from langnghe.engine.scenarios.checks import check_feature, provision_ids, without_expectation
    from langnghe.engine.scenarios.gherkin import parsed
    from langnghe.engine.scenarios.texts import feature_text

    provisions = provision_ids(installed().provisions())
    features, texts, problems = [], [], []
    for path in paths:
        name = path.relative_to(place).as_posix() if path != place else path.name
        text = feature_text(path.read_bytes())
        if isinstance(text, Problem):
            found = [text]
        else:
            feature, found = parsed(text, name, lang)
            if feature is not None:
                found = [*found, *check_feature(feature, text, provisions, lang)] or [*without_expectation(feature)]
                if not found:
                    features.append(feature)
                    texts.append(text)
        problems += [Problem(each.code, each.path, each.line, each.context, str(path)) for each in found]
    return features, texts, problems


def _run(features: list[Feature], texts: list[str], lang: str) -> None:
    """Run the features, from copies in their cleaned form, and note in each case how it came out."""
    from langnghe.engine.scenarios import plugin, reporter

    with tempfile.TemporaryDirectory(prefix="langnghe-") as folder:
        root = Path(folder).resolve()
        copies = {}
        for number, (feature, text) in enumerate(zip(features, texts, strict=True)):
            copy = root / "features" / f"{number:04}.feature"  # names as they were may suit no other system
            copy.parent.mkdir(exist_ok=True)
            copy.write_text(text, encoding="utf-8")
            copies[str(copy)] = feature
        (root / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
        (root / "test_scenarios.py").write_text(_COLLECTOR, encoding="utf-8")
        notes = root / "notes.json"
        command = [sys.executable, "-P", "-m", "pytest", "-q", "--assert=plain", "-p", "no:cacheprovider"]
        for name in ("pytest_bdd.plugin", plugin.__name__, reporter.__name__):
            command += ["-p", name]
        command += [reporter.OPTION, str(notes), reporter.LANGUAGE, lang, "-c", str(root / "pytest.ini"), str(root)]
        done = subprocess.run(  # noqa: S603  this interpreter, on files made here
            command,
            cwd=root,
            env=_environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=_TIMEOUT,
        )
        if done.returncode not in {0, 1} or not notes.exists():
            raise ScenarioRunError((done.stdout + done.stderr)[-4000:])
        _join(copies, json.loads(notes.read_text(encoding="utf-8")))


def _environment() -> dict[str, str]:
    """Give the environment without what would change pytest's ways."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    return kept | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def _join(copies: dict[str, Feature], notes: list[dict[str, Any]]) -> None:
    by_place = {(note["file"], note["line"], note["row"]): note for note in notes}
    for name, feature in copies.items():
        for rule in feature.rules:
            for scenario in rule.scenarios:
                for row, case in enumerate(scenario.cases):
                    note = by_place.get((name, scenario.line, row))
                    if note is not None:
                        came_out = {name: note[name] for name in ("status", "stated", "failure")}
                        scenario.cases[row] = Case.model_validate(case.model_dump() | came_out)

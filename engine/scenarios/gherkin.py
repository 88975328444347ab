"""The text of a feature file parsed into a Feature, or what keeps it from being parsed, in words."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.problems import Problem
from langnghe.engine.scenarios.models import Case, Feature, Rule, Scenario, Step
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from langnghe.engine.scenarios.models import StepKind

_KINDS: Final[dict[str, StepKind]] = {"Context": "given", "Action": "when", "Outcome": "then"}
_LANGUAGE: Final = re.compile(r"^\s*#\s*language\s*:\s*(\S+)", re.MULTILINE)
_UNEXPECTED: Final = re.compile(
    r"\(\d+:\d+\): (?:unexpected end of file, )?expected: (?P<expected>.*?)(?:, got '(?P<got>.*)')?$", re.DOTALL
)
# The kinds of lines that people write; the parser's others (comments, blanks, the end) help nobody.
_LINES: Final = ("FeatureLine", "RuleLine", "ScenarioLine", "BackgroundLine", "StepLine", "TableRow", "ExamplesLine")


def parsed(text: str, path: str, lang: str) -> tuple[Feature | None, list[Problem]]:
    """Parse a feature file.

    Takes its text, the path to name it by, and the language of messages. Gives the feature, ``None`` where it cannot
    be parsed, and the problems found.
    """
    from gherkin.errors import CompositeParserException, ParserError
    from gherkin.parser import Parser

    try:
        document: dict[str, Any] = dict(Parser().parse(text))
    except CompositeParserException as error:
        return None, _syntax(error.errors, text, lang)
    except ParserError as error:
        return None, _syntax([error], text, lang)
    if "feature" not in document:
        return None, [Problem("scenario.no_feature", line=1)]
    return _Reader(path).feature(document["feature"])


def _syntax(errors: list[Any], text: str, lang: str) -> list[Problem]:
    language = _LANGUAGE.search(text)
    if language is None:
        return [Problem("scenario.no_language", line=1)]
    if language[1] != "vi":
        return [
            Problem("scenario.language", line=text.count("\n", 0, language.start(1)) + 1, context={"got": language[1]})
        ]
    problems = []
    for error in errors:
        line = error.location["line"] if error.location else 1
        unexpected = _UNEXPECTED.match(str(error))
        if unexpected is None:
            problems.append(Problem("scenario.table_ragged", line=line))
            continue
        tokens = unexpected["expected"].replace("#", "").split(", ")
        wanted = ", ".join(say(f"scenario.line.{each}", lang) for each in _LINES if each in tokens)
        if unexpected["got"] is None:
            last = max(1, len(text.rstrip().split("\n")))
            problems.append(Problem("scenario.ends", line=last, context={"want": wanted}))
        else:
            problems.append(
                Problem("scenario.syntax", line=line, context={"got": unexpected["got"][:80], "want": wanted})
            )
    return problems


class _Reader:
    """Turns the parser's tree into a Feature; collects what it finds wrong on the way."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def feature(self, tree: dict[str, Any]) -> tuple[Feature, list[Problem]]:
        own = Rule()
        feature = Feature(
            path=self.path, name=tree["name"], description=_description(tree), tags=_tags(tree), rules=[own]
        )
        for child in tree["children"]:
            if "background" in child:
                feature.background = self._steps(child["background"])
            elif "scenario" in child:
                own.scenarios.append(self._scenario(child["scenario"]))
            else:
                feature.rules.append(self._rule(child["rule"]))
        if not own.scenarios:
            feature.rules.remove(own)
        return feature, self.problems

    def _rule(self, tree: dict[str, Any]) -> Rule:
        rule = Rule(name=tree["name"], description=_description(tree), tags=_tags(tree))
        for child in tree["children"]:
            if "background" in child:
                rule.background = self._steps(child["background"])
            else:
                rule.scenarios.append(self._scenario(child["scenario"]))
        return rule

    def _scenario(self, tree: dict[str, Any]) -> Scenario:
        columns, cases = [], []
        for table in tree["examples"]:
            if "tableHeader" not in table:
                self.problems.append(Problem("scenario.no_rows", line=table["location"]["line"]))
                continue
            columns = [cell["value"] for cell in table["tableHeader"]["cells"]]
            for row in table["tableBody"]:
                values = [cell["value"] for cell in row["cells"]]
                cases.append(Case(values=dict(zip(columns, values, strict=True)), line=row["location"]["line"]))
            if not table["tableBody"]:
                self.problems.append(Problem("scenario.no_rows", line=table["location"]["line"]))
        line = tree["location"]["line"]
        return Scenario(
            name=tree["name"],
            keyword=tree["keyword"],
            line=line,
            description=_description(tree),
            tags=_tags(tree),
            steps=self._steps(tree),
            columns=columns,
            cases=cases or [Case(line=line)],
        )

    def _steps(self, tree: dict[str, Any]) -> list[Step]:
        steps: list[Step] = []
        for each in tree["steps"]:
            line = each["location"]["line"]
            kind = _KINDS.get(each["keywordType"]) or (steps[-1].kind if steps else None)
            if kind is None:
                self.problems.append(
                    Problem("scenario.first_step", line=line, context={"got": each["keyword"].strip()})
                )
                kind = "given"
            rows = each.get("dataTable", {}).get("rows", [])
            table = [[cell["value"] for cell in row["cells"]] for row in rows]
            steps.append(
                Step(
                    keyword=each["keyword"].strip(),
                    kind=kind,
                    text=each["text"],
                    line=line,
                    table=table or None,
                    table_lines=[row["location"]["line"] for row in rows],
                )
            )
        return steps


def _tags(tree: dict[str, Any]) -> list[str]:
    return [tag["name"].removeprefix("@") for tag in tree["tags"]]


def _description(tree: dict[str, Any]) -> str:
    return textwrap.dedent(tree["description"]).strip()

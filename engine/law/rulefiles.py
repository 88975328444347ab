"""Rule files: every ``.yaml`` file below a folder, read and validated by the model that its ``format`` names."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ConfigDict, ValidationError

from langnghe.engine.crosschecks import CrossChecks
from langnghe.engine.law.instruments import Instrument
from langnghe.engine.law.overlay import Overlay, told_apart
from langnghe.engine.law.rules import Article
from langnghe.engine.limits import RULE_FILES
from langnghe.engine.problems import Problem
from langnghe.engine.reading.source import Source, parse
from langnghe.engine.workdays import Calendar

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path


class RulebookFile(BaseModel):
    """``rulebook.yaml``: the version of the whole."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: str
    version: str


# The record of who reviewed the rules: about them, none of them, so that a signature changes no rulebook's hash.
REVIEWS: Final = "reviews.yaml"

# A provincial plan sets targets and binds no verdict: read and checked with the rules where somebody asks for that,
# outside their hash (docs/decisions/plans-outside-the-hash.md). Plans have a folder of their own, so that rules can be
# read without opening one.
PLANS: Final = "programmes"
_PLAN: Final = "langnghe/programme/v1"

_LAW: Final[dict[str, type[BaseModel]]] = {
    "langnghe/rulebook/v1": RulebookFile,
    "langnghe/instrument/v1": Instrument,
    "langnghe/article/v1": Article,
    "langnghe/overlay/v1": Overlay,
}
_PRACTICE: Final[dict[str, type[BaseModel]]] = {
    "langnghe/checks/v1": CrossChecks,
    "langnghe/calendar/v1": Calendar,
}
_BINDING: Final = _LAW | _PRACTICE


def formats() -> dict[str, type[BaseModel]]:
    """Give the model of every format that a rule file may have."""
    from langnghe.engine.programmes.plan import Programme  # deferred: most of what reads rules reads no plan

    return _LAW | {_PLAN: Programme} | _PRACTICE


@dataclass(slots=True)
class RuleFiles:
    """What was read: the valid documents with their sources, the plain content that binds, and what is wrong."""

    documents: list[tuple[str, Source, BaseModel]] = field(default_factory=list)
    content: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def sha256(self) -> str:
        """Give the SHA-256 of the canonical content: the same whatever the layout and the comments."""
        canonical = json.dumps(self.content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def read_rule_files(root: Traversable | Path, *, plans: bool = True) -> RuleFiles:
    """Read every ``.yaml`` file below ``root``; a file that cannot be used is left out and told of in ``problems``.

    Without ``plans`` no file of the folder of plans is opened.
    """
    found = RuleFiles()
    for name, data in _yaml_files(root, "", plans=plans):
        source = parse(data, as_json=False, limits=RULE_FILES)
        problems = list(source.problems)
        written = str(source.tree.get("format")) if isinstance(source.tree, dict) else ""
        known = _models(name, written)
        if written != _PLAN:
            found.content[name] = source.tree
        if written not in known:
            if not problems:
                context = {"known": ", ".join(known)}
                problems.append(Problem("rule_format", "format", source.line_of(("format",)), context))
        else:
            model = known[written]
            try:
                found.documents.append((name, source, model.model_validate(source.tree)))
            except ValidationError as error:
                problems += _told(error, model, source)
        found.problems += [Problem(each.code, each.path, each.line, each.context, name) for each in problems]
    return found


def _models(name: str, written: str) -> dict[str, type[BaseModel]]:
    """Give the models that a file may be of by its place: in the folder of plans, that of a plan."""
    if name.startswith(f"{PLANS}/"):
        return {_PLAN: formats()[_PLAN]}
    return _BINDING if written in _BINDING else formats()


def _told(error: ValidationError, model: type[BaseModel], source: Source) -> list[Problem]:
    from langnghe.engine.reading.validation import problems_of  # deferred: of sound rules there is nothing to tell

    return told_apart(problems_of(error, model, source), model)


def _yaml_files(folder: Traversable | Path, prefix: str, *, plans: bool) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            if plans or name != PLANS:
                found += _yaml_files(entry, f"{name}/", plans=plans)
        elif entry.name.endswith(".yaml") and name != REVIEWS:
            with entry.open("rb") as file:
                found.append((name, file.read(RULE_FILES.file_bytes + 1)))  # one byte more tells that it is too large
    return found

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
from langnghe.engine.programmes.plan import Programme
from langnghe.engine.reading.source import Source, parse
from langnghe.engine.reading.validation import problems_of
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

FORMATS: Final[dict[str, type[BaseModel]]] = {
    "langnghe/rulebook/v1": RulebookFile,
    "langnghe/instrument/v1": Instrument,
    "langnghe/article/v1": Article,
    "langnghe/overlay/v1": Overlay,
    "langnghe/programme/v1": Programme,
    "langnghe/checks/v1": CrossChecks,
    "langnghe/calendar/v1": Calendar,
}

# A provincial plan sets targets and binds no verdict: read and checked with the rules, outside their hash
# (docs/decisions/plans-outside-the-hash.md).
_BINDS_NOTHING: Final = frozenset({Programme})


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


def read_rule_files(root: Traversable | Path) -> RuleFiles:
    """Read every ``.yaml`` file below ``root``; a file that cannot be used is left out and told of in ``problems``."""
    found = RuleFiles()
    for name, data in _yaml_files(root, ""):
        source = parse(data, as_json=False, limits=RULE_FILES)
        problems = list(source.problems)
        model = FORMATS.get(str(source.tree.get("format"))) if isinstance(source.tree, dict) else None
        if model not in _BINDS_NOTHING:
            found.content[name] = source.tree
        if model is None:
            if not problems:
                known = {"known": ", ".join(FORMATS)}
                problems.append(Problem("rule_format", "format", source.line_of(("format",)), known))
        else:
            try:
                found.documents.append((name, source, model.model_validate(source.tree)))
            except ValidationError as error:
                problems += told_apart(problems_of(error, model, source), model)
        found.problems += [Problem(each.code, each.path, each.line, each.context, name) for each in problems]
    return found


def _yaml_files(folder: Traversable | Path, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            found += _yaml_files(entry, f"{name}/")
        elif entry.name.endswith(".yaml") and name != REVIEWS:
            with entry.open("rb") as file:
                found.append((name, file.read(RULE_FILES.file_bytes + 1)))  # one byte more tells that it is too large
    return found

"""JSON Schemas of the formats, for portals and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic.json_schema import models_json_schema

from langnghe.engine.assessment import Assessment
from langnghe.engine.dossier import Dossier
from langnghe.engine.law.rulefiles import formats
from langnghe.engine.records.entry import Entry
from langnghe.engine.review import Review

if TYPE_CHECKING:
    from pydantic import BaseModel

NAMES: Final = ("dossier", "assessment", "review", "rulebook", "record")

_EVIDENCE: Final = {
    "type": "array",
    "items": {"type": "string", "pattern": "^[a-z_]+(:[1-9][0-9]{0,5})?$"},
    "description": "Giấy tờ của hồ sơ, có thể kèm trang / documents of the dossier, with an optional page",
}


def schema(name: str) -> dict[str, Any]:
    """Give the JSON Schema of ``dossier``, ``assessment``, ``review``, ``rulebook`` (its files) or ``record``.

    Raises:
        KeyError: there is no such format.
    """
    made = {
        "dossier": _dossier,
        "assessment": lambda: Assessment.model_json_schema(mode="serialization"),
        "review": lambda: Review.model_json_schema(mode="serialization"),
        "rulebook": _rulebook,
        "record": _record,
    }[name]()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _dossier() -> dict[str, Any]:
    """Any value of a dossier may stand beside its evidence, so each property also takes the wrapped form."""
    made = Dossier.model_json_schema(by_alias=True, mode="validation")
    for part in (made, *made.get("$defs", {}).values()):
        for name, value in part.get("properties", {}).items():
            part["properties"][name] = _with_evidence(value)
    return made


def _with_evidence(value: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {key: value[key] for key in ("default", "description", "title") if key in value}
    bare = _items_with_evidence({key: child for key, child in value.items() if key not in kept})
    wrapped = {
        "type": "object",
        "properties": {"value": bare, "evidence": {"anyOf": [_EVIDENCE, {"type": "null"}]}},
        "required": ["value"],
        "additionalProperties": False,
    }
    return {**kept, "anyOf": [bare, wrapped]}


def _items_with_evidence(value: dict[str, Any]) -> dict[str, Any]:
    """Let every entry of a list, too, stand beside its evidence."""
    if "anyOf" in value:
        return value | {"anyOf": [_items_with_evidence(each) for each in value["anyOf"]]}
    return value | {"items": _with_evidence(value["items"])} if "items" in value else value


def _record() -> dict[str, Any]:
    return Entry.model_json_schema(mode="serialization")


def _rulebook() -> dict[str, Any]:
    """One schema for every rule file; ``format`` tells which it is."""
    models: list[tuple[type[BaseModel], Literal["validation"]]] = [
        (model, "validation") for model in formats().values()
    ]
    references, made = models_json_schema(models, by_alias=True)
    return {"oneOf": list(references.values()), **made}

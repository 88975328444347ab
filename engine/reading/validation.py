"""What pydantic found wrong, as problems in the reader's words, each at its line."""

from __future__ import annotations

import inspect
import re
import typing
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from langnghe.engine.dossier import UNION_TAG
from langnghe.engine.evidence import shown_path
from langnghe.engine.limits import DEFAULT
from langnghe.engine.problems import Problem
from langnghe.engine.words.messages import knows

if typing.TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from langnghe.engine.reading.source import Source

# pydantic's own codes, brought down to the few that a reader needs to tell apart.
_CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "literal_error": "not_a_choice",
    "model_type": "not_a_mapping",
    "model_attributes_type": "not_a_mapping",
    "dict_type": "not_a_mapping",
    "tuple_type": "not_a_list",
    "list_type": "not_a_list",
    "too_long": "list_long",
    "int_type": "whole_number",
    "int_from_float": "whole_number",
    "int_parsing": "whole_number",
    "int_parsing_size": "whole_number",
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
    "bool_type": "yes_no",
    "bool_parsing": "yes_no",
    "string_type": "text_type",
    "date_type": "date_day",
    "date_from_datetime_parsing": "date_impossible",
    "date_parsing": "date_impossible",
}


_INDEX = re.compile(r"[0-9]{1,6}")
_LONGEST_KEY = 60  # characters; beyond it no key was meant


def problems_of(
    error: ValidationError, model: type[BaseModel], source: Source, most: int = DEFAULT.problems
) -> list[Problem]:
    """Turn a ValidationError of ``model`` into problems, each with the path and line in ``source``.

    Looks at no more than one beyond ``most``: looking for the key that was meant takes time.
    """
    problems = []
    for found in error.errors(include_url=False)[: most + 1]:
        context = {"got": _shown(found["input"])} | found.get("ctx", {})
        if found["loc"][:1] == ("evidence",) and str(found["type"]).startswith("evidence_"):
            problems.append(_evidence_problem(str(found["loc"][1]), str(found["type"]), context, source))
            continue
        path = _path(found["loc"], last_is_key=found["type"] == "extra_forbidden")
        code = _CODES.get(found["type"], str(found["type"]))
        if found["input"] is None and path and isinstance(path[-1], str) and code not in {"unknown_key", "one_craft"}:
            code = "missing"  # null is "not known", which a required key must not be
        if code == "unknown_key":
            code, context = _unknown_key(path, model, context)
        elif code == "operator":
            code, context = _operator(found["input"], context)
        elif code == "missing":
            context["key"] = path[-1]
        elif code == "out_of_range":
            context |= _limits(path, model)
        elif code == "not_a_choice":
            context["expected"] = context["expected"].replace("'", "").replace(" or ", ", ")
        elif code == "date_day":
            context.setdefault("want", "2022-07-29")
        code = code if knows(f"problem.{code}", "vi") else "invalid"
        problems.append(Problem(code, shown_path(path), source.line_of(path), context))
    return problems


def _path(loc: tuple[str | int, ...], *, last_is_key: bool) -> tuple[str | int, ...]:
    """Leave the tags of unions out of a location; a key of the document may begin like one."""
    *before, last = loc or ("",)
    kept = [part for part in before if not str(part).startswith(UNION_TAG)]
    return (*kept, last) if loc and (last_is_key or not str(last).startswith(UNION_TAG)) else tuple(kept)


def _evidence_problem(path: str, code: str, context: dict[str, Any], source: Source) -> Problem:
    parts = tuple(
        int(part) if _INDEX.fullmatch(part) else part for part in path.replace("[", ".").replace("]", "").split(".")
    )
    line = source.line_of((*parts, "evidence"))
    return Problem(code, path, line, context)


def _unknown_key(
    path: tuple[str | int, ...], model: type[BaseModel], context: dict[str, Any]
) -> tuple[str, dict[str, Any]]:
    known = sorted({key for owner in _models_at(model, path[:-1]) for key in _fields(owner)})
    key = str(path[-1])
    near = get_close_matches(key[:_LONGEST_KEY].lower(), known, n=1, cutoff=0.6)
    context |= {"key": _shown(key, _LONGEST_KEY), "known": ", ".join(known)}
    if near:
        return "unknown_key_near", context | {"near": near[0]}
    return "unknown_key", context


def _limits(path: tuple[str | int, ...], model: type[BaseModel]) -> dict[str, Any]:
    """Find the bounds of a whole number, so that the message can give both."""
    keys = [part for part in path if isinstance(part, str)]
    owners = _models_at(model, tuple(keys[:-1]))
    field = next((_fields(owner)[keys[-1]] for owner in owners if keys[-1] in _fields(owner)), None)
    bounds: dict[str, Any] = {"ge": "…", "le": "…"}
    if field is not None:
        for constraint in _constraints((field.annotation, *field.metadata)):
            bounds |= {side: getattr(constraint, side) for side in bounds if hasattr(constraint, side)}
    return bounds


def _constraints(annotation: Any) -> list[Any]:  # noqa: ANN401  any annotation
    found = [annotation]
    for argument in annotation if isinstance(annotation, tuple) else typing.get_args(annotation):
        found += _constraints(argument)
    found += [item for meta in getattr(annotation, "__metadata__", ()) for item in getattr(meta, "metadata", ())]
    return found


def _operator(condition: object, context: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Tell what is wrong with a condition of a rule file: no operator of that name, or not exactly one."""
    from langnghe.engine.law.conditions import OPERATORS  # deferred: only rule files have conditions

    if not isinstance(condition, dict) or len(condition) != 1:
        return "operator", context
    name = str(next(iter(condition)))
    near = get_close_matches(name.lower(), OPERATORS, n=1)
    context |= {"got": _shown(name), "known": ", ".join(OPERATORS), "near": near[0] if near else ""}
    return ("operator_near" if near else "operator_unknown"), context


def _models_at(model: type[BaseModel], path: tuple[str | int, ...]) -> list[type[BaseModel]]:
    """Follow ``path`` from ``model`` to the models, of a union all, that may own what stands there."""
    current = [model]
    for part in path:
        if isinstance(part, str):
            fields = [_fields(owner)[part] for owner in current if part in _fields(owner)]
            current = [found for field in fields for found in _models_in(field.annotation)]
    return current


def _models_in(annotation: Any) -> list[type[BaseModel]]:  # noqa: ANN401  any annotation
    if inspect.isclass(annotation) and typing.get_origin(annotation) is None:
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [found for argument in typing.get_args(annotation) for found in _models_in(argument)]


def _fields(owner: type[BaseModel]) -> dict[str, FieldInfo]:
    """Give the fields of a model by the key that a document has."""
    return {field.alias or name: field for name, field in owner.model_fields.items()}


def _shown(value: object, longest: int = 40) -> str:
    if isinstance(value, dict | list | tuple):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= longest else text[:longest] + "…"

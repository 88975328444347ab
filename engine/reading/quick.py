"""Small JSON dossiers with nothing wrong and little unusual in them, read at once.

Nothing is refused here: all else is left to the reader that knows limits, lines and words. What is read here, that one
would read as well, to the same Dossier; property tests hold the two together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any, Final, get_args

from pydantic_core import SchemaError, SchemaValidator, core_schema, from_json, to_json

from langnghe.engine.dossier import BY_THEMSELVES, DocumentKind, Dossier, as_attributed
from langnghe.engine.dossier_checks import contradictory, evidence_problems
from langnghe.engine.edtf import parse_plain_span, parse_span
from langnghe.engine.evidence import take_apart
from langnghe.engine.limits import DEFAULT
from langnghe.engine.reading.json_tree import RefusedError, check_size
from langnghe.engine.text import CONTROL, SHORT, parse_text

_SMALL: Final = DEFAULT.values  # bytes: so short a text cannot have more values than are read
_QUOTE: Final = b"\\u0022"
_CONTROL_ESCAPED: Final = re.compile(rb"\\[bfru]")
_KINDS: Final = get_args(DocumentKind)


def read_quickly(data: bytes) -> Dossier | None:
    """Read a JSON dossier within the default limits.

    ``None`` where it takes the careful reader to read it, or to tell what is wrong with it.
    """
    validator = _validator()
    if validator is None or len(data) > _SMALL or (b"\\" in data and _QUOTE in data):
        return None
    try:
        tree = from_json(data)
        written = to_json(tree)
        # Of a key that stands twice in an object the first is gone, and its quotes with it.
        if written.count(b'"') != data.count(b'"') or not _in_order(written):
            return None
        evidence: dict[str, Any] = {}
        if b'"value":' in written:
            if written.count(b"{") + written.count(b"[") > DEFAULT.depth:
                check_size(tree, DEFAULT)
            tree, evidence = take_apart(tree)
        dossier: Dossier = validator.validate_python(tree)
    except (ValueError, RefusedError):
        return None
    if _contradicts_itself(dossier) or any(evidence_problems(path, evidence[path], _KINDS) for path in evidence):
        return None
    cited = {path: tuple(evidence[path]) for path in sorted(evidence)}
    object.__setattr__(dossier, "__pydantic_private__", {"_evidence": cited, "_remarks": ()})  # as validating sets it
    return dossier


def _in_order(written: bytes) -> bool:
    """Tell whether all text is in NFC, as then every part of it is, and without control characters."""
    text = written.decode()
    if not unicodedata.is_normalized("NFC", text):
        return False
    # UTF-8 begins U+0080 to U+00BF, control characters and a few signs, with C2.
    if (b"\x7f" in written or b"\xc2" in written) and CONTROL.search(text):
        return False
    return b"\\" not in written or not _CONTROL_ESCAPED.search(written)


def _contradicts_itself(dossier: Dossier) -> bool:
    if dossier.title == "traditional_craft" and len(dossier.crafts or ()) != 1:
        return True
    return contradictory(dossier.households.total, dossier.households.participating)


# Of a short text that is in order nothing is left to be done but to strip it.
_TEXT: Final = core_schema.union_schema(
    [
        core_schema.chain_schema(
            [
                core_schema.str_schema(max_length=SHORT),
                core_schema.str_schema(strip_whitespace=True, min_length=1),
            ]
        ),
        core_schema.no_info_plain_validator_function(parse_text),
    ],
    mode="left_to_right",
)
_QUICKER: Final[dict[Any, Any]] = {
    parse_text: _TEXT,
    parse_span: core_schema.no_info_plain_validator_function(parse_plain_span),
}
_BY_ITSELF: Final = core_schema.chain_schema(
    [
        core_schema.bool_schema(strict=True),
        core_schema.no_info_plain_validator_function(BY_THEMSELVES.__getitem__),
    ]
)


@cache
def _validator() -> SchemaValidator | None:
    """Make the quick validator; ``None`` under a pydantic that describes models in another way."""
    try:
        # Not of the validators that the parts of a Dossier have already: they are what is to be replaced.
        return SchemaValidator(_quick(Dossier.__pydantic_core_schema__), _use_prebuilt=False)
    except (TypeError, KeyError, SchemaError):
        return None


def _quick(schema: Any) -> Any:  # noqa: ANN401  a schema, or a part of one
    """Turn the schema of the Dossier into one that calls Python for what is rare, and never the EDTF library."""
    if isinstance(schema, list):
        return [_quick(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    called = schema["function"]["function"] if isinstance(schema.get("function"), dict) else None
    if called in _QUICKER:
        return _QUICKER[called]
    made = {key: _quick(part) for key, part in schema.items() if key not in {"post_init", "serialization", "metadata"}}
    if called is as_attributed:
        return core_schema.union_schema([_BY_ITSELF, made], mode="left_to_right")
    if made.get("type") == "function-wrap":  # which takes the evidence off, and contradictions up
        return {**made["schema"], "ref": made["ref"]}
    return made

"""Evidence beside values: ``{value: 323, evidence: [household_list:3]}`` taken apart and put together again.

A path names a value as people read it: ``households.total``, ``crafts[0].practised_since``.
"""

from __future__ import annotations

from typing import Any, TypeAlias

Path: TypeAlias = tuple[str | int, ...]


def shown_path(path: Path) -> str:
    """Write a path the way messages show it: ``("crafts", 0, "name")`` becomes ``crafts[0].name``."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text


def take_apart(tree: Any, path: Path = ()) -> tuple[Any, dict[str, Any]]:  # noqa: ANN401  a parsed document
    """Separate values from their evidence.

    Takes a parsed document; gives the same document with bare values, and the evidence by shown path. A wrapper
    with a key beside ``value`` and ``evidence`` is left as it stands, so that the model names the wrong key.
    """
    if isinstance(tree, dict):
        if "value" in tree and path and tree.keys() <= {"value", "evidence"}:
            bare, evidence = take_apart(tree["value"], path)
            if tree.get("evidence") is not None:
                evidence[shown_path(path)] = tree["evidence"]
            return bare, evidence
        items: Any = tree.items()
        result: Any = {}
    elif isinstance(tree, list | tuple):
        items = enumerate(tree)
        result = [None] * len(tree)
    else:
        return tree, {}
    evidence = {}
    for key, child in items:
        if isinstance(child, dict | list | tuple):
            result[key], found = take_apart(child, (*path, key))
            evidence.update(found)
        else:
            result[key] = child
    return result, evidence


def put_together(tree: Any, evidence: dict[str, Any], path: Path = ()) -> Any:  # noqa: ANN401  a parsed document
    """Undo :func:`take_apart`: wrap each value that has evidence."""
    if isinstance(tree, dict):
        tree = {key: put_together(child, evidence, (*path, key)) for key, child in tree.items()}
    elif isinstance(tree, list | tuple):
        tree = [put_together(child, evidence, (*path, index)) for index, child in enumerate(tree)]
    if path and (cited := evidence.get(shown_path(path))) is not None:
        return {"value": tree, "evidence": cited}
    return tree

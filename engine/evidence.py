"""Evidence beside values: ``{value: 323, evidence: [household_list:3]}`` taken apart and put together again.

A path names a value as people read it: ``households.total``, ``crafts[0].practised_since``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final, TypeAlias

Path: TypeAlias = tuple[str | int, ...]

_WRAPPER: Final = {"value", "evidence"}
_HOLDERS: Final = (dict, list, tuple)
_PART: Final = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def shown_path(path: Path) -> str:
    """Write a path the way messages show it: ``("crafts", 0, "name")`` becomes ``crafts[0].name``."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text


def take_apart(tree: Any) -> tuple[Any, dict[str, Any]]:  # noqa: ANN401  a parsed document
    """Separate values from their evidence.

    Takes a parsed document; gives the same document with bare values, and the evidence by shown path. A wrapper
    with a key beside ``value`` and ``evidence`` is left as it stands, so that the model names the wrong key.
    """
    evidence: dict[str, Any] = {}
    return _bare(tree, (), evidence), evidence


def _bare(tree: Any, path: Path, evidence: dict[str, Any]) -> Any:  # noqa: ANN401  a parsed document
    if isinstance(tree, dict):
        if "value" in tree and path and tree.keys() <= _WRAPPER:
            bare = _bare(tree["value"], path, evidence)
            if tree.get("evidence") is not None:
                evidence[shown_path(path)] = tree["evidence"]
            return bare
        return {
            key: _bare(child, (*path, key), evidence) if isinstance(child, _HOLDERS) else child
            for key, child in tree.items()
        }
    if isinstance(tree, list | tuple):
        return [
            _bare(child, (*path, index), evidence) if isinstance(child, _HOLDERS) else child
            for index, child in enumerate(tree)
        ]
    return tree


def put_together(tree: dict[str, Any], evidence: dict[str, Any]) -> None:
    """Undo :func:`take_apart`, in the tree itself: wrap each value that has evidence and is there."""
    for path in sorted(evidence, reverse=True):  # what is within a part before the part
        *way, last = _parts(path) or ("",)
        holder: Any = tree
        try:
            for part in way:
                holder = holder[part]
            holder[last] = {"value": holder[last], "evidence": evidence[path]}
        except (KeyError, IndexError, TypeError):  # nothing is known at that place
            continue


@lru_cache(maxsize=4096)
def _parts(path: str) -> Path:
    return tuple(key or int(index) for key, index in _PART.findall(path))

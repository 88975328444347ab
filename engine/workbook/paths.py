"""Values in a plain tree by their path, as messages write it: ``crafts[0].artisans``."""

from __future__ import annotations

import re
from typing import Any, Final

_PART: Final = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")


def parts(path: str) -> tuple[str | int, ...]:
    """Take a path apart; empty where it is none."""
    found = _PART.findall(path)
    if "".join(f".{key}" if key else f"[{index}]" for key, index in found).removeprefix(".") != path:
        return ()
    return tuple(key or int(index) for key, index in found)


def value_at(tree: Any, path: str) -> Any:  # noqa: ANN401  a plain tree
    """Give the value at ``path``; ``None`` where there is none."""
    for part in parts(path):
        if isinstance(part, int):
            tree = tree[part] if isinstance(tree, list | tuple) and part < len(tree) else None
        else:
            tree = tree.get(part) if isinstance(tree, dict) else None
    return tree


def put_at(tree: dict[str, Any], path: str, value: Any) -> bool:  # noqa: ANN401  a plain tree
    """Put a value at ``path``, making the mappings on the way; tell whether there was a place for it."""
    *way, last = parts(path) or ("",)
    here: Any = tree
    for part in way:
        if isinstance(part, int):
            here = here[part] if isinstance(here, list) and part < len(here) else None
        elif isinstance(here, dict):
            if here.get(part) is None:
                here[part] = {}
            here = here[part]
        else:
            return False
    if isinstance(last, int):
        return isinstance(here, list) and last < len(here)
    if not isinstance(here, dict) or not last:
        return False
    here[last] = value
    return True


def reserve(tree: dict[str, Any], path: str) -> bool:
    """See to it that there is a value at ``path``, if only an unknown one, in a part that exists; tell whether so."""
    if value_at(tree, path) is not None:
        return True
    holder = path[: max(path.rfind("."), path.rfind("["), 0)]
    return isinstance(value_at(tree, holder) if holder else tree, dict) and put_at(tree, path, None)

"""The words of the program, one catalogue a language; the words of the law are in ``rules/``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from langnghe.engine.reading.source import Source

LANGUAGES: Final = ("vi", "en")
_FOLDER: Final = Path(__file__).parent


@cache
def catalogue(lang: str) -> dict[str, str]:
    """Give every message of a language, flat, by dotted key.

    Raises:
        ValueError: the catalogue is no sound YAML.
    """
    source = _read(lang)
    if source.problems:
        msg = f"{lang}.yaml: {source.problems}"
        raise ValueError(msg)
    return dict(_flat(source.tree, ""))


def _read(lang: str) -> Source:
    from langnghe.engine.reading.source import parse  # deferred: it can tell of problems, whose words are here

    return parse(_FOLDER.joinpath(f"{lang}.yaml").read_bytes(), as_json=False)


def _flat(tree: dict[str, Any], prefix: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in tree.items():
        if isinstance(value, dict):
            pairs += _flat(value, f"{prefix}{key}.")
        else:
            pairs.append((f"{prefix}{key}", str(value)))
    return pairs


def line_of(key: str, lang: str) -> int | None:
    """Give the line of the catalogue on which a message stands, ``None`` where it has none."""
    return _read(lang).line_of(tuple(key.split(".")))


def say(key: str, lang: str, /, **slots: Any) -> str:  # noqa: ANN401  slots take what can be printed
    """Give the message ``key`` in ``lang`` with its slots filled.

    Raises:
        KeyError: the catalogue of that language has no such message.
    """
    message = catalogue(lang)[key]
    return message.format_map(slots) if slots else message


def knows(key: str, lang: str) -> bool:
    """Tell whether the catalogue of ``lang`` has ``key``."""
    return key in catalogue(lang)

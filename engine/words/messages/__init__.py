"""The words of the program, one catalogue a language; the words of the law are in ``rules/``."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

LANGUAGES: Final = ("vi", "en")

_FOLDER: Final = Path(__file__).parent
_SECTION: Final = re.compile(r"^(\w+)[\w.]*:", re.MULTILINE)


class _Spoken(dict[str, str]):
    """The messages of a language by dotted key; a section is read when the first of its messages is said.

    One assessment needs a sixth of the catalogue. Threads that come first to a section may both read it, to the same
    words.
    """

    def __init__(self, lang: str) -> None:
        super().__init__()
        text = _text(lang)
        begins = [(found[1], found.start()) for found in _SECTION.finditer(text)]
        self._sections: dict[str, str] = {}
        for (section, start), (_, end) in pairwise([*begins, ("", len(text))]):
            self._sections[section] = self._sections.get(section, "") + text[start:end]
        self._read: set[str] = set()

    def __missing__(self, key: str) -> str:
        section = key.partition(".")[0]
        if section in self._sections and section not in self._read:
            self.update(_messages(self._sections[section]))
            self._read.add(section)
        message = self.get(key)  # which, unlike the brackets, does not come here again
        if message is None:
            raise KeyError(key)
        return message


@cache
def _spoken(lang: str) -> _Spoken:
    return _Spoken(lang)


@cache
def catalogue(lang: str) -> dict[str, str]:
    """Give every message of a language, flat, by dotted key."""
    return _messages(_text(lang))


def _text(lang: str) -> str:
    if lang not in LANGUAGES:  # which becomes the name of a file
        msg = f"no such language: {lang!r}; languages are {', '.join(LANGUAGES)}"
        raise ValueError(msg)
    return _FOLDER.joinpath(f"{lang}.yaml").read_text(encoding="utf-8")


def _messages(text: str) -> dict[str, str]:
    import yaml  # deferred: only programs that speak need it

    return dict(_flat(yaml.load(text, Loader=_loader(yaml)), ""))  # noqa: S506  the safe loader, in C where there is one


def _loader(yaml: Any) -> Any:  # noqa: ANN401  a module, and one of its classes
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    from langnghe.engine.reading.source import parse  # deferred: only checks of the catalogue ask for a line

    return parse(_FOLDER.joinpath(f"{lang}.yaml").read_bytes(), as_json=False).line_of(tuple(key.split(".")))


def say(key: str, lang: str, /, **slots: Any) -> str:  # noqa: ANN401  slots take what can be printed
    """Give the message ``key`` in ``lang`` with its slots filled.

    Raises:
        KeyError: the catalogue of that language has no such message.
        ValueError: there is no such language.
    """
    message = _spoken(lang)[key]
    return message.format_map(slots) if slots else message


def say_of(key: str, field: str, lang: str, /, **slots: Any) -> str:  # noqa: ANN401  slots take what can be printed
    """Give the message ``key`` about a field of the dossier, which it calls ``{label}``, with its slots filled.

    Raises:
        KeyError: the catalogue of that language has no such message, or no name of that field.
    """
    return say(key, lang, label=say(f"field.{field}", lang), **slots) if slots else _of_field(key, field, lang)


@cache  # as many as there are fields, and messages about them
def _of_field(key: str, field: str, lang: str) -> str:
    return say(key, lang, label=say(f"field.{field}", lang))


def knows(key: str, lang: str) -> bool:
    """Tell whether the catalogue of ``lang`` has ``key``."""
    try:
        _spoken(lang)[key]
    except KeyError:
        return False
    return True

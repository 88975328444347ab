"""YAML text to a tree of plain values in one pass, for texts in which there is nothing to tell of.

The events of libyaml are taken as they come: no node is composed and no line noted, which takes two fifths of the time.
Whatever has a problem, or is written in a way that rule files and dossiers are not, is left to the reader in
:mod:`langnghe.engine.reading.source`, which knows the lines and says what is wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from langnghe.engine.text import normalised

if TYPE_CHECKING:
    from collections.abc import Callable

    from langnghe.engine.limits import Limits

LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULL: Final = {"", "~", "null", "Null", "NULL"}
_BOOLEAN: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE: Final = re.compile(r"0|-?[1-9][0-9]{0,17}")
_NO_KEY: Final = object()


class UnusualError(Exception):
    """A text that has to be read with care."""


def read_plain_yaml(text: str, limits: Limits) -> Any:  # noqa: ANN401  a plain tree
    """Read a YAML text; gives its tree, keys in NFC, an alias as the very value that it names.

    Raises:
        UnusualError: there is something wrong with it, or more of it than the limits allow, or it is just unusual.
    """
    try:
        loader = LOADER(text)
        try:
            return _Tree(limits).read(loader.get_event)
        finally:
            loader.dispose()
    except yaml.YAMLError:
        raise UnusualError from None


class _Tree:
    """One text's tree: the containers that are open, the values that have a name, and how many may still come."""

    def __init__(self, limits: Limits) -> None:
        self.limits, self.left = limits, limits.values
        self.anchors: dict[str, tuple[Any, int]] = {}

    def read(self, event_after: Callable[[], Any]) -> Any:  # noqa: ANN401  a plain tree
        """Read from the beginning of the stream to its end."""
        if type(event_after()) is not StreamStartEvent or type(event_after()) is not DocumentStartEvent:
            raise UnusualError
        tree = self._value(event_after)
        if type(event_after()) is not DocumentEndEvent or type(event_after()) is not StreamEndEvent:
            raise UnusualError
        return tree

    def _value(self, event_after: Callable[[], Any]) -> Any:  # noqa: ANN401, C901, PLR0912  a call a value would take as long as reading it
        open_: list[tuple[Any, bool, Any, str | None, int]] = []
        holder: Any = None  # what the next value goes into
        keyed = False  # whether that is a mapping
        key: Any = _NO_KEY  # under which key
        while True:
            event = event_after()
            kind = type(event)
            if kind is ScalarEvent:
                if keyed and key is _NO_KEY:
                    key = self._key(event, holder)
                    continue
                value = scalar(event)
                self.left -= 1
                if event.anchor is not None:
                    self._name(event.anchor, value, 1)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if (keyed and key is _NO_KEY) or len(open_) == self.limits.depth:
                    raise UnusualError
                open_.append((holder, keyed, key, event.anchor, self.left))
                self.left -= 1
                keyed, key = kind is MappingStartEvent, _NO_KEY
                holder = {} if keyed else []
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value = holder
                holder, keyed, key, anchor, left = open_.pop()
                if anchor is not None:
                    self._name(anchor, value, left - self.left)
            elif kind is AliasEvent and event.anchor in self.anchors and not (keyed and key is _NO_KEY):
                value, size = self.anchors[event.anchor]
                self.left -= size  # each time that it stands for them: what stops an alias bomb
            else:
                raise UnusualError
            if self.left < 0:
                raise UnusualError
            if keyed:
                holder[key], key = value, _NO_KEY
            elif holder is None:
                return value
            else:
                holder.append(value)

    def _key(self, event: Any, holder: dict[str, Any]) -> str:  # noqa: ANN401  yaml has no types
        key = normalised(event.value)
        if len(event.value) > self.limits.key or key in holder or event.anchor is not None:
            raise UnusualError
        return key

    def _name(self, anchor: str, value: Any, size: int) -> None:  # noqa: ANN401  a plain tree
        if anchor in self.anchors:
            raise UnusualError
        self.anchors[anchor] = value, size


def scalar(written: Any) -> Any:  # noqa: ANN401  an event or a node of yaml's, which has no types
    """Give what a scalar means: only ``true``, ``false``, ``null`` and whole numbers are anything but text."""
    text: str = written.value
    if written.style or written.tag == "tag:yaml.org,2002:str":  # quoted, a block, or tagged as text
        return text
    if text in _NULL:
        return None
    if text in _BOOLEAN:
        return _BOOLEAN[text]
    return int(text) if _WHOLE.fullmatch(text) else text

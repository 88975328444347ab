"""Bytes to a tree of plain values, with the line of every key; limits on size, nesting and aliases.

YAML is read by libyaml, but plain scalars are resolved here: only ``true``, ``false``, ``null`` and whole
numbers mean something other than text. So a document number ``0123`` keeps its zero, the key ``on`` stays a key, and a
village called No is not a negation. JSON is read by the standard library. Lines are looked up when a problem needs
them: a text in which there is none is read without.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from langnghe.engine.limits import DEFAULT, Limits, in_megabytes
from langnghe.engine.problems import Problem
from langnghe.engine.reading.json_tree import TOO_MUCH, RefusedError, read_json
from langnghe.engine.reading.yaml_tree import LOADER, UnusualError, read_plain_yaml, scalar
from langnghe.engine.text import normalised

MAX_DEPTH: Final = DEFAULT.depth  # for readers that have no document and count for themselves


@dataclass(slots=True)
class Source:
    """A parsed document: its tree, the line of each key or entry (from 1), and what was wrong on the way.

    Of a text that was read without lines it is kept instead of them, and read again when a problem needs one.
    """

    tree: Any = None
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    text: str = ""
    limits: Limits = DEFAULT

    def line_of(self, path: tuple[str | int, ...]) -> int | None:
        """Give the line of ``path``, or of the nearest part that holds it."""
        if self.text and not self.lines:
            self.lines = _careful_yaml(self.text, self.limits).lines or {(): 1}  # JSON is, but for rare escapes, YAML
        for length in range(len(path), -1, -1):
            if (line := self.lines.get(path[:length])) is not None:
                return line
        return 1 if self.lines else None


def parse(data: bytes, *, as_json: bool | None = None, limits: Limits = DEFAULT) -> Source:
    """Read a document.

    Takes its bytes, whether it is JSON or YAML (``None`` leaves that to its first character), and how much of it is
    read. Gives a Source; a document that cannot be read has a tree of ``None`` and says why in ``problems``.
    """
    try:
        text = _text(data, limits)
    except RefusedError as refused:
        return Source(problems=[refused.problem])
    if as_json is None:
        source = _parse_json(text, limits) if text.lstrip().startswith("{") else Source()
        if source.tree is not None or any(problem.code in TOO_MUCH for problem in source.problems):
            return source
        return _parse_yaml(text, limits)  # { begins a YAML flow mapping, too
    return _parse_json(text, limits) if as_json else _parse_yaml(text, limits)


def _text(data: bytes, limits: Limits) -> str:
    if len(data) > limits.file_bytes:
        raise RefusedError("too_large", most=in_megabytes(limits.file_bytes))
    if b"\x00" in data[:8192]:
        utf_16 = data[:2] in {b"\xff\xfe", b"\xfe\xff"}  # as Windows' Notepad may save it
        raise RefusedError("not_utf8" if utf_16 else "binary")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError("not_utf8", data.count(b"\n", 0, error.start) + 1) from None
    if not text.strip():
        raise RefusedError("empty")
    return text


def _refused(code: str, line: int | None = None, **context: Any) -> Source:  # noqa: ANN401  context takes what can be printed
    return Source(problems=[Problem(code, "", line, context)])


def _parse_json(text: str, limits: Limits) -> Source:
    try:
        tree, doubled = read_json(text, limits)
    except RefusedError as refused:
        return Source(problems=[refused.problem])
    source = Source(tree, text=text, limits=limits)
    if doubled:
        found = _careful_yaml(text, limits).problems  # which knows the lines
        source.problems = [problem for problem in found if problem.code == "key_twice"] or [Problem("keys_twice")]
    return source


def _parse_yaml(text: str, limits: Limits) -> Source:
    try:
        return Source(read_plain_yaml(text, limits), text=text, limits=limits)
    except UnusualError:
        return _careful_yaml(text, limits)


def _careful_yaml(text: str, limits: Limits) -> Source:
    """Read a text with the line of everything in it, and say what is wrong."""
    try:
        if problem := _unsafe(text, limits):
            return Source(problems=[problem])
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else 1
        return _refused("yaml_syntax", line, detail=str(error.problem or error.context or ""))
    except yaml.YAMLError as error:
        position = getattr(error, "position", 0) or 0
        return _refused("yaml_syntax", text.count("\n", 0, position) + 1, detail=str(getattr(error, "reason", error)))
    if root is None:
        return _refused("empty")
    source = Source()
    builder = _Builder(source, limits)
    source.tree = builder.build(root, ())
    if builder.left < 0:
        return _refused("too_many", most=limits.values)
    return source


def _unsafe(text: str, limits: Limits) -> Problem | None:
    """Walk the events, without recursion, before anything is built.

    Finds nesting, self-reference, more than one document, and more values (keys among them) than are ever read.
    """
    depth = documents = values = 0
    open_anchors: list[str | None] = []
    for event in yaml.parse(text, Loader=LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 1
        values += isinstance(event, yaml.NodeEvent)
        if values > 2 * limits.values:
            return Problem("too_many", "", line, {"most": limits.values})
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            open_anchors.append(event.anchor)
            if depth > limits.depth:
                return Problem("too_deep", "", line, {"most": limits.depth})
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            open_anchors.pop()
        elif isinstance(event, yaml.AliasEvent) and event.anchor in open_anchors:
            return Problem("alias_of_itself", "", line, {"anchor": event.anchor})
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                return Problem("several_documents", "", line, {})
    return None


class _Builder:
    """Turns composed nodes into plain values, counting them and noting lines."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source, self.limits = source, limits
        self.left = limits.values

    def build(self, node: Any, path: tuple[str | int, ...], line: int | None = None) -> Any:  # noqa: ANN401  yaml has no types
        self.left -= 1
        if self.left < 0:
            return None
        self.source.lines[path] = line if line is not None else node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*path, index)) for index, child in enumerate(node.value)]
        return scalar(node)

    def _mapping(self, node: Any, path: tuple[str | int, ...]) -> dict[str, Any]:  # noqa: ANN401  yaml has no types
        result: dict[str, Any] = {}
        for key_node, child in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self.source.problems.append(Problem("key_type", "", line, {}))
                continue
            if len(key_node.value) > self.limits.key:
                self.source.problems.append(Problem("key_long", "", line, {"most": self.limits.key}))
                continue
            key = normalised(key_node.value)
            if key in result:
                self.source.problems.append(Problem("key_twice", key, line, {"key": key}))
            result[key] = self.build(child, (*path, key), line)
        return result

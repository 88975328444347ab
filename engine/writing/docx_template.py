"""An ordinary .docx with placeholders, filled in: templates are untrusted, values come out as literal text."""

from __future__ import annotations

import io
import re
import zipfile
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from docxtpl import DocxTemplate
from jinja2 import Template, TemplateError, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.runtime import LoopContext, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from langnghe.engine.limits import DEFAULT, Limits, in_megabytes
from langnghe.engine.problems import InvalidTemplate, Problem
from langnghe.engine.reading.parts import unsafe

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAX_NESTED_LOOPS: Final = 3
_ZIP_DAY: Final = (1980, 1, 1, 0, 0, 0)  # the same minutes are the same bytes, whenever they are written

# Placeholders, lists and conditions are all that a template needs: it calls nothing, computes nothing, loads nothing.
_ALLOWED: Final = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.CondExpr, nodes.Name, nodes.Getattr),
    *(nodes.Getitem, nodes.Const, nodes.Filter, nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand),
)
_FILTERS: Final = ("capitalize", "first", "join", "last", "length", "lower", "upper")
_NOT_XML: Final = re.compile(r"[^\t\n\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _wrong(code: str, **context: object) -> InvalidTemplate:
    return InvalidTemplate([Problem(code, context=context)])


def fill(template: bytes, values: Mapping[str, Any], title: str, limits: Limits = DEFAULT) -> bytes:
    """Fill a template in and give the finished .docx; equal input gives equal bytes.

    Takes the template; the values by placeholder (texts, lists, and rows as dictionaries); the document's title; and
    how much of a template is read.

    Raises:
        InvalidTemplate: it is not a .docx, or a placeholder or tag in it is wrong; the one problem names it.
    """
    filled = _opened(template, limits)
    try:
        filled.render(values, _Environment(values, limits))
    except UndefinedError as error:  # its message is the bare name, see _Unknown
        raise _wrong("template_unknown", name=error.message, near=_near(str(error.message), values)) from error
    except TemplateError as error:
        raise _wrong("template_syntax", near=_place(error), detail=error.message, marks="{{ }}, {% %}") from error
    except etree.XMLSyntaxError as error:
        raise _wrong("template_structure", paragraph="{%p … %}", row="{%tr … %}") from error
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        # Tags that end up where the format has no place for them; docxtpl has no name of its own for these.
        raise _wrong("template_unusable", detail=f"{type(error).__name__}: {error}"[:200], tags="{% %}") from error
    try:
        return _finished(filled.docx, title)
    except Exception as error:  # as when opening it
        raise _wrong("template_not_docx") from error


def _finished(document: Any, title: str) -> bytes:  # noqa: ANN401  python-docx's document
    _tidy(document)
    document.core_properties.title = _NOT_XML.sub("�", title)[:255]
    _undate(document)
    packed = io.BytesIO()
    document.save(packed)
    return _repacked(packed.getvalue())


def _opened(template: bytes, limits: Limits) -> _Docx:
    if len(template) > limits.template_bytes:
        raise _wrong("template_large", most=in_megabytes(limits.template_bytes))
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            _check_parts(archive, limits)
        filled = _Docx(io.BytesIO(template))
        filled.init_docx()
        filled.get_xml()
    except InvalidTemplate:
        raise
    except Exception as error:  # zipfile and python-docx raise whatever they trip over in a foreign file
        raise _wrong("template_not_docx") from error
    return filled


def _check_parts(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Check what the archive says it holds before unpacking any of it, then what that is."""
    parts = archive.infolist()
    if len(parts) > limits.template_parts or sum(part.file_size for part in parts) > limits.template_unpacked:
        raise _wrong("template_large", most=in_megabytes(limits.template_unpacked))
    tags = braces = 0
    for part in parts:
        content = archive.read(part)
        if unsafe(part.filename, content):
            raise _wrong("template_unsafe")
        if part.filename.lower().endswith(".xml"):
            tags += content.count(b"<")
            braces += content.count(b"{")
    if tags > limits.template_tags or braces > limits.template_braces:
        raise _wrong("template_crowded", tags=limits.template_tags, braces=limits.template_braces)


class _Docx(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """A template that does not repair in silence what its tags have broken."""

    def fix_tables(self, xml: str) -> Any:  # noqa: ANN401  an element of lxml
        etree.fromstring(xml)
        return super().fix_tables(xml)

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:  # noqa: ANN401  docxtpl's signature
        """Leave the properties alone: the title is set by us."""


class _Capped(Template):
    """A template that stops before its output fills the memory."""

    environment: _Environment

    def render(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401  jinja2's signature
        chunks, size = [], 0
        for chunk in self.generate(*args, **kwargs):
            chunks.append(chunk)
            size += len(chunk)
            if size > self.environment.limits.minutes_characters:
                raise _wrong("template_endless")
        return "".join(chunks)


class _Unknown(StrictUndefined):
    """A placeholder that does not exist: its use is an error whose message is the name."""

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name or self._undefined_hint)


class _Environment(ImmutableSandboxedEnvironment):
    """Reads dictionaries and nothing else; escapes every value; knows which placeholders there are."""

    template_class = _Capped

    def __init__(self, known: Mapping[str, Any], limits: Limits) -> None:
        super().__init__(autoescape=True, undefined=_Unknown, finalize=_literal)
        self.known, self.limits = known, limits
        self.globals = {}
        self.filters = {name: self.filters[name] for name in _FILTERS}

    def from_string(self, source: Any, *_: Any, **__: Any) -> Template:  # noqa: ANN401  jinja2's signature
        tree = self.parse(source)
        _check(tree, 0)
        for name in sorted(meta.find_undeclared_variables(tree) - self.known.keys()):
            raise _wrong("template_unknown", name=name, near=_near(name, self.known))
        return super().from_string(source)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  whatever a row holds
        return super().getattr(obj, attribute) if isinstance(obj, LoopContext) else self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401  whatever a row or list holds
        if isinstance(obj, dict) and argument in obj:
            return obj[argument]
        if isinstance(obj, list) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined(obj=obj, name=argument)


def _check(node: nodes.Node, loops: int) -> None:
    """Refuse what a template has no use for."""
    if not isinstance(node, _ALLOWED):
        raise TemplateSyntaxError(f"{type(node).__name__} is not allowed in a template", node.lineno)
    loops += isinstance(node, nodes.For)
    if loops > _MAX_NESTED_LOOPS:
        raise TemplateSyntaxError(f"more than {_MAX_NESTED_LOOPS} loops in one another", node.lineno)
    for child in node.iter_child_nodes():
        _check(child, loops)


def _literal(value: object) -> object:
    """Give a value as text that means nothing to XML, to jinja2, or to docxtpl, which rewrites ``{_{`` at the end."""
    if isinstance(value, list | dict):
        raise _wrong("template_list", loop="{%tr for … in … %}")
    if isinstance(value, StrictUndefined):
        return value
    safe = str(escape(_NOT_XML.sub("�", str(value))))
    return Markup(safe.replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704  just escaped


def _near(name: str, values: Mapping[str, Any]) -> str:
    return ", ".join(get_close_matches(name, sorted(_names(values)), n=3, cutoff=0.5)) or "…"


def _names(values: Any) -> set[str]:  # noqa: ANN401  placeholders, and rows of lists, as deep as they go
    if isinstance(values, list):
        return set().union(*map(_names, values))
    return set(values).union(*map(_names, values.values())) if isinstance(values, dict) else set()


def _place(error: TemplateError) -> str:
    """Give the words of the template next to which an error was found."""
    lines = list(getattr(error, "docx_context", ()))
    number = getattr(error, "lineno", None) or 1
    at = number - 1 - max(number - 4, 0)
    return " ".join(lines[at].split())[:80] if at < len(lines) else "…"


def _tidy(document: Any) -> None:  # noqa: ANN401  python-docx's document
    """Take away what Word would call damaged: a table whose rows are all gone, a cell without a paragraph."""
    body = document.element.body
    for table in [table for table in body.iter(f"{_W}tbl") if table.find(f"{_W}tr") is None]:
        table.getparent().remove(table)
    for cell in body.iter(f"{_W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{_W}p":
            cell.append(cell.makeelement(f"{_W}p"))


def _undate(document: Any) -> None:  # noqa: ANN401  python-docx's document
    """Drop the days on which the template was made: they are not those of the minutes."""
    properties = document.core_properties._element  # noqa: SLF001  python-docx can set these days, not remove them
    for child in [
        child for child in properties if etree.QName(child).localname in {"created", "modified", "lastPrinted"}
    ]:
        properties.remove(child)


def _repacked(packed: bytes) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(zipfile.ZipInfo(part.filename, _ZIP_DAY), old.read(part), zipfile.ZIP_DEFLATED)
    return result.getvalue()

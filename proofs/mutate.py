"""Valid inputs made hostile: one change or a few, of the text, of the tree or of the archive that an input is.

The same seed makes the same changes. What is put in is what readers stumble over: numbers beyond every machine word,
letters that are two, marks that pile up, dates that are none, names that lead out of a folder.
"""

from __future__ import annotations

import io
import json
import re
import warnings
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

DEEPER: Final = 0.8  # how likely it is that a change goes into a list or mapping, not in its place
LONGEST: Final = 200_000  # bytes; larger inputs are made one by one, in tests/hostile.py

_NUMBERS: Final = (0, -1, 1, 2**31, 2**63, 2**64, -(2**63), 10**18, 10**30, 1e308, -0.0, 0.1, 1e-320)
_WORDS: Final = r"""
0 -0 1e400 NaN Infinity ٣ ² １２ 0x10 1_000 1.000.000 true null ~ có không yes no on =1+1 @SUM(A1) -1 +1 | ' " \ `
~300 >=300 <0 >999999999 300..200 .. 0..0 ≥ gần 15XX XXXX 1X 196X? 1965~ [..1954] ../.. 1954/1960 1960/1954 Y17E8
2004-06/2006-08 0000 0001 9999 10000 -0001 2022-02-30 2022-13 9999-12-31 0001-01-01 29/02/2022 $ {0} {got} %s%n &amp;
]]> <!-- <script> &#0; &x; ${7*7} ﬃ ß İ CON a/b C:\x ../../etc/passwd /etc/passwd file:///etc/passwd http://127.0.0.1/
""".split()  # noqa: SIM905  words read better without quotation marks
_TEXTS: Final = (
    *("", " ", "hơn 300", "khoảng 3", "1" * 20, "9" * 5000, "{{ 7*7 }}", "{% for x in y %}", "\r", "\n", "\t"),
    *("\u0000", "\ufeff", "\u200b", "\u202e", "\ud7ff", "\ufffe", "\U0010ffff", "e\u0302\u0301", "\u0301" * 40),
)
_TREES: Final = (
    *([], {}, [[]], [None], {"": None}, [1, "a", None], [0.5], {"vi": "x"}, {"all": []}, {"not": {}}),
    *({"value": 1}, {"value": 1, "evidence": ["household_list:3"]}, {"holds": True}, {"any": [{"criterion": "x"}]}),
)
_VALUES: Final[list[Any]] = [None, True, False, *_NUMBERS, *_WORDS, *_TEXTS, *_TREES]
_MARKS: Final = r"""
{ } [ ] : , - &a *a !x !!binary !!str | > ' " --- ... # \ \u \ud800 \x00 \N ; = < > </ /> & &lt; <![CDATA[ ]]> {{ }} {%
%} {# #} r:id t="s" t="e" xml:space
""".split()  # noqa: SIM905  words read better without quotation marks
_TOKENS: Final = [
    *(*_MARKS, ": ", "- ", "? ", "%YAML 1.1\n", "<<: *a\n", "\t", "\n", "\r", "\r\n", " " * 9, "\u0085", "\u2028"),
    *("<?xml ?>", "{{ x }}", "{% endfor %}", "{%tr for x in tieu_chi %}"),
]
_HALF: Final = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # what does not stand for a byte
_NUMBER: Final = re.compile(r"\d+")
_XML_VALUE: Final = re.compile(r'(?<=[=]")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)')
_NAMES: Final = ["../../evil.xml", "/evil.xml", "xl/../../evil", "a" * 300, "xl\\evil.xml", "[Content_Types].xml"]


def mutated(data: bytes, random: Random) -> bytes:
    """Change an input in one to four ways that fit what it is."""
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 4))):
        data = _changed(data, random)[:LONGEST]
    return data


def _changed(data: bytes, random: Random) -> bytes:
    if data.startswith(b"PK") and random.random() < 0.95:
        return _archive(data, random)
    if data.startswith(b"PAR1") or random.random() < 0.1:
        return _bytes(data, random)
    text = data.decode("utf-8", "surrogateescape")
    if text.lstrip()[:1] in {"{", "["} and random.random() < 0.6:
        text = _json(text, random)
    else:
        text = random.choice(_OF_TEXT)(text, random)
    return _encoded(text)


def _encoded(text: str) -> bytes:
    """Give back the bytes that were no text; half a character that was put in stays one, as far as bytes can say it."""
    return text.encode("utf-8", "surrogatepass" if _HALF.search(text) else "surrogateescape")


def _bytes(data: bytes, random: Random) -> bytes:
    changed = bytearray(data or b"\x00")
    for _ in range(random.choice((1, 1, 2, 8))):
        at = random.randrange(len(changed))
        match random.randrange(4):
            case 0:
                changed[at] = random.choice((0, 1, 0x7F, 0x80, 0xFF, random.randrange(256)))
            case 1:
                changed[at : at + 4] = random.choice((b"\xff\xff\xff\xff", b"\x00\x00\x00\x80", b"\xff\xff\xff\x7f"))
            case 2:
                del changed[at : at + random.choice((1, 2, 4, 64))]
                changed = changed or bytearray(1)
            case _:
                changed[at:at] = changed[random.randrange(len(changed)) :][: random.choice((1, 4, 64))]
    return bytes(changed)


def _put(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + _token(random) + text[at:]


def _token(random: Random) -> str:
    return random.choice(_TOKENS) if random.random() < 0.5 else _as_text(random.choice(_VALUES))


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _cut(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + text[at + random.choice((1, 1, 2, 5, 40, len(text))) :]


def _repeat(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    piece = text[at : at + random.choice((1, 1, 2, 5, 20))] or _token(random)
    return text[:at] + piece * random.choice((2, 5, 50, 500)) + text[at:]


def _number(text: str, random: Random) -> str:
    found = list(_NUMBER.finditer(text))
    if not found:
        return _put(text, random)
    chosen = random.choice(found)
    return text[: chosen.start()] + _as_text(random.choice(_VALUES)) + text[chosen.end() :]


def _lines(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(4):
        case 0:
            del lines[one]
        case 1:
            lines.insert(other, lines[one])
        case 2:
            lines[one], lines[other] = lines[other], lines[one]
        case _:
            lines[one] = " " * random.choice((1, 2, 4, 8)) + lines[one]
    return "".join(lines)


def _scalar(text: str, random: Random) -> str:
    """What stands behind a colon or a comma, replaced."""
    found = list(re.finditer(r"(?<=[:,;])[^,;\n\]}]*", text))
    if not found:
        return _put(text, random)
    chosen = random.choice(found)
    value = random.choice(_VALUES)
    written = json.dumps(value, ensure_ascii=False) if random.random() < 0.6 else _as_text(value)
    return f"{text[: chosen.start()]} {written}{text[chosen.end() :]}"


_OF_TEXT: Final[list[Callable[[str, Random], str]]] = [_put, _cut, _repeat, _number, _lines, _scalar, _scalar]


def _json(text: str, random: Random) -> str:
    lines = text.splitlines()
    at = random.randrange(len(lines))  # NDJSON has one tree a line
    one_of_many = len(lines) > 1 and lines[at].startswith("{")
    try:
        tree = json.loads(lines[at] if one_of_many else text)
    except (ValueError, RecursionError):
        return random.choice(_OF_TEXT)(text, random)
    try:
        written = json.dumps(_tree(tree, random), ensure_ascii=random.random() < 0.3)
    except RecursionError:  # nested once more, after it was before
        return text
    return "\n".join([*lines[:at], written, *lines[at + 1 :]]) + "\n" if one_of_many else written


def _tree(tree: Any, random: Random) -> Any:
    """Change one place of a tree."""
    if isinstance(tree, dict) and tree and random.random() < DEEPER:
        return _mapping(tree, random.choice(list(tree)), random)
    if isinstance(tree, list) and tree and random.random() < DEEPER:
        at = random.randrange(len(tree))
        return random.choice(
            (
                lambda: tree[:at] + tree[at + 1 :],
                lambda: tree[:at] + [tree[at]] * random.choice((2, 20)) + tree[at:],
                lambda: [*tree[:at], _tree(tree[at], random), *tree[at + 1 :]],
                lambda: [*tree[:at], _tree(tree[at], random), *tree[at + 1 :]],
            )
        )()
    match random.randrange(6):
        case 0:
            return [tree]
        case 1:
            return {"value": tree, "evidence": random.choice(_VALUES)}
        case 2:
            return _nested(tree, random.choice((5, 45, 500)))
        case _:
            return random.choice(_VALUES)


def _mapping(tree: dict[str, Any], key: str, random: Random) -> dict[str, Any]:
    match random.randrange(8):
        case 0:
            return {each: value for each, value in tree.items() if each != key}
        case 1:
            return {_as_text(random.choice(_VALUES)) if each == key else each: tree[each] for each in tree}
        case 2:
            return tree | {_as_text(random.choice(_VALUES)): random.choice(_VALUES)}
        case 3:
            return tree | {key: {"value": tree[key], "evidence": random.choice(_VALUES)}}
        case _:
            return tree | {key: _tree(tree[key], random)}


def _nested(tree: Any, depth: int) -> Any:
    for _ in range(depth):
        tree = [tree]
    return tree


def _archive(data: bytes, random: Random) -> bytes:
    """Change one part of an archive, or which parts it has."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(part.filename, archive.read(part)) for part in archive.infolist()]
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, ValueError, EOFError):
        return _bytes(data, random)
    if not parts:
        return _bytes(data, random)
    at = random.randrange(len(parts))
    name, content = parts[at]
    match random.randrange(20):
        case 0:
            del parts[at]
        case 1:
            parts.insert(at, (name, random.choice(parts)[1]))
        case 2:
            parts[at] = (random.choice(_NAMES), content)
        case 3:
            parts[at] = (name, random.choice(parts)[1])
        case 4:
            parts[at] = (name, _bytes(content, random))
        case _:
            parts[at] = (name, _xml(content, random))
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts:
            with warnings.catch_warnings(action="ignore"):  # a name may stand there twice: that is the point
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return into.getvalue()


def _xml(content: bytes, random: Random) -> bytes:
    text = content.decode("utf-8", "surrogateescape")
    found = list(_XML_VALUE.finditer(text))
    if found and random.random() < 0.6:
        chosen = random.choice(found)
        value = _as_text(random.choice(_VALUES))
        if random.random() < 0.7:
            value = value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        text = text[: chosen.start()] + value + text[chosen.end() :]
    elif random.random() < 0.3:
        tags = list(re.finditer(r"<(\w+:)?\w+[^<>]*?(/>|>[^<]*</[^>]*>)", text))
        if tags:
            one, other = random.choice(tags), random.choice(tags)
            text = text[: one.start()] + random.choice(("", other[0], one[0] * 2, one[0] * 200)) + text[one.end() :]
    else:
        text = random.choice(_OF_TEXT)(text, random)
    return _encoded(text)

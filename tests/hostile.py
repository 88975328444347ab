"""Inputs that are too large, too deep or too many for a corpus of files: each is made when it is asked for.

What they try is to make a reader run for minutes, fill the memory, or follow a name out of its folder.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from examples import CONTRACT_YAML
from readers import READERS, ROOT

import langnghe
from langnghe.engine.workbook.writer import workbook

if TYPE_CHECKING:
    from collections.abc import Callable

FULL: Final = 8 * 1024 * 1024 - 1024  # bytes, within the limit of a file
STORED: Final = 6_000_000  # bytes
SHEET: Final = "xl/worksheets/sheet2.xml"  # the list of households
MARKS: Final = "\u0316\u0300"  # two marks in the wrong order: what sorting has to turn


def _content() -> dict[str, Any]:
    return langnghe.loads(CONTRACT_YAML).content()


def _json(**changes: Any) -> bytes:
    return json.dumps(_content() | changes, ensure_ascii=False).encode()


def _filled(piece: bytes, begin: bytes = b"", end: bytes = b"", size: int = FULL) -> bytes:
    return begin + piece * ((size - len(begin) - len(end)) // len(piece)) + end


def _laughs() -> bytes:
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    return "\n".join(lines).encode()


def _numbered(pattern: str, number: int) -> bytes:
    return "".join(pattern.format(n) for n in range(number)).encode()


def _crafts(number: int, **of_each: Any) -> list[dict[str, Any]]:
    return [{"name": f"Nghề {n}"} | {key: value(n) for key, value in of_each.items()} for n in range(number)]


YAML: Final[dict[str, Callable[[], bytes]]] = {
    "a billion laughs": _laughs,
    "one long text under fifty thousand aliases": lambda: (
        b"a: &a " + b"x" * 1_000_000 + b"\nb: [" + b"*a," * 40_000 + b"*a]"
    ),
    "lists in lists, flow": lambda: _filled(b"["),
    "lists in lists, block": lambda: _filled(b"- "),
    "mappings in mappings": lambda: _filled(b"{a: "),
    "keys that are questions": lambda: _filled(b"? "),
    "millions of entries": lambda: _filled(b"- 1\n", b"a:\n"),
    "millions of empty lists": lambda: _filled(b"[],", b"a: [", b"]"),
    "millions of empty entries": lambda: _filled(b",", b"[", b"]"),
    "millions of line breaks": lambda: _filled(b"\n", CONTRACT_YAML.encode()),
    "millions of carriage returns": lambda: _filled(b"\r", CONTRACT_YAML.encode()),
    "nothing but a comment": lambda: _filled(b"#"),
    "nothing but comments": lambda: _filled(b"#\n"),
    "nothing but anchors": lambda: b"[" + _numbered("&a{0} x,", 700_000) + b"]",
    "anchors on one another": lambda: _filled(b"&a "),
    "tags": lambda: _filled(b"!a "),
    "directives": lambda: _filled(b"%TAG ! tag:a,2000:\n") + b"---\na: 1",
    "a scalar of eight megabytes": lambda: _filled(b"x", b"id: "),
    "a quoted scalar of eight megabytes": lambda: _filled(b'\\"', b'id: "', b'"'),
    "a quoted scalar of escapes": lambda: _filled(b"\\u1EA1", b'id: "', b'"'),
    "a block scalar of eight megabytes": lambda: _filled(b"  x\n", b"id: |\n"),
    "a folded scalar of blanks": lambda: _filled(b" ", b"id: >\n", b"x"),
    "a key of eight megabytes": lambda: _filled(b"x", b"", b": 1"),
    "a key of a megabyte, aliased": lambda: b'"' + b"x" * 900 + b'": &a 1\n' + _numbered("b{0}: *a\n", 100_000),
    "tens of thousands of unknown keys": lambda: _numbered("khóa_{0}: 1\n", 24_000),
    "tens of thousands of keys twice": lambda: _numbered("khóa_{0}: 1\n", 12_000) * 2,
    "keys that are lists": lambda: _filled(b"[a]: 1\n", size=400_000),
    "merge keys": lambda: b"a: &a {x: 1}\nb:\n" + b"  <<: [" + b"*a, " * 20_000 + b"*a]\n",
    "marks piled up on one letter": lambda: _filled(MARKS.encode(), b'id: "a', b'"'),
    "marks piled up on many letters": lambda: _filled(b"- a" + MARKS.encode() * 1000 + b"\n", b"sources:\n"),
    "marks piled up in keys": lambda: b"".join(b"a%d%s: 1\n" % (n, MARKS.encode() * 90) for n in range(20_000)),
    "a byte that is no text, late": lambda: _filled(b"# \n", b"", b"id: \xff\n"),
    "a null character, late": lambda: _filled(b"# \n", b"", b"id: \x00\n"),
    "text of Windows": lambda: CONTRACT_YAML.encode("utf-16"),
    "text of Windows without a mark": lambda: CONTRACT_YAML.encode("utf-16-le"),
    "a mark of byte order in the middle": lambda: CONTRACT_YAML.replace("title", "\ufefftitle").encode(),
    "half a character of two": lambda: b'id: "\\ud800"\n',
    "half a character of two, as bytes": lambda: b'id: "\xed\xa0\x80"\n',
    "a number of eight million digits": lambda: _filled(b"9", b"households: {total: ", b"}"),
    "a day of eight million digits": lambda: _filled(b"9", b"proposed_on: ", b"-01-01"),
}

JSON: Final[dict[str, Callable[[], bytes]]] = {
    "lists in lists": lambda: _filled(b"["),
    "lists in lists, closed": lambda: b'{"a":' + b"[" * 900 + b"]" * 900 + b"}",
    "mappings in mappings": lambda: b'{"a":' * 900 + b"1" + b"}" * 900,
    "millions of numbers": lambda: _filled(b"1,", b'{"crafts":[', b"1]}"),
    "millions of mappings": lambda: _filled(b"{},", b'{"crafts":[', b"{}]}"),
    "as many mappings as are read": lambda: _json(crafts=[{}] * 9_000),
    "hundreds of thousands of keys": lambda: b"{" + _numbered('"k{0}":1,', 600_000) + b'"z":1}',
    "as many keys as are read": lambda: json.dumps({f"khóa_{n}": 1 for n in range(24_000)}).encode(),
    "one key, hundreds of thousands of times": lambda: _filled(b'"a":1,', b"{", b'"a":1}'),
    "as many keys twice as are read": lambda: b"{" + _numbered('"k{0}":1,', 12_000) * 2 + b'"z":1}',
    "a number of eight million digits": lambda: _filled(b"9", b'{"a":', b"}"),
    "a number of four thousand digits": lambda: _json(households={"total": int("9" * 4000), "participating": 1}),
    "no number": lambda: b'{"a": NaN, "b": -Infinity}',
    "a number beyond floats": lambda: b'{"households": {"total": 1e999}}',
    "half characters of two": lambda: json.dumps(_content() | {"id": "\ud800", "\udfff": "\udc00"}).encode(),
    "a text of eight megabytes": lambda: _filled(b"x", b'{"id":"', b'"}'),
    "a text of escapes": lambda: _filled(b"\\u0300\\u0316", b'{"id":"a', b'"}'),
    "marks piled up": lambda: _json(sources=["a" + MARKS * 1_900 for _ in range(1_000)]),
    "marks piled up in findings": lambda: _json(crafts=_crafts(900, village_name=lambda _: "a" + MARKS * 2_000)),
    "marks piled up in counts": lambda: _json(households={"total": "a" + MARKS * 1_500_000}),
    "dates that take long": lambda: _json(
        crafts=_crafts(9_000, practised_since=lambda n: f"{{{1000 + n},1..2,{n}..X}}")
    ),
    "dates that take a little": lambda: _json(crafts=_crafts(9_000, practised_since=lambda n: f"{1000 + n}~")),
    "seasons": lambda: _json(crafts=_crafts(9_000, practised_since=lambda n: f"{1000 + n}-21")),
    "months": lambda: _json(crafts=_crafts(9_000, practised_since=lambda n: f"{1000 + n}-{n % 12 + 1:02}")),
    "evidence without end": lambda: _json(households={"total": {"value": 5, "evidence": ["a:1"] * 40_000}}),
    "evidence of evidence": lambda: b'{"id":' + b'{"value":' * 38 + b"1" + b"}" * 38 + b"}",
    "a key like the tag of a union": lambda: _json(**{"|plan": 1, "|": 2, "²": {"value": 1, "evidence": 2}}),
    "places of four thousand letters": lambda: _json(place={"name": "x" * 4000, "province": "Tỉnh " * 790}),
    "ten thousand artisans": lambda: _json(
        crafts=[{"name": "a", "artisans": [f"Nghệ nhân {n}" for n in range(9_999)]}]
    ),
}


@cache
def _book() -> bytes:
    return workbook(langnghe.loads(CONTRACT_YAML), lang="vi")


@cache
def _excels() -> bytes:
    """A workbook with its texts in a part of their own, as Excel has them."""
    return (ROOT / "fixtures" / "workbooks" / "lang-vi-du.xlsx").read_bytes()


def with_part(packed: bytes, name: str, change: Callable[[bytes], bytes], **more: bytes) -> bytes:
    """An archive with one part changed, and others added; packed where it must be, as packing well looks suspicious."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as before, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            content = before.read(part)
            content = change(content) if part.filename == name else content
            after.writestr(
                part.filename, content, zipfile.ZIP_STORED if len(content) < STORED else zipfile.ZIP_DEFLATED
            )
        for other, content in more.items():
            after.writestr(other, content)
    return into.getvalue()


def _rows(rows: bytes, name: str = SHEET) -> bytes:
    def change(content: bytes) -> bytes:
        return re.sub(
            rb"<sheetData>.*</sheetData>", lambda _: b"<sheetData>" + rows + b"</sheetData>", content, flags=re.DOTALL
        )

    return with_part(_book(), name, change)


def _each_row(row: Callable[[int], bytes], number: int) -> bytes:
    return b"".join(row(n) for n in range(1, number + 1))


def _text(text: bytes) -> bytes:
    return b'<c t="inlineStr"><is><t>' + text + b"</t></is></c>"


def _households(row: Callable[[int], bytes], number: int) -> bytes:
    heading = b"<row>" + _text(b"STT") + _text("Họ và tên chủ hộ".encode()) + _text("Nhóm (1–7)".encode()) + b"</row>"
    return _rows(heading + _each_row(row, number))


def _entities(times: int, external: str = "") -> bytes:
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, times))
    return f'<!DOCTYPE x [<!ENTITY a0 "ha">{external}{names}]>'.encode()


def _before_root(before: bytes, inside: bytes) -> Callable[[bytes], bytes]:
    def change(content: bytes) -> bytes:
        head = content.index(b"?>") + 2 if content.startswith(b"<?xml") else 0
        return content[:head] + before + content[head:].replace(b"<sheetData>", b"<sheetData>" + inside, 1)

    return change


def _dimension(content: bytes) -> bytes:
    return re.sub(rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1:XFD1048576"/>', content)


XLSX: Final[dict[str, Callable[[], bytes]]] = {
    "a sheet packed a thousand to one": lambda: _rows(b" " * 30_000_000),
    "a sheet packed a thousand to one under another name": lambda: with_part(
        with_part(
            _book(), "xl/_rels/workbook.xml.rels", lambda rels: rels.replace(b"worksheets/sheet2.xml", b"media/a.bin")
        ),
        "",
        bytes,
        **{"xl/media/a.bin": b"<x>" + b" " * 150_000_000 + b"</x>"},
    ),
    "thousands of parts": lambda: with_part(_book(), "", bytes, **{f"xl/media/{n}.png": b"" for n in range(3_000)}),
    "names that lead out of the folder": lambda: with_part(
        _book(), "", bytes, **{"../../../tmp/evil.xml": b"<x/>", "/etc/evil.xml": b"<x/>", "C:\\evil.xml": b"<x/>"}
    ),
    "sheets that lead out of the archive": lambda: with_part(
        _book(),
        "xl/_rels/workbook.xml.rels",
        lambda rels: rels.replace(b"worksheets/sheet2.xml", b"../../../etc/passwd"),
    ),
    "sheets on the network": lambda: with_part(
        _book(),
        "xl/_rels/workbook.xml.rels",
        lambda rels: re.sub(rb'Target="[^"]*sheet2.xml"', b'Target="http://127.0.0.1:9/" TargetMode="External"', rels),
    ),
    "a billion laughs": lambda: with_part(
        _book(), SHEET, _before_root(_entities(12), b"<row>" + _text(b"&a11;") + b"</row>")
    ),
    "entities in styles": lambda: with_part(_book(), "xl/styles.xml", _before_root(_entities(12), b"")),
    "another file as an entity": lambda: with_part(
        _book(),
        SHEET,
        _before_root(_entities(1, '<!ENTITY e SYSTEM "file:///etc/passwd">'), b"<row>" + _text(b"&e;") + b"</row>"),
    ),
    "entities in UTF-16": lambda: with_part(
        _book(),
        SHEET,
        lambda sheet: ("\ufeff" + _entities(12).decode() + sheet.decode().split("?>")[-1]).encode("utf-16-le"),
    ),
    "a size that is not true": lambda: with_part(_book(), SHEET, _dimension),
    "a cell in the last corner": lambda: _rows(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "a cell beyond every corner": lambda: _rows(b'<row r="99999999999"><c r="ZZZZZZ99999999999"><v>1</v></c></row>'),
    "as many empty rows as are read": lambda: _rows(_each_row(lambda _: b"<row/>", 49_990)),
    "more empty rows than are read": lambda: _rows(_each_row(lambda _: b"<row/>", 900_000)),
    "as many cells as are read": lambda: _rows(
        _each_row(lambda _: b"<row>" + b"<c><v>1</v></c>" * 50 + b"</row>", 3_800)
    ),
    "as many texts in cells as are read": lambda: _rows(
        _each_row(lambda _: b"<row>" + _text(b"a") * 50 + b"</row>", 2_100)
    ),
    "as many texts as are read": lambda: with_part(
        _excels(), "xl/sharedStrings.xml", lambda texts: texts.replace(b"</sst>", b"<si/>" * 240_000 + b"</sst>")
    ),
    "tags in tags": lambda: with_part(_book(), SHEET, lambda sheet: sheet.replace(b"<sheetData>", b"<a>" * 300_000, 1)),
    "tags in tags of a text": lambda: with_part(
        _excels(), "xl/sharedStrings.xml", lambda texts: texts.replace(b"<si>", b"<si>" + b"<r>" * 50_000, 1)
    ),
    "attributes without end": lambda: _rows(
        b"<row><c " + b" ".join(b'a%d=""' % n for n in range(200_000)) + b"/></row>"
    ),
    "a cell of four megabytes": lambda: _households(lambda _: b"<row>" + _text(b"x" * 1_500_000) * 3 + b"</row>", 1),
    "marks piled up in cells": lambda: _households(
        lambda _: b"<row>" + _text(b"1") + _text(b"a" + MARKS.encode() * 8_000) + b"</row>", 150
    ),
    "as many households as are read": lambda: _households(
        lambda n: b"<row><c><v>%d</v></c>" % n + _text(f"Nguyễn Văn {n}".encode()) + _text(b"1") + b"</row>",
        10_000,
    ),
    "groups of ten thousand digits": lambda: _households(
        lambda n: b"<row>" + _text(b"1") + _text(b"Ho %d" % n) + _text(b"9" * 10_000) + b"</row>", 300
    ),
    "formulas": lambda: _rows(_each_row(lambda _: b"<row>" + b"<c><f>SUM(A1:A9)</f></c>" * 10 + b"</row>", 8_000)),
    "labels that are slips of the pen": lambda: with_part(
        _book(),
        "xl/worksheets/sheet1.xml",
        lambda sheet: sheet.replace(
            b"</sheetData>",
            _each_row(lambda n: b"<row>" + _text(f"Tổng số hộ của đơn {n}".encode()) * 2 + b"</row>", 20_000)
            + b"</sheetData>",
        ),
    ),
}


def _heading() -> bytes:
    return "Tên làng nghề,Danh hiệu,Ngày công nhận,Tỉnh,Số hộ,Nghề có từ\n".encode()


def _register_rows(row: Callable[[int], str], number: int) -> bytes:
    return _heading() + "".join(row(n) for n in range(number)).encode()


CSV: Final[dict[str, Callable[[], bytes]]] = {
    "marks instead of headings": lambda: (b"," * 1_000_000 + b"\n") * 20,
    "words instead of headings": lambda: (b"".join(b"x%d;" % n for n in range(140_000)) + b"\n") * 20,
    "one line of thirty megabytes": lambda: b"x" * 30_000_000,
    "one cell of thirty megabytes": lambda: _heading() + b"x" * 30_000_000,
    "a quote that is never closed": lambda: _heading() + b'"' + b"a,b\n" * 100_000,
    "nothing but quotes": lambda: _heading() + b'"' * 1_000_000,
    "hundreds of thousands of columns": lambda: b",".join(b"c%d" % n for n in range(300_000)) + b"\n" + b"1," * 300_000,
    "a hundred thousand empty columns": lambda: _heading().rstrip(b"\n") + b"," * 100_000 + b"\n",
    "one heading, ten thousand times": lambda: b",".join(["Tên làng nghề".encode()] * 10_000) + b"\n",
    "nothing but line breaks": lambda: _heading() + b"\n" * 1_000_000,
    "nothing but null characters": lambda: b"\x00" * 1_000_000,
    "dates that take long": lambda: _register_rows(
        lambda n: f'a,làng nghề,"{{{1000 + n},{2000 + n},1X..2,3~}}",Hà Nam,1,\n', 2_000
    ),
    "marks piled up": lambda: _register_rows(lambda n: f"a{n}{MARKS * 1_900},làng nghề,2020,Hà Nam,1,\n", 300),
    "marks piled up in a heading": lambda: b"a" + MARKS.encode() * 300_000 + b"," + _heading(),
    "numbers without end": lambda: _register_rows(lambda _: f"a,làng nghề,2020,Hà Nam,{'9' * 3_000},\n", 300),
}

_ROW: Final = (
    b'"titles_held.title":"craft_village","titles_held.decided_on":"2020","place.name":"a","place.province":"b"'
)

NDJSON: Final[dict[str, Callable[[], bytes]]] = {
    "one line of thirty megabytes": lambda: b"{" + _ROW + b',"a":"' + b"x" * 30_000_000 + b'"}',
    "lists in lists": lambda: b"{" + _ROW + b',"a":' + b"[" * 900 + b"]" * 900 + b"}\n",
    "mappings in mappings": lambda: (
        b"{" + _ROW + b"}\n{" + _ROW + b',"a":' + b'{"a":' * 900 + b"1" + b"}" * 901 + b"\n"
    ),
    "mappings in mappings, not closed": lambda: b"{" + _ROW + b',"a":' + b'{"a":' * 900_000,
    "keys that are new on every line": lambda: b"".join(b"{" + _ROW + b',"k%d":1}\n' % n for n in range(5_000)),
    "thousands of crafts": lambda: b"{" + _ROW + b',"crafts":[' + b'{"name":"a"},' * 20_000 + b'{"name":"a"}]}\n',
    "a number of four thousand digits": lambda: b"{" + _ROW + b',"households.total":' + b"9" * 4_000 + b"}\n",
    "no number": lambda: b"{" + _ROW + b',"households.total":NaN,"households.participating":Infinity}\n',
    "half a character of two": lambda: b"{" + _ROW + b"}\n{" + _ROW + b',"id":"\\ud800","\\udfff":1}\n',
    "a key twice": lambda: b"{" + _ROW + b"," + _ROW + b"}\n",
    "a list in the place of a row": lambda: b"{" + _ROW + b"}\n[1]\n3\nnull\n",
}


def _sheet(rows: bytes) -> bytes:
    (seed,) = READERS["register-xlsx"].seeds()
    return with_part(
        seed,
        "xl/worksheets/sheet1.xml",
        lambda sheet: re.sub(rb"(?=</sheetData>)", lambda _: rows, sheet, count=1),
    )


REGISTER_XLSX: Final[dict[str, Callable[[], bytes]]] = {
    "a cell in the last corner": lambda: _sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "a sheet packed a thousand to one": lambda: _sheet(b" " * 150_000_000),
    "a sheet of millions of cells": lambda: _sheet(b"<row>" + b"<c><v>1</v></c>" * 2_000_000 + b"</row>"),
    "a text of hundreds of megabytes": lambda: _sheet(b"<row>" + _text(b"x" * 100_000_000) + b"</row>"),
}

COLUMNS: Final[dict[str, Callable[[], bytes]]] = {
    name: YAML[name] for name in ("a billion laughs", "millions of entries", "marks piled up in keys")
} | {
    "headings without end": lambda: (
        b"format: langnghe/columns/v1\ncolumns: {place.name: [" + _numbered("a{0},", 45_000) + b"b]}"
    ),
    "fields that are none": lambda: b"format: langnghe/columns/v1\ncolumns:\n" + _numbered(" f{0}: a\n", 20_000),
}

_ARTICLE: Final = "format: langnghe/article/v1\ninstrument: nd-52-2018\narticle: dieu-99\ntitle: {vi: a, en: b}\n"


def _rule_file(conditions: list[str], name: str = "", more: str = "") -> bytes:
    """An article of made-up rules, one a condition, named ``c0``, ``c1`` and so on unless one name is given."""
    said = "name: *w, required: *w, reasons: {met: *w, not_met: *w, undetermined: *w}"
    day = date(2000, 1, 1)
    rules = [
        f"- {{id: {name or f'c{n}'}, provision: dieu-99, {said}, requires: {condition}"
        f"{', ' + more.format(day=day + timedelta(days=n)) if more else ''}}}\n"
        for n, condition in enumerate(conditions)
    ]
    head = _ARTICLE.replace("{vi: a, en: b}", "&w {vi: a, en: b}") + "provisions: [{id: dieu-99, text: x}]\nrules:\n"
    return (head + "".join(rules)).encode()


def _nested_condition(depth: int) -> str:
    return "{not: " * depth + "{holds: environment.solid_waste_point}" + "}" * depth


RULES: Final[dict[str, Callable[[], bytes]]] = {
    name: YAML[name] for name in ("a billion laughs", "millions of entries", "tens of thousands of unknown keys")
} | {
    "conditions in conditions": lambda: _rule_file([_nested_condition(30)]),
    "conditions side by side": lambda: _rule_file(
        ["{all: [" + "{holds: environment.solid_waste_point}," * 4_000 + "]}"]
    ),
    "rules on rules": lambda: _rule_file([f"{{criterion: c{n + 1}}}" for n in range(400)]),
    "rules in a circle": lambda: _rule_file([f"{{criterion: c{(n + 1) % 400}}}" for n in range(400)]),
    "rules on every other": lambda: _rule_file(
        ["{any: [" + "".join(f"{{criterion: c{m}}}, " for m in range(n)) + "{known: crafts}]}" for n in range(80)]
    ),
    "rules that are none": lambda: _rule_file([f"{{criterion: x{n}}}" for n in range(400)]),
    "operators that are none": lambda: _rule_file(["{hols: x}"] * 400),
    "one rule, thousands of times": lambda: _rule_file(["{known: crafts}"] * 400, name="c"),
    "provisions without end": (
        _ARTICLE + "provisions:\n" + "".join(f"- {{id: dieu-99/khoan-{n}, text: x}}\n" for n in range(3_000))
    ).encode,
    "a period for each day": lambda: _rule_file(
        ["{known: crafts}"] * 49, name="c", more="in_force: {{from: {day}, to: {day}}}"
    ),
}


@cache
def _docx() -> bytes:
    return READERS["template"].seeds()[1]


def _paragraphs(inside: bytes) -> bytes:
    def change(content: bytes) -> bytes:
        return re.sub(rb"(<w:body>).*(<w:sectPr)", lambda found: found[1] + inside + found[2], content, flags=re.DOTALL)

    return with_part(_docx(), "word/document.xml", change)


def _run(text: bytes) -> bytes:
    return b"<w:p><w:r><w:t>" + text + b"</w:t></w:r></w:p>"


TEMPLATE: Final[dict[str, Callable[[], bytes]]] = {
    "loops in loops": lambda: _paragraphs(
        _run(
            b"{% for a in tieu_chi %}{% for b in tieu_chi %}{% for c in tieu_chi %}"
            + b"x" * 100_000
            + b"{% endfor %}" * 3
        )
    ),
    "a call": lambda: _paragraphs(_run(b"{{ ''.__class__.__mro__[1].__subclasses__() }}")),
    "another template": lambda: _paragraphs(_run(b"{% include '/etc/passwd' %}{% import 'os' as os %}")),
    "a power": lambda: _paragraphs(_run(b"{{ 9 ** 9 ** 9 }}{{ 'x' * 999999999 }}")),
    "a range": lambda: _paragraphs(_run(b"{% for a in range(999999999) %}x{% endfor %}")),
    "braces without end": lambda: _paragraphs(_run(b"{" * 400_000)),
    "braces apart": lambda: _paragraphs(b"<w:p>" + b"<w:r><w:t>{</w:t></w:r>" * 40_000 + b"</w:p>"),
    "tags apart": lambda: _paragraphs(
        b"<w:p>" + b"<w:r><w:t>{</w:t></w:r><w:r><w:t>% x</w:t></w:r>" * 20_000 + b"</w:p>"
    ),
    "paragraphs without end": lambda: _paragraphs(_run(b"x") * 100_000),
    "placeholders without end": lambda: _paragraphs(_run(b"{{ so_ho_so }}") * 20_000),
    "rows without end": lambda: _paragraphs(b"<w:tbl>" + b"<w:tr><w:tc><w:p/></w:tc></w:tr>" * 30_000 + b"</w:tbl>"),
    "tables in tables": lambda: _paragraphs(b"<w:tbl><w:tr><w:tc>" * 80 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 80),
    "tags in tags": lambda: _paragraphs(b"<a>" * 100_000),
    "a billion laughs": lambda: with_part(_docx(), "word/document.xml", _before_root(_entities(12), b"")),
    "another file as an entity": lambda: with_part(
        _docx(), "word/document.xml", _before_root(_entities(1, '<!ENTITY e SYSTEM "file:///etc/passwd">'), b"")
    ),
    "a part packed a thousand to one": lambda: with_part(
        _docx(), "word/styles.xml", lambda _: b"<a>" + b" " * 90_000_000 + b"</a>"
    ),
    "names that lead out of the folder": lambda: with_part(_docx(), "", bytes, **{"../../../tmp/evil.xml": b"<x/>"}),
    "a picture on the network": lambda: with_part(
        _docx(),
        "word/_rels/document.xml.rels",
        lambda rels: rels.replace(
            b"</Relationships>",
            b'<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
            b'Target="http://127.0.0.1:9/x.png" TargetMode="External"/></Relationships>',
        ),
    ),
}

FEATURE: Final[dict[str, Callable[[], bytes]]] = {
    "marks piled up": lambda: _filled(MARKS.encode(), b"a", size=1_000_000),
    "nothing but line breaks": lambda: b"\r" * 1_000_000,
}

HOSTILE: Final = {
    "dossier-yaml": YAML,
    "dossier-json": JSON,
    "dossier-xlsx": XLSX,
    "register-csv": CSV,
    "register-ndjson": NDJSON,
    "register-xlsx": REGISTER_XLSX,
    "columns": COLUMNS,
    "rules": RULES,
    "template": TEMPLATE,
    "feature": FEATURE,
}

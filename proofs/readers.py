"""Every reader of the program, as something that takes bytes: what the fuzzers feed and the corpus is kept for.

A reader takes an input in, as a person would bring it: alone, or as a file in a folder that is all it may write to. It
says that the input was read, or that it was refused with every problem in words; whatever else it raises is a finding.
"""

from __future__ import annotations

import hashlib
import io
import re
import tempfile
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

from langnghe.engine.problems import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT: Final = Path(__file__).resolve().parent.parent
CORPUS: Final = ROOT / "tests" / "corpus"

# What is known to make a reader fail, by reader and name of the input (``the like``: any other), with why.
PENDING: Final[dict[str, dict[str, str]]] = yaml.safe_load((CORPUS / "pending.yaml").read_text("utf-8")) or {}
THE_DAY: Final = date(2024, 11, 14)
_LANGUAGES: Final = ("vi", "en")
_EXIT_CODES: Final = {0, 1, 2}


@dataclass(frozen=True)
class Reader:
    """One reader: its name, what its files are called, how it reads, and inputs that it can read."""

    name: str
    suffix: str
    take: Callable[[bytes, Path], None]
    seeds: Callable[[], list[bytes]]
    packed: bool = False  # a zip archive

    def read(self, data: bytes, folder: Path) -> str:
        """Take an input in; gives ``read`` or ``refused``.

        ``folder`` is empty, and the only place where anything may be written.

        Raises:
            Exception: whatever a reader must not raise.
        """
        printed = io.StringIO()
        try:
            with redirect_stdout(printed):
                self.take(data, folder)
        except InvalidInput as error:
            _told(error)
            return "refused"
        finally:
            assert not printed.getvalue(), f"printed {printed.getvalue()[:200]!r}"
        return "read"


def _told(error: InvalidInput) -> None:
    """Every problem is one line that can be printed, in every language."""
    assert error.problems
    for lang in _LANGUAGES:
        for line in error.lines(lang):
            assert line, error.problems
            assert line.isprintable(), line


def _dossier(data: bytes, *, as_json: bool | None) -> None:
    import langnghe

    dossier = langnghe.loads(data, as_json=as_json, name="hồ sơ")
    assert langnghe.loads(_again(dossier), as_json=True).content() == dossier.content()
    langnghe.assess(dossier).model_dump_json()
    for review in langnghe.review(dossier, on=THE_DAY):
        review.model_dump_json()


def _again(dossier: Any) -> bytes:
    import json

    return json.dumps(dossier.content(), ensure_ascii=False).encode()


def _register(name: str) -> Callable[[bytes, Path], None]:
    """Review a register as the command does: the command tells its problems itself."""

    def take(data: bytes, folder: Path) -> None:
        register = folder / f"so{name}"
        register.write_bytes(data)
        _run(["review", str(register), "-o", str(folder / "ket-qua.csv"), "--on", THE_DAY.isoformat()])

    return take


def _run(arguments: list[str]) -> None:
    from click.testing import CliRunner

    from langnghe.cli import main

    result = CliRunner().invoke(main, arguments)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code in _EXIT_CODES, result.exit_code
    assert result.exit_code == 0 or result.output, "refused without a word"
    assert not re.search(r"Traceback|\bException\b", result.output), result.output
    if result.exit_code and not ("-o" in arguments and Path(arguments[3]).exists()):
        raise _RefusedError


class _RefusedError(InvalidInput):
    """A command that refused its input, and has said why."""

    def __init__(self) -> None:
        from langnghe.engine.problems import Problem

        super().__init__([Problem("not_a_dossier")])


def _log(data: bytes, folder: Path) -> None:
    """Verify a log as it is, and once more with every entry sealed anew: else a changed byte is all that is found."""
    path = folder / "nhat-ky.jsonl"
    for written in (data, _SEALED.sub(_seal, data)):
        path.write_bytes(written)
        _run(["verify", str(path)])


_SEALED: Final = re.compile(rb'^(.*),"hash":"[0-9a-f]{64}"\}$', re.MULTILINE)


def _seal(line: re.Match[bytes]) -> bytes:
    return line[1] + b',"hash":"' + hashlib.sha256(line[1]).hexdigest().encode() + b'"}'


def _logs() -> list[bytes]:
    villages = sorted(ROOT.glob("fixtures/villages/*.yaml"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "nhat-ky.jsonl"
        _run(["assess", *map(str, villages[:2]), "--record", str(path)])
        _run(
            ["review", str(ROOT / "fixtures/villages/HNAM-2021-BEO.yaml"), "--on", "2024-11-14", "--record", str(path)]
        )
        return [path.read_bytes()]


def _mapping(data: bytes, folder: Path) -> None:
    from langnghe.engine.register.mapping import mapping

    path = folder / "cot.yaml"
    path.write_bytes(data)
    mapping(path).recognised(["Tên làng nghề", "Danh hiệu", "Ngày công nhận", "Tỉnh", "Số hộ"])


def _template(data: bytes, _folder: Path) -> None:
    from langnghe.engine.law.rulebook import installed
    from langnghe.engine.writing.minutes import assessment_minutes

    assert assessment_minutes(_assessed(), installed(), "vi", data)


@cache
def _assessed() -> Any:
    import langnghe

    return langnghe.assess(langnghe.load(ROOT / "fixtures" / "villages" / "DB-2022-NA-TAU-1.yaml"))


class Folder:
    """Files held in memory, as far as the reader of rule files looks at a folder."""

    def __init__(self, name: str, entries: dict[str, Folder | bytes]) -> None:
        self.name, self.entries = name, entries

    def iterdir(self) -> Iterator[Folder | File]:
        for name, entry in self.entries.items():
            yield File(name, entry) if isinstance(entry, bytes) else entry

    def joinpath(self, name: str) -> Folder | File:
        entry = self.entries.get(name)
        return File(name, entry) if isinstance(entry, bytes) or entry is None else entry

    def is_dir(self) -> bool:
        return True

    def is_file(self) -> bool:
        return False


@dataclass
class File:
    """One file held in memory; ``None`` where there is none."""

    name: str
    content: bytes | None

    def is_dir(self) -> bool:
        return False

    def is_file(self) -> bool:
        return self.content is not None

    def read_bytes(self) -> bytes:
        assert self.content is not None
        return self.content

    def open(self, mode: str) -> io.BytesIO:
        assert mode == "rb"
        return io.BytesIO(self.read_bytes())


@cache
def _rules() -> dict[str, Folder | bytes]:
    def of(folder: Path) -> dict[str, Folder | bytes]:
        return {
            each.name: Folder(each.name, of(each)) if each.is_dir() else each.read_bytes() for each in folder.iterdir()
        }

    return of(ROOT / "rules")


def _rule_file(data: bytes, _folder: Path) -> None:
    """A file in the place of the installed one of its format and subject, or beside them; the whole is then checked."""
    from langnghe.engine.law.lawcheck import check_law
    from langnghe.engine.law.rulefiles import read_rule_files
    from langnghe.engine.problems import InvalidRules

    alone: Any = Folder("rules", {"thu.yaml": data})
    found = read_rule_files(alone)
    if found.problems:
        raise InvalidRules(found.problems)
    everything: Any = Folder("rules", _without_the_like(_rules(), _subject(data)) | {"thu.yaml": data})
    problems = check_law(everything)
    if problems:
        raise InvalidRules(problems)


_SUBJECT: Final = re.compile(rb"^(?:format|instrument|id|article|province): *([^\n]{1,80})$", re.MULTILINE)


def _subject(data: bytes) -> tuple[bytes, ...]:
    """What a rule file is about: what stands on its first lines."""
    return tuple(_SUBJECT.findall(data[:400]))


def _without_the_like(entries: dict[str, Folder | bytes], subject: tuple[bytes, ...]) -> dict[str, Folder | bytes]:
    kept: dict[str, Folder | bytes] = {}
    for name, entry in entries.items():
        if isinstance(entry, Folder):
            kept[name] = Folder(name, _without_the_like(entry.entries, subject))
        elif not name.endswith(".yaml") or _subject(entry) != subject:
            kept[name] = entry
    return kept


def _feature(data: bytes, _folder: Path) -> None:
    from langnghe.engine.problems import Problem
    from langnghe.engine.scenarios.texts import feature_text

    text = feature_text(data)
    if isinstance(text, Problem):
        raise InvalidInput([text])


def _files(*patterns: str) -> Callable[[], list[bytes]]:
    return lambda: [path.read_bytes() for pattern in patterns for path in sorted(ROOT.glob(pattern))]


def _as_json() -> list[bytes]:
    import langnghe

    return [_again(langnghe.load(path)) for path in sorted(ROOT.glob("fixtures/villages/*.yaml"))]


def _workbooks() -> list[bytes]:
    import langnghe
    from langnghe.engine.workbook.writer import workbook

    villages = sorted(ROOT.glob("fixtures/villages/*.yaml"))[::24]
    return [*_files("fixtures/workbooks/l*.xlsx")(), *(workbook(langnghe.load(path)) for path in villages)]


_REGISTER: Final = "fixtures/registers/ha-nam-2021.csv"


@cache
def _rows() -> Any:
    import polars as pl

    return pl.read_csv(ROOT / _REGISTER, infer_schema=False).head(12)


def _csv() -> list[bytes]:
    lines = (ROOT / _REGISTER).read_bytes().splitlines(keepends=True)
    return [b"".join(lines[:8]), _rows().write_csv(separator=";").encode()]


def _ndjson() -> list[bytes]:
    nested = (
        '{"place":{"name":"Mão Chinh","province":"Hưng Yên"},"titles_held":{"title":"craft_village",'
        '"decided_on":"2022"},"households":{"total":596,"participating":323},"crafts":[{"name":"Mộc","practised_since":"15XX"}]}\n'
    )
    return [_rows().write_ndjson().encode(), nested.encode() * 2]


def _parquet() -> list[bytes]:
    import polars as pl

    typed = pl.DataFrame({"Tên làng nghề": ["Chều"], "Danh hiệu": ["làng nghề"], "Tỉnh": ["Hà Nam"]}).with_columns(
        pl.lit(100).alias("households.total"),
        pl.date(2020, 1, 2).alias("Ngày công nhận"),
        pl.lit(value=True).alias("x"),
    )
    made = []
    for frame, packing in ((_rows(), "uncompressed"), (typed, "uncompressed"), (_rows(), "zstd")):
        into = io.BytesIO()
        frame.write_parquet(into, compression=packing)
        made.append(into.getvalue())
    return made


def _sheets() -> list[bytes]:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.append(_rows().columns)
    for row in _rows().rows():
        sheet.append(row)
    into = io.BytesIO()
    book.save(into)
    return [into.getvalue()]


def _mappings() -> list[bytes]:
    own = "format: langnghe/columns/v1\ncolumns: {place.name: [Làng], households.total: Số hộ}\n"
    words = "values: {titles_held.title: {LN: craft_village}}\nconstants: {place.province: Hà Nam}\n"
    return [(own + words).encode(), (ROOT / "engine" / "register" / "headings.yaml").read_bytes()]


READERS: Final = {
    each.name: each
    for each in (
        Reader(
            "dossier-yaml", ".yaml", lambda data, _: _dossier(data, as_json=False), _files("fixtures/villages/*.yaml")
        ),
        Reader("dossier-json", ".json", lambda data, _: _dossier(data, as_json=True), _as_json),
        Reader("dossier-xlsx", ".xlsx", lambda data, _: _dossier(data, as_json=None), _workbooks, packed=True),
        Reader("register-csv", ".csv", _register(".csv"), _csv),
        Reader("register-ndjson", ".ndjson", _register(".ndjson"), _ndjson),
        Reader("register-xlsx", ".xlsx", _register(".xlsx"), _sheets, packed=True),
        Reader("register-parquet", ".parquet", _register(".parquet"), _parquet),
        Reader("records", ".jsonl", _log, _logs),
        Reader("columns", ".yaml", _mapping, _mappings),
        Reader("rules", ".yaml", _rule_file, _files("rules/**/*.yaml")),
        Reader(
            "template", ".docx", _template, _files("engine/writing/templates/bien-ban-tham-dinh.*.docx"), packed=True
        ),
        Reader("feature", ".feature", _feature, _files("features/**/*.feature")),
    )
}

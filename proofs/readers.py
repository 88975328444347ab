"""Every reader of the program, as something that takes bytes: what the fuzzers feed and the corpus is kept for.

A reader takes an input in, as a person would bring it: alone, or as a file in a folder that is all it may write to. It
says that the input was read, or that it was refused with every problem in words; whatever else it raises is a finding.
"""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml
from rules_in_memory import rule_file
from seeds import as_json, csv, files, logs, mappings, ndjson, parquet, sheets, workbooks
from taking import dossier, feature, log, mapping, register, template

from langnghe.engine.problems import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).resolve().parent.parent
CORPUS: Final = ROOT / "tests" / "corpus"

# What is known to make a reader fail, by reader and name of the input (``the like``: any other), with why.
PENDING: Final[dict[str, dict[str, str]]] = yaml.safe_load((CORPUS / "pending.yaml").read_text("utf-8")) or {}
_LANGUAGES: Final = ("vi", "en")


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


READERS: Final = {
    each.name: each
    for each in (
        Reader(
            "dossier-yaml", ".yaml", lambda data, _: dossier(data, as_json=False), files("fixtures/villages/*.yaml")
        ),
        Reader("dossier-json", ".json", lambda data, _: dossier(data, as_json=True), as_json),
        Reader("dossier-xlsx", ".xlsx", lambda data, _: dossier(data, as_json=None), workbooks, packed=True),
        Reader("register-csv", ".csv", register(".csv"), csv),
        Reader("register-ndjson", ".ndjson", register(".ndjson"), ndjson),
        Reader("register-xlsx", ".xlsx", register(".xlsx"), sheets, packed=True),
        Reader("register-parquet", ".parquet", register(".parquet"), parquet),
        Reader("records", ".jsonl", log, logs),
        Reader("columns", ".yaml", mapping, mappings),
        Reader("rules", ".yaml", rule_file, files("rules/**/*.yaml")),
        Reader("template", ".docx", template, files("engine/writing/templates/bien-ban-tham-dinh.*.docx"), packed=True),
        Reader("feature", ".feature", feature, files("features/**/*.feature")),
    )
}

"""How each reader takes bytes in: as a call of the library, or as the command that reads such files.

Whatever is raised other than a refusal in words is a finding.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.problems import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).resolve().parent.parent
THE_DAY: Final = date(2024, 11, 14)
_EXIT_CODES: Final = {0, 1, 2}


def dossier(data: bytes, *, as_json: bool | None) -> None:
    """Read a dossier, also when it is written out again; assess and review it."""
    import langnghe

    read = langnghe.loads(data, as_json=as_json, name="hồ sơ")
    assert langnghe.loads(again(read), as_json=True).content() == read.content()
    langnghe.assess(read).model_dump_json()
    for review in langnghe.review(read, on=THE_DAY):
        review.model_dump_json()


def again(dossier: Any) -> bytes:
    """Write a dossier out as JSON."""
    return json.dumps(dossier.content(), ensure_ascii=False).encode()


def register(name: str) -> Callable[[bytes, Path], None]:
    """Review a register as the command does: the command tells its problems itself."""

    def take(data: bytes, folder: Path) -> None:
        path = folder / f"so{name}"
        path.write_bytes(data)
        run(["review", str(path), "-o", str(folder / "ket-qua.csv"), "--on", THE_DAY.isoformat()])

    return take


def run(arguments: list[str]) -> None:
    """Run the command, which must say in words what it refuses.

    Raises:
        InvalidInput: it refused.
    """
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


def log(data: bytes, folder: Path) -> None:
    """Verify a log as it is, and once more with every entry sealed anew: else a changed byte is all that is found."""
    path = folder / "nhat-ky.jsonl"
    for written in (data, _SEALED.sub(_seal, data)):
        path.write_bytes(written)
        run(["verify", str(path)])


_SEALED: Final = re.compile(rb'^(.*),"hash":"[0-9a-f]{64}"\}$', re.MULTILINE)


def _seal(line: re.Match[bytes]) -> bytes:
    return line[1] + b',"hash":"' + hashlib.sha256(line[1]).hexdigest().encode() + b'"}'


def mapping(data: bytes, folder: Path) -> None:
    from langnghe.engine.register.mapping import mapping

    path = folder / "cot.yaml"
    path.write_bytes(data)
    mapping(path).recognised(["Tên làng nghề", "Danh hiệu", "Ngày công nhận", "Tỉnh", "Số hộ"])


def template(data: bytes, _folder: Path) -> None:
    from langnghe.engine.law.rulebook import installed
    from langnghe.engine.writing.minutes import assessment_minutes

    assert assessment_minutes(_assessed(), installed(), "vi", data)


@cache
def _assessed() -> Any:
    import langnghe

    return langnghe.assess(langnghe.load(ROOT / "fixtures" / "villages" / "DB-2022-NA-TAU-1.yaml"))


def feature(data: bytes, _folder: Path) -> None:
    from langnghe.engine.problems import Problem
    from langnghe.engine.scenarios.texts import feature_text

    text = feature_text(data)
    if isinstance(text, Problem):
        raise InvalidInput([text])

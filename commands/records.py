"""``--record`` of assessments and reviews, and ``langnghe verify``, which checks what was recorded."""

from __future__ import annotations

import contextlib
import json
import re
import sys
from errno import ENOENT
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from langnghe.commands.options import format_option, lang_option
from langnghe.commands.running import SOME_INVALID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from langnghe.engine.problems import Problem
    from langnghe.engine.records import Head, Log, Receipt, Verification
    from langnghe.engine.result import Result

ResultT = TypeVar("ResultT", bound="Result")

_STANDARD_INPUT = "-"

_record_option = click.option(
    "--record",
    type=click.Path(),
    metavar="FILE",
    help="Ghi nối từng kết quả vào nhật ký, docs/nhat-ky.md (append each result to a log).",
)
_sign_key_option = click.option(
    "--sign-key",
    type=click.Path(),
    metavar="FILE.pem",
    help="Ký từng mục của nhật ký bằng khóa bí mật Ed25519 (sign each entry).",
)


def record_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options ``--record`` and ``--sign-key``."""
    return _record_option(_sign_key_option(command))


def not_for_registers(given: str | None, lang: str) -> None:
    """Refuse a log, or a key, where a register is reviewed: its rows are no dossiers that could be decided again.

    Raises:
        click.UsageError: there is one.
    """
    from langnghe.engine.words.messages import say

    if given is not None:
        raise click.UsageError(say("record.not_of_registers", lang))


class Recorder:
    """Where a run's results are recorded, each before it is shown; without a log, nothing is kept."""

    def __init__(self, log: Log | None, lang: str) -> None:
        self._log, self._lang = log, lang
        self._number = 0
        self._head: Head | None = None

    def keep(self, result: ResultT) -> ResultT:
        """Record a result and give it back.

        Raises:
            click.UsageError: the log cannot be written to; what was recorded so far stands.
        """
        if self._log is not None:
            with _writing(self._log.path, self._lang):
                self._tell(self._log.append(result))
        return result

    def finish(self) -> None:
        """Say on standard error how many results were recorded, and the head to remember."""
        from langnghe.engine.words import formats
        from langnghe.engine.words.messages import say

        if self._log is None:
            return
        number = formats.number(self._number, self._lang)
        click.echo(say("record.kept", self._lang, number=number, path=self._log.path), err=True)
        if self._head:
            told = {"sequence": self._head.sequence, "hash": self._head.hash}
            click.echo(say("record.head", self._lang, **told), err=True)

    def _tell(self, receipt: Receipt) -> None:
        from langnghe.engine.words.messages import say

        self._number, self._head = self._number + 1, receipt.head
        if receipt.repair is not None and self._log is not None:
            aside = receipt.repair.moved_to
            told = {"path": self._log.path, **({"aside": aside, "bytes": receipt.repair.size} if aside else {})}
            click.echo(say("record.moved" if aside else "record.completed", self._lang, **told), err=True)


@contextlib.contextmanager
def recording(path: str | None, key: str | None, output: str | None, lang: str) -> Iterator[Recorder]:
    """Give the run's recorder; a log or a key that cannot be used is the caller's mistake, told before all else.

    Raises:
        click.UsageError: with the reason.
    """
    from langnghe.engine.words.messages import say

    if path is None:
        if key is not None:
            raise click.UsageError(say("record.key_alone", lang))
        yield Recorder(None, lang)
        return
    if output and Path(output).resolve() == Path(path).resolve():
        raise click.UsageError(say("record.is_output", lang, path=path))
    from langnghe.engine.records import Log
    from langnghe.engine.records.signing import private_key

    with _writing(Path(path), lang):
        signer = private_key(key) if key else None
        log = Log(path, signer=signer)
        log.head()  # a damaged log, or one that is none, is told before five hundred dossiers are assessed
        if not log.path.absolute().parent.is_dir():
            raise FileNotFoundError(ENOENT, "")
    recorder = Recorder(log, lang)
    try:
        yield recorder
    finally:
        recorder.finish()


@contextlib.contextmanager
def _writing(path: Path, lang: str) -> Iterator[None]:
    from langnghe.engine.problems import InvalidInput
    from langnghe.engine.words.messages import say
    from langnghe.engine.words.oserrors import in_words

    try:
        yield
    except InvalidInput as error:
        raise click.UsageError("\n".join(error.lines(lang))) from None
    except OSError as error:
        detail = in_words(error, lang)
        raise click.UsageError(say("record.unwritable", lang, path=path, detail=detail)) from None


@click.command()
@click.argument("file", type=click.Path(), metavar="FILE")
@click.option("--head", metavar="HASH", help="Mã chốt đã lưu, phải có trong nhật ký (a hash kept from earlier).")
@click.option(
    "--public-key",
    "keys",
    type=click.Path(),
    multiple=True,
    metavar="FILE.pem",
    help="Mọi mục phải có chữ ký của khóa này; đã đổi khóa thì chỉ nhiều lần (entries must be signed with it).",
)
@format_option("text", "json")
@lang_option
def verify(file: str, head: str | None, keys: tuple[str, ...], form: str, lang: str) -> NoReturn:
    """Kiểm tra nhật ký và xét lại từng mục theo luật hiện nay (check a log, decide each entry again).

    Mã thoát: 0 khi không có gì khác, 1 khi có (exit code 1 where anything differs). "-" đọc đầu vào chuẩn.
    """
    from langnghe.engine.law.rulebook import installed
    from langnghe.engine.problems import InvalidInput
    from langnghe.engine.records import Verification
    from langnghe.engine.records.signing import public_key
    from langnghe.engine.records.summary import document, in_words

    try:
        public_keys = tuple(public_key(each) for each in keys)
    except InvalidInput as error:
        raise click.UsageError("\n".join(error.lines(lang))) from None
    source = sys.stdin.buffer if file == _STANDARD_INPUT else Path(file)
    with _progress(lang) as progress:
        check = Verification(source, head=_as_head(head, lang), public_keys=public_keys, lang=lang, progress=progress)
        readable = _told(check, file, form, lang)
    if readable:
        rulebook = installed().identity
        if form == "json":
            click.echo(_json(document(check, file, rulebook, checked=bool(keys))))
        else:
            click.echo("\n".join(in_words(check, file, rulebook, checked=bool(keys), lang=lang)))
    sys.exit(0 if readable and check.sound else SOME_INVALID)


def _told(check: Verification, file: str, form: str, lang: str) -> bool:
    """Report each problem as soon as it is found; tell whether the log could be read at all."""
    from langnghe.engine.problems import InvalidInput

    try:
        for problem in check:
            _report([problem], file, form, lang)
    except InvalidInput as error:
        _report(error.problems, file, form, lang)
        return False
    return True


def _report(problems: list[Problem], file: str, form: str, lang: str) -> None:
    from langnghe.engine.problems import InvalidInput

    for line in InvalidInput(problems, file).lines(lang):
        print(line, file=sys.stderr, flush=True)  # noqa: T201  unlike click's echo, it does not run into a progress bar
    if form == "json":
        found = [
            {"path": each.path, "line": each.line, "code": each.code, "message": each.message(lang)}
            for each in problems
        ]
        document = {"format": "langnghe/error/v1", "path": file, "problems": found}
        print(_json(document), flush=True)  # noqa: T201  the same


def _as_head(head: str | None, lang: str) -> str | None:
    """Take a head as people copy it: with spaces and line breaks, in capitals."""
    from langnghe.engine.words.messages import say

    if head is None:
        return None
    written = "".join(head.split()).lower()
    if not re.fullmatch("[0-9a-f]{64}", written):
        raise click.UsageError(say("problem.record.head_format", lang, got=head))
    return written


@contextlib.contextmanager
def _progress(lang: str) -> Iterator[Callable[[int, int | None], object]]:
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    from langnghe.engine.words.messages import say

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(say("record.progress", lang), total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)


def _json(tree: dict[str, Any]) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))

"""Registers on the command line: the review of every title on one, and a programme's targets over it."""

from __future__ import annotations

import csv
import shutil
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from langnghe.commands.options import lang_option, on_option
from langnghe.commands.running import SOME_INVALID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from langnghe.engine.register.review import Account

_ENDINGS: Final = (".csv", ".tsv", ".parquet", ".ndjson", ".jsonl")
_SHEET: Final = ".xlsx"  # a register, or one village's dossier
_COMMUNES: Final = 20  # shown; all of them are in the summary file

columns_option = click.option(
    "--columns",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE.yaml",
    help="Tiêu đề cột riêng của sổ, langnghe/columns/v1 (what a register's own headings mean).",
)


def is_register(paths: tuple[str, ...], output: str | None) -> bool:
    """Tell a register from dossiers: by the ending, and of an Excel file by a table being asked for."""
    if any(path.lower().endswith(_ENDINGS) for path in paths):
        return True
    tables = (*_ENDINGS, _SHEET)
    return (
        bool(output) and str(output).lower().endswith(tables) and all(path.lower().endswith(_SHEET) for path in paths)
    )


def review_one(  # noqa: PLR0913, PLR0917  what the command was asked
    paths: tuple[str, ...], output: str | None, day: date | None, columns: str | None, form: str, lang: str
) -> NoReturn:
    """Review one register into a table; say what became of its rows, and exit.

    Where no table is asked for, the counts are shown, or with ``json`` the table's rows, one object a line; rows that
    could not be read are told as problems are.
    """
    from langnghe.engine.register.mapping import mapping
    from langnghe.engine.register.review import review_register
    from langnghe.engine.words.messages import say

    if len(paths) != 1:
        raise click.UsageError(say("register.one", lang))
    day = day or date.today()  # noqa: DTZ011  the user's calendar day
    with ExitStack() as leaving:
        table = Path(output or Path(leaving.enter_context(tempfile.TemporaryDirectory()), "rows.ndjson"))
        with problems_told(lang, output or paths[0]), progress_shown(lang, "register.progress") as progress:
            account = review_register(
                Path(paths[0]), table, on=day, mapping=mapping(columns), lang=lang, progress=progress
            )
        if not output and account.rejects:
            _rejects_told(account.rejects, paths[0])
        if not output and form == "json":
            with table.open("rb") as rows:
                shutil.copyfileobj(rows, sys.stdout.buffer)
        else:
            _told(account, output, day, lang)
    sys.exit(SOME_INVALID if account.rejected else 0)


def _rejects_told(rejects: Path, register: str) -> None:
    with rejects.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            click.echo(f"{register}:{row['row']}: {row['reason']}", err=True)


@contextmanager
def problems_told(lang: str, output: str = "") -> Iterator[None]:
    """Report a register that cannot be read, or an output that cannot be written, and exit."""
    from langnghe.engine.problems import InvalidInput
    from langnghe.engine.words.messages import say
    from langnghe.engine.words.oserrors import in_words

    try:
        yield
    except InvalidInput as error:
        for line in error.lines(lang):
            click.echo(line, err=True)
        sys.exit(SOME_INVALID)
    except OSError as error:
        detail = in_words(error, lang)
        raise click.ClickException(say("register.unwritable", lang, path=output, detail=detail)) from None


@contextmanager
def progress_shown(lang: str, task_name: str) -> Iterator[Callable[[int, int | None], None]]:
    """Show on a terminal how far a register has got; ``task_name`` is the message that names what is done."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from langnghe.engine.words.messages import say

    shown = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
    )
    with shown:
        task = shown.add_task(say(task_name, lang), total=None)
        yield lambda done, length: shown.update(task, advance=done, total=length)


def _told(account: Account, output: str | None, day: date, lang: str) -> None:
    from langnghe.engine.words import formats
    from langnghe.engine.words.messages import say

    click.echo(say("register.day", lang, day=formats.day(day, lang)))
    numbers = {key: formats.number(getattr(account, key), lang) for key in ("read", "reviewed", "rejected")}
    if account.resumed_at:
        click.echo(say("register.resumed", lang, rows=formats.number(account.resumed_at, lang)))
    click.echo(say("register.account", lang, **numbers))
    summary = account.summary
    _table(say("register.by_title", lang), summary["titles"], _title, lang)
    _table(say("register.by_criterion", lang), summary["criteria"], _criterion, lang)
    most = _COMMUNES if output else None  # without a table there is no summary file either
    _table(say("register.by_commune", lang), summary["communes"][:most], _commune, lang)
    if output and len(summary["communes"]) > _COMMUNES:
        more = formats.number(len(summary["communes"]) - _COMMUNES, lang)
        click.echo(f"  {say('register.more', lang, more=more)}")
    click.echo(say("text.disclaimer", lang))
    click.echo(say("register.written", lang, path=output) if output else say("register.no_table", lang))
    if output and account.rejects:
        click.echo(say("register.rejects", lang, path=account.rejects))


def _table(heading: str, rows: list[dict[str, Any]], name: Callable[[dict[str, Any], str], str], lang: str) -> None:
    from langnghe.engine.words import formats
    from langnghe.engine.words.messages import say

    if not rows:
        return
    click.echo(f"{heading}:")
    words = "verdict" if name is _criterion else "register.outcome"
    for row in rows:
        counts = [
            f"{say(f'{words}.{key}', lang)} {formats.number(count, lang)}"
            for key, count in row.items()
            if isinstance(count, int)
        ]
        click.echo(f"  {name(row, lang)}: {', '.join(counts)}")


def _title(row: dict[str, Any], lang: str) -> str:
    from langnghe.engine.words.messages import say

    return say(f"title.{row['title']}", lang)


def _criterion(row: dict[str, Any], lang: str) -> str:
    from langnghe.engine.law.rulebook import installed

    names = {rule.id: rule.name for rule in installed().rules()}
    return f"{_title(row, lang)}, {names[row['criterion']].in_(lang)}"


def _commune(row: dict[str, Any], lang: str) -> str:
    from langnghe.engine.words.messages import say

    return ", ".join(part for part in (row["commune"], row["province"]) if part) or say(
        "register.commune_unknown", lang
    )


@click.command()
@click.argument("name", metavar="ID")
@click.argument("register", type=click.Path(), metavar="SỔ")
@on_option("Ngày xét; mặc định là hôm nay (day to measure on).")
@columns_option
@lang_option
def programme(name: str, register: str, day: date | None, columns: str | None, lang: str) -> None:
    """Đối chiếu mục tiêu của một kế hoạch cấp tỉnh với sổ danh hiệu (a provincial plan's targets over a register).

    ID là mã của kế hoạch; mã không có thì lệnh nêu các mã có (an ID that is not there makes it name those that are).
    """
    from langnghe.engine.programmes.measure import measure_programme
    from langnghe.engine.programmes.plan import programmes
    from langnghe.engine.programmes.text import programme_text
    from langnghe.engine.register.mapping import mapping
    from langnghe.engine.words.messages import say

    known = programmes()
    if name not in known:
        raise click.UsageError(say("programme.no_such", lang, id=name, known=", ".join(known)))
    on = day or date.today()  # noqa: DTZ011  the user's calendar day
    with problems_told(lang):
        result = measure_programme(known[name], Path(register), mapping(columns), on, lang)
    for line in programme_text(result, register, lang):
        click.echo(line)
    sys.exit(SOME_INVALID if result.rejects else 0)

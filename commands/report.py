"""``langnghe report``: the yearly report on the titles of a register, as a workbook or a page."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from langnghe.commands.options import lang_option, on_option
from langnghe.commands.registers import columns_option, problems_told, progress_shown
from langnghe.commands.running import SOME_INVALID

if TYPE_CHECKING:
    from langnghe.engine.report.making import Report

_FORMS: Final = (".xlsx", ".html")


@click.command()
@click.argument("register", type=click.Path(), metavar="SỔ")
@on_option("Ngày rà soát; mặc định là hôm nay (review date).")
@columns_option
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    metavar="TỆP",
    help="Tệp .xlsx hoặc .html nhận báo cáo (the report, an .xlsx or .html file).",
)
@lang_option
def report(register: str, day: date | None, columns: str | None, output: str | None, lang: str) -> None:
    """Lập báo cáo hằng năm về danh hiệu từ một sổ (the yearly report on the titles of a register).

    SỔ là tệp .csv, .xlsx, .parquet hoặc .ndjson, mỗi hàng một danh hiệu. Báo cáo .xlsx có mọi danh hiệu; trang .html
    có biểu đồ và phần đầu của các danh sách dài (the workbook has every title, the page the first of long lists).
    """
    from langnghe.engine.evaluation import InternalDisagreement
    from langnghe.engine.register.entries import Entered
    from langnghe.engine.register.mapping import mapping
    from langnghe.engine.report.writing import write_report
    from langnghe.engine.words import formats
    from langnghe.engine.words.messages import say

    form = Path(output).suffix.lower() if output else ""
    if output is None or form not in _FORMS:
        raise click.UsageError(say("report.which_file", lang))
    if Path(output).resolve() == Path(register).resolve():
        raise click.UsageError(say("report.over_input", lang, path=output))
    day = day or date.today()  # noqa: DTZ011  the user's calendar day
    try:
        with problems_told(lang, output), progress_shown(lang, "report.progress") as progress:
            made = write_report(
                Entered(Path(register), mapping(columns)), Path(output), day, lang=lang, progress=progress
            )
    except InternalDisagreement as error:
        raise click.ClickException(say("problem.disagreement", lang, detail=error)) from None
    click.echo(say("register.day", lang, day=formats.day(day, lang)))
    _told(made, lang)
    click.echo(say("report.done", lang, path=output))
    sys.exit(SOME_INVALID if made.tally.rejected else 0)


def _told(made: Report, lang: str) -> None:
    """Say what became of every row, and how many titles there are of each outcome."""
    from langnghe.engine.report.tables import tables_of
    from langnghe.engine.words import formats

    tables = {table.id: table for table in tables_of(made)}
    for note in tables["account"].notes:
        click.echo(note)
    if "titles" not in tables:
        return
    columns = tables["titles"].columns[2:]
    for row in tables["titles"].rows:
        name, _, *numbers = row.cells
        counts = [
            f"{column.lower()} {formats.number(int(number), lang)}"
            for column, number in zip(columns, numbers, strict=True)
            if number
        ]
        click.echo(f"  {name}: {', '.join(counts)}")

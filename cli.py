"""The command ``langnghe``: each command reads, calls the public API, and writes.

Texts of ``--help`` are Vietnamese with a short English gloss; results follow ``--lang``.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from typing import TYPE_CHECKING, Final

import click

from langnghe.commands import law, records, registers, report, scenarios, template
from langnghe.commands.language import Program, every_command_in
from langnghe.commands.options import (
    format_option,
    lang_option,
    on_option,
    output_option,
    paths_argument,
    template_option,
)
from langnghe.commands.running import (
    SOME_INVALID,
    form_of,
    in_batch,
    into_folder,
    named_dossiers,
    office_template,
    opened_output,
)

if TYPE_CHECKING:
    from datetime import date


TITLES = ("traditional_craft", "craft_village", "traditional_craft_village")

# Modules, models and rules are made once and stay: nothing is gained by looking through them for garbage. One dossier
# takes some 60,000 objects; what makes more is past starting, and collected for as usual.
_OBJECTS_OF_A_START: Final = 80_000
_COLLECTED_AFTER: Final = gc.get_threshold()


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="langnghe", help="Hiện phiên bản rồi thoát (show the version).")
@lang_option
@click.pass_context
def main(context: click.Context, lang: str) -> None:
    """Xét tiêu chí công nhận, rà soát danh hiệu làng nghề theo Nghị định số 52/2018/NĐ-CP.

    Assesses Vietnamese craft villages under Decree 52/2018/NĐ-CP. The engine recommends; people decide.
    """
    _settle_in()
    context.default_map = every_command_in(lang, main)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a redirected Windows console would not take Vietnamese otherwise
            stream.reconfigure(encoding="utf-8", errors="replace")


def _settle_in() -> None:
    """Have Python and pydantic do without what serves long-lived programs: a seventh of a start."""
    gc.set_threshold(_OBJECTS_OF_A_START)
    gc.callbacks.append(_started)
    atexit.register(gc.freeze)  # what is left at the end need not be looked through, either
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # whose search opens a file of every installed package


def _started(phase: str, _: dict[str, int]) -> None:
    """Collect as usual from now on (called by :mod:`gc` at the first collection)."""
    if phase == "stop" and _started in gc.callbacks:
        gc.callbacks.remove(_started)
        gc.set_threshold(*_COLLECTED_AFTER)


@main.command()
@paths_argument
@on_option("Ngày xét; mặc định là thời điểm đề nghị (day to measure on).")
@click.option("--title", type=click.Choice(TITLES), help="Xét danh hiệu khác với hồ sơ (another title).")
@format_option("text", "json", "html", "docx")
@template_option
@output_option
@records.record_options
@lang_option
def assess(  # noqa: PLR0913, PLR0917  one parameter an option
    paths: tuple[str, ...],
    day: date | None,
    title: str | None,
    form: str,
    office: str | None,
    output: str | None,
    record: str | None,
    sign_key: str | None,
    lang: str,
) -> None:
    """Thẩm định hồ sơ đề nghị công nhận (assess dossiers; "-" reads standard input).

    PATH là tệp hồ sơ, hoặc thư mục chứa các tệp hồ sơ (a dossier, or a folder of dossiers). "-o THƯ-MỤC/" ghi
    trang kết quả và biên bản của từng hồ sơ, cùng một danh mục (pages, minutes and an index into a folder).
    """
    import langnghe

    form = form_of(form, output)
    folder = into_folder(paths, output, form, lang)
    with (
        office_template(office, lang, used=form == "docx" or (folder and form == "text")) as template,
        records.recording(record, sign_key, output, lang) as recorder,
    ):
        if folder:
            in_batch(
                *(paths, output or "", form, lang, template),
                do=lambda batch, path: batch.assess(path, day, title, recorder.keep),
                kind="assess",
            )
        with opened_output(output, form, lang, template) as out:
            for path, dossier in named_dossiers(paths, out):
                with out.problems_of_result(path):
                    out.assessment(recorder.keep(langnghe.assess(dossier, on=day, title=title, lang=lang)))
    sys.exit(SOME_INVALID if out.invalid else 0)


@main.command()
@paths_argument
@on_option("Ngày rà soát; mặc định là hôm nay (review date).")
@format_option("text", "json", "html", "docx")
@template_option
@registers.columns_option
@output_option
@records.record_options
@lang_option
def review(  # noqa: PLR0913, PLR0917  one parameter an option
    paths: tuple[str, ...],
    day: date | None,
    form: str,
    office: str | None,
    columns: str | None,
    output: str | None,
    record: str | None,
    sign_key: str | None,
    lang: str,
) -> None:
    """Rà soát danh hiệu đã công nhận (review the titles that dossiers hold, or those of a register).

    PATH là hồ sơ, thư mục hồ sơ, hoặc một sổ (.csv, .parquet, .ndjson; .xlsx thì cần -o); "-o KẾT-QUẢ" của sổ là một
    bảng (dossiers, a folder of them, or one register, which gives a table). Sổ đang rà soát dở thì chạy lại là đi tiếp.
    "-o THƯ-MỤC/" ghi trang kết quả và biên bản của từng hồ sơ, cùng một danh mục (pages, minutes and an index).
    """
    import langnghe

    if registers.is_register(paths, output):
        records.not_for_registers(record or sign_key, lang)
        registers.review_one(paths, output, day, columns, form, lang)
    form = form_of(form, output)
    folder = into_folder(paths, output, form, lang)
    with (
        office_template(office, lang, used=form == "docx" or (folder and form == "text")) as template,
        records.recording(record, sign_key, output, lang) as recorder,
    ):
        if folder:
            in_batch(
                *(paths, output or "", form, lang, template),
                do=lambda batch, path: batch.review(path, day, recorder.keep),
                kind="review",
            )
        with opened_output(output, form, lang, template) as out:
            for path, dossier in named_dossiers(paths, out):
                with out.problems_of_result(path):
                    out.reviews(dossier, [recorder.keep(each) for each in langnghe.review(dossier, on=day, lang=lang)])
    sys.exit(SOME_INVALID if out.invalid else 0)


@main.command()
@paths_argument
@format_option("text", "json")
@lang_option
def check(paths: tuple[str, ...], form: str, lang: str) -> None:
    """Chỉ kiểm tra hồ sơ có đọc được, có hợp lệ không (validate only)."""
    from langnghe.engine.writing.out import Output

    with Output(None, form, lang) as out:
        for path, _ in named_dossiers(paths, out):
            out.valid(path)
    sys.exit(SOME_INVALID if out.invalid else 0)


@main.command()
@click.argument("name", type=click.Choice(["dossier", "assessment", "review", "rulebook", "record"]))
def schema(name: str) -> None:
    """In JSON Schema của một định dạng (the JSON Schema of a format)."""
    import json

    from langnghe.engine.schema import schema as made

    click.echo(json.dumps(made(name), ensure_ascii=False, indent=2))


for _command in (law.law, records.verify, registers.programme, report.report, scenarios.scenarios, template.template):
    main.add_command(_command)

"""The command ``langnghe``: each command reads, calls the public API, and writes.

Texts of ``--help`` are Vietnamese with a short English gloss; results follow ``--lang``.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime

    from langnghe.engine.dossier import Dossier

TITLES = ("traditional_craft", "craft_village", "traditional_craft_village")
SOME_INVALID = 1

_paths = click.argument("paths", nargs=-1, required=True, metavar="PATH…")
_lang = click.option(
    "--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Ngôn ngữ (language)."
)
_format = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Dạng kết quả (output format).",
)
_out = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    help="Ghi vào tệp thay vì ra màn hình (write to a file).",
)


def _day(_context: click.Context, _parameter: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


def _on(help_text: str) -> Callable[[Any], Any]:
    return click.option(
        "--on", "day", type=click.DateTime(["%Y-%m-%d"]), callback=_day, metavar="YYYY-MM-DD", help=help_text
    )


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="langnghe")
def main() -> None:
    """Xét tiêu chí công nhận, rà soát danh hiệu làng nghề theo Nghị định số 52/2018/NĐ-CP.

    Assesses Vietnamese craft villages under Decree 52/2018/NĐ-CP. The engine recommends; people decide.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a redirected Windows console would not take Vietnamese otherwise
            stream.reconfigure(encoding="utf-8")


@main.command()
@_paths
@_on("Ngày xét; mặc định là thời điểm đề nghị (day to measure on).")
@click.option("--title", type=click.Choice(TITLES), help="Xét danh hiệu khác với hồ sơ (another title).")
@_format
@_out
@_lang
def assess(  # noqa: PLR0913, PLR0917  one parameter an option
    paths: tuple[str, ...], day: date | None, title: str | None, form: str, output: str | None, lang: str
) -> None:
    """Thẩm định hồ sơ đề nghị công nhận (assess dossiers; "-" reads standard input)."""
    import langnghe
    from langnghe.engine.writing.out import Output

    with Output(output, form, lang) as out:
        for dossier in _dossiers(paths, out):
            with out.problems_of_result(dossier.id):
                out.assessment(langnghe.assess(dossier, on=day, title=title, lang=lang))
    sys.exit(SOME_INVALID if out.invalid else 0)


@main.command()
@_paths
@_on("Ngày rà soát; mặc định là hôm nay (review date).")
@_format
@_out
@_lang
def review(paths: tuple[str, ...], day: date | None, form: str, output: str | None, lang: str) -> None:
    """Rà soát danh hiệu đã công nhận (review the titles that dossiers hold)."""
    import langnghe
    from langnghe.engine.writing.out import Output

    with Output(output, form, lang) as out:
        for dossier in _dossiers(paths, out):
            out.reviews(dossier.id, langnghe.review(dossier, on=day, lang=lang))
    sys.exit(SOME_INVALID if out.invalid else 0)


@main.command()
@_paths
@_format
@_lang
def check(paths: tuple[str, ...], form: str, lang: str) -> None:
    """Chỉ kiểm tra hồ sơ có đọc được, có hợp lệ không (validate only)."""
    from langnghe.engine.writing.out import Output

    with Output(None, form, lang) as out:
        for path, _ in _named_dossiers(paths, out):
            out.valid(path)
    sys.exit(SOME_INVALID if out.invalid else 0)


def _dossiers(paths: tuple[str, ...], out: Any) -> Iterator[Dossier]:  # noqa: ANN401  Output is imported where used
    for _, dossier in _named_dossiers(paths, out):
        yield dossier


def _named_dossiers(paths: tuple[str, ...], out: Any) -> Iterator[tuple[str, Dossier]]:  # noqa: ANN401  Output is imported where used
    """Read each path; an invalid one is reported and passed over."""
    import langnghe

    for path in paths:
        try:
            dossier = langnghe.load(path)
        except langnghe.InvalidDossier as error:
            out.invalid_input(path, error)
        else:
            yield path, dossier


@main.command()
@click.argument("rule", required=False, metavar="[ID]")
@_on("Luật của ngày nào; mặc định là hôm nay (the law of which day).")
@_lang
def law(rule: str | None, day: date | None, lang: str) -> None:
    """In các quy tắc có hiệu lực, kèm nguyên văn và điều kiện (the rules in force, with text and condition)."""
    from datetime import date as calendar_date

    from langnghe.engine.rulebook import installed
    from langnghe.engine.rulequery import matching, nearest
    from langnghe.engine.writing.out import Output
    from langnghe.engine.writing.text import law_text

    rulebook = installed()
    that_day = day or calendar_date.today()  # noqa: DTZ011  the user's calendar day
    on_day = rulebook.law_on(that_day)
    rules = matching(on_day, rule, that_day)
    if not rules:
        from langnghe.engine import formats
        from langnghe.engine.messages import say

        near = nearest(on_day, rule or "")
        raise click.UsageError(say("law.no_such_id", lang, id=rule, day=formats.day(that_day, lang), near=near))
    with Output(None, "text", lang) as out:
        out.heading("law.heading", that_day)
        out.show(law_text(on_day, rules, rulebook, lang))


@main.command()
@click.argument("name", type=click.Choice(["dossier", "assessment", "review", "rulebook"]))
def schema(name: str) -> None:
    """In JSON Schema của một định dạng (the JSON Schema of a format)."""
    import json

    from langnghe.engine.schema import schema as made

    click.echo(json.dumps(made(name), ensure_ascii=False, indent=2))

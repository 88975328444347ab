"""``langnghe law``: the law of a day, what changed, what is encoded, and its book."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from langnghe.commands.options import (
    as_day,
    lang_option,
    on_option,
)
from langnghe.commands.running import (
    SOME_INVALID,
    named_dossiers,
)
from langnghe.commands.scenarios import scenario_run

if TYPE_CHECKING:
    from datetime import date


class _ShowFirst(click.Group):
    """A group whose first word is a command, or else the id that its command ``show`` is about."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in {*self.commands, *ctx.help_option_names}:
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_ShowFirst)
def law() -> None:
    """Luật của một ngày, những gì thay đổi giữa hai ngày, và những gì đã mã hóa (the law of a day).

    "langnghe law [ID] [--on NGÀY]" là "langnghe law show" (the same as "law show").
    """


@law.command()
@click.argument("rule", required=False, metavar="[ID]")
@on_option("Luật của ngày nào; mặc định là hôm nay (the law of which day).")
@lang_option
def show(rule: str | None, day: date | None, lang: str) -> None:
    """In các quy tắc có hiệu lực, kèm nguyên văn và điều kiện (the rules in force, with text and condition)."""
    from datetime import date as calendar_date

    from langnghe.engine.law.rulebook import installed
    from langnghe.engine.writing.law_text import NoSuchRule, law_of_day
    from langnghe.engine.writing.out import Output

    with Output(None, "text", lang) as out:
        try:
            out.show(law_of_day(installed(), rule, day or calendar_date.today(), lang))  # noqa: DTZ011  the user's day
        except NoSuchRule as error:
            raise click.UsageError(str(error)) from None


@law.command()
@click.argument("first", type=click.DateTime(["%Y-%m-%d"]), callback=as_day, metavar="D1")
@click.argument("second", type=click.DateTime(["%Y-%m-%d"]), callback=as_day, metavar="D2")
@click.option("--dossiers", metavar="DIR", help="Hồ sơ nào cho kết quả khác, và vì sao (which differ, and why).")
@lang_option
def diff(first: date, second: date, dossiers: str | None, lang: str) -> None:
    """In những gì thay đổi giữa hai ngày, ghi NĂM-THÁNG-NGÀY (what changed between two days).

    Với --dossiers, mỗi hồ sơ được xét hai lần theo luật của hai ngày, cùng số liệu và cùng ngày đo là thời điểm đề
    nghị (each dossier is assessed under both laws, on the same facts and the day that it proposes).
    """
    from langnghe.engine.law.rulebook import installed
    from langnghe.engine.writing.law_text import diff_of_days, differing_dossiers
    from langnghe.engine.writing.out import Output

    with Output(None, "text", lang) as out:
        out.show(diff_of_days(installed(), first, second, lang))
        if dossiers:
            found = (dossier for _, dossier in named_dossiers((dossiers,), out))
            out.show(differing_dossiers(installed(), found, first, second, lang))
    sys.exit(SOME_INVALID if out.invalid else 0)


@law.command()
@lang_option
def coverage(lang: str) -> None:
    """In bảng mọi điều, khoản, điểm: đã mã hóa, dành cho hội đồng, hay ngoài phạm vi (what is encoded)."""
    from langnghe.engine.law.coverage import coverage as table
    from langnghe.engine.law.rulebook import installed
    from langnghe.engine.writing.law_text import coverage_text
    from langnghe.engine.writing.out import Output

    with Output(None, "text", lang) as out:
        out.show(coverage_text(table(installed(), lang), lang))


@law.command("check")
@click.argument("folder", required=False, metavar="[FOLDER]", type=click.Path(exists=True, file_okay=False))
@click.option("--hashes", is_flag=True, help="Chỉ in mã băm của mọi nguyên văn (print the hash of every quotation).")
@lang_option
def check_rules(folder: str | None, hashes: bool, lang: str) -> None:  # noqa: FBT001  a flag of the command line
    """Kiểm tra tĩnh bộ quy tắc: ngày, trường, lời, nguyên văn (static checks of the installed or another rulebook).

    "law check --hashes > rules/statute.sha256" lưu nguyên văn sau khi đã đối chiếu (stores the texts once compared).
    """
    from importlib.resources import files
    from pathlib import Path

    from langnghe.engine.law.lawcheck import check_law
    from langnghe.engine.law.rulebook import load_rulebook
    from langnghe.engine.law.statute import hashes as hashes_of
    from langnghe.engine.law.statute import line
    from langnghe.engine.problems import InvalidRules
    from langnghe.engine.words.messages import say

    root = Path(folder) if folder else files("langnghe").joinpath("rules")
    try:
        rulebook = load_rulebook(root)
        problems = [] if hashes else check_law(root, rulebook)
    except InvalidRules as error:
        problems = error.problems
    for text in InvalidRules(problems).lines(lang):
        click.echo(text, err=True)
    if problems:
        sys.exit(SOME_INVALID)
    if hashes:
        for provision, digest in hashes_of(rulebook).items():
            click.echo(line(provision, digest))
    else:
        click.echo(say("lawcheck.good", lang, rules=len(rulebook.rules()), provisions=len(rulebook.provisions())))


@law.command()
@click.option("-o", "--output", type=click.Path(file_okay=False), required=True, help="Thư mục để viết (folder).")
@click.option("--mutants", type=click.Path(exists=True, dir_okay=False), help="Kết quả thay đổi thử (mutation scores).")
@lang_option
def book(output: str, mutants: str | None, lang: str) -> None:
    """Viết sách luật: luật, quy tắc bằng lời, kịch bản và thẩm định (the law, its rules and scenarios as a site)."""
    from datetime import date as calendar_date
    from pathlib import Path

    from langnghe.engine.lawbook.making import make_book
    from langnghe.engine.lawbook.summary import shortcomings
    from langnghe.engine.words.messages import say

    today = calendar_date.today()  # noqa: DTZ011  the user's calendar day
    with scenario_run(output, lang):
        run, made, index, number = make_book(Path(output), today, Path(mutants) if mutants else None, lang)
    click.echo(say("book.written", lang, number=number, path=index))
    lacking = shortcomings(run, made, lang)
    for line in lacking:
        click.echo(line, err=True)
    sys.exit(SOME_INVALID if lacking else 0)


@law.command()
@click.argument("provision", metavar="ID")
@click.option("--name", required=True, help="Họ và tên người thẩm định (reviewer).")
@click.option("--role", required=True, help="Chức vụ (capacity).")
@click.option("--part", type=click.Choice(["rules", "features"]), help="Chỉ quy tắc, hay chỉ kịch bản (one part).")
@click.option("--refuse", is_flag=True, help="Không đồng ý (not approved).")
@click.option("--note", help="Ý kiến (note).")
@click.option("--yes", is_flag=True, help="Ký mà không hỏi lại (sign without asking).")
@lang_option
def sign(  # noqa: PLR0913  one parameter an option
    provision: str, name: str, role: str, part: str | None, *, refuse: bool, note: str | None, yes: bool, lang: str
) -> None:
    """Ký thẩm định một điểm: quy tắc và kịch bản của nó (sign the review of a provision)."""
    from datetime import date as calendar_date
    from difflib import get_close_matches

    from langnghe.engine.law.rulebook import installed
    from langnghe.engine.lawbook.making import sign as record
    from langnghe.engine.lawbook.making import to_sign
    from langnghe.engine.words.messages import say

    today = calendar_date.today()  # noqa: DTZ011  the user's calendar day
    known = installed().provisions()
    if provision not in known:
        near = next(iter(get_close_matches(provision, known, n=1, cutoff=0.3)), "…")
        raise click.UsageError(say("book.no_such", lang, id=provision, near=near))
    with scenario_run(provision, lang):
        words = {each: lines for each, lines in to_sign(provision, today).items() if part in {None, each}}
        if not words:
            raise click.UsageError(say("book.nothing_to_sign", lang, id=provision))
        for each, lines in words.items():
            click.echo("\n".join([say(f"book.review_of.{each}", lang).upper(), *(f"  {line}" for line in lines)]))
        question = say("book.confirm_refuse" if refuse else "book.confirm_approve", lang, name=name, role=role)
        if not yes and not click.confirm(question):
            click.echo(say("book.not_recorded", lang))
            return
        for each, lines in words.items():
            path = record(each, provision, lines, name=name, role=role, on=today, approved=not refuse, note=note)
            click.echo(say("book.recorded", lang, path=path))

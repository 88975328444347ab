"""The command ``langnghe``: each command reads, calls the public API, and writes.

Texts of ``--help`` are Vietnamese with a short English gloss; results follow ``--lang``.
"""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, Any, NoReturn

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
_out = click.option(
    "-o",
    "--output",
    type=click.Path(),
    help="Ghi vào tệp, hoặc mỗi hồ sơ một tệp vào thư mục kết thúc bằng / (write to a file, or a folder ending in /).",
)


_template = click.option(
    "--template",
    "office",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE.docx",
    help="Mẫu biên bản riêng của cơ quan, docs/mau-bien-ban.md (the office's own template of minutes).",
)


def _format(*forms: str) -> Callable[[Any], Any]:
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="Dạng kết quả (output format).",
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
            stream.reconfigure(encoding="utf-8", errors="replace")


@main.command()
@_paths
@_on("Ngày xét; mặc định là thời điểm đề nghị (day to measure on).")
@click.option("--title", type=click.Choice(TITLES), help="Xét danh hiệu khác với hồ sơ (another title).")
@_format("text", "json", "html", "docx")
@_template
@_out
@_lang
def assess(  # noqa: PLR0913, PLR0917  one parameter an option
    paths: tuple[str, ...],
    day: date | None,
    title: str | None,
    form: str,
    office: str | None,
    output: str | None,
    lang: str,
) -> None:
    """Thẩm định hồ sơ đề nghị công nhận (assess dossiers; "-" reads standard input).

    PATH là tệp hồ sơ, hoặc thư mục chứa các tệp hồ sơ (a dossier, or a folder of dossiers). "-o THƯ-MỤC/" ghi
    trang kết quả và biên bản của từng hồ sơ, cùng một danh mục (pages, minutes and an index into a folder).
    """
    import langnghe

    folder = _into_folder(paths, output, form, lang, forms=("text", "html", "docx"))
    with _office_template(office, lang, used=form == "docx" or (folder and form == "text")) as template:
        if folder:
            _in_batch(
                *(paths, output or "", form, lang, template),
                do=lambda batch, path: batch.assess(path, day, title),
                index=True,
            )
        with _output(output, form, lang, template) as out:
            for path, dossier in _named_dossiers(paths, out):
                with out.problems_of_result(path):
                    out.assessment(langnghe.assess(dossier, on=day, title=title, lang=lang))
    sys.exit(SOME_INVALID if out.invalid else 0)


@main.command()
@_paths
@_on("Ngày rà soát; mặc định là hôm nay (review date).")
@_format("text", "json", "html", "docx")
@_template
@_out
@_lang
def review(  # noqa: PLR0913, PLR0917  one parameter an option
    paths: tuple[str, ...], day: date | None, form: str, office: str | None, output: str | None, lang: str
) -> None:
    """Rà soát danh hiệu đã công nhận (review the titles that dossiers hold)."""
    import langnghe

    folder = _into_folder(paths, output, form, lang, forms=("html", "docx"))
    with _office_template(office, lang, used=form == "docx") as template:
        if folder:
            _in_batch(
                *(paths, output or "", form, lang, template),
                do=lambda batch, path: batch.review(path, day),
                index=False,
            )
        with _output(output, form, lang, template) as out:
            for _, dossier in _named_dossiers(paths, out):
                out.reviews(dossier, langnghe.review(dossier, on=day, lang=lang))
    sys.exit(SOME_INVALID if out.invalid else 0)


@main.command()
@_paths
@_format("text", "json")
@_lang
def check(paths: tuple[str, ...], form: str, lang: str) -> None:
    """Chỉ kiểm tra hồ sơ có đọc được, có hợp lệ không (validate only)."""
    from langnghe.engine.writing.out import Output

    with Output(None, form, lang) as out:
        for path, _ in _named_dossiers(paths, out):
            out.valid(path)
    sys.exit(SOME_INVALID if out.invalid else 0)


@contextlib.contextmanager
def _office_template(path: str | None, lang: str, *, used: bool) -> Iterator[bytes | None]:
    """Read an office's template of minutes; one that cannot be used is the caller's mistake, told as such."""
    from pathlib import Path

    from langnghe.engine.messages import say
    from langnghe.engine.problems import InvalidTemplate

    if path and not used:
        raise click.UsageError(say("minutes.template_unused", lang))
    template = None
    if path:
        from langnghe.engine.writing.docx_template import MAX_TEMPLATE

        with Path(path).open("rb") as file:
            template = file.read(MAX_TEMPLATE + 1)  # one byte more tells that it is too large
    try:
        yield template
    except InvalidTemplate as error:
        error.source = path or ""
        raise click.UsageError("\n".join(error.lines(lang))) from None


@contextlib.contextmanager
def _output(path: str | None, form: str, lang: str, template: bytes | None = None) -> Iterator[Any]:
    """Open where results go; a file that cannot be written is the caller's mistake, told as such."""
    from langnghe.engine.messages import say
    from langnghe.engine.writing.out import Output

    try:
        with Output(path, form, lang, template) as out:
            yield out
    except OSError as error:
        if path is None:  # such as a pipe closed by its reader, which click knows how to end
            raise
        raise click.UsageError(say("folder.unwritable", lang, path=path, detail=error.strerror or error)) from None


def _named_dossiers(paths: tuple[str, ...], out: Any) -> Iterator[tuple[str, Dossier]]:  # noqa: ANN401  Output is imported where used
    """Read each path, of a folder each dossier file; an invalid one is reported and passed over."""
    import langnghe

    for path in _files(paths, out.invalid_input):
        try:
            dossier = langnghe.load(path)
        except langnghe.InvalidDossier as error:
            out.invalid_input(path, error)
        else:
            yield path, dossier


def _files(paths: tuple[str, ...], reject: Callable[[str, Any], None]) -> Iterator[str]:
    """Give the files that paths name; a folder without dossiers is reported and passed over."""
    import langnghe
    from langnghe.engine.reading.folders import dossier_files

    for path in paths:
        try:
            yield from dossier_files(path)
        except langnghe.InvalidDossier as error:
            reject(path, error)


def _into_folder(paths: tuple[str, ...], output: str | None, form: str, lang: str, *, forms: tuple[str, ...]) -> bool:
    """Tell whether results go into a folder, one file a dossier, in one of ``forms``.

    Raises:
        click.UsageError: several dossiers make several files and no folder is named for them; or a folder is, and the
            format goes into one file; or the dossiers are in that very folder.
    """
    from pathlib import Path

    from langnghe.engine.messages import say
    from langnghe.engine.reading.folders import is_folder

    folders = [path for path in paths if is_folder(path)]
    if output and (is_folder(output) or (folders and form in forms and not Path(output).suffix)):
        if form not in forms:
            raise click.UsageError(say("folder.not_for_form", lang, form=form, path=output))
        if any(Path(output).resolve() == Path(path).resolve() for path in folders):
            raise click.UsageError(say("folder.same", lang, path=output))
        return True
    if form not in {"text", "json"} and (len(paths) > 1 or folders):
        raise click.UsageError(say("folder.several", lang, form=form))
    if form == "docx" and not output:
        raise click.UsageError(say("minutes.needs_file", lang))
    return False


def _in_batch(  # noqa: PLR0913  what a run needs
    paths: tuple[str, ...],
    output: str,
    form: str,
    lang: str,
    template: bytes | None,
    *,
    do: Callable[[Any, str], None],
    index: bool,
) -> NoReturn:
    """Write every dossier's files, and the index, into a folder; say how many, and exit."""
    from pathlib import Path

    from langnghe.engine.messages import say
    from langnghe.engine.writing.batch import Batch

    problems: list[str] = []
    files = list(_files(paths, lambda _, error: problems.extend(error.lines(lang))))
    try:
        batch = Batch(Path(output), form, lang, template)
        with click.progressbar(
            files, label=say("folder.progress", lang), file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as each:
            for path in each:
                do(batch, path)
        where = batch.finish() if index and files else None
    except OSError as error:
        detail = error.strerror or error
        raise click.ClickException(say("folder.unwritable", lang, path=output, detail=detail)) from None
    problems += batch.problems
    for problem in problems:
        click.echo(problem, err=True)
    bad = sum(bool(row.problems) for row in batch.rows)
    good = sum(bool(row.page or row.minutes) for row in batch.rows)  # a dossier without titles has no minutes of review
    counted = {"files": len(files), "rows": len(batch.rows), "good": good, "bad": bad}
    written = "minutes.written" if form == "docx" else "folder.pages"
    click.echo(say("folder.done" if index else written, lang, **counted))
    if where:
        click.echo(say("folder.where", lang, page=where, workbook=where.with_suffix(".xlsx")))
    sys.exit(SOME_INVALID if problems else 0)


class _ShowFirst(click.Group):
    """A group whose first word is a command, or else the id that its command ``show`` is about."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in {*self.commands, *ctx.help_option_names}:
            args = ["show", *args]
        return super().parse_args(ctx, args)


@main.group(cls=_ShowFirst)
def law() -> None:
    """Luật của một ngày, những gì thay đổi giữa hai ngày, và những gì đã mã hóa (the law of a day).

    "langnghe law [ID] [--on NGÀY]" là "langnghe law show" (the same as "law show").
    """


@law.command()
@click.argument("rule", required=False, metavar="[ID]")
@_on("Luật của ngày nào; mặc định là hôm nay (the law of which day).")
@_lang
def show(rule: str | None, day: date | None, lang: str) -> None:
    """In các quy tắc có hiệu lực, kèm nguyên văn và điều kiện (the rules in force, with text and condition)."""
    from datetime import date as calendar_date

    from langnghe.engine.rulebook import installed
    from langnghe.engine.writing.law_text import NoSuchRule, law_of_day
    from langnghe.engine.writing.out import Output

    with Output(None, "text", lang) as out:
        try:
            out.show(law_of_day(installed(), rule, day or calendar_date.today(), lang))  # noqa: DTZ011  the user's day
        except NoSuchRule as error:
            raise click.UsageError(str(error)) from None


@law.command()
@click.argument("first", type=click.DateTime(["%Y-%m-%d"]), callback=_day, metavar="D1")
@click.argument("second", type=click.DateTime(["%Y-%m-%d"]), callback=_day, metavar="D2")
@click.option("--dossiers", metavar="DIR", help="Hồ sơ nào cho kết quả khác, và vì sao (which differ, and why).")
@_lang
def diff(first: date, second: date, dossiers: str | None, lang: str) -> None:
    """In những gì thay đổi giữa hai ngày, ghi NĂM-THÁNG-NGÀY (what changed between two days).

    Với --dossiers, mỗi hồ sơ được xét hai lần theo luật của hai ngày, cùng số liệu và cùng ngày đo là thời điểm đề
    nghị (each dossier is assessed under both laws, on the same facts and the day that it proposes).
    """
    from langnghe.engine.rulebook import installed
    from langnghe.engine.writing.law_text import diff_of_days, differing_dossiers
    from langnghe.engine.writing.out import Output

    with Output(None, "text", lang) as out:
        out.show(diff_of_days(installed(), first, second, lang))
        if dossiers:
            found = (dossier for _, dossier in _named_dossiers((dossiers,), out))
            out.show(differing_dossiers(installed(), found, first, second, lang))
    sys.exit(SOME_INVALID if out.invalid else 0)


@law.command()
@_lang
def coverage(lang: str) -> None:
    """In bảng mọi điều, khoản, điểm: đã mã hóa, dành cho hội đồng, hay ngoài phạm vi (what is encoded)."""
    from langnghe.engine.coverage import coverage as table
    from langnghe.engine.rulebook import installed
    from langnghe.engine.writing.law_text import coverage_text
    from langnghe.engine.writing.out import Output

    with Output(None, "text", lang) as out:
        out.show(coverage_text(table(installed(), lang), lang))


@law.command("check")
@click.argument("folder", required=False, metavar="[FOLDER]", type=click.Path(exists=True, file_okay=False))
@click.option("--hashes", is_flag=True, help="Chỉ in mã băm của mọi nguyên văn (print the hash of every quotation).")
@_lang
def check_rules(folder: str | None, hashes: bool, lang: str) -> None:  # noqa: FBT001  a flag of the command line
    """Kiểm tra tĩnh bộ quy tắc: ngày, trường, lời, nguyên văn (static checks of the installed or another rulebook).

    "law check --hashes > rules/statute.sha256" lưu nguyên văn sau khi đã đối chiếu (stores the texts once compared).
    """
    from importlib.resources import files
    from pathlib import Path

    from langnghe.engine.lawcheck import check_law
    from langnghe.engine.messages import say
    from langnghe.engine.problems import InvalidRules
    from langnghe.engine.rulebook import load_rulebook
    from langnghe.engine.statute import hashes as hashes_of
    from langnghe.engine.statute import line

    root = Path(folder) if folder else files("langnghe").joinpath("rules")
    try:
        rulebook = load_rulebook(root)
        problems = [] if hashes else check_law(root)
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
@_lang
def book(output: str, mutants: str | None, lang: str) -> None:
    """Viết sách luật: luật, quy tắc bằng lời, kịch bản và thẩm định (the law, its rules and scenarios as a site)."""
    from datetime import date as calendar_date
    from pathlib import Path

    from langnghe.engine.lawbook.making import make_book
    from langnghe.engine.lawbook.summary import shortcomings
    from langnghe.engine.messages import say

    today = calendar_date.today()  # noqa: DTZ011  the user's calendar day
    with _scenario_run(output, lang):
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
@_lang
def sign(  # noqa: PLR0913  one parameter an option
    provision: str, name: str, role: str, part: str | None, *, refuse: bool, note: str | None, yes: bool, lang: str
) -> None:
    """Ký thẩm định một điểm: quy tắc và kịch bản của nó (sign the review of a provision)."""
    from datetime import date as calendar_date
    from difflib import get_close_matches

    from langnghe.engine.lawbook.making import sign as record
    from langnghe.engine.lawbook.making import to_sign
    from langnghe.engine.messages import say
    from langnghe.engine.rulebook import installed

    today = calendar_date.today()  # noqa: DTZ011  the user's calendar day
    known = installed().provisions()
    if provision not in known:
        near = next(iter(get_close_matches(provision, known, n=1, cutoff=0.3)), "…")
        raise click.UsageError(say("book.no_such", lang, id=provision, near=near))
    with _scenario_run(provision, lang):
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


@main.command()
@click.argument("folder", required=False, type=click.Path(exists=True))
@click.option("--vocabulary", is_flag=True, help="In mọi câu dùng được, kèm ví dụ (list every sentence).")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Ghi kết quả dạng JSON (results as JSON).")
@_lang
def scenarios(folder: str | None, *, vocabulary: bool, output: str | None, lang: str) -> None:
    """Chạy mọi tệp .feature trong một thư mục với luật đã cài (run a folder of scenarios against the law)."""
    from pathlib import Path

    from langnghe.engine.messages import say
    from langnghe.engine.problems import InvalidInput
    from langnghe.engine.scenarios.running import require, run_folder
    from langnghe.engine.writing.files import write_atomically
    from langnghe.engine.writing.out import Output

    if (folder is None) != vocabulary:
        raise click.UsageError(say("scenario.which", lang))
    with _scenario_run(output or folder or "", lang):
        require()
        if folder is None:
            from langnghe.engine.scenarios.guide import guide

            click.echo(guide(), nl=False)
            return
        run = run_folder(Path(folder), lang)
        if output:
            write_atomically(Path(output), run.results.model_dump_json(indent=1).encode())
    from langnghe.engine.scenarios.report import run_text

    for line in InvalidInput(run.problems).lines(lang):
        click.echo(line, err=True)
    if not run.results.features and not run.problems:
        raise click.ClickException(say("scenario.none", lang, path=folder))
    with Output(None, "text", lang) as out:
        for text in run_text(run, lang):
            out.show(text)
    sys.exit(0 if run.good else SOME_INVALID)


@contextlib.contextmanager
def _scenario_run(place: str, lang: str) -> Iterator[None]:
    """Say in words why scenarios could not be run, or their results or signatures not be written."""
    from langnghe.engine.messages import say
    from langnghe.engine.problems import InvalidRules
    from langnghe.engine.scenarios.running import ScenarioRunError, ScenariosUnavailableError

    try:
        yield
    except ScenariosUnavailableError:
        raise click.ClickException(say("scenario.unavailable", lang)) from None
    except ScenarioRunError as error:
        raise click.ClickException(say("scenario.broke", lang, output=error)) from None
    except InvalidRules as error:
        raise click.ClickException("\n".join(error.lines(lang))) from None
    except OSError as error:
        detail = error.strerror or error
        raise click.ClickException(say("book.unwritable", lang, path=error.filename or place, detail=detail)) from None


@main.command()
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False), help="Tệp .xlsx hoặc .yaml; không ghi thì in YAML ra màn hình."
)
@click.option("--from", "source", metavar="PATH", help="Điền sẵn từ một hồ sơ (fill in from a dossier; .xlsx only).")
@_lang
def template(output: str | None, source: str | None, lang: str) -> None:
    """Viết hồ sơ mẫu để điền: sổ Excel hoặc YAML (a blank dossier, as a workbook or YAML)."""
    from pathlib import Path

    from langnghe.engine.messages import say
    from langnghe.engine.writing.files import write_atomically

    suffix = Path(output).suffix.lower() if output else ""
    if suffix not in {"", ".xlsx", ".yaml", ".yml"} or (output and not suffix) or (source and suffix != ".xlsx"):
        raise click.UsageError(say("workbook.which_file", lang))
    if suffix == ".xlsx":
        from langnghe.engine.workbook.writer import workbook

        content = workbook(_one_dossier(source, lang) if source else None, lang=lang)
    else:
        from langnghe.engine.writing.template import yaml_template

        content = yaml_template(lang).encode()
    if not output:
        click.echo(content.decode(), nl=False)
        return
    try:
        write_atomically(Path(output), content)
    except OSError as error:
        raise click.UsageError(f"{output}: {error.strerror}") from None


def _one_dossier(path: str, lang: str) -> Dossier:
    """Read the dossier that a command is about; where it is invalid, say why and stop."""
    import langnghe

    try:
        return langnghe.load(path)
    except langnghe.InvalidDossier as error:
        for line in error.lines(lang):
            click.echo(line, err=True)
        sys.exit(SOME_INVALID)


@main.command()
@click.argument("name", type=click.Choice(["dossier", "assessment", "review", "rulebook"]))
def schema(name: str) -> None:
    """In JSON Schema của một định dạng (the JSON Schema of a format)."""
    import json

    from langnghe.engine.schema import schema as made

    click.echo(json.dumps(made(name), ensure_ascii=False, indent=2))

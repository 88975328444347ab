"""Reading the paths of a call, opening where its results go, and running a folder of dossiers."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, Any, Literal, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from langnghe.engine.dossier import Dossier

SOME_INVALID = 1  # the exit code where some input was invalid and the others were processed
_INTO_FOLDERS = frozenset({"text", "html", "docx"})  # ``text`` asks for no format: page and minutes both
_FILES = frozenset({".html", ".docx", ".json"})  # an ending that names a format
_OTHER_FILES = frozenset({".pdf", ".doc", ".odt", ".rtf", ".xls", ".xlsx", ".ods"})  # formats that are not written


@contextlib.contextmanager
def office_template(path: str | None, lang: str, *, used: bool) -> Iterator[bytes | None]:
    """Read an office's template of minutes; one that cannot be used is the caller's mistake, told as such."""
    from pathlib import Path

    from langnghe.engine.problems import InvalidTemplate
    from langnghe.engine.words.messages import say

    if path and not used:
        raise click.UsageError(say("minutes.template_unused", lang))
    template = None
    if path:
        from langnghe.engine.limits import DEFAULT

        with Path(path).open("rb") as file:
            template = file.read(DEFAULT.template_bytes + 1)  # one byte more tells that it is too large
    try:
        yield template
    except InvalidTemplate as error:
        error.source = path or ""
        raise click.UsageError("\n".join(error.lines(lang))) from None


@contextlib.contextmanager
def opened_output(path: str | None, form: str, lang: str, template: bytes | None = None) -> Iterator[Any]:
    """Open where results go; a file that cannot be written is the caller's mistake, told as such."""
    from langnghe.engine.words.messages import say
    from langnghe.engine.words.oserrors import in_words
    from langnghe.engine.writing.out import Output

    try:
        with Output(path, form, lang, template) as out:
            yield out
    except OSError as error:
        if path is None:  # such as a pipe closed by its reader, which click knows how to end
            raise
        raise click.UsageError(say("folder.unwritable", lang, path=path, detail=in_words(error, lang))) from None


def named_dossiers(paths: tuple[str, ...], out: Any) -> Iterator[tuple[str, Dossier]]:  # noqa: ANN401  Output is imported where used
    """Read each path, of a folder each dossier file; an invalid one is reported and passed over."""
    import langnghe

    for path in files_of(paths, out.invalid_input):
        try:
            dossier = langnghe.load(path)
        except langnghe.InvalidDossier as error:
            out.invalid_input(path, error)
        else:
            yield path, dossier


def files_of(paths: tuple[str, ...], reject: Callable[[str, Any], None]) -> Iterator[str]:
    """Give the files that paths name; a folder without dossiers is reported and passed over."""
    import langnghe
    from langnghe.engine.reading.folders import dossier_files

    for path in paths:
        try:
            yield from dossier_files(path)
        except langnghe.InvalidDossier as error:
            reject(path, error)


def form_of(form: str, output: str | None) -> str:
    """Give the format: the one asked for, or where none was, the one that the file's name asks for."""
    from pathlib import Path

    context = click.get_current_context()
    chosen = context.get_parameter_source("form") is not click.core.ParameterSource.DEFAULT
    suffix = Path(output).suffix.lower().lstrip(".") if output else ""
    return suffix if not chosen and suffix in {"json", "html", "docx"} else form


def into_folder(paths: tuple[str, ...], output: str | None, form: str, lang: str) -> bool:
    """Tell whether results go into a folder, one file a dossier.

    Raises:
        click.UsageError: several dossiers make several files and no folder is named for them; or a folder is, and the
            format goes into one file; or the dossiers are in that very folder; or the file is named as one of another
            format.
    """
    from pathlib import Path

    from langnghe.engine.reading.folders import is_folder
    from langnghe.engine.words.messages import say

    folders = [path for path in paths if is_folder(path)]
    if output and any(Path(path).exists() and Path(output).exists() and Path(path).samefile(output) for path in paths):
        raise click.UsageError(say("folder.same" if folders else "folder.over_input", lang, path=output))
    if output and (is_folder(output) or (folders and form in _INTO_FOLDERS and not Path(output).suffix)):
        if form not in _INTO_FOLDERS:
            raise click.UsageError(say("folder.not_for_form", lang, form=form, path=output))
        if any(Path(output).resolve() == Path(path).resolve() for path in folders):
            raise click.UsageError(say("folder.same", lang, path=output))
        return True
    ending = Path(output).suffix.lower() if output else ""
    if ending in _OTHER_FILES or (ending in _FILES and ending != f".{form}"):
        raise click.UsageError(say("folder.other_file", lang, form=form, path=output))
    if form not in {"text", "json"} and (len(paths) > 1 or folders):
        raise click.UsageError(say("folder.several", lang, form=form))
    if form == "docx" and not output:
        raise click.UsageError(say("minutes.needs_file", lang))
    return False


def in_batch(  # noqa: PLR0913  what a run needs
    paths: tuple[str, ...],
    output: str,
    form: str,
    lang: str,
    template: bytes | None,
    *,
    do: Callable[[Any, str], None],
    kind: Literal["assess", "review"],
) -> NoReturn:
    """Write every dossier's files, and the index, into a folder; say how many, and exit."""
    from pathlib import Path

    from langnghe.engine.words.messages import say
    from langnghe.engine.words.oserrors import in_words
    from langnghe.engine.writing.batch import Batch

    problems: list[str] = []
    files = list(files_of(paths, lambda _, error: problems.extend(error.lines(lang))))
    try:
        batch = Batch(Path(output), form, lang, template)
        with click.progressbar(
            files, label=say(f"folder.{kind}.progress", lang), file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as each:
            for path in each:
                do(batch, path)
        where = batch.finish(kind) if files else None
    except OSError as error:
        detail = in_words(error, lang)
        raise click.ClickException(say("folder.unwritable", lang, path=output, detail=detail)) from None
    problems += batch.problems
    for problem in problems:
        click.echo(problem, err=True)
    rows = batch.rows
    bad, good = sum(bool(row.problems) for row in rows), sum(bool(row.outcome) for row in rows)
    counted = {"files": len(files), "rows": len(rows), "good": good, "bad": bad, "no_titles": len(rows) - good - bad}
    click.echo(say(f"folder.{kind}.done", lang, **counted))
    if where:
        click.echo(say("folder.where", lang, page=where, workbook=where.with_suffix(".xlsx")))
    sys.exit(SOME_INVALID if problems else 0)

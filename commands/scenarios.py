"""``langnghe scenarios``: run scenarios that somebody wrote against the installed law."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

import click

from langnghe.commands.options import (
    lang_option,
)
from langnghe.commands.running import (
    SOME_INVALID,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command()
@click.argument("folder", required=False, type=click.Path(exists=True))
@click.option("--vocabulary", is_flag=True, help="In mọi câu dùng được, kèm ví dụ (list every sentence).")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Ghi kết quả dạng JSON (results as JSON).")
@lang_option
def scenarios(folder: str | None, *, vocabulary: bool, output: str | None, lang: str) -> None:
    """Chạy mọi tệp .feature trong một thư mục với luật đã cài (run a folder of scenarios against the law)."""
    from pathlib import Path

    from langnghe.engine.problems import InvalidInput
    from langnghe.engine.scenarios.running import require, run_folder
    from langnghe.engine.words.messages import say
    from langnghe.engine.writing.files import write_atomically
    from langnghe.engine.writing.out import Output

    if (folder is None) != vocabulary:
        raise click.UsageError(say("scenario.which", lang))
    with scenario_run(output or folder or "", lang):
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
def scenario_run(place: str, lang: str) -> Iterator[None]:
    """Say in words why scenarios could not be run, or their results or signatures not be written."""
    from langnghe.engine.problems import InvalidRules
    from langnghe.engine.scenarios.running import ScenarioRunError, ScenariosUnavailableError
    from langnghe.engine.words.messages import say
    from langnghe.engine.words.oserrors import in_words

    try:
        yield
    except ScenariosUnavailableError:
        raise click.ClickException(say("scenario.unavailable", lang)) from None
    except ScenarioRunError as error:
        raise click.ClickException(say("scenario.broke", lang, output=error)) from None
    except InvalidRules as error:
        raise click.ClickException("\n".join(error.lines(lang))) from None
    except OSError as error:
        detail = in_words(error, lang)
        raise click.ClickException(say("book.unwritable", lang, path=error.filename or place, detail=detail)) from None

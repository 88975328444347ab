"""``langnghe template``: a blank dossier to fill in."""

from __future__ import annotations

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
    from langnghe.engine.dossier import Dossier


@click.command()
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False), help="Tệp .xlsx hoặc .yaml; không ghi thì in YAML ra màn hình."
)
@click.option("--from", "source", metavar="PATH", help="Điền sẵn từ một hồ sơ (fill in from a dossier; .xlsx only).")
@lang_option
def template(output: str | None, source: str | None, lang: str) -> None:
    """Viết hồ sơ mẫu để điền: sổ Excel hoặc YAML (a blank dossier, as a workbook or YAML)."""
    from pathlib import Path

    from langnghe.engine.words.messages import say
    from langnghe.engine.words.oserrors import in_words
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
    if Path(output).is_file() and Path(output).stat().st_size:
        raise click.UsageError(say("workbook.file_exists", lang, path=output))
    try:
        write_atomically(Path(output), content)
    except OSError as error:
        raise click.UsageError(f"{output}: {in_words(error, lang)}") from None


def _one_dossier(path: str, lang: str) -> Dossier:
    """Read the dossier that a command is about; where it is invalid, say why and stop."""
    import langnghe

    try:
        return langnghe.load(path)
    except langnghe.InvalidDossier as error:
        for line in error.lines(lang):
            click.echo(line, err=True)
        sys.exit(SOME_INVALID)

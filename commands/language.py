"""What click says by itself (usage, wrong options, headings of the help), in the language of the user."""

from __future__ import annotations

import errno
import gettext
import os
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import click

_DOMAIN: Final = "langnghe"
_LOCALE: Final = Path(__file__).parents[1] / "engine" / "words" / "locale"
_CLICKS_OWN: Final = "messages"  # what gettext looks up where nobody names a domain: nothing is there


class Program(click.Group):
    """The group of all commands; before it reads its arguments, click learns which language they ask for."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401  click's signature
    ) -> click.Context:
        """Read the arguments, as :meth:`click.Command.make_context`, after click has learnt the language."""
        lang = "en" if _asks_for_english(args) else "vi"
        _speak(lang)
        return super().make_context(info_name, args, parent, obj=lang, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  click's signature
        """Run the command; what the system refuses, such as a full disk behind a redirection, is told in words."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # a pipe closed by its reader, which click knows how to end
                raise
            from langnghe.engine.words.oserrors import in_words

            told = f"{error.filename}: {in_words(error, ctx.obj)}" if error.filename else in_words(error, ctx.obj)
            raise click.ClickException(told) from None


def every_command_in(lang: str, group: click.Group) -> dict[str, Any]:
    """Give what every command's ``--lang`` is where it is left out: what was said before the command."""
    return {
        name: every_command_in(lang, command) if isinstance(command, click.Group) else {"lang": lang}
        for name, command in group.commands.items()
    }


def _asks_for_english(words: list[str]) -> bool:
    """Whether English is asked for; a wrong call has no options parsed yet, so the words themselves are looked at."""
    return "--lang=en" in words or ("--lang", "en") in pairwise(words)


def _speak(lang: str) -> None:
    if lang == "en":
        gettext.textdomain(_CLICKS_OWN)
        return
    gettext.bindtextdomain(_DOMAIN, str(_LOCALE))
    gettext.textdomain(_DOMAIN)
    os.environ["LANGUAGE"] = lang  # where gettext looks first, whatever the machine's own language

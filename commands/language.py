"""What click says by itself (usage, wrong options, headings of the help), in the language of the user."""

from __future__ import annotations

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
        _speak("en" if _asks_for_english(args) else "vi")
        return super().make_context(info_name, args, parent, **extra)


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

"""What click says by itself (usage, wrong options, headings of the help), in the language of the user."""

from __future__ import annotations

import gettext
import os
import sys
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

_DOMAIN: Final = "langnghe"
_CLICKS_OWN: Final = "messages"  # what gettext looks up where nobody names a domain: nothing is there


class Program(click.Group):
    """The group of all commands; before it reads its arguments, click learns which language they ask for."""

    def main(self, args: Sequence[str] | None = None, **settings: Any) -> Any:  # noqa: ANN401  click's signature
        """Run the program, as :meth:`click.Command.main`."""
        _speak("en" if _asks_for_english(sys.argv[1:] if args is None else args) else "vi")
        return super().main(args, **settings)


def _asks_for_english(arguments: Sequence[str]) -> bool:
    """Whether English is asked for; a wrong call has no options parsed yet, so the words themselves are looked at."""
    words = list(arguments)
    return "--lang=en" in words or ("--lang", "en") in pairwise(words)


def _speak(lang: str) -> None:
    if lang == "en":
        gettext.textdomain(_CLICKS_OWN)
        return
    gettext.bindtextdomain(_DOMAIN, str(files("langnghe.engine.words").joinpath("locale")))
    gettext.textdomain(_DOMAIN)
    os.environ["LANGUAGE"] = lang  # where gettext looks first, whatever the machine's own language

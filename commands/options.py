"""Options and arguments that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime


paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH…")
lang_option = click.option(
    "--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Ngôn ngữ (language)."
)
output_option = click.option(
    "-o",
    "--output",
    type=click.Path(),
    help="Ghi vào tệp, hoặc mỗi hồ sơ một tệp vào thư mục kết thúc bằng / (write to a file, or a folder ending in /).",
)


template_option = click.option(
    "--template",
    "office",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE.docx",
    help="Mẫu biên bản riêng của cơ quan, docs/mau-bien-ban.md (the office's own template of minutes).",
)


def format_option(*forms: str) -> Callable[[Any], Any]:
    """Give the option that picks one of ``forms``; the first is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="Dạng kết quả (output format).",
    )


def as_day(_context: click.Context, _parameter: click.Parameter, value: datetime | None) -> date | None:
    """Take the day of what click parsed (a callback of click's)."""
    return value.date() if value else None


def on_option(help_text: str) -> Callable[[Any], Any]:
    """Give the option ``--on``, a day."""
    return click.option(
        "--on", "day", type=click.DateTime(["%Y-%m-%d"]), callback=as_day, metavar="YYYY-MM-DD", help=help_text
    )

"""The yearly report written to a file: as a workbook or as a page, by the ending of the file's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from langnghe.engine.report.making import Listener, make_report
from langnghe.engine.report.tally import DISTRICT

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from langnghe.engine.register.entries import Entered
    from langnghe.engine.report.making import Report

_WORKBOOK: Final = ".xlsx"


class Form(Listener, Protocol):
    """A report in the making: takes titles and rejects while the register is read, and is then saved or given up."""

    def save(self, report: Report, out: Path) -> None:
        """Write the report, whole or not at all."""

    def abandon(self) -> None:
        """Leave nothing behind."""


def write_report(
    entered: Entered,
    out: Path,
    on: date,
    *,
    lang: str = "vi",
    progress: Callable[[int, int | None], None] = lambda done, length: None,  # noqa: ARG005  nobody looks
) -> Report:
    """Make the yearly report of a register and write it, whole or not at all.

    Takes the opened register; the file, an ``.xlsx`` workbook or else an HTML page; the day; the language; and who is
    told how far it has got.

    Raises:
        InvalidRegister: there is not one record.
        InternalDisagreement: the columns and the review of a dossier come to different outcomes.
        OSError: the report cannot be written.
    """
    form = _form(entered, out, on, lang)
    try:
        report = make_report(entered, on, form, lang=lang, progress=progress)
        form.save(report, out)
    except BaseException:
        form.abandon()
        raise
    return report


def _form(entered: Entered, out: Path, on: date, lang: str) -> Form:
    if out.suffix.lower() == _WORKBOOK:
        from langnghe.engine.report.workbook import Book  # deferred: the library of workbooks is heavy

        return Book(on, lang, districts=any(target.field == DISTRICT for target in entered.targets.values()))
    from langnghe.engine.report.page import Page

    return Page()

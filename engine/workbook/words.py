"""The words of the workbook in each language, and text brought to a form in which typing habits do not differ."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from langnghe.engine.text import normalised
from langnghe.engine.words.messages import LANGUAGES, knows, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from langnghe.engine.workbook.layout import Field, Sheet


def folded(text: str) -> str:
    """Bring a label to its plain form: NFC, lower case, single spaces, without a closing ``*`` or ``:``."""
    return " ".join(normalised(text).casefold().split()).strip("*: ")


def sheet_name(sheet: Sheet, lang: str) -> str:
    """Give the name of a sheet."""
    return say(f"workbook.sheet.{sheet.id}", lang)


def sheet_name_of(part: str, lang: str) -> str:
    """Give the name of the sheet that holds a list of the dossier."""
    return say(f"workbook.sheet.{part}", lang)


def label(field: Field, lang: str) -> str:
    """Give the label of a question or column."""
    return say(f"workbook.label.{field.id}", lang)


def hint(field: Field, lang: str) -> str:
    """Tell how to fill a field in; empty where its label says enough."""
    key = f"workbook.hint.{field.id}"
    if not knows(key, lang):
        return ""
    example = f"{capitalised(say('document.household_list', lang))}, {say('workbook.page', lang)} 3"
    return say(key, lang, example=example, **sheet_names(lang))


def intro(sheet: Sheet, lang: str) -> str:
    """Say at the top of a sheet what it is for."""
    slots = {**sheet_names(lang), "subject": say("workbook.label.subject", lang)}
    if sheet.id == "documents":
        slots["evidence"] = say("workbook.label.evidence", lang)
    return say(f"workbook.intro.{sheet.id}", lang, **slots)


@cache
def sheet_names(lang: str) -> dict[str, str]:
    """Give the name of each sheet by its id."""
    names = ("general", "households", "crafts", "documents", "conclusions")
    return {name: say(f"workbook.sheet.{name}", lang) for name in names}


def choice(value: str, worded: str, lang: str) -> str:
    """Give the words for one of the values that a field chooses from."""
    return capitalised(say(f"{worded}.{value}", lang))


def capitalised(text: str) -> str:
    """Write the first letter large; the rest may hold names."""
    return text[:1].upper() + text[1:]


@cache
def choices(values: tuple[str, ...], worded: str) -> Mapping[str, str]:
    """Give the value that each accepted word stands for: the words of every language, and the values themselves."""
    known = {folded(value): value for value in values}
    known |= {folded(say(f"{worded}.{value}", lang)): value for lang in LANGUAGES for value in values}
    return known


@cache
def yes_no() -> Mapping[str, bool | None]:
    """Give what each accepted answer to a yes-or-no question means; ``None`` for *not known*."""
    known: dict[str, bool | None] = {"true": True, "false": False}
    for lang in LANGUAGES:
        known |= {folded(say("value.yes", lang)): True, folded(say("value.no", lang)): False}
        known[folded(say("value.unknown", lang))] = None
    return known


@cache
def labelled(fields: tuple[Field, ...]) -> Mapping[str, Field]:
    """Give the field that each label stands for, in every language."""
    return {folded(label(field, lang)): field for lang in LANGUAGES for field in fields}


@cache
def spoken(key: str) -> frozenset[str]:
    """Give the folded forms of one message in every language; a list in it is taken apart at its commas."""
    return frozenset(folded(word) for lang in LANGUAGES for word in say(key, lang).split(","))


def listed_words(values: Iterable[str], worded: str, lang: str) -> str:
    """Write the words to choose from, one after the other."""
    return "; ".join(choice(value, worded, lang) for value in values)

"""Texts that a cell gives a meaning beyond their letters: none at all, several in one cell, papers with a page."""

from __future__ import annotations

import re
from typing import Any, Final

from langnghe.engine.words.messages import say
from langnghe.engine.workbook import words
from langnghe.engine.workbook.layout import DOCUMENTS

_PAGE: Final = re.compile(r"(?P<name>.*?)\s*[,:]?\s*(?:trang|tr|page|p)?\.?\s*(?P<page>\d{1,6})", re.IGNORECASE)
_LONGEST_PAPER: Final = 200  # characters of the name of a paper with its page
_QUOTED: Final = re.compile(r'"((?:[^"]|"")*+)"')
_ONE_OF_SEVERAL: Final = re.compile(r'[^\S\n]*+("(?:[^"]|"")*+")(?=[^\S\n]*+(?:[;\n]|$))|([^;\n]+)')


def yes_or_no(lang: str, *, value: bool) -> str:
    """Write yes or no."""
    return words.capitalised(say("value.yes" if value else "value.no", lang))


def none_at_all(raw: Any) -> bool:  # noqa: ANN401  what a cell holds
    """Tell whether a cell says that there is none."""
    return raw is False or (isinstance(raw, str) and words.yes_no().get(words.folded(raw)) is False)


def quoted(text: str) -> str:
    """Put a text in quotes: it then means its letters and nothing else."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def plain_or_quoted(text: str) -> str:
    """Quote what would otherwise read as *none*, or as quoted."""
    return quoted(text) if text.startswith('"') or none_at_all(text) else text


def unquoted(text: Any) -> Any:  # noqa: ANN401  text, or what the dossier refuses
    """Undo :func:`quoted`."""
    match = _QUOTED.fullmatch(text) if isinstance(text, str) else None
    return match[1].replace('""', '"') if match else text


def joined(texts: list[str]) -> str:
    """Write several texts into one cell, separated by semicolons."""
    return "; ".join(quoted(text) if re.search(r"[;\n]", text) else plain_or_quoted(text) for text in texts)


def split(text: str) -> list[str]:
    """Undo :func:`joined`; a line break separates, too."""
    found = [unquoted(within) if within else plain.strip() for within, plain in _ONE_OF_SEVERAL.findall(text)]
    return [each for each in found if each]


def paper(entry: str, lang: str) -> str:
    """Write an entry of evidence in words: ``household_list:3`` is *Danh sách hộ tham gia, trang 3*."""
    kind, _, page = entry.partition(":")
    name = words.choice(kind, "document", lang)
    return f"{name}, {say('workbook.page', lang)} {page}" if page else name


def cited(text: str) -> str | None:
    """Undo :func:`paper`; ``None`` for what names no kind of document."""
    if len(text) > _LONGEST_PAPER:
        return None
    known = words.choices(DOCUMENTS, "document")
    if kind := known.get(words.folded(text)):
        return kind
    match = _PAGE.fullmatch(text.strip())
    kind = known.get(words.folded(match["name"])) if match else None
    if match is None or kind is None or int(match["page"]) < 1:
        return None
    return f"{kind}:{int(match['page'])}"

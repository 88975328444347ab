"""A value of the dossier to what a cell shows, and back."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, Final

from langnghe.engine.messages import say
from langnghe.engine.text import normalised
from langnghe.engine.workbook import words
from langnghe.engine.workbook.layout import DOCUMENTS, Field, Kind

_ISO_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ISO_MONTH: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_DAY: Final = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_MONTH: Final = re.compile(r"(\d{1,2})\s*/\s*(\d{4})")
_ISO_WITH_TIME: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}(:\d{2})?")
_GROUPED: Final = re.compile(r"\b[1-9]\d{0,2}(?:([.,\u00a0])\d{3}(?:\1\d{3})*)\b")  # 1.643, one thousand …
_WHOLE: Final = re.compile(r"\d{1,18}")
_PAGE: Final = re.compile(r"(?P<name>.*?)\s*[,:]?\s*(?:trang|tr|page|p)?\.?\s*(?P<page>\d+)", re.IGNORECASE)
_LAST_PAGE: Final = 999_999
_QUOTED: Final = re.compile(r'"((?:[^"]|"")*)"')


class CellError(Exception):
    """A cell says something that its field cannot mean; ``code`` and ``context`` make the message."""

    def __init__(self, code: str, **context: Any) -> None:  # noqa: ANN401  context takes what can be printed
        self.code, self.context = code, context
        super().__init__(code)


def to_cell(field: Field, value: Any, lang: str) -> str | int | None:  # noqa: ANN401  a value of a dossier
    """Give what a cell shows for a value; ``None`` for one that is not known."""
    if value is None:
        return None
    match field.kind:
        case Kind.DAY | Kind.SPAN:
            return _shown_date(str(value))
        case Kind.YES_NO:
            return _yes_or_no(value=bool(value), lang=lang)
        case Kind.PRESENCE:
            return _yes_or_no(value=value not in (False, []), lang=lang)
        case Kind.CHOICE:
            return words.choice(value, field.worded, lang)
        case Kind.SUGGESTION if value in field.choices:
            return words.choice(value, field.worded, lang)
        case Kind.SUGGESTION if words.folded(value) in words.choices(field.choices, field.worded):
            return _quoted(value)  # the authority is not this one, it only bears its name
        case Kind.SUGGESTION:
            return _plain_or_quoted(value)
        case Kind.GROUPS:
            return "; ".join(map(str, value)) or _yes_or_no(value=False, lang=lang)
        case Kind.NAMES:
            return "; ".join(map(_name, value)) or _yes_or_no(value=False, lang=lang)
        case Kind.ENTRIES:
            return _plain_or_quoted(value)
        case Kind.EVIDENCE:
            return "; ".join(_evidence(entry, lang) for entry in value) or _yes_or_no(value=False, lang=lang)
        case _:
            return value if isinstance(value, int) else str(value)


def from_cell(field: Field, raw: Any) -> Any:  # noqa: ANN401  what a cell holds; a value of a dossier
    """Read the value that a cell means; ``None`` for one that is not known.

    Raises:
        CellError: the cell cannot mean a value of this kind.
    """
    if isinstance(raw, str):
        raw = normalised(raw).strip()
    if raw is None or raw == "":
        return None
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    match field.kind:
        case Kind.DAY | Kind.SPAN:
            return _date(raw)
        case Kind.COUNT | Kind.WHOLE:
            return _number(raw, whole=field.kind is Kind.WHOLE)
        case Kind.YES_NO | Kind.PRESENCE:
            return _answer(raw)
        case Kind.CHOICE:
            return _chosen(field, raw)
        case Kind.SUGGESTION:
            text = _text(raw)
            return words.choices(field.choices, field.worded).get(words.folded(str(text)), _unquoted(text))
        case Kind.GROUPS:
            return [] if _none(raw) else _groups(raw)
        case Kind.NAMES:
            return [] if _none(raw) else _names(_text(raw))
        case Kind.ENTRIES:
            return [] if _none(raw) else _unquoted(_text(raw))
        case Kind.EVIDENCE:
            return [] if _none(raw) else [_cited(each) for each in re.split(r"[;\n]", str(_text(raw))) if each.strip()]
        case Kind.TEXT:
            return _text(raw)


def _yes_or_no(*, value: bool, lang: str) -> str:
    return words.capitalised(say("value.yes" if value else "value.no", lang))


def _answer(raw: Any) -> bool | None:  # noqa: ANN401  what a cell holds
    if isinstance(raw, bool):
        return raw
    answer = words.folded(str(raw))
    if answer not in words.yes_no():
        raise CellError("cell_yes_no", got=_short(raw))
    return words.yes_no()[answer]


def _none(raw: Any) -> bool:  # noqa: ANN401  what a cell holds
    return raw is False or (isinstance(raw, str) and words.yes_no().get(words.folded(raw)) is False)


def _chosen(field: Field, raw: Any) -> str | None:  # noqa: ANN401  what a cell holds
    known = words.choices(field.choices, field.worded)
    word = words.folded(str(raw))
    if word not in known:
        if not field.required and word in words.yes_no() and words.yes_no()[word] is None:
            return None
        raise CellError("cell_choice", got=_short(raw), choices=(field.choices, field.worded))
    return known[word]


def _shown_date(text: str) -> str:
    """Write a day or month the Vietnamese way; EDTF that is neither stays as it is."""
    if match := _ISO_DAY.fullmatch(text):
        return f"{match[3]}/{match[2]}/{match[1]}"
    if match := _ISO_MONTH.fullmatch(text):
        return f"{match[2]}/{match[1]}"
    return text


def _date(raw: Any) -> Any:  # noqa: ANN401  what a cell holds
    if isinstance(raw, datetime | date):
        return f"{raw.year:04}-{raw.month:02}-{raw.day:02}"
    if not isinstance(raw, str):
        return raw
    if match := _DAY.fullmatch(raw):
        return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    if match := _MONTH.fullmatch(raw):
        return f"{match[2]}-{int(match[1]):02}"
    if match := _ISO_WITH_TIME.fullmatch(raw):
        return match[1]
    return raw


def _number(raw: Any, *, whole: bool) -> Any:  # noqa: ANN401  what a cell holds
    if isinstance(raw, str):
        raw = _GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), raw)
        if _WHOLE.fullmatch(raw):
            return int(raw)
    if isinstance(raw, datetime | date):
        raise CellError("cell_number_date", got=f"{raw:%d/%m/%Y}")
    if whole and (isinstance(raw, bool) or not isinstance(raw, int)):
        raise CellError("whole_number", got=_short(raw))
    return str(raw) if isinstance(raw, float) else raw


def _text(raw: Any) -> Any:  # noqa: ANN401  what a cell holds; a boolean is left for the dossier to refuse
    if isinstance(raw, datetime | date):
        raise CellError("cell_text_date", got=f"{raw:%d/%m/%Y}")
    return raw if isinstance(raw, bool) else str(raw)


def _groups(raw: Any) -> list[int]:  # noqa: ANN401  what a cell holds
    joined = "|".join(map(re.escape, sorted(words.spoken("workbook.and"))))
    parts = [part for part in re.split(rf"[;,\s]+|\b(?:{joined})\b", str(raw)) if part]
    if isinstance(raw, bool | float) or not all(re.fullmatch(r"\d{1,3}", part) for part in parts):
        raise CellError("cell_groups", got=_short(raw))
    return [int(part) for part in parts]


def _names(text: Any) -> list[str]:  # noqa: ANN401  text
    names = []
    for quoted, plain in re.findall(r'\s*("(?:[^"]|"")*")(?=\s*(?:[;\n]|$))|([^;\n]+)', str(text)):
        if name := (_unquoted(quoted) if quoted else plain.strip()):
            names.append(name)
    return names


def _name(value: str) -> str:
    return _quoted(value) if re.search(r"[;\n]", value) else _plain_or_quoted(value)


def _plain_or_quoted(value: str) -> str:
    """Quote what would otherwise read as *none*, or as quoted."""
    return _quoted(value) if value.startswith('"') or _none(value) else value


def _quoted(value: str) -> str:
    doubled = value.replace('"', '""')
    return f'"{doubled}"'


def _unquoted(text: Any) -> Any:  # noqa: ANN401  text, or what the dossier refuses
    match = _QUOTED.fullmatch(text) if isinstance(text, str) else None
    return match[1].replace('""', '"') if match else text


def _evidence(entry: str, lang: str) -> str:
    kind, _, page = entry.partition(":")
    name = words.choice(kind, "document", lang)
    return f"{name}, {say('workbook.page', lang)} {page}" if page else name


def _cited(text: str) -> str:
    known = words.choices(DOCUMENTS, "document")
    if kind := known.get(words.folded(text)):
        return kind
    match = _PAGE.fullmatch(text.strip())
    kind = known.get(words.folded(match["name"])) if match else None
    if match is None or kind is None or not 1 <= int(match["page"]) <= _LAST_PAGE:
        raise CellError("cell_evidence", got=_short(text.strip()))
    return f"{kind}:{int(match['page'])}"


def _short(raw: Any, longest: int = 40) -> str:  # noqa: ANN401  what a cell holds
    text = f"{raw:%d/%m/%Y}" if isinstance(raw, datetime | date) else str(raw)
    return text if len(text) <= longest else text[:longest] + "…"

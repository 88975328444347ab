"""A value of the dossier to what a cell shows, and back."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from langnghe.engine.text import normalised
from langnghe.engine.workbook import texts, words
from langnghe.engine.workbook.layout import Field, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ISO_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ISO_MONTH: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_ISO_WITH_TIME: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}(:\d{2})?")
_DAY: Final = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_MONTH: Final = re.compile(r"(\d{1,2})\s*/\s*(\d{4})")
_THOUSANDS: Final = re.compile(
    "\\b[1-9]\\d{0,2}(?:([.,\u00a0])\\d{3}(?:\\1\\d{3})*)\\b"
)  # 1.643 is a number of four digits
_WHOLE: Final = re.compile(r"\d{1,18}")

Shown: TypeAlias = str | int | None


class CellError(Exception):
    """A cell says something that its field cannot mean; ``code`` and ``context`` make the message."""

    def __init__(self, code: str, **context: Any) -> None:  # noqa: ANN401  context takes what can be printed
        self.code, self.context = code, context
        super().__init__(code)


def to_cell(field: Field, value: Any, lang: str) -> Shown:  # noqa: ANN401  a value of a dossier
    """Give what a cell shows for a value; ``None`` for one that is not known."""
    return None if value is None else _SHOW[field.kind](field, value, lang)


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
    if field.kind in _MAY_BE_NONE and texts.none_at_all(raw):
        return []
    return _READ[field.kind](field, raw)


def _show_plain(_field: Field, value: Any, _lang: str) -> Shown:  # noqa: ANN401  a value of a dossier
    return value if isinstance(value, int) else str(value)


def _show_date(_field: Field, value: Any, _lang: str) -> Shown:  # noqa: ANN401  a value of a dossier
    """Write a day or month the Vietnamese way; EDTF that is neither stays as it is."""
    text = str(value)
    if match := _ISO_DAY.fullmatch(text):
        return f"{match[3]}/{match[2]}/{match[1]}"
    if match := _ISO_MONTH.fullmatch(text):
        return f"{match[2]}/{match[1]}"
    return text


def _show_choice(field: Field, value: Any, lang: str) -> Shown:  # noqa: ANN401  a value of a dossier
    if value in field.choices:
        return words.choice(value, field.worded, lang)
    if words.folded(value) in words.choices(field.choices, field.worded):
        return texts.quoted(value)  # the authority is not the one of the list, it only bears its name
    return texts.plain_or_quoted(value)


def _show_list(of_one: Callable[[Any, str], str]) -> Callable[[Field, Any, str], Shown]:
    """Write a list with semicolons between its entries; an empty one says that there is none."""
    return lambda _field, value, lang: (
        "; ".join(of_one(each, lang) for each in value) or texts.yes_or_no(lang, value=False)
    )


_SHOW: Final[Mapping[Kind, Callable[[Field, Any, str], Shown]]] = {
    Kind.TEXT: _show_plain,
    Kind.COUNT: _show_plain,
    Kind.WHOLE: _show_plain,
    Kind.DAY: _show_date,
    Kind.SPAN: _show_date,
    Kind.CHOICE: _show_choice,
    Kind.SUGGESTION: _show_choice,
    Kind.YES_NO: lambda _field, value, lang: texts.yes_or_no(lang, value=bool(value)),
    Kind.PRESENCE: lambda _field, value, lang: texts.yes_or_no(lang, value=value not in (False, [])),
    Kind.GROUPS: _show_list(lambda group, _lang: str(group)),
    Kind.NAMES: _show_list(lambda name, _lang: texts.joined([name])),
    Kind.EVIDENCE: _show_list(texts.paper),
    Kind.ENTRIES: lambda _field, value, lang: (
        texts.plain_or_quoted(value) if value else texts.yes_or_no(lang, value=False)
    ),
}
_MAY_BE_NONE: Final = {Kind.GROUPS, Kind.NAMES, Kind.ENTRIES, Kind.EVIDENCE}


def _text(_field: Field, raw: Any) -> Any:  # noqa: ANN401  what a cell holds; a boolean is left for the dossier to refuse
    if isinstance(raw, datetime | date):
        raise CellError("cell_text_date", got=_short(raw))
    return raw if isinstance(raw, bool) else str(raw)


def _date(_field: Field, raw: Any) -> Any:  # noqa: ANN401  what a cell holds
    if isinstance(raw, datetime | date):
        return f"{raw.year:04}-{raw.month:02}-{raw.day:02}"
    if not isinstance(raw, str):
        return raw
    if match := _DAY.fullmatch(raw):
        return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    if match := _MONTH.fullmatch(raw):
        return f"{match[2]}-{int(match[1]):02}"
    match = _ISO_WITH_TIME.fullmatch(raw)
    return match[1] if match else raw


def _number(field: Field, raw: Any) -> Any:  # noqa: ANN401  what a cell holds; bounds are left for the dossier to read
    if isinstance(raw, datetime | date):
        raise CellError("cell_number_date", got=_short(raw))
    if isinstance(raw, str):
        raw = _THOUSANDS.sub(lambda found: re.sub(r"\D", "", found[0]), raw)
        if _WHOLE.fullmatch(raw):
            return int(raw)
    if field.kind is Kind.WHOLE and (isinstance(raw, bool) or not isinstance(raw, int)):
        raise CellError("whole_number", got=_short(raw))
    return str(raw) if isinstance(raw, float) else raw


def _answer(_field: Field, raw: Any) -> bool | None:  # noqa: ANN401  what a cell holds
    if isinstance(raw, bool):
        return raw
    answer = words.folded(str(raw))
    if answer not in words.yes_no():
        raise CellError("cell_yes_no", got=_short(raw))
    return words.yes_no()[answer]


def _choice(field: Field, raw: Any) -> str | None:  # noqa: ANN401  what a cell holds
    known = words.choices(field.choices, field.worded)
    word = words.folded(str(raw))
    if word in known:
        return known[word]
    if not field.required and words.yes_no().get(word, word) is None:  # "not known" in words
        return None
    raise CellError("cell_choice", got=_short(raw), choices=(field.choices, field.worded))


def _suggestion(field: Field, raw: Any) -> Any:  # noqa: ANN401  what a cell holds
    text = _text(field, raw)
    return words.choices(field.choices, field.worded).get(words.folded(str(text)), texts.unquoted(text))


def _groups(_field: Field, raw: Any) -> list[int]:  # noqa: ANN401  what a cell holds
    conjunctions = "|".join(map(re.escape, sorted(words.spoken("workbook.and"))))
    parts = [part for part in re.split(rf"[;,\s]+|\b(?:{conjunctions})\b", str(raw)) if part]
    if isinstance(raw, bool | float) or not all(re.fullmatch(r"\d{1,3}", part) for part in parts):
        raise CellError("cell_groups", got=_short(raw))
    return [int(part) for part in parts]


def _evidence(field: Field, raw: Any) -> list[str]:  # noqa: ANN401  what a cell holds
    entries = []
    for part in re.split(r"[;\n]", str(_text(field, raw))):
        if part.strip():
            entry = texts.cited(part)
            if entry is None:
                raise CellError("cell_evidence", got=_short(part.strip()))
            entries.append(entry)
    return entries


_READ: Final[Mapping[Kind, Callable[[Field, Any], Any]]] = {
    Kind.TEXT: _text,
    Kind.DAY: _date,
    Kind.SPAN: _date,
    Kind.COUNT: _number,
    Kind.WHOLE: _number,
    Kind.YES_NO: _answer,
    Kind.PRESENCE: _answer,
    Kind.CHOICE: _choice,
    Kind.SUGGESTION: _suggestion,
    Kind.GROUPS: _groups,
    Kind.NAMES: lambda field, raw: texts.split(str(_text(field, raw))),
    Kind.ENTRIES: lambda field, raw: texts.unquoted(_text(field, raw)),
    Kind.EVIDENCE: _evidence,
}


def _short(raw: Any, longest: int = 40) -> str:  # noqa: ANN401  what a cell holds
    text = f"{raw:%d/%m/%Y}" if isinstance(raw, datetime | date) else str(raw)
    return text if len(text) <= longest else text[:longest] + "…"

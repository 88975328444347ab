"""Cells of a register to columns of facts: each distinct value is read once, by the readers of the dossier format.

A column may hold text, numbers, dates or yes and no; what cannot be read is told of, row by row.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast

import polars as pl
from pydantic_core import PydanticCustomError

from langnghe.engine.columns.layout import ENDS
from langnghe.engine.edtf import parse_span
from langnghe.engine.law.anatomy import CHOICE, COUNT, DATE, LIST, YES_NO
from langnghe.engine.register.fields import TEXT
from langnghe.engine.register.mapping import key_of
from langnghe.engine.text import MAX_TEXT, parse_text
from langnghe.engine.values import MAX_COUNT, parse_count
from langnghe.engine.words.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_YES: Final = frozenset({"có", "yes", "true", "x", "1", "đạt", "rồi"})
_NO: Final = frozenset({"không", "no", "false", "0", "không có", "chưa", "không đạt", "chưa có", "[]"})
UNKNOWN: Final = (
    "",
    "chưa rõ",
    "không rõ",
    "chưa biết",
    "không có thông tin",
    "chưa có thông tin",
    "unknown",
    "?",
    "-",
    "…",
)
# The days that Python and every file of ours can write, counted from 1970 as columns count them.
FIRST_DAY, LAST_DAY = ((day - date(1970, 1, 1)).days for day in (date.min, date.max))
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_WHOLE: Final = re.compile(r"(\d+)\.0+")
_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_MONTH: Final = re.compile(r"(\d{1,2})/(\d{4})")

# Plain forms that need no Python: nearly every cell of a long register.
_PLAIN_NUMBER: Final = r"^\d{1,9}$"
_PLAIN_DAY: Final = r"^\d{4}-\d{2}-\d{2}$"

_CONTROL: Final = r"[\x00-\x08\x0b-\x1f\x7f-\x9f]"
_TO_MEND: Final = rf"^\s|\s$|{_CONTROL}"

# A column whose first rows hold few different texts probably has few.
_SAMPLE: Final = 4096
_FEW: Final = 1024

Ends = tuple[Any, ...]


class Problems:
    """What is wrong with which rows of a batch, in words."""

    def __init__(self, rows: int, lang: str) -> None:
        """Begin with nothing wrong."""
        self.lang = lang
        self._rows = rows
        self._columns: list[pl.Series] = []

    def add(self, reasons: pl.Series) -> None:
        """Add a reason for some rows; null for the others."""
        if reasons.null_count() < self._rows:
            self._columns.append(reasons.alias(str(len(self._columns))))

    def where(self, wrong: pl.Series, code: str, field: str, /, **columns: Any) -> None:  # noqa: ANN401  a column, or one value for all
        """Add a reason for every row where ``wrong`` holds, worded with each row's own values."""
        said: list[str | None] = [None] * (self._rows if wrong.any() else 0)
        for row in wrong.arg_true() if said else ():
            context = {slot: value[row] if isinstance(value, pl.Series) else value for slot, value in columns.items()}
            said[row] = f"{field}: {say(f'problem.{code}', self.lang, **context)}"
        if said:
            self.add(pl.Series(said, dtype=pl.String))

    def reasons(self) -> pl.Series:
        """Give the reasons of each row together; null where nothing is wrong."""
        if not self._columns:
            return pl.Series([None], dtype=pl.String).new_from_index(0, self._rows)
        joined = pl.concat_str(pl.all(), separator="; ", ignore_nulls=True)
        return pl.DataFrame(self._columns).select(pl.when(joined != "").then(joined)).to_series()


def without(column: pl.Series, where: pl.Series) -> pl.Series:
    """Give a column with nothing known where ``where`` holds."""
    return pl.select(pl.when(~where.fill_null(value=False)).then(column).alias(column.name)).to_series()


def read(raw: pl.Series, field: str, kind: str, words: Mapping[str, str], problems: Problems) -> list[pl.Series]:
    """Read a column of cells as a field of a kind.

    Takes the cells; what the mapping says written values mean; where to tell what is wrong. Gives the ends of the value
    as columns named for the field.
    """
    ends = [(field + end, dtype) for end, dtype in ENDS.get(kind, (("", pl.String()),))]
    raw = in_words(raw, field, ends[0][1], problems)
    if kind == COUNT and raw.dtype.is_integer():
        out = ((raw < 0) | (raw > MAX_COUNT)).fill_null(value=False)
        problems.where(out, "count_range", field, got=raw, most=MAX_COUNT)
        raw = without(raw, out) if out.any() else raw
    if kind == DATE and isinstance(raw.dtype, pl.Date | pl.Datetime):
        raw = _days(raw, field, problems)
    plain = _plain(raw, kind, ends)
    if plain is not None:
        return plain
    text = as_text(raw)
    if kind == TEXT:
        return [_of_text(text, field, problems)]
    if raw.dtype == pl.String and kind in {COUNT, DATE}:
        text = text.str.strip_chars()
    easy = _easy(text, kind, ends)
    hard = text if easy is None else without(text, easy[0].is_not_null())
    parsed = _parsed(hard, field, kind, words, problems, ends)
    if easy is None:
        return parsed
    return [one.zip_with(one.is_not_null(), other) for one, other in zip(easy, parsed, strict=True)]


def in_words(raw: pl.Series, field: str, wanted: pl.DataType, problems: Problems) -> pl.Series:
    """Give a column as it is if its values can be written in words; else nothing is known, and every value told of."""
    if _has_words(raw.dtype):
        return raw
    problems.where(raw.is_not_null(), "register_type", field, type=str(wanted))
    return pl.Series(raw.name, [None]).new_from_index(0, raw.len())


def _has_words(dtype: Any) -> bool:  # noqa: ANN401  a Polars type
    """Whether values of a type can be written in words: text, numbers, days, yes and no, and lists of them."""
    if isinstance(dtype, pl.List):
        return _has_words(dtype.inner) and not isinstance(dtype.inner, pl.List)
    return not dtype.is_nested() and not isinstance(dtype, pl.Binary | pl.Duration | pl.Object)


def _plain(raw: pl.Series, kind: str, ends: list[tuple[str, pl.DataType]]) -> list[pl.Series] | None:
    """A column that is already of the kind, taken as it is."""
    dtype = raw.dtype
    fits = (
        dtype == pl.Null
        or (kind == COUNT and dtype.is_integer())
        or (kind == DATE and dtype == pl.Date)
        or (kind in {YES_NO, LIST} and dtype == pl.Boolean)
    )
    return [raw.cast(to).alias(name) for name, to in ends] if fits else None


def _days(raw: pl.Series, field: str, problems: Problems) -> pl.Series:
    """The days of a column of days or moments; a file may hold years that no calendar does."""
    days = raw.dt.date()
    numbers = days.to_physical()
    if cast("int", numbers.min() or 0) >= FIRST_DAY and cast("int", numbers.max() or 0) <= LAST_DAY:
        return days
    out = (~numbers.is_between(FIRST_DAY, LAST_DAY)).fill_null(value=False)
    problems.where(out, "date_impossible", field, got=days.cast(pl.String))
    return without(days, out)


def as_text(raw: pl.Series) -> pl.Series:
    """Give a column in words: lists with semicolons; nothing where its values cannot be written so."""
    if not _has_words(raw.dtype):
        return pl.Series(raw.name, [None], dtype=pl.String).new_from_index(0, raw.len())
    if raw.dtype == pl.List:
        return raw.cast(pl.List(pl.String)).list.join("; ")
    text = raw.cast(pl.String)
    if raw.dtype.is_float():  # 1.643 is no whole number, and with a point it would pass for thousands
        return text.str.replace(r"\.0$", "").str.replace(".", ",", literal=True)
    return text


def _of_text(text: pl.Series, field: str, problems: Problems) -> pl.Series:
    """Names and the like, by the rules for text but in one pass: they differ from row to row."""
    text = text.alias(field)
    looked_at = text.unique() if text.head(_SAMPLE).n_unique() <= _FEW else text  # communes and crafts come again
    if looked_at.str.contains(_TO_MEND).any():  # rare, and looking is cheaper than mending
        text = text.str.strip_chars()
        problems.where(text.str.contains(_CONTROL).fill_null(value=False), "text_control", field)
    length = text.str.len_bytes()
    if cast("int", length.max() or 0) > MAX_TEXT:  # bytes are never fewer than characters
        length = text.str.len_chars()
        problems.where((length > MAX_TEXT).fill_null(value=False), "text_long", field, length=length, most=MAX_TEXT)
    return without(text, text == "") if length.min() == 0 else text


def _easy(text: pl.Series, kind: str, ends: list[tuple[str, pl.DataType]]) -> list[pl.Series] | None:
    """Read the plain forms in one pass; null where a cell is not plain."""
    if kind == COUNT:
        plain = without(text, ~text.str.contains(_PLAIN_NUMBER)).str.to_integer(strict=False)
    elif kind == DATE:
        plain = without(text, ~text.str.contains(_PLAIN_DAY)).str.to_date("%Y-%m-%d", strict=False)
    else:
        return None
    return [plain.cast(to).alias(name) for name, to in ends]


def _parsed(  # noqa: PLR0913, PLR0917  what reading a column needs
    text: pl.Series,
    field: str,
    kind: str,
    words: Mapping[str, str],
    problems: Problems,
    ends: list[tuple[str, pl.DataType]],
) -> list[pl.Series]:
    written = text.unique().drop_nulls().to_list()
    values: list[Ends] = []
    reasons: list[str | None] = []
    for cell in written:
        if key_of(cell) in UNKNOWN:
            values.append((None,) * len(ends))
            reasons.append(None)
            continue
        try:
            values.append(_READERS[kind](words.get(key_of(cell), cell)))
            reasons.append(None)
        except PydanticCustomError as error:
            values.append((None,) * len(ends))
            context = {"got": cell[:40], **(error.context or {})}
            reasons.append(f"{field}: {say(f'problem.{error.type}', problems.lang, **context)}")
    if any(reasons):
        problems.add(text.replace_strict(written, reasons, default=None, return_dtype=pl.String))
    if kind == CHOICE and [(cell,) for cell in written] == values:  # every word stands for itself
        return [text.alias(field)]
    return [
        text.replace_strict(
            written, pl.Series([value[end] for value in values], dtype=dtype), default=None, return_dtype=dtype
        ).alias(name)
        for end, (name, dtype) in enumerate(ends)
    ]


def _count(cell: str) -> Ends:
    if match := _WHOLE.fullmatch(cell):  # a spreadsheet's 323.0
        cell = match[1]
    elif _THOUSANDS.fullmatch(cell):  # 1.643, as Vietnamese writes thousands
        cell = cell.replace(".", "")
    count = parse_count(cell)
    return count.low, count.high


def _date(cell: str) -> Ends:
    if match := _DAY.fullmatch(cell):
        cell = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    elif match := _MONTH.fullmatch(cell):
        cell = f"{match[2]}-{int(match[1]):02}"
    elif match := _WHOLE.fullmatch(cell):
        cell = match[1]
    span = parse_span(cell)
    return span.first, span.last


def _yes_no(cell: str) -> Ends:
    word = key_of(cell)
    if word in _YES or word in _NO:
        return (word in _YES,)
    raise PydanticCustomError("yes_no", "yes or no", {"got": cell[:40]})


def _listed(cell: str) -> Ends:
    """Whether a list has an entry: names are entries, a plain no is none."""
    return (key_of(cell) not in _NO,)


def _text(cell: str) -> Ends:
    return (parse_text(cell),)


_READERS: Final[dict[str, Callable[[str], Ends]]] = {
    COUNT: _count,
    DATE: _date,
    YES_NO: _yes_no,
    LIST: _listed,
    CHOICE: _text,
}

"""Sentences of the scenarios: Vietnamese text with slots, each slot read into what a step needs.

``làng có {total:số hộ} hộ[ hoặc hơn]`` has one slot of the kind *số hộ*, and an ending that may be left out. A
sentence that is followed by a table tells its columns, each with the kind of what stands in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pytest_bdd import parsers

from .counts import COUNT, NUMBER, count, number
from .dates import DAY, day, edtf
from .names import (
    CRITERIA,
    DOCUMENTS,
    OUTCOMES,
    RECOMMENDATIONS,
    REVIEW_OUTCOMES,
    TITLES,
    VERDICTS,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

PART = re.compile(r"\{(?P<slot>\w+):(?P<kind>[^}]+)\}|(?P<bracket>[\[\]])")


def _one_of(words: Iterable[str]) -> str:
    """Give a pattern for any one of the words, the longest tried first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@dataclass(frozen=True)
class Kind:
    """What may stand in a slot: its pattern, how it is read, and how people are told to write it.

    ``choices`` holds every form there is where they can be listed, ``hint`` shows some where they cannot.
    """

    pattern: str
    read: Callable[[str], object]
    choices: tuple[str, ...] = ()
    hint: str = ""


def choice(words: Mapping[str, object]) -> Kind:
    """Give the kind of a slot that takes any one of the words."""
    return Kind(_one_of(words), words.__getitem__, choices=tuple(words))


KINDS: dict[str, Kind] = {
    "ngày": Kind(DAY, day, hint="ngày/tháng/năm, đủ chữ số: 01/03/2024"),
    "thời điểm": Kind(
        ".+",
        edtf,
        hint="ngày 15/06/2022; tháng 02/1974; năm 1974; những năm 1960; thế kỷ XVI; năm 1954 hoặc trước đó; "
        "một năm trong giai đoạn 1954-1960; thêm “khoảng” trước “năm” hay “những năm” nếu chỉ ước chừng",
    ),
    "số hộ": Kind(
        COUNT,
        count,
        hint="480; 4.001; hơn 300; gần 300; dưới 481; ít nhất 300; không quá 300; từ 90 đến 100",
    ),
    "số": Kind(NUMBER, number, hint="số nguyên: 9; 4.001"),
    "các số": Kind(
        r"\d+(?:, \d+)*",
        lambda words: [int(each) for each in words.split(", ")],
        hint="một hay nhiều số, cách nhau bằng dấu phẩy: 2, 4, 7",
    ),
    "tên": Kind(r"\w+(?: \w+)*", str, hint="một tên riêng: Nguyễn Văn An"),
    "lời": Kind(r'[^"]+', str, hint="lời văn bất kỳ"),
    "căn cứ": Kind(".+", str, hint="điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP"),
    "danh hiệu": choice(TITLES),
    "tiêu chí": choice(CRITERIA),
    "kết luận": choice(VERDICTS),
    "kết quả": choice(OUTCOMES),
    "kiến nghị": choice(RECOMMENDATIONS),
    "kết quả rà soát": choice(REVIEW_OUTCOMES),
    "giấy tờ": choice(DOCUMENTS),
}


@dataclass(frozen=True)
class Table:
    """The table that follows a sentence: its columns in order, each with the kind of its cells (``None`` is any text).

    Where there is no line of headings, ``headed`` is false and the columns' names serve messages only.
    """

    columns: Mapping[str, Kind | None]
    headed: bool = True


class Sentence(parsers.StepParser):
    """A sentence that pytest-bdd matches whole; kinds of slots beyond the common ones are given by name."""

    def __init__(self, template: str, table: Table | None = None, **choices: Mapping[str, object]) -> None:
        super().__init__(template)
        self.table = table
        self.kinds = KINDS | {kind: choice(words) for kind, words in choices.items()}
        self.slots: dict[str, Kind] = {}
        pattern, end = "", 0
        for part in PART.finditer(template):
            pattern += re.escape(template[end : part.start()])
            end = part.end()
            if part["bracket"]:
                pattern += "(?:" if part["bracket"] == "[" else ")?"
            else:
                kind = self.slots[part["slot"]] = self.kinds[part["kind"]]
                pattern += f"(?P<{part['slot']}>{kind.pattern})"
        self._regex = re.compile(pattern + re.escape(template[end:]))

    def is_matching(self, name: str) -> bool:
        """Tell whether the step is this sentence."""
        return self._regex.fullmatch(name) is not None

    def parse_arguments(self, name: str) -> dict[str, Any] | None:
        """Read the slots of a step; one in an ending left out is ``None``."""
        match = self._regex.fullmatch(name)
        if match is None:
            return None
        return {
            slot: None if words is None else self.slots[slot].read(words) for slot, words in match.groupdict().items()
        }

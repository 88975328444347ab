"""Sentences of the scenarios: Vietnamese text with slots, each slot read into what a step needs.

``làng có {total:số hộ} hộ[ hoặc hơn]`` has one slot of the kind *số hộ*, and an ending that may be left out.
"""

from __future__ import annotations

import re
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

_PART = re.compile(r"\{(?P<slot>\w+):(?P<kind>[^}]+)\}|(?P<bracket>[\[\]])")


def _one_of(words: Iterable[str]) -> str:
    """Give a pattern for any one of the words, the longest tried first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _choice(words: Mapping[str, object]) -> tuple[str, Callable[[str], object]]:
    return _one_of(words), words.__getitem__


KINDS: dict[str, tuple[str, Callable[[str], object]]] = {
    "ngày": (DAY, day),
    "thời điểm": (".+", edtf),
    "số hộ": (COUNT, count),
    "số": (NUMBER, number),
    "các số": (r"\d+(?:, \d+)*", lambda words: [int(each) for each in words.split(", ")]),
    "tên": (r"\w+(?: \w+)*", str),
    "lời": (r'[^"]+', str),
    "căn cứ": (".+", str),
    "danh hiệu": _choice(TITLES),
    "tiêu chí": _choice(CRITERIA),
    "kết luận": _choice(VERDICTS),
    "kết quả": _choice(OUTCOMES),
    "kiến nghị": _choice(RECOMMENDATIONS),
    "kết quả rà soát": _choice(REVIEW_OUTCOMES),
    "giấy tờ": _choice(DOCUMENTS),
}


class Sentence(parsers.StepParser):
    """A sentence that pytest-bdd matches whole; kinds of slots beyond the common ones are given by name."""

    def __init__(self, template: str, **choices: Mapping[str, object]) -> None:
        super().__init__(template)
        kinds = KINDS | {kind: _choice(words) for kind, words in choices.items()}
        self._readers: dict[str, Callable[[str], object]] = {}
        pattern, end = "", 0
        for part in _PART.finditer(template):
            pattern += re.escape(template[end : part.start()])
            end = part.end()
            if part["bracket"]:
                pattern += "(?:" if part["bracket"] == "[" else ")?"
            else:
                allowed, self._readers[part["slot"]] = kinds[part["kind"]]
                pattern += f"(?P<{part['slot']}>{allowed})"
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
            slot: None if words is None else self._readers[slot](words) for slot, words in match.groupdict().items()
        }

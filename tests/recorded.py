"""A log that several test modules start from, and what checking one finds."""

from __future__ import annotations

import io
from collections import Counter
from datetime import date
from typing import Any

from examples import dossier

import langnghe
from langnghe.engine.records import Log, Verification

REVIEWED = date(2024, 11, 14)
HELD = [
    {"title": "craft_village", "decision": "1803/QĐ-UBND", "decided_on": "2022-08-12", "name": "Mão Chinh"},
    {"title": "traditional_craft_village", "decision": "7/QĐ-UBND", "decided_on": "2010-01-05"},
]


def results() -> list[Any]:
    """Five results: eligible, not eligible and in English; and both titles that a village holds, reviewed."""
    holder = dossier(titles_held=HELD, households={"total": 970, "participating": 2})
    return [
        langnghe.assess(dossier()),
        langnghe.assess(dossier(id="THU-2", households={"total": 970, "participating": 193})),
        langnghe.assess(dossier(id="THU-3", title="traditional_craft_village"), lang="en"),
        *langnghe.review(holder, on=REVIEWED),
    ]


def recorded(path: Any, **options: Any) -> Log:
    """A log of the five results."""
    log = Log(path, **options)
    for result in results():
        log.append(result)
    return log


def checked(log: bytes, **options: Any) -> tuple[Verification, list[tuple[int | None, str]]]:
    """The check of a log's bytes, and the line and the code of each problem found."""
    done = Verification(io.BytesIO(log), **options)
    return done, [(problem.line, problem.code.removeprefix("record.")) for problem in done]


def codes(log: bytes, **options: Any) -> Counter[str]:
    """How often each problem is found."""
    return Counter(code for _, code in checked(log, **options)[1])

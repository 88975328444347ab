"""No optimisation changes a byte of what is said: the bytes of results beside those that were said before.

``bytes.sha256`` holds a line a question: the SHA-256 of every result's JSON, without the rulebook's name. It was first
made before the engine was made faster. Where words or readings change on purpose, it is made again, and the lines that
change are those that should: ``python tests/test_bytes.py > tests/bytes.sha256``.
"""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from strategies import TITLES, random_dossiers

import langnghe

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE: Final = Path(__file__).parent
SAID: Final = HERE / "bytes.sha256"
REVIEWED_ON: Final = (date(2019, 1, 1), date(2024, 11, 14))
MADE_UP: Final = 300
A_LINE: Final = 10  # made-up dossiers


def everything_said(dossier: langnghe.Dossier) -> Iterator[str]:
    for lang in ("vi", "en"):
        for title in TITLES:
            if title == "traditional_craft" and len(dossier.crafts or ()) != 1:
                continue  # such a title is about one craft
            yield langnghe.assess(dossier, title=title, lang=lang).model_dump_json(exclude={"rulebook"})
        for day in REVIEWED_ON:
            yield from (
                each.model_dump_json(exclude={"rulebook"}) for each in langnghe.review(dossier, on=day, lang=lang)
            )


def lines() -> Iterator[str]:
    """One line a village, and one for every ten made-up dossiers."""
    named = [
        (path.stem, [langnghe.load(path)]) for path in sorted((HERE.parent / "fixtures" / "villages").glob("*.yaml"))
    ]
    made_up = [langnghe.Dossier.model_validate(tree) for tree in random_dossiers(seed=7, number=MADE_UP)]
    named += [(f"made-up-{start:03}", made_up[start : start + A_LINE]) for start in range(0, MADE_UP, A_LINE)]
    for name, dossiers in named:
        digest = hashlib.sha256()
        for dossier in dossiers:
            for said in everything_said(dossier):
                digest.update(said.encode())
        yield f"{digest.hexdigest()}  {name}"


def test_every_result_has_the_bytes_that_it_had() -> None:
    assert list(lines()) == SAID.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    print("\n".join(lines()))

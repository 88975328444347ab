"""The review of titles held (Điều 6 khoản 6, Điều 25 khoản 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import then, when

from .sentences import Sentence
from .situation import plain

if TYPE_CHECKING:
    from datetime import date

    from .situation import Situation


@when(Sentence("rà soát danh hiệu vào ngày {on:ngày}"))
def review(situation: Situation, on: date) -> None:
    """Review every title held, on a day."""
    situation.review_titles(on)


@then(Sentence("kết quả rà soát[ danh hiệu {title:danh hiệu}] là {outcome:kết quả rà soát}"))
def reviewed(situation: Situation, title: str | None, outcome: str) -> None:
    """The review came out so, for the named title where there are several."""
    if title is not None:
        held = [each["title"] for each in situation.dossier["titles_held"]]
        assert title in held, "hồ sơ không nêu danh hiệu này đã được công nhận"
        situation.review = situation.reviews[held.index(title)]
    assert situation.review.outcome == outcome
    situation.state({"keep": "met", "undetermined": "undetermined"}.get(outcome, "not_met"))


@then(Sentence("kết quả rà soát theo {citation:căn cứ}"))
def reviewed_by(situation: Situation, citation: str) -> None:
    """What the review proposes rests on this provision."""
    assert plain(situation.review.citation) == citation


@then(Sentence('có ghi chú nêu "{words:lời}"'))
def noted(situation: Situation, words: str) -> None:
    """The note on the review gives these words."""
    assert words in plain(situation.review.note)


@then(Sentence('không có ghi chú nào nêu "{words:lời}"'))
def not_noted(situation: Situation, words: str) -> None:
    """The note on the review, if there is one, does not give these words."""
    assert words not in plain(situation.review.note)


@then("không danh hiệu nào được tự động thay thế")
def nothing_replaced(situation: Situation) -> None:
    """The review speaks of the titles held and of no other."""
    held = [each["title"] for each in situation.dossier["titles_held"]]
    assert [review.title for review in situation.reviews] == held

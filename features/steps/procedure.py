"""The procedure around a dossier (Điều 6 khoản 4–7): who acts, by when, and on what each result rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytest_bdd import given, then

from .environment import AUTHORITIES
from .names import TASKS
from .sentences import Sentence
from .situation import plain

if TYPE_CHECKING:
    from datetime import date

    from .situation import Situation


@given(Sentence("hồ sơ hợp lệ được nhận ngày {on:ngày}"))
def received(situation: Situation, on: date) -> None:
    """State the day on which a valid dossier came in."""
    situation.dossier["received_on"] = on.isoformat()


def _procedure(situation: Situation) -> Any:
    """Who acts and what is due: beside the time limit of an appraisal, or by itself in a review."""
    verdict = situation.verdict
    return verdict.deadlines if verdict is situation.assessment else verdict.procedure


@then(
    Sentence(
        "việc {task:việc} do Ủy ban nhân dân {level:cấp} thực hiện theo {citation:căn cứ}", việc=TASKS, cấp=AUTHORITIES
    )
)
def done_by(situation: Situation, task: str, level: str, citation: str) -> None:
    """The law of the day gives a task to an authority."""
    found = [(role.authority, plain(role.citation)) for role in _procedure(situation).roles if role.role == task]
    assert found == [(level, citation)]


@then(Sentence("kết quả không nêu việc {task:việc}", việc=TASKS))
def not_told(situation: Situation, task: str) -> None:
    """A task has no place in this procedure."""
    assert task not in [role.role for role in _procedure(situation).roles]


@then(Sentence("thẩm quyền {task:việc} được ghi rõ là suy luận, có lý do", việc=TASKS))
def inferred(situation: Situation, task: str) -> None:
    """No text that was seen gives the task to that authority, and the result says so."""
    (role,) = [role for role in _procedure(situation).roles if role.role == task]
    assert role.inferred
    assert plain(role.reason)


@then(Sentence("thẩm quyền {task:việc} không phải là suy luận", việc=TASKS))
def written(situation: Situation, task: str) -> None:
    """The law itself gives the task to that authority."""
    (role,) = [role for role in _procedure(situation).roles if role.role == task]
    assert not role.inferred


@then(Sentence("hạn ra quyết định là ngày {due:ngày}"))
def due_on(situation: Situation, due: date) -> None:
    """The decision is due on that day."""
    assert situation.assessment.deadlines.decision_due_on == due


@then("chưa xác định được hạn ra quyết định")
def no_due_day(situation: Situation) -> None:
    """No day can be named yet."""
    assert situation.assessment.deadlines.decision_due_on is None


@then(Sentence("thời hạn ra quyết định là {days:số} ngày làm việc theo {citation:căn cứ}"))
def time_limit(situation: Situation, days: int, citation: str) -> None:
    """The limit in working days, and where it comes from."""
    deadlines = situation.assessment.deadlines
    assert (deadlines.working_days, plain(deadlines.citation)) == (days, citation)


@then(Sentence("báo cáo hằng năm phải nộp trước ngày {before:ngày}, chậm nhất là ngày {last:ngày}"))
def report_due(situation: Situation, before: date, last: date) -> None:
    """The next yearly report is due before a day, so in time to the day before it."""
    found = [(report.before, report.last_day) for report in _procedure(situation).reports if report.report == "yearly"]
    assert found == [(before, last)]


@then(Sentence("báo cáo hằng năm theo {citation:căn cứ}"))
def report_by(situation: Situation, citation: str) -> None:
    """The yearly report rests on this provision."""
    (report,) = [report for report in _procedure(situation).reports if report.report == "yearly"]
    assert plain(report.citation) == citation


@then(Sentence("kết quả xét công nhận theo {citation:căn cứ}"))
def title_by(situation: Situation, citation: str) -> None:
    """The criteria of the title are those of this provision."""
    assert plain(situation.assessment.citation) == citation


@then(Sentence("kiến nghị theo {citation:căn cứ}"))
def recommended_by(situation: Situation, citation: str) -> None:
    """What the council is advised rests on this provision."""
    assert plain(situation.assessment.recommendation_citation) == citation


@then(Sentence('có cảnh báo nêu "{words:lời}" theo {citation:căn cứ}'))
def warned_by(situation: Situation, words: str, citation: str) -> None:
    """A warning gives these words and rests on this provision."""
    found = [(plain(warning.message), plain(warning.citation)) for warning in situation.verdict.warnings]
    assert any(words in message and citation == basis for message, basis in found), found

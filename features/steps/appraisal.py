"""The appraisal of a proposal: the council looks at the dossier; then what was found and proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_bdd import given, then, when

import langnghe

from .alone import bring
from .sentences import Sentence
from .situation import plain, walk

if TYPE_CHECKING:
    from .situation import Situation


@given(Sentence("riêng tiêu chí {criterion:tiêu chí} {verdict:kết luận}"))
def alone(situation: Situation, criterion: str, verdict: str) -> None:
    """Bring one criterion to a verdict and leave all others alone."""
    bring(situation, criterion, verdict)


@when("Hội đồng xét duyệt xem xét hồ sơ")
def assess(situation: Situation) -> None:
    """Appraise the dossier on the day of its proposal."""
    situation.assess()


@when("tiếp nhận hồ sơ")
def receive(situation: Situation) -> None:
    """Take the dossier in, which fails when it contradicts itself."""
    try:
        situation.assess()
    except (ValueError, langnghe.InvalidDossier) as refusal:
        situation.refusal = refusal


@then("hồ sơ không hợp lệ")
def refused(situation: Situation) -> None:
    """The dossier cannot be true as it stands, so nothing was judged."""
    assert situation.refusal is not None
    assert situation.assessment is None


@then("hồ sơ được tiếp nhận")
def accepted(situation: Situation) -> None:
    """The dossier can be judged, whatever the verdict."""
    assert situation.refusal is None
    assert situation.assessment is not None


@then(Sentence('tiêu chí {criterion:tiêu chí}[ của nghề "{craft:lời}"] {verdict:kết luận}'))
@then(Sentence("điều kiện {criterion:tiêu chí} {verdict:kết luận}"))
def found(situation: Situation, criterion: str, verdict: str, craft: str | None = None) -> None:
    """A criterion came out so."""
    situation.finding = situation.find(criterion, craft)
    assert situation.finding.verdict == verdict, situation.finding.reason
    situation.state(verdict, situation.finding.provision)


@then("các tiêu chí khác đều đạt")
def others_met(situation: Situation) -> None:
    """Every criterion but the one just looked at, and what contains it, is met."""
    inside = list(walk([situation.finding]))
    for finding in walk(situation.verdict.findings):
        if not finding.findings and not any(finding is part for part in inside):
            assert finding.verdict == "met", (finding.criterion, finding.reason)


@then(Sentence("căn cứ là {citation:căn cứ}"))
def cited(situation: Situation, citation: str) -> None:
    """The finding just looked at rests on this provision."""
    assert plain(situation.finding.citation) == citation


@then(Sentence('lý do nêu "{words:lời}"'))
def reasoned(situation: Situation, words: str) -> None:
    """The reason of the finding just looked at gives these words or figures."""
    assert words in plain(situation.finding.reason)


@then(Sentence("kết quả xét công nhận là {outcome:kết quả}"))
def outcome(situation: Situation, outcome: str) -> None:
    """The title as a whole came out so."""
    assert situation.assessment.outcome == outcome
    situation.state({"eligible": "met", "not_eligible": "not_met"}.get(outcome, "undetermined"))


@then(Sentence("kiến nghị là {recommendation:kiến nghị}"))
def recommendation(situation: Situation, recommendation: str) -> None:
    """The council is advised so; it decides itself."""
    assert situation.assessment.recommendation == recommendation


@then(Sentence('có cảnh báo nêu "{words:lời}"'))
def warned(situation: Situation, words: str) -> None:
    """A warning gives these words."""
    messages = [plain(warning.message) for warning in situation.verdict.warnings]
    assert any(words in message for message in messages), messages


@then(Sentence('không có cảnh báo nào nêu "{words:lời}"'))
def not_warned(situation: Situation, words: str) -> None:
    """No warning gives these words."""
    messages = [plain(warning.message) for warning in situation.verdict.warnings]
    assert not any(words in message for message in messages), messages

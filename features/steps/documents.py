"""The papers of a dossier (Điều 6 khoản 1–3): which there are, which are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytest_bdd import given, then

from .conforming import document
from .names import DOCUMENTS
from .sentences import KINDS, Kind, Sentence, Table
from .situation import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .situation import Situation

_OR = " hoặc "


def _kinds(words: str) -> set[str]:
    return {DOCUMENTS[name] for name in words.split(_OR)}


PAPERS = Table({"giấy tờ": KINDS["giấy tờ"]}, headed=False)
PAPERS_BY_PROVISION = Table(
    {
        "giấy tờ": Kind(
            ".+", _kinds, hint=f"tên giấy tờ; nhiều giấy tờ thay được cho nhau thì nối bằng “{_OR.strip()}”"
        ),
        "căn cứ": KINDS["căn cứ"],
    }
)


@given(Sentence("hồ sơ chỉ gồm các giấy tờ sau:", PAPERS))
def papers(situation: Situation, datatable: list[list[str]]) -> None:
    """List the papers of the dossier, in place of any stated before."""
    situation.dossier["documents"] = [document(DOCUMENTS[name]) for (name,) in datatable]


@given("hồ sơ không có giấy tờ nào")
def no_papers(situation: Situation) -> None:
    """Take every paper out of the dossier."""
    situation.dossier["documents"] = []


@given(Sentence("hồ sơ có {kind:giấy tờ}"))
def paper(situation: Situation, kind: str) -> None:
    """Add one paper to the dossier."""
    situation.dossier.setdefault("documents", []).append(document(kind))


@given(Sentence("hồ sơ không có {kind:giấy tờ}"))
def without_paper(situation: Situation, kind: str) -> None:
    """Take one paper out of the dossier."""
    kept = [each for each in situation.dossier.get("documents", []) if each["kind"] != kind]
    situation.dossier["documents"] = kept


@then("hồ sơ đầy đủ")
def complete(situation: Situation) -> None:
    """No paper is missing."""
    documents = situation.verdict.documents
    assert (documents.status, list(documents.missing)) == ("complete", [])
    situation.state("met")


@then(Sentence("thành phần hồ sơ theo {citation:căn cứ}"))
def by_provision(situation: Situation, citation: str) -> None:
    """This provision says which papers the dossier must hold."""
    assert plain(situation.verdict.documents.path_citation) == citation


def _same_papers(items: Iterable[Any], datatable: list[list[str]]) -> bool:
    """Tell whether the papers are those of the table, each by its provision; ``hoặc`` joins those alike."""
    expected = [(_kinds(serving), basis) for serving, basis in datatable[1:]]
    listed = [(set(item.kinds), plain(item.citation)) for item in items]
    return len(listed) == len(expected) and all(paper in listed for paper in expected)


@then(Sentence("hồ sơ chưa đầy đủ, còn thiếu:", PAPERS_BY_PROVISION))
def incomplete(situation: Situation, datatable: list[list[str]]) -> None:
    """Exactly these papers are missing."""
    documents = situation.verdict.documents
    assert documents.status == "incomplete"
    assert _same_papers(documents.missing, datatable), documents.missing
    situation.state("not_met")


@then(Sentence("các giấy tờ chỉ nộp nếu có:", PAPERS_BY_PROVISION))
def only_if_any(situation: Situation, datatable: list[list[str]]) -> None:
    """Exactly these papers are handed in only where there are any."""
    documents = situation.verdict.documents
    assert _same_papers(documents.optional, datatable), documents.optional


@then("thành phần hồ sơ được ghi rõ là theo một cách hiểu")
def by_interpretation(situation: Situation) -> None:
    """The list of papers rests on a reading of the text, and says so."""
    assert plain(situation.verdict.documents.interpretation)

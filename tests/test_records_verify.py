"""The check of a log: nothing done to it passes unseen, but for what a chain of hashes cannot show, and every verdict
is reached again."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import shutil
import tracemalloc
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from examples import dossier
from hypothesis import given, settings
from hypothesis import strategies as st
from recorded import checked, codes, recorded
from strategies import dossiers

import langnghe
from langnghe.engine.dossier import Dossier
from langnghe.engine.law.rulebook import load_rulebook
from langnghe.engine.records import Log, UnusableLog, Verification

if TYPE_CHECKING:
    from collections.abc import Callable

    from langnghe.engine.law.rulebook import Rulebook

ROOT = Path(__file__).parent.parent
KEY = Ed25519PrivateKey.generate()


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("log") / "log.jsonl"
    recorded(path)
    return path.read_bytes()


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("signed") / "log.jsonl"
    recorded(path, signer=KEY)
    return path.read_bytes()


def entries(log: bytes) -> list[bytes]:
    return log.splitlines(keepends=True)


def check(log: bytes, **options: Any) -> Verification:
    return Verification(io.BytesIO(log), **options)


def head(log: bytes) -> str:
    return json.loads(entries(log)[-1])["hash"]


# --- a log as it was written ---


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_log_as_it_was_written_is_sound(log: bytes, lang: str) -> None:
    done, found = checked(log, lang=lang)
    assert found == []
    assert done.sound
    assert (done.entries, done.damaged, done.different, done.signed) == (5, 0, 0, 0)
    assert done.head is not None
    assert (done.head.sequence, done.head.hash) == (5, head(log))


def test_an_empty_log_is_sound_and_has_no_head() -> None:
    done, found = checked(b"")
    assert (found, done.sound, done.head) == ([], True, None)


def test_a_log_can_be_checked_again_and_by_its_path(log: bytes, tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(log)
    done = Log(path).verify()
    assert [list(done), list(done), done.entries] == [[], [], 5]
    assert [each.name for each in tmp_path.iterdir()] == ["log.jsonl"]  # a copy is only read


def test_a_log_that_is_not_there_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(UnusableLog):
        list(Log(tmp_path / "log.jsonl").verify())


def test_progress_is_told_up_to_the_end(log: bytes, tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(log)
    told: list[tuple[int, int | None]] = []
    list(Verification(path, progress=lambda done, total: told.append((done, total))))
    assert len(told) == 5
    assert told[-1] == (len(log), len(log))


@given(dossiers(), st.sampled_from(["vi", "en"]))
@settings(max_examples=40)
def test_whatever_is_decided_is_decided_the_same_again(
    tmp_path_factory: pytest.TempPathFactory, tree: dict[str, Any], lang: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "log.jsonl"
    it = Dossier.model_validate(tree)
    for result in (langnghe.assess(it, lang=lang), *langnghe.review(it, on=it.proposed_on, lang=lang)):
        Log(path).append(result)
    assert checked(path.read_bytes())[1] == []


# --- what was done to it ---


@given(st.data())
@settings(max_examples=150)
def test_any_byte_changed_is_reported(log: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(log) - 1))
    changed = bytearray(log)
    changed[at] ^= data.draw(st.integers(1, 255))
    done, found = checked(bytes(changed))
    assert found
    assert not done.sound
    assert log.count(b"\n", 0, at) + 1 in {line for line, _ in found}


@given(st.data())
@settings(max_examples=50)
def test_any_byte_of_a_signed_log_changed_is_reported_without_its_key(signed: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(signed) - 1))
    changed = bytearray(signed)
    changed[at] ^= data.draw(st.integers(1, 255))
    assert not checked_sound(bytes(changed))


def checked_sound(log: bytes, **options: Any) -> bool:
    return checked(log, **options)[0].sound


@given(st.data())
@settings(max_examples=40)
def test_anything_put_in_is_reported(log: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(log)))
    more = data.draw(st.binary(min_size=1, max_size=5) | st.sampled_from([b"\n", b"\r", b" ", b"\xef\xbb\xbf"]))
    assert not checked_sound(log[:at] + more + log[at:])


@given(st.data())
@settings(max_examples=40)
def test_a_log_cut_within_an_entry_is_reported(log: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(log) - 1).filter(lambda at: log[at - 1 : at] != b"\n"))
    assert codes(log[:at]).keys() <= {"torn", "unended"}
    assert not checked_sound(log[:at])


@pytest.mark.parametrize(("first", "number"), [(first, number) for first in range(4) for number in range(1, 5 - first)])
def test_entries_taken_out_are_reported(log: bytes, first: int, number: int) -> None:
    """All but those at the end, which are another matter."""
    every = entries(log)
    done, found = checked(b"".join(every[:first] + every[first + number :]))
    assert found == [(first + 1, "missing" if first else "missing_first")]
    assert not done.sound


@pytest.mark.parametrize("left", range(5))
def test_entries_cut_off_the_end_show_only_against_a_remembered_head(log: bytes, left: int) -> None:
    """A chain cannot know that it once went on: this is said in the docs, and the head is printed to be kept."""
    cut = b"".join(entries(log)[:left])
    assert checked_sound(cut)
    assert codes(cut, head=head(log)) == {"head": 1}
    assert not checked_sound(cut, head=head(log))


@pytest.mark.parametrize("one", range(5))
@pytest.mark.parametrize("other", range(5))
def test_entries_that_changed_places_are_reported(log: bytes, one: int, other: int) -> None:
    every = entries(log)
    every[one], every[other] = every[other], every[one]
    assert checked_sound(b"".join(every)) == (one == other)


@pytest.mark.parametrize("one", range(5))
@pytest.mark.parametrize("at", range(6))
def test_an_entry_copied_is_reported_once_and_where_it_stands(log: bytes, one: int, at: int) -> None:
    every = entries(log)
    every.insert(at, every[one])
    found = checked(b"".join(every))[1]
    assert {code for _, code in found} <= {"twice", "misplaced", "missing", "missing_first"}
    if at > one:
        assert found == [(at + 1, "twice" if at == one + 1 else "misplaced")]
    else:
        assert found


def test_neighbours_that_changed_places_are_two_problems_and_no_more(log: bytes) -> None:
    a, b, c, *rest = entries(log)
    assert checked(b"".join([a, c, b, *rest]))[1] == [(2, "missing"), (3, "misplaced")]


def test_an_entry_of_another_log_does_not_fit_in(log: bytes, tmp_path: Path) -> None:
    recorded(tmp_path / "other.jsonl")
    every, others = entries(log), entries((tmp_path / "other.jsonl").read_bytes())
    assert others[1] != every[1]
    assert checked(b"".join([every[0], others[1], *every[2:]]))[1] == [(2, "chain"), (3, "chain")]


def test_one_fault_is_told_once(log: bytes) -> None:
    """A changed entry does not make all that follow it look changed."""
    changed = log.replace(b'"THU-2"', b'"THU-9"')
    assert checked(changed)[1] == [(2, "altered")]
    broken = log.replace(b'"lang":"vi","dossier"', b'"lang":"vi",,dossier"', 1)
    assert checked(broken)[1] == [(1, "unreadable")]


# --- what a chain cannot show, and what does ---


def rewritten(log: bytes, change: Callable[[bytes], bytes], key: Ed25519PrivateKey | None = None) -> bytes:
    """What a forger can do who can write the file: change content and compute every hash after it anew."""
    made, previous = b"", b"null"
    for line in entries(log):
        body = change(line.partition(b',"signature":"')[0].partition(b',"hash":"')[0])
        before, found, after = body.partition(b',"previous":')
        body = before + found + previous + after[after.index(b',"recorded_at"') :]
        if key:
            body += b',"signature":"' + base64.b64encode(key.sign(body)) + b'"'
        digest = hashlib.sha256(body).hexdigest().encode()
        previous = b'"' + digest + b'"'
        made += body + b',"hash":' + previous + b"}\n"
    return made


def other_craft(body: bytes) -> bytes:
    return body.replace("Mộc mỹ nghệ".encode(), "Mộc dân dụng".encode())


def whole_dossier_swapped(body: bytes) -> bytes:
    """Decided anew by the forger, too, so that the verdict is right for the forged dossier."""
    result = langnghe.assess(dossier(households={"total": 970, "participating": 970}))
    content = json.dumps(result.decided.case.dossier.content(), ensure_ascii=False, sort_keys=True)
    swapped = json.dumps(json.loads(content), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return (
        body.partition(b',"dossier":')[0]
        + b',"dossier":'
        + swapped
        + b',"result":'
        + (result.model_dump_json().encode())
    )


def test_rewriting_without_a_change_gives_the_log_itself(log: bytes) -> None:
    assert rewritten(log, lambda body: body) == log


def test_a_chain_written_anew_shows_against_a_remembered_head(log: bytes) -> None:
    forged = rewritten(entries(log)[0], whole_dossier_swapped)
    assert checked_sound(forged)  # of this the chain alone knows nothing
    assert codes(forged, head=json.loads(entries(log)[0])["hash"]) == {"head": 1}


def test_a_chain_written_anew_shows_where_entries_are_signed(signed: bytes) -> None:
    keys = (KEY.public_key(),)
    assert checked_sound(signed, public_keys=keys)
    stripped = rewritten(signed, lambda body: body)
    assert codes(stripped, public_keys=keys) == {"unsigned": 5}
    forged = rewritten(signed, lambda body: body, Ed25519PrivateKey.generate())
    done, found = checked(forged, public_keys=keys)
    assert found == [(line, "signature") for line in range(1, 6)]
    assert (done.entries, done.signed, done.valid, done.unproved, done.damaged) == (5, 5, 0, 5, 0)
    assert not done.sound


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (',"signature":"', ',"signature":"*'),
        (',"signature":"', ',"signature":"AAAA'),
        (',"signature":"', '},"signature":"'),
        (',"signature":"', ',"signature" :"'),
    ],
)
def test_a_signature_out_of_place_or_shape_is_no_entry(signed: bytes, old: str, new: str) -> None:
    first = entries(signed)[0].replace(old.encode(), new.encode()).partition(b',"hash":"')[0]
    digest = hashlib.sha256(first).hexdigest().encode()
    forged = first + b',"hash":"' + digest + b'"}\n'
    for keys in ((), (KEY.public_key(),)):
        assert checked(forged, public_keys=keys)[1] == [(1, "unreadable")]


def test_after_a_change_of_keys_either_key_will_do(tmp_path: Path) -> None:
    old, new = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    for key in (old, new):
        recorded(tmp_path / "log.jsonl", signer=key)
    log = (tmp_path / "log.jsonl").read_bytes()
    done, found = checked(log, public_keys=(old.public_key(), new.public_key()))
    assert (found, done.valid) == ([], 10)
    assert codes(log, public_keys=(new.public_key(),)) == {"signature": 5}


def test_a_head_of_earlier_shows_that_nothing_of_then_is_missing(log: bytes) -> None:
    earlier = json.loads(entries(log)[2])["hash"]
    done, found = checked(log, head=earlier)
    assert (found, done.remembered, done.head and done.head.sequence) == ([], 3, 5)


# --- the verdict, reached again ---


def test_a_verdict_changed_with_its_chain_is_reported_with_both(log: bytes) -> None:
    def acquitted(body: bytes) -> bytes:
        return body.replace(b'"outcome":"not_eligible"', b'"outcome":"eligible"')

    forged = rewritten(log, acquitted)
    (outcome,) = check(forged)
    assert (outcome.line, outcome.code, outcome.path) == (2, "record.outcome", "outcome")
    told = outcome.message("vi")
    assert "ĐỦ ĐIỀU KIỆN → KHÔNG ĐỦ ĐIỀU KIỆN" in told
    assert "không phải do phần mềm này tính" in told


def test_words_changed_with_their_chain_are_reported(log: bytes) -> None:
    forged = rewritten(log, lambda body: body.replace("193/970 hộ".encode(), "193/971 hộ".encode()))
    assert checked(forged)[1] == [(2, "words")]


def test_a_dossier_changed_with_its_chain_is_reported(log: bytes) -> None:
    assert codes(rewritten(log, other_craft))["dossier_differs"] == 5


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"format":"langnghe/assessment/v1"', '"format":"langnghe/assessment/v9"', "result"),
        ('"households":{', '"households":{"more":1,', "dossier_unreadable"),
        ('"title":"craft_village","place"', '"title":"no_such_title","place"', "not_asked"),
        ('"held":1,', '"held":7,', "not_asked"),
        ('"engine":"0.1.0",', '"engine":"0.1.0","more":1,', "unreadable"),
        ('"sequence":3', '"sequence":"3"', "unreadable"),
    ],
)
def test_what_cannot_be_decided_again_is_said(log: bytes, old: str, new: str, code: str) -> None:
    assert old.encode() in log
    assert codes(rewritten(log, lambda body: body.replace(old.encode(), new.encode())))[code]


@pytest.fixture(scope="module")
def stricter(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    """The law with 60 % of the households instead of 20 %; 323 of 596 no longer suffice, 193 of 970 never did."""
    rules = tmp_path_factory.mktemp("law") / "rules"
    shutil.copytree(ROOT / "rules", rules)
    article = rules / "nd-52-2018" / "dieu-5.yaml"
    text = article.read_text("utf-8")
    assert "at_least_percent: 20" in text
    article.write_text(text.replace("at_least_percent: 20", "at_least_percent: 60"), "utf-8")
    return load_rulebook(rules)


def test_a_law_that_changed_is_told_from_a_record_that_did(log: bytes, stricter: Rulebook) -> None:
    found = [each for each in check(log, rulebook=stricter) if each.line == 1]
    assert [each.code.removeprefix("record.") for each in found] == ["outcome", "recommendation", "finding"]
    outcome, _, finding = found
    assert "ĐỦ ĐIỀU KIỆN → KHÔNG ĐỦ ĐIỀU KIỆN; bộ quy tắc đã đổi từ 2026.1" in outcome.message("vi")
    assert finding.path == "village.households"
    assert "đạt (323/596 hộ" in finding.message("vi")
    assert "→ không đạt (323/596 hộ" in finding.message("vi")
    assert "60 %" in finding.message("vi")


def test_an_entry_that_both_laws_decide_alike_is_no_difference(log: bytes, stricter: Rulebook) -> None:
    """Its words name another threshold, but no verdict is another."""
    assert {line for line, _ in checked(log, rulebook=stricter)[1]} == {1, 3}


def test_reasons_of_today_are_told_in_the_language_of_whoever_checks(log: bytes, stricter: Rulebook) -> None:
    (finding,) = (
        each for each in check(log, rulebook=stricter, lang="en") if each.line == 1 and "finding" in each.code
    )
    told = finding.message("en")
    assert "met (323/596 hộ" in told  # on record in Vietnamese
    assert "→ not met (323/596 households" in told


def test_another_program_with_the_same_rules_may_word_but_not_decide_otherwise(
    log: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("langnghe.engine.records.replay.engine_version", lambda: "0.2.0")
    assert checked_sound(rewritten(log, lambda body: body.replace("193/970 hộ".encode(), "193/971 hộ".encode())))
    forged = rewritten(log, lambda body: body.replace(b'"outcome":"not_eligible"', b'"outcome":"eligible"'))
    (outcome,) = check(forged)
    assert "phần mềm đã đổi từ phiên bản 0.1.0 sang 0.2.0" in outcome.message("vi")


def test_papers_that_would_be_asked_for_today_are_told(log: bytes) -> None:
    forged = rewritten(
        log, lambda body: body.replace(b'"documents":{"status":"complete"', b'"documents":{"status":"incomplete"')
    )
    found = [each for each in check(forged) if each.line == 1]
    assert [each.code for each in found] == ["record.same_outcome", "record.documents"]
    assert found[1].message("vi") == "thành phần hồ sơ: chưa đầy đủ → đầy đủ"


def test_a_title_reviewed_comes_out_differently_with_the_law(tmp_path: Path, stricter: Rulebook) -> None:
    path = tmp_path / "log.jsonl"
    held = dossier(titles_held=[{"title": "craft_village", "decision": "1/QĐ", "decided_on": "2022-08-12"}])
    (review,) = langnghe.review(held, on=date(2022, 12, 1))
    assert review.outcome == "keep"
    Log(path).append(review)
    first, *_ = check(path.read_bytes(), rulebook=stricter)
    assert "giữ danh hiệu → đề nghị xem xét thu hồi" in first.message("vi")


# --- a large log ---


def test_memory_does_not_grow_with_the_log(log: bytes, tmp_path: Path) -> None:
    """A hundred entries, more than a megabyte, against ten."""

    def peak(times: int) -> int:
        path = tmp_path / "log.jsonl"
        path.write_bytes(log * times)
        tracemalloc.start()
        for _ in Log(path).verify():
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(1)  # what is loaded once
    assert peak(20) < peak(2) + 200_000

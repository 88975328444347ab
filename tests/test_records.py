"""The log: what an entry holds, how it is sealed, appended by many at once, mended after a broken-off write."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import filelock
import jsonschema
import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from examples import dossier
from recorded import REVIEWED, checked, codes, recorded, results

import langnghe
from langnghe.engine.records import Log, UnusableLog
from langnghe.engine.records.lines import tail
from langnghe.engine.schema import schema

ROOT = Path(__file__).parent.parent


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "nhật ký.jsonl"


def lines(path: Path) -> list[bytes]:
    *whole, rest = path.read_bytes().split(b"\n")
    assert rest == b""
    return whole


# --- what an entry holds ---


def test_an_entry_holds_the_dossier_the_question_and_the_whole_answer(path: Path) -> None:
    first, *_, last = results()
    Log(path).append(first)
    Log(path).append(last)
    one, other = (json.loads(line) for line in lines(path))
    assert one["format"] == "langnghe/record/v1"
    assert (one["sequence"], one["previous"], one["lang"], one["engine"]) == (1, None, "vi", "0.1.0")
    assert one["dossier"] == dossier().content()
    assert one["result"] == json.loads(first.model_dump_json())
    assert one["result"]["dossier_sha256"] == dossier().sha256
    assert (other["sequence"], other["previous"], other["held"]) == (2, one["hash"], 1)
    assert other["result"] == json.loads(last.model_dump_json())


def test_the_bytes_of_the_answer_are_those_that_were_given(path: Path) -> None:
    result = results()[0]
    Log(path).append(result)
    assert b',"result":' + result.model_dump_json().encode() + b',"hash":"' in path.read_bytes()


def test_the_hash_is_of_everything_in_the_line_before_it(path: Path) -> None:
    head = recorded(path).head()
    for line in lines(path):
        before, _, stated = line.partition(b',"hash":"')
        assert stated == hashlib.sha256(before).hexdigest().encode() + b'"}'
    assert head is not None
    assert lines(path)[-1].endswith(head.hash.encode() + b'"}')


def test_the_dossier_stands_as_another_writer_of_canonical_json_writes_it(path: Path) -> None:
    recorded(path)
    for line in lines(path):
        dossier_bytes = rfc8785.dumps(json.loads(line)["dossier"])
        assert b',"dossier":' + dossier_bytes + b',"result":' in line


def test_what_reading_had_noticed_is_on_record_as_a_warning_rests_on_it(path: Path) -> None:
    workbook = langnghe.load(ROOT / "fixtures" / "workbooks" / "libreoffice-messy.xlsx")
    assert workbook.remarks
    Log(path).append(langnghe.assess(workbook))
    assert checked(path.read_bytes())[1] == []


def test_every_entry_fits_the_schema(path: Path) -> None:
    Log(path, signer=Ed25519PrivateKey.generate()).append(results()[0])
    recorded(path)
    for line in lines(path):
        jsonschema.validate(json.loads(line), schema("record"))


def test_entries_are_read_back_in_order(path: Path) -> None:
    log = recorded(path)
    assert [entry.sequence for entry in log.entries()] == [1, 2, 3, 4, 5]
    assert [entry.result["outcome"] for entry in log.entries()][:2] == ["eligible", "not_eligible"]
    assert [entry.held for entry in log.entries()] == [None, None, None, 0, 1]


def test_a_log_that_is_not_there_has_no_head_and_cannot_be_read(path: Path) -> None:
    assert Log(path).head() is None
    with pytest.raises(UnusableLog) as error:
        list(Log(path).entries())
    assert [problem.code for problem in error.value.problems] == ["no_such_file"]


def test_a_result_read_back_from_json_cannot_be_recorded(path: Path) -> None:
    again = langnghe.Assessment.model_validate_json(results()[0].model_dump_json())
    with pytest.raises(AttributeError, match="read back from JSON"):
        Log(path).append(again)
    assert not path.exists()


# --- one after the other, by many at once ---


def test_the_receipt_names_what_the_log_ends_with(path: Path) -> None:
    log = Log(path)
    for number, result in enumerate(results(), start=1):
        receipt = log.append(result)
        assert receipt.head == log.head()
        assert (receipt.head.sequence, receipt.repair) == (number, None)


def test_eight_threads_on_one_log_and_on_logs_of_their_own_lose_nothing(path: Path) -> None:
    result, shared = results()[0], Log(path)
    threads = threading.active_count()

    def append(number: int) -> tuple[int, str]:
        log = shared if number % 2 else Log(path)
        head = log.append(result).head
        return head.sequence, head.hash

    with ThreadPoolExecutor(8) as pool:
        acknowledged = list(pool.map(append, range(80)))
    assert sorted(acknowledged) == [(entry.sequence, entry.hash) for entry in shared.entries()]
    assert [sequence for sequence, _ in sorted(acknowledged)] == list(range(1, 81))
    assert checked(path.read_bytes())[1] == []
    assert threading.active_count() == threads


def test_whoever_waits_too_long_for_another_writer_is_told(path: Path) -> None:
    with filelock.FileLock(path.with_name(f".{path.name}.lock")), ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(Log(path, timeout=0.05).append, results()[0])
        with pytest.raises(UnusableLog) as error:
            waiting.result()
    assert [problem.code for problem in error.value.problems] == ["record.busy"]
    assert not path.exists()


def test_a_log_has_one_lock_whatever_links_lead_to_it(path: Path) -> None:
    Log(path).append(results()[0])
    link = path.with_name("liên kết.jsonl")
    link.symlink_to(path.name)
    with filelock.FileLock(path.with_name(f".{path.name}.lock")), ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(Log(link, timeout=0.05).append, results()[0])
        with pytest.raises(UnusableLog):
            waiting.result()
    Log(link).append(results()[1])
    assert checked(path.read_bytes())[1] == []
    assert [entry.sequence for entry in Log(path).entries()] == [1, 2]


def test_whoever_checks_waits_for_an_entry_being_written(path: Path, before_and_after: tuple[bytes, bytes]) -> None:
    before, added = before_and_after
    path.write_bytes(before + added[:5_000])
    with ThreadPoolExecutor(1) as pool:
        with filelock.FileLock(path.with_name(f".{path.name}.lock")):  # as the writer does
            checking = pool.submit(lambda: list(Log(path).verify()))
            with pytest.raises(TimeoutError):
                checking.result(timeout=0.5)
            path.write_bytes(before + added)
        assert checking.result() == []


class Counting(io.BytesIO):
    """Counts the bytes read."""

    count = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.count += len(data)
        return data


def test_appending_reads_no_more_of_a_long_log_than_of_a_short_one(path: Path) -> None:
    """Five thousand entries, some 50 MB, against twenty."""
    recorded(path)
    written = path.read_bytes()
    short, long = Counting(written * 4), Counting(written * 1_000)
    assert tail(short).last == tail(long).last == lines(path)[-1]
    assert short.count == long.count < len(written) * 3


@pytest.mark.parametrize("block", [1, 2, 3, 7, 100])
@pytest.mark.parametrize(
    ("data", "last", "rest"),
    [
        (b"", None, b""),
        (b"a", None, b"a"),
        (b"a\n", b"a", b""),
        (b"\n", b"", b""),
        (b"abc\ndef\n", b"def", b""),
        (b"abc\ndefghijkl\nm", b"defghijkl", b"m"),
        (b"\n\nabc", b"", b"abc"),
    ],
    ids=repr,
)
def test_the_last_line_is_found_whatever_the_blocks(
    data: bytes, last: bytes | None, rest: bytes, block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("langnghe.engine.records.lines._BLOCK", block)
    found = tail(io.BytesIO(data))
    assert (found.last, found.rest, found.end) == (last, rest, len(data) - len(rest))


def test_an_entry_is_on_disk_before_it_is_acknowledged(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each entry whole, and with the first one the file's name as well."""
    sizes: list[int | None] = []

    def seen(descriptor: int) -> None:
        file = stat.S_ISREG(os.fstat(descriptor).st_mode)
        sizes.append(os.fstat(descriptor).st_size if file else None)

    monkeypatch.setattr("os.fsync", seen)
    log = Log(path)
    for result in results()[:2]:
        log.append(result)
    one, other = (len(line) + 1 for line in lines(path))
    assert sizes == [one, None, one + other]


# --- a write that was broken off ---


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """A log of two entries, and the bytes that a third adds to it."""
    path = tmp_path_factory.mktemp("torn") / "log.jsonl"
    first, second, third, *_ = results()
    log = Log(path)
    log.append(first)
    log.append(second)
    before = path.read_bytes()
    log.append(third)
    return before, path.read_bytes()[len(before) :]


def test_a_write_broken_off_at_any_byte_is_set_aside_and_loses_nothing(
    path: Path, before_and_after: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, added = before_and_after
    result = results()[0]
    monkeypatch.setattr("os.fsync", lambda _: None)  # what is on disk is not the question here, and takes long
    for at in (*range(1, 200), *range(200, len(added) - 200, 97), *range(len(added) - 200, len(added) - 1)):
        path.write_bytes(before + added[:at])
        receipt = Log(path).append(result)
        assert path.read_bytes().startswith(before)
        assert receipt.repair is not None
        assert receipt.repair.size == at
        assert receipt.repair.moved_to is not None
        assert receipt.repair.moved_to.read_bytes() == added[:at]
        assert (receipt.head.sequence, len(lines(path))) == (3, 3)
        receipt.repair.moved_to.unlink()
    assert checked(path.read_bytes())[1] == []


def test_an_entry_that_lacks_only_its_line_break_is_kept(path: Path, before_and_after: tuple[bytes, bytes]) -> None:
    """An editor may have taken the last line break away from an entry that had been acknowledged."""
    before, added = before_and_after
    path.write_bytes(before + added[:-1])
    receipt = Log(path).append(results()[0])
    assert receipt.repair is not None
    assert (receipt.head.sequence, receipt.repair.moved_to) == (4, None)
    assert path.read_bytes().startswith(before + added)
    assert checked(path.read_bytes())[1] == []


def test_what_two_broken_off_writes_left_is_kept_apart(path: Path, before_and_after: tuple[bytes, bytes]) -> None:
    before, added = before_and_after
    for torn in (added[:10], added[:20]):
        path.write_bytes(before + torn)
        Log(path).append(results()[0])
    assert sorted(each.name for each in path.parent.glob("*.torn-*")) == [
        f"{path.name}.torn-3",
        f"{path.name}.torn-3-2",
    ]


def test_a_first_entry_broken_off_leaves_an_empty_log(path: Path) -> None:
    path.write_bytes(b'{"format":"langn')
    assert Log(path).append(results()[0]).head.sequence == 1
    assert checked(path.read_bytes())[1] == []


def test_an_unfinished_last_line_is_no_entry_to_readers(path: Path, before_and_after: tuple[bytes, bytes]) -> None:
    before, added = before_and_after
    path.write_bytes(before + added[:500])
    assert [entry.sequence for entry in Log(path).entries()] == [1, 2]
    assert checked(path.read_bytes())[1] == [(3, "torn")]


def test_a_disk_that_is_full_leaves_the_log_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = recorded(path)
    before = path.read_bytes()
    failing = iter([OSError(28, "No space left on device")])
    real = os.fsync

    def full(descriptor: int) -> None:
        for error in failing:
            raise error
        real(descriptor)

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        log.append(results()[0])
    assert path.read_bytes() == before
    assert log.append(results()[0]).head.sequence == 6


@pytest.mark.parametrize(
    "change", [lambda data: data[:-3] + b"x" + data[-2:], lambda data: data + b"\n", lambda _: b"#\n"]
)
def test_nothing_is_appended_to_a_log_whose_last_entry_is_damaged(path: Path, change: Any) -> None:
    recorded(path)
    damaged = change(path.read_bytes())
    path.write_bytes(damaged)
    for use in (Log(path).head, lambda: Log(path).append(results()[0])):
        with pytest.raises(UnusableLog) as error:
            use()
        assert [(each.code, each.line) for each in error.value.problems] == [
            ("record.last_damaged", damaged.count(b"\n"))
        ]
    assert path.read_bytes() == damaged


@pytest.mark.parametrize("other", ['{"format":"langnghe/dossier/v1"}', "một dòng", " "])
def test_a_file_that_is_no_log_is_not_taken_for_a_broken_off_write(path: Path, other: str) -> None:
    """A dossier in one line without a line break, given by mistake, stays where it is."""
    path.write_text(other, "utf-8")
    with pytest.raises(UnusableLog) as error:
        Log(path).append(results()[0])
    assert [(each.code, each.line) for each in error.value.problems] == [("record.last_damaged", 1)]
    assert path.read_text("utf-8") == other


def test_blocks_that_a_power_cut_left_empty_are_set_aside(path: Path) -> None:
    recorded(path)
    before = path.read_bytes()
    path.write_bytes(before + bytes(4096))
    receipt = Log(path).append(results()[0])
    assert receipt.repair is not None
    assert (receipt.repair.size, path.read_bytes()[: len(before)]) == (4096, before)
    assert checked(path.read_bytes())[1] == []


def test_reading_stops_at_a_damaged_entry(path: Path) -> None:
    log = recorded(path)
    path.write_bytes(path.read_bytes().replace(b'"THU-2"', b'"THU-9"'))
    with pytest.raises(UnusableLog) as error:
        list(log.entries())
    assert [(each.code, each.line) for each in error.value.problems] == [("record.damaged", 2)]


def test_an_entry_larger_than_any_log_may_hold_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("langnghe.engine.records.log.MAX_LINE", 1_000)
    with pytest.raises(UnusableLog) as error:
        Log(path).append(results()[0])
    assert [each.code for each in error.value.problems] == ["record.long"]
    assert path.read_bytes() == b""


def test_a_line_longer_than_any_entry_is_passed_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded(path)
    kept = lines(path)
    most = max(map(len, kept))
    monkeypatch.setattr("langnghe.engine.records.lines.MAX_LINE", most)
    long = b"x" * (3 * most + 7)
    log = b"\n".join([kept[0], long, *kept[2:], b""])
    assert checked(log)[1] == [(2, "long")]
    assert codes(b"\n".join([*kept, long]))["long"] == 1


# --- signatures ---


def test_signatures_are_over_everything_before_them(path: Path) -> None:
    key = Ed25519PrivateKey.generate()
    Log(path, signer=key).append(results()[0])
    (line,) = lines(path)
    signed, _, rest = line.partition(b',"signature":"')
    key.public_key().verify(base64.b64decode(rest[:88]), signed)


def test_reviews_are_recorded_in_the_order_of_the_titles(path: Path) -> None:
    held = [
        {"title": "craft_village", "decision": "1", "decided_on": "2020-01-01", "name": name} for name in ("A", "A")
    ]
    held[1]["conformed_in_2018"] = False  # all that tells the two apart
    log = Log(path)
    for review in langnghe.review(dossier(titles_held=held), on=REVIEWED):
        log.append(review)
    assert [entry.held for entry in log.entries()] == [0, 1]
    assert checked(path.read_bytes())[1] == []

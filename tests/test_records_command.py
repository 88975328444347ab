"""``--record`` and ``langnghe verify`` as an office uses them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from examples import CONTRACT_YAML
from recorded import recorded

from langnghe.cli import main
from langnghe.engine.records import Log

ROOT = Path(__file__).parent.parent
VILLAGES = ROOT / "fixtures" / "villages"
OPENSSL = shutil.which("openssl")

needs_openssl = pytest.mark.skipif(OPENSSL is None, reason="keys are made with openssl, which is not installed here")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)

    def runs(*arguments: object, given: bytes | None = None) -> Result:
        return CliRunner().invoke(main, [*map(str, arguments)], input=given)

    return runs


@pytest.fixture
def good(tmp_path: Path) -> Path:
    (tmp_path / "good.yaml").write_text(CONTRACT_YAML, "utf-8")
    return tmp_path / "good.yaml"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    recorded(tmp_path / "log.jsonl")
    return tmp_path / "log.jsonl"


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    """Made as the docs say."""
    private, public = tmp_path / "bi-mat.pem", tmp_path / "cong-khai.pem"
    subprocess.run([str(OPENSSL), "genpkey", "-algorithm", "ed25519", "-out", private], check=True)
    subprocess.run([str(OPENSSL), "pkey", "-in", private, "-pubout", "-out", public], check=True)
    return private, public


def outcomes(log: Path) -> list[str]:
    return [entry.result["outcome"] for entry in Log(log).entries()]


# --- --record ---


def test_results_are_recorded_and_the_head_is_told_beside_them(run: Any, good: Path, tmp_path: Path) -> None:
    done = run("assess", good, VILLAGES / "HNAM-2021-BEO.yaml", "--record", "nhat-ky.jsonl")
    assert done.exit_code == 0
    head = Log(tmp_path / "nhat-ky.jsonl").head()
    assert head is not None
    assert done.stderr.splitlines() == [
        "Đã ghi 2 mục vào nhật ký nhat-ky.jsonl.",
        f"Mã chốt (mục 2): {head.hash}",
    ]
    assert done.stdout == run("assess", good, VILLAGES / "HNAM-2021-BEO.yaml").stdout
    again = run("review", good, "--on", "2024-11-14", "--record", "nhat-ky.jsonl", "--lang", "en")
    assert "Head (entry 3): " in again.stderr
    assert [entry.lang for entry in Log(tmp_path / "nhat-ky.jsonl").entries()] == ["vi", "vi", "en"]


def test_json_on_standard_output_stays_json(run: Any, good: Path) -> None:
    done = run("assess", good, "--record", "log.jsonl", "--format", "json")
    assert json.loads(done.stdout)["outcome"] == "eligible"


@pytest.mark.parametrize("command", ["assess", "review"])
def test_a_folder_of_dossiers_is_recorded_one_by_one(run: Any, tmp_path: Path, command: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("HY-2022-MAO-CHINH", "HD-2024-DUONG-NHAM"):
        shutil.copy(VILLAGES / f"{name}.yaml", folder)
    (folder / "bad.yaml").write_text("format: langnghe/dossier/v1\n", "utf-8")
    done = run(command, folder, "-o", "out/", "--record", "log.jsonl", *(["--format", "html"] * (command == "review")))
    assert done.exit_code == 1  # of the bad one, which is not recorded as nothing was decided on it
    dossiers = [entry.result["dossier"] for entry in Log(tmp_path / "log.jsonl").entries()]
    expected = {"assess": ["HD-2024-DUONG-NHAM", "HY-2022-MAO-CHINH"], "review": ["HD-2024-DUONG-NHAM"]}
    assert dossiers == expected[command]
    assert f"Đã ghi {len(dossiers)} mục" in done.stderr
    assert run("verify", "log.jsonl").exit_code == 0


def test_a_dossier_from_standard_input_is_recorded(run: Any, tmp_path: Path) -> None:
    done = run("assess", "-", "--record", "log.jsonl", given=CONTRACT_YAML.encode())
    assert (done.exit_code, outcomes(tmp_path / "log.jsonl")) == (0, ["eligible"])


def test_where_nothing_is_decided_nothing_is_recorded(run: Any, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("format: langnghe/dossier/v1\n", "utf-8")
    done = run("assess", "bad.yaml", "--record", "log.jsonl")
    assert done.exit_code == 1
    assert "Đã ghi 0 mục" in done.stderr
    assert not (tmp_path / "log.jsonl").exists()


def test_a_broken_off_write_is_mended_and_said(run: Any, good: Path, log: Path) -> None:
    log.write_bytes(log.read_bytes() + b'{"format":')
    done = run("assess", good, "--record", log)
    assert done.exit_code == 0
    assert f"10 byte dở dang, đã chuyển sang {log}.torn-6." in done.stderr
    log.write_bytes(log.read_bytes()[:-1])
    assert "thiếu dấu xuống dòng, đã bổ sung" in run("assess", good, "--record", log).stderr
    assert run("verify", log).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--record", "good.yaml"), "good.yaml:43: dòng cuối không phải một mục nguyên vẹn"),
        (("--record", "."), ".: đây là thư mục hoặc thiết bị"),
        (("--record", "/dev/null"), "/dev/null: đây là thư mục hoặc thiết bị"),
        (("--record", "no/such/log.jsonl"), "Không ghi được nhật ký «no/such/log.jsonl»: không có thư mục này"),
        (("--record", "x.json", "-o", "./x.json"), "kết quả sẽ ghi đè lên nhật ký"),
        (("--sign-key", "good.yaml"), "--sign-key chỉ dùng cùng --record"),
        (("--record", "l.jsonl", "--sign-key", "good.yaml"), "good.yaml: tệp không phải khóa bí mật dạng PEM"),
        (("--record", "l.jsonl", "--sign-key", "none.pem"), "none.pem: không có tệp này"),
    ],
)
def test_a_log_that_cannot_be_used_is_told_before_anything_is_decided(
    run: Any, good: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = run("assess", good, *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert says in done.stderr
    assert good.read_text("utf-8") == CONTRACT_YAML


def test_a_register_is_not_recorded(run: Any, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("place.name\nA\n", "utf-8")
    done = run("review", "r.csv", "-o", "o.csv", "--record", "log.jsonl")
    assert (done.exit_code, "không dùng khi rà soát một sổ" in done.stderr) == (2, True)


# --- verify ---


def test_a_sound_log_is_told_so_with_its_head_and_what_a_chain_cannot_show(run: Any, log: Path) -> None:
    done = run("verify", log)
    assert (done.exit_code, done.stderr) == (0, "")
    first, whole, same, signatures, head, tail = done.stdout.splitlines()
    assert re.fullmatch(r".*log\.jsonl: 5 mục, ghi từ \d\d/\d\d/\d{4} đến \d\d/\d\d/\d{4}\.", first)
    assert whole.startswith("Toàn vẹn: không dòng nào bị sửa")
    assert same == "Xét lại theo bộ quy tắc 2026.1 hiện nay: kết luận như đã ghi."
    assert signatures == "Chữ ký: không có."
    assert head == f"Mã chốt (mục 5): {Log(log).head().hash}"  # type: ignore[union-attr]
    assert "không cho biết các mục cuối có bị cắt bỏ hay không" in tail


def test_what_is_wrong_is_told_with_file_and_line(run: Any, log: Path) -> None:
    log.write_bytes(log.read_bytes().replace(b'"THU-2"', b'"THU-9"'))
    done = run("verify", log)
    assert done.exit_code == 1
    (problem,) = done.stderr.splitlines()
    assert problem.startswith(f"{log}:2: nội dung đã bị sửa: mã băm ghi trong mục là ")
    assert "Toàn vẹn: KHÔNG; 1 chỗ sai lệch." in done.stdout


def test_machines_get_one_document_a_problem_and_one_at_the_end(run: Any, log: Path) -> None:
    first, *rest = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([first, *rest[1:]]))
    done = run("verify", log, "--format", "json", "--lang", "en")
    problem, summary = map(json.loads, done.stdout.splitlines())
    assert (done.exit_code, problem["format"], summary["format"]) == (
        1,
        "langnghe/error/v1",
        "langnghe/verification/v1",
    )
    assert problem["problems"] == [
        {
            "path": "",
            "line": 2,
            "code": "record.missing",
            "message": "entries missing between entry 1 and entry 3: 1; removed, or moved elsewhere",
        }
    ]
    assert (summary["entries"], summary["damaged"], summary["different"]) == (4, 1, 0)
    assert summary["head"]["sequence"] == 5
    assert (summary["signatures_valid"], summary["signatures_missing"], summary["remembered_head"]) == (None,) * 3


def test_a_remembered_head_shows_whether_the_end_was_cut_off(run: Any, log: Path) -> None:
    entries = log.read_bytes().splitlines(keepends=True)
    third = json.loads(entries[2])["hash"]
    done = run("verify", log, "--head", f" {third[:32].upper()}\n{third[32:]} ")  # as copied from minutes
    assert done.exit_code == 0
    assert "Mã chốt đã cho là của mục 3; từ đó đến nay ghi thêm 2 mục." in done.stdout
    log.write_bytes(b"".join(entries[:2]))
    assert run("verify", log).exit_code == 0
    cut = run("verify", log, "--head", third)
    assert (cut.exit_code, f"mã chốt {third} không có trong nhật ký" in cut.stderr) == (1, True)
    assert run("verify", log, "--head", "abc").exit_code == 2


def test_a_log_from_standard_input_can_be_checked(run: Any, log: Path) -> None:
    done = run("verify", "-", given=log.read_bytes())
    assert (done.exit_code, "-: 5 mục" in done.stdout) == (0, True)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_log_that_cannot_be_read_is_told(run: Any, form: str) -> None:
    done = run("verify", "no.jsonl", "--format", form)
    assert (done.exit_code, done.stderr) == (1, "no.jsonl: không có tệp này\n")
    assert len(done.stdout.splitlines()) == (form == "json")


def test_an_empty_log_is_told_as_such(run: Any, tmp_path: Path) -> None:
    (tmp_path / "log.jsonl").touch()
    done = run("verify", "log.jsonl")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (
        0,
        "log.jsonl: nhật ký chưa có mục nào, hoặc mọi mục đã bị xóa; không có mã chốt đã lưu thì không phân biệt được.",
    )


def test_a_file_that_is_no_log_is_told_line_by_line(run: Any, good: Path) -> None:
    done = run("verify", good)
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == len(CONTRACT_YAML.splitlines())
    assert "Toàn vẹn: KHÔNG" in done.stdout


# --- signatures ---


@needs_openssl
def test_signed_entries_are_checked_with_the_public_key(
    run: Any, good: Path, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    private, public = keys
    recorded_ = run("assess", good, "--record", "log.jsonl", "--sign-key", private)
    assert recorded_.exit_code == 0
    secret = private.read_text("ascii").splitlines()[1]
    assert secret not in recorded_.output + (tmp_path / "log.jsonl").read_text("utf-8")
    assert "1 mục có chữ ký, chưa kiểm tra" in run("verify", "log.jsonl").stdout
    assert (
        "Chữ ký: 1/1 mục có chữ ký đúng với khóa công khai."
        in run("verify", "log.jsonl", "--public-key", public).stdout
    )
    run("assess", good, "--record", "log.jsonl")
    done = run("verify", "log.jsonl", "--public-key", public)
    assert (done.exit_code, done.stderr) == (1, "log.jsonl:2: mục không có chữ ký\n")
    assert "Chữ ký: KHÔNG ĐỦ; 1/2 mục" in done.stdout
    assert "Toàn vẹn: không dòng nào bị sửa" in done.stdout


@needs_openssl
def test_openssl_and_sha256sum_come_to_the_same(run: Any, good: Path, keys: tuple[Path, Path], tmp_path: Path) -> None:
    """Nobody needs this program to check an entry."""
    private, public = keys
    run("assess", good, "--record", "log.jsonl", "--sign-key", private)
    line = (tmp_path / "log.jsonl").read_bytes()
    signed, _, rest = line.partition(b',"signature":"')
    (tmp_path / "signed").write_bytes(signed)
    (tmp_path / "signature.txt").write_bytes(rest[:88])
    ssl = [str(OPENSSL)]
    subprocess.run([*ssl, "base64", "-d", "-A", "-in", "signature.txt", "-out", "signature"], cwd=tmp_path, check=True)
    verify = ["pkeyutl", "-verify", "-pubin", "-inkey", public, "-rawin", "-in", "signed", "-sigfile", "signature"]
    assert subprocess.run([*ssl, *verify], cwd=tmp_path, check=False, capture_output=True).returncode == 0
    (tmp_path / "hashed").write_bytes(line.partition(b',"hash":"')[0])
    digest = subprocess.run([*ssl, "dgst", "-sha256", "-r", "hashed"], cwd=tmp_path, check=True, capture_output=True)
    assert digest.stdout[:64].decode() in run("verify", "log.jsonl").stdout


@needs_openssl
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (["genpkey", "-algorithm", "ed25519", "-aes256", "-pass", "pass:abc"], "khóa có mật khẩu"),
        (["genpkey", "-algorithm", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"], "khóa không thuộc loại Ed25519"),
    ],
)
def test_a_key_that_cannot_be_used_is_told(run: Any, good: Path, make: list[str], says: str) -> None:
    subprocess.run([str(OPENSSL), *make, "-out", "key.pem"], check=True)
    done = run("assess", good, "--record", "log.jsonl", "--sign-key", "key.pem")
    assert (done.exit_code, says in done.stderr) == (2, True)


@needs_openssl
def test_a_private_key_is_no_public_key(run: Any, log: Path, keys: tuple[Path, Path]) -> None:
    done = run("verify", log, "--public-key", keys[0])
    assert (done.exit_code, "tệp không phải khóa công khai" in done.stderr) == (2, True)


def test_without_the_library_it_is_said_how_to_get_it(run: Any, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("langnghe.engine.records.signing.find_spec", lambda _: None)
    done = run("verify", log, "--public-key", "key.pem")
    assert (done.exit_code, 'pip install "langnghe[signatures]"' in done.stderr) == (2, True)


# --- the docs ---


def blocks(kind: str) -> list[str]:
    text = (ROOT / "docs" / "nhat-ky.md").read_text("utf-8")
    return re.findall(rf"```{kind}\n((?s:.*?))```", text)


def in_that_order(shown: str, printed: str) -> None:
    """Each piece between two ellipses is printed, in the order shown."""
    at = 0
    for piece in re.split(r"…", shown):
        found = printed.find(piece.strip("\n"), at)
        assert found >= 0, (piece, printed)
        at = found + len(piece.strip("\n"))


@needs_openssl
def test_every_run_shown_in_the_docs_is_what_the_commands_print(run: Any, tmp_path: Path) -> None:
    (tmp_path / "ho-so.yaml").write_text(CONTRACT_YAML, "utf-8")
    keys_made = next(block for block in blocks("sh") if "genpkey" in block)
    subprocess.run(["/bin/sh", "-c", keys_made], cwd=tmp_path, check=True)
    runs = [block.partition("\n")[::2] for block in blocks("console")]
    assert len(runs) == 6
    for command, shown in runs:
        if "bi-sua" in command:
            whole = (tmp_path / "nhat-ky.jsonl").read_bytes()
            (tmp_path / "nhat-ky-bi-sua.jsonl").write_bytes(whole.replace(b'"total":596', b'"total":696', 1))
        done = run(*command.removeprefix("$ langnghe ").split())
        in_that_order(shown, done.output)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed here")
def test_the_hash_is_computed_by_hand_as_the_docs_say(run: Any, good: Path, tmp_path: Path) -> None:
    run("assess", good, "--record", "nhat-ky.jsonl")
    by_hand = next(block for block in blocks("sh") if "sha256sum" in block)
    done = subprocess.run(["/bin/sh", "-c", by_hand], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout[:64] == json.loads((tmp_path / "nhat-ky.jsonl").read_text("utf-8"))["hash"]


def test_the_portal_of_the_docs_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ho-so.yaml").write_text(CONTRACT_YAML, "utf-8")
    (program,) = blocks("python")
    names: dict[str, Any] = {}
    exec(program, names)  # noqa: S102  our own
    assert (names["receipt"].head.sequence, names["check"].sound, names["check"].entries) == (1, True, 1)

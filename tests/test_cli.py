"""The installed command, run as people and portals run it: from another folder, as a process of its own."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from examples import CONTRACT_YAML

import langnghe
from langnghe.cli import main
from langnghe.engine.evaluation import InternalDisagreement
from langnghe.engine.reading.source import parse

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
COMMAND = Path(sys.executable).with_name("langnghe")

# An environment of its own: Vietnamese must come out whatever the machine's locale says.
PLAIN = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHONIOENCODING"))}


@pytest.fixture
def run(tmp_path):
    def runs(*arguments, given=None):
        return subprocess.run(
            [COMMAND, *map(str, arguments)],
            cwd=tmp_path,
            env=PLAIN | {"LC_ALL": "C"},
            input=given.encode() if given is not None else b"",
            capture_output=True,
            check=False,
            timeout=60,
        )

    return runs


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.yaml"
    path.write_text(CONTRACT_YAML, "utf-8")
    return path


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "bad.yaml"
    path.write_text(CONTRACT_YAML.replace("total: 596", "totl: 596").replace("[4]", "[9]"), "utf-8")
    return path


def lines(stream):
    return stream.decode("utf-8").splitlines()


def documents(done):
    return [json.loads(line) for line in lines(done.stdout)]


# --- exit codes, standard output and standard error ---


def test_a_dossier_is_assessed_with_the_outcome_first(run, good):
    done = run("assess", good)

    assert (done.returncode, done.stderr) == (0, b"")
    first, second, *rest = lines(done.stdout)
    assert first == "Mão Chinh (HY-2022-001) — làng nghề: ĐỦ ĐIỀU KIỆN"
    assert "Đề nghị bổ sung thành phần hồ sơ" in second
    text = "\n".join(rest)
    assert "✓ Tỷ lệ hộ tham gia — đạt. 323/596 hộ tham gia, đạt 54,19 %" in text
    assert "[điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP]" in text
    assert "14/09/2022" in text
    assert "hội đồng xét duyệt và Ủy ban nhân dân cấp tỉnh quyết định" in text
    assert "\u001b" not in text  # colour is for terminals


def test_the_outcome_never_decides_the_exit_code(run, good):
    failing = good.with_name("failing.yaml")
    failing.write_text(CONTRACT_YAML.replace("participating: 323", "participating: 3"), "utf-8")

    done = run("assess", failing, "--format", "json")

    assert done.returncode == 0
    assert documents(done)[0]["outcome"] == "not_eligible"


def test_every_problem_is_a_line_of_its_own_with_path_line_and_key(run, bad):
    done = run("check", bad)

    assert (done.returncode, done.stdout) == (1, b"")
    told = [
        re.fullmatch(r"(?P<path>[^:]+):(?P<line>\d+): (?P<key>[\w.\[\]]+): (?P<message>.+)", line)
        for line in lines(done.stderr)
    ]
    assert {(each["path"], each["key"]) for each in told} == {
        (str(bad), "activities[0]"),
        (str(bad), "households.totl"),
    }
    written = bad.read_text("utf-8").splitlines()
    for each in told:
        assert each["key"].split(".")[-1].split("[")[0] in written[int(each["line"]) - 1]
    assert any("total" in each["message"] for each in told)


def test_a_bad_input_never_stops_the_others(run, good, bad, tmp_path):
    done = run("assess", tmp_path / "nowhere.yaml", good, bad, good, tmp_path / "nowhere.json")

    assert done.returncode == 1
    assert lines(done.stdout).count("Mão Chinh (HY-2022-001) — làng nghề: ĐỦ ĐIỀU KIỆN") == 2
    assert len(lines(done.stderr)) == 4
    assert b"Traceback" not in done.stderr


def test_several_inputs_are_one_json_document_a_line_in_their_order(run, good, bad):
    done = run("assess", good, bad, good, "--format", "json")

    first, second, third = documents(done)
    assert done.returncode == 1
    assert first == third
    assert first["format"] == "langnghe/assessment/v1"
    assert second["format"] == "langnghe/error/v1"
    assert second["path"] == str(bad)
    assert {each["path"] for each in second["problems"]} == {"activities[0]", "households.totl"}
    assert all(isinstance(each["line"], int) and each["message"] for each in second["problems"])


def test_the_command_says_in_json_what_the_library_says(run, good):
    done = run("assess", good, "--format", "json")

    assert done.stdout.decode() == langnghe.assess(langnghe.load(good)).model_dump_json() + "\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["assess"],
        ["assess", "good.yaml", "--on", "2022-13-01"],
        ["assess", "good.yaml", "--title", "lang_nghe"],
        ["assess", "good.yaml", "--format", "xml"],
        ["assess", "good.yaml", "--nothing"],
        ["assess", "good.yaml", "-o", "nowhere/out.txt"],
        ["nothing"],
        ["law", "no.such.rule"],
        ["schema", "nothing"],
    ],
)
@pytest.mark.usefixtures("good")
def test_a_wrong_way_of_calling_is_2_and_told_on_standard_error(run, arguments):
    done = run(*arguments)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode("utf-8").strip()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("folder", ["malformed", "odd"])
def test_all_fixtures_at_once_leave_no_traceback(run, folder):
    paths = sorted(path for path in (FIXTURES / folder).iterdir() if path.name != "expected.yaml")

    done = run("check", *paths)

    assert done.returncode == (1 if folder == "malformed" else 0)
    assert b"Traceback" not in done.stderr
    complained = {line.split(": ")[0].rpartition(":")[0] or line.split(": ")[0] for line in lines(done.stderr)}
    assert complained == ({str(path) for path in paths} if folder == "malformed" else set())


def test_a_huge_file_and_a_folder_among_the_inputs(run, good, tmp_path):
    huge, empty = tmp_path / "huge.yaml", tmp_path / "empty"
    empty.mkdir()
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    done = run("assess", huge, empty, good)

    assert done.returncode == 1
    assert len(lines(done.stderr)) == 2
    assert lines(done.stdout)[0].endswith("ĐỦ ĐIỀU KIỆN")


# --- options ---


def test_standard_input_is_a_dash(run):
    done = run("assess", "-", "--format", "json", given=CONTRACT_YAML)

    assert done.returncode == 0
    assert documents(done)[0]["dossier"] == "HY-2022-001"


def test_problems_of_standard_input_are_named_with_a_dash(run):
    done = run("assess", "-", given="id: 1")

    assert done.returncode == 1
    assert all(line.startswith("-:") for line in lines(done.stderr))


def test_results_go_into_a_file_and_problems_do_not(run, good, bad, tmp_path):
    out = tmp_path / "out.json"
    out.write_text("cũ", "utf-8")

    done = run("assess", good, bad, "--format", "json", "-o", out)

    assert (done.returncode, done.stdout) == (1, b"")
    assert [json.loads(line)["format"] for line in out.read_text("utf-8").splitlines()] == [
        "langnghe/assessment/v1",
        "langnghe/error/v1",
    ]
    assert len(lines(done.stderr)) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.yaml", "good.yaml", "out.json"]


def test_results_are_in_english_when_asked(run, good):
    done = run("assess", good, "--lang", "en")

    text = done.stdout.decode("utf-8")
    assert text.startswith("Mão Chinh (HY-2022-001) — craft village: ELIGIBLE")
    assert "323/596 households take part, 54.19%" in text
    assert "14 September 2022" in text


def test_problems_are_in_english_when_asked(run, bad):
    assert "is “total” meant?" in run("check", bad, "--lang", "en").stderr.decode("utf-8")


def test_another_day_and_another_title_may_be_asked(run, good):
    [found] = documents(run("assess", good, "--on", "2014-12-31", "--title", "traditional_craft", "--format", "json"))

    assert (found["on"], found["title"], found["outcome"]) == ("2014-12-31", "traditional_craft", "eligible")


def test_a_title_that_the_dossier_is_not_for_is_a_problem_of_that_path(run, good):
    two = good.with_name("two.yaml")
    two.write_text(CONTRACT_YAML.replace("crafts:\n", "crafts:\n  - name: Dệt\n"), "utf-8")

    done = run("assess", two, good, "--title", "traditional_craft", "--format", "json")

    assert done.returncode == 1
    first, second = documents(done)
    assert (first["format"], first["path"]) == ("langnghe/error/v1", str(two))
    assert second["outcome"] == "eligible"
    assert lines(done.stderr)[0].startswith(f"{two}:1: crafts: ")


def test_titles_held_are_reviewed(run, good):
    [found] = documents(run("review", good, "--on", "2024-11-14", "--format", "json"))

    assert (found["format"], found["outcome"], found["on"]) == ("langnghe/review/v1", "keep", "2024-11-14")
    assert run("review", good, "--on", "2024-11-14").stdout.decode("utf-8").count("Mão Chinh") >= 1


def test_a_valid_dossier_is_said_to_be(run, good):
    done = run("check", good)

    assert (done.returncode, done.stderr) == (0, b"")
    assert lines(done.stdout) == [f"{good}: hợp lệ"]


# --- the law, schemas, speed ---


def test_a_rule_is_shown_with_its_words_condition_dates_and_reading(run):
    text = run("law", "village.households", "--on", "2022-07-29").stdout.decode("utf-8")

    assert "29/07/2022" in text
    assert "điểm a khoản 3 Điều 5 Nghị định số 52/2018/NĐ-CP" in text
    assert "Có tối thiểu 20% tổng số hộ trên địa bàn" in text
    assert "số hộ tham gia chia cho tổng số hộ từ 20 % trở lên" in text
    assert "từ 01/06/2018" in text


def test_the_law_of_a_day_is_that_of_its_time(run):
    earlier, later = (
        run("law", "environment.plan", "--on", day).stdout.decode("utf-8") for day in ("2021-12-31", "2022-01-01")
    )

    assert "Luật Bảo vệ môi trường số 55/2014/QH13" in earlier
    assert "Luật Bảo vệ môi trường số 72/2020/QH14" in later


def test_a_rule_that_does_not_exist_comes_with_the_nearest(run):
    assert "village.households" in run("law", "village.household").stderr.decode("utf-8")


@pytest.mark.parametrize("name", ["dossier", "assessment", "review", "rulebook"])
def test_a_schema_is_a_json_schema(run, name):
    done = run("schema", name)

    schema = json.loads(done.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.fixture(scope="module")
def schemas():
    """The schemas as validators."""
    made = {}
    for name in ("dossier", "assessment", "review", "rulebook"):
        done = subprocess.run([COMMAND, "schema", name], capture_output=True, check=True)
        made[name] = jsonschema.Draft202012Validator(json.loads(done.stdout))
    return made


VILLAGES = sorted((FIXTURES / "villages").glob("*.yaml"))
READABLE = [
    *VILLAGES,
    *sorted(path for path in (FIXTURES / "odd").iterdir() if path.name not in {"expected.yaml", "nfd.yaml"}),
]


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.stem)
def test_a_valid_dossier_fits_the_schema(schemas, path):
    schemas["dossier"].validate(parse(path.read_bytes()).tree)


@pytest.mark.parametrize(
    "changes",
    [
        {"households": {"total": {"value": 596, "evidence": ["household_list:3"]}}},
        {"households": {"value": {"total": 596}, "evidence": ["household_list"]}},
        {"crafts": [{"name": "Dệt", "still_developing": {"holds": True, "votes": {"for": 9, "against": 0}}}]},
        {"environment": {"plan": False}},
        {"environment": {"plan": True}},
    ],
)
def test_what_the_contract_lets_a_dossier_say_fits_the_schema(schemas, changes):
    schemas["dossier"].validate(langnghe.loads(CONTRACT_YAML).content() | changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"households": {"total": -1}},
        {"households": {"totl": 1}},
        {"activities": [9]},
        {"title": "lang_nghe"},
        {"place": {"name": "Làng Thử"}},
        {"documents": [{"kind": "letter"}]},
        {"households": {"total": {"value": 596, "evidnce": []}}},
    ],
)
def test_what_a_dossier_must_not_say_does_not_fit_the_schema(schemas, changes):
    assert not schemas["dossier"].is_valid(langnghe.loads(CONTRACT_YAML).content() | changes)


@pytest.mark.parametrize("path", VILLAGES, ids=lambda path: path.stem)
def test_every_result_fits_its_schema(schemas, path):
    dossier = langnghe.load(path)

    schemas["assessment"].validate(json.loads(langnghe.assess(dossier).model_dump_json()))
    for review in langnghe.review(dossier, on=dossier.proposed_on):
        schemas["review"].validate(json.loads(review.model_dump_json()))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "rules").rglob("*.yaml")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_every_rule_file_fits_the_schema(schemas, path):
    schemas["rulebook"].validate(parse(path.read_bytes(), as_json=False).tree)


@pytest.mark.parametrize("command", ["assess", "review"])
def test_a_dossier_on_which_opinions_differ_is_told_of_and_the_others_are_processed(
    good, tmp_path, monkeypatch, command
):
    shutil.copy(good, tmp_path / "other.yaml")
    real, asked = getattr(langnghe, command), []

    def differing(dossier, **options):
        asked.append(dossier)
        if len(asked) == 1:
            raise InternalDisagreement("craft.age")
        return real(dossier, **options)

    monkeypatch.setattr(langnghe, command, differing)
    done = CliRunner().invoke(main, [command, str(good), str(tmp_path / "other.yaml"), "--format", "json"])
    assert done.exit_code == 1
    assert "craft.age" in done.stderr
    first, *others = [json.loads(line) for line in done.stdout.splitlines()]
    assert [problem["code"] for problem in first["problems"]] == ["disagreement"]
    assert others
    assert {each["format"] for each in others} == {f"langnghe/{command.replace('assess', 'assessment')}/v1"}


def fastest(*command):
    """The shortest of some runs: what the command itself needs, whatever else the machine is doing."""
    times = []
    for _ in range(7):
        begun = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        times.append(time.perf_counter() - begun)
    return min(times)


def test_help_is_quick():
    """Against the time of importing click on this machine, not against a clock."""
    assert fastest(COMMAND, "--help") < 3 * fastest(sys.executable, "-c", "import click")


def test_the_real_villages_are_assessed_from_another_folder(run, tmp_path):
    shutil.copytree(FIXTURES / "villages", tmp_path / "villages")

    done = run(
        "assess", *sorted(path.relative_to(tmp_path) for path in (tmp_path / "villages").iterdir()), "--format", "json"
    )

    assert done.returncode == 0
    assert len(documents(done)) == len(VILLAGES)


@pytest.mark.parametrize("path", ["", "a" * 300])
def test_a_path_that_names_nothing_is_not_taken_for_the_folder_one_stands_in(good, run, path):
    done = run("assess", path)

    assert done.returncode == 1
    assert not done.stdout
    assert len(done.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize("command", [["assess", "good.yaml"], ["review", "good.yaml"], ["law"], ["law", "craft.age"]])
def test_the_language_may_be_said_before_the_command_too(good, run, command):
    before, after = run("--lang", "en", *command), run(*command, "--lang", "en")

    assert before.returncode == after.returncode == 0
    assert before.stdout == after.stdout != run(*command).stdout
    assert run("--lang", "en", *command, "--lang", "vi").stdout == run(*command).stdout

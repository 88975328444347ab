"""What a portal gets when it installs the package: names, types, rules as data, and nothing beside them."""

import importlib.metadata
import importlib.resources
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path, PurePosixPath

import pytest

import langnghe

ROOT = Path(__file__).resolve().parent.parent
PUBLIC = {"load", "assess", "review", "Dossier", "Assessment", "Review", "InvalidDossier"}


def python(*arguments: str, cwd: Path) -> str:
    """Runs this environment's Python, as a portal in `cwd` would, without `cwd` on the import path."""
    command = [sys.executable, "-I", *arguments]
    done = subprocess.run(command, cwd=cwd, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def sources(folder: str) -> set[str]:
    """The files below a folder of the repository, as paths inside the package."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[PurePosixPath]:
    """Builds the wheel from a copy, so that no earlier build can add to it, and lists what it holds."""
    place = tmp_path_factory.mktemp("wheel")
    copy = place / "source"
    copy.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "py.typed"):
        shutil.copy(ROOT / name, copy)
    for module in ROOT.glob("*.py"):
        shutil.copy(module, copy)
    for folder in ("commands", "engine", "features", "rules"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    python("-c", "from setuptools import build_meta; build_meta.build_wheel('..')", cwd=copy)
    (archive,) = place.glob("*.whl")
    with zipfile.ZipFile(archive) as content:
        return {PurePosixPath(name) for name in content.namelist()}


def test_public_names():
    assert set(langnghe.__all__) >= PUBLIC
    for name in langnghe.__all__:
        assert hasattr(langnghe, name), name


def test_import_from_any_folder(tmp_path):
    program = "import langnghe, langnghe.cli; print(*sorted(langnghe.__all__))"
    assert set(python("-c", program, cwd=tmp_path).split()) >= PUBLIC


def test_command_tells_the_installed_version(tmp_path):
    (command,) = importlib.metadata.entry_points(group="console_scripts", name="langnghe")
    assert command.value == "langnghe.cli:main"
    program = "from langnghe.cli import main; main(['--version'])"
    assert importlib.metadata.version("langnghe") in python("-c", program, cwd=tmp_path)


def test_rules_are_package_data():
    rules = importlib.resources.files("langnghe") / "rules"
    instruments = [entry for entry in rules.iterdir() if entry.is_dir()]
    assert instruments
    assert any(file.name.endswith(".yaml") and file.read_text("utf-8") for file in instruments[0].iterdir())


def test_every_subpackage_is_listed():
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]
    present = {
        path.parent.relative_to(ROOT)
        for part in ("commands", "engine", "features/steps")
        for path in (ROOT / part).rglob("*.py")
    }
    assert set(listed) == {"langnghe", *(".".join(("langnghe", *folder.parts)) for folder in present)}


def test_tests_are_not_packages():
    # With an __init__.py they would join the root's package, under the name of the checkout's folder.
    assert [folder for folder in ("tests", "features") if (ROOT / folder / "__init__.py").exists()] == []


def test_wheel_installs_langnghe_and_nothing_beside_it(wheel):
    # A top-level `rules`, `engine` or `cli` would collide with another package's in a portal's environment.
    version = importlib.metadata.version("langnghe")
    assert {path.parts[0] for path in wheel} == {"langnghe", f"langnghe-{version}.dist-info"}


def test_wheel_root_holds_only_the_api_and_the_command(wheel):
    assert {path.name for path in wheel if len(path.parts) == 2 and path.parts[0] == "langnghe"} == {
        "__init__.py",
        "cli.py",
        "py.typed",
    }


def test_wheel_holds_every_module_rule_and_message(wheel):
    held = {path.relative_to("langnghe").as_posix() for path in wheel if path.parts[0] == "langnghe"}
    rules = {path for path in sources("rules") if path.endswith((".yaml", ".sha256"))}
    scenarios = {path for path in sources("features") if path.endswith((".feature", ".yaml")) or "/steps/" in path}
    assert rules
    assert scenarios
    assert (sources("commands") | sources("engine") | rules | scenarios) - held == set()

"""The second part of ``make mutants``: what no scenario is about: provinces' rules, cross-checks, swapped days.

No scenario of Điều 5, 6 or 25 may turn on them, so their own tests are what a change must be found by. A change that
no test finds must be proved to show on no day in no province; else it is named, and the run fails.
"""

from __future__ import annotations

import copy
import inspect
import shutil
import sys
import tempfile
from collections import Counter
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

HERE: Final = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

import mutation  # noqa: E402  as above
from changes import shifted  # noqa: E402  found as its neighbours are
from mutants import RULES, Mutant, trees  # noqa: E402  as above
from mutation import FATES, Tried, score  # noqa: E402  as above
from records import COMMON_YEAR  # noqa: E402  as above
from scenarios import installed  # noqa: E402  as above

from langnghe.engine.law.rulebook import load_rulebook  # noqa: E402  as above
from langnghe.engine.problems import InvalidRules  # noqa: E402  as above

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from langnghe.engine.law.rulebook import Rulebook

Tree = dict[str, Any]
TESTS: Final = ("test_provinces_by_day", "test_crosschecks", "test_deadlines", "test_overlays")
FOUND: Final = "phép thử phát hiện"
HEADING: Final = [FOUND.capitalize() if cell == FATES["killed"].capitalize() else cell for cell in mutation.HEADING]
PARTS: Final = ("departments", "time_limits", "reports", "support", "notes")
TITLES: Final = ("traditional_craft", "craft_village", "traditional_craft_village")


def mutants() -> list[Mutant]:
    """Give every file of practice that is one step away."""
    made: list[Mutant] = []
    for name, tree in trees().items():
        of = {
            "langnghe/overlay/v1": _of_overlay,
            "langnghe/checks/v1": _of_checks,
            "langnghe/calendar/v1": _of_calendar,
        }
        for words, changed in of.get(tree["format"], lambda _: iter(()))(tree):
            made.append(Mutant(name, words, {name: changed}))
    return made


def _changed(tree: Tree, path: tuple[str | int, ...], value: Any) -> Tree:
    """A copy with one value in another's place; ``None`` takes it away."""
    result = copy.deepcopy(tree)  # an anchor stands in several places, and one of them is changed
    here: Any = result
    for part in path[:-1]:
        here = here[part]
    if value is None:
        del here[path[-1]]
    else:
        here[path[-1]] = value
    return result


def _of_overlay(tree: Tree) -> Iterator[tuple[str, Tree]]:
    for index, cover in enumerate(tree["covers"]):
        yield from _of_cover(tree, index, cover)
    for part in PARTS:
        for index, record in enumerate(tree.get(part, ())):
            yield from _of_record(tree, part, index, record)
            yield from _of_part(tree, part, index, record)


def _of_cover(tree: Tree, index: int, cover: Tree) -> Iterator[tuple[str, Tree]]:
    where = f"địa bàn {cover['province']}"
    for end in ("from", "to"):
        for words, day in shifted(cover[end]) if end in cover else ():
            yield f"{words} của {where}", _changed(tree, ("covers", index, end), day)
    if len(tree["covers"]) > 1:
        yield f"bỏ {where}", _changed(tree, ("covers", index), None)


def _of_record(tree: Tree, part: str, index: int, record: Tree) -> Iterator[tuple[str, Tree]]:
    called = _called(part, record)
    for end, day in record.get("in_force", {}).items():
        for words, moved in shifted(day):
            yield f"{words} của {called}", _changed(tree, (part, index, "in_force", end), moved)
    yield f"bỏ {called}", _changed(tree, (part, index), None)
    for other in tree["sources"]:
        if other != record["source"]:
            yield f"dẫn nguồn {other} cho {called}", _changed(tree, (part, index, "source"), other)


def _of_part(tree: Tree, part: str, index: int, record: Tree) -> Iterator[tuple[str, Tree]]:
    called = _called(part, record)
    if part == "departments":
        leads = not record.get("leads", False)
        words = "chủ trì" if leads else "không chủ trì"
        yield f"{called} {words}", _changed(tree, (part, index, "leads"), leads)
    if part == "time_limits":
        for days in (record["working_days"] - 1, record["working_days"] + 1):
            yield (
                f"đổi {record['working_days']} ngày làm việc thành {days}",
                _changed(tree, (part, index, "working_days"), days),
            )
    if part == "reports":
        for words, moved in shifted(f"{COMMON_YEAR}-{record['before']}"):
            yield (
                f"{words} của {called}",
                _changed(tree, (part, index, "before"), moved.removeprefix(f"{COMMON_YEAR}-")),
            )
    if part == "support":
        for amount in (record["amount_vnd"] - 1, record["amount_vnd"] + 1):
            yield f"đổi {record['amount_vnd']} đồng thành {amount}", _changed(tree, (part, index, "amount_vnd"), amount)
        for title in TITLES:
            if title != record["title"]:
                yield f"{called} cho {title}", _changed(tree, (part, index, "title"), title)


def _called(part: str, record: Tree) -> str:
    words = record.get("name", record.get("text", {})).get("vi") or str(record.get("title") or record.get("id"))
    return f"«{words[:70]}» ({part})"


def _of_checks(tree: Tree) -> Iterator[tuple[str, Tree]]:
    months = tree["counted_within_months"]
    for other in (months - 1, months + 1):
        yield f"đổi {months} tháng thành {other}", _changed(tree, ("counted_within_months",), other)
    for words, day in shifted(tree["boundaries_changed_on"]):
        yield words, _changed(tree, ("boundaries_changed_on",), day)
    for index, word in enumerate(tree["unit_words"]):
        yield f"bỏ từ «{word}»", _changed(tree, ("unit_words", index), None)
    words = tree["unit_words"]
    for index in range(len(words) - 1):  # order matters only where one word begins like the next
        if words[index].startswith(f"{words[index + 1]} "):
            swapped = [*words[:index], words[index + 1], words[index], *words[index + 2 :]]
            yield f"xét «{words[index + 1]}» trước «{words[index]}»", tree | {"unit_words": swapped}


def _of_calendar(tree: Tree) -> Iterator[tuple[str, Tree]]:
    for index, swap in enumerate(tree["swapped"]):
        yield f"bỏ hoán đổi ngày {swap['off']}", _changed(tree, ("swapped", index), None)
        for day in ("off", "worked"):
            for words, moved in shifted(swap[day]):
                yield f"{words} trong hoán đổi ngày làm việc", _changed(tree, ("swapped", index, day), moved)


def own_tests() -> list[tuple[str, Callable[[], Any]]]:
    """Give the tests that need nothing but their parameters, each ready to run."""
    found = []
    for module in map(import_module, TESTS):
        for name, test in inspect.getmembers(module, inspect.isfunction):
            if name.startswith("test_") and test.__module__ == module.__name__:
                found += [(name, run) for run in _runs(test)]
    return found


def _runs(test: Callable[..., Any]) -> Iterator[Callable[[], Any]]:
    """Give one run a set of parameters; nothing of a test that needs a fixture."""
    rows: list[dict[str, Any]] = [{}]
    for mark in getattr(test, "pytestmark", []):
        if mark.name == "parametrize":
            names = mark.args[0] if isinstance(mark.args[0], tuple) else tuple(mark.args[0].replace(" ", "").split(","))
            sets = [each if len(names) > 1 else (each,) for each in mark.args[1]]
            rows = [row | dict(zip(names, values, strict=True)) for row in rows for values in sets]
    if set(inspect.signature(test).parameters) == set(rows[0] if rows else ()):
        yield from (lambda row=row: test(**row) for row in rows)


def tried() -> list[Tried]:
    """Try every change.

    Raises:
        RuntimeError: a test fails on the rules as they are.
    """
    tests = own_tests()
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(shutil.copytree(Path(str(RULES)), Path(folder) / "rules"))
        original = load_rulebook(rules)
        if failing := _first_failing(tests, original):
            raise RuntimeError(failing)
        results = []
        for mutant in mutants():
            (name,) = mutant.files
            kept = rules.joinpath(name).read_bytes()
            mutant.write(rules)
            try:
                changed = load_rulebook(rules)
            except InvalidRules:
                results.append(Tried(mutant, "rejected"))
            else:
                results.append(_against(mutant, tests, original, changed))
            finally:
                rules.joinpath(name).write_bytes(kept)
        return results


def _against(
    mutant: Mutant, tests: list[tuple[str, Callable[[], Any]]], original: Rulebook, changed: Rulebook
) -> Tried:
    if found := _first_failing(tests, changed):
        return Tried(mutant, "killed", found)
    same = _shows_nowhere(original, changed)
    return Tried(mutant, "equivalent", proof=same) if same else Tried(mutant, "survived")


def _first_failing(tests: list[tuple[str, Callable[[], Any]]], rulebook: Rulebook) -> str:
    with installed(rulebook):
        for name, run in tests:
            try:
                run()
            except Exception:  # noqa: BLE001  whatever makes a test fail
                return name
    return ""


def _shows_nowhere(one: Rulebook, other: Rulebook) -> str | None:
    """Compare what every province adds on every day on which anything begins or ends, and the day before and after."""
    if (one.checks, one.calendar) != (other.checks, other.calendar):
        return None
    names = {name for book in (one, other) for each in book.overlays for cover in each.covers for name in _names(cover)}
    periods = [period for book in (one, other) for each in book.overlays for period in each.periods()]
    ends = {day for period in periods for day in (period.from_, period.to) if day}
    days = {day + timedelta(days=step) for day in ends for step in (-1, 0, 1)} | {date(1, 1, 2)}
    for name in names:
        for day in days:
            if _plain(one.province_on(name, day)) != _plain(other.province_on(name, day)):
                return None
    return f"giống nhau ở cả {len(names)} tên tỉnh, {len(days)} ngày"


def _names(cover: Any) -> list[str]:
    return [cover.province, *([cover.formerly] if cover.formerly else [])]


def _plain(found: Any) -> Any:
    if found is None:
        return None
    parts = [[each.model_dump(exclude={"in_force"}) for each in getattr(found, part)] for part in PARTS]
    return found.overlay.id, found.certain, found.cover.model_dump(exclude={"from_", "to"}), parts


def table(results: list[Tried]) -> list[list[Any]]:
    """Give one row a file and one for all: its name, the number of each fate, the score."""
    counted: dict[str, Counter[Any]] = {}
    for each in results:
        counted.setdefault(each.mutant.place, Counter())[each.fate] += 1
    rows = [*counted.items(), ("Tất cả", sum(counted.values(), Counter()))]
    return [[name, fates.total(), *(fates[fate] for fate in FATES), f"{score(fates):.1f} %"] for name, fates in rows]


def told(each: Tried) -> str:
    """Say what became of a change."""
    fate = FOUND if each.fate == "killed" else FATES[each.fate]
    details = f": {each.scenario}" * bool(each.scenario) + f" ({each.proof})" * bool(each.proof)
    return f"{each.mutant.words}, ở {each.mutant.place}: {fate}{details}"


def main() -> int:
    """Print the table, then every change that got away, and every one with ``-v``."""
    started = perf_counter()
    results = tried()
    for row in [HEADING, *table(results)]:
        print(" | ".join(str(cell) for cell in row))
    print(f"\n{len(results)} thay đổi, {perf_counter() - started:.0f} giây")
    for each in results:
        if each.fate == "survived" or "-v" in sys.argv:
            print(told(each))
    return int(any(each.fate == "survived" for each in results))


if __name__ == "__main__":
    sys.exit(main())

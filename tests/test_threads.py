"""One engine for a whole portal: many threads, many dossiers, no memory kept, no thread of its own."""

import gc
import subprocess
import sys
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openpyxl
import pytest
from strategies import random_dossiers

import langnghe
from langnghe.engine.dossier import Dossier
from langnghe.engine.law.rulebook import load_rulebook
from langnghe.engine.register.mapping import mapping
from langnghe.engine.register.sources import open_register

ROOT = Path(__file__).parent.parent
THREADS = 8
STATM = Path("/proc/self/statm")
MEGABYTE = 1024 * 1024

needs_proc = pytest.mark.skipif(not STATM.exists(), reason="the process's memory is read from /proc")


@pytest.fixture(scope="module")
def dossiers():
    made = [Dossier.model_validate(tree) for tree in random_dossiers(seed=8, number=60)]
    return made + [langnghe.load(path) for path in sorted((ROOT / "fixtures" / "villages").glob("*.yaml"))]


@pytest.fixture
def eager_switching():
    """Let threads interrupt each other a thousand times more often than usual."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(5e-6)
    yield
    sys.setswitchinterval(usual)


def everything_said(dossier, rulebook=None):
    results = [langnghe.assess(dossier, rulebook=rulebook)]
    results += langnghe.review(dossier, on=dossier.proposed_on, rulebook=rulebook)
    return [result.model_dump_json() for result in results]


@pytest.mark.usefixtures("eager_switching")
def test_reading_workbooks_leaves_the_warnings_of_the_process_alone(tmp_path):
    """Filters of warnings are one for all threads: whoever hides some must not take another's for the usual ones."""
    book = openpyxl.Workbook()
    for row in (("Tên làng nghề", "Danh hiệu"), ("Làng A", "làng nghề")):
        book.active.append(row)
    book.save(tmp_path / "r.xlsx")
    before = warnings.filters[:]

    def read(number):
        if number % 2:
            return sum(each.records for each in open_register(tmp_path / "r.xlsx", mapping()).batches(0, "vi"))
        with pytest.raises(langnghe.InvalidDossier):
            langnghe.load(tmp_path / "r.xlsx")
        return 1

    with ThreadPoolExecutor(THREADS) as pool:
        assert set(pool.map(read, range(100))) == {1}
    assert warnings.filters == before


@pytest.mark.usefixtures("eager_switching")
def test_eight_threads_on_one_engine_give_the_bytes_of_one_thread(dossiers):
    alone = [everything_said(dossier) for dossier in dossiers]

    def all_from(start):
        order = [(start + step) % len(dossiers) for step in range(len(dossiers))]
        said = {index: everything_said(dossiers[index]) for index in order}
        return [said[index] for index in range(len(dossiers))]

    with ThreadPoolExecutor(THREADS) as pool:
        for together in pool.map(all_from, range(0, 8 * THREADS, 8)):
            assert together == alone


@pytest.mark.usefixtures("eager_switching")
def test_threads_that_come_first_to_a_rulebook_all_get_it_whole(dossiers):
    """Nothing of it is compiled yet when all of them ask."""
    alone = [everything_said(dossier) for dossier in dossiers[:10]]
    fresh = load_rulebook(ROOT / "rules")
    ready = threading.Barrier(THREADS)

    def all_at_once(_):
        ready.wait()
        return [everything_said(dossier, fresh) for dossier in dossiers[:10]]

    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(all_at_once, range(THREADS))) == [alone] * THREADS


FIRST_OF_ALL = """
import sys, threading
from concurrent.futures import ThreadPoolExecutor
sys.setswitchinterval(5e-6)
ready = threading.Barrier(8)

def all_at_once(number):
    ready.wait()
    import langnghe
    from langnghe.engine.words.messages import say
    lang = "vi" if number % 2 else "en"
    said = say("problem.text_long", lang, length=2, most=1)
    dossier = langnghe.load(sys.argv[1])
    result = langnghe.assess(dossier, lang=lang)
    if number % 4 < 2:
        from langnghe.engine.programmes.plan import programmes
        said += repr(sorted(programmes()))
    return number % 4, result.model_dump_json() + said

with ThreadPoolExecutor(8) as pool:
    found = list(pool.map(all_at_once, range(8)))
print(len(set(found)))
print(*sorted({said for _, said in found}), sep="\\n")
"""


def test_threads_that_come_first_to_the_library_all_get_it_whole():
    """Nothing is imported, read or compiled yet: neither models, rules, plans nor words."""
    village = ROOT / "fixtures" / "villages" / "HY-2022-MAO-CHINH.yaml"
    told = []
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", FIRST_OF_ALL, village], capture_output=True, check=True, text=True)
        number, *lines = done.stdout.splitlines()
        assert number == "4"  # each language with plans and without
        told.append(lines)
    assert told[0] == told[1] == told[2]
    assert sum(langnghe.assess(langnghe.load(village)).model_dump_json() in line for line in told[0]) == 2


def test_the_engine_starts_no_thread_of_its_own():
    program = (
        "import os, sys, threading, langnghe\n"
        "langnghe.assess(langnghe.load(sys.argv[1])).model_dump_json()\n"
        "print(threading.active_count(), len(os.listdir('/proc/self/task')) if os.path.isdir('/proc/self/task') else 1)"
    )
    village = next((ROOT / "fixtures" / "villages").glob("*.yaml"))
    done = subprocess.run([sys.executable, "-c", program, village], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["1", "1"]


def resident():
    gc.collect()
    return int(STATM.read_text("ascii").split()[1]) * 4096


def memory_grown_over(dossiers, number):
    """Bytes by which the process grows over so many assessments, every twentieth worded and written as well."""

    def assess(count):
        for index in range(count):
            result = langnghe.assess(dossiers[index % len(dossiers)])
            if index % 20 == 0:
                result.model_dump_json()

    assess(3_000)  # rules are compiled, caches filled
    before = resident()
    assess(number)
    return resident() - before


@needs_proc
def test_memory_stays_flat_over_ten_thousand_dossiers(dossiers):
    """State left behind would be 0.45 MB a dossier, and stop the engine after 1,024 of them."""
    assert memory_grown_over(dossiers, 10_000) < 8 * MEGABYTE


@needs_proc
@pytest.mark.slow
def test_memory_stays_flat_over_a_hundred_thousand_dossiers(dossiers):
    assert memory_grown_over(dossiers, 100_000) < 8 * MEGABYTE

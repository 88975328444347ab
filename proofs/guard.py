"""A reader in a process of its own, held to what hostile input must never bring about.

No more than two seconds of processor time an input, no more than 1 GB of memory, no file opened for writing, moved or
removed outside the folder given, nothing read outside the program and that folder, no network, no other program. The
kernel holds the time and the memory (``setitimer``, ``RLIMIT_DATA``), an audit hook of Python the rest; what libraries
in other languages do to files is seen only by what is left behind.
"""

from __future__ import annotations

import faulthandler
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import traceback
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from select import select
from time import process_time
from typing import IO, Any, Final, Self

SECONDS: Final = 2.0  # of processor time, of all threads together
PATIENCE: Final = 60.0  # seconds by the clock: what waits for ever takes no processor time
MEMORY: Final = 1024**3  # bytes
_OURS: Final = re.compile(r"/(engine|commands|rules|features)/|/cli\.py")
_PEAK_RESET: Final = Path("/proc/self/clear_refs")
_DEAD: Final = {
    -signal.SIGPROF: f"took more than {SECONDS:.0f} s",
    -signal.SIGABRT: "aborted",
    -signal.SIGSEGV: "crashed",
}


@dataclass(frozen=True)
class Outcome:
    """What became of an input: ``read``, ``refused`` or ``failed``, and why; what it took (seconds, megabytes)."""

    fate: str
    why: str = ""
    seconds: float = 0.0
    megabytes: int = 0

    @property
    def where(self) -> str:
        """The place in this program and the kind of failure, by which findings are told apart."""
        lines = [line.strip() for line in self.why.splitlines() if line.strip()]
        places = [line for line in lines if line.startswith("File ") and _OURS.search(line)]
        if "most recent call first" in self.why:
            places.reverse()
        place = places[-1].split(", in ")[0] if places else ""
        kind = lines[-1].split(":")[0] if lines else ""
        return f"{place} {kind}".strip()


class Guarded:
    """A reader behind the guard: started when first needed, started anew when an input killed it."""

    def __init__(self, reader: str) -> None:
        self.reader = reader
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed when the guard is
        self._folder = tempfile.TemporaryDirectory(dir=memory())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self._errors.close()
        self._folder.cleanup()

    def _end(self) -> int | None:
        """End the process, if there is one; gives how it ended."""
        process, self._process = self._process, None
        if process is None:
            return None
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what was still to be written to a reader that is no more
                pipe.close() if pipe else None
        return process.wait()

    def read(self, data: bytes) -> Outcome:
        """Give an input to the reader."""
        process = self._running()
        assert process.stdin
        assert process.stdout
        process.stdin.write(len(data).to_bytes(8, "big") + data)
        process.stdin.flush()
        ready, _, _ = select([process.stdout], [], [], PATIENCE)
        if line := process.stdout.readline() if ready else b"":
            return Outcome(**json.loads(line))
        if ready:  # its answers have ended, so it has, or will
            process.wait()
        code = self._end()
        self._errors.seek(0)
        said = self._errors.read().decode(errors="replace")
        why = _DEAD.get(code or 0, f"ended by itself with {code}") if ready else f"still waiting after {PATIENCE:.0f} s"
        return Outcome("failed", f"{said}\n{why}")

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._errors.seek(0)
            self._errors.truncate()
            self._process = subprocess.Popen(
                [sys.executable, "-W", "ignore", __file__, self.reader, tempfile.mkdtemp(dir=self._folder.name)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env=os.environ | {"POLARS_MAX_THREADS": "2", "PYTHONUTF8": "1"},
            )
            assert self._process.stdout
            if self._process.stdout.readline() != b"ready\n":
                self._errors.seek(0)
                raise RuntimeError(self._errors.read().decode(errors="replace"))
        return self._process


class Watch:
    """An audit hook that notes what a reader must not do, once it is ``on``. Python cannot take it off again."""

    _WRITES: Final = frozenset(
        {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}
        | {"os.chown", "os.utime", "os.setxattr", "os.removexattr", "shutil.move", "shutil.rmtree", "shutil.copyfile"}
        | {"shutil.copymode", "shutil.copystat", "shutil.copytree", "tempfile.mkstemp", "tempfile.mkdtemp"}
    )
    _PAIRS: Final = frozenset({"os.rename", "os.link", "shutil.move", "shutil.copyfile", "shutil.copytree"})
    _READS: Final = frozenset({"os.listdir", "os.scandir", "os.chdir", "glob.glob"})
    _NEVER: Final = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "pty.")
    _NOR: Final = ("urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "pickle.", "sqlite3.")
    _WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

    def __init__(self, folder: Path) -> None:
        paths = sysconfig.get_paths()
        program = Path(__file__).resolve().parent.parent
        self.writable = (f"{folder}/",)
        readable = [program, *map(Path, (paths["stdlib"], paths["purelib"], paths["platlib"], sys.prefix))]
        readable += [Path("/usr/share/zoneinfo"), Path("/etc/localtime"), *map(Path, filter(None, sys.path))]
        self.readable = (
            *self.writable,
            *(f"{path}/" for path in readable),
            "/dev/null/",
            "/dev/urandom/",
            "/proc/self/",
        )
        self.on = False
        self.seen: list[str] = []

    def start(self) -> None:
        """Begin to look."""
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.on:
            return
        if event == "open":
            path, _, flags = arguments
            self._check(event, path, self.writable if (flags or 0) & self._WRITING else self.readable)
        elif event in self._WRITES:
            *paths, held = arguments if isinstance(arguments[-1], int) else (*arguments, -1)
            for path in paths[: 2 if event in self._PAIRS else 1]:
                self._check(event, path, self.writable, held)
        elif event in self._READS:
            self._check(event, arguments[0], self.readable)
        elif event.startswith((*self._NEVER, *self._NOR)):
            self.seen.append(f"{event} {arguments!r}"[:300])

    def _check(self, event: str, path: Any, allowed: tuple[str, ...], held: int = -1) -> None:
        """``held`` is the descriptor of the folder that the path is in, if it is told so."""
        if path is None or isinstance(path, int):  # a file that is open already, or a name yet to be made
            return
        within = str(Path(f"/proc/self/fd/{held}").readlink()) if held >= 0 else ""
        place = os.path.realpath(os.path.join(within, os.fsdecode(path))) + "/"  # noqa: PTH118  names, not paths yet
        if not place.startswith(allowed):
            self.seen.append(f"{event} {place}"[:300])


def memory() -> str | None:
    """A folder that is in memory, where there is one."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108  a folder of our own is made in it


def _serve(name: str, folder: Path) -> None:
    """Read inputs from standard input until it ends, each with its length before it; answer with one line each.

    ``folder`` is empty; the reader may write to a folder in it.
    """
    reader = _reader(name)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    inside = folder / "ra"
    for seed in reader.seeds()[:3]:  # what is imported, read and kept once is not the input's doing
        inside.mkdir()
        reader.read(seed, inside)
        shutil.rmtree(inside)
    os.chdir(folder)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    faulthandler.enable()
    faulthandler.register(signal.SIGPROF, chain=True)
    watch = Watch(inside)
    watch.start()
    answers.write(b"ready\n")
    answers.flush()
    while size := sys.stdin.buffer.read(8):
        data = sys.stdin.buffer.read(int.from_bytes(size, "big"))
        inside.mkdir()
        outcome = _guarded(reader, data, inside, watch)
        shutil.rmtree(inside)
        for left in folder.iterdir():
            outcome = outcome if outcome.fate == "failed" else Outcome("failed", f"left behind {left.name}")
            left.unlink()
        answers.write(json.dumps(asdict(outcome)).encode() + b"\n")
        answers.flush()


def _reader(name: str) -> Any:
    """Find a reader by its name, or one of a module's own (``module:name``) by which the guard itself is tried."""
    if ":" in name:
        module, _, attribute = name.partition(":")
        sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
        return getattr(import_module(module), attribute)
    from readers import READERS

    return READERS[name]


def _guarded(reader: Any, data: bytes, inside: Path, watch: Watch) -> Outcome:
    watch.seen.clear()
    _PEAK_RESET.write_text("5")
    watch.on = True
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    started = process_time()
    why = ""
    try:
        fate = reader.read(data, inside)
    except BaseException:  # noqa: BLE001  a panic of a library in Rust is no Exception
        fate, why = "failed", traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        watch.on = False
    seconds = process_time() - started
    megabytes = _peak()
    if watch.seen and fate != "failed":
        fate, why = "failed", "\n".join(watch.seen)
    if megabytes * 1024**2 > MEMORY:
        fate, why = "failed", f"took {megabytes} MB"
    return Outcome(fate, why, round(seconds, 3), megabytes)


def _peak() -> int:
    """The most memory held at once since this was last reset, in megabytes."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM:"))


if __name__ == "__main__":
    _serve(sys.argv[1], Path(sys.argv[2]).resolve())

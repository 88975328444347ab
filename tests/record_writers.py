"""Writers of a log in processes of their own, killed. Run as a program; it starts no thread, so it may fork.

``at-random LOG WRITERS ROUNDS SEED``: in each round so many writers append until they are killed, at random moments.
``at-every-line LOG FOLDER``: a writer is killed before each line of Python that appending runs through, one writer a
line; each begins with a copy of LOG and leaves its log in FOLDER under the number of that line.

Prints what was acknowledged to a writer, one entry a line: where, its number, its hash.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from examples import dossier

import langnghe
from langnghe.engine.records import Log

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

# The project's own code that a writer passes through between being asked and answering.
WATCHED: Final = ("engine/records/", "engine/writing/files.py")


def result(size: int) -> Any:
    """A result whose entry has about so many bytes beside its own; a large one is written in several pieces."""
    made = langnghe.assess(dossier(sources=["x" * 4_000] * max(size // 4_000, 1)))
    made.model_dump_json()  # its words are made here, not in the writers
    return made


def forked(do: Callable[[int], None]) -> tuple[int, int]:
    """Run ``do`` with a pipe in a process of its own; give the process and the pipe's other end."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    try:
        os.close(reading)
        do(writing)
    finally:
        os._exit(0)


def said(pipe: int) -> list[str]:
    """What came through a pipe; a line that a killed writer had not finished was told to nobody."""
    with os.fdopen(pipe, "r") as stream:
        return [line.strip() for line in stream.read().splitlines(keepends=True) if line.endswith("\n")]


def at_random(log: Path, writers: int, rounds: int, seed: int) -> None:
    source = random.Random(seed)
    made = result(300_000)

    def write(pipe: int) -> None:
        while True:
            head = Log(log).append(made).head
            os.write(pipe, f"{head.sequence} {head.hash}\n".encode())

    for number in range(rounds):
        started = [forked(write) for _ in range(writers)]
        time.sleep(source.uniform(0.01, 0.12))
        for process, _ in source.sample(started, len(started)):
            time.sleep(source.uniform(0, 0.004))
            os.kill(process, signal.SIGKILL)
        for process, pipe in started:
            os.waitpid(process, 0)
            for line in said(pipe):
                print(f"{number} {line}")


def at_every_line(log: Path, folder: Path) -> None:
    made = result(0)
    line, finished = 0, False
    while not finished:
        line += 1
        copy = folder / f"{line}.jsonl"
        shutil.copy(log, copy)

        def write(pipe: int, copy: Path = copy, line: int = line) -> None:
            left = [line]

            def trace(frame: FrameType, event: str, _: Any) -> Any:
                if event == "call" and not any(each in frame.f_code.co_filename for each in WATCHED):
                    return None
                if event == "line":
                    left[0] -= 1
                    if not left[0]:
                        os.kill(os.getpid(), signal.SIGKILL)
                return trace

            sys.settrace(trace)
            head = Log(copy).append(made).head
            sys.settrace(None)
            os.write(pipe, f"{head.sequence} {head.hash}\n".encode())

        process, pipe = forked(write)
        _, status = os.waitpid(process, 0)
        for told in said(pipe):
            print(f"{line} {told}")
        finished = os.WIFEXITED(status)
    print(f"lines {line}", file=sys.stderr)


if __name__ == "__main__":
    import filelock  # noqa: F401  loaded before the writers are, as it would be in a portal

    how, *arguments = sys.argv[1:]
    if how == "at-random":
        at_random(Path(arguments[0]), *map(int, arguments[1:]))
    else:
        at_every_line(*map(Path, arguments))

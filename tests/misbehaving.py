"""Readers that do what no reader may, one thing each: the guard must see it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from readers import Reader

from langnghe.engine.problems import InvalidInput, Problem


def _reader(take):
    return Reader("misbehaving", ".txt", lambda data, folder: take(folder) if data else None, lambda: [b""])


def _works(_folder):
    while True:
        pass


def _waits(_folder):
    time.sleep(3600)


def _writes_beside(folder):
    folder.parent.joinpath("beside").write_bytes(b"")


def _climbs_out(folder):
    folder.joinpath("..", "..", "climbed").write_bytes(b"")


def _connects(_folder):
    with socket.socket() as one:
        one.connect_ex(("127.0.0.1", 9))


def _swallows(_folder):
    with suppress(OSError):
        Path("/etc/passwd").read_bytes()


def _writes_a_file_and_refuses(folder):
    folder.joinpath("own").write_bytes(b"")
    raise InvalidInput([Problem("empty")])


def _tells_nothing(_folder):
    raise InvalidInput([])


good = _reader(_writes_a_file_and_refuses)
works = _reader(_works)
waits = _reader(_waits)
fills_the_memory = _reader(lambda _: bytearray(2 * 1024**3))
raises = _reader(lambda _: {}["x"])
ends = _reader(lambda _: os._exit(3))
aborts = _reader(lambda _: os.abort())
writes_beside = _reader(_writes_beside)
climbs_out = _reader(_climbs_out)
removes = _reader(lambda _: Path("/tmp/langnghe-no-such-file").unlink(missing_ok=True))  # noqa: S108  never there
reads_elsewhere = _reader(_swallows)
connects = _reader(_connects)
starts_a_program = _reader(lambda _: subprocess.run(["/bin/true"], check=False))
prints = _reader(lambda _: print("x"))
tells_nothing = _reader(_tells_nothing)

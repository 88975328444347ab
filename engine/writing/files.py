"""Files written whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def write_atomically(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``: a reader sees the old file or the new one, never a part.

    Raises:
        OSError: the folder does not exist or cannot be written to.
    """
    device = Path("/dev") in path.absolute().parents  # /dev/stdout is a link, whatever it stands for
    if device or (path.exists() and not path.is_file()):  # a device or a pipe is written to, not replaced
        with path.open("wb") as file:
            file.write(content)
        return
    with whole(path) as temporary, temporary.open("xb") as file:
        file.write(content)


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a path to write to; what is there in the end takes the place of ``path`` at once.

    The name is short, so that whatever name ``path`` may have, there is room for it; the file's mode is that of any
    other new file.

    Raises:
        OSError: the folder does not exist or cannot be written to.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)

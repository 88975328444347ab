"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


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
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)  # noqa: PTH101  a temporary file is private; the result is not
        os.replace(temporary, path)  # noqa: PTH105  the name is text here
    except BaseException:
        os.unlink(temporary)  # noqa: PTH108  the name is text here
        raise

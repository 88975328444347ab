"""Why the system could not read or write a file, in the user's language: its own words are English."""

from __future__ import annotations

import errno
from typing import Final

from langnghe.engine.words.messages import say

# Each reason that people meet, by its message.
_REASONS: Final = {
    errno.ENOENT: "missing",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "read_only",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "no_folder",
    errno.EEXIST: "no_folder",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.ENAMETOOLONG: "long",
    errno.EBUSY: "busy",
    errno.ETXTBSY: "busy",
}


def in_words(error: OSError, lang: str) -> str:
    """Say why, as far as there are words for it; else as the system says it."""
    reason = _REASONS.get(error.errno or 0)
    return say(f"os.{reason}", lang) if reason else error.strerror or str(error)

"""Parts of office files (.xlsx, .docx): XML that could expand itself, name other files, or hide that it does."""

from __future__ import annotations

import re
from typing import Final

_BOM: Final = b"\xef\xbb\xbf"
# Office programs write UTF-8 and no document types.
_DECLARED: Final = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["'](?!utf-8["']|us-ascii["'])""", re.IGNORECASE)
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
_PICTURES: Final = ("xl/media/", "word/media/")  # an .svg may have a document type


def unsafe(name: str, content: bytes) -> bool:
    """Tell whether a part, taken for XML, is what no office program writes and no reader should follow."""
    return (
        b"<!ENTITY" in content
        or (b"<!DOCTYPE" in content and not name.startswith(_PICTURES))
        or content.startswith(_UTF_16)
        or _DECLARED.match(content.removeprefix(_BOM)) is not None
    )

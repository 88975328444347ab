"""One entry of a log, ``langnghe/record/v1``: how its line is written, and how it is taken apart again.

A line is UTF-8 JSON without spaces, its keys in a fixed order, so that only one sequence of bytes is right. The last
two keys seal it: ``signature`` is over everything before it, ``hash`` over everything before that, the signature
included. So no byte of a line stands outside its hash, and anybody can recompute it with ``sed`` and ``sha256sum``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Protocol

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

if TYPE_CHECKING:
    from langnghe.engine.result import Result

FORMAT: Final = "langnghe/record/v1"
BEGINNING: Final = b'{"format":"langnghe/record/v1","sequence":'  # of every entry
MAX_LINE: Final = 64 * 1024 * 1024  # bytes; the largest real village's entry has some 20,000

_SEAL: Final = re.compile(rb'(?:,"signature":"([A-Za-z0-9+/]{86}==)")?,"hash":"([0-9a-f]{64})"\}')
_SHORTEST_SEAL: Final = 75  # bytes of the key "hash" with its value and the closing brace
_LONGEST_SEAL: Final = _SHORTEST_SEAL + 103  # with the key "signature"

Sha256 = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class Signer(Protocol):
    """What signs: a private key of ``cryptography``, or whatever stands for one that does not leave its device."""

    def sign(self, data: bytes, /) -> bytes:
        """Give the Ed25519 signature of ``data``, 64 bytes."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Remark(_Part):
    """What reading the dossier had noticed; no part of its content, and yet among the warnings of the result."""

    code: str
    path: str = ""
    context: dict[str, Any] = {}


class Entry(_Part):
    """One decision on record: the dossier as it was, the question, and the whole answer.

    ``sequence`` counts from 1; ``previous`` is the hash of the entry before, ``None`` of the first; ``held`` tells
    which of ``dossier.titles_held`` a review is about, from 0; ``dossier`` is its canonical content, ``result`` the
    JSON of the assessment or review.
    """

    format: Literal["langnghe/record/v1"]
    sequence: Annotated[int, Field(ge=1, strict=True)]
    previous: Sha256 | None
    recorded_at: AwareDatetime
    engine: str
    lang: Literal["vi", "en"]
    held: Annotated[int, Field(ge=0, strict=True)] | None = None
    remarks: tuple[Remark, ...] = ()
    dossier: dict[str, Any]
    result: dict[str, Any]
    signature: str | None = None
    hash: Sha256


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a log, its number and hash; whoever remembers it can tell later whether the end is there."""

    sequence: int
    hash: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A line taken apart: the entry, the bytes that a signature is over, and the hash that its bytes really have."""

    entry: Entry
    signed: bytes
    computed: str

    @property
    def intact(self) -> bool:
        """Whether the hash that the entry states is that of its bytes."""
        return self.computed == self.entry.hash

    def says(self, result: bytes) -> bool:
        """Whether the entry holds exactly these bytes as its result."""
        return self.signed.endswith(b',"result":' + result)


@dataclass(frozen=True, slots=True)
class Content:
    """What an entry says apart from its place in a log, ready to be written; made outside any lock."""

    about: dict[str, Any]
    dossier: bytes
    result: bytes

    def line(self, sequence: int, previous: str | None, signer: Signer | None) -> tuple[bytes, str]:
        """Give the entry's line at a place in a log, without its line break, and its hash."""
        head = {"format": FORMAT, "sequence": sequence, "previous": previous}
        head |= {"recorded_at": datetime.now(UTC).isoformat(timespec="milliseconds"), **self.about}
        line = b"".join((_json(head)[:-1], b',"dossier":', self.dossier, b',"result":', self.result))
        if signer is not None:
            line += b',"signature":"' + base64.b64encode(signer.sign(line)) + b'"'
        digest = hashlib.sha256(line).hexdigest()
        return line + b',"hash":"' + digest.encode() + b'"}', digest


def content_of(result: Result) -> Content:
    """Take what is to be recorded from a result.

    Raises:
        AttributeError: the result was read back from JSON, so that what it was decided on is not known.
    """
    case, lang = result.decided.case, result.decided.lang
    about: dict[str, Any] = {"engine": engine_version(), "lang": lang}
    if case.held is not None:
        about["held"] = (case.dossier.titles_held or ()).index(case.held)
    if case.dossier.remarks:
        about["remarks"] = [
            {"code": each.code, "path": each.path, "context": each.context} for each in case.dossier.remarks
        ]
    return Content(about, canonical(case.dossier.content()), result.model_dump_json().encode())


def opened(line: bytes) -> Opened:
    """Take a line apart, without its line break.

    Raises:
        ValueError: it is no entry (a pydantic ValidationError where it is JSON, or nearly).
    """
    seal = _SEAL.fullmatch(line, max(len(line) - _LONGEST_SEAL, 0)) or _SEAL.fullmatch(
        line, max(len(line) - _SHORTEST_SEAL, 0)
    )
    entry = Entry.model_validate_json(line)
    if seal is None or seal[1] != (entry.signature and entry.signature.encode()):
        raise ValueError(FORMAT)
    hashed = line[: seal.start(2) - len(b',"hash":"')]
    return Opened(entry, line[: seal.start()], hashlib.sha256(hashed).hexdigest())


def canonical(tree: dict[str, Any]) -> bytes:
    """Write a tree as the dossier's hash takes it: keys sorted, no spaces, UTF-8 (as RFC 8785 does)."""
    return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _json(tree: dict[str, Any]) -> bytes:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def engine_version() -> str:
    """Give the version of this program, as installed."""
    from importlib.metadata import version  # deferred: a tenth of a second where nothing is recorded

    return version("langnghe")

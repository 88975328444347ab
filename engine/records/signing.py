"""Ed25519 keys and signatures, by the library ``cryptography``; nothing of a key is ever shown or logged."""

from __future__ import annotations

import base64
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from langnghe.engine.problems import Problem
from langnghe.engine.records.problems import InvalidKey, unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_MAX_KEY: Final = 64 * 1024  # bytes; a PEM file of this kind has some 120


def private_key(path: str | Path) -> Ed25519PrivateKey:
    """Read a private key, PEM without a password; give it to :class:`~langnghe.engine.records.Log` as ``signer``.

    Raises:
        InvalidKey: there is no such key in the file, or the library ``cryptography`` is not installed.
    """
    _require_library(path)
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key = _loaded(path, lambda data: load_pem_private_key(data, password=None), "key.not_private")
    if not isinstance(key, Ed25519PrivateKey):
        raise InvalidKey([Problem("key.not_ed25519")], str(path))
    return key


def public_key(path: str | Path) -> Ed25519PublicKey:
    """Read a public key, PEM, for checking signatures.

    Raises:
        InvalidKey: there is no such key in the file, or the library ``cryptography`` is not installed.
    """
    _require_library(path)
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    key = _loaded(path, load_pem_public_key, "key.not_public")
    if not isinstance(key, Ed25519PublicKey):
        raise InvalidKey([Problem("key.not_ed25519")], str(path))
    return key


def signed_by_one(keys: Iterable[Ed25519PublicKey], signature: str, data: bytes) -> bool:
    """Tell whether ``signature``, in base64, is one of these keys' over ``data``."""
    from cryptography.exceptions import InvalidSignature

    given = base64.b64decode(signature)
    for key in keys:
        try:
            key.verify(given, data)
        except InvalidSignature:
            continue
        return True
    return False


def _require_library(path: str | Path) -> None:
    if find_spec("cryptography") is None:
        raise InvalidKey([Problem("key.library")], str(path))


def _loaded(path: str | Path, load: Callable[[bytes], Any], otherwise: str) -> Any:  # noqa: ANN401  any kind of key
    """Read a key file; whatever is wrong with it, no word of its content is repeated."""
    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        with Path(path).open("rb") as file:
            return load(file.read(_MAX_KEY))
    except OSError as error:
        raise InvalidKey([unreadable(error)], str(path)) from None
    except TypeError:  # how the library says that a password is needed
        raise InvalidKey([Problem("key.password")], str(path)) from None
    except (ValueError, UnsupportedAlgorithm):
        raise InvalidKey([Problem(otherwise)], str(path)) from None

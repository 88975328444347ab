"""A register that cannot be read at all; single rows that cannot are rejects."""

from __future__ import annotations

from langnghe.engine.problems import InvalidInput


class InvalidRegister(InvalidInput):
    """A register, or a file that maps its columns, that cannot be used."""

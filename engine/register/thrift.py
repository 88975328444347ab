"""Thrift's compact protocol, as far as the footer of a Parquet file uses it: any structure, read and written again.

A structure is a dictionary from field number to kind and value, whatever its fields mean; a list is the kind of its
items, and the items.
"""

from __future__ import annotations

from typing import Any, Final, TypeAlias

TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE = 1, 2, 3, 4, 5, 6, 7
BINARY, LIST, STRUCT = 8, 9, 12
_BOOLEANS: Final = frozenset({TRUE, FALSE})
_INTEGERS: Final = frozenset({I16, I32, I64})
_SHORT: Final = 15  # what half a byte holds: kinds stand beside a step or a length
_MORE: Final = 0x80  # the bit that says that a number has another byte
_LONGEST: Final = 64  # bits of a number
_DOUBLE_BYTES: Final = 8

Structure: TypeAlias = dict[int, tuple[int, Any]]


def read_structure(data: bytes) -> Structure:
    """Read one structure.

    Raises:
        ValueError: the bytes are no structure, or use what no footer does.
    """
    try:
        return read_first(data)[0]
    except EOFError:
        raise ValueError("cut short") from None


def read_first(data: bytes) -> tuple[Structure, int]:
    """Read the structure that the bytes begin with; give it, and how many of the bytes it takes.

    Raises:
        ValueError: the bytes are no structure, or use what no footer does.
        EOFError: they end before the structure does.
    """
    reader = _Reader(data)
    try:
        return reader.structure(), reader.at
    except IndexError:
        raise EOFError from None
    except RecursionError:
        raise ValueError("too deep") from None


def write_structure(structure: Structure) -> bytes:
    """Write one structure."""
    out = bytearray()
    _write_structure(out, structure)
    return bytes(out)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def structure(self) -> Structure:
        fields: Structure = {}
        number = 0
        while head := self.byte():
            step, kind = head >> 4, head & _SHORT
            number = number + step if step else self.integer()
            fields[number] = kind, (kind == TRUE if kind in _BOOLEANS else self.value(kind))
        return fields

    def value(self, kind: int) -> Any:  # noqa: ANN401  whatever is there
        if kind in _INTEGERS:
            return self.integer()
        if kind == BINARY:
            return self.binary()
        if kind == STRUCT:
            return self.structure()
        if kind == LIST:
            return self.items()
        if kind in {BYTE, *_BOOLEANS}:
            return self.byte()
        if kind == DOUBLE:
            return self.taken(_DOUBLE_BYTES)
        raise ValueError(f"kind {kind}")

    def items(self) -> tuple[int, list[Any]]:
        head = self.byte()
        size, kind = head >> 4, head & _SHORT
        return kind, [self.value(kind) for _ in range(self.varint() if size == _SHORT else size)]

    def binary(self) -> bytes:
        return self.taken(self.varint())

    def taken(self, length: int) -> bytes:
        self.at += length
        if self.at > len(self.data):
            raise IndexError(self.at)
        return self.data[self.at - length : self.at]

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def varint(self) -> int:
        value = shift = 0
        while (byte := self.byte()) & _MORE:
            if shift > _LONGEST:
                raise ValueError("a number without end")
            value |= (byte ^ _MORE) << shift
            shift += 7
        return value | byte << shift

    def integer(self) -> int:
        value = self.varint()
        return (value >> 1) ^ -(value & 1)


def _write_structure(out: bytearray, structure: Structure) -> None:
    last = 0
    for number, (kind, value) in structure.items():
        if 0 < number - last <= _SHORT:
            out.append(number - last << 4 | kind)
        else:
            out.append(kind)
            _write_integer(out, number)
        if kind not in _BOOLEANS:  # whose kind is their value
            _write(out, kind, value)
        last = number
    out.append(0)


def _write(out: bytearray, kind: int, value: Any) -> None:  # noqa: ANN401  whatever was read
    if kind in _INTEGERS:
        _write_integer(out, value)
    elif kind == BINARY:
        _write_varint(out, len(value))
        out += value
    elif kind == DOUBLE:
        out += value
    elif kind == STRUCT:
        _write_structure(out, value)
    elif kind == LIST:
        of, items = value
        out.append(min(len(items), _SHORT) << 4 | of)
        if len(items) >= _SHORT:
            _write_varint(out, len(items))
        for item in items:
            _write(out, of, item)
    else:
        out.append(value)


def _write_integer(out: bytearray, value: int) -> None:
    _write_varint(out, value << 1 if value >= 0 else (-value << 1) - 1)


def _write_varint(out: bytearray, value: int) -> None:
    while value >= _MORE:
        out.append(value % _MORE | _MORE)
        value >>= 7
    out.append(value)

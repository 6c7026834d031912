"""What a GGUF file says about itself, read without loading it.

The file may come from anywhere, and llama.cpp ends the process on some malformed ones. So the
header is walked here first, every length checked against the file's size. Nothing is kept of the
vocabulary, which makes this fast.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.engine.models.catalogue import Shape
from app.errors import ModelError

MAGIC = b"GGUF"
_MAX_ENTRIES = 1_000_000
_MAX_STRING = 64 * 1024 * 1024
_MAX_DIMENSIONS = 8
_SCALARS = {
    0: "<B",
    1: "<b",
    2: "<H",
    3: "<h",
    4: "<I",
    5: "<i",
    6: "<f",
    7: "<?",
    10: "<Q",
    11: "<q",
    12: "<d",
}
_STRING, _ARRAY = 8, 9

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class GgufHeader:
    """The metadata of a GGUF file.

    Attributes:
        architecture: the family of models it belongs to, as llama.cpp names it.
        name: what its makers call it, or "".
        licence: as its makers state it, or "".
        context: tokens the model was trained for, or 0 where it does not say.
        parameters: number of weights, counted over its tensors.
        splits: how many files the model was cut into; 1 for a whole one.
        shape: what its memory depends on, or None where it does not say all of it.
    """

    architecture: str
    name: str
    licence: str
    context: int
    parameters: int
    splits: int
    shape: Shape | None = None


class _Malformed(Exception):
    """The file breaks the format. Its text says how."""


class _Reader:
    """Reads the values of the format, and refuses lengths that the file can't hold.

    Attributes:
        arrays: the lengths of the arrays that were passed over, by their keys.
    """

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._size = size
        self.arrays: dict[str, int] = {}

    @property
    def position(self) -> int:
        return self._file.tell()

    def bytes(self, count: int) -> bytes:
        data = self._file.read(count) if 0 <= count <= self._size else b""
        if len(data) != count:
            raise _Malformed("it ends in the middle of its header")
        return data

    def number(self, layout: str) -> int:
        return int(struct.unpack(layout, self.bytes(struct.calcsize(layout)))[0])

    def count(self, limit: int) -> int:
        value = self.number("<Q")
        if value > limit:
            raise _Malformed(f"its header gives a length of {value:,}")
        return value

    def string(self) -> str:
        return self.bytes(self.count(_MAX_STRING)).decode("utf-8", "replace")

    def value(self, key: str, kind: int) -> Value:
        """A scalar or a string; None for an array, which is passed over."""
        if kind == _STRING:
            return self.string()
        if kind == _ARRAY:
            self.arrays[key] = self._pass_array()
            return None
        layout = _SCALARS.get(kind)
        if layout is None:
            raise _Malformed(f"its header holds a value of the unknown type {kind}")
        value: Value = struct.unpack(layout, self.bytes(struct.calcsize(layout)))[0]
        return value

    def _pass_array(self) -> int:
        kind = self.number("<I")
        length = self.count(self._size)
        if kind == _STRING:
            for _ in range(length):
                self.bytes(self.count(_MAX_STRING))
        elif kind in _SCALARS:
            self.bytes(length * struct.calcsize(_SCALARS[kind]))
        else:
            raise _Malformed(f"its header holds an array of the unknown type {kind}")
        return length


def read_header(path: Path) -> GgufHeader:
    """What the GGUF file at `path` says about itself.

    Raises:
        ModelError: if it can't be read, is not GGUF, is of a version not known here, or cut short.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            return _read(_Reader(file, size), size)
    except OSError as error:
        raise ModelError(
            f"{path} cannot be read: {error.strerror or error}.",
            "Check its name and that you may read it.",
        ) from error
    except _Malformed as error:
        raise ModelError(
            f"{path.name} is not a usable GGUF file: {error}.",
            "Fetch or copy it again; a download may have been cut short.",
        ) from error


def _read(reader: _Reader, size: int) -> GgufHeader:
    if size < len(MAGIC) or reader.bytes(len(MAGIC)) != MAGIC:
        raise _Malformed("it does not begin with the letters GGUF")
    version = reader.number("<I")
    if version not in (2, 3):
        raise _Malformed(f"its format version {version} is not one of those known, 2 and 3")
    tensors = reader.count(_MAX_ENTRIES)
    fields = reader.count(_MAX_ENTRIES)
    values: dict[str, Value] = {}
    for _ in range(fields):
        key = reader.string()
        values[key] = reader.value(key, reader.number("<I"))
    parameters, last = _tensors(reader, tensors)
    if tensors and reader.position + last >= size:
        raise _Malformed("it ends before its last weights")
    architecture = _text(values, "general.architecture")
    return GgufHeader(
        architecture=architecture,
        name=_text(values, "general.name"),
        licence=_text(values, "general.license"),
        context=_count(values, f"{architecture}.context_length"),
        parameters=parameters,
        splits=max(1, _count(values, "split.count")),
        shape=_shape(values, architecture, reader.arrays.get("tokenizer.ggml.tokens", 0)),
    )


def _shape(values: dict[str, Value], architecture: str, vocabulary: int) -> Shape | None:
    """The measures of a model whose layers are all alike; None for others."""
    layers = _count(values, f"{architecture}.block_count")
    heads = _count(values, f"{architecture}.attention.head_count")
    shared = _count(values, f"{architecture}.attention.head_count_kv") or heads
    width = _count(values, f"{architecture}.embedding_length")
    key = _count(values, f"{architecture}.attention.key_length") or width // max(1, heads)
    value = _count(values, f"{architecture}.attention.value_length") or key
    experts = _count(values, f"{architecture}.expert_used_count")
    feed_forward = experts * _count(values, f"{architecture}.expert_feed_forward_length")
    feed_forward = feed_forward or _count(values, f"{architecture}.feed_forward_length")
    kept = layers * shared * (key + value)
    if not (kept and vocabulary and feed_forward):
        return None
    return Shape(kept=kept, vocabulary=vocabulary, feed_forward=feed_forward)


def _tensors(reader: _Reader, count: int) -> tuple[int, int]:
    """The number of weights in all tensors, and where, after the header, the last one begins."""
    parameters, last = 0, 0
    for _ in range(count):
        reader.string()
        dimensions = reader.number("<I")
        if dimensions > _MAX_DIMENSIONS:
            raise _Malformed(f"one of its tensors has {dimensions:,} dimensions")
        parameters += math.prod(reader.number("<Q") for _ in range(dimensions))
        reader.number("<I")
        last = max(last, reader.number("<Q"))
    return parameters, last


def _text(values: dict[str, Value], key: str) -> str:
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""


def _count(values: dict[str, Value], key: str) -> int:
    value = values.get(key)
    return value if isinstance(value, int) else 0

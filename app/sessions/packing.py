"""A document's text, units and word boxes as compact bytes, and back.

Loading counts: a reviewer opens a matter of 1,000-page documents every morning. Units are packed by
msgspec; the half million words as columns of numbers, offsets as steps from the one before, which
compress to a fifth.
"""

from __future__ import annotations

import zlib
from array import array
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

from app.documents.document import Block, Document, Page, Section, Sentence, WordTable

FORMAT = 1
"""Of what `pack` writes. A change of it needs a migration or a second reader."""

_FAST = 1
"""zlib's level: a tenth larger than the default, and four times as fast."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The units of a text, all but the words."""

    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    sections: tuple[Section, ...]


def pack_text(text: str) -> bytes:
    """A text as bytes; lone surrogates, which a broken file can hold, survive."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _FAST)


def unpack_text(packed: bytes) -> str:
    """The text that `pack_text` was given."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def pack_structure(document: Document) -> bytes:
    """The pages, blocks, sentences and sections of a document."""
    structure = Structure(document.pages, document.blocks, document.sentences, document.sections)
    return zlib.compress(msgspec.msgpack.encode(structure), _FAST)


def unpack_structure(packed: bytes) -> Structure:
    """What `pack_structure` was given."""
    return msgspec.msgpack.decode(zlib.decompress(packed), type=Structure)


def pack_words(words: WordTable) -> bytes:
    """A table of words: their number, then the columns starts, lengths, pages and four of boxes."""
    starts = np.array(words.starts, np.uint32)
    ends = np.array(words.ends, np.uint32)
    pages = np.array(words.pages, np.uint32)
    boxes = np.array(words.boxes, np.float32)
    columns = [
        _steps(starts),
        (ends - starts).astype("<u4"),
        _steps(pages),
        np.ascontiguousarray(boxes.reshape(-1, 4).T, "<f4"),
    ]
    return zlib.compress(b"".join(column.tobytes() for column in columns), _FAST)


def unpack_words(packed: bytes) -> WordTable:
    """The table that `pack_words` was given, bit for bit."""
    data = zlib.decompress(packed)
    count = len(data) // 28
    numbers = np.frombuffer(data, "<u4", 3 * count).reshape(3, count)
    starts = np.cumsum(numbers[0], dtype=np.uint32)
    boxes = np.frombuffer(data, "<f4", 4 * count, 12 * count).reshape(4, count)
    return WordTable(
        _array("I", starts),
        _array("I", starts + numbers[1]),
        _array("I", np.cumsum(numbers[2], dtype=np.uint32)),
        _array("f", boxes.T.astype(np.float32)),
    )


def _steps(column: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Each number as its distance from the one before, modulo 2**32."""
    return np.diff(column, prepend=np.uint32(0)).astype("<u4")


def _array(code: str, column: np.ndarray[Any, Any]) -> array[Any]:
    packed: array[Any] = array(code)
    packed.frombytes(np.ascontiguousarray(column).tobytes())
    return packed

"""A document's text, units and word boxes as compact bytes, and back.

Loading counts: a reviewer opens a matter of 1,000-page documents every morning. The columns of the
units are kept as they are in memory; those of the words are packed there too.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import msgspec

from app.documents.document import (
    Block,
    Blocks,
    Document,
    Page,
    Section,
    Sentence,
    Sentences,
    WordTable,
)
from app.documents.exchange import wire
from app.documents.packed.word_table import word_columns

FORMAT = 2
"""Of what is written. A change of it needs a migration or another reader."""

FIRST = 1
"""What matters had before: units as objects, and all words as one chunk."""

_FAST = 1
"""zlib's level: a tenth larger than the default, and four times as fast."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The units of a text, all but the words."""

    pages: tuple[Page, ...]
    blocks: Blocks
    sentences: Sentences
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
    return zlib.compress(wire.encode(structure), _FAST)


def unpack_structure(packed: bytes, format: int = FORMAT) -> Structure:
    """What `pack_structure` was given.

    Raises:
        zlib.error, msgspec.MsgspecError, ValueError: if it is damaged, or of no known format.
    """
    data = zlib.decompress(packed)
    if format == FIRST:
        first = msgspec.msgpack.decode(data, type=_FirstStructure)
        blocks, sentences = Blocks.of(first.blocks), Sentences.of(first.sentences)
        return Structure(first.pages, blocks, sentences, first.sections)
    _check(format)
    return wire.decode(data, Structure)


def pack_words(words: WordTable) -> bytes:
    """A table of words."""
    return wire.encode(words)


def unpack_words(packed: bytes, format: int = FORMAT) -> WordTable:
    """The table that `pack_words` was given, bit for bit; raises as `unpack_structure`."""
    if format == FIRST:
        return WordTable.of(word_columns(zlib.decompress(packed)))
    _check(format)
    return wire.decode(packed, WordTable)


def _check(format: int) -> None:
    if format != FORMAT:
        raise ValueError(f"no known format: {format}")


@dataclass(frozen=True, slots=True)
class _FirstStructure:
    """The units as the first format has them."""

    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    sections: tuple[Section, ...]

"""A document as matters kept it before its units and words were in columns."""

from __future__ import annotations

import zlib

import msgspec
import numpy as np

from app.documents.document import Document, WordColumns


def first_structure(document: Document) -> bytes:
    """Units as objects."""
    units = {
        "pages": document.pages,
        "blocks": list(document.blocks),
        "sentences": list(document.sentences),
        "sections": document.sections,
    }
    return zlib.compress(msgspec.msgpack.encode(units))


def first_words(words: WordColumns) -> bytes:
    """All words in one piece."""
    starts = np.array(words.starts, np.uint32)
    columns = [
        np.diff(starts, prepend=np.uint32(0)).astype("<u4"),
        (np.array(words.ends, np.uint32) - starts).astype("<u4"),
        np.diff(np.array(words.pages, np.uint32), prepend=np.uint32(0)).astype("<u4"),
        np.ascontiguousarray(np.array(words.boxes, np.float32).reshape(-1, 4).T, "<f4"),
    ]
    return zlib.compress(b"".join(column.tobytes() for column in columns), 1)

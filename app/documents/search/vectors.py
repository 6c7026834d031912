"""Where vectors are kept: not in memory, where those of 3,000 pages would take a hundred megabytes.

They lie on a shelf, a few hundred in a part, and are looked through part by part.
"""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint32]

PART = 512
"""Vectors in a part; the last part of a document may have fewer."""


class Shelf(Protocol):
    """Keeps the vectors of documents: `sessions.vectors.VectorShelf`."""

    def head(self, document: str) -> bytes | None:
        """What was kept of a document by `begin`, or None."""
        ...

    def begin(self, document: str, head: bytes) -> None:
        """Keep this of a document, in place of all that was kept of it."""
        ...

    def add(self, document: str, part: bytes) -> None:
        """Keep one more part of a document."""
        ...

    def sizes(self, document: str) -> list[int]:
        """The bytes of each part that is kept of a document."""
        ...

    def parts(self, document: str) -> Iterator[bytes]:
        """The parts of a document in order, each read when it is its turn."""
        ...


class MemoryShelf:
    """A shelf for as long as the program runs."""

    def __init__(self) -> None:
        self._heads: dict[str, bytes] = {}
        self._parts: defaultdict[str, list[bytes]] = defaultdict(list)

    def head(self, document: str) -> bytes | None:
        """See `Shelf`."""
        return self._heads.get(document)

    def begin(self, document: str, head: bytes) -> None:
        """See `Shelf`."""
        self._heads[document] = head
        self._parts.pop(document, None)

    def add(self, document: str, part: bytes) -> None:
        """See `Shelf`."""
        self._parts[document].append(part)

    def sizes(self, document: str) -> list[int]:
        """See `Shelf`."""
        return [len(part) for part in self._parts[document]]

    def parts(self, document: str) -> Iterator[bytes]:
        """See `Shelf`."""
        return iter(self._parts[document])


@dataclass(frozen=True, slots=True)
class Head:
    """What the vectors of a document are vectors of.

    Attributes:
        starts: of the passages.
        owners: for each vector the number of the passage that it, or its sentence, belongs to.
        texts: a hash of the texts that were embedded.
    """

    starts: Numbers
    owners: Numbers
    texts: bytes

    def pack(self) -> bytes:
        """As bytes."""
        packed = io.BytesIO()
        texts = np.frombuffer(self.texts, np.uint8)
        np.savez_compressed(packed, starts=self.starts, owners=self.owners, texts=texts)
        return packed.getvalue()

    @staticmethod
    def unpack(packed: bytes) -> Head | None:
        """What `pack` was called on; None if the bytes are damaged."""
        try:
            with np.load(io.BytesIO(packed), allow_pickle=False) as data:
                head = Head(data["starts"], data["owners"], data["texts"].tobytes())
        except (ValueError, OSError, EOFError, KeyError, zipfile.BadZipFile):
            return None
        count, owners = len(head.starts), head.owners
        if not np.array_equal(owners[:count], np.arange(count)):
            return None
        return head if not len(owners) or int(owners.max()) < count else None

    def same(self, other: Head) -> bool:
        """Whether the other is of the same texts, cut from the same passages."""
        return (
            self.texts == other.texts
            and np.array_equal(self.starts, other.starts)
            and np.array_equal(self.owners, other.owners)
        )

    def done(self, sizes: Sequence[int]) -> int | None:
        """How many vectors parts of these sizes hold; None if they are no first parts of these."""
        total, row = len(self.owners), 0
        for first, size in zip(range(0, PART * len(sizes), PART), sizes, strict=True):
            rows = min(PART, total - first)
            row = row or size // max(1, rows)
            if rows <= 0 or row == 0 or size != row * rows:
                return None
        return min(total, PART * len(sizes))


def packed_part(vectors: npt.NDArray[np.float32]) -> bytes:
    """Vectors as they are kept: half as exact as they were made, which is enough to rank by."""
    return vectors.astype("<f2").tobytes()


def unpacked_part(part: bytes, dimensions: int) -> npt.NDArray[np.float32]:
    """Vectors to compute with."""
    return np.frombuffer(part, "<f2").reshape(-1, dimensions).astype(np.float32)

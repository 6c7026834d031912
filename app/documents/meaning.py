"""Passages ranked by meaning, for questions in other words than the document's.

A passage has a vector of its own and one for each of its sentences: a question about one detail
lies near the sentence that holds it and far from the passage around it. Each gives a ranking.
"""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from app.cancel import CancelToken
from app.documents.document import Document, Span
from app.documents.passages import Passage
from app.documents.sentences import sentences

Vectors = npt.NDArray[np.float32]
Kept = npt.NDArray[np.float16]

_AT_ONCE = 4_096
"""Vectors that are compared at once: in memory they take half of what computing with them does."""

_SHORTEST = 12  # characters; a shorter sentence ("Yes.") says nothing by itself


class TextVectors(Protocol):
    """What turns texts into vectors of length 1: `embedding.Embedder`."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One vector for each text, in order."""
        ...

    def batches(self, texts: Sequence[str]) -> Iterator[tuple[int, Vectors]]:
        """The same, some at a time, each with the number of its first text."""
        ...


@dataclass(frozen=True, slots=True)
class _Held:
    """The vectors of one document's passages and, behind them, of their sentences."""

    spans: tuple[Span, ...]
    owners: npt.NDArray[np.uint32]
    vectors: Kept

    def scores(self, asked: Vectors) -> Vectors:
        """How near each vector is to one that is asked for."""
        parts = [
            self.vectors[first : first + _AT_ONCE].astype(np.float32) @ asked
            for first in range(0, len(self.vectors), _AT_ONCE)
        ]
        return np.concatenate(parts)


@dataclass(frozen=True, slots=True)
class _Begun:
    """Work on a document that was cancelled: its texts, and the vectors of the first of them."""

    texts: list[str]
    vectors: list[Vectors]


class Meaning:
    """The vectors of some documents. Safe to use from several threads."""

    def __init__(self, embedder: TextVectors) -> None:
        self._embedder = embedder
        self._lock = threading.Lock()
        self._held: dict[str, _Held] = {}
        self._begun: dict[str, _Begun] = {}

    def holds(self, document_id: str) -> bool:
        """Whether a document's vectors are there."""
        return document_id in self._held

    def count(self, document: Document, passages: Sequence[Passage]) -> int:
        """How many texts `make` has to embed for a document."""
        return len(_texts(document, passages)[0])

    def make(
        self,
        document: Document,
        passages: Sequence[Passage],
        cancel: CancelToken,
        on_progress: Callable[[int, int], None] = lambda done, total: None,
    ) -> bytes:
        """Embed a document's passages and take them in; packed, to be kept and given to `take`.

        Raises:
            Cancelled: nothing is taken in; the next call goes on where this one was.
        """
        texts, owners = _texts(document, passages)
        # Texts of like length share a batch, since a batch is as long as its longest.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        ordered = [texts[i] for i in order]
        begun = self._begun.get(document.id)
        if begun is None or begun.texts != ordered:
            begun = self._begun[document.id] = _Begun(ordered, [])
        done = begun.vectors
        for first, vectors in self._batches(ordered[len(done) :], cancel, len(done)):
            done.extend(vectors)
            on_progress(first + len(vectors), len(texts))
        rows: list[Vectors] = [np.zeros(0, np.float32)] * len(texts)
        for place, vector in zip(order, done, strict=True):
            rows[place] = vector
        self._begun.pop(document.id, None)
        vectors = np.stack(rows) if rows else np.zeros((0, 1), np.float32)
        packed = io.BytesIO()
        np.savez_compressed(
            packed,
            starts=_starts(passages),
            owners=np.array(owners, np.uint32),
            vectors=vectors.astype(np.float16),
        )
        self.take(document.id, passages, packed.getvalue())
        return packed.getvalue()

    def take(self, document_id: str, passages: Sequence[Passage], packed: bytes) -> bool:
        """Take in what `make` gave; False if it is not of these passages, or damaged."""
        try:
            with np.load(io.BytesIO(packed), allow_pickle=False) as data:
                owners, vectors = data["owners"], data["vectors"].astype(np.float16, copy=False)
                starts = data["starts"]
        except (ValueError, OSError, EOFError, KeyError, zipfile.BadZipFile):
            return False
        if not np.array_equal(starts, _starts(passages)):
            return False  # made when passages were cut in another way
        count = len(passages)
        expected = np.arange(count, dtype=np.uint32)
        if len(owners) != len(vectors) or not np.array_equal(owners[:count], expected):
            return False
        if len(owners) and (vectors.ndim != 2 or int(owners.max()) >= count):
            return False
        self._held[document_id] = _Held(tuple(p.span for p in passages), owners, vectors)
        return True

    def drop(self, document_id: str) -> None:
        """Forget a document. What was begun is kept: it serves where the texts stay the same."""
        self._held.pop(document_id, None)

    def rankings(
        self, phrase: str, documents: Collection[str] | None, depth: int
    ) -> list[list[Span]]:
        """Passages nearest to a phrase: by themselves, and by the nearest of their sentences."""
        held = [h for i, h in list(self._held.items()) if documents is None or i in documents]
        held = [h for h in held if h.spans]
        if not held or not phrase.strip():
            return []
        with self._lock:
            asked = self._embedder.embed([phrase])[0]
        whole: list[tuple[float, Span]] = []
        parts: list[tuple[float, Span]] = []
        for one in held:
            scores = one.scores(asked)
            count = len(one.spans)
            best = np.full(count, -1.0, np.float32)
            np.maximum.at(best, one.owners[count:], scores[count:])
            whole += zip(scores[:count].tolist(), one.spans, strict=True)
            parts += zip(best.tolist(), one.spans, strict=True)
        return [
            [span for _, span in sorted(r, key=lambda x: -x[0])[:depth]] for r in (whole, parts)
        ]

    def nearness(self, asked: str, texts: Sequence[str]) -> list[float]:
        """How near in meaning each text is to what is asked: cosines, 1 for the same."""
        if not texts:
            return []
        with self._lock:
            vectors = self._embedder.embed([asked, *texts])
        return [float(cosine) for cosine in vectors[1:] @ vectors[0]]

    def _batches(
        self, texts: Sequence[str], cancel: CancelToken, start: int
    ) -> Iterator[tuple[int, Vectors]]:
        """Vectors some at a time, each with the number of its first text, counted from `start`."""
        batches = self._embedder.batches(texts)
        while True:
            cancel.check()
            with self._lock:  # searches get their turn between two batches
                batch = next(batches, None)
            if batch is None:
                return
            yield start + batch[0], batch[1]


def _starts(passages: Sequence[Passage]) -> npt.NDArray[np.uint32]:
    return np.array([passage.span.start for passage in passages], np.uint32)


def _texts(document: Document, passages: Sequence[Passage]) -> tuple[list[str], list[int]]:
    """What is embedded: passages under their headings, then their sentences; whose each is."""
    texts = [f"{p.heading}. {p.columns} {document.quote(p.span)}" for p in passages]
    owners = list(range(len(passages)))
    for n, passage in enumerate(passages):
        text = document.quote(passage.span)
        for start, end in sentences(text):
            if end - start >= _SHORTEST:
                texts.append(text[start:end])
                owners.append(n)
    return texts, owners

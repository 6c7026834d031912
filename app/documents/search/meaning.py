"""Passages ranked by meaning, for questions in other words than the document's.

A passage has a vector of its own and one for each of its sentences: a question about one detail
lies near the sentence that holds it and far from the passage around it. Each gives a ranking.
"""

from __future__ import annotations

import hashlib
import threading
from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from app.cancel import CancelToken
from app.documents.document import Document, Span
from app.documents.search.passages import Passage
from app.documents.search.vectors import (
    PART,
    Head,
    MemoryShelf,
    Numbers,
    Shelf,
    packed_part,
    unpacked_part,
)
from app.documents.text.sentences import sentences

Vectors = npt.NDArray[np.float32]

_SHORTEST = 12  # characters; a shorter sentence ("Yes.") says nothing by itself


MOST_ASKED = 2_000
"""So many vectors of questions and texts held against them are kept: 3 MB."""


class TextVectors(Protocol):
    """What turns texts into vectors of length 1: `embedding.Embedder`."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One vector for each text, in order."""
        ...

    def batches(self, texts: Sequence[str]) -> Iterator[tuple[int, Vectors]]:
        """The same, some at a time, each with the number of its first text."""
        ...

    def rest(self) -> None:
        """Free what it takes until it is needed again."""
        ...


@dataclass(frozen=True, slots=True)
class _Held:
    """A document whose vectors are on the shelf: those of its passages, then of their sentences."""

    starts: Numbers
    ends: Numbers
    owners: Numbers

    def best(self, document: str, scores: Vectors, depth: int) -> list[tuple[float, Span]]:
        """The passages with the best scores."""
        order = np.argsort(-scores, kind="stable")[:depth]
        return [
            (float(scores[n]), Span(document, int(self.starts[n]), int(self.ends[n])))
            for n in order
        ]

    def by_sentence(self, scores: Vectors) -> Vectors:
        """For each passage the score of its best sentence."""
        best = np.full(len(self.starts), -1.0, np.float32)
        np.maximum.at(best, self.owners[len(best) :], scores[len(best) :])
        return best


class Meaning:
    """The vectors of some documents. Safe to use from several threads."""

    def __init__(self, embedder: TextVectors, shelf: Shelf | None = None) -> None:
        """Begin with no document.

        Args:
            embedder: makes vectors.
            shelf: keeps them; None for as long as the program runs.
        """
        self._embedder = embedder
        self._shelf = shelf if shelf is not None else MemoryShelf()
        self._lock = threading.Lock()
        self._held: dict[str, _Held] = {}
        # A run that is repeated asks for the same again, and need not wait for the model to start.
        self._asked: OrderedDict[tuple[str, ...], Vectors] = OrderedDict()

    def holds(self, document_id: str) -> bool:
        """Whether a document's vectors are there."""
        return document_id in self._held

    def count(self, document: Document, passages: Sequence[Passage]) -> int:
        """How many texts `make` has to embed for a document."""
        return len(_Texts(document, passages))

    def make(
        self,
        document: Document,
        passages: Sequence[Passage],
        cancel: CancelToken,
        on_progress: Callable[[int, int], None] = lambda done, total: None,
    ) -> None:
        """Embed a document's passages and take them in. Each part is kept as soon as it is made.

        Raises:
            Cancelled: nothing is taken in; the next call goes on after the last part, also when
                the program was closed meanwhile.
        """
        texts = _Texts(document, passages)
        head = Head(_starts(passages), np.array(texts.owners, np.uint32), texts.digest())
        kept = self._kept(document.id)
        done = head.done(self._shelf.sizes(document.id))
        if kept is None or not kept.same(head) or done is None:
            self._shelf.begin(document.id, head.pack())
            done = 0
        for first in range(done, len(texts), PART):
            part = [texts[i] for i in range(first, min(first + PART, len(texts)))]

            def tell(count: int, before: int = first) -> None:
                on_progress(before + count, len(texts))

            self._shelf.add(document.id, packed_part(self._embedded(part, cancel, tell)))
        self.take(document.id, passages)

    def take(self, document_id: str, passages: Sequence[Passage]) -> bool:
        """Take in what is on the shelf; False if it is of other passages, damaged or not all."""
        head = self._kept(document_id)
        if head is None or not np.array_equal(head.starts, _starts(passages)):
            return False  # made when passages were cut in another way
        if head.done(self._shelf.sizes(document_id)) != len(head.owners):
            return False
        ends = np.array([passage.span.end for passage in passages], np.uint32)
        self._held[document_id] = _Held(head.starts, ends, head.owners)
        return True

    def drop(self, document_id: str) -> None:
        """Forget a document. What is on the shelf serves again where the texts stay the same."""
        self._held.pop(document_id, None)

    def rest(self) -> None:
        """Free what the model takes, until it is needed again; does nothing while it works."""
        if self._lock.acquire(blocking=False):
            try:
                self._embedder.rest()
            finally:
                self._lock.release()

    def rankings(
        self, phrases: Sequence[str], documents: Collection[str] | None, depth: int
    ) -> list[list[list[Span]]]:
        """For each phrase the nearest passages: by themselves, and by their nearest sentences."""
        held = [
            (id, one)
            for id, one in list(self._held.items())
            if (documents is None or id in documents) and len(one.starts)
        ]
        if not held or not phrases:
            return [[] for _ in phrases]
        with self._lock:
            # Each by itself: a phrase's vector shall not depend on those beside it.
            asked = np.concatenate([self._vectors([phrase]) for phrase in phrases])
        found: list[list[list[tuple[float, Span]]]] = [[[], []] for _ in phrases]
        for id, one in held:
            scores = self._scores(id, asked)
            if scores.shape[1] != len(one.owners):
                continue  # it was taken out of the matter this moment
            for (whole, parts), each in zip(found, scores, strict=True):
                whole += one.best(id, each[: len(one.starts)], depth)
                parts += one.best(id, one.by_sentence(each), depth)
        return [
            [[span for _, span in sorted(r, key=lambda x: -x[0])[:depth]] for r in each]
            for each in found
        ]

    def nearness(self, asked: str, texts: Sequence[str]) -> list[float]:
        """How near in meaning each text is to what is asked: cosines, 1 for the same."""
        if not texts:
            return []
        with self._lock:
            vectors = self._vectors([asked, *texts])
        return [float(cosine) for cosine in vectors[1:] @ vectors[0]]

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        """The vectors of what is asked, made together; those asked for lately are kept."""
        key = tuple(texts)
        if key not in self._asked:
            self._asked[key] = self._embedder.embed(texts)
            while sum(map(len, self._asked)) > MOST_ASKED and len(self._asked) > 1:
                self._asked.popitem(last=False)
        self._asked.move_to_end(key)
        return self._asked[key]

    def _kept(self, document_id: str) -> Head | None:
        """What the vectors on the shelf are vectors of; None where there are none."""
        packed = self._shelf.head(document_id)
        return Head.unpack(packed) if packed is not None else None

    def _scores(self, document_id: str, asked: Vectors) -> Vectors:
        """How near each vector of a document is to those asked for: shape (asked, vectors)."""
        parts = [np.zeros((len(asked), 0), np.float32)]
        for packed in self._shelf.parts(document_id):
            part = unpacked_part(packed, asked.shape[1])
            parts.append(np.stack([part @ one for one in asked]))
        return np.concatenate(parts, axis=1)

    def _embedded(
        self, texts: Sequence[str], cancel: CancelToken, tell: Callable[[int], None]
    ) -> Vectors:
        """The vectors of some texts; `tell` hears how many are done."""
        # Texts of like length share a batch, since a batch is as long as its longest.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        batches = self._embedder.batches([texts[i] for i in order])
        made: list[Vectors] = []
        done = 0
        while done < len(texts):
            cancel.check()
            with self._lock:  # searches get their turn between two batches
                made.append(next(batches)[1])
            done += len(made[-1])
            tell(done)
        rows = np.empty((len(texts), made[0].shape[1]), np.float32)
        rows[order] = np.concatenate(made)
        return rows


class _Texts:
    """What is embedded: passages under their headings, then their sentences.

    Each is cut out when it is asked for: together they are as long as the document twice over.

    Attributes:
        owners: for each text the number of its passage.
    """

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        self._document = document
        self._passages = passages
        self.owners = array("I", range(len(passages)))
        self._starts, self._ends = array("I"), array("I")
        for n, passage in enumerate(passages):
            for start, end in sentences(document.quote(passage.span)):
                if end - start >= _SHORTEST:
                    self.owners.append(n)
                    self._starts.append(passage.span.start + start)
                    self._ends.append(passage.span.start + end)

    def __len__(self) -> int:
        return len(self.owners)

    def __getitem__(self, i: int) -> str:
        at = i - len(self._passages)
        if at >= 0:
            return self._document.text[self._starts[at] : self._ends[at]]
        passage = self._passages[i]
        return f"{passage.heading}. {passage.columns} {self._document.quote(passage.span)}"

    def digest(self) -> bytes:
        """A hash of all texts."""
        whole = hashlib.sha256()
        for i in range(len(self)):
            whole.update(self[i].encode("utf-8", "surrogatepass") + b"\0")
        return whole.digest()


def _starts(passages: Sequence[Passage]) -> Numbers:
    return np.array([passage.span.start for passage in passages], np.uint32)

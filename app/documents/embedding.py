"""Sentence embeddings: texts that mean the same lie close together.

The model runs in a process of its own, which ends when it may rest: in the program's, memory that
batches of many sizes were computed in would be held in pieces, a gigabyte after an hour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from app.documents.children.child import Child, Crashed
from app.documents.children.service import ChildService
from app.documents.exchange import wire
from app.errors import ModelError

Vectors = npt.NDArray[np.float32]

_BATCH = 16
_BATCH_LETTERS = 4_096
"""Of all texts of a batch, padded to the longest: a batch of long ones would take half a gigabyte
to compute in."""

_MOST_LETTERS = 1_280
"""About as much of a text as the model reads."""

_FETCH = "pincite model fetch minilm-l6-v2"
_TIMEOUT = 120.0  # seconds for a batch
_MEMORY = 4 << 30


class Embedder:
    """A sentence embedding model as an ONNX file with its tokenizer. Safe to use from any thread.

    Its process runs from the first text on, until it may `rest`.

    Raises:
        ModelError: by any of its methods that is given texts, if a file of the model can't be used.
    """

    def __init__(self, model: Path, tokenizer: Path) -> None:
        """Name the model.

        Args:
            model: the ONNX file.
            tokenizer: its `tokenizer.json`.
        """
        self._model = model
        self._tokenizer = tokenizer
        self._service = ChildService(_start, _Errors(), _TIMEOUT)

    @property
    def pid(self) -> int | None:
        """The process id of the process, or None where there is none."""
        child = self._service.child
        return child.pid if child is not None and child.alive else None

    def rest(self) -> None:
        """End the process, which takes some 170 MB; the next text takes 0.8 s longer."""
        self._service.rest()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One vector of length 1 for each text, in order: shape (texts, dimensions)."""
        parts = [vectors for _, vectors in self.batches(texts)]
        return np.concatenate(parts) if parts else np.zeros((0, 0), np.float32)

    def batches(self, texts: Sequence[str]) -> Iterator[tuple[int, Vectors]]:
        """The vectors of some texts at a time, with the number of the first of them."""
        first = 0
        while first < len(texts):
            size = _batch_size(texts[first : first + _BATCH])
            yield first, self._run(texts[first : first + size])
            first += size

    def _run(self, texts: Sequence[str]) -> Vectors:
        request = wire.Embed(str(self._model), str(self._tokenizer), list(texts))

        def unpack(answer: msgspec.Raw, _child: Child) -> Vectors:
            made = wire.decode(answer, wire.Vectors)
            return np.frombuffer(made.data, np.float32).reshape(len(texts), made.dimensions)

        return self._service.call(request, unpack, self._model.name, None)


class _Errors:
    """What is said where the embedding process made no vectors."""

    def refused(self, reply: wire.Failed) -> ModelError:
        """See `service.Errors`."""
        command = _FETCH if reply.hint.startswith("Fetch") else ""
        error = ModelError(reply.message, reply.hint, command)
        if reply.trace:
            error.add_note(reply.trace)
        return error

    def unanswered(self, error: Exception, name: str) -> ModelError:
        """See `service.Errors`."""
        how = error.status if isinstance(error, Crashed) else type(error).__name__
        explained = ModelError(
            f"The embedding model {name} can't be used: its process did not answer ({how}).",
            "Close other programs to free memory, or fetch the model again.",
            _FETCH,
        )
        if isinstance(error, Crashed) and error.trace:
            explained.add_note("\n".join(error.trace))
        return explained


def _start() -> Child:
    return Child("embedding", _MEMORY)


def _batch_size(texts: Sequence[str]) -> int:
    """How many of some texts, from the first on, are embedded at once."""
    longest = 0
    for count, text in enumerate(texts):
        longest = max(longest, min(len(text), _MOST_LETTERS))
        if count and (count + 1) * longest > _BATCH_LETTERS:
            return count
    return len(texts)

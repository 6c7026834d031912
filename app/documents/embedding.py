"""Sentence embeddings: texts that mean the same lie close together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from app.errors import ModelError

Vectors = npt.NDArray[np.float32]

_BATCH = 16
_BATCH_LETTERS = 4_096
"""Of all texts of a batch, padded to the longest: what a batch of long ones takes to compute in is
kept until the program ends, and would be half a gigabyte."""

_TOKENS = 256
"""Longer texts are cut here: what the model was trained on."""

_MOST_LETTERS = 5 * _TOKENS
"""About as much of a text as is read."""


class Embedder:
    """A sentence embedding model as an ONNX file with its tokenizer. One thread at a time."""

    def __init__(self, model: Path, tokenizer: Path, threads: int = 0) -> None:
        """Load the model.

        Args:
            model: the ONNX file.
            tokenizer: its `tokenizer.json`.
            threads: of computation; 0 for as many as there are cores.

        Raises:
            ModelError: if either file can't be used.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 4
        try:
            self._tokenizer = Tokenizer.from_file(str(tokenizer))
            self._session = onnxruntime.InferenceSession(
                str(model), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # both libraries raise their own, without a common base
            raise ModelError(
                f"The embedding model {model.name} can't be used: {error}",
                "Fetch it again: `pincite model fetch minilm-l6-v2`.",
            ) from error
        self._tokenizer.enable_truncation(_TOKENS)
        self._tokenizer.enable_padding()
        self._inputs = {i.name for i in self._session.get_inputs()}

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
        encoded = self._tokenizer.encode_batch(list(texts))
        mask = np.array([e.attention_mask for e in encoded], dtype=np.int64)
        given = {
            "input_ids": np.array([e.ids for e in encoded], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        hidden = self._session.run(None, {k: v for k, v in given.items() if k in self._inputs})[0]
        if hidden.ndim == 3:  # one vector a token: their mean is the text's
            weights = mask[:, :, None].astype(np.float32)
            hidden = (hidden * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1)
        norms = np.linalg.norm(hidden, axis=1, keepdims=True)
        return np.asarray(hidden / np.maximum(norms, 1e-9), dtype=np.float32)


def _batch_size(texts: Sequence[str]) -> int:
    """How many of some texts, from the first on, are embedded at once."""
    longest = 0
    for count, text in enumerate(texts):
        longest = max(longest, min(len(text), _MOST_LETTERS))
        if count and (count + 1) * longest > _BATCH_LETTERS:
            return count
    return len(texts)

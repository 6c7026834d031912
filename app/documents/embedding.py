"""Sentence embeddings: texts that mean the same lie close together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from app.errors import ModelError
from app.memory import give_back

Vectors = npt.NDArray[np.float32]

_BATCH = 16
_BATCH_LETTERS = 4_096
"""Of all texts of a batch, padded to the longest: a batch of long ones would take half a gigabyte
to compute in."""

_TOKENS = 256
"""Longer texts are cut here: what the model was trained on."""

_MOST_LETTERS = 5 * _TOKENS
"""About as much of a text as is read."""


class Embedder:
    """A sentence embedding model as an ONNX file with its tokenizer. One thread at a time.

    It is in memory from the first text on, until it may `rest`.

    Raises:
        ModelError: by any of its methods that is given texts, if a file of the model can't be used.
    """

    def __init__(self, model: Path, tokenizer: Path, threads: int = 0) -> None:
        """Name the model.

        Args:
            model: the ONNX file.
            tokenizer: its `tokenizer.json`.
            threads: of computation; 0 for as many as there are cores.
        """
        self._load = partial(_Loaded, model, tokenizer, threads)
        self._loaded: _Loaded | None = None

    def rest(self) -> None:
        """Free what the model takes, some 110 MB; the next text takes 0.3 s longer."""
        if self._loaded is not None:
            self._loaded = None
            give_back()

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
        if self._loaded is None:
            self._loaded = self._load()
        return self._loaded.run(texts)


class _Loaded:
    """The model and its tokenizer in memory; arguments and errors as of `Embedder`."""

    def __init__(self, model: Path, tokenizer: Path, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 4
        # What a batch was computed in is given back after it: kept, it would be 100 MB and more.
        options.enable_cpu_mem_arena = False
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
        give_back()  # loading takes half as much again as the model

    def run(self, texts: Sequence[str]) -> Vectors:
        """One vector of length 1 for each text, in order."""
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

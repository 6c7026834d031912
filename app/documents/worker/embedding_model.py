"""The embedding model itself, with its tokenizer. Runs in the embedding process only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from app.documents.exchange import wire
from app.errors import ModelError
from app.memory import give_back

TOKENS = 256
"""Longer texts are cut here: what the model was trained on."""


def vectors(request: wire.Embed) -> wire.Vectors:
    """The answer to a request; the model it names is in memory from the first one on.

    Raises:
        ModelError: if a file of the model can't be used.
    """
    model = _model(Path(request.model), Path(request.tokenizer))
    made = model.run(request.texts)
    give_back()  # what a batch was computed in would be held in pieces, more with every size
    return wire.Vectors(made.shape[1], made.tobytes())


@lru_cache(maxsize=1)
def _model(model: Path, tokenizer: Path) -> EmbeddingModel:
    return EmbeddingModel(model, tokenizer)


class EmbeddingModel:
    """A sentence embedding model as an ONNX file with its tokenizer."""

    def __init__(self, model: Path, tokenizer: Path) -> None:
        """Load both.

        Args:
            model: the ONNX file.
            tokenizer: its `tokenizer.json`.

        Raises:
            ModelError: if a file can't be used.
        """
        options = onnxruntime.SessionOptions()
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
                "Fetch it again.",
            ) from error
        self._tokenizer.enable_truncation(TOKENS)
        self._tokenizer.enable_padding()
        self._inputs = {i.name for i in self._session.get_inputs()}

    def run(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
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

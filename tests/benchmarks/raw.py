"""A bare loop over llama.cpp, as its simplest example has it: the limit of one sequence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import llama_cpp
import numpy as np

from app.engine.llama.context import ContextSettings


class Raw:
    """One sequence, read and continued with nothing around it."""

    def __init__(self, model: Path, settings: ContextSettings) -> None:
        """Load a model.

        Args:
            model: the file.
            settings: those of the engine it is compared with; the number of sequences is not taken
                over, everything that computes is.
        """
        params = llama_cpp.llama_model_default_params()
        params.n_gpu_layers = 0
        params.load_mode = llama_cpp.LLAMA_LOAD_MODE_NONE
        self._model = llama_cpp.llama_model_load_from_file(str(model).encode(), params)
        self._piece = settings.batch
        native = replace(settings, sequences=1).native()
        self._context = llama_cpp.llama_init_from_model(self._model, native)
        vocab = llama_cpp.llama_model_get_vocab(self._model)
        self._size = int(llama_cpp.llama_vocab_n_tokens(vocab))

    def forget(self) -> None:
        """Empty the cache."""
        llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(self._context), True)

    def read(self, tokens: Sequence[int]) -> int:
        """Read a prompt; the likeliest next token."""
        for at in range(0, len(tokens), self._piece):
            self._decode(tokens[at : at + self._piece])
        return self._likeliest()

    def generate(self, token: int, count: int) -> None:
        """Generate after what was read."""
        for _ in range(count):
            self._decode([token])
            token = self._likeliest()

    def close(self) -> None:
        """Free it."""
        llama_cpp.llama_free(self._context)
        llama_cpp.llama_model_free(self._model)

    def _decode(self, tokens: Sequence[int]) -> None:
        array = (llama_cpp.llama_token * len(tokens))(*tokens)
        batch = llama_cpp.llama_batch_get_one(array, len(tokens))
        if llama_cpp.llama_decode(self._context, batch):
            raise RuntimeError("llama.cpp failed")

    def _likeliest(self) -> int:
        pointer = llama_cpp.llama_get_logits_ith(self._context, -1)
        return int(np.ctypeslib.as_array(pointer, (self._size,)).argmax())

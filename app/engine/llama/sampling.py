"""Choosing the next token: greedy or by seed, free or under a grammar."""

from __future__ import annotations

import ctypes
from typing import Any

import llama_cpp
import numpy as np
import numpy.typing as npt

from app.engine.llama.model import LlamaModel
from app.errors import ModelError

Logits = npt.NDArray[np.float32]

_CANDIDATE = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])
_FIRST_LOOK = 256


class Sampler:
    """Chooses the tokens of one reply.

    The grammar is asked about the likeliest token alone; only where it refuses that one are more
    tokens put to it. The choice is the same as if it had seen the whole vocabulary each time.
    """

    def __init__(
        self, model: LlamaModel, grammar: str | None, temperature: float, seed: int
    ) -> None:
        """Set up for one reply.

        Raises:
            ModelError: if the grammar can't be parsed.
        """
        self._size = model.vocab_size
        self._grammar: Any = None
        self._chance: Any = None
        if grammar is not None:
            self._grammar = llama_cpp.llama_sampler_init_grammar(
                model.vocab, grammar.encode(), b"root"
            )
            if not self._grammar:
                raise ModelError("The grammar for the reply can't be parsed.")
        if temperature > 0:
            self._chance = _chance(temperature, seed)

    def close(self) -> None:
        """Free what llama.cpp holds for this reply."""
        for sampler in (self._grammar, self._chance):
            if sampler:
                llama_cpp.llama_sampler_free(sampler)
        self._grammar = self._chance = None

    def choose(self, logits: Logits) -> int:
        """The next token, which is taken as accepted.

        Raises:
            ModelError: if the grammar allows no token at all.
        """
        token = self._pick(logits)
        if self._grammar and not self._allowed(token):
            token = self._pick(self._filtered(logits))
        return token

    def accept(self, token: int) -> None:
        """Take a chosen token, which does not end the reply, into the grammar."""
        if self._grammar:
            llama_cpp.llama_sampler_accept(self._grammar, token)

    def _pick(self, logits: Logits) -> int:
        if self._chance is None:
            return int(logits.argmax())
        candidates = _candidates(np.arange(self._size, dtype=np.int32), logits)
        array = _array(candidates)
        llama_cpp.llama_sampler_apply(self._chance, ctypes.byref(array))
        return int(array.data[array.selected].id)

    def _allowed(self, token: int) -> bool:
        one = _candidates(np.array([token], np.int32), np.zeros(1, np.float32))
        array = _array(one)
        llama_cpp.llama_sampler_apply(self._grammar, ctypes.byref(array))
        return bool(np.isfinite(one["logit"][0]))

    def _filtered(self, logits: Logits) -> Logits:
        """The logits with all that the grammar refuses at minus infinity."""
        if self._chance is None:
            first = np.argpartition(logits, -_FIRST_LOOK)[-_FIRST_LOOK:].astype(np.int32)
            kept = self._ask(first, logits)
            if np.isfinite(kept).any():
                return kept
        kept = self._ask(np.arange(self._size, dtype=np.int32), logits)
        if not np.isfinite(kept).any():
            raise ModelError("The grammar for the reply leads to a place where nothing may follow.")
        return kept

    def _ask(self, tokens: npt.NDArray[np.int32], logits: Logits) -> Logits:
        candidates = _candidates(tokens, logits[tokens])
        array = _array(candidates)
        llama_cpp.llama_sampler_apply(self._grammar, ctypes.byref(array))
        kept = np.full(self._size, -np.inf, np.float32)
        kept[candidates["id"]] = candidates["logit"]
        return kept


def _chance(temperature: float, seed: int) -> object:
    """llama.cpp's samplers for a temperature above 0."""
    chain = llama_cpp.llama_sampler_chain_init(llama_cpp.llama_sampler_chain_default_params())
    llama_cpp.llama_sampler_chain_add(chain, llama_cpp.llama_sampler_init_min_p(0.05, 1))
    llama_cpp.llama_sampler_chain_add(chain, llama_cpp.llama_sampler_init_temp(temperature))
    llama_cpp.llama_sampler_chain_add(chain, llama_cpp.llama_sampler_init_dist(seed & 0xFFFFFFFF))
    return chain


def _candidates(tokens: npt.NDArray[np.int32], logits: Logits) -> npt.NDArray[Any]:
    candidates = np.zeros(len(tokens), _CANDIDATE)
    candidates["id"] = tokens
    candidates["logit"] = logits
    return candidates


def _array(candidates: npt.NDArray[Any]) -> llama_cpp.llama_token_data_array:
    """llama.cpp's view of a candidate array, which must outlive it."""
    return llama_cpp.llama_token_data_array(
        data=candidates.ctypes.data_as(llama_cpp.llama_token_data_p),
        size=len(candidates),
        selected=-1,
        sorted=False,
    )

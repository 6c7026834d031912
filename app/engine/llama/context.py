"""A llama.cpp context that holds many sequences in one cache of cells."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import llama_cpp
import numpy as np
import numpy.typing as npt

from app.engine.llama.log import LOG
from app.engine.llama.model import LlamaModel
from app.engine.llama.sequences import Tokens
from app.engine.machine.tuning import CacheType
from app.errors import ModelError

Logits = npt.NDArray[np.float32]

_BF16 = 30  # GGML_TYPE_BF16, which the binding leaves out

# How keys and values are stored. On a CPU, where the two differ or are quantized, llama.cpp works
# out the attention of each token by itself, in the order of the cells: what else is in the batch,
# and in which pieces a prompt was read, makes no difference to a single bit of the logits ("exact",
# "q8_0"). With "f16" for both it takes whichever of three ways is fastest for the batch, and each
# rounds differently: faster for long prompts, but a reply may then depend on what ran beside it.
CACHE_TYPES: dict[CacheType, tuple[int, int]] = {
    "exact": (llama_cpp.GGML_TYPE_F16, _BF16),
    "f16": (llama_cpp.GGML_TYPE_F16, llama_cpp.GGML_TYPE_F16),
    "q8_0": (llama_cpp.GGML_TYPE_Q8_0, llama_cpp.GGML_TYPE_Q8_0),
}
_ABORTED = 2


class Aborted(Exception):
    """A computation was stopped through `LlamaContext.stop`; nothing of it was kept."""


@dataclass(frozen=True, slots=True)
class ContextSettings:
    """How a context is made.

    Attributes:
        cells: tokens the cache holds over all sequences.
        sequences: how many sequences may be held at once, and how many tokens of a batch may ask
            for logits.
        batch: the most tokens computed in one go. A stop is heeded between the steps of a batch,
            so small ones are heeded sooner; on a CPU they are read as fast as large ones.
        threads: CPU threads.
        flash_attention: whether attention is computed without its full matrix.
        cache_type: how the cache is stored, a key of `CACHE_TYPES`.
    """

    cells: int
    sequences: int = 32
    batch: int = 128
    threads: int = 1
    flash_attention: bool = True
    cache_type: CacheType = "exact"

    def native(self) -> llama_cpp.llama_context_params:
        """The same for llama.cpp."""
        params: llama_cpp.llama_context_params = llama_cpp.llama_context_default_params()
        params.n_ctx = self.cells
        params.n_seq_max = self.sequences
        # One batch is one computation: if it is stopped, nothing of it is left half done.
        params.n_batch = params.n_ubatch = self.batch
        # Without this, the buffer for logits would have a row for every token of a batch.
        params.n_outputs_max = self.sequences
        params.n_threads = params.n_threads_batch = self.threads
        params.type_k, params.type_v = CACHE_TYPES[self.cache_type]
        params.kv_unified = True
        params.swa_full = True
        params.no_perf = True
        params.flash_attn_type = (
            llama_cpp.LLAMA_FLASH_ATTN_TYPE_ENABLED
            if self.flash_attention
            else llama_cpp.LLAMA_FLASH_ATTN_TYPE_DISABLED
        )
        return params


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive tokens of one sequence, to be computed in a batch with others.

    Attributes:
        sequence: whose they are.
        start: position of the first of them.
        tokens: at least one.
        wants_logits: whether the logits after the last of them are needed.
    """

    sequence: int
    start: int
    tokens: Tokens
    wants_logits: bool


class LlamaContext:
    """Computes batches of tokens and keeps what they leave behind, sequence by sequence.

    Attributes:
        settings: it was made with.
        cells: tokens the cache holds.
        batch: the most tokens computed in one go.
    """

    def __init__(self, model: LlamaModel, settings: ContextSettings) -> None:
        """Make a context.

        Raises:
            ModelError: if llama.cpp can't.
        """
        self.settings = settings
        self._vocab_size = model.vocab_size
        LOG.forget()
        self._handle = llama_cpp.llama_init_from_model(model.handle, settings.native())
        if not self._handle:
            raise ModelError(
                f"llama.cpp can't set up the model's memory: {LOG.complaints()}.",
                "Choose a smaller window or a smaller model.",
            )
        self._memory = llama_cpp.llama_get_memory(self._handle)
        self.cells = int(llama_cpp.llama_n_ctx(self._handle))
        # Less than asked for where the cache is smaller; llama.cpp ends the process on any more.
        self.batch = int(llama_cpp.llama_n_batch(self._handle))
        self._batch = _Batch(self.batch)
        self._stop = ctypes.create_string_buffer(2)
        self._callback = _stop_callback()
        llama_cpp.llama_set_abort_callback(
            self._handle, self._callback, ctypes.cast(self._stop, ctypes.c_void_p)
        )

    def close(self) -> None:
        """Free it."""
        if self._handle:
            llama_cpp.llama_free(self._handle)
            self._handle = None

    @property
    def stop(self) -> bool:
        """Whether computation is to stop. Any thread may set it; `decode` then raises `Aborted`."""
        return self._stop.raw[0] != 0

    @stop.setter
    def stop(self, value: bool) -> None:
        self._stop[0] = b"\x01" if value else b"\x00"

    def use_threads(self, count: int) -> None:
        """Compute with so many threads from now on. Results don't depend on it."""
        llama_cpp.llama_set_n_threads(self._handle, count, count)

    def decode(self, runs: Sequence[Run]) -> list[Logits]:
        """Compute a batch; return the logits of the runs that want them, in order.

        The arrays are llama.cpp's own and hold until the next call.

        Raises:
            Aborted: if it was stopped; the sequences are as before.
            ModelError: if llama.cpp fails; the sequences are as before.
        """
        wanted = self._batch.fill(runs)
        code = llama_cpp.llama_decode(self._handle, self._batch.native)
        if code:
            for run in runs:
                self.cut(run.sequence, run.start)
            if code == _ABORTED:
                raise Aborted
            raise ModelError(
                f"llama.cpp failed while computing (code {code}): {LOG.complaints()}.",
                "Try again, with a smaller window if it fails again.",
            )
        return [self._logits(index) for index in wanted]

    def share(self, source: int, target: int, length: int) -> None:
        """Let an empty sequence begin with the first `length` tokens of another, at no cost."""
        llama_cpp.llama_memory_seq_cp(self._memory, source, target, 0, length)

    def cut(self, sequence: int, length: int) -> bool:
        """Keep the first `length` tokens of a sequence. False where the model can't do that."""
        return bool(llama_cpp.llama_memory_seq_rm(self._memory, sequence, length, -1))

    def save(self, sequence: int, path: Path, tokens: Tokens) -> None:
        """Write what was computed for a sequence to a file.

        Raises:
            OSError: if it can't be written.
        """
        kept = (llama_cpp.llama_token * len(tokens))(*tokens.tolist())
        if not llama_cpp.llama_state_seq_save_file(
            self._handle, os.fsencode(path), sequence, kept, len(tokens)
        ):
            raise OSError(f"{path.name} can't be written")

    def restore(self, sequence: int, path: Path, tokens: Tokens) -> bool:
        """Read what `save` wrote into an empty sequence; False, and empty, if it is not that."""
        read, count = (llama_cpp.llama_token * len(tokens))(), ctypes.c_size_t()
        done = llama_cpp.llama_state_seq_load_file(
            self._handle, os.fsencode(path), sequence, read, len(tokens), ctypes.byref(count)
        )
        if done and list(read[: count.value]) == tokens.tolist():
            return True
        self.cut(sequence, 0)
        return False

    def _logits(self, index: int) -> Logits:
        pointer = llama_cpp.llama_get_logits_ith(self._handle, index)
        return np.ctypeslib.as_array(pointer, (self._vocab_size,))


class _Batch:
    """llama.cpp's batch over arrays of our own, which are filled without a loop over tokens."""

    def __init__(self, size: int) -> None:
        self._tokens = np.zeros(size, np.int32)
        self._positions = np.zeros(size, np.int32)
        self._sequences = np.zeros(size, np.int32)
        self._wants = np.zeros(size, np.int8)
        self._ones = np.ones(size, np.int32)
        first = self._sequences.ctypes.data
        self._pointers = np.arange(first, first + 4 * size, 4, dtype=np.uintp)
        self.native = llama_cpp.llama_batch(
            n_tokens=0,
            token=_as(self._tokens, llama_cpp.llama_token),
            embd=None,
            pos=_as(self._positions, llama_cpp.llama_pos),
            n_seq_id=_as(self._ones, ctypes.c_int32),
            seq_id=_as(self._pointers, ctypes.POINTER(llama_cpp.llama_seq_id)),
            logits=_as(self._wants, ctypes.c_int8),
        )

    def fill(self, runs: Sequence[Run]) -> list[int]:
        """Take runs in; return the batch indexes of the tokens whose logits are wanted."""
        at = 0
        wanted = []
        self._wants[:] = 0
        for run in runs:
            end = at + len(run.tokens)
            self._tokens[at:end] = run.tokens
            self._positions[at:end] = np.arange(run.start, run.start + len(run.tokens))
            self._sequences[at:end] = run.sequence
            if run.wants_logits:
                self._wants[end - 1] = 1
                wanted.append(end - 1)
            at = end
        self.native.n_tokens = at
        return wanted


def _as(array: npt.NDArray[np.generic], kind: type) -> object:
    """llama.cpp's pointer to an array."""
    return array.ctypes.data_as(ctypes.POINTER(kind))


def _stop_callback() -> object:
    """A native function that tells llama.cpp to stop when the byte it is given is not zero.

    llama.cpp asks before each of the hundreds of steps of a computation. A Python function would
    have to take the interpreter lock each time and wait for whoever holds it, the window for
    instance. `strlen` of a buffer of two bytes, the second always zero, is 1 if the first is set
    and 0 if it is not, and needs no lock.
    """
    library = ctypes.cdll.msvcrt if sys.platform == "win32" else ctypes.CDLL(None)
    return ctypes.cast(library.strlen, llama_cpp.ggml_abort_callback)

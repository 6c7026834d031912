"""The same calls by other ways of running llama.cpp: one at a time, or through its own server."""

from __future__ import annotations

import json
import socket
import subprocess
import time
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import llama_cpp
import numpy as np

from tests.benchmarks.traffic import Call

Prompts = Sequence[Sequence[list[int]]]


class Rival(Protocol):
    """A way of running the calls of a recording, given as tokens."""

    name: str

    def run(self, calls: Sequence[Call], prompts: Prompts) -> None:
        """Make all calls."""
        ...

    def close(self) -> None:
        """Free it."""
        ...


class HighLevel:
    """llama-cpp-python's `Llama` class: one sequence, one call at a time."""

    name = "the Llama class"

    def __init__(self, model: Path, window: int, threads: int) -> None:
        self._llama = llama_cpp.Llama(
            str(model),
            n_ctx=window,
            n_threads=threads,
            n_threads_batch=threads,
            flash_attn=True,
            verbose=False,
        )

    def run(self, calls: Sequence[Call], prompts: Prompts) -> None:
        ends = {self._llama.token_eos()}
        for call, tokens in zip(calls, prompts, strict=True):
            for request, prompt in zip(call.requests, tokens, strict=True):
                grammar = (
                    llama_cpp.LlamaGrammar.from_string(request.grammar, verbose=False)
                    if request.grammar
                    else None
                )
                left = request.max_tokens
                for token in self._llama.generate(prompt, temp=0.0, top_k=1, grammar=grammar):
                    left -= 1
                    if token in ends or left <= 0:
                        break

    def close(self) -> None:
        self._llama.close()


class Server:
    """llama.cpp's own server with 4 slots, asked over HTTP by 4 threads."""

    name = "llama-server, 4 slots"

    def __init__(self, program: Path, model: Path, window: int, threads: int) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._url = f"http://127.0.0.1:{port}"
        command = [str(program), "-m", str(model), "--port", str(port), "--parallel", "4"]
        command += ["-c", str(2 * window), "--kv-unified", "-fa", "on", "-t", str(threads)]
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._wait()

    def run(self, calls: Sequence[Call], prompts: Prompts) -> None:
        with ThreadPoolExecutor(4) as pool:
            for call, tokens in zip(calls, prompts, strict=True):
                bodies = [
                    {
                        "prompt": prompt,
                        "n_predict": request.max_tokens,
                        "temperature": 0.0,
                        "cache_prompt": True,
                        **({"grammar": request.grammar} if request.grammar else {}),
                    }
                    for request, prompt in zip(call.requests, tokens, strict=True)
                ]
                list(pool.map(self._post, bodies))

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(10)

    def _post(self, body: dict[str, object]) -> None:
        request = urllib.request.Request(
            self._url + "/completion",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=600) as answer:
            answer.read()

    def _wait(self) -> None:
        for _ in range(600):
            try:
                with urllib.request.urlopen(self._url + "/health", timeout=1) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.1)
        self._process.kill()
        raise RuntimeError("llama-server did not come up")


class Raw:
    """A bare loop over llama.cpp, as its simplest example has it: the limit of one sequence."""

    name = "the raw loop"

    def __init__(self, model: Path, window: int, threads: int) -> None:
        params = llama_cpp.llama_model_default_params()
        params.n_gpu_layers = 0
        self._model = llama_cpp.llama_model_load_from_file(str(model).encode(), params)
        context = llama_cpp.llama_context_default_params()
        context.n_ctx, context.n_batch, context.n_ubatch = window, 512, 512
        context.n_threads = context.n_threads_batch = threads
        context.flash_attn_type = llama_cpp.LLAMA_FLASH_ATTN_TYPE_ENABLED
        self._context = llama_cpp.llama_init_from_model(self._model, context)
        vocab = llama_cpp.llama_model_get_vocab(self._model)
        self._size = int(llama_cpp.llama_vocab_n_tokens(vocab))

    def forget(self) -> None:
        """Empty the cache."""
        llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(self._context), True)

    def read(self, tokens: list[int]) -> int:
        """Read a prompt; the likeliest next token."""
        for at in range(0, len(tokens), 512):
            self._decode(tokens[at : at + 512])
        return self._likeliest()

    def generate(self, token: int, count: int) -> None:
        """Generate after what was read."""
        for _ in range(count):
            self._decode([token])
            token = self._likeliest()

    def close(self) -> None:
        llama_cpp.llama_free(self._context)
        llama_cpp.llama_model_free(self._model)

    def _decode(self, tokens: list[int]) -> None:
        array = (llama_cpp.llama_token * len(tokens))(*tokens)
        batch = llama_cpp.llama_batch_get_one(array, len(tokens))
        if llama_cpp.llama_decode(self._context, batch):
            raise RuntimeError("llama.cpp failed")

    def _likeliest(self) -> int:
        pointer = llama_cpp.llama_get_logits_ith(self._context, -1)
        return int(np.ctypeslib.as_array(pointer, (self._size,)).argmax())

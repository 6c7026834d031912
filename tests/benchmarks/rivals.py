"""The same calls by other ways of running llama.cpp: one at a time, or through a server.

All are given the engine's own prompts, and generate at most as many tokens as the engine did, so
that none is slower for what it says. One that says less is found by the count.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import llama_cpp
import psutil

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Task:
    """One request of a call, as it reached the model.

    Attributes:
        prompt: its tokens.
        text: the same as text.
        generate: how many tokens the engine generated.
        grammar: that the reply follows, or None.
    """

    prompt: list[int]
    text: str
    generate: int
    grammar: str | None


class Rival(Protocol):
    """A way of making calls."""

    name: str

    def run(self, tasks: Sequence[Task]) -> int:
        """Do the tasks of one call; how many tokens were generated."""
        ...

    def processor_time(self) -> float:
        """Seconds of processor time that another process has spent for it."""
        ...

    def close(self) -> None:
        """Free it."""
        ...


class HighLevel:
    """llama-cpp-python's `Llama` class as it comes: one sequence, one call at a time."""

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

    def run(self, tasks: Sequence[Task]) -> int:
        generated = 0
        for task in tasks:
            grammar = (
                llama_cpp.LlamaGrammar.from_string(task.grammar, verbose=False)
                if task.grammar
                else None
            )
            reply = self._llama.generate(task.prompt, temp=0.0, top_k=1, grammar=grammar)
            generated += sum(1 for _ in islice(reply, task.generate))
        return generated

    def processor_time(self) -> float:
        return 0.0

    def close(self) -> None:
        self._llama.close()


class _Served:
    """A server in a process of its own, asked over HTTP."""

    path = "/completion"
    at_once = 1

    def __init__(self, command: Sequence[str], port: int, ready: str) -> None:
        self._url = f"http://127.0.0.1:{port}"
        self._process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "GOMP_SPINCOUNT": "10000"},  # as Pincite has it
        )
        self._wait(ready)

    def run(self, tasks: Sequence[Task]) -> int:
        with ThreadPoolExecutor(self.at_once) as pool:
            answers = pool.map(self._post, [self.body(task) for task in tasks])
            return sum(map(self.generated, answers))

    def generated(self, answer: Answer) -> int:
        """How many tokens the server says it generated."""
        raise NotImplementedError

    def processor_time(self) -> float:
        spent = psutil.Process(self._process.pid).cpu_times()
        return float(spent.user + spent.system)

    def body(self, task: Task) -> dict[str, object]:
        """What the server is sent."""
        raise NotImplementedError

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(10)

    def _post(self, body: dict[str, object]) -> Answer:
        request = urllib.request.Request(
            self._url + self.path,
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=600) as answer:
            said: Answer = json.load(answer)
            return said

    def _wait(self, ready: str) -> None:
        for _ in range(1200):
            if self._process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(self._url + ready, timeout=1) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.1)
        self._process.kill()
        raise RuntimeError(f"{self._process.args!r} did not come up")


class LlamaServer(_Served):
    """llama.cpp's own server with 4 slots, asked by 4 threads."""

    name = "llama-server, 4 slots"
    at_once = 4

    def __init__(self, program: Path, model: Path, window: int, threads: int) -> None:
        port = _free_port()
        command = [str(program), "-m", str(model), "--port", str(port), "--parallel", "4"]
        command += ["-c", str(2 * window), "--kv-unified", "-fa", "on", "-t", str(threads)]
        super().__init__(command, port, "/health")

    def body(self, task: Task) -> dict[str, object]:
        body: dict[str, object] = {
            "prompt": task.prompt,
            "n_predict": task.generate,
            "temperature": 0.0,
            "cache_prompt": True,
        }
        return {**body, "grammar": task.grammar} if task.grammar else body

    def generated(self, answer: Answer) -> int:
        return int(answer["tokens_predicted"])


class PythonServer(_Served):
    """llama-cpp-python's server, which makes one call after the other."""

    name = "llama-cpp-python's server"
    path = "/v1/completions"

    def __init__(self, python: Path, model: Path, window: int, threads: int) -> None:
        port = _free_port()
        command = [str(python), "-m", "llama_cpp.server", "--model", str(model)]
        command += ["--port", str(port), "--n_ctx", str(window), "--flash_attn", "true"]
        command += ["--n_threads", str(threads), "--n_threads_batch", str(threads)]
        super().__init__(command, port, "/v1/models")

    def body(self, task: Task) -> dict[str, object]:
        body: dict[str, object] = {
            "prompt": task.text,
            "max_tokens": task.generate,
            "temperature": 0.0,
        }
        return {**body, "grammar": task.grammar} if task.grammar else body

    def generated(self, answer: Answer) -> int:
        return int(answer["usage"]["completion_tokens"])


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port

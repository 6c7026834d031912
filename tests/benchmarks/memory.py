"""Whether a model takes as much memory as was planned.

`python -m tests.benchmarks memory MODEL.gguf [--cells N ...] [--cache TYPE]` loads the model once
for each size of cache, in a process of its own, and prints what was planned and the most it took.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

SIZES = (2048, 8192, 16384, 32768)


@dataclass(frozen=True, slots=True)
class Need:
    """Bytes that a model was planned to take, and that its process took at most."""

    cells: int
    planned: int
    taken: int

    @property
    def ratio(self) -> float:
        """What was planned for each byte that was taken."""
        return self.planned / self.taken


def need(model: Path, cells: int, cache: str = "exact") -> Need:
    """Measure in a fresh process."""
    command = [sys.executable, "-m", "tests.benchmarks.memory", str(model)]
    command += ["--cells", str(cells), "--cache", cache, "--here"]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    return Need(**json.loads(run.stdout.splitlines()[-1]))


def need_here(model: Path, cells: int, cache: str) -> Need:
    """Measure in this process, which should have done nothing else."""
    # What Python and its modules take is there before a model is; what they take is not planned.
    import llama_cpp  # noqa: F401

    from app.engine.llama.context import ContextSettings, LlamaContext, Run
    from app.engine.llama.model import LlamaModel
    from app.engine.llama.plan import plan

    settings = ContextSettings(cells=cells, cache_type=cache)
    planned = plan(model, model.stat().st_size, settings)
    with _Peak() as peak:
        loaded = LlamaModel(model, 0, mapped=not planned.copied)
        context = LlamaContext(loaded, settings)
        piece = settings.batch // settings.sequences
        # The widest batch there is: every sequence with its share of it, and each wants logits.
        tokens = _tokens(piece, loaded.vocab_size)
        context.decode([Run(i, 0, tokens, True) for i in range(settings.sequences)])
        context.close()
        loaded.close()
    return Need(cells, planned.total, peak.grown)


def print_needs(model: Path, sizes: Sequence[int] = SIZES, cache: str = "exact") -> None:
    """Print a row for each size, as it comes."""
    for cells in sizes:
        found = need(model, cells, cache)
        what = f"memory with {cells:,} cells: planned {found.planned / 1e6:.0f} MB"
        print(f"{what:<58} {found.ratio:.2f} x the {found.taken / 1e6:.0f} MB taken", flush=True)


class _Peak:
    """The most memory this process holds meanwhile, beyond what it held before."""

    def __init__(self) -> None:
        self._process = psutil.Process()
        self._before = self._process.memory_info().rss
        self._most = self._before
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch)

    def __enter__(self) -> _Peak:
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._watcher.join()

    @property
    def grown(self) -> int:
        return self._most - self._before

    def _watch(self) -> None:
        while not self._over.wait(0.01):
            self._most = max(self._most, self._process.memory_info().rss)


def _tokens(count: int, vocabulary: int):  # type: ignore[no-untyped-def]
    import numpy as np

    return np.arange(100, 100 + count, dtype=np.int32) % vocabulary


def main() -> None:
    """Print the table, or one measurement as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks memory")
    parser.add_argument("model", type=Path)
    parser.add_argument("--cells", type=int, nargs="+", default=SIZES)
    parser.add_argument("--cache", default="exact")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        print(json.dumps(asdict(need_here(options.model, options.cells[0], options.cache))))
    else:
        print_needs(options.model, options.cells, options.cache)


if __name__ == "__main__":
    main()

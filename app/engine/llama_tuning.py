"""A short measurement of which settings run a model fastest on this machine."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace

import llama_cpp
import numpy as np
import psutil

from app.engine.llama_context import ContextSettings, LlamaContext, Run
from app.engine.llama_log import logger
from app.engine.llama_model import LlamaModel
from app.engine.tuning import Tuned, TuningFile

_READ = 128  # tokens
_GENERATED = 4
_LONGEST = 15.0  # seconds, after which the best so far is taken
_BATCHES = (32, 64)


def tuned_settings(
    model: LlamaModel, sha256: str, settings: ContextSettings, file: TuningFile
) -> ContextSettings:
    """Settings with the threads and batch that are fastest here, measured if not known.

    The key has what the measurement depends on, so that another processor or another version of
    llama.cpp is measured anew.
    """
    cores = psutil.cpu_count() or 1
    key = f"{sha256}/{llama_cpp.__version__}/{cores} processors/{settings.cache_type}"
    known = file.get(key)
    if known is None:
        known = measure(model, settings)
        file.put(key, known)
    logger.info("%s", known.described())
    return replace(settings, threads=known.threads, batch=known.batch)


def measure(model: LlamaModel, settings: ContextSettings) -> Tuned:
    """Try threads first, then batches, each time keeping the faster."""
    deadline = time.monotonic() + _LONGEST
    small = replace(settings, cells=1024, batch=_READ)
    best = _try(model, small)
    threads = [replace(small, threads=count) for count in _threads(settings.threads)]
    best = _better(model, best, threads, deadline)
    small = replace(small, threads=best.threads)
    batches = [replace(small, batch=size) for size in _BATCHES if size >= settings.sequences]
    best = _better(model, best, batches, deadline)
    # Larger batches than were measured read long prompts no slower, and cost some memory only.
    return best if best.batch < _READ else replace(best, batch=settings.batch)


def _better(
    model: LlamaModel, best: Tuned, candidates: Iterable[ContextSettings], deadline: float
) -> Tuned:
    """The fastest, unless it is hardly faster than what is known, or time is up."""
    for settings in candidates:
        if time.monotonic() > deadline:
            break
        tried = _try(model, settings)
        if _seconds(tried) < _seconds(best) * 0.97:
            best = tried
    return best


def _threads(first: int) -> list[int]:
    """Numbers of threads worth trying beside the first: all processors, one fewer, half."""
    logical = psutil.cpu_count() or first
    return [n for n in sorted({logical, first - 1, first // 2}, reverse=True) if 1 <= n != first]


def _seconds(tuned: Tuned) -> float:
    """How long a typical sub-call would take: 400 tokens read, 40 generated."""
    return 400 / tuned.read_speed + 40 / tuned.generate_speed


def _try(model: LlamaModel, settings: ContextSettings) -> Tuned:
    """Read and generate a little."""
    context = LlamaContext(model, settings)
    try:
        tokens = np.arange(100, 100 + _READ, dtype=np.int32) % model.vocab_size
        context.decode([Run(0, 0, tokens[:8], True)])
        begin = time.perf_counter()
        for start in range(8, _READ, settings.batch):
            context.decode([Run(0, start, tokens[start : start + settings.batch], True)])
        read = time.perf_counter() - begin
        begin = time.perf_counter()
        for i in range(_GENERATED):
            context.decode([Run(0, _READ + i, tokens[i : i + 1], True)])
        generated = time.perf_counter() - begin
    finally:
        context.close()
    return Tuned(
        threads=settings.threads,
        batch=settings.batch,
        read_speed=round((_READ - 8) / read, 1),
        generate_speed=round(_GENERATED / generated, 1),
    )

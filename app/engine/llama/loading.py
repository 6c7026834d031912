"""What is checked and decided before a model is loaded: file, place and memory."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

import llama_cpp

from app.engine.llama.context import ContextSettings
from app.engine.llama.plan import MemoryPlan, plan, require
from app.engine.machine.devices import Gpu, Placement, describe, gpus, place, usable_cores
from app.engine.machine.hardware import free_memory
from app.engine.machine.tuning import GPU, PROCESSOR
from app.engine.models.gguf import read_header
from app.errors import ModelError

BATCHES = {PROCESSOR: 128, GPU: 512}
"""Tokens computed in one go, by place: on a GPU large batches are much faster."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """How a model is to be loaded.

    Attributes:
        settings: of its context.
        plan: the memory it takes.
        placement: how much of it goes on a GPU.
        window: tokens of a prompt and its reply.
        gpus: those it may use.
    """

    settings: ContextSettings
    plan: MemoryPlan
    placement: Placement
    window: int
    gpus: tuple[Gpu, ...]

    @property
    def memory(self) -> int:
        """Bytes of main memory that it takes."""
        return _on_host(self.plan, self.placement)

    @property
    def hardware(self) -> str:
        """Where the model runs and why, in words, with what replies depend on to the last bit."""
        settings = self.settings
        where = describe(self.gpus, self.placement, self.plan.layers, settings.threads)
        other_cache = not self.placement.layers and settings.cache_type != "exact"
        cache = f"cache {settings.cache_type}" if other_cache else ""
        flash = "" if settings.flash_attention else "no flash attention"
        return "; ".join(part for part in (where, cache, flash) if part)

    def tuned(self, path: Path, settings: ContextSettings) -> Prepared:
        """The same with measured settings, once the weights are in memory.

        Without flash attention more is needed to compute; where that does not fit, it stays on.
        """
        if settings.flash_attention or not self.settings.flash_attention:
            return replace(self, settings=settings)
        found = plan(path, self.plan.weights, settings, self.placement.layers)
        if found.cache + found.buffers > free_memory():
            return replace(self, settings=replace(settings, flash_attention=True))
        return replace(self, settings=settings, plan=found)


def prepare(
    path: Path,
    name: str,
    window: int,
    wanted: ContextSettings,
    memory: int | None = None,
) -> Prepared:
    """Check that a model can be used here, and decide how.

    Args:
        path: the file, or the first of its parts.
        name: as shown to a person.
        window: tokens that are asked for.
        wanted: settings of the context; its cells are chosen here.
        memory: bytes of main memory that it may take; None for all that is free.

    Raises:
        ModelError: if the file is damaged, unknown, or too large for the memory that is free.
    """
    header = read_header(path)
    window = min(window, header.context or window)
    size = _whole_size(path, header.splits)
    placement = _placement(path, size, window, wanted)
    if placement.layers:
        wanted = replace(wanted, cache_type="f16")
    memory = free_memory() if memory is None else memory
    settings, found = _fit(path, size, name, window, wanted, placement, memory)
    return Prepared(settings, found, placement, window, gpus())


def least_memory(path: Path, window: int) -> int:
    """Bytes of main memory that a model takes with one window of cache.

    Raises:
        ModelError: if the file is damaged or unknown.
    """
    header = read_header(path)
    window = min(window, header.context or window)
    size = _whole_size(path, header.splits)
    settings = ContextSettings(cells=window)
    placement = _placement(path, size, window, settings)
    return _on_host(plan(path, size, settings, placement.layers), placement)


def default_threads() -> int:
    """As many threads as cores, unless PINCITE_THREADS says otherwise."""
    return threads_said() or usable_cores()


def threads_said() -> int:
    """The threads that PINCITE_THREADS asks for, or 0."""
    said = os.environ.get("PINCITE_THREADS", "")
    return int(said) if said.isdigit() else 0


def place_here() -> str:
    """Where models are put here, as far as the file of measurements tells places apart."""
    return GPU if gpus() else PROCESSOR


def _placement(path: Path, size: int, window: int, wanted: ContextSettings) -> Placement:
    """How many layers go on a GPU: as many as fit."""
    supported = bool(llama_cpp.llama_supports_gpu_offload())
    found = gpus()
    if not supported or not found:
        return place(found, supported, 0, 0, 0)
    needed = plan(path, size, replace(wanted, cells=2 * window, cache_type="f16"), gpu_layers=-1)
    return place(found, supported, needed.weights, needed.cache + needed.buffers, needed.layers)


def _fit(
    path: Path,
    size: int,
    name: str,
    window: int,
    wanted: ContextSettings,
    placement: Placement,
    memory: int,
) -> tuple[ContextSettings, MemoryPlan]:
    """The most cells, up to two windows, that fit an amount of memory."""
    for cells in (2 * window, window):
        settings = replace(wanted, cells=cells)
        found = plan(path, size, settings, placement.layers)
        if _on_host(found, placement) <= memory:
            return settings, found
    require(found, name, window, memory)
    return settings, found


def _on_host(found: MemoryPlan, placement: Placement) -> int:
    """Bytes of main memory that a model takes, given what is on a GPU."""
    if placement.layers < 0:
        return 0
    share = 1 - placement.layers / max(1, found.layers)
    return int(found.total * share)


def _whole_size(path: Path, parts: int) -> int:
    """Bytes of a model in all its files, which are numbered as llama.cpp numbers them."""
    if parts == 1:
        return path.stat().st_size
    names = [
        path.name.replace(f"-00001-of-{parts:05}", f"-{n:05}-of-{parts:05}")
        for n in range(1, parts + 1)
    ]
    missing = [part for part in names if not (path.parent / part).is_file()]
    if missing:
        raise ModelError(
            f"{path.name} is one of {parts} parts, and {missing[0]} is not beside it.",
            "Fetch the model again, or put all its parts into one folder.",
        )
    return sum((path.parent / part).stat().st_size for part in names)

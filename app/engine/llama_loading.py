"""What is checked and decided before a model is loaded: file, place and memory."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import llama_cpp
import psutil

from app.engine.gguf import read_header
from app.engine.llama_context import ContextSettings
from app.engine.llama_devices import Gpu, Placement, describe, gpus, place, usable_cores
from app.engine.llama_plan import MemoryPlan, plan, require
from app.errors import ModelError


@dataclass(frozen=True, slots=True)
class Prepared:
    """How a model is to be loaded.

    Attributes:
        settings: of its lanes.
        plan: the memory it takes.
        placement: how much of it goes on a GPU.
        window: tokens of a prompt and its reply.
        gpus: those it may use.
    """

    settings: tuple[ContextSettings, ...]
    plan: MemoryPlan
    placement: Placement
    window: int
    gpus: tuple[Gpu, ...]

    def hardware(self, threads: int) -> str:
        """Where the model runs and why, in words."""
        return describe(self.gpus, self.placement, self.plan.layers, threads)


def prepare(
    path: Path, name: str, window: int, threads: int, gpu_layers: int | None, cache_type: str | None
) -> Prepared:
    """Check that a model can be used here, and decide how.

    Args:
        path: the file, or the first of its parts.
        name: as shown to a person.
        window: tokens that are asked for.
        threads: CPU threads.
        gpu_layers: how many layers go on a GPU; None for as many as fit.
        cache_type: how what was read is kept; None for what suits the processor.

    Raises:
        ModelError: if the file is damaged, unknown, or too large for the memory that is free.
    """
    header = read_header(path)
    window = min(window, header.context or window)
    size = _whole_size(path, header.splits)
    wanted = ContextSettings(cells=window, threads=threads, cache_type=cache_type or "f16")
    placement = _placement(path, size, wanted, gpu_layers)
    two_lanes = cache_type is None and placement.layers == 0
    settings, found = _fit(path, size, name, _layouts(wanted, two_lanes), placement)
    return Prepared(settings, found, placement, window, gpus())


def default_threads() -> int:
    """As many threads as cores, unless PINCITE_THREADS says otherwise."""
    return threads_said() or usable_cores()


def threads_said() -> int:
    """The threads that PINCITE_THREADS asks for, or 0."""
    said = os.environ.get("PINCITE_THREADS", "")
    return int(said) if said.isdigit() else 0


def _placement(path: Path, size: int, wanted: ContextSettings, gpu_layers: int | None) -> Placement:
    """How many layers go on a GPU."""
    supported = bool(llama_cpp.llama_supports_gpu_offload())
    if gpu_layers == 0 and supported:
        return Placement(0, "the GPU is switched off in the settings")
    found = gpus()
    if not supported or not found:
        return place(found, supported, 0, 0, 0)
    if gpu_layers is not None:
        return Placement(gpu_layers)
    needed = plan(path, size, _layouts(wanted, two_lanes=False)[0], gpu_layers=-1)
    return place(found, supported, needed.weights, needed.cache + needed.buffers, needed.layers)


def _layouts(wanted: ContextSettings, two_lanes: bool) -> tuple[tuple[ContextSettings, ...], ...]:
    """The lanes a model may have, the best first, the one that takes least memory last."""
    if two_lanes:
        return (wanted, replace(wanted, cache_type="exact")), (wanted,)
    return (replace(wanted, cells=2 * wanted.cells),), (wanted,)


def _fit(
    path: Path,
    size: int,
    name: str,
    layouts: Sequence[tuple[ContextSettings, ...]],
    placement: Placement,
) -> tuple[tuple[ContextSettings, ...], MemoryPlan]:
    """The best lanes that fit the memory that is free."""
    available = int(psutil.virtual_memory().available)
    for settings in layouts:
        found = plan(path, size, settings, placement.layers)
        if _on_host(found, placement) <= available:
            return settings, found
    require(found, name, settings[0].cells, available)
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

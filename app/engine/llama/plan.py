"""How much memory a model will take, worked out by llama.cpp without taking it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import llama_cpp

from app.engine.llama.context import ContextSettings
from app.engine.llama.log import LOG, logger
from app.engine.llama.model import begun
from app.engine.machine.devices import gigabytes
from app.engine.models.offers import OVERHEAD
from app.errors import ModelError

# llama.cpp tells these sizes in its log only. The log is of the version that is pinned.
_CACHE = re.compile(r"size =\s*([\d.]+) MiB \(\s*\d+ cells")
_BUFFER = re.compile(r":\s+(\S+)\s+(?:compute|output) buffer size =\s*([\d.]+) MiB")
_NOT_REPACKED = re.compile(r"\(and (\d+) others\) cannot be used with preferred buffer type")
_TENSORS = re.compile(r"key-value pairs and (\d+) tensors")
_UNKNOWN = re.compile(r"unknown model architecture: '([^']*)'")
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class MemoryPlan:
    """What a model takes with given settings, in bytes.

    Attributes:
        weights: the model itself.
        cache: what it has read, for all cells.
        buffers: what it computes in.
        cells: tokens that the cache holds.
        layers: how many layers the model has.
        copied: whether weights are rearranged for this processor, so that mapping the file would
            keep them twice.
    """

    weights: int
    cache: int
    buffers: int
    cells: int
    layers: int = 0
    copied: bool = False

    @property
    def total(self) -> int:
        """All of it."""
        return self.weights + self.cache + self.buffers + OVERHEAD

    def cells_within(self, memory: int) -> int:
        """How many cells would fit an amount of memory; 0 or less where the weights do not."""
        rest = memory - self.weights - self.buffers - OVERHEAD
        return rest * self.cells // self.cache if self.cache else rest


def plan(path: Path, size: int, settings: ContextSettings, gpu_layers: int = 0) -> MemoryPlan:
    """Work out what a model file takes.

    Args:
        path: the file, or the first of its parts.
        size: bytes of all its parts.
        settings: of the context that is to be made.
        gpu_layers: how many layers go on a GPU.

    Raises:
        ModelError: if llama.cpp refuses the file, or it has no chat template.
    """
    params = begun(gpu_layers)
    params.load_mode = llama_cpp.LLAMA_LOAD_MODE_NONE
    params.no_alloc = True
    with LOG.capture() as lines:
        model = llama_cpp.llama_model_load_from_file(str(path).encode(), params)
        if not model:
            raise refusal(path, lines)
        layers = int(llama_cpp.llama_model_n_layer(model))
        template = llama_cpp.llama_model_chat_template(model, None)
        context = llama_cpp.llama_init_from_model(model, settings.native()) if template else None
        if context:
            llama_cpp.llama_free(context)
        llama_cpp.llama_model_free(model)
    if not template:
        raise ModelError(
            f"{path.name} has no chat template, so it can't be asked anything.",
            "Choose a model made for conversations; its name often ends in Instruct or Chat.",
        )
    if not context:
        raise refusal(path, lines)
    return _read("\n".join(lines), size, settings.cells, layers)


def refusal(path: Path, lines: list[str]) -> ModelError:
    """Why llama.cpp does not take a file, from what it logged."""
    unknown = _UNKNOWN.search("\n".join(lines))
    if unknown:
        return ModelError(
            f"{path.name} is a model of a kind that this version of llama.cpp does not know: "
            f"{unknown[1]}.",
            "Update Pincite, or choose another model.",
        )
    return ModelError(
        f"llama.cpp can't use {path.name}: {LOG.complaints() or 'it gave no reason'}.",
        "Verify or fetch the model again, or choose another.",
    )


def require(plan: MemoryPlan, name: str, window: int, available: int) -> None:
    """Refuse a model that would not fit.

    Raises:
        ModelError: with the numbers, and with what would fit.
    """
    if plan.total <= available:
        return
    fitting = min(window, plan.cells_within(available)) // 1024 * 1024
    hint = (
        f"A window of {fitting:,} tokens would fit."
        if fitting >= 2048
        else "Choose a smaller model, or close other programs."
    )
    raise ModelError(
        f"{name} needs {gigabytes(plan.total)} of memory with a window of {window:,} tokens "
        f"({gigabytes(plan.weights)} for the model, {gigabytes(plan.cache)} for what it reads, "
        f"{gigabytes(plan.buffers + OVERHEAD)} to compute), and {gigabytes(available)} is free.",
        hint,
    )


def _read(log: str, size: int, cells: int, layers: int) -> MemoryPlan:
    """Take the sizes out of llama.cpp's log."""
    caches = [float(found) for found in _CACHE.findall(log)]
    buffers = [float(found) for _, found in _BUFFER.findall(log)]
    if not caches or not buffers:
        logger.warning("The log tells no sizes: only the model's weights are checked.")
    tensors, kept = _TENSORS.search(log), _NOT_REPACKED.search(log)
    return MemoryPlan(
        weights=size,
        cache=int(sum(caches) * _MIB),
        buffers=int(sum(buffers) * _MIB),
        cells=cells,
        layers=layers,
        copied=bool(tensors and (not kept or int(kept[1]) + 1 < int(tensors[1]))),
    )

"""Where a model can run on this machine, and why it runs where it does, in words."""

from __future__ import annotations

import contextlib
import ctypes
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import llama_cpp
import psutil
from llama_cpp import _ggml

_GPU_KINDS = (1, 2)  # ggml_backend_dev_type: GPU, integrated GPU
_MAKERS = {"0x10de": "NVIDIA", "0x1002": "AMD", "0x8086": "Intel"}
_BUILDS = {"NVIDIA": "cuda", "AMD": "vulkan", "Intel": "vulkan"}
_CARDS = Path("/sys/class/drm")


@dataclass(frozen=True, slots=True)
class Gpu:
    """A graphics processor that llama.cpp can compute on.

    Attributes:
        name: llama.cpp's name for it, such as CUDA0.
        description: what its maker calls it.
        free: bytes of its memory that are free.
    """

    name: str
    description: str
    free: int


@dataclass(frozen=True, slots=True)
class Placement:
    """How much of a model goes on a GPU.

    Attributes:
        layers: how many of its layers; -1 for all.
        reason: why not more, as the end of a sentence; empty where all of them do.
    """

    layers: int
    reason: str = ""


def gpus() -> tuple[Gpu, ...]:
    """The graphics processors that this build of llama.cpp can use."""
    if not llama_cpp.llama_supports_gpu_offload():
        return ()
    library = _library()
    found = []
    for index in range(library.ggml_backend_dev_count()):
        device = library.ggml_backend_dev_get(index)
        if library.ggml_backend_dev_type(device) not in _GPU_KINDS:
            continue
        free, total = ctypes.c_size_t(), ctypes.c_size_t()
        library.ggml_backend_dev_memory(device, ctypes.byref(free), ctypes.byref(total))
        found.append(
            Gpu(
                library.ggml_backend_dev_name(device).decode("utf-8", "replace"),
                library.ggml_backend_dev_description(device).decode("utf-8", "replace"),
                free.value,
            )
        )
    return tuple(found)


def cards(folder: Path = _CARDS) -> tuple[str, ...]:
    """Makers of the graphics cards that Linux knows of, whether or not llama.cpp can use them."""
    found = []
    for file in sorted(folder.glob("card[0-9]*/device/vendor")):
        with contextlib.suppress(OSError):
            found.append(_MAKERS.get(file.read_text("ascii", "replace").strip(), ""))
    return tuple(dict.fromkeys(filter(None, found)))


def why_none(supported: bool, makers: Sequence[str]) -> str:
    """Why no GPU is used, and what could be done about it, as the end of a sentence.

    Args:
        supported: whether this build of llama.cpp can use any.
        makers: of the graphics cards that are there.
    """
    if not makers:
        return "no GPU was found" if supported else "this build of llama.cpp has no GPU support"
    card = f"{' and '.join(makers)} graphics here"
    if supported:
        return f"llama.cpp can't use the {card}; a driver may be missing"
    build = _BUILDS[makers[0]]
    return (
        f"this build of llama.cpp has no support for the {card}; "
        f"packaging/run.py --gpu {build} builds one that has"
    )


def place(
    found: Sequence[Gpu], supported: bool, weights: int, working: int, layers: int
) -> Placement:
    """How many layers of a model go on the GPUs there are.

    Args:
        found: the GPUs.
        supported: whether this build of llama.cpp can use any.
        weights: bytes of the model's weights.
        working: bytes of cache and buffers, which go where the layers go.
        layers: how many layers the model has.
    """
    if not supported or not found:
        return Placement(0, why_none(supported, cards()))
    free = int(sum(gpu.free for gpu in found) * 0.9)
    needed = weights + working
    if needed <= free:
        return Placement(-1)
    fitting = layers * free // needed
    reason = f"the model needs {gigabytes(needed)} and {gigabytes(free)} of GPU memory is free"
    return Placement(fitting, reason)


def describe(found: Sequence[Gpu], placement: Placement, layers: int, threads: int) -> str:
    """One sentence on where a model runs and why."""
    cpu = f"CPU, {threads} {'thread' if threads == 1 else 'threads'}"
    if placement.layers == 0:
        return f"{cpu}: {placement.reason}" if placement.reason else cpu
    gpu = " and ".join(f"{gpu.description} ({gpu.name})" for gpu in found) or "GPU"
    if placement.layers < 0 or placement.layers >= layers:
        return f"GPU {gpu}, all {layers} layers"
    rest = f"{placement.layers} of {layers} layers on GPU {gpu}, the rest on {cpu}"
    return f"{rest}: {placement.reason}" if placement.reason else rest


def usable_cores() -> int:
    """Physical cores this process may use: more threads than that wait for each other."""
    physical = psutil.cpu_count(logical=False) or 1
    if hasattr(os, "sched_getaffinity"):
        return max(1, min(physical, len(os.sched_getaffinity(0))))
    return physical


def gigabytes(count: int) -> str:
    """Bytes as a person reads them."""
    return f"{count / 1e9:.1f} GB"


def _library() -> ctypes.CDLL:
    """The part of llama.cpp that knows the devices, with the types of what is called here."""
    library = _ggml.libggml
    library.ggml_backend_dev_count.restype = ctypes.c_size_t
    library.ggml_backend_dev_get.argtypes = [ctypes.c_size_t]
    library.ggml_backend_dev_get.restype = ctypes.c_void_p
    for name, result in (
        ("ggml_backend_dev_name", ctypes.c_char_p),
        ("ggml_backend_dev_description", ctypes.c_char_p),
        ("ggml_backend_dev_type", ctypes.c_int),
    ):
        function = getattr(library, name)
        function.argtypes = [ctypes.c_void_p]
        function.restype = result
    size = ctypes.POINTER(ctypes.c_size_t)
    library.ggml_backend_dev_memory.argtypes = [ctypes.c_void_p, size, size]
    library.ggml_backend_dev_memory.restype = None
    loaded: ctypes.CDLL = library
    return loaded

"""What this machine has for a model: memory, a GPU, and how fast memory is read."""

from __future__ import annotations

import contextlib
import os
import platform
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import msgspec
import psutil

from app.engine.machine.library import require_llama
from app.errors import ModelError

_PIECE = 64 << 20  # bytes a thread reads at a time: far more than any cache holds
_SECONDS = 0.4
_MOST_PASSES = 200
_MEASUREMENTS = 5


@dataclass(frozen=True, slots=True)
class Machine:
    """This machine, as far as a model cares.

    Attributes:
        memory: bytes of main memory.
        free: bytes of it that a program could take now.
        gpu_free: bytes of GPU memory that are free; 0 where llama.cpp can use no GPU.
        bandwidth: bytes of main memory read in a second by all cores together.
    """

    memory: int
    free: int
    gpu_free: int
    bandwidth: float


class _Measured(msgspec.Struct, frozen=True):
    """The best of some measurements, and what they were of."""

    machine: str
    bandwidth: float = 0.0
    times: int = 0


def this_machine(notes: Path) -> Machine:
    """This machine now.

    How fast its memory is gets measured in half a second, the first few times that this is called:
    the best counts, as other programs only ever make it slower.

    Args:
        notes: a JSON file where the measurement is kept; delete it to have it made again.
    """
    memory = psutil.virtual_memory()
    return Machine(int(memory.total), int(memory.available), _gpu_free(), _bandwidth(notes))


def free_memory() -> int:
    """Bytes of main memory that a program could take now."""
    return int(psutil.virtual_memory().available)


def measure_bandwidth(threads: int, seconds: float = _SECONDS) -> float:
    """Bytes that so many threads read of main memory in a second, at their best.

    The best of many passes: what else runs on the machine only ever makes one slower.
    """
    # Here and not at the top: whoever lists models need not wait for it.
    import numpy as np

    passes = [_Pass(threads) for _ in range(_MOST_PASSES)]
    deadline = time.perf_counter() + seconds

    def read() -> None:
        mine = np.ones(_PIECE // 4, np.float32)
        for each in passes:
            each.together.wait()
            begin = time.perf_counter()
            mine.max()  # numpy lets go of the interpreter lock meanwhile
            each.times.append((begin, time.perf_counter()))
            each.together.wait()
            if each.times[0][1] > deadline:  # the same one for all threads, so all leave
                return

    readers = [threading.Thread(target=read, daemon=True) for _ in range(threads)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return max(threads * _PIECE / each.seconds for each in passes if each.times)


class _Pass:
    """All threads read once, as near to the same time as can be."""

    def __init__(self, threads: int) -> None:
        self.together = threading.Barrier(threads)
        self.times: list[tuple[float, float]] = []

    @property
    def seconds(self) -> float:
        """From where the first began to where the last ended."""
        return max(end for _, end in self.times) - min(begin for begin, _ in self.times)


def _bandwidth(notes: Path) -> float:
    cores = psutil.cpu_count(logical=False) or 1
    known = _Measured(f"{platform.node()} {platform.machine()} {cores} cores")
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        kept = msgspec.json.decode(notes.read_bytes(), type=_Measured)
        known = kept if kept.machine == known.machine else known
    if known.times >= _MEASUREMENTS:
        return known.bandwidth
    best = max(known.bandwidth, measure_bandwidth(cores))
    found = _Measured(known.machine, best, known.times + 1)
    with contextlib.suppress(OSError):  # it is measured again then
        notes.parent.mkdir(parents=True, exist_ok=True)
        part = notes.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(msgspec.json.format(msgspec.json.encode(found)))
        part.replace(notes)
    return best


def _gpu_free() -> int:
    try:
        require_llama()
    except ModelError:
        return 0  # it says so where a model is to be loaded
    # Here and not at the top: llama.cpp takes a while to load.
    from app.engine.machine.devices import gpus

    return sum(gpu.free for gpu in gpus())

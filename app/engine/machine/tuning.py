"""Settings that were measured once on this machine, kept for the next load of the same model."""

from __future__ import annotations

import contextlib
import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import psutil

PROCESSOR, GPU = "processor", "GPU"
"""Where a model runs: what is fastest there says nothing about the other."""

CacheType = Literal["exact", "f16", "q8_0"]
"""How what was read is kept: as `CACHE_TYPES` of the engine on llama.cpp says."""

Threads = Annotated[int, msgspec.Meta(ge=1, le=1024)]
Batch = Annotated[int, msgspec.Meta(ge=32, le=4096)]


class Chosen(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a person decided rather than a measurement; None leaves it to the measurement.

    Attributes:
        threads: CPU threads.
        batch: tokens computed in one go.
        flash_attention: whether attention is computed without its full matrix.
        cache_type: how what was read is kept.
    """

    threads: Threads | None = None
    batch: Batch | None = None
    flash_attention: bool | None = None
    cache_type: CacheType | None = None


class Tuned(msgspec.Struct, frozen=True, kw_only=True):
    """What ran fastest, and how fast.

    Attributes:
        threads: CPU threads.
        batch: tokens computed in one go.
        flash_attention: whether attention is computed without its full matrix.
        cache_type: how what was read is kept.
        read_speed: tokens of a prompt read in a second.
        generate_speed: tokens generated in a second.
        llama: version of llama-cpp-python it was measured with.
        doubted: whether calls were clearly faster than it, so that it is to be made once more; its
            speeds are then those of the calls.
    """

    threads: Threads
    batch: Batch
    flash_attention: bool = True
    cache_type: CacheType = "exact"
    read_speed: float
    generate_speed: float
    llama: str = ""
    doubted: bool = False

    def outrun(self, read_speed: float, generate_speed: float) -> Tuned:
        """What stands until it is measured again, once calls reached these speeds.

        A speed of 0 was not seen; what was faster already stays.
        """
        return msgspec.structs.replace(
            self,
            read_speed=round(max(self.read_speed, read_speed), 1),
            generate_speed=round(max(self.generate_speed, generate_speed), 1),
            doubted=True,
        )

    def again(self, measured: Tuned) -> Tuned:
        """What is kept once it was measured again: the faster of the two, doubted no more."""
        best = measured if measured.read_speed >= self.read_speed else self
        return msgspec.structs.replace(best, doubted=False)

    @property
    def described(self) -> str:
        """In words."""
        return (
            f"{self.threads} {'thread' if self.threads == 1 else 'threads'}, "
            f"flash attention {'on' if self.flash_attention else 'off'}, "
            f"cache {self.cache_type}, batches of {self.batch}: "
            f"reads {self.read_speed:.0f} and writes {self.generate_speed:.0f} tokens a second"
        )


class _Known(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is known of a model in one place."""

    chosen: Chosen = Chosen()
    measured: Tuned | None = None


_All = dict[str, dict[str, _Known]]


class TuningFile:
    """Measured settings by model and machine, in a JSON file that a person may edit or delete."""

    def __init__(self, path: Path) -> None:
        """Use a file, which need not be there yet."""
        self._path = path

    def get(self, sha256: str, place: str) -> Tuned | None:
        """What was measured for a model here, with this version of llama.cpp; None if nothing was.

        Args:
            sha256: of the model.
            place: `PROCESSOR` or `GPU`.
        """
        tuned = self._known(sha256, place).measured
        return tuned if tuned is not None and tuned.llama == llama_version() else None

    def measured(self, sha256: str) -> dict[str, Tuned]:
        """What was measured for a model here, by place."""
        found = {place: self.get(sha256, place) for place in (PROCESSOR, GPU)}
        return {place: tuned for place, tuned in found.items() if tuned is not None}

    def chosen(self, sha256: str, place: str) -> Chosen:
        """What a person decided for a model here."""
        return self._known(sha256, place).chosen

    def put(self, sha256: str, place: str, tuned: Tuned) -> None:
        """Keep a measurement. That it can't be written costs the next load a few seconds only."""
        with contextlib.suppress(OSError):
            self._put(sha256, place, _Known(chosen=self.chosen(sha256, place), measured=tuned))

    def choose(self, sha256: str, place: str, chosen: Chosen) -> None:
        """Decide for a model here; at its next load the rest is measured anew.

        Raises:
            OSError: if the file can't be written.
        """
        self._put(sha256, place, _Known(chosen=chosen))

    def _known(self, sha256: str, place: str) -> _Known:
        return self._read().get(sha256, {}).get(_key(place), _Known())

    def _put(self, sha256: str, place: str, known: _Known) -> None:
        everything = self._read()
        of_model = {**everything.get(sha256, {}), _key(place): known}
        text = msgspec.json.encode({**everything, sha256: of_model})
        part = self._path.with_suffix(f".{os.getpid()}.part")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(msgspec.json.format(text, indent=2))
        part.replace(self._path)

    def _read(self) -> _All:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=_All)
        except (OSError, msgspec.MsgspecError):
            return {}


def llama_version() -> str:
    """The version of llama-cpp-python, found without loading it."""
    try:
        return version("llama-cpp-python")
    except PackageNotFoundError:
        return ""


def _key(place: str) -> str:
    """This machine, as far as a measurement depends on it, and where on it the model runs."""
    cores = psutil.cpu_count() or 1
    return f"{platform.node()} {platform.machine()} {cores} processors, {place}"

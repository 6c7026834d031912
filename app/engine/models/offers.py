"""What each model of the list would mean on this machine: memory, speed, and whether it fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.engine.machine.hardware import Machine
from app.engine.machine.tuning import GPU, PROCESSOR, Tuned
from app.engine.models.catalogue import ModelEntry, Shape

OVERHEAD = 15_000_000
"""Bytes that the vocabulary and llama.cpp's own tables add: 1 to 10 million were measured."""

# What the buffers of llama.cpp come to, fitted to what it says for models of 0.1 to 1.5 billion
# weights with the settings of `ContextSettings`: two rows of logits for each of 32 sequences, what
# 128 tokens need between layers, and a mask of two bytes for each of them and each cell.
_LOGITS = 2 * 32 * 4
_BETWEEN = 1325
_MASK = 2 * 128
_STEP = 0.008  # seconds that a token costs however small the model is


class Fit(StrEnum):
    """Whether a model fits this machine."""

    GPU = "gpu"
    NOW = "now"
    LATER = "later"
    NEVER = "never"

    def described(self) -> str:
        """In words."""
        return {
            Fit.GPU: "fits the GPU",
            Fit.NOW: "fits",
            Fit.LATER: "fits once other programs are closed",
            Fit.NEVER: "too large for this machine",
        }[self]


@dataclass(frozen=True, slots=True)
class Offer:
    """A model, and what it would mean here.

    Attributes:
        entry: the model.
        here: whether it is on this machine.
        begun: bytes of it that an earlier fetch left, to go on from.
        memory: bytes that it takes to run, with its window.
        fit: whether it fits.
        speed: tokens it writes in a second; 0 where unknown. As measured where it would run, else
            as estimated for the processor.
        tuned: the measurement that the speed is of; None where it is an estimate.
        measured: how it ran best here, on the processor and on the GPU, as far as it was tried.
    """

    entry: ModelEntry
    here: bool
    begun: int
    memory: int
    fit: Fit
    speed: float
    tuned: Tuned | None = None
    measured: Mapping[str, Tuned] = field(default_factory=dict)

    @property
    def speed_rounded(self) -> float:
        """The speed with no more figures than are known of it."""
        if self.tuned is not None:
            return round(self.speed, 1 if self.speed < 10 else None)
        if self.speed < 3:
            return round(self.speed, 1)
        return round(self.speed, -1 if round(self.speed) > 20 else None)

    @property
    def speed_said(self) -> str:
        """The speed in words, with whether it was measured; "" where it is unknown."""
        if not self.speed:
            return ""
        words = f"{self.speed_rounded:g} tokens a second"
        return f"{words}, measured" if self.tuned else f"about {words}, estimated"


def offer(
    entry: ModelEntry,
    here: bool,
    begun: int,
    machine: Machine,
    measured: Mapping[str, Tuned] | None = None,
) -> Offer:
    """What a model would mean on a machine, where it may have been measured."""
    measured = measured or {}
    memory = memory_needed(entry)
    # Where a GPU can be used, a model that was loaded ran there, if only in part.
    tuned = (measured.get(GPU) if machine.gpu_free else None) or measured.get(PROCESSOR)
    pace = tuned.generate_speed if tuned is not None else speed(entry, machine)
    return Offer(entry, here, begun, memory, _fit(memory, machine), pace, tuned, measured)


def memory_needed(entry: ModelEntry) -> int:
    """Bytes that a model takes with one window of cache: its file, cache, buffers and tables."""
    if entry.kind != "chat":
        return 2 * entry.size + OVERHEAD
    shape = entry.shape
    if shape is None:  # a file of the user's own that does not say: rather too much
        return entry.size + entry.size // 4 + 200_000_000
    buffers = _LOGITS * shape.vocabulary + _BETWEEN * shape.feed_forward + _MASK * entry.window
    return entry.size + cache_needed(shape, entry.window) + buffers + OVERHEAD


def cache_needed(shape: Shape, cells: int) -> int:
    """Bytes of cache for so many tokens, at two bytes a value."""
    return 2 * shape.kept * cells


def speed(entry: ModelEntry, machine: Machine) -> float:
    """Tokens written in a second, from the bytes that have to be read for each; 0 if unknown.

    A model of experts reads only those it needs for a token.
    """
    if entry.kind != "chat" or not entry.parameters:
        return 0.0
    share = (entry.active or entry.parameters) / entry.parameters
    return 1 / (entry.size * share / machine.bandwidth + _STEP)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two models at once: what they mean here, in bytes.

    Attributes:
        root: needed by the one that leads.
        reader: needed by the one that reads, beside it.
        free: what can be had.
        fits: whether both fit that, or the GPU.
        possible: whether they would with other programs closed.
    """

    root: int
    reader: int
    free: int
    fits: bool
    possible: bool

    @property
    def both(self) -> int:
        """Needed in all."""
        return self.root + self.reader

    @staticmethod
    def of(root: ModelEntry, reader: ModelEntry, machine: Machine) -> Pair:
        """What two models mean on a machine."""
        needs = memory_needed(root), memory_needed(reader)
        fit = _fit(sum(needs), machine)
        fits, possible = fit in (Fit.GPU, Fit.NOW), fit is not Fit.NEVER
        return Pair(*needs, machine.free, fits, possible)


def _fit(memory: int, machine: Machine) -> Fit:
    if memory <= machine.gpu_free:
        return Fit.GPU
    if memory <= machine.free:
        return Fit.NOW
    # A desktop and its services need something for themselves.
    return Fit.LATER if memory <= machine.memory * 0.85 else Fit.NEVER

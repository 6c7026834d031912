"""How far a fetch, or a check, of a model's files has come."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FetchProgress:
    """How far a fetch, or a check, has come.

    Attributes:
        done: bytes of the model that are there.
        total: bytes of the model.
        rate: bytes a second over the last few seconds; 0 while nothing comes.
        what: what is going on, in words.
    """

    done: int
    total: int
    rate: float
    what: str


OnProgress = Callable[[FetchProgress], None]


def no_progress(progress: FetchProgress) -> None:
    """For callers who don't want to be told."""


class Meter:
    """Turns byte counts into progress: at most ten reports a second, with a smoothed rate.

    Attributes:
        base: bytes of files that are already finished, added to every count.
    """

    _EVERY = 0.1
    _WINDOW = 4.0

    def __init__(
        self,
        total: int,
        on_progress: OnProgress,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.base = 0
        self._total = total
        self._report = on_progress
        self._clock = clock
        self._samples: list[tuple[float, int]] = []
        self._last = float("-inf")
        self._what = ""

    def at(self, done: int, what: str) -> None:
        """`done` bytes of the current file are there."""
        now = self._clock()
        changed = what != self._what
        if changed:
            self._samples.clear()
            self._what = what
        if not changed and now - self._last < self._EVERY:
            return
        self._last = now
        self._samples.append((now, done))
        while len(self._samples) > 2 and now - self._samples[0][0] > self._WINDOW:
            self._samples.pop(0)
        first, start = self._samples[0]
        rate = max(0.0, (done - start) / (now - first)) if now > first else 0.0
        self._report(FetchProgress(self.base + done, self._total, rate, what))

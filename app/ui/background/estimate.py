"""How long something will take, by how fast it has gone so far."""

from __future__ import annotations

import time
from collections.abc import Callable

_ENOUGH = 1.0
"""Seconds before there is something to tell by."""


class Estimate:
    """Looks at how much of something is done, in any unit, and tells when all will be."""

    def __init__(self, done: float = 0.0, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin now, where so much is done already."""
        self._clock = clock
        self._first = done
        self._since = clock()

    def left(self, done: float, total: float) -> float | None:
        """The seconds that are left; None while that can't be told."""
        taken = self._clock() - self._since
        if done <= self._first or taken < _ENOUGH:
            return None
        return max(0.0, taken * (total - done) / (done - self._first))

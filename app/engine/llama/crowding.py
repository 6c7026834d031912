"""How many threads to compute with while other programs want the processor as well.

The threads of llama.cpp wait for each other after every step, hundreds of times a token. Where one
of them has to wait for a core, all others do. Beside one busy process on two cores a 1.5B model
wrote three times as fast with one thread as with two, and read as fast; beside two it read 1.2
times as fast. Threads share the rows of a product, not its sums: results are the same to the bit.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

import psutil

_SPAN = 0.5
"""Seconds over which use of the processor is taken; shorter ones tell what a moment was like."""

_FULL = 0.95
"""The share of all cores in use from which processes wait for one another."""

_FEW = 16
"""Tokens of a batch up to which it takes as many steps, each shorter: replies being written."""

_WRITING, _READING = 0.5, 1.1
"""The share of a core that a thread may lack before one thread less is faster."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Processor time used since some moment, in seconds.

    Attributes:
        all: by all processes of the machine that wait for nobody, over all cores.
        own: by this process.
    """

    all: float
    own: float


def spent() -> Spent:
    """The processor time used so far. What runs with lower priority takes nothing from us."""
    times = psutil.cpu_times()
    waited = {"idle", "iowait", "steal", "nice", "guest", "guest_nice"}
    busy = sum(seconds for name, seconds in times._asdict().items() if name not in waited)
    return Spent(busy, time.process_time())


class Crowding:
    """Tells, batch by batch, how many threads are worth using."""

    def __init__(
        self,
        most: int,
        cores: int | None = None,
        clock: Callable[[], float] = time.monotonic,
        spent: Callable[[], Spent] = spent,
    ) -> None:
        """Begin as if nothing else ran.

        Args:
            most: threads, where nothing else runs.
            cores: that the machine has; None to look.
            clock: tells seconds.
            spent: tells what was used of the processor.
        """
        self._most = most
        self._cores = cores or psutil.cpu_count() or most
        self._clock, self._spent = clock, spent
        self._at, self._before = clock(), spent()
        self._used = most
        self._wanted = 0.0

    def threads(self, tokens: int) -> int:
        """The threads for a batch of so many tokens."""
        now = self._clock()
        if self._most > 1 and now - self._at >= _SPAN:
            after = self._spent()
            self._wanted = self._by_others(now - self._at, after)
            self._at, self._before = now, after
        lacking = _WRITING if tokens <= _FEW else _READING
        left = math.floor(self._cores - self._wanted + lacking)
        self._used = max(1, min(self._most, left))
        return self._used

    def _by_others(self, seconds: float, after: Spent) -> float:
        """How many cores other processes would use if we used none."""
        own = (after.own - self._before.own) / seconds
        others = max(0.0, (after.all - self._before.all) / seconds - own)
        if own + others < _FULL * self._cores or others >= self._cores:
            return others
        # All cores are in use: each that wants one gets the same share of it.
        return others * self._used / max(self._cores - others, 0.1)

"""How long filling a table will take: by earlier runs before it begins, by its own pace after."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from statistics import median

from app.recursion.budget import Depth
from app.sessions.rows import SessionRow

_RECENT = 20
_ENDED = ("answered", "not_found")


def usual_seconds(sessions: Sequence[SessionRow], depth: Depth) -> float | None:
    """What a run of this depth has usually taken of late, or None where none has ended."""
    runs = [run for session in sessions for run in session.runs]
    runs = [run for run in runs if run.status in _ENDED and run.depth == depth.value]
    runs.sort(key=lambda run: run.started, reverse=True)
    return median(run.seconds for run in runs[:_RECENT]) if runs else None


class Pace:
    """What is left of the time that a table takes, from how fast its cells have come so far."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun = clock()
        self._done = 0

    def cell_done(self) -> None:
        """One more cell has been answered."""
        self._done += 1

    def left(self, cells: int) -> float | None:
        """Seconds for so many more cells; None before the first."""
        if not self._done:
            return None
        return cells * (self._clock() - self._begun) / self._done

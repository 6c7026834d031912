"""How long the main thread is away from its event loop while something goes on."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer

TICK_MS = 5


class Pulse(QObject):
    """A timer on the main thread that notes the gaps between its ticks.

    A gap is how long the thread could not have drawn a frame or answered a key. The tick itself is
    taken off: an idle thread has gaps of about 0.

    Attributes:
        gaps: seconds, in order.
        work: seconds of processor time that the thread itself used in each gap: what is left of a
            gap where other programs don't take the processor away.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gaps: list[float] = []
        self.work: list[float] = []
        self._last = 0.0
        self._used = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to measure."""
        self.gaps.clear()
        self.work.clear()
        self._last = time.perf_counter()
        self._used = time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """End measuring."""
        self._timer.stop()

    @property
    def largest(self) -> float:
        """The longest gap, in seconds."""
        return max(self.gaps, default=0.0)

    @property
    def longest_work(self) -> float:
        """The most processor time that the thread used between two ticks, in seconds."""
        return max(self.work, default=0.0)

    def share(self, share: float) -> float:
        """The gap that this share of all gaps stays below, in seconds."""
        return quantile(self.gaps, share)

    def _tick(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        self.gaps.append(max(0.0, now - self._last - TICK_MS / 1000))
        self.work.append(used - self._used)
        self._last, self._used = now, used


def quantile(values: list[float], share: float) -> float:
    """The value that this share of all values stays below; 0 where there are none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0

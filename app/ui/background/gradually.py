"""Builds what is long a little at a time, so that the window stays at hand meanwhile."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

FIRST = 8
"""So many pieces are built at once: more than fit a panel are rarely needed in the same frame."""

_BURST_SECONDS = 0.008


class Gradually(QObject):
    """Builds the first pieces at once, and the others between frames, in their order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._build_some)

    def build(self, pieces: Iterable[Callable[[], None]]) -> None:
        """Build these, in place of what still waits."""
        self._waiting = deque(pieces)
        for _ in range(min(FIRST, len(self._waiting))):
            self._waiting.popleft()()
        if self._waiting:
            self._timer.start(0)
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Build no more."""
        self._waiting.clear()
        self._timer.stop()

    def _build_some(self) -> None:
        ends = time.monotonic() + _BURST_SECONDS
        while self._waiting and time.monotonic() < ends:
            self._waiting.popleft()()
        if not self._waiting:
            self._timer.stop()

"""Plays the events of a finished run again, at a pace that eyes can follow."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from app.recursion.events import Event, FindingChecked, PartReady, SliceRead

STEP_MS = 120


class Replay(QObject):
    """Hands on one event that shows something after another.

    Attributes:
        show: called with each event.
        over: called after the last one; not where it was stopped before.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.show: Callable[[Event], None] = lambda event: None
        self.over: Callable[[], None] = lambda: None
        self._waiting: deque[Event] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)

    @property
    def playing(self) -> bool:
        """Whether one goes on."""
        return self._timer.isActive()

    def play(self, events: Iterable[Event]) -> None:
        """Begin with the first of these."""
        self._waiting = deque(events)
        self._timer.start()

    def stop(self) -> None:
        """End it where it is."""
        self._timer.stop()
        self._waiting.clear()

    def _step(self) -> None:
        """The next event; those that show nothing pass at once."""
        while self._waiting:
            event = self._waiting.popleft()
            self.show(event)
            if isinstance(event, SliceRead | FindingChecked | PartReady):
                return
        self._timer.stop()
        self.over()

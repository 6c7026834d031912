"""Events of a run on their way to the screen: by the hundred they come, a few a frame they go."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.recursion.events import Event

_FRAME_MS = 16
_BURST_SECONDS = 0.008


class EventInbox(QObject):
    """Hands events on between frames, for half a frame at most each time.

    Attributes:
        show: called with each event.
        after: called after each burst.
        empty: called when the last event has been shown.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Event] = deque()
        self.show: Callable[[Event], None] = lambda event: None
        self.after: Callable[[], None] = lambda: None
        self.empty: Callable[[], None] = lambda: None
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._show_some)

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def put(self, event: Event) -> None:
        """Take one more event."""
        self._waiting.append(event)
        if not self._timer.isActive():
            self._timer.start()

    def clear(self) -> None:
        """Drop what waits."""
        self._waiting.clear()

    def _show_some(self) -> None:
        ends = time.monotonic() + _BURST_SECONDS
        while self._waiting:
            self.show(self._waiting.popleft())
            if time.monotonic() > ends:
                break
        self.after()
        if not self._waiting:
            self._timer.stop()
            self.empty()

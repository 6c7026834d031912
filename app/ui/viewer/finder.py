"""Runs a find over the document on show, in short turns of the event loop."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.ui.viewer.finding import matches, pattern
from app.ui.viewer.spans import Range

TURN_SECONDS = 0.006
MOST = 200_000


class Finder(QObject):
    """Holds the matches and which of them is the current one.

    Attributes:
        ranges: the matches found so far, in order.
        current: the index of the current match, or None.

    Signals:
        changed: matches or the current one changed.
        moved: the current match is another one, and should be shown.
        finished: all of the text was searched.
    """

    changed = Signal()
    moved = Signal()
    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ranges: list[Range] = []
        self.current: int | None = None
        self._job: Iterator[list[Range]] | None = None
        self._origin = 0
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._turn)

    @property
    def busy(self) -> bool:
        """Whether there is text left to search."""
        return self._job is not None

    @property
    def range(self) -> Range | None:
        """The current match."""
        return self.ranges[self.current] if self.current is not None else None

    def clear(self) -> None:
        """Forget the matches and stop looking."""
        self._turns.stop()
        self._job = None
        self.ranges = []
        self.current = None
        self.changed.emit()

    def start(self, text: str, wanted: str, case: bool, whole_words: bool, origin: int) -> None:
        """Look for `wanted`; the first match from offset `origin` on becomes the current one."""
        self._turns.stop()
        self.ranges = []
        self.current = None
        self._origin = origin
        looked_for = pattern(wanted, case=case, whole_words=whole_words)
        if looked_for is None:
            self.clear()
            return
        self._job = matches(text, looked_for)
        self._turns.start()
        self._turn()

    def step(self, by: int) -> None:
        """Go to the next match with 1, to the one before with -1; the ends join."""
        if self.ranges:
            at = self.current if self.current is not None else (-1 if by > 0 else 0)
            self.current = (at + by) % len(self.ranges)
            self.changed.emit()
            self.moved.emit()

    @Slot()
    def _turn(self) -> None:
        until = time.monotonic() + TURN_SECONDS
        while self._job is not None and time.monotonic() < until:
            found = next(self._job, None)
            if found is None or len(self.ranges) >= MOST:
                self._job = None
                self._turns.stop()
            else:
                self.ranges.extend(found)
        self._settle()

    def _settle(self) -> None:
        """Choose the current match once it is known, and tell how things stand."""
        if self.current is None and self.ranges:
            at = bisect_left(self.ranges, self._origin, key=lambda r: r[0])
            if at < len(self.ranges) or not self.busy:
                self.current = at % len(self.ranges)
                self.changed.emit()
                self.moved.emit()
        if not self.busy:
            self.changed.emit()
            self.finished.emit()

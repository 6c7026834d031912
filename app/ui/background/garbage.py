"""Has Python's garbage collected on the main thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 500
_GROWN = 1.25
"""All is looked through once so much more is there than last time, as Python does by itself."""


class Garbage(QObject):
    """Collects between events, in place of Python, which collects wherever it happens to be.

    A worker that came upon a Qt object would destroy it in its own thread. With a timer in it, or
    on the screen, that brings the program down.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = 0
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(PAUSE_MS)
        timer.timeout.connect(self._look)
        timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        gc.enable()

    def _look(self) -> None:
        """Collect what Python would have collected by now; the old seldom, for that takes long."""
        young, middle, old = (
            bool(most) and count > most
            for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if old and len(gc.get_objects(generation=2)) > _GROWN * self._kept:
            gc.collect()
            self._kept = len(gc.get_objects(generation=2))
        elif middle:
            gc.collect(1)
        elif young:
            gc.collect(0)

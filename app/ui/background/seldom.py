"""Tells of what changes all the time, but not each time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 100
"""Eyes follow ten changes a second, and a list of hundreds is laid out anew at each."""


class Seldom(QObject):
    """Calls at once what is asked for, and then not again for a while, however often it is asked.

    What is asked meanwhile is called once, when the while is over: nothing stays untold.
    """

    def __init__(self, call: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._call = call
        self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._over)

    def ask(self) -> None:
        """Call it now, or once the last call is long enough ago."""
        if self._timer.isActive():
            self._again = True
        else:
            self._timer.start()
            self._call()

    def stop(self) -> None:
        """Forget what was asked for."""
        self._again = False
        self._timer.stop()

    def _over(self) -> None:
        if self._again:
            self._again = False
            self._timer.start()
            self._call()

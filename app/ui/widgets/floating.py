"""Keeps what floats over a widget in its place, however large that one becomes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class KeptInPlace(QObject):
    """Has a floating widget placed anew whenever the one below it was resized."""

    def __init__(self, floating: QWidget, over: QWidget, place: Callable[[], None]) -> None:
        super().__init__(floating)
        self._place = place
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what is resized, and let it be."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

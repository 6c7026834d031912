"""Asks before another matter ends the run that goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.ui.widgets.choice_box import ChoiceBox


class Leaving(QObject):
    """Asks whether the run is to be stopped."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask(self, go_on: Callable[[], None]) -> None:
        """Ask; `go_on` is called if the run is to be stopped."""
        box = ChoiceBox(
            self.tr("A run is going on"),
            self.tr("Opening another matter stops the run that is going on."),
            self.tr("What it has found so far is kept in this matter."),
            self._window,
        )
        box.offer(self.tr("&Stop the run"), go_on)
        box.open()

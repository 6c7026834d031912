"""Asks before another matter ends the run that goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget


class Leaving(QObject):
    """Asks whether the run is to be stopped.

    Attributes:
        box: the question that is open, or was last.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._stop: QPushButton | None = None
        self._go_on: Callable[[], None] = lambda: None
        self.box: QMessageBox | None = None

    def ask(self, go_on: Callable[[], None]) -> None:
        """Ask; `go_on` is called if the run is to be stopped."""
        self._go_on = go_on
        box = self.box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("A run is going on"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Opening another matter stops the run that is going on."))
        box.setInformativeText(self.tr("What it has found so far is kept in this matter."))
        self._stop = box.addButton(self.tr("&Stop the run"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.buttonClicked.connect(self._answered)
        box.open()

    def _answered(self, button: QPushButton) -> None:
        if button is self._stop:
            self._go_on()

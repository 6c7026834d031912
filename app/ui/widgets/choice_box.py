"""A small dialog that asks what is to be done; Cancel is what Return and Esc choose."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget


class ChoiceBox(QMessageBox):
    """Asks without holding the window up, and deletes itself once it was answered."""

    def __init__(self, title: str, text: str, below: str, parent: QWidget) -> None:
        """`text` is shown as it is, whatever it holds; `below` stands under it, smaller."""
        super().__init__(parent)
        self._calls: dict[QAbstractButton, Callable[[], object]] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setInformativeText(below)
        stay = self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(stay)
        self.setEscapeButton(stay)
        self.buttonClicked.connect(self._chosen)

    def offer(
        self,
        text: str,
        call: Callable[[], object],
        role: QMessageBox.ButtonRole = QMessageBox.ButtonRole.AcceptRole,
    ) -> None:
        """Add a button; `call` is called once it was chosen."""
        self._calls[self.addButton(text, role)] = call

    def _chosen(self, button: QAbstractButton) -> None:
        call = self._calls.get(button)
        if call is not None:
            call()

"""The grid in which the table and the chronology stand."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from app.ui.widgets.basic import name


class Grid(QTableView):
    """Cells that open at a click; Return and space open the one with the focus.

    Signals:
        opened: the index of a cell.
    """

    opened = Signal(QModelIndex)

    def __init__(self, model: QAbstractTableModel, spoken: str) -> None:
        """`spoken` is its name for screen readers."""
        super().__init__()
        name(self, spoken)
        self.setModel(model)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and space open a cell."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and not event.modifiers() and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

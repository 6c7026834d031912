"""A list of items of a few lines each: documents, runs, marks, models."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.ui.appearance.icons import Icons
from app.ui.widgets.basic import name
from app.ui.widgets.list_delegate import ListDelegate


class CardList(QListView):
    """A list of two-line items; Return activates, Delete asks to remove.

    Signals:
        delete_pressed: Delete was pressed on the current item.
    """

    delete_pressed = Signal()

    def __init__(self, title_lines: int, icons: Icons, spoken: str, lines_below: int = 1) -> None:
        """The most lines of a title, and of what stands below it; its name as it is spoken."""
        super().__init__()
        # Hundreds of documents are laid out anew at each change; then one is measured for all.
        self.setUniformItemSizes(title_lines == lines_below == 1)
        self.setItemDelegate(ListDelegate(icons, self, title_lines, lines_below))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        name(self, spoken)
        icons.appearance.changed.connect(self._restyled)

    def choose(self, index: QModelIndex) -> None:
        """Make an item the current one, and the only one that is selected.

        The view's own method would look whether Ctrl is down, as it may be after Ctrl+Return.
        """
        one = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, one)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return activates on every desktop; Delete is told."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
            return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
            return
        super().keyPressEvent(event)

    def _restyled(self) -> None:
        self.scheduleDelayedItemsLayout()

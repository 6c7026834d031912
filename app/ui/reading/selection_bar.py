"""A small bar beside a fresh selection: what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFrame

from app.ui.viewer import DocumentViewer
from app.ui.widgets.buttons import action_button
from app.ui.widgets.layouts import row

SOON_MS = 180
"""A selection that still grows is left alone."""


class SelectionBar(QFrame):
    """Floats above the first line of the selection, and goes when the view moves."""

    def __init__(self, viewer: DocumentViewer, actions: Sequence[QAction]) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self.setObjectName("popover")
        self.setAccessibleName(self.tr("What to do with the selection"))
        self.buttons = [action_button(action, 17) for action in actions]
        for action in actions:
            action.triggered.connect(self.hide)  # By key, too: it would stand in the way.
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = row(*self.buttons, margins=(4, 3, 4, 3))
        inside.setSpacing(2)
        self.setLayout(inside)
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._appear)
        viewer.selectionChanged.connect(self._changed)
        viewer.viewMoved.connect(self.hide)
        viewer.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the viewer goes."""
        if event.type() in (QEvent.Type.Hide, QEvent.Type.Resize):
            self.hide()
        return False

    def _changed(self, span: object) -> None:
        self.hide()
        if span is None:
            self._soon.stop()
        else:
            self._soon.start()

    def _appear(self) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._soon.start()
            return
        span = self._viewer.selection
        line = self._viewer.line_of(span) if span is not None else None
        if line is None:
            return
        self.adjustSize()
        room = self._viewer.rect()
        x = max(6, min(line.left(), room.width() - self.width() - 30))
        above = line.top() - self.height() - 6
        y = above if above > 4 else line.bottom() + 6
        if not 0 < line.center().y() < room.height():
            return
        self.move(x, y)
        self.show()
        self.raise_()

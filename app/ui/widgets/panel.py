"""What a panel is made of: its ground, and the headings of its parts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from app.ui.widgets.basic import EDGE, label
from app.ui.widgets.layouts import row

_SECTION = 42
"""Pixels that the heading of a panel is high."""


class Panel(QWidget):
    """A widget that paints the panel's ground, which a bare `QWidget` would not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        super().paintEvent(event)


class Section(QFrame):
    """The heading of a part of a panel: a title, and buttons at its right.

    Attributes:
        title: the label.
    """

    def __init__(self, title: str, *buttons: QAbstractButton) -> None:
        super().__init__()
        self.title = label(title, "section")
        layout = row(self.title, 0, *buttons, margins=(EDGE, 8, 8, 4))
        layout.setSpacing(2)
        self.setLayout(layout)
        self.setMinimumHeight(_SECTION)  # With buttons or without: titles stand at one height.

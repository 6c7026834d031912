"""Questions that are suggested as long as there is no answer to show."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from app.ui.appearance.icons import Icons
from app.ui.widgets.basic import label
from app.ui.widgets.layouts import row
from app.ui.widgets.picture import Picture


class Suggestion(QAbstractButton):
    """A suggested question: words that wrap, clicked as a whole.

    Signals:
        chosen: the question.
    """

    chosen = Signal(str)

    def __init__(self, question: str, icons: Icons) -> None:
        super().__init__()
        self.setText(question)
        self.setAccessibleName(question)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("suggestion")
        icon = Picture(icons, 14, "chat", "accent")
        words = label(question, "", wrap=True)
        layout = row(icon, words, margins=(10, 7, 10, 7))
        layout.setSpacing(8)
        layout.setStretch(1, 1)
        layout.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        self.clicked.connect(self._tell)
        self._appearance = icons.appearance

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card's ground, and its edge stronger under the pointer or with the focus."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.underMouse() or self.hasFocus()
        painter.setPen(theme.colour("accent_border" if strong else "border"))
        painter.setBrush(theme.colour("hover" if self.isDown() else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _tell(self) -> None:
        self.chosen.emit(self.text())

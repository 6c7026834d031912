"""Shows that files can be dropped, while they are dragged over an open document."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.appearance.icons import Icons
from app.ui.widgets.basic import label
from app.ui.widgets.floating import KeptInPlace
from app.ui.widgets.layouts import column, row
from app.ui.widgets.picture import Picture

_EDGE = 3


class DropSign(QFrame):
    """A frame around what is read, and in its middle a card that says what a drop would do.

    Attributes:
        words: what it says.
    """

    def __init__(self, icons: Icons, over: QWidget) -> None:
        """`over`: the widget that it covers."""
        super().__init__(over)
        self.setObjectName("dropSign")
        # The window takes what is dropped; nothing may come between.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = over
        self.picture = Picture(icons, 40, "file-plus", "accent")
        self.words = label("", "heading")
        for part in (self.picture, self.words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = QFrame()
        card.setObjectName("drop")
        card.setProperty("hot", True)
        card.setLayout(column(self.picture, self.words, margins=(32, 22, 32, 24)))
        self.setLayout(column(0, row(0, card, 0), 0))
        KeptInPlace(self, over, self._place)
        self.hide()

    def show_words(self, words: str) -> None:
        """Appear, with these words."""
        self.words.setText(words)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        self.setGeometry(self._over.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))

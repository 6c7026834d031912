"""Labels, and what is set on a widget of any kind: its name as it is spoken, its style."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QResizeEvent,
)
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QSizePolicy, QWidget

EDGE = 14
"""Pixels between a panel's edge and its words; headings and empty panels share it."""


def label(text: str = "", role: str = "", wrap: bool = False, selectable: bool = False) -> QLabel:
    """A label in one of the style sheet's roles."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    if selectable:
        # With the keyboard's flag it takes the focus when clicked: without, no key could copy it.
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


def nothing(text: str = "") -> QLabel:
    """The words that stand in a panel's place while it has nothing to show."""
    words = label(text, "faint", wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignTop)
    words.setContentsMargins(EDGE, 6, EDGE, 6)
    return words


def restyle(widget: QWidget, **properties: object) -> None:
    """Set properties that the style sheet looks at, and have it look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def rule(vertical: bool = False) -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setObjectName("vrule" if vertical else "rule")
    return line


def name(widget: QWidget, spoken: str, tip: str = "") -> QWidget:
    """Give a widget the name that a screen reader says, and a tooltip; hands the widget back."""
    widget.setAccessibleName(spoken)
    if isinstance(widget, QComboBox):
        # On Linux its name is what is chosen in it, and the name it was given is not said.
        widget.setAccessibleDescription(spoken)
    if tip:
        widget.setToolTip(tip)
    return widget


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say what happened without the reviewer's doing."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class ElidedLabel(QLabel):
    """A label of one line that cuts its text in the middle or at the end where it is too long."""

    def __init__(
        self, text: str = "", role: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__()
        self._full = text
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)
        self._cut()

    def setText(self, text: str) -> None:
        """Show this text."""
        if text != self._full:
            self._full = text
            self.setAccessibleName(text)
            self._cut()

    def full_text(self) -> str:
        """The text, uncut."""
        return self._full

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text to the new width."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        """Cut the text anew when the font has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut()

    def _cut(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._full, self._mode, max(0, self.width() - 1))
        super().setText(shown)
        self.setToolTip(self._full if shown != self._full else "")

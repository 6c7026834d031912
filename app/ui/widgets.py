"""Small widgets and helpers that every panel uses."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.icons import Icons
from app.ui.numerals import number

LayoutT = TypeVar("LayoutT", bound=QBoxLayout)

EDGE = 14
"""Pixels between a panel's edge and its words; headings and empty panels share it."""
_SECTION = 42
"""Pixels that the heading of a panel is high."""


def label(text: str = "", role: str = "", wrap: bool = False) -> QLabel:
    """A label in one of the style sheet's roles."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
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


def plural(count: int, one: str, many: str) -> str:
    """A count in words: `one` where it is one, else `many` with the number for "{n}".

    Qt's own plurals need a translation file for English too; this does with two strings.
    """
    return one if count == 1 else many.format(n=number(count))


def rule(vertical: bool = False) -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setObjectName("vrule" if vertical else "rule")
    return line


def name(widget: QWidget, spoken: str, tip: str = "") -> QWidget:
    """Give a widget the name that a screen reader says, and a tooltip; hands the widget back."""
    widget.setAccessibleName(spoken)
    if tip:
        widget.setToolTip(tip)
    return widget


def form_row(form: QFormLayout, title: str, field: QWidget, hint: str = "") -> None:
    """Add a row to a form: a title tied to its field, by mnemonic and for screen readers."""
    caption = label(title)
    caption.setBuddy(field)
    field.setAccessibleName(title.replace("&", ""))
    if hint:
        field.setAccessibleDescription(hint)
        box = QVBoxLayout()
        box.setSpacing(3)
        box.addWidget(field)
        box.addWidget(label(hint, "faint", wrap=True))
        form.addRow(caption, box)
    else:
        form.addRow(caption, field)


def push_button(
    text: str, role: str = "", icons: Icons | None = None, icon: str = ""
) -> QPushButton:
    """A button with words, in one of the style sheet's roles."""
    button = QPushButton(text)
    if role:
        button.setProperty("role", role)
    if icons is not None and icon:
        icons.bind(button, icon, "accent_text" if role == "primary" else "text_muted")
    if role == "link":
        button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def icon_button(icons: Icons, icon: str, spoken: str, size: int = 18) -> QToolButton:
    """A flat button with only an icon; its name is its tooltip and what a screen reader says."""
    button = QToolButton()
    icons.bind(button, icon)
    button.setIconSize(QSize(size, size))
    name(button, spoken, spoken)
    return button


def action_button(action: QAction, size: int = 18) -> QToolButton:
    """A flat icon button for an action of the table; name and tooltip come from the action."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setIconSize(QSize(size, size))
    button.setAccessibleName(action.text().replace("&", ""))
    return button


def column(*items: QWidget | QLayout | int, margins: tuple[int, ...] = (0, 0, 0, 0)) -> QVBoxLayout:
    """A column; a number is a stretch when 0, a gap in pixels otherwise."""
    return _fill(QVBoxLayout(), items, margins)


def row(*items: QWidget | QLayout | int, margins: tuple[int, ...] = (0, 0, 0, 0)) -> QHBoxLayout:
    """A row; a number is a stretch when 0, a gap in pixels otherwise."""
    return _fill(QHBoxLayout(), items, margins)


def _fill(
    layout: LayoutT, items: tuple[QWidget | QLayout | int, ...], margins: tuple[int, ...]
) -> LayoutT:
    layout.setContentsMargins(*margins)
    layout.setSpacing(6)
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        elif item == 0:
            layout.addStretch(1)
        else:
            layout.addSpacing(item)
    return layout


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


class ElidedButton(QPushButton):
    """A button that looks like a link and cuts its words at the end where they are too long."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._full = text
        self.setProperty("role", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the new width."""
        super().resizeEvent(event)
        room = self.width() - self.iconSize().width() - 14
        self.setText(
            self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(0, room))
        )


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


class Segments(QFrame):
    """A few choices side by side, one of them on.

    Signals:
        chosen: the key of the choice, when the reviewer changed it.
    """

    chosen = Signal(str)

    def __init__(self, choices: list[tuple[str, str, str]], spoken: str) -> None:
        """`choices`: key, text and tooltip of each."""
        super().__init__()
        self.setObjectName("segments")
        self.setAccessibleName(spoken)
        self._buttons: dict[str, QToolButton] = {}
        layout = row(margins=(2, 2, 2, 2))
        layout.setSpacing(1)
        for key, text, tip in choices:
            button = QToolButton()
            button.setText(text)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setProperty("role", "segment")
            button.setObjectName(key)
            name(button, f"{spoken}: {text}", tip)
            button.clicked.connect(self._clicked)
            self._buttons[key] = button
            layout.addWidget(button)
        self.setLayout(layout)
        self.choose(choices[0][0])

    @property
    def choice(self) -> str:
        """The key of the choice that is on."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Switch to a choice, without a signal."""
        self._buttons[key].setChecked(True)

    def set_tip(self, key: str, tip: str) -> None:
        """Change a choice's tooltip."""
        self._buttons[key].setToolTip(tip)

    def _clicked(self) -> None:
        self.chosen.emit(self.choice)


class Panel(QWidget):
    """A widget that paints the panel's ground, which a bare `QWidget` would not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        super().paintEvent(event)

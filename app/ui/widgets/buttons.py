"""Buttons with words or an icon, and choices: side by side, or in a list that drops down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
)

from app.ui.appearance.icons import Icons
from app.ui.widgets.basic import name
from app.ui.widgets.layouts import row


def sized(button: QAbstractButton, size: int) -> None:
    """Make a button's icon so large at the usual text size; the style sheet lets it grow."""
    button.setProperty("side", size)


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
    sized(button, size)
    name(button, spoken, spoken)
    return button


def action_button(action: QAction, size: int = 18) -> QToolButton:
    """A flat icon button for an action of the table; name and tooltip come from the action."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    sized(button, size)
    button.setAccessibleName(action.text().replace("&", ""))
    return button


def drop_down(titles: Mapping[Any, str], chosen: object = None) -> QComboBox:
    """A box of choices by their titles, each with its key; one that isn't there means the first."""
    box = QComboBox()
    for key, title in titles.items():
        box.addItem(title, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


class ElidedBox(QComboBox):
    """A box of choices that cuts what is chosen with dots where it is too long."""

    def shown_text(self) -> str:
        """What is chosen, cut to the room that there is."""
        return self._option().currentText

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, and in it the words as far as they fit."""
        painter = QStylePainter(self)
        option = self._option()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width()
        )
        return option


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
            button.toggled.connect(self._toggled)
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

    def _toggled(self) -> None:
        """Tab leads to the choice that is on; the arrow keys lead on from there."""
        for button in self._buttons.values():
            on = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if on else Qt.FocusPolicy.NoFocus)

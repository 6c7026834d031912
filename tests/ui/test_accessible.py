"""Every control says what it is to those who don't see it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.window import MainWindow
from tests.ui.conftest import ask

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QProgressBar,
            QSpinBox, QTextEdit)  # fmt: skip


def nameless(window: QWidget) -> set[str]:
    """What is on show without a name and is a control, or reached by key, by where it stands.

    What is inside another control is left out.
    """
    found = set()
    for widget in window.findChildren(QWidget):
        owner = widget.parentWidget()
        inside = isinstance(owner, QComboBox | QLineEdit | QSpinBox | QAbstractItemView)
        reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        control = isinstance(widget, CONTROLS) and not isinstance(widget, QHeaderView)
        if inside or not (control or reached):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if widget.isVisible() and not widget.accessibleName() and not text:
            found.add(f"{type(widget).__name__} in {type(owner).__name__}")
    return found


def test_every_control_of_the_window_has_a_name(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    for action in ("show_chronology", "show_table", "show_trace", "edit_cell", "find",
                   "follow_up"):  # fmt: skip
        opened.actions_[action].trigger()
        qtbot.wait(20)
        assert nameless(opened) == set(), action


def test_every_control_of_the_first_page_has_a_name(window: MainWindow) -> None:
    assert nameless(window) == set()


def test_every_control_of_the_dialogs_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    for action in ("preferences", "models", "shortcuts", "palette"):
        before = set(window.findChildren(QWidget))
        window.actions_[action].trigger()
        qtbot.wait(100)
        assert nameless(window) == set(), action
        for new in set(window.findChildren(QWidget)) - before:
            if new.isWindow():
                new.close()

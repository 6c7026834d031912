"""Every control says what it is to those who don't see it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
    QTextEdit,
    QToolButton,
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


Role = QAccessible.Role
SPOKEN = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.ComboBox, Role.EditableText, Role.ListItem,
    Role.TreeItem, Role.Cell, Role.ColumnHeader, Role.RowHeader, Role.PageTab, Role.MenuItem,
    Role.SpinBox, Role.ProgressBar, Role.List, Role.Tree, Role.Table, Role.Link, Role.Slider,
}  # fmt: skip
MOST = 40
"""So many children of one thing are looked at: a list of thousands is made of the same kind."""


def told(part: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """What a screen reader comes across within something, as it walks from part to part."""
    if part is None or not part.isValid() or part.state().invisible:
        return
    yield part
    for n in range(min(part.childCount(), MOST)):
        yield from told(part.child(n))


def within(widget: QWidget) -> list[QAccessibleInterface]:
    """What is in a widget that is on the screen."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None and found.isValid()
    return [part for n in range(found.childCount()) for part in told(found.child(n))]


def said(part: QAccessibleInterface) -> str:
    """What is said of it."""
    name = part.text(QAccessible.Text.Name)
    if part.role() == Role.ComboBox:
        # Its name is what is chosen, on Linux; what it is for stands in a label or is described.
        labels = part.relations(QAccessible.RelationFlag.Label)
        return part.text(QAccessible.Text.Description) or (name if labels else "")
    return name


def silent(widget: QWidget) -> set[str]:
    """What takes the focus or can be worked with, but says nothing of itself."""
    return {
        f"{part.role()} {type(part.object()).__name__}"
        for part in within(widget)
        if (part.state().focusable or part.role() in SPOKEN) and not said(part).strip()
    }


PANELS = ("show_matter", "show_outline", "show_pages", "show_coverage", "show_marks", "show_trace",
          "show_table", "show_chronology", "find", "beside")  # fmt: skip


def test_a_screen_reader_is_told_of_every_part_of_the_window(
    opened: MainWindow, qtbot: QtBot
) -> None:
    ask(opened, qtbot)
    opened.shell.table.choose_recipe("termination")
    roles = set()
    for action in PANELS:
        opened.actions_[action].trigger()
        qtbot.wait(50)
        roles |= {part.role() for part in within(opened)}
        assert silent(opened) == set(), action
    assert {Role.Tree, Role.TreeItem, Role.List, Role.ListItem, Role.Table, Role.Cell} <= roles


def test_a_screen_reader_is_told_of_every_part_of_the_dialogs(
    opened: MainWindow, qtbot: QtBot
) -> None:
    for action in ("preferences", "models", "shortcuts", "palette", "about"):
        opened.actions_[action].trigger()
        qtbot.wait(300)
        dialog = next(d for d in opened.findChildren(QDialog) if d.isVisible())
        assert dialog.windowTitle() and silent(dialog) == set(), action
        dialog.close()


def test_what_is_alike_to_the_eye_is_told_apart(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    names = [said(part) for part in within(opened.answer) if part.role() == Role.CheckBox]
    assert names == ["Accept citation 1", "Reject citation 1", "Flag citation 1"]
    opened.actions_["show_trace"].trigger()
    opened.trace.tree.expandAll()
    steps = [said(part) for part in within(opened.trace) if part.role() == Role.TreeItem]
    assert steps[0].startswith("Turn 1, ") and ", Tokens: " in steps[0], "the whole row at once"
    assert steps[2] == "P: nothing" and steps[3].startswith("Tokens: ")
    order = QAccessible.queryAccessibleInterface(opened.panel.head.order)
    assert order is not None and said(order) == "Order of the documents"


def test_what_happens_by_itself_is_announced(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    class Reader:
        """Hears what Qt would hand to a screen reader."""

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            heard.append(event.message())

    monkeypatch.setattr("app.ui.widgets.basic.QAccessible", Reader)
    opened.messages.warn("2 files were not read.")
    assert heard == ["2 files were not read."]
    ask(opened, qtbot)
    assert heard[1:] == ["Answered: 1 statement"]


def test_what_says_nothing_is_found(window: MainWindow) -> None:
    bare = QToolButton(window.foot)
    bare.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    bare.show()
    assert silent(window) == {f"{Role.Button} QToolButton"}

"""The Edit menu does with what is in focus what its entries say."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.ui.actions.palette import CommandPalette
from app.ui.window import MainWindow
from tests.ui.conftest import NOTICE, QUESTION, ask
from tests.ui.runs.test_aim import select

EDITING = ("cut", "copy", "paste", "select_all")
CTRL = Qt.KeyboardModifier.ControlModifier


def edit_menu(window: MainWindow) -> QMenu:
    """The menu that holds Copy."""
    menus = [entry.menu() for entry in window.menuBar().actions()]
    return next(menu for menu in menus if window.actions_["copy"] in menu.actions())


def offered(window: MainWindow) -> list[str]:
    """What the open Edit menu offers of what is about editing."""
    menu = edit_menu(window)
    menu.popup(window.mapToGlobal(QPoint(40, 40)))
    found = [key for key in EDITING if window.actions_[key].isEnabled()]
    menu.close()
    return found


def copied() -> str:
    return QGuiApplication.clipboard().text()


def clear_clipboard() -> None:
    QGuiApplication.clipboard().clear()


def test_what_is_selected_in_the_document_is_copied(opened: MainWindow, qtbot: QtBot) -> None:
    clear_clipboard()
    opened.viewer.setFocus()
    assert offered(opened) == ["select_all"]
    select(opened, NOTICE)
    assert offered(opened) == ["copy", "select_all"]
    opened.actions_["copy"].trigger()
    assert copied() == NOTICE
    clear_clipboard()
    qtbot.keyClick(opened.viewer._area, Qt.Key.Key_C, CTRL)
    assert copied() == NOTICE
    opened.actions_["select_all"].trigger()
    document = opened.viewer.document
    assert document is not None and opened.viewer.selected_text() == document.text


def test_words_are_cut_copied_and_put_in_where_they_are_typed(
    opened: MainWindow, qtbot: QtBot
) -> None:
    clear_clipboard()
    select(opened, NOTICE)
    box = opened.question.box
    box.setFocus()
    assert offered(opened) == [], "nothing is typed, and the selection elsewhere is not meant"
    qtbot.keyClicks(box, "How long")
    assert offered(opened) == ["select_all"]
    opened.actions_["select_all"].trigger()
    assert offered(opened) == ["cut", "copy", "select_all"]
    opened.actions_["cut"].trigger()
    assert (box.toPlainText(), copied()) == ("", "How long")
    assert offered(opened) == ["paste"]
    opened.actions_["paste"].trigger()
    assert box.toPlainText() == "How long"
    qtbot.keyClick(box, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(box, Qt.Key.Key_X, CTRL)
    assert box.toPlainText() == ""
    qtbot.keyClick(box, Qt.Key.Key_V, CTRL)
    assert box.toPlainText() == "How long", "once, not by the box and by the menu"


def test_words_of_an_answer_and_of_its_question_are_copied(
    opened: MainWindow, qtbot: QtBot
) -> None:
    ask(opened, qtbot)
    claim = opened.answer.claims[0]
    claim.setFocus()
    claim.selectAll()
    assert offered(opened) == ["copy", "select_all"]
    opened.actions_["copy"].trigger()
    assert copied() == claim.toPlainText()
    heading: QLabel = opened.answer.head.question
    qtbot.mouseDClick(heading, Qt.MouseButton.LeftButton, pos=QPoint(12, 8))
    assert heading.hasSelectedText()
    opened.actions_["copy"].trigger()
    assert copied() == heading.selectedText() != ""
    opened.actions_["select_all"].trigger()
    qtbot.keyClick(heading, Qt.Key.Key_C, CTRL)
    assert copied() == QUESTION


def test_lines_of_a_list_are_copied_each_on_its_own(opened: MainWindow, qtbot: QtBot) -> None:
    listed = opened.panel.document_list
    listed.setFocus()
    opened.actions_["select_all"].trigger()
    assert "copy" in offered(opened)
    qtbot.keyClick(listed, Qt.Key.Key_C, CTRL)
    assert copied().splitlines() == ["agreement.pdf", "letter.pdf"]


def test_the_palette_knows_what_can_be_copied_now(opened: MainWindow, qtbot: QtBot) -> None:
    opened.question.box.setFocus()
    qtbot.keyClicks(opened.question.box, "How long")
    opened.question.box.selectAll()
    qtbot.keyClick(opened.question.box, Qt.Key.Key_K, CTRL)
    palette = opened.findChild(CommandPalette)
    assert palette is not None
    qtbot.keyClicks(palette.box, "cut")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert (opened.question.box.toPlainText(), copied()) == ("", "How long")

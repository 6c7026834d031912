"""Two documents side by side, each read, searched and marked by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.window import MainWindow
from tests.ui.conftest import ask
from tests.ui.viewer.conftest import settle, span_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MEETING = "the meeting is on 3 May 2026"


def split(window: MainWindow, qtbot: QtBot) -> None:
    """Press Ctrl+\\ and wait for the letter."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Backslash, CTRL)
    beside = window.shell.beside
    qtbot.waitUntil(lambda: beside.viewer.document is not None, timeout=30_000)
    settle(qtbot, beside.viewer)


def names(window: MainWindow) -> list[str]:
    shown = (window.pane.viewer.document, window.shell.beside.viewer.document)
    return [document.name for document in shown if document is not None]


def test_ctrl_backslash_shows_another_document_beside_and_esc_ends_it(
    opened: MainWindow, qtbot: QtBot
) -> None:
    split(opened, qtbot)
    beside = opened.shell.beside
    assert beside.isVisible() and opened.actions_["beside"].isChecked()
    assert names(opened) == ["agreement.pdf", "letter.pdf"]
    assert beside.choice.currentText() == "letter.pdf" and beside.page.text() == "1 of 1"
    left, right = opened.shell.reading.sizes()
    assert abs(left - right) < 60
    QTest.keyClick(beside.viewer._area, Qt.Key.Key_Escape)
    assert not beside.isVisible() and not opened.actions_["beside"].isChecked()
    assert opened.pane.viewer._area.hasFocus()


def test_the_close_button_ends_it_too(opened: MainWindow, qtbot: QtBot) -> None:
    split(opened, qtbot)
    qtbot.mouseClick(opened.shell.beside.close_button, Qt.MouseButton.LeftButton)
    assert not opened.shell.beside.isVisible()


def test_commands_go_to_the_document_with_the_focus(opened: MainWindow, qtbot: QtBot) -> None:
    split(opened, qtbot)
    first, second = opened.pane.viewer, opened.shell.beside.viewer
    document = second.document
    assert document is not None
    second.select(span_of(document, MEETING))
    qtbot.keyClick(second._area, Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == f"“{MEETING}” — letter.pdf, p. 1"
    zoom = first.zoom
    qtbot.keyClick(second._area, Qt.Key.Key_Plus, CTRL)
    assert first.zoom == zoom
    qtbot.keyClick(second._area, Qt.Key.Key_F, CTRL)
    assert second.is_finding and not first.is_finding
    qtbot.keyClick(second._area, Qt.Key.Key_Escape)
    assert not second.is_finding and opened.shell.beside.isVisible()


def test_each_is_shown_in_its_own_way_and_the_switches_say_which(
    opened: MainWindow, qtbot: QtBot
) -> None:
    split(opened, qtbot)
    first, second = opened.pane.viewer, opened.shell.beside.viewer
    night, pairs = opened.actions_["night"], opened.actions_["two_pages"]
    night.trigger()
    assert (first.night, second.night) == (False, True) and night.isChecked()
    first.setFocus()
    assert not night.isChecked()
    pairs.trigger()
    assert (first.two_pages, second.two_pages) == (True, False)
    second.setFocus()
    assert night.isChecked() and not pairs.isChecked()
    QTest.keyClick(second._area, Qt.Key.Key_Escape)
    assert not night.isChecked() and pairs.isChecked(), "the first one is on hand again"


def test_at_night_the_second_one_opens_dark(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_["night"].trigger()
    split(opened, qtbot)
    assert opened.shell.beside.viewer.night and opened.actions_["night"].isChecked()


def test_back_goes_back_in_the_one_on_hand(opened: MainWindow, qtbot: QtBot) -> None:
    split(opened, qtbot)
    first, second = opened.pane.viewer, opened.shell.beside.viewer
    first.goto_page(3)
    back = opened.actions_["back"]
    assert not back.isEnabled(), "nothing was jumped from in the second one"
    first.setFocus()
    assert back.isEnabled()
    back.trigger()
    assert first.current_page == 0 and second.current_page == 0


def test_a_question_can_be_about_words_of_either(opened: MainWindow, qtbot: QtBot) -> None:
    split(opened, qtbot)
    second = opened.shell.beside.viewer
    document = second.document
    assert document is not None
    second.select(span_of(document, MEETING))
    opened.actions_["ask_selection"].trigger()
    aim = opened.question.aim
    assert aim is not None and aim.scope == (span_of(document, MEETING),)


def test_a_cited_passage_can_be_clicked_in_either(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    split(opened, qtbot)
    beside = opened.shell.beside
    cited = opened.runs.record.answer.citations[0].span.document
    beside.show_document(cited)
    qtbot.waitUntil(lambda: beside.viewer.document.id == cited, timeout=30_000)
    opened.answer.set_active(0)
    beside.viewer.citationClicked.emit(1)
    assert opened.answer.citations.active == 1
    assert beside.viewer.overlays.active == 1


def test_words_are_marked_in_either(opened: MainWindow, qtbot: QtBot) -> None:
    split(opened, qtbot)
    second = opened.shell.beside.viewer
    document = second.document
    assert document is not None
    second.select(span_of(document, MEETING))
    second.setFocus()
    qtbot.keyClick(second._area, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: len(second.overlays.marks) == 1, timeout=20_000)
    assert second.overlays.marks[0].span == span_of(document, MEETING)
    assert opened.pane.viewer.overlays.marks == []


def test_another_document_is_chosen_from_the_list(opened: MainWindow, qtbot: QtBot) -> None:
    split(opened, qtbot)
    beside = opened.shell.beside
    beside.choice.setFocus()
    qtbot.keyClick(beside.choice, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: names(opened) == ["agreement.pdf", "agreement.pdf"], timeout=30_000)
    beside.viewer.goto_page(4)
    assert opened.pane.viewer.current_page == 0


def test_a_document_that_is_removed_is_not_shown_beside(opened: MainWindow, qtbot: QtBot) -> None:
    split(opened, qtbot)
    letter = next(i for i in opened.desk.items if i.name == "letter.pdf")
    opened.desk.remove([letter.key])
    assert not opened.shell.beside.isVisible()
    assert names(opened) == ["agreement.pdf"]

"""Questions about a selection, and questions that follow another one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.documents.document import Span
from app.ui.answers.suggestion import Suggestion
from app.ui.viewer.menu import page_menu
from app.ui.window import MainWindow
from tests.ui.conftest import NOTICE, QUESTION, ask, finished

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def select(window: MainWindow, text: str) -> Span:
    """Select the place where a text stands in the document on show."""
    document = window.navigator.document
    assert document is not None
    start = document.text.index(text)
    span = Span(document.id, start, start + len(text))
    window.viewer.select(span)
    assert window.viewer.selection == span
    return span


def test_a_question_about_a_selection_reads_only_that(opened: MainWindow, qtbot: QtBot) -> None:
    span = select(opened, NOTICE)
    qtbot.keyClick(opened, Qt.Key.Key_A, CTRL | SHIFT)
    note = opened.question.note
    assert note.isVisible() and "agreement.pdf" in note.title.text()
    assert NOTICE in note.detail.full_text()
    assert opened.question.box.hasFocus()
    ask(opened, qtbot, "How long is it?")
    assert opened.runs.record is not None
    assert opened.runs.record.question == "How long is it?"
    slices = [record.span for record in opened.runs.record.slices]
    assert slices and all(span.contains(one) for one in slices)
    assert opened.answer.head.meta.text().startswith("asked about p. 6, agreement.pdf · ")
    assert not note.isVisible() and opened.question.aim is None


def test_the_pages_offer_it_where_something_is_selected(opened: MainWindow) -> None:
    def offered() -> bool:
        menu = page_menu(opened.viewer)
        action = next(a for a in menu.actions() if a.objectName() == "ask_selection")
        menu.close()
        return action.isEnabled()

    assert not offered()
    select(opened, NOTICE)
    assert offered()


def test_it_can_be_struck_off(opened: MainWindow, qtbot: QtBot) -> None:
    select(opened, NOTICE)
    opened.actions_["ask_selection"].trigger()
    qtbot.keyClicks(opened.question.box, "How long")
    qtbot.mouseClick(opened.question.note.drop, Qt.MouseButton.LeftButton)
    assert opened.question.aim is None and not opened.question.note.isVisible()
    assert opened.question.question == "How long", "what was typed stays"


def test_a_follow_up_says_what_it_follows(opened: MainWindow, qtbot: QtBot) -> None:
    ask(opened, qtbot)
    button = next(
        b for b in opened.answer.findChildren(QPushButton) if b.text() == "Ask a follow-up"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.question.note.isVisible()
    assert QUESTION in opened.question.note.detail.full_text()
    assert opened.runs.record is not None
    first = opened.runs.record.id
    opened.runs.record = None
    ask(opened, qtbot, "And for the Customer?")
    asked = f"And for the Customer? (following: “{QUESTION}”)"
    assert opened.runs.record is not None and opened.runs.record.question == asked
    assert opened.runs.record.follows == first
    assert opened.answer.head.question.text() == asked


def test_the_next_question_is_about_everything_again(opened: MainWindow, qtbot: QtBot) -> None:
    select(opened, NOTICE)
    opened.actions_["ask_selection"].trigger()
    ask(opened, qtbot, "How long is it?")
    opened.runs.record = None
    ask(opened, qtbot)
    finished(opened, qtbot)
    assert "scope" not in opened.runs.record.head.settings


def test_questions_are_suggested_until_there_is_an_answer(opened: MainWindow, qtbot: QtBot) -> None:
    suggestions = opened.answer.findChildren(Suggestion)
    assert len(suggestions) == 4 and len({s.text() for s in suggestions}) == 4
    qtbot.mouseClick(suggestions[1], Qt.MouseButton.LeftButton)
    assert opened.question.question == suggestions[1].text()
    assert opened.question.box.hasFocus()
    opened.question.set_question("")
    ask(opened, qtbot)
    qtbot.waitUntil(lambda: not opened.answer.findChildren(Suggestion))

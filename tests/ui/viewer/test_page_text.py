"""A screen reader finds the words of the page in view; without one nothing is done for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.documents.document import Document
from app.ui.viewer import DocumentViewer
from app.ui.viewer.page_text import PageText
from tests.ui.viewer.conftest import EMPTY_PAGE


@pytest.fixture
def reads_screens() -> Iterator[None]:
    """Something on this machine reads screens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def text_of(viewer: DocumentViewer) -> PageText:
    """What is read."""
    found = viewer.findChild(PageText)
    assert found is not None
    return found


def spoken(part: PageText) -> str:
    """The words that a screen reader gets by the interface that Qt gives it."""
    found = QAccessible.queryAccessibleInterface(part)
    assert found is not None and found.isValid() and not found.state().invisible
    assert found.state().readOnly and found.textInterface() is not None
    return found.textInterface().text(0, found.textInterface().characterCount())


def test_the_words_of_the_page_in_view_are_read(
    reads_screens: None, viewer: DocumentViewer, contract: Document, qtbot: QtBot
) -> None:
    part = text_of(viewer)
    viewer.set_document(contract)
    qtbot.waitUntil(lambda: "1. About delivery" in part.toPlainText())
    assert "About payment" not in spoken(part)
    assert part.accessibleName() == "Text of page i"
    viewer.goto_page(4)
    qtbot.waitUntil(lambda: part.accessibleName() == "Text of page 3")
    assert spoken(part).startswith("5. About notices")
    viewer.goto_page(EMPTY_PAGE)
    qtbot.waitUntil(lambda: spoken(part) == "There is no text on this page.")
    viewer.set_document(None)
    qtbot.waitUntil(part.isHidden)


def test_it_is_read_by_key_and_the_pages_turn_as_before(
    reads_screens: None, viewer: DocumentViewer, contract: Document, qtbot: QtBot
) -> None:
    part = text_of(viewer)
    viewer.set_document(contract)
    qtbot.waitUntil(part.isVisible)
    viewer.activateWindow()
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert part.textCursor().position() > 0
    before = viewer.current_page
    for _ in range(4):
        QTest.keyClick(part, Qt.Key.Key_PageDown)
    assert viewer.current_page > before
    # What lies over the pages takes no click from them.
    assert part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_without_a_screen_reader_nothing_is_done(
    viewer: DocumentViewer, contract: Document, qtbot: QtBot
) -> None:
    viewer.set_document(contract)
    viewer.goto_page(4)
    qtbot.wait(400)
    assert text_of(viewer).isHidden() and text_of(viewer).toPlainText() == ""


def test_one_that_is_started_later_finds_them_once_the_pages_have_the_focus(
    viewer: DocumentViewer, contract: Document, qtbot: QtBot
) -> None:
    pages = viewer.focusProxy()
    pages.clearFocus()
    QAccessible.setActive(True)
    try:
        viewer.activateWindow()
        pages.setFocus()
        qtbot.waitUntil(lambda: "About delivery" in text_of(viewer).toPlainText())
    finally:
        QAccessible.setActive(False)

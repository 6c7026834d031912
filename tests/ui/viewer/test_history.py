"""Alt+Left leads back to where one was, also in another document."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.documents.document import Document
from app.ui.viewer import DocumentViewer
from tests.ui.viewer.conftest import span_of

ALT = Qt.KeyboardModifier.AltModifier


def test_alt_left_returns_to_the_very_place(viewer: DocumentViewer, contract: Document) -> None:
    viewer._area.verticalScrollBar().setValue(333)
    place = viewer._area.place()
    viewer.goto(span_of(contract, "Clause 9.1 says"))
    QTest.keyClick(viewer._area, Qt.Key.Key_Left, ALT)
    assert viewer._area.place() == place
    QTest.keyClick(viewer._area, Qt.Key.Key_Right, ALT)
    assert viewer.current_page == 8


def test_the_place_is_the_same_at_another_zoom(viewer: DocumentViewer) -> None:
    viewer.goto_page(3)
    viewer.goto_page(8)
    viewer.set_zoom(2.0)
    viewer.back()
    place = viewer._area.place()
    assert place.page == 3 or (place.page == 2 and place.y > 830)


def test_a_new_jump_forgets_what_was_ahead(qtbot: QtBot, viewer: DocumentViewer) -> None:
    viewer.goto_page(3)
    viewer.goto_page(6)
    viewer.back()
    assert viewer.can_back and viewer.can_forward
    with qtbot.waitSignal(viewer.historyChanged):
        viewer.goto_page(9)
    assert viewer.can_back and not viewer.can_forward
    viewer.forward()
    assert viewer.current_page == 9


def test_jumps_not_to_be_remembered_are_not(viewer: DocumentViewer) -> None:
    viewer.goto_page(3)
    viewer.goto_page(6, remember=False)
    viewer.back()
    assert viewer.current_page == 0


def test_back_at_the_first_place_stays(viewer: DocumentViewer) -> None:
    viewer.back()
    viewer.forward()
    assert viewer.current_page == 0


def test_going_back_leads_to_the_other_document(
    qtbot: QtBot, viewer: DocumentViewer, contract: Document, letter: Document
) -> None:
    viewer.goto_page(5)
    viewer.set_document(letter)
    viewer.goto(span_of(letter, "the appendix"))
    with qtbot.waitSignal(viewer.documentChanged, check_params_cb=lambda d: d is contract):
        viewer.back()
    assert viewer.current_page == 5
    viewer.forward()
    assert viewer.document is letter


def test_a_removed_document_is_not_gone_back_to(
    viewer: DocumentViewer, contract: Document, letter: Document
) -> None:
    viewer.set_document(letter)
    viewer.forget(contract.id)
    viewer.back()
    assert viewer.document is letter

"""Selecting with the mouse and keys gives the document's own text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.documents.document import Document
from app.ui.viewer import DocumentViewer
from app.ui.viewer.menu import page_menu
from app.ui.viewer.selection import citation_text
from tests.ui.viewer.conftest import (
    EMPTY_PAGE,
    click,
    drag,
    pages_of,
    paper_at,
    span_of,
    where,
)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def double_click(viewer: DocumentViewer, at: QPointF) -> None:
    click(viewer, at)
    QTest.mouseDClick(pages_of(viewer), Qt.MouseButton.LeftButton, pos=at.toPoint())


def test_dragging_selects_from_word_to_word(qtbot: QtBot, viewer: DocumentViewer) -> None:
    with qtbot.waitSignal(viewer.selectionChanged):
        drag(viewer, where(viewer, "parties agreed"), where(viewer, "delivery. The"))
    assert viewer.selected_text() == "parties agreed on delivery."


def test_dragging_backwards_selects_the_same(viewer: DocumentViewer) -> None:
    drag(viewer, where(viewer, "delivery. The"), where(viewer, "parties agreed"))
    assert viewer.selected_text() == "parties agreed on delivery."


def test_the_selection_is_tinted(viewer: DocumentViewer) -> None:
    before = paper_at(viewer, "parties agreed")
    drag(viewer, where(viewer, "parties agreed"), where(viewer, "delivery. The"))
    assert before == QColor("white") != paper_at(viewer, "parties agreed")


def test_dragging_over_a_page_break_goes_on_in_reading_order(
    viewer: DocumentViewer, contract: Document
) -> None:
    viewer.fit_page()
    viewer.set_zoom(viewer.zoom * 0.55)
    viewer.goto_page(0)
    drag(viewer, where(viewer, "under the law", nth=3), where(viewer, "payment"))
    text = viewer.selected_text()
    start = contract.text.index("About payment") - 3
    assert text == contract.text[contract.text.index(text[:30], 400) : start + 16]
    assert "law of delivery." in text and text.endswith("About payment")


def test_a_press_in_the_margin_starts_at_the_line(viewer: DocumentViewer) -> None:
    start = where(viewer, "Clause 1.2")
    start.setX(viewer._area.view_rect(0).left() + 10)
    drag(viewer, start, where(viewer, "says what the", nth=1))
    assert viewer.selected_text() == "Clause 1.2 says"


def test_a_click_selects_nothing_and_ends_a_selection(viewer: DocumentViewer) -> None:
    drag(viewer, where(viewer, "parties agreed"), where(viewer, "delivery. The"))
    click(viewer, where(viewer, "supplier"))
    assert viewer.selection is None


def test_a_double_click_selects_the_word(viewer: DocumentViewer) -> None:
    double_click(viewer, where(viewer, "supplier"))
    assert viewer.selected_text() == "supplier"


def test_a_triple_click_selects_the_sentence(viewer: DocumentViewer) -> None:
    at = where(viewer, "supplier")
    double_click(viewer, at)
    click(viewer, at)
    assert viewer.selected_text() == ("The supplier shall act within 10 days of a written notice.")


def test_shift_click_extends(viewer: DocumentViewer) -> None:
    double_click(viewer, where(viewer, "supplier"))
    click(viewer, where(viewer, "days of"), SHIFT)
    assert viewer.selected_text() == "supplier shall act within 10 days"
    click(viewer, where(viewer, "The supplier"), SHIFT)
    assert viewer.selected_text() == "The supplier"


def test_shift_and_arrows_grow_the_selection(viewer: DocumentViewer) -> None:
    double_click(viewer, where(viewer, "supplier"))
    QTest.keyClick(viewer._area, Qt.Key.Key_Right, SHIFT)
    assert viewer.selected_text() == "supplier shall"
    QTest.keyClick(viewer._area, Qt.Key.Key_Down, SHIFT)
    assert viewer.selected_text().endswith("law of delivery.")
    QTest.keyClick(viewer._area, Qt.Key.Key_Up, SHIFT)
    QTest.keyClick(viewer._area, Qt.Key.Key_Left, SHIFT)
    assert viewer.selected_text() == "supplier shall act within 10 days of a written"


def test_a_selection_is_begun_by_key_where_one_reads(
    viewer: DocumentViewer, contract: Document
) -> None:
    viewer.goto_page(2)
    QTest.keyClick(viewer._area, Qt.Key.Key_Right, SHIFT)
    first = viewer.selected_text()
    assert first and contract.page_at(viewer.selection.start).index == 2
    assert " " not in first
    QTest.keyClick(viewer._area, Qt.Key.Key_Escape)
    QTest.keyClick(viewer._area, Qt.Key.Key_Down, SHIFT)
    sentence = viewer.selection
    assert sentence is not None and contract.sentences_in(sentence)[0].start == sentence.start
    assert contract.sentences_in(sentence)[0].end == sentence.end
    assert contract.page_at(sentence.start).index == 2


def test_ctrl_a_and_ctrl_c_copy_the_whole_text(viewer: DocumentViewer, contract: Document) -> None:
    QTest.keyClick(viewer._area, Qt.Key.Key_A, CTRL)
    QTest.keyClick(viewer._area, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == contract.text


def test_escape_drops_the_selection(viewer: DocumentViewer) -> None:
    QTest.keyClick(viewer._area, Qt.Key.Key_A, CTRL)
    QTest.keyClick(viewer._area, Qt.Key.Key_Escape)
    assert viewer.selection is None


def test_copy_with_citation_names_document_and_printed_page(
    viewer: DocumentViewer, contract: Document
) -> None:
    viewer.select(span_of(contract, "Clause 5.1 says what"))
    QTest.keyClick(viewer._area, Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == "“Clause 5.1 says what” — contract.pdf, p. 3"


def test_a_quote_over_pages_names_both(contract: Document) -> None:
    start = contract.text.index("Clause 1.4")
    end = contract.text.index("Clause 2.1")
    text = citation_text(contract, contract.span(start, end + 10))
    assert text.endswith("Clause 2.1” — contract.pdf, pp. i–ii")
    assert "\n" not in text


def test_a_selection_over_a_page_without_words(viewer: DocumentViewer, contract: Document) -> None:
    viewer.set_zoom(0.3)
    viewer.goto(span_of(contract, "Clause 6.3"))
    start = where(viewer, "Clause 6.3")
    empty = viewer._area.view_rect(EMPTY_PAGE).center()
    drag(viewer, start, empty)
    text = viewer.selected_text()
    assert text.startswith("Clause 6.3") and text.endswith("law of confidentiality.")


def test_offsets_count_code_points(viewer: DocumentViewer, contract: Document) -> None:
    """A character outside the basic plane is one offset here and two in Qt."""
    moved = replace(contract, id="x" * 16, text="😀" + contract.text[1:])
    viewer.set_document(moved)
    viewer.select(moved.span(0, 1))
    viewer.copy()
    assert QGuiApplication.clipboard().text() == "😀"


def test_the_menu_offers_to_copy_only_what_is_selected(
    qtbot: QtBot, viewer: DocumentViewer, contract: Document
) -> None:
    ask = QAction("Ask about this", viewer)
    viewer.addAction(ask)
    texts = [a.text().replace("&", "") for a in page_menu(viewer).actions()]
    assert texts == ["Copy", "Copy with citation", "Select all", "", "Ask about this"]
    assert not page_menu(viewer).actions()[0].isEnabled()
    viewer.select(span_of(contract, "Clause 5.1"))
    copy = page_menu(viewer).actions()[0]
    assert copy.isEnabled()
    copy.trigger()
    assert QGuiApplication.clipboard().text() == "Clause 5.1"


@pytest.mark.parametrize("nth", [0, 5, 20])
def test_what_is_selected_is_what_lies_between(
    viewer: DocumentViewer, contract: Document, nth: int
) -> None:
    viewer.goto(span_of(contract, "Clause 1.1"))
    first = list(contract.words.between(0, contract.pages[0].end))
    a, b = first[nth], first[nth + 30]

    def middle(word: object) -> QPointF:
        box = word.rect  # type: ignore[attr-defined]
        return viewer._area.transform(0).map(QPointF((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2))

    drag(viewer, middle(a), middle(b))
    assert viewer.selected_text() == contract.text[a.start : b.end]

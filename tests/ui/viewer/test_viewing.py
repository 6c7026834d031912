"""Pages come up, sharp and in the right place, and nothing is drawn that nobody looks at."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.documents.document import Document
from app.documents.process import PageImage, ParserProcess
from app.errors import DocumentError
from app.ui.viewer import DocumentViewer
from tests.ui.conftest import Own
from tests.ui.viewer.conftest import (
    PAGES,
    ParserSource,
    distance,
    grab,
    pages_of,
    settle,
    span_of,
    where,
    write_contract,
)

WHITE = QColor("white")


def wheel(viewer: DocumentViewer, at: QPointF, turns: int, ctrl: bool = False) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    area = pages_of(viewer)
    event = QWheelEvent(
        at,
        area.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * turns),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area, event)


def darkest_around(viewer: DocumentViewer, at: QPointF) -> int:
    image = grab(viewer)
    middle = at.toPoint()
    around = ((middle.x() + x, middle.y() + y) for x in range(-9, 10) for y in range(-5, 6))
    return min(image.pixelColor(x, y).lightness() for x, y in around)


def test_words_are_drawn_where_their_boxes_are(viewer: DocumentViewer) -> None:
    assert darkest_around(viewer, where(viewer, "supplier")) < 100
    margin = where(viewer, "supplier")
    margin.setX(viewer._area.view_rect(0).left() + 12)
    assert grab(viewer).pixelColor(margin.toPoint()) == WHITE


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_words_are_where_their_boxes_are_on_turned_pages(
    qtbot: QtBot, viewer: DocumentViewer, degrees: int
) -> None:
    viewer.rotate(degrees)
    viewer.goto(span_of(viewer.document, "supplier"))
    settle(qtbot, viewer)
    assert darkest_around(viewer, where(viewer, "supplier")) < 100


def test_words_are_where_their_boxes_are_on_pages_in_pairs(
    qtbot: QtBot, viewer: DocumentViewer
) -> None:
    viewer.set_two_pages(True)
    settle(qtbot, viewer)
    left, right = viewer._area.view_rect(0), viewer._area.view_rect(1)
    assert left.top() == right.top() and left.right() < right.left()
    assert darkest_around(viewer, where(viewer, "payment")) < 100


def test_pages_are_drawn_away_from_the_main_thread(
    viewer: DocumentViewer, source: ParserSource
) -> None:
    assert source.threads and threading.get_ident() not in source.threads


def test_an_image_is_as_wide_as_the_page_on_screen(
    viewer: DocumentViewer, source: ParserSource
) -> None:
    view = viewer._area.page_view(0)
    assert view.image is not None and view.sharp
    assert abs(view.image.width() - view.rect.width()) <= 1


def test_goto_puts_the_first_rectangle_in_the_middle(
    qtbot: QtBot, viewer: DocumentViewer, contract: Document
) -> None:
    span = span_of(contract, "Clause 5.3 says")
    viewer.goto(span)
    middle = where(viewer, "Clause 5.3 says").y()
    assert abs(middle - pages_of(viewer).height() / 2) < 3
    assert viewer.current_page == 4


def test_goto_a_span_of_another_document_stays(viewer: DocumentViewer, letter: Document) -> None:
    viewer.goto_page(3)
    viewer.goto(letter.span(0, 4))
    assert viewer.current_page == 3


def test_goto_page_tells_the_page(qtbot: QtBot, viewer: DocumentViewer) -> None:
    with qtbot.waitSignal(viewer.pageChanged, check_params_cb=lambda page: page == 7):
        viewer.goto_page(7)
    assert viewer.current_page == 7
    viewer.goto_page(10_000)
    assert viewer.current_page == PAGES - 1


def test_a_screen_reader_is_told_the_page(viewer: DocumentViewer) -> None:
    viewer.goto_page(3)
    assert viewer._area.accessibleDescription() == "contract.pdf, page 2, 4 of 12"


def test_keys_scroll(viewer: DocumentViewer) -> None:
    bar = viewer._area.verticalScrollBar()
    QTest.keyClick(viewer._area, Qt.Key.Key_PageDown)
    after_one = bar.value()
    assert 0.8 * pages_of(viewer).height() < after_one < pages_of(viewer).height()
    QTest.keyClick(viewer._area, Qt.Key.Key_Space)
    assert bar.value() == 2 * after_one
    QTest.keyClick(viewer._area, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == after_one
    QTest.keyClick(viewer._area, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(viewer._area, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(viewer._area, Qt.Key.Key_Down)
    assert 0 < bar.value() < 100


def test_ctrl_wheel_zooms_at_the_pointer(qtbot: QtBot, viewer: DocumentViewer) -> None:
    viewer.goto_page(2)
    at = where(viewer, "supplier", nth=9)
    before = viewer._area.place_at(at)
    zoom = viewer.zoom
    with qtbot.waitSignal(viewer.zoomChanged):
        wheel(viewer, at, 2, ctrl=True)
    after = viewer._area.place_at(at)
    assert viewer.zoom > zoom * 1.3
    assert after.page == before.page
    assert abs(after.x - before.x) < 1.5 and abs(after.y - before.y) < 1.5


def test_fit_width_follows_the_window(qtbot: QtBot, viewer: DocumentViewer) -> None:
    viewer.fit_width()
    viewer.goto(span_of(viewer.document, "Clause 4.2 says"))
    before = viewer._area.place()
    for width in range(800, 600, -7):
        viewer.resize(width, 700)
    page, room = viewer._area.view_rect(3), pages_of(viewer)
    assert 0 <= page.left() < 24 and page.right() > room.width() - 24
    after = viewer._area.place()
    assert after.page == before.page
    assert abs(after.y - before.y) < 2


def test_on_a_wide_screen_pages_stay_of_a_comfortable_size(
    qtbot: QtBot, viewer: DocumentViewer
) -> None:
    """Until the reviewer asks for more: at full width half a page would fill the screen."""
    viewer.resize(2000, 900)
    qtbot.waitUntil(lambda: viewer.zoom == pytest.approx(1.5))
    viewer.fit_width()
    assert viewer.zoom > 2


def test_fit_page_shows_a_whole_page(viewer: DocumentViewer) -> None:
    viewer.fit_page()
    viewer.goto_page(3)
    page, room = viewer._area.view_rect(3), pages_of(viewer).rect()
    assert room.contains(page.toRect())


def test_zoom_steps_by_keys(viewer: DocumentViewer) -> None:
    viewer.zoom_reset()
    assert viewer.zoom == 1.0
    QTest.keyClick(viewer._area, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert viewer.zoom == pytest.approx(1.1)
    QTest.keyClick(viewer._area, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(viewer._area, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert viewer.zoom == pytest.approx(0.9)
    QTest.keyClick(viewer._area, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert viewer.zoom == 1.0


def test_a_printed_size_page_is_as_wide_as_its_paper(viewer: DocumentViewer) -> None:
    viewer.zoom_reset()
    inches = viewer._area.view_rect(0).width() / viewer.logicalDpiX()
    assert inches == pytest.approx(595 / 72, abs=0.02)


def test_without_a_document_all_calls_are_taken(bare: DocumentViewer) -> None:
    bare.goto_page(3)
    bare.back()
    bare.zoom_in()
    bare.rotate()
    bare.fit_page()
    bare.set_two_pages(True)
    bare.select_all()
    bare.copy()
    bare.show_find()
    assert (bare.current_page, bare.selection, bare.is_finding) == (0, None, False)


def test_taking_the_document_away_leaves_an_empty_ground(viewer: DocumentViewer) -> None:
    viewer.select_all()
    viewer.set_document(None)
    assert viewer.document is None and viewer.selection is None
    assert grab(viewer).pixelColor(400, 20) == QColor(viewer._area.colors.canvas)


def test_a_document_comes_back_where_it_was_left(
    viewer: DocumentViewer, contract: Document, letter: Document
) -> None:
    viewer.goto_page(5)
    viewer.set_document(letter)
    assert viewer.current_page == 0
    viewer.set_document(contract)
    assert viewer.current_page == 5


def test_a_refined_document_moves_nothing(
    viewer: DocumentViewer, contract: Document, parser: ParserProcess
) -> None:
    viewer.goto_page(5)
    viewer.select(span_of(contract, "Clause 6.1 says"))
    place = viewer._area.place()
    viewer.set_document(parser.open(contract.path))
    assert viewer._area.place() == place
    assert viewer.selected_text() == "Clause 6.1 says"


class Slow(ParserSource):
    """Takes its time, and counts."""

    def render(self, document: Document, page: int, scale: float) -> PageImage:
        time.sleep(0.05)
        return super().render(document, page, scale)


def test_pages_scrolled_past_are_not_drawn(
    qtbot: QtBot, parser: ParserProcess, owned: Own, tmp_path_factory: pytest.TempPathFactory
) -> None:
    document = parser.open(write_contract(tmp_path_factory.mktemp("long") / "long.pdf", 60))
    source = Slow(parser)
    viewer = owned(DocumentViewer(source))
    viewer.resize(700, 800)
    viewer.show()
    viewer.set_document(document)
    for page in range(59):
        viewer.goto_page(page)
        qtbot.wait(2)
    qtbot.waitUntil(lambda: {58, 59} <= {page for page, _ in source.asked})
    assert len({page for page, _ in source.asked}) < 25
    viewer.close()


def test_images_stay_within_their_budget(
    qtbot: QtBot, source: ParserSource, owned: Own, contract: Document
) -> None:
    budget = 12_000_000
    viewer = owned(DocumentViewer(source, budget=budget))
    viewer.resize(700, 600)
    viewer.show()
    viewer.set_document(contract)
    for page in range(PAGES):
        viewer.goto_page(page)
        settle(qtbot, viewer)
        assert viewer.images.bytes <= budget
    assert viewer.images.bytes > budget / 3
    viewer.close()


class Broken:
    """Cannot draw page 2, in two ways."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def render(self, document: Document, page: int, scale: float) -> PageImage:
        if page == 1:
            raise self.error
        return PageImage(2, 2, 8, b"\xff" * 16)


@pytest.mark.parametrize(
    "error", [DocumentError("Page 2 is damaged.", "Open it elsewhere."), ZeroDivisionError("oops")]
)
def test_a_page_that_cannot_be_drawn_says_why_and_harms_no_other(
    qtbot: QtBot, owned: Own, contract: Document, error: Exception
) -> None:
    viewer = owned(DocumentViewer(Broken(error)))
    viewer.show()
    viewer.set_document(contract)
    viewer.goto_page(1)
    qtbot.waitUntil(lambda: bool(viewer.images.problem(1)))
    assert "damaged" in viewer.images.problem(1) or "oops" in viewer.images.problem(1)
    viewer.goto_page(2)
    qtbot.waitUntil(lambda: viewer._area.page_view(2).image is not None)
    viewer.close()


def drawing_threads() -> list[threading.Thread]:
    return [t for t in threading.enumerate() if t.name == "pages"]


def test_closing_ends_the_thread_and_showing_again_draws_again(
    qtbot: QtBot, viewer: DocumentViewer
) -> None:
    assert drawing_threads()
    viewer.close()
    assert not drawing_threads()
    viewer.show()
    viewer.goto_page(9)
    settle(qtbot, viewer)
    assert len(drawing_threads()) == 1


def test_deleting_ends_the_thread(qtbot: QtBot, source: ParserSource, contract: Document) -> None:
    viewer = DocumentViewer(source)
    viewer.show()
    viewer.set_document(contract)
    qtbot.waitUntil(lambda: bool(source.asked))
    assert drawing_threads()
    viewer.deleteLater()
    qtbot.waitUntil(lambda: not drawing_threads())


def test_a_page_in_night_mode_is_dark_with_light_words(
    qtbot: QtBot, viewer: DocumentViewer
) -> None:
    viewer.set_night(True)
    settle(qtbot, viewer)
    image = grab(viewer)
    margin = where(viewer, "supplier")
    margin.setX(viewer._area.view_rect(0).left() + 12)
    assert image.pixelColor(margin.toPoint()).lightness() < 50
    at = where(viewer, "supplier").toPoint()
    around = [image.pixelColor(at.x() + x, at.y() + y) for x in range(-9, 9) for y in range(-5, 5)]
    assert max(c.lightness() for c in around) > 170
    assert distance(around[0], WHITE) > 0


def test_the_top_stays_the_top_when_the_view_grows(qtbot: QtBot, viewer: DocumentViewer) -> None:
    viewer.resize(400, 500)
    qtbot.wait(20)
    assert viewer._area.verticalScrollBar().value() == 0
    viewer.resize(1400, 900)
    qtbot.wait(20)
    assert viewer.current_page == 0
    assert viewer._area.verticalScrollBar().value() == 0

"""Slices light up and leave a trace; cited passages look different, by day and by night."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.documents.document import Document
from app.ui.appearance.theme import themes
from app.ui.viewer import DocumentViewer, Mark, OverlayColors
from app.ui.viewer.overlays import FADE_SECONDS, HOLD_SECONDS, Overlays
from app.ui.viewer.painting import chip_rects
from tests.ui.viewer.conftest import (
    EMPTY_PAGE,
    click,
    distance,
    pages_of,
    paper_at,
    settle,
    span_of,
    where,
)
from tests.ui.viewer.test_viewing import wheel

READ, CITED, OTHER = "Clause 1.1 says", "Clause 1.2 says", "Clause 1.3 says"


def kinds(viewer: DocumentViewer) -> dict[str, QColor]:
    """The colour of each kind of overlay, taken off the screen."""
    document = viewer.document
    assert document is not None
    viewer.set_inspected([span_of(document, READ)])
    viewer.set_cited([(1, span_of(document, CITED)), (2, span_of(document, "Clause 1.4 says"))])
    viewer.set_active_citation(2)
    return {
        "paper": paper_at(viewer, OTHER),
        "inspected": paper_at(viewer, READ),
        "cited": paper_at(viewer, CITED),
        "active": paper_at(viewer, "Clause 1.4 says"),
    }


@pytest.mark.parametrize("night", [False, True])
@pytest.mark.parametrize("theme", sorted(themes()))
def test_kinds_of_passages_differ_in_every_theme(
    qtbot: QtBot, viewer: DocumentViewer, theme: str, night: bool
) -> None:
    viewer.set_colors(OverlayColors.from_mapping(themes()[theme].overlay))
    viewer.set_night(night)
    settle(qtbot, viewer)
    colours = kinds(viewer)
    for (a, first), (b, second) in itertools.combinations(colours.items(), 2):
        assert distance(first, second) > 25, f"{a} and {b} look alike"


def test_a_citation_over_a_trace_looks_as_without_it(viewer: DocumentViewer) -> None:
    document = viewer.document
    assert document is not None
    viewer.set_cited([(1, span_of(document, CITED))])
    alone = paper_at(viewer, CITED)
    viewer.set_inspected([document.span(0, 2000)])
    assert paper_at(viewer, CITED) == alone


def test_only_the_span_is_tinted(viewer: DocumentViewer, contract: Document) -> None:
    viewer.set_cited([(1, span_of(contract, CITED))])
    assert paper_at(viewer, CITED) != QColor("white")
    assert paper_at(viewer, "parties agreed on delivery. The") == QColor("white")


def test_a_slice_lights_up_and_fades_to_its_trace(
    qtbot: QtBot, viewer: DocumentViewer, contract: Document
) -> None:
    paper = paper_at(viewer, READ)
    viewer.flash_slice(span_of(contract, READ))
    alight = paper_at(viewer, READ)
    viewer.set_inspected([span_of(contract, READ)])
    trace = paper_at(viewer, READ)
    assert distance(alight, paper) > 1.5 * distance(trace, paper) > 20


def test_the_light_holds_then_fades_and_the_trace_stays(contract: Document) -> None:
    now = [0.0]
    overlays = Overlays(lambda: now[0])
    overlays.set_document(contract)
    page = contract.pages[0]
    overlays.flash(contract.span(0, 200))
    strengths = []
    for now[0] in (0.0, HOLD_SECONDS, HOLD_SECONDS + FADE_SECONDS / 2):
        assert overlays.tick()
        strengths.append(overlays.flashes_on(page)[0][0])
    assert strengths == [1.0, 1.0, pytest.approx(0.5)]
    now[0] = HOLD_SECONDS + FADE_SECONDS
    assert not overlays.tick()
    assert overlays.flashes_on(page) == []
    assert overlays.inspected_on(page)


def test_the_animation_stops_by_itself(
    qtbot: QtBot, viewer: DocumentViewer, contract: Document
) -> None:
    viewer.flash_slice(contract.span(0, 100))
    assert viewer._area._fade.isActive()
    qtbot.waitUntil(lambda: not viewer._area._fade.isActive(), timeout=4000)


def test_overlays_of_another_document_wait_for_it(
    qtbot: QtBot, viewer: DocumentViewer, contract: Document, letter: Document
) -> None:
    viewer.set_cited([(1, span_of(letter, "the appendix was"))])
    viewer.flash_slice(span_of(letter, "Dear Ms"))
    assert paper_at(viewer, READ) == QColor("white")
    viewer.set_document(letter)
    settle(qtbot, viewer)
    assert paper_at(viewer, "the appendix was") != QColor("white")
    assert paper_at(viewer, "Dear Ms") != QColor("white")


def test_following_scrolls_to_a_slice(viewer: DocumentViewer, contract: Document) -> None:
    viewer.flash_slice(span_of(contract, "Clause 9.1 says"))
    assert viewer.current_page == 0
    viewer.set_following(True)
    viewer.flash_slice(span_of(contract, "Clause 9.2 says"))
    assert viewer.current_page == 8
    assert 0 < where(viewer, "Clause 9.2 says").y() < pages_of(viewer).height()


def test_following_leaves_a_slice_that_is_in_view(
    viewer: DocumentViewer, contract: Document
) -> None:
    viewer.set_following(True)
    viewer.flash_slice(span_of(contract, "Clause 1.1 says"))
    assert viewer._area.verticalScrollBar().value() == 0


def test_the_wheel_switches_following_off(qtbot: QtBot, viewer: DocumentViewer) -> None:
    viewer.set_following(True)
    with qtbot.waitSignal(viewer.followingChanged, check_params_cb=lambda on: not on):
        wheel(viewer, QPointF(300, 300), -1)
    assert not viewer.following


def test_a_key_switches_following_off(viewer: DocumentViewer) -> None:
    viewer.set_following(True)
    QTest.keyClick(viewer._area, Qt.Key.Key_PageDown)
    assert not viewer.following


def test_a_jump_switches_following_off(viewer: DocumentViewer, contract: Document) -> None:
    viewer.set_following(True)
    viewer.goto(span_of(contract, READ))
    assert not viewer.following


def test_following_the_reading_is_not_scrolling_by_hand(
    viewer: DocumentViewer, contract: Document
) -> None:
    viewer.set_following(True)
    for clause in ("Clause 3.1 says", "Clause 11.1 says", "Clause 5.1 says"):
        viewer.flash_slice(span_of(contract, clause))
    assert viewer.following and viewer.current_page == 4


def test_a_click_on_a_cited_passage_tells_its_number(
    qtbot: QtBot, viewer: DocumentViewer, contract: Document
) -> None:
    viewer.set_cited([(7, span_of(contract, CITED))])
    with qtbot.waitSignal(viewer.citationClicked, check_params_cb=lambda n: n == 7):
        click(viewer, where(viewer, CITED))


def test_a_click_on_a_chip_tells_its_number(
    qtbot: QtBot, viewer: DocumentViewer, contract: Document
) -> None:
    viewer.set_cited([(3, span_of(contract, CITED)), (4, span_of(contract, "Clause 1.2"))])
    view = viewer._area.page_view(0)
    chips = chip_rects(view, viewer.overlays.chips_on(view.page))
    assert len(chips) == 2 and not chips[0][0].intersects(chips[1][0])
    for rect, number in chips:
        assert rect.right() < where(viewer, CITED).x()
        with qtbot.waitSignal(
            viewer.citationClicked, check_params_cb=lambda n, want=number: n == want
        ):
            click(viewer, rect.center())


def test_hovering_a_passage_tells_its_number_and_leaving_none(
    qtbot: QtBot, viewer: DocumentViewer, contract: Document
) -> None:
    viewer.set_cited([(3, span_of(contract, CITED))])
    with qtbot.waitSignal(viewer.citationHovered, check_params_cb=lambda n: n == 3):
        QTest.mouseMove(pages_of(viewer), where(viewer, CITED).toPoint())
    with qtbot.waitSignal(viewer.citationHovered, check_params_cb=lambda n: n is None):
        QTest.mouseMove(pages_of(viewer), where(viewer, OTHER).toPoint())


def test_marks_are_painted_in_their_colour(viewer: DocumentViewer, contract: Document) -> None:
    viewer.set_marks([Mark(1, span_of(contract, READ), "#ff4040", "check this")])
    seen = paper_at(viewer, READ)
    assert seen.red() > seen.green() + 60


def test_the_strip_tells_what_was_read_cited_and_has_no_text(
    viewer: DocumentViewer, contract: Document
) -> None:
    page = contract.pages[3]
    viewer.set_inspected([contract.span(page.start, page.end)])
    viewer.set_cited([(2, span_of(contract, "Clause 5.1 says"))])
    strip = viewer._strip
    assert strip.describe(contract, 3) == "Page 2 — read in this run"
    assert strip.describe(contract, 4) == "Page 3 — not read in this run; cited: 2"
    assert strip.describe(contract, EMPTY_PAGE) == "Page 5 — no text"
    assert strip.describe(contract, 0) == "Page i — not read in this run"


def test_the_strip_shows_read_pages_where_they_are(
    qtbot: QtBot, viewer: DocumentViewer, contract: Document
) -> None:
    page = contract.pages[8]
    viewer.set_colors(replace(OverlayColors(), canvas="#ffffff"))
    viewer.set_inspected([contract.span(page.start, page.end)])
    strip = viewer._strip
    middle = strip.width() // 2

    def colour(index: int) -> QColor:
        top, bottom = strip.span_of(index)
        return strip.grab().toImage().pixelColor(middle, round((top + bottom) / 2))

    qtbot.waitUntil(lambda: colour(8) == QColor(OverlayColors().reading), timeout=2000)
    assert colour(9) == QColor("white")


def test_a_click_on_the_strip_goes_to_the_page(viewer: DocumentViewer) -> None:
    top, bottom = viewer._strip.span_of(7)
    at = QPointF(5, (top + bottom) / 2).toPoint()
    QTest.mouseClick(viewer._strip, Qt.MouseButton.LeftButton, pos=at)
    assert viewer.current_page == 7
    viewer.back()
    assert viewer.current_page == 0

"""Find marks every match, counts them, and goes from one to the next."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.documents.document import Document
from app.ui.viewer import DocumentViewer
from app.ui.viewer.finding import OVERLAP, WINDOW, matches, pattern
from tests.ui.viewer.conftest import drag, pages_of, paper_at, where

SHIFT = Qt.KeyboardModifier.ShiftModifier


def all_matches(text: str, wanted: str, **options: bool) -> list[str]:
    looked_for = pattern(wanted, **options)
    assert looked_for is not None
    return [text[a:b] for part in matches(text, looked_for) for a, b in part]


def open_and_type(qtbot: QtBot, viewer: DocumentViewer, text: str) -> None:
    QTest.keyClick(viewer._area, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(viewer._find.bar.edit, text)
    find = viewer._find
    qtbot.waitUntil(lambda: not find.bar._typing.isActive() and not find._finder.busy)


def test_typing_finds_and_counts(qtbot: QtBot, viewer: DocumentViewer, contract: Document) -> None:
    open_and_type(qtbot, viewer, "supplier")
    total = contract.text.lower().count("supplier")
    assert viewer._find.bar.count.text() == f"1 of {total}"


def test_matches_are_tinted_and_the_current_one_otherwise(
    qtbot: QtBot, viewer: DocumentViewer
) -> None:
    paper = paper_at(viewer, "act within")
    open_and_type(qtbot, viewer, "act within")
    current = paper_at(viewer, "act within")
    viewer.find_next()
    assert len({paper.rgb(), current.rgb(), paper_at(viewer, "act within").rgb()}) == 3


@pytest.mark.parametrize("points", [9, 18])
def test_a_narrow_view_cuts_no_button(qtbot: QtBot, viewer: DocumentViewer, points: int) -> None:
    bar = viewer.find_bar
    open_and_type(qtbot, viewer, "supplier")
    font = bar.font()
    font.setPointSize(points)
    bar.setFont(font)
    heights = set()
    for width in (1200, 420, 1200):
        viewer.resize(width, 600)
        qtbot.wait(20)
        assert viewer.rect().contains(bar.geometry())
        for part in (bar.previous, bar.following, bar.case, bar.words, bar.shut, bar.count):
            needed = part.minimumSizeHint()
            assert part.width() >= needed.width() and part.height() >= needed.height()
            assert bar.rect().contains(part.geometry())
        heights.add(bar.height())
    assert len(heights) == 2, "in two rows where it is narrow, and in one again"


def test_f3_goes_round_and_back(qtbot: QtBot, viewer: DocumentViewer, contract: Document) -> None:
    open_and_type(qtbot, viewer, "About")
    seen: list[int] = []
    viewer.findChanged.connect(lambda current, total: seen.append(current))
    total = contract.text.count("About")
    for _ in range(total):
        QTest.keyClick(viewer._find.bar.edit, Qt.Key.Key_F3)
    assert seen == [*range(2, total + 1), 1]
    QTest.keyClick(viewer._area, Qt.Key.Key_F3, SHIFT)
    assert seen[-1] == total and viewer.current_page == 11


def test_enter_goes_on_and_shift_enter_back(qtbot: QtBot, viewer: DocumentViewer) -> None:
    open_and_type(qtbot, viewer, "About")
    edit, count = viewer._find.bar.edit, viewer._find.bar.count
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert count.text().startswith("3 of")
    QTest.keyClick(edit, Qt.Key.Key_Return, SHIFT)
    assert count.text().startswith("2 of")
    assert 0 < where(viewer, "About payment").y() < pages_of(viewer).height()


def test_the_first_match_is_the_next_from_where_one_reads(
    qtbot: QtBot, viewer: DocumentViewer
) -> None:
    viewer.goto_page(4)
    open_and_type(qtbot, viewer, "About")
    assert viewer._find.bar.count.text().startswith("5 of")
    assert viewer.current_page == 4


def test_escape_closes_and_unmarks(qtbot: QtBot, viewer: DocumentViewer) -> None:
    open_and_type(qtbot, viewer, "supplier")
    QTest.keyClick(viewer._find.bar.edit, Qt.Key.Key_Escape)
    assert not viewer.is_finding
    assert viewer.overlays.found.ranges == []
    assert viewer._area.hasFocus()


def test_escape_leaves_the_match_selected_for_the_keys(
    qtbot: QtBot, viewer: DocumentViewer
) -> None:
    open_and_type(qtbot, viewer, "act within")
    QTest.keyClick(viewer._find.bar.edit, Qt.Key.Key_Escape)
    assert viewer.selected_text() == "act within"
    QTest.keyClick(viewer._area, Qt.Key.Key_Right, SHIFT)
    assert viewer.selected_text() == "act within 10"
    open_and_type(qtbot, viewer, "no such words")
    QTest.keyClick(viewer._find.bar.edit, Qt.Key.Key_Escape)
    assert viewer.selected_text() == "act within 10", "nothing was found: what was selected stays"


def test_f3_opens_the_bar_again(qtbot: QtBot, viewer: DocumentViewer, contract: Document) -> None:
    open_and_type(qtbot, viewer, "supplier")
    QTest.keyClick(viewer._find.bar.edit, Qt.Key.Key_Escape)
    QTest.keyClick(viewer._area, Qt.Key.Key_F3)
    assert viewer.is_finding and viewer.find_bar.edit.text() == "supplier"
    total = contract.text.lower().count("supplier")
    qtbot.waitUntil(lambda: viewer.find_bar.count.text().endswith(f"of {total}"))


def test_opening_takes_the_selection(viewer: DocumentViewer) -> None:
    drag(viewer, where(viewer, "parties agreed"), where(viewer, "agreed on"))
    viewer.show_find()
    assert viewer._find.bar.edit.text() == "parties agreed"


def test_nothing_found_says_so(qtbot: QtBot, viewer: DocumentViewer) -> None:
    viewer.show_find()
    QTest.keyClicks(viewer._find.bar.edit, "xylophone")
    qtbot.waitUntil(lambda: viewer._find.bar.count.text() == "No match")


def test_the_buttons_for_case_and_words(qtbot: QtBot, viewer: DocumentViewer) -> None:
    open_and_type(qtbot, viewer, "about")
    bar = viewer._find.bar
    QTest.mouseClick(bar.case, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.count.text() == "No match")
    QTest.mouseClick(bar.case, Qt.MouseButton.LeftButton)
    bar.edit.setText("abou")
    QTest.mouseClick(bar.words, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.count.text() == "No match")


def test_going_to_another_document_looks_there(
    qtbot: QtBot, viewer: DocumentViewer, letter: Document
) -> None:
    open_and_type(qtbot, viewer, "the")
    viewer.set_document(letter)
    qtbot.waitUntil(lambda: viewer._find.bar.count.text() == "1 of 1")


def test_what_is_typed_finds_what_was_typeset() -> None:
    text = "the “Supplier’s”\nfirst–class\u00a0duty"
    assert all_matches(text, '"supplier\'s" first-class duty') == [text[4:]]


def test_case_counts_where_asked() -> None:
    assert all_matches("Art art ART", "art") == ["Art", "art", "ART"]
    assert all_matches("Art art ART", "art", case=True) == ["art"]


def test_whole_words_only_where_asked() -> None:
    assert all_matches("party art; parts (a)", "art", whole_words=True) == ["art"]
    assert all_matches("x (a) y(a)", "(a)", whole_words=True) == ["(a)"]


def test_signs_are_no_pattern() -> None:
    assert all_matches("cost (net) is 5.0+ or 510+", "5.0+") == ["5.0+"]


def test_only_space_finds_nothing() -> None:
    assert pattern("  \n ") is None


@pytest.mark.parametrize("shift", range(-12, 13, 3))
def test_a_match_over_the_edge_of_a_window_is_found_once(shift: int) -> None:
    text = "x" * (WINDOW + shift - 6) + " needle here " + "y" * OVERLAP
    assert all_matches(text, "needle here", whole_words=True) == ["needle here"]


@settings(deadline=None)
@given(st.text("ab ", max_size=300), st.text("ab ", min_size=1, max_size=4))
def test_matches_are_disjoint_and_in_order(text: str, wanted: str) -> None:
    looked_for = pattern(wanted)
    if looked_for is None:
        return
    found = [r for part in matches(text, looked_for) for r in part]
    assert found == [m.span() for m in looked_for.finditer(text)]

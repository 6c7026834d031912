"""Which pages were read is shown as it happens, and leads to them; following can be left."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetrics
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.documents.document import Page, Span
from app.ui.coverage.grid import CoverageGrid
from app.ui.coverage.map import CoverageMap, PageReading, Shares
from app.ui.coverage.model import PARTED, SHARES, CoverageModel
from app.ui.window import MainWindow
from tests.ui.conftest import QUESTION, SlowEngine, ask, finished

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def pages(count: int, length: int = 10) -> tuple[Page, ...]:
    """Pages of the same length; every fifth one has no text."""
    made, start = [], 0
    for n in range(count):
        end = start if n % 5 == 4 else start + length
        made.append(Page(n, str(n + 1), 595, 842, start, end, end > start))
        start = end
    return tuple(made)


@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 30)), max_size=8),
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 30)), max_size=8),
)
def test_a_page_counts_as_the_characters_of_it_that_were_shown(
    now: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    read = CoverageMap()
    all_pages = pages(12)
    read.set_pages({"d": all_pages})
    for start, length in now:
        read.add(Span("d", start, start + length))
    read.set_other([Span("d", start, start + length) for start, length in other])
    shown = {c for start, length in now for c in range(start, start + length)}
    before = {c for start, length in other for c in range(start, start + length)}
    for page in all_pages:
        own = set(range(page.start, page.end))
        if not own:
            expected = PageReading.NO_TEXT
        elif own & shown:
            whole = len(own & shown) >= 0.9 * len(own)
            expected = PageReading.NOW if whole else PageReading.PART
        else:
            expected = PageReading.OTHER if own & before else PageReading.NEVER
        assert read.reading("d", page.index) is expected
    shares = read.shares("d")
    assert shares.pages == 12 == shares.now + shares.other + shares.never + shares.no_text


def test_the_model_says_how_much_of_each_document_was_read(qtmodeltester: ModelTester) -> None:
    model = CoverageModel()
    model.set_documents([("a", "agreement.pdf"), ("b", "letter.pdf")])
    model.map.set_pages({"a": pages(5), "b": pages(1)})
    model.map.set_now([Span("a", 0, 12)])
    model.map.set_other([Span("a", 25, 26)])
    model.map.set_cited([Span("a", 11, 12)])
    model.refresh()
    qtmodeltester.check(model)
    assert model.index(0).data(SHARES) == (
        "2 of 5 in this run · 1 in others · 1 never · 1 without text"
    )
    assert model.index(1).data(SHARES) == "0 of 1 in this run · 1 never"
    assert model.say("a", 1) == "p. 2: partly read in this run, cited"
    assert model.say("a", 4) == "p. 5: no text"
    assert model.map.total() == Shares(6, 2, 1, 2, 1)
    assert model.summary() == "2 of 6 pages in this run"


def cell_of(grid: CoverageGrid, row: int, page: int) -> QPoint:
    """The middle of a page's cell."""
    index = grid.coverage.index(row)
    return grid.cell(index, grid.visualRect(index), page).center()


def colour_of(grid: CoverageGrid, at: QPoint) -> QColor:
    return grid.viewport().grab().toImage().pixelColor(at)


def test_what_is_said_of_a_document_takes_the_lines_it_needs(
    opened: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_4, ALT)
    grid, model = opened.shell.coverage.grid, CoverageModel()
    model.set_documents([("a", "agreement.pdf")])
    model.map.set_pages({"a": pages(5)})
    model.map.set_now([Span("a", 0, 12)])
    model.map.set_other([Span("a", 25, 26)])
    delegate, index = grid.delegate, model.index(0)
    small = QFontMetrics(grid.font())
    said = str(index.data(SHARES))
    for width in (200, 262, 700):
        opened.panels.columns.setSizes([width, 600, 400])
        lines = delegate.shares(small, index)
        assert PARTED.join(lines) == said
        assert all(small.horizontalAdvance(line) <= grid.room for line in lines)
    assert lines == [said]


def test_after_a_run_the_cells_show_what_was_read(opened: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_4, ALT)
    panel = opened.shell.coverage
    grid = panel.grid
    total = sum(item.row.pages for item in opened.desk.items if item.row is not None)
    qtbot.waitUntil(lambda: panel.model.map.total().pages == total, timeout=30_000)
    assert panel.model.map.total().now == 0
    ask(opened, qtbot)
    answer = opened.runs.answer
    assert answer is not None
    coverage = answer.coverage
    read = {
        (document, page.index)
        for document in (item.key for item in opened.desk.items)
        for page in panel.model.map.pages(document)
        if panel.model.map.reading(document, page.index) in (PageReading.NOW, PageReading.PART)
    }
    assert read and read == set(coverage.pages_read)
    document, page = next(p for p in read if panel.model.map.reading(*p) is PageReading.PART)
    row = panel.model.row_of(document)
    reading = QColor(opened.appearance.theme.overlay["reading"])
    at = cell_of(grid, row, page)
    assert colour_of(grid, at + QPoint(-2, 3)) == reading
    assert f"{len(read)} of {total} pages in this run" in panel.summary.full_text()


def test_what_an_earlier_run_read_is_told_from_what_none_read(
    opened: MainWindow, qtbot: QtBot
) -> None:
    ask(opened, qtbot)
    panel = opened.shell.coverage
    now = panel.model.map.total().now
    qtbot.waitUntil(lambda: panel.model.map.total().now == now and now > 0)
    opened.runs.show_nothing()
    qtbot.waitUntil(lambda: panel.model.map.total().other == now, timeout=30_000)
    assert panel.model.map.total().now == 0


def test_a_click_on_a_cell_goes_to_the_page_and_back_returns(
    opened: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_4, ALT)
    grid = opened.shell.coverage.grid
    qtbot.waitUntil(lambda: grid.page_count(grid.coverage.index(0)) > 5, timeout=30_000)
    qtbot.wait(50)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=cell_of(grid, 0, 4))
    assert opened.pane.viewer.current_page == 4
    assert opened.actions_["back"].isEnabled()
    row = next(n for n, i in enumerate(opened.desk.items) if i.name == "letter.pdf")
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=cell_of(grid, row, 0))
    document = opened.navigator.document
    assert document is not None
    qtbot.waitUntil(lambda: opened.pane.title.full_text() == "letter.pdf", timeout=30_000)


def test_the_keys_move_over_the_cells_into_the_next_document(
    opened: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_4, ALT)
    grid = opened.shell.coverage.grid
    both = [grid.coverage.index(row) for row in (0, 1)]
    qtbot.waitUntil(lambda: all(grid.page_count(index) for index in both), timeout=30_000)
    grid.setFocus()
    assert grid.current_page == 0
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.current_page == 2
    assert grid.accessibleDescription() == "p. 3: never read"
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert opened.pane.viewer.current_page == 2
    for _ in range(grid.page_count(both[0])):
        qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.current_document == grid.coverage.document(both[1])


def test_the_keys_stay_before_a_document_whose_pages_are_not_known_yet(
    opened: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_4, ALT)
    grid = opened.shell.coverage.grid
    first = grid.coverage.document(grid.coverage.index(0))
    qtbot.waitUntil(lambda: grid.page_count(grid.coverage.index(1)) > 0, timeout=30_000)
    grid.coverage.map.set_pages({first: pages(3)})
    grid.show_page(first, 2)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert (grid.current_document, grid.current_page) == (first, 2)


def test_scrolling_by_hand_leaves_the_reading_and_a_button_takes_it_up_again(
    opened: MainWindow, qtbot: QtBot, engine: SlowEngine
) -> None:
    following, viewer = opened.actions_["following"], opened.pane.viewer
    assert following.isChecked() and not opened.pane.follow.isVisible()
    engine.pause = 1.5
    opened.question.box.setFocus()
    qtbot.keyClicks(opened.question.box, QUESTION)
    qtbot.keyClick(opened.question.box, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: viewer.following, timeout=30_000)
    assert following.isChecked() and not opened.pane.follow.isVisible()
    qtbot.waitUntil(
        lambda: opened.runs.live is not None and bool(opened.runs.live.slices), timeout=60_000
    )
    qtbot.keyClick(viewer._area, Qt.Key.Key_PageDown)
    assert not following.isChecked()
    assert opened.pane.follow.isVisible()
    qtbot.mouseClick(opened.pane.follow, Qt.MouseButton.LeftButton)
    assert viewer.following and following.isChecked() and not opened.pane.follow.isVisible()
    qtbot.keyClick(viewer._area, Qt.Key.Key_PageDown)
    engine.pause = 0.0
    finished(opened, qtbot)
    qtbot.waitUntil(lambda: not opened.pane.follow.isVisible())
    assert following.isChecked()  # The next run is followed again.


def test_many_pages_take_little_time_to_count() -> None:
    read = CoverageMap()
    many = pages(3_000)
    read.set_pages({"d": many})
    read.set_now([Span("d", n, n + 2) for n in range(0, 24_000, 40)])
    began = time.process_time()
    read.shares("d")
    assert time.process_time() - began < 0.5

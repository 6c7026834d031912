"""Outline and thumbnails: what they show, and where a click leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.documents.document import Document
from app.ui.viewer import DocumentViewer, OutlinePanel, ThumbnailList
from app.ui.viewer.outline import PAGE, TITLE, OutlineModel
from app.ui.viewer.thumbnails import PageModel
from tests.ui.conftest import Own
from tests.ui.viewer.conftest import PAGES, ParserSource, pages_of, where


@pytest.fixture
def outline(owned: Own, viewer: DocumentViewer) -> OutlinePanel:
    panel = owned(OutlinePanel(viewer))
    panel.resize(260, 500)
    panel.show()
    return panel


@pytest.fixture
def thumbnails(owned: Own, viewer: DocumentViewer) -> ThumbnailList:
    view = owned(ThumbnailList(viewer))
    view.resize(160, 500)
    view.show()
    return view


def rows(model: OutlineModel, parent: QModelIndex | None = None) -> list[QModelIndex]:
    at = parent if parent is not None else QModelIndex()
    found = []
    for row in range(model.rowCount(at)):
        index = model.index(row, TITLE, at)
        found += [index, *rows(model, index)]
    return found


def test_the_outline_is_a_sound_model(
    qtmodeltester: ModelTester, contract: Document, letter: Document
) -> None:
    model = OutlineModel()
    qtmodeltester.check(model)
    model.set_document(contract)
    qtmodeltester.check(model)
    model.set_document(letter)
    qtmodeltester.check(model)


def test_the_pages_are_a_sound_model(qtmodeltester: ModelTester, contract: Document) -> None:
    model = PageModel()
    model.set_document(contract)
    qtmodeltester.check(model)
    assert model.rowCount() == PAGES


def test_the_outline_holds_every_section_once_in_order(contract: Document) -> None:
    model = OutlineModel()
    model.set_document(contract)
    titles = [model.data(index) for index in rows(model)]
    assert titles == [" ".join(s.title.split()) for s in contract.sections]
    assert len(titles) >= 10


def test_a_section_stands_under_the_one_it_belongs_to(contract: Document) -> None:
    model = OutlineModel()
    model.set_document(contract)
    for index in rows(model):
        section, above = model.section(index), model.section(model.parent(index))
        assert section is not None
        if above is not None:
            assert above.level < section.level and above.start <= section.start


def test_the_outline_tells_printed_pages(contract: Document) -> None:
    model = OutlineModel()
    model.set_document(contract)
    for index in rows(model):
        section = model.section(index)
        assert section is not None
        label = contract.page_at(section.start).label
        assert model.data(index.siblingAtColumn(PAGE)) == label


def click_row(panel: OutlinePanel, index: QModelIndex) -> None:
    rect = panel.tree.visualRect(index)
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_a_click_in_the_outline_goes_to_the_section(
    outline: OutlinePanel, viewer: DocumentViewer
) -> None:
    QTest.keyClicks(outline.filter, "warranties")
    shown = outline.tree.model()
    index = shown.index(0, 0)
    while shown.rowCount(index):
        index = shown.index(0, 0, index)
    click_row(outline, index)
    assert viewer.current_page == 10
    assert 0 < where(viewer, "About warranties").y() < pages_of(viewer).height()
    viewer.back()
    assert viewer.current_page == 0


def test_the_filter_leaves_what_fits(outline: OutlinePanel) -> None:
    QTest.keyClicks(outline.filter, "INSURANCE")
    shown = outline.tree.model()
    titles = []
    stack = [QModelIndex()]
    while stack:
        parent = stack.pop()
        for row in range(shown.rowCount(parent)):
            index = shown.index(row, 0, parent)
            stack.append(index)
            titles.append(str(shown.data(index)))
    assert any("insurance" in t for t in titles)
    assert len(titles) <= 2


def test_the_outline_shows_where_one_reads(outline: OutlinePanel, viewer: DocumentViewer) -> None:
    viewer.goto_page(8)
    assert "arbitration" in str(outline.tree.currentIndex().data())


def test_only_thumbnails_in_view_are_drawn(
    qtbot: QtBot, thumbnails: ThumbnailList, viewer: DocumentViewer, source: ParserSource
) -> None:
    def here(page: int) -> bool:
        return viewer.images.small(viewer.images.small_key(page)) is not None

    qtbot.waitUntil(lambda: here(1) and here(2))
    assert not here(PAGES - 1)
    thumbnails.verticalScrollBar().setValue(thumbnails.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: here(PAGES - 1))


def test_a_thumbnail_shows_its_page(
    qtbot: QtBot, thumbnails: ThumbnailList, viewer: DocumentViewer
) -> None:
    viewer.goto_page(6)

    def yellow() -> bool:
        rect = thumbnails.visualRect(thumbnails.pages.index(6))
        colour = thumbnails.viewport().grab().toImage().pixelColor(rect.center())
        return colour.hsvSaturation() > 120 and colour.red() > 180

    qtbot.waitUntil(yellow)


def test_a_click_on_a_thumbnail_goes_to_the_page(
    thumbnails: ThumbnailList, viewer: DocumentViewer
) -> None:
    rect = thumbnails.visualRect(thumbnails.pages.index(2))
    thumbnails.scrollTo(thumbnails.pages.index(2))
    rect = thumbnails.visualRect(thumbnails.pages.index(2))
    QTest.mouseClick(thumbnails.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert viewer.current_page == 2


def test_the_thumbnail_of_the_page_on_show_is_the_chosen_one(
    thumbnails: ThumbnailList, viewer: DocumentViewer
) -> None:
    viewer.goto_page(9)
    assert thumbnails.currentIndex().row() == 9


def test_a_read_page_has_a_bar_on_its_thumbnail(
    qtbot: QtBot, thumbnails: ThumbnailList, viewer: DocumentViewer, contract: Document
) -> None:
    before = thumbnails.viewport().grab().toImage()
    page = contract.pages[0]
    viewer.set_inspected([contract.span(page.start, page.end)])
    bar = QColor(viewer._area.colors.reading)
    image = thumbnails.viewport().grab().toImage()
    cell = thumbnails.visualRect(thumbnails.pages.index(0))
    column = range(cell.top(), cell.bottom())
    x = cell.center().x() - 20
    assert any(image.pixelColor(x, y) == bar for y in column)
    assert not any(before.pixelColor(x, y) == bar for y in column)

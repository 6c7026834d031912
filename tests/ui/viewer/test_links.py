"""Links in the document are followed inside it, and never out of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.documents.process import Link
from app.ui.viewer import DocumentViewer
from tests.ui.viewer.conftest import click, pages_of


def at(viewer: DocumentViewer, x: float, y: float) -> QPointF:
    return viewer._area.transform(0).map(QPointF(x, y))


def wait_for_links(qtbot: QtBot, viewer: DocumentViewer) -> None:
    qtbot.waitUntil(lambda: len(viewer.images.links(0)) == 2)


def test_a_link_within_the_document_is_followed(qtbot: QtBot, viewer: DocumentViewer) -> None:
    wait_for_links(qtbot, viewer)
    click(viewer, at(viewer, 150, 610))
    assert viewer._area.place().page == 4
    assert abs(viewer._area.place().y - 276) < 2
    viewer.back()
    assert viewer.current_page == 0


def test_a_link_out_of_the_document_is_only_told(qtbot: QtBot, viewer: DocumentViewer) -> None:
    wait_for_links(qtbot, viewer)

    def leads_out(link: Link) -> bool:
        return link.uri == "https://example.org/a" and link.target is None

    with qtbot.waitSignal(viewer.linkActivated, check_params_cb=leads_out):
        click(viewer, at(viewer, 150, 640))
    assert viewer.current_page == 0


def test_the_pointer_tells_of_a_link(qtbot: QtBot, viewer: DocumentViewer) -> None:
    wait_for_links(qtbot, viewer)
    QTest.mouseMove(pages_of(viewer), at(viewer, 150, 610).toPoint())
    assert pages_of(viewer).cursor().shape() == Qt.CursorShape.PointingHandCursor

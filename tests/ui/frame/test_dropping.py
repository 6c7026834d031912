"""Files can be dropped anywhere on the window, which shows so while they are dragged over it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.window import MainWindow
from tests.ui.conftest import settled

ANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
SHIFT = Qt.KeyboardModifier.ShiftModifier


def of(*urls: QUrl) -> QMimeData:
    """What is dragged, as a file manager describes it."""
    mime = QMimeData()
    mime.setUrls(list(urls))
    return mime


def enter(window: MainWindow, mime: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(600, 400), ANY, mime, Qt.MouseButton.LeftButton, SHIFT)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event


def drop(window: MainWindow, mime: QMimeData) -> QDropEvent:
    event = QDropEvent(QPointF(600, 400), ANY, mime, Qt.MouseButton.LeftButton, SHIFT)
    assert event.proposedAction() is Qt.DropAction.MoveAction
    QApplication.sendEvent(window, event)
    return event


def test_a_sign_over_the_document_says_what_a_drop_does(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    sign, note = opened.shell.drop_sign, tmp_path / "note.txt"
    note.write_text("The fee is 40 euros.")
    files = of(QUrl.fromLocalFile(str(note)))
    assert enter(opened, files).isAccepted()
    assert sign.isVisible() and sign.words.text() == "Drop to add to this matter"
    assert opened.shell.middle.rect().contains(sign.geometry())
    accent = QColor(opened.appearance.theme.colours["accent"])
    edge = opened.shell.middle.grab().toImage()
    shown = {edge.pixelColor(x, sign.y() + 1).name() for x in range(60, 160)}
    assert accent.name() in shown, "its frame is drawn over the pages"
    QApplication.sendEvent(opened, QDragLeaveEvent())
    assert not sign.isVisible()

    enter(opened, files)
    assert drop(opened, files).dropAction() is Qt.DropAction.CopyAction, "the file stays its own"
    assert not sign.isVisible()
    qtbot.waitUntil(lambda: len(opened.desk.items) == 3 and settled(opened), timeout=60_000)


def test_a_matter_among_them_would_be_opened(opened: MainWindow, tmp_path: Path) -> None:
    enter(opened, of(QUrl.fromLocalFile(str(tmp_path / "Case.pincite"))))
    assert opened.shell.drop_sign.words.text() == "Drop to open this matter"


@pytest.mark.parametrize("address", ["https://example.org/a.pdf", ""])
def test_what_is_no_file_is_not_taken(opened: MainWindow, address: str) -> None:
    mime = of(QUrl(address)) if address else QMimeData()
    assert not enter(opened, mime).isAccepted()
    assert not opened.shell.drop_sign.isVisible()


def test_the_first_page_lights_its_own_place(window: MainWindow, tmp_path: Path) -> None:
    enter(window, of(QUrl.fromLocalFile(str(tmp_path))))
    assert window.start.drop.property("hot") and not window.shell.drop_sign.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.start.drop.property("hot")

"""Files dragged over the window: it says what a drop would do, and takes what is dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.ui.matter.commands import MatterCommands


class Drops(QObject):
    """Lets files be dropped anywhere on a window."""

    def __init__(
        self, window: QWidget, matter: MatterCommands, show: Callable[[str], None]
    ) -> None:
        """`show` is told what a drop would do, in words; "" once nothing is dragged any more."""
        super().__init__(window)
        self._matter = matter
        self._show = show
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files in place of the window."""
        if isinstance(event, QDragEnterEvent):  # Which is a kind of QDropEvent.
            return self._entered(event)
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._dropped(event)
        if event.type() == QEvent.Type.DragLeave:
            self._show("")
        return False

    def _entered(self, event: QDragEnterEvent) -> bool:
        paths = _local_files(event.mimeData())
        if paths:
            _take_copies(event)
            self._show(self._matter.drop_words(paths))
        return bool(paths)

    def _dropped(self, event: QDropEvent) -> bool:
        _take_copies(event)
        self._show("")
        self._matter.add_paths(_local_files(event.mimeData()))
        return True


def _local_files(mime: QMimeData) -> list[Path]:
    """The files of this machine among what is dragged."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _take_copies(event: QDropEvent) -> None:
    """Accept a drop so that whoever dragged does not take its files for moved, and delete them."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()

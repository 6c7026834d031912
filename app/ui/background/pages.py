"""Draws pages for the viewer in a parser process of its own."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.documents.document import Document
from app.documents.process import PageImage, ParserProcess
from app.errors import DocumentError, PasswordNeeded


class Pages(QObject):
    """The viewer's source of page images; a second process reads files at the same time.

    Signals:
        locked: a `Document` that was reopened and needs its password before it can be drawn.
    """

    locked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guard = threading.Lock()
        self._parser: ParserProcess | None = None
        self._passwords: dict[Path, str] = {}
        self._asked: set[Path] = set()
        self._closed = False

    def unlock(self, path: Path, password: str) -> None:
        """Use this password for a file, as long as the program runs. It is written nowhere."""
        self._passwords[path] = password
        self._asked.discard(path)

    def password_of(self, path: Path) -> str | None:
        """The password that is used for a file, if any."""
        return self._passwords.get(path)

    def render(self, document: Document, page: int, scale: float) -> PageImage:
        """Draw a page; called in the viewer's worker.

        Raises:
            DocumentError: if it can't be drawn.
        """
        try:
            return self._process().render(
                document.path,
                page,
                scale,
                self._passwords.get(document.path),
                sha256=document.sha256,
            )
        except PasswordNeeded:
            if document.path not in self._asked:
                self._asked.add(document.path)
                self.locked.emit(document)
            raise

    def links(self, document: Document, page: int) -> list[object]:
        """The links of a page; called in the viewer's worker."""
        password = self._passwords.get(document.path)
        return list(self._process().links(document.path, page, password, document.sha256))

    def close(self) -> None:
        """End the process. A page being drawn fails."""
        with self._guard:
            self._closed = True
            if self._parser is not None:
                self._parser.close()

    def _process(self) -> ParserProcess:
        """The parser process, started at the first page."""
        with self._guard:
            if self._closed:
                raise DocumentError("The window is closing.")
            if self._parser is None:
                self._parser = ParserProcess()
            return self._parser

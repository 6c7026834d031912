"""Saves a copy of the PDF on show with its marks as annotations; the original stays as it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.cancel import CancelToken
from app.documents.document import Document
from app.documents.exchange.wire import Annotation
from app.documents.process import ParserProcess
from app.sessions.rows import Mark
from app.ui.background.pages import Pages
from app.ui.background.writer import Writer
from app.ui.marks.marks import Marks
from app.ui.marks.model import COLOURS
from app.ui.reading.navigator import Navigator


class MarkedCopy(QObject):
    """Asks where the copy goes, and has it written.

    Attributes:
        dialog: the file dialog that is open, or was last.
    """

    def __init__(
        self, writer: Writer, pages: Pages, marks: Marks, navigator: Navigator, window: QWidget
    ) -> None:
        super().__init__(window)
        self._writer = writer
        self._pages = pages
        self._marks = marks
        self._navigator = navigator
        self._window = window
        self._document: Document | None = None
        self.dialog: QFileDialog | None = None

    @property
    def possible(self) -> bool:
        """Whether the document on show is a PDF with marks."""
        document = self._navigator.document
        return document is not None and document.kind == "pdf" and bool(self._marks.on(document.id))

    def ask(self) -> None:
        """Choose where the copy goes."""
        document = self._document = self._navigator.document
        if document is None:
            return
        name = self.tr("{name} – marked.pdf").format(name=document.path.stem)
        title = self.tr("Save a marked copy")
        dialog = self.dialog = QFileDialog(self._window, title, str(document.path.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["PDF (*.pdf)"])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, path: str) -> None:
        if self._document is not None:
            self.write(self._document, Path(path))

    def write(self, document: Document, to: Path) -> None:
        """Have the copy written; the writer tells when it is there."""
        marks = [annotation(document, mark) for mark in self._marks.on(document.id)]
        password = self._pages.password_of(document.path)
        self._writer.write(to, partial(_copy, document, to, marks, password))


def _copy(
    document: Document,
    to: Path,
    marks: list[Annotation],
    password: str | None,
    parser: ParserProcess,
    cancel: CancelToken,
) -> None:
    """In the worker: a copy of the file with marks."""
    parser.annotate(document.path, to, document.sha256, marks, password, cancel)


def annotation(document: Document, mark: Mark) -> Annotation:
    """A mark as an annotation: its rectangles, and tags and note in words."""
    tags = " ".join(f"#{tag}" for tag in mark.tags)
    words = "\n".join(part for part in (tags, mark.note) if part)
    rects = [(r.page, r.x0, r.y0, r.x1, r.y1) for r in document.rects(mark.span)]
    colour = COLOURS.get(mark.colour, COLOURS["yellow"])
    return Annotation(rects, colour, words, mark.initials, mark.created, mark.changed)

"""Leads to places in documents: loads the document first where another one is on show."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QObject, Signal

from app.documents.document import Document, Span
from app.recursion.results import Citation
from app.ui.matter.desk import Desk
from app.ui.reading.pane import ViewerPane
from app.ui.viewer import Mark

_SWITCH_SECONDS = 1.2


class Navigator(QObject):
    """Between the desk, which has documents, and the viewer, which shows one.

    Signals:
        document_shown: the `Document` on show, or None.
        overlaid: all slices and all citations of the run on show, when another one is shown.
        read: a slice that was just read.
        marked: all marks of the matter.
    """

    document_shown = Signal(object)
    overlaid = Signal(object, object)
    read = Signal(object)
    marked = Signal(object)

    def __init__(self, desk: Desk, pane: ViewerPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pane = pane
        self._viewer = pane.viewer
        self._wanted = ""
        self._then: Span | Citation | int | None = None
        self._switched = 0.0
        self._last: Span | None = None
        desk.document_ready.connect(self._ready)
        self._viewer.citationClicked.connect(self._clicked)
        self._viewer.documentChanged.connect(self._shown)
        pane.page_asked.connect(self._viewer.goto_page)

    @property
    def document(self) -> Document | None:
        """The document on show."""
        return self._viewer.document

    def show_document(self, document_id: str, page: int | None = None) -> None:
        """Show a document."""
        self._viewer.set_following(False)
        self._show(document_id, page)

    def show_span(self, span: Span) -> None:
        """Show a span."""
        self._viewer.set_following(False)
        self._show(span.document, span)

    def show_citation(self, citation: Citation) -> None:
        """Show a cited passage and make it the active one."""
        self._viewer.set_following(False)
        self._show(citation.span.document, citation)

    def show_nothing(self) -> None:
        """Show no document."""
        self._wanted, self._then = "", None
        self._viewer.set_document(None)

    def forget(self, document_id: str) -> None:
        """A document was taken out of the matter: no way leads back to it."""
        self._viewer.forget(document_id)

    def retry(self) -> None:
        """Draw again what could not be drawn."""
        self._viewer.retry()

    def follow(self, on: bool) -> None:
        """Follow the reading, from where it is now; or stay."""
        if on and self._last is not None:
            self._show(self._last.document, self._last)
        self._viewer.set_following(on)

    def show_page(self, document_id: str, page: int) -> None:
        """Show a page, as a jump that can be gone back from."""
        self._viewer.set_following(False)
        document = self.document
        if document is not None and document.id == document_id:
            self._viewer.goto_page(page)
        else:
            self._show(document_id, page)

    def lead(self) -> None:
        """Follow what is lit up next, also into another document, however fast."""
        self._switched = 0.0
        self._viewer.set_following(True)

    def flash(self, span: Span) -> None:
        """Light up a slice that is being read; follow it into another document if told to."""
        self._last = span
        self._viewer.flash_slice(span)
        self.read.emit(span)
        document = self.document
        if document is not None and document.id == span.document:
            return
        # Not at every slice: runs go back and forth between documents faster than eyes.
        if self._viewer.following and time.monotonic() - self._switched > _SWITCH_SECONDS:
            self._switched = time.monotonic()
            self._show(span.document, span)

    def set_overlays(self, slices: Sequence[Span], citations: Sequence[Citation]) -> None:
        """Set what was read and what is cited in the run on show."""
        self._last = None
        self.overlaid.emit(slices, citations)
        self._viewer.set_inspected(slices)
        self._viewer.set_cited([(c.n, c.span) for c in citations])

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Set the reviewer's marks."""
        self._viewer.set_marks(marks)
        self.marked.emit(marks)

    def place_of(self, span: Span) -> str:
        """Document and page of a span, in words."""
        page, title = self._desk.page_at(span), self._desk.name_of(span.document)
        if page is None:
            return title
        number = str(page.index + 1)
        if page.label and page.label != number:
            where = self.tr("p. {label} ({n} in the file)").format(label=page.label, n=number)
        else:
            where = self.tr("p. {n}").format(n=number)
        return f"{where} · {title}"

    def short_place_of(self, span: Span) -> str:
        """The printed page of a span, and its document where there are several."""
        page, title = self._desk.page_at(span), self._desk.name_of(span.document)
        if page is None:
            return title
        where = self.tr("p. {n}").format(n=page.label or page.index + 1)
        several = sum(item.in_matter for item in self._desk.items) > 1
        return f"{where} · {PurePath(title).stem}" if several else where

    def words_of(self, span: Span) -> str:
        """The first words of a span; "" while its document is not in memory."""
        document = self._desk.document(span.document)
        if document is None:
            return ""
        return " ".join(document.text[span.start : min(span.end, span.start + 300)].split())

    def _show(self, document_id: str, then: Span | Citation | int | None) -> None:
        document = self.document
        if document is not None and document.id == document_id:
            self._go(then)
            return
        self._wanted, self._then = document_id, then
        self._desk.show(document_id)

    def _ready(self, document: Document) -> None:
        shown = self.document
        if document.id == self._wanted:
            self._wanted = ""
            following = self._viewer.following
            self._viewer.set_document(document)
            then, self._then = self._then, None
            self._go(then)
            self._viewer.set_following(following)  # What was read in it led here, no hand.
        elif shown is not None and shown.id == document.id:
            if shown is not document:
                self._viewer.set_document(document)  # The same text, refined: nothing moves.
            self._viewer.retry()  # Its password may have come, or its file be back.

    def _shown(self, document: Document | None) -> None:
        """Another document is on show, perhaps because the reviewer went back to it."""
        self._pane.show_title(document)
        self.document_shown.emit(document)

    def _go(self, then: Span | Citation | int | None) -> None:
        if isinstance(then, Citation):
            self._viewer.set_active_citation(then.n)
            self._viewer.goto(then.span)
        elif isinstance(then, Span):
            self._viewer.goto(then)
        elif isinstance(then, int):
            self._viewer.goto_page(then, remember=False)

    def _clicked(self, number: int) -> None:
        self._viewer.set_active_citation(number)

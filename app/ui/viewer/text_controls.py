"""What is done with a document's text in the viewer: selecting, copying, finding."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from app.documents.document import Span
from app.ui.viewer.find_control import FindControl
from app.ui.viewer.findbar import FindBar
from app.ui.viewer.mouse import PageMouse
from app.ui.viewer.selection import citation_text, first_unit
from app.ui.viewer.view_controls import ViewControls


class TextControls(ViewControls):
    """The part of the viewer that selects, copies and finds, in words of what it holds."""

    _mouse: PageMouse
    _find: FindControl

    @property
    def selection(self) -> Span | None:
        """The selected span."""
        return self._mouse.selection.span

    def select(self, span: Span | None) -> None:
        """Select a span, or nothing."""
        document = self._area.document
        if document is not None:
            self._mouse.select(document, span)

    def select_all(self) -> None:
        """Select all text of the document."""
        document = self._area.document
        if document is not None:
            self.select(document.span(0, len(document.text)))

    def grow_selection(self, words: int = 0, sentences: int = 0) -> None:
        """Move the end of the selection by words or sentences.

        Without one it begins with the first word, or the first sentence, from the top of the view.
        """
        document = self._area.document
        if document is None:
            return
        if self.selection is None:
            self.select(first_unit(document, self._area.place(), whole=bool(sentences)))
        else:
            self._mouse.grow(document, words, sentences)

    def selected_text(self) -> str:
        """The text of the selection."""
        document, span = self._area.document, self.selection
        return document.quote(span) if document is not None and span is not None else ""

    def copy(self) -> None:
        """Copy the selected text."""
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def copy_with_citation(self) -> None:
        """Copy the selected text as “quote” — document, p. 12."""
        document, span = self._area.document, self.selection
        if document is not None and span is not None:
            QGuiApplication.clipboard().setText(citation_text(document, span))

    def find_next(self) -> None:
        """Go to the next match; after the last comes the first."""
        self._find.next()

    def find_previous(self) -> None:
        """Go to the match before."""
        self._find.previous()

    @property
    def is_finding(self) -> bool:
        """Whether the find bar is open."""
        return self._find.is_open

    def show_find(self) -> None:
        """Open the find bar, with the selection as its text."""
        if self._area.document is not None:
            text = " ".join(self.selected_text().split())
            self._find.open(text if len(text) <= 100 else "")

    def close_find(self) -> None:
        """Close the find bar and unmark its matches."""
        self._find.close()

    @property
    def find_bar(self) -> FindBar:
        """The find bar."""
        return self._find.bar

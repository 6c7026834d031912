"""The viewer as the window sees it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.documents.document import Document, Span
from app.ui.viewer.base import Mark, OverlayColors, PageSource


class DocumentViewer(QWidget):
    """Shows one document, scrolling through all its pages, with overlays over its text.

    Signals:
        pageChanged: the index of the page at the middle of the view.
        zoomChanged: the zoom; 1.0 is 100 %.
        citationClicked: the number of a citation that was clicked on a page.
        selectionChanged: the selected `Span`, or None.
        historyChanged: whether there is a place to go back to, and one to go forward to.
        linkActivated: the `PageLink` that was clicked.
        findChanged: the current match, from 1 (0 for none), and how many there are.
        followingChanged: whether the view follows the reading.
    """

    pageChanged = Signal(int)
    zoomChanged = Signal(float)
    citationClicked = Signal(int)
    selectionChanged = Signal(object)
    historyChanged = Signal(bool, bool)
    linkActivated = Signal(object)
    findChanged = Signal(int, int)
    followingChanged = Signal(bool)

    def __init__(self, source: PageSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._document: Document | None = None

    @property
    def document(self) -> Document | None:
        """The document on show."""
        return self._document

    def set_document(self, document: Document | None) -> None:
        """Show `document` from its first page, or the empty state."""
        self._document = document

    def set_hint(self, text: str) -> None:
        """Set the words shown while there is no document."""

    def set_colors(self, colors: OverlayColors) -> None:
        """Take the colours of the window's theme."""

    @property
    def current_page(self) -> int:
        """The index of the page at the middle of the view; 0 where there is no document."""
        return 0

    def goto(self, span: Span, *, remember: bool = True) -> None:
        """Scroll so that the first rectangle of `span` stands in the middle."""

    def goto_page(self, index: int, *, remember: bool = True) -> None:
        """Scroll to the top of a page."""

    def back(self) -> None:
        """Return to where the view was before the last jump."""

    def forward(self) -> None:
        """Undo the last `back`."""

    @property
    def zoom(self) -> float:
        """The zoom; 1.0 shows a page at its printed size."""
        return 1.0

    def set_zoom(self, zoom: float) -> None:
        """Zoom around the middle of the view."""

    def zoom_in(self) -> None:
        """Zoom in by one step."""

    def zoom_out(self) -> None:
        """Zoom out by one step."""

    def zoom_reset(self) -> None:
        """Show pages at their printed size."""

    def fit_width(self) -> None:
        """Make pages as wide as the view, and keep them so when it is resized."""

    def fit_page(self) -> None:
        """Show whole pages, and keep it so when the view is resized."""

    def rotate(self, degrees: int = 90) -> None:
        """Turn all pages clockwise by a multiple of 90 degrees."""

    def set_two_pages(self, on: bool) -> None:
        """Show pages in pairs, or one below the other."""

    def set_night(self, on: bool) -> None:
        """Show light text on dark pages; pictures are kept as they are."""

    def flash_slice(self, span: Span) -> None:
        """Light up a slice that is being read; it fades to a quiet trace."""

    def set_inspected(self, spans: Sequence[Span]) -> None:
        """Set which spans were shown to the model; replaces earlier ones and traces."""

    def set_cited(self, cited: Sequence[tuple[int, Span]]) -> None:
        """Set the citations: their numbers and spans. Those of other documents are left out."""

    def set_active_citation(self, number: int | None) -> None:
        """Set which citation stands out."""

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Set the reviewer's marks."""

    @property
    def following(self) -> bool:
        """Whether the view scrolls to slices as they are read."""
        return False

    def set_following(self, on: bool) -> None:
        """Follow the reading, or stay. Scrolling by hand switches it off."""

    @property
    def selection(self) -> Span | None:
        """The selected span."""
        return None

    def select(self, span: Span | None) -> None:
        """Select a span, or nothing."""

    def select_all(self) -> None:
        """Select all text of the document."""

    def selected_text(self) -> str:
        """The text of the selection."""
        return ""

    def copy(self) -> None:
        """Copy the selected text."""

    def copy_with_citation(self) -> None:
        """Copy the selected text as “quote” — document, p. 12."""

    def find_text(self, text: str, *, case: bool = False, whole_words: bool = False) -> None:
        """Mark all matches of `text` and go to the first one below the view's top."""

    def find_next(self) -> None:
        """Go to the next match; after the last comes the first."""

    def find_previous(self) -> None:
        """Go to the match before."""

    def show_find(self) -> None:
        """Open the find bar, with the selection as its text."""

    def close_find(self) -> None:
        """Close the find bar and unmark its matches."""

    def shutdown(self) -> None:
        """Stop the worker thread. Called on close; may be called more than once."""

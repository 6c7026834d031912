"""Where the viewer is: jumps to places, and the way back from them."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.documents.document import Document, Span
from app.ui.viewer.geometry import Place
from app.ui.viewer.history import History, Stop
from app.ui.viewer.overlay_controls import OverlayControls


class PlaceControls(OverlayControls):
    """The part of the viewer that goes to places, in its document and back in others.

    Signals:
        historyChanged: there may be another place to go back to, or to go forward to.
    """

    historyChanged = Signal()

    _history: History
    _fresh: bool

    @property
    def document(self) -> Document | None:
        """The document on show."""
        return self._area.document

    def _show(self, document: Document | None) -> None:
        """Show a document where it was left last."""
        raise NotImplementedError

    @property
    def current_page(self) -> int:
        """The index of the page at the middle of the view; 0 where there is no document."""
        return self._area.current_page

    def goto(self, span: Span, *, remember: bool = True) -> None:
        """Scroll so that the first rectangle of `span` stands in the middle, and ring the span.

        A span without rectangles (no words) leads to its page. One of another document does
        nothing.
        """
        document = self.document
        if document is None or span.document != document.id or not document.pages:
            return
        self._jump(remember)
        found = self._area.first_rect(span)
        if found is None:
            self._area.show_page(document.page_at(span.start).index)
            return
        self._area.reveal(found[1])
        self.overlays.pulse(span)
        self._area.animate()

    def goto_page(self, index: int, *, remember: bool = True) -> None:
        """Scroll to the top of a page; an index beyond the ends leads to the end."""
        document = self.document
        if document is not None and document.pages:
            self._jump(remember)
            self._area.show_page(max(0, min(index, len(document.pages) - 1)))

    def goto_place(self, place: Place, *, remember: bool = True) -> None:
        """Scroll so that a place stands at the top of the view."""
        if self.document is not None:
            self._jump(remember)
            self._area.restore(place)

    @property
    def can_back(self) -> bool:
        """Whether there is a place to go back to."""
        return self._history.can_back

    @property
    def can_forward(self) -> bool:
        """Whether there is a place to go forward to."""
        return self._history.can_forward

    def back(self) -> None:
        """Return to where the view was before the last jump."""
        self._travel(self._history.back(self._here()))

    def forward(self) -> None:
        """Undo the last `back`."""
        self._travel(self._history.forward(self._here()))

    def _travel(self, stop: Stop | None) -> None:
        if stop is not None:
            self.set_following(False)
            if self.document is None or self.document.id != stop.document.id:
                self._show(stop.document)
            self._area.restore(stop.place)
        self._tell_history()

    def _jump(self, remember: bool) -> None:
        """Before a jump: the reviewer wants to stand still there, and to come back."""
        self.set_following(False)
        here = self._here()
        # A change of document and a jump in the same breath are one jump, and already remembered.
        if remember and here is not None and not self._fresh:
            self._history.leave(here)
            self._tell_history()
        self._fresh = False

    def _here(self) -> Stop | None:
        document = self.document
        if document is None or not document.pages:
            return None
        return Stop(document, self._area.place())

    def _tell_history(self) -> None:
        self.historyChanged.emit()

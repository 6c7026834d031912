"""What lies over the pages: what the model reads and has read, citations, the reviewer's marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.documents.document import Span
from app.ui.viewer.base import Mark
from app.ui.viewer.overlays import Overlays
from app.ui.viewer.strip import CoverageStrip
from app.ui.viewer.text_controls import TextControls

READING_HEIGHT = 0.3


class OverlayControls(TextControls):
    """The part of the viewer that shows what happens to the text, and follows the reading.

    Attributes:
        overlays: what lies over the text; change it through the methods here.

    Signals:
        followingChanged: whether the view follows the reading.
        overlaysChanged: traces, citations, marks or matches changed.
    """

    followingChanged = Signal(bool)
    overlaysChanged = Signal()

    overlays: Overlays
    _strip: CoverageStrip
    _following: bool

    def flash_slice(self, span: Span) -> None:
        """Light up a slice that is being read; it fades to a quiet trace."""
        self.overlays.flash(span)
        self._strip.refresh()
        self.overlaysChanged.emit()
        if self._area.document is None or span.document != self._area.document.id:
            return
        if self._following:
            found = self._area.first_rect(span)
            if found is not None and not self._area.is_visible(found[1]):
                self._area.reveal(found[1], READING_HEIGHT)
        self._area.animate()

    def set_inspected(self, spans: Sequence[Span]) -> None:
        """Set which spans were shown to the model; replaces earlier ones and traces.

        Spans of other documents are kept until those are on show; so are citations and marks.
        """
        self.overlays.set_inspected(spans)
        self._overlaid()

    def set_cited(self, cited: Sequence[tuple[int, Span]]) -> None:
        """Set the citations: their numbers and spans."""
        self.overlays.set_cited(cited)
        self._overlaid()

    def set_active_citation(self, number: int | None) -> None:
        """Set which citation stands out."""
        self.overlays.active = number
        self._area.viewport().update()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Set the reviewer's marks."""
        self.overlays.set_marks(marks)
        self._overlaid()

    def _overlaid(self) -> None:
        self._area.viewport().update()
        self._strip.refresh()
        self.overlaysChanged.emit()

    @property
    def following(self) -> bool:
        """Whether the view scrolls to slices as they are read."""
        return self._following

    def set_following(self, on: bool) -> None:
        """Follow the reading, or stay. Scrolling by hand, and every jump, switches it off."""
        if on != self._following:
            self._following = on
            self.followingChanged.emit(on)

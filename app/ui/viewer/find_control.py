"""Find in the document: the bar, the matches over the pages, and the way from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.documents.document import Span
from app.ui.viewer.area import PageArea
from app.ui.viewer.findbar import FindBar
from app.ui.viewer.finder import Finder
from app.ui.viewer.selection import first_offset

BAR_MARGIN = 8


class FindControl(QObject):
    """Runs finds over the document of a page area and shows their matches.

    Signals:
        found: the current match, from 1 (0 for none), and how many there are.
        jumping: the view is about to go to a match.
        closed: the bar was closed.
        left: the `Span` of the match that was on show when it was.
    """

    found = Signal(int, int)
    jumping = Signal()
    closed = Signal()
    left = Signal(object)

    def __init__(self, area: PageArea, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = area
        self._finder = Finder(self)
        self._bar = FindBar(parent)
        self._bar.hide()
        self._bar.wanted.connect(self._on_wanted)
        self._bar.nextWanted.connect(self.next)
        self._bar.previousWanted.connect(self.previous)
        self._bar.closed.connect(self.close)
        self._bar.restyled.connect(self.place)
        self._finder.changed.connect(self._on_changed)
        self._finder.moved.connect(self._show_match)
        self.found.connect(self._bar.show_count)

    @property
    def is_open(self) -> bool:
        """Whether the bar is open."""
        return not self._bar.isHidden()

    @property
    def bar(self) -> FindBar:
        """The bar, which floats over the viewer so that nothing moves when it opens."""
        return self._bar

    def start(self, text: str, case: bool, whole_words: bool) -> None:
        """Mark all matches and go to the first one from the top of the view."""
        document = self._area.document
        if document is None:
            return
        # Typing on must not run away from the match on show.
        match = self._finder.range
        origin = match[0] if match else first_offset(document, self._area.place())
        self._finder.start(document.text, text, case, whole_words, origin)

    @Slot()
    def next(self) -> None:
        """Go to the next match; after the last comes the first. A closed bar opens again."""
        if not self._opened_again():
            self._finder.step(1)

    @Slot()
    def previous(self) -> None:
        """Go to the match before."""
        if not self._opened_again():
            self._finder.step(-1)

    def _opened_again(self) -> bool:
        """Open the bar with what was looked for last, if it is closed; whether it was."""
        if self.is_open or self._area.document is None:
            return False
        self.open("")
        return True

    def open(self, text: str) -> None:
        """Open the bar; `text`, if any, takes the place of what was looked for last."""
        self.place()
        self._bar.open_with(text)
        self._bar.raise_()

    @Slot()
    def close(self) -> None:
        """Close the bar and unmark the matches; the one on show is told of, to be worked with."""
        match = self._match_in_view()
        self._finder.clear()
        if self.is_open:
            self._bar.hide()
            self.closed.emit()
            if match is not None:
                self.left.emit(match)

    def forget(self) -> None:
        """Drop the matches: another document comes."""
        self._finder.clear()

    def again(self) -> None:
        """Look for the same in the document that came."""
        if self.is_open:
            self._bar.ask()

    @Slot()
    def place(self) -> None:
        """Put the bar into the top right corner of the pages."""
        room = self._area.viewport().width()
        size = self._bar.fit(room - 2 * BAR_MARGIN)
        left = self._area.x() + room - BAR_MARGIN - size.width()
        self._bar.setGeometry(QRect(QPoint(left, BAR_MARGIN), size))

    @Slot(str, bool, bool)
    def _on_wanted(self, text: str, case: bool, whole_words: bool) -> None:
        self.start(text, case, whole_words)

    @Slot()
    def _on_changed(self) -> None:
        finder, overlays = self._finder, self._area.overlays
        overlays.found.replace_sorted(finder.ranges)
        overlays.found_now = finder.range
        self._area.viewport().update()
        current = finder.current + 1 if finder.current is not None else 0
        self.found.emit(current, len(finder.ranges))

    def _match_in_view(self) -> Span | None:
        document, match = self._area.document, self._finder.range
        if document is None or match is None:
            return None
        span = document.span(*match)
        box = self._area.first_rect(span)
        return span if box is not None and self._area.is_visible(box[1]) else None

    @Slot()
    def _show_match(self) -> None:
        document, match = self._area.document, self._finder.range
        if document is None or match is None:
            return
        self.jumping.emit()
        box = self._area.first_rect(document.span(*match))
        if box is not None and not self._area.is_visible(box[1]):
            self._area.reveal(box[1])

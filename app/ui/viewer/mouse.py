"""What the mouse does on the pages: select, click citations and links, drag the view."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from app.documents.document import Document, Span
from app.ui.viewer.area import PageArea
from app.ui.viewer.painting import chip_rects
from app.ui.viewer.selection import Grain, Selection, word_at

SCROLL_MS = 30


class PageMouse(QObject):
    """Hears the mouse events of a page area's viewport.

    Attributes:
        selection: what is selected.

    Signals:
        selected: the selection changed.
        citationClicked: the number of a citation whose chip or passage was clicked.
        citationHovered: the number of the citation under the pointer, or None.
        linkClicked: the `Link` that was clicked.
    """

    selected = Signal()
    citationClicked = Signal(int)
    citationHovered = Signal(object)
    linkClicked = Signal(object)

    def __init__(self, area: PageArea) -> None:
        super().__init__(area)
        self.selection = Selection()
        self._area = area
        self._pressed: QPointF | None = None
        self._dragging = False
        self._pan: QPoint | None = None
        self._last_double = QPointF(-1, -1)
        self._triple = QTimer(self, singleShot=True)
        self._drag_scroll = QTimer(self, interval=SCROLL_MS)
        self._drag_scroll.timeout.connect(self._scroll_on)
        self._at = QPointF()
        self._hovered: int | None = None
        area.viewport().installEventFilter(self)

    def select(self, document: Document, span: Span | None) -> None:
        """Select a span, or nothing."""
        self.selection.set(document, span)
        self._changed()

    def grow(self, document: Document, words: int, sentences: int) -> None:
        """Move the selection's end by words or sentences, and keep it in view."""
        self.selection.grow(document, words, sentences)
        self._changed()
        span = self.selection.span
        if span is not None:
            found = self._area.first_rect(document.span(max(span.start, span.end - 1), span.end))
            if found is not None and not self._area.is_visible(found[1]):
                self._area.reveal(found[1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse's events; leave all others."""
        if self._area.document is None:
            return False
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return self._tool_tip(event)
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        kinds = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseButtonDblClick: self._double,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
        }
        handler = kinds.get(event.type())
        if handler is None:
            return False
        handler(event)
        return True

    def _press(self, event: QMouseEvent) -> None:
        document, area = self._area.document, self._area
        assert document is not None
        at = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan = at.toPoint()
            area.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed, self._dragging, self._at = at, False, at
        place = area.place_at(at)
        near = (at - self._last_double).manhattanLength() < QApplication.startDragDistance()
        if self._triple.isActive() and near:
            self.selection.take(document, place, Grain.SENTENCE)
            self._pressed, self._dragging = None, True
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.selection.extend(document, place)
            self._dragging = True
        else:
            self.selection.press(document, place)
        self._changed()

    def _double(self, event: QMouseEvent) -> None:
        document = self._area.document
        if event.button() != Qt.MouseButton.LeftButton or document is None:
            return
        self._last_double = event.position()
        self._triple.start(QApplication.doubleClickInterval())
        self.selection.take(document, self._area.place_at(event.position()), Grain.WORD)
        self._pressed, self._dragging = None, True
        self._changed()

    def _move(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pan is not None and event.buttons() & Qt.MouseButton.MiddleButton:
            self._drag_view(at.toPoint())
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(at)
        elif not event.buttons():
            self._hover(at)

    def _drag(self, at: QPointF) -> None:
        self._at = at
        if not self._dragging and self._pressed is not None:
            far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            self._dragging = far
        if not self._dragging:
            return
        self._extend()
        outside = not self._area.viewport().rect().contains(at.toPoint())
        if outside and not self._drag_scroll.isActive():
            self._drag_scroll.start()
        elif not outside:
            self._drag_scroll.stop()

    def _extend(self) -> None:
        document = self._area.document
        if document is not None:
            self.selection.extend(document, self._area.place_at(self._at))
            self._changed()

    @Slot()
    def _scroll_on(self) -> None:
        """While a drag is held beyond the edge, scroll on, faster the farther out it is."""
        height = self._area.viewport().height()
        beyond = min(self._at.y(), 0.0) + max(self._at.y() - height, 0.0)
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + round(beyond * 0.6))
        self._extend()

    def _drag_view(self, at: QPoint) -> None:
        assert self._pan is not None
        moved = at - self._pan
        self._pan = at
        self._area.scrolledByHand.emit()
        for bar, by in (
            (self._area.horizontalScrollBar(), moved.x()),
            (self._area.verticalScrollBar(), moved.y()),
        ):
            bar.setValue(bar.value() - by)

    def _release(self, event: QMouseEvent) -> None:
        self._drag_scroll.stop()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan = None
            self._hover(event.position())
        elif event.button() == Qt.MouseButton.LeftButton:
            if self._pressed is not None and not self._dragging:
                self._click(event.position())
            self._pressed, self._dragging = None, False

    def _click(self, at: QPointF) -> None:
        number = self.citation_at(at)
        link = self._area.link_at(self._area.place_at(at))
        if number is not None:
            self.citationClicked.emit(number)
        elif link is not None:
            self.linkClicked.emit(link)

    def citation_at(self, at: QPointF) -> int | None:
        """The citation whose chip or passage is at a point of the view."""
        area, document = self._area, self._area.document
        if document is None:
            return None
        place = area.place_at(at)
        view = area.page_view(place.page)
        for rect, number in chip_rects(view, area.overlays.chips_on(view.page)):
            if rect.contains(at):
                return number
        return area.overlays.cited_at(view.page, QPointF(place.x, place.y))

    def _hover(self, at: QPointF) -> None:
        document = self._area.document
        if document is None:
            return
        number, place = self.citation_at(at), self._area.place_at(at)
        if number is not None or self._area.link_at(place) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif word_at(document, place) is not None:
            shape = Qt.CursorShape.IBeamCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        self._area.viewport().setCursor(shape)
        if number != self._hovered:
            self._hovered = number
            self.citationHovered.emit(number)

    def _tool_tip(self, event: QHelpEvent) -> bool:
        """The note of the mark under the pointer, or where its link leads."""
        place = self._area.place_at(QPointF(event.pos()))
        document = self._area.document
        assert document is not None
        page = document.pages[place.page]
        mark = self._area.overlays.mark_at(page, QPointF(place.x, place.y))
        link = self._area.link_at(place)
        if mark is not None and mark.note:
            text = mark.note
        elif link is not None:
            text = link.uri or self._page_words(document, link.target)
        else:
            text = ""
        # Plain text only: notes and addresses may hold anything, also mark-up.
        shown = f"<p>{html.escape(text)}</p>" if text else ""
        QToolTip.showText(event.globalPos(), shown, self._area.viewport())
        return True

    def _page_words(self, document: Document, index: int | None) -> str:
        if index is None or not 0 <= index < len(document.pages):
            return ""
        return self.tr("Page {label}").format(label=document.pages[index].label)

    def _changed(self) -> None:
        span = self.selection.span
        ranges = [(span.start, span.end)] if span is not None else []
        if self._area.overlays.selection.ranges != ranges:
            self._area.overlays.selection.set(ranges)
            self._area.viewport().update()
            self.selected.emit()

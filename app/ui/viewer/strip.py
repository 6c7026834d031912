"""The strip beside the scroll bar: which pages were read, where citations and matches are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget

from app.documents.document import Document, Page
from app.ui.viewer.base import OverlayColors
from app.ui.viewer.camera import PageCamera
from app.ui.viewer.overlays import Overlays
from app.ui.viewer.spans import covered

WIDTH = 14
REFRESH_MS = 150
ALL_OF_IT = 0.9


class Reading(Enum):
    """How much of a page the model was shown."""

    NONE = auto()
    PART = auto()
    ALL = auto()
    NO_TEXT = auto()


@dataclass(frozen=True, slots=True)
class PageState:
    """What the strip shows of one page."""

    reading: Reading
    cited: tuple[int, ...] = ()
    found: int = 0


def page_state(page: Page, overlays: Overlays) -> PageState:
    """How a page stands in this run."""
    cited = overlays.cited_numbers(page)
    found = overlays.found.ranges
    matches = bisect_right(found, (page.end, 0)) - bisect_right(found, (page.start, 0))
    if not page.has_text or page.start >= page.end:
        return PageState(Reading.NO_TEXT)
    read = covered(overlays.inspected.ranges, page.start, page.end)
    share = read / (page.end - page.start)
    reading = Reading.ALL if share >= ALL_OF_IT else Reading.PART if read else Reading.NONE
    return PageState(reading, cited, matches)


class CoverageStrip(QWidget):
    """A map of the whole document, as high as the view. A click goes to the page.

    Signals:
        pageClicked: the index of the page clicked.
    """

    pageClicked = Signal(int)

    def __init__(self, area: PageCamera, overlays: Overlays, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = area
        self._overlays = overlays
        self._colors = OverlayColors()
        self._map: QPixmap | None = None
        self._refresh = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._refresh.timeout.connect(self._redraw)
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Pages read and cited"))
        area.moved.connect(self.update)

    def sizeHint(self) -> QSize:
        """Narrow, and as high as there is room."""
        return QSize(WIDTH, 100)

    def set_colors(self, colors: OverlayColors) -> None:
        """Paint with other colours."""
        self._colors = colors
        self._redraw()

    def refresh(self) -> None:
        """Show the overlays as they are now; soon, and once for many calls."""
        if not self._refresh.isActive():
            self._refresh.start()

    def span_of(self, page: int) -> tuple[float, float]:
        """From where to where on the strip a page goes."""
        layout = self._area.layout_of_pages
        rect, total = layout.rect(page), max(1, layout.height)
        return rect.top() / total * self.height(), rect.bottom() / total * self.height()

    def page_at(self, y: float) -> int:
        """The page that stands at a height of the strip."""
        layout = self._area.layout_of_pages
        return layout.nearest(QPointF(0, y / max(1, self.height()) * layout.height))

    def describe(self, document: Document, index: int) -> str:
        """What the tooltip says of a page."""
        page = document.pages[index]
        state = page_state(page, self._overlays)
        said = {
            Reading.NONE: self.tr("not read in this run"),
            Reading.PART: self.tr("partly read in this run"),
            Reading.ALL: self.tr("read in this run"),
            Reading.NO_TEXT: self.tr("no text"),
        }
        parts = [said[state.reading]]
        if state.cited:
            numbers = ", ".join(str(n) for n in state.cited)
            parts.append(self.tr("cited: {numbers}").format(numbers=numbers))
        if state.found:
            parts.append(self.tr("%n match(es)", "", state.found))
        where = self.tr("Page {label}").format(label=page.label)
        return f"{where} — {'; '.join(parts)}"

    @Slot()
    def _redraw(self) -> None:
        self._map = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the map, and a frame around what the view shows."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colors.canvas))
        document = self._area.document
        if document is None or not document.pages:
            return
        ratio = self.devicePixelRatioF()
        if self._map is None or self._map.size() != self.size() * ratio:
            self._map = self._draw_map(document, ratio)
        painter.drawPixmap(0, 0, self._map)
        self._draw_view(painter)
        painter.end()

    def _draw_view(self, painter: QPainter) -> None:
        layout, top = self._area.layout_of_pages, self._area.offset.y()
        scale = self.height() / max(1, layout.height)
        height = max(6.0, self._area.viewport().height() * scale)
        frame = QRectF(0.5, max(0.0, top * scale) + 0.5, self.width() - 1, height - 1)
        line, fill = QColor(self._colors.in_view), QColor(self._colors.in_view)
        line.setAlpha(170)
        fill.setAlpha(36)
        painter.setPen(line)
        painter.setBrush(fill)
        painter.drawRoundedRect(frame, 2, 2)

    def _draw_map(self, document: Document, ratio: float) -> QPixmap:
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        states = [page_state(page, self._overlays) for page in document.pages]
        self._draw_reading(painter, states)
        self._draw_ticks(painter, document)
        painter.end()
        return pixmap

    def _draw_reading(self, painter: QPainter, states: Sequence[PageState]) -> None:
        whole = QColor(self._colors.reading)
        part = QColor(self._colors.reading)
        part.setAlphaF(0.45)
        brushes = {
            Reading.ALL: QBrush(whole),
            Reading.PART: QBrush(part),
            Reading.NO_TEXT: QBrush(QColor(self._colors.no_text), Qt.BrushStyle.BDiagPattern),
        }
        for index, state in enumerate(states):
            brush = brushes.get(state.reading)
            if brush is not None:
                top, bottom = self.span_of(index)
                painter.fillRect(QRectF(3, top, self.width() - 6, max(1.0, bottom - top)), brush)

    def _draw_ticks(self, painter: QPainter, document: Document) -> None:
        """Matches at the left edge, citations across: seen also where a page is under a pixel."""
        found, cited = QColor(self._colors.found_now), QColor(self._colors.active)
        for y in {round(self._height_of(document, s)) for s, _ in self._overlays.found.ranges}:
            painter.fillRect(QRectF(0, y - 1, 4, 2), found)
        for _, span in self._overlays.cited:
            at = self._height_of(document, span.start)
            painter.fillRect(QRectF(2, at - 1.5, self.width() - 4, 3), cited)

    def _height_of(self, document: Document, offset: int) -> float:
        """About where on the strip the character at `offset` is."""
        page = document.page_at(offset)
        top, bottom = self.span_of(page.index)
        share = (offset - page.start) / max(1, page.end - page.start)
        return top + (bottom - top) * (0.08 + 0.84 * share)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the page under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton and self._area.document is not None:
            self.pageClicked.emit(self.page_at(event.position().y()))

    def event(self, event: QEvent) -> bool:
        """Say which page the pointer is on and how it stands."""
        document = self._area.document
        if isinstance(event, QHelpEvent) and document is not None and document.pages:
            text = self.describe(document, self.page_at(event.pos().y()))
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

"""How pages are shown: zoom, fit, rotation, pairs, night."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Signal
from PySide6.QtWidgets import QWidget

from app.documents.document import Span
from app.ui.viewer.area import PageArea
from app.ui.viewer.base import Mark
from app.ui.viewer.zooming import Fit


class ViewControls(QWidget):
    """The part of the viewer that says how pages are shown, in words of the area it holds.

    Signals:
        zoomChanged: the zoom; 1.0 is 100 %.
        shownAnew: pages were turned, stand in pairs or no longer, or night began or ended.
        viewMoved: the view was scrolled, zoomed or laid out anew.
        markAsked: the number of a mark whose menu was used, and "edit" or "remove".
    """

    zoomChanged = Signal(float)
    shownAnew = Signal()
    viewMoved = Signal()
    markAsked = Signal(int, str)

    _area: PageArea

    @property
    def zoom(self) -> float:
        """The zoom; 1.0 shows a page at its printed size."""
        return self._area.zoom

    def line_of(self, span: Span) -> QRect | None:
        """Where the first line of a span stands, in this widget's pixels."""
        found = self._area.first_rect(span)
        if found is None:
            return None
        box = found[1].toAlignedRect()
        return box.translated(self._area.viewport().mapTo(self, box.topLeft()) - box.topLeft())

    def seen_of(self, span: Span) -> QRect | None:
        """The box of what can be seen of a span, on the screen; None where nothing can."""
        area, document = self._area, self._area.document
        if document is None or span.document != document.id:
            return None
        box = QRectF()
        for index in area.visible_pages():
            turned = area.transform(index)
            for rect in area.overlays.rects(document.pages[index], (span.start, span.end)):
                box |= turned.mapRect(rect)
        seen = box.toAlignedRect() & area.viewport().rect()
        if seen.isEmpty():
            return None
        return QRect(area.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def mark_under(self, at: QPoint) -> Mark | None:
        """The mark under a point of the screen."""
        document = self._area.document
        if document is None or not document.pages:
            return None
        place = self._area.place_at(QPointF(self._area.viewport().mapFromGlobal(at)))
        page = document.pages[place.page]
        return self._area.overlays.mark_at(page, QPointF(place.x, place.y))

    @property
    def fit(self) -> Fit:
        """Whether the zoom follows the view's width, its size, or nothing."""
        return self._area.fit

    @property
    def rotation(self) -> int:
        """How far pages are turned clockwise, in degrees."""
        return self._area.rotation

    @property
    def two_pages(self) -> bool:
        """Whether pages stand in pairs."""
        return self._area.two_pages

    @property
    def night(self) -> bool:
        """Whether pages are shown dark."""
        return self._area.night

    def set_zoom(self, zoom: float) -> None:
        """Zoom around the middle of the view."""
        self._area.set_zoom(zoom)

    def zoom_in(self) -> None:
        """Zoom in by one step."""
        self._area.step_zoom(1)

    def zoom_out(self) -> None:
        """Zoom out by one step."""
        self._area.step_zoom(-1)

    def zoom_reset(self) -> None:
        """Show pages at their printed size."""
        self._area.set_zoom(1.0)

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the view's size, or stay as it is."""
        self._area.set_fit(fit)

    def fit_width(self) -> None:
        """Make pages as wide as the view, and keep them so when it is resized."""
        self._area.set_fit(Fit.WIDTH)

    def fit_page(self) -> None:
        """Show whole pages, and keep it so when the view is resized."""
        self._area.set_fit(Fit.PAGE)

    def rotate(self, degrees: int = 90) -> None:
        """Turn all pages clockwise by a multiple of 90 degrees."""
        self._area.set_rotation(self._area.rotation + degrees)
        self.shownAnew.emit()

    def set_two_pages(self, on: bool) -> None:
        """Show pages in pairs, or one below the other."""
        self._area.set_two_pages(on)
        self.shownAnew.emit()

    def set_night(self, on: bool) -> None:
        """Show light text on dark pages; pictures are kept as they are."""
        self._area.set_night(on)
        self.shownAnew.emit()

"""Where the view stands over the pages: layout, scroll position, zoom, and places in it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.documents.document import Document, Span
from app.ui.viewer.geometry import MARGIN, PageLayout, Place
from app.ui.viewer.zooming import LARGEST, SMALLEST, Fit, fitted, next_level

POINTS_PER_INCH = 72
LINE_PIXELS = 48
INDENT = 40


class PageCamera(QAbstractScrollArea):
    """A scroll area that knows where each page is. It paints nothing itself.

    Attributes:
        rotation, two_pages: how pages are laid out; set through the methods.

    Signals:
        moved: the view was scrolled, zoomed or laid out anew.
        zoomChanged: the zoom; 1.0 shows a page at its printed size.
    """

    moved = Signal()
    zoomChanged = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rotation = 0
        self.two_pages = False
        self._document: Document | None = None
        self._zoom = 1.0
        self._fit = Fit.COMFORT
        self._layout = PageLayout((), 1.0)
        self._held: Place | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    @property
    def document(self) -> Document | None:
        """The document on show."""
        return self._document

    def set_document(self, document: Document | None) -> None:
        """Show a document from its top."""
        self._document = document
        self._lay_out()
        self._refit()
        self._scroll_to(QPointF(0, 0))

    def refine(self, document: Document) -> None:
        """Take a better version of the document on show without moving."""
        self._document = document
        self.viewport().update()

    def set_rotation(self, degrees: int) -> None:
        """Turn all pages; the place in the middle stays."""
        place = self._middle() if len(self._layout) else None
        self.rotation = degrees % 360
        self._lay_out()
        self._refit()
        if place is not None:
            middle = QPointF(self.viewport().rect().center())
            self._scroll_to(self._layout.point_of(place) - middle)

    def set_two_pages(self, on: bool) -> None:
        """Show pages in pairs; the page on show stays."""
        page = self.current_page
        self.two_pages = on
        self._lay_out()
        self._refit()
        self.show_page(page)

    # -- places -------------------------------------------------------------------------------

    @property
    def layout_of_pages(self) -> PageLayout:
        """The positions of all pages."""
        return self._layout

    @property
    def offset(self) -> QPoint:
        """What is subtracted from content pixels to get view pixels."""
        slack = self.viewport().width() - self._layout.width
        x = -(slack // 2) if slack > 0 else self.horizontalScrollBar().value()
        tall = self.viewport().height() - self._layout.height
        y = -(tall // 2) if tall > 0 else self.verticalScrollBar().value()
        return QPoint(x, y)

    @property
    def current_page(self) -> int:
        """The page at the middle of the view; 0 without pages."""
        if not len(self._layout):
            return 0
        return self._middle().page

    def place(self) -> Place:
        """The place at the top left of the view."""
        return self._layout.place_at(QPointF(self.offset))

    def place_at(self, at: QPointF) -> Place:
        """The place under a point of the view."""
        return self._layout.place_at(at + QPointF(self.offset))

    def transform(self, page: int) -> QTransform:
        """From page points to view pixels."""
        shift = self.offset
        moved = QTransform.fromTranslate(-shift.x(), -shift.y())
        return self._layout.transform(page) * moved

    def view_rect(self, page: int) -> QRectF:
        """Where a page stands, in view pixels."""
        return self._layout.rect(page).translated(-QPointF(self.offset))

    def visible_pages(self) -> range:
        """The pages that can be seen."""
        top = self.offset.y()
        return self._layout.between(top, top + self.viewport().height())

    def first_rect(self, span: Span) -> tuple[int, QRectF] | None:
        """The page of a span's first rectangle, and that rectangle in view pixels."""
        if self._document is None:
            return None
        start = self._document.text[span.start : span.end]
        lead = span.start + len(start) - len(start.lstrip())
        # The first words decide; the rectangles of a long slice need not all be worked out.
        rects = self._document.rects(Span(span.document, lead, min(span.end, lead + 400)))
        if not rects:
            return None
        first = rects[0]
        box = QRectF(first.x0, first.y0, first.x1 - first.x0, first.y1 - first.y0)
        return first.page, self.transform(first.page).mapRect(box)

    # -- moving -------------------------------------------------------------------------------

    def restore(self, place: Place) -> None:
        """Bring a place to the top left of the view."""
        if len(self._layout):
            self._scroll_to(self._layout.point_of(place))

    def show_page(self, page: int) -> None:
        """Scroll to the top of a page."""
        if 0 <= page < len(self._layout):
            rect = self._layout.rect(page)
            self._scroll_to(QPointF(self.offset.x(), rect.top() - MARGIN / 2))

    def reveal(self, box: QRectF, share: float = 0.5) -> None:
        """Scroll so that a box in view pixels stands at a share of the view's height."""
        view = self.viewport().rect()
        bar = self.verticalScrollBar()
        bar.setValue(round(bar.value() + box.center().y() - view.height() * share))
        # Sideways only where it must be: the eye keeps the margin of the page.
        side = self.horizontalScrollBar()
        if box.left() < 0 or box.right() > view.width():
            middle = box.center().x() - view.width() / 2
            # Of a line that is wider than the view, the beginning matters.
            side.setValue(round(side.value() + min(middle, box.left() - INDENT)))

    def is_visible(self, box: QRectF) -> bool:
        """Whether a box in view pixels stands well inside the view."""
        height = self.viewport().height()
        return box.top() > 0.08 * height and box.bottom() < 0.85 * height

    def _middle(self) -> Place:
        return self.place_at(QPointF(self.viewport().rect().center()))

    def _scroll_to(self, point: QPointF) -> None:
        self.horizontalScrollBar().setValue(round(point.x()))
        self.verticalScrollBar().setValue(round(point.y()))

    # -- zoom ---------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """The zoom; 1.0 shows a page at its printed size."""
        return self._zoom

    @property
    def fit(self) -> Fit:
        """What the zoom follows."""
        return self._fit

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom freely; the place under `anchor`, or in the middle, stays where it is."""
        self._fit = Fit.FREE
        self._apply_zoom(zoom, anchor)

    def step_zoom(self, direction: int) -> None:
        """Zoom to the next level, in with 1 and out with -1."""
        self.set_zoom(next_level(self._zoom, direction))

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the view's size."""
        self._fit = fit
        self._refit()

    def _apply_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        zoom = min(LARGEST, max(SMALLEST, zoom))
        if abs(zoom - self._zoom) < 1e-4:
            return
        at = anchor if anchor is not None else QPointF(self.viewport().rect().center())
        place = self.place_at(at) if len(self._layout) else None
        self._zoom = zoom
        self._lay_out()
        if place is not None:
            self._scroll_to(self._layout.point_of(place) - at)
        self.zoomChanged.emit(zoom)

    def _refit(self) -> None:
        if self._fit is Fit.FREE or not len(self._layout):
            return
        view, per_point = self.viewport().size(), self._pixels_per_point()
        room = QSizeF(view.width() - 2 * MARGIN - self._layout.row_gaps, view.height() - MARGIN)
        row = self._layout.row_size(self.current_page)
        zoom = fitted(self._fit, room / per_point, QSizeF(*row))
        top = self._held_place()
        self._apply_zoom(zoom)
        if top.y > 0 or top.page > 0:
            self._scroll_to(QPointF(self.offset.x(), self._layout.point_of(top).y()))
            self._held = top
        else:
            # At the very top there is nothing above to keep; the middle would drag it down.
            self._scroll_to(QPointF(self.offset.x(), 0))

    def _held_place(self) -> Place:
        """The place at the top of the view; through many resizes the very same one.

        Read off the scroll bar each time, whole pixels would let the text creep away.
        """
        if self._held is not None and self._held.page < len(self._layout):
            moved = self._layout.point_of(self._held).y() - self.offset.y()
            if abs(moved) <= 1:
                return self._held
        return self.place()

    def _pixels_per_point(self) -> float:
        return self.logicalDpiY() / POINTS_PER_INCH

    def _lay_out(self) -> None:
        pages = self._document.pages if self._document is not None else ()
        scale = self._zoom * self._pixels_per_point()
        self._layout = PageLayout(pages, scale, self.rotation, self.two_pages)
        self._set_ranges()
        self.viewport().update()
        self.moved.emit()

    def _set_ranges(self) -> None:
        view = self.viewport().size()
        for bar, content, shown in (
            (self.horizontalScrollBar(), self._layout.width, view.width()),
            (self.verticalScrollBar(), self._layout.height, view.height()),
        ):
            bar.setRange(0, max(0, content - shown))
            bar.setPageStep(max(1, shown - LINE_PIXELS))
            bar.setSingleStep(LINE_PIXELS)

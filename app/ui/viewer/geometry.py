"""Where each page stands: positions by prefix sums, and the way between points and pixels.

Three systems of coordinates meet here. *Page points* are those of `Document.rects`: points from
the top left of the page as displayed, before the viewer turns it. *Content pixels* are
device-independent pixels from the top left of the whole scrolled content. *View pixels* are content
pixels less the scroll position, and stay with the widget that scrolls.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from app.documents.document import Page, Rect

MARGIN = 16
GAP = 14


@dataclass(frozen=True, slots=True)
class Place:
    """A point on a page, in page points, and so independent of zoom and of the window's size."""

    page: int
    x: float
    y: float


class PageLayout:
    """The positions of all pages at one scale. Never changes: a new zoom is a new layout.

    Attributes:
        scale: pixels a point.
        rotation: 0, 90, 180 or 270 degrees clockwise.
        two_pages: whether pages stand in pairs.
        width: of the content, in pixels, margins included.
        height: of the content, in pixels, margins included.
    """

    def __init__(
        self, pages: Sequence[Page], scale: float, rotation: int = 0, two_pages: bool = False
    ) -> None:
        self.scale = scale
        self.rotation = rotation % 360
        self.two_pages = two_pages
        self._sizes = [self._turned(max(1.0, p.width), max(1.0, p.height)) for p in pages]
        self._in_row = 2 if two_pages else 1
        widths = [max(1, round(w * scale)) for w, _ in self._sizes]
        heights = [max(1, round(h * scale)) for _, h in self._sizes]
        self._pixels = list(zip(widths, heights, strict=True))
        step = self._in_row
        rows = range(0, len(widths), step)
        row_heights = [max(heights[i : i + step]) for i in rows]
        self._row_widths = [sum(widths[i : i + step]) + GAP * (step - 1) for i in rows]
        self._tops = list(accumulate((h + GAP for h in row_heights), initial=MARGIN))
        self._bottoms = [t + h for t, h in zip(self._tops, row_heights, strict=False)]
        self.width = max(self._row_widths, default=0) + 2 * MARGIN
        self.height = (self._bottoms[-1] if self._bottoms else 0) + MARGIN

    def __len__(self) -> int:
        return len(self._pixels)

    def _turned(self, width: float, height: float) -> tuple[float, float]:
        return (height, width) if self.rotation in (90, 270) else (width, height)

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page as it is turned now, in points."""
        return self._sizes[page]

    def row_size(self, page: int) -> tuple[float, float]:
        """Width and height, in points, of the row that a page stands in; gaps left out."""
        first = page - page % self._in_row
        row = self._sizes[first : first + self._in_row]
        return sum(w for w, _ in row), max(h for _, h in row)

    @property
    def row_gaps(self) -> int:
        """Pixels of a row's width that do not grow with the scale."""
        return GAP * (self._in_row - 1)

    def rect(self, page: int) -> QRectF:
        """Where a page stands, in content pixels. Rows are centred in `width`."""
        row = page // self._in_row
        x = (self.width - self._row_widths[row]) // 2
        if page % self._in_row:
            x += self._pixels[page - 1][0] + GAP
        width, height = self._pixels[page]
        return QRectF(x, self._tops[row], width, height)

    def between(self, top: float, bottom: float) -> range:
        """The pages that show between two heights, in content pixels."""
        first = bisect_right(self._bottoms, top) * self._in_row
        last = bisect_left(self._tops, bottom, hi=len(self._bottoms)) * self._in_row
        return range(first, min(max(first, last), len(self)))

    def nearest(self, point: QPointF) -> int:
        """The page under a point, or the nearest one, in content pixels."""
        row = min(bisect_right(self._bottoms, point.y()), len(self._bottoms) - 1)
        above = row > 0 and point.y() - self._bottoms[row - 1] < self._tops[row] - point.y()
        page = (row - 1 if above else row) * self._in_row
        beside = page + 1
        if (
            self._in_row == 2
            and beside < len(self)
            and point.x() >= self.rect(beside).x() - GAP / 2
        ):
            return beside
        return page

    def transform(self, page: int) -> QTransform:
        """From page points to content pixels."""
        rect = self.rect(page)
        width, height = self._sizes[page]
        turn = QTransform()
        turn.translate(rect.x(), rect.y())
        turn.scale(rect.width() / width, rect.height() / height)
        if self.rotation == 90:
            turn.translate(width, 0)
        elif self.rotation == 180:
            turn.translate(width, height)
        elif self.rotation == 270:
            turn.translate(0, height)
        turn.rotate(self.rotation)
        return turn

    def place_at(self, point: QPointF) -> Place:
        """The place at a point in content pixels; beside a page it lies outside the page's size."""
        page = self.nearest(point)
        inverted, _ = self.transform(page).inverted()
        at = inverted.map(point)
        return Place(page, at.x(), at.y())

    def point_of(self, place: Place) -> QPointF:
        """Where a place stands, in content pixels."""
        page = min(place.page, len(self) - 1)
        return self.transform(page).map(QPointF(place.x, place.y))


def to_rectf(rect: Rect) -> QRectF:
    """A page rectangle as Qt's, still in page points."""
    return QRectF(rect.x0, rect.y0, rect.x1 - rect.x0, rect.y1 - rect.y0)

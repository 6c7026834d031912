"""Spans as they lie on pages: sorted, quick to ask by page, with their rectangles kept."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from app.documents.document import Document, Page, Span
from app.ui.viewer.geometry import to_rectf

Range = tuple[int, int]


def merged(ranges: Iterable[Range]) -> list[Range]:
    """Ranges sorted, empty ones left out, those that overlap or touch made one."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def covered(ranges: Sequence[Range], start: int, end: int) -> int:
    """How many characters of `[start, end)` the merged `ranges` cover."""
    return sum(min(e, end) - max(s, start) for s, e in within(ranges, start, end))


def within(ranges: Sequence[Range], start: int, end: int) -> Sequence[Range]:
    """Those of the sorted, disjoint `ranges` that share a character with `[start, end)`."""
    first = bisect_right(ranges, start, key=lambda r: r[1])
    last = bisect_left(ranges, end, key=lambda r: r[0])
    return ranges[first:last]


def page_rects(document: Document, page: Page, start: int, end: int) -> list[QRectF]:
    """The rectangles of `[start, end)` on one page, in page points."""
    span = Span(document.id, max(start, page.start), min(end, page.end))
    if span.start >= span.end:
        return []
    return [to_rectf(r) for r in document.rects(span) if r.page == page.index]


class SpanLayer:
    """Disjoint ranges of one document whose rectangles are worked out page by page, once.

    Attributes:
        exact: whether a range that begins or ends inside a word covers only its part of the word.
    """

    def __init__(self, exact: bool = False) -> None:
        self.exact = exact
        self.ranges: list[Range] = []
        self._rects: dict[int, list[tuple[Range, list[QRectF]]]] = {}

    def set(self, ranges: Iterable[Range]) -> None:
        """Replace all ranges."""
        self.ranges = merged(ranges)
        self._rects.clear()

    def replace_sorted(self, ranges: list[Range]) -> None:
        """Take ranges that are sorted and disjoint already, as those of a find are."""
        self.ranges = ranges
        self._rects.clear()

    def add(self, start: int, end: int) -> None:
        """Add a range."""
        self.set([*self.ranges, (start, end)])

    def on_page(self, document: Document, page: Page) -> list[tuple[Range, list[QRectF]]]:
        """The ranges that touch a page, each with its rectangles there."""
        if not self.ranges:
            return []
        if page.index not in self._rects:
            touching = within(self.ranges, page.start, page.end)
            rects = exact_rects if self.exact else page_rects
            self._rects[page.index] = [(r, rects(document, page, *r)) for r in touching]
        return self._rects[page.index]


def exact_rects(document: Document, page: Page, start: int, end: int) -> list[QRectF]:
    """Like `page_rects`, with the first and last word cut where the range begins and ends.

    Only words have boxes, so a place inside a word is estimated from the widths its letters have
    in a common font.
    """
    words = [
        w
        for w in document.words.between(max(start, page.start), min(end, page.end))
        if w.rect.page == page.index
    ]
    rects = page_rects(document, page, start, end)
    if words and rects:
        text = document.text
        first, last = words[0], words[-1]
        if start > first.start:
            cut = _share(text[first.start : first.end], start - first.start)
            rects[0].setLeft(first.rect.x0 + cut * (first.rect.x1 - first.rect.x0))
        if end < last.end:
            cut = _share(text[last.start : last.end], end - last.start)
            rects[-1].setRight(last.rect.x0 + cut * (last.rect.x1 - last.rect.x0))
    return rects


def _share(word: str, count: int) -> float:
    """Which share of a word's width its first `count` characters take."""
    metrics = QFontMetricsF(QFont("serif", 48))
    return metrics.horizontalAdvance(word[:count]) / max(1.0, metrics.horizontalAdvance(word))

"""What lies over the pages' text: traces of reading, citations, marks, matches, the selection."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from app.documents.document import Document, Page, Span
from app.ui.viewer.base import Mark
from app.ui.viewer.spans import Range, SpanLayer, exact_rects, page_rects

HOLD_SECONDS = 0.7
FADE_SECONDS = 1.3
PULSE_SECONDS = 0.9
MOST_FLASHES = 64


@dataclass(frozen=True, slots=True)
class Flash:
    """A slice that was lit at `since`, in seconds of the overlay's clock."""

    start: int
    end: int
    since: float


@dataclass(frozen=True, slots=True)
class Chip:
    """A citation's number beside its passage: its place in page points, at the line's left end."""

    number: int
    line: QRectF


class Overlays:
    """Everything the viewer lays over one document's text.

    What is given for other documents is kept aside, so that it is there when they are shown.

    Attributes:
        inspected: the quiet trace of all that was read.
        found: matches of the find bar; `found_now` is the current one's range.
        selection: the selected range.
        active: the number of the citation that stands out.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._document: Document | None = None
        self._all_inspected: dict[str, list[Range]] = {}
        self._all_cited: list[tuple[int, Span]] = []
        self._all_marks: list[Mark] = []
        self._cited_by_page: dict[int, list[tuple[int, Span]]] | None = None
        self._flashes: list[Flash] = []
        self._pulse: Flash | None = None
        self._rects: dict[tuple[int, Range], list[QRectF]] = {}
        self._lines: dict[int, QRectF | None] = {}
        self.inspected = SpanLayer()
        self.found = SpanLayer(exact=True)
        self.found_now: Range | None = None
        self.selection = SpanLayer()
        self.active: int | None = None

    def set_document(self, document: Document | None) -> None:
        """Lay everything that belongs to `document` over it."""
        self._document = document
        self._flashes.clear()
        self._pulse = None
        self._rects.clear()
        self._lines.clear()
        self._cited_by_page = None
        self.found.set(())
        self.found_now = None
        self.selection.set(())
        key = document.id if document is not None else ""
        self.inspected.set(self._all_inspected.get(key, ()))

    def refine(self, document: Document) -> None:
        """Take a better version of the document on show: same text, same offsets."""
        self._document = document

    def set_inspected(self, spans: Sequence[Span]) -> None:
        """Replace the traces, and end all flashes."""
        self._all_inspected = {}
        for span in spans:
            self._all_inspected.setdefault(span.document, []).append((span.start, span.end))
        self._flashes.clear()
        key = self._document.id if self._document is not None else ""
        self.inspected.set(self._all_inspected.get(key, ()))

    def set_cited(self, cited: Sequence[tuple[int, Span]]) -> None:
        """Replace the citations."""
        self._all_cited = list(cited)
        self._cited_by_page = None

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Replace the marks."""
        self._all_marks = list(marks)

    @property
    def cited(self) -> list[tuple[int, Span]]:
        """The citations of the document on show."""
        key = self._document.id if self._document is not None else None
        return [(n, span) for n, span in self._all_cited if span.document == key]

    @property
    def marks(self) -> list[Mark]:
        """The marks of the document on show."""
        key = self._document.id if self._document is not None else None
        return [mark for mark in self._all_marks if mark.span.document == key]

    def flash(self, span: Span) -> None:
        """Light up a slice. Its trace is laid at once, and shows when the light is gone."""
        self._all_inspected.setdefault(span.document, []).append((span.start, span.end))
        if self._document is None or span.document != self._document.id:
            return
        self.inspected.add(span.start, span.end)
        self._flashes.append(Flash(span.start, span.end, self._clock()))
        del self._flashes[:-MOST_FLASHES]

    def pulse(self, span: Span) -> None:
        """Ring a passage for a moment, so that the eye finds it after a jump."""
        self._pulse = Flash(span.start, span.end, self._clock())

    def tick(self) -> bool:
        """Drop what has faded; whether anything still moves."""
        now = self._clock()
        lasts = HOLD_SECONDS + FADE_SECONDS
        self._flashes = [f for f in self._flashes if now - f.since < lasts]
        if self._pulse is not None and now - self._pulse.since >= PULSE_SECONDS:
            self._pulse = None
        return bool(self._flashes) or self._pulse is not None

    def flashes_on(self, page: Page) -> list[tuple[float, list[QRectF]]]:
        """The slices alight on a page: strength from 1 to 0, and rectangles."""
        now = self._clock()
        out = []
        for flash in self._flashes:
            if flash.start < page.end and page.start < flash.end:
                faded = (now - flash.since - HOLD_SECONDS) / FADE_SECONDS
                strength = 1.0 - min(1.0, max(0.0, faded))
                out.append((strength, self.rects(page, (flash.start, flash.end))))
        return out

    def pulse_on(self, page: Page) -> tuple[float, list[QRectF]] | None:
        """The ring on a page: how far it has gone from 0 to 1, and rectangles."""
        pulse = self._pulse
        if pulse is None or pulse.start >= page.end or page.start >= pulse.end:
            return None
        gone = min(1.0, (self._clock() - pulse.since) / PULSE_SECONDS)
        return gone, self.rects(page, (pulse.start, pulse.end))

    def rects(self, page: Page, of: Range) -> list[QRectF]:
        """The rectangles of a range on a page; worked out once."""
        if self._document is None:
            return []
        key = (page.index, of)
        if key not in self._rects:
            if len(self._rects) > 4096:
                self._rects.clear()
            self._rects[key] = page_rects(self._document, page, *of)
        return self._rects[key]

    def inspected_on(self, page: Page) -> list[QRectF]:
        """The traces on a page."""
        return self._layer(self.inspected, page)

    def selected_on(self, page: Page) -> list[QRectF]:
        """The selection on a page."""
        return self._layer(self.selection, page)

    def found_on(self, page: Page) -> list[QRectF]:
        """The matches of a find on a page."""
        return self._layer(self.found, page)

    def found_now_on(self, page: Page) -> list[QRectF]:
        """The current match, if it is on a page."""
        now = self.found_now
        if now is None or self._document is None or now[0] >= page.end or page.start >= now[1]:
            return []
        return exact_rects(self._document, page, *now)

    def _layer(self, layer: SpanLayer, page: Page) -> list[QRectF]:
        if self._document is None:
            return []
        return [r for _, rects in layer.on_page(self._document, page) for r in rects]

    def cited_on(self, page: Page) -> list[tuple[int, list[QRectF]]]:
        """The citations on a page: number and rectangles."""
        found = ((n, self.rects(page, (s.start, s.end))) for n, s in self._cited_here(page))
        return [(n, rects) for n, rects in found if rects]

    def cited_numbers(self, page: Page) -> tuple[int, ...]:
        """The numbers of the citations on a page."""
        return tuple(n for n, _ in self._cited_here(page))

    def _cited_here(self, page: Page) -> list[tuple[int, Span]]:
        """Asked for every page of every frame, so sorted by page once."""
        document = self._document
        if self._cited_by_page is None or document is None:
            self._cited_by_page = {}
            for number, span in self.cited:
                assert document is not None
                first = document.page_at(span.start).index
                last = document.page_at(max(span.start, span.end - 1)).index
                for at in range(first, last + 1):
                    self._cited_by_page.setdefault(at, []).append((number, span))
        return self._cited_by_page.get(page.index, [])

    def marks_on(self, page: Page) -> list[tuple[Mark, list[QRectF]]]:
        """The marks on a page and their rectangles."""
        return [
            (m, self.rects(page, (m.span.start, m.span.end)))
            for m in self.marks
            if _on(m.span, page)
        ]

    def chips_on(self, page: Page) -> list[Chip]:
        """The chips that begin on a page: each beside the line its passage begins on."""
        chips = []
        for number, span in self._cited_here(page):
            if page.start <= span.start < page.end:
                line = self._line_of(span.start)
                if line is not None:
                    chips.append(Chip(number, line))
        return chips

    def cited_at(self, page: Page, point: QPointF) -> int | None:
        """The citation whose passage is under a point of a page."""
        for number, rects in self.cited_on(page):
            if any(r.contains(point) for r in rects):
                return number
        return None

    def mark_at(self, page: Page, point: QPointF) -> Mark | None:
        """The mark under a point of a page."""
        for mark, rects in self.marks_on(page):
            if any(r.contains(point) for r in rects):
                return mark
        return None

    def _line_of(self, offset: int) -> QRectF | None:
        """The part of its line before and with the word at `offset`, to stand a chip beside."""
        if offset not in self._lines:
            self._lines[offset] = self._find_line(offset)
        return self._lines[offset]

    def _find_line(self, offset: int) -> QRectF | None:
        document = self._document
        if document is None:
            return None
        block_start = max(0, offset - 400)
        words = list(document.words.between(block_start, offset + 1))
        rects = document.rects(document.span(block_start, words[-1].end)) if words else ()
        if not rects:
            first = next(iter(document.words.between(offset, offset + 400)), None)
            return QRectF(first.rect.x0, first.rect.y0, 1, 10) if first is not None else None
        last = rects[-1]
        return QRectF(last.x0, last.y0, last.x1 - last.x0, last.y1 - last.y0)


def _on(span: Span, page: Page) -> bool:
    return span.start < page.end and page.start < span.end

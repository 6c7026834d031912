"""Selecting text: which word a point means, and what a press, a drag and a click select.

A selection is made of whole words, in reading order: words have boxes, letters have not, and a
quote that begins in the middle of a word serves nobody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from math import inf

from PySide6.QtCore import QCoreApplication

from app.documents.document import Document, Floats, Span
from app.ui.language.numerals import quoted
from app.ui.viewer.geometry import Place

ASIDE = 3.0


class Grain(Enum):
    """What a selection grows by."""

    WORD = auto()
    SENTENCE = auto()


@dataclass(frozen=True, slots=True)
class Hit:
    """Indexes `[first, last)` into the word table: a word under a point, or the gap beside one."""

    first: int
    last: int


def hit(document: Document, place: Place) -> Hit | None:
    """What a place on a page means; None where the page has no words."""
    words = document.words.on(place.page)
    if not words:
        return None
    first, last = words.start, words.stop
    boxes = document.words.some(words).boxes
    if place.y < min(boxes[1::4]):
        return Hit(first, first)
    if place.y > max(boxes[3::4]):
        return Hit(last, last)
    nearest, least, aside = first, inf, 0.0
    for i, (x0, y0, x1, y1) in enumerate(_fours(boxes), first):
        across = max(0.0, x0 - place.x, place.x - x1)
        # A pointer beside a line means that line, however far; between lines, the nearest.
        away = across + ASIDE * max(0.0, y0 - place.y, place.y - y1)
        if away < least:
            nearest, least, aside = i, away, across
    if aside == 0:
        return Hit(nearest, nearest + 1)
    after = nearest + (place.x > document.words[nearest].rect.x1)
    return Hit(after, after)


def _fours(values: Floats) -> Iterator[tuple[float, float, float, float]]:
    """Values four at a time."""
    each = iter(values)
    return zip(each, each, each, each, strict=True)


def word_at(document: Document, place: Place) -> int | None:
    """The index of the word whose box holds a place, or None."""
    found = hit(document, place)
    if found is None or found.first == found.last:
        return None
    box = document.words[found.first].rect
    inside = box.x0 <= place.x <= box.x1 and box.y0 - 1 <= place.y <= box.y1 + 1
    return found.first if inside else None


def first_offset(document: Document, place: Place) -> int:
    """The offset of the first word at or below a place."""
    words = document.words.on(place.page)
    tops = enumerate(document.words.some(words).boxes[1::4], words.start)
    index = next((i for i, top in tops if top >= place.y), words.stop)
    return document.words[index].start if index < len(document.words) else len(document.text)


def first_unit(document: Document, place: Place, whole: bool) -> Span | None:
    """The first word at or below a place, or with `whole`, the first sentence that begins there."""
    offset = first_offset(document, place)
    table, units = document.words, document.sentences
    at = bisect_left(units.starts, offset) if whole else table.after(offset)
    if at >= len(units if whole else table):
        return None
    unit = units[at] if whole else table[at]
    return document.span(unit.start, unit.end)


class Selection:
    """A selection in the making: an anchor that stays, and a focus that moves.

    Attributes:
        span: what is selected, or None.
    """

    def __init__(self) -> None:
        self.span: Span | None = None
        self._anchor: Hit | None = None
        self._grain = Grain.WORD

    def clear(self) -> None:
        """Select nothing and forget the anchor."""
        self.span = None
        self._anchor = None

    def set(self, document: Document, span: Span | None) -> None:
        """Select a span; a later Shift+click extends it from its beginning."""
        self.clear()
        if span is None or span.start >= span.end:
            return
        self.span = span
        first, last = document.words.after(span.start), document.words.before(span.end)
        self._anchor = Hit(first, max(first, last))

    def press(self, document: Document, place: Place) -> None:
        """Put the anchor here and select nothing yet."""
        self.clear()
        self._grain = Grain.WORD
        self._anchor = hit(document, place)

    def take(self, document: Document, place: Place, grain: Grain) -> None:
        """Select the word or sentence under a place; dragging on extends by the same."""
        self._grain = grain
        index = word_at(document, place)
        if index is None:
            self.press(document, place)
            self._grain = grain
            return
        self._anchor = Hit(index, index + 1)
        self.span = self._between(document, self._anchor, self._anchor)

    def extend(self, document: Document, place: Place) -> None:
        """Select from the anchor to a place."""
        focus = hit(document, place) or self._empty_page(document, place)
        if self._anchor is None:
            self._anchor = focus
        self.span = self._between(document, self._anchor, focus)

    def grow(self, document: Document, words: int = 0, sentences: int = 0) -> None:
        """Move the end by words or sentences, as Shift with the arrow keys does."""
        if self.span is None:
            return
        table, units = document.words, document.sentences
        if words:
            last = table.before(self.span.end) - 1 + words
            end = table[max(0, min(last, len(table) - 1))].end
        else:
            last = bisect_left(units.starts, self.span.end) - 1 + sentences
            end = units[max(0, min(last, len(units) - 1))].end if units else self.span.end
        if end > self.span.start:
            self.span = document.span(self.span.start, end)

    def _empty_page(self, document: Document, place: Place) -> Hit:
        """On a page without words: the gap between the words before and after it."""
        index = document.words.on(place.page).start
        return Hit(index, index)

    def _between(self, document: Document, a: Hit, b: Hit) -> Span | None:
        first, last = min(a.first, b.first), max(a.last, b.last)
        if first >= last:
            return None
        span = document.span(document.words[first].start, document.words[last - 1].end)
        if self._grain is Grain.SENTENCE:
            touched = document.sentences_in(span)
            if touched:
                span = document.span(
                    min(span.start, touched[0].start), max(span.end, touched[-1].end)
                )
        return span


def citation_text(document: Document, span: Span) -> str:
    """“quote” — document, p. 12: the quote on one line, with printed page numbers."""
    quote = " ".join(document.quote(span).split())
    pages = document.pages_of(span) or ((document.page_at(span.start),) if document.pages else ())
    if not pages:
        return f"{quoted(quote)} — {document.name}"
    first, last = pages[0], pages[-1]
    words = _tr("p. {first}") if first is last else _tr("pp. {first}–{last}")
    where = words.format(first=first.label, last=last.label)
    return f"{quoted(quote)} — {document.name}, {where}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("citation", text)

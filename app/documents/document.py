"""A document as data: its text, the units of that text, and where each word stands on its page.

Offsets are the truth. A `Span` is a pair of code-point offsets into `Document.text`; a quote is
`text[start:end]`; its rectangles come from the word boxes stored when the file was opened. Nothing
is found again by searching for text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.documents.packed.unit_tables import Blocks, Sentences
from app.documents.packed.word_table import Floats, WordColumns, WordTable
from app.documents.units import Block, BlockKind, Rect, Sentence, Word

__all__ = [
    "Block",
    "BlockKind",
    "Blocks",
    "Document",
    "Floats",
    "Page",
    "Rect",
    "Section",
    "Sentence",
    "Sentences",
    "Span",
    "Word",
    "WordColumns",
    "WordTable",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code-point offsets `[start, end)` into the text of the document with id `document`."""

    document: str
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.document == other.document and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return (
            self.document == other.document and self.start <= other.start and other.end <= self.end
        )


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its index from 0, printed label, size in points, and its part of the text.

    A page with no text of its own (a scan, a picture) has `start == end` and `has_text` False.
    """

    index: int
    label: str
    width: float
    height: float
    start: int
    end: int
    has_text: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all text under it, up to the next heading of the same or a higher level."""

    title: str
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One opened file.

    Attributes:
        id: the first 16 hex digits of the SHA-256; the same file is the same document anywhere.
        name: what the reviewer calls it: the file's name.
        path: where it was opened from.
        sha256: of the file's bytes.
        kind: "pdf", "docx", "html", "markdown" or "text".
        text: all text in reading order, paragraphs joined, running heads and page numbers left
            out. It never changes once the document is made: layout refines blocks, sentences and
            sections over the same text.
        refined: whether the layout model has been over it.
        notes: what the reviewer should know ("3 pages have no text").
    """

    id: str
    name: str
    path: Path
    sha256: str
    kind: str
    text: str
    pages: tuple[Page, ...]
    blocks: Blocks
    sentences: Sentences
    sections: tuple[Section, ...]
    words: WordTable
    refined: bool = False
    notes: tuple[str, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span `[start, end)` of this document, clipped to its text."""
        length = len(self.text)
        start = max(0, min(start, length))
        return Span(self.id, start, max(start, min(end, length)))

    def quote(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def page_at(self, offset: int) -> Page:
        """The page that the character at `offset` stands on.

        Raises:
            ValueError: if the document has no pages.
        """
        if not self.pages:
            raise ValueError(f"{self.name} has no pages")
        i = bisect_right(self.pages, offset, key=lambda page: page.start) - 1
        i = max(0, i)
        # Pages without text share their start with the page after them and hold no character.
        while i > 0 and not self.pages[i].has_text and self.pages[i].start >= offset:
            i -= 1
        return self.pages[i]

    def pages_of(self, span: Span) -> tuple[Page, ...]:
        """The pages that a span touches, in order; those without text are left out."""
        return tuple(
            p for p in self.pages if p.has_text and p.start < span.end and span.start < p.end
        )

    def rects(self, span: Span) -> tuple[Rect, ...]:
        """The rectangles that cover a span, one for each line it runs over."""
        return tuple(_lines(self.words.between(span.start, span.end)))

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share a character with a span."""
        return self.sentences.between(span.start, span.end)

    def blocks_between(self, start: int, end: int) -> tuple[Block, ...]:
        """The blocks that share a character with `[start, end)`."""
        return self.blocks.between(start, end)

    def sections_at(self, offset: int) -> tuple[Section, ...]:
        """The sections that hold `offset`, outermost first."""
        found: list[Section] = []
        for i in range(bisect_right(self.sections, offset, key=lambda s: s.start) - 1, -1, -1):
            section = self.sections[i]
            if offset < section.end:
                found.append(section)
            if section.level == 1:
                break  # whatever began before it ended where it began, or earlier
        return tuple(reversed(found))


def _lines(words: Iterator[Word]) -> Iterator[Rect]:
    """Word boxes merged into one box for each line."""
    line: Rect | None = None
    for word in words:
        box = word.rect
        if line is not None and _same_line(line, box):
            line = Rect(
                line.page,
                min(line.x0, box.x0),
                min(line.y0, box.y0),
                max(line.x1, box.x1),
                max(line.y1, box.y1),
            )
            continue
        if line is not None:
            yield line
        line = box
    if line is not None:
        yield line


def _same_line(line: Rect, box: Rect) -> bool:
    """Whether `box` goes on where `line` ends: same page, same height, not back to the left."""
    if line.page != box.page or box.x0 < line.x0:
        return False
    middle = (box.y0 + box.y1) / 2
    gap = box.x0 - line.x1
    return line.y0 <= middle <= line.y1 and gap < 3 * (box.y1 - box.y0)

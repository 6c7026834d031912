"""The layout model's view of the pages, brought over the same text.

Runs in the parser process only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

from app.documents.document import Block, BlockKind, Blocks, Document
from app.documents.exchange.wire import Region
from app.documents.formats.library import load_layout_model, pymupdf
from app.documents.pages.layout import cut_sentences
from app.documents.pages.sections import Entry, sections

_KINDS = {
    "section-header": BlockKind.HEADING,
    "title": BlockKind.HEADING,
    "list-item": BlockKind.LIST_ITEM,
    "table": BlockKind.TABLE_ROW,
    "caption": BlockKind.CAPTION,
    "footnote": BlockKind.FOOTNOTE,
    "text": BlockKind.PARAGRAPH,
}
_ENDED = re.compile(r"[.;:!?][\"'”’)\]]*$")
_NUMBERED = re.compile(r"(?:[A-Z]+\s+)?[\dIVXLA-Z]{1,5}[.:)\s]")
_CLAUSE = re.compile(r"(?:[A-Z]?\d+[.\s]|[A-Z])")
_HEADING_LENGTH = 200


def classify(page: pymupdf.Page) -> list[Region]:
    """What the layout model sees on a page, in points of the page as displayed."""
    load_layout_model()
    if not page.rotation:
        page.get_layout()
        return _regions(page)
    # The model looks at the page as it is stored; a rotated one is set upright in a copy.
    with pymupdf.open() as copy:
        copy.insert_pdf(page.parent, from_page=page.number, to_page=page.number)
        upright = copy[0]
        upright.remove_rotation()
        upright.get_layout()
        return _regions(upright)


def _regions(page: pymupdf.Page) -> list[Region]:
    return [
        Region(float(x0), float(y0), float(x1), float(y1), str(kind))
        for x0, y0, x1, y1, kind, *_ in page.layout_information or ()
    ]


def rework(document: Document, regions: list[list[Region]], outline: list[Entry]) -> Document:
    """The document with blocks, sentences and sections as the regions have them.

    A block is cut where the model sees two things in it, gets the kind that the model sees, and is
    joined to the next where both are one paragraph to the model. The text does not change.
    """
    view = _View(document, regions)
    pieces = [piece for block in document.blocks for piece in _cut(block, view)]
    blocks = _joined(document, pieces)
    starts = {page.index: page.start for page in document.pages if page.has_text}
    return replace(
        document,
        blocks=Blocks.of(blocks),
        sentences=cut_sentences(document.text, blocks),
        sections=sections(document.text, blocks, view.table, starts, outline),
        refined=True,
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block, or part of one, and the region that its words lie in: (page, number) or None."""

    block: Block
    region: tuple[int, int] | None


class _View:
    """Which region each word lies in, and how large type is."""

    def __init__(self, document: Document, regions: list[list[Region]]) -> None:
        self.document = document
        self._regions = regions
        words = self.table = document.words.all()
        self.of = [self._find(i) for i in range(len(words))]
        heights = Counter(round(self.height(i)) for i in range(len(words)))
        self.body = float(heights.most_common(1)[0][0]) if heights else 10.0
        self._levels = self._known_levels()

    def kind(self, region: tuple[int, int] | None) -> BlockKind | None:
        """The kind of block that a region stands for; None for furniture and pictures."""
        return _KINDS.get(self._regions[region[0]][region[1]].kind) if region else None

    def height(self, word: int) -> float:
        """Height of a word's box in points."""
        boxes = self.table.boxes
        return boxes[4 * word + 3] - boxes[4 * word + 1]

    def words(self, start: int, end: int) -> range:
        """The words between two offsets, as numbers."""
        starts = self.table.starts
        return range(bisect_left(starts, start), bisect_left(starts, end))

    def level(self, start: int, end: int) -> int:
        """A level for a new heading: that of the known headings set in about the same size."""
        size = median(self.height(i) for i in self.words(start, end))
        if not self._levels:
            return 1 if size > 1.1 * self.body else 2
        return min(self._levels, key=lambda known: abs(known[0] - size))[1]

    def line_breaks(self, words: range) -> list[int]:
        """Words that begin a new line, by their boxes."""
        boxes = self.table.boxes
        return [
            i
            for i in words[1:]
            if boxes[4 * i + 1] > (boxes[4 * i - 3] + boxes[4 * i - 1]) / 2
            or boxes[4 * i] < boxes[4 * i - 4]
        ]

    def _known_levels(self) -> list[tuple[float, int]]:
        return [
            (median(self.height(i) for i in self.words(block.start, block.end)), block.level)
            for block in self.document.blocks
            if block.kind is BlockKind.HEADING and len(self.words(block.start, block.end))
        ]

    def _find(self, word: int) -> tuple[int, int] | None:
        """The smallest region that holds the middle of a word."""
        table = self.table
        page = table.pages[word]
        x0, y0, x1, y1 = table.boxes[4 * word : 4 * word + 4]
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        best: tuple[float, int] | None = None
        for number, region in enumerate(self._regions[page]):
            if region.x0 <= x <= region.x1 and region.y0 <= y <= region.y1:
                area = (region.x1 - region.x0) * (region.y1 - region.y0)
                if best is None or area < best[0]:
                    best = (area, number)
        return (page, best[1]) if best is not None else None


def _cut(block: Block, view: _View) -> Iterator[_Piece]:
    """A block cut where its words pass from one region into another of the same page."""
    words = view.words(block.start, block.end)
    if not words or block.kind is BlockKind.TABLE_ROW:
        yield _Piece(block, view.of[words[0]] if words else None)
        return
    runs = _runs(words, view)
    for i, (first, last) in enumerate(runs):
        start = block.start if i == 0 else view.table.starts[first]
        end = block.end if i + 1 == len(runs) else view.table.ends[last]
        region = view.of[first]
        yield from _typed(replace(block, start=start, end=end), region, view)


def _runs(words: range, view: _View) -> list[tuple[int, int]]:
    """First and last word of the parts of a block that the model sees as separate."""
    text, ends = view.document.text, view.table.ends
    breaks = set(view.line_breaks(words))
    runs = [[words[0], words[0]]]
    for i in words[1:]:
        before, here = view.of[runs[-1][1]], view.of[i]
        parted = (
            i in breaks
            and before is not None
            and here is not None
            and before != here
            and before[0] == here[0]
            and (
                view.kind(before) is not view.kind(here)
                or _ENDED.search(text, max(0, ends[i - 1] - 4), ends[i - 1]) is not None
            )
        )
        if parted:
            runs.append([i, i])
        else:
            runs[-1][1] = i
    return [(first, last) for first, last in runs]


def _typed(block: Block, region: tuple[int, int] | None, view: _View) -> Iterator[_Piece]:
    """A part of a block with the kind that the model sees."""
    kind = view.kind(region)
    text = view.document.text[block.start : block.end]
    if kind is None or kind is block.kind:
        yield _Piece(block, region)
    elif kind is BlockKind.TABLE_ROW:
        yield from _rows(block, region, view)
    elif kind is BlockKind.HEADING:
        if len(text) <= _HEADING_LENGTH and not text.endswith((",", ";")):
            level = view.level(block.start, block.end)
            yield _Piece(replace(block, kind=kind, level=level), region)
        else:
            yield _Piece(block, region)
    elif block.kind is BlockKind.HEADING:
        size = median(view.height(i) for i in view.words(block.start, block.end))
        sure = _NUMBERED.match(text) or size > 1.1 * view.body or text.isupper()
        yield _Piece(block if sure else replace(block, kind=kind, level=0), region)
    elif kind is BlockKind.PARAGRAPH or (
        # To the model every numbered clause is an item of a list; to a lawyer it is a paragraph.
        kind is BlockKind.LIST_ITEM and _CLAUSE.match(text)
    ):
        yield _Piece(block, region)
    else:
        yield _Piece(replace(block, kind=kind, level=0), region)


def _rows(block: Block, region: tuple[int, int] | None, view: _View) -> Iterator[_Piece]:
    """A block that lies in a table, one piece for each printed line."""
    words = view.words(block.start, block.end)
    firsts = [words[0], *view.line_breaks(words)]
    table = view.table
    for first, following in zip(firsts, [*firsts[1:], words[-1] + 1], strict=True):
        start, end = table.starts[first], table.ends[following - 1]
        yield _Piece(Block(start, end, BlockKind.TABLE_ROW), region)


def _joined(document: Document, pieces: list[_Piece]) -> list[Block]:
    """Blocks, where two paragraphs of one region of which the first does not end are one."""
    blocks: list[Block] = []
    last: tuple[int, int] | None = None
    for piece in pieces:
        block = piece.block
        if (
            blocks
            and piece.region is not None
            and piece.region == last
            and block.kind is BlockKind.PARAGRAPH
            and blocks[-1].kind is BlockKind.PARAGRAPH
            and not _ENDED.search(document.text, max(0, blocks[-1].end - 4), blocks[-1].end)
            and (document.text[block.start].islower() or document.text[blocks[-1].end - 1] == ",")
        ):
            blocks[-1] = replace(blocks[-1], end=block.end)
        else:
            blocks.append(block)
        last = piece.region
    return blocks

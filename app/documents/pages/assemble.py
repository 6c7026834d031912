"""Pieces become the text of a document, with the offsets and the box of every word."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.documents.document import Block, BlockKind, WordColumns
from app.documents.pages.extract import Token
from app.documents.pages.flow import Piece

_SOFT = "­"
_HYPHENS = ("-", "‐", _SOFT)
_ENDED = re.compile(r"[.;:!?][\"'”’)\]]*$")
_EDGE = re.compile(r"^\W+|\W+$")
# Words that keep the hyphen after them when it falls on the end of a line.
_PREFIXES = frozenset(
    "non self co cross pre post anti ex all well so long short third first re sub inter multi "
    "arm's work know day year one two three four five six ten x".split()
)
_CLOSE = (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)


@dataclass(slots=True)
class Flow:
    """The text and what is known about it.

    Attributes:
        sources: for each block, the piece that it begins with.
        starts: for each page index, the offset of its first word; ends: of the end of its last.
    """

    text: str
    blocks: list[Block]
    words: WordColumns
    sources: list[Piece]
    starts: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)


def assemble(pieces: list[Piece]) -> Flow:
    """Join pieces into one text.

    Lines become paragraphs, a hyphen at the end of a line goes where the word is one, and a
    paragraph that a page or a column cut in two is whole again.
    """
    writer = _Writer(_vocabulary(pieces))
    previous: Piece | None = None
    for piece in pieces:
        if previous is not None and _runs_on(previous, piece):
            writer.go_on(piece)
        else:
            writer.begin(piece, previous)
        previous = piece
    return writer.finished()


def _runs_on(above: Piece, below: Piece) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    if above.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return False
    if below.kind is not BlockKind.PARAGRAPH or abs(above.size - below.size) > 0.1 * above.size:
        return False
    if above.page == below.page and below.y0 >= above.y0:
        return False  # one below the other: it is a paragraph because layout says so
    last = above.cells[-1][-1][-1].text
    first = below.cells[0][0][0].text
    if _ENDED.search(last):
        return False
    hyphen = last.endswith(_HYPHENS) and len(last) > 2 and first[:1].islower()
    return hyphen or first[:1].islower() or (last.endswith(",") and not below.bold)


def _vocabulary(pieces: list[Piece]) -> frozenset[str]:
    """All words in lower case; only needed, and only made, where a line ends in a hyphen."""
    lines = [line for piece in pieces for cell in piece.cells for line in cell]
    if not any(line[-1].text.endswith(_HYPHENS) for line in lines if line):
        return frozenset()
    return frozenset(_EDGE.sub("", token.text).lower() for line in lines for token in line)


class _Writer:
    """Appends tokens to a text and keeps the account of offsets."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        self._vocabulary = vocabulary
        self._parts: list[str] = []
        self._length = 0
        self._words = WordColumns()
        self._blocks: list[Block] = []
        self._sources: list[Piece] = []
        self._last: Token | None = None
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}

    def begin(self, piece: Piece, previous: Piece | None) -> None:
        """Write a piece as a new block."""
        if previous is not None:
            close = piece.kind in _CLOSE and previous.kind is piece.kind
            self._add("\n" if close else "\n\n")
        start = self._length
        self._write(piece)
        self._sources.append(piece)
        self._blocks.append(Block(start, self._length, piece.kind, piece.level))

    def go_on(self, piece: Piece) -> None:
        """Write a piece as the rest of the last block."""
        self._between_lines(piece.cells[0][0][0])
        self._write(piece)
        block = self._blocks[-1]
        self._blocks[-1] = Block(block.start, self._length, block.kind, block.level)

    def finished(self) -> Flow:
        """The text and its account."""
        text = "".join(self._parts)
        return Flow(text, self._blocks, self._words, self._sources, self._starts, self._ends)

    def _write(self, piece: Piece) -> None:
        for c, cell in enumerate(piece.cells):
            if c:
                # An empty cell leaves its bars: those after it must stay under their heads.
                self._add(" | " if cell else " |")
            for i, line in enumerate(cell):
                if i:
                    self._between_lines(line[0])
                for j, token in enumerate(line):
                    if j:
                        self._add(" ")
                    self._word(token)

    def _between_lines(self, following: Token) -> None:
        """Write what stands between the last word of a line and the first of the next."""
        last = self._last
        assert last is not None
        if not last.text.endswith(_HYPHENS) or len(last.text) < 2:
            self._add(" ")
        elif last.text.endswith(_SOFT) or self._is_one_word(last.text, following.text):
            self._drop_hyphen()
        elif not (following.text[:1].isalnum() and last.text[-2].isalnum()):
            self._add(" ")

    def _is_one_word(self, first: str, second: str) -> bool:
        """Whether a hyphen at the end of a line is there for the line's sake only."""
        head = _EDGE.sub("", first[:-1]).lower()
        tail = _EDGE.sub("", second).lower()
        if not head.isalpha() or not second[:1].islower():
            return False
        if head + tail in self._vocabulary:
            return True
        return f"{head}-{tail}" not in self._vocabulary and head not in _PREFIXES

    def _drop_hyphen(self) -> None:
        self._parts[-1] = self._parts[-1][:-1]
        self._length -= 1
        self._words.ends[-1] -= 1
        assert self._last is not None
        self._ends[self._last.page] = self._length

    def _word(self, token: Token) -> None:
        self._starts.setdefault(token.page, self._length)
        self._words.starts.append(self._length)
        self._add(token.text)
        self._words.ends.append(self._length)
        self._words.pages.append(token.page)
        self._words.boxes.extend(token.box)
        self._ends[token.page] = self._length
        self._last = token

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

"""What the text of a document is made of: words, sentences, blocks; and boxes on its pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on a page, in points from the top left of the page as it is displayed."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


class BlockKind(StrEnum):
    """What a block of text is. Matters keep the place of a kind in this list: add at its end."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table row.

    `level` is 1.. for headings; 1 for a table row that is set like the heads of its columns; else
    0.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, always inside one block."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """One word in the flow of the text, with its box on the page as displayed."""

    start: int
    end: int
    rect: Rect

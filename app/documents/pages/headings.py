"""Headings: which pieces are some, and of which level."""

from __future__ import annotations

import re
from collections import Counter

from app.documents.document import BlockKind
from app.documents.pages.flow import Piece

_DIVISION = re.compile(
    r"(ARTICLE|PART|TITLE|CHAPTER|SECTION|EXHIBIT|SCHEDULE|APPENDIX|ANNEX|ATTACHMENT|ADDENDUM)"
    r"\s+(?:[IVXLC]+|\d{1,3}(?:\.\d{1,3})*|[A-Z](?:-\d+)?)\b[.:\s–—-]*(.*)",
    re.I | re.S,
)
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,4})\.?\s+(\S.*)", re.S)
_ROMAN = re.compile(r"([IVX]{1,5}|[A-Z])\.\s+(\S.*)", re.S)
_TOP = frozenset(["article", "part", "title", "chapter", "exhibit", "schedule", "appendix"])
_CAPTION = re.compile(r"(?:Figure|Fig\.|Table|Chart)\s+\d", re.I)
_END = re.compile(r"[.;,:]$")
MAX = 160  # characters


def mark(pieces: list[Piece]) -> None:
    """Set kind and level of the pieces that are headings, captions or footnotes."""
    body = _body_size(pieces)
    sizes = sorted({round(p.size) for p in pieces if _larger(p, body)}, reverse=True)
    for piece in pieces:
        if piece.kind is BlockKind.TABLE_ROW:
            continue
        text = piece.text
        level = _level(piece, text, body, sizes)
        if level:
            piece.kind, piece.level = BlockKind.HEADING, level
        elif len(text) <= 240 and _CAPTION.match(text) and piece.kind is BlockKind.PARAGRAPH:
            piece.kind = BlockKind.CAPTION
        elif piece.size < 0.87 * body and re.match(r"[\d*†‡]", text):
            piece.kind = BlockKind.FOOTNOTE


def _body_size(pieces: list[Piece]) -> float:
    """The size of type in which most of the text is set."""
    counts: Counter[float] = Counter()
    for piece in pieces:
        counts[round(piece.size, 1)] += sum(len(line) for cell in piece.cells for line in cell)
    return counts.most_common(1)[0][0] if counts else 10.0


def _larger(piece: Piece, body: float) -> bool:
    return piece.size > 1.1 * body and len(piece.text) <= MAX


def _level(piece: Piece, text: str, body: float, sizes: list[int]) -> int:
    """The level of a heading, or 0 for what is none."""
    if not 2 < len(text) <= MAX or len(piece.cells[0]) > 4 or not any(map(str.isalpha, text)):
        return 0
    if piece.kind is BlockKind.LIST_ITEM and not piece.bold:
        return 0
    numbered = _numbered_level(piece, text, body)
    if numbered:
        return numbered
    if _larger(piece, body) and text[-1] not in ",;":
        return min(1 + sizes.index(round(piece.size)), 6)
    if piece.size < 0.95 * body or _END.search(text.rstrip(":")) or "____" in text:
        return 0
    below = min(len(sizes) + 1, 5)
    if _capitals(text) and len(text) <= 100:
        return below
    if piece.bold and len(text) <= 110:
        return min(below + 1, 6)
    return 0


def _numbered_level(piece: Piece, text: str, body: float) -> int:
    division = _DIVISION.fullmatch(text)
    if division and text[0].isupper():
        title = division.group(2)
        shown = piece.bold or piece.centred or division.group(1).isupper() or _larger(piece, body)
        if len(title) <= 100 and (shown or not _END.search(title)) and _titled(title):
            return 1 if division.group(1).lower() in _TOP else 2
    number = _NUMBER.fullmatch(text) or _ROMAN.fullmatch(text)
    if number and not _END.search(text) and len(text) <= 110:
        shown = piece.bold or _larger(piece, body) or _capitals(number.group(2))
        plain = number.group(1)[0].isdigit()
        if shown or (plain and _titled(number.group(2)) and len(number.group(2)) <= 70):
            return number.group(1).count(".") + 1
    return 0


def _titled(title: str) -> bool:
    """Whether words are capitalised as in a title."""
    words = [word for word in title.split() if word[:1].isalpha() and len(word) > 3]
    return all(word[0].isupper() for word in words)


def _capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 4 and all(letter.isupper() for letter in letters) and " | " not in text

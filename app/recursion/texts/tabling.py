"""Tables in a document's text: rows follow one another as blocks of their own."""

from __future__ import annotations

from bisect import bisect_right

from app.documents.document import BlockKind, Document, Span
from app.documents.text.table_heads import column_heads

MAX_ROWS = 80
"""A table is completed by so many rows at most, above and below."""


def whole(document: Document, span: Span) -> Span:
    """A span, made longer by the rest of a table that it cuts."""
    first, last = _rows_at(document, span.start), _rows_at(document, max(span.start, span.end - 1))
    start = min([span.start, *(document.blocks[i].start for i in first[:1])])
    end = max([span.end, *(document.blocks[i].end for i in last[-1:])])
    return Span(span.document, start, end)


def different_rows(document: Document, one: Span, other: Span) -> bool:
    """Whether two spans lie in different rows of one table."""
    rows, others = _rows_at(document, one.start), _rows_at(document, other.start)
    if not rows or rows != others:
        return False
    return _block_at(document, one.start) != _block_at(document, other.start)


def rows(document: Document, span: Span) -> list[Span]:
    """The rows of tables in a span, without those that hold the heads of columns."""
    found: list[Span] = []
    for block in document.blocks_between(span.start, span.end):
        if block.kind is BlockKind.TABLE_ROW:
            row = document.span(block.start, block.end)
            last = document.blocks[_rows_at(document, block.start)[-1]]
            heads = column_heads(document, document.span(last.start, last.end)).split(" / ")
            if document.quote(row).strip() not in heads:
                found.append(row)
    return found


def is_title(document: Document, span: Span) -> bool:
    """Whether a span is a heading, or the heads of a table's columns."""
    kinds = {b.kind for b in document.blocks_between(span.start, span.end)}
    if kinds == {BlockKind.TABLE_ROW}:
        return not rows(document, span)
    return kinds == {BlockKind.HEADING}


def said(document: Document, row: Span) -> str:
    """A row in words: its cells, one after the other. Text without cells stays as it is."""
    cells = (" ".join(cell.split()) for cell in document.quote(row).split("|"))
    return ", ".join(cell for cell in cells if cell)


def _rows_at(document: Document, offset: int) -> range:
    """The indexes of the rows of the table around an offset; none where no table is."""
    at = _block_at(document, offset)
    if at < 0 or document.blocks[at].kind is not BlockKind.TABLE_ROW:
        return range(0)
    first = last = at
    while first > max(0, at - MAX_ROWS) and _is_row(document, first - 1):
        first -= 1
    while last < min(len(document.blocks) - 1, at + MAX_ROWS) and _is_row(document, last + 1):
        last += 1
    return range(first, last + 1)


def _is_row(document: Document, index: int) -> bool:
    return document.blocks[index].kind is BlockKind.TABLE_ROW


def _block_at(document: Document, offset: int) -> int:
    """The index of the block that begins at or before an offset; -1 if none does."""
    return bisect_right(document.blocks.starts, offset) - 1

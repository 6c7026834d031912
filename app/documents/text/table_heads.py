"""Which heads the columns of a table row have.

A row's text is its cells between bars, and no more: a quote of it has no place for the heads. They
are told beside it. The parser marks a row that is set like a head (`Block.level` 1); where no row
of a table is marked, the first is taken for its head if it reads like one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.document import Block, BlockKind, Blocks, Document, Span

HEAD = 1
"""The level of a row that holds the heads of its table's columns."""

_LONGEST = 60  # characters of one head
_FIGURE = re.compile(r"\W*\d")
_LABELLED = re.compile(r":(?:\s|$)")  # "Date of birth: 3 May", a form rather than a table
_CONTINUED = re.compile(r"\b(?:continued|cont[’']?d)\b", re.I)
_BETWEEN = 2  # blocks that may stand between two parts of a table that a page break parts


@dataclass(frozen=True, slots=True)
class _Run:
    """Table rows one after the other: numbers of blocks, `end` not among them."""

    start: int
    end: int


def column_heads(document: Document, span: Span) -> str:
    """The heads of the columns of the first table row in a span: "Grade | Day rate".

    Empty where the span holds no row of a table, or nothing but heads, or the table has none. A
    table that goes on over a page keeps its heads.
    """
    blocks = document.blocks
    for i in range(bisect_right(blocks.ends, span.start), bisect_left(blocks.starts, span.end)):
        if blocks.kind(i) is BlockKind.TABLE_ROW:
            heads = _heads_of(document, i)
            if heads and i not in heads:
                return " / ".join(_text(document, blocks[n]).strip() for n in heads)
    return ""


def with_heads(document: Document, span: Span) -> str:
    """A table row as it may be shown to a reader who doesn't see the table.

    "Engineer | £720" under "Grade | Day rate" becomes "Grade: Engineer | Day rate: £720". Where
    there are no heads, or more cells than heads, it is the row's own text.
    """
    text = document.quote(span)
    heads = _cells(column_heads(document, span).split(" / ")[-1])
    cells = _cells(text)
    if len(heads) < 2 or not 1 < len(cells) <= len(heads) or "\n" in text:
        return text
    named = (
        f"{head}: {cell}" if head and cell else cell
        for head, cell in zip(heads, cells, strict=False)
    )
    return " | ".join(part for part in named if part)


def _heads_of(document: Document, row: int) -> range:
    """The block numbers of the head rows of a row's table; none where it has no heads."""
    run = _run_at(document.blocks, row)
    heads = _heads_in(document, run, row)
    if not heads:
        before = _interrupted(document, run)
        if before is not None:
            heads = _heads_in(document, before, before.end - 1)
    width = _width(document, row)
    if heads and row not in heads and width > max(_width(document, n) for n in heads):
        return range(0)  # the row is of another table
    return heads


def _heads_in(document: Document, run: _Run, row: int) -> range:
    """The head rows within a run that stand above a row, or are that row."""
    blocks = document.blocks
    for i in range(row, run.start - 1, -1):
        if blocks[i].level == HEAD:
            start = i
            while start > run.start and blocks[start - 1].level == HEAD:
                start -= 1
            end = i + 1
            while end < run.end and blocks[end].level == HEAD:
                end += 1
            return range(start, end)
    rows = [_cells(_text(document, block)) for block in blocks[run.start : run.end]]
    marked = any(block.level == HEAD for block in blocks[run.start : run.end])
    if not marked and reads_like_heads(rows):
        return range(run.start, run.start + 1)
    return range(0)


def reads_like_heads(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first of some rows of cells reads like heads of the columns below it."""
    if len(rows) < 3 or len(rows[0]) < 2:
        return False
    head, body = rows[0], rows[1:]
    if any(not cell or len(cell) > _LONGEST or _LABELLED.search(cell) for cell in head[1:]):
        return False
    if len(head[0]) > _LONGEST or _LABELLED.search(head[0]):
        return False
    if any(_FIGURE.match(cell) for cell in head):
        return False
    if any(tuple(row) == tuple(head) for row in body):
        return True  # printed once more at the top of a page
    for n in range(1, len(head)):
        under = [row[n] for row in body if len(row) > n and row[n]]
        if len(under) >= 2 and 2 * sum(bool(_FIGURE.match(cell)) for cell in under) > len(under):
            return True
    return len(head) > 2 and _short_above_long(head, body)


def _short_above_long(head: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether short words stand above cells that are about twice as long."""
    if any(len(cell) > 25 for cell in head):
        return False
    lengths = [len(cell) for row in body for cell in row if cell]
    return sum(lengths) / max(1, len(lengths)) > 2 * sum(map(len, head)) / len(head)


def _run_at(blocks: Blocks, row: int) -> _Run:
    start = end = row
    while start > 0 and blocks.kind(start - 1) is BlockKind.TABLE_ROW:
        start -= 1
    while end < len(blocks) and blocks.kind(end) is BlockKind.TABLE_ROW:
        end += 1
    return _Run(start, end)


def _interrupted(document: Document, run: _Run) -> _Run | None:
    """The part of a table on the page before, where a run is the rest of it, or None.

    Between the two may stand what a page has at its top: a caption that says "continued".
    """
    blocks = document.blocks
    between = range(max(0, run.start - _BETWEEN), run.start)
    rows = [i for i in between if blocks.kind(i) is BlockKind.TABLE_ROW]
    if not rows:
        return None
    above = rows[-1]
    texts = [_text(document, block) for block in blocks[above + 1 : run.start]]
    if not all(_CONTINUED.search(text) for text in texts):
        return None
    if document.page_at(blocks[above].start) == document.page_at(blocks[run.start].start):
        return None
    return _run_at(blocks, above)


def _width(document: Document, row: int) -> int:
    return len(_cells(_text(document, document.blocks[row])))


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.split("|")]


def _text(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]

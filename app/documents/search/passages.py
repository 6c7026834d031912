"""Passages: runs of blocks of a few hundred characters, the unit that search finds."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from dataclasses import dataclass

from app.documents.document import Block, BlockKind, Blocks, Document, Sentence, Span
from app.documents.text.table_heads import column_heads

USUAL = 450  # characters; a passage is closed when it has reached them
MOST = 900  # characters; no passage is longer, unless a single sentence is
_ENTRY = re.compile(r"^[^|]*[^\W\d][^|]*(?:\||\.{3}|…)\s*(\d{1,4})\s*$")  # "22. Termination | 13"
_LEAD = 300  # characters of a sentence that introduces a list or table
_NUMBER = re.compile(r"[A-Z]?\d{1,3}(?:\.\d{1,3}){1,4}(?=[.)\s])")  # "21.2 The Supplier …"
_ABOVE = 40  # blocks above a passage among which its clause may begin
ROWS = 6  # table rows in one passage


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of blocks that is searched as one.

    Attributes:
        heading: the headings it stands under, outermost first, joined by " > "; with the number
            of its clause where that begins before it: "21. Limits of liability > 21.2".
        columns: where it holds rows of a table, the heads of the first one's columns, as
            "Grade | Day rate"; they are searched with it, wherever they stand.
    """

    span: Span
    heading: str
    columns: str = ""


def passages_of(document: Document) -> list[Passage]:
    """All passages of a document in order. They don't overlap.

    They hold every block, save those of a table of contents: it repeats the headings, stands near
    every question and answers none.
    """
    front = len(document.text) // 10
    return [
        p
        for p in _all_passages(document)
        if p.span.start > front or not _is_contents(document.quote(p.span), len(document.pages))
    ]


def _is_contents(text: str, pages: int) -> bool:
    """Whether the lines of a passage are titles with page numbers that never fall."""
    lines = [line for line in text.splitlines() if line.strip()]
    numbers = [int(m[1]) for line in lines if (m := _ENTRY.search(line[:200]))]
    return (
        len(numbers) >= 2
        and len(numbers) >= 0.7 * len(lines)
        and numbers == sorted(numbers)
        and numbers[-1] <= pages
    )


def _all_passages(document: Document) -> list[Passage]:
    found: list[Passage] = []
    run: list[tuple[int, int]] = []
    blocks = document.blocks
    i = 0
    while i < len(blocks):
        block = blocks[i]
        if block.kind is BlockKind.TABLE_ROW:
            kept = _lead_in(document, run)
            run = _flush(document, run, found, keep_headings=True) or kept
            end = _table_end(blocks, i)
            found.extend(_table(document, blocks[i:end], run))
            run = []
            i = end
            continue
        if block.kind is BlockKind.HEADING and run and not _only_headings(document, run):
            run = _flush(document, run, found)
        for start, end in _parts(document, block):
            if run and end - run[0][0] > MOST:
                run = _flush(document, run, found, keep_headings=True)
            run.append((start, end))
            if end - run[0][0] >= USUAL and block.kind is not BlockKind.HEADING:
                more = i + 1 < len(blocks) and blocks.kind(i + 1) is not BlockKind.HEADING
                kept = _lead_in(document, run) if more and end == block.end else []
                run = _flush(document, run, found) or kept
        i += 1
    _flush(document, run, found)
    return found


def _parts(document: Document, block: Block) -> list[tuple[int, int]]:
    """A block, or its pieces cut between sentences where it is too long."""
    if block.end - block.start <= MOST:
        return [(block.start, block.end)]
    parts: list[tuple[int, int]] = []
    start = block.start
    last = block.start
    for sentence in _sentences(document, block):
        if last > start and sentence.end - start > MOST * 2 // 3:
            parts.append((start, last))
            start = sentence.start
        last = sentence.end
    parts.append((start, block.end))
    return parts


def _sentences(document: Document, block: Block) -> tuple[Sentence, ...]:
    return document.sentences_in(document.span(block.start, block.end))


def _lead_in(document: Document, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The end of a run that introduces what follows it ("The rates are:"); it is taken off the run.

    A list or table says little without it, and it says nothing without them.
    """
    if not run or document.text[run[-1][1] - 1] != ":" or _only_headings(document, run):
        return []
    start, end = run.pop()
    last = document.sentences_in(document.span(end - 1, end))
    if end - start > _LEAD and last and last[-1].start > start:
        run.append((start, _trimmed(document, start, last[-1].start)))
        start = last[-1].start
    if end - start > _LEAD:
        run.append((start, end))  # too long to go elsewhere
        return []
    if run and _only_headings(document, run):
        headings = list(run)
        run.clear()
        return [*headings, (start, end)]
    return [(start, end)]


def _trimmed(document: Document, start: int, end: int) -> int:
    return start + len(document.text[start:end].rstrip())


def _only_headings(document: Document, run: list[tuple[int, int]]) -> bool:
    starts = {block.start for block in document.blocks_between(run[0][0], run[-1][1])
              if block.kind is BlockKind.HEADING}  # fmt: skip
    return all(start in starts for start, _ in run)


def _flush(
    document: Document,
    run: list[tuple[int, int]],
    found: list[Passage],
    keep_headings: bool = False,
) -> list[tuple[int, int]]:
    """Close a run; with `keep_headings`, one that is nothing but headings goes on instead."""
    if not run or (keep_headings and _only_headings(document, run)):
        return run
    found.append(_passage(document, run[0][0], run[-1][1]))
    return []


def _passage(document: Document, start: int, end: int) -> Passage:
    sections = document.sections_at(end - 1)
    titles = [section.title for section in sections][-3:]
    clause = _clause_of(document, start, sections[-1].start if sections else 0)
    if clause and not (titles and titles[-1].startswith(clause)):
        titles.append(clause)
    span = document.span(start, end)
    return Passage(span, " > ".join(titles), column_heads(document, span))


def _clause_of(document: Document, start: int, section: int) -> str:
    """The number of the clause that a passage goes on with; empty where it begins its own."""
    blocks = document.blocks
    at = bisect_right(blocks.starts, start) - 1
    for i in range(at, max(-1, at - _ABOVE), -1):
        begin = blocks.starts[i]
        if begin < section or blocks.kind(i) is BlockKind.HEADING:
            return ""
        number = _NUMBER.match(document.text, begin, blocks.ends[i])
        if number and blocks.kind(i) is not BlockKind.TABLE_ROW:
            return number.group() if begin < start else ""
    return ""


def _table_end(blocks: Blocks, start: int) -> int:
    end = start
    while end < len(blocks) and blocks.kind(end) is BlockKind.TABLE_ROW:
        end += 1
    return end


def _table(
    document: Document, rows: tuple[Block, ...], run: list[tuple[int, int]]
) -> list[Passage]:
    """A table in passages of a few rows each."""
    found: list[Passage] = []
    most = math.ceil(len(rows) / math.ceil(len(rows) / ROWS))  # none is left with a row or two
    start = run[0][0] if run else rows[0].start
    count = 0
    for row, following in zip(rows, (*rows[1:], None), strict=True):
        count += 1
        full = count >= most or (following is not None and following.end - start > MOST)
        if full or following is None:
            found.append(_passage(document, start, row.end))
            count = 0
            start = following.start if following is not None else row.end
    return found

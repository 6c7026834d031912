"""Sections: from the outline that a file brings along, else from headings and numbered clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from app.documents.document import Block, BlockKind, Section, WordColumns

_CLAUSE = re.compile(
    r"(?:(?:Section|Clause)\s+)?(\d{1,3}(?:\.\d{1,3}){0,4})\.?\s+"  # 12.3
    r"((?:[A-Z][\w’'/-]*|of|and|or|to|the|for|in|by|on|a|an|with|,|&)"
    r"(?:,?\s(?:[A-Z][\w’'/-]*|of|and|or|to|the|for|in|by|on|a|an|with|&)){0,8})[.:]\s"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a file's own outline: level from 1, title, page index, height on the page."""

    level: int
    title: str
    page: int
    y: float


def sections(
    text: str, blocks: list[Block], words: WordColumns, starts: dict[int, int], outline: list[Entry]
) -> tuple[Section, ...]:
    """The sections of a document in order of their start."""
    marks = _from_outline(blocks, text, words, starts, outline)
    if len(marks) < 2:
        marks = _from_headings(text, blocks)
    return tuple(_closed(marks, len(text)))


def _from_headings(text: str, blocks: list[Block]) -> list[tuple[int, int, str]]:
    """(start, level, title) for each heading and each clause that begins with number and title."""
    marks = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            marks.append((block.start, block.level, text[block.start : block.end]))
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            clause = _CLAUSE.match(text, block.start, min(block.end, block.start + 160))
            if clause:
                level = clause.group(1).count(".") + 1
                marks.append((block.start, level, f"{clause.group(1)} {clause.group(2)}"))
    return marks


def _from_outline(
    blocks: list[Block], text: str, words: WordColumns, starts: dict[int, int], outline: list[Entry]
) -> list[tuple[int, int, str]]:
    """The same from the file's outline; an entry that leads nowhere is left out."""
    begins = [block.start for block in blocks]
    marks: list[tuple[int, int, str]] = []
    last = -1
    for entry in outline:
        first = starts.get(entry.page)
        if first is None or not blocks:
            continue
        i = bisect_left(begins, first + 1) - 1
        after = min((starts[page] for page in (entry.page + 2,) if page in starts), default=None)
        end = bisect_left(begins, after) if after is not None else len(blocks)
        at = _named(text, blocks, range(max(i, last + 1, 0), min(end, i + 200)), entry.title)
        if at is None:
            at = bisect_left(begins, _offset_at(words, first, entry) + 1) - 1
        if at >= last:
            marks.append((begins[max(0, at)], max(1, entry.level), entry.title))
            last = at
    return marks


def _offset_at(words: WordColumns, start: int, entry: Entry) -> int:
    """Where the first word at or below the entry's height on its page begins."""
    first = i = bisect_left(words.starts, start)
    while i < len(words) and words.pages[i] == entry.page:
        if words.boxes[4 * i + 3] > entry.y + 1:
            return words.starts[i]
        i += 1
    return words.starts[first] if first < len(words) else start


def _named(text: str, blocks: list[Block], among: range, title: str) -> int | None:
    """The first block that begins with the title; a heading is preferred."""
    wanted = _plain(title)[:40]
    found = None
    for at in among if wanted else ():
        block = blocks[at]
        begin = _plain(text[block.start : min(block.end, block.start + 160)])
        if wanted in begin[: len(wanted) + 12]:
            if block.kind is BlockKind.HEADING:
                return at
            found = at if found is None else found
    return found


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _closed(marks: list[tuple[int, int, str]], length: int) -> list[Section]:
    """Sections that end where the next of the same or a higher level begins."""
    ends = [length] * len(marks)
    open_marks: list[int] = []
    for i, (start, level, _) in enumerate(marks):
        while open_marks and marks[open_marks[-1]][1] >= level:
            ends[open_marks.pop()] = start
        open_marks.append(i)
    return [
        Section(" ".join(title.split()), level, start, end)
        for (start, level, title), end in zip(marks, ends, strict=True)
        if end > start
    ]

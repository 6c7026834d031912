"""Sentences that introduce what follows them: "The following are approved:".

A model that is asked which subcontractors were approved finds the sentence that says so, and the
names stand below it, in a list or a table.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from app.documents.document import Block, BlockKind, Document, Span
from app.recursion.texts import tabling

MOST = 40
"""No more entries than this are taken for what one sentence introduces."""

_INTRODUCES = re.compile(
    r":\s*$|\b(?:the\s+following|as\s+follows|set\s+out\s+below|listed\s+below)\b[^.;]*[.:]?\s*$",
    re.IGNORECASE,
)


def introduced(document: Document, span: Span) -> list[Span]:
    """The entries of the list or table that a sentence introduces; none if it introduces none.

    It must be the last of its paragraph, and the entries follow at once.
    """
    text = document.quote(span)
    sentence = document.sentences_in(span)[-1:] or [span]
    if not _INTRODUCES.search(text[max(0, sentence[0].start - span.start) :]):
        return []
    at = bisect_right(document.blocks.starts, span.start)
    entries = _entries(document, at)
    if not entries or document.text[span.end : entries[0].start].strip():
        return []
    start, end = entries[0].start, entries[-1].end
    if entries[0].kind is BlockKind.TABLE_ROW:
        return tabling.rows(document, document.span(start, end))[:MOST]
    return [document.span(block.start, block.end) for block in entries[:MOST]]


def _entries(document: Document, at: int) -> list[Block]:
    """The blocks of one list or table from the one with number `at` on."""
    entries: list[Block] = []
    for block in (document.blocks[i] for i in range(at, len(document.blocks))):
        if block.kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
            break
        if entries and block.kind is not entries[0].kind:
            break
        entries.append(block)
    return entries

"""Coverage of a run that ended without one: which pages hold the slices that were shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.documents.document import Page, Span
from app.recursion.results import Coverage
from app.sessions.rows import DocumentRow


def coverage(
    documents: Iterable[DocumentRow],
    pages: Mapping[str, Sequence[Page]],
    slices: Iterable[Span],
) -> Coverage:
    """Which parts of `documents` lie in `slices`; `pages` are theirs, by document id."""
    documents = list(documents)
    shown = _merged(slices)
    return Coverage(
        pages=sum(row.pages for row in documents),
        pages_read=tuple(
            (row.id, page.index)
            for row in documents
            for page in pages.get(row.id, ())
            if _touches(shown.get(row.id, ()), page)
        ),
        pages_without_text=tuple((row.id, i) for row in documents for i in row.without_text),
        characters=sum(row.characters for row in documents),
        characters_read=sum(s.end - s.start for spans in shown.values() for s in spans),
    )


def _merged(slices: Iterable[Span]) -> dict[str, list[Span]]:
    """Slices by document, in order, those that overlap or touch made one."""
    merged: dict[str, list[Span]] = {}
    for span in sorted(slices):
        spans = merged.setdefault(span.document, [])
        if spans and span.start <= spans[-1].end:
            spans[-1] = replace(spans[-1], end=max(spans[-1].end, span.end))
        else:
            spans.append(span)
    return merged


def _touches(spans: Sequence[Span], page: Page) -> bool:
    """Whether one of these spans, in order and apart from each other, lies partly on the page."""
    first = bisect_right(spans, page.start, key=lambda span: span.end)
    return first < len(spans) and spans[first].start < page.end

"""Which pages were read, in the run on show and in others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from app.documents.document import Page, Span
from app.ui.viewer.spans import Range, covered, merged
from app.ui.viewer.strip import ALL_OF_IT


class PageReading(Enum):
    """How a page stands."""

    NOW = auto()
    PART = auto()
    OTHER = auto()
    NEVER = auto()
    NO_TEXT = auto()


@dataclass(frozen=True, slots=True)
class Shares:
    """How many pages of a document stand how: in this run, in another one only, never, no text."""

    pages: int = 0
    now: int = 0
    other: int = 0
    never: int = 0
    no_text: int = 0

    def __add__(self, more: Shares) -> Shares:
        return Shares(
            self.pages + more.pages,
            self.now + more.now,
            self.other + more.other,
            self.never + more.never,
            self.no_text + more.no_text,
        )


class CoverageMap:
    """The pages of all documents of a matter, and the spans of them that a model was shown."""

    def __init__(self) -> None:
        self._pages: dict[str, Sequence[Page]] = {}
        self._now: dict[str, list[Range]] = {}
        self._other: dict[str, list[Range]] = {}
        self._cited: dict[str, set[int]] = {}
        self._shares: dict[str, Shares] = {}

    def set_pages(self, pages: Mapping[str, Sequence[Page]]) -> None:
        """Take the pages of all documents, by document id."""
        self._pages = dict(pages)
        self._shares.clear()

    def set_other(self, spans: Iterable[Span]) -> None:
        """Take what was shown in all runs of the matter."""
        self._other = _by_document(spans)
        self._shares.clear()

    def set_now(self, spans: Iterable[Span]) -> None:
        """Take what was shown in the run on show."""
        self._now = _by_document(spans)
        self._shares.clear()

    def add(self, span: Span) -> None:
        """One more span was shown in the run on show."""
        known = self._now.get(span.document, [])
        self._now[span.document] = merged([*known, (span.start, span.end)])
        self._shares.pop(span.document, None)

    def set_cited(self, spans: Iterable[Span]) -> None:
        """Take the spans that the answer on show cites."""
        self._cited = {}
        for span in spans:
            pages = self.pages(span.document)
            at = bisect_right(pages, span.start, key=lambda page: page.start) - 1
            if 0 <= at < len(pages):
                self._cited.setdefault(span.document, set()).add(at)

    def pages(self, document: str) -> Sequence[Page]:
        """The pages of a document; none while they are not known."""
        return self._pages.get(document, ())

    def cited(self, document: str) -> set[int]:
        """The indexes of a document's pages on which a cited passage begins."""
        return self._cited.get(document, set())

    def reading(self, document: str, index: int) -> PageReading:
        """How a page stands."""
        page = self._pages[document][index]
        if not page.has_text or page.start >= page.end:
            return PageReading.NO_TEXT
        read = covered(self._now.get(document, ()), page.start, page.end)
        if read:
            whole = read >= ALL_OF_IT * (page.end - page.start)
            return PageReading.NOW if whole else PageReading.PART
        if covered(self._other.get(document, ()), page.start, page.end):
            return PageReading.OTHER
        return PageReading.NEVER

    def shares(self, document: str) -> Shares:
        """How many of a document's pages stand how."""
        if document not in self._shares:
            found = [self.reading(document, i) for i in range(len(self.pages(document)))]
            self._shares[document] = Shares(
                len(found),
                found.count(PageReading.NOW) + found.count(PageReading.PART),
                found.count(PageReading.OTHER),
                found.count(PageReading.NEVER),
                found.count(PageReading.NO_TEXT),
            )
        return self._shares[document]

    def total(self) -> Shares:
        """The same for all documents together."""
        return sum((self.shares(document) for document in self._pages), Shares())


def _by_document(spans: Iterable[Span]) -> dict[str, list[Range]]:
    """Spans as sorted, disjoint ranges, by document."""
    found: dict[str, list[Range]] = {}
    for span in spans:
        found.setdefault(span.document, []).append((span.start, span.end))
    return {document: merged(ranges) for document, ranges in found.items()}

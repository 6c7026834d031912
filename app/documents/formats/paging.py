"""Where the pages of a story end, which MuPDF alone doesn't always get right.

Runs in the parser process only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from app.documents.formats.library import pymupdf

CLOSING = "closing"
"""The id of words that are never alone on a page."""

BEFORE = "before-closing"
"""The id of the element that goes with them."""

_TABLE = "table-"
_NEAR = 30.0
"""Points: more than lie above closing words, and between a heading and its table."""

_SOME_LINES = 80.0
"""Points of what is longer than a page that go with the closing words."""

_NUDGES = (3.0, 7.0, 12.0, 20.0, 30.0, 45.0, 60.0)


def story_of(html: str, css: str) -> pymupdf.Story:
    """A story whose tables can be told apart."""
    numbers = iter(range(len(html)))
    named = re.sub(r"<table\b", lambda _: f'<table id="{_TABLE}{next(numbers)}"', html)
    return pymupdf.Story(html=named, user_css=css)


def place(story: pymupdf.Story, box: pymupdf.Rect) -> bool:
    """Place what fits into a box, and tell whether more is to come.

    WORKAROUND: a table of which not even the first row fits is laid out over the end of the page,
    with all that follows, and lost. The page ends before such a table, or a little earlier.
    """
    for bottom in chain((box.y1,), _earlier(story, box)):
        more, _ = story.place(pymupdf.Rect(box.x0, box.y0, box.x1, bottom))
        if not _hangs_over(story, box):
            return bool(more)
    more, _ = story.place(box)
    return bool(more)


def end_of_page(html: str, css: str, box: pymupdf.Rect, most: int) -> tuple[int, float]:
    """The page that must end earlier so that closing words aren't alone, and where; 0 for none.

    Args:
        html: in which an element may have the id `CLOSING`, and one `BEFORE`.
        css: as it will be laid out with.
        box: of each page.
        most: pages to look at.
    """
    if f'id="{CLOSING}"' not in html:
        return 0, 0.0
    # A story of its own: one that has been gone through begins with empty pages after a reset.
    found, story = _Closing(box), story_of(html, css)
    more = True
    while more and found.last < most:
        found.last += 1
        more = place(story, box)
        for element in _elements(story):
            found.take(element)
        story.draw(None)
    return found.shortened()


@dataclass(slots=True)
class _Closing:
    """Page and height at which closing words, and what stands before them, begin."""

    box: pymupdf.Rect
    last: int = 0
    starts: dict[str, tuple[int, float]] = field(default_factory=dict)

    def take(self, element: pymupdf.ElementPosition) -> None:
        if element.id in (CLOSING, BEFORE):
            self.starts.setdefault(element.id, (self.last, element.rect[1]))

    def shortened(self) -> tuple[int, float]:
        page, y = self.starts.get(CLOSING, (1, 0.0))
        top = self.box.y0 + _NEAR
        if self.last == 1 or (page == self.last and y > top):
            return 0, 0.0
        full, end = (page, y) if page < self.last else (page - 1, self.box.y1)
        before, begin = self.starts.get(BEFORE, (0, 0.0))
        if before == full and begin > top:
            return full, begin - 1
        return full, end - _SOME_LINES


def _earlier(story: pymupdf.Story, box: pymupdf.Rect) -> Iterator[float]:
    """Where else a page can end on which a table hangs over: before it and its heading first."""
    elements = _elements(story)
    tops = [e.rect[1] for e in elements if _is_over(e, box)]
    heads = [e.rect[1] for e in elements if e.heading and 0 < tops[0] - e.rect[3] < _NEAR]
    before = min([tops[0], *heads]) - 1
    if before > box.y0 + _NEAR:
        yield before
    yield from (box.y1 - nudge for nudge in _NUDGES)


def _hangs_over(story: pymupdf.Story, box: pymupdf.Rect) -> bool:
    return any(_is_over(element, box) for element in _elements(story))


def _is_over(element: pymupdf.ElementPosition, box: pymupdf.Rect) -> bool:
    is_table = (element.id or "").startswith(_TABLE)
    return is_table and element.rect[3] > box.y1 + 1


def _elements(story: pymupdf.Story) -> list[pymupdf.ElementPosition]:
    """The headings and named elements that were placed last."""
    found: list[pymupdf.ElementPosition] = []
    take: Callable[[pymupdf.ElementPosition], None] = lambda element: found.append(element)  # noqa: E731, PLW0108
    story.element_positions(take)
    return found

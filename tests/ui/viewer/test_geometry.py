"""Where pages stand, at any zoom, turned or in pairs."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from app.documents.document import Page
from app.ui.viewer.geometry import GAP, MARGIN, PageLayout, Place

sizes = st.lists(st.tuples(st.floats(50, 2000), st.floats(50, 2000)), min_size=1, max_size=30)
layouts = st.builds(
    lambda sizes, scale, turn, pairs: PageLayout(
        [Page(i, str(i), w, h, 0, 0) for i, (w, h) in enumerate(sizes)], scale, turn, pairs
    ),
    sizes,
    st.floats(0.1, 8),
    st.sampled_from([0, 90, 180, 270]),
    st.booleans(),
)


@settings(deadline=None)
@given(layouts)
def test_pages_do_not_overlap_and_lie_inside(layout: PageLayout) -> None:
    rects = [layout.rect(i) for i in range(len(layout))]
    for rect in rects:
        assert rect.left() >= MARGIN and rect.top() >= MARGIN
        assert rect.right() <= layout.width - MARGIN and rect.bottom() <= layout.height - MARGIN
    for one, other in itertools.pairwise(rects):
        assert not one.intersects(other)
        assert other.top() >= one.bottom() + GAP or other.left() >= one.right() + GAP


@settings(deadline=None)
@given(layouts, st.data())
def test_between_finds_exactly_the_pages_in_sight(layout: PageLayout, data: st.DataObject) -> None:
    top = data.draw(st.floats(-100, layout.height))
    bottom = top + data.draw(st.floats(1, 3000))
    step = 2 if layout.two_pages else 1
    seen = set()
    for first in range(0, len(layout), step):
        row = range(first, min(first + step, len(layout)))
        highest = min(layout.rect(i).top() for i in row)
        lowest = max(layout.rect(i).bottom() for i in row)
        if highest < bottom and lowest > top:
            seen |= set(row)
    assert set(layout.between(top, bottom)) == seen


@settings(deadline=None)
@given(layouts, st.data())
def test_a_point_of_a_page_is_found_again(layout: PageLayout, data: st.DataObject) -> None:
    page = data.draw(st.integers(0, len(layout) - 1))
    rect = layout.rect(page)
    share_x, share_y = data.draw(st.floats(0.01, 0.99)), data.draw(st.floats(0.01, 0.99))
    point = QPointF(rect.x() + share_x * rect.width(), rect.y() + share_y * rect.height())
    place = layout.place_at(point)
    assert place.page == page
    again = layout.point_of(place)
    assert abs(again.x() - point.x()) < 0.01 and abs(again.y() - point.y()) < 0.01


def test_a_page_turned_to_the_right_has_its_top_at_the_right() -> None:
    layout = PageLayout([Page(0, "1", 600, 800, 0, 0)], 1.0, 90)
    rect = layout.rect(0)
    assert (rect.width(), rect.height()) == (800, 600)
    assert layout.point_of(Place(0, 0, 0)) == rect.topRight()


def test_three_thousand_pages_are_laid_out_at_once() -> None:
    pages = [Page(i, str(i), 595, 842, 0, 0) for i in range(3000)]
    layout = PageLayout(pages, 1.5)
    assert layout.height == 2 * MARGIN + 3000 * round(842 * 1.5) + 2999 * GAP
    assert layout.nearest(QPointF(0, layout.height)) == 2999
    assert len(layout.between(layout.height / 2, layout.height / 2 + 1000)) <= 2

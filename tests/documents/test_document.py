"""Documents as data: offsets, pages, sections."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.document import Blocks, Document, Page, Sentences, WordTable
from app.documents.pages.sections import _closed


def document(length: int, **parts: object) -> Document:
    values: dict = {"pages": (), "blocks": Blocks(), "sentences": Sentences(), "sections": ()}
    return Document(
        "id", "x.txt", Path("x.txt"), "0" * 64, "text", "x" * length,
        words=WordTable(), **{**values, **parts},
    )  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 4)), max_size=12))
def test_sections_at_finds_every_section_around_an_offset(marks):
    marks = sorted(marks, key=lambda mark: mark[0])
    sections = tuple(_closed([(start, level, "t") for start, level in marks], 61))
    one = document(61, sections=sections)
    for offset in range(61):
        expected = tuple(s for s in sections if s.start <= offset < s.end)
        assert one.sections_at(offset) == expected


def test_an_offset_on_a_break_belongs_to_the_page_before_it():
    pages = (
        Page(0, "1", 1, 1, 0, 10),
        Page(1, "2", 1, 1, 12, 12, has_text=False),
        Page(2, "3", 1, 1, 12, 20),
        Page(3, "4", 1, 1, 20, 20, has_text=False),
    )
    one = document(20, pages=pages)
    assert [one.page_at(offset).index for offset in (0, 9, 11, 12, 19)] == [0, 0, 0, 2, 2]
    assert [page.index for page in one.pages_of(one.span(5, 15))] == [0, 2]

"""Words in columns are the same as words one by one, and take little memory packed."""

from __future__ import annotations

import tracemalloc
import zlib
from array import array
from bisect import bisect_left, bisect_right

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.exchange import wire
from app.documents.packed import word_table
from app.documents.packed.word_table import CHUNK, WordColumns, WordTable

_STEPS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(1, 9), st.integers(0, 2)), min_size=0, max_size=60
)


def _words(steps: list[tuple[int, int, int]]) -> WordColumns:
    """Words with gaps, lengths and turns of the page as given."""
    words, at, page = WordColumns(), 0, 0
    for gap, length, turned in steps:
        at, page = at + gap, page + turned
        words.starts.append(at)
        words.ends.append(at + length)
        words.pages.append(page)
        words.boxes.extend((at / 3, page + 0.1, at / 3 + length, page + 9.7))
        at += length
    return words


@settings(deadline=None, max_examples=60)
@given(_STEPS, st.integers(1, 9))
def test_packed_words_are_the_words_they_were_made_of(steps, chunk):
    words = _words(steps)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_table, "CHUNK", chunk)
        table = WordTable.of(words)
        assert len(table) == len(words)
        assert table.all() == words
        assert [table[i] for i in range(len(table))] == [words[i] for i in range(len(words))]
        last = words.ends[-1] if steps else 0
        for offset in range(last + 2):
            assert table.after(offset) == bisect_right(words.ends, offset)
            assert table.before(offset) == bisect_left(words.starts, offset)
        for start, end in [(0, last), (last // 3, last // 2), (last // 2, last // 2)]:
            first, stop = bisect_right(words.ends, start), bisect_left(words.starts, end)
            expected = [words[i] for i in range(first, stop)]
            assert list(table.between(start, end)) == expected
        for page in range(max(words.pages, default=0) + 2):
            on = range(bisect_left(words.pages, page), bisect_right(words.pages, page))
            assert table.on(page) == on
            assert list(table.some(on).boxes) == list(words.boxes[4 * on.start : 4 * on.stop])
            assert table.some(on).starts == words.starts[on.start : on.stop]


def test_there_is_no_word_beyond_the_last():
    table = WordTable.of(_words([(1, 4, 0)] * 3))
    for i in (3, -1):
        with pytest.raises(IndexError):
            table[i]


def test_a_table_travels_as_it_is():
    words = WordTable.of(_words([(1, 5, i % 400 == 0) for i in range(2 * CHUNK + 7)]))
    assert wire.decode(wire.encode(words), WordTable) == words


def _hostile() -> list[dict[str, object]]:
    good = WordTable.of(_words([(1, 5, 0)] * 10))
    one = array("I", [0])
    all_one = {"starts": one, "ends": one, "pages": one}
    bomb = zlib.compress(bytes(50_000_000))
    return [
        {"count": 11, "chunks": good.chunks, **all_one},
        {"count": 10, "chunks": good.chunks, "starts": one, "ends": one},
        {"count": 10, "chunks": [b"no zlib"], **all_one},
        {"count": CHUNK, "chunks": [bomb], **all_one},
        {"count": 2 * CHUNK, "chunks": good.chunks, **all_one},
    ]


@pytest.mark.parametrize("sent", _hostile())
def test_a_table_that_is_not_what_it_says_is_refused(sent):
    tracemalloc.start()
    try:
        with pytest.raises(msgspec.DecodeError):
            wire.decode(wire.encode(sent), WordTable)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_many_words_take_little_memory():
    words = _words([(1, 3 + i % 9, i % 500 == 0) for i in range(200_000)])
    tracemalloc.start()
    try:
        table = WordTable.of(words)
        held = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert len(table) == 200_000
    assert held < 200_000 * 14, "as columns alone the words would take twice as much"

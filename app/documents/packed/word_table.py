"""Where every word of a document stands, in little memory: those of a page packed together.

As objects the words of 3,000 pages would take 300 MB, as columns of numbers 50; so they take 20.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, chain
from operator import add, sub
from typing import TYPE_CHECKING

from app.documents.packed.unit_tables import Integers, check_lengths, integers
from app.documents.units import Rect, Word

if TYPE_CHECKING:
    Floats = array[float]
else:  # `array` takes no parameters at run time before Python 3.12
    Floats = array

CHUNK = 512
"""Words that are packed together: about a page. Matters keep chunks: another number, another format
of theirs."""

_WORD_BYTES = 28  # three numbers and the four sides of its box
_FAST = 1
"""zlib's level: a tenth larger than the default, and four times as fast."""


def _floats() -> Floats:
    return array("f")


@dataclass(frozen=True, slots=True)
class WordColumns:
    """Words as columns, open to change: while a document is made, and where a few are looked at.

    `boxes` holds four floats a word: x0, y0, x1, y1.
    """

    starts: Integers = field(default_factory=integers)
    ends: Integers = field(default_factory=integers)
    pages: Integers = field(default_factory=integers)
    boxes: Floats = field(default_factory=_floats)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, i: int) -> Word:
        x0, y0, x1, y1 = self.boxes[4 * i : 4 * i + 4]
        return Word(self.starts[i], self.ends[i], Rect(self.pages[i], x0, y0, x1, y1))

    def part(self, first: int, last: int) -> WordColumns:
        """The words from number `first` to before `last`."""
        return WordColumns(
            self.starts[first:last],
            self.ends[first:last],
            self.pages[first:last],
            self.boxes[4 * first : 4 * last],
        )


@dataclass(frozen=True, slots=True)
class WordTable:
    """Every word's offsets and box, in order of `start`.

    Attributes:
        count: how many words there are.
        chunks: `CHUNK` words each, the last one fewer, packed.
        starts: where the first word of each chunk starts.
        ends: where the last word of each chunk ends.
        pages: the page of the last word of each chunk.

    Raises:
        ValueError: if the chunks are not what the table says.
    """

    count: int = 0
    chunks: tuple[bytes, ...] = ()
    starts: Integers = field(default_factory=integers)
    ends: Integers = field(default_factory=integers)
    pages: Integers = field(default_factory=integers)

    def __post_init__(self) -> None:
        check_lengths(self.chunks, self.starts, self.ends, self.pages)
        left = self.count
        for chunk in self.chunks:
            if left <= 0 or len(_inflated(chunk)) != _WORD_BYTES * min(left, CHUNK):
                raise ValueError("a table of words of another size than it says")
            left -= CHUNK
        if left > 0:
            raise ValueError("a table of words that ends too soon")

    @staticmethod
    def of(words: WordColumns) -> WordTable:
        """These words, bit for bit."""
        firsts = range(0, len(words), CHUNK)
        lasts = [min(first + CHUNK, len(words)) - 1 for first in firsts]
        return WordTable(
            len(words),
            tuple(_packed(words.part(first, first + CHUNK)) for first in firsts),
            integers(words.starts[i] for i in firsts),
            integers(words.ends[i] for i in lasts),
            integers(words.pages[i] for i in lasts),
        )

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, i: int) -> Word:
        if not 0 <= i < self.count:
            raise IndexError(i)
        return _unpacked(self.chunks[i // CHUNK])[i % CHUNK]

    def between(self, start: int, end: int) -> Iterator[Word]:
        """The words that share a character with `[start, end)`."""
        first, last = self.after(start), self.before(end)
        for chunk in range(first // CHUNK, -(-last // CHUNK)):
            words, before = _unpacked(self.chunks[chunk]), CHUNK * chunk
            for i in range(max(0, first - before), min(CHUNK, last - before)):
                yield words[i]

    def after(self, offset: int) -> int:
        """How many words end at or before an offset: the number of the first that ends after it."""
        chunk = bisect_right(self.ends, offset)
        if chunk == len(self.chunks):
            return self.count
        return CHUNK * chunk + bisect_right(_unpacked(self.chunks[chunk]).ends, offset)

    def before(self, offset: int) -> int:
        """How many words start before an offset."""
        chunk = bisect_left(self.starts, offset) - 1
        if chunk < 0:
            return 0
        return CHUNK * chunk + bisect_left(_unpacked(self.chunks[chunk]).starts, offset)

    def on(self, page: int) -> range:
        """The numbers of the words on a page; where it has none, an empty range in their place."""
        return range(self._first_on(page), self._first_on(page + 1))

    def some(self, numbers: range) -> WordColumns:
        """The words with these numbers, as columns."""
        found = WordColumns()
        for chunk in range(numbers.start // CHUNK, -(-numbers.stop // CHUNK)):
            before = CHUNK * chunk
            words = _unpacked(self.chunks[chunk])
            part = words.part(max(0, numbers.start - before), numbers.stop - before)
            found.starts.extend(part.starts)
            found.ends.extend(part.ends)
            found.pages.extend(part.pages)
            found.boxes.extend(part.boxes)
        return found

    def all(self) -> WordColumns:
        """All words as columns: 28 bytes each."""
        return self.some(range(self.count))

    def _first_on(self, page: int) -> int:
        """The number of the first word on a page or after it."""
        chunk = bisect_left(self.pages, page)
        if chunk == len(self.chunks):
            return self.count
        return CHUNK * chunk + bisect_left(_unpacked(self.chunks[chunk]).pages, page)


def _packed(words: WordColumns) -> bytes:
    """A chunk: what `word_columns` reads.

    Without numpy, which a process that parses files has no need of otherwise.
    """
    columns = (
        _steps(words.starts),
        array("i", map(sub, words.ends, words.starts)),
        _steps(words.pages),
        *(words.boxes[side::4] for side in range(4)),
    )
    return zlib.compress(b"".join(columns), _FAST)


def _steps(column: Integers) -> Integers:
    """Each number as its distance from the one before."""
    return array("i", map(sub, column, chain((0,), column)))


@lru_cache(maxsize=64)
def _unpacked(chunk: bytes) -> WordColumns:
    """The words of a chunk. Those of some pages that were looked at last are kept."""
    return word_columns(_inflated(chunk))


def word_columns(data: bytes) -> WordColumns:
    """Words from their columns: steps of starts, lengths, steps of pages, and four of boxes.

    Raises:
        ValueError: if there can't be such words.
    """
    count = len(data) // _WORD_BYTES
    numbers = memoryview(data)[: 12 * count].cast("i")
    try:
        starts = integers(accumulate(numbers[:count]))
        ends = integers(map(add, starts, numbers[count : 2 * count]))
        pages = integers(accumulate(numbers[2 * count :]))
    except OverflowError as error:
        raise ValueError("words before the beginning of a text") from error
    boxes = array("f", bytes(16 * count))
    for side in range(4):
        first = (12 + 4 * side) * count
        boxes[side::4] = array("f", data[first : first + 4 * count])
    return WordColumns(starts, ends, pages, boxes)


def _inflated(chunk: bytes) -> bytes:
    """A chunk's bytes; of one that holds more than it may, only little more.

    Raises:
        ValueError: if it is damaged.
    """
    try:
        return zlib.decompressobj().decompress(chunk, _WORD_BYTES * CHUNK + 1)
    except zlib.error as error:
        raise ValueError(f"words that can't be unpacked: {error}") from error

"""The blocks and sentences of a document as columns of numbers; a unit is made when asked for.

As objects those of 3,000 pages would take 30 MB; so they take two.
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, overload

from app.documents.units import Block, BlockKind, Sentence

if TYPE_CHECKING:
    Integers = array[int]
else:  # `array` takes no parameters at run time before Python 3.12
    Integers = array

_KINDS = tuple(BlockKind)
_Unit = TypeVar("_Unit")


def integers(values: Iterable[int] = ()) -> Integers:
    """A column of numbers from 0 to 2**32 - 1."""
    return array("I", values)


def check_lengths(*columns: Sequence[object]) -> None:
    """Raise ValueError unless all columns are of one length."""
    if len({len(column) for column in columns}) > 1:
        raise ValueError("columns of different lengths")


@dataclass(frozen=True, slots=True)
class _Units(Sequence[_Unit]):
    """Units in order, none within another.

    Raises:
        ValueError: if the columns don't fit together.
    """

    starts: Integers = field(default_factory=integers)
    ends: Integers = field(default_factory=integers)

    def __post_init__(self) -> None:
        check_lengths(self.starts, self.ends)

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[_Unit]:
        return map(self._unit, range(len(self)))

    @overload
    def __getitem__(self, at: int) -> _Unit: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[_Unit, ...]: ...
    def __getitem__(self, at: int | slice) -> _Unit | tuple[_Unit, ...]:
        if isinstance(at, slice):
            return tuple(map(self._unit, range(*at.indices(len(self)))))
        return self._unit(at)

    def between(self, start: int, end: int) -> tuple[_Unit, ...]:
        """The units that share a character with `[start, end)`."""
        return self[bisect_right(self.ends, start) : bisect_left(self.starts, end)]

    @abstractmethod
    def _unit(self, at: int) -> _Unit:
        """The unit with this number."""


@dataclass(frozen=True, slots=True)
class Blocks(_Units[Block]):
    """The blocks of a document; `kinds` are places in the list of kinds."""

    kinds: Integers = field(default_factory=integers)
    levels: Integers = field(default_factory=integers)

    def __post_init__(self) -> None:
        check_lengths(self.starts, self.ends, self.kinds, self.levels)
        if max(self.kinds, default=0) >= len(_KINDS):
            raise ValueError("a block of no known kind")

    @staticmethod
    def of(blocks: Iterable[Block]) -> Blocks:
        """These blocks."""
        made = Blocks()
        for block in blocks:
            made.starts.append(block.start)
            made.ends.append(block.end)
            made.kinds.append(_KINDS.index(block.kind))
            made.levels.append(block.level)
        return made

    def kind(self, at: int) -> BlockKind:
        """What the block with this number is; sooner told than the whole block is made."""
        return _KINDS[self.kinds[at]]

    def _unit(self, at: int) -> Block:
        return Block(self.starts[at], self.ends[at], self.kind(at), self.levels[at])


@dataclass(frozen=True, slots=True)
class Sentences(_Units[Sentence]):
    """The sentences of a document."""

    @staticmethod
    def of(sentences: Iterable[Sentence]) -> Sentences:
        """These sentences."""
        made = Sentences()
        for sentence in sentences:
            made.starts.append(sentence.start)
            made.ends.append(sentence.end)
        return made

    def _unit(self, at: int) -> Sentence:
        return Sentence(self.starts[at], self.ends[at])

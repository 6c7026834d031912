"""What the model has already read, kept as sequences that share their beginnings.

A token that was read occupies a cell of the cache. Sequences that begin alike share the cells of
their beginning. A prompt takes over the longest beginning that is still there, so it is read from
where it differs. When cells run out, sequences nobody is using give way.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Tokens = npt.NDArray[np.int32]

# Conversations that begin with the same tokens, this many, are taken for the same kind.
_ALIKE = 16


class Memory(Protocol):
    """What a context can do with the sequences it holds."""

    def share(self, source: int, target: int, length: int) -> None:
        """Let an empty sequence begin with the first `length` tokens of another."""
        ...

    def cut(self, sequence: int, length: int) -> bool:
        """Keep the first `length` tokens of a sequence. False where that can't be done."""
        ...


class Held:
    """A sequence whose tokens are in the cache.

    Attributes:
        number: the context's number for it.
        lasting: whether it is a conversation that is likely to go on.
        busy: whether someone is reading or generating with it.
        used: when it was last opened or released, as a count.
        cells: which cell each token occupies.
    """

    def __init__(self, number: int, lasting: bool) -> None:
        """Begin empty, and in use."""
        self.number = number
        self.lasting = lasting
        self.busy = True
        self.used = 0
        self.cells: list[int] = []
        self._tokens: Tokens = np.zeros(256, np.int32)

    def __len__(self) -> int:
        return len(self.cells)

    @property
    def tokens(self) -> Tokens:
        """What has been read, in order."""
        return self._tokens[: len(self.cells)]

    def extend(self, tokens: Tokens, cells: Sequence[int]) -> None:
        """Append tokens and the cells they occupy."""
        begin, end = len(self.cells), len(self.cells) + len(tokens)
        if end > len(self._tokens):
            larger = np.zeros(max(end, 2 * len(self._tokens)), np.int32)
            larger[:begin] = self._tokens[:begin]
            self._tokens = larger
        self._tokens[begin:end] = tokens
        self.cells.extend(cells)


class SequenceCache:
    """Keeps account of the sequences and cells of one context."""

    def __init__(self, memory: Memory, cells: int, sequences: int, partial: bool = True) -> None:
        """Start with nothing held.

        Args:
            memory: the context.
            cells: tokens it can hold.
            sequences: sequences it can hold.
            partial: whether the model can go back to an earlier place of a sequence. Recurrent
                models can't: there a sequence is taken over whole or not at all.
        """
        self._memory = memory
        self._partial = partial
        self._users = [0] * cells
        self._free_cells = list(range(cells - 1, -1, -1))
        self._free_numbers = list(range(sequences - 1, -1, -1))
        self._held: list[Held] = []
        self._clock = 0

    @property
    def partial(self) -> bool:
        """Whether a sequence can go back to an earlier place."""
        return self._partial

    @property
    def cells(self) -> int:
        """Tokens that can be held."""
        return len(self._users)

    @property
    def occupied(self) -> int:
        """Cells that hold a token."""
        return len(self._users) - len(self._free_cells)

    @property
    def held(self) -> tuple[Held, ...]:
        """All sequences there are."""
        return tuple(self._held)

    def known(self, tokens: Tokens) -> int:
        """How many tokens of a prompt need not be read again. The last one always must be."""
        return self._best(tokens)[1]

    def holding(self, tokens: Tokens) -> Held | None:
        """The sequence that holds these tokens and no others, if there is one."""
        alike = (held for held in self._held if len(held) == len(tokens))
        return next((held for held in alike if np.array_equal(held.tokens, tokens)), None)

    def pinned(self, also: Tokens | None = None) -> int:
        """Cells that can't be freed: those in use, and those a prompt `also` would take over."""
        cells: set[int] = set()
        for held in self._held:
            if held.busy:
                cells.update(held.cells)
        if also is not None:
            source, length = self._best(also)
            if source is not None:
                cells.update(source.cells[:length])
        return len(cells)

    def can_open(self) -> bool:
        """Whether there is a sequence to be had."""
        return bool(self._free_numbers) or any(not held.busy for held in self._held)

    def open(self, tokens: Tokens, lasting: bool) -> Held:
        """Begin a sequence for a prompt, with as much of it as is known already in it."""
        source, length = self._best(tokens)
        if not self._free_numbers:
            victims = [held for held in self._givers() if held is not source]
            self.drop(victims[0] if victims else self._givers()[0])
            source, length = self._best(tokens)
        held = Held(self._free_numbers.pop(), lasting)
        self._held.append(held)
        self._touch(held)
        if source is not None:
            self._memory.share(source.number, held.number, length)
            held.extend(source.tokens[:length], source.cells[:length])
            for cell in held.cells:
                self._users[cell] += 1
            if length == len(source) and not source.busy:
                held.lasting = held.lasting or source.lasting
                self.drop(source)
        return held

    def make_room(self, count: int) -> bool:
        """Free cells until `count` are free; False if what is in use leaves fewer."""
        while len(self._free_cells) < count:
            givers = self._givers()
            if not givers:
                return False
            self.drop(givers[0])
        return True

    def grow(self, held: Held, tokens: Tokens) -> None:
        """Take note of tokens that the context has computed for a sequence."""
        cells = [self._free_cells.pop() for _ in range(len(tokens))]
        for cell in cells:
            self._users[cell] = 1
        held.extend(tokens, cells)

    def release(self, held: Held) -> None:
        """Nobody uses the sequence any more; it stays until its cells are needed."""
        held.busy = False
        self._touch(held)
        if not held.cells:
            self.drop(held)

    def drop(self, held: Held) -> None:
        """Forget a sequence."""
        self._memory.cut(held.number, 0)
        for cell in held.cells:
            self._users[cell] -= 1
            if self._users[cell] == 0:
                self._free_cells.append(cell)
        self._held.remove(held)
        self._free_numbers.append(held.number)

    def _touch(self, held: Held) -> None:
        self._clock += 1
        held.used = self._clock

    def _best(self, tokens: Tokens) -> tuple[Held | None, int]:
        """The sequence that shares most with a prompt, and how much of it is of use."""
        best, most = None, 0
        for held in self._held:
            length = min(common(held.tokens, tokens), len(tokens) - 1)
            if not self._partial and (held.busy or length < len(held)):
                continue
            if length > most:
                best, most = held, length
        return best, most

    def _givers(self) -> list[Held]:
        """Sequences that can be forgotten, those that will be missed least first.

        Single calls go before conversations, and a conversation that a newer one has replaced goes
        before one that may yet go on.
        """
        idle = [held for held in self._held if not held.busy]
        return sorted(idle, key=lambda held: (held.lasting, not self._replaced(held), held.used))

    def _replaced(self, held: Held) -> bool:
        """Whether a newer conversation begins as this one does."""
        begin = held.tokens[:_ALIKE]
        return any(
            other.lasting and other.used > held.used and common(other.tokens, begin) == len(begin)
            for other in self._held
        )


def common(a: Tokens, b: Tokens) -> int:
    """How many tokens two sequences have in common at their beginning."""
    size = min(len(a), len(b))
    if size == 0:
        return 0
    differ = a[:size] != b[:size]
    first = int(differ.argmax())
    return first if differ[first] else size

"""What was read is kept, shared and given up without losing account of a single cell."""

from __future__ import annotations

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
)

from app.engine.llama.sequences import SequenceCache, Tokens, common


class Cells:
    """A context as the cache sees it: which cell holds which position of which sequences."""

    def __init__(self, size: int, sequences: int) -> None:
        self.size = size
        self.sequences: list[list[object]] = [[] for _ in range(sequences)]

    def compute(self, sequence: int, count: int) -> None:
        self.sequences[sequence] += [object() for _ in range(count)]
        assert self.used <= self.size, "more cells than there are"

    def share(self, source: int, target: int, length: int) -> None:
        assert not self.sequences[target], "a sequence was given out that is in use"
        self.sequences[target] = self.sequences[source][:length]

    def cut(self, sequence: int, length: int) -> bool:
        del self.sequences[sequence][length:]
        return True

    @property
    def used(self) -> int:
        return len({id(cell) for sequence in self.sequences for cell in sequence})


def prompt(*tokens: int) -> Tokens:
    return np.array(tokens, np.int32)


def cache_of(cells: int, sequences: int, partial: bool = True) -> tuple[SequenceCache, Cells]:
    memory = Cells(cells, sequences)
    return SequenceCache(memory, cells, sequences, partial), memory


def read(cache: SequenceCache, memory: Cells, tokens: Tokens, lasting: bool = False) -> int:
    """Read a prompt to its end and let go of it; how many tokens had to be computed."""
    held = cache.open(tokens, lasting)
    rest = tokens[len(held) :]
    assert cache.make_room(len(rest))
    memory.compute(held.number, len(rest))
    cache.grow(held, rest)
    cache.release(held)
    return len(rest)


def test_a_longer_prompt_reads_only_what_is_new() -> None:
    cache, memory = cache_of(100, 4)
    assert read(cache, memory, prompt(1, 2, 3)) == 3
    assert read(cache, memory, prompt(1, 2, 3, 4, 5)) == 2
    assert cache.occupied == memory.used == 5


def test_the_same_prompt_reads_its_last_token_again_for_its_logits() -> None:
    cache, memory = cache_of(100, 4)
    read(cache, memory, prompt(1, 2, 3))
    assert read(cache, memory, prompt(1, 2, 3)) == 1


def test_prompts_that_begin_alike_share_the_cells_of_their_beginning() -> None:
    cache, memory = cache_of(100, 4)
    for last in (7, 8, 9):
        read(cache, memory, prompt(1, 2, 3, 4, last))
    assert cache.occupied == memory.used == 4 + 3


def test_a_conversation_keeps_its_place_while_single_calls_pass_by() -> None:
    cache, memory = cache_of(60, 6)
    read(cache, memory, prompt(*range(20)), lasting=True)
    for call in range(50):
        read(cache, memory, prompt(*range(100 * call + 100, 100 * call + 115)))
    assert read(cache, memory, prompt(*range(25)), lasting=True) == 5


def test_a_conversation_that_a_newer_one_replaced_goes_before_one_that_may_go_on() -> None:
    cache, memory = cache_of(100, 3)
    system = range(16)
    read(cache, memory, prompt(*system, 100, 101), lasting=True)
    read(cache, memory, prompt(*range(50, 70)), lasting=True)
    read(cache, memory, prompt(*system, 200, 201), lasting=True)
    read(cache, memory, prompt(7, 7, 7), lasting=False)
    assert cache.known(prompt(*range(50, 70), 0)) == 20
    assert cache.known(prompt(*system, 200, 201, 0)) == 18
    assert cache.known(prompt(*system, 100, 101, 0)) == 16


def test_sequences_in_use_are_never_given_up() -> None:
    cache, memory = cache_of(10, 2)
    held = cache.open(prompt(*range(8)), lasting=False)
    assert cache.make_room(8)
    memory.compute(held.number, 8)
    cache.grow(held, prompt(*range(8)))
    assert not cache.make_room(3)
    assert len(memory.sequences[held.number]) == 8


def test_a_recurrent_model_takes_a_sequence_over_whole_or_not_at_all() -> None:
    cache, memory = cache_of(100, 4, partial=False)
    read(cache, memory, prompt(1, 2, 3, 4))
    assert read(cache, memory, prompt(1, 2, 3, 9, 9)) == 5
    assert read(cache, memory, prompt(1, 2, 3, 4, 5)) == 1


def test_common_counts_equal_tokens_at_the_beginning() -> None:
    assert common(prompt(), prompt(1)) == 0
    assert common(prompt(2, 1), prompt(1, 1)) == 0
    assert common(prompt(1, 2, 3), prompt(1, 2, 4)) == 2
    assert common(prompt(1, 2), prompt(1, 2, 4)) == 2


class Traffic(RuleBasedStateMachine):
    """Any traffic at all leaves the account in agreement with the context."""

    opened = Bundle("opened")

    @initialize(cells=st.integers(8, 40), sequences=st.integers(1, 5))
    def start(self, cells: int, sequences: int) -> None:
        self.cache, self.memory = cache_of(cells, sequences)

    @rule(
        target=opened,
        tokens=st.lists(st.integers(0, 2), min_size=1, max_size=8),
        lasting=st.booleans(),
    )
    def open(self, tokens: list[int], lasting: bool) -> object:
        if not self.cache.can_open():
            return None
        wanted = prompt(*tokens)
        held = self.cache.open(wanted, lasting)
        assert list(held.tokens) == tokens[: len(held)]
        assert len(held) < len(tokens)
        rest = wanted[len(held) :]
        if self.cache.make_room(len(rest)):
            self.memory.compute(held.number, len(rest))
            self.cache.grow(held, rest)
            return held
        self.cache.release(held)
        return None

    @rule(held=consumes(opened))
    def release(self, held: object) -> None:
        if held is not None:
            self.cache.release(held)  # type: ignore[arg-type]

    @invariant()
    def agrees(self) -> None:
        if not hasattr(self, "cache"):
            return
        assert self.cache.occupied == self.memory.used
        for held in self.cache.held:
            assert len(held) == len(self.memory.sequences[held.number])
        numbers = [held.number for held in self.cache.held]
        assert len(numbers) == len(set(numbers))


TestTraffic = Traffic.TestCase
TestTraffic.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)

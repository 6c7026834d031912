"""What the benchmarks time with, what they time it on, and how they print it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

WORDS = (
    "the supplier shall notify customer within days of any breach and pay fees under this section "
    "patient was admitted with pain and given daily until discharge on blood pressure normal"
).split()


def text_of(words: int, seed: int) -> str:
    """Filler of some length, different for each seed."""
    chance = random.Random(seed)
    return " ".join(chance.choices(WORDS, k=words))


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds by the clock, and of processor time."""

    clock: float = 0.0
    processor: float = 0.0

    def __add__(self, other: Took) -> Took:
        return Took(self.clock + other.clock, self.processor + other.processor)

    def times(self, other: Took) -> str:
        """How many times as long as another, both ways."""
        return (
            f"{self.clock / other.clock:.2f} x, "
            f"{self.processor / other.processor:.2f} x of processor time"
        )


def timed(work: Callable[[], object], elsewhere: Callable[[], float] = float) -> Took:
    """What a call takes, here and in a process `elsewhere`, whose processor time that tells."""
    spent = elsewhere()
    clock, here = time.perf_counter(), time.process_time()
    work()
    processor = time.process_time() - here + elsewhere() - spent
    return Took(time.perf_counter() - clock, processor)


def least(tried: Sequence[Took]) -> Took:
    """The best of several, each way."""
    return Took(min(t.clock for t in tried), min(t.processor for t in tried))


class Table:
    """Rows that are printed as they come, since some take minutes."""

    def row(self, what: str, figure: str) -> None:
        """Print a row."""
        print(f"{what:<58} {figure}", flush=True)

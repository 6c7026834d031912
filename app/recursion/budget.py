"""What a run may spend, and what it has spent."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.engine.engine import Usage


class Depth(StrEnum):
    """How thoroughly to look. The reviewer's word for a budget."""

    QUICK = "quick"
    STANDARD = "standard"
    EXHAUSTIVE = "exhaustive"


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a run may spend. `tokens` counts what was read (not reused) and generated."""

    turns: int
    subcalls: int
    tokens: int
    seconds: float

    @staticmethod
    def of(depth: Depth) -> Limits:
        """The limits that a depth stands for."""
        return {
            Depth.QUICK: Limits(turns=3, subcalls=40, tokens=12_000, seconds=60),
            Depth.STANDARD: Limits(turns=8, subcalls=200, tokens=60_000, seconds=300),
            Depth.EXHAUSTIVE: Limits(turns=20, subcalls=5_000, tokens=2_000_000, seconds=7_200),
        }[depth]

    def times(self, count: int) -> Limits:
        """The limits of so many questions, asked in one run; turns are of each by itself."""
        return Limits(self.turns, count * self.subcalls, count * self.tokens, count * self.seconds)


ENOUGH = Limits(turns=2, subcalls=20, tokens=6_000, seconds=40)
"""What a child is given at least, where its parent has twice as much left."""

LEAST = Limits(turns=2, subcalls=4, tokens=1_000, seconds=5)
"""With less than this left no child is started."""


class BudgetSpent(Exception):
    """A limit was reached. The run ends with what it has. `reason` says which, in words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass
class Budget:
    """A run's account. Children draw on their parent's account.

    Attributes:
        limits: the most that may be spent.
        clock: seconds, monotonic; handed in so that tests can turn it.
    """

    limits: Limits
    clock: Callable[[], float] = time.monotonic
    turns: int = 0
    subcalls: int = 0
    usage: Usage = field(default_factory=Usage)
    spent_before: float = 0.0
    _started: float = field(init=False)

    def __post_init__(self) -> None:
        self._started = self.clock()

    @property
    def seconds(self) -> float:
        """Seconds since the run began; those of earlier parts of a resumed run are counted in."""
        return self.spent_before + self.clock() - self._started

    @property
    def tokens(self) -> int:
        """Tokens read, without those reused from the cache, and generated."""
        return self.usage.prompt - self.usage.reused + self.usage.generated

    def add(self, usage: Usage) -> None:
        """Book a call of the model."""
        self.usage = self.usage + usage

    def take_turn(self) -> None:
        """Book a turn, or raise `BudgetSpent`."""
        self.check()
        if self.turns >= self.limits.turns:
            raise BudgetSpent(f"the limit of {self.limits.turns} turns was reached")
        self.turns += 1

    def take_subcalls(self, count: int = 1) -> int:
        """Book sub-calls before they are made, or raise `BudgetSpent`; the number of the first."""
        self.check()
        if self.subcalls + count > self.limits.subcalls:
            raise BudgetSpent(f"the limit of {self.limits.subcalls} sub-calls was reached")
        first = self.subcalls + 1
        self.subcalls += count
        return first

    def check(self) -> None:
        """Raise `BudgetSpent` if tokens or seconds have run out."""
        if self.tokens >= self.limits.tokens:
            raise BudgetSpent(f"the limit of {self.limits.tokens:,} tokens was reached")
        if self.seconds >= self.limits.seconds:
            raise BudgetSpent(f"the limit of {self.limits.seconds:.0f} seconds was reached")

    @property
    def left(self) -> Limits:
        """What is not spent yet."""
        limits = self.limits
        return Limits(
            limits.turns - self.turns,
            limits.subcalls - self.subcalls,
            limits.tokens - self.tokens,
            limits.seconds - self.seconds,
        )

    def check_for(self, least: Limits) -> None:
        """Raise `BudgetSpent` if less than this is left; `least.turns` is not looked at."""
        self.check()
        left = self.left
        if left.subcalls < least.subcalls:
            raise BudgetSpent(f"the limit of {self.limits.subcalls} sub-calls was reached")
        if left.tokens < least.tokens:
            raise BudgetSpent(f"the limit of {self.limits.tokens:,} tokens was reached")
        if left.seconds < least.seconds:
            raise BudgetSpent(f"the limit of {self.limits.seconds:.0f} seconds was reached")

    @contextmanager
    def share(self, turns: int, part: float = 0.5) -> Iterator[None]:
        """Within the block, a child spends on this account: a part of what is left of it.

        It has turns of its own, which don't count against its parent's: a parent may start
        many children. Sub-calls, tokens and seconds do. A small part is brought up to `ENOUGH`,
        as far as that is left: with less, no child would find anything.
        """
        whole, before = self.limits, self.turns

        def share_of(left: float, enough: float) -> float:
            return max(left * part, min(left * 0.5, enough))

        self.limits = Limits(
            turns=before + turns,
            subcalls=self.subcalls + int(share_of(whole.subcalls - self.subcalls, ENOUGH.subcalls)),
            tokens=self.tokens + int(share_of(whole.tokens - self.tokens, ENOUGH.tokens)),
            seconds=self.seconds + share_of(whole.seconds - self.seconds, ENOUGH.seconds),
        )
        try:
            yield
        finally:
            self.limits = replace(whole, turns=whole.turns + self.turns - before)

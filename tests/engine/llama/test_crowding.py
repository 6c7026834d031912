"""Fewer threads compute while others want the processor, and what they compute is the same."""

from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import pytest

from app.cancel import CancelToken
from app.engine.engine import Message, Request
from app.engine.llama.context import LlamaContext
from app.engine.llama.crowding import Crowding, Spent, spent
from app.engine.llama.engine import LlamaEngine
from tests.engine.conftest import load

ONE, MANY = 1, 128
"""Tokens of a batch: a reply that is written, and a prompt that is read."""


@dataclass
class Machine:
    """Cores that are shared evenly among all that want one, as a scheduler does."""

    cores: int
    wanted: float = 0.0
    seconds: float = 0.0
    all: float = 0.0
    own: float = 0.0

    def clock(self) -> float:
        return self.seconds

    def spent(self) -> Spent:
        return Spent(self.all, self.own)

    def work(self, threads: int, seconds: float = 0.2) -> None:
        share = min(1.0, self.cores / (threads + self.wanted))
        self.seconds += seconds
        self.own += threads * share * seconds
        self.all += (threads + self.wanted) * share * seconds


def threads_used(machine: Machine, crowding: Crowding, tokens: int, steps: int = 30) -> set[int]:
    """The numbers of threads in the last steps of some."""
    used = []
    for _ in range(steps):
        used.append(crowding.threads(tokens))
        machine.work(used[-1])
    return set(used[-10:])


@pytest.mark.parametrize(
    ("cores", "most", "wanted", "writing", "reading"),
    [
        (2, 2, 0.0, 2, 2),
        (2, 2, 0.3, 2, 2),
        (2, 2, 1.0, 1, 2),
        (2, 2, 2.0, 1, 1),
        (2, 2, 9.0, 1, 1),
        (2, 1, 1.0, 1, 1),
        (8, 8, 1.0, 7, 8),
        (8, 8, 5.0, 3, 4),
        (16, 8, 2.0, 8, 8),
    ],
)
def test_threads_give_way_to_what_others_want(
    cores: int, most: int, wanted: float, writing: int, reading: int
) -> None:
    for tokens, expected in ((ONE, writing), (MANY, reading)):
        machine = Machine(cores, wanted)
        crowding = Crowding(most, cores, machine.clock, machine.spent)
        assert threads_used(machine, crowding, tokens) == {expected}


def test_all_threads_come_back_when_the_others_are_done() -> None:
    machine = Machine(2, wanted=2.0)
    crowding = Crowding(2, 2, machine.clock, machine.spent)
    assert threads_used(machine, crowding, ONE) == {1}
    machine.wanted = 0.0
    assert threads_used(machine, crowding, ONE) == {2}


def test_a_pause_between_two_calls_counts_for_what_others_did_in_it() -> None:
    machine = Machine(2, wanted=2.0)
    crowding = Crowding(2, 2, machine.clock, machine.spent)
    machine.work(0, seconds=60.0)
    assert crowding.threads(ONE) == 1


def test_the_time_of_this_process_is_part_of_that_of_all() -> None:
    before = spent()
    sum(range(3_000_000))
    after = spent()
    assert after.own > before.own
    assert after.all >= before.all


def test_replies_are_the_same_however_many_threads_compute_them(
    tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests = [
        Request((Message("user", f"Tell me about the number {n}."),), max_tokens=12)
        for n in range(4)
    ]

    def replies(engine: LlamaEngine) -> list[str]:
        texts = [done.text for done in engine.complete_each(requests, CancelToken())]
        engine.close()
        return texts

    alone = replies(load(tiny_model))
    counts = cycle((1, 2, 2, 1, 3))
    use = LlamaContext.use_threads
    monkeypatch.setattr(LlamaContext, "use_threads", lambda self, _: use(self, next(counts)))
    assert replies(load(tiny_model)) == alone

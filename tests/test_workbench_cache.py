"""A question asked again is answered from the matter's cache of calls."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cancel import CancelToken
from app.config import Paths
from app.engine.models.store import ModelStore
from app.recursion.budget import Limits
from app.recursion.events import Event, SubcallFinished
from app.workbench import Asked, Effort, Workbench
from tests.cli.conftest import LEASE

pytestmark = [pytest.mark.model, pytest.mark.timeout(900)]


@pytest.fixture
def bench(paths: Paths, tmp_path: Path, store_with_tiny_model: ModelStore) -> Iterator[Workbench]:
    lease = tmp_path / "lease.md"
    lease.write_text(LEASE)
    with Workbench(paths, tmp_path / "mill.pincite") as bench:
        bench.open_documents([lease])
        bench.load_engine("smollm2-135m")
        yield bench


class Brief(Effort):
    """As little work as makes a run, and none that depends on how fast the machine is."""

    def limits(self, questions: int = 1) -> Limits:
        return Limits(turns=1, subcalls=3, tokens=100_000, seconds=600)


def ask(bench: Workbench, fresh: bool = False) -> tuple[Asked, list[Event], float]:
    events: list[Event] = []
    begin = time.perf_counter()
    asked = bench.ask("What is the rent?", Brief(), events.append, CancelToken(), fresh=fresh)
    return asked, events, time.perf_counter() - begin


def marks(events: list[Event]) -> list[bool]:
    return [event.cached for event in events if isinstance(event, SubcallFinished)]


def test_a_repeated_run_takes_next_to_no_time_and_gives_the_same_answer(bench: Workbench) -> None:
    first, events, seconds = ask(bench)
    assert marks(events)
    assert not any(marks(events))
    again, repeated, again_seconds = ask(bench)
    assert again.answer == first.answer
    assert marks(repeated) == [True] * len(marks(events))
    # Under 2 % is for a model of use; so small a one leaves the rest of the work more of a share.
    assert again_seconds < seconds * 0.2
    before, usage = (bench.store.run(each.run).head.usage for each in (first, again))
    assert usage.prompt == usage.generated == 0
    assert usage.cached_calls >= len(marks(events))
    assert usage.cached == before.prompt + before.generated

    fresh, anew, _ = ask(bench, fresh=True)
    assert marks(anew) == [False] * len(marks(events))
    assert fresh.answer.text == first.answer.text

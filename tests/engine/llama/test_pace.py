"""A measurement that was taken while the machine was busy does not stand for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.engine.engine import Usage
from app.engine.llama.pace import PaceWatch
from app.engine.machine.tuning import PROCESSOR, Tuned, TuningFile, llama_version

BUSY = Tuned(threads=2, batch=128, read_speed=20.0, generate_speed=6.0, llama=llama_version())


@pytest.fixture
def file(tmp_path: Path) -> TuningFile:
    kept = TuningFile(tmp_path / "tuning.json")
    kept.put("a", PROCESSOR, BUSY)
    return kept


@pytest.fixture
def watch(file: TuningFile) -> PaceWatch:
    return PaceWatch(file, "a", PROCESSOR)


def read(tokens: int, speed: float, reused: int = 0) -> Usage:
    """A call that read so many tokens, beside those that had been read before."""
    return Usage(prompt=tokens + reused, reused=reused, read_seconds=tokens / speed)


def written(tokens: int, speed: float) -> Usage:
    """A call that wrote so many tokens."""
    return Usage(generated=tokens, generate_seconds=tokens / speed)


def kept(file: TuningFile) -> Tuned:
    """What is kept now."""
    found = file.get("a", PROCESSOR)
    assert found is not None
    return found


def test_calls_that_read_clearly_faster_raise_the_speed_and_cast_doubt(
    file: TuningFile, watch: PaceWatch
) -> None:
    watch.note([read(600, 90.0), read(600, 90.0)])
    assert (kept(file).read_speed, kept(file).generate_speed) == (90.0, 6.0)
    assert kept(file).doubted


def test_a_reply_that_was_written_clearly_faster_does_too(
    file: TuningFile, watch: PaceWatch
) -> None:
    watch.note([written(60, 30.0)])
    watch.note([written(60, 30.0)])
    assert (kept(file).read_speed, kept(file).generate_speed) == (20.0, 30.0)
    assert kept(file).doubted


@pytest.mark.parametrize(
    "calls",
    [
        pytest.param([read(900, 90.0)], id="too few tokens to tell"),
        pytest.param([read(900, 90.0, reused=5_000)], id="most of it read before"),
        pytest.param([read(2_000, 26.0)], id="hardly faster"),
        pytest.param([read(2_000, 5.0)], id="slower: the machine is busy now"),
        pytest.param([written(200, 30.0)] * 2, id="replies that shared batches"),
        pytest.param([Usage(cached=5_000, cached_calls=9)], id="from the cache of calls"),
    ],
)
def test_what_proves_nothing_changes_nothing(
    file: TuningFile, watch: PaceWatch, calls: list[Usage]
) -> None:
    watch.note(calls)
    assert kept(file) == BUSY


def test_a_quiet_minute_shows_after_busy_hours(file: TuningFile, watch: PaceWatch) -> None:
    for _ in range(50):
        watch.note([read(1_000, 8.0)])
    watch.note([read(1_000, 80.0)])
    assert kept(file).read_speed == 80.0


def test_a_model_that_was_never_measured_stays_so(file: TuningFile) -> None:
    PaceWatch(file, "b", PROCESSOR).note([read(2_000, 90.0)])
    assert file.measured("b") == {}


def test_a_second_measurement_that_is_slower_than_calls_were_is_not_taken() -> None:
    outrun = BUSY.outrun(90.0, 30.0)
    quiet = Tuned(threads=4, batch=128, read_speed=95.0, generate_speed=31.0)
    assert outrun.again(quiet) == quiet
    busy = Tuned(threads=1, batch=128, read_speed=15.0, generate_speed=5.0)
    again = outrun.again(busy)
    assert (again.threads, again.read_speed, again.doubted) == (2, 90.0, False)

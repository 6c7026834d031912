"""How near the engine comes to the limit of the machine.

`python -m tests.benchmarks engine MODEL.gguf [--seconds N] [--threads N] [--cache TYPE]
[--server LLAMA-SERVER] [--python PYTHON] [--only PART]` prints ratios, all taken in one run on one
machine, in turns: against a bare loop over llama.cpp with the same settings, and with the recorded
traffic against the `Llama` class, llama-cpp-python's server (PYTHON has it installed) and
llama.cpp's own; then the time to cancel, memory as planned and as taken, 500 calls in a row, 1,000
that are cancelled, and work beside other programs.

Ratios are given by the clock and by processor time. With one thread, the second is the one to look
at where a machine has other work: waiting threads take processor time too. With a model of 135
million weights each part takes less than five minutes on two cores with nothing else to do.
"""

from __future__ import annotations

import argparse
import random
import statistics
import threading
import time
from pathlib import Path

import psutil

from app.cancel import Cancelled, CancelToken
from app.engine.engine import Message, Request
from app.engine.llama.context import CACHE_TYPES
from app.engine.llama.engine import LlamaEngine
from app.engine.llama.loading import default_threads
from tests.benchmarks.comparing import against_the_raw_loop, load, on_recorded_calls
from tests.benchmarks.crowded import crowded
from tests.benchmarks.memory import print_needs
from tests.benchmarks.timing import Table, text_of, timed
from tests.benchmarks.traffic import RECORDED, recorded


def cancelling(table: Table, model: Path, options: argparse.Namespace) -> None:
    """A hundred cancels at random moments of reading and generating."""
    engine = load(model, options)
    chance = random.Random(5)
    took = sorted(cancel_once(engine, seed, chance.uniform(0, 1.5)) for seed in range(100))
    within = sum(seconds <= 0.3 for seconds in took)
    table.row("cancelled within 300 ms", f"{within} of 100, median {took[50] * 1000:.0f} ms")
    engine.close()


def cancel_once(engine: LlamaEngine, seed: int, after: float, words: int = 600) -> float:
    """Seconds from a cancel to where the call has ended; 0 where it ended before."""
    cancel = CancelToken()
    moment: list[float] = []

    def stop() -> None:
        moment.append(time.perf_counter())
        cancel.cancel()

    requests = [
        Request((Message("user", text_of(words, 10 * seed + i)),), max_tokens=400) for i in range(4)
    ]
    timer = threading.Timer(after, stop)
    timer.start()
    try:
        engine.complete_each(requests, cancel)
    except Cancelled:
        return time.perf_counter() - moment[0]
    finally:
        timer.cancel()
        timer.join()
    return 0.0


def memory(table: Table, model: Path, options: argparse.Namespace) -> None:
    """What was planned, and what a process of its own then took at most."""
    print_needs(model, cache=options.cache)


def many_calls(table: Table, model: Path, options: argparse.Namespace) -> None:
    """500 calls in a row: memory and speed at the end as at the start."""
    engine = load(model, options)
    process = psutil.Process()
    seconds: list[float] = []
    held: list[int] = []
    for batch in range(50):
        requests = [
            Request((Message("user", text_of(20, 10 * batch + i)),), max_tokens=8)
            for i in range(10)
        ]
        call = timed(lambda r=requests: engine.complete_each(r, CancelToken()))  # type: ignore[misc]
        seconds.append(call.processor)
        held.append(process.memory_info().rss)
    speed = statistics.median(seconds[-10:]) / statistics.median(seconds[5:15])
    table.row(
        "500 calls: the last hundred against an early hundred",
        f"{speed:.2f} x their processor time",
    )
    table.row(
        "500 calls: memory grown since the first hundred", f"{(held[-1] - held[10]) / 1e6:.1f} MB"
    )
    engine.close()


def many_cancels(table: Table, model: Path, options: argparse.Namespace) -> None:
    """1,000 calls cancelled at random moments of their first tenth of a second: nothing leaks."""
    engine = load(model, options)
    chance = random.Random(7)
    process = psutil.Process()
    held = 0
    for seed in range(1000):
        cancel_once(engine, seed, chance.uniform(0, 0.1), words=100)
        if seed == 100:
            held = process.memory_info().rss
    grown = process.memory_info().rss - held
    table.row("1,000 cancelled calls: memory grown since the 100th", f"{grown / 1e6:.1f} MB")
    engine.close()


PARTS = {
    "raw": against_the_raw_loop,
    "cancel": cancelling,
    "memory": memory,
    "many": many_calls,
    "cancels": many_cancels,
    "crowded": crowded,
}


def parser() -> argparse.ArgumentParser:
    """The arguments."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks engine")
    parser.add_argument("model", type=Path)
    parser.add_argument("--calls", type=int, help="recorded calls to replay; all if not given")
    parser.add_argument("--traffic", type=Path, default=RECORDED, help="the recording")
    parser.add_argument("--seconds", type=float, default=300.0, help="the most for the traffic")
    parser.add_argument("--words", type=int, default=1000, help="of the long prompt")
    parser.add_argument("--turns", type=int, default=3, help="of the raw loop")
    parser.add_argument("--threads", type=int, default=default_threads())
    parser.add_argument("--cache", choices=[*CACHE_TYPES], default="exact")
    parser.add_argument("--server", type=Path, help="the llama-server program, to compare with")
    parser.add_argument("--python", type=Path, help="a Python that has llama-cpp-python's server")
    parser.add_argument("--only", choices=[*PARTS, "traffic"], action="append")
    return parser


def main() -> None:
    """Print the table."""
    options = parser().parse_args()
    wanted = options.only or [*PARTS, "traffic"]
    table = Table()
    table.row("cold load", f"{timed(lambda: load(options.model, options).close()).clock:.2f} s")
    if "traffic" in wanted and not options.traffic.exists():
        table.row("recorded traffic", "left out: record it first, with `traffic`")
    elif "traffic" in wanted:
        calls = list(recorded(options.traffic, options.calls))
        on_recorded_calls(table, options.model, calls, options)
    for name, part in PARTS.items():
        if name in wanted:
            part(table, options.model, options)


if __name__ == "__main__":
    main()

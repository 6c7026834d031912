"""How near the engine comes to the limit of the machine.

`python -m tests.benchmarks engine MODEL.gguf [--calls N] [--threads N] [--cache TYPE]
[--server LLAMA-SERVER] [--only PART]` prints ratios, all taken in one run on one machine: against a
bare loop over llama.cpp, the `Llama` class and llama.cpp's server; then the time to cancel, memory
as planned and as taken, 500 calls in a row, and 1,000 that are cancelled. With a model of 135
million weights each part takes less than five minutes on two cores with nothing else to do.
"""

from __future__ import annotations

import argparse
import random
import statistics
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from app.cancel import Cancelled, CancelToken
from app.engine.engine import Message, Request
from app.engine.llama import LlamaEngine
from app.engine.llama_context import CACHE_TYPES
from app.engine.llama_loading import default_threads
from tests.benchmarks.memory import print_needs
from tests.benchmarks.rivals import HighLevel, Raw, Rival, Server
from tests.benchmarks.traffic import RECORDED, Call, recorded, replay

WINDOW = 8192
LONG_PROMPT = 2000
LONG_REPLY = 128
WORDS = (
    "the supplier shall notify customer within days of any breach and pay fees under this section "
    "patient was admitted with pain and given daily until discharge on blood pressure normal"
).split()


def text_of(words: int, seed: int) -> str:
    """Filler of some length, different for each seed."""
    chance = random.Random(seed)
    return " ".join(chance.choices(WORDS, k=words))


def timed(work: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


class Table:
    """Rows that are printed as they come, since some take minutes."""

    def row(self, what: str, figure: str) -> None:
        """Print a row."""
        print(f"{what:<58} {figure}", flush=True)


def against_the_raw_loop(table: Table, model: Path, options: argparse.Namespace) -> None:
    """One long prompt and one long reply, in turns so that both meet the same machine."""
    engine, raw = load(model, options), Raw(model, WINDOW, options.threads)
    reading: list[float] = []
    generating: list[float] = []
    for turn in range(3):
        request = Request(
            (Message("user", text_of(LONG_PROMPT, turn)),),
            max_tokens=LONG_REPLY,
            grammar="root ::= [a-z ] root",
        )
        prompt = engine._prompt(request.messages).tolist()
        raw.forget()
        raw_read = timed(lambda p=prompt: raw.read(p))  # type: ignore[misc]
        raw_generate = timed(lambda: raw.generate(100, LONG_REPLY))
        usage = engine.complete(request, CancelToken()).usage
        reading.append(usage.read_seconds / raw_read)
        generating.append(usage.generate_seconds / usage.generated * LONG_REPLY / raw_generate)
    table.row(
        f"reading {LONG_PROMPT} words, against the raw loop", f"{min(reading):.2f} x its time"
    )
    table.row(f"generating {LONG_REPLY} tokens", f"{min(generating):.2f} x its time")
    engine.close()
    raw.close()


def on_recorded_calls(
    table: Table, model: Path, calls: list[Call], options: argparse.Namespace
) -> None:
    """The recorded traffic by the engine and by its rivals."""
    engine = load(model, options)
    prompts = [[engine._prompt(r.messages, r.prefill).tolist() for r in c.requests] for c in calls]
    own = timed(lambda: replay(engine, calls))
    engine.close()
    count = sum(len(call.requests) for call in calls)
    table.row(f"recorded traffic, {count} calls, by the engine", f"{own:.1f} s")
    rivals: list[Callable[[], Rival]] = [lambda: HighLevel(model, WINDOW, options.threads)]
    if options.server:
        rivals.append(lambda: Server(options.server, model, WINDOW, options.threads))
    for make in rivals:
        rival = make()
        took = timed(lambda r=rival: r.run(calls, prompts))  # type: ignore[misc]
        rival.close()
        table.row(f"  the same by {rival.name}", f"{took / own:.2f} x the engine's time")


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
        seconds.append(timed(lambda r=requests: engine.complete_each(r, CancelToken())))  # type: ignore[misc]
        held.append(process.memory_info().rss)
    speed = statistics.median(seconds[-10:]) / statistics.median(seconds[5:15])
    table.row("500 calls: the last hundred against an early hundred", f"{speed:.2f} x their time")
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


def load(model: Path, options: argparse.Namespace) -> LlamaEngine:
    """The engine as Pincite loads it."""
    return LlamaEngine.load(
        model,
        id="m",
        name="M",
        sha256="",
        window=WINDOW,
        threads=options.threads,
        cache_type=options.cache,
    )


PARTS = {
    "raw": against_the_raw_loop,
    "cancel": cancelling,
    "memory": memory,
    "many": many_calls,
    "cancels": many_cancels,
}


def parser() -> argparse.ArgumentParser:
    """The arguments."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks engine")
    parser.add_argument("model", type=Path)
    parser.add_argument("--calls", type=int, default=40, help="recorded calls to replay")
    parser.add_argument("--threads", type=int, default=default_threads())
    parser.add_argument("--cache", choices=[*CACHE_TYPES], default="exact")
    parser.add_argument("--server", type=Path, help="the llama-server program, to compare with")
    parser.add_argument("--only", choices=[*PARTS, "traffic"], action="append")
    return parser


def main() -> None:
    """Print the table."""
    options = parser().parse_args()
    wanted = options.only or [*PARTS, "traffic"]
    table = Table()
    table.row("cold load", f"{timed(lambda: load(options.model, options).close()):.2f} s")
    if "traffic" in wanted and not RECORDED.exists():
        table.row("recorded traffic", "left out: record it first, with `traffic`")
    elif "traffic" in wanted:
        on_recorded_calls(table, options.model, list(recorded(limit=options.calls)), options)
    for name, part in PARTS.items():
        if name in wanted:
            part(table, options.model, options)


if __name__ == "__main__":
    main()

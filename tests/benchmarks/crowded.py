"""The engine beside other programs that keep the processor busy."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from app.cancel import CancelToken
from app.engine.engine import Message, Request
from app.engine.llama.engine import LlamaEngine
from app.engine.llama.loading import default_threads
from tests.benchmarks.timing import Table, Took, least, text_of, timed

_WORDS = 150
_REPLY = 24
_NOTICED = 2.0
"""Seconds after which other programs have made themselves felt."""


def crowded(table: Table, model: Path, options: argparse.Namespace) -> None:
    """Reading and writing with as many threads as are worth it, against always all of them."""
    engines = {
        name: LlamaEngine.load(model, id="m", name="M", sha256="", window=2048, threads=threads)
        for name, threads in (("fixed", default_threads()), ("giving way", None))
    }
    for others in range(default_threads() + 1):
        took: defaultdict[tuple[str, str], list[Took]] = defaultdict(list)
        with _busy(others):
            for turn in range(options.turns):
                for name, engine in engines.items():
                    for part, spent in _turn(engine, turn):
                        took[name, part].append(spent)
        for part in ("reading", "writing"):
            ratio = least(took["giving way", part]).times(least(took["fixed", part]))
            table.row(f"{part} beside {others} busy programs, against all threads", ratio)
    for engine in engines.values():
        engine.close()


def _turn(engine: LlamaEngine, turn: int) -> Iterator[tuple[str, Took]]:
    """One prompt that is read and one reply that is written, after the engine has looked round."""
    text = text_of(_WORDS, turn)
    end = time.monotonic() + _NOTICED
    while time.monotonic() < end:
        engine.complete(Request((Message("user", "Hello"),), max_tokens=4), CancelToken())
    asked = Request((Message("user", text),), max_tokens=1)
    yield "reading", timed(partial(engine.complete, asked, CancelToken()))
    wanted = Request((Message("user", text),), max_tokens=_REPLY, grammar="root ::= [a-z ] root")
    yield "writing", timed(partial(engine.complete, wanted, CancelToken()))


@contextmanager
def _busy(count: int) -> Iterator[None]:
    """So many processes that never wait."""
    running = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for process in running:
            process.kill()
            process.wait()

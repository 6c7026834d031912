"""The engine against other ways of running llama.cpp, in turns on one machine."""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.cancel import CancelToken
from app.engine.engine import Message, Request, Usage
from app.engine.llama.engine import LlamaEngine
from tests.benchmarks.raw import Raw
from tests.benchmarks.rivals import HighLevel, LlamaServer, PythonServer, Rival, Task
from tests.benchmarks.timing import Table, Took, least, text_of, timed
from tests.benchmarks.traffic import Call, replay

WINDOW = 8192
LONG_REPLY = 96


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


def against_the_raw_loop(table: Table, model: Path, options: argparse.Namespace) -> None:
    """One long prompt and one long reply, in turns so that both meet the same machine."""
    engine = load(model, options)
    settings = engine._context.settings
    loops = {"": Raw(model, settings), "f16": Raw(model, replace(settings, cache_type="f16"))}
    took: defaultdict[tuple[str, str], list[Took]] = defaultdict(list)
    for turn in range(options.turns):
        request = Request(
            (Message("user", text_of(options.words, turn)),),
            max_tokens=LONG_REPLY,
            grammar="root ::= [a-z ] root",
        )
        prompt = engine._prompt(request.messages).tolist()
        for name, raw in loops.items():
            raw.forget()
            took[name, "read"].append(timed(partial(raw.read, prompt)))
            took[name, "write"].append(timed(partial(raw.generate, 100, LONG_REPLY)))
        # The second reads the prompt's last token only, which is one more than the loop has to do.
        for what, asked in (("read", replace(request, max_tokens=1)), ("write", request)):
            took["own", what].append(timed(partial(engine.complete, asked, CancelToken())))
    parts = {"read": f"reading {options.words} words", "write": f"generating {LONG_REPLY} tokens"}
    for part, what in parts.items():
        own = least(took["own", part])
        table.row(f"{what}, against the raw loop", own.times(least(took["", part])))
        table.row("  against one whose cache is f16", own.times(least(took["f16", part])))
    for each in (engine, *loops.values()):
        each.close()


def on_recorded_calls(
    table: Table, model: Path, calls: list[Call], options: argparse.Namespace
) -> None:
    """The recorded traffic by the engine and by its rivals, call by call in turns."""
    engine = load(model, options)
    rivals: list[Rival] = [HighLevel(model, WINDOW, options.threads)]
    if options.python:
        rivals.append(PythonServer(options.python, model, WINDOW, options.threads))
    if options.server:
        rivals.append(LlamaServer(options.server, model, WINDOW, options.threads))
    took: defaultdict[tuple[str, str], Took] = defaultdict(Took)
    wrote: Counter[str] = Counter()
    usage = Usage()
    end = time.monotonic() + options.seconds
    done = 0
    for call in calls:
        if time.monotonic() > end:
            break
        costs: list[Usage] = []
        took["", call.kind] += timed(partial(replay, engine, call, costs))
        tasks = [_task(engine, *each) for each in zip(call.requests, costs, strict=True)]
        for rival in rivals:
            counts: list[int] = []
            spent = timed(partial(_run, rival, tasks, counts), rival.processor_time)
            took[rival.name, call.kind] += spent
            wrote[rival.name] += sum(counts)
        usage += sum(costs, Usage())
        done += 1
    _print_traffic(table, took, wrote, done, usage)
    for each in (engine, *rivals):
        each.close()


def _run(rival: Rival, tasks: Sequence[Task], counts: list[int]) -> None:
    """Have a rival do the tasks of a call, and note how many tokens it generated."""
    counts.append(rival.run(tasks))


def _task(engine: LlamaEngine, request: Request, usage: Usage) -> Task:
    """A request as rivals are given it."""
    text = "".join(p.text for p in engine._template.render(request.messages, request.prefill))
    prompt = engine._prompt(request.messages, request.prefill).tolist()
    return Task(prompt, text, max(1, usage.generated), request.grammar)


def _print_traffic(
    table: Table,
    took: Mapping[tuple[str, str], Took],
    wrote: Mapping[str, int],
    calls: int,
    usage: Usage,
) -> None:
    """How long the engine took, and how many times as long each rival, in all and by kind."""
    kinds = {kind: spent for (name, kind), spent in took.items() if not name}
    own = sum(kinds.values(), Took())
    table.row(f"recorded traffic, {calls} calls, by the engine", f"{own.clock:.1f} s")
    table.row(
        "  tokens of prompts, of them known before, written",
        f"{usage.prompt:,}, {usage.reused:,}, {usage.generated:,}",
    )
    for rival in dict.fromkeys(name for name, _ in took if name):
        whole = sum((spent for (name, _), spent in took.items() if name == rival), Took())
        table.row(f"  the same by {rival}, {wrote[rival]} written", whole.times(own))
        for kind, mine in kinds.items():
            table.row(f"    {kind}, {mine.clock:.1f} s", took[rival, kind].times(mine))

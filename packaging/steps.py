"""Long steps of the set-up: what is going on and for how long, and the end of the log if it fails.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

_TICK = 0.2
_QUIET = 15.0
_TAIL = 30
_WIDTH = 100


class SetupError(Exception):
    """The set-up can't go on. Its text says why, and what to do."""


def say(text: str) -> None:
    """One line about what is going on."""
    print(f"==> {text}", flush=True)


def step(
    title: str,
    command: Sequence[str],
    log: Path,
    variables: Mapping[str, str] | None = None,
    hint: str = "",
) -> None:
    """Run a command, showing its title, the time that has passed, and the last line it printed.

    Args:
        title: what is going on.
        command: the program and its arguments.
        log: file to which its whole output is appended.
        variables: added to the environment.
        hint: what to do if it fails.

    Raises:
        SetupError: if it fails, with the end of what it printed.
    """
    began = time.monotonic()
    say(title)
    lines: list[str] = []
    status = _run(command, log, {**os.environ, **(variables or {})}, lines, began)
    took = _elapsed(began)
    if status != 0:
        tail = "\n".join(f"    {line}" for line in lines[-_TAIL:])
        raise SetupError(
            f"{title} failed after {took}:\n{tail}\n\n"
            f"{hint or 'Run the same command again to go on from here.'}\nThe whole log: {log}"
        )
    if time.monotonic() - began > 1:
        print(f"  done in {took}", flush=True)


def _run(
    command: Sequence[str], log: Path, variables: Mapping[str, str], lines: list[str], began: float
) -> int:
    """Run a command to its end; its exit status. What it prints goes to the log and to `lines`."""
    with log.open("a", encoding="utf-8", errors="replace") as output:
        output.write(f"\n$ {' '.join(command)}\n")
        output.flush()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=variables,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        reader = threading.Thread(target=_read, args=(process, lines, output), daemon=True)
        reader.start()
        try:
            _watch(reader, lines, began)
        except BaseException:
            process.terminate()
            process.wait()
            raise
        return process.wait()


def _read(process: subprocess.Popen[str], lines: list[str], output: TextIO) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        lines.append(line.rstrip())
        print(line, end="", file=output, flush=True)


def _watch(reader: threading.Thread, lines: list[str], began: float) -> None:
    """Show that the command is still at work until it closes its output."""
    live = sys.stdout.isatty()
    last = time.monotonic()
    while reader.is_alive():
        reader.join(_TICK)
        if live:
            line = lines[-1].strip() if lines else ""
            print(f"\r\x1b[K  {_elapsed(began)}  {line}"[:_WIDTH], end="", flush=True)
        elif time.monotonic() - last > _QUIET:
            last = time.monotonic()
            print(f"  {_elapsed(began)}  {lines[-1].strip() if lines else ''}"[:_WIDTH], flush=True)
    if live:
        print("\r\x1b[K", end="", flush=True)


def _elapsed(began: float) -> str:
    minutes, seconds = divmod(int(time.monotonic() - began), 60)
    return f"{minutes}:{seconds:02}"

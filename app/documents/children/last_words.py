"""What a process that crashed left behind, told without a word of the document it was reading.

A parser process writes to its standard error only when it dies: Python's fault handler says where
it was, the C library why. But what a library says there may quote the document, and a log is read
by others. So only lines of known shapes are passed on.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
from collections import deque
from typing import IO

_KEPT = 16 << 10  # bytes
_LINES = 40
_SHAPES = re.compile(
    r"""
      Fatal\ Python\ error:\ [\w\ ]+
    | (?:Current\ thread|Thread)\ 0x[0-9a-f]+.*
    | \s+File\ "[^"]+",\ line\ \d+(?:,?\ in\ [\w<>.]+)?
    | (?:ModuleNotFoundError|ImportError):.*
    | (?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*(?:Error|Exception|Exit|Interrupt)\b
    | (?:malloc|calloc|realloc|free|munmap_chunk|mremap_chunk|malloc_consolidate)\(\):[\w\ ,()-]*
    | double\ free\ or\ corruption\ \(!?\w+\)
    | corrupted\ (?:size\ vs\.\ prev_size|double-linked\ list)
    | terminate\ called\ (?:after\ throwing\ an\ instance\ of\ '[\w:<>]+'|[\w\ ]+)
    | \*\*\*\ stack\ smashing\ detected\ \*\*\*
    """,
    re.X,
)


class Tail:
    """The end of what a process writes to a pipe; more than a few kilobytes are never held."""

    def __init__(self) -> None:
        self._chunks: deque[bytes] = deque()
        self._held = 0

    def read(self, pipe: IO[bytes]) -> None:
        """Read until the pipe ends."""
        with contextlib.suppress(OSError, ValueError), pipe:
            while chunk := os.read(pipe.fileno(), 4096):
                self._chunks.append(chunk)
                self._held += len(chunk)
                while self._held - len(self._chunks[0]) >= _KEPT:
                    self._held -= len(self._chunks.popleft())

    def lines(self) -> tuple[str, ...]:
        """Its last lines, as far as they can't be a document's."""
        text = b"".join(self._chunks).decode("utf-8", "replace")
        found = (_SHAPES.match(line) for line in text.splitlines())
        return tuple(match.group(0).rstrip() for match in found if match)[-_LINES:]


def status_in_words(status: int | None) -> str:
    """How a process ended: the name of the signal that killed it, or its exit status."""
    if status is None:
        return "still running"
    if status >= 0:
        return f"exit status {status:#x}" if status > 255 else f"exit status {status}"
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"

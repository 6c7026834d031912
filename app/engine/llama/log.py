"""What llama.cpp logs, handed to Python's logging, with the last complaints kept for errors."""

from __future__ import annotations

import ctypes
import logging
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

import llama_cpp

_LEVELS = {1: logging.DEBUG, 2: logging.INFO, 3: logging.WARNING, 4: logging.DEBUG}
_CONTINUED = 5

logger = logging.getLogger("pincite.llama")


class LlamaLog:
    """Receives llama.cpp's log lines.

    llama.cpp has one log for the whole process; `install` points it here. Its levels are taken one
    step down: what it calls an error may be handled by the caller and shown as a `ModelError`.
    """

    def __init__(self) -> None:
        self._line = ""
        self._level = 1
        self._complaints: deque[str] = deque(maxlen=3)
        self._captured: list[str] | None = None
        # Kept for as long as llama.cpp may call it.
        self._callback = llama_cpp.llama_log_callback(self._receive)

    def install(self) -> None:
        """Make llama.cpp log here from now on."""
        llama_cpp.llama_log_set(self._callback, ctypes.c_void_p(0))

    def forget(self) -> None:
        """Drop the complaints so far, before something is tried."""
        self._complaints.clear()

    def complaints(self) -> str:
        """The last warnings and errors since `forget`, as one line."""
        return "; ".join(self._complaints)

    @contextmanager
    def capture(self) -> Iterator[list[str]]:
        """Collect the lines that are logged while the body runs."""
        lines: list[str] = []
        self._captured = lines
        try:
            yield lines
        finally:
            self._captured = None

    def _receive(self, level: int, text: bytes, _: object) -> None:
        if level != _CONTINUED:
            self._flush()
            self._level = level
        self._line += text.decode("utf-8", "replace")
        if self._line.endswith("\n"):
            self._flush()

    def _flush(self) -> None:
        line, self._line = self._line.strip(), ""
        if not line:
            return
        if self._captured is not None:
            self._captured.append(line)
        logger.log(_LEVELS.get(self._level, logging.DEBUG), "%s", line)
        if self._level in (2, 3):
            self._complaints.append(line)


# llama.cpp's log is one for the process, and so is what receives it.
LOG = LlamaLog()

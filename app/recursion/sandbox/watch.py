"""Ends a process when a cancel comes while it works for us and does not stop by itself."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import ParamSpec, Self, TypeVar

import psutil

from app.cancel import CancelToken

P = ParamSpec("P")
T = TypeVar("T")

KILL_AFTER = 0.15
"""Seconds that running code has, after a cancel, before its process is killed."""

_LOOK_EVERY = 0.05


class Watch:
    """Watches a worker process for the length of a `with` block.

    Only what goes through `run` counts as work of the process; while a function of our own is
    under way, that function watches its own token.
    """

    def __init__(self, pid: int | None, cancel: CancelToken) -> None:
        self._pid = pid
        self._cancel = cancel
        self._inside = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, name="repl-watch", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def run(self, step: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call `step`, which waits for the process; it fails as it does when the process dies."""
        self._inside.set()
        try:
            return step(*args, **kwargs)
        finally:
            self._inside.clear()

    def _look(self) -> None:
        waited = 0.0
        while not self._over.wait(_LOOK_EVERY):
            running = self._inside.is_set() and self._cancel.cancelled
            waited = waited + _LOOK_EVERY if running else 0.0
            if waited >= KILL_AFTER and self._pid is not None:
                with contextlib.suppress(psutil.Error):
                    psutil.Process(self._pid).kill()
                return

"""Carries a cancel to where nobody can look at the token: into a running computation."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.cancel import CancelToken

_LOOK_EVERY = 0.02  # seconds


@contextmanager
def passed_on(cancel: CancelToken, stop: Callable[[], None]) -> Iterator[None]:
    """While the body runs, call `stop` once, from another thread, as soon as there is a cancel."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(_LOOK_EVERY):
            if cancel.cancelled:
                stop()
                return

    watcher = threading.Thread(target=watch, name="pincite-cancel", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()

"""Work away from the main thread, whose outcome comes back to a bound method on it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended: with a value, or with an error."""

    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    value: Any = None
    error: Exception | None = None


class Jobs(QObject):
    """One worker thread that takes jobs in turn.

    The callbacks run on the thread this object lives on. Pass bound methods of objects that live
    there; nothing is called after `close`.
    """

    _ended = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"pincite-{name}")
        self._closed = False
        self._waiting = 0
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a job is under way or waiting."""
        return self._waiting > 0

    def submit(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run `work` in the worker; then `done(value)` or `failed(error)` on this thread."""
        if self._closed:
            return
        self._waiting += 1
        self._pool.submit(work).add_done_callback(partial(self._hand_over, done, failed))

    def _hand_over(
        self,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        future: Future[Any],
    ) -> None:
        """Runs in the worker: sends the outcome to the thread this object lives on."""
        if self._closed or future.cancelled():
            return
        error = future.exception()
        if isinstance(error, Exception):
            self._ended.emit(Outcome(done, failed, error=error))
        elif error is None:
            self._ended.emit(Outcome(done, failed, value=future.result()))

    def _deliver(self, outcome: Outcome) -> None:
        self._waiting -= 1
        if self._closed:
            return
        if outcome.error is not None:
            outcome.failed(outcome.error)
        else:
            outcome.done(outcome.value)

    def finish(self) -> None:
        """Wait for what is under way and what waits; their callbacks are not called any more."""
        self._closed = True
        self._pool.shutdown(wait=True)

    def close(self) -> None:
        """Drop what waits and wait for what is under way; cancel that first where it is long."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

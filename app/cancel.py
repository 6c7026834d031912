"""Cancelling and pausing: one token, handed down through everything that can take long."""

from __future__ import annotations

import threading
import time

_LOOK_EVERY = 0.05  # seconds, for a cancel while paused


class Cancelled(Exception):
    """The person asked for this to stop. Not an error, and not a bug."""


class CancelToken:
    """A flag that one thread raises and others watch. It can also hold them up for a while.

    A token may be made under a parent: it counts as cancelled when the parent is, and can also be
    cancelled on its own.
    """

    def __init__(self, parent: CancelToken | None = None) -> None:
        self._event = threading.Event()
        self._parent = parent
        self._going = threading.Event()
        self._going.set()
        self._paused_at = 0.0
        self._paused_for = 0.0

    def cancel(self) -> None:
        """Ask whatever holds this token to stop. May be called from any thread, more than once."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether a stop was asked for, here or at a parent."""
        return self._event.is_set() or (self._parent is not None and self._parent.cancelled)

    @property
    def paused(self) -> bool:
        """Whether whatever holds this token waits at its next `check`."""
        return not self._going.is_set()

    def pause(self) -> None:
        """Hold up whatever holds this token, until `go_on` or `cancel`."""
        if not self.paused:
            self._paused_at = time.monotonic()
            self._going.clear()

    def go_on(self) -> None:
        """Let it go on after a pause."""
        if self.paused:
            self._paused_for += time.monotonic() - self._paused_at
            self._going.set()

    def clock(self) -> float:
        """Seconds, monotonic, on a clock that stands still while this token is paused."""
        return (self._paused_at if self.paused else time.monotonic()) - self._paused_for

    def check(self) -> None:
        """Raise `Cancelled` if a stop was asked for; wait first while there is a pause."""
        while not self.cancelled and not self._going.wait(_LOOK_EVERY):
            pass
        if self._parent is not None:
            self._parent.check()
        if self.cancelled:
            raise Cancelled

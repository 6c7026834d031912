"""Cancellation: one token, handed down through everything that can take long."""

from __future__ import annotations

import threading


class Cancelled(Exception):
    """The person asked for this to stop. Not an error, and not a bug."""


class CancelToken:
    """A flag that one thread raises and others watch.

    A token may be made under a parent: it counts as cancelled when the parent is, and can also be
    cancelled on its own.
    """

    def __init__(self, parent: CancelToken | None = None) -> None:
        self._event = threading.Event()
        self._parent = parent

    def cancel(self) -> None:
        """Ask whatever holds this token to stop. May be called from any thread, more than once."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether a stop was asked for, here or at a parent."""
        return self._event.is_set() or (self._parent is not None and self._parent.cancelled)

    def check(self) -> None:
        """Raise `Cancelled` if a stop was asked for."""
        if self.cancelled:
            raise Cancelled

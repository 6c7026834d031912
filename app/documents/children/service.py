"""Requests to a child process: one after the other, and to a new one where it has ended."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

import msgspec

from app.cancel import Cancelled, CancelToken
from app.documents.children.child import TICK, Child, Crashed
from app.documents.exchange import wire
from app.errors import UserError

_T = TypeVar("_T")
logger = logging.getLogger("pincite.child")


class Errors(Protocol):
    """What callers are told where nothing came of a request about a file."""

    def refused(self, reply: wire.Failed) -> UserError:
        """The child said that it failed."""
        ...

    def unanswered(self, error: Exception, name: str) -> UserError:
        """The child ended, hung or gave no sensible answer."""
        ...


class ChildService:
    """Has requests from several threads answered by one child process at a time."""

    def __init__(
        self, start: Callable[[], Child], errors: Errors, timeout: float, *, now: bool = False
    ) -> None:
        """Begin without a child.

        Args:
            start: a child, with the first request and where the last one has ended.
            errors: what callers are told.
            timeout: seconds that one request may take.
            now: to start a child at once.
        """
        self._start = start
        self._errors = errors
        self._timeout = timeout
        self._turn = threading.Lock()
        self._closed = False
        self._child: Child | None = start() if now else None

    @property
    def child(self) -> Child | None:
        """The child that runs, or the last one; None where there is none."""
        return self._child

    def call(
        self,
        request: wire.Request | wire.Embed,
        unpack: Callable[[msgspec.Raw, Child], _T],
        name: str,
        cancel: CancelToken | None,
    ) -> _T:
        """The answer to a request, unpacked before the next one is sent.

        Args:
            request: what is asked.
            unpack: makes a value of the answer and of the child that gave it.
            name: of the file that the request is about, for errors.
            cancel: ends the request early.

        Raises:
            UserError: if the request failed, or the child ended or hung over it.
            Cancelled: if `cancel` was raised meanwhile.
        """
        data = wire.encode(request)
        with self._my_turn(cancel):
            try:
                child, answer = self._answer(data, type(request).__name__, cancel)
                reply = wire.decode_reply(answer)
                if isinstance(reply, wire.Done):
                    return unpack(reply.result, child)
                if reply.spent:
                    self._end_child()
            except (TimeoutError, Crashed, msgspec.DecodeError, ValueError) as error:
                self._end_child()
                raise self._errors.unanswered(error, name) from error
            except BaseException:  # cancelled, or the program is ending
                self._end_child()
                raise
        raise self._errors.refused(reply)

    def rest(self) -> None:
        """Free what the process takes, until the next request; does nothing while one is served."""
        if self._turn.acquire(blocking=False):
            try:
                child = None if self._closed else self._child
                if child is not None:
                    self._child = None
                    child.kill()
            finally:
                self._turn.release()

    def close(self) -> None:
        """End the process. May be called more than once; a request under way fails."""
        self._closed = True
        child, self._child = self._child, None
        if child is not None:
            child.kill()

    def _answer(self, data: bytes, what: str, cancel: CancelToken | None) -> tuple[Child, bytes]:
        """The answer to a request, and who gave it: a new process where one crashed over it.

        A crash may have another cause than the document: one that does not repeat is no error.
        """
        try:
            return self._tried(data, what, cancel)
        except Crashed:
            self._end_child()
            if self._closed:
                raise
        return self._tried(data, what, cancel)

    def _tried(self, data: bytes, what: str, cancel: CancelToken | None) -> tuple[Child, bytes]:
        try:
            child = self._running()
            return child, child.ask(data, self._timeout, cancel)
        except Crashed as error:
            _log(error, what)
            raise

    def _end_child(self) -> None:
        child = self._child
        if child is not None:
            child.kill()

    @contextlib.contextmanager
    def _my_turn(self, cancel: CancelToken | None) -> Iterator[None]:
        while not self._turn.acquire(timeout=TICK):
            _check(cancel)
        try:
            _check(cancel)
            yield
        finally:
            self._turn.release()

    def _running(self) -> Child:
        if self._closed:
            raise RuntimeError("this process is closed")
        child = self._child
        if child is None or not child.alive:
            if child is not None:
                child.kill()  # it is dead already; this ends its threads
            child = self._child = self._start()
            if self._closed:  # meanwhile, by another thread
                child.kill()
        return child


def _log(error: Crashed, what: str) -> None:
    """Leave a trace of a crash. Neither the document's name nor its words are in it."""
    lines = "".join(f"\n{line}" for line in error.trace)
    logger.warning("A process ended (%s) over %s.%s", error.status, what, lines)


def _check(cancel: CancelToken | None) -> None:
    if cancel is not None and cancel.cancelled:
        raise Cancelled

"""Requests to the parser process: one after the other, and to a new process where one has ended."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from app.cancel import Cancelled, CancelToken
from app.documents import wire
from app.documents.child import TICK, Child, Crashed
from app.errors import DocumentError, PasswordNeeded

_T = TypeVar("_T")
logger = logging.getLogger("pincite.parser")


class ParserService:
    """Has requests from several threads answered by one child process at a time."""

    def __init__(self, timeout: float, memory: int, start: bool) -> None:
        """Start a child, or leave that to the first request.

        Args:
            timeout: seconds that one request may take.
            memory: bytes that a child may hold, where the operating system can enforce it.
            start: at once; else with the first request.
        """
        self._timeout = timeout
        self._memory = memory
        self._turn = threading.Lock()
        self._closed = False
        self._child: Child | None = Child(memory) if start else None

    @property
    def child(self) -> Child | None:
        """The child that runs, or the last one; None where there is none."""
        return self._child

    def call(
        self,
        request: wire.Request,
        unpack: Callable[[msgspec.Raw, Child], _T],
        path: Path,
        cancel: CancelToken | None,
    ) -> _T:
        """The answer to a request, unpacked before the next one is sent.

        Args:
            request: what is asked.
            unpack: makes a value of the answer and of the child that gave it.
            path: of the file that the request is about, for errors.
            cancel: ends the request early.

        Raises:
            PasswordNeeded: if the file is encrypted and the password is missing or wrong.
            DocumentError: if the request failed, or the child ended or hung over it.
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
                raise self._explained(error, path) from error
            except BaseException:  # cancelled, or the program is ending
                self._end_child()
                raise
        raise _failure(reply)

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
            child = self._running()
            return child, child.ask(data, self._timeout, cancel)
        except Crashed as error:
            _log(error, what)
            self._end_child()
            if self._closed:
                raise
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

    def _explained(self, error: Exception, path: Path) -> DocumentError:
        """What a caller is told when the process did not answer."""
        hint = "Open the file in another program and save a fresh copy, or split it."
        trace: tuple[str, ...] = ()
        if isinstance(error, TimeoutError):
            what = f"reading it took longer than {self._timeout:g} seconds"
        elif isinstance(error, Crashed) and error.starting:
            what = f"the parser process does not start ({error.status})"
            hint = "Nothing is wrong with the file: install Pincite again."
            trace = error.trace
        elif isinstance(error, Crashed):
            limit = f"{self._memory / (1 << 30):.2g} GB"
            what = (
                f"the parser process ended ({error.status}):"
                f" it is damaged, or needs more than {limit} of memory"
            )
            trace = error.trace
        else:
            what = "the parser process gave no sensible answer"
        explained = DocumentError(f"{path.name}: {what}.", hint)
        if trace:
            explained.add_note("\n".join(trace))
        return explained

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
            raise RuntimeError("this ParserProcess is closed")
        child = self._child
        if child is None or not child.alive:
            if child is not None:
                child.kill()  # it is dead already; this ends its threads
            child = self._child = Child(self._memory)
            if self._closed:  # meanwhile, by another thread
                child.kill()
        return child


def _log(error: Crashed, what: str) -> None:
    """Leave a trace of a crash. Neither the document's name nor its words are in it."""
    lines = "".join(f"\n{line}" for line in error.trace)
    logger.warning("The parser process ended (%s) over %s.%s", error.status, what, lines)


def _failure(reply: wire.Reply) -> DocumentError:
    assert isinstance(reply, wire.Failed)
    error = (PasswordNeeded if reply.password else DocumentError)(reply.message, reply.hint)
    if reply.trace:
        error.add_note(reply.trace)
    return error


def _check(cancel: CancelToken | None) -> None:
    if cancel is not None and cancel.cancelled:
        raise Cancelled

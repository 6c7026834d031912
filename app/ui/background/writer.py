"""Files for others to read, written one after the other beside the main thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.cancel import Cancelled, CancelToken
from app.documents.process import ParserProcess
from app.errors import UserError
from app.ui.background.jobs import Jobs

Write = Callable[[ParserProcess, CancelToken], object]
"""Writes a file; runs in the worker, and raises `Cancelled` if it is stopped."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A file that is being written, or waits to be."""

    to: Path
    cancel: CancelToken


class Writer(QObject):
    """Has files written by a parser process of its own: neither a page nor an import waits for it.

    It knows no matter: what is written goes on when another one is opened.

    Signals:
        writing: the name of the file that is being written; "" where none is any more.
        written, cancelled: the path of a file.
        failed: a `UserError`.
        crashed: an error that is a bug.
    """

    writing = Signal(str)
    written = Signal(object)
    cancelled = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = Jobs("write", self)
        self._parser = ParserProcess(start=False)
        self._files: deque[Writing] = deque()

    def write(self, to: Path, write: Write) -> None:
        """Have `write` write a file to this place, after those that were asked for before."""
        file = Writing(to, CancelToken())
        self._files.append(file)
        self._jobs.submit(partial(self._work, write, file.cancel), self._done, self._not_done)
        self._tell()

    def cancel(self) -> None:
        """Give up the file that is being written; what was there before stays."""
        if self._files:
            self._files[0].cancel.cancel()

    def close(self) -> None:
        """Wait until all is written: who asked for a file and left wants to find it."""
        self._jobs.finish()
        self._parser.close()

    def _work(self, write: Write, cancel: CancelToken) -> None:
        """In the worker."""
        cancel.check()
        try:
            write(self._parser, cancel)
        finally:
            self._parser.rest()

    def _done(self, _value: object) -> None:
        self.written.emit(self._over())

    def _not_done(self, error: Exception) -> None:
        to = self._over()
        if isinstance(error, Cancelled):
            self.cancelled.emit(to)
        elif isinstance(error, UserError):
            self.failed.emit(error)
        else:
            self.crashed.emit(error)

    def _over(self) -> Path:
        """The file that was being written, which it is no longer."""
        file = self._files.popleft()
        self._tell()
        return file.to

    def _tell(self) -> None:
        self.writing.emit(self._files[0].to.name if self._files else "")

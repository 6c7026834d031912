"""A model's file under construction, which every source of it goes on with."""

from __future__ import annotations

import hashlib
from pathlib import Path

from app.cancel import CancelToken
from app.engine.models.progress import Meter

_CHUNK = 1 << 20


class SourceFailed(Exception):
    """A source can't give the file. Its text says why; the next source is tried."""


class Partial:
    """A file under construction, hashed as it grows. A context manager.

    Attributes:
        size: bytes it will have.
        length: bytes it has.
    """

    def __init__(self, path: Path, size: int) -> None:
        self.path = path
        self.size = size
        self.length = 0
        self._hash = hashlib.sha256()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("a+b")

    def __enter__(self) -> Partial:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def take_up(self, meter: Meter, cancel: CancelToken) -> None:
        """Hash what an earlier fetch left, so as to go on from there."""
        self._file.seek(0)
        while data := self._file.read(_CHUNK):
            cancel.check()
            self._hash.update(data)
            self.length += len(data)
            meter.at(self.length, "Checking what was fetched before")
        if self.length > self.size:
            self.restart()

    def append(self, data: bytes) -> None:
        """Write the next bytes."""
        if self.length + len(data) > self.size:
            raise SourceFailed("it sent more bytes than the file has")
        self._file.write(data)
        self._hash.update(data)
        self.length += len(data)

    def restart(self) -> None:
        """Throw away what is there."""
        self._file.truncate(0)
        self._hash = hashlib.sha256()
        self.length = 0

    def flush(self) -> None:
        """Hand everything written so far to the operating system."""
        self._file.flush()

    @property
    def sha256(self) -> str:
        """Of what is there, in hex."""
        return self._hash.hexdigest()


def partial_of(target: Path) -> Path:
    """Where a file is put together until it is whole."""
    return target.with_name(target.name + ".partial")

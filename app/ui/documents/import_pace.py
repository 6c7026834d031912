"""How long the files that wait to be read will take."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from app.documents.files import Listing, listing
from app.ui.background.estimate import Estimate

_EACH = 50_000
"""Bytes that a file counts for beside its own: opening one takes time, however small it is."""


class ImportPace:
    """Knows how large files are, and how fast they came so far."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._sizes: dict[Path, int] = {}
        self.begin()

    def begin(self) -> None:
        """An import begins."""
        self._read = 0
        self._estimate = Estimate(clock=self._clock)

    def expect(self, sizes: dict[Path, int]) -> None:
        """Take in how large files are that will be read."""
        self._sizes |= sizes

    def read(self, path: Path) -> None:
        """A file was read, or refused."""
        self._read += self._weight(path)

    def left(self, waiting: Iterable[Path]) -> float | None:
        """Seconds until these are read; None while that can't be told."""
        return self._estimate.left(self._read, self._read + sum(map(self._weight, waiting)))

    def _weight(self, path: Path) -> int:
        return _EACH + self._sizes.get(path, 0)


def weighed(paths: Iterable[Path]) -> tuple[Listing, dict[Path, int]]:
    """In the worker: what files and folders come to, and how large each file is."""
    found = listing(paths)
    return found, {path.absolute(): _size(path) for path in found.files}


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # Reading it will say what is wrong.

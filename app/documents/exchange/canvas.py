"""Memory that the program shares with its parser process: pictures of pages come through it.

Through the pipe a picture would come in a hundred pieces, and the program's threads would hand the
interpreter lock to each other for each.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import sys

SIZE = 40 << 20
"""Bytes: enough for a page that fills the largest usual screen. Larger pictures take the pipe."""

_SEALS = 1033  # fcntl's F_ADD_SEALS
_FIXED = 0x1 | 0x2 | 0x4  # no more seals, no shrinking, no growing


class Canvas:
    """A piece of memory under a file descriptor, of which only what is used takes any.

    Attributes:
        fd: to be handed to the other process; -1 once that is done.
    """

    def __init__(self, fd: int) -> None:
        """Map the memory of a descriptor."""
        self.fd = fd
        self._memory = mmap.mmap(fd, SIZE)

    @staticmethod
    def make() -> Canvas | None:
        """A new one, or None where the platform has none.

        Its size is sealed: memory that the other process cut off would end this one.
        """
        if sys.platform != "linux":
            return None
        import fcntl

        with contextlib.suppress(OSError, AttributeError):
            fd = os.memfd_create("pincite-page", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
            try:
                os.ftruncate(fd, SIZE)
                fcntl.fcntl(fd, _SEALS, _FIXED)
                return Canvas(fd)
            except OSError:
                os.close(fd)
        return None

    def put(self, picture: memoryview) -> bool:
        """Lay a picture down; False if it is too large."""
        size = picture.nbytes
        if size > SIZE:
            return False
        self._memory[:size] = picture
        return True

    def take(self, size: int) -> bytes:
        """The first bytes of what lies there.

        Raises:
            ValueError: if there can't be so many.
        """
        if not 0 <= size <= SIZE:
            raise ValueError(f"a picture of {size} bytes")
        return self._memory[:size]

    def hand_over(self) -> None:
        """Close the descriptor, once the other process has it; the memory stays."""
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1

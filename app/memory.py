"""Memory that is free, handed back to the operating system."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Hand back what was freed and is kept for later, where the platform does not by itself.

    WORKAROUND: the C library of Linux keeps freed memory in pieces. What it took to receive a large
    document and to store it would be held as long as the program runs.
    """
    if sys.platform != "linux":
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # another C library has none
    if trim is not None:
        trim(0)

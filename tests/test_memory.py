"""Memory that was freed does not stay with the program."""

from __future__ import annotations

import sys

import psutil
import pytest

from app.memory import give_back


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms give it back themselves")
def test_what_was_freed_in_pieces_is_given_back() -> None:
    process = psutil.Process()
    pieces = [bytes(100_000) for _ in range(1_000)]
    last = pieces[-1]  # above all others: what lies below it is not given back by itself
    pieces.clear()
    held = process.memory_info().rss
    give_back()
    assert held - process.memory_info().rss > 50_000_000
    assert len(last) == 100_000

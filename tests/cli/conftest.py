"""What the tests of the command line share."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli import run

LEASE = """# Lease of the mill

## 1. Term

The lease begins on 1 March 2024 and runs for ten years.

## 2. Rent

The tenant pays a rent of 1,250 euros a month, on the third day of each month.

## 3. Notice

Either party may end the lease early by giving six months' written notice.
"""


@dataclass(frozen=True)
class Outcome:
    """How a command ended, and what it printed."""

    status: int
    out: str
    err: str
    windows: tuple[tuple[str, ...], ...]

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def pincite(capfd: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Runs a command in this process; windows that it opens are only noted."""

    def call(*arguments: str | Path) -> Outcome:
        windows: list[tuple[str, ...]] = []

        def open_window(args: Sequence[str]) -> int:
            windows.append(tuple(args))
            return 0

        status = run([str(argument) for argument in arguments], open_window)
        captured = capfd.readouterr()
        return Outcome(status, captured.out, captured.err, tuple(windows))

    return call


@pytest.fixture
def lease(tmp_path: Path) -> Path:
    path = tmp_path / "lease.md"
    path.write_text(LEASE)
    return path

"""How long something takes is told by how it went, and not before there is something to tell by."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.ui.background.estimate import Estimate
from app.ui.documents.import_pace import ImportPace, weighed
from app.ui.language.numerals import time_left


class Clock:
    """Stands still until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_what_is_left_follows_the_pace_so_far() -> None:
    clock = Clock()
    estimate = Estimate(100, clock)
    clock.now = 0.5
    assert estimate.left(150, 300) is None, "too early to tell"
    clock.now = 10
    assert estimate.left(100, 300) is None, "nothing came yet"
    assert estimate.left(150, 300) == pytest.approx(30)
    assert estimate.left(300, 300) == 0


def test_a_large_file_takes_longer_than_a_small_one(tmp_path: Path) -> None:
    names = {"a.pdf": 0, "b.pdf": 50_000, "c.pdf": 950_000}
    for name, size in names.items():
        (tmp_path / name).write_bytes(b"x" * size)
    found, sizes = weighed([tmp_path, tmp_path / "gone.pdf"])
    assert [path.name for path in found.files] == [*names, "gone.pdf"]
    clock = Clock()
    pace = ImportPace(clock)
    pace.expect(sizes)
    pace.begin()
    a, b, c, _ = found.files
    clock.now = 1.0
    pace.read(a)
    assert pace.left([b]) == pytest.approx(2)
    assert pace.left([b, c]) == pytest.approx(22)
    pace.begin()
    assert pace.left([c]) is None, "another import begins"


def test_it_is_said_in_minutes_and_seconds() -> None:
    assert time_left(None) == ""
    assert time_left(64.2) == "about 1:05 left"

"""Packages on their way in: how much has come is told from what pip writes and takes away."""

from __future__ import annotations

import shutil
import threading
import time
from pathlib import Path

from app.engine.models.wheels import _largest


def test_folders_that_vanish_while_it_is_looked_at_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "coming.whl").write_bytes(b"12345")
    over = threading.Event()

    def unpack() -> None:
        while not over.is_set():
            for n in range(50):
                (tmp_path / f"pip-unpack-{n}" / "inner").mkdir(parents=True)
                shutil.rmtree(tmp_path / f"pip-unpack-{n}")

    pip = threading.Thread(target=unpack)
    pip.start()
    try:
        ends = time.monotonic() + 0.5
        while time.monotonic() < ends:
            assert _largest(tmp_path) == 5
    finally:
        over.set()
        pip.join()

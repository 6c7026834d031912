"""Matters that are not kept: a folder each, deleted by whoever made it, or by the next Pincite."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import psutil

from app.config import Paths


def unsaved_matter(paths: Paths) -> Path:
    """The path of a new matter in a folder of its own that only this user can read.

    Such folders that killed programs left behind are deleted: they hold what people review.
    """
    root = paths.cache / "unsaved"
    root.mkdir(parents=True, exist_ok=True)
    for left in root.iterdir():
        pid = left.name.partition("-")[0]
        if pid.isdecimal() and not psutil.pid_exists(int(pid)):
            shutil.rmtree(left, ignore_errors=True)
    folder = tempfile.mkdtemp(prefix=f"{psutil.Process().pid}-", dir=root)
    return Path(folder) / "unsaved.pincite"

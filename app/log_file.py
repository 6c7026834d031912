"""What the program and llama.cpp log goes to a file, and not to the terminal."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_SIZE = 1_000_000  # bytes; then a new file is begun, and the two before it are kept


def log_to(folder: Path) -> None:
    """Write what is logged from now on to `pincite.log` in a folder.

    Where that can't be written, it is dropped: a log is no reason not to work.
    """
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "pincite.log", maxBytes=_SIZE, backupCount=2, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)

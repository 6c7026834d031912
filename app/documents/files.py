"""Which files a person means who names files and folders."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from app.errors import DocumentError

SUFFIXES = frozenset(
    {".pdf", ".docx", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".text"}
)
"""What is taken from a folder. A file that was named itself is tried whatever it is called."""

_MOST = 2_000


def expand(paths: Iterable[Path]) -> list[Path]:
    """The files among `paths` and inside its folders, each once, hidden ones left out.

    Raises:
        DocumentError: if a folder holds more than 2,000, which nobody can have meant.
    """
    found: list[Path] = []
    for path in paths:
        found += _inside(path) if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def _inside(folder: Path) -> list[Path]:
    """The documents below a folder, in order of their names."""
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = (Path(place) / name for name in sorted(names) if not name.startswith("."))
        found += [path for path in inside if path.suffix.lower() in SUFFIXES]
        if len(found) > _MOST:
            raise DocumentError(
                f"{folder} holds more than {_MOST:,} documents.", "Choose a smaller folder."
            )
    return found

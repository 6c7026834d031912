"""Which files a person means who names files and folders, and where one is while it is written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.errors import DocumentError

SUFFIXES = frozenset(
    {".pdf", ".docx", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".text"}
)
"""What is taken from a folder. A file that was named itself is tried whatever it is called."""

_MOST = 2_000
_NOBODYS = frozenset({"thumbs.db", "desktop.ini"})
"""What a system puts into folders for itself."""
_OURS = ".pincite"


@dataclass(frozen=True, slots=True)
class Listing:
    """What files and folders come to.

    Attributes:
        files: those to open, each once.
        left_out: those inside folders whose kind is not read, each once.
    """

    files: tuple[Path, ...]
    left_out: tuple[Path, ...] = ()


def part_of(to: Path) -> Path:
    """Where a file is written until it is whole and takes its place: hidden, and beside it."""
    return to.with_name(f".{to.name}.part")


def listing(paths: Iterable[Path]) -> Listing:
    """The files among `paths` and inside its folders, and what is left out of these.

    Hidden files, a system's own and matters are no documents and not missed.

    Raises:
        DocumentError: if a folder holds more than 2,000, which nobody can have meant.
    """
    found: list[Path] = []
    others: list[Path] = []
    for path in paths:
        if path.is_dir():
            _look_inside(path, found, others)
        else:
            found.append(path)
    files = dict.fromkeys(found)
    return Listing(tuple(files), tuple(path for path in dict.fromkeys(others) if path not in files))


def _look_inside(folder: Path, found: list[Path], others: list[Path]) -> None:
    """Add the documents below a folder, in order of their names, and what is none."""
    before = len(found)
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if path.suffix.lower() in SUFFIXES and not name.startswith("."):
                found.append(path)
            elif not _is_nobodys(name):
                others.append(path)
        if len(found) - before > _MOST:
            raise DocumentError(
                f"{folder} holds more than {_MOST:,} documents.", "Choose a smaller folder."
            )


def _is_nobodys(name: str) -> bool:
    """Whether a file is no one's document, by its name."""
    return name.startswith(".") or name.lower() in _NOBODYS or _OURS in Path(name).suffix

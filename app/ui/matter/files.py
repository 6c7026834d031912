"""Where matters lie, and what they are called on screen."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from app.config import Paths
from app.documents.samples import demo_matter
from app.ui.language.numerals import spoken

SUFFIX = ".pincite"
_UNNAMED = "Untitled "
_STAMP = "%Y-%m-%d %H.%M.%S"


class MatterFiles:
    """The matters that Pincite gives a place and a name itself, told from those of the reviewer."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths

    @property
    def folder(self) -> Path:
        """Where matters lie that have not been given a place."""
        return self._paths.data / "matters"

    def fresh(self) -> Path:
        """A path that is free, for a matter that has no name yet."""
        self.folder.mkdir(parents=True, exist_ok=True)
        stem = f"{_UNNAMED}{datetime.now().strftime(_STAMP)}"
        names = (f"{stem}{SUFFIX}", *(f"{stem} ({n}){SUFFIX}" for n in range(2, 100)))
        free = (path for path in map(self.folder.joinpath, names) if not path.exists())
        return next(free, self.folder / names[-1])

    def unnamed(self, path: Path) -> bool:
        """Whether a matter still lies where it was made, under a made-up name."""
        return path.parent == self.folder

    def title(self, path: Path, name: str = "") -> str:
        """What a matter is called on screen and in reports.

        Args:
            path: of its file.
            name: that it bears in its file; "" where that is not known.
        """
        if self.unnamed(path):
            return _tr("Untitled matter")
        if path == demo_matter(self._paths):
            return _tr("Samples")
        return name or path.stem

    def line(self, path: Path) -> str:
        """What a matter is called in a list of several: unnamed ones are told apart by time."""
        title = self.title(path)
        begun = _begun(path) if self.unnamed(path) else None
        if begun is None:
            return title
        locale, short = QLocale(spoken()), QLocale.FormatType.ShortFormat
        return _tr("{title}, {time}").format(title=title, time=locale.toString(begun, short))


def _begun(path: Path) -> QDateTime | None:
    """When a matter without a name was begun, as its file's name says."""
    stamp = path.stem.removeprefix(_UNNAMED).partition(" (")[0]
    try:
        at = datetime.strptime(stamp, _STAMP)
    except ValueError:
        return None
    return QDateTime.fromSecsSinceEpoch(int(at.timestamp()))


def _tr(text: str) -> str:
    return QCoreApplication.translate("matters", text)

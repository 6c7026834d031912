"""What the window remembers between starts: choices, recent matters, and how each was laid out."""

from __future__ import annotations

import logging
from pathlib import Path

import msgspec

from app.config import Paths

log = logging.getLogger(__name__)
_RECENT = 12


class Viewing(msgspec.Struct, frozen=True, kw_only=True):
    """How pages were shown.

    Attributes:
        fit: what the zoom followed, as `Fit` names it; "" for what is usual.
        zoom: the zoom, where it followed nothing.
    """

    fit: str = ""
    zoom: float = 1.0
    two_pages: bool = False
    night: bool = False


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """How the window was laid out when a matter was last closed.

    Attributes:
        columns: widths of left, middle and right; `rows`: heights of viewer and trace.
        left, right, trace: whether these panels were open; `tab` what the left one showed.
        document: the id of the document on show; `page` its page, from 0.
        viewing: how its pages were shown.
    """

    columns: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()
    left: bool = True
    right: bool = True
    trace: bool = False
    tab: str = ""
    document: str = ""
    page: int = 0
    viewing: Viewing = Viewing()


class Preferences(msgspec.Struct, kw_only=True):
    """Everything that can be set, each with its default.

    Attributes:
        theme: a theme's name, or "system".
        text_size: 1.0 for the usual one.
        model: the id of the model that answers; "" for the default.
        sub_model: the id of the model that answers sub-calls; "" for the same one.
        threads: how many the model uses; 0 for as many as there are cores.
        depth: the depth chosen last.
        initials: of the reviewer, for verdicts and marks.
        reopen: whether to open the last matter at the start.
        follow: whether the viewer follows the reading when a run begins.
        language: "" for the desktop's.
        document_order: what the list of documents is sorted by.
        window: where the window was and how large, as Qt writes it.
        recent: matters, the last first.
        layouts: by the matter's path.
    """

    theme: str = "system"
    text_size: float = 1.0
    model: str = ""
    sub_model: str = ""
    threads: int = 0
    depth: str = "standard"
    initials: str = ""
    reopen: bool = True
    follow: bool = True
    language: str = ""
    document_order: str = "added"
    window: str = ""
    recent: list[str] = msgspec.field(default_factory=list)
    layouts: dict[str, Layout] = msgspec.field(default_factory=dict)

    def remember(self, matter: Path) -> None:
        """Put a matter at the top of the recent ones."""
        text = str(matter)
        self.recent = [text, *(other for other in self.recent if other != text)][:_RECENT]

    def recent_matters(self) -> list[Path]:
        """The recent matters that are still there."""
        return [path for path in map(Path, self.recent) if path.is_file()]

    def keep_layout(self, matter: Path, layout: Layout) -> None:
        """Remember how a matter was laid out; matters long unseen are forgotten."""
        self.layouts[str(matter)] = layout
        known = set(self.recent)
        self.layouts = {path: kept for path, kept in self.layouts.items() if path in known}


class PreferencesFile:
    """Reads and writes preferences. A file that can't be read counts as none, and is kept aside.

    Attributes:
        values: what is set now.
    """

    def __init__(self, paths: Paths) -> None:
        self._path = paths.config / "preferences.json"
        self.values = self._read()

    def save(self) -> None:
        """Write what is set now; a disk that refuses is no reason to stop working."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            partial = self._path.with_suffix(".partial")
            partial.write_bytes(msgspec.json.format(msgspec.json.encode(self.values), indent=2))
            partial.replace(self._path)
        except OSError as error:
            log.warning("preferences could not be written: %s", error)

    def _read(self) -> Preferences:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Preferences)
        except FileNotFoundError:
            return Preferences()
        except (OSError, msgspec.MsgspecError) as error:
            log.warning("preferences could not be read: %s", error)
            return Preferences()

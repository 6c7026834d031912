"""Where things are kept on this machine, and what can be set."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

_HERE = Path(__file__).resolve().parent
_INSTALLED = _HERE / "_resources"

RESOURCES = _INSTALLED if _INSTALLED.is_dir() else _HERE.parent / "resources"
"""Icons, samples, models.toml and the like: in the repository, or as installed from a wheel."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders Pincite writes to. `PINCITE_HOME` puts all of them under one folder.

    Attributes:
        data: models, recipes and the demo matter.
        config: preferences.
        cache: what can be made again.
        logs: log files.
    """

    data: Path
    config: Path
    cache: Path
    logs: Path

    @property
    def models(self) -> Path:
        """Where model files lie."""
        return self.data / "models"

    @property
    def recipes(self) -> Path:
        """Where the user's own recipes lie."""
        return self.data / "recipes"

    @staticmethod
    def default() -> Paths:
        """This user's folders, by the conventions of the operating system."""
        home = os.environ.get("PINCITE_HOME")
        if home:
            root = Path(home).expanduser()
            return Paths(root / "data", root / "config", root / "cache", root / "logs")
        dirs = PlatformDirs("pincite", appauthor=False)
        return Paths(
            Path(dirs.user_data_dir),
            Path(dirs.user_config_dir),
            Path(dirs.user_cache_dir),
            Path(dirs.user_log_dir),
        )
